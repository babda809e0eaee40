#!/usr/bin/env python3
"""Group D, the database: full disks, refused writes, foreign locks, damaged and vanished files.

    database_test.py [-v] [TEST]           # DOCKET_LONG=1: every N of D4 and D14
Power loss (D5) is power_test.py, migrations (D10) migration_test.py, other programs beside docket (D6) hammer_test.py. Cases with a
small disk need root; without it they are skipped and say so.
"""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import threading
import unittest

import own_mounts
from shaken import LONG, SEED, Shaken

FULL_WORDS = ("full", "No space", "disk")


def some(numbers):
    """All of them in the long size, else a few."""
    return numbers if LONG else sorted(random.Random(SEED).sample(list(numbers), 3))


class Database(unittest.TestCase):
    def town(self, **more):
        town = Shaken(**more)
        self.addCleanup(town.__exit__)
        return town

    def small_disk(self, town, size):
        if not own_mounts.has_own_mounts():
            self.skipTest("a small disk needs root and unshare(1)")
        town.data.mkdir(mode=0o700)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k,mode=700", "none", town.data], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", town.data], check=False)

    def fill(self, town):
        """Until two letters in a row are refused."""
        for number in range(1, 400):
            if not town.inject(number, 60_000) and not town.inject(1000 + number, 60_000):
                return
        self.fail("the disk never got full")

    # --- D1 to D3: no room -----------------------------------------------------------------------------------------

    def test_d1_a_full_disk_takes_nothing_and_recovers_unaided(self):
        town = self.town()
        self.small_disk(town, 3000)
        town.start()
        self.fill(town)
        for number in range(3):
            town.mail(2000 + number, 60_000)
        town.sees("disk")
        self.assertEqual(len(list((town.folder / "post/new").iterdir())), 3, "a letter left new/ while nothing could be kept")
        subprocess.run(["mount", "-o", "remount,size=200m", town.data], check=True)
        town.whole()

    def test_d2_a_disk_full_at_the_start_and_no_ballast(self):
        town = self.town()
        self.small_disk(town, 2000)
        town.start()
        town.inject(1)
        town.stop()
        (town.data / "ballast").unlink()  # with it docket would start: room_test.py
        with contextlib.suppress(OSError), open(town.data / "others", "wb") as others:
            while True:
                others.write(bytes(4096))
                others.flush()
        code, words = town.refusal()
        self.assertEqual(code, 75, f"systemd would not try again: {words}")
        self.assertTrue(any(word in words for word in FULL_WORDS), words)
        (town.data / "others").unlink()
        town.start().whole()

    def test_d3_a_file_size_limit_is_a_full_disk(self):
        town = self.town()
        town.before = ["prlimit", "--fsize=1500000:unlimited"]
        town.start()
        self.fill(town)
        self.assertIsNone(town.process.poll(), "SIGXFSZ ended docket")
        subprocess.run(["prlimit", f"--pid={town.process.pid}", "--fsize=unlimited"], check=True)
        town.whole()

    # --- D4: a sync or a write that is refused once ------------------------------------------------------------------

    def refused_once(self, fault, letters, size):
        town = self.town().shake(fault).start()
        town.armed.touch()
        for number in range(letters):
            town.inject(number, size)
        town.calm().whole()
        town.stop()

    def test_d4_each_sync_of_the_log_fails_once(self):
        for n in some(range(1, 51)):
            with self.subTest(sync=n):
                self.refused_once(f"sync:-wal:eio:{n}", 3 + n // 3, 3000)

    def test_d4_each_write_of_the_log_fails_once(self):
        for n in some(range(1, 51)):
            with self.subTest(write=n):
                self.refused_once(f"write:-wal:{('eio', 'enospc')[n % 2]}:{n}", 4, 3000)

    def test_d4_each_sync_of_the_book_fails_once(self):
        """Only checkpoints sync it: one every thousand pages."""
        for n in (1, 2) if LONG else (1,):
            with self.subTest(sync=n):
                self.refused_once(f"sync:.db:eio:{n}", 40 * n, 100_000)

    def test_d4_every_sync_fails_from_then_on(self):
        town = self.town().start()
        town.inject(1)
        town.kill()
        town.shake("sync:*:eio:1+").start()
        town.armed.touch()
        self.assertFalse(town.inject(2), "taken, though nothing can be made durable")
        town.mail(3)
        town.sees("I/O")
        self.assertTrue((town.folder / "post/new/1700000000.M3.host").exists())
        town.armed.unlink()
        town.whole()

    # --- D7: another program holds the book --------------------------------------------------------------------------

    def test_d7_a_foreign_write_lock_pauses_and_loses_nothing(self):
        town = self.town().start()
        other = sqlite3.connect(town.book, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        town.mail(1)
        self.assertFalse(town.inject(2), "taken, though the book is locked")
        town.sees("locked", 30)
        self.assertTrue((town.folder / "post/new/1700000000.M1.host").exists())
        other.execute("ROLLBACK")
        other.close()
        town.whole()

    # --- D8: what lies there is not what was left ----------------------------------------------------------------------

    def test_d8_a_book_that_is_not_whole_is_refused(self):
        def flip(path):
            with open(path, "r+b") as file:
                for page in range(2, 40):
                    file.seek(4096 * page)
                    file.write(bytes([255] * 64))

        def gone(path):
            path.unlink()

        log = "docket.db-wal"
        for name, file, harm, ended in (
                ("missing", "docket.db", gone, "stop"), ("empty", "docket.db", lambda path: os.truncate(path, 0), "stop"),
                ("cut in half", "docket.db", lambda path: os.truncate(path, path.stat().st_size // 2 // 4096 * 4096), "kill"),
                ("pages flipped", "docket.db", flip, "kill"), ("its head flipped", "docket.db", lambda path: path.write_bytes(b"x" * 8192), "stop"),
                ("the log removed", log, gone, "kill"), ("the log removed, with later checkpoints", log, gone, "checkpoint")):
            with self.subTest(name):
                town = self.town().start()
                for number in range(60 if ended == "checkpoint" else 5):
                    town.inject(number, 100_000 if ended == "checkpoint" else 3000)
                town.stop() if ended == "stop" else town.kill()
                kept = {path.name: path.read_bytes() for path in town.data.glob("docket.db*") if not path.name.endswith("-shm")}
                (town.data / "docket.db-shm").unlink(missing_ok=True)
                harm(town.data / file)
                for _ in range(2):  # a refusal must not make the next start succeed
                    code, words = town.refusal()
                    self.assertEqual(code, 2, f"{name}: docket did not refuse to start: {words}")
                    self.assertIn("docket.db", words)
                for path, octets in kept.items():
                    (town.data / path).write_bytes(octets)
                town.start().whole()
                town.stop()

    def test_d8_the_way_out_of_a_missing_log(self):
        """What the refusal says works: a book merged by another program, or put back from a backup, starts."""
        town = self.town().start()
        town.inject(1)
        town.kill()
        with sqlite3.connect(town.book) as other:
            other.execute("SELECT count(*) FROM cases").fetchall()
        other.close()  # the last to close it copies the log into the book and removes it
        self.assertFalse((town.data / "docket.db-wal").exists())
        code, words = town.refusal()
        self.assertEqual(code, 2, words)
        self.assertIn(f"touch {town.book}-wal", words)
        (town.data / "docket.db-wal").touch()
        town.start().whole()

    # --- D9: a reader that never ends -------------------------------------------------------------------------------

    def test_d9_a_reader_that_never_ends_stops_nothing(self):
        town = self.town().start()
        town.inject(1)
        reader = sqlite3.connect(f"file:{town.book}?mode=ro", uri=True, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM cases").fetchall()
        for number in range(2, 60):
            self.assertTrue(town.inject(number, 100_000))
        pinned = (town.data / "docket.db-wal").stat().st_size
        reader.close()
        self.assertGreater(pinned, 4 << 20)
        town.whole()
        town.stop()
        self.assertEqual((town.data / "docket.db-wal").stat().st_size, 0, "a clean stop leaves the log empty")

    # --- D12: the book is taken away while docket runs ------------------------------------------------------------------

    def test_d12_a_book_taken_away_is_noticed(self):
        for name, take, put_back in (
                ("moved", lambda d: shutil.move(d / "docket.db", d / "away"), lambda d: shutil.move(d / "away", d / "docket.db")),
                ("folder moved", lambda d: d.rename(d.with_name("away")), lambda d: d.with_name("away").rename(d)),
                ("log moved", lambda d: shutil.move(d / "docket.db-wal", d / "away"), lambda d: shutil.move(d / "away", d / "docket.db-wal"))):
            with self.subTest(name):
                town = self.town().start()
                town.inject(1)
                take(town.data)
                town.mail(2)
                self.assertFalse(town.inject(3), f"{name}: taken into a book that nobody will find again")
                town.sees("moved", 10)
                self.assertTrue((town.folder / "post/new/1700000000.M2.host").exists())
                put_back(town.data)
                town.calm().whole()
                town.stop()

    def test_d12_an_idle_docket_notices_a_removed_book(self):
        town = self.town().start()
        town.inject(1)
        town.book.unlink()
        town.sees("moved", 15)
        town.kill()
        self.assertEqual(town.refusal()[0], 2)

    def test_d12_a_disk_gone_read_only(self):
        town = self.town().shake("write:*:erofs:1+").start()
        town.inject(1)
        town.armed.touch()
        self.assertFalse(town.inject(2), "taken on a read-only disk")
        town.mail(3)
        town.sees("disk", 10)
        town.armed.unlink()
        town.whole()

    # --- D13, D14: no resources; killed in a checkpoint -----------------------------------------------------------------

    def test_d13_too_few_descriptors_or_too_little_memory_loses_nothing(self):
        for limit in ("--nofile=40", "--nofile=48", "--as=700000000"):
            with self.subTest(limit):
                town = self.town().start()
                subprocess.run(["prlimit", f"--pid={town.process.pid}", limit], check=True)
                threads = [threading.Thread(target=town.inject, args=(number, 200_000)) for number in range(20)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                town.mail(100)
                town.calm().whole()
                town.stop()

    def test_d13_each_allocation_fails_once(self):
        """Docket may refuse or end (then it is started again), but loses nothing it said it had."""
        for n in random.Random(SEED).sample(range(1, 30_000), 300 if LONG else 3):
            with self.subTest(allocation=n, seed=SEED):
                town = self.town().shake(f"alloc:*:enomem:{n}").start()
                town.armed.touch()
                for number in range(5):
                    if town.process.poll() is None:
                        with contextlib.suppress(AssertionError):
                            town.inject(number)
                town.log_path.write_text("")  # it may end for want of memory; O8 is about what comes after
                town.calm().whole()
                town.stop()

    def test_d14_killed_inside_a_checkpoint(self):
        for n in some(range(1, 200)):
            with self.subTest(write=n):
                town = self.town().shake(f"write:.db:{('kill', 'torn')[n % 2]}:{n}").start()
                town.armed.touch()
                for number in range(60):
                    if town.process.poll() is None:
                        town.inject(number, 100_000)
                self.assertEqual(town.process.wait(5), -signal.SIGKILL, "no checkpoint came")
                town.calm().whole()
                town.stop()


if __name__ == "__main__":
    own_mounts.enter()
    unittest.main(verbosity=2)
