#!/usr/bin/env python3
"""The whole way of a letter on real parts: Dovecot, an SMTP receiver, the docket binary from outside.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/mailbox_test.py [-v] [Test.name]
"""

import email.utils
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from dovecot import Dovecot  # noqa: E402
from outcomes import (MAILBOXES, Book, check_answers, check_octets, check_outcomes, is_for_clerk, make_corpus, received)  # noqa: E402
from running import Docket, imap_source, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402


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
        self.assertEqual([one for one in received(self.folder / "received") if not is_for_clerk(*one)], [])

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

    def test_a_backlog_of_ten_thousand_letters_needs_little_memory(self):
        count = 10_000
        self.server.deliver_all("council", [(letter(number=n, text=f"The lamp at number {n} is dark. " * 40), None)
                                            for n in range(count)])
        docket = self.docket(imap_source("council", self.server, "council", imported="closed")).start()
        docket.wait_until_taken({"council": count}, 600)
        status = pathlib.Path(f"/proc/{docket.process.pid}/status").read_text().splitlines()
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
        if not os.environ.get("DOCKET_SANITIZE"):  # whose shadow and quarantine are several times docket's own memory
            self.assertLess(peak, 200 * 1024, "KiB of memory at its peak")
        ledger = docket.ledger()["council"]
        self.assertEqual((ledger["cases"], ledger["difference"]), (count, 0))

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
        refused = next(problem for problem in docket.status()["problems"] if "refused" in problem)
        self.assertIn("nowhere", refused)
        self.assertNotIn("warning", refused)  # the sample town's values, say, are no reason
        # At start too: the last accepted ones run.
        docket.stop()
        docket.start()
        self.server.deliver("council", letter(number=2, sender="bo@people.example.org"))
        docket.wait_until_taken({"council": 2})
        self.assertEqual(docket.ask("case", "list")[0]["office"], "roads")
        rules.write_text(good.replace("assign: roads", "assign: waste"))
        self.assertEqual(docket.command("reload", "--yes").returncode, 0)  # all of two letters would change
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


if __name__ == "__main__":
    unittest.main(verbosity=2)
