#!/usr/bin/env python3
"""Every key of a source and of mail, one by one, on real parts: what it promises is what happens.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/keys_test.py [-v] [Test.name]
"""

import datetime
import pathlib
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from dovecot import make_certificate  # noqa: E402
from mailbox_test import WithServers  # noqa: E402
from outcomes import received  # noqa: E402
from running import Docket, imap_source, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

ANA = "ana@people.example.org"


class OfASource(WithServers):
    def take(self, *letters, folder="INBOX", where="council", **how):
        """Runs docket until the letters are in the book and all mail is out."""
        for octets in letters:
            self.server.deliver(where, octets, folder=folder)
        docket = self.docket(imap_source("council", self.server, where, **how)).start()
        docket.wait_until_taken({"council": len(letters)})
        docket.wait_until_sent()
        return docket

    def sent_to(self):
        return sorted(to for to, _ in received(self.folder / "received"))

    def test_folders_letters_from_junk_are_spam(self):
        source = imap_source("council", self.server, "council").replace("after: keep", "after: keep\n      folders: [INBOX, Junk]")
        self.server.deliver("council", letter(), folder="Junk")
        self.server.deliver("council", letter(sender="bo@people.example.org", number=2))
        docket = self.docket(source).start()
        docket.wait_until_taken({"council": 2})
        docket.wait_until_sent()
        cases = {case["from"]: case for case in docket.ask("case", "list")}
        self.assertEqual(cases[ANA]["status"], "review")
        self.assertEqual(cases["bo@people.example.org"]["office"], "roads")
        self.assertNotIn(ANA, self.sent_to())

    def test_address_stands_for_a_letter_that_names_none_of_ours(self):
        docket = self.take(letter(to="undisclosed-recipients:;", subject="Hello", text="Good morning to all of you there."),
                           more="    address: mayor@town.example\n")
        self.assertEqual(docket.ask("case", "list")[0]["office"], "mayor")

    def test_max_size_the_sender_is_told_once(self):
        large = letter(text="x" * 300_000)
        docket = self.take(large, large)
        self.assertEqual(self.sent_to(), [ANA])
        rows = docket.ask("quarantine", "list")
        self.assertEqual([row["size"] for row in rows], [len(large)])
        ledger = docket.ledger()["council"]
        self.assertEqual((ledger["quarantined"], ledger["duplicates"], ledger["difference"]), (1, 1, 0))

    def test_own_lists_are_no_bulk(self):
        for number, name in enumerate(("ward2.town.example", "news.shop.example")):
            self.server.deliver("council", letter(sender=f"s{number}@people.example.org", number=number,
                                                  more=f"List-Id: Some list <{name}>\r\n"))
        docket = self.docket(imap_source("council", self.server, "council", more="    own_lists: [ward2.town.example]\n")).start()
        docket.wait_until_taken({"council": 2})
        docket.wait_until_sent()
        self.assertIn("s0@people.example.org", self.sent_to())
        self.assertNotIn("s1@people.example.org", self.sent_to())

    def test_strip_takes_banners_off_before_anything_reads_them(self):
        banner = "CAUTION: This email originated from outside. Do not click on pothole pictures.\r\n\r\n"
        docket = self.take(letter(subject="[EXTERNAL] A question", text=banner + "When does the library open on Sundays?"), more=(
            '    strip: {subject: ["[EXTERNAL]"], text: ["CAUTION: This email originated from outside*"]}\n'))
        case, = docket.ask("case", "list")
        self.assertEqual((case["subject"], case["office"]), ("A question", "ward-2"))

    def test_after_flag_seen_and_move(self):
        for user, after, more in (("f", "flag", ""), ("s", "flag", "\n      seen: true"), ("m", "{move: Done}", "")):
            with self.subTest(after + more):
                self.server.deliver(user, letter())
                self.server.deliver(user, b"x", folder="Done")
                docket = self.docket(imap_source("box", self.server, user, after=after + more)).start()
                docket.wait_until_taken({"box": 1})
                if user == "m":
                    docket.wait_for(lambda: not self.server.uids("m"), 10, "the move")
                    self.assertEqual(len(self.server.uids("m", "Done")), 2)
                else:
                    expected = {"$Docket", "\\Seen"} if more else {"$Docket"}
                    docket.wait_for(lambda: list(map(set, self.server.flags(user).values())) == [expected], 10, f"{expected}")
                docket.stop()

    def test_idle_false_asks_at_every_poll(self):
        docket = self.docket(imap_source("council", self.server, "council", after="keep\n      idle: false")).start()
        docket.wait_for(lambda: docket.status()["sources"][0]["caught_up"], 30, "the first look")
        self.server.deliver("council", letter())
        docket.wait_until_taken({"council": 1}, 20)

    def test_take_since_a_date(self):
        for year in (2025, 2026):
            self.server.deliver("council", letter(number=year), datetime.datetime(year, 3, 1, tzinfo=datetime.timezone.utc))
        docket = self.docket(imap_source("council", self.server, "council", take="2026-01-01")).start()
        docket.wait_until_taken({"council": 2})
        ledger = docket.ledger()["council"]
        self.assertEqual((ledger["before_start"], ledger["cases"], ledger["difference"]), (1, 1, 0))

    def test_a_letter_that_was_listed_and_is_gone_at_the_next_start_has_vanished(self):
        folder = self.folder / "mail"
        for name in ("tmp", "new", "cur"):
            (folder / name).mkdir(parents=True)
        (folder / "new/1").symlink_to("/nowhere")
        docket = self.docket(f"\n  - name: drop\n    maildir: {{path: {folder}}}").start()
        docket.wait_for(lambda: docket.ledger().get("drop", {}).get("waiting") == 1, 20, "the file to be listed")
        docket.kill()
        (folder / "new/1").unlink()
        docket.start()
        docket.wait_for(lambda: docket.ledger()["drop"]["vanished"] == 1, 20, "the file to be called vanished")
        (folder / "new/1").write_bytes(letter())
        docket.wait_for(lambda: docket.ledger()["drop"]["cases"] == 1, 20, "the file that came back to be a case")
        self.assertEqual(docket.ledger()["drop"]["difference"], 0)


class OfMail(WithServers):
    """A pipe in, SMTP out."""

    def send(self, mail="", top="", receiver=None, smtp=None, **how):
        docket = Docket("\n  - name: pipe\n    pipe: {}", (receiver or self.receiver).port, extra=top, **how)
        self.addCleanup(docket.__exit__)
        path = docket.folder / "docket.yaml"
        text = path.read_text().replace("  domain: town.example\n", "  domain: town.example\n" + mail)
        path.write_text(text.replace(f'smtp: {{url: "smtp://localhost:{self.receiver.port}", tls: none}}', smtp) if smtp else text)
        docket.start()
        self.assertEqual(docket.command("inject", "-", "--source", "pipe", octets=letter()).returncode, 0)
        return docket

    def answer(self, docket, receiver_folder=None):
        docket.wait_until_sent()
        return next(m for to, m in received(receiver_folder or self.folder / "received") if to == ANA)

    def test_send_as_account_has_the_address_written_to_in_reply_to(self):
        receiver = self.logged_in()
        docket = self.send("  send_as: account\n", smtp=self.smtp(receiver))
        answer = self.answer(docket, receiver.folder)
        self.assertIn("council@town.example", answer["From"])
        self.assertIn("ward2@town.example", answer["Reply-To"])
        self.assertEqual(answer["Return-Path"], "<council@town.example>")

    def test_envelope(self):
        for envelope, expected in (("account", r"<ward2@town\.example>"), ("null", "<>"),
                                   ('"bounce+{token}@town.example"', r"<bounce\+[A-Za-z0-9._-]{20,}@town\.example>")):
            with self.subTest(envelope):
                docket = self.send(f"  envelope: {envelope}\n")
                self.assertRegex(self.answer(docket)["Return-Path"], f"^{expected}$")
                docket.stop()
                for file in self.folder.glob("received/*/new/*"):
                    file.unlink()

    def test_reply_tag_plus_a_reply_to_that_address_joins(self):
        docket = self.send("  reply_tag: plus\n")
        answer = self.answer(docket)
        tagged = answer["Reply-To"] or answer["From"]
        self.assertRegex(tagged, r"ward2\+[^@]+@town\.example")
        address = tagged[tagged.find("<") + 1:].rstrip(">")
        reply = letter(to=address, subject="No number here", number=2, text="One more thing.")
        self.assertEqual(docket.command("inject", "-", "--source", "pipe", octets=reply).returncode, 0)
        self.assertEqual([case["letters"] for case in docket.ask("case", "list")], [2])

    def test_limits_per_minute_slow_and_say_so(self):
        docket = self.send("  limits: {per_minute: 1}\n")
        docket.wait_for(lambda: any("per_minute" in problem for problem in docket.status()["problems"]), 20, "the alarm")
        # The alarm may be heard before the first letter has arrived.
        docket.wait_for(lambda: len(received(self.folder / "received")) == 1, 20, "the one letter of this minute")

    def test_a_cap_by_address_withholds_acknowledgements_and_no_forward(self):
        docket = self.send("  limits: {per_address_per_hour: 1}\n")
        docket.command("inject", "-", "--source", "pipe", octets=letter(number=2, subject="Another", text="The lamp is dark."))
        docket.wait_until_sent()
        to = [to for to, _ in received(self.folder / "received")]
        self.assertEqual(to.count(ANA), 1)
        self.assertEqual(len(docket.ask("case", "list")), 2)
        self.assertEqual(to.count("ward-2@office.testing.invalid"), 2)

    def logged_in(self, **how):
        make_certificate(self.folder)
        receiver = SmtpReceiver(self.folder / f"secure{len(how)}", cert=self.folder / "cert.pem", key=self.folder / "key.pem", auth=("council@town.example", "secret"),
                                **(how or {"starttls": True})).start()
        self.addCleanup(receiver.stop)
        return receiver

    def smtp(self, receiver, scheme="smtp"):
        return (f'smtp: {{url: "{scheme}://localhost:{receiver.port}", ca: {self.folder / "cert.pem"}, '
                "user: council@town.example, password: {env: DOCKET_TEST_PASSWORD}}")

    def test_smtps_and_starttls_logged_in(self):
        for scheme, how in (("smtp", {}), ("smtps", {"smtps": True})):
            with self.subTest(scheme):
                receiver = self.logged_in(**how)
                docket = self.send(smtp=self.smtp(receiver, scheme))
                self.assertTrue(self.answer(docket, receiver.folder))
                docket.stop()

    def test_a_greylisting_server_stops_the_others_for_moments(self):
        docket = self.send()
        docket.wait_until_sent()
        slow = letter(sender="quota@people.example.org", number=2, subject="Second")
        docket.command("inject", "-", "--source", "pipe", octets=slow)
        docket.wait_for(lambda: any(row["state"] == "deferred" for row in docket.ask("outbox", "list")), 20, "the refusal")
        began = time.monotonic()
        docket.command("inject", "-", "--source", "pipe", octets=letter(sender="bo@people.example.org", number=3, subject="Third"))
        docket.wait_for(lambda: any(to == "bo@people.example.org" for to, _ in received(self.folder / "received")), 20, "Bo's answer")
        self.assertLess(time.monotonic() - began, 15)

    def test_a_maildir_instead_of_sending(self):
        docket = Docket("\n  - name: pipe\n    pipe: {}").start()
        self.addCleanup(docket.__exit__)
        docket.command("inject", "-", "--source", "pipe", octets=letter())
        docket.wait_until_sent()
        tops = sorted(file.read_bytes().split(b"\r\n")[:2] for file in docket.folder.glob("out/new/*"))
        self.assertEqual(tops, [[b"Return-Path: <ward2@town.example>", b"Delivered-To: " + to] for to in (
            b"ana@people.example.org", b"roads@office.testing.invalid", b"ward-2@office.testing.invalid")])


if __name__ == "__main__":
    unittest.main()
