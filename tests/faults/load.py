"""Load for a docket that is being killed: letters of all kinds from a seed, and the ways in that hand them over."""

import hashlib
import os
import random
import threading
import time

from oracles import Served

WORDS = ("lamp", "hole", "tree", "bus", "park", "noise", "snow", "water", "fence", "sign", "bridge", "path")


def sha256(octets):
    return hashlib.sha256(octets).hexdigest()


class Letters:
    """Residents' letters: most new; some with a Message-ID that another letter has, some the same again, some from
    machines, some answers to an acknowledgement. `answered`: (address, Message-ID) of acknowledgements, filled by the owner."""

    def __init__(self, seed):
        self.random, self.number, self.sent, self.answered = random.Random(seed), 0, [], []
        self.lock = threading.Lock()

    def next(self):
        with self.lock:
            self.number += 1
            octets = self.make()
            self.sent = [*self.sent[-50:], octets]
            return octets

    def make(self):
        chance, number = self.random.random(), self.number
        if chance < 0.05 and self.sent:
            return self.random.choice(self.sent)
        if chance < 0.15 and number > 20:
            return self.letter(number, f"m{number - self.random.randint(1, 20)}")
        if chance < 0.20:
            return self.letter(number, f"m{number}", "Auto-Submitted: auto-replied\r\n")
        if chance < 0.25 and self.answered:
            address, message_id = self.random.choice(self.answered)
            return self.letter(number, f"m{number}", f"In-Reply-To: {message_id}\r\n", address)
        return self.letter(number, f"m{number}")

    def letter(self, number, message_id, more="", sender=None):
        sender = sender or f"p{number}@people.example.org"
        text = " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(10, 400)))
        town = self.random.choice(("ward1", "ward2", "mayor", "roads", "info"))
        return (f"Return-Path: <{sender}>\r\nFrom: {sender}\r\nTo: {town}@town.example\r\nSubject: About number {number}\r\n"
                f"Date: Mon, 23 Nov 2026 10:00:00 -0500\r\nMessage-ID: <{message_id}@people.example.org>\r\n{more}\r\n"
                f"The {text} at number {number}.\r\n").encode()


class Maildir(Served):
    """new/ of a Maildir; what docket moved to cur/ is what it took."""

    def __init__(self, source, path):
        super().__init__(source)
        self.path, self.count = path, 0
        for name in ("tmp", "new", "cur"):
            (path / name).mkdir(parents=True)

    def deliver(self, octets):
        self.count += 1
        name = f"{self.count:06}.test"
        (self.path / "tmp" / name).write_bytes(octets)
        self.letters[name] = sha256(octets)
        os.rename(self.path / "tmp" / name, self.path / "new" / name)

    def acknowledged(self):
        return {name.split(":")[0] for name in os.listdir(self.path / "cur")}


class Pipe(Served):
    """`docket inject`, as a mail server's pipe: the same letter again until the answer is 0, which means durable. Every
    sixteenth is handed over once more after that, by a server that died before it noted the answer."""

    def __init__(self, source, docket, letters, threads=3, pause=0.05):
        super().__init__(source)
        self.docket, self.letters_of, self.pause, self.answers = docket, letters, pause, {}
        self.ended, self.free = threading.Event(), [threading.Lock() for _ in range(threads)]
        self.threads = [threading.Thread(target=self.run, args=(lock,), daemon=True) for lock in self.free]

    def start(self):
        for thread in self.threads:
            thread.start()

    def run(self, lock):
        while not self.ended.is_set():
            with lock:
                octets = self.letters_of.next()
                self.hand_over(octets)
                if sha256(octets).startswith("0"):
                    self.hand_over(octets)
            time.sleep(self.pause)

    def hand_over(self, octets):
        key = sha256(octets)
        self.perhaps.setdefault(key, key)
        while not self.ended.is_set():
            code = self.docket.command("inject", "-", "--source", self.source, octets=octets).returncode
            self.answers[code] = self.answers.get(code, 0) + 1
            if code == 0:
                self.letters[key] = key
                return
            time.sleep(self.pause)

    def acknowledged(self):
        return set(list(self.letters))

    def rest(self):
        """Nothing is under way until work() is called; docket must be running."""
        for lock in self.free:
            lock.acquire()

    def work(self):
        for lock in self.free:
            lock.release()
