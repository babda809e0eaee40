#!/usr/bin/env python3
"""docket init --guided as people and scripts use it: at a terminal and from options, against a real Dovecot and a real SMTP
receiver, and the configuration that comes of it at work.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/guided_test.py [-v] [Test.name]
"""

import email
import errno
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import dovecot  # noqa: E402
from running import BINARY, Docket, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402
from token_server import TokenServer  # noqa: E402

ADDRESS = "info@brant.ca"
# A word that stands nowhere else, so that it is found wherever it should not be.
PASSWORD = dovecot.PASSWORD = "Zaunkoenig-7"
# What a test's machine may not know by itself.
ZONE = ("--time-zone", "America/Toronto")


class Terminal:
    """A person at a terminal: waits for words, then types."""

    def __init__(self, *words):
        self.heard = ""
        self.code = None
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.environ["LC_ALL"] = "C.UTF-8"
            os.execv(BINARY, [str(BINARY), *map(str, words)])

    def read(self, seconds):
        """What comes next, or "" once the program has closed the terminal."""
        if not select.select([self.end], [], [], seconds)[0]:
            raise AssertionError(f"nothing came for {seconds} s after:\n{self.heard}")
        try:
            return os.read(self.end, 65536).decode("utf-8", "replace")
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return ""

    def until(self, pattern, seconds=60):
        """What was said up to and with the pattern; later words are looked for behind it."""
        limit = time.monotonic() + seconds
        while not (found := re.search(pattern, self.heard[self.looked:])):
            more = self.read(max(limit - time.monotonic(), 0.01))
            if not more:
                raise AssertionError(f"it ended before {pattern!r}:\n{self.heard}")
            self.heard += more
        said = self.heard[self.looked:self.looked + found.end()]
        self.looked += found.end()
        return said

    looked = 0

    def answer(self, prompt, typed=""):
        self.until(prompt)
        os.write(self.end, typed.encode() + b"\n")

    def leave(self, prompt):
        self.until(prompt)
        os.write(self.end, b"\x03")

    def finish(self, seconds=60):
        """The exit code; a signal counts as its negative number."""
        limit = time.monotonic() + seconds
        while more := self.read(max(limit - time.monotonic(), 0.01)):
            self.heard += more
        _, status = os.waitpid(self.process, 0)
        os.close(self.end)
        self.code = os.waitstatus_to_exitcode(status)
        return self.code


class Guided(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.servers = pathlib.Path(tempfile.mkdtemp(prefix="docket-guided-servers-"))
        cls.addClassCleanup(shutil.rmtree, cls.servers, ignore_errors=True)
        cls.dovecot = dovecot.Dovecot().start()
        cls.addClassCleanup(cls.dovecot.stop)
        cls.receiver = SmtpReceiver(cls.servers / "received", smtps=True, cert=cls.dovecot.cert,
                                    key=f"{cls.dovecot.root}/key.pem", auth=(ADDRESS, PASSWORD)).start()
        cls.addClassCleanup(cls.receiver.stop)
        login = cls.dovecot.login(ADDRESS)
        login.create("Junk")
        login.logout()

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-guided-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.town = self.folder / "brant"

    def secret(self, text, name="password"):
        file = self.folder / name
        file.touch(0o600)
        file.write_text(text + "\n")
        return file

    def script(self, *words, stdin=b""):
        return subprocess.run([BINARY, "init", self.town, "--guided", *map(str, words)], input=stdin, capture_output=True,
                              check=False, timeout=120)

    def options(self, *more, password=PASSWORD):
        return ("--address", ADDRESS, "--imap-url", f"imaps://localhost:{self.dovecot.imaps_port}",
                "--smtp-url", f"smtps://localhost:{self.receiver.port}", "--ca", self.dovecot.cert,
                "--imap-password-file", self.secret(password), "--clerk", "clerk@people.example.org",
                "--office", "front-desk=Front desk <desk@people.example.org>", *ZONE, *more)

    def check(self, *words):
        return subprocess.run([BINARY, "-c", self.town, "check", *words], capture_output=True, check=False, timeout=60)

    def assert_written(self, strict=True):
        done = self.check(*(("--strict",) if strict else ()))
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        for file in self.town.rglob("*"):
            secret = file.parent.name == "secrets"
            if file.is_file() and not secret:
                self.assertNotIn(PASSWORD, file.read_text(), file)
            if secret:
                self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600, file)

    def assert_at_work(self, server=None, receiver=None):
        """A letter to the address is a case, the office has it, and the resident an acknowledgement."""
        server, receiver = server or self.dovecot, receiver or self.receiver
        docket = Docket("\n  - name: pipe\n    pipe: {}", folder=self.folder / "unused")
        self.addCleanup(docket.__exit__)
        docket.folder = self.town
        docket.log_path = self.folder / "log"
        docket.start()
        before = len(receiver.messages())
        server.deliver(ADDRESS, letter(to=ADDRESS, number=os.getpid() + before))
        docket.wait_for(lambda: {to for one in receiver.messages()[before:] for to in one["recipients"]} >= {
            "ana@people.example.org", "desk@people.example.org"}, 60, "the acknowledgement and the forward")
        sent = next(one for one in receiver.messages()[before:] if one["recipients"] == ["ana@people.example.org"])
        message = email.message_from_bytes(pathlib.Path(sent["files"][0]).read_bytes())
        self.assertEqual(message["Auto-Submitted"], "auto-replied")
        self.assertIn(ADDRESS, message["From"])
        self.assertIn("Front desk", message.get_payload(decode=True).decode())
        self.assertEqual(docket.stop()[0], 0)

    # --- at a terminal -------------------------------------------------------------------------------------------

    def test_a_whole_conversation_with_errors_on_the_way_and_the_town_it_makes(self):
        person = Terminal("init", self.town, "--guided", "--ca", self.dovecot.cert, *ZONE)
        person.answer("Address: ", "info at brant")
        person.answer("not a mail address.*\r\n.*Address: ", ADDRESS)
        person.answer(r"IMAP\) \[found by trying\]: ", f"localhost:{self.dovecot.imaps_port}")
        person.answer(rf"User \[{ADDRESS}\]: ")
        person.answer("Password: ", "open sesame")
        person.until("does not let info@brant.ca in: ")
        person.answer("Enter to answer again.*: ")
        person.answer(r"IMAP\) \[localhost:\d+\]: ")
        person.answer(r"User \[.*\]: ")
        person.answer(r"Password.*: ", PASSWORD)
        self.assertIn("Junk", person.until(r"logged in\. Its folders: .*\n"))
        person.answer(r"SMTP\) \[found by trying\]: ", f"smtps://localhost:{self.receiver.port}")
        person.answer(rf"User \[{ADDRESS}\]: ")
        person.answer(r"Password \[the mailbox's\]: ")
        person.until("logged in; it takes letters from info@brant.ca")
        summary = person.until("no to leave: ")
        self.assertFalse(self.town.exists())
        self.assertIn("Begin in shadow", summary)
        for label, prompt, value in (("mode", "shadow or live .*: ", "live"),
                                     ("clerk", "own address .*: ", "clerk@people.example.org")):
            os.write(person.end, re.search(rf"(\d+)  {label} ", summary)[1].encode() + b"\n")
            person.answer(prompt, value)
            summary = person.until("no to leave: ")
        os.write(person.end, re.search(r"(\d+)  offices ", summary)[1].encode() + b"\n")
        person.answer(r"Offices \[.*\]: ", "front-desk=Front desk <desk@people.example.org>")
        person.answer("and: ")
        person.answer("no to leave: ", "yes")
        self.assertEqual(person.finish(), 0, person.heard)
        self.assertIn(f"docket -c {self.town} check", person.heard)
        for secret in (PASSWORD, "open sesame"):
            self.assertNotIn(secret, person.heard)
        self.assert_written(strict=True)
        self.assertIn('folders: ["INBOX", "Junk"]', (self.town / "docket.yaml").read_text())
        self.assert_at_work()

    def test_who_is_interrupted_leaves_nothing_and_has_the_terminal_back(self):
        for prompt, typed in (("Address: ", ()), ("User ", (("Address: ", ADDRESS), (r"IMAP\).*: ", "localhost"))),
                              ("Password: ", (("Address: ", ADDRESS), (r"IMAP\).*: ", "localhost"), ("User .*: ", "")))):
            with self.subTest(prompt):
                person = Terminal("init", self.town, "--guided")
                for before, answer in typed:
                    person.answer(before, answer)
                person.leave(prompt)
                self.assertIn(person.finish(), (1, -signal.SIGINT), person.heard)
                self.assertFalse(self.town.exists())

    def test_no_is_an_answer_too(self):
        person = Terminal("init", self.town, "--guided", *self.options())
        for prompt in ("User .*: ", "User .*: ", "Password .*: "):
            person.answer(prompt)
        person.answer("no to leave: ", "no")
        self.assertEqual(person.finish(), 1)
        self.assertIn("nothing was written", person.heard)
        self.assertFalse(self.town.exists())

    def test_microsoft_365_is_recognised_by_its_server_and_explained(self):
        person = Terminal("init", self.town, "--guided", "--no-test", *ZONE)
        person.answer("Address: ", ADDRESS)
        person.answer(r"IMAP\).*: ", "outlook.office365.com")
        person.answer("User .*: ", "council@brant.ca")
        steps = person.until("Tenant id.*: ")
        for words in ("Entra", "IMAP.AccessAsApp", "New-ServicePrincipal", "-Identity council@brant.ca"):
            self.assertIn(words, steps)
        os.write(person.end, b"11111111-2222\n")
        person.answer("Client id.*: ", "33333333-4444")
        person.answer("Client secret.*: ", "geheim-7")
        person.answer("expires.*: ", "2029-05-01")
        person.answer("no to leave: ", "yes")
        self.assertEqual(person.finish(), 0, person.heard)
        self.assertNotIn("geheim-7", person.heard)
        self.assert_written(strict=False)
        text = (self.town / "docket.yaml").read_text()
        for words in ("https://login.microsoftonline.com/11111111-2222/oauth2/v2.0/token", "33333333-4444", "2029-05-01",
                      "grant: client_credentials", "send_as: account", "exchange-online", "smtp://smtp.office365.com:587"):
            self.assertIn(words, text)
        self.assertEqual((self.town / "secrets/oauth2-client").read_text(), "geheim-7\n")

    def test_gmail_is_recognised_by_its_address_and_what_is_not_there_yet_is_named_at_the_end(self):
        person = Terminal("init", self.town, "--guided", "--no-test", *ZONE, "--town", "Brant",
                          "--clerk", "clerk@people.example.org")
        person.answer("Address: ", "brantcouncil@gmail.com")
        person.until("is at Google")
        person.answer(r"IMAP\) \[imaps://imap.gmail.com\]: ")
        person.answer(r"oauth2 or password \[oauth2\]: ")
        person.answer("User .*: ")
        self.assertIn("Send mail as", person.until("Client id.*: "))
        os.write(person.end, b"\n")
        person.answer("Client secret.*: ")
        person.answer("Refresh token, which .*: ", "1//refresh")
        person.answer("no to leave: ", "yes")
        self.assertEqual(person.finish(), 0, person.heard)
        self.assertIn("Still to do: the client secret in", person.heard)
        self.assertIn("Still to do: CLIENT-ID in docket.yaml", person.heard)
        self.assertEqual((self.town / "data/tokens/brantcouncil.refresh").read_text(), "1//refresh\n")
        self.assert_written(strict=False)
        self.assertNotIn("staff_domains", (self.town / "town.yaml").read_text())

    # --- from options --------------------------------------------------------------------------------------------

    def test_the_same_from_options_and_the_town_it_makes(self):
        done = self.script(*self.options("--mode", "live", "--json"))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        written = json.loads(done.stdout)
        self.assertEqual(written["folder"], str(self.town))
        self.assertIn("secrets/mailbox", written["written"])
        self.assertNotIn(PASSWORD.encode(), done.stdout + done.stderr)
        self.assert_written()
        self.assert_at_work()

    def test_a_server_on_this_machine_needs_no_certificate_and_a_password_may_come_from_standard_input(self):
        done = self.script("--address", ADDRESS, "--imap-url", f"imap://localhost:{self.dovecot.imap_port}", "--smtp-url",
                           f"smtps://localhost:{self.receiver.port}", "--ca", self.dovecot.cert, "--imap-password-file", "-",
                           *ZONE, stdin=PASSWORD.encode() + b"\n")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assert_written()
        self.assertEqual((self.town / "secrets/mailbox").read_text(), PASSWORD + "\n")

    def test_oauth2_is_tried_with_real_tokens_and_what_is_written_goes_on_with_the_newest_one(self):
        with TokenServer() as tokens, dovecot.Dovecot(tokens="xoauth2 oauthbearer", key=tokens.key) as server:
            receiver = SmtpReceiver(self.folder / "received", smtps=True, cert=server.cert, key=f"{server.root}/key.pem",
                                    tokens=tokens.is_good).start()
            self.addCleanup(receiver.stop)
            tokens.register("town-app", ADDRESS, PASSWORD)
            first = tokens.consent("town-app")
            words = ("--address", ADDRESS, "--login", "oauth2", "--token-url", tokens.url, "--client-id", "town-app",
                     "--imap-url", f"imaps://localhost:{server.imaps_port}", "--smtp-url", f"smtps://localhost:{receiver.port}",
                     "--ca", server.cert, "--mode", "live", "--clerk", "clerk@people.example.org",
                     "--office", "front-desk=Front desk <desk@people.example.org>", *ZONE,
                     "--refresh-token-file", self.secret(first, "token"), "--client-secret-file")
            done = self.script(*words, self.secret("another-app's", "wrong"))
            self.assertEqual(done.returncode, 1, done.stderr.decode())
            self.assertIn("client", done.stderr.decode())
            self.assertFalse(self.town.exists())
            done = self.script(*words, self.secret(PASSWORD))
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            said = (done.stdout + done.stderr).decode()
            newest = (self.town / "data/tokens/info.refresh").read_text().strip()
            self.assertNotEqual(newest, first)
            for secret in (PASSWORD, first, newest, *tokens.given):
                self.assertNotIn(secret, said)
            self.assertEqual(list(pathlib.Path("/dev/shm").glob("docket-init-*")), [])
            self.assert_written(strict=False)
            self.assert_at_work(server, receiver)

    def test_what_is_missing_or_wrong_is_exit_2_and_names_the_option(self):
        for words, option in (((), "--address"), (("--address", ADDRESS, *ZONE), "--imap-password-file"),
                              (self.options("--mode", "maybe"), "--mode"), (self.options("--language", "tlh"), "--language"),
                              (self.options("--imap-password-file", self.folder / "nowhere"), "--imap-password-file")):
            with self.subTest(option):
                done = self.script(*words)
                self.assertEqual(done.returncode, 2, done.stderr.decode())
                self.assertIn(option, done.stderr.decode())
                self.assertFalse(self.town.exists())

    def test_a_failed_test_is_exit_1_and_writes_nothing_unless_nothing_is_to_be_tested(self):
        wrong = self.options(password="wrong")
        done = self.script(*wrong)
        self.assertEqual(done.returncode, 1, done.stderr.decode())
        self.assertIn("does not let info@brant.ca in", done.stderr.decode())
        self.assertFalse(self.town.exists())
        self.assertEqual(self.script(*wrong, "--no-test").returncode, 0)
        self.assert_written()

    def test_an_address_that_mail_out_refuses_is_said_before_it_is_lived(self):
        done = self.script(*self.options("--address", "banned@brant.ca", "--send-as", "written-to"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("from banned@brant.ca: 550 5.7.60", done.stderr.decode())
        done = self.script(*self.options("--address", "banned@brant.ca"))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertIn("send_as: account", (self.town / "docket.yaml").read_text())

    def test_what_is_there_is_never_overwritten_and_nobody_is_asked_in_vain(self):
        for name in ("docket.yaml", "town.yaml", "rules/mine.yaml"):
            with self.subTest(name):
                file = self.town / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("mine")
                person = Terminal("init", self.town, "--guided")
                self.assertEqual(person.finish(), 2)
                self.assertIn("is there already: nothing was written", person.heard)
                self.assertNotIn("Address", person.heard)
                self.assertEqual(file.read_text(), "mine")
                shutil.rmtree(self.town)


if __name__ == "__main__":
    unittest.main()
