#!/usr/bin/env python3
"""Pigeonhole on the rules and letters of rules_corpus.py: sieve.py FOLDER. Prints CPU milliseconds a letter, start-up subtracted."""

import os
import pathlib
import pwd
import resource
import shutil
import subprocess
import sys
import tempfile

LETTERS = 200  # a run at 10,000 rules takes some 70 ms for each


def cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    corpus = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="docket-sieve-") as name:
        folder = pathlib.Path(name)
        user = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())  # Pigeonhole refuses root
        for box, count in (("empty", 0), ("full", LETTERS)):
            for part in ("cur", "new", "tmp"):
                (folder / box / part).mkdir(parents=True)
            for letter in sorted((corpus / "letters").iterdir())[:count]:
                shutil.copy(letter, folder / box / "new")
            (folder / f"{box}.conf").write_text(f"""base_dir = {folder}/run
log_path = {folder}/log
mail_location = maildir:{folder}/{box}
first_valid_uid = 1
first_valid_gid = 1
mail_uid = {user.pw_uid}
mail_gid = {user.pw_gid}
ssl = no
plugin {{
  sieve_max_script_size = 0
  sieve_max_cpu_time = 0
  sieve_max_actions = 0
}}
""")
        for size in (10, 100, 1000, 10000):
            shutil.copy(corpus / f"rules-{size}.sieve", folder)
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", "nobody:nogroup", str(folder)], check=True)
        for size in (10, 100, 1000, 10000):
            script = folder / f"rules-{size}.sieve"
            compiling = cpu(["sievec", "-c", str(folder / "empty.conf"), str(script)])
            run = {box: cpu(["sieve-filter", "-c", str(folder / f"{box}.conf"), "-e", str(script), "INBOX"])
                   for box in ("empty", "full")}
            print(f"Pigeonhole, {size:6} rules: {(run['full'] - run['empty']) * 1000 / LETTERS:8.3f} ms of CPU a letter "
                  f"(compiled in {compiling:.2f} s)")


main()
