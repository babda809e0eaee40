"""A docket whose letters out are written to a Maildir at out/: one file a letter and recipient."""

import email
import email.policy
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

from mail_desk import PIPE  # noqa: E402
from oracles import Book  # noqa: E402
from running import Docket  # noqa: E402


class Town(Docket):
    def __init__(self, sources=PIPE, mail="", change=lambda town: town, **how):
        super().__init__(sources, **how)
        path = self.folder / "docket.yaml"
        path.write_text(path.read_text().replace("  domain: town.example\n", "  domain: town.example\n" + mail))
        path = self.folder / "town.yaml"
        path.write_text(change(path.read_text()))
        self.known = set()

    def inject(self, octets, *more):
        done = self.command("inject", "-", "--source", "pipe", "--json", *more, octets=octets)
        if done.returncode != 0:
            raise AssertionError(f"inject: {done.returncode} {done.stderr.decode()}")

    def out(self):
        """[(recipient, message)] of everything that left since the last call."""
        self.wait_until_sent()
        fresh = sorted(set(self.folder.glob("out/new/*")) - self.known)
        self.known.update(fresh)
        messages = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in fresh]
        return [(str(message["Delivered-To"]), message) for message in messages]

    def one(self, words, *values):
        with Book(self) as book:
            return book.one(words, *values)
