"""The rule language a second time, by unicodedata and PyYAML, from the contract's page: shares no code with docket.

Strict where it reads rules: a key that it does not know is an error, so that nothing is taken by docket without being
understood here. Regular expressions go to `re`, of which the tests use what RE2 reads alike.
"""

import datetime
import functools
import math
import re
import unicodedata

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58"
SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u2039\u203a\u00b4"
DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@functools.lru_cache(maxsize=100_000)
def fold(text):
    """Without case, accents, styles of quotes and dashes, ligatures and invisible signs; white space is one space."""
    out = []
    for char in text:
        if char in SINGLE:
            out.append("'")
        elif char in INVISIBLE:
            continue
        elif char.isspace():
            out.append(" ")
        else:
            once = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", char).casefold())
            out.append("".join(part for part in unicodedata.normalize("NFD", once) if not "\u0300" <= part <= "\u036f"))
    folded = "".join(out)
    for signs, plain in ((DASHES, "-"), (SINGLE, "'"), (DOUBLE, '"'), ("œ", "oe"), ("æ", "ae")):
        for sign in signs:
            folded = folded.replace(sign, plain)
    return re.sub(" +", " ", folded).strip()


@functools.lru_cache(maxsize=100_000)
def exactly(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def in_word(char):
    return unicodedata.category(char)[0] in "LNM" or char == "_"


@functools.lru_cache(maxsize=100_000)
def words(text):
    return "".join(c if in_word(c) else " " for c in text).split()


@functools.lru_cache(maxsize=100_000)
def asked_words(phrase):
    return [w for w in "".join(c if in_word(c) or c == "*" else " " for c in phrase).split() if w.strip("*")]


def has_phrase(text, phrase):
    asked, found = asked_words(phrase), words(text)

    def same(word, wanted):
        return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted

    return any(all(map(same, found[at:at + len(asked)], asked)) for at in range(len(found) - len(asked) + 1))


def like(text, pattern):
    expression = re.escape(pattern).replace(r"\#", "[0-9]")
    return re.search(("(?<![0-9])" if pattern[0] == "#" else "") + expression + ("(?![0-9])" if pattern[-1] == "#" else ""), text)


@functools.lru_cache(maxsize=10_000)
def expression(pattern, exact):
    """Of an expression only letters beyond ASCII fold: \\D is not \\d. `$` is the end, as in RE2."""
    out, at = [], 0
    while at < len(pattern):
        if pattern[at] == "\\":
            out.append(pattern[at:at + 2])
            at += 2
            continue
        char = pattern[at]
        out.append(r"\Z" if char == "$" else char if exact or ord(char) < 128 else re.escape(fold(char)))
        at += 1
    return re.compile("".join(out), re.ASCII | (0 if exact else re.IGNORECASE))


TEXT_TESTS = {
    "is": lambda text, value: text == value, "contains": lambda text, value: value in text,
    "starts": lambda text, value: text.startswith(value), "ends": lambda text, value: text.endswith(value),
    "word": has_phrase, "like": like}


def any_text(operator, values, texts, exact):
    """Whether one of the texts has one of the values."""
    form = exactly if exact else fold
    forms = [form(text) for text in texts]
    if operator == "regex":
        return any(expression(value, exact).search(text) for text in forms for value in values)
    test = TEXT_TESTS[operator]
    return any(test(text, form(value)) for text in forms for value in values)


# --- addresses

def domain_key(domain):
    labels = []
    for label in unicodedata.normalize("NFC", unicodedata.normalize("NFKC", domain).casefold()).split("."):
        try:
            labels.append(label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label)
        except (UnicodeError, ValueError):
            labels.append(label)
    return ".".join(labels)


def address_key(address):
    local, at, domain = address.strip().rpartition("@")
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", local).casefold()) + at + domain_key(domain)


def address_end(written):
    local, at, domain = written.strip().rpartition("@")
    return local.lower() + at + domain_key(domain)


def name_and_address(text):
    found = re.fullmatch(r'\s*"?(.*?)"?\s*<([^>]*)>\s*', text, re.DOTALL)
    return (found[1], found[2].strip()) if found else ("", text.strip())


# --- telephone numbers and places

def number(text, fewest):
    """+16135550142, however it was written."""
    found = re.fullmatch(r"\+([-0-9 .()/]*)", fold(text))
    digits = re.sub("[^0-9]", "", found[1]) if found else ""
    need(fewest <= len(digits) <= 15 and digits[0] != "0", f"telephone number {text!r}")
    return "+" + digits


def decimal(text, most):
    need(re.fullmatch(r"-?([0-9]+\.?[0-9]*|\.[0-9]+)", text.strip()) and abs(float(text)) <= most, f"degrees {text!r}")
    return float(text)


def metres(text):
    found = re.fullmatch(r"([0-9]+\.?[0-9]*|\.[0-9]+) *(m|km)", text.strip())
    need(found, f"distance {text!r}")
    length = float(found[1]) * (1000 if found[2] == "km" else 1)
    need(1 <= length <= 1e6, f"distance {text!r}")
    return length


def circle(value):
    """Latitude, longitude, metres: of a mapping, or of the same in one text."""
    if isinstance(value, dict):
        need(set(value) == {"latitude", "longitude", "within"}, f"{value!r}")
        parts = [value["latitude"], value["longitude"], value["within"]]
    else:
        parts = value.split(",")
    need(len(parts) == 3, f"{value!r}")
    return decimal(parts[0], 90), decimal(parts[1], 180), metres(parts[2])


def on_the_ground(a, b):
    """Metres on the great circle, by the angle between two vectors."""
    def vector(place):
        latitude, longitude = map(math.radians, place)
        return math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude), math.sin(latitude)

    (ax, ay, az), (bx, by, bz) = vector(a), vector(b)
    across = math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx)
    return 6371008.8 * math.atan2(across, ax * bx + ay * by + az * bz)


# --- the town, as far as rules ask for it

class Town:
    def __init__(self, tree):
        self.offices = set(tree["offices"])
        self.addresses = {address_key(address): office for address, office in tree["addresses"].items()}
        self.fallback = tree["fallback"]
        self.languages = tree["town"]["languages"]
        self.forms = {address_key(form["from"]): form.get("label", "") for form in tree.get("forms", [])}
        self.calendar = tree["calendar"]
        self.life = {name: {key: office[key] for key in ("retired", "vacant", "away") if key in office}
                     for name, office in tree["offices"].items()}

    def stand_in(self, office, day):
        """(who acts, why, until) for this office itself; None: it does."""
        life = self.life.get(office, {})
        if "retired" in life and day >= life["retired"]["on"]:
            return life["retired"]["to"], "retired", None
        if "vacant" in life and day >= life["vacant"]["from"]:
            return life["vacant"]["acting"], "vacant", None
        for absence in life.get("away", []):
            if absence["from"] <= day <= absence["to"]:
                return absence["deputy"], "away", absence["to"]
        return None

    def acting(self, office, day):
        """The last of those that stand in for each other, and why the first of them is asked."""
        way, first = [office], None
        while step := self.stand_in(way[-1], day):
            if step[0] in way:
                break
            first = first or step
            way.append(step[0])
        return way[-1], first

    def form_label(self, address):
        key = address_key(address)
        for name in (key, key[key.rfind("@"):]):
            if name in self.forms:
                return self.forms[name]
        return None

    def is_open(self, moment):
        day, names = moment.date(), ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        hours = ""
        for span, value in self.calendar["hours"].items():
            first, _, last = span.partition("-")
            if names.index(first) <= day.weekday() <= names.index(last or first):
                hours = value
        if day.isoformat() in self.calendar["holidays"] or day.isoformat()[5:] in self.calendar["holidays"]:
            hours = ""
        if any(recess["from"] <= day.isoformat() <= recess["to"] for recess in self.calendar.get("recess", [])):
            hours = ""
        hours = self.calendar["special"].get(day.isoformat(), hours).replace("closed", "")
        clock = moment.strftime("%H:%M")
        return any(part.strip()[:5] <= clock < part.strip()[6:] for part in hours.split(",") if part)


class Letter:
    """A letter as examples sketch it."""

    def __init__(self, sketch, town):
        def some(key):
            value = sketch.get(key, [])
            return [value] if isinstance(value, str) else value

        self.to, self.cc = ([name_and_address(text)[1] for text in some(key)] for key in ("to", "cc"))
        ours = [a for a in self.to + self.cc if address_key(a) in town.addresses]
        self.recipients = list(dict.fromkeys(address_key(a) for a in some("recipient") + ours))
        self.headers = [(name, value) for name, values in sketch.get("header", {}).items()
                        for value in ([values] if isinstance(values, str) else values)]
        self.subject, self.new_text = sketch.get("subject", ""), sketch.get("text", "")
        self.text = self.new_text + ("\n" + sketch["quoted"] if sketch.get("quoted") else "")
        self.moment = datetime.datetime.fromisoformat(sketch.get("at", "2024-01-08 13:00"))
        self.language, self.channel, self.source = sketch.get("language"), sketch.get("channel", "email"), sketch.get("source", "")
        self.spam, self.authenticated = sketch.get("spam") in (True, "true"), sketch.get("authenticated", "unknown")
        self.attachments = [(a, "application/octet-stream") if isinstance(a, str)
                            else (a.get("name"), a.get("type", "application/octet-stream").lower())
                            for a in some("attachment")]
        self.phone = number(sketch["phone"], 7) if "phone" in sketch else ""
        place = sketch.get("location", {})
        place = {"address": place} if isinstance(place, str) else place
        self.place = [place.get("address", "")] if place else []
        self.coordinates = (float(place["latitude"]), float(place["longitude"])) if "latitude" in place else None
        self.size = octets(sketch["size"]) if "size" in sketch else len((self.subject + self.text).encode())
        self.who(sketch, town)

    def who(self, sketch, town):
        sender = sketch.get("from", "resident@example.org")
        self.sender = None if sender in ("", "none") else name_and_address(sender)[1]
        self.resident, self.resident_name = self.sender, sketch.get("sender_name") or name_and_address(sender)[0]
        self.label = town.form_label(self.sender) if self.sender else None
        self.through_form = self.label is not None
        if self.through_form:
            replies = [value for name, value in self.headers if name.lower() == "reply-to"]
            name, address = name_and_address(replies[0]) if len(replies) == 1 else (self.resident_name, None)
            self.resident, self.resident_name = address, name

    def header(self, name):
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def lines(self, label):
        found = []
        for line in self.text.split("\n"):
            line = line.strip()
            colon = re.search("[:：]", line)
            if colon and not line.startswith(">") and fold(line[:colon.start()]) == fold(label):
                found.append(line[colon.end():].strip())
        return found

    def signs(self):
        """Of machines, and of lists."""
        machine = mailing_list = False
        for name, value in ((name.lower(), value.lower()) for name, value in self.headers):
            machine = machine or (name == "auto-submitted" and not value.startswith("no")) or name == "x-autoreply"
            mailing_list = mailing_list or name in ("list-id", "list-unsubscribe") or (
                name == "precedence" and value in ("bulk", "list", "junk"))
        return machine, mailing_list


def octets(text):
    number, unit = re.fullmatch(r"([0-9]+) *([A-Za-z]*)", text).groups()
    return int(number) * {"": 1, "b": 1, "kb": 1000, "mb": 1000 ** 2, "gb": 1000 ** 3,
                          "kib": 1024, "mib": 1024 ** 2, "gib": 1024 ** 3}[unit.lower()]


# --- rules

class NotARuleFile(Exception):
    """The text says something that this page does not know."""


def need(condition, words):
    if not condition:
        raise NotARuleFile(words)


def as_list(value):
    need(isinstance(value, (str, list)), f"{value!r} is no list")
    items = [value] if isinstance(value, str) else value
    need(items and all(isinstance(item, str) and item for item in items), f"{value!r} holds what is no text")
    return items


RULE_KEYS = {"rule", "when", "then", "because", "public", "precedence", "valid", "justification", "until", "examples"}
ACTIONS = {"assign", "review", "ignore", "copy", "label", "priority", "urgent_notice", "answer", "template", "standard", "alert",
           "restrict", "quote", "acknowledge", "channel", "resident"}
DECIDING = {"assign", "review", "ignore"}
PRIORITIES = ["low", "normal", "high", "urgent"]
ADDRESSES = {"to", "cc", "recipient", "from"}
TEXTS = ADDRESSES | {"sender_name", "subject", "body", "text", "header", "location", "channel", "source", "line"}
FACTS = {"language": {"is"}, "time": {"inside", "outside"}, "size": {"over", "under"}, "authenticated": {"is"}, "spam": {"is"}}
SHORT = {"channel", "source", "language", "authenticated", "spam"}
OPERATORS = {"is", "contains", "word", "starts", "ends", "like", "regex", "exists"}


class Set:
    """One file's rules, for letters of one town."""

    def __init__(self, tree, town):
        need(isinstance(tree, dict), "no mapping")
        need(set(tree) <= {"version", "lists", "rules", "acknowledge", "tests"}, f"keys {list(tree)}")
        need(tree.get("version") == "1", "version")
        self.town = town
        self.lists = {fold(name): as_list(values) for name, values in tree.get("lists", {}).items()}
        self.rules = [self.checked(rule) for rule in tree.get("rules", [])]
        self.acknowledging = [self.checked(rule) for rule in tree.get("acknowledge", [])]

    def checked(self, rule):
        need(isinstance(rule, dict) and set(rule) <= RULE_KEYS, f"rule {rule!r}")
        need(all(rule.get(key) for key in ("rule", "when", "then")), f"rule without a part: {rule!r}")
        need(isinstance(rule["then"], dict) and set(rule["then"]) <= ACTIONS, f"then {rule['then']!r}")
        need(sum(key in rule["then"] for key in DECIDING) <= 1, f"two decisions: {rule['then']!r}")
        then = rule["then"]
        for office in as_list(then.get("assign", "roads")) + as_list(then.get("copy", "roads")) + as_list(then.get("alert", "roads")):
            need(office in self.town.offices, f"office {office}")
        need(then.get("priority", "low") in PRIORITIES, f"priority {then.get('priority')}")
        return rule

    # Each of these is a question about one letter; `channel` may be a rule's.
    def holds(self, when, letter, channel):
        if when == "always":
            return True
        need(isinstance(when, dict) and when, f"condition {when!r}")
        return all([self.part(key, value, letter, channel) for key, value in when.items()])

    def part(self, key, value, letter, channel):
        if key in ("all", "any", "none"):
            need(isinstance(value, list) and value, f"{key}: {value!r}")
            held = [self.holds(part, letter, channel) for part in value]
            return all(held) if key == "all" else any(held) if key == "any" else not any(held)
        if key == "attachment":
            return self.attachment(value, letter)
        if key == "phone":
            return self.phone(value, letter)
        if key == "location" and isinstance(value, dict) and "near" in value:
            return self.near(value, letter)
        need(key in TEXTS or key in FACTS, f"field {key}")
        if key in SHORT and isinstance(value, (str, list)):
            value = {"is": value}
        need(isinstance(value, dict), f"{key}: {value!r}")
        if key in FACTS:
            return self.fact(key, value, letter)
        return self.text(key, value, self.texts(key, value, letter, channel))

    def texts(self, key, value, letter, channel):
        body = letter.text if value.get("quoted") == "true" else letter.new_text
        return {"to": letter.to, "cc": letter.cc, "recipient": letter.recipients,
                "from": [letter.resident] if letter.resident else [], "sender_name": [letter.resident_name],
                "subject": [letter.subject], "body": [body], "text": [letter.subject, body],
                "header": letter.header(value.get("name", "")), "location": letter.place, "channel": [channel], "source": [letter.source],
                "line": letter.lines(value.get("label", ""))}[key]

    def text(self, field, value, texts):
        options = {"exact"} | {"header": {"name"}, "line": {"label"}, "body": {"quoted"}, "text": {"quoted"}}.get(field, set())
        operators = [key for key in value if key not in options]
        need(len(operators) == 1 and operators[0] in OPERATORS, f"{field}: {value!r}")
        operator, exact = operators[0], value.get("exact", "false") == "true"
        need(value.get("exact", "true") in ("true", "false") and value.get("quoted", "true") in ("true", "false"), f"{value!r}")
        asked = self.values(value[operator])
        if operator == "exists":
            there = bool(texts) if field in ("header", "location") else any(exactly(text) for text in texts)
            return any((one == "true") == there for one in asked)
        if field in ADDRESSES and operator in ("is", "ends"):
            have = [exactly(text) if exact else address_key(text) for text in texts]
            if operator == "is":
                return any(text == (exactly(one) if exact else address_key(one)) for text in have for one in asked)
            return any(text.endswith(exactly(one) if exact else address_end(one)) for text in have for one in asked)
        if field in ADDRESSES and not exact:
            texts = [address_key(text) for text in texts]
        return any_text(operator, asked, texts, exact)

    def values(self, value):
        if not isinstance(value, dict):
            return as_list(value)
        need(set(value) in ({"list"}, {"lists"}), f"{value!r}")
        names = as_list(value.get("list", value.get("lists")))
        need(all(fold(name) in self.lists for name in names), f"lists {names}")
        return [one for name in names for one in self.lists[fold(name)]]

    def phone(self, value, letter):
        need(isinstance(value, dict) and len(value) == 1 and set(value) <= {"is", "starts", "exists"}, f"phone: {value!r}")
        (operator, asked), = value.items()
        asked = self.values(asked)
        if operator == "exists":
            return any((one == "true") == bool(letter.phone) for one in asked)
        if operator == "is":
            return letter.phone in [number(one, 7) for one in asked]
        return any([letter.phone.startswith(number(one, 1)) for one in asked])

    def near(self, value, letter):
        need(set(value) == {"near"}, f"location: {value!r}")
        asked = value["near"]
        if isinstance(asked, dict) and not set(asked) & {"list", "lists"}:
            asked = [asked]
        elif not isinstance(asked, list):
            asked = self.values(asked)
        need(asked, f"near: {asked!r}")
        circles = [circle(one) for one in asked]
        return any(letter.coordinates is not None and on_the_ground(one[:2], letter.coordinates) <= one[2] for one in circles)

    def attachment(self, value, letter):
        need(isinstance(value, dict) and len(value) == 1, f"attachment: {value!r}")
        (part, asked), = value.items()
        if part == "exists":
            return any((one == "true") == bool(letter.attachments) for one in self.values(asked))
        if part == "count":
            return self.amount(asked, len(letter.attachments), int)
        need(part in ("name", "type") and isinstance(asked, dict), f"attachment: {value!r}")
        return self.text("attachment", asked, [a[part == "type"] for a in letter.attachments if a[part == "type"]])

    def amount(self, value, have, number):
        need(isinstance(value, dict) and len(value) == 1 and set(value) <= {"over", "under"}, f"{value!r}")
        (operator, asked), = value.items()
        return any(have > number(one) if operator == "over" else have < number(one) for one in self.values(asked))

    def fact(self, field, value, letter):
        if field == "size":
            return self.amount(value, letter.size, octets)
        need(len(value) == 1 and set(value) <= FACTS[field], f"{field}: {value!r}")
        (operator, asked), = value.items()
        asked = self.values(asked)
        if field == "time":
            need(set(asked) == {"hours"}, f"{asked}")
            return self.town.is_open(letter.moment) == (operator == "inside")
        if field == "spam":
            return any((one == "true") == letter.spam for one in asked)
        asked = [one.strip().lower() for one in asked]
        if field == "authenticated":
            return letter.authenticated in asked
        other = letter.language is not None and letter.language not in self.town.languages
        return letter.language in asked or ("other" in asked and other)

    def in_force(self, rule, letter):
        valid, today = rule.get("valid", {}), letter.moment.date().isoformat()
        ends = [day for day in (valid.get("to"), rule.get("until")) if day]
        return valid.get("from", today) <= today and all(today <= day for day in ends)

    def matches(self, rule, letter, channel):
        held = self.holds(rule["when"], letter, channel)  # asked always: it reads the whole condition
        return held and self.in_force(rule, letter)

    def asks_for_spam(self, when, below_none=False):
        if not isinstance(when, dict):
            return False
        return any((key == "spam" and not below_none) or
                   (key in ("all", "any", "none") and any(self.asks_for_spam(part, below_none != (key == "none")) for part in value))
                   for key, value in when.items())

    def decide(self, letter):
        """What `docket route --json` says, without trace and texts."""
        matched = [rule for rule in self.rules if self.matches(rule, letter, letter.channel)]
        deciding = [rule for rule in matched if DECIDING & set(rule["then"])]
        unhandled = letter.spam and not any(self.asks_for_spam(rule["when"]) for rule in deciding)
        decider = None
        if deciding and not unhandled:
            decider = max(deciding, key=lambda rule: int(rule.get("precedence", "0")))  # the first of the highest
        counted = [rule["then"] for rule in matched if rule not in deciding or rule is decider]

        def first(key):
            return next((then[key] for then in counted if key in then), None)

        def united(key, of=counted):
            return list(dict.fromkeys(one for then in of if key in then for one in as_list(then[key])))

        d = {"notices": united("urgent_notice"), "labels": sorted(set(united("label") + ([letter.label] if letter.label else []))),
             "alert": united("alert"), "restrict": any("restrict" in then for then in counted),
             "quote": not any("quote" in then for then in counted), "channel": first("channel") or letter.channel,
             "priority": max((then["priority"] for then in counted if "priority" in then), key=PRIORITIES.index, default="normal"),
             "matched": [rule["rule"] for rule in matched], "assign": None, "review": None, "ignored": None, "outcome": "case",
             "answer": first("answer"), "standard": standard(first("standard"))}
        told, day = {}, letter.moment.date().isoformat()

        def acting(office):
            acts, first = self.town.acting(office, day)
            if first:
                told[office] = {"office": office, "acting": acts, "why": first[1], **({"until": first[2]} if first[2] else {})}
            return acts

        d["alert"] = list(dict.fromkeys(map(acting, d["alert"])))
        addressed = list(dict.fromkeys(acting(office) for office in map(self.office, letter.recipients) if office))
        if unhandled:
            d.update(decided_by="spam", review="spam")
        elif decider:
            then = decider["then"]
            d.update(decided_by=decider["rule"], assign=acting(then["assign"]) if "assign" in then else None, review=then.get("review"))
            if "ignore" in then:
                d["notices"] = list(dict.fromkeys(d["notices"] + united("urgent_notice", [rule["then"] for rule in matched])))
                if d["notices"]:
                    d["review"] = f"urgent, though '{decider['rule']}' would ignore it ({then['ignore']})"
                else:
                    d.update(outcome="ignored", ignored=then["ignore"])
        elif addressed:
            d.update(decided_by="address", assign=addressed[0])
        else:
            d.update(decided_by="fallback", assign=acting(self.town.fallback))
        alone = d["restrict"] or d["outcome"] == "ignored"
        d["copies"] = [] if alone else sorted({*addressed, *map(acting, united("copy"))} - {d["assign"]})
        d["stands_in"] = [told[office] for office in sorted(told)]
        silent = any("acknowledge" in then or "resident" in then for then in counted)
        self.acknowledge(d, letter, first("template"), silent, unhandled)
        return d

    def office(self, recipient):
        local, _, domain = address_key(recipient).rpartition("@")
        return self.town.addresses.get(f"{local}@{domain}") or self.town.addresses.get(f"{local.partition('+')[0]}@{domain}")

    def acknowledge(self, d, letter, template, silent, unhandled):
        chosen = [rule["then"] for rule in self.acknowledging if self.matches(rule, letter, d["channel"])][:1]
        for then in chosen:
            silent = silent or "acknowledge" in then
            template = template or then.get("template")
            d["answer"] = d["answer"] or then.get("answer")
        d["template"] = template or "acknowledgement"
        d["withheld"] = self.withheld(d, letter, silent, unhandled)
        d["acknowledge"] = d["withheld"] is None

    def withheld(self, d, letter, silent, unhandled):
        machine, mailing_list = letter.signs()
        path = [name_and_address(value)[1] for value in letter.header("Return-Path")][-1:]
        if d["ignored"] is not None:
            return "ignored"
        if letter.resident and address_key(letter.resident) in self.town.addresses:
            return "own"
        if path == [""]:
            return "null-sender"
        if letter.through_form:
            if any("auto-replied" in value.lower() for value in letter.header("Auto-Submitted")):
                return "automatic"
        elif machine or mailing_list:
            return "automatic" if machine else "list"
        if not letter.resident and letter.channel not in ("sms", "form", "webhook", "open311"):  # answered in the reply
            return "no-address"
        if silent:
            return "rule"
        if unhandled:
            return "spam"
        proven = letter.channel != "email" or not path or (letter.sender and address_key(path[0]) == address_key(letter.sender))
        return None if proven else "unproven"


def standard(value):
    """As a decision shows it: "2 business days"."""
    if value is None:
        return None
    need(set(value) <= {"first_response", "resolve", "statutory"}, f"standard {value!r}")

    def span(text):
        found = re.fullmatch(r"([0-9]+) +(business +)?(minute|hour|day)s?", text)
        return text if not found else f"{found[1]} {'business ' if found[2] else ''}{found[3]}{'' if found[1] == '1' else 's'}"

    said = {key: span(text) for key, text in value.items() if key != "statutory"}
    return {**said, "statutory": True} if value.get("statutory") == "true" else said
