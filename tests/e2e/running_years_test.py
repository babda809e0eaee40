#!/usr/bin/env python3
"""What an admin looks at over the years: metrics by command and by door, status in one screen, a start that is only tried.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/running_years_test.py [-v] [Test.name]
"""

import pathlib
import shutil
import socket
import subprocess
import sys
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from handing_over import Control  # noqa: E402
from running import Docket, letter  # noqa: E402

PIPE = "\n  - name: pipe\n    pipe: {}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def value_of(text, name):
    lines = [line for line in text.splitlines() if line.rpartition(" ")[0] == name]
    return float(lines[0].rpartition(" ")[2]) if len(lines) == 1 else lines


class Metrics(unittest.TestCase):
    def town(self, extra=""):
        town = Docket(PIPE, extra=extra)
        self.addCleanup(town.__exit__)
        return town

    def metrics(self, town):
        done = town.command("status", "--prometheus")
        return done.returncode, done.stdout.decode()

    def check_format(self, text):
        """By Prometheus' own tool where it is installed."""
        if tool := shutil.which("promtool"):
            done = subprocess.run([tool, "check", "metrics"], input=text.encode(), capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))

    def test_a_textfile_collector_hears_that_docket_is_down(self):
        town = self.town()
        code, text = self.metrics(town)
        self.assertEqual((code, value_of(text, "docket_up")), (1, 0.0))
        self.assertIn("docket_build_info{version=", text)
        self.check_format(text)
        town.start()
        code, text = self.metrics(town)
        self.assertEqual((code, value_of(text, "docket_up"), value_of(text, "docket_healthy")), (0, 1.0, 1.0))
        self.check_format(text)

    def test_letters_are_counted_through_to_what_left(self):
        port = free_port()
        town = self.town(f"desk: {{staff: \"127.0.0.1:{port}\"}}\n").start()
        for number in range(3):
            done = town.command("inject", "-", "--source", "pipe", octets=letter(sender=f"p{number}@people.example.org", number=number))
            self.assertEqual(done.returncode, 0)
        town.wait_until_sent()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=20) as answer:
            self.assertEqual(answer.headers["Content-Type"], "text/plain; version=0.0.4; charset=utf-8")
            text = answer.read().decode()
        self.assertEqual(value_of(text, 'docket_letters_total{outcome="case",source="pipe"}'), 3)
        self.assertEqual(value_of(text, 'docket_sendings_total{kind="acknowledgement",result="sent"}'), 3)
        for name in ("acknowledgement_sent_seconds", "acknowledgement_queued_seconds", "read_seconds"):
            self.assertEqual(value_of(text, f"docket_{name}_count"), 3, name)
        self.assertGreater(value_of(text, "docket_commit_seconds_count"), 3)
        self.assertGreater(value_of(text, "process_open_fds"), 3)
        self.assertNotIn("people.example.org", text)
        self.check_format(text)

    def test_the_staff_door_has_nothing_else(self):
        port = free_port()
        self.town(f"desk: {{staff: \"127.0.0.1:{port}\"}}\n").start()
        for path in ("/", "/status", "/cases", "/metricsx"):
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20)
            self.assertEqual(refused.exception.code, 404)
            refused.exception.close()

    def test_the_staff_door_may_be_a_unix_socket(self):
        town = self.town("desk: {staff: \"unix:/nowhere\"}\n")
        path = town.folder / "desk.sock"
        settings = town.folder / "docket.yaml"
        settings.write_text(settings.read_text().replace("/nowhere", str(path)))
        town.start()
        control = Control(path)
        self.addCleanup(control.close)
        control.request("GET", "/metrics")
        self.assertIn(b"docket_up 1", control.getresponse().read())
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)


class OneScreen(unittest.TestCase):
    def test_status_says_since_when_and_what(self):
        with Docket(PIPE) as town:
            town.start()
            town.command("inject", "-", "--source", "pipe", octets=letter())
            town.wait_until_sent()
            lines = town.command("status").stdout.decode().splitlines()
            self.assertRegex(lines[0], r"^running, healthy since 20\d\d-\d\d-\d\d \d\d:\d\d UTC, live, docket ")
            self.assertLessEqual(len(lines), 24)
            self.assertLessEqual(max(map(len, lines)), 80)
            for word in ("rules ", "today ", "outbox ", "cases ", "backup ", "disk "):
                self.assertTrue(any(line.startswith(word) for line in lines), (word, lines))


class ValidateOnly(unittest.TestCase):
    def setUp(self):
        self.town = Docket(PIPE)
        self.addCleanup(self.town.__exit__)

    def validate(self):
        done = self.town.command("serve", "--validate-only")
        return done.returncode, done.stdout.decode()

    def change(self, before, after):
        path = self.town.folder / "docket.yaml"
        path.write_text(path.read_text().replace(before, after))

    def test_a_first_start_would_work_and_nothing_is_made(self):
        code, words = self.validate()
        self.assertEqual((code, words.splitlines()[-1]), (0, "docket would start"))
        self.assertFalse((self.town.folder / "data").exists())
        self.assertFalse((self.town.folder / "control.sock").exists())

    def test_beside_one_that_runs(self):
        self.town.start()
        code, words = self.validate()
        self.assertEqual((code, words.splitlines()[-1]), (0, "docket runs; it would start again"))

    def test_after_a_run_and_without_its_keys(self):
        self.town.start()
        self.town.command("inject", "-", "--source", "pipe", octets=letter())
        self.town.stop()
        self.assertEqual(self.validate()[0], 0)
        (self.town.folder / "data/keys").unlink()
        code, words = self.validate()
        self.assertEqual(code, 2)
        self.assertIn("put keys back", words)

    def test_keys_without_a_book(self):
        self.town.start()
        self.town.stop()
        (self.town.folder / "data/docket.db").unlink()
        code, words = self.validate()
        self.assertEqual(code, 2)
        self.assertIn("docket restore", words)
        self.assertFalse((self.town.folder / "data/docket.db").exists())

    def test_a_port_that_another_program_has(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            self.change("mail:\n", f"desk: {{staff: \"127.0.0.1:{other.getsockname()[1]}\"}}\nmail:\n")
            code, words = self.validate()
        self.assertEqual(code, 2)
        self.assertRegex(words, "cannot listen on 127.0.0.1:[0-9]+: Address already in use")

    def test_a_secret_that_cannot_be_read_is_named_and_every_problem_told(self):
        self.change("maildir: {path: out}", "smtp: {url: \"smtp://localhost:25\", tls: none, user: it@town.example, "
                                            "password: {file: secrets/smtp}}")
        self.change("mail:\n", "operators: {group: no-such-group}\nmail:\n")
        code, words = self.validate()
        self.assertEqual(code, 2)
        self.assertRegex(words, "mail out: .*secrets/smtp")
        self.assertIn("no-such-group", words)

    def test_rules_that_would_be_refused(self):
        (self.town.folder / "rules/10-topics.yaml").write_text("version: 1\nrules: [{rule: x}]\n")
        code, words = self.validate()
        self.assertEqual(code, 2)
        self.assertIn("10-topics.yaml:", words)


if __name__ == "__main__":
    unittest.main()
