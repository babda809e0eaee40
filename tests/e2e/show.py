#!/usr/bin/env python3
"""The long shows, on real parts, with their figures:

    show.py corpus  [--count 2000] [--flip]   outcomes, octets, answers against the plan; --flip changes one line of it
    show.py old     [--count 5000]            a first start on letters of the last three years: none leaves
    show.py shadow  [--count 2000]            flags unchanged, nothing sent
    show.py kill    [--count 2000 --kills 20] kill -9 at seeded random moments
    show.py rate    [--count 2000 --rounds 3] letters a second end to end, beside a bare drain of the same mailboxes
"""

import argparse
import collections
import datetime
import pathlib
import random
import shutil
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from dovecot import Dovecot  # noqa: E402
from outcomes import MAILBOXES, check_answers, check_octets, check_outcomes, make_corpus, received  # noqa: E402
from running import Docket, imap_source  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

LIMITS = "  limits: {connections: 4, per_minute: 1000000, per_day: 10000000, per_address_per_hour: 5}\n"


def sources(server, **how):
    return "".join(imap_source(box, server, box, **how) for box in MAILBOXES)


class Stage:
    """Dovecot, receiver, corpus, docket; all ended at the end."""

    def __init__(self, options, **how):
        self.options = options
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="docket-show-"))
        self.server = Dovecot().start()
        self.receiver = SmtpReceiver(self.folder / "received").start()
        self.corpus = make_corpus(self.folder / "corpus", options.count, options.seed)
        mode = how.pop("mode", "live")
        self.docket = Docket(sources(self.server, **how), self.receiver.port, mode=mode, extra=LIMITS)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.docket.__exit__()
        self.receiver.stop()
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, seconds=600):
        self.docket.wait_until_taken(self.corpus.counts(), seconds)
        self.docket.wait_until_sent(seconds)


def report(title, wrong):
    print(f"{title}: {'as planned' if not wrong else f'{len(wrong)} differ'}")
    for line in wrong[:10]:
        print(f"    {line}")
    return bool(wrong)


def print_ledger(docket):
    print(docket.command("ledger").stdout.decode(), end="")


def corpus(options):
    with Stage(options) as stage:
        stage.corpus.deliver(stage.server)
        if options.flip:
            group = next(g for g in stage.corpus.groups if g["office"] == "roads")
            group["office"] = "waste"
            print(f"flipped: group {group['group']} is now planned for waste")
        stage.docket.start()
        stage.run()
        kinds = collections.Counter(group["kind"] for group in stage.corpus.groups)
        print(f"{len(stage.corpus.letters)} letters, {len(stage.corpus.groups)} groups of {len(kinds)} kinds, seed {options.seed}")
        failed = report("outcomes, offices, withheld reasons", check_outcomes(stage.corpus, stage.server, stage.docket))
        failed |= report("stored octets against the server's (SHA-256)", check_octets(stage.corpus, stage.server, stage.docket))
        failed |= report(f"acknowledgements ({sum(stage.corpus.acknowledged().values())} planned) and forwards "
                         f"({sum(stage.corpus.forwards().values())} planned)",
                         check_answers(stage.corpus, stage.folder / "received"))
        print_ledger(stage.docket)
        return failed


def old(options):
    with Stage(options, take="start", imported="closed") as stage:
        now = datetime.datetime.now(datetime.timezone.utc)
        for box in MAILBOXES:
            letters = stage.corpus.of(box)
            stage.server.deliver_all(box, [(stage.corpus.octets(one), now - datetime.timedelta(days=3 * 365 * (i + 1) / (len(letters) + 1)))
                                           for i, one in enumerate(letters)])
        stage.docket.start()
        stage.run()
        print_ledger(stage.docket)
        left = received(stage.folder / "received")
        print(f"{len(stage.corpus.letters)} letters of the last three years: {len(stage.docket.ask('case', 'list'))} cases, {len(left)} letters left")
        return bool(left)


def shadow(options):
    with Stage(options, after="flag", mode="shadow") as stage:
        stage.corpus.deliver(stage.server)
        before = {box: stage.server.flags(box) for box in MAILBOXES}
        stage.docket.start()
        stage.docket.wait_until_taken(stage.corpus.counts(), 600)
        failed = report("outcomes in shadow", check_outcomes(stage.corpus, stage.server, stage.docket))
        stage.docket.stop()
        same = before == {box: stage.server.flags(box) for box in MAILBOXES}
        sent = len(received(stage.folder / "received"))
        print(f"flags unchanged: {same}; letters sent: {sent}")
        return failed or not same or sent > 0


def kill(options):
    rng = random.Random(options.seed)
    with Stage(options, after="flag") as stage:
        stage.corpus.deliver(stage.server)
        for _ in range(options.kills):
            stage.docket.start()
            time.sleep(rng.uniform(0.05, 0.6))  # the moment, not a condition
            stage.docket.kill()
        stage.docket.start()
        stage.run()
        rows = stage.docket.ask("outbox", "list")
        uncertain = [row["id"] for row in rows if row["state"] == "uncertain"]
        most = options.kills * 4 * 16  # connections times letters handed to one at a time
        print(f"{options.kills} kills; {len(uncertain)} letters of unknown outcome, at most {most}")
        for one in uncertain:  # as a clerk may, without waiting for the ten minutes
            stage.docket.command("outbox", "retry", one)
        stage.docket.wait_until_sent(300)
        failed = report("outcomes", check_outcomes(stage.corpus, stage.server, stage.docket))
        failed |= report("octets", check_octets(stage.corpus, stage.server, stage.docket))
        failed |= report("answers, each at least once, repeats with the same Message-ID",
                         check_answers(stage.corpus, stage.folder / "received", repeats=True))
        failed |= report("repeats marked in the timeline of their case, two copies at most", check_repeats(stage))
        verified = stage.docket.command("audit", "verify").returncode == 0
        print(f"audit chain: {'holds' if verified else 'broken'}")
        return failed or not verified or len(uncertain) > most


def check_repeats(stage):
    """Our Message-IDs name their case: KEY.YEAR-NUMBER-CHECK.PURPOSE.…; its timeline must hold the unknown outcome."""
    copies = collections.Counter((to, message["Message-ID"]) for to, message in received(stage.folder / "received"))
    repeated = {key: count for key, count in copies.items() if count > 1}
    print(f"letters that went out more than once: {len(repeated)}")
    wrong = []
    for (to, message_id), count in repeated.items():
        timeline = stage.docket.ask("case", "show", "TT-" + message_id.split(".")[1])["timeline"]
        if count > 2 or not any(event["what"] == "uncertain" for event in timeline):
            wrong.append(f"{to} {message_id}: {count} copies, marked: {[e['what'] for e in timeline]}")
    return wrong


def bare_drain(server):
    """One UID FETCH of everything in each mailbox, read to the end."""
    started = time.monotonic()
    for box in MAILBOXES:
        connection = server.login(box)
        connection.select("INBOX", readonly=True)
        connection.uid("FETCH", "1:*", "(UID BODY.PEEK[])")
        connection.logout()
    return time.monotonic() - started


def rate(options):
    results = []
    for number in range(options.rounds):
        with Stage(options) as stage:
            stage.corpus.deliver(stage.server)
            bare = bare_drain(stage.server)
            started = time.monotonic()
            stage.docket.start()
            stage.docket.wait_until_taken(stage.corpus.counts(), 600)
            taken = time.monotonic() - started
            stage.docket.wait_until_sent(600)
            sent = time.monotonic() - started
            count = len(stage.corpus.letters)
            results.append((count / bare, count / taken, count / sent))
            print(f"round {number + 1}: bare drain {count / bare:.0f}/s, recorded {count / taken:.0f}/s, answered and "
                  f"forwarded {count / sent:.0f}/s", flush=True)
    bare, taken, sent = (statistics.median(column) for column in zip(*results))
    print(f"medians: bare drain {bare:.0f}/s, recorded {taken:.0f}/s (ratio {taken / bare:.3f}), "
          f"whole way {sent:.0f}/s (ratio {sent / bare:.3f})")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("show", choices=["corpus", "old", "shadow", "kill", "rate"])
    parser.add_argument("--count", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--flip", action="store_true")
    options = parser.parse_args()
    options.count = options.count or (5000 if options.show == "old" else 2000)
    sys.exit(1 if globals()[options.show](options) else 0)


if __name__ == "__main__":
    main()
