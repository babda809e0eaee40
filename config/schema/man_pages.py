#!/usr/bin/env python3
"""configuration.md as the man pages docket.yaml(5), the admin's file, and docket-rules(5), the clerk's, by lowdown. What is
said of a key is written once, there.

    man_pages.py configuration.md docket.yaml|docket-rules VERSION DATE > FILE
"""

import re
import subprocess
import sys

CLERKS = "## town.yaml"  # from this heading on the page is of the clerk's files
ABOUT = {
    "docket.yaml": ("settings of the docket daemon", "/etc/docket/docket.yaml",
                    "docket(1), docket-rules(5), systemd.exec(5) on LoadCredential"),
    "docket-rules": ("town, rules and letters of docket", "/etc/docket/town.yaml, /etc/docket/rules/*.yaml, /etc/docket/letters/*.txt",
                     "docket(1), docket.yaml(5)"),
}


SPEAKS_FOR_ITSELF = ("form", "meaning", "written", "looks at", "true when", "does", "remarks")


def cells(line):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def described(heads, row):
    """A row as a term and what is said of it: tables are too wide for a terminal."""
    term, *rest = [cell.replace(" **R**", " (required)") for cell in row]
    said = list(zip(heads[1:], rest))
    if said and said[0][0].startswith("form") and any(cell for _, cell in said[1:]):
        term += f": {said.pop(0)[1]}"
    texts = [cell if head.startswith(SPEAKS_FOR_ITSELF) else f"*{head}:* {cell}" for head, cell in said if cell]
    return f"{term or heads[0]}\n: {'. '.join(texts)}\n"


def without_tables(lines):
    out, heads = [], None
    for line in lines:
        if not line.startswith("|"):
            heads = None
            out.append(line)
        elif heads is None:
            heads = cells(line)
            out.append("")
        elif not re.fullmatch(r"[|:\- ]+", line):
            out.append(described(heads, cells(line)))
    return out


def without_anchors(text):
    """A link into this page or to a neighbour is a name; one to the world stays."""
    return re.sub(r"\[([^\]]+)\]\((?!https?:)[^)]*\)", r"\1", text)


def sections(text):
    """The page by its second-level headings: a list of texts; the introduction first."""
    return re.split(r"(?m)^(?=## )", text)


def page(text, name):
    introduction, *parts = sections(text)
    first = next(n for n, part in enumerate(parts) if part.startswith(CLERKS))
    yaml = [part for part in parts[:first] if part.startswith("## The YAML")]
    mine = parts[:first] if name == "docket.yaml" else yaml + parts[first:]
    short, files, see = ABOUT[name]
    introduction = introduction.split("\n", 1)[1].strip()
    body = "\n".join(without_tables("".join(mine).split("\n")))
    body = re.sub(r"(?m)^#(#+) ", r"\1 ", without_anchors(body))
    return (f"# NAME\n\n{name} - {short}\n\n# SYNOPSIS\n\n{files}\n\n# DESCRIPTION\n\n{without_anchors(introduction)}\n\n"
            f"{body}\n\n# SEE ALSO\n\n{see}\n\nThe same in one page: /usr/share/doc/docket/config/schema/configuration.md\n")


def as_man(markdown, name, version, date):
    told = {"title": name, "section": "5", "date": date, "source": f"docket {version}", "volume": "File Formats"}
    man = subprocess.run(["lowdown", "-s", "-Tman", "--parse-no-metadata", *(f"-M{key}={value}" for key, value in told.items())],
                         input=markdown, capture_output=True, text=True, check=True).stdout
    man = man.replace("\\fC", "\\fB")  # a terminal has no typewriter face
    # A term and its text in man's own words: lowdown moves up by a line, which groff refuses at the top of a page.
    return re.sub(r'\.LP\n([^\n]+)\n\.if n \\\n\.sp -1v\n\.if t \\\n\.sp -0\.25v\n\.IP "" 5n\n', r".TP 5\n\1\n", man)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as source:
        print(as_man(page(source.read(), sys.argv[2]), *sys.argv[2:5]), end="")
