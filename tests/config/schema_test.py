#!/usr/bin/env python3
"""The schemas that editors use (config/schema/*.json) against the loader, in both directions.

What the one refuses the other refuses too: samples, files that hold every key, and changes of them invented out of a
seed. BEYOND names what only the loader can see; anything else that differs fails. The keys that the loader knows are
asked of it by a key that it cannot know: its hint lists the others.

    DOCKET_BINARY=build/release/docket python3 tests/config/schema_test.py [SEED]
"""

import concurrent.futures
import copy
import importlib
import itertools
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("DOCKET_BINARY", str(ROOT / "build/release/docket"))
SEED = int(sys.argv.pop(1)) if sys.argv[1:] and sys.argv[1].isdigit() else 1
KINDS = ("docket", "town", "rules")
SCHEMAS = {kind: json.loads((ROOT / f"config/schema/{kind}.schema.json").read_text(encoding="utf-8")) for kind in KINDS}
CHANGES = {"docket": 200, "town": 200, "rules": 800}  # besides those that every place of a good file gets

# What only the loader can see: (kind of file, what it says, why a schema cannot, one change that shows it).
# A change is a place and a value; of rules it is a file. Every row is shown to be needed by its change.
BEYOND = [
    ("docket", r"the path is longer than \d+ octets", "a relative path grows by its folder", ("control", "x" * 200)),
    ("docket", r"a day is the longest", "a sum over units", ("sources.0.imap.poll", "2 days")),
    ("docket", r"is read itself", "one value that must differ from another", ("sources.1.imap.after.move", "INBOX")),
    ("docket", r"a second source named", "unique in one key of several", ("sources.3.name", "COUNCIL")),
    ("docket", r"a second source reads", "unique over several keys", ("sources.6.webhook.path", "/hooks/web-form")),
    ("docket", r"a week is the most", "a sum over units", ("sources.6.webhook.max_age", "8 days")),
    ("docket", r"no IMAP source is named", "the names are in another place", ("sources.7.webhook.wakes.0", "councl")),
    ("docket", r"needs desk\.public_url", "a key in another place", ("desk", {"public": "127.0.0.1:8311"})),
    ("docket", r"letters out would be written where", "one value that must differ from another",
     ("mail", {"maildir": {"path": "/var/mail/council/"}, "domain": "town.example"})),
    ("docket", r"staff and the public cannot share a door", "one value that must differ from another", ("desk.staff", "127.0.0.1:8311")),
    ("docket", r"expected an address of this machine as a number.* <- \"?\[", "what an IPv6 address is", ("desk.staff", "[abc]:8312")),
    ("docket", r"the url must be a host.* <- \"?(imap|smtp)s?://\[", "what an IPv6 address is", ("sources.2.imap.url", "imaps://[abc]")),
    ("docket", r"'[0-9]{4}-[0-9]{2}-[0-9]{2}' is not a day", "a day that does not exist", ("sources.2.imap.oauth2.secret_expires", "2027-02-30")),
    ("docket", r"expected start, all or a day <- \"[0-9]{4}-[0-9]{2}-[0-9]{2}\"", "a day that does not exist", ("sources.0.take_since", "2026-02-30")),
    ("docket", r"'[^' ]*[^\x00-\x7f][^' ]*' is not a (mail address|domain)", "what IDNA allows", ("mail.domain", "a\u2024b\u0300\u200d.example")),
    ("docket", r"'[^' ]*(@|\.|^)-[^' ]*' is not a (mail address|domain)", "what IDNA allows", ("mail.domain", "x.-town.example")),
    ("docket", r"expected account, null or an address.* <- \"[^\"]*\{token\}[^\"]*@", "where a dot may stand", ("mail.envelope", "a..b{token}@town.example")),
    ("docket", r"expected true or false, found '(True|TRUE|False|FALSE)'", "true to an editor", ("sources.0.imap.idle", "!True")),
    ("docket", r"begins with a zero", "a number to an editor", ("version", "!01")),
    ("docket", r"expected a whole number .*found '[0-9]+\.0'", "a whole number to an editor", ("version", "!1.0")),
    ("town", r"there is no office", "the ids are in another place", ("fallback", "road")),
    ("town", r"there is no time zone", "the system's list", ("town.time_zone", "America/Torronto")),
    ("town", r"'[a-z]{2,3}' is not one of the town's languages", "the languages are in another place", ("privacy.kept", {"de": "zwei Jahre"})),
    ("town", r"'[a-z]{2,3}' is not known here", "the languages are in another place", ("town.default_language", "de")),
    ("town", r"'([0-9]{4}-)?[0-9]{2}-[0-9]{2}' is not a day", "a day that does not exist", ("calendar.holidays.0", "2027-02-30")),
    ("town", r"'([ ,-]*[0-9]{2}:[0-9]{2}){2,}' are no opening hours", "their order", ("calendar.hours.sat", "12:00-08:30")),
    ("town", r"has its hours already", "a day named by two keys", ("calendar.hours.fri", "closed")),
    ("town", r"the offices are never open", "said better by check", ("calendar.hours", {"mon-sun": "closed"})),
    ("town", r"is here a second time, spelled otherwise", "addresses compare without case", ("addresses.WARD2@town\\.example", "roads")),
    ("town", r"forwards would come back for ever", "addresses in several places", ("offices.roads.address", "ward2@town.example")),
    ("town", r"a forward needs at least 64 KiB", "a size with its unit", ("offices.roads.max_size", "10 KiB")),
    ("town", r"'[^' ]*[^\x00-\x7f][^' ]*' is not a (mail address|domain)", "what IDNA allows", ("staff_domains.0", "a\u2024b\u0300\u200d.example")),
    ("town", r"expected true or false, found '(True|TRUE|False|FALSE)'", "true to an editor", ("offices.ward-1.updates", "!True")),
    ("town", r"'to' is before 'from'", "one value against another", ("calendar.recess.0.to", "2026-07-19")),
    ("town", r"does not come after the step before", "one value against another", ("offices.ward-2.escalate.1.after", "2 hours")),
    ("town", r"cannot stand in for itself", "a value against its key", ("offices.ward-2.vacant.acting", "ward-2")),
    ("town", r"nobody acts: these offices", "a way through several offices", ("offices.roads.vacant", {"from": "2027-11-01", "acting": "ward-2"})),
    ("town", r"is none of the town's addresses", "they are in another place", ("services.pothole.address", "roads@town.example")),
    ("town", r"is asked twice", "unique in one key of several", ("services.pothole.attributes.3.code", "seen")),
    ("rules", r"there is no office", "the ids are in town.yaml", "rules: [{rule: R, when: always, then: {assign: rods}}]"),
    ("rules", r"there is no template", "they are files", "rules: [{rule: R, when: always, then: {template: usual}}]"),
    ("rules", r"there is no list", "lists are in any rule file", "rules: [{rule: R, when: {subject: {is: {list: x}}}, then: {label: x}}]"),
    ("rules", r"\(list '.*' is used with", "what a list is used for", "lists: {L: [Ana]}\nrules: [{rule: R, when: {from: {is: {list: L}}}, then: {label: x}}]"),
    ("rules", r"is here a second time; the first is", "unique whatever the case",
     "rules: [{rule: R, when: always, then: {label: x}}, {rule: r, when: always, then: {label: x}}]"),
    ("rules", r"'[a-z]{2,3}' is not one of the town's languages", "they are in town.yaml", "rules: [{rule: R, when: always, then: {label: x}, because: {de: x}}]"),
    ("rules", r"is on one person and needs", "what a value names", "rules: [{rule: R, when: {from: {is: a@b.example}}, then: {label: x}}]"),
    ("rules", r"is more than 12 months ahead", "today's date",
     "rules: [{rule: R, when: {from: {is: a@b.example}}, then: {label: x}, justification: x, until: 2999-12-31}]"),
    ("rules", r"'ignore' (cannot depend on|needs a condition)", "a condition at any depth", "rules: [{rule: R, when: always, then: {ignore: x}}]"),
    ("rules", r"'to' is before 'from'", "one value against another",
     "rules: [{rule: R, when: always, then: {label: x}, valid: {from: 2027-01-02, to: 2027-01-01}}]"),
    ("rules", r"'[0-9]{4}-[0-9]{2}-[0-9]{2}' is not a day", "a day that does not exist", "rules: [{rule: R, when: always, then: {label: x}, valid: {from: 2027-02-30}}]"),
    ("rules", r"'[-+0-9T:Z. ]{10,}' is no moment", "a day that does not exist", "tests: [{letter: {at: 2027-02-30 10:00}, expect: {assign: roads}}]"),
    ("rules", r"conditions are nested too deeply", "depth",
     "rules: [{rule: R, when: " + "{any: [" * 9 + "{spam: true}" + "]}" * 9 + ", then: {label: x}}]"),
    ("rules", r"a \* may only end a word|too few letters before|there is no word in|too many words", "what a word is",
     "rules: [{rule: R, when: {subject: {word: no*}}, then: {label: x}}]"),
    ("rules", r"^(in this|this|the) pattern |^counted repeats", "RE2's grammar", "rules: [{rule: R, when: {subject: {regex: '(a'}}, then: {label: x}}]"),
    ("rules", r"there is nothing to compare", "folding", "rules: [{rule: R, when: {subject: {is: \"\\u00ad\"}}, then: {label: x}}]"),
    ("rules", r"'[^' ]*(@|\.)-[^' ]*' is not a mail address", "what IDNA allows", "rules: [{rule: R, when: {to: {is: a@-b.example}}, then: {label: x}}]"),
    ("rules", r"'(True|TRUE|False|FALSE)'", "true to an editor", "rules: [{rule: R, when: always, then: {label: x}, public: True}]"),
]

# What an invented change puts in place of a value: each is another type, or a word that is right elsewhere.
VALUES = [7, 0, -1, 1.5, True, False, None, "", "zzz", "7", "true", "none", "never", "always", "2027-12-31", "10:30", "2 days",
          "5m", "50 MiB", "info@town.example", "@town.example", "town.example", "/x", "hours", "fr", [], {}, ["zzz"], [[]], [None],
          ["zzz", "zzz"], {"zzz": "zzz"}, {"en": "x"}, {"list": "domains"}, {"is": "zzz"}, {"file": "x"}, [{"zzz": 1}], 10**9]


class Editor(yaml.SafeLoader):
    """Scalars as editors resolve them, by the core schema of YAML 1.2: days and times are texts. Keys are texts."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


for tag, pattern, first, make in (
        ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""], lambda text: None),
        ("bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF"), lambda text: text.lower() == "true"),
        ("int", r"^[-+]?[0-9]+$", list("-+0123456789"), int),
        ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", list("-+.0123456789"), float)):
    Editor.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)
    Editor.add_constructor("tag:yaml.org,2002:" + tag, lambda loader, node, make=make: make(node.value))
Editor.add_constructor("tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node))


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Editor)


def write(value):
    """JSON is YAML that both sides read alike; a text that begins with '!' stands there as it is, without quotes."""
    return re.sub(r'"!([^"]*)"', r"\1", json.dumps(value, ensure_ascii=False))


LETTERS = tempfile.TemporaryDirectory()
VALIDATORS = {kind: jsonschema.Draft7Validator(schema) for kind, schema in SCHEMAS.items()}
SAMPLES = {"docket": sorted(ROOT.glob("config/sample/docket*.yaml")), "town": [ROOT / "config/sample/town.yaml"],
           "rules": sorted(ROOT.glob("config/sample/rules/*.yaml"))}
EVERY_KEY = {kind: ROOT / f"tests/config/every_key/{kind}.yaml" for kind in KINDS}


def refused_by_schema(kind, text):
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in VALIDATORS[kind].iter_errors(yaml.load(text, Editor))]


def check(folder, files):
    """`docket check` on a folder that holds these texts and LETTERS: its problems."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    if not (folder / "letters").exists():
        (folder / "letters").symlink_to(LETTERS.name)
    ran = subprocess.run([BINARY, "-c", str(folder), "check", "--json"], capture_output=True, timeout=300, check=False)
    assert ran.returncode in (0, 2), (ran.returncode, ran.stderr)
    return json.loads(ran.stdout)


def errors_of(problems, name, text):
    """What is said of this file, each with what stands at its place: TEXT <- PLACE."""
    lines = text.split("\n")
    return [f"{problem['text']} <- {lines[problem['line'] - 1][problem['column'] - 1:][:80]}"
            for problem in problems if problem["file"] == name and problem["severity"] == "error"]


def put(document, place, value):
    *way, last = [part.replace("\\", "") for part in re.split(r"(?<!\\)\.", place)]
    for part in way:
        document = document[int(part)] if isinstance(document, list) else document[part]
    document[int(last) if isinstance(document, list) else last] = value


def places(value, way=()):
    """Every place in a document, the document itself too."""
    yield way
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(part, way + (key,))


def at(document, way):
    for part in way:
        document = document[part]
    return document


def misspelled(word, rng):
    where = rng.randrange(len(word))
    return rng.choice([word[:where] + word[where + 1:], word[:where] + rng.choice("aexz") + word[where:], word.upper(), word + " "])


class Inventor:
    """Changes of good documents, each wrong in one way or, now and then, in none."""

    def __init__(self, rng):
        self.rng = rng
        self.documents = {kind: [read(path) for path in [EVERY_KEY[kind], *SAMPLES[kind]]] for kind in KINDS}
        self.values = {kind: {} for kind in KINDS}
        for kind in KINDS:
            for document in self.documents[kind] + ([document for *_, document in operator_documents()] if kind == "rules" else []):
                self.values[kind].update(reached(SCHEMAS[kind], (), document, []))
        self.keys = {kind: sorted({key for pointer in property_pointers(SCHEMAS[kind]) for key in [pointer[-1]]}) for kind in KINDS}
        self.operators = sorted({*SCHEMAS["rules"]["definitions"]["text_field"]["properties"], "over", "under", "inside", "outside", "near",
                                 "quoted", "name", "label", "list"})

    def base(self, kind):
        document = copy.deepcopy(self.rng.choice(self.documents[kind]))
        if kind != "rules":
            return document
        # One entry is enough: what stands beside it says nothing of it.
        section = self.rng.choice([key for key in ("rules", "acknowledge", "tests") if key in document])
        small = {"version": 1, section: [self.rng.choice(document[section])]}
        if "lists" in document:
            small["lists"] = document["lists"]
        return small

    def changes(self, kind):
        """Of the file that holds every key: every place once left out, misspelled and something else, and every mapping
        once with each key more that it may have elsewhere. Then any change of any good file."""
        whole = self.documents[kind][0]
        parts = [whole]
        if kind == "rules":
            parts = [{"version": 1, "lists": whole["lists"], key: [entry]} for key in ("rules", "acknowledge", "tests") for entry in whole[key]]
        for part in parts:
            for way in list(places(part))[1:]:
                for chosen in ("drop", "misspell", "value"):
                    if chosen != "misspell" or isinstance(at(part, way), str) and at(part, way):
                        yield self.change(kind, copy.deepcopy(part), way, chosen)
            yield from self.one_key_more(kind, part)
        for _ in range(CHANGES[kind]):
            yield self.changed(kind)

    def one_key_more(self, kind, document):
        """A good value under each key that the schema knows and that is not there: keys that exclude each other meet."""
        where = {id(at(document, way)): way for way in places(document)}
        tried = set()
        for spot, value in reached(SCHEMAS[kind], (), document, []):
            for key in at(SCHEMAS[kind], spot).get("properties", {}) if isinstance(value, dict) else ():
                if key in value or (id(value), key) in tried:
                    continue
                tried.add((id(value), key))
                more = copy.deepcopy(document)
                at(more, where[id(value)])[key] = copy.deepcopy(self.values[kind][spot + ("properties", key)])
                yield more

    def changed(self, kind):
        document = self.base(kind)
        for _ in range(1 if self.rng.random() < 0.9 else 2):
            document = self.change(kind, document)
        return document

    def change(self, kind, document, way=None, chosen=None):
        rng = self.rng
        way = way or rng.choice(list(places(document))[1:])
        above, key = at(document, way[:-1]), way[-1]
        value = above[key]
        ways = ["value", "value", "wrap", "drop"]
        if isinstance(value, dict):
            ways += ["new key"] * 3
        if isinstance(above, dict):
            ways += ["rename", "operator"] * 2
        if isinstance(value, str) and value:
            ways += ["misspell"] * 2
        if isinstance(value, list) and value:
            ways += ["first"]
        chosen = chosen or rng.choice(ways)
        if chosen == "value":
            above[key] = copy.deepcopy(rng.choice(VALUES))
        elif chosen == "wrap":
            above[key] = rng.choice([[value], {"zzz": value}, str(value)])
        elif chosen == "drop":
            del above[key]
        elif chosen == "new key":
            value[rng.choice(["zzz", rng.choice(self.keys[kind])])] = copy.deepcopy(rng.choice(VALUES))
        elif chosen == "rename":
            above[rng.choice([rng.choice(self.keys[kind]), misspelled(str(key), rng)])] = above.pop(key)
        elif chosen == "operator":
            # Another operator in its place, or a second one beside it.
            above[rng.choice(self.operators)] = above.pop(key) if rng.random() < 0.5 else value
        elif chosen == "misspell":
            above[key] = misspelled(value, rng)
        else:
            above[key] = value[0]
        return document


def property_pointers(schema, way=()):
    """The place of every property that a schema names; what only narrows others down is left out."""
    if isinstance(schema, dict):
        for key, part in schema.items():
            if key in ("if", "then", "else", "not", "dependencies"):
                continue
            if key == "properties":
                for name in part:
                    yield way + (key, name)
                    yield from property_pointers(part[name], way + (key, name))
            else:
                yield from property_pointers(part, way + (key,))
    elif isinstance(schema, list):
        for number, part in enumerate(schema):
            yield from property_pointers(part, way + (number,))


def resolved(root, way):
    """The place that `way` comes to behind its references."""
    while isinstance(at(root, way), dict) and "$ref" in at(root, way):
        way = tuple(at(root, way)["$ref"][2:].split("/"))
    return way


def described(root, way):
    schema = at(root, way)
    return "description" in schema or "$ref" in schema and described(root, tuple(schema["$ref"][2:].split("/")))


def reached(root, way, value, found):
    """Adds to `found` the places in the schema that say something of `value`, as (place, value)."""
    way = resolved(root, way)
    schema = at(root, way)
    found.append((way, value))
    for group in ("allOf", "anyOf", "oneOf"):
        for number in range(len(schema.get(group, ()))):
            reached(root, way + (group, number), value, found)
    if isinstance(value, dict):
        for key, part in value.items():
            if key in schema.get("properties", {}):
                found.append((way + ("properties", key), part))
                reached(root, way + ("properties", key), part, found)
            elif isinstance(schema.get("additionalProperties"), dict):
                reached(root, way + ("additionalProperties",), part, found)
    if isinstance(value, list) and "items" in schema:
        for part in value:
            reached(root, way + ("items",), part, found)
    return found


def operator_documents():
    """(field, operator, whether they go together, a file) of every field with every operator that any field has."""
    conditions = SCHEMAS["rules"]["definitions"]["conditions"]["properties"]
    fields = {name: closed_below(conditions[name]) for name in conditions if name not in ("all", "any", "none")}
    fields |= {f"attachment.{part}": closed_below(fields["attachment"][part]) for part in ("name", "type", "count")}
    beside = {"exact", "quoted", "name", "label", "type", "count"}
    operators = sorted({operator for properties in fields.values() for operator in properties} - beside)
    values = {"contains": "abc", "word": "abcd", "starts": "abc", "ends": "@b.example", "like": "a#", "regex": "ab+", "exists": True,
              "over": 12, "under": 12, "inside": "hours", "outside": "hours", "near": "45.42, -75.69, 500 m"}
    words = {"channel": "form", "language": "fr", "authenticated": "pass", "spam": True, "phone": "+1 613 555 0142"}
    for field, properties in fields.items():
        for operator in operators:
            for options in ({}, {"exact": True}, {"exact": False}, {"quoted": True}):
                address = "ana@example.org" if field in ("to", "cc", "recipient", "from") else "abc"
                value = "+1 613" if field == "phone" and operator == "starts" else values.get(operator)
                when = {operator: words.get(field, address) if operator == "is" else value, **options}
                when |= {"header": {"name": "List-Id"}, "line": {"label": "Topic"}}.get(field, {})
                name, _, part = field.partition(".")
                rule = {"rule": "R", "when": {name: {part: when} if part else when}, "then": {"label": "x"}}
                rule |= {"justification": "x", "until": "2026-12-31"}
                yield field, operator, not options and operator in properties, {"version": 1, "rules": [rule]}


def closed_below(schema):
    """The properties of a field's mapping."""
    while "$ref" in schema:
        schema = at(SCHEMAS["rules"], tuple(schema["$ref"][2:].split("/")))
    return schema["properties"] if "properties" in schema else closed_below(schema["anyOf"][-1])


def names_in(hint):
    """The words that a hint of the loader offers."""
    listed = re.search(r"(?:known here|one of): (.*)", hint)
    return set(listed.group(1).split(", ")) if listed else set(re.findall(r"\{(\w+): ", hint))


class Schemas(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        # The sample's, and an answer, of which it has none.
        shutil.copytree(ROOT / "config/sample/letters", LETTERS.name, dirs_exist_ok=True)
        for letter in (ROOT / "config/sample/letters").glob("notice-danger.*"):
            shutil.copy(letter, pathlib.Path(LETTERS.name) / letter.name.replace("notice-danger", "answer-recycling"))

    def setUp(self):
        self.holder = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.holder.name)
        self.addCleanup(self.holder.cleanup)
        self.good = {kind: EVERY_KEY[kind].read_text(encoding="utf-8") for kind in KINDS}

    def files(self, **other):
        texts = {**self.good, **other}
        return {"docket.yaml": texts["docket"], "town.yaml": texts["town"], "rules/20-rules.yaml": texts["rules"]}

    def test_schemas_are_schemas(self):
        for kind, schema in SCHEMAS.items():
            with self.subTest(kind):
                jsonschema.Draft7Validator.check_schema(schema)
                for way in places(schema):
                    part = at(schema, way)
                    if isinstance(part, dict) and isinstance(part.get("$ref"), str):
                        # What stands beside a reference is not looked at by draft-07; editors show its description.
                        self.assertLessEqual(set(part), {"$ref", "description", "default"}, way)
                        self.assertIsNotNone(resolved(schema, way))

    def test_every_key_is_described(self):
        for kind, schema in SCHEMAS.items():
            for way in property_pointers(schema):
                self.assertTrue(described(schema, way), f"{kind}: {way} says nothing when a person points at it")

    def test_good_files_are_good_to_both(self):
        for kind in KINDS:
            for path in [EVERY_KEY[kind], *SAMPLES[kind]]:
                with self.subTest(path.name):
                    self.assertEqual(refused_by_schema(kind, path.read_text(encoding="utf-8")), [])
        shutil.copytree(ROOT / "config/sample", self.folder / "sample")
        for path in SAMPLES["docket"]:
            problems = check(self.folder / "sample", {"docket.yaml": path.read_text(encoding="utf-8")})
            self.assertEqual([p for p in problems if p["severity"] == "error"], [], path.name)
        problems = check(self.folder / "every", self.files())
        self.assertEqual([p for p in problems if p["severity"] == "error"], [])

    def test_samples_name_their_schema_in_the_first_line(self):
        for kind in KINDS:
            for path in SAMPLES[kind]:
                first = path.read_text(encoding="utf-8").split("\n")[0]
                self.assertEqual(first, f"# yaml-language-server: $schema=file:///usr/share/docket/schema/{kind}.schema.json", path)

    def test_every_property_is_tried(self):
        for kind in KINDS:
            seen = set()
            documents = [read(path) for path in [EVERY_KEY[kind], *SAMPLES[kind]]]
            documents += [document for *_, document in operator_documents()] if kind == "rules" else []
            for document in documents:
                seen |= {way for way, _ in reached(SCHEMAS[kind], (), document, [])}
            missing = sorted(map(str, set(property_pointers(SCHEMAS[kind])) - seen))
            self.assertEqual(missing, [], f"{kind}: in none of the good files")

    def test_keys_are_the_same_in_both(self):
        for kind in KINDS:
            document = read(EVERY_KEY[kind])
            for way in list(places(document)):
                if isinstance(at(document, way), dict):
                    self.compare_keys(kind, document, way)

    def compare_keys(self, kind, document, way):
        """One key that nobody knows at `way`: the hint names those that the loader knows there."""
        wanted = at(document, way)
        spots = [spot for spot, value in reached(SCHEMAS[kind], (), document, []) if value is wanted]
        closed = [at(SCHEMAS[kind], spot) for spot in spots]
        closed = [schema for schema in closed if schema.get("additionalProperties") is False]
        if not closed or kind == "town" and len(way) == 1 and way[0] in ("addresses", "offices", "services"):
            return
        # Of several (a value or a field's mapping) the one that this mapping is good for.
        closed = [schema for schema in closed if set(wanted) <= set(schema["properties"])]
        self.assertEqual(len({json.dumps(schema) for schema in closed}), 1, way)
        changed = copy.deepcopy(document)
        at(changed, way)["zzzzzzzzzzzz"] = "x"
        name = {"rules": "rules/20-rules.yaml"}.get(kind, kind + ".yaml")
        problems = [p for p in check(self.folder / "keys", self.files(**{kind: write(changed)})) if p["file"] == name and p["severity"] == "error"]
        self.assertEqual(len(problems), 1, (way, problems))
        self.assertEqual(names_in(problems[0]["hint"]), set(closed[0]["properties"]), (way, problems[0]))

    def test_what_only_the_loader_sees(self):
        for number, (kind, said, why, change) in enumerate(BEYOND):
            with self.subTest(said=said, why=why):
                if kind == "rules":
                    text, name = "version: 1\n" + change, "rules/20-rules.yaml"
                else:
                    document, name = read(EVERY_KEY[kind]), kind + ".yaml"
                    put(document, *change)
                    text = write(document)
                self.assertEqual(refused_by_schema(kind, text), [])
                errors = errors_of(check(self.folder / str(number), self.files(**{kind: text})), name, text)
                self.assertTrue(errors)
                self.assertEqual([error for error in errors if not re.search(said, error)], [])

    def test_every_operator_of_every_field(self):
        found = list(operator_documents())
        cases = {f"rules/{number:05}.yaml": write(apart(document, number)) for number, (*_, document) in enumerate(found)}
        by_file = grouped(check(self.folder, {"docket.yaml": self.good["docket"], "town.yaml": self.good["town"], **cases}))
        for (field, operator, together, _), (name, text) in zip(found, cases.items()):
            good = self.compare("rules", text, errors_of(by_file.get(name, []), name, text))
            self.assertTrue(good or not together, (field, operator, by_file.get(name)))

    def compare(self, kind, text, errors):
        """Both refuse it, or both take it, or only the loader does, for a reason of BEYOND. Returns whether it is good."""
        refused = refused_by_schema(kind, text)
        if refused and not errors:
            self.fail(f"seed {SEED}: the schema refuses what the loader takes: {refused}\n{text}")
        if errors and not refused:
            unknown = [error for error in errors if not any(k == kind and re.search(said, error) for k, said, _, _ in BEYOND)]
            # What is known must not hide what is not: each error needs its reason.
            if unknown:
                self.fail(f"seed {SEED}: the schema takes what the loader refuses: {unknown}\n{text}")
        return not errors

    def test_changes_of_settings_and_town(self):
        inventor = Inventor(random.Random(SEED))
        # Two files a process: neither is refused for what stands in the other, but for addresses that go round.
        cases = {kind: [write(document) for document in inventor.changes(kind)] for kind in ("docket", "town")}
        cases = [{"docket": docket or self.good["docket"], "town": town or self.good["town"]}
                 for docket, town in itertools.zip_longest(cases["docket"], cases["town"])]

        def run(number):
            return check(self.folder / str(number), {f"{kind}.yaml": text for kind, text in cases[number].items()})

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(run, range(len(cases))))
        good = {kind: 0 for kind in ("docket", "town")}
        for case, problems in zip(cases, results):
            for kind in good:
                good[kind] += self.compare(kind, case[kind], errors_of(problems, kind + ".yaml", case[kind]))
        self.assert_mixed(good, len(cases))

    def test_changes_of_rules(self):
        inventor = Inventor(random.Random(SEED))
        cases = {f"rules/{number:05}.yaml": write(apart(document, number)) for number, document in enumerate(inventor.changes("rules"))}
        by_file = grouped(check(self.folder, {"docket.yaml": self.good["docket"], "town.yaml": self.good["town"], **cases}))
        good = sum(self.compare("rules", text, errors_of(by_file.get(name, []), name, text)) for name, text in cases.items())
        self.assert_mixed({"rules": good}, len(cases))

    def assert_mixed(self, good, count):
        """A test whose changes were all of one sort would prove nothing."""
        for kind, number in good.items():
            self.assertTrue(count // 10 < number < count - count // 10, (SEED, kind, number, count))


def grouped(problems):
    by_file = {}
    for problem in problems:
        by_file.setdefault(problem["file"], []).append(problem)
    return by_file


def apart(document, number):
    """Names of rules and lists are unique over all files, so each file gets its own."""
    if isinstance(document, list):
        return [apart(part, number) for part in document]
    if not isinstance(document, dict):
        return document
    result = {}
    for key, value in document.items():
        value = apart(value, number)
        if key == "rule" and isinstance(value, str) and value.strip() and value not in ("address", "fallback", "spam"):
            value = f"{value} {number}"
        elif key == "lists" and isinstance(value, dict):
            value = {f"{name} {number}": entries for name, entries in value.items()}
        elif key == "list" and isinstance(value, str) and value:
            value = f"{value} {number}"
        elif key == "lists" and isinstance(value, list):
            value = [f"{name} {number}" if isinstance(name, str) and name else name for name in value]
        result[key] = value
    return result


class LetterSchema(unittest.TestCase):
    """letter.schema.json, for those who post letters as JSON; docket itself reads the same table in connectors_test."""

    def test_the_letters_that_docket_takes(self):
        schema = json.loads((ROOT / "config/schema/letter.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        letters = json.loads((ROOT / "tests/connectors/webhook/letters.json").read_text(encoding="utf-8"))
        wrong = [row["name"] for row in letters if jsonschema.Draft7Validator(schema).is_valid(row["letter"]) != row["good"]]
        self.assertEqual(wrong, [])

    def test_what_the_other_tests_send(self):
        sys.path.insert(0, str(ROOT / "tests/e2e"))
        senders = importlib.import_module("webhook_senders")
        schema = json.loads((ROOT / "config/schema/letter.schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(senders.letter(attachments=[senders.attachment("a.txt", b"hello", "text/plain")]), schema)


if __name__ == "__main__":
    print(f"seed {SEED}")
    unittest.main()
