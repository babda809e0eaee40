#!/usr/bin/env python3
"""Group F of the catalogue: docket floods nobody, answers no machine, goes round in no circle.

    DOCKET_BINARY=build/release/docket python3 tests/faults/loops_test.py [-v] [Test.name]
    ... loops_test.py --figures [LETTERS [SEED]]     hostile letters (10,000) and what they set going
"""

import collections
import pathlib
import random
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from hostile import SECRET, VICTIM, Hostile  # noqa: E402
from mail_desk import PIPE  # noqa: E402
from oracles import Book, check, folded  # noqa: E402
from running import letter  # noqa: E402
from town import Town  # noqa: E402

ANA = "ana@people.example.org"
STAFF = {"ward-2@office.testing.invalid", "clerk@staff.testing.invalid"}
LIMITS = "  limits: {per_address_per_hour: 5, per_address_per_day: 20}\n"


def answer(message, number, *, thread=True, more="", sender=ANA, text="I am away and read no mail until Monday."):
    """What a responder without manners writes back."""
    to = str(message["Reply-To"] or message["From"])
    ids = f"In-Reply-To: {message['Message-ID']}\r\nReferences: {message['Message-ID']}\r\n" if thread else ""
    subject = f"Re: {message['Subject']}" if thread else "Away"
    return letter(sender=sender, to=to, number=10_000 + number, subject=subject, more=ids + more, text=f"{text} ({number})")


def report(message, to=ANA, *, action="failed", status="5.1.1", path="", envelope=None, message_id=None):
    """A delivery report (RFC 3464) about one of our letters."""
    return (f"Return-Path: <{path}>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: ward2@town.example\r\nSubject: Undelivered\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
            "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            + (f"Original-Envelope-Id: {envelope}\r\n" if envelope else "") +
            f"Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {to}\r\nAction: {action}\r\nStatus: {status}\r\n\r\n"
            f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {message_id or message['Message-ID']}\r\n\r\n--b--\r\n").encode()


class Loops(unittest.TestCase):
    def town(self, *how, **more):
        town = Town(*how, **more)
        self.addCleanup(town.__exit__)
        return town.start()

    def written(self, town, octets=None):
        """Ana's letter: (her acknowledgement, the office's forward)."""
        town.inject(octets or letter(subject="Hello", text="When does the library open?"))
        out = dict(town.out())
        return out[ANA], out["ward-2@office.testing.invalid"]

    def test_F1_a_responder_that_answers_every_acknowledgement(self):
        for thread in (True, False):
            with self.subTest(in_thread=thread):
                town = self.town(mail=LIMITS)
                town.inject(letter(subject="Hello", text="When does the library open?"))
                sent = 0
                for number in range(30):
                    answers = [message for to, message in town.out() if to == ANA]
                    if not answers:
                        break
                    sent += len(answers)
                    for message in answers:
                        town.inject(answer(message, number, thread=thread))
                self.assertLessEqual(sent, 2 if thread else 5, "acknowledgements to one address within an hour")
                check(town)

    def test_F2_a_bounce_of_an_acknowledgement_is_answered_by_nothing_and_marks_its_case(self):
        town = self.town()
        acknowledged, _ = self.written(town)
        town.inject(report(acknowledged))
        case, = town.ask("case", "list")
        self.assertEqual((case["letters"], case["undelivered"]), (2, 1))
        town.inject(report(acknowledged, action="delayed").replace(b"It could", b"Later it could"))
        town.inject(report(acknowledged).replace(b"It could", b"Again it could"))
        self.assertEqual(town.ask("case", "list")[0]["undelivered"], 1)
        self.assertEqual({to for to, _ in town.out()} - STAFF, set())
        check(town)

    def test_F2_a_bounce_of_a_forward_marks_its_case(self):
        for mail in ("", '  envelope: "bounce+{token}@town.example"\n'):
            with self.subTest(mail):
                town = self.town(mail=mail)
                _, forward = self.written(town)
                to = str(forward["Return-Path"]).strip("<>")
                octets = report(forward, "ward-2@office.testing.invalid", message_id="<of.another.server@mx.example>" if mail else None)
                town.inject(octets, "--to", to)
                self.assertEqual({to for to, _ in town.out()} - STAFF, set())
                self.assertEqual(town.ask("case", "list")[0]["undelivered"], 1)
                check(town)

    def test_F2_a_forged_bounce_changes_nothing(self):
        town = self.town(mail='  envelope: "bounce+{token}@town.example"\n  reply_tag: plus\n')
        acknowledged, forward = self.written(town)
        token = str(acknowledged["Return-Path"]).strip("<>")
        tag = str(acknowledged["Reply-To"])
        office = "ward-2@office.testing.invalid"
        secret = token.split("+")[1].split("@")[0]
        guess = secret[:-5] + ("b" if secret[-5] == "a" else "a") + secret[-4:]
        forged = [(report(acknowledged, office, message_id=f"<{name}@town.example>", envelope=envelope), to) for name, envelope, to in (
            ("guess", None, "ward2@town.example"), ("guess", None, tag), ("guess", guess, "ward2@town.example"),
            (str(acknowledged["Message-ID"])[1:].split(".o-")[0] + ".o-aaaaaaaaaaaaaaaa", None, "ward2@town.example"),
            ("guess", None, token.replace(".b.", ".f.")), ("guess", None, token.replace("000001-5", "000002-8")))]
        forged.append((report(forward, office, path="bo@people.example.org"), "ward2@town.example"))
        for number, (octets, to) in enumerate(forged):
            town.inject(octets.replace(b"It could", f"{number} It could".encode()), "--to", to)
        self.assertEqual([case["undelivered"] for case in town.ask("case", "list") if case["undelivered"]], [])
        strangers = {to for to, _ in town.out()} - STAFF
        self.assertEqual(strangers, set())
        self.assertEqual(town.one("SELECT count(*) FROM outbox WHERE state = 'failed'"), 0)
        # The resident has the token of the acknowledgement: a true report of theirs marks theirs, and nothing else.
        town.inject(report(acknowledged, office), "--to", token)
        self.assertEqual(town.one("SELECT group_concat(kind) FROM outbox WHERE state = 'failed'"), "acknowledgement")
        check(town)

    def test_F3_our_own_letters_and_addresses(self):
        town = self.town()
        acknowledged, forward = self.written(town)
        for message in (acknowledged, forward):
            del message["Return-Path"], message["Delivered-To"]
            town.inject(message.as_bytes())
        self.assertEqual(town.one("SELECT count(*) FROM inbounds WHERE outcome = 'ignored' AND reason = 'own'"), 2)
        for number, sender in enumerate(("ward2@town.example", "WARD2@Town.Example", "info@town.example")):
            town.inject(letter(sender=sender, number=20 + number, subject="Hello", text=f"To myself, {number}."))
        self.assertEqual({to for to, _ in town.out()}, {"ward-2@office.testing.invalid"})
        check(town)

    def test_F4_two_dockets_that_write_to_each_other(self):
        """Each one's office is the other's generic address, with and without Auto-Submitted on forwards."""
        for plain in ("", "    plain_headers: true\n"):
            with self.subTest(plain.strip() or "usual headers"):
                def elsewhere(text, plain=plain):
                    text = text.replace("    address: ward-2@office.testing.invalid\n", "    address: ward2@other.example\n" + plain)
                    return text
                here = self.town(change=elsewhere)
                there = self.town(change=lambda text: elsewhere(text).replace("other.example", "TOWN").replace("town.example", "other.example")
                                  .replace("TOWN", "town.example").replace("prefix: TT", "prefix: OT"))
                here.inject(letter(subject="Hello", text="When does the library open?"))
                here.inject(letter(sender="ward2@other.example", number=2, subject="Hi", text="We are the other town, who are you?"))
                passed = 0
                for _ in range(40):
                    moved = [(town, message) for town, other in ((there, here), (here, there))
                             for to, message in other.out() if to.endswith("town.example" if other is there else "other.example")]
                    if not moved:
                        break
                    passed += len(moved)
                    for town, message in moved:
                        del message["Delivered-To"]
                        town.inject(message.as_bytes())
                self.assertLessEqual(passed, 16, "letters between the two before they fell silent")
                check(here)
                check(there)

    def test_F5_F6_hostile_letters_set_going_no_more_than_the_caps_allow(self):
        figures = flood(1000, random.SystemRandom().randrange(1 << 30))
        print(figures)

    def test_F6_forged_threads_open_cases_of_their_own_and_reach_no_resident(self):
        town = self.town()
        self.written(town)
        number = town.ask("case", "list")[0]["number"]
        mallory = "mallory@evil.example"
        for serial, (sender, ids) in enumerate(((mallory, f"<k1.{number[3:]}.a.{'a' * 26}.o-x@town.example>"), (mallory, "<m1@people.example.org>"),
                                                ("ward-2@office.testing.invalid", "<x@y>"))):
            town.inject(letter(sender=sender, number=30 + serial, subject=f"Re: [{number}] Hello", text=f"Pay here {serial}.",
                               more=f"In-Reply-To: {ids}\r\nReferences: {ids}\r\n"))
        self.assertEqual([to for to, _ in town.out() if to == ANA], [], "a letter to the resident that no clerk sent")
        ours = next(case for case in town.ask("case", "list") if case["number"] == number)
        self.assertEqual(ours["letters"], 2, "only the office's own address joins")
        check(town)

    def test_F7_signs_of_machines_open_a_case_and_get_no_acknowledgement(self):
        town = self.town()
        signs = [line.split("|") for line in (
            "Auto-Submitted: auto-replied|automatic", "Auto-Submitted: AUTO-GENERATED; x=1 (why)|automatic", "Precedence: bulk|list",
            "Precedence: auto_reply|automatic", "X-Precedence: junk|list", "List-Id: <x.example>|list", "List-Post: NO|list",
            "X-Auto-Response-Suppress: DR, OOF|automatic", "X-Auto-Response-Suppress: All|automatic", "X-Autoreply: yes|automatic",
            "X-Autorespond: hello|automatic", "X-Autoresponder: x|automatic", "Delivered-To: autoresponder|automatic",
            "X-Loop: yes|automatic", "Feedback-ID: 1:2:3|list", "X-Mailing-List: x@y.example|list", "X-Cron-Env: <SHELL=sh>|automatic",
            "X-MS-Exchange-Inbox-Rules-Loop: x@y.example|automatic", "X-Amazon-Auto-Reply: true|automatic")]
        for number, (header, _) in enumerate(signs):
            town.inject(letter(sender=f"p{number}@people.example.org", number=number, subject=f"Question {number}", more=header + "\r\n"))
        for number, header in enumerate(("Auto-Submitted: no", "X-Auto-Response-Suppress: DR, RN", "Precedence: first-class")):
            town.inject(letter(sender=f"q{number}@people.example.org", number=100 + number, subject=f"A {number}", more=header + "\r\n"))
        self.assertEqual(len(town.ask("case", "list")), len(signs) + 3)
        residents = {to for to, _ in town.out() if to.endswith("people.example.org")}
        self.assertEqual(residents, {f"q{number}@people.example.org" for number in range(3)})
        with Book(town) as book:
            why = [row[0].removeprefix("ack withheld: ") for row in book.all("SELECT acknowledgement FROM inbounds ORDER BY id")]
        self.assertEqual([(header, got) for (header, want), got in zip(signs, why) if got != want], [])
        check(town)

    def test_F8_nobody_but_the_sender_is_answered(self):
        town = self.town()
        copies = ", ".join(f"c{n}@victim.example" for n in range(1000))
        town.inject(letter(more=f"Reply-To: {VICTIM}\r\nSender: {VICTIM}\r\nCc: {copies}\r\nDisposition-Notification-To: {VICTIM}\r\n",
                           subject="Hello", text="When does the library open?"))
        self.assertEqual({to for to, _ in town.out()}, {ANA, "ward-2@office.testing.invalid"})
        check(town)

    def test_F8_of_two_authors_none_is_answered_for_the_other(self):
        town = self.town()
        octets = letter(subject="Hello", text="When does the library open?").replace(b"From: ", f"From: {VICTIM}, ".encode(), 1)
        town.inject(octets)
        self.assertEqual({to for to, _ in town.out()}, {"ward-2@office.testing.invalid"})
        check(town)

    def test_F10_only_the_trusted_host_s_word_proves_a_sender(self):
        town = self.town(extra="trusted_authserv_ids: [mx.town.example]\n")
        border = "Received: from x.example (x.example [192.0.2.1]) by mx.town.example; Mon, 23 Nov 2026 10:00:00 -0500\r\n"
        ours, theirs = "Authentication-Results: mx.town.example; ", "Authentication-Results: mx.evil.example; "
        good, bad = "dmarc=pass header.from=people.example.org\r\n", "dmarc=fail header.from=people.example.org\r\n"
        cases = [(ours + good + border, True), (ours + bad + border, False), ("", False), (theirs + good + border, False),
                 (border + ours + good, False), (ours + bad + border + ours + good, False), (ours + "none\r\n" + border, False),
                 (ours + "spf=pass smtp.mailfrom=evil.example\r\n" + border, False),
                 (ours + "spf=pass smtp.mailfrom=people.example.org\r\n" + border, True),
                 (ours + "dkim=pass header.d=evil.example\r\n" + border, False),
                 (ours + "dmarc=pass (x) reason=\"dmarc=fail\" header.from=people.example.org\r\n" + border, True),
                 (ours.replace("; ", " 2; ") + good + border, False)]
        for number, (top, _) in enumerate(cases):
            octets = top.encode() + letter(sender=f"p{number}@people.example.org", number=number, subject=f"Question {number}")
            town.inject(octets)
        got = {to for to, _ in town.out()}
        wrong = [top for number, (top, proven) in enumerate(cases) if (f"p{number}@people.example.org" in got) != proven]
        self.assertEqual(wrong, [])
        check(town)

    def test_F11_a_letter_that_goes_round_is_set_aside(self):
        town = self.town()
        hop = "Received: from a.example by b.example; Mon, 23 Nov 2026 10:00:00 -0500\r\n"
        for count in (30, 31):
            town.inject(letter(number=count, subject=f"Hops {count}", more=hop * count))
        self.assertEqual((len(town.ask("case", "list")), len(town.ask("quarantine", "list"))), (1, 1))
        check(town)

    def test_read_receipts_absence_notes_and_challenges_open_no_loop(self):
        town = self.town()
        acknowledged, _ = self.written(town)
        receipt = (f"From: {ANA}\r\nTo: ward2@town.example\r\nSubject: Read\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report;"
                   " report-type=disposition-notification; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nRead.\r\n--b\r\n"
                   "Content-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822; x@y.example\r\nOriginal-Message-ID: "
                   f"{acknowledged['Message-ID']}\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n\r\n--b--\r\n").encode()
        town.inject(receipt)
        self.assertEqual([row["reason"] for row in town.ask("ignored", "list")], ["receipt"])
        challenge = "To see that you are a person, reply to this message and I shall let it through."
        for number, more in enumerate(("Auto-Submitted: auto-replied\r\n", "X-Auto-Response-Suppress: All\r\n", "Precedence: bulk\r\n", "")):
            town.inject(answer(acknowledged, number, more=more, text=challenge))
        first = [message for to, message in town.out() if to == ANA]
        self.assertLessEqual(len(first), 1, "one short acknowledgement at most")
        for number in range(5):
            town.inject(answer(first[0] if first else acknowledged, 50 + number, text=challenge))
        self.assertEqual([to for to, _ in town.out() if to == ANA], [])
        self.assertEqual(len(town.ask("case", "list")), 1)
        check(town)


def flood(count, seed):
    """`count` hostile letters through a Maildir; what left for whom, held against the caps."""
    print(f"seed {seed}, limits: 5 an hour and 20 a day for each address", flush=True)
    letters = Hostile(seed).letters(count)
    town = Town(f"{PIPE}\n  - name: drop\n    maildir: {{path: mail}}", mail=LIMITS)
    for part in ("tmp", "new", "cur"):
        (town.folder / "mail" / part).mkdir(parents=True)
    with town:
        for number, (_, octets) in enumerate(letters):
            (town.folder / "mail/new" / f"{number:06}.x").write_bytes(octets)
        town.start()
        town.wait_until_taken({"drop": count}, 60 + count // 20)
        out = town.out()
        offices = sum(to.endswith(".testing.invalid") for to, _ in out)
        answers = [(to, message) for to, message in out if not to.endswith(".testing.invalid")]
        people = collections.Counter(folded(to) for to, _ in answers)
        unknown = [to for to in people if to.split("@")[1] in ("town.example", "machines.example", "office.testing.invalid")]
        told = [to for to, message in answers if SECRET in message.as_string() or "evil.example" in message.get_content()]
        figures = {"letters in": count, "acknowledgements out": len(answers), "mailboxes": len(people), "most to one mailbox": max(people.values()),
                   "to the one victim": people[VICTIM], "forwards to our own offices": offices,
                   "kinds": dict(collections.Counter(kind for kind, _ in letters))}
        if max(people.values()) > 5 or unknown or told or any(to.startswith("c") and "@victim.example" in to for to in people):
            raise AssertionError(f"{figures}: most to one {people.most_common(3)}, to machines or ourselves {unknown[:3]},"
                                 f" their words in {told[:3]}")
        if town.one("SELECT count(*) FROM outbox WHERE undelivered"):
            raise AssertionError("a forged report marked a letter of ours as undelivered")
        check(town)
        return figures


if __name__ == "__main__":
    if sys.argv[1:2] == ["--figures"]:
        print(flood(int((sys.argv[2:3] or [10000])[0]), int((sys.argv[3:4] or [1])[0])))
    else:
        unittest.main()
