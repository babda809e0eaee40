#!/usr/bin/env python3
"""The planted bugs still fit the source; planted.py builds them and lets the campaign find them, which takes minutes."""

import pathlib
import subprocess
import unittest

HERE = pathlib.Path(__file__).resolve().parent


class Planted(unittest.TestCase):
    def test_every_patch_fits(self):
        patches = sorted((HERE / "planted").glob("*.patch"))
        self.assertGreaterEqual(len(patches), 6)
        for patch in patches:
            with self.subTest(patch.name):
                done = subprocess.run(["patch", "-p1", "--dry-run", "-i", str(patch)], cwd=HERE.parent.parent, check=False,
                                      capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
