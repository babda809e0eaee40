#!/usr/bin/env python3
"""Group C of the catalogue: what people write wrongly into rules and settings never runs, and never stops what runs.

    DOCKET_BINARY=build/release/docket python3 tests/faults/rules_files_test.py [-v] [Test.name]
"""

import pathlib
import re
import signal
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from oracles import check  # noqa: E402
from running import letter  # noqa: E402
from town import Town  # noqa: E402

RULE = "version: 1\nrules:\n  - rule: One\n    when: {subject: {word: hello}}\n    then: {assign: roads}\n    because: {en: it says hello, fr: elle dit bonjour}\n"
# (catalogue id and what it is, the file's text, what the refusal must speak of)
WRONG = [
    ("C1 cut short", RULE[:RULE.index("because") + 12], ""),
    ("C1 a tab", RULE.replace("    when", "\twhen"), ""),
    ("C1 binary", RULE + "\0\x01", ""),
    ("C1 not UTF-8", RULE.encode().replace(b"hello", b"h\xe9llo"), "UTF-8"),
    ("C2 a key twice", RULE.replace("    then:", "    when: {subject: {word: other}}\n    then:"), "when"),
    ("C2 a rule's name twice", RULE + RULE.split("rules:\n")[1], "One"),
    ("C3 an office nobody knows", RULE.replace("roads", "nowhere"), "nowhere"),
    ("C4 an unknown key", RULE + "    whenever: x\n", "whenever"),
    ("C4 no", RULE.replace("hello}", "no}").replace("word: no", "word: [no, ~]"), ""),
    ("C4 a number with a nought", RULE.replace("{subject: {word: hello}}", "{size: {over: 0123}}"), ""),
    ("C4 nothing", RULE.replace("{word: hello}", "~"), ""),
    ("C4 a second document", RULE + "---\n" + RULE, ""),
    ("C5 depth", RULE.replace("{subject: {word: hello}}", "{not: " * 2000 + "{subject: {word: a}}" + "}" * 2000), ""),
    ("C5 brackets", "[" * 100_000, ""),
    ("C5 an alias of itself", RULE.replace("hello", "&a [*a]"), ""),
    ("C5 a billion laughs", "version: 1\nlists:\n  a: &a [x, x]\n" + "".join(f"  b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *{'a' if n == 0 else f'b{n - 1}'}]\n"
                                                                           for n in range(40)), ""),
    ("C6 a pattern that is none", RULE.replace("{word: hello}", "{regex: '(a'}"), "(a"),
    ("C6 a pattern too large", RULE.replace("{word: hello}", "{regex: '((a{1,1000}){1,1000}){1,1000}'}"), "repeats"),
]


class Files(unittest.TestCase):
    def town(self, **how):
        town = Town(**how)
        self.addCleanup(town.__exit__)
        return town

    def test_C1_to_C6_what_is_wrong_is_refused_with_its_line_and_what_ran_runs_on(self):
        town = self.town().start()
        before = town.status()["rule_set"]
        path = town.folder / "rules/50-new.yaml"
        for name, text, word in WRONG:
            with self.subTest(name):
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
                began = time.monotonic()
                done = town.command("check")
                said = done.stdout.decode(errors="replace")
                self.assertEqual(done.returncode, 2, f"{said}{done.stderr.decode()[-300:]}")
                self.assertRegex(said, r"(?m)^(rules/)?50-new\.yaml:\d+:\d+: error: ", said[:500])
                self.assertIn(word, said)
                self.assertLess(time.monotonic() - began, 20)
                self.assertEqual(town.command("reload", "--yes").returncode, 2)
                status = town.status()
                self.assertEqual((status["rule_set"], status["healthy"]), (before, False))
        town.inject(letter())
        self.assertEqual(town.ask("case", "list")[0]["office"], "roads", "the old rules decide")
        path.unlink()
        self.assertEqual(town.command("reload", "--yes").returncode, 0)
        self.assertFalse(any("refused" in problem for problem in town.status()["problems"]))
        check(town)

    def test_C1_refused_rules_at_a_start_leave_the_last_accepted_ones(self):
        town = self.town().start()
        town.stop()
        (town.folder / "rules/10-topics.yaml").write_text("rules: [")
        town.start()
        self.assertFalse(town.status()["healthy"])
        town.inject(letter())
        self.assertEqual(town.ask("case", "list")[0]["office"], "roads")
        check(town)

    def test_C3_no_rule_no_address_goes_to_the_fallback(self):
        town = self.town().start()
        town.inject(letter(to="nobody@elsewhere.example", subject="Hello", text="When is the market?"))
        self.assertEqual(town.ask("case", "list")[0]["office"], "front-desk")
        check(town)

    def test_C6_a_pattern_that_explodes_elsewhere_costs_nothing(self):
        town = self.town()
        (town.folder / "rules/50-new.yaml").write_text(RULE.replace("{subject: {word: hello}}", "{text: {regex: '(a+)+$'}}"))
        town.start()
        began = time.monotonic()
        town.inject(letter(subject="Hello", text="a" * 100_000 + "!"))
        self.assertLess(time.monotonic() - began, 5)
        check(town)

    def test_C7_an_office_whose_address_is_one_of_ours_is_an_error(self):
        for old, new in (("ward-2@office.testing.invalid", "ward2@town.example"), ("ward-2@office.testing.invalid", "MAYOR@Town.Example")):
            with self.subTest(new):
                town = self.town(change=lambda text, old=old, new=new: text.replace(old, new))
                done = town.command("check")
                self.assertEqual(done.returncode, 2, done.stdout.decode())
                self.assertRegex(done.stdout.decode(), r"town\.yaml:\d+:\d+: error")

    def test_C8_a_template_s_values_make_no_header(self):
        town = self.town().start()
        evil = "=?utf-8?q?x=0D=0ABcc:_victim=40victim=2Eexample?="
        town.inject(letter(subject=evil).replace(b"From: ana@people.example.org", f"From: {evil} <ana@people.example.org>".encode()))
        for _, message in town.out():
            self.assertEqual([name for name in message.keys() if name.lower() == "bcc"], [])
            self.assertEqual(len(message.get_all("Subject")), 1)
        check(town)

    def test_C9_a_thousand_reloads_of_files_that_are_being_written(self):
        town = self.town().start()
        path = town.folder / "rules/10-topics.yaml"
        whole = path.read_text()
        for number in range(100):
            for cut in (len(whole) // 3, len(whole) // 2, None):
                path.write_text(whole[:cut])
                for _ in range(3):
                    town.process.send_signal(signal.SIGHUP)
            if number % 5 == 0:
                town.inject(letter(number=number, subject=f"Pothole {number}"))
        path.write_text(whole)
        town.wait_for(lambda: town.command("reload", "--yes").returncode == 0, 60, "the last reload")
        cases = town.ask("case", "list")
        self.assertEqual(({case["office"] for case in cases}, len(cases)), ({"roads"}, 20), "always one whole set")
        self.assertTrue(re.search("reload refused", town.log()), "no half-written file was met")
        check(town)


if __name__ == "__main__":
    unittest.main()
