#!/usr/bin/env python3
"""One package from its installation to its purge, step by step, as an admin goes through it, against a real Dovecot and a real
SMTP receiver. Run in a machine with systemd: machine.py --packages "dovecot-imapd openssl" --deb FIRST --deb SECOND
/srv/docket/tests/systemd/package_life.py; SECOND is the same program as a newer package."""

import json
import os
import pathlib
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
from dovecot import Dovecot  # noqa: E402
from running import letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

WARD = "ward2@town.example"
CONFIG = pathlib.Path("/etc/docket")
DATA = pathlib.Path("/var/lib/docket")
STARTED = time.monotonic()


def say(text):
    print(f"[{time.monotonic() - STARTED:6.1f} s] {text}", flush=True)


def run(*words, code=0, octets=None):
    """What it prints. Any other exit code ends the test."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    done = subprocess.run(words, capture_output=True, check=False, env=environment, input=octets)
    if code is not None and done.returncode != code:
        raise SystemExit(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}{journal()}")
    return done.stdout.decode().strip()


def journal():
    return subprocess.run(["journalctl", "-u", "docket*", "-n", "60", "--no-pager", "-o", "short-precise"], capture_output=True, check=False,
                          text=True).stdout


def wait_for(ready, what, seconds=60):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        found = ready()
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"waited {seconds} s for {what}\n{journal()}")


def systemctl(*words, code=0):
    return run("systemctl", *words, code=code)


def state(unit="docket.service"):
    return systemctl("show", "-p", "ActiveState", "--value", unit)


def expect(found, wanted, what):
    if found != wanted:
        raise SystemExit(f"{what}: {found!r}, wanted {wanted!r}\n{journal()}")
    say(f"  {what}: {found}")


class Life:
    def __init__(self, server, receiver):
        self.server, self.receiver, self.sent = server, receiver, 0

    # --- letters ---------------------------------------------------------------------------------------------------

    def deliver(self):
        self.sent += 1
        self.server.deliver("council", letter(f"person{self.sent}@people.example.org", WARD, f"Pothole {self.sent}", number=self.sent,
                                              text=f"Letter {self.sent}: there is a deep pothole in front of my house on Maple Street."))
        return f"person{self.sent}@people.example.org"

    def answered(self, person):
        return [m for m in self.receiver.messages() if person in m["recipients"]]

    def one_letter(self):
        person, began = self.deliver(), time.monotonic()
        wait_for(lambda: self.answered(person), "the acknowledgement")
        say(f"  a letter in, its acknowledgement out after {time.monotonic() - began:.1f} s")

    def everyone_once(self):
        wait_for(lambda: all(self.answered(f"person{n}@people.example.org") for n in range(1, self.sent + 1)), "every acknowledgement")
        counts = [len(self.answered(f"person{n}@people.example.org")) for n in range(1, self.sent + 1)]
        expect((min(counts), max(counts)), (1, 1), f"acknowledgements a person, {self.sent} people")
        ledger = json.loads(run("docket", "ledger", "--json"))
        expect([(row["cases"], row["difference"]) for row in ledger], [(self.sent, 0)], "ledger: cases and difference")

    # --- steps -----------------------------------------------------------------------------------------------------

    def install(self, deb):
        say(f"INSTALL {deb.name}")
        print(run("apt-get", "install", "-q", "-y", deb), flush=True)
        expect(state(), "inactive", "docket.service without a configuration")
        run("getent", "passwd", "docket")
        expect(run("docket", "--version").split()[0], "docket", "the program")

    def set_up(self):
        say("GUIDED INIT by flags, then start")
        secret = pathlib.Path("/root/password")
        secret.write_text("secret\n", encoding="utf-8")
        secret.chmod(0o600)
        authority = pathlib.Path("/etc/ssl/town-ca.pem")
        authority.write_bytes(pathlib.Path(self.server.cert).read_bytes())
        print(run("docket", "init", str(CONFIG), "--guided", "--yes", "--address", WARD, "--imap-url", f"imaps://localhost:{self.server.imaps_port}",
                  "--imap-user", "council", "--imap-password-file", secret, "--ca", authority,
                  "--smtp-url", f"smtp://localhost:{self.receiver.port}", "--smtp-tls", "none", "--mode", "live", "--town", "Town of Example", "--time-zone", "America/Toronto",
                  "--clerk", "clerk@town.example", "--office", "ward-2=Ward 2 <ward2-office@town.example>"), flush=True)
        secret.unlink()
        systemctl("start", "docket")
        expect(state(), "active", "docket.service")
        wait_for(lambda: run("docket", "status", code=None).startswith("running"), "docket to answer")
        print(run("docket", "status", code=None), flush=True)
        expect((DATA.stat().st_mode & 0o777, DATA.owner()), (0o700, "docket"), "the data folder")

    def reload(self):
        say("RELOAD: a rule is added, systemctl reload takes it")
        before = json.loads(run("docket", "status", "--json", code=None))["rule_set"]
        rules = CONFIG / "rules/50-new.yaml"
        rules.write_text('version: 1\nrules:\n  - rule: Potholes are labelled\n    when: {subject: {word: [pothole]}}\n    then: {label: [roads]}\n'
                         '    because: {en: it names a pothole}\n', encoding="utf-8")
        rules.chmod(0o644)
        systemctl("reload", "docket")
        wait_for(lambda: json.loads(run("docket", "status", "--json", code=None))["rule_set"] != before, "the new rules")
        say("  the new rules run")
        rules.write_text("version: 1\nrules:\n  - rule: Wrong\n    when: {subjekt: {word: [x]}}\n", encoding="utf-8")
        systemctl("reload", "docket")
        expect("rules on disk were refused" in run("docket", "status", code=1), True, "status says that rules were refused")
        rules.unlink()
        systemctl("reload", "docket")
        expect(json.loads(run("docket", "status", "--json", code=None))["rule_set"], before, "rules, when the bad file is gone")
        self.one_letter()

    def save(self):
        say("SAVE: with docket-rules.path a saved file is answered by mail")
        systemctl("start", "docket-rules.path")
        rules = CONFIG / "rules/50-new.yaml"
        rules.write_text('version: 1\nrules:\n  - rule: Snow\n    when: {subject: {word: [snow]}}\n    then: {label: [roads]}\n'
                         '    because: {en: it names snow}\n', encoding="utf-8")
        rules.chmod(0o644)
        text = wait_for(self.told_live, "the answer to the clerk")
        say("  the clerk's letter:\n" + text[text.index("\n\n"):].rstrip())
        systemctl("stop", "docket-rules.path")

    def told_live(self):
        """The letter to the clerk about saved files; alarms go there too."""
        letters = [pathlib.Path(found["files"][0]).read_text(encoding="utf-8", errors="replace") for found in self.answered("clerk@town.example")]
        return next((text for text in letters if "Live since" in text), None)

    def watchdog(self):
        say("WATCHDOG: the process is stopped (SIGSTOP); systemd ends and starts it")
        drop_in = pathlib.Path("/run/systemd/system/docket.service.d/test.conf")
        drop_in.parent.mkdir(parents=True, exist_ok=True)
        drop_in.write_text("[Service]\nWatchdogSec=4\nRestartSec=1\n", encoding="utf-8")
        systemctl("daemon-reload")
        systemctl("restart", "docket")
        first = systemctl("show", "-p", "MainPID", "--value", "docket")
        run("kill", "-STOP", first)
        wait_for(lambda: systemctl("show", "-p", "MainPID", "--value", "docket") not in (first, "0") and state() == "active", "another process")
        expect(systemctl("show", "-p", "NRestarts", "--value", "docket"), "1", "restarts by the watchdog")
        drop_in.unlink()
        systemctl("daemon-reload")
        self.one_letter()

    def upgrade(self, deb):
        say(f"UPGRADE to {deb.name} while letters come in")
        going = threading.Event()
        going.set()

        def letters():
            while going.is_set():
                self.deliver()
                time.sleep(0.05)

        flood = threading.Thread(target=letters)
        flood.start()
        before = systemctl("show", "-p", "MainPID", "--value", "docket")
        wait_for(lambda: self.sent > 20, "letters")
        print(run("apt-get", "install", "-q", "-y", deb), flush=True)
        wait_for(lambda: state() == "active" and systemctl("show", "-p", "MainPID", "--value", "docket") not in (before, "0"), "the new process")
        goal = self.sent + 20
        wait_for(lambda: self.sent > goal, "letters")
        going.clear()
        flood.join()
        expect(run("dpkg-query", "-W", "-f", "${Version}", "docket"), deb.name.split("_")[1], "version")
        self.everyone_once()
        expect(json.loads(run("docket", "audit", "verify", "--json"))["ok"], True, "audit log")

    def backup(self):
        say("BACKUP by its unit")
        systemctl("start", "docket-backup.service")
        expect(len(list(pathlib.Path("/var/backups/docket").glob("*.backup"))), 1, "backups")

    def remove(self):
        say("REMOVE: stopped; configuration and data stay")
        print(run("apt-get", "remove", "-q", "-y", "docket"), flush=True)
        expect((pathlib.Path("/usr/bin/docket").exists(), (CONFIG / "docket.yaml").exists(), (DATA / "docket.db").exists()), (False, True, True),
               "program, configuration, book")
        expect(state(), "inactive", "docket.service")

    def return_and_purge(self, deb):
        say("INSTALL AGAIN: it goes on where it was")
        run("apt-get", "install", "-q", "-y", deb)
        if state() != "active":
            systemctl("start", "docket")
        self.one_letter()
        self.everyone_once()
        say("PURGE, the question unanswered: the records stay")
        print(run("apt-get", "purge", "-q", "-y", "docket"), flush=True)
        expect(((CONFIG / "docket.yaml").exists(), (DATA / "docket.db").exists()), (True, True), "configuration, book")
        run("apt-get", "install", "-q", "-y", deb)
        say("PURGE, answered yes: nothing stays but the user")
        run("debconf-set-selections", octets=b"docket docket/purge_data boolean true\n")
        print(run("apt-get", "purge", "-q", "-y", "docket"), flush=True)
        expect([path.exists() for path in (CONFIG, DATA, pathlib.Path("/var/backups/docket"))], [False] * 3, "configuration, data, backups")
        left = run("sh", "-c", "systemctl list-unit-files --no-legend 'docket*'; find /etc /lib /usr /var -name '*docket*' -not -path '/usr/share/man/*' "
                   "-not -path '/var/cache/*' -not -path '/var/log/*' -not -path '/var/lib/dpkg/*' 2>/dev/null", code=None)
        expect(left, "", "units and files that are left")


def main():
    first, second = sorted(pathlib.Path("/root").glob("docket_*.deb"))
    with Dovecot() as server, SmtpReceiver("/srv/out", auth=("council", "secret")) as receiver:
        life = Life(server, receiver)
        life.install(first)
        life.set_up()
        life.one_letter()
        life.reload()
        life.save()
        life.watchdog()
        life.backup()
        life.upgrade(second)
        life.remove()
        life.return_and_purge(second)
    say("done")


if __name__ == "__main__":
    main()
