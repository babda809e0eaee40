#!/usr/bin/env python3
"""Every webhook format against every way in which a request can be wrong or come again, from outside: the status that
the sender gets and the rows that the book has for it. The table is printed.

    DOCKET_BINARY=build/release/docket python3 tests/faults/webhooks_test.py [-v] [Webhooks.name]
"""

import base64
import concurrent.futures
import contextlib
import dataclasses
import json
import pathlib
import sqlite3
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import webhook_senders as senders  # noqa: E402
from dovecot import free_port  # noqa: E402
from running import Docket  # noqa: E402

URL = "https://letters.town.example"
WHSEC = "whsec_" + base64.b64encode(b"k" * 32).decode()
NOW = int(time.time())
MINUTE = 60


@dataclasses.dataclass
class Sender:
    """`make(secret, now)` gives a request that is the same letter every time, signed at `now`."""
    name: str
    path: str
    make: object
    secret: object
    other: object
    kept_for: int = 0  # seconds that a signature holds; 0: it is not dated
    changed: int = 401  # what the same signature with another body is answered
    rows: int = 1
    success: int = 200
    broken: int = 400


class Webhooks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.holder.cleanup)
        cls.rsa, cls.other_rsa = (senders.Key(cls.holder.name, "rsa") for _ in range(2))
        cls.ec, cls.other_ec = (senders.Key(cls.holder.name, "ec") for _ in range(2))
        cls.port, cls.town = cls.start_town()

    @classmethod
    def start_town(cls):
        port = free_port()
        town = Docket(cls.sources(), extra=f"desk: {{public: \"127.0.0.1:{port}\", public_url: {URL}}}\n")
        cls.addClassCleanup(town.__exit__)
        town.environment |= {"WHSEC": WHSEC, "BASIC": "user:secret", "EC": base64.b64encode(cls.ec.public()).decode()}
        return port, town.start()

    @classmethod
    def sources(cls):
        ways = [("standard", "standard", "WHSEC", ""), ("json", "json", "DOCKET_TEST_PASSWORD", ""), ("github", "github", "DOCKET_TEST_PASSWORD", ""),
                ("mailgun", "mailgun", "DOCKET_TEST_PASSWORD", ""), ("mime", "mailgun", "DOCKET_TEST_PASSWORD", ""),
                ("sendgrid", "sendgrid", "EC", ""), ("raw", "sendgrid", "EC", ""), ("postmark", "postmark", "BASIC", ""),
                ("sms", "twilio-sms", "DOCKET_TEST_PASSWORD", ""), ("voice", "twilio-voice", "DOCKET_TEST_PASSWORD", ""),
                ("graph", "graph", "DOCKET_TEST_PASSWORD", ""), ("gmail", "gmail-push", "DOCKET_TEST_PASSWORD", "")]
        text = "".join(f"\n  - name: {name}\n    address: info@town.example\n    webhook: {{path: /hooks/{name}, format: {form}, "
                       f"secrets: [{{env: {secret}}}]{more}}}" for name, form, secret, more in ways)
        return text + "".join(f"\n  - name: ses{version}\n    webhook: {{path: /hooks/ses{version}, format: ses, topics: [\"{senders.TOPIC}\"], "
                              f"certificate: {cls.rsa.certificate}}}" for version in "12")

    def senders(self):
        letter = {name: senders.letter(text=f"A letter by {name}.", timestamp="2026-11-20T14:05:00Z") for name in ("standard", "json", "github")}
        mail = {name: senders.mail(subject=name, message_id=f"<{name}@example.org>") for name in ("mime", "raw", "ses1", "ses2")}
        token = {name: (senders.unique() + "0" * 50)[:50] for name in ("mailgun", "mime")}
        fixed = {"message_headers": [["From", "a@example.org"], ["Message-Id", "<mg@example.org>"]], "text": "A letter by mailgun."}
        sendgrid = senders.sendgrid(text="A letter by sendgrid.").body
        postmark = senders.postmark("user:secret", text="A letter by postmark.")

        def signed(body, path):
            def make(key, now):
                when = str(now)
                signature = base64.b64encode(key.sign(when.encode() + body)).decode()
                return senders.Request(path, {"Content-Type": "multipart/form-data; boundary=xYzZY", "X-Twilio-Email-Event-Webhook-Timestamp": when,
                                              "X-Twilio-Email-Event-Webhook-Signature": signature}, body)
            return make

        def ses(version):
            return lambda key, now: senders.ses(key, mail["ses" + version], f"/hooks/ses{version}", now, version, MessageId="sns-" + version)

        wrong = "whsec_" + base64.b64encode(b"w" * 32).decode()
        return [
            Sender("standard", "standard", lambda s, now: senders.standard(s, letter["standard"], "/hooks/standard", now, "msg_one"), WHSEC, wrong, 5 * MINUTE),
            Sender("json", "json", lambda s, now: senders.bearer(s, letter["json"], "/hooks/json"), "secret", "wrong", changed=400),
            Sender("github", "github", lambda s, now: senders.github(s, letter["github"], "/hooks/github"), "secret", "wrong"),
            Sender("mailgun", "mailgun", lambda s, now: senders.mailgun(s, "/hooks/mailgun", now, token["mailgun"], **fixed), "secret", "wrong", 5 * MINUTE, 200),
            Sender("mailgun, whole", "mime", lambda s, now: senders.mailgun(s, "/hooks/mime", now, token["mime"], mail["mime"]), "secret", "wrong", 5 * MINUTE, 200),
            Sender("sendgrid", "sendgrid", signed(sendgrid, "/hooks/sendgrid"), self.ec, self.other_ec, 5 * MINUTE),
            Sender("sendgrid, raw", "raw", signed(senders.sendgrid(raw=mail["raw"]).body, "/hooks/raw"), self.ec, self.other_ec, 5 * MINUTE),
            Sender("postmark", "postmark", lambda s, now: postmark.with_headers(Authorization="Basic " + base64.b64encode(s.encode()).decode()),
                   "user:secret", "user:wrong", changed=400),
            Sender("ses, signature 1", "ses1", ses("1"), self.rsa, self.other_rsa, 65 * MINUTE),
            Sender("ses, signature 2", "ses2", ses("2"), self.rsa, self.other_rsa, 65 * MINUTE),
            Sender("twilio-sms", "sms", lambda s, now: senders.twilio_sms(s, path="/hooks/sms", text="A text message.", sid="SM1"), "secret", "wrong"),
            Sender("twilio-voice", "voice", lambda s, now: senders.twilio_transcript(s, path="/hooks/voice", status="failed", recording="RE1"), "secret", "wrong"),
            Sender("graph", "graph", lambda s, now: senders.graph(s), "secret", "wrong", rows=0, success=202, changed=400),
            Sender("gmail-push", "gmail", lambda s, now: senders.gmail_push(s), "secret", "wrong", rows=0, changed=400),
        ]

    def status(self, request):
        return senders.send(("127.0.0.1", self.port), request)[0]

    def rows(self, path):
        return self.town.ledger().get(path, {}).get("seen", 0)

    def test_every_format_in_every_situation(self):
        situations = ("bad signature", "old", "broken body", "good", "again", "retry", "other body")
        cases = len(self.town.ask("case", "list"))
        lines = [f"{'format':<20}" + "".join(f"{situation:>15}" for situation in situations) + f"{'rows':>6}"]
        for sender in self.senders():
            good = sender.make(sender.secret, NOW)
            age = sender.kept_for + MINUTE
            changed = self.changed(sender, good)
            broken = self.broken(sender, good)
            requests = {"bad signature": (sender.make(sender.other, NOW), 401),
                        "old": (sender.make(sender.secret, NOW - age), 401 if sender.kept_for else None),
                        "broken body": (broken, sender.broken if broken is not None else None), "good": (good, sender.success),
                        "again": (good, sender.success), "retry": (sender.make(sender.secret, NOW + 1), sender.success),
                        "other body": (changed, sender.changed)}
            line = f"{sender.name:<20}"
            for situation, (request, expected) in requests.items():
                if expected is None:
                    line += f"{'-':>15}"
                    continue
                before = self.rows(sender.path)
                got = self.status(request)
                self.assertEqual(got, expected, (sender.name, situation, self.town.log()[-1500:]))
                stored = self.rows(sender.path) - before
                self.assertEqual(stored, sender.rows if situation == "good" else 0, (sender.name, situation))
                line += f"{f'{got} +{stored}':>15}"
            lines.append(line + f"{self.rows(sender.path):>6}")
        print("\n" + "\n".join(lines))
        ledger = self.town.ledger()
        self.assertEqual([row["source"] for row in ledger.values() if row["difference"] != 0], [])
        kept = sum(sender.rows for sender in self.senders())
        self.assertEqual(len(self.town.ask("case", "list")) - cases, kept)

    def test_a_book_that_cannot_write_is_busy_for_every_sender_and_the_next_try_is_the_first(self):
        port, town = self.start_town()
        letters = [(sender.name, sender.make(sender.secret, NOW), sender.success) for sender in self.senders() if sender.rows]

        def send(letter):
            status, headers, _ = senders.send(("127.0.0.1", port), letter[1], timeout=30)
            return letter[0], status, "Retry-After" in headers

        with concurrent.futures.ThreadPoolExecutor(len(letters)) as pool:
            with contextlib.closing(sqlite3.connect(town.folder / "data/docket.db", isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                busy = list(pool.map(send, letters))
                self.assertEqual(other.execute("SELECT count(*) FROM cases").fetchone()[0], 0)
                other.execute("ROLLBACK")
            self.assertEqual(busy, [(name, 503, True) for name, _, _ in letters])
            again = list(pool.map(send, letters))
        self.assertEqual(again, [(name, success, False) for name, _, success in letters])
        self.assertEqual(len(town.ask("case", "list")), sum(sender.rows for sender in self.senders()))
        self.assertEqual([row["source"] for row in town.ledger().values() if row["difference"] != 0], [])

    def changed(self, sender, good):
        """The same proof with another body. Where the proof lies outside the body any other body is another letter, so
        it is a broken one."""
        for word, other in () if sender.changed == 400 else ((b"letter", b"lettre"), (b"Hello", b"Howdy"), (b"sns-", b"sms-")):
            if word in good.body:
                return good.with_body(good.body.replace(word, other, 1))
        return good.with_body(good.body[:-3])

    def broken(self, sender, good):
        """A body that is not of the format, well signed; None where the sender cannot sign such a one."""
        rubbish = b'{"text": [[[['
        if sender.path == "standard":
            return senders.standard(WHSEC, rubbish, "/hooks/standard", NOW)
        if sender.path == "github":
            return senders.github("secret", rubbish, "/hooks/github")
        if sender.path in ("json", "graph", "gmail", "postmark"):
            return good.with_body(rubbish)
        if sender.path in ("sendgrid", "raw"):
            body = good.body[:-20]
            when = str(NOW)
            return good.with_body(body).with_headers(**{
                "X-Twilio-Email-Event-Webhook-Timestamp": when,
                "X-Twilio-Email-Event-Webhook-Signature": base64.b64encode(self.ec.sign(when.encode() + body)).decode()})
        if sender.path.startswith("ses"):
            return senders.sns(self.rsa, {"Type": "Notification", "Message": "{"}, f"/hooks/{sender.path}", NOW, sender.path[-1])
        if sender.path in ("mailgun", "mime"):
            return good.with_body(good.body + b"&x=%")
        return None

    def test_nothing_is_said_of_secrets(self):
        for sender in self.senders():
            self.status(sender.make(sender.other, NOW))
        log = self.town.log()
        for word in ("secret", WHSEC, "wrong"):
            self.assertNotIn(f"={word}", log)
            self.assertNotIn(f":{word}", log)

    def test_json_of_attackers_is_refused(self):
        bombs = {"deep": b'{"text":"x","fields":' + b"[" * 100000 + b"]" * 100000 + b"}", "keys twice": b'{"text":"a","text":"b"}',
                 "no UTF-8": b'{"text":"a\xff"}', "huge number": b'{"text":"a","timestamp":1e999}'}
        before = self.rows("json")
        for name, body in bombs.items():
            self.assertEqual(self.status(senders.bearer("secret", body, "/hooks/json")), 400, name)
        self.assertEqual(self.rows("json"), before)
        self.assertTrue(self.town.status()["running"])

    def test_graph_is_answered_its_token(self):
        status, headers, body = senders.send(("127.0.0.1", self.port), senders.graph_validation(token="Validation: <b> é"))
        self.assertEqual((status, body.decode(), headers["Content-Type"].split(";")[0]), (200, "Validation: <b> é", "text/plain"))

    def test_an_answer_in_json_names_the_case(self):
        status, _, body = senders.send(("127.0.0.1", self.port), senders.bearer("secret", senders.letter(), "/hooks/json"))
        self.assertEqual(status, 200)
        self.assertIn(json.loads(body)["case"], [case["number"] for case in self.town.ask("case", "list")])


if __name__ == "__main__":
    unittest.main()
