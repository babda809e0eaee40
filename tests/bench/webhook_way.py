"""Letters by webhook: as fast as connections carry them, and one at a time."""


import machine
import whole_way
import webhook_senders as senders
from dovecot import free_port

CONNECTIONS = 32  # a server takes 64 of one address
PAUSE = 50  # milliseconds between letters that come alone
SECRET = "whsec_" + "c2VjcmV0" * 5
SOURCES = "\n  - name: web\n    webhook: {path: /hooks/web-form, format: standard, secrets: [{env: DOCKET_TEST_WHSEC}]}\n"


def write_requests(path, count, offset=0):
    """Signed just now, everybody another person."""
    with open(path, "wb") as out:
        for number in range(offset, offset + count):
            document = senders.letter(**{"from": {"name": "A. Resident", "email": f"p{number}@people.example.org"}})
            request = senders.standard(SECRET, document)
            fields = {"Host": "localhost", **request.headers, "Content-Length": len(request.body), "Connection": "close"}
            octets = (f"{request.method} {request.path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items())
                      + "\r\n").encode() + request.body
            out.write(f"{len(octets)}\n".encode() + octets)


def open_town(bench, smtp_port):
    port = free_port()
    docket = whole_way.town(bench, SOURCES, smtp_port, name="web", extra=f"desk: {{public: 127.0.0.1:{port}}}\n")
    docket.environment["DOCKET_TEST_WHSEC"] = SECRET
    return docket, port


def posted(bench, docket, port, count, connections, offset=0, pause=0):
    write_requests(bench.folder / "requests", count, offset)
    before = machine.processor_seconds(docket.process.pid)
    found = whole_way.bare("post", port, bench.folder / "requests", connections, pause)
    return found | {"cpu_seconds": machine.processor_seconds(docket.process.pid) - before}


def rush(bench, letters):
    """Each on disk before its 2xx; what goes out meanwhile is part of it."""
    with machine.Sink(bench.folder) as sink:
        docket, port = open_town(bench, sink.port)
        with docket:
            whole_way.start(docket)
            found = posted(bench, docket, port, letters, CONNECTIONS)
            with whole_way.book_of(docket) as book:
                cases = book.execute("SELECT count(*) FROM cases").fetchone()[0]
            if cases != letters:
                raise RuntimeError(f"{letters} webhooks taken, {cases} cases")
            return found


def one_by_one(bench, count):
    """{"p50", "p99"} of the seconds until the durable answer, nothing else going on: what the one before it sets going (two
    letters out) has its time to end."""
    with machine.Sink(bench.folder) as sink:
        docket, port = open_town(bench, sink.port)
        with docket:
            whole_way.start(docket)
            posted(bench, docket, port, 5, 1)
            return posted(bench, docket, port, count, 1, offset=5, pause=PAUSE)


def syncs(bench):
    """How often the disk alone can, one after the other."""
    times = machine.sync_times(bench.folder, 500)
    return {"letters": len(times), "seconds": sum(times), "cpu_seconds": 0}
