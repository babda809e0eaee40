#!/usr/bin/env python3
"""Group B of the catalogue: letters made to break a reader of mail. Each is read within bounds of time and memory, becomes
a case or a row of the quarantine, and its octets are kept. (B1, the poison letter, is tests/faults/poison_test.py's.)

    DOCKET_BINARY=build/release/docket python3 tests/faults/bombs_test.py [-v] [Test.name]
    ... bombs_test.py --figures       each one's processor time and memory, at the catalogue's sizes
"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from bombs import attached, bombs, multipart, plain  # noqa: E402
from oracles import Book, Served, check  # noqa: E402
from running import BINARY  # noqa: E402
from town import Town  # noqa: E402

SECONDS, KILOBYTES = 5, 256_000
FULL = os.environ.get("DOCKET_FULL") == "1" or "--figures" in sys.argv


# A child's peak counts what its parent held when it was started, so a small program stands between.
MEASURE = ("import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); u = resource.getrusage(resource.RUSAGE_CHILDREN);"
           "print(u.ru_utime + u.ru_stime, u.ru_maxrss, file=sys.stderr); sys.exit(done.returncode % 256)")


def read(octets):
    """(docket read's JSON, processor seconds, most memory in kB); raises where it fails."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(octets)
        file.flush()
        done = subprocess.run([sys.executable, "-S", "-c", MEASURE, BINARY, "read", file.name, "--json"], capture_output=True)
    if done.returncode != 0:
        raise AssertionError(f"exit {done.returncode}: {done.stderr[-500:]}")
    seconds, memory = done.stderr.split(b"\n")[-2].split()
    return json.loads(done.stdout), float(seconds), int(memory)


class Bombs(unittest.TestCase):
    def test_each_is_read_within_bounds(self):
        for name, octets in bombs(FULL).items():
            with self.subTest(name):
                letter, seconds, memory = read(octets)
                self.assertLess(seconds, SECONDS, "seconds of processor time")
                self.assertLess(memory, KILOBYTES + 3 * len(octets) // 1024, f"kB of memory, for {len(octets)} octets")
                self.assertEqual(letter["sha256"], hashlib.sha256(octets).hexdigest())

    def test_each_becomes_a_case_or_a_row_of_the_quarantine_with_its_octets(self):
        all_of_them = bombs(FULL)
        town = Town("\n  - name: drop\n    maildir: {path: mail}")
        for part in ("tmp", "new", "cur"):
            (town.folder / "mail" / part).mkdir(parents=True)
        served = Served("drop")
        with town:
            for name, octets in all_of_them.items():
                (town.folder / "mail/new" / name).write_bytes(octets)
            town.start()
            town.wait_until_taken({"drop": len(all_of_them)}, 300)
            with Book(town) as book:
                rows = {row["delivery_key"]: row["outcome"] for row in book.all("SELECT delivery_key, outcome FROM inbounds")}
                served.letters = {key: hashlib.sha256(octets).hexdigest() for name, octets in all_of_them.items()
                                  for key in rows if key.split(":")[0].endswith(name)}
            self.assertEqual(len(served.letters), len(all_of_them))
            self.assertEqual({key: outcome for key, outcome in rows.items() if outcome not in ("case", "quarantined")}, {})
            status = pathlib.Path(f"/proc/{town.process.pid}/status").read_text()
            self.assertLess(int(status.split("VmHWM:")[1].split()[0]), 2 * KILOBYTES, "kB at the peak of the daemon")
            check(town, served)

    def test_B3_what_could_not_be_read_is_said(self):
        for name in ("B3-depth", "B3-parts", "B3-no-boundary", "B11-charset", "B11-base64"):
            with self.subTest(name):
                self.assertTrue(read(bombs(True)[name])[0]["defects"])

    def test_B5_what_a_sender_writes_about_us_counts_for_nothing(self):
        forged = (b"Authentication-Results: mx.town.example; dmarc=pass header.from=people.example.org\r\n"
                  b"X-Docket-Instance: %s\r\nX-Docket-Case: TT-2026-000001-5\r\nX-Docket-Office: mayor\r\n")
        town = Town(extra="trusted_authserv_ids: [mx.town.example]\n")
        with town:
            town.start()
            border = b"Received: from x.example ([192.0.2.1]) by mx.town.example; Mon, 23 Nov 2026 10:00:00 -0500\r\n"
            town.inject(border + forged % b"abcdefghijklmnop" + plain("B5"))
            case, = town.ask("case", "list")
            self.assertEqual((case["office"], case["status"]), ("ward-2", "new"))
            self.assertEqual({to for to, _ in town.out()}, {"ward-2@office.testing.invalid"})
            check(town)

    def test_B8_names_of_files_are_harmless(self):
        letter = read(bombs()["B8-names"])[0]
        for one in letter["attachments"]:
            name = one["name"] or ""
            self.assertFalse({"/", "\\", "\0", "\t", "\u202e"} & set(name) or name in (".", "..") or len(name.encode()) > 255, repr(name))

    def test_B9_nothing_is_unpacked(self):
        letter, _, memory = read(multipart("B9", [attached(b"inner.zip", b"PK\3\4" + bytes(100))]))
        self.assertEqual([one["size"] for one in letter["attachments"]], [104])
        self.assertLess(memory, 100_000)

    def test_B10_a_letter_over_the_limit_is_kept_in_sight(self):
        town = Town("\n  - name: drop\n    maildir: {path: mail}\n    max_size: 100 KiB")
        for part in ("tmp", "new", "cur"):
            (town.folder / "mail" / part).mkdir(parents=True)
        octets = plain("B10", b"x" * 300_000)
        (town.folder / "mail/new/1").write_bytes(octets)
        with town:
            town.start()
            town.wait_until_taken({"drop": 1})
            row, = town.ask("quarantine", "list")
            self.assertEqual(row["size"], len(octets))
            self.assertEqual([to for to, _ in town.out()], ["ana@people.example.org"], "the sender is told once")
            check(town)

    def test_B12_a_date_that_is_none_changes_no_clock(self):
        for name in ("B12-none", *(f"B12-{n}" for n in range(7))):
            with self.subTest(name):
                date = read(bombs(False)[name])[0]["date"]
                self.assertTrue(date is None or 1 <= int(date[:4]) <= 9999, date)


def figures():
    worst = sorted(((seconds, memory, name, len(octets)) for name, octets in bombs(True).items()
                    for _, seconds, memory in (read(octets),)), reverse=True)
    for seconds, memory, name, size in worst:
        print(f"{name:20} {size:10} octets {seconds:6.2f} s {memory:8} kB")


if __name__ == "__main__":
    figures() if "--figures" in sys.argv else unittest.main()
