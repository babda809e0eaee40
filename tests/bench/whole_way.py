"""Stages that need docket itself, a mailbox, and a receiver: the whole way of a letter, and webhooks."""

import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import time

import machine
from running import Docket

# What else would limit: none of it is what is measured.
LIMITS = "  limits: {connections: 4, per_minute: 10000000, per_day: 100000000, per_address_per_day: 10000000, per_address_per_hour: 10000000}\n"
LONGEST = 3600


def imap_source(server, user, *, name="council", scheme="imap", after="flag"):
    port = server.imaps_port if scheme == "imaps" else server.imap_port
    security = f"ca: {server.cert}" if scheme == "imaps" else "tls: none"
    return (f"\n  - name: {name}\n    imap:\n      url: {scheme}://127.0.0.1:{port}\n      {security}\n      user: {user}\n"
            f"      password: {{env: DOCKET_TEST_PASSWORD}}\n      after: {after}\n    take_since: all\n    import: open\n")


@contextlib.contextmanager
def book_of(docket):
    """Read-only, beside the daemon."""
    book = sqlite3.connect(f"file:{docket.folder}/data/docket.db?mode=ro", uri=True, isolation_level=None)
    try:
        yield book
    finally:
        book.close()


def wait_for(docket, ready, what):
    limit = time.monotonic() + LONGEST
    while not ready():
        if docket.process.poll() is not None:
            raise RuntimeError(f"docket ended while {what}:\n{docket.log()[-2000:]}")
        if time.monotonic() > limit:
            raise RuntimeError(f"waited {LONGEST} s: {what}:\n{docket.log()[-2000:]}")
        time.sleep(0.02)  # seldom: what asks takes time from those who are measured


def nothing_left(book, letters):
    """All in the book, nothing on its way out; looks only at the ends of indexes."""
    taken = book.execute("SELECT max(id) FROM inbounds").fetchone()[0] or 0
    return taken >= letters and not book.execute(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE next IS NOT NULL) OR EXISTS (SELECT 1 FROM outbox WHERE state = 'sending')").fetchone()[0]


def start(docket):
    """Until it says that it runs, which is when its sources begin; answers when that was."""
    docket.spawn()
    wait_for(docket, lambda: " event=started" in docket.log(), "starting")
    return time.monotonic()


def town(bench, sources, port, name="town", extra=""):
    """A docket with a new book under build/bench."""
    folder = bench.folder / name
    shutil.rmtree(folder, ignore_errors=True)
    return Docket(sources, port, extra=LIMITS + extra, town=bench.corpus / "town", folder=folder)


def docket_way(bench, letters, rules=None, maildir=None):
    """Mailbox -> case, acknowledgement, and forward at the receiver, source settled. `rules`: a folder of other rule files
    than the corpus's, `maildir`: other letters."""
    machine.fill_mailbox(bench.server, "town", maildir or bench.corpus / "mail", letters)
    with machine.Sink(bench.folder) as sink, town(bench, imap_source(bench.server, "town"), sink.port) as docket:
        if rules:
            shutil.rmtree(docket.folder / "rules")
            shutil.copytree(rules, docket.folder / "rules")
        return measured_way(bench, docket, sink, letters)


def peak_kib(process):
    """Resident memory at its highest."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    return int(status.split("VmHWM:")[1].split()[0])


def measured_way(bench, docket, sink, letters):
    before = known_before(docket)
    begun, cores = start(docket), machine.Cores()
    processor = machine.processor_seconds(docket.process.pid)
    with book_of(docket) as book:
        wait_for(docket, lambda: nothing_left(book, before["inbounds"] + letters), "letters were on their way")
        wait_for(docket, lambda: machine.unsettled(bench.server, "town") == 0, "letters were being settled")
        seconds, busy = time.monotonic() - begun, cores.share()
        processor, peak = machine.processor_seconds(docket.process.pid) - processor, peak_kib(docket.process)
        counts = dict(book.execute("SELECT outcome, count(*) FROM inbounds WHERE id > ? GROUP BY outcome", (before["inbounds"],)))
        states = dict(book.execute("SELECT state, count(*) FROM outbox WHERE id > ? GROUP BY state", (before["outbox"],)))
    arrived = sink.count()
    if sum(counts.values()) != letters or counts.get("quarantined") or states != {"sent": arrived}:
        raise RuntimeError(f"{letters} letters became {counts}, outbox {states}, {arrived} at the receiver:\n{docket.log()[-2000:]}")
    return {"letters": letters, "seconds": seconds, "cpu_seconds": processor, "out": arrived, "outcomes": counts, "peak_kib": peak, "cores_busy": busy}


def known_before(docket):
    if not (docket.folder / "data/docket.db").exists():
        return {"inbounds": 0, "outbox": 0}
    with book_of(docket) as book:
        return {table: book.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0] for table in ("inbounds", "outbox")}


def bare(*words):
    done = subprocess.run([machine.BUILD / "bare_way", *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"bare_way {words}: {done.stderr}")
    return json.loads(done.stdout)


def bare_way(bench, letters, kind="own"):
    """The same mailbox, as bare as can be."""
    machine.fill_mailbox(bench.server, "bare", bench.corpus / "mail", letters)
    with machine.Sink(bench.folder) as sink:
        cores = machine.Cores()
        found = bare("whole", bench.server.imap_port, "bare", "secret", sink.port, bench.folder / "bare.db", kind)
        found["cores_busy"] = cores.share()
        if found["letters"] != letters or found["out"] != 2 * letters or sink.count() != found["out"]:
            raise RuntimeError(f"bare_way: {found}, {sink.count()} at the receiver")
    for path in bench.folder.glob("bare.db*"):
        os.unlink(path)
    return found
