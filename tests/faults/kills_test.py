#!/usr/bin/env python3
"""A1: a hundred kills at random times; the oracles and their figures are in kills.py. DOCKET_KILLS and DOCKET_SEED change them.

    DOCKET_BINARY=build/release/docket python3 tests/faults/kills_test.py
"""

import os
import unittest

import kills


class A1(unittest.TestCase):
    def test_kill_nine_at_any_time_loses_nothing_and_doubles_nothing(self):
        count, seed = int(os.environ.get("DOCKET_KILLS", "100")), int(os.environ.get("DOCKET_SEED", "7"))
        figures, wrong = kills.campaign(count, seed, rest=50)
        print(f"seed {seed}: {figures}")
        self.assertIsNone(wrong, f"seed {seed}, {figures}: {wrong}")


if __name__ == "__main__":
    unittest.main()
