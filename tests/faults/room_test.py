#!/usr/bin/env python3
"""A disk that fills during a storm of letters: letters stop before SQLite finds no room, what is under way is ended,
sending goes on, and everything goes on by itself when there is room. A small disk needs root; without it those cases are
skipped and say so.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import oracles  # noqa: E402
import own_mounts  # noqa: E402
import shaken  # noqa: E402
import webhook_senders as senders  # noqa: E402
from dovecot import free_port  # noqa: E402
from fake_imap import FakeImap  # noqa: E402
from running import imap_source, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

DISK = 48 << 10  # KiB
MARK = DISK // 10  # with less no letter is taken
LETTER = 20_000
PATIENCE = 120  # seconds
FAST = "  limits: {per_minute: 100000, per_day: 10000000}\n"


class Storm:
    """Letters from two pipes' ends, a Maildir and a mailbox until it is told to end."""

    def __init__(self, test):
        self.test, self.ended, self.lock, self.number, self.taken = test, threading.Event(), threading.Lock(), 0, 0
        self.threads = [threading.Thread(target=work, daemon=True) for work in (self.inject, self.inject, self.post)]
        for thread in self.threads:
            thread.start()

    def next(self):
        with self.lock:
            self.number += 1
            return self.number

    def inject(self):
        while not self.ended.is_set():
            self.taken += self.test.town.inject(self.next(), LETTER)

    def post(self):
        while not self.ended.is_set():
            self.test.town.mail(self.next(), LETTER)
            number = self.next()
            self.test.imap.deliver(letter(sender=f"q{number}@people.example.org", number=f"q{number}", text=f"Tree {number} fell."))
            self.ended.wait(0.5)

    def end(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()


class Room(unittest.TestCase):
    def setUp(self):
        self.safe = pathlib.Path(tempfile.mkdtemp(prefix="docket-room-"))
        self.addCleanup(shutil.rmtree, self.safe, ignore_errors=True)
        self.receiver = SmtpReceiver(self.safe / "received").start()
        self.addCleanup(self.receiver.stop)
        self.imap = FakeImap("council").start()
        self.addCleanup(self.imap.stop)
        self.port = free_port()
        self.town = shaken.Shaken(self.receiver.port, extra=FAST + f'desk: {{public: "127.0.0.1:{self.port}"}}\n')
        self.addCleanup(self.town.__exit__)
        self.configure()

    def configure(self):
        path = self.town.folder / "docket.yaml"
        more = imap_source("council", self.imap, "council", after="flag") + (
            "  - name: form\n    address: info@town.example\n    webhook: {path: /hooks/form, format: json, secrets: [{env: DOCKET_TEST_PASSWORD}]}\n")
        path.write_text(path.read_text().replace("\nmail:\n", more + "mail:\n", 1))
        self.imap.book = self.town.book
        self.others = self.town.data / "others"
        self.ballast = self.town.data / "ballast"

    def on_small_disk(self):
        if not own_mounts.has_own_mounts():
            self.skipTest("a small disk needs root and unshare(1)")
        self.town.data.mkdir(mode=0o700)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}k,mode=700", "none", self.town.data], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", self.town.data], check=False)
        return self.town.start()

    def free(self):
        """KiB."""
        found = os.statvfs(self.town.data)
        return found.f_bavail * found.f_frsize >> 10

    def leave(self, kibibytes):
        """Another program fills the disk until so much is left; 0: to the last octet."""
        with open(self.others, "ab") as file:
            if kibibytes:
                os.posix_fallocate(file.fileno(), file.tell(), (self.free() - kibibytes) << 10)
                return
            try:
                while True:
                    os.write(file.fileno(), bytes(4096))
            except OSError:
                pass

    def web(self, text):
        return senders.send(("127.0.0.1", self.port), senders.bearer("secret", senders.letter(text=text), "/hooks/form"))[0]

    def whole(self):
        self.town.whole()
        self.town.wait_until_taken({"council": len(self.imap.letters)})
        oracles.check(self.town, [self.town.pipe, self.town.post, self.imap], self.receiver)

    def says(self, word):
        return word in self.town.command("status").stdout.decode()

    # --- a disk that runs full -------------------------------------------------------------------------------------

    def test_a_storm_on_a_disk_that_fills_loses_nothing_and_goes_on_by_itself(self):
        town = self.on_small_disk()
        process = town.process.pid
        town.wait_for(lambda: self.ballast.exists(), 5, "the ballast")
        self.assertGreaterEqual(self.ballast.stat().st_blocks * 512, DISK // 20 << 10)
        storm = Storm(self)
        town.wait_for(lambda: storm.taken > 5, PATIENCE, "the storm")
        for left in (MARK - 1500, 0):
            with self.subTest(left=left):
                self.leave(left)
                town.sees("no letter is taken")
                before = storm.number
                town.wait_for(lambda before=before: storm.number > before + 10, PATIENCE, "more letters to be refused")
                self.assertFalse(town.inject(storm.next(), LETTER), "taken on a full disk")
                self.assertEqual(self.web(f"A letter at {left}."), 503)
                self.others.unlink()
                town.wait_for(lambda: not self.says("no letter is taken"), 30, "docket to see that there is room")
                taken = storm.taken
                town.wait_for(lambda taken=taken: storm.taken > taken + 2, PATIENCE, "letters to be taken again")
                # What the storm has filled meanwhile: a larger disk.
                subprocess.run(["mount", "-o", f"remount,size={2 * DISK}k", town.data], check=True)
        storm.end()
        subprocess.run(["mount", "-o", f"remount,size={16 * DISK}k", town.data], check=True)
        town.wait_for(lambda: not self.says("no letter is taken"), 30, "room for all")
        self.assertEqual(self.web("A letter at last."), 200)
        self.whole()
        self.assertEqual(town.process.pid, process)
        self.assertIsNone(town.process.poll())
        town.wait_for(lambda: self.ballast.exists() and self.ballast.stat().st_size == 16 << 20, 30, "the ballast to be laid again")
        with oracles.Book(town) as book:
            told = [row[0] for row in book.all("SELECT what FROM events WHERE what IN ('alarm', 'alarm_over') AND detail LIKE '%disk%'")]
            print(f"\nstorm: {storm.number} letters offered, {book.one('SELECT count(*) FROM inbounds')} in the book, "
                  f"{len(self.receiver.messages())} sent, each once; docket never restarted", file=sys.stderr)
        self.assertIn("alarm", told)

    def test_letters_stop_before_sqlite_finds_no_room_and_sending_goes_on(self):
        town = self.on_small_disk()
        self.assertTrue(town.inject(1))
        number = town.ask("case", "list")[0]["number"]
        town.wait_until_sent()
        self.leave(MARK - 1000)
        town.sees("no letter is taken")
        for letters in range(2, 12):
            self.assertFalse(town.inject(letters, LETTER))
        self.assertNotIn("disk is full", town.log())
        self.assertTrue(self.ballast.exists(), "given up before it was needed")
        sent = len(self.receiver.messages())
        self.assertEqual(town.command("case", "assign", number, "waste").returncode, 0)
        town.wait_for(lambda: len(self.receiver.messages()) > sent, 30, "the letter to its new office to go out")
        town.wait_until_sent()
        # With still less nothing is sent that could not be noted.
        self.leave(MARK // 4 - 300)
        town.sees("none sent")
        sent = len(self.receiver.messages())
        self.assertEqual(town.command("case", "assign", number, "ward-1").returncode, 0)
        town.sees("none sent")
        self.assertEqual(len(self.receiver.messages()), sent)
        self.others.unlink()
        town.wait_for(lambda: not self.says("no letter is taken"), 30, "room")
        town.wait_for(lambda: len(self.receiver.messages()) > sent, 30, "what waited to go out")
        self.whole()

    def test_a_start_on_a_full_disk_lives_on_the_ballast(self):
        town = self.on_small_disk()
        self.assertTrue(town.inject(1))
        town.wait_until_sent()
        town.stop()
        self.leave(0)
        town.start()
        self.assertFalse(self.ballast.exists())
        town.sees("no letter is taken")
        self.assertFalse(town.inject(2))
        self.others.unlink()
        self.whole()
        town.wait_for(lambda: self.ballast.exists(), 30, "the ballast to be laid again")

    # --- in the middle ---------------------------------------------------------------------------------------------

    def test_a_write_refused_for_want_of_room_gives_the_ballast_up_and_the_letter_is_taken(self):
        town = self.town.shake("write:-wal:enospc:20").start()  # past the commit that says that it was handed over
        town.wait_for(lambda: all(source["caught_up"] for source in town.status()["sources"]), 30, "the sources to rest")
        self.assertTrue(self.ballast.exists())
        town.armed.touch()
        self.assertTrue(town.inject(1), f"{town.log()}\nthe letter under way was not taken, though room was made for it")
        self.assertIn("the ballast is given up", town.log())
        town.wait_for(lambda: self.ballast.exists(), 30, "the ballast to be laid again")
        self.whole()


if __name__ == "__main__":
    own_mounts.enter()
    unittest.main(verbosity=2)
