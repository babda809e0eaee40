#!/usr/bin/env python3
"""What the package does when it is installed, upgraded, removed and purged, on a machine of stubs.

    DOCKET_BINARY=build/release/docket python3 tests/systemd/scripts_test.py
"""

import pathlib
import re
import shutil
import tempfile
import unittest

from packed import SCRIPTS, run, unpacked


# Instead of the machine's own: every command is written down; debconf gives the answer of the test.
STUB = '#!/bin/sh\necho "$(basename "$0") $*" >> "$LOG"\n[ "$(basename "$0")" != deb-systemd-helper ] || case "$*" in *was-enabled*) exit "$DISABLED" ;; debian-installed*) exit "$NEW" ;; esac\n'
DEBCONF = 'db_input() { echo "asked $2" >> "$LOG"; }\ndb_go() { :; }\ndb_stop() { :; }\ndb_purge() { :; }\ndb_fset() { :; }\ndb_get() { RET=$ANSWER; }\n'


class Scripts(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="docket-scripts-")
        self.addCleanup(temporary.cleanup)
        self.root = pathlib.Path(temporary.name)
        for folder in ("bin", "run/systemd/system", "etc/docket/secrets", "etc/docket/north", "var/lib/docket", "var/lib/docket-north",
                       "var/lib/docket-other", "var/backups/docket", "etc/systemd/system/multi-user.target.wants"):
            (self.root / folder).mkdir(parents=True)
        (self.root / "etc/docket/north/docket.yaml").touch()
        (self.root / "etc/systemd/system/multi-user.target.wants/docket@north.service").symlink_to("/usr/lib/systemd/system/docket@.service")
        for name in ("deb-systemd-helper", "deb-systemd-invoke", "systemctl", "systemd-sysusers", "systemd-tmpfiles"):
            (self.root / "bin" / name).write_text(STUB)
            (self.root / "bin" / name).chmod(0o755)
        (self.root / "confmodule").write_text(DEBCONF)

    def script(self, name, *words, answer="false", disabled=0):
        """What the script printed, and the commands it gave."""
        text = (unpacked() / "DEBIAN" / name).read_text()
        text = text.replace("/usr/share/debconf/confmodule", str(self.root / "confmodule"))
        text = re.sub(r"(?<![\w/])/(run|etc|var)/", rf"{self.root}/\1/", text)
        path = self.root / name
        path.write_text(text)
        log = self.root / "log"
        log.write_text("")
        done = run("sh", path, *words, env={"PATH": f"{self.root}/bin:/usr/bin:/bin", "LOG": str(log), "ANSWER": answer, "DISABLED": str(disabled),
                                                 "NEW": str(int(words[-1] == ""))})
        self.assertEqual(done.returncode, 0, f"{name} {words}: {done.stderr}")
        return done.stdout + done.stderr, log.read_text().split("\n")[:-1]

    def there(self):
        return {str(path.relative_to(self.root)) for path in self.root.glob("*/**/docket*")} & {
            "etc/docket", "var/lib/docket", "var/lib/docket-north", "var/lib/docket-other", "var/backups/docket",
            "etc/systemd/system/multi-user.target.wants/docket@north.service"}

    def test_they_are_shell_and_checked(self):
        for name in SCRIPTS:
            path = unpacked() / "DEBIAN" / name
            self.assertEqual(run("sh", "-n", path).returncode, 0, name)
            self.assertIn("\nset -e\n", path.read_text())
            if shutil.which("shellcheck"):
                done = run("shellcheck", "-e", "SC1091", path)  # debconf's own file
                self.assertEqual(done.returncode, 0, done.stdout)

    def test_the_first_installation_makes_user_and_folders_enables_and_starts(self):
        self.script("preinst", "install")
        said, commands = self.script("postinst", "configure", "")
        self.assertEqual(commands[:2], ["systemd-sysusers docket.conf", "systemd-tmpfiles --create docket.conf"])
        self.assertIn("deb-systemd-helper enable docket.service", commands)
        self.assertIn("deb-systemd-helper enable docket-backup.timer", commands)
        self.assertNotIn("deb-systemd-helper enable docket-rules.path", commands)
        self.assertEqual(commands[-1], "deb-systemd-invoke start docket.service docket-backup.timer docket-report.timer docket-status.timer")
        self.assertIn("docket init", said)

    def test_an_upgrade_restarts_what_runs_and_starts_nothing_else(self):
        self.script("preinst", "upgrade", "0.0.9-1")
        self.script("prerm", "upgrade", "99-1")
        _, commands = self.script("postinst", "configure", "0.0.9-1")
        invoked = [line for line in commands if line.startswith("deb-systemd-invoke")]
        self.assertEqual(invoked, ["deb-systemd-invoke try-restart docket.service docket@*.service docket-*.timer docket-*.path"])

    def test_what_the_admin_disabled_stays_so(self):
        _, commands = self.script("postinst", "configure", "0.0.9-1", disabled=1)
        self.assertEqual([line for line in commands if "helper enable" in line], [])

    def test_installed_again_after_a_removal_it_starts(self):
        self.script("preinst", "install", "0.0.9-1")
        _, commands = self.script("postinst", "configure", "0.0.9-1")
        self.assertTrue(commands[-1].startswith("deb-systemd-invoke start docket.service"), commands)

    def test_without_systemd_nothing_is_started(self):
        (self.root / "run/systemd/system").rmdir()
        for name, words in (("preinst", ["install"]), ("postinst", ["configure", ""]), ("prerm", ["remove"]), ("postrm", ["remove"])):
            _, commands = self.script(name, *words)
            self.assertEqual([line for line in commands if re.match("deb-systemd-invoke|systemctl", line)], [], name)

    def test_a_step_back_is_warned_of(self):
        said, _ = self.script("preinst", "upgrade", "99.0-1")
        self.assertIn("99.0-1", said)
        said, _ = self.script("preinst", "upgrade", "0.0.1-1")
        self.assertEqual(said, "")

    def test_removal_stops_it_and_keeps_everything(self):
        before = self.there()
        _, commands = self.script("prerm", "remove")
        self.assertEqual(commands, ["deb-systemd-invoke stop docket-*.path docket-*.timer docket-*.socket docket.service docket@*.service"])
        self.script("postrm", "remove")
        self.assertEqual(self.there(), before)

    def test_purge_keeps_the_towns_records_unless_someone_says_otherwise(self):
        before = self.there()
        said, commands = self.script("postrm", "purge")
        self.assertEqual(commands[0], "asked docket/purge_data")
        self.assertIn("are kept", said)
        self.assertEqual(before - self.there(), {"etc/systemd/system/multi-user.target.wants/docket@north.service"})

    def test_purge_removes_the_records_of_every_town_and_of_nobody_else_when_told_so(self):
        self.script("postrm", "purge", answer="true")
        self.assertEqual(self.there(), {"var/lib/docket-other"})

    def test_purge_twice_or_with_nothing_there_asks_nothing(self):
        self.script("postrm", "purge", answer="true")
        _, commands = self.script("postrm", "purge")
        self.assertNotIn("asked docket/purge_data", commands)

    def test_what_dpkg_takes_back_is_taken_back(self):
        for name, words in (("postinst", ["abort-upgrade", "2"]), ("postinst", ["abort-remove"]), ("postinst", ["abort-deconfigure", "in-favour", "x", "1"]),
                            ("preinst", ["abort-upgrade", "2"]), ("prerm", ["failed-upgrade", "1"]), ("prerm", ["deconfigure", "in-favour", "x", "1"]),
                            ("postrm", ["abort-install"]), ("postrm", ["abort-upgrade", "1"]), ("postrm", ["failed-upgrade", "1"]),
                            ("postrm", ["upgrade", "2"]), ("postrm", ["disappear", "x", "1"])):
            before = self.there()
            self.script(name, *words)
            self.script(name, *words)
            self.assertEqual(self.there(), before)


if __name__ == "__main__":
    unittest.main()
