#!/usr/bin/env python3
"""Makes seeded council mail with a manifest of what must become of it, from its own plan and without docket's code.

    generate.py --seed 7 --count 2000 --out DIR

writes DIR/NNNNN.eml and DIR/manifest.json:
    letters: [{file, mailbox, group}]   in the order of delivery within each mailbox
    groups:  [{group, kind, outcomes: {case: 1, …}, office, copies, acknowledged: [addresses], withheld, language}]
A group is what must end in one case (or in one ignored or quarantined inbound). The town it is meant for stands in
tests/e2e/town: its addresses, its rules' words and its limits are repeated here on purpose, as the plan.
"""
import argparse
import base64
import json
import pathlib
import quopri
import random
from email.header import Header

ADDRESSES = {"info": "front-desk", "ward1": "ward-1", "ward2": "ward-2", "mayor": "mayor", "roads": "roads",
             "waste": "waste"}
MAILBOX = {"info": "council", "roads": "council", "waste": "council", "ward1": "wards", "ward2": "wards",
           "mayor": "mayor"}
DOMAIN = "town.example"
TOO_LARGE = 200 * 1024  # max_size of the three sources
CAP_PER_HOUR = 5

EN = {
    "roads": ["There is a deep pothole in front of number {n} and cars swerve around it every morning.",
              "The sidewalk beside house {n} is broken and my neighbour fell there last week with her groceries."],
    "waste": ["The garbage in front of house {n} was not collected this week, although the calendar says Tuesday.",
              "Our recycling at number {n} has been left behind for the second time this month, please look into it."],
    "": ["I would like to know when the library opens on holidays, because my family of {n} likes to read there.",
         "Please tell me how I can speak at the next meeting of the council about the plan with number {n}."],
}
FR = {
    "roads": ["Il y a un gros nid-de-poule devant le {n} et les voitures doivent le contourner chaque matin.",
              "Le trottoir devant le {n} est brisé et ma voisine est tombée la semaine dernière avec ses courses."],
    "waste": ["Les ordures devant le {n} n’ont pas été ramassées cette semaine, même si le calendrier dit mardi.",
              "Le recyclage du {n} a été oublié pour la deuxième fois ce mois-ci, pouvez-vous vérifier?"],
    "": ["J’aimerais savoir quand la bibliothèque ouvre les jours fériés, car ma famille de {n} aime y lire.",
         "Dites-moi s’il vous plaît comment je peux parler à la prochaine réunion du conseil du projet {n}."],
}
MORE = {"en": "Thank you for your help. I have lived in this town for many years and I am glad to call it my home.",
        "fr": "Merci de votre aide. J’habite dans cette ville depuis de nombreuses années et j’en suis heureux."}
STREET = {"en": "It happened close to Maple Street.", "fr": "C’est tout près de la rue de l’Église."}


def header(text):
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=70).encode()


class Corpus:
    def __init__(self, seed, count):
        self.random = random.Random(seed)
        self.count = count
        self.letters = []  # (mailbox, octets, group)
        self.groups = []
        self.serial = 0

    # --- pieces ------------------------------------------------------------------------------------------------

    def resident(self):
        self.serial += 1
        return f"resident{self.serial}@people{self.serial % 97}.example.org"

    def group(self, kind, outcomes, office=None, copies=(), acknowledged=(), withheld=None, language=None):
        self.groups.append({"group": len(self.groups), "kind": kind, "outcomes": outcomes, "office": office,
                            "copies": sorted(copies), "acknowledged": list(acknowledged), "withheld": withheld,
                            "language": language})
        return len(self.groups) - 1

    def add(self, mailbox, octets, group):
        self.letters.append((mailbox, octets, group))

    def text(self, language, topic, street=False):
        sentences = (EN if language == "en" else FR)[topic]
        body = [self.random.choice(sentences).format(n=self.random.randint(1, 900)), MORE[language]]
        if street:
            body.insert(1, STREET[language])
        self.serial += 1
        return " ".join(body) + f" ({self.serial})"

    def head(self, sender, to, subject, extra=(), message_id=True, return_path=True, name="A. Resident"):
        self.serial += 1
        lines = [f"Return-Path: <{sender}>"] if return_path else []
        lines += [f"Received: from mx{self.random.randint(1, 9)}.example.net by mail.{DOMAIN}; Mon, 23 Nov 2026 10:00:00 -0500",
                  f"From: {header(name)} <{sender}>", f"To: {to}", f"Subject: {header(subject)}",
                  "Date: Mon, 23 Nov 2026 09:%02d:%02d -0500" % (self.serial // 60 % 60, self.serial % 60)]
        if message_id:
            lines.append(f"Message-ID: <c{self.serial}@{sender.split('@')[1]}>")
        return lines + list(extra)

    def letter(self, lines, body, charset="utf-8", encoding="8bit", html=False):
        raw = body.replace("\n", "\r\n").encode(charset)
        if encoding == "base64":
            raw = base64.encodebytes(raw).replace(b"\n", b"\r\n")
        elif encoding == "quoted-printable":
            raw = quopri.encodestring(raw.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
        kind = "text/html" if html else "text/plain"
        lines = lines + ["MIME-Version: 1.0", f"Content-Type: {kind}; charset={charset}",
                         f"Content-Transfer-Encoding: {encoding}"]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + raw + b"\r\n"

    def multipart(self, lines, body, name, kind, content):
        lines = lines + ["MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="=_corpus"']
        parts = ["--=_corpus", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", body,
                 "--=_corpus", f"Content-Type: {kind}", f'Content-Disposition: attachment; filename="{name}"',
                 "Content-Transfer-Encoding: base64", "", base64.encodebytes(content).decode().replace("\n", "\r\n"),
                 "--=_corpus--", ""]
        return ("\r\n".join(lines) + "\r\n\r\n" + "\r\n".join(parts)).encode()

    def plan(self, boxes, topic, street=False):
        """The office that acts and those that get a copy, by the town's rules."""
        addressed = [ADDRESSES[box] for box in boxes]
        office = topic or addressed[0]
        copies = set(addressed) | ({"ward-2"} if street else set())
        return office, copies - {office}

    def topic(self):
        return self.random.choice(["roads", "waste", ""])

    # --- kinds -------------------------------------------------------------------------------------------------

    def plain(self, language, **how):
        box, topic, street = self.random.choice(list(ADDRESSES)), self.topic(), self.random.random() < 0.2
        sender, body = self.resident(), self.text(language, topic, street)
        office, copies = self.plan([box], topic, street)
        if how.get("html"):
            body = f"<html><head><style>p {{color: red}}</style></head><body><p>{body}</p></body></html>"
        octets = self.letter(self.head(sender, f"{box}@{DOMAIN}", "A letter" if language == "en" else "Une lettre été"),
                             body, **how)
        self.add(MAILBOX[box], octets,
                 self.group(f"plain {language} {how}", {"case": 1}, office, copies, [sender], language=language))

    def attachment(self):
        box, topic = self.random.choice(list(ADDRESSES)), self.topic()
        sender, body = self.resident(), self.text("en", topic)
        office, copies = self.plan([box], topic)
        name, kind = self.random.choice([("photo.jpg", "image/jpeg"), ("plan.pdf", "application/pdf")])
        content = self.random.randbytes(self.random.randint(500, 60000))
        self.add(MAILBOX[box], self.multipart(self.head(sender, f"{box}@{DOMAIN}", "With a file"), body, name, kind, content),
                 self.group("attachment", {"case": 1}, office, copies, [sender], language="en"))

    def copies(self):
        """One letter to several addresses in several mailboxes: each copy has its own trace lines."""
        boxes = self.random.sample(["info", "ward1", "ward2", "mayor"], self.random.choice([2, 3]))
        topic, sender, body = self.topic(), self.resident(), self.text("en", "")
        body = self.text("en", topic)
        office, offices = self.plan(boxes, topic)
        lines = self.head(sender, ", ".join(f"{b}@{DOMAIN}" for b in boxes), "To all of you")
        mailboxes = sorted({MAILBOX[b] for b in boxes})
        group = self.group("copies", {"case": 1, "duplicate": len(mailboxes) - 1}, office, offices, [sender], language="en")
        for mailbox in mailboxes:
            trace = [f"Delivered-To: {mailbox}@host.{DOMAIN}", f"Received: by {mailbox}.host.{DOMAIN}; Mon, 23 Nov 2026 10:00:01 -0500"]
            self.add(mailbox, self.letter(trace + lines, body), group)

    def blind_copy(self):
        """To info@, and to ward2@ unseen: both offices get it, whichever mailbox is read first."""
        sender, body = self.resident(), self.text("fr", "roads")
        lines = self.head(sender, f"info@{DOMAIN}", "Copie")
        group = self.group("blind copy", {"case": 1, "duplicate": 1}, "roads", {"front-desk", "ward-2"}, [sender], language="fr")
        self.add("council", self.letter([f"Delivered-To: info@{DOMAIN}"] + lines, body), group)
        self.add("wards", self.letter([f"Delivered-To: ward2@{DOMAIN}"] + lines, body), group)

    def twice(self):
        box, topic, sender = self.random.choice(list(ADDRESSES)), self.topic(), self.resident()
        office, copies = self.plan([box], topic)
        octets = self.letter(self.head(sender, f"{box}@{DOMAIN}", "Again"), self.text("en", topic))
        group = self.group("twice", {"case": 1, "duplicate": 1}, office, copies, [sender], language="en")
        self.add(MAILBOX[box], octets, group)
        self.add(MAILBOX[box], octets, group)

    def reply(self):
        """A resident writes, then adds to it from the same address: one case, one acknowledgement."""
        box, topic, sender = self.random.choice(list(ADDRESSES)), self.topic(), self.resident()
        office, copies = self.plan([box], topic)
        first = self.head(sender, f"{box}@{DOMAIN}", "First letter")
        own_id = first[-1].split(": ")[1]
        group = self.group("reply", {"case": 1, "addition": 1}, office, copies, [sender], language="en")
        self.add(MAILBOX[box], self.letter(first, self.text("en", topic)), group)
        second = self.head(sender, f"{box}@{DOMAIN}", "Re: First letter", [f"In-Reply-To: {own_id}", f"References: {own_id}"])
        self.add(MAILBOX[box], self.letter(second, self.text("en", "") + "\n\n> There is more to say"), group)

    def stranger_reply(self):
        """Somebody else answers a letter of a case: a case of its own."""
        sender, other = self.resident(), self.resident()
        first = self.head(sender, f"ward1@{DOMAIN}", "Mine")
        own_id = first[-1].split(": ")[1]
        self.add("wards", self.letter(first, self.text("en", "")),
                 self.group("answered by a stranger", {"case": 1}, "ward-1", (), [sender], language="en"))
        second = self.head(other, f"ward1@{DOMAIN}", "Re: Mine", [f"In-Reply-To: {own_id}"])
        self.add("wards", self.letter(second, self.text("en", "")),
                 self.group("stranger's answer", {"case": 1}, "ward-1", (), [other], language="en"))

    def withheld(self, kind, why, extra, sender=None, **how):
        box = self.random.choice(list(ADDRESSES))
        sender = self.resident() if sender is None else sender
        octets = self.letter(self.head(sender, f"{box}@{DOMAIN}", how.pop("subject", "News"), extra, **how),
                             self.text("en", ""))
        self.add(MAILBOX[box], octets, self.group(kind, {"case": 1}, ADDRESSES[box], (), (), why))

    def automatic(self):
        self.withheld("automatic", "automatic",
                      [self.random.choice(["Auto-Submitted: auto-replied", "X-Autoreply: yes", "Precedence: auto_reply",
                                           "X-Auto-Response-Suppress: OOF, AutoReply"])], subject="Out of office")

    def mailing_list(self):
        self.withheld("list", "list", [self.random.choice(["List-Id: <talk.lists.example.net>", "Precedence: bulk"])])

    def newsletter(self):
        octets = self.letter(self.head(self.resident(), f"info@{DOMAIN}", "Offers",
                                       ["List-Unsubscribe: <mailto:leave@example.net>"]), self.text("en", ""))
        self.add("council", octets, self.group("newsletter", {"ignored": 1}))

    def bounce(self):
        lines = ["Return-Path: <>"] + self.head("mailer-daemon@mx.example.net", f"info@{DOMAIN}", "Undelivered Mail Returned",
                                              ["Auto-Submitted: auto-replied"], return_path=False)
        lines += ["MIME-Version: 1.0", 'Content-Type: multipart/report; report-type=delivery-status; boundary="r"']
        body = ("--r\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n--r\r\n"
                "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n"
                f"Final-Recipient: rfc822; x{self.serial}@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n--r\r\n"
                f"Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <b{self.serial}@example.net>\r\n--r--\r\n")
        self.add("council", ("\r\n".join(lines) + "\r\n\r\n" + body).encode(),
                 self.group("bounce of another's letter", {"case": 1}, "front-desk", (), (), "bounce"))

    def receipt(self):
        lines = self.head(self.resident(), f"info@{DOMAIN}", "Read: your letter")
        lines += ["MIME-Version: 1.0", 'Content-Type: multipart/report; report-type=disposition-notification; boundary="r"']
        body = ("--r\r\nContent-Type: text/plain\r\n\r\nIt was shown.\r\n--r\r\nContent-Type: message/disposition-notification\r\n\r\n"
                f"Final-Recipient: rfc822; y{self.serial}@example.net\r\nOriginal-Message-ID: <z{self.serial}@example.net>\r\n"
                "Disposition: manual-action/MDN-sent-manually; displayed\r\n--r--\r\n")
        self.add("council", ("\r\n".join(lines) + "\r\n\r\n" + body).encode(), self.group("read receipt", {"ignored": 1}))

    def broken(self):
        sender, text = self.resident(), self.text("en", "waste")
        lines = self.head(sender, f"info@{DOMAIN}", "Broken")
        octets = self.random.choice([
            "\r\n".join(lines + ["MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="never"']).encode() + b"\r\n\r\n" + text.encode() + b"\r\n",
            "\r\n".join(lines + ["Content-Type: text/plain; charset=x-nothing"]).encode() + b"\r\n\r\n" + text.encode() + b"\r\n",
            "\r\n".join(["this line has no colon"] + lines).encode() + b"\r\n\r\n" + text.encode() + b" \xff\xfe\x00\r\n",
        ])
        self.add("council", octets, self.group("broken MIME", {"case": 1}, "waste", {"front-desk"}, [sender]))

    def nobody(self):
        lines = [f"To: mayor@{DOMAIN}", "Subject: no sender"]
        self.add("mayor", self.letter(lines, self.text("en", "")),
                 self.group("no sender", {"case": 1}, "mayor", (), (), "no-address"))

    def unproven(self):
        lines = ["Return-Path: <other@elsewhere.example.net>"] + self.head(self.resident(), f"mayor@{DOMAIN}", "Forged?", return_path=False)
        self.add("mayor", self.letter(lines, self.text("en", "")),
                 self.group("return path of another", {"case": 1}, "mayor", (), (), "unproven"))

    def spam(self):
        lines = self.head(self.resident(), f"mayor@{DOMAIN}", "You have won", ["X-Spam-Flag: YES"])
        self.add("mayor", self.letter(lines, self.text("en", "")), self.group("spam", {"case": 1}, None, {"mayor"}, (), "spam"))

    def hops(self):
        lines = [f"Received: from h{i}.example.net by h{i + 1}.example.net; Mon, 23 Nov 2026 10:00:00 -0500" for i in range(31)]
        self.add("council", self.letter(lines + self.head(self.resident(), f"info@{DOMAIN}", "Round and round"), self.text("en", "")),
                 self.group("too many hops", {"quarantined": 1}))

    def too_large(self):
        sender = self.resident()
        content = self.random.randbytes(TOO_LARGE)
        octets = self.multipart(self.head(sender, f"info@{DOMAIN}", "Huge"), "See the file.", "huge.bin", "application/octet-stream", content)
        self.add("council", octets, self.group("too large", {"quarantined": 1}, acknowledged=[sender]))

    def eager(self):
        """Eight letters within the hour from one address: five acknowledgements, eight cases."""
        sender = self.resident()
        for i in range(8):
            octets = self.letter(self.head(sender, f"ward1@{DOMAIN}", f"Letter {i}"), self.text("en", ""))
            acknowledged = i < CAP_PER_HOUR
            self.add("wards", octets, self.group("eager", {"case": 1}, "ward-1", (), [sender] if acknowledged else (),
                                                 None if acknowledged else "cap"))

    # --- all of it ---------------------------------------------------------------------------------------------

    def make(self):
        weighted = [(lambda: self.plain("en"), 22), (lambda: self.plain("fr"), 14),
                    (lambda: self.plain("fr", encoding="quoted-printable"), 6),
                    (lambda: self.plain("fr", charset="windows-1252", encoding="quoted-printable"), 5),
                    (lambda: self.plain("en", encoding="base64"), 4), (lambda: self.plain("en", html=True), 6),
                    (lambda: self.plain("fr", html=True), 3), (self.attachment, 8), (self.copies, 7), (self.blind_copy, 2),
                    (self.twice, 3), (self.reply, 5), (self.stranger_reply, 1), (self.automatic, 4), (self.mailing_list, 2),
                    (self.newsletter, 3), (self.bounce, 1.5), (self.receipt, 1), (self.broken, 2), (self.nobody, 0.5),
                    (self.unproven, 1), (self.spam, 1.5), (self.hops, 0.5), (self.too_large, 0.4)]
        kinds, weights = zip(*weighted)
        self.eager()
        for kind in kinds:  # each at least once, however few are asked for
            kind()
        while len(self.letters) < self.count:
            self.random.choices(kinds, weights)[0]()
        return self

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        letters = []
        for number, (mailbox, octets, group) in enumerate(self.letters):
            name = f"{number:05}.eml"
            (folder / name).write_bytes(octets)
            letters.append({"file": name, "mailbox": mailbox, "group": group})
        text = json.dumps({"letters": letters, "groups": self.groups}, indent=0, ensure_ascii=False)
        (folder / "manifest.json").write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    corpus = Corpus(arguments.seed, arguments.count).make()
    corpus.write(arguments.out)
    print(f"{len(corpus.letters)} letters, {len(corpus.groups)} groups, seed {arguments.seed}")


if __name__ == "__main__":
    main()
