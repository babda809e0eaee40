#!/usr/bin/env python3
"""D10: a book of any schema that was ever released becomes today's, wherever docket is killed on the way; a copy of it as
it was stands beside it; a newer one is left alone, and the older docket can go back.

    DOCKET_LONG=1 migration_test.py        # killed at every write, not at a few
"""

import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "daemon/casebook/books"))

import kept_books  # noqa: E402
import own_mounts  # noqa: E402
from shaken import BINARY, LONG, SEED, Shaken  # noqa: E402

TODAY = len(kept_books.migrations())
COPY = f"before-schema-{TODAY}.backup"


def look(file, words):
    db = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        return db.execute(words).fetchall()
    finally:
        db.close()


class Migration(unittest.TestCase):
    def setUp(self):
        self.town = Shaken()
        self.addCleanup(self.town.__exit__)
        self.copy = self.town.data / COPY
        self.letters = 0

    def lay(self, schema):
        """The data folder as a docket of that time left it; its letters were served, as far as the oracles care."""
        shutil.rmtree(self.town.data, ignore_errors=True)
        kept_books.lay(schema, self.town.data)
        self.town.pipe.letters = dict(look(self.town.book, "SELECT delivery_key, sha256 FROM inbounds"))
        self.town.offered.clear()
        self.town.log_path.write_text("")

    def lives(self):
        """All oracles hold, what was in it is found, and a letter of today is taken and answered."""
        town = self.town
        self.assertEqual(look(town.book, "PRAGMA user_version"), [(TODAY,)])
        self.assertEqual(len(town.ask("case", "search", "pothole")), 1)
        self.letters += 1
        self.assertTrue(town.inject(1000 + self.letters))
        town.wait_until_sent()
        town.whole()
        sent = look(town.book, "SELECT count(*) FROM events WHERE what = 'acknowledged'")
        self.assertGreater(sent[0][0], 0)
        self.assertEqual(look(town.book, "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')"), [(0,)])

    def copy_is_the_book_as_it_was(self, schema, head):
        self.assertEqual(look(self.copy, "PRAGMA user_version"), [(schema,)])
        self.assertEqual(look(self.copy, "PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(look(self.copy, "SELECT hash FROM events ORDER BY seq DESC LIMIT 1"), head)

    # --- whole ways ------------------------------------------------------------------------------------------------

    def test_d10_a_docket_of_today_runs_on_every_kept_book(self):
        for schema in kept_books.kept():
            with self.subTest(schema=schema):
                self.lay(schema)
                head = look(self.town.book, "SELECT hash FROM events ORDER BY seq DESC LIMIT 1")
                self.town.start()
                self.lives()
                self.town.stop()
                if schema == TODAY:
                    self.assertFalse(self.copy.exists())
                    continue
                self.copy_is_the_book_as_it_was(schema, head)
                self.assertIn(f"docket.db went from schema {schema} to {TODAY}", self.town.log())
                again = self.town.folder / f"again-{schema}"
                subprocess.run([BINARY, "restore", self.copy, again], check=True, capture_output=True)
                self.assertEqual(look(again / "docket.db", "SELECT count(*) FROM inbounds"), look(self.copy, "SELECT count(*) FROM inbounds"))

    # --- killed ----------------------------------------------------------------------------------------------------

    def start_killed_at(self, schema, fault):
        """Whether it was reached; afterwards docket runs, the way after a kill included."""
        self.lay(schema)
        head = look(self.town.book, "SELECT hash FROM events ORDER BY seq DESC LIMIT 1")
        self.town.shake(fault)
        self.town.armed.touch()
        self.town.launch()
        self.town.wait_for_end_or_answer()
        killed = self.town.process.poll() == -signal.SIGKILL
        self.town.calm()
        self.lives()
        self.town.stop()
        self.copy_is_the_book_as_it_was(schema, head)
        self.assertFalse(pathlib.Path(f"{self.copy}.part").exists())
        told = look(self.town.book, "SELECT detail FROM events WHERE what = 'migrated'")
        self.assertEqual(len(told), 1)
        self.assertTrue(told[0][0].startswith(f"schema {schema} to {TODAY} "), told)
        return killed

    def test_d10_killed_at_any_write_of_the_migrations_and_of_the_copy_before(self):
        choose = random.Random(SEED)
        for schema in kept_books.kept():
            if schema == TODAY:
                continue
            # The writes of one start, by trial: past the last one docket runs.
            log = range(1, 400) if LONG else [1, choose.randint(2, 9)]
            part = range(1, 400) if LONG else [choose.randint(1, 60)]
            places = {"write:docket.db-wal": log, "write:.backup.part": part, "sync:.backup.part": [1]}
            kills = 0
            for place, times in places.items():
                for n in times:
                    fault = f"{place}:{('kill', 'torn')[n % 2] if place[0] == 'w' else 'kill'}:{n}"
                    with self.subTest(schema=schema, fault=fault):
                        killed = self.start_killed_at(schema, fault)
                        kills += killed
                    if not killed:
                        break
            self.assertGreater(kills, 2, "hardly a write was reached")

    # --- no way ----------------------------------------------------------------------------------------------------

    def test_d10_without_room_for_the_copy_the_book_stays_as_it_is(self):
        if not own_mounts.has_own_mounts():
            self.skipTest("a small disk needs root and unshare(1)")
        self.town.data.mkdir(mode=0o700)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "none", self.town.data], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", self.town.data], check=False)
        kept_books.lay(1, self.town.data)
        code, words = self.town.refusal()
        self.assertEqual(code, 2, words)
        self.assertRegex(words, r"no room on the disk of .*from schema 1 to \d+: .* MiB are needed")
        self.assertEqual(look(self.town.book, "PRAGMA user_version"), [(1,)])
        self.assertFalse(self.copy.exists())
        subprocess.run(["mount", "-o", "remount,size=200m", self.town.data], check=True)
        self.town.start()
        self.assertTrue(self.copy.exists())

    def test_d10_a_newer_book_is_left_alone_and_the_older_docket_goes_back(self):
        self.lay(TODAY - 1)
        self.town.start()
        self.town.stop()
        db = sqlite3.connect(self.town.book)
        db.execute("PRAGMA user_version = 99")
        db.close()
        before = self.town.book.read_bytes()
        code, words = self.town.refusal()
        self.assertEqual(code, 2)
        self.assertIn("newer docket", words)
        self.assertEqual(self.town.book.read_bytes(), before)
        # As it says.
        away, copy = re.search(r"move (\S+) away, then docket restore AWAY/(\S+)", words).groups()
        shutil.move(away, self.town.folder / "away")
        subprocess.run([BINARY, "restore", self.town.folder / "away" / copy, away], check=True, capture_output=True)
        self.town.start()
        self.assertTrue(self.town.ask("audit", "verify")["ok"])


if __name__ == "__main__":
    own_mounts.enter()
    unittest.main(verbosity=2)
