#!/usr/bin/env python3
"""I6, 256 MB of memory and letters of 50 MB; I5, nobody reads what docket prints.

The limit is a cgroup's (as MemoryMax= of systemd); it needs root and a memory cgroup that may be made, else I6 is skipped.
"""

import base64
import os
import pathlib
import random
import subprocess
import sys
import time
import unittest

from shaken import BINARY, Shaken, letter

LIMIT = 256 << 20
# Version 1 keeps one tree a resource, version 2 one for all.
PLACES = (("/sys/fs/cgroup/memory", "memory.limit_in_bytes"), ("/sys/fs/cgroup", "memory.max"))


def limited_group(name):
    """A cgroup with the limit, or None."""
    for place, limit in PLACES:
        group = pathlib.Path(place) / name
        try:
            group.mkdir()
            (group / limit).write_text(str(LIMIT))
            return group
        except OSError:
            if group.is_dir():
                group.rmdir()
    return None


def mail_large(town, number, size=36_000_000):
    """48 MB as it is sent: a few words and a photo."""
    photo = base64.encodebytes(random.Random(number).randbytes(size)).replace(b"\n", b"\r\n").decode()
    town.mail_octets(number, letter(
        number=number, more='MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n',
        text=f"--b\r\n\r\nLamp {number} is dark.\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n"
             f"Content-Disposition: attachment; filename=lamp.jpg\r\n\r\n{photo}\r\n--b--"))


class Memory(unittest.TestCase):
    def test_i6_letters_of_50_mb_in_256_mb(self):
        """It may be ended for want of memory, but not for ever: started again it goes on, and everything is kept."""
        group = limited_group(f"docket-test-{os.getpid()}")
        if group is None:
            self.skipTest("no memory cgroup may be made here")
        self.addCleanup(group.rmdir)
        with Shaken() as town:
            for number in range(3):
                mail_large(town, number)
                town.mail(100 + number)
            restarts = -1
            while any((town.folder / "post/new").iterdir()):
                restarts += 1
                self.assertLess(restarts, 10, "ended again and again, letters of the Maildir still wait")
                town.before = ["sh", "-c", f'echo $$ > {group}/cgroup.procs; exec "$@"', "sh"]
                town.launch()
                while town.process.poll() is None and any((town.folder / "post/new").iterdir()):
                    time.sleep(0.1)
            town.calm().whole()
            quarantined = town.ask("quarantine", "list")
            self.assertEqual(len(town.ask("case", "list")) + len(quarantined), 6)
            print(f"\nI6: 3 letters of 48 MB and 3 small ones in 256 MB: ended {restarts} times, {len(quarantined)} in quarantine, "
                  "all kept", file=sys.stderr)
            town.stop()

    def test_i5_nobody_reads_what_it_prints(self):
        with Shaken() as town:
            read_end, write_end = os.pipe()
            os.close(read_end)
            town.process = subprocess.Popen([BINARY, "-c", town.folder, "serve"], stdout=write_end, stderr=write_end)
            os.close(write_end)
            town.wait_for(lambda: town.status()["running"], 30, "docket to answer")
            for number in range(5):
                self.assertTrue(town.inject(number))
            town.whole()
            code, _ = town.stop()
            self.assertEqual(code, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
