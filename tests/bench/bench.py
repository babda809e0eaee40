"""Every stage of a letter's way and the whole of it, beside the bare way, in interleaved rounds: see README.md.

    sh tests/bench/run.sh [--letters 5000] [--rounds 5] [--only STAGE…]

Prints one table and writes build/bench/result.json.
"""

import argparse
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import check_bare  # noqa: E402
import counts  # noqa: E402
import figures  # noqa: E402
import growth  # noqa: E402
import latency  # noqa: E402
import letters  # noqa: E402
import machine  # noqa: E402
import peers  # noqa: E402
import storm  # noqa: E402
import webhook_way  # noqa: E402
import whole_way  # noqa: E402
from dovecot import Dovecot  # noqa: E402

BASELINE = machine.HERE / "baseline.json"


class Bench:
    """Where everything lies, and the mailbox server of this run."""

    def __init__(self, given):
        self.letters, self.seed, self.folder = given.letters, given.seed, machine.ROOT / "build" / "bench"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.corpus = self.folder / f"letters-{given.letters}-{given.seed}"
        letters.make(self.corpus, given.letters, given.seed)
        self.octets = figures.load(self.corpus / "letters.json")["octets"]
        self.server, self.syncs, self.attachments = None, [], set()

    def configured(self, sources="\n  - name: council\n    pipe: {}\n", port=None):
        """A configuration folder that no docket runs in."""
        return whole_way.town(self, sources, port, name="stages").folder

    def program(self, name, *words):
        """One run of it over the letters."""
        done = subprocess.run([machine.BUILD / name, *words, self.corpus / "mail", str(self.letters)],
                              capture_output=True, text=True, check=False, env={**os.environ, "DOCKET_TEST_PASSWORD": "secret"})
        if done.returncode != 0:
            raise RuntimeError(f"{name} {words}: {done.stderr[-2000:]}")
        return json.loads(done.stdout)

    def stage(self, name, folder):
        return self.program("stages_bench", name, folder)

    def on_processor(self, name):
        return self.by_processor(self.stage(name, self.configured()))

    def gmime(self):
        return self.by_processor(self.program("gmime_bench"))

    def by_processor(self, found):
        """What ran alone on its thread is judged by its processor time."""
        self.attachments |= {found["attachments"]} if "attachments" in found else set()
        if len(self.attachments) > 1:
            raise RuntimeError(f"who reads the letters finds {self.attachments} attachments: not the same")
        return found | {"seconds": found["cpu_seconds"]}

    # --- what one round of a stage is ---------------------------------------------------------------------------------

    def fetched(self, stage, scheme):
        machine.fill_mailbox(self.server, "fetched", self.corpus / "mail", self.letters)
        found = self.stage(stage, self.configured(whole_way.imap_source(self.server, "fetched", scheme=scheme, after="keep")))
        if found["letters"] != self.letters or found["octets"] != self.octets:
            raise RuntimeError(f"{stage}: {found}, {self.letters} letters of {self.octets} octets are there")
        return found

    def drained(self, scheme):
        machine.fill_mailbox(self.server, "drained", self.corpus / "mail", self.letters)
        secure = (self.server.imaps_port, "drained", "secret", self.server.cert)
        found = whole_way.bare("drain", *(secure if scheme == "imaps" else (self.server.imap_port, "drained", "secret")))
        if found["octets"] < self.octets:
            raise RuntimeError(f"drained {found['octets']} of {self.octets} octets")
        return found | {"letters": self.letters}

    def hashed_by_openssl(self):
        mean = self.octets // self.letters
        return {"letters": self.letters, "octets": machine.openssl_rate(mean), "seconds": 1, "cpu_seconds": 1}

    def sent(self):
        with machine.Sink(self.folder) as sink:
            found = self.stage("send", self.configured(port=sink.port))
            if sink.count() != found["out"]:
                raise RuntimeError(f"{found['out']} sent, {sink.count()} at the receiver")
            return found

    def sent_bare(self):
        with machine.Sink(self.folder) as sink:
            return whole_way.bare("letters", sink.port, self.letters, 4, self.corpus / "mail")

    def recorded_bare(self):
        return whole_way.bare("sqlite", self.folder / "bare.db", self.corpus / "mail", self.letters)

    def stages(self):
        """(stage, how docket does it, how it is done bare)"""
        stage = figures.Stage
        return [
            (stage("whole_way", "whole way", target=0.40), lambda: whole_way.docket_way(self, self.letters), lambda: whole_way.bare_way(self, self.letters)),
            (stage("whole_way_small", "  beside 2 x 1,500 octets out"), None, lambda: whole_way.bare_way(self, self.letters, "small")),
            (stage("imap", "IMAP drain to the door of read", target=0.80), lambda: self.fetched("imap", "imap"), lambda: self.drained("imap")),
            (stage("imap_read", "  and through read"), lambda: self.fetched("imap-read", "imap"), lambda: self.drained("imap")),
            (stage("imaps", "imaps drain to the door of read", target=0.80), lambda: self.fetched("imap", "imaps"), lambda: self.drained("imaps")),
            (stage("imaps_read", "  and through read"), lambda: self.fetched("imap-read", "imaps"), lambda: self.drained("imaps")),
            (stage("read", "read (bare: GMime)", target=1.0), lambda: self.on_processor("read"), self.gmime),
            (stage("read_lean", "  without hashes, language, HTML", target=2.0), lambda: self.on_processor("read-lean"), self.gmime),
            (stage("hash", "SHA-256, MB/s (bare: openssl)", target=0.83, unit="octets"), lambda: self.on_processor("hash"), self.hashed_by_openssl),
            (stage("route", "route"), lambda: self.on_processor("route"), None),
            (stage("prepare", "read, route, plan, compress"), lambda: self.on_processor("prepare"), None),
            (stage("record", "record, groups of 100"), lambda: self.stage("record", self.configured()), self.recorded_bare),
            (stage("compose", "compose, letters out", unit="out"), lambda: self.on_processor("compose"), None),
            (stage("send", "send, letters out", unit="out"), self.sent, self.sent_bare),
            (stage("webhook", "webhooks durable (bare: fdatasync)"), lambda: webhook_way.rush(self, self.letters), lambda: webhook_way.syncs(self)),
        ]


def rounds(bench, chosen, count):
    """Neighbours in time: each stage, ours and bare in turns."""
    ways = [way for way in bench.stages() if not chosen or way[0].name in chosen]
    for number in range(count):
        bench.syncs += machine.sync_times(bench.folder)
        for stage, ours, bare in ways:
            print(f"round {number + 1}: {stage.name}", file=sys.stderr, flush=True)
            for rows, way in ((stage.ours, ours), (stage.bare, bare))[:: 1 if number % 2 else -1]:
                if way:
                    rows.append(way())
    return [stage for stage, _, _ in ways]


def noise(bench):
    return {"load_at_end": os.getloadavg()[0], "sync_p50_ms": 1000 * machine.quantile(bench.syncs, 0.5),
            "sync_p99_ms": 1000 * machine.quantile(bench.syncs, 0.99)}


def all_stages(bench, given):
    done = rounds(bench, given.only, given.rounds)
    by_name = {stage.name: stage for stage in done}
    if {"whole_way", "whole_way_small"} <= by_name.keys():  # another bare way beside the same figures
        by_name["whole_way_small"].ours = by_name["whole_way"].ours
    done = [stage for stage in done if stage.ours]
    print(f"\n{given.letters} letters of {bench.octets // given.letters:,} octets on average, {given.rounds} rounds\n\n{figures.table(done)}")
    results = {stage.name: stage.result() for stage in done} | {"machine": noise(bench)}
    if "whole_way" in by_name:
        ours, bare = by_name["whole_way"].ours[-1], by_name["whole_way"].bare[-1]
        results["whole_way"] |= {"out_per_letter": ours["out"] / ours["letters"], "outcomes": ours["outcomes"],
                                 "cores_busy": ours["cores_busy"], "bare_cores_busy": bare["cores_busy"], "peak_kib": ours["peak_kib"]}
        print(f"whole way: {ours['outcomes']}, {results['whole_way']['out_per_letter']:.2f} letters out for each in (bare: 2); at most "
              f"{ours['peak_kib'] / 1024:.0f} MiB; {ours['cores_busy']:.1f} of {os.cpu_count()} cores busy (bare: {bare['cores_busy']:.1f})")
    return results


def compare(results):
    """Beside the kept figures: what moved."""
    kept, now = (figures.kept_part(one) for one in (figures.load(BASELINE), results))
    if now:
        print("\n" + "\n".join(figures.told(kept, now)))


def run(given):
    bench, results = Bench(given), {"letters": given.letters, "at": datetime.datetime.now().isoformat(timespec="seconds")}
    if given.counts:
        return results | counts.run(bench)
    with Dovecot(root=fresh(bench.folder / "dovecot")) as bench.server:
        if given.check_bare:
            return results | check_bare.run(bench, given.check_bare, given.rounds)
        if given.peers:
            return results | peers.run(bench, min(given.letters, given.peer_letters))
        if given.growth:
            return results | growth.run(bench, given)
        if given.storm:
            return results | storm.run(bench, given)
        if given.only != ["latency"]:
            results |= all_stages(bench, given)
        if not given.only or "latency" in given.only:
            results |= latency.run(bench, given.latencies)
    return results if given.only else results | counts.run(bench)


def is_part(given):
    """What it gives is put beside what an earlier run gave."""
    return given.only or given.counts or given.check_bare or given.growth or given.storm or given.peers


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--letters", type=int, default=5000)
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--latencies", type=int, default=200, metavar="N", help="letters of the idle machine")
    words.add_argument("--only", nargs="+", default=[], metavar="STAGE", help="of the table, or latency")
    words.add_argument("--counts", action="store_true", help="instructions a letter alone (callgrind)")
    words.add_argument("--growth", action="store_true", help="what grows with a town alone; with --cases, --large, --backlog")
    words.add_argument("--cases", type=int, default=1_000_000, metavar="N", help="in the large book")
    words.add_argument("--large", type=int, default=40, metavar="N", help="letters of 10 MB")
    words.add_argument("--backlog", type=int, default=100_000, metavar="N", help="letters that wait in a mailbox")
    words.add_argument("--storm", action="store_true", help="a storm of letters beside people at work alone; with --minutes, --rate")
    words.add_argument("--minutes", type=float, default=3, metavar="N")
    words.add_argument("--rate", type=float, default=100, metavar="N", help="letters a second")
    words.add_argument("--peers", action="store_true", help="what else is installed that sorts and answers letters, alone")
    words.add_argument("--peer-letters", type=int, default=1000, metavar="N")
    words.add_argument("--check-bare", metavar="DIR", help="the bare way's parts beside other programs for the same limits")
    words.add_argument("--check", action="store_true", help="compare build/bench/result.json with the kept figures, measure nothing")
    words.add_argument("--keep", action="store_true", help="make what is measured the kept figures (baseline.json)")
    given = words.parse_args()
    path = machine.ROOT / "build/bench/result.json"
    results = figures.load(path) if given.check else run(given)
    if not given.check:
        print(f"\nthis machine: load {os.getloadavg()[0]:.1f}" + figures.said_of_disk(results))
        figures.save(path, figures.load(path) | results if is_part(given) else results)
    compare(results)
    if given.keep:
        figures.save(BASELINE, figures.load(BASELINE) | figures.to_keep(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
