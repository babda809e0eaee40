#!/usr/bin/env python3
"""The log under systemd: fields of the journal's own, received by a stand-in for journald (root and unshare(1); else skipped)."""

import contextlib
import pathlib
import socket
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import own_mounts  # noqa: E402
from shaken import Shaken  # noqa: E402

PLACE = pathlib.Path("/run/systemd/journal")


def entry(datagram):
    """FIELD=value lines (systemd.io/JOURNAL_NATIVE_PROTOCOL); docket's values have no line ends."""
    return dict(line.split("=", 1) for line in datagram.decode().splitlines() if "=" in line)


@unittest.skipUnless(own_mounts.has_own_mounts(), "a stand-in for journald needs root and unshare(1)")
class Journal(unittest.TestCase):
    def setUp(self):
        PLACE.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "none", PLACE], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", PLACE], check=False)
        self.journal = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(self.journal.close)
        self.journal.bind(str(PLACE / "socket"))
        self.journal.setblocking(False)
        self.entries = []

    def listen(self):
        with contextlib.suppress(BlockingIOError):
            while True:
                self.entries.append(entry(self.journal.recv(1 << 16)))
        return self.entries

    def test_an_admin_can_filter_by_source_case_and_message_id(self):
        with Shaken() as town:
            town.log_path.touch()
            info = town.log_path.stat()
            town.environment["JOURNAL_STREAM"] = f"{info.st_dev}:{info.st_ino}"
            town.start()
            self.assertTrue(town.inject(1))
            town.wait_for(lambda: any(one.get("DOCKET_OUTCOME") == "case" for one in self.listen()), 20, "the letter's entry")
            self.assertEqual(town.log(), "", "a line went to standard error as well")
            case = next(one for one in self.entries if one.get("DOCKET_OUTCOME") == "case")
            number = town.ask("case", "list")[0]["number"]
            self.assertEqual((case["DOCKET_SOURCE"], case["DOCKET_CASE"], case["PRIORITY"], case["SYSLOG_IDENTIFIER"]),
                             ("pipe", number, "5", "docket"))
            self.assertTrue(case["MESSAGE"].startswith(f"case {number} from pipe/"), case["MESSAGE"])
            started = next(one for one in self.entries if one.get("DOCKET_EVENT") == "started")
            self.assertRegex(started["MESSAGE_ID"], "^[0-9a-f]{32}$")
            self.assertFalse(any("people.example.org" in str(one) for one in self.entries), "a resident's address is in the journal")

    def test_elsewhere_standard_error_has_it(self):
        with Shaken() as town:
            town.environment["JOURNAL_STREAM"] = "1:2"  # inherited; our standard error is another
            town.start()
            self.assertTrue(town.inject(1))
            town.wait_for(lambda: "outcome=case" in town.log(), 20, "the letter's line")
            self.assertEqual(self.listen(), [])

    def test_a_level_is_a_level(self):
        with Shaken() as town:
            with open(town.log_path, "ab") as log:
                town.process = subprocess.Popen([town.binary, "-c", town.folder, "serve", "--log-level", "error"], stdout=log, stderr=log)
            town.wait_for(lambda: town.status()["running"], 30, "docket to answer")
            self.assertTrue(town.inject(1))
            self.assertEqual(town.stop()[0], 0)
            self.assertEqual(town.log(), "")


if __name__ == "__main__":
    own_mounts.enter()
    unittest.main()
