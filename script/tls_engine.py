"""An engine behind TLS, as `dockerd --tlsverify` is: what script/test-faults and script/test-live share."""
import pathlib
import socket
import ssl
import subprocess
import threading


def openssl(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True)


def make_certificates(folder):
    """Writes ca.pem, and in folders the pairs that it signed: of the server, and of a client as Docker names them."""
    folder = pathlib.Path(folder)
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{folder}/ca-key.pem", "-out",
            f"{folder}/ca.pem", "-subj", "/CN=somebody", "-days", "2")
    names = folder / "names"
    names.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    for who in ("server", "client"):
        own = folder / who
        own.mkdir()
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{own}/key.pem", "-out", f"{own}/request.pem",
                "-subj", f"/CN={who}")
        openssl("x509", "-req", "-in", f"{own}/request.pem", "-CA", f"{folder}/ca.pem", "-CAkey",
                f"{folder}/ca-key.pem", "-CAcreateserial", "-days", "2", "-extfile", str(names), "-out",
                f"{own}/cert.pem")
        (own / "ca.pem").write_bytes((folder / "ca.pem").read_bytes())


def behind_tls(talk, folder):
    """What talks to a connection once both sides have shown the certificates of make_certificates(folder)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/server/cert.pem", f"{folder}/server/key.pem")
    context.load_verify_locations(f"{folder}/ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED

    def talk_behind_tls(connection):
        try:
            with context.wrap_socket(connection, server_side=True) as tls:
                talk(tls)
        except ssl.SSLError:
            pass

    return talk_behind_tls


def environment(port, certificates):
    """What Docker's own client reads to find such an engine."""
    return {"DOCKER_HOST": f"tcp://localhost:{port}", "DOCKER_TLS_VERIFY": "1", "DOCKER_CERT_PATH": str(certificates)}


def passed_on(path):
    """What passes a connection on to a Unix socket, both ways."""
    def talk(connection):
        with socket.socket(socket.AF_UNIX) as engine:
            engine.connect(path)
            back = threading.Thread(target=copy, args=(engine, connection), daemon=True)
            back.start()
            copy(connection, engine)
            back.join(60)

    return talk


def copy(source, target):
    try:
        while chunk := source.recv(65536):
            target.sendall(chunk)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass
