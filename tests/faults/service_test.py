#!/usr/bin/env python3
"""I1 and I2 of the catalogue: the service comes back after crashes, and ends within its time in the middle of anything.

    DOCKET_BINARY=build/release/docket python3 tests/faults/service_test.py [-v] [Test.name]
"""

import configparser
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from fake_imap import FakeImap, Reply  # noqa: E402
from mail_desk import Desk  # noqa: E402
from oracles import check  # noqa: E402
from running import BINARY, ROOT, Docket, imap_source, letter  # noqa: E402

UNIT = ROOT / "systemd/docket.service"


class Service(unittest.TestCase):
    def test_I1_the_unit_starts_it_again_however_often_it_fails(self):
        unit = configparser.ConfigParser(strict=False, interpolation=None)
        unit.optionxform = str
        unit.read(UNIT)
        self.assertEqual(unit["Unit"]["StartLimitIntervalSec"], "0", "twenty crashes in ten seconds would stop it for good")
        self.assertEqual(unit["Service"]["Restart"], "on-failure")
        self.assertLessEqual(1, int(unit["Service"]["RestartSec"]))
        self.assertEqual(unit["Service"]["LimitCORE"], "0")
        self.assertLessEqual(int(unit["Service"]["TimeoutStopSec"]), 30)
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "docket.service"
            copy.write_text(UNIT.read_text().replace("ExecStart=/usr/bin/docket", f"ExecStart={BINARY}"))
            done = subprocess.run(["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", copy], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_I1_twenty_crashes_in_a_row_lose_nothing(self):
        with Desk(speed=0) as desk:
            for _ in range(20):
                desk.inject(forward_only=True)
                desk.docket.kill()
                desk.docket.start()
            self.assertEqual(len(desk.docket.ask("case", "list")), 20)
            desk.wait(lambda: not any(row["state"] in ("queued", "sending") for row in desk.rows()), "the letters to be tried")
            check(desk.docket, receiver=desk.server)

    def test_I2_ends_within_thirty_seconds_in_the_middle_of_a_letter_out(self):
        for step in ("CONNECT", "EHLO", "MAIL", "DATA", "DOT"):
            with self.subTest(step), Desk(speed=0) as desk:
                desk.server.plan((step, "stall"))
                desk.inject(forward_only=True)
                desk.wait(lambda: desk.server.fired, f"{step} to be reached")
                code, seconds = desk.docket.stop()
                self.assertEqual(code, 0)
                self.assertLess(seconds, 30)
                row, = desk.rows()
                self.assertEqual(row["state"], "uncertain" if step == "DOT" else "deferred" if row["deferrals"] else "queued")
                desk.docket.start()
                check(desk.docket, receiver=desk.server, drain=0)

    def test_I2_ends_within_thirty_seconds_in_the_middle_of_a_fetch(self):
        reached = []

        def half(command, _imap):
            if not command.startswith("UID FETCH") or "BODY.PEEK[]" not in command:
                return None
            reached.append(command)
            return Reply(b"* 1 FETCH (UID 1 BODY[] {100000}\r\n" + letter())

        with FakeImap("council", rule=half) as imap:
            imap.deliver(letter())
            docket = Docket(imap_source("council", imap, "council"))
            with docket:
                imap.book = docket.folder / "data/docket.db"
                docket.start()
                docket.wait_for(lambda: reached, 30, "the fetch")
                code, seconds = docket.stop()
                self.assertEqual(code, 0)
                self.assertLess(seconds, 30)
                imap.rule = None
                docket.start()
                docket.wait_until_taken({"council": 1})
                check(docket, imap)


if __name__ == "__main__":
    unittest.main()
