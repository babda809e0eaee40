#!/usr/bin/env python3
"""The circle through a real Postfix: letters come in by its pipe, answers and forwards go out by its SMTP.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/postfix_test.py [-v] [Test.name]
"""

import email
import os
import pathlib
import smtplib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from postfix import Postfix  # noqa: E402
from running import BINARY, Docket, letter  # noqa: E402


@unittest.skipUnless(os.geteuid() == 0, "Postfix needs root")
class ThroughPostfix(unittest.TestCase):
    def setUp(self):
        # docket's folder is part of master.cf, Postfix's port part of docket.yaml: it is written in once it is known.
        self.docket = Docket("\n  - name: pipe\n    pipe: {}", smtp_port=1, extra="operators: {group: nogroup}\n")
        self.docket.folder.chmod(0o755)
        self.addCleanup(self.docket.__exit__)
        self.postfix = Postfix(BINARY, self.docket.folder, ["ana@people.example.org"] + [
            f"{office}@office.testing.invalid" for office in ("front-desk", "ward-2", "mayor", "roads")])
        self.postfix.start()
        self.addCleanup(self.postfix.stop)
        settings = self.docket.folder / "docket.yaml"
        settings.write_text(settings.read_text().replace("localhost:1\"", f"localhost:{self.postfix.port}\""))

    def send(self, octets, *recipients, sender="ana@people.example.org"):
        with smtplib.SMTP("127.0.0.1", self.postfix.port) as smtp:
            smtp.sendmail(sender, recipients, octets)

    def wait_for(self, ready, what):
        try:
            self.docket.wait_for(ready, 30, what)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.postfix.log()}") from error

    def test_a_letter_to_two_addresses_is_one_case_and_everybody_hears_once(self):
        self.docket.start()
        self.send(letter(to="ward2@town.example, mayor@town.example").split(b"\r\n", 1)[1], "ward2@town.example",
                  "mayor@town.example")
        self.wait_for(lambda: self.docket.ledger().get("pipe", {}).get("seen") == 2, "two deliveries")
        self.wait_for(lambda: all(self.postfix.maildir(user) for user in ("ana", "roads", "ward-2", "mayor")), "the letters out")
        case, = self.docket.ask("case", "list")
        self.assertEqual((case["office"], case["copies"]), ("roads", ["mayor", "ward-2"]))
        for user in ("ana", "roads", "ward-2", "mayor"):
            self.assertEqual(len(self.postfix.maildir(user)), 1, user)
        answer = email.message_from_bytes(self.postfix.maildir("ana")[0])
        self.assertIn(case["number"], answer["Subject"])
        self.assertEqual(answer["Auto-Submitted"], "auto-replied")

    def test_while_docket_is_away_postfix_keeps_the_letter_and_bounces_nothing(self):
        self.send(letter(), "ward2@town.example")
        self.wait_for(lambda: "status=deferred" in self.postfix.log(), "Postfix to put it off")
        self.docket.start()
        self.wait_for(lambda: self.docket.ledger().get("pipe", {}).get("cases") == 1, "the letter")
        self.assertNotIn("status=bounced", self.postfix.log())

    def test_what_comes_back_from_an_office_is_told_to_the_case(self):
        self.docket.start()  # the waste office has no mailbox here
        self.send(letter(to="info@town.example", subject="Garbage", text="My garbage was not collected this week, nor the week before."),
                  "info@town.example")
        self.wait_for(lambda: self.docket.ledger().get("pipe", {}).get("additions") == 1, "the bounce")
        case, = self.docket.ask("case", "list")
        self.assertEqual((case["office"], case["undelivered"], case["letters"]), ("waste", 1, 2))
        self.assertEqual(self.docket.ledger()["pipe"]["difference"], 0)

    def test_a_bounce_opens_a_case_and_is_not_answered(self):
        self.docket.start()
        self.send(letter(sender="mailer@people.example.org").split(b"\r\n", 1)[1], "ward2@town.example", sender="")
        self.wait_for(lambda: len(self.docket.ask("case", "list")) == 1, "the case")
        shown = self.docket.ask("case", "show", self.docket.ask("case", "list")[0]["number"])
        withheld = [event["detail"] for event in shown["timeline"] if event["what"] == "withheld"]
        self.assertEqual(len(withheld), 1)
        self.assertIn("null-sender", withheld[0])
        self.assertFalse(any(row["kind"] == "acknowledgement" and row["state"] != "withheld" for row in shown["outbox"]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
