#!/usr/bin/env python3
"""B1: a letter that ends the daemon, or is never read to its end, is put aside after three attempts; the others go on, and a
clerk can still give it to an office."""

import os
import pathlib
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
sys.path.insert(0, str(HERE))

import oracles  # noqa: E402
from outcomes import received  # noqa: E402
from running import BINARY, Docket, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

FAILPOINTS = pathlib.Path(os.environ.get("DOCKET_FAILPOINT_BINARY", BINARY.parent / "docket_failpoints"))
SOURCES = "\n  - name: drop\n    maildir: {path: mail}\n  - name: pipe\n    pipe: {}"
POISON = letter(sender="eve@people.example.org", number=66, more="X-Docket-Failpoint: yes\r\n")


class Poison(unittest.TestCase):
    def setUp(self):
        self.docket = Docket(SOURCES)
        self.addCleanup(self.docket.__exit__)
        self.docket.binary = FAILPOINTS
        self.mail = self.docket.folder / "mail"
        for name in ("new", "cur", "tmp"):
            (self.mail / name).mkdir(parents=True)

    def drop(self, name, octets):
        (self.mail / "tmp" / name).write_bytes(octets)
        (self.mail / "tmp" / name).rename(self.mail / "new" / name)

    def quarantine(self):
        return self.docket.ask("quarantine", "list")

    def test_a_letter_that_ends_the_daemon_is_put_aside_after_three_times(self):
        self.docket.environment = {"DOCKET_FAILPOINT": "reading:kill"}
        self.drop("1-poison", POISON)
        ends = 0
        while True:
            self.docket.spawn()
            if not self.ended_or_put_aside():
                break
            ends += 1
            self.assertLess(ends, 6, "the poison letter ends docket again and again")
        # Once in normal running, then three careful attempts.
        self.assertIn(ends, (3, 4))
        self.drop("2-other", letter(number=2))
        self.docket.wait_until_taken({"drop": 2})
        self.assertEqual(len(self.docket.ask("case", "list")), 1)
        self.assertIn("reading it failed three times", self.quarantine()[0]["reason"])
        oracles.check(self.docket)

    def ended_or_put_aside(self):
        """True: it ended."""
        limit = time.monotonic() + 60
        while time.monotonic() < limit:
            if self.docket.process.poll() is not None:
                return True
            try:
                if self.docket.status().get("running") and self.quarantine():
                    return False
            except RuntimeError:
                pass  # it ended in between
            time.sleep(0.05)
        raise AssertionError("neither ended nor put aside:\n" + self.docket.log()[-2000:])

    def test_a_letter_that_hangs_holds_up_the_others_for_ten_seconds_at_most(self):
        self.docket.environment = {"DOCKET_FAILPOINT": "reading:hang"}
        self.docket.start()
        self.drop("1-poison", POISON)
        waits = []
        number = 2
        while not self.quarantine():
            began = time.monotonic()
            done = self.docket.command("inject", "-", "--source", "pipe", octets=letter(number=number, subject=f"Letter {number}"))
            self.assertEqual(done.returncode, 0, done.stderr)
            waits.append(time.monotonic() - began)
            number += 1
            self.assertLess(sum(waits), 120, "the letter that hangs is not put aside:\n" + self.docket.log()[-2000:])
        self.assertLess(max(waits), 10)
        self.assertEqual(self.docket.status()["running"], True)
        oracles.check(self.docket)

    def put_aside(self):
        """Without waiting for time limits: as if three attempts had ended the daemon."""
        self.docket.environment = {"DOCKET_FAILPOINT": "reading:kill"}
        self.drop("1-poison", POISON)
        while True:
            self.docket.spawn()
            if not self.ended_or_put_aside():
                return self.quarantine()[0]

    def test_a_clerk_looks_at_it_safely_and_tries_it_again_once_the_program_is_mended(self):
        row = self.put_aside()
        shown = self.docket.ask("quarantine", "show", row["id"])
        self.assertIn("From: eve@people.example.org", shown["header"])
        self.docket.stop()
        self.docket.binary, self.docket.environment = BINARY, {}
        self.docket.start()
        self.assertEqual(self.docket.ask("quarantine", "retry", row["id"])["outcome"], "case")
        case, = self.docket.ask("case", "list")
        self.assertEqual((case["from"], case["office"]), ("eve@people.example.org", "roads"))
        self.assertEqual(self.quarantine(), [])
        oracles.check(self.docket)

    def test_a_clerk_gives_it_to_an_office_without_anybody_reading_it(self):
        with SmtpReceiver(self.docket.folder / "received") as receiver:
            text = (self.docket.folder / "docket.yaml").read_text()
            (self.docket.folder / "docket.yaml").write_text(text.replace("maildir: {path: out}", f'smtp: {{url: "smtp://localhost:{receiver.port}", tls: none}}'))
            row = self.put_aside()
            # The failpoint is still there: reading it would end docket.
            answer = self.docket.ask("quarantine", "assign", row["id"], "roads", "--reason", "looked at it")
            self.assertEqual(answer["outcome"], "case")
            self.docket.wait_until_sent()
            forwards = [message for to, message in received(self.docket.folder / "received") if to == "roads@office.testing.invalid"]
            self.assertEqual(len(forwards), 1)
            attached, = forwards[0].iter_attachments()
            self.assertEqual((attached.get_filename(), attached.get_payload(decode=True)), ("letter.eml", POISON))
            words = [event["what"] for event in self.docket.ask("case", "show", answer["case"])["timeline"]]
            self.assertIn("assigned", words)
            oracles.check(self.docket, receiver=receiver)

    def test_discarding_needs_a_reason_that_the_audit_log_keeps(self):
        row = self.put_aside()
        self.assertEqual(self.docket.command("quarantine", "discard", row["id"]).returncode, 2)
        self.assertEqual(self.docket.command("quarantine", "discard", row["id"], "--reason", "a program's garbage").returncode, 0)
        self.assertEqual(self.quarantine(), [])
        with oracles.Book(self.docket) as book:
            self.assertEqual(book.one("SELECT part FROM events e JOIN event_parts p ON p.seq = e.seq WHERE what = 'quarantine_discarded'"),
                             "a program's garbage")
            self.assertEqual(book.one("SELECT count(*) FROM octets"), 1)
        oracles.check(self.docket)


if __name__ == "__main__":
    unittest.main()
