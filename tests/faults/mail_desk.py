"""A docket with a pipe in and a mail server that misbehaves. Its clock runs faster, so its ten minutes are seconds."""

import collections
import email
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

from fake_smtp import FakeSmtp  # noqa: E402
from fast_clock import fast  # noqa: E402
from oracles import Book, accepted  # noqa: E402
from running import Docket, letter  # noqa: E402

PIPE = "\n  - name: pipe\n    pipe: {}"
SPEED = 120
OFFICE = "ward-2@office.testing.invalid"


class Desk:
    """A docket with a pipe in, a server that misbehaves, and a fast clock."""

    def __init__(self, speed=SPEED, mail="", **how):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-smtp-"))
        self.server = FakeSmtp(self.folder / "received", **how).start()
        self.docket = Docket(PIPE, self.server.port)
        path = self.docket.folder / "docket.yaml"
        path.write_text(path.read_text().replace("  domain: town.example\n", "  domain: town.example\n" + mail))
        self.docket.environment = fast(speed) if speed else {}
        self.serial = 0

    def __enter__(self):
        self.docket.start()
        return self

    def __exit__(self, *_):
        self.docket.__exit__()
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def inject(self, sender=None, forward_only=False, **how):
        """One letter; with `forward_only` one row: a machine's gets no acknowledgement."""
        self.serial += 1
        more = "Auto-Submitted: auto-generated\r\n" if forward_only else ""
        how = {"text": f"Letter {self.serial}: when does the library open?", "subject": f"Question {self.serial}", **how}
        octets = letter(sender=sender or f"p{self.serial}@people.example.org", number=self.serial, more=more, **how)
        done = self.docket.command("inject", "-", "--source", "pipe", octets=octets)
        if done.returncode != 0:
            raise AssertionError(f"inject: {done.returncode} {done.stderr.decode()}")
        return self

    def rows(self):
        with Book(self.docket) as book:
            return [dict(row) for row in book.all("SELECT o.*, t.recipient, t.last_reply FROM outbox o"
                                                  " JOIN outbox_texts t ON t.outbox_id = o.id ORDER BY o.id")]

    def wait(self, ready, what, seconds=90):
        self.docket.wait_for(ready, seconds, what)

    def settle(self, seconds=90):
        """Until no row will move by itself any more."""
        self.wait(lambda: not any(row["next"] or row["state"] == "sending" for row in self.rows()),
                  f"{[(row['state'], row['last_reply']) for row in self.rows()]} to come to rest", seconds)
        return self.rows()

    def copies(self):
        return collections.Counter(message_id for _, message_id in accepted(self.server))

    def events(self, what):
        with Book(self.docket) as book:
            return [row[0] for row in book.all("SELECT detail FROM events WHERE what = ?", what)]

    def letters(self, to):
        box = self.server.folder / to / "new"
        return [email.message_from_bytes(path.read_bytes()) for path in box.glob("*")] if box.exists() else []
