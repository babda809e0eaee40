#!/usr/bin/env python3
"""A whole conversation on a real Dovecot and a real Postfix: a resident and an office talk through the case, in the forms that
mail programs write, and nothing of the town's inside reaches the resident.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/conversation_test.py [-v] [Test.name]
    DOCKET_BINARY=… python3 tests/e2e/conversation_test.py --show FILE     the same, all letters pasted into FILE
"""

import email.utils
import html
import json
import os
import pathlib
import re
import sys
import unittest
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from conversation import OFFICES, RESIDENTS, TRACE, PostalTown, Story, leaks, letter_of, parse, text_of  # noqa: E402
from running import ROOT  # noqa: E402

ANA = f"Ana Silva <ana@{RESIDENTS}>"
JO = f"Jo of Roads <roads@{OFFICES}>"
STORY = Story()
SHOW = None


def quoted(text):
    return "\n".join(("> " + line).rstrip() for line in text.splitlines())


def fixtures():
    """Replies that real mail programs wrote, where what their writer wrote stands on top; their sources stand beside them.
    Without those that pass somebody's letter on, and those whose signature stands below the history or is not told apart."""
    folder = ROOT / "tests/connectors"
    for name in ("replies.json", "public_replies.json"):
        for number, one in enumerate(json.loads((folder / name).read_text(encoding="utf-8"))):
            title, own, text = one.get("name") or f"{one['repository']} {one['path']} {number}", one.get("signed", one["own"]), one["text"]
            told_apart = "signed" in one or not re.search(r"^--\s*$", text, re.M)
            on_top = own and bare(text).startswith(bare(own)) and not own.startswith("#")
            if told_apart and on_top and not title.startswith("forward-") and not any(line.startswith(">") for line in own.splitlines()):
                yield title, text, own


def bare(text):
    """Without empty lines and the line above a signature."""
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip() not in ("", "--"))


def around(text, forward):
    """The reply as that program would have written it to our forward: its history is what we sent."""
    lines, out, inside = text.splitlines(), [], False
    if not any(line.startswith(">") for line in lines):
        return text.rstrip("\n") + "\n" + forward
    for line in lines:
        if line.startswith(">") and not inside:
            out += quoted(forward).splitlines()
        inside = line.startswith(">")
        out += [] if inside else [line]
    return "\n".join(out) + "\n"


def form_of(page, answer):
    """Where the page's form goes, and what its button for `answer` sends."""
    target = html.unescape(re.search(r'<form[^>]*action="([^"]*)"', page)[1])
    fields = {}
    for tag in re.findall(r"<input[^>]*>", page):
        values = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if values.get("type") == "hidden":
            fields[values["name"]] = html.unescape(values.get("value", ""))
        if values.get("type") == "radio" and values.get("value") == answer:
            fields[values["name"]] = answer
    for name, value in re.findall(r'<button[^>]*name="([^"]*)"[^>]*value="([^"]*)"', page):
        if value == answer:
            fields[name] = value
    return target, fields


@unittest.skipUnless(os.geteuid() == 0, "Postfix needs root")
class AWholeConversation(unittest.TestCase):
    def setUp(self):
        self.town = PostalTown(["ana", "neighbour"], story=STORY).__enter__()
        self.addCleanup(self.town.__exit__)
        self.forwards = []

    def case(self):
        return self.town.docket.ask("case", "show", self.town.docket.ask("case", "list")[0]["number"])

    def to_ana(self, title, what=lambda message: True):
        message = self.town.next_letter("ana", title, what)
        self.assertEqual(leaks(message.as_bytes(), self.forwards), [], title)
        self.assertEqual([address for _, address in email.utils.getaddresses(message.get_all("To"))], [f"ana@{RESIDENTS}"])
        return message

    def to_roads(self, title, what=lambda message: True):
        message = self.town.next_letter("roads", title, what)
        self.forwards.append(text_of(message))
        return message

    def from_ana(self, title, text, **more):
        answers = more.get("answers")
        to = (answers["Reply-To"] or answers["From"]) if answers is not None else "ward2@town.example"
        subject = f"Re: {answers['Subject']}" if answers is not None else "Pothole on Maple Street"
        recipients = ["ward2@town.example"] + (["neighbour@" + RESIDENTS] if "cc" in more else [])
        self.town.send(title, letter_of(ANA, to, subject, text, **more), "ana@" + RESIDENTS, *recipients)

    def from_roads(self, title, text, forward):
        to = str(forward["Reply-To"] or forward["From"])
        octets = letter_of(JO, to, f"RE: {forward['Subject']}", text, answers=forward, cc=f"Foreman <foreman@{OFFICES}>",
                           more=TRACE)
        self.town.send(title, octets, f"roads@{OFFICES}", email.utils.parseaddr(to)[1])

    def test_from_the_first_letter_to_settled_and_back(self):
        first = "There is a deep pothole in front of 12 Maple Street. It grows every day.\n\nAna Silva"
        self.from_ana("Ana writes to ward2@, with her neighbour in copy", first, cc=f"Bob <neighbour@{RESIDENTS}>")
        acknowledgement = self.to_ana("Ana: the acknowledgement")
        number = self.case()["number"]
        self.assertIn(number, acknowledgement["Subject"])
        forward = self.to_roads("Roads: the forward")
        self.assertTrue(text_of(forward).startswith("##- "), text_of(forward)[:200])
        self.assertIn("deep pothole", text_of(forward))
        for inside in ("an office's address", "a forward's token", "the line above which offices write"):
            self.assertIn(inside, leaks(forward.as_bytes(), self.forwards), "what is looked for below is seen here")

        answer = "Hello Ms. Silva,\n\nwe fill it on Thursday.\n\nJo Miller\nRoads, 613-555-0142"
        self.from_roads("Roads answers as Outlook does, with its foreman in copy", f"""{answer}

________________________________
From: Ana Silva (via ward2@) <ward2@town.example>
Sent: Monday, November 23, 2026 10:02 AM
To: Roads <roads@{OFFICES}>
Subject: {forward['Subject']}

{text_of(forward)}""", forward)
        reply = self.to_ana("Ana: the office's answer, and nothing else")
        self.assertEqual(text_of(reply).strip(), answer)
        self.assertIn(number, reply["Subject"])
        self.assertIsNone(reply["Auto-Submitted"])
        self.assertEqual(email.utils.parseaddr(reply["From"])[1], "ward2@town.example")
        self.assertTrue(reply["In-Reply-To"].strip().endswith(f"@{RESIDENTS}>"), reply["In-Reply-To"])
        self.assertIn(reply["In-Reply-To"].strip(), reply["References"])
        self.assertEqual([event["who"] for event in self.case()["timeline"] if event["what"] == "first_response"], ["office:roads"])

        self.from_ana("Ana answers from her telephone", f"Thank you! Will the sidewalk be mended too?\n\nSent from my iPhone\n\n"
                      f"> On Nov 23, 2026, at 10:40, Ward 2 <ward2@town.example> wrote:\n>\n{quoted(text_of(reply))}\n", answers=reply)
        short = self.to_ana("Ana: a short acknowledgement")
        self.assertLess(len(text_of(short)), len(text_of(acknowledgement)))
        more = self.to_roads("Roads: what Ana added")
        self.assertIn("sidewalk", text_of(more))
        self.assertEqual(len(self.town.docket.ask("case", "list")), 1)

        self.from_roads("Roads answers as Gmail does, and closes", f"#close\nThe sidewalk is done as well.\n\nJo Miller\n\n"
                        f"On Mon, Nov 23, 2026 at 11:02 AM Ana Silva (via ward2@) <ward2@town.example>\nwrote:\n\n"
                        f"{quoted(text_of(more))}\n", more)
        second = self.to_ana("Ana: the second answer", lambda message: "sidewalk is done" in text_of(message))
        self.assertEqual(text_of(second).strip(), "The sidewalk is done as well.\n\nJo Miller")
        question = self.to_ana("Ana: is it settled?", lambda message: "/settled?" in text_of(message))
        self.assertEqual(self.case()["status"], "closed")

        self.not_yet(text_of(question))
        self.town.wait_for(lambda: self.case()["status"] == "open", "the case to be open again")
        told = self.to_roads("Roads: Ana says that it is not settled")
        self.assertIn(number, f"{told['Subject']} {text_of(told)}")
        what = [event["what"] for event in self.case()["timeline"]]
        for word in ("received", "forwarded", "acknowledged", "reply", "first_response", "closed", "reopened"):
            self.assertIn(word, what)
        report = self.town.docket.ask("report")["total"]
        self.assertEqual((report["opened"], report["reopened"], report["settled"]["not_yet"], report["first_response"]["in_time"]),
                         (1, 1, 1, 1))
        self.town.docket.wait_until_sent()
        self.assertEqual(self.town.unseen("ana"), [])
        self.assertEqual(len(self.town.letters("neighbour")), 1, "only Ana wrote to her neighbour")
        if SHOW:
            pathlib.Path(SHOW).write_text(STORY.text(), encoding="utf-8")

    def not_yet(self, question):
        """As a mail scanner does, the link is looked at first: that settles nothing."""
        links = [link for link in re.findall(r"http://127\.0\.0\.1:\d+/settled\?\S+", question) if "not" in link]
        self.assertEqual(len(links), 1, question)
        page = urllib.request.urlopen(links[0], timeout=20).read().decode()
        self.assertEqual(self.case()["status"], "closed")
        target, fields = form_of(page, "not-yet")
        STORY.lines += ["=" * 100, f"Ana opens {links[0].split('key=')[0]}key=… and confirms: {sorted(fields)}", ""]
        address = urllib.parse.urljoin(links[0], target)
        urllib.request.urlopen(address, urllib.parse.urlencode(fields).encode(), timeout=20).read()


@unittest.skipUnless(os.geteuid() == 0, "Postfix needs root")
class EveryForm(unittest.TestCase):
    """Each reply of the fixtures answers a forward of its own; its resident gets exactly what the office wrote."""

    def exchange(self, tag, step):
        cases = list(fixtures())[::step]
        self.assertGreater(len(cases), 40)
        with PostalTown([f"r{i}" for i in range(len(cases))], tag=tag) as town:
            for i, _ in enumerate(cases):
                town.send("", letter_of(f"Resident {i} <r{i}@{RESIDENTS}>", "ward2@town.example", f"Pothole {i}",
                                        f"There is a pothole in front of house {i}. Please come and look at it."),
                          f"r{i}@{RESIDENTS}", "ward2@town.example")
            town.wait_for(lambda: len(town.letters("roads")) >= len(cases), "the forwards", 240)
            forwards = self.forwards_of(town)
            for i, (_, text, _) in enumerate(cases):
                to = email.utils.parseaddr(str(forwards[i]["Reply-To"] or forwards[i]["From"]))[1]
                town.send("", letter_of(JO, to, f"Re: {forwards[i]['Subject']}", around(text, text_of(forwards[i])),
                                        answers=forwards[i], more=TRACE), f"roads@{OFFICES}", to)
            town.wait_for(lambda: town.docket.ledger()["council"]["additions"] >= len(cases), "the answers", 240)
            town.docket.wait_until_sent(240)
            town.wait_for(lambda: "status=deferred" not in town.postfix.log(), "Postfix")
            self.compare(town, cases, forwards)

    @staticmethod
    def forwards_of(town):
        found = {}
        for octets in town.letters("roads"):
            message = parse(octets)
            found[int(re.search(r"Pothole (\d+)", message["Subject"])[1])] = message
        return found

    def compare(self, town, cases, forwards):
        texts = [text_of(forward) for forward in forwards.values()]
        for i, (name, _, own) in enumerate(cases):
            with self.subTest(name):
                town.wait_for(lambda user=f"r{i}": len(town.letters(user)) >= 2, f"the answer to {name}", 20)
                octets = town.letters(f"r{i}")[1]
                message = parse(octets)
                self.assertEqual(text_of(message).strip(), own.strip())
                self.assertEqual(leaks(octets, texts), [])
                self.assertEqual(message["Subject"].split("[")[0], f"Re: Pothole {i} ")

    def test_the_resident_gets_exactly_what_the_office_wrote(self):
        self.exchange("none", 1)

    def test_and_so_they_do_where_the_address_holds_the_token(self):
        self.exchange("plus", 5)


if __name__ == "__main__":
    if "--show" in sys.argv:
        at = sys.argv.index("--show")
        SHOW = sys.argv[at + 1]
        sys.argv[at:] = ["AWholeConversation"]
    unittest.main(verbosity=2)
