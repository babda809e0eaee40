#!/usr/bin/env python3
"""What the service manager hears: a thread that hangs is not hidden, a disk that stalls is no reason to be ended.

    DOCKET_BINARY=… DOCKET_FAILPOINT_BINARY=… DOCKET_SHIM=… python3 tests/faults/watchdog_test.py [-v]
"""

import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from shaken import Shaken, letter  # noqa: E402

FAILPOINTS = os.environ.get("DOCKET_FAILPOINT_BINARY", "build/dev/docket_failpoints")
INTERVAL = 2.0   # WATCHDOG_USEC
LONGEST_TURN = 30  # of the threads that are tried here (letter_intake.cc)


class Watched(Shaken):
    """A docket with a service manager that notes when it was pinged."""

    def __init__(self, **more):
        super().__init__(**more)
        self.manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.manager.bind(str(self.folder / "notify"))
        self.manager.setblocking(False)
        self.pinged = 0.0

    def __exit__(self, *words):
        self.armed.unlink(missing_ok=True)  # what stalls goes on
        super().__exit__(*words)
        self.manager.close()

    def watch(self, environment):
        self.environment = {**environment, "NOTIFY_SOCKET": str(self.folder / "notify"), "WATCHDOG_USEC": str(int(INTERVAL * 1e6))}
        self.spawn()
        self.wait_for(lambda: self.status()["running"] and self.listen(), 30, "docket to answer and to ping")
        return self

    def listen(self):
        """Takes in what was said; answers when docket last pinged."""
        try:
            while words := self.manager.recv(4096):
                if b"WATCHDOG=1" in words:
                    self.pinged = time.monotonic()
        except BlockingIOError:
            pass
        return self.pinged

    def silent_for(self, seconds):
        return time.monotonic() - self.listen() > seconds

    def inject_soon(self):
        """Begins, and waits for no answer."""
        process = subprocess.Popen([self.binary, "-c", self.folder, "inject", "-", "--source", "pipe"], stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process.stdin.write(letter(number=77))
        process.stdin.close()
        return process


class Watchdog(unittest.TestCase):
    def town(self):
        town = Watched()
        self.addCleanup(town.__exit__)
        return town

    def hangs(self, thread):
        town = self.town()
        town.binary = FAILPOINTS
        town.watch({"DOCKET_FAILPOINT": f"turn-{thread}:hang", "DOCKET_FAILPOINT_ARMED": str(town.armed)})
        town.armed.touch()
        injecting = town.inject_soon()
        self.addCleanup(injecting.wait)
        self.addCleanup(town.kill)
        town.wait_for(lambda: town.silent_for(3 * INTERVAL), LONGEST_TURN + 60, f"the pings to stop while {thread} hangs")
        self.assertIn(f"thread {thread} has not turned", town.log())

    def test_a_hanging_intake_stops_the_pings(self):
        self.hangs("intake")

    def test_a_listener_that_hangs_stops_the_pings(self):
        self.hangs("listener control.sock")

    def test_a_disk_that_stalls_does_not(self):
        town = self.town()
        town.shake("sync:docket.db-wal:stall:1+")
        town.watch(town.environment)
        town.armed.touch()
        injecting = town.inject_soon()
        stalled = time.monotonic()
        longest = 0.0

        def long_enough():
            nonlocal longest
            longest = max(longest, time.monotonic() - town.listen())
            return time.monotonic() - stalled > LONGEST_TURN + 5 * INTERVAL

        town.wait_for(long_enough, LONGEST_TURN + 60, "the disk to have stalled for long")
        self.assertIsNone(injecting.poll(), "the letter was taken: the disk did not stall")
        self.assertLess(longest, INTERVAL, "a ping came too late, docket would have been ended")
        self.state_is_told(town)
        town.armed.unlink()
        self.assertEqual(injecting.wait(60), 0)
        town.wait_for(lambda: len(town.ask("case", "list")) == 1, 30, "the letter to be a case")
        self.assertEqual(town.stop()[0], 0)

    def state_is_told(self, town):
        """SIGUSR1 while nothing is written: it waits for no disk either."""
        town.process.send_signal(signal.SIGUSR1)
        town.wait_for(lambda: "state: thread intake" in town.log(), 10, "the state in the log")
        threads = [line for line in town.log().splitlines() if "state: thread" in line]
        self.assertTrue(any("waits for disk" in line for line in threads), threads)
        self.assertFalse(any("OVERDUE" in line for line in threads), threads)
        for words in ("state: memory:", "state: source post:", "state: mail out:", "state: thread outbox 0"):
            self.assertIn(words, town.log())
        self.assertNotIn("people.example.org", town.log(), "a resident's address is in the log")

    def test_usr1_disturbs_nothing(self):
        town = self.town()
        town.watch({})
        for number in range(5):
            town.process.send_signal(signal.SIGUSR1)
            self.assertTrue(town.inject(number))
        town.wait_for(lambda: "state: docket" in town.log(), 10, "the state in the log")
        town.whole()


if __name__ == "__main__":
    unittest.main()
