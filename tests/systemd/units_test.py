#!/usr/bin/env python3
"""What systemd cannot check of the units: their shell lines do what they say, towns of their own get the same unit, and
every line of hardening says why. tests/systemd_test.sh asks systemd itself.

    DOCKET_BINARY=build/release/docket python3 tests/systemd/units_test.py
"""

import datetime
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

from packed import BUILD

UNITS = BUILD / "systemd"  # as they are installed


def settings(name):
    """The unit's lines without comments, long ones joined."""
    text = (UNITS / name).read_text().replace("\\\n", " ")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


class Shell:
    """A unit's shell line, run with another docket and in another place."""

    def __init__(self, unit, docket):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.unit = unit
        program = self.folder / "bin/docket"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\necho \"$@\" >> {self.folder}/called\n{docket.replace('PLACE', str(self.folder))}\n")
        program.chmod(0o755)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()

    def run(self):
        line = next(line for line in settings(self.unit) if line.startswith("ExecStart=")).removeprefix("ExecStart=")
        words = [word.replace("$$", "$").replace("%%", "%") for word in shlex.split(line)]
        for place in ("/etc/docket", "/var/lib/docket", "/var/lib/prometheus/node-exporter"):
            words = [word.replace(place, str(self.folder / "place")) for word in words]
        (self.folder / "place/rules").mkdir(parents=True, exist_ok=True)
        (self.folder / "place/letters").mkdir(exist_ok=True)
        (self.folder / "place/town.yaml").touch()
        environment = {"PATH": f"{self.folder}/bin:/usr/bin:/bin", "RUNTIME_DIRECTORY": str(self.folder), "TZ": "UTC"}
        return subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)

    def calls(self):
        return (self.folder / "called").read_text().split("\n")[:-1]


class Lines(unittest.TestCase):
    def test_the_report_is_of_the_whole_month_before(self):
        today = datetime.datetime.now(datetime.timezone.utc).date()
        end = today.replace(day=1)
        begin = (end - datetime.timedelta(days=1)).replace(day=1)
        with Shell("docket-report.service", "echo figures") as shell:
            self.assertEqual(shell.run().returncode, 0)
            self.assertEqual(shell.calls(), [f"report --csv --from {begin} --to {end}"])
            files = {path.name: path.read_text() for path in (shell.folder / "place/reports").iterdir()}
            self.assertEqual(files, {f"{begin:%Y-%m}.csv": "figures\n"})

    def test_a_report_that_fails_leaves_no_file_that_looks_whole(self):
        with Shell("docket-report.service", "echo half; exit 69") as shell:
            self.assertNotEqual(shell.run().returncode, 0)
            self.assertEqual([path.suffix for path in (shell.folder / "place/reports").iterdir()], [".new"])

    def test_what_is_saved_during_the_answer_is_asked_about_again(self):
        # The kernel's file times go on every few milliseconds.
        save = 'if [ "$(wc -l < PLACE/called)" = 1 ]; then sleep 0.05; echo >> PLACE/place/rules/10-late.yaml; fi; exit 2'
        with Shell("docket-rules.service", save) as shell:
            self.assertEqual(shell.run().returncode, 2)
            self.assertEqual(shell.calls(), ["reload --saved"] * 2)

    def test_a_quiet_save_is_asked_about_once(self):
        with Shell("docket-rules.service", "exit 1") as shell:
            self.assertEqual(shell.run().returncode, 1)
            self.assertEqual(shell.calls(), ["reload --saved"])

    def test_figures_are_there_when_something_needs_a_person(self):
        with Shell("docket-status.service", "echo docket_up 1; exit 1") as shell:
            self.assertEqual(shell.run().returncode, 0)
            figures = shell.folder / "place/docket.prom"
            self.assertEqual(figures.read_text(), "docket_up 1\n")
            self.assertEqual(figures.stat().st_mode & 0o777, 0o644, "the node exporter could not read it")
            self.assertFalse((shell.folder / "place/docket.prom.new").exists())

    def test_without_figures_the_old_ones_stay_and_the_unit_fails(self):
        with Shell("docket-status.service", "exit 70") as shell:
            (shell.folder / "place").mkdir()
            (shell.folder / "place/docket.prom").write_text("old\n")
            self.assertNotEqual(shell.run().returncode, 0)
            self.assertEqual((shell.folder / "place/docket.prom").read_text(), "old\n")


class Units(unittest.TestCase):
    def test_a_town_of_its_own_has_the_same_unit_in_its_own_places(self):
        templates = sorted(UNITS.glob("*@.*"))
        self.assertGreaterEqual(len(templates), 9)
        for template in templates:
            with self.subTest(template.name):
                lines = settings(template.name)
                back = [re.sub(r"/run/docket-%i-public\.sock", "127.0.0.1:8311", line) for line in lines]
                back = [re.sub(r" for %i|[/@-]%i", "", line) for line in back]
                self.assertEqual(back, settings(template.name.replace("@", "")))
                for line in lines:
                    if re.search(r"/etc/docket|/var/lib/|(State|Runtime)Directory=|/run/docket|docket@?[^ ]*\.service", line):
                        self.assertIn("%i", line, "two towns would share it")

    def test_every_service_has_the_hardening_of_the_daemon(self):
        text = (UNITS / "docket.service").read_text()
        block = text[text.index("# --- hardening"):text.index("# --- end")].split("\n")[1:]
        hardening = [line for line in block if line and not line.startswith("#")]
        self.assertGreater(len(hardening), 30)
        for unit in UNITS.glob("*.service"):
            with self.subTest(unit.name):
                lines = settings(unit.name)
                self.assertEqual([line for line in hardening if line not in lines], [])

    def test_every_line_of_hardening_says_why(self):
        text = (UNITS / "docket.service").read_text()
        block = text[text.index("# --- hardening"):text.index("# --- end")].split("\n")[1:]
        reasons = lines = 0
        for line in block:
            if line.startswith("#"):
                lines = 0
                reasons += 1
            elif line:
                lines += 1
                self.assertLessEqual(lines, 5, f"{line}: its reason is out of sight")
        self.assertGreater(reasons, 15)

    def test_nothing_starts_before_there_is_a_town(self):
        for unit in UNITS.iterdir():
            if unit.suffix == ".timer":  # they start what has the condition
                continue
            with self.subTest(unit.name):
                folder = "/etc/docket/%i" if "@" in unit.name else "/etc/docket"
                self.assertIn(f"ConditionPathExists={folder}/docket.yaml", settings(unit.name))


if __name__ == "__main__":
    unittest.main()
