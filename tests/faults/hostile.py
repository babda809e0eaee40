"""Letters meant to make docket flood, loop or reflect; each kind is what a real abuser or a careless machine sends.

    Hostile(seed).letters(count)    [(kind, octets)]; text past the first line of each holds SECRET, which no
                                    acknowledgement may carry
"""

import random

SECRET = "zq-not-for-strangers"
VICTIM = "victim@victim.example"
OWN = ("ward2@town.example", "info@town.example", "mayor@town.example")
BODY = ("Please look at this offer http://evil.example/pay or call 613-555-0142 today, it is worth it. " * 4
        + "\r\n\r\n" + SECRET + " BUY NOW\r\n" * 3)


class Hostile:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.serial = 0

    def letters(self, count):
        kinds = [getattr(self, name) for name in sorted(dir(self)) if name.startswith("kind_")]
        return [(kind.__name__[5:], kind()) for kind in self.random.choices(kinds, k=count)]

    def compose(self, sender, *, path="", more="", subject=None, body=BODY):
        self.serial += 1
        top = f"Return-Path: <{path or sender}>\r\n" if path is not None else ""
        return (f"{top}From: {sender}\r\nTo: ward2@town.example\r\nSubject: {subject or f'Offer {self.serial}'}\r\n"
                f"Date: Mon, 23 Nov 2026 10:00:00 -0500\r\nMessage-ID: <h{self.serial}@evil.example>\r\n{more}\r\n"
                f"{self.serial} {body}").encode()

    def spelling(self):
        """The victim's one mailbox, as some providers deliver it."""
        local = "".join(c + ("." if self.random.random() < 0.3 else "") for c in "victi") + "m"
        tag = f"+{self.random.randrange(10**6)}" if self.random.random() < 0.6 else ""
        return self.random.choice((str.lower, str.upper, str.title))(local) + tag + "@victim.example"

    def kind_one_victim(self):
        return self.compose(self.spelling())

    def kind_forged_sender(self):
        return self.compose(f"p{self.random.randrange(10**6)}@victim{self.random.randrange(20)}.example")

    def kind_envelope_of_another(self):
        return self.compose(VICTIM, path=f"x{self.serial}@evil.example")

    def kind_two_authors(self):
        mine = f"m{self.serial % 7}@evil.example"
        return self.compose(f"{VICTIM}, {mine}", path=mine)

    def kind_automatic(self):
        sign = self.random.choice((
            "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated (rejected)", "Precedence: bulk", "Precedence: junk",
            "X-Auto-Response-Suppress: OOF, AutoReply", "X-Autoreply: yes", "X-Autorespond: out", "X-Loop: rt.example",
            "List-Id: <x.evil.example>", "List-Post: <mailto:x@evil.example>", "X-Mailing-List: x", "Feedback-ID: 1:x:y",
            "X-Failed-Recipients: ward2@town.example", "Delivered-To: autoresponder"))
        return self.compose(f"a{self.serial}@machines.example", more=sign + "\r\n")

    def kind_mail_system(self):
        name = self.random.choice(("MAILER-DAEMON", "postmaster", "noreply", "do-not-reply", "owner-list", "list-request"))
        return self.compose(f"{name}@machines.example")

    def kind_null_sender(self):
        return self.compose(f"a{self.serial}@machines.example").replace(
            f"Return-Path: <a{self.serial - 1}@machines.example>".encode(), b"Return-Path: <>", 1)

    def kind_forged_report(self):
        token = f"k1.2026-{self.random.randrange(1, 200):06}-{self.random.randrange(10)}.{self.random.choice('abf')}." + "a" * 26
        body = ("--b\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                f"Reporting-MTA: dns; evil.example\r\nOriginal-Envelope-Id: {token}\r\n\r\nFinal-Recipient: rfc822; "
                "ward-2@office.testing.invalid\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: "
                f"text/rfc822-headers\r\n\r\nMessage-ID: <{token}.o-x@town.example>\r\n\r\n--b--\r\n")
        more = "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n"
        return self.compose("MAILER-DAEMON@evil.example", path=self.random.choice(("x@evil.example", "MAILER-DAEMON@evil.example")),
                            more=more, body="\r\n" + body)

    def kind_ourselves(self):
        return self.compose(self.random.choice(OWN), more=self.random.choice(("", "X-Docket-Instance: abc\r\n")))

    def kind_reply_to_a_third(self):
        return self.compose(f"m{self.serial % 7}@evil.example", more=f"Reply-To: {VICTIM}\r\nSender: {VICTIM}\r\n"
                            f"Disposition-Notification-To: {VICTIM}\r\nReturn-Receipt-To: {VICTIM}\r\n")

    def kind_many_copies(self):
        copies = ",\r\n ".join(f"c{n}@victim.example" for n in range(1000))
        return self.compose(f"m{self.serial % 7}@evil.example", more=f"Cc: {copies}\r\n")

    def kind_going_round(self):
        hop = "Received: from a.example by b.example; Mon, 23 Nov 2026 10:00:00 -0500\r\n"
        return self.compose(f"r{self.serial}@evil.example", more=hop * 31)

    def kind_claims_a_case(self):
        number = f"TT-2026-{self.random.randrange(1, 500):06}-{self.random.randrange(10)}"
        token = f"<k1.{number[3:]}.a.{'b' * 26}.o-x@town.example>"
        return self.compose(self.random.choice((f"c{self.serial}@evil.example", "ward-2@office.testing.invalid")), subject=f"Re: [{number}]",
                            path=f"c{self.serial}@evil.example", more=f"In-Reply-To: {token}\r\nReferences: {token}\r\n")
