#!/usr/bin/env python3
"""I8 and the issue's alarms: a silent source, mail that does not go out, quarantine, an acknowledgement that came back. The wall clock
runs 120 times as fast (faketime), so a quarter of an hour is eight seconds."""

import pathlib
import socket
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
sys.path.insert(0, str(HERE))

import oracles  # noqa: E402
from fake_imap import FakeImap  # noqa: E402
from outcomes import received  # noqa: E402
from running import Docket, imap_source, letter  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

PIPE = "\n  - name: pipe\n    pipe: {}"
FAST = ["faketime", "-f", "@2026-11-25 15:30:00 x120"]  # half past ten in the town's zone, a Wednesday


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Alarms(unittest.TestCase):
    def docket(self, sources, port, alarms="{to: [it@town.example]}", before=()):
        docket = Docket(sources, port, extra=f"alarms: {alarms}\n")
        docket.before = list(before)
        docket.environment = {"FAKETIME_DONT_FAKE_MONOTONIC": "1"}  # threads wait by that clock, which faketime does not fake
        self.addCleanup(docket.__exit__)
        return docket

    def receiver(self, docket, port=0):
        receiver = SmtpReceiver(docket.folder / "received", port).start()
        self.addCleanup(receiver.stop)
        return receiver

    def mails(self, docket):
        return [str(message["Subject"]) for to, message in received(docket.folder / "received") if to == "it@town.example"]

    def test_a_silent_source_is_one_mail_and_one_when_it_is_over(self):
        port = free_port()
        with FakeImap("council", greeting="* BYE not today") as imap:
            docket = self.docket(imap_source("council", imap, "council"), port, before=FAST)
            receiver = self.receiver(docket, port)
            docket.start()
            self.assertEqual(docket.command("status").returncode, 1)
            docket.wait_for(lambda: self.mails(docket), 60, "the alarm")
            self.assertEqual(self.mails(docket), ["docket: a source is silent"])
            imap.greeting = "* OK ready"
            docket.wait_for(lambda: len(self.mails(docket)) == 2, 60, "the end of the alarm")
            self.assertEqual(sorted(self.mails(docket)), ["docket: a source is silent", "docket: over: a source is silent"])
            self.assertEqual(docket.command("status").returncode, 0, docket.status())
            docket.stop()
            oracles.check(docket, receiver=receiver)

    def test_the_command_runs_when_mail_out_is_what_is_broken(self):
        port = free_port()
        docket = self.docket(PIPE, port, before=FAST)
        page_it, paged = docket.folder / "page-it", docket.folder / "paged"
        page_it.write_text(f'#!/bin/sh\nprintf "%s: %s\\n" "$1" "$2" >> "{paged}"\n')
        page_it.chmod(0o755)
        settings = docket.folder / "docket.yaml"
        settings.write_text(settings.read_text().replace("{to: [it@town.example]}", f"{{to: [it@town.example], command: {page_it}}}"))
        docket.start()
        docket.command("inject", "-", "--source", "pipe", octets=letter())
        docket.wait_for(lambda: paged.exists() and "outbox: letters wait to go out" in paged.read_text(), 60, "the command")
        self.assertIn("mail-out: mail does not go out", paged.read_text())
        receiver = self.receiver(docket, port)
        docket.wait_for(lambda: "over: mail does not go out" in paged.read_text(), 60, "the end")
        docket.wait_for(lambda: self.mails(docket), 60, "the mail that says it is over")
        # What mail could not say it does not say afterwards.
        self.assertEqual({mail for mail in self.mails(docket) if "over" not in mail}, set())
        docket.stop()
        oracles.check(docket, receiver=receiver)

    def test_quarantine_and_what_came_back(self):
        docket = self.docket(PIPE, free_port())
        receiver = self.receiver(docket, int(docket.folder.joinpath("docket.yaml").read_text().split("localhost:")[1].split('"')[0]))
        docket.start()
        loop = "".join(f"Received: from a{i} by b\r\n" for i in range(31)).encode() + letter(number=2)
        docket.command("inject", "-", "--source", "pipe", octets=loop)
        docket.command("inject", "-", "--source", "pipe", octets=letter(sender="perm@people.example.org"))
        docket.wait_for(lambda: len(self.mails(docket)) == 2, 60, "two alarms")
        self.assertEqual(sorted(self.mails(docket)), ["docket: letters are in quarantine", "docket: letters could not be delivered"])
        number = docket.ask("case", "list")[0]["number"]
        docket.wait_for(lambda: any(to == "roads@office.testing.invalid" and str(message["Subject"]) == f"docket: {number} was not delivered"
                                    for to, message in received(docket.folder / "received")), 30, "the office to be told")
        # What is in quarantine for less than a day is a note, what could not be delivered makes status answer 1.
        status = docket.status()
        self.assertEqual((len(status["problems"]), status["notes"]), (1, ["1 in quarantine (docket quarantine list)"]))
        self.assertEqual(docket.ask("case", "list")[0]["undelivered"], 1)
        row = next(row for row in docket.ask("outbox", "list") if row["state"] == "failed")
        docket.command("outbox", "discard", row["id"], "--reason", "no such person")
        docket.command("quarantine", "discard", docket.ask("quarantine", "list")[0]["id"], "--reason", "a loop")
        docket.wait_for(lambda: len(self.mails(docket)) == 4, 60, "both to be over")
        self.assertEqual(docket.command("status").returncode, 0)
        docket.stop()
        oracles.check(docket, receiver=receiver)


if __name__ == "__main__":
    unittest.main()
