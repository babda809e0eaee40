#!/usr/bin/env python3
"""Nobody but the office that has a case gets words to its resident, and nobody gets into another's case.

    DOCKET_BINARY=build/release/docket python3 tests/faults/hostile_replies_test.py [-v] [Test.name]
    ... hostile_replies_test.py --table      each way, and what became of it with a trusted server and without one
"""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from hostile_replies import CLERK, COPIED, OFFICE, WAYS, Target, results  # noqa: E402
from mail_desk import PIPE  # noqa: E402
from oracles import Book, check  # noqa: E402
from running import letter  # noqa: E402
from town import Town  # noqa: E402

TRUSTED = "trusted_authserv_ids: [mx.town.example]\n"
STAFF = {OFFICE, COPIED, CLERK, "mayor@office.testing.invalid", "front-desk@office.testing.invalid"}
SECRET = "zq-what-the-resident-wrote"


def through(town):
    """Ward 2 and Roads answer through their cases; Ward 2 has colleagues."""
    for name, more in (("ward-2", '\n    senders: ["@ward2.testing.invalid"]'), ("roads", "")):
        address = f"    address: {name}@office.testing.invalid\n"
        assert address in town
        town = town.replace(address, address + f"    replies: through{more}\n")
    return town


class Attacked:
    """One docket, and a case of its own for every way."""

    def __init__(self, trusted):
        self.trusted = trusted
        self.town = Town(PIPE, mail="  reply_tag: plus\n  limits: {per_address_per_hour: 1000, per_address_per_day: 1000}\n",
                         change=through, extra=TRUSTED if trusted else "")
        self.town.start()
        self.other = self.opened("other@people.example.org", 0, "roads@town.example")[COPIED]

    def close(self):
        self.town.__exit__()

    def inject(self, octets, path, verdict, sender, *more):
        top = f"Return-Path: <{path}>\r\n" + (results(verdict, sender) if self.trusted else "")
        self.town.inject(top.encode() + octets, *more)

    def opened(self, resident, serial, to):
        """What went out when the resident wrote: {recipient: message}."""
        octets = letter(sender=resident, to=to, subject="Hello", text=f"When does the library open? {SECRET} {serial}.", number=0)
        octets = octets.split(b"\r\n", 1)[1].replace(b"<m0@people.example.org>", f"<first{serial}@people.example.org>".encode())
        self.inject(octets, resident, "own", resident)
        return dict(self.town.out())

    def target(self, serial):
        resident = f"r{serial}@people.example.org"
        out = self.opened(resident, serial, "ward2@town.example, roads@town.example")
        number = self.town.ask("case", "list", "--limit", "1")[0]["number"]
        return Target(serial, resident, number, forward=out[OFFICE], copied=out[COPIED], acknowledged=out[resident], other=self.other)

    def answer(self, target):
        """The office's true answer, and the letter that the resident got."""
        octets, path = target.letter(OFFICE, ids=target.id("forward"))
        self.inject(octets.replace(target.words.encode(), b"we open at nine").replace(b"<h", b"<true"), path, "own", OFFICE)
        out = dict(self.town.out())
        return out[target.resident]

    def state(self, number):
        shown = self.town.ask("case", "show", number)
        return shown["status"], shown["office"], shown["due"], [row["kind"] for row in shown["outbox"] if row["kind"] == "reply"]

    def attack(self, serial, way):
        """(what became of it in a few words, [what should not have])."""
        target = self.target(serial)
        target.answered = self.answer(target) if "answered" in way.make.__code__.co_consts else None
        before = self.state(target.number)
        octets, path = way.make(target)
        sender = octets.split(b"\r\n", 1)[0].decode().removeprefix("From: ")
        self.inject(octets, path, way.verdict, sender, *(["--to", target.tag("forward")] if "Cc" in way.name else []))
        out = self.town.out()
        with Book(self.town) as book:
            row = dict(book.all("SELECT i.outcome, i.unproven, i.reason, c.number FROM inbounds i LEFT JOIN cases c ON c.id = i.case_id"
                                " ORDER BY i.id DESC LIMIT 1")[0])
        wrong = self.reached(target, out, path) + self.changed(before, self.state(target.number))
        return self.joined(target, way, row, wrong), wrong

    @staticmethod
    def reached(target, out, sender):
        """An acknowledgement may say the sender's own words to the sender."""
        wrong = []
        for to, message in out:
            text = str(message["Subject"]) + message.get_body().get_content()
            if to not in STAFF and to != sender and target.words in text:
                wrong.append(f"{to} got the words")
            if to not in STAFF and to != target.resident and (SECRET in text or target.resident in text):
                wrong.append(f"{to} got something of the case")
            if to in STAFF and str(message["Subject"]).startswith("Your answer") and (SECRET in text or target.resident in text):
                wrong.append(f"{to} is told something of the case")
        return wrong

    @staticmethod
    def changed(before, after):
        return [] if before == after else [f"the case went from {before} to {after}"]

    def joined(self, target, way, row, wrong):
        if row["number"] != target.number or row["outcome"] != "addition":
            return {"case": "a case of its own", "addition": "kept in the other case"}.get(row["outcome"], row["outcome"])
        if row["unproven"]:
            if self.trusted and not way.token:
                wrong.append("it joined the case without a token")
            return "kept, unproven"
        own = "resident" in way.name and way.verdict == "own"
        if row["reason"] != "automatic" and not own and not (self.trusted and way.token and way.verdict == "own"):
            wrong.append("it joined the case, not marked unproven")
        return "kept, automatic" if row["reason"] == "automatic" else "the resident's own letter" if own else "joined by its token"


def run(trusted):
    """[(way, outcome, [wrong])]"""
    attacked = Attacked(trusted)
    try:
        done = []
        for serial, way in enumerate(WAYS, 1):
            if way.bearer and not trusted:
                done.append((way, "not asked: there the token is the proof", []))
            else:
                done.append((way, *attacked.attack(serial, way)))
        check(attacked.town)
        return done
    finally:
        attacked.close()


class HostileReplies(unittest.TestCase):
    def none_succeeds(self, trusted):
        self.assertGreaterEqual(len(WAYS), 40)
        done = run(trusted)
        self.assertEqual([f"{way.name}: {', '.join(wrong)}" for way, _, wrong in done if wrong], [])

    def test_with_a_trusted_server_no_way_succeeds(self):
        self.none_succeeds(True)

    def test_without_one_joins_are_unproven_and_nothing_of_the_case_goes_to_their_senders(self):
        self.none_succeeds(False)

    def test_the_office_itself_succeeds_in_both(self):
        for trusted in (True, False):
            attacked = Attacked(trusted)
            self.addCleanup(attacked.close)
            target = attacked.target(1)
            answer = attacked.answer(target)
            self.assertIn("we open at nine", answer.get_content())
            self.assertIsNone(answer["Auto-Submitted"])
            self.assertEqual(str(answer["In-Reply-To"]), target.first)


def table():
    both = list(zip(run(True), run(False), strict=True))
    print(f"{'way':58} {'with a trusted server':30} without one")
    for (way, with_one, wrong), (_, without, wrong_too) in both:
        print(f"{way.name:58} {'SUCCEEDED' if wrong else with_one:30} {'SUCCEEDED' if wrong_too else without}")
        for words in wrong + wrong_too:
            print(f"    {words}")
    print(f"{len(both)} ways; succeeded: {sum(bool(one[0][2]) for one in both)} with a trusted server,"
          f" {sum(bool(one[1][2]) for one in both)} without one")


if __name__ == "__main__":
    if sys.argv[1:] == ["--table"]:
        table()
    else:
        unittest.main()
