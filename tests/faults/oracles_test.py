#!/usr/bin/env python3
"""The oracles themselves: silent about a docket that did all right, and each speaks up when what it watches is broken.

    DOCKET_BINARY=build/release/docket python3 tests/faults/oracles_test.py [-v]
"""

import hashlib
import pathlib
import shutil
import sqlite3
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import oracles  # noqa: E402
from running import Docket, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

# What is broken: the oracle that must say so, and the harm, as SQL on a stopped docket's book.
HARM = (
    ("O1", "a letter is gone", "DELETE FROM inbounds WHERE id = 1"),
    ("O1", "a letter has no outcome", "UPDATE inbounds SET outcome = NULL WHERE id = 1"),
    ("O1", "another letter's octets", "UPDATE octets SET frame = (SELECT frame FROM octets WHERE inbound_id = 2) WHERE inbound_id = 1"),
    ("O1", "a letter nobody sent", "UPDATE inbounds SET delivery_key = 'invented' WHERE id = 1"),
    ("O1", "another letter called a duplicate", "UPDATE inbounds SET outcome = 'duplicate', same_as = 1 WHERE id = 2"),
    ("O2", "two cases for the same octets", "UPDATE inbounds SET sha256 = (SELECT sha256 FROM inbounds WHERE id = 1)"),
    ("O2", "a case opened twice", "UPDATE inbounds SET case_id = 1"),
    ("O2", "an outcome without its case", "UPDATE inbounds SET case_id = NULL WHERE id = 1"),
    ("O3", "a letter out that nobody knows", "UPDATE outbox SET message_id = 'new@town.example' WHERE id = 1"),
    ("O3", "sent, though still queued", "UPDATE outbox SET state = 'queued' WHERE id = 1"),
    ("O3", "sent to somebody else", "UPDATE outbox_texts SET recipient = 'eve@elsewhere.example.net' WHERE outbox_id = 1"),
    ("O4", "an acknowledgement to ourselves", "UPDATE outbox_texts SET recipient = 'ward2@town.example'"),
    ("O4", "past the cap", "UPDATE outbox SET kind = 'acknowledgement'; UPDATE outbox_texts SET recipient = 'a.n.a+x@people.example.org'"),
    ("O5", "a row that points to nothing", "UPDATE inbounds SET case_id = 99 WHERE id = 1"),
    ("O5", "a changed timeline", "UPDATE events SET detail = 'nothing happened' WHERE seq = 3"),
    ("O5", "a letter that the sum misses", "INSERT INTO seen VALUES ('pipe', 'lost', 0, 'taken')"),
    ("O6", "a letter that waits", "UPDATE seen SET state = 'waiting'"),
    ("O7", "a secret in the book", "UPDATE letters SET gist = 'canary-1f6c' WHERE inbound_id = 1"),
)


class Oracles(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-faults-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.receiver = SmtpReceiver(self.folder / "received").start()
        self.addCleanup(self.receiver.stop)
        self.docket = Docket("\n  - name: pipe\n    pipe: {}", self.receiver.port).start()
        self.addCleanup(self.docket.__exit__)
        self.pipe = oracles.Served("pipe")
        for number in (1, 2):
            octets = letter(number=number, text=f"The lamp at number {number} is dark.")
            self.assertEqual(self.docket.command("inject", "-", "--source", "pipe", octets=octets).returncode, 0)
            self.pipe.letters[hashlib.sha256(octets).hexdigest()] = hashlib.sha256(octets).hexdigest()
        self.docket.wait_until_sent()

    def found(self, secrets=("canary-1f6c",)):
        return oracles.findings(self.docket, self.pipe, self.receiver, secrets, drain=0)

    def test_a_sound_docket_passes_running_and_stopped(self):
        oracles.check(self.docket, self.pipe, self.receiver, ("canary-1f6c",))
        self.docket.stop()
        oracles.check(self.docket, self.pipe, self.receiver, ("canary-1f6c",))

    def test_each_harm_is_told_by_its_oracle(self):
        self.docket.stop()
        path = self.docket.folder / "data/docket.db"
        sound = path.read_bytes()
        for oracle, name, harm in HARM:
            with self.subTest(name):
                for file in path.parent.glob("docket.db*"):
                    file.unlink()
                path.write_bytes(sound)
                connection = sqlite3.connect(path)
                connection.executescript(harm)
                connection.close()
                found = self.found() + (oracles.waiting(self.docket, 0) if oracle == "O6" else [])
                self.assertTrue([line for line in found if line.startswith(oracle)], f"{oracle} is silent: {found}")

    def test_pages_settling_repeats_secrets_and_crashes_are_told(self):
        self.docket.stop()
        path = self.docket.folder / "data/docket.db"
        self.pipe.too_soon.append("a letter was flagged first")
        self.receiver.log_file.write_text(self.receiver.log_file.read_text() * 2)
        key = (self.docket.folder / "data/keys").read_text().split()[-1]
        with open(self.docket.log_path, "a", encoding="utf-8") as log:
            log.write(f"terminate called after throwing {key}\n")
        octets = bytearray(path.read_bytes())
        octets[4096 * 10:4096 * 11] = bytes(4096)
        found = self.found()
        path.write_bytes(octets)
        with self.assertRaisesRegex(AssertionError, "O5"):
            oracles.check(self.docket, self.pipe)
        for oracle in ("O3", "O7", "O8", "O9"):
            self.assertTrue([line for line in found if line.startswith(oracle)], f"{oracle} is silent: {found}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
