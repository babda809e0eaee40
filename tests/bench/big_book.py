"""A town's book of many cases, made from a real one in minutes: a docket takes some letters, then SQL copies all it wrote.

    python3 tests/bench/big_book.py FOLDER [--cases 1000000] [--open 0.5]

FOLDER becomes a configuration folder with its book. Everything a letter leaves behind is copied (octets, texts with their
full-text index, trace, timeline, letters out), with numbers and ids of its own and moments spread over five years. What
is not true of it: the hash chain (`docket audit verify` breaks), and that no two residents write the same words.
"""

import argparse
import pathlib
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

from running import Docket, letter  # noqa: E402

SOURCES = "\n  - name: pipe\n    pipe: {}"
ADDRESSES = ("ward1", "ward2", "mayor", "roads", "waste")
BASE = 20
FIVE_YEARS = 5 * 365 * 86400 * 1000000

DAMM = [[int(digit) for digit in row] for row in (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790")]

# Which row of which table a column counts in.
ROWS = {"case_id": "cases", "other": "cases", "merged_into": "cases", "inbound_id": "inbounds", "same_as": "inbounds",
        "outbox_id": "outbox", "seq": "events"}
TIMES = {"opened", "updated", "due", "resolve_due", "closed", "first_response", "clock_from", "received", "recorded", "sent", "at",
         "created", "changed", "short_acknowledged"}
RANDOM = {"public": "'x-' || hex(randomblob(10))", "message_id": "'<' || hex(randomblob(12)) || '@town.example>'",
          "delivery_key": "hex(randomblob(32))", "letter_key": "randomblob(32)", "message": "randomblob(32)", "person": "randomblob(32)"}
# In the order of their references. `search` is filled from search_text at the end.
TABLES = ("cases", "case_copies", "case_labels", "participants", "parties", "thread_ids", "inbounds", "octets", "letters", "traces",
          "search_text", "mentions", "events", "event_parts", "outbox", "outbox_texts", "seen")
BY_ID = {"cases": "id", "inbounds": "id", "events": "seq", "outbox": "id"}


def number_of(case):
    digits, check = f"2026{case:06}", 0
    for digit in digits:
        check = DAMM[check][int(digit)]
    return f"2026-{case:06}-{check}"


def column(table, name, strides):
    if name == "id" or name in ROWS:
        return f"b.{name} + k.value * {strides[ROWS.get(name, table)]}"
    if table == "cases" and name in ("number", "short"):
        return ("'TT-' || " if name == "number" else "") + f"number_of(b.id + k.value * {strides['cases']})"
    if name in TIMES:
        return f"b.{name} - (:copies - k.value) * :step"
    if table == "cases" and name == "status":
        return "CASE WHEN (k.value * 37) % 100 >= :open THEN 'closed' ELSE b.status END"
    return RANDOM.get(name, f"b.{name}")


def grow(file, cases, share):
    book = sqlite3.connect(file, isolation_level=None)
    book.create_function("number_of", 1, number_of, deterministic=True)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY", "foreign_keys = OFF"):
        book.execute("PRAGMA " + pragma).fetchall()
    strides = {table: book.execute(f"SELECT max({by}) FROM {table}").fetchone()[0] for table, by in BY_ID.items()}
    copies = cases // strides["cases"] - 1
    values = {"copies": copies, "step": FIVE_YEARS // copies, "open": round(100 * share)}
    book.execute("CREATE TEMP TABLE k (value INTEGER PRIMARY KEY)")
    book.executemany("INSERT INTO k VALUES (?)", ((value,) for value in range(1, copies + 1)))
    for table in TABLES:
        begun = time.monotonic()
        names = [row[1] for row in book.execute(f"PRAGMA table_info({table})")]
        chosen = ", ".join(column(table, name, strides) for name in names)
        # What was there at the beginning only: the copies go into the same table.
        book.execute(f"CREATE TEMP TABLE base AS SELECT * FROM {table}")
        book.execute(f"INSERT INTO {table} ({', '.join(names)}) SELECT {chosen} FROM k CROSS JOIN base b ORDER BY k.value", values)
        book.execute("DROP TABLE base")
        print(f"{table}: {time.monotonic() - begun:.0f} s", flush=True)
    book.execute("INSERT INTO search (search) VALUES ('rebuild')")
    book.execute("UPDATE counters SET last = (SELECT max(id) FROM cases)")
    # Letters of the past have been compared, and their sketches were forgotten after 14 days.
    book.execute("INSERT OR REPLACE INTO meta (name, value) SELECT 'grouped', max(id) FROM cases")
    book.execute("INSERT OR REPLACE INTO meta (name, value) SELECT 'sketches_forgotten', max(id) FROM cases WHERE opened < ?",
                 (int((time.time() - 14 * 86400) * 1000000),))
    book.close()


def make(folder, cases, share):
    docket = Docket(SOURCES, folder=folder)
    docket.start()
    for number in range(BASE):
        octets = letter(sender=f"p{number}@people.example.org", to=f"{ADDRESSES[number % 5]}@town.example", number=number)
        if docket.command("inject", "-", "--source", "pipe", octets=octets).returncode != 0:
            raise RuntimeError("inject failed")
    docket.wait_until_sent()
    docket.stop()
    grow(docket.folder / "data/docket.db", cases, share)


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("folder")
    words.add_argument("--cases", type=int, default=1000000)
    words.add_argument("--open", type=float, default=0.5)
    given = words.parse_args()
    make(given.folder, given.cases, given.open)
    return 0


if __name__ == "__main__":
    sys.exit(main())
