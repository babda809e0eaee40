"""What a clerk would do about letters out of which nobody knows whether they arrived; over the control socket, as a process for
each of hundreds would take too long."""

import http.client
import socket

import oracles


class Control(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("docket", timeout=60)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(60)
        self.sock.connect(self.path)


def post(docket, path):
    control = Control(docket.folder / "control.sock")
    control.request("POST", path, b"", {"Content-Type": "application/octet-stream", "Connection": "close"})
    answer = control.getresponse()
    body = answer.read()
    control.close()
    return answer.status, body


def settle_uncertain(docket, receiver):
    """The first time: once more, as docket would after ten minutes. The second time: whatever the receiver says. Answers how
    many there were."""
    times = {}
    for _, message_id in oracles.accepted(receiver):
        times[message_id.strip("<>")] = times.get(message_id.strip("<>"), 0) + 1
    with oracles.Book(docket) as book:
        rows = book.all("SELECT public, message_id, unknowns FROM outbox WHERE state = 'uncertain'")
    for row in rows:
        arrived = times.get(row["message_id"].strip("<>"), 0)
        action = "retry" if row["unknowns"] < 2 else f"resolve?sent={int(arrived > 0)}"
        status, body = post(docket, f"/outbox/{row['public']}/{action}")
        if status != 200:
            raise AssertionError(f"outbox {action} of {row['public']}: {status} {body!r}")
    return len(rows)
