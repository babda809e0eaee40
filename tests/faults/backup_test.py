#!/usr/bin/env python3
"""D11: backups under load, cut off and refused, and the books that are made of them: whole, no number twice, nothing sent
twice by itself.

    DOCKET_LONG=1 backup_test.py           # more backups, more cuts
Cases with a small disk need root; without it they are skipped and say so.
"""

import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import oracles  # noqa: E402
import own_mounts  # noqa: E402
from fake_imap import FakeImap  # noqa: E402
from fast_clock import fast  # noqa: E402
from running import Docket, imap_source, letter  # noqa: E402
from shaken import BINARY, LONG, SEED, SHIM, Shaken  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

PIPE = "\n  - name: pipe\n    pipe: {}\n"


def note(file):
    """What a backup says of itself, asked of any SQLite."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as backup:
        found = backup.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise AssertionError(f"{file}: {found}")
        return dict(backup.execute("SELECT name, value FROM docket_backup"))


def run(*words, environment=None):
    done = subprocess.run([BINARY, *words], capture_output=True, check=False, timeout=120, env={**os.environ, **(environment or {})})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Known:
    """What went out before, as far as the restored book can know, and all that went out since."""

    def __init__(self, docket, before, after):
        with oracles.Book(docket) as book:
            known = {row[0].strip("<>") for row in book.all("SELECT message_id FROM outbox")}
        self.before = [one for one in before.messages() if one["message_id"].strip("<>") in known]
        self.after = after

    def messages(self):
        return self.before + self.after.messages()


class Load(threading.Thread):
    """Letters into the mailbox and the pipe until it is told to end."""

    def __init__(self, docket, imap):
        super().__init__(daemon=True)
        self.docket, self.imap, self.ended, self.number = docket, imap, threading.Event(), 0

    def run(self):
        while not self.ended.is_set():
            self.number += 1
            self.imap.deliver(letter(sender=f"p{self.number}@people.example.org", number=self.number, text=f"Lamp {self.number} is dark."))
            octets = letter(sender=f"q{self.number}@people.example.org", number=100_000 + self.number, text=f"Tree {self.number} fell.")
            self.docket.command("inject", "-", "--source", "pipe", octets=octets)
            time.sleep(0.01)


class Backups(unittest.TestCase):
    def setUp(self):
        self.safe = pathlib.Path(tempfile.mkdtemp(prefix="docket-backup-"))
        self.addCleanup(shutil.rmtree, self.safe, ignore_errors=True)
        self.random = random.Random(SEED)

    def receiver(self, name):
        receiver = SmtpReceiver(self.safe / name).start()
        self.addCleanup(receiver.stop)
        return receiver

    def docket(self, imap, receiver):
        docket = Docket(imap_source("council", imap, "council", after="flag") + PIPE, receiver.port,
                        extra="  limits: {per_minute: 100000, per_day: 10000000}\n")
        self.addCleanup(docket.__exit__)
        return docket

    # --- under load ------------------------------------------------------------------------------------------------

    def test_d11_backups_under_load_and_every_book_made_of_them(self):
        imap, receiver = FakeImap("council").start(), self.receiver("received")
        self.addCleanup(imap.stop)
        docket = self.docket(imap, receiver)
        imap.book = docket.folder / "data/docket.db"
        docket.start()
        load = Load(docket, imap)
        load.start()
        rounds = 40 if LONG else 12
        made, killed, died = self.back_up(docket, rounds)
        docket.wait_for(lambda: len(receiver.messages()) > 40, 60, "letters to go out after the last backup")
        load.ended.set()
        load.join()
        docket.kill()
        self.assertGreater(len(made), rounds // 3, "too few backups were finished")
        lost = oracles.Book(docket)
        self.addCleanup(lost.__exit__)
        chosen = made if LONG else [made[0], made[len(made) // 2], made[-1]]
        for file in chosen:
            with self.subTest(backup=file.name):
                self.live_again(file, imap, receiver, lost)
        print(f"\nD11: {rounds} backups begun while {lost.one('SELECT count(*) FROM inbounds')} letters came, {killed} killed, docket "
              f"killed in {died} of them, {len(made)} finished, all sound; {len(chosen)} restored and run: 0 numbers twice, 0 letters "
              "sent twice by themselves", file=sys.stderr)

    def back_up(self, docket, rounds):
        """Every third is killed, in every fourth docket is; answers what was finished, and how many were killed."""
        made, killed, died = [], 0, 0
        for number in range(rounds):
            file = self.safe / f"b{number % 5}"
            process = subprocess.Popen([BINARY, "-c", docket.folder, "backup", file], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            if number % 4 == 3:
                time.sleep(self.random.uniform(0, 0.03))
                docket.kill()
                died += 1
            if number % 3 == 2:
                time.sleep(self.random.uniform(0, 0.03))
                process.kill()
            _, words = process.communicate(timeout=60)
            self.assertIn(process.returncode, (0, -signal.SIGKILL), words.decode())
            if docket.process.poll() is not None:
                docket.start()
            killed += process.returncode != 0
            if process.returncode == 0:
                kept = self.safe / f"kept{number}"
                shutil.copyfile(file, kept)
                note(kept)
                made.append(kept)
            elif file.exists():
                note(file)  # the older one is whole
            time.sleep(0.2)
        return made, killed, died

    def live_again(self, file, imap, receiver, lost):
        after = self.receiver(f"received-{file.name}")
        docket = self.docket(imap, after)
        imap.book = docket.folder / "data/docket.db"
        code, said, words = run("restore", file, docket.folder / "data", "--json")
        self.assertEqual(code, 0, words)
        said = json.loads(said)
        docket.start()
        docket.wait_until_taken({"council": len(imap.letters)})
        oracles.check(docket, imap, Known(docket, receiver, after))
        self.assertEqual(after.messages(), [], "something went out by itself that may have gone out before")
        self.no_number_twice(docket, lost, said)
        # Whoever writes from now on is answered as ever.
        fresh = [f"late{number}-{file.name}@people.example.org" for number in range(3)]
        uids = []
        for number, sender in enumerate(fresh):
            date = time.strftime("%d-%b-%Y %H:%M:%S +0000", time.gmtime(time.time() + 5))
            uids.append(imap.deliver(letter(sender=sender, number=f"{file.name}-{number}"), date=date))
        docket.wait_until_taken({"council": len(imap.letters)})
        docket.wait_until_sent()
        got = [to for message in after.messages() for to in message["recipients"] if to.endswith("people.example.org")]
        self.assertEqual(sorted(got), sorted(fresh))
        # And one command says that all the others arrived.
        code, said, words = run("-c", docket.folder, "outbox", "resolve", "--restored", "--sent", "--json")
        self.assertEqual(code, 0, words)
        self.assertGreater(json.loads(said)["letters"], 0)
        self.assertEqual(docket.ask("outbox", "list", "--state", "uncertain"), [])
        oracles.check(docket, imap, Known(docket, receiver, after))
        people = [to for message in [*receiver.messages(), *after.messages()] for to in message["recipients"]
                  if to.endswith("people.example.org")]
        self.assertEqual([one for one in set(people) if people.count(one) > 1], [], "acknowledged twice")
        docket.stop()
        for uid in uids:
            imap.expunge(uid)  # for the next book they would be letters from before

    def no_number_twice(self, docket, lost, said):
        with oracles.Book(docket) as book:
            first = min(said["numbers"].values())
            words = ("SELECT c.number, i.sha256 FROM cases c JOIN inbounds i ON i.case_id = c.id WHERE i.outcome = 'case'")
            before = dict(lost.all(words))
            now = dict(book.all(words))
        twice = [number for number, digest in now.items() if number in before and before[number] != digest]
        self.assertEqual(twice, [], "numbers that stand for two letters")
        new = [int(number.split("-")[2]) for number in now if number not in before]
        self.assertTrue(all(number >= first for number in new), f"numbers below {first}: {sorted(new)[:5]}")

    # --- cut off and refused ---------------------------------------------------------------------------------------

    def town_with_backup(self):
        town = Shaken()
        self.addCleanup(town.__exit__)
        town.start()
        for number in range(10):
            town.inject(number, 20_000)
        file = self.safe / "backup"
        code, _, words = run("-c", town.folder, "backup", file)
        self.assertEqual(code, 0, words)
        for number in range(10, 20):
            town.inject(number, 20_000)
        return town, file

    def shaken(self, folder, fault):
        return {"LD_PRELOAD": str(SHIM), "DOCKET_SHIM_FAULT": fault, "DOCKET_SHIM_FOLDER": str(folder)}

    def test_d11_a_backup_that_is_cut_off_or_refused_leaves_the_older_one(self):
        town, file = self.town_with_backup()
        head = note(file)["head"]
        faults = [f"write:.part:{('kill', 'torn', 'eio', 'enospc')[n % 4]}:{n}" for n in (range(2, 60) if LONG else (2, 3, 4, 5, 20, 33))]
        for fault in [*faults, "write:.part:enospc:9+", "sync:.part:eio:1", "sync:.part:kill:1"]:
            with self.subTest(fault):
                code, said, words = run("-c", town.folder, "backup", file, environment=self.shaken(self.safe, fault))
                cut = "kill" in fault or "torn" in fault
                self.assertEqual(code, -signal.SIGKILL if cut else 75, said + words)
                self.assertEqual(note(file)["head"], head)
                if not cut:
                    self.assertEqual([path.name for path in self.safe.iterdir()], ["backup"])
        code, _, words = run("-c", town.folder, "backup", file)
        self.assertEqual(code, 0, words)
        self.assertNotEqual(note(file)["head"], head)
        self.assertEqual([path.name for path in self.safe.iterdir()], ["backup"])
        town.whole()

    def test_d11_a_full_disk(self):
        if not own_mounts.has_own_mounts():
            self.skipTest("a small disk needs root and unshare(1)")
        town, file = self.town_with_backup()
        small = self.safe / "small"
        small.mkdir()
        size = file.stat().st_size // 1024 + 300
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k,mode=700", "none", small], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", small], check=False)
        code, _, words = run("-c", town.folder, "backup", small / "one")
        self.assertEqual(code, 75 if file.stat().st_size * 1.4 < size * 1024 else code, words)
        shutil.copyfile(file, small / "one")
        code, _, words = run("-c", town.folder, "backup", small / "one")
        self.assertEqual(code, 75, "two backups cannot have had room")
        self.assertIn("full", words)
        self.assertEqual(note(small / "one")["head"], note(file)["head"])
        self.assertEqual([path.name for path in small.iterdir()], ["one"])
        code, _, words = run("restore", file, small / "data")
        self.assertEqual(code, 75, words)
        self.assertEqual([path.name for path in small.iterdir()], ["one"])

    def test_d11_a_restore_that_is_cut_off_begins_anew(self):
        town, file = self.town_with_backup()
        town.stop()
        shutil.move(town.data, self.safe / "lost")
        places = [f"{call}:{name}:kill:{n}" for call, name, n in (
            ("write", "keys.restoring", 1), ("sync", "keys.restoring", 1), ("write", "docket.db.restoring", 1),
            ("write", "docket.db.restoring", 40), ("sync", "docket.db.restoring", 1))]
        for fault in places:
            with self.subTest(fault):
                code, said, words = run("restore", file, town.data, environment=self.shaken(town.data, fault))
                self.assertEqual(code, -signal.SIGKILL, said + words)
                code, words = town.refusal()
                self.assertEqual(code, 2, words)
                self.assertIn("restore", words)
        code, _, words = run("restore", file, town.data)
        self.assertEqual(code, 0, words)
        code, _, words = run("restore", file, town.data)
        self.assertEqual(code, 2, words)
        town.start()
        self.assertEqual(town.ask("audit", "verify")["ok"], True)
        self.assertEqual(len(town.ask("case", "list")), 10)

    # --- who is told -----------------------------------------------------------------------------------------------

    def test_the_daemon_notes_a_backup_and_none_that_was_made_without_it(self):
        town, file = self.town_with_backup()
        with oracles.Book(town) as book:
            self.assertEqual(book.one("SELECT count(*) FROM events WHERE what = 'backed_up'"), 1)
        town.stop()
        code, said, words = run("-c", town.folder, "backup", file, "--json")
        self.assertEqual((code, words), (0, ""))
        said = json.loads(said)
        self.assertEqual(set(said), {"file", "size", "letters", "at", "head"})
        self.assertEqual((said["letters"], said["size"]), (20, file.stat().st_size))
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        town.start()
        with oracles.Book(town) as book:
            self.assertEqual(book.one("SELECT count(*) FROM events WHERE what = 'backed_up'"), 1)
        oracles.check(town, [town.pipe, town.post])

    def test_a_file_a_day_in_a_folder_and_the_oldest_go(self):
        town, _ = self.town_with_backup()
        folder = self.safe / "daily"
        for day in range(4):
            code, said, words = run("-c", town.folder, "backup", "--into", folder, "--keep", "2", "--json",
                                    environment={**fast(1), "FAKETIME": f"+{day}d"})
            self.assertEqual(code, 0, words)
        said = json.loads(said)
        self.assertEqual(folder.stat().st_mode & 0o777, 0o700)
        names = sorted(path.name for path in folder.iterdir())
        self.assertEqual(len(names), 2)
        self.assertEqual(said["file"], str(folder / names[-1]))
        self.assertRegex(names[-1], r"^docket-\d{4}-\d\d-\d\d\.backup$")
        self.assertEqual([pathlib.Path(path).name < names[0] for path in said["removed"]], [True])
        for name in names:
            note(folder / name)
        with oracles.Book(town) as book:
            self.assertEqual(book.one("SELECT count(*) FROM events WHERE what = 'backed_up'"), 5)
        for words in (("backup",), ("backup", "--into", folder, self.safe / "file"), ("backup", self.safe / "file", "--keep", "3"),
                      ("backup", "--into", folder, "--keep", "0"), ("backup", "--into", town.data / "daily")):
            self.assertEqual(run("-c", town.folder, *words)[0], 2, words)
        self.assertEqual(sorted(path.name for path in folder.iterdir()), names)

    def test_status_tells_when_the_last_backup_is_old_and_when_there_was_none(self):
        town, _ = self.town_with_backup()
        status = town.status()
        self.assertEqual([line for line in status["problems"] + status["notes"] if "backup" in line], [])
        town.stop()
        town.environment = {**fast(1), "FAKETIME": "+27h"}
        town.start()
        town.sees("older than 26 hours")
        never = Shaken()
        self.addCleanup(never.__exit__)
        never.start().stop()
        never.environment = {**fast(1), "FAKETIME": "+27h"}
        never.start()
        status = never.status()
        self.assertEqual((status["problems"], status["notes"]), ([], ["no backup was ever made (docket backup FILE)"]))

    def test_root_backs_up_and_restores_for_the_user_who_runs_docket(self):
        if os.geteuid() != 0:
            self.skipTest("needs root")
        town, file = self.town_with_backup()
        town.kill()
        nobody = 65534
        for path in [town.data, *town.data.iterdir()]:
            os.chown(path, nobody, nobody)
        (town.data / "docket.db-shm").unlink()
        self.assertEqual(run("-c", town.folder, "backup", file)[0], 0)
        again = self.safe / "again"
        again.mkdir()
        os.chown(again, nobody, nobody)
        self.assertEqual(run("restore", file, again)[0], 0)
        for folder in (town.data, again):
            for path in folder.iterdir():
                self.assertEqual(path.stat().st_uid, nobody, path)
        self.assertEqual((file.stat().st_uid, file.stat().st_mode & 0o777), (0, 0o600))

    def test_a_backup_is_refused_where_it_would_do_harm(self):
        town, file = self.town_with_backup()
        (self.safe / "speech").write_text("the mayor's")
        for target in (town.book, town.data / "backup", town.folder / "rules/../data/backup", self.safe / "speech", self.safe):
            code, _, words = run("-c", town.folder, "backup", target)
            self.assertEqual(code, 2, f"{target}: {words}")
        self.assertEqual((self.safe / "speech").read_text(), "the mayor's")
        for words in (("outbox", "resolve", "--restored"), ("outbox", "resolve", "--sent"), ("outbox", "resolve", "o-x", "--restored", "--sent")):
            self.assertEqual(run("-c", town.folder, *words)[0], 2, words)
        self.assertEqual(run("restore", file, town.data)[0], 2)
        town.whole()


if __name__ == "__main__":
    own_mounts.enter()
    unittest.main(verbosity=2)
