"""Request Tracker 5 on a fresh SQLite database: fetchmail → rt-mailgate → its own web server → a ticket and an automatic reply."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

import letters_town as town
import machine
from dovecot import free_port

SHARE = pathlib.Path("/usr/share/request-tracker5")
NEEDS = ("fetchmail", "rt-mailgate", "rt-setup-database-5", "starman")
WORKERS = 2
LETTERS = 200  # it takes its time

CONFIG = """use utf8;
Set($rtname, '{domain}');
Set($Organization, '{domain}');
Set($WebDomain, '127.0.0.1');
Set($WebPort, {port});
Set($CorrespondAddress, 'clerk\\@{domain}');
Set($CommentAddress, 'clerk-comment\\@{domain}');
Set($RTAddressRegexp, qr/^({addresses})(-comment)?\\@{domain}$/);
Set($MailCommand, 'sendmailpipe');
Set($SendmailPath, '{sendmail}');
Set($SendmailArguments, '-oi');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
Set($MasonDataDir, '{folder}/mason');
Set($MasonSessionDir, '{folder}/session');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '{folder}/rt.db');
1;
"""
QUEUES = """our @Queues = map {{ {{ Name => $_, CorrespondAddress => "$_\\@{domain}", CommentAddress => "$_-comment\\@{domain}" }} }} qw({addresses});
our @ACL = map {{ {{ GroupDomain => 'SystemInternal', GroupType => 'Everyone', Right => $_ }} }} qw(CreateTicket ReplyToTicket CommentOnTicket SeeQueue);
1;
"""


class RequestTracker:
    def __init__(self, folder, sendmail):
        self.folder, self.port = folder, free_port()
        for part in ("RT_SiteConfig.d", "mason", "session"):
            (folder / part).mkdir(parents=True)
        (folder / "RT_SiteConfig.pm").write_text(
            CONFIG.format(domain=town.DOMAIN, port=self.port, addresses="|".join(town.ADDRESSES), sendmail=sendmail, folder=folder), encoding="utf-8")
        (folder / "queues").write_text(QUEUES.format(domain=town.DOMAIN, addresses=" ".join(town.ADDRESSES)), encoding="utf-8")
        self.environment = {**os.environ, "RT_SITE_CONFIG": str(folder / "RT_SiteConfig.pm"), "RT_SITE_CONFIG_DIR": str(folder / "RT_SiteConfig.d"),
                            "PERL5LIB": str(SHARE / "lib")}
        for words in (("--action", "init"), ("--action", "insert", "--datafile", folder / "queues")):
            self.run("rt-setup-database-5", *words, "--dba", "x", "--dba-password", "x")

    def run(self, *words):
        done = subprocess.run(list(map(str, words)), env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{words[0]}: {(done.stdout + done.stderr)[-1500:]}")

    def __enter__(self):
        with open(self.folder / "log", "wb") as log:
            self.process = subprocess.Popen([SHARE / "libexec/rt-server", "--server", "Starman", "--host", "127.0.0.1", "--port", str(self.port),
                                             "--workers", str(WORKERS)], env=self.environment, stdout=log, stderr=log)
        for _ in range(600):
            try:
                urllib.request.urlopen(self.address, timeout=60).read()
                break
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        for _ in range(4 * WORKERS):  # each compiles its pages at the first use
            urllib.request.urlopen(self.address, timeout=60).read()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}/"

    def letters(self):
        """Each is a transaction of a ticket: created by it, or added."""
        book = sqlite3.connect(f"file:{self.folder}/rt.db?mode=ro", uri=True)
        count = book.execute("SELECT count(*) FROM Transactions WHERE ObjectType = 'RT::Ticket' AND Type IN ('Create', 'Correspond')").fetchone()[0]
        book.close()
        return count


def run(peers):
    """As the others of peers.py."""
    with machine.Sink(peers.bench.folder) as sink:
        folder = peers.folder / "rt"
        shutil.rmtree(folder, ignore_errors=True)
        with RequestTracker(folder, peers.sendmail(sink.port)) as tracker:
            peers.filled()
            settings = peers.private("fetchmailrc", f"""set no bouncemail
set postmaster clerk
poll 127.0.0.1 protocol imap port {peers.bench.server.imap_port} auth password no dns aka {town.DOMAIN} envelope "Delivered-To"
  user "peer" password "secret" to {" ".join(town.ADDRESSES)} here fetchall no keep sslproto ""
  mda "rt-mailgate --url {tracker.address} --queue %T --action correspond"
""")
            processor = machine.tree_seconds(tracker.process.pid)
            found = peers.measured(peers.fetching(settings), sink, lambda: peers.count if tracker.letters() >= 0.9 * peers.count else tracker.letters())
            found["cpu_seconds"] += machine.tree_seconds(tracker.process.pid) - processor
            return found
