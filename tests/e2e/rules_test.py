#!/usr/bin/env python3
"""A change of rules from outside: looked at before it is taken, told afterwards, and undone.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/rules_test.py [-v] [Test.name]
"""

import datetime
import http.client
import json
import pathlib
import shutil
import socket
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from running import Docket, letter  # noqa: E402

PERSON = """version: 1
rules:
  - rule: Letters of one person
    when: {{from: {{is: secret.person@people.example.org}}}}
    then: {{label: known}}
    justification: agreed with the person
    until: {until}
"""


def day_from_now(days):
    return (datetime.date.today() + datetime.timedelta(days=days)).isoformat()


class Rules(unittest.TestCase):
    """Four letters about roads and one about waste are in the book; the town's rules then change on disk."""

    def setUp(self):
        self.docket = Docket("\n  - name: pipe\n    pipe: {}")
        self.addCleanup(self.docket.__exit__)
        self.rules = self.docket.folder / "rules/10-topics.yaml"

    def start(self):
        self.docket.start()
        for number in range(4):
            self.inject(letter(sender=f"p{number}@people.example.org", number=number))
        self.inject(letter(sender="w@people.example.org", subject="Recycling", text="Nobody took the recycling.", number=9))
        self.docket.wait_until_sent()

    def inject(self, octets):
        done = self.docket.command("inject", "-", "--source", "pipe", octets=octets)
        self.assertEqual(done.returncode, 0, done.stderr)

    def change(self, before="assign: roads", after="assign: waste", file=None):
        file = file or self.rules
        text = file.read_text(encoding="utf-8")
        self.assertIn(before, text)
        file.write_text(text.replace(before, after), encoding="utf-8")

    def reload(self, *more):
        return self.docket.command("reload", *more)

    def version(self):
        return self.docket.status()["rule_set"]

    def cases_of(self, office):
        return sorted(case["number"] for case in self.docket.ask("case", "list", "--office", office))

    def mail_to(self, address):
        files = [*(self.docket.folder / "out/new").glob("*")] if (self.docket.folder / "out/new").exists() else []
        return [text for text in (file.read_text(encoding="utf-8") for file in files) if f"Delivered-To: {address}" in text]

    # --- before ------------------------------------------------------------------------------------------------

    def other_rules(self):
        other = self.docket.folder / "other"
        shutil.copytree(self.docket.folder / "rules", other)
        self.change(file=other / "10-topics.yaml")
        return other

    def test_a_comparison_comes_in_pages_that_make_one_whole(self):
        self.start()
        other = self.other_rules()
        files = {"rules": [{"name": f"rules/{file.name}", "text": file.read_text()} for file in sorted(other.glob("*.yaml"))]}
        pages, after = [], ""
        while after is not None:
            pages.append(self.page(files, 2, after))
            after = pages[-1]["next"]
        self.assertEqual([(page["total"], page["letters"]) for page in pages], [(5, 2), (None, 2), (None, 1)])
        whole = self.page(files, 100, "")
        self.assertEqual([case for page in pages for case in page["cases"]], whole["cases"])
        self.assertEqual(len(whole["cases"]), 4)

    def page(self, files, limit, after):
        control = http.client.HTTPConnection("docket")
        control.sock = socket.socket(socket.AF_UNIX)
        control.sock.connect(str(self.docket.folder / "control.sock"))
        control.request("POST", f"/compare?limit={limit}&after={after}", json.dumps(files), {"Connection": "close"})
        answer = json.loads(control.getresponse().read())
        control.close()
        return answer

    def test_compare_tells_what_another_folder_of_rules_would_change(self):
        self.start()
        same = self.docket.command("rules", "compare", str(self.docket.folder / "rules"))
        self.assertEqual(same.returncode, 0, same.stderr)
        self.assertIn(b"5 letters compared, 0 would differ", same.stdout)
        other = self.other_rules()
        for running in (True, False):
            if not running:
                self.docket.stop()
            done = self.docket.command("rules", "compare", str(other), "--json")
            self.assertEqual(done.returncode, 1, done.stderr)
            got = json.loads(done.stdout)
            self.assertEqual((got["letters"], got["differ"], len(got["cases"])), (5, 4, 4))
            self.assertIn({"before": "roads", "after": "waste", "letters": 4}, got["moves"])
            self.assertIn({"before": "waste", "after": "waste", "letters": 1}, got["moves"])
            first = got["cases"][0]
            self.assertEqual((first["before"]["assign"], first["after"]["assign"]), ("roads", "waste"))
            self.assertEqual(first["after"]["because"], "it mentions a road or sidewalk")
            self.assertEqual(first["differs"], ["assign"])
        text = self.docket.command("rules", "compare", str(other)).stdout.decode()
        self.assertIn("roads → waste", text)
        self.assertIn("before: Roads: it mentions a road or sidewalk", text)

    def test_an_office_with_open_cases_is_not_taken_out_but_retired(self):
        self.start()
        town = self.docket.folder / "town.yaml"
        whole = town.read_text(encoding="utf-8")
        [case] = self.cases_of("waste")
        begin, end = whole.index("  waste:\n"), whole.index("addresses:\n")
        town.write_text((whole[:begin] + whole[end:]).replace("waste@town.example: waste", "waste@town.example: roads"), encoding="utf-8")
        self.change("assign: waste", "assign: roads")
        self.refused_for_its_office("check")
        before = self.version()
        self.refused_for_its_office("reload", "--yes")
        self.assertEqual(self.version(), before)
        self.docket.stop()
        self.refused_for_its_office("check")
        self.docket.start()  # the last accepted set runs, and `status` says so
        self.assertEqual(self.version(), before)
        self.assertIn("the office 'waste' has 1 open case", json.dumps(self.docket.status()["problems"]))
        town.write_text(whole.replace("address: waste@office", f"retired: {{on: {day_from_now(-2)}, to: roads}}\n    address: waste@office"),
                        encoding="utf-8")
        done = self.reload("--yes")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.docket.wait_for(lambda: case in self.cases_of("roads"), 40, "the case to go to the successor")
        self.assertEqual(self.cases_of("waste"), [])

    def refused_for_its_office(self, *command):
        done = self.docket.command(*command)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertIn(b"town.yaml:15:1: error: the office 'waste' has 1 open case", done.stdout + done.stderr)

    def test_compare_looks_only_at_letters_since(self):
        self.start()
        other = str(self.other_rules())
        self.assertEqual(json.loads(self.docket.command("rules", "compare", other, "--since", "30d", "--json").stdout)["letters"], 5)
        self.assertEqual(json.loads(self.docket.command("rules", "compare", other, "--since", day_from_now(2), "--json").stdout)["letters"], 0)
        self.assertEqual(self.docket.command("rules", "compare", other, "--since", "soon").returncode, 2)

    def test_compare_reads_a_whole_configuration_folder_and_refuses_a_bad_one(self):
        self.start()
        other = self.docket.folder / "elsewhere"
        other.mkdir()
        shutil.copy(self.docket.folder / "town.yaml", other)
        self.change("fallback: front-desk", "fallback: mayor", other / "town.yaml")
        self.assertEqual(self.docket.command("rules", "compare", str(other)).returncode, 0)
        (other / "rules").mkdir()
        (other / "rules/bad.yaml").write_text("version: 1\nrules: [{rule: x, when: always, then: {assign: nobody}}]\n")
        bad = self.docket.command("rules", "compare", str(other))
        self.assertEqual(bad.returncode, 2)
        self.assertIn(b"rules/bad.yaml:2:", bad.stdout + bad.stderr)
        empty = self.docket.folder / "nothing"
        empty.mkdir()
        self.assertEqual(self.docket.command("rules", "compare", str(empty)).returncode, 2)

    def test_route_judges_a_letter_by_another_folder(self):
        other = self.other_rules()
        one = self.docket.folder / "one.eml"
        one.write_bytes(letter())
        for more, office in (((), "roads"), (("--rules", str(other)), "waste")):
            done = self.docket.command("route", str(one), "--json", *more)
            self.assertEqual(json.loads(done.stdout)["assign"], office, done.stderr)

    # --- the change --------------------------------------------------------------------------------------------

    def test_reload_takes_what_changes_little_and_asks_before_what_changes_much(self):
        self.start()
        first = self.version()
        self.change("label: waste", "label: bins")  # one letter in five: over a tenth
        asked = self.reload()
        self.assertEqual(asked.returncode, 1)
        self.assertIn(b"5 letters compared, 1 would differ", asked.stdout)
        self.assertEqual(self.version(), first)
        self.assertEqual(self.reload("--yes").returncode, 0)
        self.assertNotEqual(self.version(), first)
        self.rules.write_text(self.rules.read_text(encoding="utf-8") + "# nothing\n", encoding="utf-8")
        taken = json.loads(self.reload("--json").stdout)
        self.assertEqual((taken["taken"], taken["refused"], taken["comparison"]["differ"]), (True, False, 0))
        self.change("version: 1", "version: one")
        self.assertEqual(self.reload("--yes").returncode, 2)

    def test_reload_asks_where_a_letter_would_lose_its_addressed_office(self):
        self.start()
        for number in range(20, 40):  # so that one letter is less than a tenth
            self.inject(letter(sender=f"q{number}@people.example.org", subject="Recycling", text="The recycling.", number=number))
        self.inject(letter(sender="z@people.example.org", subject="Hello", text="The zebra crossing.", number=50))
        self.change("  - rule: Waste", "  - rule: Zebra\n    when: {text: {word: zebra}}\n    then: {assign: mayor, restrict: true}\n  - rule: Waste")
        done = json.loads(self.reload("--json").stdout)
        self.assertEqual((done["taken"], done["comparison"]["losing_addressed"]), (False, 1))

    # --- afterwards --------------------------------------------------------------------------------------------

    def test_hits_count_what_each_rule_did(self):
        self.start()
        hits = {row["rule"]: row for row in self.docket.ask("rules", "hits")}
        self.assertEqual((hits["Roads"]["decided"], hits["Roads"]["matched"]), (4, 4))
        self.assertEqual((hits["Waste"]["decided"], hits["usual"]["matched"], hits["usual"]["decided"]), (1, 5, 0))
        self.assertEqual((hits["Newsletters"]["matched"], hits["Newsletters"]["last"]), (0, None))
        self.assertIn(b"never", self.docket.command("rules", "hits").stdout)
        self.assertEqual({row["not_ours"] for row in hits.values()}, {0})
        self.assertIn(b"not ours", self.docket.command("rules", "hits").stdout)
        later = {row["rule"]: row for row in self.docket.ask("rules", "hits", "--since", day_from_now(2))}
        self.assertEqual(later["Roads"]["matched"], 0)

    def test_history_tells_who_loaded_which_set_and_restore_goes_back(self):
        self.start()
        first, text = self.version(), self.rules.read_text(encoding="utf-8")
        self.change()
        self.assertEqual(self.reload("--yes").returncode, 0)
        sets = self.docket.ask("rules", "history")
        self.assertEqual([entry["version"] for entry in sets], [self.version(), first])
        self.assertEqual([entry["letters"] for entry in sets], [0, 5])
        self.assertEqual(self.docket.command("rules", "restore", "sha256:0000000000").returncode, 1)
        declined = self.docket.command("rules", "restore", first[:16])
        self.assertEqual(declined.returncode, 1)  # four of five letters would change, and nobody can be asked
        self.assertIn("assign: waste", self.rules.read_text(encoding="utf-8").split("rule: Waste")[0])
        self.assertEqual([*self.docket.folder.glob("replaced-*")], [])
        done = self.docket.command("rules", "restore", first[:16], "--yes")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.version(), self.rules.read_text(encoding="utf-8")), (first, text))
        replaced = [*self.docket.folder.glob("replaced-*/rules/10-topics.yaml")]
        self.assertEqual(len(replaced), 1)
        self.assertEqual(len(self.docket.ask("rules", "history")), 3)

    def test_check_knows_what_the_stored_letters_say_otherwise(self):
        self.change("pothole*", "pothole")
        self.docket.start()
        for number, text in enumerate(("Potholes everywhere, it is a shame.", "Three potholes.", "One pothole.")):
            self.inject(letter(sender=f"p{number}@people.example.org", subject="Street", text=text, number=number))
        for running in (True, False):
            if not running:
                self.docket.stop()
            said = self.docket.command("check").stdout.decode()
            self.assertIn("10-topics.yaml:11:12: warning: 'pothole' does not find 'potholes', which 2 stored letters hold", said)
            self.assertEqual(said.count("does not find"), 1)  # 'sidewalks' stands beside 'sidewalk'

    def test_explain_shows_the_rule_as_it_was_and_the_whole_trace(self):
        self.start()
        number = self.cases_of("roads")[0]
        self.change()
        self.reload("--yes")
        explained = self.docket.ask("case", "explain", number)["letters"][0]
        rule = next(rule for rule in explained["decision"]["trace"] if rule["rule"] == "Roads")
        self.assertIn("then: {assign: roads, label: roads}", rule["source"])
        self.assertNotIn("rule: Waste", rule["source"])
        self.assertNotIn("Waste", [rule["rule"] for rule in explained["decision"]["trace"]])
        for running in (True, False):
            if not running:
                self.docket.stop()
            full = self.docket.ask("case", "explain", number, "--full")["letters"][0]
            traced = {rule["rule"]: rule["matched"] for rule in full["decision"]["trace"]}
            roads = next(rule for rule in full["decision"]["trace"] if rule["rule"] == "Roads")
            self.assertIn("Roads takes letters that mention one of the 5", roads["words"])  # as the set said it that decided
            self.assertEqual(traced, {"Ward 2 street named": False, "Roads": True, "Waste": False, "Newsletters": False, "usual": True})

    def test_a_bad_set_is_undone_in_bulk(self):
        self.docket.start()
        self.change()
        self.reload("--yes")
        bad = self.version()
        for number in range(3):
            self.inject(letter(sender=f"p{number}@people.example.org", number=number))
        self.inject(letter(sender="w@people.example.org", subject="Recycling", text="The recycling.", number=9))
        self.docket.wait_until_sent()
        moved_by_hand, closed, again = self.cases_of("waste")[0:3]
        self.assertEqual(self.docket.command("case", "assign", moved_by_hand, "mayor").returncode, 0)
        self.assertEqual(self.docket.command("case", "close", closed).returncode, 0)
        self.change("assign: waste, label: roads", "assign: roads, label: roads")
        self.reload("--yes")
        words = ("case", "assign", "--decided-by", bad[:20], "--rule", "Roads", "--again")
        planned = self.docket.ask(*words, "--dry-run")
        self.assertEqual((planned["moved"], planned["skipped"]), (1, 2))
        self.assertEqual(self.docket.ask("case", "show", again)["office"], "waste")
        done = self.docket.ask(*words)
        self.assertEqual(done["cases"], planned["cases"])
        shown = self.docket.ask("case", "show", again)
        self.assertEqual(shown["office"], "roads")
        self.assertIn("assigned", [event["what"] for event in shown["timeline"]])
        self.docket.wait_until_sent()
        self.assertEqual(len([text for text in self.mail_to("roads@office.testing.invalid") if again in text]), 1)
        mistakes = [text for text in self.mail_to("waste@office.testing.invalid") if "by mistake" in text]
        self.assertEqual(len(mistakes), 1)
        self.assertIn(again, mistakes[0])
        self.assertNotIn(closed, mistakes[0])
        news = [row for row in shown["outbox"] if row["kind"] == "update"]
        self.assertEqual(len(news), 1)
        self.assertEqual(self.docket.ask(*words)["moved"], 0)  # nobody is told twice
        self.assertEqual(self.docket.command("case", "assign", "--again").returncode, 2)
        self.assertEqual(self.docket.command("audit", "verify").returncode, 0)

    # --- rules on one person -----------------------------------------------------------------------------------

    def test_a_rule_on_one_person_is_in_the_audit_log_and_its_end_is_told_to_the_clerk_once(self):
        (self.docket.folder / "rules/20-person.yaml").write_text(PERSON.format(until=day_from_now(20)), encoding="utf-8")
        check = self.docket.command("check").stdout.decode()
        self.assertIn("20-person.yaml:7:", check)
        self.assertIn("ends on", check)
        for _ in range(2):
            self.docket.start()
            self.docket.wait_until_sent()
            self.docket.stop()
        told = self.mail_to("clerk@staff.testing.invalid")
        self.assertEqual(len(told), 1)
        self.assertIn("20-person.yaml", told[0])
        self.assertNotIn("secret.person", told[0] + self.docket.log())

    def test_far_ends_are_not_told(self):
        (self.docket.folder / "rules/20-person.yaml").write_text(PERSON.format(until=day_from_now(40)), encoding="utf-8")
        self.docket.start()
        self.docket.wait_until_sent()
        self.assertEqual(self.mail_to("clerk@staff.testing.invalid"), [])


if __name__ == "__main__":
    unittest.main()
