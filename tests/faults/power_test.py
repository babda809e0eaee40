#!/usr/bin/env python3
"""D5, power loss: whatever of the unsynced writes a disk has lost, everything acknowledged is in the book.

    DOCKET_POWER_LOSSES=1000 power_test.py [-v] [TEST]     # 40 by itself

One run of docket under load (first start, pipe, Maildir, SMTP, kill -9, clean stop) is written down by the shim; then power is lost at
random moments of it. Acknowledged are: what `inject` answered with 0, what left new/ of the Maildir, what the mail server
had accepted (its row may not still be queued, or it would be sent again unmarked).
"""

import base64
import concurrent.futures
import hashlib
import os
import pathlib
import random
import shutil
import sqlite3
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))

import oracles  # noqa: E402
import power  # noqa: E402
from running import BINARY, Docket, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

LOSSES = int(os.environ.get("DOCKET_POWER_LOSSES", 40))
SEED = int(os.environ.get("DOCKET_SEED", 20261125))
SHIM = os.environ.get("DOCKET_SHIM", BINARY.parent / "libdocket_shim.so")
SOURCES = "\n  - name: pipe\n    pipe: {}\n  - name: post\n    maildir: {path: post}\n"


def octets_of(number):
    random_ = random.Random(SEED + number)
    noise = base64.b64encode(random_.randbytes(random_.randrange(100, 30_000))).decode()
    lines = "\r\n".join(noise[at:at + 76] for at in range(0, len(noise), 76))
    return letter(sender=f"p{number}@people.example.org", number=number, text=f"Lamp {number} is dark.\r\n{lines}")


class Receiver(SmtpReceiver):
    """Notes how long the journal was when it accepted a letter."""

    journal, accepted = None, ()

    def log(self, connection, event, **more):
        if event == "message":
            self.accepted = (*self.accepted, (os.path.getsize(self.journal), more["message_id"]))
        super().log(connection, event, **more)


class Run:
    """A load on a docket that runs with the shim; what was acknowledged, each with the journal's length at that moment."""

    def __init__(self, folder, random_, fault=""):
        self.folder, self.random = pathlib.Path(folder), random_
        self.journal = self.folder / "journal"
        self.receiver = Receiver(self.folder / "received")
        self.receiver.journal = self.journal
        self.given = {}        # sha256: octets handed to inject
        self.injected = []     # (journal length, sha256) of those it took
        self.post = {}         # name: sha256
        with self.receiver:
            self.docket = Docket(SOURCES, self.receiver.port, folder=self.folder / "town")
            self.docket.environment = {"LD_PRELOAD": str(SHIM), "DOCKET_SHIM_JOURNAL": str(self.journal),
                                       "DOCKET_SHIM_FOLDER": str(self.docket.folder), "DOCKET_SHIM_FAULT": fault}
            self.deliver_post(40)
            self.start_state = self.folder / "before"
            (self.docket.folder / "data").mkdir()
            shutil.copytree(self.docket.folder, self.start_state)
            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                for end, first in ((self.docket.kill, 1000), (self.docket.stop, 2000), (self.docket.kill, 3000)):
                    self.docket.start()
                    list(pool.map(self.inject, range(first, first + 60)))
                    end()

    def deliver_post(self, count):
        new = self.docket.folder / "post/new"
        for part in ("tmp", "new", "cur"):
            (self.docket.folder / "post" / part).mkdir(parents=True)
        for number in range(count):
            octets = octets_of(number)
            (new / f"1700000000.M{number}.host").write_bytes(octets)
            self.post[f"1700000000.M{number}.host"] = hashlib.sha256(octets).hexdigest()

    def inject(self, number):
        octets = octets_of(number)
        self.given[hashlib.sha256(octets).hexdigest()] = octets
        if self.docket.command("inject", "-", "--source", "pipe", octets=octets).returncode == 0:
            self.injected.append((os.path.getsize(self.journal), hashlib.sha256(octets).hexdigest()))

    def lose_power(self, times):
        """Yields (journal length, folder) as the power losses leave it, in the order of their moments."""
        operations = list(power.read_journal(self.journal))
        syncs = [at for at, operation in enumerate(operations) if operation.word == "sync"]
        # Half of them at any operation, half just before or after something was made durable.
        moments = sorted(self.random.randrange(len(operations)) if self.random.random() < 0.5
                         else self.random.choice(syncs) - self.random.randrange(2) for _ in range(times))
        disk, done = power.Disk(self.start_state, self.random), 0
        for moment in moments:
            while done <= moment:
                disk.apply(operations[done])
                done += 1
            with tempfile.TemporaryDirectory(prefix="docket-power-") as left:
                power.write_out(disk.crash(), left)
                (pathlib.Path(left) / "data").mkdir(exist_ok=True)
                yield operations[moment].end if moment >= 0 else 0, pathlib.Path(left)

    def wrong(self, length, left):
        """What is missing after a power loss at that moment, and the number of acknowledged things looked for."""
        injected = [digest for at, digest in self.injected if at <= length]
        post = [digest for name, digest in self.post.items() if not (left / "post/new" / name).exists()]
        sent = [message for at, message in self.receiver.accepted if at <= length]
        book = left / "data/docket.db"
        if not injected and not post and not sent and not (left / "data/keys").exists():
            return [], 0  # before the first start was through there is nothing to lose
        try:
            wrong, kept, states = look_into(book)
        except sqlite3.DatabaseError as error:
            return [f"the book cannot be read: {error}"], 1
        wrong += [f"acknowledged by inject and gone: {digest[:12]}" for digest in injected if digest not in kept]
        wrong += [f"left new/ and gone: {digest[:12]}" for digest in post if digest not in kept]
        wrong += [f"sent, but the outbox says {states.get(message.strip('<>'))}: {message}" for message in sent
                  if states.get(message.strip("<>"), "queued") == "queued"]
        return wrong, len(injected) + len(post) + len(sent)


def look_into(book):
    """What is wrong in itself, the letters in it, the state of each letter out."""
    db = sqlite3.connect(book)
    try:
        sound = db.execute("PRAGMA integrity_check").fetchone()[0]
        wrong = [f"integrity_check: {sound}"] * (sound != "ok")
        wrong += ["foreign_key_check"] * bool(db.execute("PRAGMA foreign_key_check").fetchall())
        states = {message.strip("<>"): state for message, state in db.execute("SELECT message_id, state FROM outbox")}
        return wrong, {row[0] for row in db.execute("SELECT sha256 FROM inbounds")}, states
    finally:
        db.close()


class PowerLoss(unittest.TestCase):
    def run_of(self, fault=""):
        folder = tempfile.mkdtemp(prefix="docket-faults-")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return Run(folder, random.Random(SEED), fault)

    def test_d5_everything_acknowledged_survives(self):
        run, looked_for, started = self.run_of(), 0, 0
        self.assertGreater(len(run.injected), 150, run.docket.log()[-2000:])
        for number, (length, left) in enumerate(run.lose_power(LOSSES)):
            if number % 20 == 0:  # before wrong(): whoever closes a book last takes its log away
                shutil.copytree(left, run.folder / f"left{number}")
                self.goes_on(run, run.folder / f"left{number}")
                started += 1
            wrong, count = run.wrong(length, left)
            self.assertEqual(wrong, [], f"power loss {number} of seed {SEED}, journal at {length}")
            looked_for += count
        print(f"\nD5: {LOSSES} power losses, {looked_for} acknowledged things looked for, 0 missing; docket went on with {started} "
              f"of what was left, {len(run.injected)} injected, seed {SEED}", file=sys.stderr)
        checkpoints = [operation for operation in power.read_journal(run.journal)
                       if operation.word == "write" and operation.path == "data/docket.db"]
        self.assertGreater(len(checkpoints), 1000, "no checkpoint under way in which power could be lost")

    def test_d4_power_is_lost_after_a_sync_was_refused(self):
        """Then the log looks written and is not; nothing acknowledged later may rest on it, also by the next process."""
        for fault in ("sync:-wal:eio:60", "sync:-wal:end:60"):
            run = self.run_of(fault)
            self.assertIn("lost", {operation.word for operation in power.read_journal(run.journal)})
            for length, left in run.lose_power(max(20, LOSSES // 10)):
                self.assertEqual(run.wrong(length, left)[0], [], f"{fault}, seed {SEED}, journal at {length}")

    def goes_on(self, run, left):
        """A docket starts on what is left; whoever got no answer tries again, and a few who did; then all holds."""
        pipe = oracles.Served("pipe")
        with SmtpReceiver(left / "received") as receiver, Docket(SOURCES, receiver.port, folder=left) as docket:
            docket.start()
            with oracles.Book(docket) as book:
                kept = {row[0] for row in book.all("SELECT delivery_key FROM inbounds WHERE source = 'pipe'")}
            for number, (digest, octets) in enumerate(run.given.items()):
                if digest not in kept or number % 20 == 0:
                    self.assertEqual(docket.command("inject", "-", "--source", "pipe", octets=octets).returncode, 0)
                pipe.letters[digest] = digest
            oracles.check(docket, pipe)

    def test_the_campaign_notices_a_disk_that_lies(self):
        """A sync that does nothing, as synchronous=OFF would be."""
        run = self.run_of("sync:-wal:lie:1+")
        lost = sum(bool(run.wrong(length, left)[0]) for length, left in run.lose_power(20))
        self.assertGreater(lost, 5)


if __name__ == "__main__":
    unittest.main(verbosity=2)
