"""What grows with a town: cases in the book, rules, letters of 10 MB, and a backlog. The whole way each time, small and large
in turns.

The large book is filled once through CaseBook::record() and kept in build/bench; what later runs put into it stays there.
"""

import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

import figures
import letters
import machine
import whole_way

SMALL_BOOK = 1000
FEW_RULES, MANY_RULES = 10, 10000
LARGE_LETTER = 10 << 20
OPEN = 200  # one case in so many is open: the rest of a book of years is closed


# --- a book of many cases ---------------------------------------------------------------------------------------------------

def close_cases(book):
    """What a book of years has behind it; no letter says so any more."""
    connection = sqlite3.connect(book)
    with connection:
        connection.execute("UPDATE cases SET status = 'closed', due = NULL WHERE id % ? <> 0", (OPEN,))
        connection.execute("INSERT OR REPLACE INTO meta (name, value) SELECT 'grouped', max(id) FROM cases")
        connection.execute("INSERT OR REPLACE INTO meta (name, value) SELECT 'sketches_forgotten', max(id) FROM cases WHERE opened < ?",
                           (int((time.time() - 14 * 86400) * 1000000),))
    connection.close()


def filled_book(bench, cases):
    """Its folder; made where it is not there yet."""
    kept = bench.folder / f"book-{cases}"
    if (kept / "filled.json").exists():
        return kept
    shutil.rmtree(kept, ignore_errors=True)
    folder = bench.configured()
    begun = time.monotonic()
    done = subprocess.run([machine.BUILD / "stages_bench", "fill", folder, bench.corpus / "mail", str(min(2000, bench.letters))],
                          capture_output=True, text=True, check=False, env={**os.environ, "DOCKET_BENCH_CASES": str(cases)})
    if done.returncode != 0:
        raise RuntimeError(f"fill: {done.stderr[-2000:]}")
    close_cases(folder / "data/docket.db")
    kept.mkdir()
    (folder / "data").rename(kept / "data")
    told = json.loads(done.stdout) | {"octets": (kept / "data/docket.db").stat().st_size}
    (kept / "filled.json").write_text(json.dumps(told), encoding="utf-8")
    print(f"a book of {cases:,} cases made in {time.monotonic() - begun:.0f} s, {told['octets'] / cases / 1024:.1f} KiB a case", file=sys.stderr, flush=True)
    return kept


def way_with_book(bench, kept, corpus):
    """The kept book is used where it lies, for it is large; a small one is a copy."""
    small = json.loads((kept / "filled.json").read_text(encoding="utf-8"))["letters"] <= SMALL_BOOK
    machine.fill_mailbox(bench.server, "town", corpus / "mail", bench.letters)
    with machine.Sink(bench.folder) as sink, whole_way.town(bench, whole_way.imap_source(bench.server, "town"), sink.port) as docket:
        (shutil.copytree if small else os.rename)(kept / "data", docket.folder / "data")
        try:
            return whole_way.measured_way(bench, docket, sink, bench.letters)
        finally:
            docket.stop()
            if not small:
                (docket.folder / "data").rename(kept / "data")


def never_seen(bench, kept):
    """A corpus that this book has not had: the same again would be duplicates."""
    marker = kept / "used"
    used = int(marker.read_text(encoding="utf-8")) if marker.exists() else 0
    marker.write_text(str(used + 1), encoding="utf-8")
    shutil.rmtree(bench.folder / "never-seen", ignore_errors=True)
    letters.make(bench.folder / "never-seen", bench.letters, 1000 + used)
    return bench.folder / "never-seen"


def cases(bench, count, rounds):
    few, many = filled_book(bench, SMALL_BOOK), filled_book(bench, count)
    stage = figures.Stage("cases", f"whole way with {count:,} cases (bare: {SMALL_BOOK:,})", target=0.75)
    for _ in range(rounds):
        corpus = never_seen(bench, many)
        stage.bare.append(way_with_book(bench, few, corpus))
        stage.ours.append(way_with_book(bench, many, corpus))
    return stage


# --- rules, large letters, a backlog ------------------------------------------------------------------------------------------

def rules(bench, rounds):
    made = bench.folder / "rules"
    if not (made / "letters").exists():
        made.mkdir(exist_ok=True)
        subprocess.run([sys.executable, machine.HERE / "rules_corpus.py", made], check=True, capture_output=True)
    stage = figures.Stage("rules", f"whole way with {MANY_RULES:,} rules (bare: {FEW_RULES})", target=0.85)
    for _ in range(rounds):
        for rows, size in ((stage.bare, FEW_RULES), (stage.ours, MANY_RULES)):
            folder = fresh(bench.folder / "some-rules")
            shutil.copy(made / f"rules-{size}.yaml", folder / "10-bench.yaml")
            rows.append(whole_way.docket_way(bench, bench.letters, rules=folder))
    return stage


def large_letters(bench, count, rounds):
    """Octets a second with letters of 10 MB beside those with usual ones."""
    folder = bench.folder / f"large-{count}"
    if not (folder / "letters.json").exists():
        shutil.rmtree(folder, ignore_errors=True)
        write_large(folder, count)
    stage = figures.Stage("large", "letters of 10 MB, MB/s (bare: usual ones)", unit="octets")
    for _ in range(rounds):
        ours = whole_way.docket_way(bench, count, maildir=folder / "mail")
        stage.ours.append(ours | {"octets": figures.load(folder / "letters.json")["octets"]})
        stage.bare.append(whole_way.docket_way(bench, bench.letters) | {"octets": bench.octets})
    return stage


def write_large(folder, count):
    corpus, total = letters.Corpus(77), 0
    for part in ("cur", "new", "tmp"):
        (folder / "mail" / part).mkdir(parents=True)
    for number in range(count):
        octets = corpus.with_file(LARGE_LETTER).encode()
        travelling = len(octets) + octets.count(b"\n")
        (folder / "mail/cur" / letters.maildir_name(number, len(octets), travelling)).write_bytes(octets)
        total += travelling
    figures.save(folder / "letters.json", {"letters": count, "octets": total})


def backlog(bench, count):
    """Resident memory at its highest while so many letters wait in a mailbox."""
    folder = bench.folder / f"backlog-{count}"
    letters.make(folder, count, 5)
    found = whole_way.docket_way(bench, count, maildir=folder / "mail")
    found["octets"] = figures.load(folder / "letters.json")["octets"]
    return found


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    pathlib.Path(folder).mkdir()
    return folder


def run(bench, given):
    done = [rules(bench, given.rounds), large_letters(bench, given.large, given.rounds), cases(bench, given.cases, given.rounds)]
    print(f"\nwhat grows ({given.letters} letters, {given.rounds} rounds)\n\n{figures.table(done)}")
    waiting = backlog(bench, given.backlog)
    print(f"\na backlog of {given.backlog:,}: at most {waiting['peak_kib'] / 1024:.0f} MiB resident (target 200), "
          f"{waiting['letters'] / waiting['seconds']:,.0f} letters a second")
    share = statistics.median(done[1].ratios())
    print(f"letters of 10 MB: {share:.2f} of the usual octets a second")
    return {"growth": {stage.name: stage.result() for stage in done} | {"backlog": waiting}}
