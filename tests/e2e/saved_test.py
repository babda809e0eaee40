#!/usr/bin/env python3
"""A clerk saves files on a share: what the clerk is told by mail, what is taken, and what a #take in answer does.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/saved_test.py [-v] [Test.name]
"""

import email
import email.policy
import getpass
import json
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from handing_over import Control  # noqa: E402
from running import BINARY, Docket, letter  # noqa: E402

CLERK = "clerk@staff.testing.invalid"
NEW = "version: 1\nrules:\n  - {{rule: New {0}, when: {{text: {{word: plugh{0}}}}}, then: {{label: new}}}}\n"


class Saved(unittest.TestCase):
    """Twenty letters about roads and one about waste are in the book; then the clerk saves something."""

    def setUp(self):
        self.docket = Docket("\n  - name: pipe\n    pipe: {}")
        self.addCleanup(self.docket.__exit__)
        self.rules = self.docket.folder / "rules/10-topics.yaml"
        self.good = self.rules.read_text(encoding="utf-8")
        self.docket.start()
        for number in range(20):
            self.inject(letter(sender=f"p{number}@people.example.org", number=number))
        self.inject(letter(sender="w@people.example.org", subject="Recycling", text="Nobody took the recycling.", number=90))
        self.known = set()
        self.told()
        self.first = self.version()

    def inject(self, octets):
        done = self.docket.command("inject", "-", "--source", "pipe", "--json", octets=octets)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def saved(self, code):
        """What whoever watches the folder runs."""
        done = self.docket.command("reload", "--saved")
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout.decode()

    def look(self):
        """One look of that command's, which comes back at once."""
        control = Control(self.docket.folder / "control.sock")
        control.request("POST", "/reload?saved=1", b"", {"Connection": "close"})
        answer = json.loads(control.getresponse().read())
        control.close()
        return answer["outcome"]

    def version(self):
        return self.docket.status()["rule_set"]

    def told(self):
        """The letters to the clerk since the last call, oldest first."""
        self.docket.wait_until_sent()
        fresh = sorted(set(self.docket.folder.glob("out/new/*")) - self.known, key=lambda path: path.stat().st_mtime_ns)
        self.known.update(fresh)
        messages = [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in fresh]
        # Twenty letters that say the same are a campaign, of which the clerk hears too.
        return [message for message in messages if message["Delivered-To"] == CLERK and "many letters" not in message["Subject"]]

    def one_letter(self):
        letters = self.told()
        self.assertEqual(len(letters), 1, [message["Subject"] for message in letters])
        return letters[0], letters[0].get_content().replace("\r\n", "\n")

    def answer(self, message, text, sender=CLERK, number=900):
        more = f"In-Reply-To: {message['Message-ID']}\r\nReferences: {message['Message-ID']}\r\n"
        return self.inject(letter(sender=sender, to=str(message["From"]), subject=f"Re: {message['Subject']}", text=text, more=more, number=number))

    def test_a_good_save_is_live_and_the_clerk_is_told_once(self):
        self.rules.write_text(self.good.replace("label: waste", "label: bins"), encoding="utf-8")
        self.assertIn("taken: the clerk is told by mail", self.saved(0))
        self.assertNotEqual(self.version(), self.first)
        message, text = self.one_letter()
        self.assertRegex(message["Subject"], r"^docket: live since \d\d:\d\d, nothing would go elsewhere$")
        self.assertRegex(text, r"^Live since \d\d:\d\d\. Of the last 21 letters nothing would go elsewhere\.\n")
        self.assertIn("\n  rules/10-topics.yaml\n", text)
        self.assertIn("  1 would stay where they are and be handled otherwise / ", text)
        self.assertIn("nothing to take", self.saved(0))
        self.assertEqual(self.told(), [])
        self.assertEqual(self.docket.ask("rules", "history")[0]["who"], f"saved ({getpass.getuser()})")

    def test_a_letter_that_would_go_elsewhere_stands_in_the_list_with_its_subject(self):
        self.rules.write_text(self.good.replace("assign: waste, label: waste", "assign: ward-1, label: waste"), encoding="utf-8")
        self.saved(0)
        _, text = self.one_letter()
        self.assertIn("Of the last 21 letters this one would go elsewhere.", text)
        self.assertRegex(text, '\n  TT-[0-9]{4}-[0-9]{6}-[0-9] "Recycling": Waste → the Ward 1 office\n')
        self.assertNotIn("people.example.org", text)

    def test_a_bad_save_is_refused_and_told_once_with_place_and_hint(self):
        bad = self.good.replace("assign: waste", "assign: wast")
        self.rules.write_text(bad, encoding="utf-8")
        self.saved(2)
        self.assertEqual(self.version(), self.first)
        message, text = self.one_letter()
        self.assertEqual(message["Subject"], "docket: REFUSED, what you saved is not used")
        self.assertRegex(text, r"\nrules/10-topics\.yaml:16:\d+: error: .*wast.*\n  hint: ")
        for _ in range(2):
            self.saved(2)
        self.assertEqual(self.told(), [])
        self.assertIn("refused", json.dumps(self.docket.status()["problems"]))
        self.rules.write_text(self.good, encoding="utf-8")
        self.saved(0)
        self.assertEqual(self.told(), [])
        self.assertNotIn("refused", json.dumps(self.docket.status()["problems"]))
        self.rules.write_text(bad, encoding="utf-8")
        self.saved(2)
        self.one_letter()

    def hold(self):
        self.rules.write_text(self.good.replace("assign: roads", "assign: waste"), encoding="utf-8")
        self.saved(1)
        message, text = self.one_letter()
        self.assertEqual(message["Subject"], "docket: NOT LIVE YET, what you saved waits for your #take")
        self.assertIn("Of the last 21 letters these 20 would go elsewhere.", text)
        self.assertIn("\n  Roads → Waste: 20\n", text)
        self.assertIn('"Pothole": Roads → Waste\n', text)
        self.assertIn("more than a tenth", text)
        self.assertEqual(self.version(), self.first)
        return message

    def test_what_changes_much_waits_for_the_clerks_word_through_a_restart_and_is_taken_by_it(self):
        message = self.hold()
        self.saved(1)
        self.assertEqual(self.told(), [])
        self.assertEqual(self.answer(message, "#take", "eve@evil.example.org", 901)["outcome"], "case")
        self.docket.stop()
        self.docket.start()  # nobody has said so: the last accepted set runs, though another lies on disk
        self.assertEqual(self.version(), self.first)
        self.assertIn("are not live: the clerk was asked", json.dumps(self.docket.status()["notes"]))
        self.told()
        self.assertEqual(self.answer(message, "#take\r\n\r\nThank you")["outcome"], "ignored")
        self.docket.wait_for(lambda: self.version() != self.first, 40, "what the clerk ordered to be taken")
        self.docket.wait_for(lambda: self.docket.ask("rules", "history")[0]["who"] == "clerk", 10, "the clerk in the history")
        taken, text = self.one_letter()
        self.assertIn("docket: live since", taken["Subject"])
        self.assertIn("Of the last 22 letters these 20 would go elsewhere.", text)
        self.assertEqual(self.docket.status()["notes"], [])
        self.saved(0)
        self.assertEqual(self.told(), [])
        self.assertEqual(self.docket.command("audit", "verify").returncode, 0)

    def test_the_clerks_word_for_files_that_changed_since_does_nothing_and_says_so(self):
        message = self.hold()
        self.rules.write_text(self.good.replace("assign: roads", "assign: ward-1"), encoding="utf-8")
        self.answer(message, "#take")
        told = []

        def are_told():
            told.extend(self.told())
            return len(told) == 2
        self.docket.wait_for(are_told, 60, "two letters: too late, and what of the new ones")
        self.assertEqual([message["Subject"].split(",")[0] for message in told], ["docket: not taken", "docket: NOT LIVE YET"])
        self.assertEqual(self.version(), self.first)

    def test_an_operator_takes_what_is_held(self):
        self.hold()
        self.assertEqual(self.docket.command("reload", "--yes").returncode, 0)
        self.assertNotEqual(self.version(), self.first)
        self.assertEqual(self.docket.status()["notes"], [])
        self.saved(0)
        self.assertEqual(self.told(), [])

    def test_a_burst_of_saves_and_half_a_file_are_one_letter_about_the_whole(self):
        more = self.good + "  # more\n"
        for number in range(5):  # a share copies files one after the other, and an editor leaves its own
            (self.docket.folder / f"rules/2{number}-new.yaml").write_text(NEW.format(number), encoding="utf-8")
            (self.docket.folder / f"rules/.2{number}-new.yaml.swp").write_text("x", encoding="utf-8")
            self.assertEqual(self.look(), "waiting")
        self.rules.write_text(more[:len(more) // 2], encoding="utf-8")
        self.assertEqual(self.look(), "waiting")
        self.rules.write_text(more, encoding="utf-8")
        running = [subprocess.Popen([BINARY, "-c", self.docket.folder, "reload", "--saved"], stdout=subprocess.DEVNULL) for _ in range(3)]
        self.assertEqual([process.wait(60) for process in running], [0, 0, 0])
        _, text = self.one_letter()
        self.assertIn("\n  rules/10-topics.yaml\n  rules/20-new.yaml (new / nouveau)\n", text)
        self.assertEqual(len(self.docket.ask("rules", "history")), 2)

    def test_docket_yaml_is_taken_at_the_next_start_and_the_letter_about_the_rest_says_so(self):
        path = self.docket.folder / "docket.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "# a word\n", encoding="utf-8")
        self.assertIn("docket.yaml:1:1: warning: docket.yaml changed: taken at the next start", self.saved(0))
        self.assertEqual(self.told(), [])
        self.rules.write_text(self.good + "  # more\n", encoding="utf-8")
        self.saved(0)
        _, text = self.one_letter()
        self.assertIn("docket.yaml:1:1: warning: docket.yaml changed: taken at the next start", text)

    def test_a_town_that_loses_an_office_with_open_cases_is_refused(self):
        town = self.docket.folder / "town.yaml"
        whole = town.read_text(encoding="utf-8")
        begin, end = whole.index("  waste:\n"), whole.index("addresses:\n")
        town.write_text((whole[:begin] + whole[end:]).replace("waste@town.example: waste", "waste@town.example: roads"), encoding="utf-8")
        self.rules.write_text(self.good.replace("assign: waste", "assign: roads"), encoding="utf-8")
        self.saved(2)
        _, text = self.one_letter()
        self.assertIn("town.yaml:15:1: error: the office 'waste' has 1 open case\n  hint: keep it and retire it", text)
        self.assertEqual(self.version(), self.first)

    def test_where_no_docket_runs_it_says_what_becomes_of_the_save(self):
        self.docket.stop()
        done = self.docket.command("reload", "--saved")
        self.assertEqual(done.returncode, 69)
        self.assertIn(b"what is saved is taken, or refused, when docket starts", done.stderr)
        self.assertEqual(self.docket.command("reload", "--saved", "--yes").returncode, 2)


if __name__ == "__main__":
    unittest.main()
