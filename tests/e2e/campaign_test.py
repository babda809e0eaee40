#!/usr/bin/env python3
"""Many letters on one matter, through the whole daemon: a campaign in small, and the same trouble told in other words.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/campaign_test.py [-v]

In large, with times: tests/bench/campaign.sh.
"""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from form_letters import flood  # noqa: E402
from handing_over import hand_over  # noqa: E402
from running import Docket, letter  # noqa: E402

LIMITS = "  limits: {per_minute: 100000, per_day: 1000000, per_address_per_day: 20}\n"


class Campaign(unittest.TestCase):
    def setUp(self):
        self.docket = Docket("\n  - name: pipe\n    pipe: {}", extra=LIMITS)
        self.docket.environment["WATCHDOG_USEC"] = "400000"  # rounds follow each other fast
        self.addCleanup(self.docket.__exit__)
        self.docket.start()

    def hand_over(self, letters):
        self.assertEqual(hand_over(self.docket.folder / "control.sock", [octets for _, _, octets in letters]), len(letters))

    def grouped(self, count):
        campaigns = self.docket.ask("case", "campaign")
        return bool(campaigns) and campaigns[0]["letters"] >= count

    def test_form_letters_are_one_campaign_with_a_case_and_an_acknowledgement_each(self):
        letters = flood(form=120, half=10, others=30)
        self.hand_over(letters)
        self.docket.wait_for(lambda: self.grouped(120), 60, "the form letters to be grouped")
        self.docket.wait_until_sent()
        campaign, = self.docket.ask("case", "campaign")
        self.assertEqual((campaign["letters"], campaign["people"], campaign["cases"]), (120, 120, 120))
        self.assertTrue(campaign["gist"])
        shown = self.docket.ask("case", "campaign", campaign["campaign"])
        self.assertEqual({member["from"] for member in shown["members"]}, {sender for kind, sender, _ in letters if kind == "form"})
        rows = self.docket.ask("outbox", "list")
        answered = [row["to"] for row in rows if row["kind"] == "acknowledgement"]
        self.assertEqual(sorted(answered), sorted(sender for _, sender, _ in letters))
        self.assertEqual([row["to"] for row in rows if row["kind"] == "notice"], ["clerk@staff.testing.invalid"])
        self.assertEqual(self.docket.command("audit", "verify").returncode, 0)
        table = self.docket.command("case", "campaign").stdout.decode()
        self.assertIn(campaign["campaign"], table)

    def test_nine_people_are_no_campaign(self):
        self.hand_over(flood(form=9, half=0, others=5))
        self.docket.wait_until_sent()
        self.assertEqual(self.docket.ask("case", "campaign"), [])

    def test_what_is_not_there_is_answered_so(self):
        self.assertEqual(self.docket.command("case", "campaign", "m-nothing").returncode, 1)
        self.assertEqual(self.docket.ask("report", "recurring"), [])
        self.assertEqual(self.docket.command("report", "recurring", "confirm", "r-nothing").returncode, 1)
        self.assertEqual(self.docket.command("report", "recurring", "confirm").returncode, 2)
        self.assertEqual(self.docket.command("report", "recurring", "burn", "r-nothing").returncode, 2)
        self.docket.stop()
        self.assertEqual(self.docket.ask("case", "campaign"), [])
        self.assertEqual(self.docket.ask("report", "recurring"), [])
        self.assertEqual(self.docket.command("report", "recurring", "dismiss", "r-nothing").returncode, 69)


class Recurring(unittest.TestCase):
    """Places from town.yaml, three residents, one street."""

    LETTERS = ("There is a deep pothole at 12 Maple Street, my tire burst in it.",
               "Maple St. again: the pothole in front of number 20 has burst another tire!",
               "RUE DES ÉRABLES, the potholes are so deep that no tire survives.")

    def setUp(self):
        self.docket = Docket("\n  - name: pipe\n    pipe: {}")
        self.addCleanup(self.docket.__exit__)
        with open(self.docket.folder / "town.yaml", "a", encoding="utf-8") as town:
            town.write("places:\n  - {name: Maple Street, also: [rue des Érables]}\n  - Oak Avenue\n")
        self.docket.start()

    def take(self, number, text):
        octets = letter(sender=f"person{number}@people.example.org", text=text, number=number, subject="My street",
                        more="Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n")
        self.assertEqual(self.docket.command("inject", "-", "--source", "pipe", octets=octets).returncode, 0)

    def test_one_trouble_of_one_street_is_suggested_and_a_clerk_confirms_it(self):
        self.take(1, self.LETTERS[0])
        self.take(2, self.LETTERS[1])
        self.take(9, "The pothole in Oak Avenue bursts every tire.")
        self.assertEqual(self.docket.ask("report", "recurring"), [])
        self.take(3, self.LETTERS[2])
        issue, = self.docket.ask("report", "recurring")
        self.assertEqual((issue["place"], issue["state"], len(issue["cases"])), ("Maple Street", "suggested", 3))
        self.assertIn("pothole", issue["words"])
        self.assertIn(issue["id"], self.docket.command("report", "recurring").stdout.decode())
        self.assertEqual(self.docket.command("report", "recurring", "confirm", issue["id"]).returncode, 0)
        confirmed, = self.docket.ask("report", "recurring")
        self.assertEqual((confirmed["id"], confirmed["state"]), (issue["id"], "confirmed"))
        labelled = {case["number"] for case in self.docket.ask("case", "list") if f"recurring:{issue['id']}" in case["labels"]}
        self.assertEqual(labelled, set(issue["cases"]))
        self.assertEqual(self.docket.command("report", "recurring", "dismiss", issue["id"]).returncode, 0)
        self.docket.stop()
        self.assertEqual(self.docket.ask("report", "recurring")[0]["state"], "dismissed")
        self.assertEqual(self.docket.command("audit", "verify").returncode, 0)


if __name__ == "__main__":
    unittest.main()
