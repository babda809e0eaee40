#!/usr/bin/env python3
"""D10: a book of the first schema becomes today's, wherever docket is killed on the way; a newer one is left alone.

    DOCKET_LONG=1 migration_test.py        # killed at every write, not at a few
"""

import random
import re
import shutil
import signal
import sqlite3
import unittest

from shaken import LONG, ROOT, SEED, Shaken

FIRST = re.search(r'kFirst = R"sql\((.*?)\)sql"', (ROOT / "daemon/casebook/schema.cc").read_text(encoding="utf-8"), re.S)[1]


def first_schema(book):
    """The same rows under the first schema."""
    now = book.with_name("now.db")
    shutil.move(book, now)
    db = sqlite3.connect(book, isolation_level=None)
    db.executescript("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; " + FIRST + "PRAGMA user_version = 1;")
    db.execute("ATTACH ? AS now", (str(now),))
    tables = [row[0] for row in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
                                           " AND name NOT LIKE 'sqlite%'")]
    for table in [*tables, "search_text"]:
        there = {row[1] for row in db.execute(f"PRAGMA now.table_info({table})")}
        columns = ", ".join(row[1] for row in db.execute(f"PRAGMA main.table_info({table})") if row[1] in there)
        db.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
    db.execute("DETACH now")
    db.close()
    now.unlink()


class Migration(unittest.TestCase):
    def setUp(self):
        self.town = Shaken()
        self.addCleanup(self.town.__exit__)
        self.town.start()
        for number in range(5):
            self.town.inject(number)
        self.town.wait_until_sent()
        self.town.stop()
        self.schema = self.look("PRAGMA user_version")[0][0]

    def look(self, words):
        db = sqlite3.connect(f"file:{self.town.book}?mode=ro", uri=True)
        try:
            return db.execute(words).fetchall()
        finally:
            db.close()

    def test_d10_killed_at_any_write_of_the_migrations(self):
        tables = set(self.look("SELECT type, name FROM sqlite_master"))
        first_schema(self.town.book)
        self.assertNotEqual(set(self.look("SELECT type, name FROM sqlite_master")), tables)
        kept = self.town.folder / "first"
        shutil.copytree(self.town.data, kept)
        kills = 0
        # The writes of one start, by trial: past the last one docket runs.
        writes = range(1, 200) if LONG else sorted(random.Random(SEED).sample(range(1, 12), 5)) + [1000]
        for n in writes:
            with self.subTest(write=n):
                shutil.rmtree(self.town.data)
                shutil.copytree(kept, self.town.data)
                self.town.shake(f"write:docket.db-wal:{('kill', 'torn')[n % 2]}:{n}")
                self.town.armed.touch()
                self.town.launch()
                self.town.wait_for_end_or_answer()
                killed = self.town.process.poll() == -signal.SIGKILL
                self.town.calm().whole()
                self.assertEqual(self.look("PRAGMA user_version")[0][0], self.schema)
                self.assertEqual(set(self.look("SELECT type, name FROM sqlite_master")), tables)
                self.assertEqual(len(self.town.ask("case", "list")), 5)
                self.town.stop()
                kills += killed
                if not killed:
                    break
        self.assertGreater(kills, 3, "hardly a write was reached")
        self.assertFalse(killed, "no start got through")

    def test_d10_a_newer_book_is_left_alone(self):
        db = sqlite3.connect(self.town.book)
        db.execute("PRAGMA user_version = 99")
        db.close()
        before = self.town.book.read_bytes()
        code, words = self.town.refusal()
        self.assertEqual(code, 2)
        self.assertIn("newer docket", words)
        self.assertEqual(self.town.book.read_bytes(), before)


if __name__ == "__main__":
    unittest.main(verbosity=2)
