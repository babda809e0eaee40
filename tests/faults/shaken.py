"""A docket with a pipe and a Maildir that remembers what it was given, and the shim, small disks and limits to shake it with."""

import base64
import hashlib
import os
import pathlib
import random
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import oracles  # noqa: E402
from running import BINARY, ROOT, Docket, letter  # noqa: E402

SHIM = os.environ.get("DOCKET_SHIM", BINARY.parent / "libdocket_shim.so")
SOURCES = "\n  - name: pipe\n    pipe: {}\n  - name: post\n    maildir: {path: post}\n"
LONG = bool(os.environ.get("DOCKET_LONG"))
SEED = int(os.environ.get("DOCKET_SEED", "4"))


def octets_of(number, size=3000):
    """The same for the same number; noise, so that it stays as large when it is compressed."""
    noise = base64.b64encode(random.Random(number).randbytes(size)).decode()
    lines = "\r\n".join(noise[at:at + 76] for at in range(0, len(noise), 76))
    return letter(sender=f"p{number}@people.example.org", number=number, text=f"Lamp {number} is dark.\r\n{lines}")


class Shaken(Docket):
    def __init__(self, smtp_port=None, **more):
        super().__init__(SOURCES, smtp_port, **more)
        self.pipe, self.post = oracles.Served("pipe"), oracles.Served("post")
        self.offered = {}  # SHA-256: (number, size) of what was given to inject
        self.data = self.folder / "data"
        self.book = self.data / "docket.db"
        self.armed = self.folder / "armed"

    # --- letters ---------------------------------------------------------------------------------------------------

    def inject(self, number, size=3000):
        """True when it was taken: from then on it must be in the book."""
        octets = octets_of(number, size)
        digest = hashlib.sha256(octets).hexdigest()
        self.offered[digest] = number, size
        done = self.command("inject", "-", "--source", "pipe", octets=octets)
        if done.returncode not in (0, 75):
            raise AssertionError(f"inject answered {done.returncode}, a mail server would bounce: {done.stderr.decode()}")
        (self.pipe.letters if done.returncode == 0 else self.pipe.perhaps)[digest] = digest
        return done.returncode == 0

    def mail(self, number, size=3000):
        self.mail_octets(number, octets_of(number, size))

    def mail_octets(self, number, octets):
        name, post = f"1700000000.M{number}.host", self.folder / "post"
        for part in ("tmp", "new", "cur"):
            (post / part).mkdir(parents=True, exist_ok=True)
        (post / "tmp" / name).write_bytes(octets)
        (post / "tmp" / name).rename(post / "new" / name)
        self.post.letters[name] = hashlib.sha256(octets).hexdigest()

    def whole(self, receiver=None):
        """It runs on a sound disk again: who got no answer tries again, as a mail server does; then all must hold."""
        for digest, (number, size) in [*self.offered.items()]:
            if digest not in self.pipe.letters:
                self.wait_for(lambda number=number, size=size: self.inject(number, size), 30, f"letter {number} to be taken")
        self.wait_for(lambda: not any((self.folder / "post/new").iterdir()), 90, "the letters of the Maildir to be taken")
        oracles.check(self, [self.pipe, self.post], receiver)

    # --- the process -----------------------------------------------------------------------------------------------

    def shake(self, fault):
        """`fault` as in shim.cc, for files of the data folder; from the next start on, once `self.armed` exists."""
        self.armed.unlink(missing_ok=True)
        self.environment = {"LD_PRELOAD": str(SHIM), "DOCKET_SHIM_FAULT": fault, "DOCKET_SHIM_FOLDER": str(self.data),
                            "DOCKET_SHIM_ARMED": str(self.armed)}
        return self

    def calm(self):
        """Again without shim and limits; ends it first where it still runs."""
        if self.process and self.process.poll() is None:
            self.kill()
        self.environment, self.before = {}, []
        return self.start()

    def launch(self):
        """Without waiting for an answer."""
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen([*self.before, BINARY, "-c", self.folder, "serve"], stdout=log, stderr=log,
                                            env={**os.environ, **self.environment})

    def wait_for_end_or_answer(self):
        end = time.monotonic() + 30
        while self.process.poll() is None and not self.status()["running"] and time.monotonic() < end:
            time.sleep(0.05)

    def refusal(self):
        """The exit code and the words of one that does not start."""
        done = subprocess.run([*self.before, BINARY, "-c", self.folder, "serve"], capture_output=True, check=False, timeout=20,
                              env={**os.environ, **self.environment})
        return done.returncode, done.stderr.decode()

    def sees(self, word, seconds=20):
        """`docket status` says it and is not content."""
        def told():
            done = self.command("status")
            return done.returncode == 1 and word in done.stdout.decode()
        self.wait_for(told, seconds, f"docket status to speak of '{word}'; it says:\n{self.command('status').stdout.decode()}")
