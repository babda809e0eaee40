#!/usr/bin/env python3
"""A20: a server that is away for a day.

    DOCKET_BINARY=build/release/docket python3 tests/faults/away_test.py
"""

import subprocess
import time
import unittest

import oracles
from ingestion import CANARY, Ingestion
from misbehaviours import plain

from running import imap_source


class Away(Ingestion):
    SPEED, BACKLOG = 2000, 10_000

    def test_A20_a_server_that_is_away_for_a_day_and_comes_back_with_ten_thousand_letters(self):
        """The day takes 43 seconds; then time runs as ever. Waits of a condition variable stay as long as they are, the
        sources wait otherwise."""
        imap = self.imap(letters=[plain(0)])
        docket = self.docket(imap_source("council", imap, "u", imported="closed"), imaps=[imap])
        rate = docket.folder / "rate"
        rate.write_text("+0 x1\n")
        library = subprocess.run(["faketime", "-m", "-f", "+0", "printenv", "LD_PRELOAD"], capture_output=True, text=True, check=True)
        docket.environment |= {"LD_PRELOAD": library.stdout.strip(), "FAKETIME_TIMESTAMP_FILE": str(rate), "FAKETIME_NO_CACHE": "1"}
        docket.start().wait_until_taken({"council": 1})
        imap.go_away()
        rate.write_text(f"+0 x{self.SPEED}\n")
        began, before = time.monotonic(), len(imap.tried)
        for number in range(1, self.BACKLOG + 1):
            imap.deliver(plain(number), date="01-Jan-2026 10:00:00 +0000")  # kept closed: ten thousand answers are another test
        docket.wait_for(lambda: (time.monotonic() - began) * self.SPEED > 86400, 60, "the day to pass")
        tries = len(imap.tried) - before
        rate.write_text(f"+{int((time.monotonic() - began) * self.SPEED)}\n")
        # Every five minutes at the longest and two and a half at the shortest; each try costs real time too.
        self.assertLess(tries, 86400 / 150 + 20, "docket hammers at a server that is away")
        self.assertGreater(tries, 60, "docket has nearly given the server up")
        self.assertTrue(self.trouble(docket, "council"))
        imap.down = False
        docket.wait_until_taken({"council": self.BACKLOG + 1}, 120)
        docket.wait_for(lambda: not self.trouble(docket, "council"), 30, "all to be well again")
        oracles.check(docket, imap, self.receiver, (CANARY,))
        print(f"A20: {tries} tries in a day, {self.BACKLOG} letters {time.monotonic() - began:.0f} s after it began")


if __name__ == "__main__":
    unittest.main(verbosity=2)
