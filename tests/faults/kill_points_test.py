#!/usr/bin/env python3
"""A2: killed at each named step of taking a letter. DOCKET_FAULTS_LONG=1: twenty times each.

    DOCKET_BINARY=… DOCKET_FAILPOINT_BINARY=… python3 tests/faults/kill_points_test.py
"""

import os
import pathlib
import time
import unittest

import oracles
from fake_imap import Folder
from ingestion import CANARY, LONG, Ingestion
from misbehaviours import plain

from running import BINARY, imap_source
from smtp_receiver import SmtpReceiver

FAILPOINTS = pathlib.Path(os.environ.get("DOCKET_FAILPOINT_BINARY", BINARY.parent / "docket_failpoints"))


class KillPoints(Ingestion):
    """A2: killed at each named point, again and again, more letters each time; then the released program."""

    def test_killed_at_every_step_of_taking_a_letter(self):
        if not FAILPOINTS.exists():
            self.skipTest(f"{FAILPOINTS} is not built: the kill points of A2 are not tested")
        for place, after in (("read-literal", "flag"), ("before-commit", "flag"), ("after-commit", "flag"),
                             ("after-store", "flag"), ("after-move", "{move: Done}")):
            with self.subTest(place):
                self.killed_at(place, after, rounds=20 if LONG else 5)

    def killed_at(self, place, after, rounds):
        self.receiver = SmtpReceiver(self.folder / place).start()
        self.addCleanup(self.receiver.stop)
        imap = self.imap(place)
        imap.folders["Done"] = Folder()
        docket = self.docket(imap_source(place, imap, "u", after=after), imaps=[imap]).start()
        killed = 0
        for turn in range(rounds):
            docket.stop()
            for number in range(4):
                imap.deliver(plain(turn * 10 + number))
            docket.binary = FAILPOINTS
            docket.environment["DOCKET_FAILPOINT"] = f"{place}:kill:{1 if 'after-' in place else 1 + turn % 5}"
            docket.spawn()
            imap.deliver(plain(turn * 10 + 9))
            killed += self.wait_for_the_end(docket)
            docket.binary = BINARY
            docket.start()
        docket.wait_until_taken({place: 5 * rounds})
        docket.wait_for(lambda: len(set(imap.settled)) == 5 * rounds, 30, "all to be settled")
        oracles.check(docket, imap, self.receiver, (CANARY,))
        self.assertEqual(self.outcomes(docket, place), {"case": 5 * rounds})
        self.assertGreater(killed, 0, f"{place} was never reached")
        print(f"A2 {place}: {killed} kills in {rounds} rounds")
        docket.stop()

    def wait_for_the_end(self, docket):
        """1 when the failpoint ended docket, 0 when it came to rest without reaching it so often."""
        end = time.monotonic() + 20
        while docket.process.poll() is None and time.monotonic() < end:
            status = docket.status()
            if status["running"] and status["sources"][0]["caught_up"] and not oracles.waiting(docket, 0):
                docket.kill()
                return 0
            time.sleep(0.05)
        self.assertIsNotNone(docket.process.poll(), "neither killed nor done")
        return 1


if __name__ == "__main__":
    unittest.main(verbosity=2)
