#!/usr/bin/env python3
"""The figures of a restore: a copy 24 hours old, 500 letters since. On a real Dovecot and an SMTP receiver.

    restore_test.py --show                 # prints the table
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import oracles  # noqa: E402
from dovecot import Dovecot  # noqa: E402
from fast_clock import fast  # noqa: E402
from running import BINARY, Docket, imap_source, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

BEFORE, SINCE = 100, 500
GAP = 5_000  # the least that numbers go on behind the last one
SHOW = "--show" in sys.argv
YESTERDAY = {"FAKETIME": "-24h"}


def run(*words, environment=None):
    done = subprocess.run([BINARY, *words], capture_output=True, check=False, timeout=120, env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        raise AssertionError(f"{words}: exit {done.returncode}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def to_people(receiver):
    return [to for message in receiver.messages() for to in message["recipients"] if to.endswith("people.example.org")]


class Restore(unittest.TestCase):
    def setUp(self):
        self.safe = pathlib.Path(tempfile.mkdtemp(prefix="docket-restore-"))
        self.addCleanup(shutil.rmtree, self.safe, ignore_errors=True)
        self.server = Dovecot().start()
        self.addCleanup(self.server.stop)
        self.receiver = SmtpReceiver(self.safe / "received").start()
        self.addCleanup(self.receiver.stop)
        self.docket = Docket(imap_source("council", self.server, "council", after="flag") + "\n", self.receiver.port,
                             extra="  limits: {per_minute: 100000, per_day: 10000000}\n")
        self.addCleanup(self.docket.__exit__)
        self.delivered = 0

    def deliver(self, count):
        for _ in range(count):
            self.delivered += 1
            self.server.deliver("council", letter(sender=f"p{self.delivered}@people.example.org", number=self.delivered,
                                                  text=f"Lamp {self.delivered} is dark."))
        self.docket.wait_until_taken({"council": self.delivered}, 300)
        self.docket.wait_until_sent(300)

    def cases(self):
        """{number: the hash of the letter that opened it}"""
        with oracles.Book(self.docket) as book:
            return dict(book.all("SELECT c.number, i.sha256 FROM cases c JOIN inbounds i ON i.case_id = c.id WHERE i.outcome = 'case'"))

    def test_500_letters_after_a_copy_24_hours_old(self):
        docket, backup = self.docket, self.safe / "yesterday"
        yesterday = {**fast(1), **YESTERDAY}
        docket.environment = yesterday
        docket.start()
        self.deliver(BEFORE)
        run("-c", docket.folder, "backup", backup, "--json", environment=yesterday)
        docket.stop()
        docket.environment = {}
        docket.start()
        self.deliver(SINCE)
        lost = self.cases()
        last = max(int(number.split("-")[2]) for number in lost)
        docket.kill()
        shutil.move(docket.folder / "data", self.safe / "lost")

        said = run("restore", backup, docket.folder / "data", "--json")
        before = len(self.receiver.messages())
        docket.start()
        docket.wait_until_taken({"council": self.delivered}, 300)
        docket.wait_until_sent(300)
        by_itself = self.receiver.messages()[before:]
        now = self.cases()
        twice = [number for number, digest in now.items() if lost.get(number, digest) != digest]
        first = min(int(number.split("-")[2]) for number in now if number not in lost)
        waiting = docket.ask("outbox", "list", "--state", "uncertain")
        with oracles.Book(docket) as book:
            told = book.one("SELECT detail FROM events WHERE what = 'restored'")
        resolved = run("-c", docket.folder, "outbox", "resolve", "--restored", "--sent", "--json")["letters"]
        left = docket.ask("outbox", "list", "--state", "uncertain")
        people = to_people(self.receiver)
        rows = [("letters before the copy", BEFORE), ("age of the copy", "24 h"), ("letters since, all answered by the book that is lost", SINCE),
                ("of these taken again out of the mailbox", len(now) - BEFORE), ("last number of the lost book", last),
                ("first number after the restore", first), ("numbers twice", len(twice)), ("letters sent by themselves", len(by_itself)),
                ("residents who heard twice", len(people) - len(set(people))), ("letters that waited as uncertain", len(waiting)),
                ("of these resolved by one command", resolved), ("still uncertain", len(left))]
        if SHOW:
            print("", *(f"  {name:<55} {figure:>8}" for name, figure in rows), f"  audit log: {told}", sep="\n", file=sys.stderr)

        self.assertEqual(len(now), BEFORE + SINCE)
        self.assertEqual(twice, [], "numbers that stand for two letters")
        self.assertEqual(by_itself, [], "sent by themselves, though they may have been sent before")
        self.assertEqual(len(people), len(set(people)))
        self.assertGreaterEqual(first, last + GAP)
        self.assertGreaterEqual(min(said["numbers"].values()), last + GAP)
        self.assertIn("case numbers go on at", told)
        self.assertGreaterEqual(len(waiting), 2 * SINCE)
        self.assertEqual((resolved, left), (len(waiting), []))
        oracles.check(docket)


if __name__ == "__main__":
    sys.argv = [word for word in sys.argv if word != "--show"]
    unittest.main(verbosity=2)
