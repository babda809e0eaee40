#!/usr/bin/env python3
"""E2 to E13 of the catalogue: single letters out, and what is wrong with them or with the server.

    DOCKET_BINARY=build/release/docket python3 tests/faults/outbound_letters_test.py [-v] [Test.name]
"""

import collections
import concurrent.futures
import os
import pathlib
import shutil
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from mail_desk import OFFICE, SPEED, Desk  # noqa: E402
from dovecot import make_certificate  # noqa: E402
from fast_clock import fast  # noqa: E402
from oracles import accepted, check  # noqa: E402
from running import BINARY, letter  # noqa: E402

FAILPOINTS = pathlib.Path(os.environ.get("DOCKET_FAILPOINT_BINARY", BINARY.parent / "docket_failpoints"))


class OneLetter(unittest.TestCase):
    def desk(self, **how):
        desk = Desk(**how)
        self.addCleanup(desk.__exit__)
        return desk.__enter__()

    def test_E2_an_outcome_nobody_knows_is_repeated_once_and_the_second_time_waits_for_a_person(self):
        desk = self.desk()
        desk.server.plan(("DOT", "drop"), ("DOT", "drop"))
        row, = desk.inject(forward_only=True).settle()
        self.assertEqual((row["state"], row["attempts"], row["unknowns"]), ("uncertain", 2, 2))
        self.assertEqual(list(desk.copies().values()), [2], "the same Message-ID both times")
        self.assertIn("it is sent once more", desk.events("uncertain")[0])
        self.assertIn("a person must look", desk.events("uncertain")[1])
        self.assertEqual(desk.docket.command("outbox", "resolve", row["public"], "--sent").returncode, 0)
        desk.wait(lambda: desk.rows()[0]["state"] == "sent", "the person's word")
        check(desk.docket, receiver=desk.server)

    def test_E2_the_repeat_waits_ten_minutes(self):
        desk = self.desk()
        desk.server.plan(("DOT", "drop"))
        began = time.monotonic()
        desk.inject(forward_only=True).settle()
        self.assertGreater(time.monotonic() - began, 595 / SPEED)
        self.assertEqual(desk.events("sent"), ["forward to ward-2, a repeat with the same Message-ID"])

    def test_E3_a_late_yes_is_waited_for(self):
        for seconds in (130, 500):
            with self.subTest(seconds):
                desk = self.desk(late=seconds / SPEED)
                desk.server.plan(("DOT", "late"))
                row, = desk.inject(forward_only=True).settle()
                self.assertEqual((row["state"], row["attempts"]), ("sent", 1))
                check(desk.docket, receiver=desk.server)

    def test_E4_killed_at_each_place_of_a_sending(self):
        places = [(place, number) for place in ("before-connect", "mid-data", "after-dot", "after-reply") for number in (1, 2, 3)]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(self.killed, [place for place in places if place != ("before-connect", 3)]))

    def killed(self, place):
        """At the second and third letter too; one connection, so a third connect does not come."""
        desk = Desk(speed=0, mail="  limits: {connections: 1}\n")
        desk.docket.binary, armed = FAILPOINTS, desk.docket.folder / "armed"
        desk.docket.environment = {"DOCKET_FAILPOINT": f"{place[0]}:kill:{place[1]}", "DOCKET_FAILPOINT_ARMED": str(armed)}
        with desk:
            armed.touch()
            letters = [letter(f"p{number}@people.example.org", number=number, subject="Hello", text="A long letter. " * 4000)
                       for number in range(3)]
            for octets in letters:
                desk.docket.command("inject", "-", "--source", "pipe", octets=octets)
            if place != ("before-connect", 2):
                self.assertEqual(desk.docket.process.wait(60), -9, f"{place}: not reached")
            desk.docket.stop()
            desk.docket.binary, desk.docket.environment = BINARY, fast(SPEED)
            desk.docket.start()
            for octets in letters:  # a mail server that heard 75, or nothing, comes again
                self.assertEqual(desk.docket.command("inject", "-", "--source", "pipe", octets=octets).returncode, 0)
            rows = desk.settle()
            self.assertEqual(len(rows), 6, place)
            self.assertEqual({row["state"] for row in rows}, {"sent"}, place)
            twice = [row["public"] for row in rows if desk.copies()[row["message_id"]] > 1 + row["repeat"]]
            self.assertEqual(twice, [], f"{place}: twice, not marked")
            check(desk.docket, receiver=desk.server)

    def test_E5_nothing_in_an_address_becomes_a_command(self):
        desk = self.desk(speed=0)
        addresses = ["<ana@people.example.org> NOTIFY=SUCCESS>", "ana@people.example.org\0", '"a b"@people.example.org',
                     '"a\\r\\nRCPT TO:<victim@victim.example>"@people.example.org', "ana@people.example.org>\x0bRCPT",
                     "=?utf-8?q?ana=40people=2Eexample=2Eorg=3E=0D=0ARCPT_TO=3A=3Cvictim=40victim=2Eexample=3E?=",
                     "=?utf-8?q?a=00=0D=0ARSET?=@people.example.org", "ana@people.example.org\rRSET",
                     "<@relay.example,@b.example:ana@people.example.org>", "ana%victim.example@people.example.org",
                     "\u202eana@people.example.org", '"<victim@victim.example>"@people.example.org', "ana@[127.0.0.1]"]
        for address in addresses:
            octets = letter(sender="ana@people.example.org", number=desk.serial, subject="Hello", text=f"Hello {address!r}, or not?")
            octets = octets.replace(b"From: ana@people.example.org", b"From: " + address.encode())
            octets = octets.split(b"\r\n", 1)[1]  # without the Return-Path that would withhold
            desk.serial += 1
            self.assertEqual(desk.docket.command("inject", "-", "--source", "pipe", octets=octets).returncode, 0, address)
        desk.settle()
        said = [entry["client"] for entry in desk.server.entries() if entry.get("client")]
        odd = [line for line in said if not line.startswith(("EHLO ", "MAIL FROM:<", "RCPT TO:<", "DATA", "QUIT"))
               or line.count("<") > 1 or "NOTIFY" in line or "\0" in line or "\r" in line]
        self.assertEqual(odd, [])
        cases = desk.docket.ask("case", "list")
        self.assertEqual(len(cases), len(addresses))
        known = {(case["from"] or "").lower() for case in cases} | {OFFICE}
        self.assertEqual({to for to, _ in accepted(desk.server)} - known, set(), "recipients that no From names")
        check(desk.docket, receiver=desk.server)

    def test_E6_a_lone_dot_in_a_text_ends_no_letter(self):
        desk = self.desk(speed=0)
        for number, dots in enumerate(("\n.\n", "\r.\r", "\n.\r\n", "\r\n.\r\n", "\r\n..\r\n", "\r\n.\rMAIL FROM:<x@y.example>\r\n")):
            desk.inject(text=f"Before {number}{dots}MAIL FROM:<evil@victim.example>\r\nRCPT TO:<victim@victim.example>\r\nDATA\r\nAfter {number}")
        desk.settle()
        kept = [message for message in desk.server.messages()]
        self.assertEqual([message["bare"] for message in kept], [0] * 12, "bare CR or LF on the wire")
        texts = "".join(str(message) for message in desk.letters(OFFICE))
        self.assertEqual([number for number in range(6) if f"After {number}" not in texts], [], "texts cut at the dot")
        self.assertNotIn("victim@victim.example", [to for to, _ in accepted(desk.server)])
        check(desk.docket, receiver=desk.server)

    def test_E7_a_line_end_in_a_name_or_subject_makes_no_header(self):
        desk = self.desk(speed=0)
        evil = "=?utf-8?q?Hi=0D=0ABcc:_victim=40victim=2Eexample=0D=0A=0D=0ANew_body?="
        octets = letter(subject=evil, number=1).replace(b"From: ana@", f"From: {evil} <ana@".encode(), 1)
        octets = octets.replace(b"people.example.org\r\nTo", b"people.example.org>\r\nTo", 1)
        self.assertEqual(desk.docket.command("inject", "-", "--source", "pipe", octets=octets).returncode, 0)
        rows = desk.settle()
        letters = [message for row in rows for message in desk.letters(row["recipient"])]
        self.assertEqual(len(letters), 3)
        for message in letters:
            names = collections.Counter(name.lower() for name in message.keys())
            self.assertEqual([name for name in ("from", "to", "subject", "date", "message-id") if names[name] != 1], [])
            self.assertNotIn("bcc", names)
            self.assertFalse(message.get_payload().lstrip().startswith("New_body"))
        check(desk.docket, receiver=desk.server)

    def test_E8_answers_that_are_no_answers(self):
        desk = self.desk()
        for step in ("EHLO2", "MAIL", "DOT", "CONNECT"):
            for kind in ("huge", "nul", "nocode", "endless"):
                with self.subTest(f"{step} {kind}"):
                    desk.server.plan((step, kind))
                    time.sleep(31 / SPEED)
                    row = desk.inject(forward_only=True).settle()[-1]
                    self.assertFalse(desk.server.planned())
                    self.assertEqual(row["state"], "sent")
                    self.assertEqual(desk.copies()[row["message_id"]], 2 if step == "DOT" and kind != "nul" else 1)
                    self.assertFalse([c for c in row["last_reply"] if ord(c) < 32 or c == "\x7f"], row["last_reply"])
        status = pathlib.Path(f"/proc/{desk.docket.process.pid}/status").read_text()
        peak = int(status.split("VmHWM:")[1].split()[0])
        self.assertLess(peak, 200_000, "kB at the peak")
        check(desk.docket, receiver=desk.server)

    def test_E9_a_row_that_is_always_refused_stops_no_other_and_is_given_up_after_five_days(self):
        desk = self.desk(speed=0)
        desk.inject(sender="temp@people.example.org")
        for _ in range(5):
            desk.inject()
        desk.wait(lambda: [row["state"] for row in desk.rows()].count("sent") == 11, "the others")
        self.assertEqual([row["recipient"] for row in desk.rows() if row["state"] == "deferred"], ["temp@people.example.org"])
        desk.docket.stop()
        desk.docket.environment = {**fast(1), "FAKETIME": "+6d"}
        desk.docket.start()
        desk.wait(lambda: any(row["state"] == "failed" for row in desk.rows()), "the end of its five days")
        case, = (case for case in desk.docket.ask("case", "list") if case["from"] == "temp@people.example.org")
        self.assertTrue(case["undelivered"])
        self.assertFalse(desk.docket.status()["healthy"])
        check(desk.docket, receiver=desk.server)

    def test_E10_no_password_and_no_letter_over_a_way_that_is_not_safe(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-tls-"))
        self.addCleanup(shutil.rmtree, folder)
        make_certificate(folder)
        tls = {"cert": folder / "cert.pem", "key": folder / "key.pem", "auth": ("council@town.example", "right")}
        login = "user: council@town.example, password: {env: DOCKET_TEST_PASSWORD}"
        for name, scheme, server, trust in (
                ("a wrong password", "smtp", {**tls, "starttls": True}, f"ca: {folder / 'cert.pem'}, "),
                ("STARTTLS stripped", "smtp", {"auth": tls["auth"]}, f"ca: {folder / 'cert.pem'}, "),
                ("a certificate nobody signed", "smtps", {**tls, "smtps": True}, ""),
                ("a certificate nobody signed, STARTTLS", "smtp", {**tls, "starttls": True}, "")):
            with self.subTest(name):
                desk = Desk(speed=0, **server)
                path = desk.docket.folder / "docket.yaml"
                path.write_text(path.read_text().replace(
                    f'smtp: {{url: "smtp://localhost:{desk.server.port}", tls: none}}',
                    f'smtp: {{url: "{scheme}://localhost:{desk.server.port}", {trust}{login}}}'))
                with desk:
                    desk.inject(forward_only=True)
                    desk.wait(lambda: desk.rows()[0]["state"] == "deferred", "the letter to be held")
                    self.assertFalse(desk.docket.status()["healthy"])
                    self.assertTrue(any("mail" in problem for problem in desk.docket.status()["problems"]))
                    said = [(entry["client"].split()[0], entry.get("tls")) for entry in desk.server.entries() if entry.get("client")]
                    self.assertFalse({"MAIL", "DATA"} & {verb for verb, _ in said}, said)
                    if name != "a wrong password":
                        self.assertNotIn("AUTH", [verb for verb, _ in said], "a password in clear")
                    check(desk.docket, receiver=desk.server, secrets=("secret",), drain=0)

    def test_E11_what_quit_answers_changes_nothing(self):
        desk = self.desk()
        for kind in ("drop", "5xx", "stall"):
            desk.server.plan(("QUIT", kind))
            row = desk.inject(forward_only=True).settle()[-1]
            self.assertEqual((row["state"], row["attempts"]), ("sent", 1))
            desk.wait(lambda: not desk.server.planned(), f"QUIT {kind}")
        check(desk.docket, receiver=desk.server)

    def test_E12_each_recipient_has_a_state_of_its_own(self):
        desk = self.desk(speed=0)
        rows = desk.inject(sender="perm@people.example.org").settle()
        states = {row["kind"]: row["state"] for row in rows if row["case_id"]}
        self.assertEqual(states, {"acknowledgement": "failed", "forward": "sent"})
        check(desk.docket, receiver=desk.server)

    def test_E13_long_lines_and_letters_beyond_ascii_through_an_old_server(self):
        desk = self.desk(speed=0, plain=True)
        desk.inject(text="Été à l'école " * 400)
        desk.inject(sender="é@people.example.org", text="A letter from an address beyond ASCII, when is the market open?")
        rows = desk.settle()
        states = {row["recipient"]: row["state"] for row in rows if row["kind"] == "acknowledgement"}
        self.assertEqual(states, {"p1@people.example.org": "sent", "é@people.example.org": "failed"})
        for path in desk.server.folder.glob("*/new/*"):
            octets = path.read_bytes()
            self.assertLessEqual(max(map(len, octets.split(b"\r\n"))), 998)
            self.assertTrue(octets.isascii(), "8-bit octets to a server without 8BITMIME")
        texts = [message.get_payload(decode=True).decode() for message in desk.letters(OFFICE) if not message.is_multipart()]
        self.assertTrue(any(text.count("école") >= 400 for text in texts), "the long line arrived whole")
        check(desk.docket, receiver=desk.server)


if __name__ == "__main__":
    unittest.main()
