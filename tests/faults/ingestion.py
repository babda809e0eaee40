"""What the tests of group A share: scripted IMAP servers, a docket that takes from them, a receiver, the oracles."""

import os
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import oracles  # noqa: E402
from fake_imap import FakeImap  # noqa: E402
from running import Docket  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

LONG = bool(os.environ.get("DOCKET_FAULTS_LONG"))
CANARY = "canary-7Yq2x"


class Ingestion(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-faults-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.receiver = SmtpReceiver(self.folder / "received").start()
        self.addCleanup(self.receiver.stop)

    def imap(self, name="council", letters=(), **how):
        imap = FakeImap(name, **how).start()
        self.addCleanup(imap.stop)
        for octets in letters:
            imap.deliver(octets)
        return imap

    def docket(self, *sources, imaps=(), **how):
        docket = Docket("".join(sources), self.receiver.port, **how)
        self.addCleanup(docket.__exit__)
        docket.environment = {"DOCKET_TEST_PASSWORD": CANARY}
        for imap in imaps:
            imap.book = docket.folder / "data/docket.db"
        return docket

    def outcomes(self, docket, source):
        with oracles.Book(docket) as book:
            return dict(book.all("SELECT outcome, count(*) FROM inbounds WHERE source = ? GROUP BY outcome", source))

    def trouble(self, docket, source):
        return next(row["trouble"] for row in docket.status()["sources"] if row["name"] == source)
