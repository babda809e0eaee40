"""Clients of an HTTP server that are honest, broken or slow, over raw sockets, from any address of 127.0.0.0/8."""

import os
import pathlib
import select
import socket
import subprocess
import threading
import time

BINARY = os.environ.get("DOCKET_HTTP", pathlib.Path(__file__).resolve().parents[2] / "build/release/docket_http")


class Server:
    """An HttpServer: its port, and its process for memory and processor time."""

    def __init__(self, port, pid):
        self.port, self.pid = port, pid

    def memory(self, name="VmRSS"):
        """In kB."""
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1])
        raise AssertionError(f"no {name} of {self.pid}")

    def processor(self):
        """Seconds."""
        fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def connect(self, source="127.0.0.1", receive=None):
        client = socket.socket()
        if receive:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
        client.settimeout(10)
        client.bind((source, 0))
        client.connect(("127.0.0.1", self.port))
        return client

    def exchange(self, octets, source="127.0.0.1", seconds=10):
        """All that is answered until the server closes; sends while it listens, as broken clients do."""
        with self.connect(source) as client:
            return exchange_on(client, octets, seconds)

    def get(self, path="/", source="127.0.0.1", seconds=10):
        return self.exchange(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode(), source, seconds)

    def count(self):
        """Requests that reached the handler."""
        return int(body(self.get("/count")))


class Driver(Server):
    """A docket_http with these limits."""

    def __init__(self, **limits):
        self.process = subprocess.Popen([BINARY, *(f"{name}={value}" for name, value in limits.items())],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        super().__init__(int(self.process.stdout.readline()), self.process.pid)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        code = self.process.wait(30)
        self.process.stdout.close()
        if code != 0:
            raise AssertionError(f"docket_http ended with {code}")


def exchange_on(client, octets, seconds):
    client.setblocking(False)
    answer, rest, end = b"", memoryview(octets), time.monotonic() + seconds
    while True:
        readable, writable, _ = select.select([client], [client] if rest else [], [], max(0, end - time.monotonic()))
        if not readable and not writable:
            raise AssertionError(f"neither answered nor closed in {seconds} s: {octets[:60]!r}")
        try:
            if readable:
                got = client.recv(65536)
                if not got:
                    return answer
                answer += got
            if writable:
                rest = rest[client.send(rest):]
        except (ConnectionResetError, BrokenPipeError):
            if not writable or answer:
                return answer
            rest = rest[:0]  # what it answered may still be read


def status(answer):
    return answer[9:12].decode() if answer.startswith(b"HTTP/1.1 ") else ""


def body(answer):
    return answer.partition(b"\r\n\r\n")[2]


HEADER_DRIP, BODY_DRIP, SLOW_READ = "header drip", "body drip", "slow read"
KINDS = (HEADER_DRIP, BODY_DRIP, SLOW_READ)


class Slow:
    """One slow client: it does a little each time its turn comes, until it is cut."""

    FIRST = {HEADER_DRIP: b"GET / HTTP/1.1\r\nHost: x\r\n", BODY_DRIP: b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n",
             SLOW_READ: b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n"}
    DRIP = {HEADER_DRIP: b"X: y\r\n", BODY_DRIP: b"z"}

    def __init__(self, server, kind, source):
        self.server, self.kind, self.source, self.began = server, kind, source, time.monotonic()
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.bind((source, 0))
        self.socket.setblocking(False)
        self.socket.connect_ex(("127.0.0.1", server.port))
        self.asked = False

    def drip(self):
        """False when the server has cut it."""
        try:
            if not self.asked:
                self.socket.send(self.FIRST[self.kind])
                self.asked = True
            elif self.kind in self.DRIP:
                self.socket.send(self.DRIP[self.kind])
            else:
                return self.socket.recv(256) != b""
            return self.kind == SLOW_READ or self.socket.recv(4096) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def is_cut(self):
        """Told by the kernel, without reading: a slow reader shall stay one."""
        return self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0


class Attack(threading.Thread):
    """`count` slow clients from 100 addresses; each drips every half second and, when cut, comes again after `again`
    seconds (None: never). `cuts`: (kind, seconds from its connect to its end)."""

    def __init__(self, server, count, again=None):
        super().__init__(daemon=True)
        self.server, self.again, self.cuts, self.left = server, again, [], 0
        self.plan = [(KINDS[i % 3], f"127.1.0.{1 + i % 100}") for i in range(count)]
        self.ended = threading.Event()

    def run(self):
        poller, clients, due = select.epoll(), {}, [(0.0, who) for who in self.plan]
        next_turn = time.monotonic()
        while not self.ended.is_set() and (clients or due):
            now = time.monotonic()
            for _, who in [entry for entry in due if entry[0] <= now]:
                client = Slow(self.server, *who)
                clients[client.socket.fileno()] = client
                poller.register(client.socket.fileno(), select.EPOLLRDHUP)
            due = [entry for entry in due if entry[0] > now]
            cut = {number for number, events in poller.poll(0.02) if events & (select.EPOLLRDHUP | select.EPOLLHUP | select.EPOLLERR)}
            if now >= next_turn:
                next_turn = now + 0.5
                cut |= {number for number, client in clients.items() if number not in cut and not client.drip()}
            for number in cut:
                client = clients.pop(number)
                poller.unregister(number)
                client.socket.close()
                self.cuts.append((client.kind, time.monotonic() - client.began))
                if self.again is not None:
                    due.append((time.monotonic() + self.again, (client.kind, client.source)))
        self.left = len(clients)
        for client in clients.values():
            client.socket.close()
        poller.close()

    def stop(self):
        self.ended.set()
        self.join()
        return self


def honest(server, per_second, seconds, threads=24):
    """(seconds of each, those that got no 200); each counts from when it was due, so that a wait delays no clock."""
    times, failed, lock = [], [], threading.Lock()
    began, total, at = time.monotonic() + 0.1, int(per_second * seconds), iter(range(int(per_second * seconds)))

    def work():
        while True:
            with lock:
                number = next(at, None)
            if number is None:
                return
            due = began + number / per_second
            time.sleep(max(0, due - time.monotonic()))
            try:
                answer = server.exchange(b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi", f"127.2.0.{1 + number % 40}")
            except OSError as error:
                answer = repr(error).encode()
            (times if status(answer) == "200" else failed).append(time.monotonic() - due if status(answer) == "200" else answer)

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(times) + len(failed) == total
    return sorted(times), failed
