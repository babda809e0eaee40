#!/usr/bin/env python3
"""K1: a backlog of 100,000 letters of 2 to 20 KB in one mailbox, docket killed fifty times on the way.

    python3 tests/faults/backlog.py [--letters 100000] [--kills 50] [--seed 7]

As at a first start in a town: the letters are older than docket, kept as closed cases, flagged on the server. Prints letters lost
and doubled, the peak of memory over all processes, and letters a second of docket's own time."""

import argparse
import hashlib
import pathlib
import random
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import oracles  # noqa: E402
from fake_imap import FakeImap  # noqa: E402
from load import WORDS  # noqa: E402
from running import Docket, imap_source  # noqa: E402


class Letters:
    """Made again whenever they are asked for: only their numbers are kept."""

    def __init__(self, seed):
        chance = random.Random(seed)
        text = " ".join(chance.choice(WORDS) for _ in range(40_000))
        self.text = re.sub(r"(.{60,70}) ", r"\1\r\n", text).encode()
        self.seed = seed

    def size(self, number):
        return 2_000 + hash((self.seed, number)) % 18_000

    def make(self, number):
        start = hash((number, self.seed)) % (len(self.text) - 20_000)
        head = (f"From: Resident {number} <p{number}@people.example.org>\r\nTo: ward2@town.example\r\n"
                f"Subject: About number {number}\r\n"
                f"Date: Mon, 23 Feb 2026 10:00:00 -0500\r\nMessage-ID: <m{number}@people.example.org>\r\n\r\n").encode()
        return head + self.text[start:start + self.size(number) - len(head) - 2] + b"\r\n"


def peak(process):
    """KiB, for as long as the process is there."""
    return int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text())[1])


def taken(docket):
    if not (docket.folder / "data/keys").exists():
        return 0
    with oracles.Book(docket) as book:
        return book.one("SELECT coalesce(max(id), 0) FROM inbounds")


def run(imap, docket, options):
    chance = random.Random(options.seed)
    marks = sorted(chance.randrange(options.letters) for _ in range(options.kills))
    busy, most = 0.0, 0
    for mark in [*marks, options.letters]:
        began = time.monotonic()
        docket.spawn()
        while taken(docket) < mark:
            if docket.process.poll() is not None:
                raise SystemExit(f"docket ended by itself:\n{docket.log()[-2000:]}")
            time.sleep(0.1)
        if mark < options.letters:
            time.sleep(chance.uniform(0, 0.5))
            busy, most = busy + time.monotonic() - began, max(most, peak(docket.process))
            docket.kill()
    docket.wait_for(lambda: len(set(imap.settled)) >= options.letters, 300, "all to be flagged")
    busy, most = busy + time.monotonic() - began, max(most, peak(docket.process))
    wrong = oracles.findings(docket, imap, None, ("secret",))
    lost, doubled = (sum(oracle in line for line in wrong) for oracle in ("O1", "O2"))
    print(f"{options.letters} letters, {len(marks)} kills: {lost} lost, {doubled} doubled, "
          f"{len(imap.too_soon)} settled before commit; peak {most / 1024:.0f} MiB; {options.letters / busy:.0f} letters a second "
          f"({busy:.0f} s of docket, restarts within)")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    letters = Letters(options.seed)
    with FakeImap("council") as imap:
        for number in range(options.letters):
            imap.deliver(lambda number=number: letters.make(number), digest=hashlib.sha256(letters.make(number)).hexdigest(),
                         date="23-Feb-2026 10:00:00 -0500", size=letters.size(number))
        with Docket(imap_source("council", imap, "council", after="flag", imported="closed")) as docket:
            imap.book = docket.folder / "data/docket.db"
            wrong = run(imap, docket, options)
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
