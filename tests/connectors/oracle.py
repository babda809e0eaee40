#!/usr/bin/env python3
"""Holds `docket read --json` against Python's email package, letter by letter.

    python3 tests/connectors/oracle.py build/dev/docket tests/connectors/letters/*.eml

Two readers that share no code seldom make the same mistake. Where they differ, one is wrong or the letter is: the
difference is printed, for a person to judge; `--strict` exits 1 when there is any.
"""
import argparse
import email
import email.errors
import email.header
import email.policy
import email.utils
import hashlib
import json
import re
import subprocess
import sys


def decoded(value):
    if value is None:
        return ""
    pieces = []
    for octets, charset in email.header.decode_header(str(value)):
        if isinstance(octets, str):
            pieces.append(octets)
        else:
            try:
                pieces.append(octets.decode(charset or "utf-8", "replace"))
            except LookupError:
                pieces.append(octets.decode("latin-1"))
    return "".join(pieces)


def folded(text):
    return re.sub(r"\s+", " ", text or "").strip()


def addresses(message, field):
    found = email.utils.getaddresses([str(v) for v in message.get_all(field, [])])
    return sorted(address.rpartition("@")[0] + "@" + address.rpartition("@")[2].lower()
                  for _, address in found if "@" in address)


def leaves(message):
    """The leaves as docket counts them: what is forwarded whole is one."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        yield from leaves(part)


def is_text(part):
    return (part.get_content_type() in ("text/plain", "text/html") and not part.get_filename()
            and part.get_content_disposition() != "attachment")


def text_of(part):
    octets = part.get_payload(decode=True) or b""
    try:
        return octets.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return octets.decode("windows-1252", "replace")


def expected(octets):
    message = email.message_from_bytes(octets)
    parts = list(leaves(message))
    plain = "\n".join(text_of(p) for p in parts if is_text(p) and p.get_content_type() == "text/plain")
    attachments = [p for p in parts if p.get_content_type() != "message/rfc822" and not is_text(p)]
    date = message["Date"] and email.utils.parsedate_to_datetime(str(message["Date"]))
    return {
        "subject": folded(decoded(message["Subject"])),
        "from": addresses(message, "From"),
        "to": addresses(message, "To"),
        "cc": addresses(message, "Cc"),
        "date": date.isoformat() if date and date.tzinfo else None,
        "text": folded(plain),
        "attachments": sorted(hashlib.sha256(p.get_payload(decode=True) or b"").hexdigest() for p in attachments),
    }


def actual(letter):
    def plain(people):
        return sorted(person["address"] for person in people if "@" in person["address"])
    return {
        "subject": folded(letter["subject"]), "from": plain(letter["from"]), "to": plain(letter["to"]),
        "cc": plain(letter["cc"]), "date": letter["date"], "text": "" if letter["html"] else folded(letter["text"]),
        "attachments": sorted(a["sha256"] for a in letter["attachments"] if a["type"] != "message/rfc822"),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("docket")
    arguments.add_argument("letters", nargs="+")
    arguments.add_argument("--strict", action="store_true")
    options = arguments.parse_args()
    differ = 0
    for path in options.letters:
        with open(path, "rb") as letter:
            octets = letter.read()
        run = subprocess.run([options.docket, "read", "-", "--json"], input=octets, stdout=subprocess.PIPE, check=True)
        ours = actual(json.loads(run.stdout))
        try:
            theirs = expected(octets)
        except (ValueError, TypeError, email.errors.MessageError, AttributeError) as error:
            print(f"{path}: the oracle gives up: {type(error).__name__}")
            continue
        for key, value in theirs.items():
            if ours[key] != value:
                differ += 1
                print(f"{path}: {key}\n  docket {ours[key]!r:.300}\n  oracle {value!r:.300}")
    print(f"{len(options.letters)} letters, {differ} differences")
    return 1 if options.strict and differ else 0


if __name__ == "__main__":
    sys.exit(main())
