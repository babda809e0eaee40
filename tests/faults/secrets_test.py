#!/usr/bin/env python3
"""Group H of the catalogue: a secret is nowhere but where the admin put it.

    DOCKET_BINARY=build/release/docket python3 tests/faults/secrets_test.py [-v] [Test.name]

A secret given as {env: NAME} stands in the environment of the process, which root and docket's own user can read: that
is the admin's choice. {file: …} and {credential: …} are in no environment.
"""

import os
import pathlib
import shutil
import signal
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

from dovecot import make_certificate  # noqa: E402
from oracles import check  # noqa: E402
from running import Docket, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

USER = "council@town.example"
COMMANDS = (("status", "--json"), ("status", "--prometheus"), ("check",), ("doctor",), ("outbox", "list", "--json"), ("case", "list", "--json"),
            ("audit", "head"), ("ledger", "--json"), ("quarantine", "list", "--json"), ("rules", "history"))


class Secrets(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-secrets-"))
        self.addCleanup(shutil.rmtree, self.folder)
        make_certificate(self.folder)

    def docket(self, given, canary, right=True):
        """Mail out needs the password; it is the canary, which the server knows or not."""
        receiver = SmtpReceiver(self.folder / f"received{len(list(self.folder.iterdir()))}", cert=self.folder / "cert.pem", key=self.folder / "key.pem",
                                starttls=True, auth=(USER, canary if right else "another")).start()
        self.addCleanup(receiver.stop)
        docket = Docket("\n  - name: pipe\n    pipe: {}", receiver.port)
        self.addCleanup(docket.__exit__)
        path = docket.folder / "docket.yaml"
        path.write_text(path.read_text().replace("tls: none}", f"ca: {self.folder / 'cert.pem'}, user: {USER}, password: {given}}}"))
        return docket, receiver

    def test_H1_no_secret_in_log_book_answers_or_process_list(self):
        canary = "canary-7d1f-%d" % os.getpid()
        file = self.folder / "password"
        file.write_text(canary + "\n")
        file.chmod(0o600)
        for given, environment in (("{env: CANARY}", {"CANARY": canary}), (f"{{file: {file}}}", {}),
                                   ("{credential: password}", {"CREDENTIALS_DIRECTORY": str(self.folder)})):
            for right in (True, False):
                with self.subTest(given=given, right=right):
                    docket, receiver = self.docket(given, canary, right)
                    docket.environment = environment
                    docket.start()
                    docket.command("inject", "-", "--source", "pipe", octets=letter())
                    docket.wait_for(lambda right=right: any(
                        row["state"] == ("sent" if right else "deferred") for row in docket.ask("outbox", "list")), 30, "the letters to be tried")
                    self.assertEqual(bool(receiver.messages()), right)
                    for words in COMMANDS:
                        done = docket.command(*words)
                        self.assertNotIn(canary.encode(), done.stdout + done.stderr, words)
                    process = pathlib.Path(f"/proc/{docket.process.pid}")
                    self.assertNotIn(canary.encode(), (process / "cmdline").read_bytes())
                    self.assertEqual(canary.encode() in (process / "environ").read_bytes(), "env" in given)
                    check(docket, receiver=receiver, secrets=(canary,), drain=0)
                    docket.stop()

    def test_H2_a_secret_that_others_may_read_is_not_used(self):
        for mode, used in ((0o600, True), (0o640, True), (0o644, False), (0o604, False), (0o606, False)):
            with self.subTest(oct(mode)):
                file = self.folder / f"password{mode}"
                file.write_text("right")
                file.chmod(mode)
                docket, receiver = self.docket(f"{{file: {file}}}", "right")
                docket.start()
                docket.command("inject", "-", "--source", "pipe", octets=letter())
                state = "sent" if used else "deferred"
                docket.wait_for(lambda state=state: any(row["state"] == state for row in docket.ask("outbox", "list")), 30, f"a letter to be {state}")
                if not used:
                    self.assertTrue(any("others" in problem for problem in docket.status()["problems"]), docket.status()["problems"])
                    self.assertNotIn("AUTH", str(receiver.entries()))
                docket.stop()

    def test_H2_keys_that_others_may_read_stop_a_start(self):
        docket, _ = self.docket("{env: DOCKET_TEST_PASSWORD}", "secret")
        docket.start()
        docket.stop()
        (docket.folder / "data/keys").chmod(0o644)
        done = docket.command("serve")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"chmod 600", done.stderr + done.stdout)

    def test_H3_a_crash_leaves_no_core(self):
        docket, _ = self.docket("{env: DOCKET_TEST_PASSWORD}", "secret")
        docket.before = ["sh", "-c", f'cd {self.folder} && ulimit -c unlimited && exec "$@"', "sh"]
        docket.start()
        docket.process.send_signal(signal.SIGSEGV)
        status = docket.process.wait(30)
        self.assertEqual(status, -signal.SIGSEGV)
        self.assertEqual([path for folder in (self.folder, docket.folder) for path in folder.glob("*core*")], [])


if __name__ == "__main__":
    unittest.main()
