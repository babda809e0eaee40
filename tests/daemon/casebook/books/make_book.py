#!/usr/bin/env python3
"""Keeps a case book of today's schema for the tests of migrations: run it once for every schema that is released.

    DOCKET_BINARY=build/dev/docket make_book.py              # schema-N.sql, N being today's
    DOCKET_BINARY=build/dev/docket make_book.py --all        # all of them anew, with the rows of one book

A real docket takes the letters of a small town of people who do not exist, sends what it can to a mail server that
misbehaves, and is killed in the middle of a sending. What it wrote is dumped as text, its keys (of this book alone) beside it. --all puts the same rows, as far as
an older schema has their tables and columns, under that schema's own migrations; that is how the first six were made. A
kept file is never changed afterwards: it is what stands on somebody's disk.
"""

import argparse
import json
import pathlib
import shutil
import signal
import sqlite3
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parents[3]
sys.path[:0] = [str(TESTS / "e2e"), str(TESTS / "faults")]

import kept_books  # noqa: E402
from fast_clock import fast  # noqa: E402
from running import Docket, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

PIPE = "\n  - name: pipe\n    pipe: {}\n"
PEOPLE = "people.example.org"


class SmallTown:
    """A docket through whose hands everything went that a book can hold."""

    def __init__(self, folder):
        self.receiver = SmtpReceiver(folder / "received", slow=600).start()
        self.docket = Docket(PIPE, self.receiver.port, extra="  limits: {connections: 1}\n")
        # Whoever runs the tests does so later, whatever their clock.
        self.docket.environment = {**fast(1), "FAKETIME": "@2025-06-02 14:00:00"}
        self.number = 0

    def end(self):
        self.docket.__exit__()
        self.receiver.stop()

    def write(self, sender, text, *, subject="A matter", to="ward2@town.example", more="", address=None):
        """Answers the case's number, where there is one."""
        self.number += 1
        octets = letter(sender=address or f"{sender}@{PEOPLE}", to=to, subject=subject, text=text, more=more, number=self.number)
        done = self.docket.command("inject", "-", "--source", "pipe", "--json", octets=octets)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode())
        return json.loads(done.stdout)["case"]

    def clerk(self, *words):
        done = self.docket.command(*words)
        if done.returncode != 0:
            raise RuntimeError(f"{words}: {done.stderr.decode()}")

    def states(self):
        return {row["state"] for row in self.docket.ask("outbox", "list")}

    def live(self):
        """Until docket is killed with a letter on the wire."""
        self.docket.start()
        hole = self.write("ana", "There is a pothole in Maple Street in front of number 12.")
        self.write("benoit", "Les ordures n'ont pas été ramassées rue de l'Église.", subject="Ordures", to="info@town.example")
        self.write("ana", "It is deeper now.", subject=f"Re: [{hole}] A matter")
        closed = self.write("chen", "Please thank the crew that swept our street.", to="info@town.example")
        linked = self.write("dora", "The sidewalk of Maple Street is broken.")
        self.write("shop", "Our offers.", more="List-Unsubscribe: <mailto:leave@shop.example>\r\n")
        self.write("loop", "Round and round.", more="Received: from a by b; Mon, 23 Nov 2026 10:00:00 -0500\r\n" * 31)
        self.write("perm-eva", "The recycling box is broken.", to="waste@town.example")
        given_up = self.write("temp-finn", "A lamp is dark.", to="mayor@town.example")
        self.write("temp-gita", "Another lamp is dark.")
        self.docket.wait_for(lambda: {"failed", "deferred", "sent"} <= self.states(), 60, "the mail server's refusals")
        self.write("drop-hugo", "A tree fell.")
        self.docket.wait_for(lambda: "uncertain" in self.states(), 60, "a sending without an answer")
        self.clerk("case", "assign", linked, "ward-1")
        self.clerk("case", "note", hole, "The crew was there at noon.")
        self.clerk("case", "link", hole, linked)
        self.clerk("case", "close", closed, "--reason", "They were told.")
        waits = [row for row in self.docket.ask("outbox", "list") if row["state"] == "deferred" and row["case"] == given_up]
        self.clerk("outbox", "discard", waits[0]["id"], "--reason", "told by telephone")
        self.docket.wait_for(lambda: "queued" not in self.states(), 60, "all that can be sent to be sent")
        self.write("slow-ines", "The playground swing squeaks.", to="info@town.example")
        self.docket.wait_for(lambda: "sending" in self.states(), 60, "a letter on the wire")
        self.write("jonas", "The bench in the park is wet paint.", to="info@town.example")
        self.docket.wait_for(lambda: "queued" in self.states(), 60, "a letter that waits")
        self.docket.process.send_signal(signal.SIGKILL)
        self.docket.process.wait()


def statements(db, table, columns):
    """Its rows as INSERTs, in the order of their keys."""
    quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    names = ", ".join(columns)
    for (values,) in db.execute(f'SELECT {quoted} FROM "{table}"'):
        yield f"INSERT INTO {table} ({names}) VALUES ({values});"


def dump(book, schema):
    empty = sqlite3.connect(":memory:", isolation_level=None)
    sql = "".join(kept_books.migrations()[:schema])
    empty.executescript(sql)
    db = sqlite3.connect(f"file:{book}?mode=ro", uri=True)
    lines = [f"-- A case book of schema {schema}, as make_book.py made it; people and letters are invented.", "PRAGMA foreign_keys = OFF;",
             sql.strip()]
    tables = [row[0] for row in empty.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")]
    for table in tables:
        if table.startswith("sqlite_") or (table.startswith("search") and table != "search_text"):
            continue  # SQLite and the search index fill their own
        there = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        lines += statements(db, table, [row[1] for row in empty.execute(f"PRAGMA table_info({table})") if row[1] in there])
    if schema >= 8:  # until then a trigger filled it
        lines.append("INSERT INTO search (search) VALUES ('rebuild');")
    if schema < len(kept_books.migrations()):
        lines.append("DELETE FROM meta WHERE name = 'schema_by';")  # of the docket that wrote the rows
    db.close()
    return "\n".join([*lines, f"PRAGMA user_version = {schema};", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    today = len(kept_books.migrations())
    if not options.all and today in kept_books.kept():
        sys.exit(f"{kept_books.kept()[today]} is there already, and is never changed")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-book-"))
    town = SmallTown(folder)
    try:
        town.live()
        data = town.docket.folder / "data"
        for schema in range(1, today + 1) if options.all else [today]:
            file = kept_books.HERE / f"schema-{schema}.sql"
            file.write_text(dump(data / "docket.db", schema), encoding="utf-8")
            shutil.copyfile(data / "keys", file.with_suffix(".keys"))
            print(f"{file}: {file.stat().st_size} octets")
    finally:
        town.end()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
