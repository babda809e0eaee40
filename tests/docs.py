"""The documents as their tests and the walk read them: fenced blocks with their markers, tables, links, anchors.

A marker is an HTML comment on the line above a block; readers do not see it:
  <!-- walk -->                     a reader runs this block (tests/walk.py, in order)
  <!-- walk: needs mail, systemd -->  only where these are there
  <!-- walk: exit 1 -->             and it ends with 1
  <!-- rules/50-bees.yaml -->       the reader saves this block as that file of the town; the set must be accepted
  <!-- rules/50-x.yaml: refused -->  it must be refused, with the words of the text block below it
  <!-- rules/50-x.yaml: warns -->   it is accepted with that warning
"""

import dataclasses
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
GUIDE = "rules/clerks-guide.md"
DOCUMENTS = ["README.md", "systemd/operating.md", "systemd/recovery.md", "connectors/cut-over.md", "connectors/channels.md", GUIDE,
             "rules/from-other-systems.md", "daemon/security-model.md", "config/schema/configuration.md"]


@dataclasses.dataclass
class Block:
    document: str
    line: int  # of its first line of content, from 1
    language: str
    text: str
    marker: str = ""  # the words inside the comment above it

    def __str__(self):
        return f"{self.document}:{self.line}"


@dataclasses.dataclass
class Table:
    line: int
    head: list
    rows: list  # dictionaries by head


def lines_of(document):
    return (ROOT / document).read_text(encoding="utf-8").split("\n")


def blocks(document):
    found, marker, opened = [], "", None
    for number, line in enumerate(lines_of(document), 1):
        if opened is not None:
            if line.strip() == "```":
                found.append(opened)
                opened = None
            else:
                opened.text += line + "\n"
        elif line.startswith("```"):
            opened, marker = Block(document, number + 1, line[3:].strip(), "", marker), ""
        else:
            comment = re.fullmatch(r"<!-- (.*) -->", line)
            marker = comment.group(1) if comment else ""
    return found


def prose(document):
    """(number, line) of all that stands in no fenced block."""
    inside = False
    for number, line in enumerate(lines_of(document), 1):
        if line.startswith("```"):
            inside = not inside
        elif not inside:
            yield number, line


def tables(document):
    found, head = [], None
    for number, line in prose(document):
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else None
        if cells is None:
            head = None
        elif head is None:
            head = cells
            found.append(Table(number, head, []))
        elif not set(line) <= set("|-: "):
            found[-1].rows.append(dict(zip(head, cells)))
    return found


def anchors(document):
    """As GitHub makes them from headings."""
    found = set()
    for _, line in prose(document):
        heading = re.match(r"#+ (.*)", line)
        if heading:
            words = re.sub(r"[^\w\- ]", "", heading.group(1).lower())
            found.add(words.replace(" ", "-"))
    return found


def links(document):
    """(line, target) of every link that stays in this tree."""
    text = "\n".join(line for _, line in prose(document))  # a link's words may run over two lines
    return [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", target)]
