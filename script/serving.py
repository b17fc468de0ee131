"""A server that does what a test wants: script/test-faults and script/test-live share it."""
import contextlib
import socket
import threading


@contextlib.contextmanager
def serving(talk, family=socket.AF_INET, address=("127.0.0.1", 0)):
    """Calls talk(connection) for each connection, in a thread of its own."""
    listener = socket.socket(family)
    listener.bind(address)
    listener.listen(50)

    def serve(connection):
        with contextlib.suppress(OSError), connection:
            talk(connection)

    def accept():
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=serve, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listener.getsockname()
    finally:
        # A thread that waits in accept() keeps a socket open that is only closed.
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
