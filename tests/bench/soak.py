"""Years in minutes: letters by pipe, Maildir and IMAP, mail out by SMTP, reloads, connections that drop. Memory and descriptors must
stay as they are after the first third, and nothing may be lost.

    python3 tests/bench/soak.py [--letters 300000] [--stages 30] [--seed 1]

With 300,000 letters 300 reloads and 1,000 reconnects; fewer letters have as many fewer. A stage hands its letters over, waits
until all are answered, and measures: what is held then is held for good. Exit 1 when something does not hold.
"""

import argparse
import asyncio
import collections
import hashlib
import multiprocessing
import os
import pathlib
import re
import signal
import socket
import statistics
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "e2e"), str(HERE.parent / "faults")]

import oracles  # noqa: E402
from fake_imap import FakeImap  # noqa: E402
from handing_over import hand_over  # noqa: E402
from load import Letters, Maildir, sha256  # noqa: E402
from running import Docket, imap_source  # noqa: E402

MAILBOXES = 4
LIMITS = "  limits: {connections: 4, per_minute: 1000000, per_day: 100000000}\n"
A_MEGABYTE = 1 << 10  # KiB
BATCH = 500


# --- mail out: a process of its own, since Python's threads share one core -------------------------------------------------


class Taking(asyncio.Protocol):
    """SMTP with pipelining, no more than docket says; `taken`: how often each Message-ID came for each recipient."""

    def __init__(self, taken):
        self.taken, self.buffer, self.in_data, self.recipient = taken, b"", False, b""

    def connection_made(self, transport):
        self.transport = transport
        transport.write(b"220 sink ESMTP\r\n")

    def data_received(self, octets):
        self.buffer += octets
        replies = b""
        while (end := self.buffer.find(b"\r\n.\r\n" if self.in_data else b"\r\n")) >= 0:
            piece, self.buffer = self.buffer[:end], self.buffer[end + (5 if self.in_data else 2):]
            replies += self.letter(piece) if self.in_data else self.command(piece)
        self.transport.write(replies)  # at once: small writes would wait for each other's ACK, 40 ms a letter

    def letter(self, octets):
        self.in_data = False
        found = re.search(rb"^Message-ID: *(\S+)", octets, re.M | re.I)
        self.taken[hashlib.sha256((found[1] if found else b"") + self.recipient).digest()[:8]] += 1
        return b"250 taken\r\n"

    def command(self, line):
        word = line[:4].upper()
        if word == b"EHLO":
            return b"250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 52428800\r\n"
        if word == b"RCPT":
            self.recipient = line
        if word == b"DATA":
            self.in_data = True
            return b"354 go on\r\n"
        return b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n"


def run_sink(listener, results):
    """Until it is told to end; then how many letters, and how many came more than once."""
    taken = collections.Counter()

    async def serve():
        server = await asyncio.get_running_loop().create_server(lambda: Taking(taken), sock=listener)
        ended = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
        await ended.wait()
        server.close()

    asyncio.run(serve())
    results.put((sum(taken.values()), sum(1 for count in taken.values() if count > 1)))


class Sink:
    def __enter__(self):
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        self.results = multiprocessing.Queue()
        self.process = multiprocessing.Process(target=run_sink, args=(listener, self.results), daemon=True)
        self.process.start()
        listener.close()
        return self

    def end(self):
        os.kill(self.process.pid, signal.SIGTERM)
        result = self.results.get(timeout=60)
        self.process.join()
        return result

    def __exit__(self, *_):
        if self.process.is_alive():
            self.process.terminate()
            self.process.join()


# --- what is measured -----------------------------------------------------------------------------------------------------


class Sample:
    def __init__(self, town):
        pid = town.process.pid
        status = dict(line.split(":", 1) for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines())
        self.resident, self.threads = int(status["VmRSS"].split()[0]), int(status["Threads"])
        self.descriptors = len(os.listdir(f"/proc/{pid}/fd"))
        self.heap = self.heap_of(town)

    @staticmethod
    def heap_of(town):
        """As docket itself says, asked by SIGUSR1."""
        with open(town.log_path, "rb") as log:
            log.seek(0, os.SEEK_END)
            town.process.send_signal(signal.SIGUSR1)
            limit, said = time.monotonic() + 20, b""
            while time.monotonic() < limit:
                said += log.read()
                if found := re.search(rb"state: memory: .*?(\d+) KiB of heap", said):
                    return int(found[1])
                time.sleep(0.05)
        raise AssertionError("docket did not say how it stands")


class Soak:
    def __init__(self, letters, stages, seed):
        self.stages, self.per_stage = stages, letters // stages
        self.reloads, self.reconnects = max(1, letters // 1000), max(1, letters // 300)
        self.letters, self.pipe = Letters(seed), oracles.Served("pipe")
        self.samples, self.reloaded, self.ended = [], 0, threading.Event()

    def run(self):
        with Sink() as sink:
            self.imaps = [FakeImap(f"box-{number}") for number in range(MAILBOXES)]
            for imap in self.imaps:
                imap.start()
            sources = "\n  - name: pipe\n    pipe: {}\n  - name: drop\n    maildir: {path: post}" + "".join(
                imap_source(imap.source, imap, imap.source) for imap in self.imaps)
            with Docket(sources, sink.port, extra=LIMITS) as town:
                self.town, self.drop = town, Maildir("drop", town.folder / "post")
                town.start()
                self.rules = town.folder / "rules/10-topics.yaml"
                self.text = self.rules.read_text(encoding="utf-8")
                dropping = threading.Thread(target=self.drop_connections)
                dropping.start()
                try:
                    for stage in range(self.stages):
                        self.stage(stage)
                finally:
                    self.ended.set()
                    dropping.join()
                return self.judge(sink)

    def connections(self):
        return sum(len(imap.tried) for imap in self.imaps)

    def drop_connections(self):
        """As many as are due by now, each while it idles or in the middle of anything."""
        while not self.ended.wait(0.2):
            if self.connections() < MAILBOXES + self.reconnects:
                for imap in self.imaps:
                    imap.go_away()
                    imap.down = False

    def stage(self, stage):
        begun = time.monotonic()
        share = self.per_stage // 10
        for _ in range(share):
            self.drop.deliver(self.letters.next())
        for number in range(share):
            self.imaps[number % MAILBOXES].deliver(self.letters.next())
        left = self.per_stage - 2 * share
        due = self.reloads * (stage + 1) // self.stages
        while left > 0:
            self.hand_over(min(left, BATCH))
            left -= BATCH
            if self.reloaded < due:
                self.reload()
        while self.reloaded < due:
            self.reload()
        self.wait_until_answered()
        self.forget_mails()
        self.samples.append(Sample(self.town))
        now, took = self.samples[-1], time.monotonic() - begun
        print(f"stage {stage + 1:3}: {self.per_stage / took:5.0f} letters a second; resident {now.resident} KiB, heap {now.heap} KiB, "
              f"{now.descriptors} descriptors, {now.threads} threads; {self.reloaded} reloads, "
              f"{self.connections() - MAILBOXES} reconnects", flush=True)

    def hand_over(self, count):
        batch = [self.letters.next() for _ in range(count)]
        taken = hand_over(self.town.folder / "control.sock", batch)
        if taken != len(batch):
            raise AssertionError(f"{len(batch) - taken} letters of the pipe were not taken")
        self.pipe.letters.update({sha256(octets): sha256(octets) for octets in batch})

    def reload(self):
        """Another version each time, and the answer is waited for."""
        self.reloaded += 1
        self.rules.write_text(f"{self.text}\n# {self.reloaded % 7}\n", encoding="utf-8")
        done = self.town.command("reload", "--yes")
        if done.returncode != 0:
            raise AssertionError(f"reload: {done.returncode} {done.stderr.decode()}")

    def wait_until_answered(self):
        def answered():
            with oracles.Book(self.town) as book:
                return not (book.one("SELECT count(*) FROM seen WHERE state = 'waiting'") or
                            book.one("SELECT count(*) FROM outbox WHERE next IS NOT NULL") or
                            book.one("SELECT count(*) FROM outbox WHERE state = 'sending'"))

        self.town.wait_for(lambda: sum(len(imap.letters) for imap in self.imaps) <= self.taken_of_imap() and
                           not os.listdir(self.drop.path / "new") and answered(), 600, "everything to be answered")

    def taken_of_imap(self):
        with oracles.Book(self.town) as book:
            return book.one("SELECT count(*) FROM inbounds WHERE source LIKE 'box-%' AND outcome IS NOT NULL")

    def forget_mails(self):
        """A mailbox that only grew would measure how long a list docket keeps of it."""
        for imap in self.imaps:
            with imap.lock:
                imap.folders["INBOX"].mails.clear()
                imap.commands.clear()

    # --- judging ------------------------------------------------------------------------------------------------------

    def judge(self, sink):
        third = len(self.samples) // 3
        before, after = self.samples[max(0, third - 3):third + 1], self.samples[-3:]
        wrong = []
        for name in ("resident", "heap"):
            grown = statistics.median(getattr(one, name) for one in after) - max(getattr(one, name) for one in before)
            print(f"{name}: {grown:+.0f} KiB since the first third")
            if grown > A_MEGABYTE:
                wrong.append(f"{name} grew by {grown} KiB")
        grown = max(one.descriptors for one in after) - max(one.descriptors for one in before)
        print(f"descriptors: {grown:+d} since the first third")
        if grown > 0:
            wrong.append(f"{grown} more descriptors")
        try:
            oracles.check(self.town, [self.pipe, self.drop, *self.imaps])
        except AssertionError as error:
            wrong.append(str(error))
        with oracles.Book(self.town) as book:
            states = book.all("SELECT state, count(*) FROM outbox GROUP BY state")
            cases = book.one("SELECT count(*) FROM cases")
        code, _ = self.town.stop()
        letters, twice = sink.end()
        sent = sum(row[1] for row in states if row[0] == "sent")
        print(f"{len(self.pipe.letters)} pipe, {self.drop.count} Maildir, {sum(len(imap.letters) for imap in self.imaps)} IMAP letters; "
              f"{cases} cases; outbox {dict((row[0], row[1]) for row in states)}; {letters} letters came out, {twice} twice")
        if code != 0:
            wrong.append(f"docket ended with {code}")
        if letters != sent or twice:
            wrong.append(f"{sent} sent, {letters} came out, {twice} twice")
        for words in wrong:
            print("WRONG:", words)
        return not wrong


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--letters", type=int, default=300000)
    words.add_argument("--stages", type=int, default=30)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    begun = time.monotonic()
    good = Soak(given.letters, given.stages, given.seed).run()
    print(f"{'good' if good else 'NOT GOOD'}, {time.monotonic() - begun:.0f} s")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
