"""What must hold after every fault: the oracles O1 to O9, asked of a docket from outside.

    check(docket, imap, receiver, secrets=("canary",))     # raises AssertionError with everything that does not hold

`docket` is a running or stopped tests/e2e/running.py Docket. `imap` is what the sources handed over: a FakeImap, a Served
or several of them. `receiver` is an SmtpReceiver, or anything with messages() of the same form.
"""

import email
import email.parser
import email.policy
import hashlib
import pathlib
import re
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

from outcomes import unzstd  # noqa: E402

HOUR, DAY = 3_600_000_000, 86_400_000_000  # microseconds
CRASHES = re.compile(r"Sanitizer|runtime error:|terminate called|Segmentation fault|Assertion .* failed|double free"
                     r"|malloc\(\)|stack smashing|trouble inside docket")


class Served:
    """What one source handed over. `letters`: what must have an outcome, `perhaps`: what may (never acknowledged, or taken
    away by somebody else), each {delivery key: SHA-256 of the octets, or None for whatever}. `too_soon`: what was
    settled before it was in the book (O9), in words."""

    def __init__(self, source):
        self.source, self.letters, self.perhaps, self.too_soon = source, {}, {}, []

    def served(self):
        return dict(self.letters)


def many(thing):
    return [] if thing is None else list(thing) if isinstance(thing, (list, tuple)) else [thing]


class Book:
    """docket.db read-only, whether docket runs or not."""

    def __init__(self, docket):
        self.path = pathlib.Path(docket.folder) / "data/docket.db"
        self.connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=30)
        self.connection.row_factory = sqlite3.Row

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def all(self, words, *values):
        return self.connection.execute(words, values).fetchall()

    def one(self, words, *values):
        return self.all(words, *values)[0][0]


def check(docket, imap=None, receiver=None, secrets=(), drain=60):
    wrong = findings(docket, imap, receiver, secrets, drain)
    if wrong:
        raise AssertionError("\n".join(wrong[:40] + [f"... and {len(wrong) - 40} more"] * (len(wrong) > 40)))


def findings(docket, imap=None, receiver=None, secrets=(), drain=60):
    """Everything that does not hold, each line with its oracle; `drain`: seconds for O6, 0: do not ask."""
    wrong = drained(docket, drain) if drain and running(docket) else []
    try:
        with Book(docket) as book:
            wrong += sound(docket, book)
            wrong += served_once(book, many(imap)) + one_case(book) + true_duplicates(docket, book)
            wrong += sent_once(book, receiver) + harmless(docket, book, receiver)
    except sqlite3.DatabaseError as error:
        wrong.append(f"O5 the book cannot be read: {error}")
    for source in many(imap):
        wrong += [f"O9 {source.source}: {words}" for words in source.too_soon]
    return wrong + secret(docket, receiver, secrets) + alive(docket)


def running(docket):
    return docket.process is not None and docket.process.poll() is None


# --- O1, O2: one outcome, at most one case -----------------------------------------------------------------------------


def served_once(book, sources):
    rows = {}
    for row in book.all("SELECT source, delivery_key, outcome, sha256, size, oversize, unreadable FROM inbounds"):
        rows.setdefault((row["source"], row["delivery_key"]), []).append(row)
    wrong = [f"O1 {source}/{key}: {len(found)} rows" for (source, key), found in rows.items() if len(found) > 1]
    for source in sources:
        letters = source.served()
        for key, digest in letters.items():
            wrong += compare(f"{source.source}/{key}", rows.get((source.source, key)), digest)
        wrong += [f"O1 {name}/{key}: in the book, but nobody served it" for name, key in rows
                  if name == source.source and key not in letters and key not in source.perhaps]
    return wrong + kept(book)


def compare(name, found, digest):
    if not found:
        return [f"O1 {name}: served, but not in the book"]
    row = found[0]
    wrong = [] if row["outcome"] else [f"O1 {name}: no outcome"]
    if digest and row["sha256"] != digest and row["oversize"] is None and row["unreadable"] is None:
        wrong.append(f"O1 {name}: other octets than were served ({row['size']} of them)")
    return wrong


def kept(book):
    """What the book keeps has the hash it says; a quarantined letter too."""
    wrong = []
    for row in book.connection.execute("SELECT i.source, i.delivery_key, i.sha256, i.size, i.oversize, i.unreadable, o.frame"
                                       " FROM inbounds i LEFT JOIN octets o ON o.inbound_id = i.id"):
        octets = unzstd(row["frame"], row["size"] + 1) if row["frame"] is not None else None
        if octets is None or (hashlib.sha256(octets).hexdigest() != row["sha256"] and row["oversize"] is None):
            wrong.append(f"O1 {row['source']}/{row['delivery_key']}: its octets are not kept")
    return wrong


def one_case(book):
    wrong = [f"O2 case {row[0]} was opened by {row[1]} letters" for row in book.all(
        "SELECT c.number, count(*) FROM inbounds i JOIN cases c ON c.id = i.case_id WHERE i.outcome = 'case'"
        " GROUP BY i.case_id HAVING count(*) > 1")]
    wrong += [f"O2 {row[1]} cases for the same octets ({row[0][:12]}…: {row[2]})" for row in book.all(
        "SELECT sha256, count(*), group_concat(source || '/' || delivery_key) FROM inbounds WHERE outcome = 'case'"
        " GROUP BY sha256 HAVING count(*) > 1")]
    wrong += [f"O2 case number {row[0]} {row[1]} times" for row in book.all(
        "SELECT number, count(*) FROM cases GROUP BY number HAVING count(*) > 1")]
    wrong += [f"O2 {row[0]}/{row[1]}: says {row[2]} but has no case" for row in book.all(
        "SELECT source, delivery_key, outcome FROM inbounds WHERE outcome IN ('case', 'addition') AND case_id IS NULL")]
    return wrong


def true_duplicates(docket, book):
    """A letter may be called a duplicate only of one that says the same: a Message-ID is no identity."""
    if "strip:" in (docket.folder / "docket.yaml").read_text(encoding="utf-8"):
        return []  # banners that docket takes off would differ
    rows = book.connection.execute(
        "SELECT i.source, i.delivery_key, i.size, i.oversize, o.frame, j.size AS size_2, p.frame AS frame_2 FROM inbounds i"
        " JOIN octets o ON o.inbound_id = i.id JOIN inbounds j ON j.id = i.same_as JOIN octets p ON p.inbound_id = j.id"
        " WHERE i.outcome = 'duplicate' AND i.oversize IS NULL AND j.oversize IS NULL")
    return [f"O1 {row['source']}/{row['delivery_key']}: called a duplicate of a letter that says something else" for row in rows
            if said(unzstd(row["frame"], row["size"] + 1)) != said(unzstd(row["frame_2"], row["size_2"] + 1))]


def said(octets):
    """What a person reads in a letter, without white space: the same after a server wrote its MIME anew."""
    message = email.message_from_bytes(octets, policy=email.policy.default)
    texts = []
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            try:
                texts.append(part.get_content())
            except (LookupError, UnicodeError, KeyError):
                return None  # what Python cannot read either is no evidence
    return "".join(" ".join([*texts, *map(str, message.get_all("subject", []))]).split())


# --- O3, O4: what left -------------------------------------------------------------------------------------------------


def accepted(receiver):
    """[(recipient, Message-ID)] of everything the receiver took, whether it could say so or not."""
    return [(to.lower(), message["message_id"]) for message in (receiver.messages() if receiver else [])
            if message["answer"].startswith("250") or message["answer"] == "closed" for to in message["recipients"]]


def sent_once(book, receiver):
    if receiver is None:
        return []
    rows = {row["message_id"].strip("<>"): row for row in book.all(
        "SELECT o.*, t.recipient FROM outbox o JOIN outbox_texts t ON t.outbox_id = o.id")}
    times, wrong = {}, []
    for to, message_id in accepted(receiver):
        row = rows.get((message_id or "").strip("<>"))
        if row is None:
            wrong.append(f"O3 a letter to {to} went out as {message_id}, which the outbox does not know")
        elif row["recipient"].lower() != to:
            wrong.append(f"O3 {row['public']} is to {row['recipient']} and went to {to}")
        else:
            times[row["public"]] = times.get(row["public"], 0) + 1
    resolved = {row[0] for row in book.all("SELECT case_id FROM events WHERE what = 'sent' AND who <> 'daemon'")}
    for row in rows.values():
        count, marked = times.get(row["public"], 0), row["repeat"] or row["unknowns"]
        name = f"O3 {row['kind']} {row['public']} ({row['state']})"
        if count > (2 if marked else 1):
            wrong.append(f"{name}: went out {count} times" + ("" if marked else ", not marked as a repeat"))
        if count == 0 and row["state"] == "sent" and row["case_id"] not in resolved:
            wrong.append(f"{name}: said to be sent, but nobody got it")
        if count and row["state"] in ("queued", "withheld"):
            wrong.append(f"{name}: went out")
    return wrong


def harmless(docket, book, receiver):
    town = (docket.folder / "town.yaml").read_text(encoding="utf-8")
    ours = {address.lower() for address in re.findall(r"^  \"?([^\s\"]+@[^\s\"]+?)\"?: \S+$", town, re.M)}
    wrong = [f"O4 a letter to our own {to}" for to, _ in accepted(receiver) if to in ours]
    sent = book.all("SELECT o.public, o.created, t.recipient, i.size, x.frame, x.envelope FROM outbox o"
                    " JOIN outbox_texts t ON t.outbox_id = o.id LEFT JOIN inbounds i ON i.id = o.inbound_id"
                    " LEFT JOIN octets x ON x.inbound_id = i.id"
                    " WHERE o.kind = 'acknowledgement' AND o.state <> 'withheld' ORDER BY o.created")
    lists = "own_lists" in (docket.folder / "docket.yaml").read_text(encoding="utf-8")
    people = {}
    for row in sent:
        sign = machine(row, lists)
        if not row["recipient"] or row["recipient"].lower() in ours or sign:
            wrong.append(f"O4 {row['public']}: an acknowledgement to {row['recipient'] or '<>'} {sign}")
        people.setdefault(folded(row["recipient"]), []).append(row["created"])
    return wrong + [f"O4 {person}: {words}" for person, times in people.items() for words in past_cap(docket, times)]


def machine(row, own_lists):
    """Why nobody may answer this letter; empty for a person's."""
    if row["frame"] is None:
        return ""
    header = email.parser.BytesHeaderParser(policy=email.policy.compat32).parsebytes(unzstd(row["frame"], row["size"] + 1))
    field = {name.lower(): str(value).strip().lower() for name, value in reversed(header.items())}
    signs = {
        "null sender": field.get("return-path") == "<>" or '"from":""' in row["envelope"],
        "Auto-Submitted": field.get("auto-submitted", "no").split(";")[0].strip() != "no",
        "Precedence": field.get("precedence") in ("bulk", "junk", "list", "auto_reply"),
        "a list": not own_lists and any(name.startswith("list-") for name in field),
        "X-Auto-Response-Suppress": any(word in field.get("x-auto-response-suppress", "") for word in ("all", "autoreply", "oof")),
        "a report": field.get("content-type", "").startswith("multipart/report"),
        "MAILER-DAEMON": "mailer-daemon@" in field.get("from", ""),
    }
    return ", ".join(name for name, is_so in signs.items() if is_so)


def folded(address):
    local, _, domain = address.lower().rpartition("@")
    return local.split("+")[0].replace(".", "") + "@" + domain


def past_cap(docket, times):
    settings = (docket.folder / "docket.yaml").read_text(encoding="utf-8")
    for name, usual, window in (("per_address_per_hour", 5, HOUR), ("per_address_per_day", 20, DAY)):
        given = re.search(name + r":\s*(\d+)", settings)
        cap = int(given[1]) if given else usual
        most = max((sum(1 for other in times if at - window < other <= at) for at in times), default=0)
        if most > cap:
            yield f"{most} acknowledgements, {name} is {cap}"


# --- O5 to O8: the book, the backlog, secrets, crashes -----------------------------------------------------------------


def sound(docket, book):
    wrong = []
    if book.one("PRAGMA integrity_check") != "ok":
        wrong.append("O5 integrity_check: the book is damaged")
    if book.all("PRAGMA foreign_key_check"):
        wrong.append("O5 foreign_key_check: rows point to nothing")
    for words in (("ledger",), ("audit", "verify")):
        done = docket.command(*words)
        if done.returncode != 0:
            wrong.append(f"O5 docket {' '.join(words)}: exit {done.returncode}: {(done.stdout + done.stderr).decode()[-400:]}")
    return wrong


def drained(docket, seconds):
    end = time.monotonic() + seconds
    while (left := waiting(docket, seconds)) and time.monotonic() < end and running(docket):
        time.sleep(0.1)
    return left


def waiting(docket, seconds):
    with Book(docket) as book:
        return [f"O6 {row[1]} letters of {row[0]} still wait after {seconds} s" for row in book.all(
            "SELECT source, count(*) FROM seen WHERE state = 'waiting' GROUP BY source")] + [
            f"O6 {row[1]} letters out are still {row[0]} after {seconds} s" for row in book.all(
                "SELECT state, count(*) FROM outbox WHERE state IN ('queued', 'sending') GROUP BY state")]


def secret(docket, receiver, secrets):
    """No canary and no key of ours in log, book or what left; no canary on a command line."""
    keys = re.findall(r"[0-9a-f]{64}", (docket.folder / "data/keys").read_text()) if (docket.folder / "data/keys").exists() else []
    needles = {one.encode() if isinstance(one, str) else one for one in secrets}
    needles |= {key.encode() for key in keys} | {bytes.fromhex(key) for key in keys}
    places = {path.name: path for path in [docket.log_path, *(docket.folder / "data").glob("docket.db*")] if path.is_file()}
    if receiver is not None and getattr(receiver, "log_file", None):
        places["what left"] = receiver.log_file
    if running(docket):
        places["the command line"] = pathlib.Path(f"/proc/{docket.process.pid}/cmdline")
    return [f"O7 a secret in {name}" for name, path in places.items() for needle in needles if holds(path, needle)]


def holds(path, needle):
    before = b""
    with open(path, "rb") as file:
        while piece := file.read(1 << 24):
            if needle in before + piece:
                return True
            before = piece[-len(needle):]
    return False


def alive(docket):
    wrong = [f"O8 the log says: {line.strip()[:300]}" for line in docket.log().splitlines() if CRASHES.search(line)][:5]
    code = docket.process.poll() if docket.process else None
    if code is not None and code < 0 and -code not in (9, 15):
        wrong.append(f"O8 docket ended by signal {-code}")
    return wrong
