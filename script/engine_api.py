"""The engine's own API, for what the command line of Docker does not tell."""
import http.client
import os
import socket


class Engine(http.client.HTTPConnection):
    """The engine's API on its Unix socket."""

    def connect(self):
        host = os.environ.get("DOCKER_HOST", "unix:///var/run/docker.sock")
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(host.removeprefix("unix://"))
