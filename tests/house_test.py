#!/usr/bin/env python3
"""The house stands as it was drawn: who may include whom, and what stands at the top level."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS = ["config", "connectors", "rules", "daemon"]  # each may include what stands to its left, and itself
TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "README.md", "CHANGELOG.md", "LICENSE",
             "config", "connectors", "rules", "daemon", "systemd", "tests"}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
# Heavy headers stay out of ours, so that a rebuild stays fast.
HEAVY = re.compile(r'^\s*#\s*include\s+[<"](boost/|CLI/|spdlog/|nlohmann/json\.hpp|re2/|yaml-cpp/|mimetic/|unicode/|sqlite3|'
                   r'SQLiteCpp/|libxml/|phonenumbers/|kainjow/|date/tz)', re.MULTILINE)
FORBIDDEN = re.compile(r'std::regex|\bsystem\(|\bpopen\(|\batoi\(')


def room_of(path):
    return path.parts[0]


def allowed(source, target):
    """May a file of room `source` include `target` (a path from the root)?"""
    room = pathlib.PurePath(target).parts[0]
    if room not in ROOMS:
        return False
    if source == "rules" and room == "connectors":
        return target == "connectors/letter.h"
    return ROOMS.index(room) <= ROOMS.index(source)


def check(files):
    wrong = []
    for path in files:
        text = (ROOT / path).read_text(encoding="utf-8")
        for target in INCLUDE.findall(text):
            if not allowed(room_of(path), target):
                wrong.append(f"{path}: includes {target}, which {room_of(path)} may not")
        if path.suffix == ".h" and HEAVY.search(text):
            wrong.append(f"{path}: a heavy third-party header in a header")
        if FORBIDDEN.search(text):
            wrong.append(f"{path}: std::regex, system(), popen() or atoi()")
    return wrong


def self_test():
    """The rule itself, on edges that must fail and edges that must hold."""
    cases = [("config", "connectors/letter.h", False), ("connectors", "rules/route.h", False),
             ("rules", "connectors/read.h", False), ("rules", "connectors/letter.h", True),
             ("daemon", "connectors/read.h", True), ("connectors", "config/town.h", True), ("daemon", "tests/x.h", False)]
    return [f"the rule is wrong about {s} -> {t}" for s, t, want in cases if allowed(s, t) != want]


def main():
    files = [p.relative_to(ROOT) for room in ROOMS for p in (ROOT / room).rglob("*") if p.suffix in (".h", ".cc")]
    wrong = self_test() + check(files)
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=False)
    top = {name.split("/")[0] for name in listed.stdout.split("\n") if name}
    wrong += [f"{name}: not a name of the top level" for name in sorted(top - TOP_LEVEL) if not name.startswith(".")]
    for line in wrong:
        print(line)
    print(f"{len(files)} files, {len(wrong)} wrong")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
