#!/usr/bin/env python3
"""Good rule files, changed at random: each is refused with a line, or decides as PyYAML and the second evaluator read it.

Every `- rule: NAME` of the text is loaded, or the file is refused; none crashes; none takes a second.

    DOCKET_DRIVER=build/release/mutations_driver python3 tests/rules/mutations_test.py [COUNT [SEED [INDEX]]]

With INDEX only that mutation is made, and printed. A failing text stands in the file that is named.
"""

import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

import yaml

import evaluator

ROOT = pathlib.Path(__file__).resolve().parents[2]
DRIVER = os.environ.get("DOCKET_DRIVER", str(ROOT / "build/release/mutations_driver"))
SAMPLE = ROOT / "config/sample"
GOOD = sorted((SAMPLE / "rules").glob("*.yaml")) + sorted((ROOT / "tests/rules/good").glob("*.yaml"))
SLOW = float(os.environ.get("DOCKET_SLOW", "1"))  # seconds
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text

LETTERS = [
    {"to": "ward2@town.example", "subject": "Nid-de-poule sur Maple Street", "at": "2026-11-23 10:00"},
    {"to": "info@town.example", "subject": "Trou sur RUE DE L’EGLISE", "text": "Deux nids de poule.", "at": "2026-11-23 20:00"},
    {"to": "roads@town.example", "subject": "Downed wires", "text": "A live wire on River Road", "at": "2026-11-23 12:30"},
    {"subject": "Gas leak", "text": "at the corner of Main Street", "from": "ops@monitor.example", "header": {"X-Monitor": "1"}},
    {"subject": "alert", "from": "ops@monitor.example", "header": {"X-Monitor": "1"}},
    {"to": "info@town.example", "text": "Il y a une FUITE DE GAZ devant chez moi.", "language": "fr"},
    {"to": ["mayor@town.example", "ward1@town.example"], "text": "I want to end my life."},
    {"to": "mayor@town.example", "subject": "Invitation", "text": "The parade was lovely. Please come."},
    {"to": "info@town.example", "subject": "Bac vert", "text": "On n'a pas vidé mon bac vert.", "language": "fr"},
    {"to": "waste@town.example", "subject": "Garbage", "text": "Missed collection. Collecte oubliée.", "cc": "ward2@town.example"},
    {"to": "info@town.example", "subject": "bins", "text": "the bin"},
    {"to": "info@town.example", "subject": "ring binders", "text": "binder"},
    {"to": "bylaw@town.example", "subject": "Noise complaint", "text": "Topic: Noise\nWhere: First Avenue\n\nEvery night, bl-2024 again"},
    {"to": "info@town.example", "subject": "your letter", "text": "RM 2024-12 and BL-123 and rm456", "quoted": "> I wrote before\nI wrote before"},
    {"to": "info@town.example", "subject": "Half price", "text": "we pave", "from": "Pavers <sales@paving-ads.example>",
     "attachment": ["offer.PDF", {"name": "photo.jpg", "type": "image/jpeg"}], "size": "3 MiB"},
    {"to": "info@town.example", "subject": "Soumission", "text": "nous pavons", "from": "x@mail.roofs.example", "language": "fr"},
    {"to": "info@town.example", "subject": "Offers on potholes", "text": "we fill them", "from": "Sales@PAVING-ADS.example"},
    {"to": "info@town.example", "subject": "My PIN", "text": "is 12"},
    {"to": "info@town.example", "subject": "a pin", "text": "Snow on the road, déneigement", "at": "2026-12-24 13:10"},
    {"subject": "Neige", "text": "Beaucoup de neige", "at": "2027-05-01 09:00", "recipient": "ward2+x@town.example"},
    {"subject": "Confidential", "text": "about my neighbour", "to": ["info@town.example", "ward2@town.example"], "from": "Ana Roy <ana@people.example>"},
    {"subject": "Confidential ", "text": "Potholes", "sender_name": "bo li", "channel": "phone"},
    {"subject": "Newsletter", "header": {"List-Unsubscribe": "<mailto:x>", "List-Id": "<news.council.example>"}, "from": "news@firm.example"},
    {"subject": "Council", "header": {"List-Id": "council.town.example", "List-Unsubscribe": "x"}, "to": "ward1@town.example"},
    {"subject": "buy now!!!", "spam": True, "to": "info@town.example"},
    {"subject": "buy now", "spam": True, "to": "roads@town.example", "text": "pothole"},
    {"subject": "Maple Street", "text": "chemin du Lac\nLake Road", "language": "de", "authenticated": "pass"},
    {"subject": "maple syrup", "text": "at the market", "from": "none"},
    {"subject": "Branches and streetlights", "text": "un arbre, un lampadaire; tree-lamp", "at": "2026-12-25 10:00"},
    {"subject": "Out of office", "header": {"Auto-Submitted": "auto-replied"}, "from": "clerk@other.example"},
    {"subject": "Topic form", "text": "Topic : bruit\nName: Ana", "from": "noreply@town.example", "header": {"Reply-To": "Ana Roy <ana@people.example>"}},
    {"subject": "campaign", "text": "save the trees", "from": "a@letters.campaign.example", "channel": "sms"},
    {"subject": "x", "header": {"Return-Path": "<bounce@elsewhere.example>"}, "to": "info@town.example", "text": "snowplow"},
    {"text": "trou", "channel": "sms", "phone": "+1 (613) 555-0142", "location": {"latitude": "45.4301", "longitude": "-75.6972"}},
    {"text": "Lamp out", "channel": "open311", "phone": "+33 1 42 68 53 00", "location": {"address": "12, rue de l’Église", "latitude": "45.4215",
                                                                                          "longitude": "-75.6972"}},
    {"subject": "Tree", "channel": "phone", "phone": "+16135550199", "location": "40 Maple Street"},
    {"attachment": [{"name": "a.docx", "type": "IMAGE/PNG"}], "channel": "form", "authenticated": "fail"},
]

SIGNS = [":", ": ", "#", " #", " # ", "-", "- ", "\"", "'", "[", "]", "{", "}", ",", ", ", "&", "*", "!", "|", ">", "%", "@", "`", "?", "\\", "~",
         "\t", " ", "  ", "\n", "\r", "\u00a0", "\u200b", "\u2028", "\ufeff", "é", "e\u0301", "œ", "“", "’", "–", "：", "日", "😀", "\0", "\x04", "\x85",
         "=", ".", ";", "/", "<<: ", "--- ", "...", "<", "$", "(", ")", "+", "^"]
VALUES = ["yes", "no", "on", "null", "~", "\"\"", "''", "[]", "{}", "5", "010", "0x10", "-1", "1.5", "#5", "*x", "&x", "!x", "@x", "%x", "a: b", "a:b",
          "|", ">", "|-", "x\n  y", "\"x", "'x", "[x", "{x", "x]", "x}", "\"\\d\"", "\"\\bx\"", "'\\d+'", "2027-02-30", "always", "none", "true", "false",
          "roads", "[roads, mayor]", "{list: x}", "lot #5", "l'eau", "Re: x", "été", "x, y", "\u00a0x", "- x", "? x", "-x", ": x"]
# Words of the rule language that may stand for each other, or nearly.
ALIKE = [["word", "contains", "starts", "ends", "is", "like", "regex", "exists"], ["text", "subject", "body", "sender_name", "line", "location"],
         ["all", "any", "none"], ["to", "cc", "recipient", "from"], ["assign", "copy", "review", "label", "alert", "ignore"],
         ["low", "normal", "high", "urgent"], ["ward-1", "ward-2", "mayor", "roads", "bylaw", "waste", "front-desk"], ["over", "under"],
         ["inside", "outside"], ["true", "false"], ["match", "no match"], ["name", "type", "count"], ["danger", "crisis"],
         ["acknowledgement", "acknowledgement-closed"], ["en", "fr", "de", "other"], ["when", "then", "rule", "because", "label"],
         ["email", "sms", "form", "phone"], ["latitude", "longitude", "within"], ["pass", "fail", "unknown"], ["2026", "2027", "2024"]]
# Words of the letters, so that a changed value still finds something.
SEEN = ["pothole", "pothole*", "trou", "nid* de poule*", "Maple Street", "maple", "rue de l'Église", "l’église", "GAS LEAK", "gaz", "neige", "snow*",
        "bac vert", "garbage", "Noise", "bruit", "bl-2024", "BL-####", "##", "PIN", "pin", "tree*", "@paving-ads.example", "ana@people.example",
        "Ana Roy", "+1 613 555 0142", "\"45.42, -75.69, 2 km\"", "45.43", "-75.69", "900 m", "40 km", "invit", "Bin", "du lac", "offer*", "council.example", ".pdf", "image/", "\"half price\"", "'école'", "été", "e\u0301te\u0301", "a", "is"]
WORD = re.compile(r"[\w*'’@.-]+")
VALUE = re.compile(r"(?<=: )[^\n{}\[\],]+|(?<=- )[^\n{}\[\],:]+")


def a_line(maker, lines):
    return maker.randrange(len(lines))


def on_lines(maker, lines):
    """One change to lines; they keep their ends."""
    at = a_line(maker, lines)
    kind = maker.choice(["delete", "double", "swap", "move", "join", "split", "in", "in", "out", "out", "tab", "comment", "cut", "blank", "copy"])
    line = lines[at]
    if kind == "delete":
        del lines[at]
    elif kind == "double":
        lines.insert(at, line)
    elif kind == "swap" and at + 1 < len(lines):
        lines[at], lines[at + 1] = lines[at + 1], line
    elif kind == "move":
        lines.insert(maker.randrange(len(lines)), lines.pop(at))
    elif kind == "copy":
        lines.insert(maker.randrange(len(lines)), line)
    elif kind == "join" and at + 1 < len(lines):
        lines[at:at + 2] = [line.rstrip("\n") + maker.choice(["", " "]) + lines[at + 1].lstrip(" ")]
    elif kind == "split":
        cut = maker.randrange(len(line)) if line else 0
        lines[at:at + 1] = [line[:cut] + "\n", " " * maker.choice([0, 2, 4, 6, 8]) + line[cut:]]
    elif kind in ("in", "out"):
        many, by = maker.choice([1, 1, 2, 4]), maker.choice([1, 2, 2, 4])
        for i in range(at, min(at + many, len(lines))):
            lines[i] = " " * by + lines[i] if kind == "in" else lines[i][min(by, len(lines[i]) - len(lines[i].lstrip(" "))):]
    elif kind == "tab":
        lines[at] = line.replace("  ", "\t", 1)
    elif kind == "comment":
        lines[at] = maker.choice(["#", "# "]) + line
    elif kind == "cut":
        del lines[at + 1:]
        lines[at] = line[:maker.randrange(len(line) + 1)]
    else:
        lines.insert(at, maker.choice(["\n", "  \n", "# x\n", "...\n", "---\n"]))
    return kind


def alternatives(words):
    return r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])"


# Where each kind of change may happen.
PLACES = {kind: re.compile(pattern, re.MULTILINE) for kind, pattern in {
    "after dash": r"(?<=-) ", "after colon": r"(?<=:) ", "colon": r":", "quote": r"[\"']", "bracket": r"[\[\]{}]", "hash": r"(?<=\w) (?=\w)",
    "drop": r"[^\r]", "double": r"[^\r]", "other sign": r"[^\r]", "sign": r"(?=[^\r])", "number": r"[0-9]+", "spaces": r"(?<=[:,{}\[\]]) ?",
    "comment behind": r"$", "word": WORD.pattern, "case": WORD.pattern, "swap words": WORD.pattern, "value": VALUE.pattern,
    "seen": VALUE.pattern, "in quotes": VALUE.pattern, "exchange": VALUE.pattern}.items()}
WEIGHTS = {"alike": 8, "seen": 6, "sign": 3, "value": 3, "word": 2, "spaces": 2, "in quotes": 2, "number": 2}


def on_text(maker, text):
    """One change to characters, words or values: the new text and what was done."""
    kinds = ["alike", *PLACES]
    kind = maker.choices(kinds, [WEIGHTS.get(one, 1) for one in kinds])[0]
    words = maker.choice([words for words in ALIKE if re.search(alternatives(words), text)] or [["x"]])
    found = list((re.compile(alternatives(words)) if kind == "alike" else PLACES[kind]).finditer(text))
    if len(found) < 2:
        return text, "nothing"
    one, other = sorted(maker.sample(found, 2), key=lambda m: m.start())
    if kind in ("exchange", "swap words"):
        return text[:one.start()] + other[0] + text[one.end():other.start()] + one[0] + text[other.end():], kind
    quote = maker.choice("'\"")
    new = {"hash": " #", "double": one[0] * 2, "case": one[0].swapcase(), "word": other[0], "in quotes": quote + one[0].strip("'\" ") + quote,
           "alike": maker.choice(words), "sign": maker.choice(SIGNS), "other sign": maker.choice(SIGNS), "value": maker.choice(VALUES),
           "seen": maker.choice(SEEN), "number": str(maker.choice([0, 1, 2, 5, 9, 10, 11, 31, 100, 2024, 99999])),
           "spaces": maker.choice(["", " ", "  ", "\n      ", " \n        "]),
           "comment behind": maker.choice([" # why", "  #", " ## x: y", " #why", "# why", "\t# why"])}.get(kind, "")
    return text[:one.start()] + new + text[one.end():], kind


def mutate(seed, index, texts):
    """The octets of mutation `index`, and how it was made: the same for the same seed."""
    maker = random.Random(f"{seed}/{index}")
    path, text = maker.choice(texts)
    done = []
    for _ in range(maker.choice([1, 1, 1, 2, 3])):
        if not text:
            break
        if maker.random() < 0.3:
            lines = text.splitlines(keepends=True) if "\r" not in text else [text]
            done.append(on_lines(maker, lines))
            text = "".join(lines)
        else:
            text, kind = on_text(maker, text)
            done.append(kind)
    octets = text.encode()
    if octets and maker.random() < 0.03:
        at = maker.randrange(len(octets))
        octets = octets[:at] + bytes([maker.randrange(256)]) + octets[at + 1:]
        done.append("octet")
    elif maker.random() < 0.02:
        octets = maker.choice([text.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + octets, text.encode("latin-1", "replace"),
                               text.encode("utf-16-le"), ("\ufeff" + text).encode("utf-16-be")])
        done.append("encoding")
    return octets, f"{path.name}: {', '.join(done)}"


def text_of(octets):
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if octets.startswith(mark):
            return octets.decode(name)
    return octets.decode()


RULE_LINE = re.compile(r"^[ ]*-[ ]+(?:\{[ ]*)?[\"']?rule[\"']?[ ]*:[ ]+(.*)$")


def named_rules(text):
    """The names in the lines that begin a rule, as a person reads them."""
    for line in re.split("\r\n|\r|\n", text):
        found = RULE_LINE.match(line)
        name = found[1].strip() if found else ""
        if not name:  # in braces it may stand on the next line; else docket refuses it
            continue
        quoted = re.match(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'", name)
        if quoted:
            yield json.loads(f'"{quoted[1]}"') if quoted[1] is not None else quoted[2].replace("''", "'")
        else:
            yield re.split(r"[ \t]#|[,}]" if "{" in line.partition("rule")[0] else r"[ \t]#", name)[0].strip()


def complaint(octets, result, town, letters):
    """What is wrong with docket's answer about this file; None when nothing is."""
    if result["seconds"] > SLOW:
        return f"took {result['seconds']:.2f} s"
    problems = result["problems"]
    if any(problem["line"] < 1 or problem["column"] < 1 for problem in problems):
        return f"an error without a place: {problems}"
    if "rules" not in result:
        return None if problems else "neither loaded nor refused"
    try:
        text = text_of(octets)
    except UnicodeError:
        return "loaded, and no text"
    lost = [] if problems else [name for name in named_rules(text) if name not in result["rules"]]
    if lost:
        return f"rules {lost} stand in the text and are not loaded: {result['rules']}"
    try:
        # A line of blanks is an empty line; PyYAML would refuse a tab there.
        rules = evaluator.Set(yaml.load(re.sub(r"(?m)^[ \t]+$", "", text), LOADER), town)
        names = [rule["rule"] for rule in rules.rules + rules.acknowledging]
        if names != result["rules"]:
            return f"Python reads the rules {names}, docket {result['rules']}"
        for i, (letter, said) in enumerate(zip(letters, result["decisions"])):
            expected = rules.decide(letter)
            different = {key: (value, said.get(key)) for key, value in expected.items() if said.get(key) != value}
            if different:
                return f"letter {i} {LETTERS[i]}: Python, docket: {different}"
    except (yaml.YAMLError, evaluator.NotARuleFile, AttributeError, TypeError, ValueError, re.error) as error:
        return f"docket takes it, Python does not: {type(error).__name__}: {error}"
    return None


# Offices of the sample that others stand in for on days of the letters, one of them for a third.
LIFE = {"bylaw": "retired: {on: 2020-01-01, to: front-desk}", "ward-1": "vacant: {from: 2026-11-01, acting: bylaw}",
        "mayor": "away: [{from: 2023-12-31, to: 2024-01-08, deputy: ward-1}, {from: 2026-12-24, to: 2026-12-25, deputy: ward-1}]",
        "waste": "away: [{from: 2024-01-08, to: 2024-01-08, deputy: ward-2}]"}


def town_with_life(folder):
    """The sample's folder with LIFE in its town.yaml, whose text is returned."""
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    text = (SAMPLE / "town.yaml").read_text(encoding="utf-8")
    for office, life in LIFE.items():
        before, text = text, text.replace(f"\n  {office}:\n", f"\n  {office}:\n    {life}\n")
        assert text != before, office
    (pathlib.Path(folder) / "town.yaml").write_text(text, encoding="utf-8")
    return text


def run_driver(folder, blocks):
    """The driver's answers, and how it ended."""
    with tempfile.TemporaryFile() as stdin:
        for block in blocks:
            stdin.write(b"%d\n" % len(block) + block)
        stdin.seek(0)
        done = subprocess.run([DRIVER, str(folder)], stdin=stdin, capture_output=True)
    return [json.loads(line) for line in done.stdout.splitlines()], done


def main():
    with tempfile.TemporaryDirectory(prefix="docket-mutations-") as folder:
        compare(folder)


def compare(folder):
    count, seed = (int(sys.argv[i]) if len(sys.argv) > i else default for i, default in ((1, 2000), (2, 1)))
    texts = [(path, path.read_text(encoding="utf-8")) for path in GOOD]
    if len(texts) < 7:
        sys.exit(f"only {len(texts)} good files")
    town = evaluator.Town(yaml.load(town_with_life(folder), LOADER))
    letters = [evaluator.Letter(sketch, town) for sketch in LETTERS]
    sketches = ("{\"letters\": [\n" + ",\n".join(json.dumps(sketch, ensure_ascii=False) for sketch in LETTERS) + "\n]}\n").encode()
    if len(sys.argv) > 3:
        mutations = [mutate(seed, int(sys.argv[3]), texts)]
        print(mutations[0][0].decode(errors="replace"))
    else:
        # The unchanged files first: they must load and agree, or the rest would prove nothing.
        mutations = [(text.encode(), f"{path.name}: unchanged") for path, text in texts] + [mutate(seed, i, texts) for i in range(count)]
    begun = time.monotonic()
    answers, done = run_driver(folder, [sketches] + [octets for octets, _ in mutations])
    driver_seconds = time.monotonic() - begun
    failures, tally, kinds = [], collections.Counter(), collections.Counter()
    for i, (octets, how) in enumerate(mutations):
        index = i - len(texts)
        wrong = (f"the driver ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}" if i >= len(answers)
                 else complaint(octets, answers[i], town, letters))
        # Tests of the sample's files are about all of them together: alone they may fail.
        if index < 0 and len(sys.argv) <= 3 and not wrong and "rules" not in answers[i]:
            wrong = f"a good file is refused: {answers[i]['problems']}"
        if wrong:
            path = pathlib.Path(tempfile.gettempdir()) / f"docket-mutation-{seed}-{index}.yaml"
            path.write_bytes(octets)
            failures.append(f"seed {seed} index {index} ({how}; {path}): {wrong}")
            kinds.update([how.partition(": ")[2]])
        if i >= len(answers):
            break
        tally.update(["loaded" if not answers[i]["problems"] else "its examples fail" if "rules" in answers[i] else "refused"])
    slowest = max((answer["seconds"] for answer in answers), default=0)
    print(f"{len(answers)} files, seed {seed}: {dict(tally)}; the driver took {driver_seconds:.1f} s, the slowest file {slowest * 1000:.0f} ms; "
          f"all of it {time.monotonic() - begun:.1f} s; {len(failures)} wrong")
    for failure in failures[:int(os.environ.get("DOCKET_SHOW", "10"))]:
        print(failure)
    if len(sys.argv) <= 3 and not all(tally[word] > count / 10 for word in ("loaded", "refused")):
        sys.exit("these mutations are too weak or too strong to prove anything")
    sys.exit(1 if failures else 0)


main()
