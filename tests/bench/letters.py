#!/usr/bin/env python3
"""A town's mail, made up from a seed: letters.py FOLDER [--letters 5000] [--seed 1]

Writes FOLDER/mail (a Maildir with Dovecot's names), FOLDER/town (town.yaml, rules/) and, last, FOLDER/letters.json: how many
letters of each kind there are, their octets as they travel (CRLF), and the SHA-256 over all of them. The same numbers give the
same octets: no clock, no name of a machine, and no library that writes mail is asked.

Of the letters 5% are there twice (half octet for octet, half for a second address), 5% are a machine's, 15% are answers to an
earlier one, the rest are new. 45% are plain text, 45% have HTML beside it, 10% carry a file of 20 to 200 KB; half are French.
Everybody writes once (but for their own answers), so that no cap on acknowledgements is reached.
"""

import argparse
import base64
import collections
import hashlib
import json
import pathlib
import random

import letters_town
from letters_words import CLOSING, FAMILY, FIRST, GREETING, HOSTS, SENTENCES, SIGNATURES, STREETS, SUBJECTS

SECONDS_BETWEEN = 37
MONDAY = 1767589200  # 2026-01-05 00:00:00 -0500
FILES = (("sidewalk.jpg", "image/jpeg"), ("IMG_0412.JPG", "image/jpeg"), ("plainte.pdf", "application/pdf"),
         ("petition.pdf", "application/pdf"),
         ("notes.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
KEPT = 250  # letters that may be copied or answered


def is_ascii(text):
    return text.isascii()


def base64_lines(octets):
    text = base64.b64encode(octets).decode()
    return "\n".join(text[start:start + 76] for start in range(0, len(text), 76))


def quoted_printable(text):
    """RFC 2045 section 6.7, lines of at most 73 characters."""
    lines = []
    for line in text.split("\n"):
        written = ""
        for octet in line.encode():
            token = chr(octet) if octet == 32 or 33 <= octet <= 126 and octet != 61 else f"={octet:02X}"
            if len(written) + len(token) > 72:
                lines.append(written + "=")
                written = ""
            written += token
        lines.append(written[:-1] + "=20" if written.endswith(" ") else written)
    return "\n".join(lines)


def encoded_words(text, base_64):
    """RFC 2047, folded; a word holds whole characters and at most 75 of its own."""
    def word(piece):
        if base_64:
            return f"=?utf-8?B?{base64.b64encode(piece.encode()).decode()}?="
        safe = (chr(octet) if chr(octet).isalnum() and octet < 128 else "_" if octet == 32 else f"={octet:02X}" for octet in piece.encode())
        return f"=?utf-8?Q?{''.join(safe)}?="
    words, piece = [], ""
    for character in text:
        if len(word(piece + character)) > 70:
            words.append(word(piece))
            piece = ""
        piece += character
    return "\n ".join([*words, word(piece)])


def date(second):
    """RFC 5322, in the town's winter time."""
    days, clock = divmod(second, 86400)
    month, day = 0, 5 + days
    lengths = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    while day > lengths[month % 12]:
        day -= lengths[month % 12]
        month += 1
    weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[days % 7]
    name = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[month % 12]
    return f"{weekday}, {day:02} {name} {2026 + month // 12} {clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02} -0500"


class Letter:
    """What is decided of one before it is written down."""

    def __init__(self, draw, number):
        self.number, self.second = number, 8 * 3600 + number * SECONDS_BETWEEN
        self.kind, self.language = "new", draw.choice(("en", "fr"))
        first, family = draw.choice(FIRST), draw.choice(FAMILY)
        self.host = draw.choice(HOSTS)
        self.name = f"{first} {family}"
        local = "".join(letter for letter in f"{first[0]}{family}".lower() if letter.isascii() and letter.isalpha())
        self.sender = f"{local}{number}@{self.host}"
        self.message_id = f"<{draw.getrandbits(48):012x}.{number}@{self.host}>"
        self.references, self.more = [], []
        self.topic = draw.choice(tuple(SUBJECTS))
        department = letters_town.TOPICS.get(self.topic)
        self.address = department if department and draw.random() < 0.55 else draw.choice(letters_town.ADDRESSES)
        self.copied = draw.choice(letters_town.ADDRESSES) if draw.random() < 0.12 else None
        self.subject = self.drawn_subject(draw)
        self.body = ""

    def drawn_subject(self, draw):
        subject = draw.choice(SUBJECTS[self.topic][self.language])
        subject = subject.format(street=draw.choice(STREETS[self.language]), number=draw.randint(1, 2999))
        return subject if draw.random() >= 0.06 else ("URGENT: " if self.language == "en" else "URGENT : ") + subject


class Corpus:
    def __init__(self, seed):
        self.draw = random.Random(seed)
        self.kept = collections.deque(maxlen=KEPT)  # (letter, text)
        self.count = collections.Counter()
        self.number, self.last = 0, ""

    def next(self):
        """One letter as text with LF line ends; `last` is its kind."""
        draw, number = self.draw, self.number
        self.number += 1
        if self.kept and draw.random() < 0.05:
            return self.again(*draw.choice(self.kept))
        letter = Letter(draw, number)
        chance = draw.random()
        if chance < 0.053:
            self.by_machine(letter)
        elif chance < 0.21 and self.kept:
            self.answer(letter, draw.choice(self.kept)[0])
        else:
            letter.body = "\n\n".join((GREETING[letter.language], self.paragraphs(letter.language, 1, 5), f"{CLOSING[letter.language]}\n{letter.name}"))
        text = self.written(letter)
        self.last = letter.kind
        self.count[letter.kind] += 1
        self.count[letter.language] += 1
        if letter.kind in ("new", "answer"):
            self.kept.append((letter, text))
        return text

    def with_file(self, octets):
        """A new letter with a file that makes it about so large."""
        letter = Letter(self.draw, self.number)
        self.number += 1
        letter.body = f"{GREETING[letter.language]}\n\n{self.paragraphs(letter.language, 1, 5)}"
        boundary = f"=_{self.draw.getrandbits(64):016x}"
        return "\n".join([*self.header(letter), self.with_second(boundary, "mixed", self.leaf(letter.body, "plain"),
                                                                 self.file(*FILES[0], octets * 3 // 4))]) + "\n"

    # --- kinds of letters -------------------------------------------------------------------------------------------------

    def again(self, letter, text):
        self.last = "duplicate" if self.draw.random() < 0.5 else "second address"
        self.count[self.last] += 1
        if self.last == "duplicate":
            return text
        other = self.draw.choice([address for address in letters_town.ADDRESSES if address != letter.address])
        return (text.replace(f"Delivered-To: {letter.address}@", f"Delivered-To: {other}@", 1)
                .replace(f"for <{letter.address}@", f"for <{other}@", 1))

    def by_machine(self, letter):
        letter.kind, draw = "machine", self.draw
        letter.body = self.paragraphs(letter.language, 1, 3)
        kind = draw.randrange(5)
        if kind < 2:
            letter.subject = ("Out of office: " if letter.language == "en" else "Absence du bureau : ") + letter.subject
            letter.more = draw.choice((["Auto-Submitted: auto-replied"], ["Auto-Submitted: auto-generated"], ["X-Autoreply: yes", "Precedence: bulk"]))
        elif kind < 4:
            letter.subject = "[Quartier] " + letter.subject
            letter.more = draw.choice((["List-Id: <quartier.lists.example.org>", "Precedence: list"], ["Precedence: bulk"],
                                       ["List-Id: Deals <deals.shop.example>", "List-Unsubscribe: <https://shop.example/leave>"]))
        else:
            letter.subject, letter.name = "Undelivered Mail Returned to Sender", "Mail Delivery System"
            letter.sender = f"MAILER-DAEMON@{letter.host}"
            letter.more = ["Auto-Submitted: auto-replied"]

    def answer(self, letter, earlier):
        letter.kind, letter.language = "answer", earlier.language
        letter.name, letter.sender, letter.host = earlier.name, earlier.sender, earlier.host
        letter.address, letter.copied = earlier.address, None
        letter.subject = earlier.subject if earlier.subject.startswith("Re: ") else "Re: " + earlier.subject
        letter.references = [*earlier.references, earlier.message_id]
        quoted = "\n".join("> " + line for line in self.paragraphs(letter.language, 1, 2).split("\n"))
        letter.body = f"{self.paragraphs(letter.language, 1, 2)}\n\n{quoted}"

    # --- writing ----------------------------------------------------------------------------------------------------------

    def paragraphs(self, language, least, most):
        draw = self.draw
        return "\n\n".join("\n".join(draw.sample(SENTENCES[language], draw.randint(2, 4))) for _ in range(draw.randint(least, most)))

    def written(self, letter):
        return "\n".join([*self.header(letter), self.mime(letter)]) + "\n"

    def header(self, letter):
        draw, town = self.draw, letters_town.DOMAIN
        name = f'"{letter.name}"' if is_ascii(letter.name) else encoded_words(letter.name, draw.random() < 0.5)
        subject = letter.subject if is_ascii(letter.subject) else encoded_words(letter.subject, draw.random() < 0.5)
        fields = [
            f"Return-Path: <{'' if letter.sender.startswith('MAILER') else letter.sender}>",
            f"Delivered-To: {letter.address}@{town}",
            f"Received: from {letter.host} ({letter.host} [192.0.2.{draw.randint(1, 254)}])\n\tby mx.{town} (Postfix) with ESMTPS id "
            f"{draw.getrandbits(40):010X}\n\tfor <{letter.address}@{town}>; {date(letter.second)}",
            f"Received: from [198.51.100.{draw.randint(1, 254)}] by {letter.host} with ESMTPSA\n id {draw.getrandbits(32):08x}; {date(letter.second - 2)}",
            f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={letter.host}; s=k1;\n h=from:to:subject:date:message-id;\n"
            f" bh={base64.b64encode(draw.randbytes(32)).decode()};\n b="
            + "\n  ".join(base64.b64encode(draw.randbytes(48)).decode() for _ in range(5)),
            f"Message-ID: {letter.message_id}",
            f"Date: {date(letter.second - 3)}",
            f"From: {name} <{letter.sender}>",
            f"To: {letter.address}@{town}",
        ]
        if letter.copied:
            fields.append(f"Cc: {letter.copied}@{town}")
        fields.append(f"Subject: {subject}")
        if letter.references:
            fields += [f"In-Reply-To: {letter.references[-1]}", "References: " + "\n ".join(letter.references)]
        if draw.random() < 0.5:
            fields.append("User-Agent: " + draw.choice(("Mozilla Thunderbird", "Roundcube Webmail/1.6.1", "K-9 Mail for Android")))
        return [*fields, *letter.more, "MIME-Version: 1.0"]

    def mime(self, letter):
        """From Content-Type to the last line."""
        draw, chance, boundary = self.draw, self.draw.random(), f"=_{self.draw.getrandbits(64):016x}"
        plain = self.leaf(letter.body, "plain")
        if chance < 0.45:
            self.count["plain"] += 1
            return plain
        if chance < 0.90:
            self.count["alternative"] += 1
            kind, second = "alternative", self.leaf(self.html(letter), "html")
        else:
            self.count["with a file"] += 1
            kind, second = "mixed", self.file(*draw.choice(FILES), draw.randint(20_000, 200_000))
        return self.with_second(boundary, kind, plain, second)

    @staticmethod
    def with_second(boundary, kind, first, second):
        return (f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\nThis is a message in MIME format.\n'
                f"--{boundary}\n{first}\n--{boundary}\n{second}\n--{boundary}--")

    def leaf(self, text, kind):
        chance = self.draw.random()
        if is_ascii(text) and chance < 0.6:
            return f"Content-Type: text/{kind}; charset=us-ascii\n\n{text}"
        if chance < 0.7:
            way, body = "quoted-printable", quoted_printable(text)
        elif chance < 0.85:
            way, body = "base64", base64_lines(text.encode())
        else:
            way, body = "8bit", text
        return f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: {way}\n\n{body}"

    def file(self, name, kind, octets):
        return (f'Content-Type: {kind}; name="{name}"\nContent-Disposition: attachment; filename="{name}"\n'
                f"Content-Transfer-Encoding: base64\n\n{base64_lines(self.draw.randbytes(octets))}")

    def html(self, letter):
        escaped = letter.body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        paragraphs = "\n".join('<p style="margin:0 0 1em 0;font-family:Verdana,Geneva,sans-serif;font-size:10.5pt">'
                               + one.replace("\n", "<br>\n") + "</p>" for one in escaped.split("\n\n"))
        return (f'<!DOCTYPE html>\n<html lang="{letter.language}"><head><meta charset="utf-8">'
                "<style>body{color:#222} p{line-height:1.35} .end{color:#777;font-size:9pt}</style></head>\n"
                f'<body>\n{paragraphs}\n<div class="end">{self.draw.choice(SIGNATURES[letter.language])}</div>\n</body></html>')


def maildir_name(number, octets, travelling):
    """As Dovecot names it: it need not look into the file for its sizes."""
    return f"{MONDAY + number * SECONDS_BETWEEN}.M{number:06}P1.docket,S={octets},W={travelling}:2,"


def make(folder, letters, seed):
    """The letters only where letters.json does not say that they are all there."""
    folder = pathlib.Path(folder)
    letters_town.write(folder / "town")
    if (folder / "letters.json").exists():
        return
    for part in ("cur", "new", "tmp"):
        (folder / "mail" / part).mkdir(parents=True, exist_ok=True)
    corpus, total, digest = Corpus(seed), 0, hashlib.sha256()
    for number in range(letters):
        octets = corpus.next().encode()
        travelling = octets.replace(b"\n", b"\r\n")
        (folder / "mail" / "cur" / maildir_name(number, len(octets), len(travelling))).write_bytes(octets)
        digest.update(travelling)
        total += len(travelling)
    told = {"letters": letters, "seed": seed, "octets": total, "sha256": digest.hexdigest(), "counts": dict(sorted(corpus.count.items()))}
    (folder / "letters.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("folder")
    words.add_argument("--letters", type=int, default=5000)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    make(given.folder, given.letters, given.seed)
    print((pathlib.Path(given.folder) / "letters.json").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
