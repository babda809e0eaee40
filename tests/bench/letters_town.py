"""The town that the letters of letters.py are written to: 14 offices, 13 addresses, 51 rules."""

import pathlib
import shutil

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DOMAIN = "town.example"
WARDS = tuple(f"ward{number}" for number in range(1, 9))
DEPARTMENTS = ("mayor", "clerk", "roads", "parks", "bylaw")
ADDRESSES = WARDS + DEPARTMENTS
# Of which department each topic is, and by which words of the subject its rule knows it.
TOPICS = {"pothole": "roads", "snow": "roads", "signal": "roads", "sewer": "roads",
          "tree": "parks", "playground": "parks", "rink": "parks", "trail": "parks",
          "noise": "bylaw", "parking": "bylaw", "dog": "bylaw", "garbage": "bylaw",
          "tax": "clerk", "permit": "clerk", "records": "clerk", "licence": "clerk",
          "event": "mayor", "budget": "mayor", "bus": "mayor", "thanks": "mayor"}
WORDS = {"pothole": "pothole, nid-de-poule", "snow": "snow, neige", "signal": "traffic light, feu de circulation", "sewer": "storm sewer, égout",
         "tree": "tree, arbre", "playground": "playground, aire de jeux", "rink": "skating rink, patinoire", "trail": "trail, sentier",
         "noise": "noise, bruit", "parking": "parking, stationnement", "dog": "dog, chien", "garbage": "garbage, ordures",
         "tax": "property tax, taxe foncière", "permit": "building permit, permis de construction", "records": "records, archives",
         "licence": "licence, license", "event": "invitation", "budget": "budget", "bus": "bus, autobus", "thanks": "thanks, merci"}
# Name of the rule, field of the header, what it contains (None: it is enough that it is there).
MACHINES = (("Automatic answers", "Auto-Submitted", "auto-"), ("Automatic answers of another kind", "X-Autoreply", None), ("Lists", "List-Id", None),
            ("Bulk", "Precedence", "bulk"), ("Returned", "From", "mailer-daemon"))

TOWN = """version: 1
town: {name: {en: Town of Benches, fr: Ville des Bancs}, time_zone: America/Toronto, languages: [en, fr], default_language: en}
case_number: {prefix: TB}
clerk: {address: clerk@staff.benches.invalid, phone: 613-555-0100}
help: {phone: 613-555-0100, relay: "711", post: "1 Bench Square, Benches"}
privacy:
  authority: {en: Municipal Act, fr: Loi sur les municipalités}
  contact: privacy@staff.benches.invalid
  kept: {en: two years, fr: deux ans}
emergency: {danger: "911"}
always_readers: {en: the Town Clerk's staff, fr: le personnel du greffe}
calendar:
  until: 2099-12-31
  hours: {mon-fri: "08:30-16:30"}
"""


def office_of(address):
    return "clerks" if address == "clerk" else address  # `clerk` stands for the town's clerk


def office(name):
    return (f"  {name}:\n    name: {{en: the {name} office, fr: le bureau {name}}}\n"
            f"    accountable: {{en: the head of {name}, fr: le chef de {name}}}\n"
            f"    address: {name}@office.benches.invalid\n    readers: {{en: two people of {name}, fr: deux personnes de {name}}}\n"
            "    standard: {first_response: 2 business days, resolve: 10 business days}\n")


def rule(name, when, office_, label):
    return (f"  - rule: {name}\n    when: {{{when}}}\n    then: {{assign: {office_}, label: {label}}}\n"
            f"    because: {{en: it is about {label}, fr: elle concerne {label}}}\n")


def rules():
    """First the machines', then topics of departments, then what is urgent and what is left at each address."""
    text = "version: 1\nrules:\n"
    for name, field, value in MACHINES:
        text += rule(name, f"header: {{name: {field}, {'exists: true' if value is None else 'contains: ' + value}}}", "front-desk", "machine")
    for topic, department in TOPICS.items():
        text += rule(f"{department} {topic}", f"recipient: {{is: {department}@{DOMAIN}}}, subject: {{word: [{WORDS[topic]}]}}", office_of(department), topic)
    for address in ADDRESSES:
        text += rule(f"{address} urgent", f"recipient: {{is: {address}@{DOMAIN}}}, subject: {{word: urgent}}", office_of(address), "urgent")
        text += rule(f"{address}", f"recipient: {{is: {address}@{DOMAIN}}}", office_of(address), "general")
    return text


def write(folder):
    """town.yaml, rules/ and letters/, as a configuration folder has them."""
    folder = pathlib.Path(folder)
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    offices = "offices:\n" + "".join(office(name) for name in ("front-desk", *map(office_of, ADDRESSES)))
    addresses = "addresses:\n" + "".join(f"  {name}@{DOMAIN}: {office_of(name)}\n" for name in ADDRESSES)
    (folder / "town.yaml").write_text(f"{TOWN}{offices}{addresses}fallback: front-desk\n", encoding="utf-8")
    (folder / "rules" / "10-bench.yaml").write_text(rules(), encoding="utf-8")
    shutil.copytree(ROOT / "config/sample/letters", folder / "letters", dirs_exist_ok=True)
