#!/usr/bin/env python3
"""The documents keep their word: commands exist, links lead somewhere, the clerk's guide's rules are accepted and its letters go
where it says, and what an admin may meet is explained. Needs no network and no daemon."""

import datetime
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import docs  # noqa: E402

BINARY = os.environ.get("DOCKET_BINARY", str(docs.ROOT / "build/release/docket"))
WRITTEN = datetime.date(2026, 11, 24)  # the guide's today: its rules for a time are moved by the days since
OF_THE_SAMPLE = ("sample town", "must become your own")


def docket(*words, **more):
    return subprocess.run([BINARY, *words], capture_output=True, text=True, check=False, **more)


class Complaints(list):
    def expect(self, good, where, text):
        if not good:
            self.append(f"{where}: {text}")


# Commands

def option_table(text):
    """Options and words of one --help: {"--json", …}, {"list", …}."""
    columns = re.findall(r"^ {2,}(-\S+)", text, re.MULTILINE)  # "-c,--config", "--sent,--not-sent{false}"
    options = {name for column in columns for name in re.findall(r"(?:^|(?<=,))--?[\w-]+", column)}
    words = text.split("Subcommands:")[1].split("\n\n")[0] if "Subcommands:" in text else ""
    return options, set(re.findall(r"^  ([\w-]+)", words, re.MULTILINE))


class Program:
    """What `docket … --help` says, asked once for each command."""

    def __init__(self):
        self.known = {}

    def help(self, words):
        if words not in self.known:
            self.known[words] = option_table(docket(*words, "--help").stdout)
        return self.known[words]

    def trouble(self, line):
        """What is wrong with a command line that begins with docket; "" when nothing is."""
        words = shlex.split(line, comments=True)[1:]
        words = words[:next((i for i, w in enumerate(words) if w in ("|", ">", "&&", "&", ";", "||", "2>&1", "<")), len(words))]
        options, below = self.help(())
        common, command = options, ()
        skip = False
        for word in words:
            if skip:
                skip = False
            elif word.startswith("-") and word != "-":
                name = word.split("=")[0]
                if name not in options | common:
                    return f"'docket {' '.join(command)}' has no option {name}"
                skip = name == "-c"
            elif word in below:
                command += (word,)
                options, below = self.help(command)
            elif not command:
                return f"there is no command '{word}'"
            else:
                below = set()  # an argument
        return "" if command or words in (["--help"], ["--version"]) else "no command"


def command_lines(block):
    joined = block.text.replace("\\\n", " ")
    return [line.strip() for line in joined.split("\n") if re.match(r"\s*docket ", line)]


def check_commands(complaints):
    program, seen = Program(), 0
    for document in docs.DOCUMENTS:
        for block in docs.blocks(document):
            if block.language not in ("", "sh"):
                continue
            for line in command_lines(block):
                seen += 1
                trouble = program.trouble(line)
                complaints.expect(not trouble, block, f"{line}: {trouble}")
    complaints.expect(seen > 60, "documents", f"only {seen} command lines were found")


# Links

def check_links(complaints):
    for document in docs.DOCUMENTS:
        for target in docs.links(document):
            path, _, anchor = target.partition("#")
            file = (docs.ROOT / document).parent / path if path else docs.ROOT / document
            complaints.expect(file.exists(), document, f"the link {target} leads nowhere")
            if anchor and file.exists():
                there = docs.anchors(str(file.resolve().relative_to(docs.ROOT)))
                complaints.expect(anchor in there, document, f"the link {target}: there is no such heading")


def check_paths(complaints):
    """A file that is named (`tests/…`, `daemon/…`) is there."""
    for document in docs.DOCUMENTS:
        text = "\n".join(line for _, line in docs.prose(document))
        for path in re.findall(r"`((?:config|connectors|rules|daemon|systemd|tests)/[\w./-]+)`", text):
            complaints.expect((docs.ROOT / path).exists(), document, f"names {path}, which is not there")


# The clerk's guide

def moved(text):
    """Rules for a time, as if the guide had been written today."""
    days = datetime.date.today() - WRITTEN

    def later(day):
        return str(datetime.date.fromisoformat(day.group(0)) + days)
    return re.sub(r"(?:valid|until):.*", lambda line: re.sub(r"\d{4}-\d\d-\d\d", later, line.group(0)), text)


def town_with(folder, name, text):
    town = pathlib.Path(folder) / "town"
    shutil.rmtree(town, ignore_errors=True)
    docket("init", str(town))
    (town / name).write_text(moved(text), encoding="utf-8")
    return town


def warnings_of(output):
    return [line for line in output.split("\n") if "warning:" in line and not any(words in line for words in OF_THE_SAMPLE)]


def check_block(complaints, town, block, how, said):
    result = docket("-c", str(town), "check")
    if how == "":
        complaints.expect(result.returncode == 0, block, "is refused:\n" + result.stdout)
        complaints.expect(not warnings_of(result.stdout), block, "\n".join(warnings_of(result.stdout)))
        return
    complaints.expect(result.returncode == (2 if how == "refused" else 0), block, f"is not {how}:\n{result.stdout}")
    complaints.expect(said and said in result.stdout.replace("rules/", ""), block, f"docket says otherwise:\n{result.stdout}")


def expectation(row):
    """A row of "this letter goes there" as fields of docket route --json."""
    def names(text):
        return [] if text == "–" else sorted(name.strip() for name in text.split(","))
    special = {"nobody": {"outcome": "ignored"}, "a clerk": {"outcome": "case", "assign": None}}
    wanted = special.get(row["goes to"], {"outcome": "case", "assign": row["goes to"]}).copy()
    for column in ("copies", "labels", "notices"):
        if column in row:
            wanted[column] = names(row[column])
    for column, field in (("priority", "priority"), ("decided by", "decided_by")):
        if column in row:
            wanted[field] = row[column]
    return wanted


def check_route(complaints, town, row, where):
    letter = (f"From: {row.get('from', 'ana@example.org')}\nTo: {row['written to']}\nSubject: {row['subject']}\n"
              f"Content-Type: text/plain; charset=utf-8\n\n{row.get('text', 'Please see to it.')}\n")
    result = docket("-c", str(town), "route", "-", "--json", input=letter)
    if result.returncode != 0:
        complaints.append(f"{where}: '{row['subject']}': docket route ends with {result.returncode}: {result.stderr}")
        return
    decision = json.loads(result.stdout)
    wanted = expectation(row)
    seen = {field: sorted(decision[field]) if isinstance(wanted[field], list) else decision[field] for field in wanted}
    complaints.expect(seen == wanted, where, f"'{row['subject']}': the guide says {wanted}, docket {seen}")


def check_guide(complaints, folder):
    """Each file into a fresh sample town; the tables below it, until the next file, are letters to that town."""
    blocks = docs.blocks(docs.GUIDE)
    files = [(i, b) for i, b in enumerate(blocks) if b.language == "yaml"]
    tables = [t for t in docs.tables(docs.GUIDE) if t.head[0] == "written to"]
    routed = 0
    for position, (i, block) in enumerate(files):
        name, _, how = block.marker.partition(": ")
        complaints.expect(name.startswith("rules/"), block, "a yaml block without the name of its file")
        if not name.startswith("rules/"):
            continue
        said = blocks[i + 1].text if how and blocks[i + 1].language == "text" else ""
        town = town_with(folder, name, block.text)
        check_block(complaints, town, block, how, said)
        end = files[position + 1][1].line if position + 1 < len(files) else float("inf")
        for table in (t for t in tables if block.line < t.line < end):
            for row in table.rows:
                routed += 1
                check_route(complaints, town, row, f"{docs.GUIDE}:{table.line}")
    complaints.expect(len(files) >= 24 and routed >= 19, docs.GUIDE, f"only {len(files)} files and {routed} letters")


def check_guide_together(complaints, folder):
    """Who follows the guide from its first page to its last has all its files in one town."""
    town = town_with(folder, "rules/50-all.yaml", "version: 1\n")
    for block in docs.blocks(docs.GUIDE):
        if block.language == "yaml" and ": " not in block.marker:
            (town / block.marker).write_text(moved(block.text), encoding="utf-8")
    result = docket("-c", str(town), "check")
    complaints.expect(result.returncode == 0, docs.GUIDE, "all its files in one town are refused:\n" + result.stdout)


# Nothing an admin or clerk may meet is left out

def mentioned(document, name):
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", (docs.ROOT / document).read_text(encoding="utf-8")) is not None


def check_complete(complaints):
    source = "".join(file.read_text(encoding="utf-8") for file in (docs.ROOT / "daemon/alarms").glob("*.cc"))
    kinds = set(re.findall(r'(?:add\(\{|count\(|\{)"([a-z-]+)",', source)) | set(re.findall(r'\? "([a-z-]+)" : "([a-z-]+)"', source)[0])
    complaints.expect(len(kinds) >= 14, "daemon/alarms", f"only these kinds were found: {sorted(kinds)}")
    rows = {row["kind"].strip("`") for t in docs.tables("systemd/operating.md") if t.head[0] == "kind" for row in t.rows}
    for kind in sorted(kinds):
        complaints.expect(kind in rows, "systemd/operating.md", f"no row says what the alarm '{kind}' means")
    _, commands = Program().help(())
    manual = [d for d in docs.DOCUMENTS if d != "config/schema/configuration.md"]
    for command in sorted(commands):
        complaints.expect(any(re.search(rf"docket(?: -c \S+)? {command}\b", (docs.ROOT / d).read_text(encoding="utf-8")) for d in manual),
                          "documents", f"none shows docket {command}")
        complaints.expect(mentioned("daemon/commands/docket.1", command), "docket.1", f"does not have {command}")
    check_keys(complaints)


def check_keys(complaints):
    """Every key of the schemas stands in configuration.md."""
    for schema in ("docket", "town", "rules"):
        tree = json.loads((docs.ROOT / f"config/schema/{schema}.schema.json").read_text(encoding="utf-8"))
        for key in sorted(keys_of(tree)):
            complaints.expect(mentioned("config/schema/configuration.md", key), "configuration.md", f"{key} of {schema} is missing")


def keys_of(node):
    found = set()
    if isinstance(node, dict):
        found |= set(node["properties"]) if isinstance(node.get("properties"), dict) else set()
        for value in node.values():
            found |= keys_of(value)
    elif isinstance(node, list):
        for value in node:
            found |= keys_of(value)
    return found


def main():
    complaints = Complaints()
    check_commands(complaints)
    check_links(complaints)
    check_paths(complaints)
    check_complete(complaints)
    with tempfile.TemporaryDirectory(prefix="docket-docs-") as folder:
        check_guide(complaints, folder)
        check_guide_together(complaints, folder)
    for complaint in complaints:
        print(complaint)
    print(f"{len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
