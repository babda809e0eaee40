#!/usr/bin/env python3
"""The operators of rules against a second evaluator, in Python by unicodedata, which shares no code with docket.

Invents one-condition rules and letters out of a seed, asks `docket route --json` for the full trace of each letter, and
compares "matched" of each rule.

    DOCKET_BINARY=build/release/docket python3 tests/rules/operators_test.py [SEED]
"""

import email.message
import email.policy
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import evaluator

BINARY = os.environ.get("DOCKET_BINARY", str(pathlib.Path(__file__).resolve().parents[2] / "build/release/docket"))
RULES, LETTERS = 400, 40


def holds(condition, texts):
    # Of an expression only the letters fold; those used here are ASCII already.
    return evaluator.any_text(condition["operator"], condition["values"], texts, condition["exact"])


WRITTEN = ["Nid-de-poule", "nids\u2011de\u2011poule", "NID DE POULE", "e\u0301cole", "École", "L\u2019ÉCOLE", "l'ecole", "ecolier",
           "straße", "STRASSE", "œuvre", "OEUVRES", "ﬁchier", "fichier", "BL-2024", "BL\u20132024", "BL-20245", "xBL-2024", "lot #5",
           "ＷＡＲＤ２", "ward2", "« oui »", "\"oui\"", "дом", "ДОМ", "pot\u00adhole", "pothole", "potholes", "a", "A", "no 12",
           "1 200", "под_дом", "été\u00a0chaud", "ete chaud", "naïve", "K", "coeur", "cœur"]
ASKED = ["nid de poule", "nid-de-poule", "école", "ECOLE", "l'école", "ecol*", "strasse", "oeuvre", "œuvre*", "fichier", "ward2",
         "oui", "дом", "pothole", "pothole*", "été chaud", "naive", "coeur", "a", "no 12", "de poule", "under", "nid* de poul*"]
LIKE = ["BL-####", "BL-###", "## ##", "#", "no ##", "2#2", "a#"]
REGEX = [r"\bnids?\b", r"bl-\d{4}", r"[a-z]+ule", r"e.ole", r"(pot|nid)", r"\d \d", r"oe?uvre"]


def invent(maker):
    operator = maker.choice(["is", "contains", "starts", "ends", "word", "word", "like", "regex"])
    pool = {"like": LIKE, "regex": REGEX, "word": ASKED}.get(operator, [value for value in ASKED if "*" not in value] + WRITTEN)
    return {"field": maker.choice(["subject", "body", "text", "header"]), "operator": operator,
            "values": maker.sample(pool, maker.randint(1, 3)), "exact": maker.random() < 0.2}


def as_yaml(number, condition):
    named = "name: Subject, " if condition["field"] == "header" else ""
    values = ", ".join(json.dumps(value, ensure_ascii=False) if condition["operator"] != "regex" else f"'{value}'"
                       for value in condition["values"])
    return (f"  - {{rule: R{number}, when: {{{condition['field']}: {{{named}{condition['operator']}: [{values}]"
            f"{', exact: true' if condition['exact'] else ''}}}}}, then: {{label: x}}}}\n")


def main():
    maker = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    conditions = [invent(maker) for _ in range(RULES)]
    compared = matched = 0
    with tempfile.TemporaryDirectory(prefix="docket-operators-") as name:
        folder = pathlib.Path(name) / "town"
        subprocess.run([BINARY, "init", str(folder)], check=True, capture_output=True)
        for rules in (folder / "rules").iterdir():
            rules.unlink()
        (folder / "rules/10-invented.yaml").write_text(
            "version: 1\nrules:\n" + "".join(as_yaml(i, condition) for i, condition in enumerate(conditions)), encoding="utf-8")
        for number in range(LETTERS):
            def some(most):
                return maker.choice([" ", ", ", " ; "]).join(maker.choice(WRITTEN) for _ in range(maker.randint(1, most)))

            subject, body = some(3), some(8)
            letter = email.message.EmailMessage(policy=email.policy.SMTP.clone(utf8=False))
            letter["From"], letter["To"], letter["Subject"] = "ana@people.example.org", "info@town.example", subject
            letter.set_content(body + "\n", cte="base64")
            done = subprocess.run([BINARY, "-c", str(folder), "route", "-", "--json"], input=letter.as_bytes(), capture_output=True)
            if done.returncode != 0:
                sys.exit(done.stderr.decode())
            trace = {rule["rule"]: rule["matched"] for rule in json.loads(done.stdout)["trace"]}
            texts = {"subject": [subject], "header": [subject], "body": [body], "text": [subject, body]}
            for i, condition in enumerate(conditions):
                expected = bool(holds(condition, texts[condition["field"]]))
                compared, matched = compared + 1, matched + expected
                if trace[f"R{i}"] != expected:
                    sys.exit(f"docket says {trace[f'R{i}']}, Python {expected}: {condition}\n  subject {subject!r}\n  body {body!r}")
    print(f"{compared} conditions compared, {matched} of them match: no difference")
    if not compared // 50 < matched < compared // 2:
        sys.exit("these letters and rules have too little to do with each other")


main()
