#!/usr/bin/env python3
"""Mailboxes and mail out by OAuth2: a whole docket, a real Dovecot that checks the tokens, a token server that misbehaves.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/oauth_test.py [-v] [Test.name]
"""

import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from dovecot import Dovecot  # noqa: E402
from running import Docket, imap_source, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402
from token_server import TokenServer  # noqa: E402

SECRET = "the-secret-of-the-application"
PASSWORD = "password: {env: DOCKET_TEST_PASSWORD}"


def oauth2(server, client, grant):
    return (f"oauth2: {{token_url: '{server.url}', client_id: {client}, client_secret: {{env: DOCKET_TEST_CLIENT}}, "
            f"scope: mail, grant: {grant}}}")


class Oauth(unittest.TestCase):
    def begin(self, life=3600, mechanisms="xoauth2 oauthbearer"):
        self.tokens = TokenServer(life)
        self.enterContext(self.tokens)
        self.dovecot = self.enterContext(Dovecot(tokens=mechanisms, key=self.tokens.key))

    def docket(self, grants, smtp_port=None):
        """`grants`: {mailbox: grant}; mail out, where there is a port, logs in as `sender` with client credentials."""
        sources = ""
        for user, grant in grants.items():
            self.tokens.register(f"{user}-app", user, SECRET)
            source = imap_source(user, self.dovecot, user, scheme="imaps")
            sources += source.replace(PASSWORD, oauth2(self.tokens, f"{user}-app", grant))
        docket = Docket(sources, smtp_port, extra="alarms: {command: /bin/true}\n")
        self.addCleanup(docket.__exit__)
        if smtp_port:
            self.tokens.register("sender-app", "sender", SECRET)
            settings = docket.folder / "docket.yaml"
            login = "tls: none, user: sender, " + oauth2(self.tokens, "sender-app", "client_credentials")
            settings.write_text(settings.read_text().replace(f'localhost:{smtp_port}", tls: none', f'localhost:{smtp_port}", {login}'))
        docket.environment = {"DOCKET_TEST_CLIENT": SECRET}
        return docket

    def put(self, docket, name, refresh_token):
        """As an admin does it after the consent."""
        folder = docket.folder / "data" / "tokens"
        folder.mkdir(parents=True, exist_ok=True)
        with open(os.open(folder / f"{name}.refresh", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            out.write(refresh_token + "\n")

    def no_secret_anywhere(self, docket):
        told = docket.log() + docket.command("status").stdout.decode() + docket.command("status", "--json").stdout.decode()
        data = docket.folder / "data"
        book = b"".join(path.read_bytes() for path in data.iterdir() if path.is_file())
        for secret in [SECRET, *self.tokens.given, *(form["refresh_token"] for form in self.tokens.forms if "refresh_token" in form)]:
            self.assertNotIn(secret, told)
            self.assertNotIn(secret.encode(), book)

    def source(self, docket, name):
        return next(source for source in docket.status()["sources"] if source["name"] == name)

    def test_letters_come_and_go_with_tokens_by_either_mechanism(self):
        for mechanism in ("xoauth2", "oauthbearer"):
            with self.subTest(mechanism):
                self.begin(mechanisms=mechanism)
                receiver = SmtpReceiver(pathlib.Path(self.dovecot.root) / "sent", tokens=self.tokens.is_good).start()
                self.addCleanup(receiver.stop)
                docket = self.docket({"council": "refresh_token"}, receiver.port)
                self.put(docket, "council", self.tokens.consent("council-app"))
                self.dovecot.deliver("council", letter())
                docket.start()
                docket.wait_until_taken({"council": 1}, 60)
                docket.wait_for(lambda: len(receiver.messages()) >= 2, 60, "acknowledgement and forward")
                self.assertEqual({message["user"] for message in receiver.messages()}, {"sender"})
                self.assertEqual(self.tokens.asked("council-app"), 1)
                self.assertEqual(self.tokens.asked("sender-app"), 1, "one token for every connection")
                self.assertIn(f"method={mechanism.upper()}", self.dovecot.log())
                self.assertTrue(docket.status()["healthy"], docket.status())
                self.no_secret_anywhere(docket)
                docket.stop()

    def test_a_mailbox_whose_consent_ended_stops_no_other_and_comes_back_with_a_new_file(self):
        self.begin(life=5)
        receiver = SmtpReceiver(pathlib.Path(self.dovecot.root) / "sent", tokens=self.tokens.is_good).start()
        self.addCleanup(receiver.stop)
        docket = self.docket({"council": "refresh_token", "roads": "client_credentials"}, receiver.port)
        self.put(docket, "council", self.tokens.consent("council-app"))
        self.dovecot.deliver("council", letter(number=1))
        docket.start()
        docket.wait_until_taken({"council": 1}, 60)

        # The consent is withdrawn; the next login finds out.
        self.tokens.revoke("council-app")
        self.dovecot.kill()
        docket.wait_for(lambda: self.source(docket, "council")["trouble"], 60, "docket to miss the mail server")
        self.dovecot.start()
        docket.wait_for(lambda: "invalid_grant" in self.source(docket, "council")["trouble"], 90, "the refusal")
        self.dovecot.deliver("council", letter(number=2))
        self.dovecot.deliver("roads", letter(number=3))
        docket.wait_until_taken({"roads": 1}, 90)
        docket.wait_for(lambda: len(receiver.messages()) >= 4, 90, "mail out to go on")

        status = docket.command("status")
        self.assertEqual(status.returncode, 1)
        self.assertIn("no token for council: the token server refuses: invalid_grant: Token has been expired or revoked.; a person "
                      "must consent again and put the new refresh token into its file", " ".join(status.stdout.decode().split()))
        self.assertEqual(self.source(docket, "roads")["trouble"], "")
        before = self.tokens.asked("council-app")
        self.assertLessEqual(before, 6)

        # A person consents again: the new file is enough.
        self.put(docket, "council", self.tokens.consent("council-app"))
        docket.wait_until_taken({"council": 2}, 90)
        docket.wait_for(lambda: docket.status()["healthy"], 60, "all to be well")
        self.no_secret_anywhere(docket)
        docket.stop()

    def test_a_token_server_in_trouble_is_waited_for_and_the_others_go_on(self):
        self.begin()
        ways = {"hanging": "hang", "ill": "500", "captive": "garbage"}
        docket = self.docket({**{user: "client_credentials" for user in ways}, "fine": "client_credentials"})
        for user, way in ways.items():
            self.tokens.ways[f"{user}-app"] = way
        for number, user in enumerate([*ways, "fine"]):
            self.dovecot.deliver(user, letter(number=number))
        docket.start()
        docket.wait_until_taken({"fine": 1}, 30)
        docket.wait_for(lambda: all(self.source(docket, user)["trouble"].startswith("no token: ") for user in ways), 60, "the trouble")
        for user in ways:
            self.assertLessEqual(self.tokens.asked(f"{user}-app"), 6)
        self.tokens.ways.clear()
        docket.wait_until_taken({**{user: 1 for user in ways}, "fine": 1}, 180)
        docket.stop()

    def test_a_token_that_ended_early_is_exchanged_once_and_nobody_notices(self):
        self.begin()
        receiver = SmtpReceiver(pathlib.Path(self.dovecot.root) / "sent", tokens=self.tokens.is_good).start()
        self.addCleanup(receiver.stop)
        docket = self.docket({"council": "client_credentials"}, receiver.port)
        self.tokens.ways.update({"council-app": "stale", "sender-app": "stale"})
        self.dovecot.deliver("council", letter())
        docket.start()
        docket.wait_until_taken({"council": 1}, 30)
        docket.wait_for(lambda: len(receiver.messages()) >= 2, 30, "mail out")
        self.assertEqual((self.tokens.asked("council-app"), self.tokens.asked("sender-app")), (2, 2))
        self.assertTrue(docket.status()["healthy"], docket.status())
        self.no_secret_anywhere(docket)
        docket.stop()

    def test_a_new_refresh_token_outlives_a_power_cut(self):
        self.begin()
        docket = self.docket({"council": "refresh_token"})
        first = self.tokens.consent("council-app")
        self.put(docket, "council", first)
        file = docket.folder / "data/tokens/council.refresh"
        self.dovecot.deliver("council", letter(number=1))
        docket.start()
        docket.wait_until_taken({"council": 1}, 30)
        docket.kill()
        self.assertEqual(file.read_text().strip(), self.tokens.refresh["council-app"])
        self.assertNotEqual(file.read_text().strip(), first)
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        self.dovecot.deliver("council", letter(number=2))
        docket.start()
        docket.wait_until_taken({"council": 2}, 30)
        docket.stop()

    def test_a_wrong_client_secret_says_what_to_do(self):
        self.begin()
        docket = self.docket({"council": "client_credentials"})
        docket.environment = {"DOCKET_TEST_CLIENT": "an-old-secret-that-has-expired"}
        docket.start()
        docket.wait_for(lambda: "invalid_client" in self.source(docket, "council")["trouble"], 30, "the refusal")
        self.assertIn("no token for council: the token server refuses: invalid_client; client_id or client_secret is wrong, or the "
                      "secret has expired", " ".join(docket.command("status").stdout.decode().split()))
        self.assertNotIn("an-old-secret", docket.log())
        docket.stop()


if __name__ == "__main__":
    unittest.main(verbosity=2)
