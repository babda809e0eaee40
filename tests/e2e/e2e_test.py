#!/usr/bin/env python3
"""The whole way of a letter on real parts: Dovecot, an SMTP receiver, the docket binary from outside.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/e2e_test.py [-v] [Test.name]
"""

import email.utils
import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import sys
import tempfile
import unittest
import unittest.mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from dovecot import Dovecot  # noqa: E402
from outcomes import (MAILBOXES, Book, check_answers, check_octets, check_outcomes, make_corpus, received)  # noqa: E402
from running import ROOT, Docket, imap_source  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402


def letter(sender="ana@people.example.org", to="ward2@town.example", subject="Pothole", text=None, more="", number=1):
    body = text or "There is a deep pothole in front of my house and it grows every day. Please come and look at it."
    return (f"Return-Path: <{sender}>\r\nFrom: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\n"
            f"Date: Mon, 23 Nov 2026 10:00:00 -0500\r\nMessage-ID: <m{number}@people.example.org>\r\n{more}\r\n{body}\r\n").encode()


class WithServers(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-e2e-"))
        self.server = Dovecot().start()
        self.receiver = SmtpReceiver(self.folder / "received").start()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.addCleanup(self.receiver.stop)
        self.addCleanup(self.server.stop)

    def docket(self, sources, **how):
        docket = Docket(sources, self.receiver.port, **how)
        self.addCleanup(docket.__exit__)
        return docket

    def three_mailboxes(self, schemes=("imap", "starttls", "imaps"), **how):
        return "".join(imap_source(box, self.server, box, scheme=scheme, **how) for box, scheme in zip(MAILBOXES, schemes))


class TheCorpus(WithServers):
    """Every kind of council mail over plain, STARTTLS and imaps, against the plan of the generator."""

    def test_every_outcome_answer_and_octet_is_as_planned(self):
        corpus = make_corpus(self.folder / "corpus", 150)
        corpus.deliver(self.server)
        docket = self.docket(self.three_mailboxes()).start()
        docket.wait_until_taken(corpus.counts())
        docket.wait_until_sent()
        self.assertEqual(check_outcomes(corpus, self.server, docket), [])
        self.assertEqual(check_octets(corpus, self.server, docket), [])
        self.assertEqual(check_answers(corpus, self.folder / "received"), [])
        code, seconds = docket.stop()
        self.assertEqual(code, 0)
        self.assertLess(seconds, 10)
        # A second start on the same mailboxes opens nothing and sends nothing.
        docket.start()
        docket.wait_for(lambda: all(s["caught_up"] for s in docket.status()["sources"]), 60, "the second look")
        docket.wait_until_sent()
        self.assertEqual(check_outcomes(corpus, self.server, docket), [])
        self.assertEqual(check_answers(corpus, self.folder / "received"), [])
        self.assertEqual(docket.command("audit", "verify").returncode, 0)

    def test_a_changed_plan_is_noticed(self):
        """The check itself: one flipped line of the plan fails."""
        corpus = make_corpus(self.folder / "corpus", 60)
        corpus.deliver(self.server)
        docket = self.docket(self.three_mailboxes()).start()
        docket.wait_until_taken(corpus.counts())
        docket.wait_until_sent()
        group = next(g for g in corpus.groups if g["office"] == "roads")
        group["office"] = "waste"
        self.assertNotEqual(check_outcomes(corpus, self.server, docket), [])
        self.assertNotEqual(check_answers(corpus, self.folder / "received"), [])

    def test_shadow_touches_nothing_and_sends_nothing(self):
        corpus = make_corpus(self.folder / "corpus", 100)
        corpus.deliver(self.server)
        before = {box: self.server.flags(box) for box in MAILBOXES}
        docket = self.docket(self.three_mailboxes(after="flag"), mode="shadow").start()
        docket.wait_until_taken(corpus.counts())
        self.assertEqual(check_outcomes(corpus, self.server, docket), [])
        docket.stop()
        self.assertEqual({box: self.server.flags(box) for box in MAILBOXES}, before)
        self.assertEqual(received(self.folder / "received"), [])
        # What shadow recorded is never sent later.
        text = (docket.folder / "docket.yaml").read_text().replace("mode: shadow", "mode: live")
        (docket.folder / "docket.yaml").write_text(text)
        docket.start()
        docket.wait_for(lambda: all(s["caught_up"] for s in docket.status()["sources"]), 60, "a look in live mode")
        docket.wait_until_sent()
        self.assertEqual(received(self.folder / "received"), [])

    def test_letters_from_before_the_first_start_are_left_alone_and_counted(self):
        corpus = make_corpus(self.folder / "corpus", 60)
        corpus.deliver(self.server, when=email.utils.parsedate_to_datetime("Mon, 23 Nov 2025 10:00:00 -0500"))
        docket = self.docket(self.three_mailboxes(take="start", imported="closed")).start()
        docket.wait_until_taken(corpus.counts())
        docket.wait_until_sent()
        for box, row in docket.ledger().items():
            self.assertEqual(row["before_start"], corpus.counts()[box])
            self.assertEqual(row["difference"], 0)
        self.assertEqual(docket.ask("case", "list"), [])
        self.assertEqual(received(self.folder / "received"), [])

    def test_imported_letters_are_kept_closed_and_nobody_hears_of_it(self):
        corpus = make_corpus(self.folder / "corpus", 60)
        corpus.deliver(self.server, when=email.utils.parsedate_to_datetime("Mon, 23 Nov 2025 10:00:00 -0500"))
        docket = self.docket(self.three_mailboxes(take="all", imported="closed")).start()
        docket.wait_until_taken(corpus.counts())
        docket.wait_until_sent()
        cases = docket.ask("case", "list")
        self.assertGreater(len(cases), 30)
        self.assertEqual({case["status"] for case in cases}, {"closed"})
        self.assertEqual(received(self.folder / "received"), [])


class Killed(WithServers):
    def test_kill_nine_loses_nothing_and_answers_nobody_twice_unmarked(self):
        corpus = make_corpus(self.folder / "corpus", 150, seed=11)
        docket = self.docket(self.three_mailboxes(after="flag")).start()
        for box in MAILBOXES:
            self.server.deliver_all(box, [(corpus.octets(one), None) for one in corpus.of(box)[:30]])
        docket.kill()
        docket.start()
        for box in MAILBOXES:
            self.server.deliver_all(box, [(corpus.octets(one), None) for one in corpus.of(box)[30:]])
        docket.wait_for(lambda: sum(row["seen"] for row in docket.ledger().values()) > 60, 60, "some letters")
        docket.kill()
        docket.start()
        docket.wait_until_taken(corpus.counts())
        docket.wait_until_sent()
        self.assertEqual(check_outcomes(corpus, self.server, docket), [])
        self.assertEqual(check_octets(corpus, self.server, docket), [])
        uncertain = [row for row in docket.ask("outbox", "list") if row["state"] == "uncertain"]
        self.assertLessEqual(len(uncertain), 2 * 4 * 16)
        for row in uncertain:  # as a clerk would, without waiting ten minutes
            self.assertEqual(docket.command("outbox", "retry", row["id"]).returncode, 0)
        docket.wait_until_sent()
        self.assertEqual(check_answers(corpus, self.folder / "received", repeats=True), [])
        self.assertEqual(docket.command("audit", "verify").returncode, 0)


class OneMailbox(WithServers):
    def test_one_failing_mailbox_stops_no_other(self):
        self.server.deliver("council", letter())
        wrong = imap_source("broken", self.server, "broken").replace(f":{self.server.imap_port}", ":1")
        docket = self.docket(wrong + imap_source("council", self.server, "council")).start()
        docket.wait_until_taken({"council": 1})
        status = docket.status()
        self.assertFalse(status["healthy"])
        self.assertTrue(any("broken" in problem for problem in status["problems"]), status)

    def test_letters_that_a_person_read_first_are_taken(self):
        self.server.deliver("council", letter(), flags="\\Seen")
        docket = self.docket(imap_source("council", self.server, "council")).start()
        docket.wait_until_taken({"council": 1})
        self.assertEqual(len(docket.ask("case", "list")), 1)

    def test_a_letter_that_arrives_while_docket_runs_is_answered(self):
        docket = self.docket(imap_source("council", self.server, "council", take="start")).start()
        docket.wait_for(lambda: docket.status()["sources"][0]["caught_up"], 30, "the first look")
        self.server.deliver("council", letter())
        docket.wait_until_taken({"council": 1})
        docket.wait_until_sent()
        to = sorted(recipient for recipient, _ in received(self.folder / "received"))
        self.assertEqual(to, ["ana@people.example.org", "roads@office.testing.invalid", "ward-2@office.testing.invalid"])

    def test_a_reply_to_the_acknowledgement_joins_the_case(self):
        docket = self.docket(imap_source("council", self.server, "council")).start()
        self.server.deliver("council", letter())
        docket.wait_until_taken({"council": 1})
        docket.wait_until_sent()
        answer = next(m for to, m in received(self.folder / "received") if to == "ana@people.example.org")
        self.server.deliver("council", letter(subject="Re: " + answer["Subject"], number=2, text="It is deeper now.",
                                              more=f"In-Reply-To: {answer['Message-ID']}\r\n"))
        docket.wait_until_taken({"council": 2})
        cases = docket.ask("case", "list")
        self.assertEqual(len(cases), 1)
        self.assertEqual(cases[0]["letters"], 2)
        # A changed character of the token is a forgery: a case of its own for a stranger.
        forged = answer["Message-ID"].replace(".a.", ".f.", 1)
        self.server.deliver("council", letter(sender="eve@elsewhere.example.net", number=3, more=f"In-Reply-To: {forged}\r\n"))
        docket.wait_until_taken({"council": 3})
        self.assertEqual(len(docket.ask("case", "list")), 2)

    def test_a_second_daemon_on_the_same_data_is_refused(self):
        docket = self.docket(imap_source("council", self.server, "council")).start()
        second = docket.command("serve")
        self.assertNotEqual(second.returncode, 0)
        self.assertIn(b"another", second.stderr.lower())
        self.assertTrue(docket.status()["running"])

    def test_bad_rules_never_replace_good_ones(self):
        docket = self.docket(imap_source("council", self.server, "council")).start()
        rules = docket.folder / "rules/10-topics.yaml"
        good = rules.read_text()
        rules.write_text(good.replace("assign: roads", "assign: nowhere"))
        reload = docket.command("reload")
        self.assertEqual(reload.returncode, 2)
        self.assertIn(b"nowhere", reload.stdout)
        self.server.deliver("council", letter())
        docket.wait_until_taken({"council": 1})
        self.assertEqual(docket.ask("case", "list")[0]["office"], "roads")
        self.assertEqual(docket.command("status").returncode, 1)
        # At start too: the last accepted ones run.
        docket.stop()
        docket.start()
        self.server.deliver("council", letter(number=2, sender="bo@people.example.org"))
        docket.wait_until_taken({"council": 2})
        self.assertEqual(docket.ask("case", "list")[0]["office"], "roads")
        rules.write_text(good.replace("assign: roads", "assign: waste"))
        self.assertEqual(docket.command("reload").returncode, 0)
        self.server.deliver("council", letter(number=3, sender="cy@people.example.org"))
        docket.wait_until_taken({"council": 3})
        self.assertEqual(docket.ask("case", "list")[0]["office"], "waste")


class TheEnd(WithServers):
    def test_sigterm_ends_within_ten_seconds_and_what_waits_at_the_dot_is_uncertain(self):
        self.receiver.slow = 120
        docket = self.docket("\n  - name: pipe\n    pipe: {}").start()
        docket.command("inject", "-", "--source", "pipe", octets=letter(sender="slow@people.example.org"))
        docket.wait_for(lambda: any(row["state"] == "sending" for row in docket.ask("outbox", "list")), 20, "the sending")
        docket.wait_for(lambda: any(m["event"] == "line" and m.get("line") == "." or "354" in str(m)
                                    for m in self.receiver.entries()), 20, "DATA")
        code, seconds = docket.stop()
        self.assertEqual(code, 0)
        self.assertLess(seconds, 10)
        docket.start()
        states = {row["to"]: row["state"] for row in docket.ask("outbox", "list")}
        self.assertEqual(states["slow@people.example.org"], "uncertain", states)


class TheServiceManager(unittest.TestCase):
    def test_it_hears_ready_reloading_watchdog_and_stopping(self):
        docket = Docket("\n  - name: pipe\n    pipe: {}")
        self.addCleanup(docket.__exit__)
        manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(manager.close)
        manager.bind(str(docket.folder / "notify"))
        manager.settimeout(20)
        with unittest.mock.patch.dict(os.environ, NOTIFY_SOCKET=str(docket.folder / "notify"), WATCHDOG_USEC="400000"):
            docket.start()
        heard = ""
        for wanted, action in (("READY=1", lambda: docket.process.send_signal(signal.SIGHUP)), ("RELOADING=1\nMONOTONIC_USEC=", None),
                               ("READY=1", None), ("WATCHDOG=1", lambda: docket.process.send_signal(signal.SIGTERM)),
                               ("STOPPING=1", None)):
            heard = manager.recv(4096).decode()
            while wanted not in heard:
                heard = manager.recv(4096).decode()
            if action:
                action()
        self.assertEqual(docket.process.wait(20), 0)


class Commands(unittest.TestCase):
    """A pipe source, a Maildir out: no server at all."""

    def setUp(self):
        self.docket = Docket("\n  - name: pipe\n    pipe: {}")
        self.addCleanup(self.docket.__exit__)

    def inject(self, octets, *more):
        return self.docket.command("inject", "-", "--source", "pipe", *more, octets=octets)

    def test_inject_answers_0_only_when_durable_and_else_75(self):
        self.assertEqual(self.inject(letter()).returncode, 75)  # no daemon
        self.docket.start()
        first = self.inject(letter())
        self.assertEqual(first.returncode, 0, first.stderr)
        again = self.inject(letter())
        self.assertEqual(again.returncode, 0)
        self.assertEqual(len(self.docket.ask("case", "list")), 1)
        self.assertEqual(self.docket.command("inject", "-", "--source", "nothing", octets=b"x").returncode, 75)
        self.assertEqual(self.docket.command("inject", "--no-such-option").returncode, 75)

    def test_the_sample_letters_go_where_the_sample_town_says(self):
        """Letter, rules and answer as one: what `docket route` says of each letter of daemon/try."""
        sample = self.docket.folder / "sample"
        self.assertEqual(self.docket.command("init", str(sample)).returncode, 0)
        planned = {  # assign, copies, withheld, language, decided by
            "01-pothole-english": ("roads", ["ward-2"], None, "en", "Roads"),
            "02-pothole-french": ("roads", ["ward-2"], None, "fr", "Roads"),
            "03-several-offices": ("mayor", ["ward-1", "ward-2"], None, "en", "address"),
            "04-gas-leak": ("front-desk", [], None, "en", "address"),
            "05-html-only": ("roads", [], None, "en", "Roads"),
            "06-photo": ("front-desk", [], None, "en", "address"),
            "07-copy-of-01": ("roads", ["ward-1", "ward-2"], None, "en", "Roads"),
            "08-out-of-office": ("ward-2", [], "automatic", None, "address"),
            "09-newsletter": (None, [], "ignored", None, "Newsletters"),
            "10-bounce": ("ward-2", [], "bounce", None, "address"),
            "11-broken-mime": ("waste", ["front-desk"], None, "en", "Waste and recycling"),
            "12-spam": (None, ["mayor"], "spam", None, None)}
        letters = sorted((ROOT / "daemon/try").glob("*.eml"))
        self.assertEqual([path.stem for path in letters], sorted(planned))
        for path in letters:
            with self.subTest(path.stem):
                done = self.docket.command("route", str(path), "--json", "-c", str(sample), "--at", "2026-11-23 10:02")
                self.assertEqual(done.returncode, 0, done.stderr)
                got = json.loads(done.stdout)
                assign, copies, withheld, language, decided_by = planned[path.stem]
                self.assertEqual((got["assign"], got["copies"], got["withheld"]), (assign, copies, withheld))
                if language:
                    self.assertEqual(got["language"], language)
                if decided_by:
                    self.assertEqual(got["decided_by"], decided_by)
                self.assertEqual(got["acknowledge"], withheld is None)
                self.assertEqual(got["acknowledgement"] is None, withheld is not None)
                if withheld is None:
                    self.assertIn("EX-0000-000000-0", got["acknowledgement"]["subject"])

    def test_anything_at_all_is_a_case(self):
        self.docket.start()
        for octets in (b"", b"\0\0\0", b"no header at all", b"\xff\xfe" * 100, b"From: x\n\n", b"Subject: \r\r\r"):
            self.assertEqual(self.inject(octets).returncode, 0)
        ledger = self.docket.ledger()["pipe"]
        self.assertEqual((ledger["seen"], ledger["difference"], ledger["cases"] + ledger["duplicates"]), (6, 0, 6), ledger)

    def test_clerks_act_and_the_timeline_says_who(self):
        self.docket.start()
        self.inject(letter())
        number = self.docket.ask("case", "list")[0]["number"]
        for words in (("note", number, "called back"), ("assign", number, "waste", "--reason", "it is a bin"),
                      ("close", number, "--reason", "done"), ("reopen", number)):
            done = self.docket.command("case", *words)
            self.assertEqual(done.returncode, 0, (words, done.stderr))
        shown = self.docket.ask("case", "show", number)
        self.assertEqual(shown["office"], "waste")
        what = [event["what"] for event in shown["timeline"]]
        for step in ("received", "decided", "acknowledged", "forwarded", "note", "assigned", "closed", "reopened"):
            self.assertIn(step, what)
        who = {event["who"] for event in shown["timeline"] if event["what"] == "note"}
        self.assertEqual(who, {own_login()})
        self.assertEqual(self.docket.command("case", "show", "TT-2026-999999-9").returncode, 1)
        self.assertEqual(self.docket.command("case", "assign", number, "nowhere").returncode, 2)

    def test_what_only_reads_works_without_the_daemon(self):
        self.docket.start()
        self.inject(letter(text="Le nid-de-poule devant l'École est profond."))
        number = self.docket.ask("case", "list")[0]["number"]
        self.docket.stop()
        self.assertEqual(self.docket.ask("case", "search", "ecole")[0]["number"], number)
        self.assertEqual(self.docket.ask("case", "show", number.lower().replace("-", " "))["number"], number)
        self.assertEqual(self.docket.command("ledger").returncode, 0)
        self.assertEqual(self.docket.command("audit", "verify").returncode, 0)
        self.assertEqual(self.docket.command("status").returncode, 1)
        self.assertEqual(self.docket.command("case", "note", number, "x").returncode, 69)

    def test_no_secret_in_any_output(self):
        self.docket.start()
        self.inject(letter(text="my canary text 8Zq"))
        self.docket.command("status")
        self.assertNotIn("8Zq", self.docket.log())
        keys = (self.docket.folder / "data/keys").read_bytes()
        self.assertEqual((self.docket.folder / "data/keys").stat().st_mode & 0o777, 0o600)
        self.assertNotIn(keys[:40], self.docket.log().encode())

    def test_the_book_and_keys_belong_together(self):
        self.docket.start()
        self.docket.stop()
        shutil.move(self.docket.folder / "data/docket.db", self.docket.folder / "away.db")
        self.assertEqual(self.docket.command("serve").returncode, 2)


def own_login():
    return pwd.getpwuid(os.getuid()).pw_name


if __name__ == "__main__":
    unittest.main(verbosity=2)
