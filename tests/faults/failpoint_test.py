#!/usr/bin/env python3
"""The failpoints themselves: every place is reached, and what is released holds none of them."""

import os
import pathlib
import signal
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))

from dovecot import Dovecot  # noqa: E402
from running import BINARY, Docket, imap_source, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

FAILPOINTS = pathlib.Path(os.environ.get("DOCKET_FAILPOINT_BINARY", BINARY.parent / "docket_failpoints"))
PIPE = "\n  - name: pipe\n    pipe: {}"
LONG = letter(text="The hole grows and grows. " * 2000)
POISON = letter(more="X-Docket-Failpoint: yes\r\n")


class Failpoints(unittest.TestCase):
    def test_the_released_program_knows_none(self):
        for word in (b"DOCKET_FAILPOINT", b"X-Docket-Failpoint"):
            self.assertIn(word, FAILPOINTS.read_bytes())
            self.assertNotIn(word, BINARY.read_bytes())

    def end(self, docket, order, give):
        """Armed once docket runs, so that only what `give` brings counts."""
        armed = docket.folder / "armed"
        with docket:
            docket.binary = FAILPOINTS
            docket.environment = {"DOCKET_FAILPOINT": order, "DOCKET_FAILPOINT_ARMED": str(armed)}
            docket.start()
            armed.touch()
            give(docket)
            self.assertEqual(docket.process.wait(60), -signal.SIGKILL, f"{order}: the place was not reached")

    def test_places_of_the_book_and_of_reading(self):
        for order, octets in (("before-commit:kill", LONG), ("after-commit:kill:2", LONG), ("reading:kill", POISON),
                              ("reading:memory", POISON)):
            with self.subTest(order):
                self.end(Docket(PIPE), order, lambda docket, octets=octets: docket.command(
                    "inject", "-", "--source", "pipe", octets=octets))

    def test_a_letter_without_the_header_is_read(self):
        with Docket(PIPE) as docket:
            docket.binary, docket.environment = FAILPOINTS, {"DOCKET_FAILPOINT": "reading:kill"}
            docket.start()
            self.assertEqual(docket.command("inject", "-", "--source", "pipe", octets=LONG).returncode, 0)

    def test_places_of_the_way_out(self):
        with tempfile.TemporaryDirectory() as folder, SmtpReceiver(folder) as receiver:
            for place in ("before-connect", "mid-data", "after-dot", "after-reply"):
                with self.subTest(place):
                    self.end(Docket(PIPE, receiver.port), place + ":kill", lambda docket: docket.command(
                        "inject", "-", "--source", "pipe", octets=LONG))

    def test_places_of_imap(self):
        with Dovecot() as server:
            for place, after in (("read-literal", "keep"), ("after-store", "flag"), ("after-move", "{move: Done}")):
                with self.subTest(place):
                    user = place.replace("-", "")
                    if "move" in after:
                        connection = server.login(user)
                        connection.create("Done")
                        connection.logout()
                    source = imap_source("post", server, user, after=after)
                    self.end(Docket(source), place + ":kill", lambda _, user=user: server.deliver(user, LONG))


if __name__ == "__main__":
    unittest.main()
