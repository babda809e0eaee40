#!/usr/bin/env python3
"""Group A of the catalogue: letters come in from servers that break or lie, one case after another in misbehaviours.py.

    DOCKET_BINARY=build/release/docket python3 tests/faults/ingestion_test.py [-v] [Class.test]
    DOCKET_FAULTS_LONG=1: the deadline of a server that drips for ever too
"""

import os
import pathlib
import re
import ssl
import subprocess
import time
import unittest

import oracles
from fake_imap import Reply, fetch_line
from ingestion import CANARY, LONG, Ingestion
from misbehaviours import CASES, plain, takes_letters

from dovecot import make_certificate
from running import imap_source


def drips(command, imap):
    if not takes_letters(command):
        return None
    return Reply(b"".join(fetch_line(uid, uid, mail, command) for uid, mail in imap.folders["INBOX"].mails.items()), drip=1.0)


class Misbehaviours(Ingestion):
    """All at once: each source has a server of its own, and none may disturb another."""

    def setUp(self):
        super().setUp()
        self.cases = {}
        for number, case in enumerate(CASES, 1):
            letters = case.letters(number)
            case.expect = case.expect or {"case": len(letters)}
            imap = self.imap(f"box{number}", letters, rule=case.rule)
            if case.prepare:
                case.prepare(imap)
            self.cases[imap] = case
        self.dripping = self.imap("dripping", [plain(n) for n in (7001, 7002)], rule=drips)
        self.running = self.docket(*(imap_source(imap.source, imap, "u", after=case.after) for imap, case in self.cases.items()),
                                   imap_source("dripping", self.dripping, "u"), imaps=[*self.cases, self.dripping]).start()

    def test_every_letter_has_its_one_outcome_whatever_its_server_does(self):
        docket = self.running
        for step in ("expect", "more"):
            end = time.monotonic() + 120
            for imap, case in self.cases.items():
                with self.subTest(case.name):
                    while (found := self.outcomes(docket, imap.source)) != self.expected(case, step) and time.monotonic() < end:
                        time.sleep(0.1)
                    self.assertEqual(found, self.expected(case, step), self.trouble(docket, imap.source))
            if step == "expect":
                for imap, case in self.cases.items():
                    if case.then:
                        case.then(imap)
        for imap, case in self.cases.items():
            with self.subTest(case.name):
                self.check_end(docket, imap, case)
        self.assertEqual(self.outcomes(docket, "dripping"), {}, "A18: one octet a second cannot be done yet")
        self.check_drip(docket)
        oracles.check(docket, [*self.cases], self.receiver, (CANARY,), drain=0)
        peak = int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{docket.process.pid}/status").read_text())[1])
        if not os.environ.get("DOCKET_SANITIZE"):
            self.assertLess(peak, 200 << 10, "A17: KiB of memory at its peak")
        code, seconds = docket.stop()
        self.assertEqual(code, 0)
        self.assertLess(seconds, 15)

    @staticmethod
    def expected(case, step):
        counts = dict(case.expect)
        for outcome, count in (case.more or {}).items() if step == "more" else ():
            counts[outcome] = counts.get(outcome, 0) + count
        return counts

    def check_end(self, docket, imap, case):
        counts = self.expected(case, "more")
        expected = sum(counts.values()) - counts.get("quarantined", 0) if case.settled is None else case.settled
        docket.wait_for(lambda: len(set(imap.settled)) == expected, 30, f"{case.name}: {expected} letters settled, not {imap.settled}")
        if case.trouble:
            docket.wait_for(lambda: case.trouble in self.trouble(docket, imap.source), 20, f"{case.name}: '{case.trouble}' in the status")
            self.assertFalse(docket.status()["healthy"])
        if case.connections:
            self.assertLessEqual(len(imap.tried), case.connections, "the server gave no reason to leave it")
        if case.name.startswith("A15"):
            self.assertEqual(docket.ledger()[imap.source]["vanished"], 1)
            self.assertLess(imap.count("UID FETCH"), 10, "what has gone is not asked for again and again")
        if counts.get("quarantined"):
            listed = [row["reason"] for row in docket.ask("quarantine", "list") if row["source"] == imap.source]
            self.assertEqual(len(listed), counts["quarantined"], listed)
            self.assertIn("server", listed[0])

    def check_drip(self, docket):
        if LONG:
            docket.wait_for(lambda: "too slow" in self.trouble(docket, "dripping"), 200, "the deadline of the server that drips")


class Doors(Ingestion):
    def test_A13_a_second_docket_on_the_same_data_is_refused_while_the_first_works(self):
        imap = self.imap(letters=[plain(n) for n in range(200)])
        docket = self.docket(imap_source("council", imap, "u", after="flag"), imaps=[imap]).start()
        for _ in range(3):
            second = docket.command("serve")
            self.assertNotEqual(second.returncode, 0)
            self.assertIn(b"another", second.stderr.lower())
        docket.wait_until_taken({"council": 200})
        oracles.check(docket, imap, self.receiver, (CANARY,))

    def test_A19_no_password_goes_out_in_clear_and_the_status_says_why(self):
        good, expired, other = (self.certificate(name, *how) for name, how in (
            ("good", ()), ("expired", ("expired",)), ("other", ("other-host.example",))))
        trusted = good[0]
        doors = {  # name: (server, scheme, the authority docket trusts, what the status says)
            "stripped": (self.imap("stripped"), "starttls", trusted, "encryption"),
            "preauth": (self.imap("preauth", greeting="* PREAUTH hello", starttls=True, context=context(*good)), "starttls", trusted,
                        "encryption"),
            "disabled": (self.imap("disabled", capabilities="IMAP4rev1 LOGINDISABLED"), "imap", None, "LOGINDISABLED"),
            "selfmade": (self.imap("selfmade", context=context(*other)), "imaps", trusted, "certificate"),
            "expired": (self.imap("expired", context=context(*expired)), "imaps", expired[0], "certificate"),
            "wronghost": (self.imap("wronghost", context=context(*other)), "imaps", other[0], "certificate"),
            "wrongtls": (self.imap("wrongtls", context=context(*other), starttls=True), "starttls", trusted, "certificate"),
            "good": (self.imap("good", [plain(1)], context=context(*good)), "imaps", good[0], ""),
            "begun": (self.imap("begun", [plain(1)], context=context(*good), starttls=True), "starttls", good[0], ""),
        }
        sources = []
        for name, (imap, scheme, authority, _) in doors.items():
            imap.cert = authority
            sources.append(imap_source(name, imap, "u", scheme=scheme))
        docket = self.docket(*sources).start()
        docket.wait_until_taken({"good": 1, "begun": 1})
        for name, (imap, _, _, words) in doors.items():
            with self.subTest(name):
                docket.wait_for(lambda: words.lower() in self.trouble(docket, name).lower(), 20, f"'{words}' in the status of {name}")
                self.assertEqual(bool(words), bool(self.trouble(docket, name)), self.trouble(docket, name))
                said = [line for line in imap.clear if "AUTHENTICATE" in line or "LOGIN" in line or CANARY in line]
                self.assertEqual(said, [], "credentials in clear")
                if words:
                    self.assertFalse([line for line in imap.commands if line.startswith(("AUTHENTICATE", "LOGIN"))])
        oracles.check(docket, [imap for imap, *_ in doors.values()], self.receiver, (CANARY,))

    def certificate(self, name, *how):
        folder = self.folder / name
        folder.mkdir()
        if not how:
            make_certificate(folder)
        else:
            host = "localhost" if how[0] == "expired" else how[0]
            early = ["faketime", "2020-01-01 00:00:00"] if how[0] == "expired" else []
            subprocess.run([*early, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", f"/CN={host}",
                            "-addext", f"subjectAltName=DNS:{host}", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
                           check=True, capture_output=True)
        return folder / "cert.pem", folder / "key.pem"


def context(cert, key):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(cert, key)
    return made


if __name__ == "__main__":
    unittest.main(verbosity=2)
