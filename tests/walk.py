#!/usr/bin/env python3
"""A new user's walk: the README's and the clerk's guide's commands, as written and in their order, on a clean machine.

    python3 tests/walk.py                       what is here decides what is walked; the rest is named as left out
    python3 tests/walk.py --need source,package,systemd,mail    left out is a failure
    python3 tests/walk.py --docket PATH         this program instead of the one in PATH (for the guide, without the package)
    python3 tests/walk.py --this-machine-is-mine   makes mail.town.example this machine, with a mail server: only in a bare
                                                root that is thrown away, since it writes into /etc

Blocks to walk are marked (tests/docs.py); a file that the reader is told to save is saved. As the reader does, the walk puts a
case number and a version of its own where the guide has an example's, and a day that lies ahead. Ends with 0 when every
command did what its reader expects.
"""

import argparse
import contextlib
import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import docs  # noqa: E402
import walk_mail  # noqa: E402

PROMPT = "walk-block-ended"


def here(arguments):
    """What of a block's needs this machine has."""
    found = set()
    if os.getuid() == 0 and shutil.which("apt-get"):
        found |= {"package"}
    if (docs.ROOT / "CMakeLists.txt").exists() and shutil.which("git"):
        found |= {"source"}
    if pathlib.Path("/run/systemd/system").is_dir():
        found |= {"systemd"}
    if arguments.this_machine_is_mine:
        found |= {"mail"}
    return found


class Reader:
    """One shell that the reader types into. Blocks share its folder and variables, as they would."""

    def __init__(self, folder, environment):
        self.folder = folder
        self.log = (folder / "walk.log").open("w+", encoding="utf-8")
        self.shell = subprocess.Popen(["bash"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log,
                                      text=True, env=environment, start_new_session=True)

    def types(self, text):
        """(exit code of the first command that failed, else 0; what was printed)"""
        self.log.truncate(0)
        # A subshell would lose `cd` and background jobs: the block runs in the shell itself, and stops at the first failure.
        script = self.folder / "block.sh"
        script.write_text("failed=0\ntrap 'failed=$?; return $failed' ERR\n" + text, encoding="utf-8")
        self.shell.stdin.write(f"set -E; source ./block.sh </dev/null; code=$?; trap - ERR; set +E; echo {PROMPT} $code\n")
        self.shell.stdin.flush()
        printed = ""
        for line in self.shell.stdout:
            ended = re.match(rf"{PROMPT} (\d+)$", line)
            if ended:
                return int(ended.group(1)), printed + self.complaints()
            printed += line
        return 255, printed + self.complaints()

    def complaints(self):
        self.log.flush()
        return (self.folder / "walk.log").read_text(encoding="utf-8")

    def leaves(self):
        """Ends what was left running, too: all of it is of the shell's process group."""
        self.shell.stdin.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.shell.pid, signal.SIGTERM)
        self.shell.stdout.close()
        self.shell.wait(60)
        self.log.close()


def needs_of(block):
    found = re.search(r"needs ([\w, ]+)", block.marker)
    return {word.strip() for word in found.group(1).split(",")} if found else set()


def expected_code(block):
    found = re.search(r"exit (\d+)", block.marker)
    return int(found.group(1)) if found else 0


def wait_until(true, seconds):
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


class StandIns:
    """What stands in the guide for something of the reader's own."""
    CASES = ("EX-2026-000123-8", "EX-2026-000124-1")  # the first, the second
    SETS = ("sha256:34a58bde", "sha256:00efedda")     # the one to go back to, the wrong one

    def __init__(self, folder, environment):
        self.folder, self.environment, self.known = folder, environment, {}

    def ask(self, *words):
        answer = subprocess.run(["docket", "-c", "town", *words, "--json"], cwd=self.folder, env=self.environment, capture_output=True,
                                text=True, check=True)
        return json.loads(answer.stdout)

    def look(self, text):
        if any(case in text for case in self.CASES):
            numbers = [case["number"] for case in reversed(self.ask("case", "list"))]
            self.known.update(zip(self.CASES, numbers))
        if self.SETS[0] in text and self.SETS[0] not in self.known:  # as they were when the reader first looked
            accepted = sorted(self.ask("rules", "history"), key=lambda one: one["at"])
            self.known.update(zip(self.SETS, [one["version"] for one in accepted[-2:]]))

    def put(self, text):
        self.look(text)
        for written, own in self.known.items():
            text = text.replace(written, own)
        ahead = datetime.date.today() + datetime.timedelta(days=14)
        ahead += datetime.timedelta(days=max(0, 7 - ahead.weekday()) if ahead.weekday() > 4 else 0)  # a working day
        return re.sub(r"(--until )[\d-]{10}", rf"\g<1>{ahead}", text)


def save(block, folder):
    """The reader saves a file of the guide into the practice town, as they are told."""
    name = block.marker
    (folder / "town" / name).write_text(block.text, encoding="utf-8")
    return f"saved town/{name}"


def walk_block(block, reader, stand_ins):
    """The trouble with it, or "" ."""
    text = stand_ins.put(block.text)
    code, printed = reader.types(text)
    if " serve " in text and not wait_until((reader.folder / "town/run/control.sock").exists, 60):  # a reader is not so fast
        return f"{block}: docket did not start"
    wanted = expected_code(block)
    print(f"--- {block}: exit {code}\n{text}{printed}", flush=True)
    return "" if code == wanted else f"{block}: ended with {code}, not {wanted}"


def walk(document, folder, have, environment, left_out):
    reader, troubles, stand_ins = Reader(folder, environment), [], StandIns(folder, environment)
    for block in docs.blocks(document):
        if block.language == "yaml" and block.marker.startswith("rules/") and ": " not in block.marker:
            print(save(block, folder))
        elif block.marker.split(":")[0] == "walk":
            missing = needs_of(block) - have
            if missing:
                left_out.append(f"{block}: needs {', '.join(sorted(missing))}")
                continue
            trouble = walk_block(block, reader, stand_ins)
            if trouble:
                troubles.append(trouble)
    reader.leaves()
    return troubles


def letter_is_answered(mail):
    """The README's end: a resident writes to the real mailbox and hears from the town."""
    mail.write("ana@people.example.org", "parade")
    if wait_until(lambda: mail.answered("ana@people.example.org"), 120):
        print("--- a letter to info@town.example was acknowledged")
        return []
    return ["README.md: a letter to info@town.example was not acknowledged within two minutes"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docket", help="the program to walk with")
    parser.add_argument("--need", default="", help="what must not be left out: source,package,systemd,mail")
    parser.add_argument("--only", choices=("readme", "guide"))
    parser.add_argument("--this-machine-is-mine", action="store_true")
    arguments = parser.parse_args()
    have = here(arguments)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if arguments.docket:
        have -= {"package", "source"}
    with tempfile.TemporaryDirectory(prefix="docket-walk-") as place:
        folder = pathlib.Path(place)
        if arguments.docket:
            (folder / "bin").mkdir()
            (folder / "bin/docket").symlink_to(pathlib.Path(arguments.docket).resolve())
            environment["PATH"] = f"{folder}/bin:{environment['PATH']}"
        troubles, left_out = [], []
        if arguments.only != "guide":
            with walk_mail.TownMail() if "mail" in have else contextlib.nullcontext() as mail:
                troubles += walk("README.md", docs.ROOT if "source" in have else folder, have, environment, left_out)
                if {"mail", "systemd", "package"} <= have:
                    troubles += letter_is_answered(mail)
        if arguments.only != "readme":
            troubles += walk(docs.GUIDE, folder, have, environment, left_out)
    for line in left_out:
        print(f"left out: {line}")
    for line in troubles:
        print(line)
    needed = set(filter(None, arguments.need.split(",")))
    lacking = sorted(needed - have)
    print(f"{len(troubles)} troubles, {len(left_out)} blocks left out" + (f", lacking {', '.join(lacking)}" if lacking else ""))
    return 1 if troubles or lacking else 0


if __name__ == "__main__":
    sys.exit(main())
