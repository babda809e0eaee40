#!/usr/bin/env python3
"""Rules and letters of a large town for the bench of rules: rules_corpus.py FOLDER [SEED]

Writes FOLDER/rules-N.yaml and the same rules as FOLDER/rules-N.sieve for N of 10, 100, 1,000, 10,000 (each a beginning of
the next; about 30,000 values and 500 regular expressions in the largest), FOLDER/rules-dots.yaml (the largest and 100
clerk-style '.*word.*' expressions), and 5,000 letters of 0.5 to 8 KB in FOLDER/letters.
"""

import pathlib
import random
import sys

SIZES = (10, 100, 1000, 10000)
LETTERS = 5000
COMMON = """the of and to in is it you that was for on are with as they be at this have from or had by but some what there
we can out other were all your when up use how said an each she which do their time if will way about many then them please
our street house water people every week again still never near front side road tree light noise garbage snow letter answer
le la les de des du un une et est il que qui dans pour sur avec pas plus par au ce se sont mais nous vous leur tout être avoir
faire depuis rue maison eau semaine encore jamais devant côté arbre lumière bruit déchets neige lettre réponse été déneigement
trottoir école merci bonjour monsieur madame conseillère municipalité problème urgent samedi mars février""".split()
SYLLABLES = "ba be bi bo bu ca ce co da de di do fa fe fo ga ge go la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si so ta te ti to va ve vi".split()
KINDS = ["street", "chemin", "avenue", "rue", "place", "court", "allée"]


class Town:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = [self.name() for _ in range(12000)]
        self.used = []  # values of rules that some letters should hold

    def name(self):
        word = "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(3, 5)))
        return word.replace("e", "é", 1) if self.random.random() < 0.2 else word

    def words(self, count):
        return [self.random.choice(self.names) for _ in range(count)]

    def conditions(self):
        """[(field, operator, values)] of one rule, all of which must hold, and those of which none may."""
        draw, some = self.random.random(), self.random.randint
        if draw < 0.22:
            return [("recipient", "is", [f"{self.random.choice(self.names)}{some(1, 99)}@town.example"])], []
        if draw < 0.45:
            found = [("subject", "word", self.words(some(2, 6)))]
            if draw > 0.34:
                found.append(("body", "word", self.words(some(2, 4))))
            return found, [("from", "ends", ["@ads.example"])] if draw > 0.42 else []
        if draw < 0.62:
            return [("body", "contains", [" ".join(self.words(2)) for _ in range(some(2, 5))])], []
        if draw < 0.82:
            return [("text", "word", [f"{self.random.choice(KINDS)} {name}" for name in self.words(some(3, 7))])], []
        if draw < 0.90:
            return [("text", "like", [f"{prefix[:3]}-####" for prefix in self.words(2)])], []
        if draw < 0.95:
            return [("from", "ends", [f"@{self.random.choice(self.names).replace('é', 'e')}.example"]), ("subject", "word", self.words(3))], []
        word = self.random.choice(self.names).replace("é", "e")
        return [("text", "regex", [self.random.choice([rf"\b{word}s?\b.{{0,15}}\d{{2,4}}", rf"\b(?:{word}|{word[:4]}x)\b.{{0,40}}\bnow\b",
                                                       rf"\b{word[:5]}\w+-\d{{3,5}}\b"])])], []

    def letter(self, number):
        text = []
        size = int(500 * 16 ** self.random.random())
        while sum(map(len, text)) + len(text) < size:
            draw = self.random.random()
            if draw < 0.02:
                text.append(self.random.choice(self.names))
            else:
                text.append(self.random.choice(COMMON))
            if self.random.random() < 0.1:
                text[-1] += self.random.choice([".", ",", "!", "\r\n"])
        for _ in range(self.random.choice([0, 0, 1, 2])):  # some letters hold what rules look for
            text.insert(self.random.randrange(len(text) + 1), self.random.choice(self.used))
        to = self.random.choice(self.used_addresses) if self.random.random() < 0.15 else "info@town.example"
        subject = " ".join(self.random.choice(COMMON + self.names[:2000]) for _ in range(self.random.randint(4, 9)))
        if self.random.random() < 0.12:
            subject = subject.upper()
        return (f"From: p{number}@people.example\r\nTo: {to}\r\nSubject: {subject}\r\nMessage-ID: <b{number}@people.example>\r\n"
                "Date: Mon, 23 Nov 2026 10:00:00 -0500\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                "Content-Transfer-Encoding: 8bit\r\n\r\n" + " ".join(text) + "\r\n")


def quoted(value):
    return "'" + value.replace("'", "''") + "'"


def as_yaml(number, wanted, unwanted):
    def part(one):
        field, operator, values = one
        return f"{field}: {{{operator}: [{', '.join(map(quoted, values))}]}}"

    fields = [part(one) for one in wanted] + ([f"none: [{{{part(unwanted[0])}}}]"] if unwanted else [])
    return f"  - {{rule: R{number}, when: {{{', '.join(fields)}}}, then: {{assign: roads}}}}\n"


def as_sieve(wanted, unwanted):
    def test(one):
        field, operator, values = one
        listed = "[" + ", ".join('"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' for value in values) + "]"
        if field == "recipient":
            return f'address :is "to" {listed}'
        if field == "from":
            return f'address :contains "from" {listed}'
        match = ":regex" if operator == "regex" else ":contains"
        if operator == "like":
            match, listed = ":matches", listed.replace("####", "????*").replace('["', '["*').replace(', "', ', "*')
        if operator == "regex":  # POSIX: the nearest that it can say
            match, listed = ":regex", listed.replace("\\\\b", "").replace("\\\\d", "[0-9]").replace("\\\\w", "[a-z]").replace("(?:", "(")
        subject, body = f'header {match} "subject" {listed}', f"body :text {match} {listed}"
        return {"subject": subject, "body": body}.get(field, f"anyof ({subject}, {body})")

    tests = [test(one) for one in wanted] + [f"not {test(one)}" for one in unwanted]
    return f"if allof ({', '.join(tests)}) {{ keep; stop; }}\n" if len(tests) > 1 else f"if {tests[0]} {{ keep; stop; }}\n"


def main():
    folder = pathlib.Path(sys.argv[1])
    town = Town(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    (folder / "letters").mkdir(parents=True, exist_ok=True)
    rules = [town.conditions() for _ in range(SIZES[-1])]
    for size in SIZES:
        (folder / f"rules-{size}.yaml").write_text(
            "version: 1\nrules:\n" + "".join(as_yaml(i, *rule) for i, rule in enumerate(rules[:size])), encoding="utf-8")
        (folder / f"rules-{size}.sieve").write_text(
            'require ["body", "regex"];\n' + "".join(as_sieve(*rule) for rule in rules[:size]), encoding="utf-8")
    dots = "".join(as_yaml(f"D{i}", [("text", "regex", [f".*{name.replace('é', 'e')}.*"])], []) for i, name in enumerate(town.words(100)))
    (folder / "rules-dots.yaml").write_text((folder / f"rules-{SIZES[-1]}.yaml").read_text(encoding="utf-8") + dots, encoding="utf-8")
    town.used = [value for wanted, _ in rules for field, operator, values in wanted if operator in ("word", "contains") for value in values]
    town.used_addresses = [values[0] for wanted, _ in rules for field, _, values in wanted if field == "recipient"]
    for number in range(LETTERS):
        (folder / "letters" / f"{number:05}.eml").write_text(town.letter(number), encoding="utf-8", newline="")
    print(f"{sum(len(values) for wanted, _ in rules for _, _, values in wanted)} values, "
          f"{sum(operator == 'regex' for wanted, _ in rules for _, operator, _ in wanted)} regular expressions")


main()
