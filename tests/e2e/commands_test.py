#!/usr/bin/env python3
"""Every command from outside, and what the service manager hears: a pipe source, a Maildir out, no server at all.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/commands_test.py [-v] [Test.name]
"""

import csv
import io
import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import sys
import unittest
import unittest.mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from outcomes import Book, unzstd  # noqa: E402
from running import ROOT, Docket, letter  # noqa: E402


def own_login():
    return pwd.getpwuid(os.getuid()).pw_name


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

    def test_the_rules_are_listed_as_sentences_in_the_language_asked_for(self):
        sample = self.docket.folder / "sample"
        self.assertEqual(self.docket.command("init", str(sample)).returncode, 0)
        said = {}
        for language, more in (("", []), ("en", ["--lang", "en"]), ("fr", ["--lang", "fr"])):
            done = self.docket.command("rules", "list", *more, "--json", "-c", str(sample))
            self.assertEqual(done.returncode, 0, done.stderr)
            rows = json.loads(done.stdout)
            self.assertEqual({key for row in rows for key in row}, {"rule", "file", "line", "kind", "words"})
            said[language] = {row["rule"]: row["words"] for row in rows}
        self.assertEqual(said[""], said["en"])  # the sample town's default
        self.assertTrue(said["en"]["Roads"].startswith("Roads takes letters that mention"), said["en"]["Roads"])
        self.assertTrue(said["fr"]["Roads"].startswith("Le service des routes prend en charge"), said["fr"]["Roads"])
        self.assertEqual(self.docket.command("rules", "list", "--lang", "de", "-c", str(sample)).returncode, 2)

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

    def test_cases_are_linked_merged_and_split(self):
        self.docket.start()
        for i in range(3):
            self.inject(letter(number=i, text=f"Letter {i} about the very same pothole, which grows every day."))
        third, other, first = [case["number"] for case in self.docket.ask("case", "list")]
        self.inject(letter(sender="bob@people.example.org", number=8))
        bobs = self.number()
        self.assertEqual(self.code("case", "link", first, third), 0)
        self.assertEqual(self.docket.ask("case", "show", third)["linked"], [first])
        self.assertEqual(self.code("case", "link", first, third), 1)
        refused = self.docket.command("case", "merge", bobs, first)
        self.assertEqual(refused.returncode, 1)
        self.assertIn(b"--other-person", refused.stderr)
        self.assertEqual(self.code("case", "merge", other, first, "--reason", "the same hole"), 0)
        shown = self.docket.ask("case", "show", other)
        self.assertEqual((shown["number"], shown["merged"], shown["letters"]), (first, [other], 2))
        self.assertIn(other, self.docket.command("case", "show", first).stdout.decode())
        self.assertEqual({case["number"]: case.get("merged_into") for case in self.docket.ask("case", "list")},
                         {bobs: None, third: None, other: first, first: None})
        self.inject(letter(subject=f"Re: [{other}] Pothole", number=9, text="And when does the library open? I asked before."))
        shown = self.docket.ask("case", "show", first)
        self.assertEqual(shown["letters"], 3)
        added = shown["came"][-1]["inbound"]
        self.assertEqual(self.code("case", "split", first, shown["came"][0]["inbound"]), 1)
        split = json.loads(self.docket.command("case", "split", first, added, "--reason", "another matter", "--json").stdout)
        self.assertEqual((split["outcome"], split["inbound"]), ("case", added))
        fresh = self.docket.ask("case", "show", split["case"])
        self.assertEqual((fresh["linked"], fresh["letters"]), ([first], 1))
        self.assertIn("acknowledged", [event["what"] for event in fresh["timeline"]])
        self.assertEqual(self.docket.ask("case", "show", first)["letters"], 2)
        self.assertTrue(self.docket.ask("audit", "verify")["ok"])
        self.assertEqual({row["difference"] for row in self.docket.ask("ledger")}, {0})

    def test_a_case_waits_goes_on_and_gets_another_day(self):
        self.docket.start()
        self.inject(letter())
        number = self.number()
        self.assertEqual(self.code("case", "pause", number, "--until", "2099-01-05"), 2)  # a reason is needed
        self.assertEqual(self.code("case", "pause", number, "--until", "soon", "--reason", "x"), 2)
        self.assertEqual(self.code("case", "resume", number), 1)
        self.assertEqual(self.code("case", "pause", number, "--until", "2099-01-05", "--reason", "which house?"), 0)
        self.assertEqual(self.docket.ask("case", "show", number)["status"], "waiting")
        self.assertEqual(self.code("case", "resume", number, "--reason", "found it"), 0)
        self.assertEqual(self.docket.ask("case", "show", number)["status"], "open")
        self.assertEqual(self.code("case", "due", number, "2099-01-03", "--reason", "parts"), 2)  # a Saturday
        self.assertEqual(self.code("case", "due", number, "2099-01-05", "--reason", "parts"), 0)
        self.assertEqual(self.docket.ask("case", "show", number)["due"], "2099-01-05T21:30:00Z")
        what = [event["what"] for event in self.docket.ask("case", "show", number)["timeline"]]
        self.assertLess(what.index("paused"), what.index("resumed"))
        self.assertLess(what.index("resumed"), what.index("extended"))

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

    def number(self):
        return self.docket.ask("case", "list")[0]["number"]

    def code(self, *words):
        return self.docket.command(*words).returncode

    def text(self, *words):
        done = self.docket.command(*words)
        self.assertEqual(done.returncode, 0, (words, done.stderr))
        return done.stdout.decode()

    def test_the_envelope_of_a_pipe_counts(self):
        self.docket.start()
        self.assertEqual(self.inject(letter(to="undisclosed-recipients:;"), "--to", "mayor@town.example", "--to",
                                     "waste@town.example", "--from", "ana@people.example.org").returncode, 0)
        case = self.docket.ask("case", "list")[0]
        self.assertEqual((case["office"], case["copies"]), ("roads", ["mayor", "waste"]))
        # The same letter handed over for somebody else: no second case, the office newly addressed hears of it.
        self.assertEqual(json.loads(self.docket.command("inject", "-", "--source", "pipe", "--json", "--to", "ward1@town.example",
                                                        octets=letter(to="undisclosed-recipients:;")).stdout)["outcome"], "duplicate")
        self.assertIn("ward-1", self.docket.ask("case", "list")[0]["copies"])
        # A null sender is a machine.
        self.inject(letter(number=2, sender="bo@people.example.org").split(b"\r\n", 1)[1], "--from", "")
        self.assertIn("withheld", [event["what"] for event in self.docket.ask("case", "show", self.number())["timeline"]])

    def test_people_read_why_without_json(self):
        self.docket.start()
        self.inject(letter())
        explained = self.text("case", "explain", self.number())
        self.assertIn("Roads", explained)
        self.assertIn("10-topics.yaml:", explained)
        self.assertNotIn("{", explained)
        self.docket.wait_until_sent()
        row = next(row for row in self.docket.ask("outbox", "list") if row["kind"] == "acknowledgement")
        self.assertIn(self.number(), self.text("outbox", "show", row["id"]))

    def test_what_cannot_be_handled_waits_in_quarantine(self):
        self.docket.start()
        turning = letter(more="".join(f"Received: from a{i} by b{i}; Mon, 23 Nov 2026 10:00:00 -0500\r\n" for i in range(31)))
        self.assertEqual(self.inject(turning).returncode, 0)
        row, = self.docket.ask("quarantine", "list")
        self.assertEqual((row["source"], row["size"], row["attempts"]), ("pipe", len(turning), row["attempts"]))
        self.assertIn("Received: from a30", self.text("quarantine", "show", row["id"]))
        self.assertEqual(self.code("quarantine", "show", "nothing"), 1)
        self.assertEqual(self.code("quarantine", "retry", row["id"]), 0)
        self.assertEqual(len(self.docket.ask("quarantine", "list")), 1)
        self.assertEqual(self.code("quarantine", "discard", row["id"]), 2)  # no reason
        self.assertEqual(self.code("quarantine", "discard", row["id"], "--reason", "a loop"), 0)
        self.assertEqual(self.docket.ask("quarantine", "list"), [])
        ledger = self.docket.ledger()["pipe"]
        self.assertEqual((ledger["quarantined"], ledger["difference"]), (1, 0))

    def test_an_injected_letter_over_max_size_keeps_its_header_and_size(self):
        path = self.docket.folder / "docket.yaml"
        path.write_text(path.read_text().replace("pipe: {}", "pipe: {}\n    max_size: 10 KiB"))
        self.docket.start()
        without_body = b"Subject: Pothole\r\n" + b"X-Long: yes\r\n" * 1000
        for large in (letter(text="x" * 20000), without_body):
            self.assertEqual(self.inject(large).returncode, 0)
            row = self.docket.ask("quarantine", "list")[0]
            self.assertEqual(row["size"], len(large))
            self.assertIn("Subject: Pothole", self.text("quarantine", "show", row["id"]))
        stored = {unzstd(kept["frame"], 1 << 21) for kept in Book(self.docket).inbounds().values()}
        self.assertEqual(stored, {letter().split(b"\r\n\r\n")[0] + b"\r\n\r\n", without_body})

    def test_what_is_not_there_is_told_from_what_is_empty(self):
        self.docket.start()
        self.inject(letter())
        for code, *words in ((0, "case", "list", "--office", "waste"), (1, "case", "list", "--office", "nowhere"),
                             (2, "case", "list", "--status", "lost"), (2, "outbox", "list", "--state", "lost"),
                             (0, "ledger", "--source", "pipe"), (1, "ledger", "--source", "nowhere"),
                             (0, "ledger", "--day", "2026-11-23"), (2, "ledger", "--day", "yesterday"),
                             (2, "ledger", "--day", "2026-02-30"), (1, "outbox", "show", "nothing"),
                             (1, "case", "note", "TT-2026-999999-9", "x"), (1, "case", "explain", "nothing"),
                             (2, "route", "-", "--channel", "fax"), (1, "report", "--office", "nowhere"),
                             (0, "report", "--office", "waste", "--csv"), (2, "report", "--from", "2026-02-30"),
                             (2, "report", "--from", "2026-11-23", "--to", "2026-11-23")):
            with self.subTest(words):
                self.assertEqual(self.code(*words), code)

    def test_report_is_the_same_with_and_without_the_daemon_and_its_csv_header_never_changes(self):
        self.docket.start()
        empty = self.text("report", "--csv").splitlines()
        self.inject(letter())
        self.inject(letter(number=2, to="info@town.example", subject="Garbage", text="My garbage was not collected this week."))
        self.docket.wait_until_sent()
        report = self.docket.ask("report")
        rows = {row["office"]: row for row in report["offices"]}
        self.assertEqual((report["total"]["opened"], rows["roads"]["opened"], rows["waste"]["opened"], rows["mayor"]["opened"]),
                         (2, 1, 1, 0))
        self.assertEqual(report["total"]["acknowledged"]["within_5_minutes"], 2)
        self.assertEqual(self.docket.ask("report", "--to", report["from"])["total"]["opened"], 0)
        table = list(csv.DictReader(io.StringIO(self.text("report", "--csv"))))
        self.assertEqual([row["office"] for row in table][-1], "(total)")
        self.assertEqual({row["office"]: row["opened"] for row in table}["roads"], "1")
        self.assertEqual(",".join(table[0]), empty[0])
        shown = self.text("report")
        for words in ("Cases opened from", "Acknowledged", "From the receipt of the first letter", "(total)", "in no figure: spam 0"):
            self.assertIn(words, shown)
        one = self.docket.ask("report", "--office", "roads")
        self.assertEqual([row["office"] for row in one["offices"]], ["roads"])
        self.docket.stop()
        without = self.docket.ask("report")
        self.assertEqual({**without, "at": report["at"]}, report)

    def test_a_search_may_be_several_words_and_its_words_are_no_command(self):
        self.docket.start()
        self.inject(letter(text="The pothole on Elm Street swallowed a bicycle."))
        self.assertEqual(len(self.docket.ask("case", "search", "bicycle", "elm")), 1)
        self.assertEqual(len(self.docket.ask("case", "search", "bicycle", "oak")), 0)
        self.docket.stop()
        shutil.rmtree(self.docket.folder / "data")
        self.assertEqual(self.code("case", "search", "inject"), 69)

    def test_a_broken_docket_yaml_hides_the_running_daemon_from_nobody(self):
        self.docket.start()
        path = self.docket.folder / "docket.yaml"
        good = path.read_text()
        path.write_text(good.replace("domain: town.example", "domian: town.example"))
        self.assertTrue(self.docket.status()["running"])
        self.assertEqual(self.inject(letter()).returncode, 0)
        reload = self.docket.command("reload")
        self.assertEqual(reload.returncode, 2)
        self.assertIn(b"docket.yaml:10:3: error: unknown key 'domian'", reload.stdout)
        path.write_text(good.replace("control: control.sock", "control: 7: 8"))
        self.assertEqual(self.code("status"), 2)
        self.assertEqual(self.code("read", ROOT / "daemon/try/01-pothole-english.eml"), 2)  # not read as without one
        path.write_text(good)

    def test_a_second_daemon_does_not_take_the_control_socket_away(self):
        self.docket.start()
        other = Docket("\n  - name: pipe\n    pipe: {}")
        self.addCleanup(other.__exit__)
        path = other.folder / "docket.yaml"
        path.write_text(path.read_text().replace("control: control.sock", f"control: {self.docket.folder}/control.sock"))
        second = other.command("serve")
        self.assertEqual(second.returncode, 2)
        self.assertIn(b"control.sock", second.stderr)
        self.assertTrue(self.docket.status()["running"])

    def test_members_records_are_shown_for_a_reason_that_the_audit_log_keeps(self):
        path = self.docket.folder / "town.yaml"
        text = path.read_text()
        path.write_text(text.replace("    address: mayor@office", "    record_owner: member\n    address: mayor@office"))
        self.docket.start()
        self.inject(letter(to="mayor@town.example", subject="A private matter", text="Please call me about my neighbour's dog."))
        number = self.number()
        hidden = self.docket.ask("case", "show", number)
        self.assertEqual((hidden["office"], hidden["subject"], hidden["from"]), ("mayor", None, None))
        self.assertEqual(self.docket.ask("case", "search", "neighbour"), [])
        self.assertEqual(self.code("case", "show", number, "--member-records"), 2)
        before = self.docket.ask("audit", "head")
        shown = self.docket.ask("case", "show", number, "--member-records", "--reason", "the mayor asked")
        self.assertEqual((shown["subject"], shown["from"]), ("A private matter", "ana@people.example.org"))
        self.assertEqual(self.docket.ask("audit", "head")["events"], before["events"] + 1)
        self.assertEqual(self.docket.ask("audit", "verify")["ok"], True)

    def test_an_outcome_that_is_known_cannot_be_resolved_otherwise(self):
        self.docket.start()
        self.inject(letter())
        self.docket.wait_until_sent()
        row = self.docket.ask("outbox", "list")[0]
        self.assertEqual(row["state"], "sent")
        self.assertEqual(self.code("outbox", "resolve", row["id"], "--sent"), 1)  # nothing is uncertain
        self.assertEqual(self.code("outbox", "resolve", row["id"]), 2)
        self.assertEqual(self.code("outbox", "retry", "nothing"), 1)

    def test_check_counts_warnings_only_when_strict(self):
        self.assertEqual(self.code("check"), 0)
        path = self.docket.folder / "docket.yaml"
        path.write_text(path.read_text() + "desk: {public: \"0.0.0.0:8311\"}\n")
        self.assertEqual(self.code("check"), 0)
        self.assertEqual(self.code("check", "--strict"), 1)
        warning = next(problem for problem in self.docket.ask("check") if "unencrypted" in problem["text"])
        self.assertEqual(sorted(warning), ["column", "file", "hint", "line", "severity", "text"])
        self.assertEqual((warning["file"], warning["severity"]), ("docket.yaml", "warning"))

    def test_init_writes_a_town_that_passes_check_for_each_kind_of_mailbox(self):
        for kind in ((), ("--for", "imap"), ("--for", "m365"), ("--for", "google")):
            with self.subTest(kind):
                folder = self.docket.folder / "-".join(("new", *kind)).replace("---", "-")
                written = json.loads(self.docket.command("init", str(folder), "--json", *kind).stdout)["written"]
                self.assertEqual(written.count("docket.yaml"), 1)
                self.assertEqual(self.docket.command("check", "-c", str(folder)).returncode, 0)
                self.assertEqual(self.docket.command("init", str(folder), *kind).returncode, 2)  # never over another

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


if __name__ == "__main__":
    unittest.main(verbosity=2)
