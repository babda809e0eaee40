"""Letters handed to a running docket's control socket as fast as some connections carry them, as a mail server's pipe would."""

import http.client
import socket
import threading


class Control(http.client.HTTPConnection):
    def __init__(self, path, timeout=60):
        super().__init__("localhost", timeout=timeout)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def hand_over(path, letters, connections=8):
    """All octets to the source `pipe`; answers how many were durable (200)."""
    waiting, lock, taken = list(reversed(letters)), threading.Lock(), []

    def sender():
        while True:
            with lock:
                if not waiting:
                    return
                octets = waiting.pop()
            control = Control(path)
            control.request("POST", "/inject?source=pipe", body=octets)
            taken.append(control.getresponse().status)
            control.close()

    threads = [threading.Thread(target=sender) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken.count(200)
