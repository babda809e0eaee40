#!/usr/bin/env python3
"""E1 and E2 of the catalogue: thirty points at which a mail server can fail a letter, one by one and in random order.

    DOCKET_BINARY=build/release/docket python3 tests/faults/outbound_test.py [-v] [Test.name]
    ... outbound_test.py --figures [TIMES [SEED]]     each point TIMES (20) times in random order; prints the figures
"""

import collections
import concurrent.futures
import pathlib
import random
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from mail_desk import SPEED, Desk  # noqa: E402
from oracles import check  # noqa: E402

STEPS = ("CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "DOT")
KINDS = ("4xx", "5xx", "421", "drop", "stall")
POINTS = [(step, kind) for step in STEPS for kind in KINDS]


def expected(step, kind):
    """(the last state, how often it went out, how often nobody could know)"""
    if kind == "5xx" and step in ("MAIL", "RCPT", "DATA", "DOT"):
        return "failed", 0, 0
    return ("sent", 2, 1) if step == "DOT" and kind in ("drop", "stall") else ("sent", 1, 0)


class EveryPoint(unittest.TestCase):
    def test_E1_E2_each_refusal_drop_and_silence_ends_in_the_right_state(self):
        points = POINTS + [("EHLO2", kind) for kind in KINDS]
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            wrong = [words for found in pool.map(self.points, [points[i::3] for i in range(3)]) for words in found]
        self.assertEqual(wrong, [])

    def points(self, points):
        with Desk() as desk:
            return [words for step, kind in points for words in self.point(desk, step, kind)]

    def point(self, desk, step, kind):
        desk.server.plan((step, kind))
        time.sleep(31 / SPEED)  # the connection is closed when idle, so that CONNECT and EHLO come again
        known = {row["id"] for row in desk.rows() if not row["next"] and row["state"] != "sending"}
        rows = [row for row in desk.inject(forward_only=True).settle() if row["id"] not in known]
        # What the clerk is told of an earlier failure may come between, and meet the fault instead.
        got = [(row["state"], desk.copies()[row["message_id"]], row["unknowns"]) for row in rows]
        right = expected(step, kind) in got and got.count(("sent", 1, 0)) >= len(got) - 1
        wrong = [] if right else [f"{step} {kind}: {got}, expected {expected(step, kind)}"]
        if desk.server.planned():
            wrong.append(f"{step} {kind}: did not happen")
        try:
            check(desk.docket, receiver=desk.server, drain=0)
        except AssertionError as error:
            wrong.append(f"{step} {kind}: {error}")
        return wrong


def campaign(times, seed):
    """Every fault point `times` times in random order, under letters that keep coming. Returns the figures."""
    print(f"seed {seed}", flush=True)
    order = random.Random(seed)
    faults = [(step, kind) for step, kind in POINTS for _ in range(times)]
    order.shuffle(faults)
    with Desk(chance=0.4, seed=seed, mail="  limits: {connections: 16}\n") as desk:
        desk.server.plan(*faults)
        end = time.monotonic() + 60 + 40 * times
        while desk.server.planned() and time.monotonic() < end:
            # CONNECT and EHLO come only with new connections: those that idle are let go.
            moving = sum(row["next"] is not None or row["state"] == "sending" for row in desk.rows())
            for _ in range(max(0, 12 - moving)):
                desk.inject()
            time.sleep(0.1 if moving else 31 / SPEED)
        if desk.server.planned():
            raise AssertionError(f"not all faults happened: {dict(desk.server.pending)}")
        rows = desk.settle(180)
        check(desk.docket, receiver=desk.server)
        copies = desk.copies()
        flagged = collections.Counter(desk.events("sent"))
        return {"faults": len(desk.server.fired), "letters out": len(rows),
                "lost": sum(copies[row["message_id"]] == 0 and row["state"] != "failed" for row in rows),
                "failed, said so": sum(row["state"] == "failed" for row in rows),
                "unflagged duplicates": sum(copies[row["message_id"]] > 1 and not row["repeat"] for row in rows),
                "flagged duplicates": sum(copies[row["message_id"]] > 1 and row["repeat"] for row in rows),
                "uncertain": sum(row["unknowns"] for row in rows),
                "wait for a person": sum(row["state"] == "uncertain" for row in rows),
                "repeats in the timeline": sum(n for words, n in flagged.items() if "a repeat" in words)}


class Campaign(unittest.TestCase):
    def test_E1_thirty_points_in_random_order_lose_and_double_nothing(self):
        figures = campaign(1, seed=random.SystemRandom().randrange(1 << 30))
        print(figures)
        self.assertEqual((figures["lost"], figures["unflagged duplicates"]), (0, 0), figures)
        self.assertEqual(figures["faults"], len(POINTS))
        self.assertGreater(figures["uncertain"], 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--figures"]:
        print(campaign(int((sys.argv[2:3] or [20])[0]), int((sys.argv[3:4] or [1])[0])))
    else:
        unittest.main()
