#!/usr/bin/env python3
"""D6: every command that reads, a foreign backup and letters at the same time; only the daemon ever writes the book.

    DOCKET_SECONDS=3600 hammer_test.py     # 15 seconds by itself
"""

import os
import sqlite3
import subprocess
import sys
import threading
import time
import unittest

from shaken import SHIM, BINARY, Shaken

SECONDS = float(os.environ.get("DOCKET_SECONDS", 15))
READS = (("case", "list", "--json"), ("case", "search", "lamp"), ("ledger",), ("audit", "verify"), ("outbox", "list"),
         ("quarantine", "list"), ("status",), ("rules", "hits"))


class Hammer(unittest.TestCase):
    def test_d6_readers_and_backups_beside_the_daemon(self):
        with Shaken() as town:
            town.start()
            town.inject(1)
            self.end, self.wrong, self.rounds = time.monotonic() + SECONDS, [], 0
            journals = [town.folder / f"journal{number}" for number in range(2)]
            threads = [threading.Thread(target=self.read, args=(town, journal)) for journal in journals]
            threads.append(threading.Thread(target=self.back_up, args=(town,)))
            for thread in threads:
                thread.start()
            number = 1
            while time.monotonic() < self.end:
                number += 1
                self.assertTrue(town.inject(number, 20_000))
                town.mail(100_000 + number)
            for thread in threads:
                thread.join()
            self.assertEqual(self.wrong, [])
            for journal in journals:  # the shim wrote down every change of a file in the data folder by a command
                self.assertEqual(journal.read_bytes() if journal.exists() else b"", b"", "a command changed the data folder")
            town.whole()
            print(f"\nD6: {number} letters injected and as many by Maildir, {self.rounds} readings and backups beside them, "
                  f"{SECONDS:.0f} s, every one sound", file=sys.stderr)

    def read(self, town, journal):
        environment = {**os.environ, "LD_PRELOAD": str(SHIM), "DOCKET_SHIM_JOURNAL": str(journal), "DOCKET_SHIM_FOLDER": str(town.data)}
        while time.monotonic() < self.end:
            for words in READS:
                done = subprocess.run([BINARY, "-c", town.folder, *words], capture_output=True, check=False, timeout=60, env=environment)
                self.rounds += 1
                if done.returncode != 0 and words != ("status",):
                    self.wrong.append(f"{' '.join(words)}: exit {done.returncode}: {(done.stdout + done.stderr).decode()[-300:]}")

    def back_up(self, town):
        while time.monotonic() < self.end:
            source = sqlite3.connect(f"file:{town.book}?mode=ro", uri=True, timeout=30)
            copy = sqlite3.connect(":memory:")
            source.backup(copy, pages=500)
            found = copy.execute("PRAGMA integrity_check").fetchone()[0]
            if found != "ok":
                self.wrong.append(f"a backup: {found}")
            copy.close()
            source.close()
            self.rounds += 1


if __name__ == "__main__":
    unittest.main(verbosity=2)
