#!/usr/bin/env python3
"""Group J, time: the clock is set while docket runs, the year turns, summer time comes and goes, a machine boots in 1970.

The released docket runs with libfaketime preloaded; its clock is now plus an offset that a test may change at any moment.
The steady clock is left alone, as when a real clock is set.
"""

import datetime
import email
import email.policy
import glob
import json
import pathlib
import re
import sys
import tempfile
import time
import unittest
import zoneinfo

from shaken import Shaken

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import oracles  # noqa: E402
from running import letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

FAKETIME = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
ZONE = zoneinfo.ZoneInfo("America/Toronto")  # of tests/e2e/town
DAY = 86400
CLERK = "clerk@staff.testing.invalid"  # of tests/e2e/town


class Clock(Shaken):
    """A docket whose clock can be set."""

    def __init__(self, smtp_port=None):
        super().__init__(smtp_port)
        self.offset_file = self.folder / "offset"
        self.set(0)
        self.environment = {"LD_PRELOAD": FAKETIME[0], "FAKETIME_TIMESTAMP_FILE": str(self.offset_file),
                            "FAKETIME_NO_CACHE": "1", "DONT_FAKE_MONOTONIC": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}

    def set(self, seconds):
        new = self.offset_file.with_suffix(".new")
        new.write_text(f"{seconds:+d}\n")
        new.rename(self.offset_file)

    def set_local(self, *parts):
        """So that it is this moment in the town, now."""
        self.set(int(datetime.datetime(*parts, tzinfo=ZONE).timestamp() - time.time()))

    def rows(self, words):
        with oracles.Book(self) as book:
            return book.all(words)


@unittest.skipUnless(FAKETIME, "libfaketime is not installed")
class Time(unittest.TestCase):
    def town(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.receiver = SmtpReceiver(pathlib.Path(folder.name)).start()
        self.addCleanup(self.receiver.stop)
        town = Clock(self.receiver.port)
        self.addCleanup(town.__exit__)
        return town

    def test_j1_the_clock_jumps_back_a_day_forward_a_year_and_back(self):
        for restart in (False, True):
            with self.subTest(restart=restart):
                town, number = self.town().start(), 0
                for offset in (0, -DAY, 365 * DAY, 0, -2):
                    town.set(offset)
                    if restart:
                        town.kill()
                        town.start()
                    for _ in range(3):
                        number += 1
                        self.assertTrue(town.inject(number))
                    town.mail(100 + number)
                    town.wait_until_taken({"post": 1})
                    town.wait_until_sent()
                town.whole(self.receiver)
                states = {row["state"] for row in town.rows("SELECT state FROM outbox")}
                self.assertLessEqual(states, {"sent", "uncertain"} if restart else {"sent"})
                self.assertEqual(town.rows("SELECT count(*) FROM cases")[0][0], number + 5)
                town.stop()

    def test_j2_new_year_in_the_town_with_a_kill(self):
        """Toronto's year turns five hours after UTC's; each letter's number has the town's year of its own moment."""
        town = self.town()
        town.set_local(2026, 12, 31, 23, 59, 56)
        town.start()
        number = 0
        while not any(row["number"].startswith("TT-2027") for row in town.rows("SELECT number FROM cases")):
            number += 1
            town.inject(number)
            self.assertLess(number, 2000, "the year never turned")
        town.kill()
        town.start()
        for number in range(number + 1, number + 20):
            town.inject(number)
        town.whole(self.receiver)
        last = {}
        for row in town.rows("SELECT c.number, i.recorded FROM cases c JOIN inbounds i ON i.case_id = c.id AND i.outcome = 'case'"
                             " ORDER BY i.recorded, c.id"):
            year, serial = map(int, re.match(r"TT-(\d{4})-(\d{6})-\d", row["number"]).groups())
            moment = datetime.datetime.fromtimestamp(row["recorded"] / 1e6, ZONE)
            self.assertEqual(year, moment.year, f"{row['number']} was recorded at {moment}")
            self.assertEqual(serial, last.get(year, 0) + 1, f"{row['number']}: a gap, or out of order")
            last[year] = serial
        self.assertEqual(set(last), {2026, 2027})

    def due_after(self, *parts):
        """When the letter that came at this local moment is due, as a local clock shows it."""
        town = self.town()
        town.set_local(*parts)
        town.start()
        town.inject(1)
        [case] = town.ask("case", "list")
        town.stop()
        return datetime.datetime.fromisoformat(case["due"].replace("Z", "+00:00")).astimezone(ZONE).replace(tzinfo=None)

    def test_j3_due_dates_over_the_gap_and_the_repeat(self):
        """Two business days from Friday afternoon: the wall clock says the same in the weekend of the change as a week before."""
        week = datetime.timedelta(days=7)
        for name, change in (("gap", (2027, 3, 12, 15, 0)), ("repeat", (2027, 11, 5, 15, 0))):
            with self.subTest(name):
                before = datetime.datetime(*change) - week
                due, usual = self.due_after(*change), self.due_after(*before.timetuple()[:5])
                self.assertLess(abs(due - usual - week), datetime.timedelta(minutes=1), f"due {due}, the week before {usual}")

    def test_j3_letters_inside_the_gap_and_the_repeat(self):
        for name, moment in (("gap", (2027, 3, 14, 1, 59, 58)), ("repeat", (2027, 11, 7, 1, 59, 58))):
            with self.subTest(name):
                town = self.town()
                town.set_local(*moment)
                town.start()
                began = time.monotonic()
                number = 0
                while time.monotonic() - began < 4:  # over the change and past it
                    number += 1
                    self.assertTrue(town.inject(number))
                for case in town.ask("case", "list"):
                    self.assertGreater(case["due"], case["opened"])
                town.whole(self.receiver)
                town.stop()

    def test_j4_a_machine_boots_in_1970(self):
        """What was there stays, what comes is kept, nothing is sent again when the clock is right again."""
        town = self.town().start()
        self.assertTrue(town.inject(1))
        town.wait_until_sent()
        town.stop()
        sent = len(self.receiver.messages())
        town.set(int(-time.time()) + 60)
        town.start()
        town.mail(2)
        town.inject(3)
        town.set(0)
        town.wait_until_taken({"post": 1})
        self.assertTrue(town.inject(4))
        town.whole(self.receiver)
        ids = [message["message_id"] for message in self.receiver.messages()]
        self.assertEqual(len(ids), len(set(ids)), "sent again")
        self.assertGreater(len(ids), sent)
        self.assertEqual(town.rows("SELECT count(*) FROM cases")[0][0], 4)

    def to_clerk(self, word):
        """The newest letter to the clerk with that in its subject."""
        found = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
                 for file in (self.receiver.folder / CLERK / "new").glob("*")]
        found = [letter for letter in found if word in letter["Subject"]]
        return found[-1] if found else None

    def test_j5_the_clerk_gets_a_list_at_eight_and_answers_it(self):
        """Nothing at one minute to eight; at eight one letter; its answer closes the case, which is told in another letter."""
        town = self.town()
        town.set_local(2027, 3, 15, 7, 58, 50)
        town.start()
        machine = letter(number=1, more="Auto-Submitted: auto-generated\r\n")
        self.assertEqual(town.command("inject", "-", "--source", "pipe", octets=machine).returncode, 0)
        [case] = town.ask("case", "list")
        self.assertIsNone(self.to_clerk("waits"))
        town.set_local(2027, 3, 15, 8, 0, 1)
        town.wait_for(lambda: self.to_clerk("waits"), 40, "the morning list")
        morning = self.to_clerk("waits")
        self.assertIn(f"{case['number']} \"Pothole\" · automatic · docket case show", morning.get_content())
        answer = letter(sender=CLERK, number=2, subject="Re: the list", text=f"{case['number']} #close a machine's\r\n",
                        more=f"In-Reply-To: {morning['Message-ID']}\r\n")
        done = town.command("inject", "-", "--source", "pipe", "--json", octets=answer)
        self.assertEqual(json.loads(done.stdout)["outcome"], "ignored", done.stdout)
        self.assertEqual(town.ask("case", "show", case["number"])["status"], "closed")
        town.wait_for(lambda: self.to_clerk("docket: done"), 20, "what was done")
        self.assertEqual(len(town.ask("case", "list")), 1)
        town.set_local(2027, 3, 15, 15, 0, 0)
        town.wait_for(lambda: town.rows("SELECT value FROM meta WHERE name = 'reminded'"), 30, "a round in the afternoon")
        self.assertEqual(len(town.rows("SELECT 1 FROM outbox WHERE case_id IS NULL AND kind = 'notice'")), 2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
