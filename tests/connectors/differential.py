#!/usr/bin/env python3
"""Holds `docket read --json` against Python's email package, letter by letter.

    DOCKET_BINARY=build/release/docket python3 tests/connectors/differential.py [LETTER.eml | FOLDER]…

Without arguments: the golden letters, and letters that tests/corpus/generate.py makes. Two readers that share no code
seldom make the same mistake. Where they differ, one is wrong or the letter is: such a place is judged by a person, one
line in judged.json ("FILE: FIELD": "who is right: why"). A difference that nobody judged fails.
"""
import datetime
import email
import email.errors
import email.header
import email.utils
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DOCKET = os.environ.get("DOCKET_BINARY", str(ROOT / "build/release/docket"))
SEED, COUNT = 7, 150


def decoded(value):
    """RFC 2047, with the charsets that Python knows; what it does not decode stays."""
    pieces = []
    for octets, charset in email.header.decode_header(str(value or "")):
        if isinstance(octets, str):
            pieces.append(octets)
            continue
        try:
            pieces.append(octets.decode(charset or "utf-8"))
        except (LookupError, UnicodeDecodeError):
            pieces.append(octets.decode("windows-1252", "replace"))
    return "".join(pieces)


def folded(text):
    return re.sub(r"\s+", " ", text or "").strip()


def raw(value):
    """A header as its octets say, where the package kept 8-bit octets as surrogates."""
    octets = str(value or "").encode("utf-8", "surrogateescape")
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("windows-1252", "replace")


def header(message, name):
    return next((raw(v) for n, v in message.raw_items() if n.lower() == name.lower()), "")


def addresses(message, name):
    values = [raw(v) for n, v in message.raw_items() if n.lower() == name]
    people = [a for _, a in email.utils.getaddresses(values) if "@" in a]
    return sorted(a.rpartition("@")[0] + "@" + a.rpartition("@")[2].lower() for a in people)


def ids(value):
    return list(dict.fromkeys(re.sub(r"\s", "", i) for i in re.findall(r"<[^<>]+>", value)))


def date(message):
    try:
        moment = email.utils.parsedate_to_datetime(header(message, "Date"))
    except (ValueError, TypeError, IndexError):
        return None
    if moment.tzinfo is None:  # "-0000" and an unknown zone
        moment = moment.replace(tzinfo=datetime.timezone.utc)
    return moment.isoformat()


def leaves(message):
    """The leaves as docket counts them: what is forwarded whole is one."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    if message.get_content_maintype() == "message":  # the fields of a report: one leaf
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


def attachment(part):
    name = part.get_filename()
    name = re.split(r"[/\\]", folded(decoded(name)))[-1] if name else None
    kind = part.get_content_type()
    if kind.startswith("message/"):  # Python keeps no octets of it
        return [name, kind, "", 0]
    octets = part.get_payload(decode=True) or b""
    return [name, kind, hashlib.sha256(octets).hexdigest(), len(octets)]


def expected(octets):
    message = email.message_from_bytes(octets)
    parts = list(leaves(message))
    return {
        "subject": folded(decoded(header(message, "Subject"))),
        "from": addresses(message, "from"), "to": addresses(message, "to"), "cc": addresses(message, "cc"),
        "date": date(message), "message_id": (ids(header(message, "Message-ID")) or [None])[0],
        "in_reply_to": ids(header(message, "In-Reply-To")), "references": ids(header(message, "References")),
        "text": folded("\n".join(text_of(p) for p in parts if is_text(p) and p.get_content_type() == "text/plain")),
        "attachments": sorted(map(attachment, (p for p in parts if not is_text(p))), key=str),
    }


def actual(octets):
    run = subprocess.run([DOCKET, "read", "-", "--json"], input=octets, stdout=subprocess.PIPE, check=True)
    letter = json.loads(run.stdout)
    whole = lambda a: a["type"].startswith("message/")  # noqa: E731
    found = {field: letter[field] for field in ("date", "message_id", "in_reply_to", "references")}
    for field in ("from", "to", "cc"):
        found[field] = sorted(p["address"] for p in letter[field] if "@" in p["address"])
    return {**found, "subject": folded(letter["subject"]), "text": "" if letter["html"] else folded(letter["text"]),
            "attachments": sorted(([a["name"], a["type"], "" if whole(a) else a["sha256"], 0 if whole(a) else a["size"]]
                                   for a in letter["attachments"]), key=str)}


def compare(name, octets):
    """(key, docket's, Python's) for every field that differs."""
    ours = actual(octets)
    try:
        theirs = expected(octets)
    except (ValueError, TypeError, AttributeError, LookupError, email.errors.MessageError) as error:
        return [(f"{name}: all", "a letter", f"{type(error).__name__}: {error}")]
    return [(f"{name}: {field}", ours[field], value) for field, value in theirs.items() if ours[field] != value]


def letters(arguments):
    if arguments:
        for path in map(pathlib.Path, arguments):
            yield from ((str(p), p.read_bytes()) for p in (sorted(path.rglob("*.eml")) if path.is_dir() else [path]))
        return
    folder = HERE / "letters"
    yield from ((str(p.relative_to(folder)), p.read_bytes()) for p in sorted(folder.rglob("*.eml")))
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([sys.executable, ROOT / "tests/corpus/generate.py", "--seed", str(SEED), "--count", str(COUNT),
                        "--out", out], check=True, stdout=subprocess.DEVNULL)
        yield from ((f"generated/{p.name}", p.read_bytes()) for p in sorted(pathlib.Path(out).glob("*.eml")))


def main():
    judged = json.loads((HERE / "judged.json").read_text(encoding="utf-8"))
    count, differ, open_ = 0, 0, 0
    for name, octets in letters(sys.argv[1:]):
        count += 1
        for key, ours, theirs in compare(name, octets):
            differ += 1
            if key in judged:
                continue
            open_ += 1
            print(f"{key}\n  docket {ours!r:.400}\n  python {theirs!r:.400}")
    print(f"{count} letters (generated: seed {SEED}), {differ} differences, {open_} of them not judged")
    return 1 if open_ or not count else 0


if __name__ == "__main__":
    sys.exit(main())
