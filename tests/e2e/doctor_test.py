#!/usr/bin/env python3
"""docket doctor on a healthy installation, and on one broken in each way an admin may meet: found, with what to do next.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/doctor_test.py [-v] [Doctor.test_name]
    … --show      prints what it says of the healthy one, and the line that finds each of the others
"""

import contextlib
import json
import os
import pathlib
import pwd
import shutil
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "faults"))

import dovecot  # noqa: E402
import own_mounts  # noqa: E402
from running import BINARY, Docket  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

SHOW = "--show" in sys.argv
STRONG = "kT9x-wq2R-mm4z-8LpQ"
HOOK = "q3J8vN1xWmZ7pL0sYd5TfR2hKc9BgUeA"
USER = "council@town.test"
RULES = """version: 1
rules:
  - rule: Roads
    when: {text: {word: [pothole*]}}
    then: {assign: roads}
    because: {en: it mentions a pothole, fr: elle parle d'un nid-de-poule}
    examples: [{expect: match, subject: Potholes}]
"""
# What the machine, and not the installation, may be warned of.
OF_THE_MACHINE = ("clock", "time zones", "disk ")
shown = {}


class Dns:
    """TXT and MX of town.test, over UDP on the loopback."""

    def __init__(self):
        self.records = {("town.test", 15): [struct.pack("!H", 10) + self.name("mx.town.test")],
                        ("town.test", 16): [self.text("v=spf1 mx -all")],
                        ("_dmarc.town.test", 16): [self.text("v=DMARC1; p=quarantine")]}
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    @staticmethod
    def name(text):
        return b"".join(bytes([len(label)]) + label.encode() for label in text.split(".")) + b"\0"

    @staticmethod
    def text(text):
        return bytes([len(text)]) + text.encode()

    def serve(self):
        with contextlib.suppress(OSError):
            while True:
                question, whom = self.socket.recvfrom(1024)
                labels, at = [], 12
                while question[at]:
                    labels.append(question[at + 1:at + 1 + question[at]].decode())
                    at += question[at] + 1
                asked = ".".join(labels)
                kind = struct.unpack("!H", question[at + 1:at + 3])[0]
                found = self.records.get((asked, kind), [])
                flags = 0x8180 if any(asked == name for name, _ in self.records) else 0x8183
                answers = b"".join(b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(data)) + data for data in found)
                self.socket.sendto(question[:2] + struct.pack("!HHHHH", flags, 1, len(found), 0, 0) + question[12:at + 5] + answers, whom)


def make_expired_certificate(folder):
    subprocess.run(["faketime", "2020-01-01", "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"],
                   check=True, capture_output=True)


class Installation(Docket):
    """A town with a mailbox over TLS, a webhook and mail out with a login; its own user where the test is root."""

    def __init__(self, server, receiver, certificate, *, source="", town=""):
        self.kept = tempfile.mkdtemp(prefix="docket-doctor-")
        super().__init__(f"""
  - name: council
    imap:
      url: imaps://localhost:{server.imaps_port}
      ca: {server.cert}
      user: {USER}
      password: {{file: secrets/council}}
      poll: 2s
{source}
  - name: web-form
    webhook: {{path: /hooks/web-form, format: json, secrets: [{{file: secrets/hook}}]}}
""", folder=self.kept, extra=f"""desk: {{public: "unix:{self.kept}/public.sock", public_url: "https://letters.testing.invalid"}}
""")
        shutil.rmtree(self.folder / "rules")
        (self.folder / "rules").mkdir()
        (self.folder / "rules/10-roads.yaml").write_text(RULES, encoding="utf-8")
        for file in (self.folder / "docket.yaml", self.folder / "town.yaml"):  # no sample's values
            file.write_text(file.read_text(encoding="utf-8").replace("town.example", "town.test"), encoding="utf-8")
        text = (self.folder / "docket.yaml").read_text(encoding="utf-8").replace(
            "maildir: {path: out}",
            f'smtp: {{url: "smtp://localhost:{receiver.port}", ca: {certificate}, user: "{USER}", password: {{file: secrets/out}}}}')
        (self.folder / "docket.yaml").write_text(text, encoding="utf-8")
        if town:
            file = self.folder / "town.yaml"
            file.write_text(file.read_text(encoding="utf-8").replace("addresses:\n", f"addresses:\n  {town}\n"), encoding="utf-8")
        (self.folder / "secrets").mkdir()
        for name, secret in (("council", STRONG), ("out", STRONG), ("hook", HOOK)):
            self.secret(name, secret)
        os.chmod(self.folder / "docket.yaml", 0o640)
        self.owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        if os.geteuid() == 0:
            self.before = ["setpriv", f"--reuid={self.owner.pw_uid}", f"--regid={self.owner.pw_gid}", "--clear-groups"]
            self.give_away()

    def secret(self, name, text):
        file = self.folder / "secrets" / name
        file.write_text(text + "\n", encoding="utf-8")
        os.chmod(file, 0o600)
        self.give_away()

    def give_away(self):
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", "nobody:", self.folder], check=True)

    def backed_up(self):
        subprocess.run([BINARY, "-c", self.folder, "backup", f"{self.kept}-backup"], check=True, capture_output=True)
        os.unlink(f"{self.kept}-backup")
        return self

    def doctor(self, *words, before=(), code=None):
        """{check: line}; of several with one name the worst."""
        done = subprocess.run([*before, BINARY, "-c", self.folder, "doctor", "--json", "--dns", f"127.0.0.1:{DNS.port}", *words],
                              capture_output=True, check=False, timeout=120)
        lines = json.loads(done.stdout)
        if code is not None and done.returncode != code:
            raise AssertionError(f"exit {done.returncode}, not {code}: {done.stderr.decode()}{json.dumps(lines, indent=1)}")
        order = ["ok", "warning", "broken"]
        found = {}
        for line in sorted(lines, key=lambda line: order.index(line["state"])):
            found[line["check"]] = line
        return found

    def sql(self, statement):
        with contextlib.closing(sqlite3.connect(self.folder / "data/docket.db")) as book:
            book.execute(statement)
            book.commit()
        self.give_away()


DNS = Dns()


class Doctor(unittest.TestCase):
    def setUp(self):
        dovecot.PASSWORD = STRONG
        self.ends = contextlib.ExitStack()
        self.addCleanup(self.ends.close)
        self.server = self.ends.enter_context(dovecot.Dovecot())
        self.folder = pathlib.Path(self.ends.enter_context(tempfile.TemporaryDirectory(prefix="doctor-")))
        os.chmod(self.folder, 0o755)

    def receiver(self, make_certificate=dovecot.make_certificate):
        make_certificate(self.folder)
        return self.ends.enter_context(SmtpReceiver(self.folder / "received", starttls=True, cert=self.folder / "cert.pem",
                                                    key=self.folder / "key.pem", auth=(USER, STRONG)))

    def installation(self, make_certificate=dovecot.make_certificate, **more):
        receiver = self.receiver(make_certificate)
        return self.ends.enter_context(Installation(self.server, receiver, self.folder / "cert.pem", **more))

    def stopped(self):
        """One that ran, was copied, and was stopped: what lies on the disk."""
        docket = self.installation().start().backed_up()
        docket.stop()
        return docket

    def is_found(self, what, lines, check, state, words, step):
        line = lines.get(check)
        self.assertIsNotNone(line, f"{check} in {list(lines)}")
        if what:
            shown[what] = line
        self.assertEqual((line["state"], words in line["text"], step in (line["next"] or "")), (state, True, True), line)
        self.assertNotIn(STRONG, json.dumps(lines))
        self.assertNotIn(HOOK, json.dumps(lines))

    # --- well ----------------------------------------------------------------------------------------------------

    def test_a_healthy_installation_is_all_ok(self):
        docket = self.installation().start().backed_up()
        docket.wait_for(lambda: docket.status()["healthy"], 30, "docket to be healthy")
        lines = docket.doctor(code=0)
        shown[""] = lines
        wrong = [line for line in lines.values() if line["state"] != "ok" and not line["check"].startswith(OF_THE_MACHINE)]
        self.assertEqual(wrong, [])
        for check in ("settings", "daemon", "version", "docket.yaml", "rules", "rights", "source council", "source council, folder INBOX",
                      "source council: certificate", "source council: password", "source web-form: secret", "public listener", "mail out",
                      "mail out, From", "mail out: certificate", "domain town.test: MX", "domain town.test: SPF",
                      "domain town.test: DMARC", "domain town.test: DKIM", "case book", "audit log", "backup", "disk speed", "SQLite"):
            self.assertEqual(lines.get(check, {}).get("state"), "ok", f"{check}: {lines.get(check)}")

    def test_it_changes_nothing(self):
        docket = self.stopped()

        def everything():
            # What reading the book makes beside it, and takes away again, is no change.
            return {str(path): (path.read_bytes() if path.is_file() else None) for path in sorted(docket.folder.rglob("*"))
                    if path.name not in ("docket.db-shm",)}
        before = everything()
        docket.doctor()
        self.assertEqual(everything(), before)
        self.assertEqual(self.server.flags(USER), {})
        self.assertFalse([one for one in (self.folder / "received").glob("*@*")], "a letter was sent")

    def test_not_running_is_a_warning_and_the_rest_is_looked_at(self):
        lines = self.stopped().doctor(code=0)
        self.is_found("", lines, "daemon", "warning", "does not run", "systemctl start docket")
        self.assertEqual(lines["case book"]["state"], "ok")
        self.assertEqual(lines["source council"]["state"], "ok")

    def test_warnings_count_where_they_are_to(self):
        self.stopped().doctor("--strict", code=1)

    def test_a_probe_letter_goes_out_comes_in_and_is_known_as_our_own(self):
        receiver = self.receiver()
        docket = self.ends.enter_context(Installation(self.server, receiver, self.folder / "cert.pem",
                                                      source="    address: ward2@town.test"))
        docket.start()

        def deliver():
            while not stop.wait(0.05):
                for letter in sorted((self.folder / "received/ward2@town.test/new").glob("*")):
                    self.server.deliver(USER, b"DKIM-Signature: v=1; d=town.test; s=m1; b=A=\r\n" + letter.read_bytes())
                    letter.unlink()
        stop = threading.Event()
        mover = threading.Thread(target=deliver)
        mover.start()
        DNS.records["m1._domainkey.town.test", 16] = [DNS.text("v=DKIM1; p=MIIB")]
        try:
            lines = docket.doctor("--probe", code=0)
        finally:
            stop.set()
            mover.join()
        self.is_found("", lines, "probe letter to council", "ok", "sent, and in INBOX after", "")
        self.is_found("", lines, "domain town.test: DKIM", "ok", "its key is at m1._domainkey.town.test", "")
        docket.wait_until_taken({"council": 1})
        self.assertEqual([row["reason"] for row in docket.ask("ignored", "list")], ["own"])

    # --- ten ways, and two more ----------------------------------------------------------------------------------

    def test_a_wrong_password(self):
        docket = self.installation()
        docket.secret("council", "another-one-that-is-long")
        self.is_found("a wrong password", docket.doctor(code=1), "source council", "broken", "login refused", "password")

    def test_a_folder_that_is_not_there(self):
        self.server.deliver(USER, b"Subject: x\r\n\r\nx\r\n", folder="Junk")
        lines = self.installation(source="      folders: [INBOX, Jnuk]").doctor(code=1)
        self.is_found("a folder missing", lines, "source council, folder Jnuk", "broken", "no such folder", "write 'Junk'")

    def test_an_address_that_may_not_be_sent_from(self):
        lines = self.installation(town="banned@town.test: mayor").doctor(code=1)
        self.is_found("a From refused", lines, "mail out, From banned@town.test", "broken", "5.7.60", "the right to send as")

    def test_an_expired_certificate(self):
        lines = self.installation(make_expired_certificate).doctor(code=1)
        self.is_found("an expired certificate", lines, "mail out", "broken", "certificate has expired", "renews it")

    def test_a_data_folder_that_everybody_may_read(self):
        docket = self.stopped()
        os.chmod(docket.folder / "data", 0o755)
        self.is_found("data readable by all", docket.doctor(code=1), f"rights of {docket.folder}/data", "broken", "everybody", "chmod 0700")

    def test_a_weak_secret(self):
        docket = self.installation()
        docket.secret("hook", "letters2026")
        lines = docket.doctor()
        self.is_found("a weak secret", lines, "source web-form: secret", "warning", "short", "openssl rand")
        self.assertNotIn("letters2026", json.dumps(lines))

    def test_a_damaged_database(self):
        docket = self.stopped()
        file = docket.folder / "data/docket.db"
        octets = bytearray(file.read_bytes())
        for at in range(8 * 4096, len(octets), 2 * 4096):
            octets[at:at + 64] = b"\xab" * 64
        file.write_bytes(octets)
        self.is_found("a damaged page", docket.doctor(code=1), "case book", "broken", "damaged", "docket restore")

    def test_no_backup_for_three_days(self):
        docket = self.stopped()
        docket.sql("UPDATE meta SET value = CAST(value AS INTEGER) - 3 * 86400000000 WHERE name = 'backed_up'")
        self.is_found("no backup for 3 days", docket.doctor(code=1), "backup", "broken", "3 days ago", "docket backup")

    def test_a_book_of_a_newer_docket(self):
        docket = self.stopped()
        docket.sql("PRAGMA user_version = 99")
        self.is_found("a newer schema", docket.doctor(code=1), "case book", "broken", "schema 99", "install that newer docket")

    @unittest.skipUnless(own_mounts.has_own_mounts(), "needs mounts of its own (root)")
    def test_a_disk_that_is_nearly_full(self):
        docket = self.stopped()
        shutil.move(docket.folder / "data", docket.folder / "moved")
        (docket.folder / "data").mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32m", "docket", docket.folder / "data"], check=True)
        self.ends.callback(subprocess.run, ["umount", docket.folder / "data"], check=False)
        shutil.copytree(docket.folder / "moved", docket.folder / "data", dirs_exist_ok=True)
        os.chmod(docket.folder / "data", 0o700)
        docket.give_away()
        self.is_found("a disk nearly full", docket.doctor(code=1), f"disk {docket.folder}/data", "broken", "nearly full", "make room")

    def test_settings_that_changed_since_the_start(self):
        docket = self.installation().start()
        with open(docket.folder / "docket.yaml", "a", encoding="utf-8") as file:
            file.write("# one line more\n")
        self.is_found("docket.yaml changed", docket.doctor(), "docket.yaml", "warning", "changed since docket started", "restart docket")

    def test_a_clock_that_is_wrong(self):
        lines = self.stopped().doctor(before=["faketime", "2020-01-01"], code=1)
        self.is_found("a wrong clock", lines, "clock", "broken", "last event", "timedatectl")

    def test_a_password_that_only_the_unit_has(self):
        docket = self.installation()
        file = docket.folder / "docket.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("{file: secrets/council}", "{credential: council-imap}"), encoding="utf-8")
        self.is_found("", docket.doctor(), "source council", "warning", "is given to docket.service alone", "sudo docket doctor")


def show():
    healthy = shown.pop("", {})
    print("\nA healthy installation:")
    for line in healthy.values() if isinstance(next(iter(healthy.values()), None), dict) else ():
        print(f"  {line['state']:8} {line['check']}: {line['text']}")
    print("\nBroken:")
    for what, line in shown.items():
        print(f"  {what:24} {line['state']:8} {line['check']}: {line['text']}\n{'':35}-> {line['next']}")


if __name__ == "__main__":
    own_mounts.enter()
    sys.argv = [word for word in sys.argv if word != "--show"]
    result = unittest.main(exit=False).result
    if SHOW:
        show()
    sys.exit(not result.wasSuccessful())
