"""Instructions a letter for read and route, by callgrind: figures without the machine's noise."""

import os
import re
import subprocess

import machine

STAGES = ("read", "read-lean", "route", "prepare")
LETTERS = 200


def of_program(maildir, name, *words, letters=LETTERS):
    """Of the loop over the letters alone."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no", "--toggle-collect=bench::measured*",
         machine.BUILD / name, *words, maildir, str(letters)], capture_output=True, text=True, check=False, env=os.environ)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found or not int(found[1]):
        raise RuntimeError(f"callgrind {name}: {done.stderr[-2000:]}")
    return int(found[1]) / letters


def run(bench):
    folder, maildir = bench.configured(), bench.corpus / "mail"
    found = {name: of_program(maildir, "stages_bench", name, folder) for name in STAGES}
    found["gmime"] = of_program(maildir, "gmime_bench")
    print(f"\ninstructions a letter (the first {LETTERS} of the corpus):")
    for name, count in found.items():
        print(f"  {name:10} {count:14,.0f}")
    return {"instructions": found}
