#!/usr/bin/env python3
"""Blind kill -9: docket under load from IMAP, a Maildir and `docket inject`, its outbox sending, killed at random times.

    python3 tests/faults/kills.py --kills 1000 --seed 7 [--binary build/release/docket] [--power]

--power: each kill is a power loss too, after which the disk lacks some of what was written but not synced (DOCKET_SHIM is
the preloaded library). After every kill: what was acknowledged is in the book, and nothing left twice unmarked. Every --rest
kills docket may work in peace, and all oracles are asked. Exit 1 with the oracle that spoke, after how many kills."""

import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import oracles  # noqa: E402
from clerk import settle_uncertain  # noqa: E402
from fake_imap import FakeImap, Folder  # noqa: E402
from load import Letters, Maildir, Pipe  # noqa: E402
from running import BINARY, Docket, imap_source  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

LIMITS = "  limits: {connections: 2, per_minute: 100000, per_day: 10000000}\n"


class Found(Exception):
    """An oracle spoke."""


class Outgoing:
    """What the receiver took, read on from where the last look ended."""

    def __init__(self, receiver):
        self.receiver, self.offset, self.times = receiver, 0, {}

    def look(self):
        """[(address, Message-ID)] that are new."""
        with open(self.receiver.log_file, "rb") as log:
            log.seek(self.offset)
            lines = log.read()
        lines = lines[:lines.rfind(b"\n") + 1]
        self.offset += len(lines)
        found = [(entry["recipients"][0], entry["message_id"]) for entry in map(json.loads, lines.splitlines())
                 if entry["event"] == "message"]
        for _, message_id in found:
            self.times[message_id] = self.times.get(message_id, 0) + 1
        return found


class Power:
    """Turns a kill into a power loss, by the preloaded shim's journal of what was written and synced."""

    def __init__(self, docket, chance):
        import power  # pylint: disable=import-outside-toplevel
        self.simulated = power
        self.data, self.journal, self.random = docket.folder / "data", docket.folder / "journal", chance
        self.data.mkdir()
        shim = os.environ.get("DOCKET_SHIM", BINARY.parent / "libdocket_shim.so")
        docket.environment = {"LD_PRELOAD": str(shim), "DOCKET_SHIM_JOURNAL": str(self.journal), "DOCKET_SHIM_FOLDER": str(self.data)}
        self.on()

    def on(self):
        self.journal.write_bytes(b"")
        self.disk = self.simulated.Disk(self.data, self.random)

    def loss(self):
        for operation in self.simulated.read_journal(self.journal):
            self.disk.apply(operation)
        left = self.disk.crash()
        for path in self.data.rglob("*"):
            if path.is_file():
                path.unlink()
        self.simulated.write_out(left, self.data)
        self.on()


class Campaign:
    def __init__(self, folder, seed, binary=BINARY, with_power=False):
        self.random, self.letters = random.Random(seed), Letters(seed)
        self.receiver = SmtpReceiver(folder / "received").start()
        self.out = Outgoing(self.receiver)
        self.flagged, self.moved = FakeImap("council").start(), FakeImap("wards").start()
        self.moved.folders["Done"] = Folder()
        self.drop = Maildir("drop", folder / "drop")
        self.docket = Docket(imap_source("council", self.flagged, "council", after="flag")
                             + imap_source("wards", self.moved, "wards", after="{move: Done}")
                             + f"\n  - name: drop\n    maildir: {{path: {folder}/drop}}\n  - name: pipe\n    pipe: {{}}",
                             self.receiver.port, extra=LIMITS, folder=folder / "docket")
        self.docket.binary = binary
        self.power = Power(self.docket, self.random) if with_power else None
        self.pipe = Pipe("pipe", self.docket, self.letters)
        self.sources = [self.flagged, self.moved, self.drop, self.pipe]
        for imap in (self.flagged, self.moved):
            imap.book = self.docket.folder / "data/docket.db"
        self.kills, self.looked, self.late = 0, {source.source: set() for source in self.sources}, []

    def run(self, kills, rest):
        self.pipe.start()
        while self.kills < kills:
            self.docket.spawn()
            self.deliver()
            time.sleep(self.random.uniform(0, 0.2) if self.random.random() < 0.25 else self.random.uniform(0.05, 0.6))
            self.deliver()
            code = self.docket.process.poll()
            if code is not None:
                raise Found(f"O8 docket ended by itself ({code}):\n{self.docket.log()[-2000:]}")
            self.docket.kill()
            self.kills += 1
            if self.power:
                self.power.loss()
            self.glance()
            if self.kills % rest == 0 or self.kills == kills:
                self.let_work()

    def deliver(self):
        for source in (self.flagged, self.moved, self.drop):
            for _ in range(self.random.randint(0, 8)):
                if source is self.flagged and self.random.random() < 0.1:
                    self.late.append(source.folders["INBOX"].next_uid)  # a lower UID becomes visible later
                    source.folders["INBOX"].next_uid += 1
                source.deliver(self.letters.next())
        if self.late and self.random.random() < 0.5:
            self.flagged.deliver(self.letters.next(), uid=self.late.pop(0))

    def acknowledged(self):
        """{source: delivery keys that docket told were done}"""
        return {self.flagged: set(self.flagged.settled), self.moved: set(self.moved.settled),
                self.drop: self.drop.acknowledged(), self.pipe: self.pipe.acknowledged()}

    def glance(self):
        """While docket is down: what was acknowledged since the last look, and what left."""
        new = self.out.look()
        self.letters.answered = [one for one in [*self.letters.answered, *new] if one[0].endswith("people.example.org")][-50:]
        wrong = [words for imap in (self.flagged, self.moved) for words in imap.too_soon]
        wrong = [f"O9 {words}" for words in wrong]
        if (self.docket.folder / "data/keys").exists():  # made last: before, there is no book yet
            with oracles.Book(self.docket) as book:
                wrong += self.lost(book) + self.unmarked(book, {message_id for _, message_id in new})
                wrong += oracles.one_case(book)
        if wrong:
            raise Found("\n".join(wrong[:5]))

    def lost(self, book):
        wrong = []
        for source, keys in self.acknowledged().items():
            for key in sorted(keys - self.looked[source.source]):
                row = book.all("SELECT outcome, sha256 FROM inbounds WHERE source = ? AND delivery_key = ?", source.source, key)
                wrong += oracles.compare(f"{source.source}/{key} (acknowledged)", row and [dict(row[0], oversize=None, unreadable=None,
                                         size="?")], source.letters.get(key))
            self.looked[source.source] = keys
        return wrong

    def unmarked(self, book, message_ids):
        wrong = []
        for message_id in message_ids:
            row = book.all("SELECT public, unknowns FROM outbox WHERE message_id IN (?, ?)", message_id, message_id.strip("<>"))
            if not row:
                wrong.append(f"O3 a letter went out as {message_id}, which the outbox does not know")
        return wrong

    def let_work(self):
        """No kills until all is done; then every oracle."""
        self.docket.start()
        self.pipe.rest()
        try:
            for _ in range(5):
                wrong = oracles.drained(self.docket, 60)
                if wrong or not settle_uncertain(self.docket, self.receiver):
                    break
            wrong = wrong or oracles.findings(self.docket, self.sources, self.receiver, ("secret-canary",))
            if wrong:
                raise Found("\n".join(wrong[:5]))
        finally:
            self.pipe.work()
        self.docket.kill()
        if self.power:
            self.power.loss()

    def figures(self):
        count = {source.source: len(keys) for source, keys in self.acknowledged().items()}
        with oracles.Book(self.docket) as book:
            outcomes = dict(book.all("SELECT outcome, count(*) FROM inbounds GROUP BY outcome"))
            repeats = book.one("SELECT count(*) FROM outbox WHERE repeat")
            unsure = book.one("SELECT count(*) FROM events WHERE what = 'uncertain'")
            puzzled = book.one("SELECT count(*) FROM inbounds WHERE outcome = 'quarantined'")
        twice = sum(times > 1 for times in self.out.times.values())
        return (f"{self.kills} kills: {sum(count.values())} letters acknowledged {count}, 0 lost, 0 duplicate cases, 0 settled before "
                f"commit; outcomes {outcomes}; {len(self.out.times)} letters out, {unsure} uncertain, {repeats} marked as repeats, "
                f"{twice} arrived twice, 0 unmarked; {puzzled} quarantined; inject answered {self.pipe.answers}")

    def stop(self):
        self.pipe.ended.set()
        if self.docket.process and self.docket.process.poll() is None:
            self.docket.kill()
        for server in (self.flagged, self.moved, self.receiver):
            server.stop()
        for thread in self.pipe.threads:
            if thread.ident:
                thread.join(30)


def campaign(kills, seed, rest=25, binary=BINARY, with_power=False):
    """(figures, None) when all holds, else (where it stood, what the oracle said)."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-kills-"))
    running = Campaign(folder, seed, binary, with_power)
    try:
        running.run(kills, rest)
        return running.figures(), None
    except Found as found:
        return f"after {running.kills} kills", str(found)
    finally:
        running.stop()
        subprocess.run(["rm", "-rf", folder], check=False)  # a hundred thousand files after a long campaign


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--rest", type=int, default=25)
    parser.add_argument("--binary", type=pathlib.Path, default=BINARY)
    parser.add_argument("--power", action="store_true")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    began = time.monotonic()
    figures, wrong = campaign(options.kills, options.seed, options.rest, options.binary, options.power)
    print(f"{figures}; {time.monotonic() - began:.0f} s")
    if wrong:
        print(wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
