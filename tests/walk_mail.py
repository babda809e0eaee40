"""The mail server of the walk: mail.town.example is this machine, with IMAP at 993, mail out at 465 and a certificate that the
machine trusts. It writes into /etc: only for a bare root that is thrown away."""

import pathlib
import subprocess
import sys
import tempfile

import docs

sys.path.insert(0, str(docs.ROOT / "tests/e2e"))
from dovecot import PASSWORD, Dovecot  # noqa: E402
from smtp_receiver import SmtpReceiver  # noqa: E402

HOST = "mail.town.example"
USER = "council@town.example"
PASSWORD_FILE = pathlib.Path("/root/mailbox-password")  # where the README says that it is
LETTER = ("Return-Path: <{sender}>\r\nFrom: {sender}\r\nTo: info@town.example\r\nSubject: {subject}\r\n"
          "Date: Mon, 23 Nov 2026 10:00:00 -0500\r\nMessage-ID: <{subject}@people.example.org>\r\n\r\nThank you for the parade.\r\n")


def make_trusted_certificate(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "60", "-subj", f"/CN={HOST}",
                    "-addext", f"subjectAltName=DNS:{HOST}", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"],
                   check=True, capture_output=True)
    ours = pathlib.Path("/usr/local/share/ca-certificates/walk.crt")
    ours.write_bytes(pathlib.Path(folder, "cert.pem").read_bytes())
    subprocess.run(["update-ca-certificates"], check=True, capture_output=True)


class TownMail:
    """Runs from entering to leaving."""

    def __enter__(self):
        subprocess.run(["sh", "-c", ". daemon/packages.sh && docket_install dovecot-imapd openssl ca-certificates"], cwd=docs.ROOT,
                       check=True)
        hosts = pathlib.Path("/etc/hosts")
        if HOST not in hosts.read_text(encoding="utf-8"):
            hosts.write_text(hosts.read_text(encoding="utf-8") + f"127.0.0.1 {HOST}\n", encoding="utf-8")
        self.folder = tempfile.mkdtemp(prefix="walk-mail-")
        make_trusted_certificate(self.folder)
        PASSWORD_FILE.touch(0o600)
        PASSWORD_FILE.write_text(PASSWORD + "\n", encoding="utf-8")
        self.mailboxes = Dovecot(self.folder)
        self.mailboxes.imap_port, self.mailboxes.imaps_port = 143, 993
        self.mailboxes.start()
        self.out = SmtpReceiver(f"{self.folder}/out", port=465, smtps=True, cert=f"{self.folder}/cert.pem", key=f"{self.folder}/key.pem",
                                auth=(USER, PASSWORD)).start()
        return self

    def __exit__(self, *_):
        self.out.stop()
        self.mailboxes.stop()

    def write(self, sender, subject):
        self.mailboxes.deliver(USER, LETTER.format(sender=sender, subject=subject).encode())

    def answered(self, sender):
        return any(sender in str(message) for message in self.out.messages())
