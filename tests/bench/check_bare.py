"""The parts of bare_way beside other programs for the same limits, in interleaved rounds, over those programs' own letters.

DIR holds run_ceil_db.sh, run_ceil_imap.sh and run_ceil_smtp.sh, each of which prints a line of JSON with msgs_per_s, and makes
its letters at $CORPUS.
"""

import json
import os
import pathlib
import statistics
import subprocess

import machine
import whole_way

CLOSE = 0.15


def theirs(folder, work, letters, program, **environment):
    done = subprocess.run(["bash", folder / program], capture_output=True, text=True, check=False,
                          env={**os.environ, "WORKDIR": str(work), "N": str(letters), **environment})
    if done.returncode != 0:
        raise RuntimeError(f"{program}: {done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])["msgs_per_s"]


def rate(found, letters):
    return letters / found["seconds"]


def run(bench, folder, rounds):
    """{part: median of bare_way's rate over theirs}; says which are further off than 15%."""
    folder, letters = pathlib.Path(folder).resolve(), bench.letters
    work = bench.folder / "limits"
    maildir = work / f"corpus{letters}" / "maildir"

    def drained():
        machine.fill_mailbox(bench.server, "limits", maildir, letters)
        return rate(whole_way.bare("drain", bench.server.imap_port, "limits", "secret"), letters)

    def sent():
        with machine.Sink(bench.folder, counting=False) as sink:
            return rate(whole_way.bare("smtp", sink.port, letters, 4, 1500), letters)

    parts = {
        "sqlite": (lambda: theirs(folder, work, letters, "run_ceil_db.sh", BATCHES="100"),
                   lambda: rate(whole_way.bare("sqlite", bench.folder / "bare.db", maildir, letters), letters)),
        "drain": (lambda: theirs(folder, work, letters, "run_ceil_imap.sh"), drained),
        "smtp": (lambda: theirs(folder, work, letters, "run_ceil_smtp.sh", SESSIONS="4"), sent)}
    pairs = {name: [] for name in parts}
    for _ in range(rounds):
        for name, (other, own) in parts.items():
            pairs[name].append((other(), own()))
    print(f"\nbare_way beside {folder.name}, {letters} letters, {rounds} rounds:")
    found = {}
    for name, rows in pairs.items():
        found[name] = statistics.median(own / other for other, own in rows)
        print(f"  {name:8} {statistics.median(own for _, own in rows):10,.0f}/s  theirs {statistics.median(other for other, _ in rows):10,.0f}/s  "
              f"ratio {found[name]:.2f}{'' if abs(found[name] - 1) <= CLOSE else '  (off by more than 15%)'}")
    return {"bare_beside_others": found}
