"""Holds what docket did against the corpus's manifest: every letter's outcome, every answer, every octet."""

import collections
import ctypes
import ctypes.util
import email
import email.policy
import hashlib
import json
import pathlib
import sqlite3
import subprocess
import sys

from running import ROOT

MAILBOXES = ("council", "wards", "mayor")
CLERK = "clerk@staff.testing.invalid"


def make_corpus(folder, count, seed=7):
    subprocess.run([sys.executable, ROOT / "tests/corpus/generate.py", "--seed", str(seed), "--count", str(count), "--out",
                    folder], check=True, capture_output=True)
    return Corpus(folder)


class Corpus:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        self.letters, self.groups = manifest["letters"], manifest["groups"]

    def octets(self, letter):
        return (self.folder / letter["file"]).read_bytes()

    def of(self, mailbox):
        return [letter for letter in self.letters if letter["mailbox"] == mailbox]

    def counts(self):
        return {mailbox: len(self.of(mailbox)) for mailbox in MAILBOXES}

    def deliver(self, server, when=None):
        for mailbox in MAILBOXES:
            server.deliver_all(mailbox, [(self.octets(letter), when) for letter in self.of(mailbox)])

    def acknowledged(self):
        return collections.Counter(address for group in self.groups for address in group["acknowledged"])

    def forwards(self):
        """How often each office gets a forward: once a case, once more for each addition."""
        expected = collections.Counter()
        for group in self.groups:
            if group["office"] is None:
                continue
            times = group["outcomes"].get("case", 0) + group["outcomes"].get("addition", 0)
            for office in [group["office"], *group["copies"]]:
                expected[office] += times
        return expected


def unzstd(frame, size):
    library = ctypes.CDLL(ctypes.util.find_library("zstd") or "libzstd.so.1")
    library.ZSTD_decompress.restype = ctypes.c_size_t
    buffer = ctypes.create_string_buffer(max(size, 1))
    got = library.ZSTD_decompress(buffer, ctypes.c_size_t(size), frame, ctypes.c_size_t(len(frame)))
    return buffer.raw[:got] if got <= size else b""


class Book:
    """The case book's file, opened read-only: what stands there by (source, delivery key)."""

    def __init__(self, docket):
        self.connection = sqlite3.connect(f"file:{docket.folder / 'data/docket.db'}?mode=ro", uri=True)
        self.connection.row_factory = sqlite3.Row

    def inbounds(self):
        rows = self.connection.execute(
            "SELECT i.*, c.number, c.office AS case_office, o.frame FROM inbounds i LEFT JOIN cases c ON c.id = i.case_id"
            " LEFT JOIN octets o ON o.inbound_id = i.id").fetchall()
        return {(row["source"], row["delivery_key"]): row for row in rows}

    def sound(self):
        return (self.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
                and not self.connection.execute("PRAGMA foreign_key_check").fetchall())


def keyed(corpus, server, rows):
    """[(letter of the manifest, its UID, its row in the book)], by the order of delivery in each mailbox."""
    found = []
    for mailbox in MAILBOXES:
        uids = server.uids(mailbox)
        by_uid = {int(key.rsplit("/", 1)[1]): row for (source, key), row in rows.items() if source == mailbox}
        found += [(letter, uid, by_uid.get(uid)) for letter, uid in zip(corpus.of(mailbox), uids)]
    return found


def check_outcomes(corpus, server, docket):
    """The list of everything that differs from the manifest; empty when all is as planned."""
    wrong = []
    book = Book(docket)
    if not book.sound():
        wrong.append("the book is damaged")
    rows = keyed(corpus, server, book.inbounds())
    by_group = collections.defaultdict(list)
    for letter, uid, row in rows:
        if row is None:
            wrong.append(f"{letter['mailbox']}/{uid} ({letter['file']}): not in the book")
        else:
            by_group[letter["group"]].append(row)
    shown = {row["number"]: row for row in docket.ask("case", "list")}
    for group in corpus.groups:
        wrong += check_group(group, by_group[group["group"]], shown)
    for source, row in docket.ledger().items():
        if row["difference"] != 0 or row["waiting"] != 0:
            wrong.append(f"ledger of {source}: {row}")
    return wrong


def check_group(group, rows, shown):
    name = f"group {group['group']} ({group['kind']})"
    outcomes = collections.Counter(row["outcome"] for row in rows)
    planned = {outcome: count for outcome, count in group["outcomes"].items() if count}
    if dict(outcomes) != planned:
        return [f"{name}: outcomes {dict(outcomes)}, planned {planned}"]
    numbers = {row["number"] for row in rows if row["number"]}
    if "case" not in planned:
        return [f"{name}: has a case {numbers}"] if numbers else []
    if len(numbers) != 1:
        return [f"{name}: {len(numbers)} cases"]
    case = shown.get(numbers.pop())
    if case is None:
        return [f"{name}: its case is not listed"]
    wrong = []
    if case["office"] != group["office"] or sorted(case["copies"]) != group["copies"]:
        wrong.append(f"{name}: office {case['office']} copies {case['copies']}, planned {group['office']} {group['copies']}")
    why = next(row["acknowledgement"] for row in rows if row["outcome"] == "case")
    if group["withheld"] and group["withheld"] not in why:
        wrong.append(f"{name}: {why!r}, planned withheld {group['withheld']}")
    return wrong


def check_octets(corpus, server, docket):
    """Every stored octet string equal by SHA-256 to the server's; a letter over max_size is kept as header and size."""
    wrong, compared = [], 0
    rows = Book(docket).inbounds()
    for mailbox in MAILBOXES:
        held = server.octets(mailbox)
        for (source, key), row in rows.items():
            if source != mailbox:
                continue
            octets = held[int(key.rsplit("/", 1)[1])]
            stored = unzstd(row["frame"], len(octets) + 1)
            if row["oversize"]:
                same = octets.startswith(stored.rstrip(b"\r\n")) and row["oversize"] == len(octets)
            else:
                same = hashlib.sha256(stored).digest() == hashlib.sha256(octets).digest()
            compared += 1
            if not same:
                wrong.append(f"{mailbox}/{key}: stored octets differ")
    if compared != len(corpus.letters):
        wrong.append(f"compared {compared} of {len(corpus.letters)}")
    return wrong


def received(receiver_folder):
    """[(recipient, message)] of everything the receiver kept."""
    found = []
    for box in pathlib.Path(receiver_folder).iterdir():
        if (box / "new").is_dir():
            found += [(box.name, email.message_from_bytes(path.read_bytes(), policy=email.policy.default))
                      for path in (box / "new").iterdir()]
    return found


def is_for_clerk(recipient, message):
    """News for the clerk: of letters that are alike (the corpus has few texts), the list of a working morning."""
    return recipient == CLERK and message["Auto-Submitted"] == "auto-generated"


def check_answers(corpus, receiver_folder, repeats=False):
    """Acknowledgements to each right person once, forwards to each right office. With `repeats` (after kills) at least
    once, any second one with the same Message-ID."""
    wrong = []
    answers, forwards, ids = collections.Counter(), collections.Counter(), collections.defaultdict(set)
    for recipient, message in received(receiver_folder):
        if message["Message-ID"] in ids[recipient]:
            if not repeats:
                wrong.append(f"{recipient}: {message['Message-ID']} twice")
            continue
        ids[recipient].add(message["Message-ID"])
        if is_for_clerk(recipient, message):
            continue
        if recipient.endswith("@office.testing.invalid"):
            forwards[recipient.split("@")[0]] += 1
        else:
            answers[recipient] += 1
            if message["Auto-Submitted"] != "auto-replied" or message["To"] != recipient:
                wrong.append(f"{recipient}: not an acknowledgement of theirs")
    for title, got, planned in (("acknowledgements", answers, corpus.acknowledged()), ("forwards", forwards, corpus.forwards())):
        for address in sorted(set(got) | set(planned)):
            if got[address] != planned[address]:
                wrong.append(f"{title} to {address}: {got[address]}, planned {planned[address]}")
    return wrong
