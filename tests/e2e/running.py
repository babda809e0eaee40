"""A docket under test: its configuration folder, its process, its answers. From outside only: commands and files."""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BINARY = pathlib.Path(os.environ.get("DOCKET_BINARY", ROOT / "build/release/docket"))


def letter(sender="ana@people.example.org", to="ward2@town.example", subject="Pothole", text=None, more="", number=1):
    body = text or "There is a deep pothole in front of my house and it grows every day. Please come and look at it."
    return (f"Return-Path: <{sender}>\r\nFrom: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\n"
            f"Date: Mon, 23 Nov 2026 10:00:00 -0500\r\nMessage-ID: <m{number}@people.example.org>\r\n{more}\r\n{body}\r\n").encode()


def imap_source(name, server, user, *, scheme="imap", after="keep", take="all", imported="open", more=""):
    """One mailbox of docket.yaml. scheme: imap (plain), starttls, imaps."""
    port = server.imaps_port if scheme == "imaps" else server.imap_port
    url = ("imaps" if scheme == "imaps" else "imap") + f"://localhost:{port}"
    security = "tls: none" if scheme == "imap" else f"ca: {server.cert}"
    return f"""
  - name: {name}
    imap:
      url: {url}
      {security}
      user: {user}
      password: {{env: DOCKET_TEST_PASSWORD}}
      after: {after}
      poll: 2s
    take_since: {take}
    import: {imported}
    max_size: 200 KiB
{more}"""


class Docket:
    """`sources`: YAML of the sources; `smtp_port`: where the receiver listens, or None for a Maildir at out/. Before start():
    `binary` another docket, `before` words in front of it (faketime …), `environment` more variables."""

    def __init__(self, sources, smtp_port=None, *, mode="live", extra="", town=None, folder=None):
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="docket-e2e-"))
        shutil.copytree(town or ROOT / "tests/e2e/town", self.folder, dirs_exist_ok=True)
        if not (self.folder / "letters").exists():
            shutil.copytree(ROOT / "config/sample/letters", self.folder / "letters")
        mail = (f'smtp: {{url: "smtp://localhost:{smtp_port}", tls: none}}' if smtp_port else "maildir: {path: out}")
        (self.folder / "docket.yaml").write_text(f"""version: 1
mode: {mode}
data: data
control: control.sock
sources:{sources}
mail:
  {mail}
  domain: town.example
{extra}""", encoding="utf-8")
        self.process, self.binary, self.before, self.environment = None, BINARY, [], {}
        self.log_path = self.folder / "log"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- the process -------------------------------------------------------------------------------------------

    def spawn(self):
        """Starts it and does not wait."""
        environment = {**os.environ, "DOCKET_TEST_PASSWORD": "secret", **self.environment}
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen([*self.before, self.binary, "-c", self.folder, "serve"], stderr=log, stdout=log, env=environment,
                                            start_new_session=bool(self.before))

    def start(self):
        self.spawn()
        self.wait_for(lambda: self.command("status", "--json").returncode in (0, 1) and self.status()["running"], 30,
                      "docket to answer")
        return self

    def kill(self):
        """kill -9, as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.end_group(signal.SIGKILL)

    def end_group(self, word):
        """What stands in front of docket (faketime) does not pass signals on: all that it started is told, and waited for."""
        limit = time.monotonic() + 5
        with contextlib.suppress(ProcessLookupError):
            while self.before and time.monotonic() < limit:  # where nobody takes in the dead they stay in the group
                os.killpg(self.process.pid, word)
                time.sleep(0.05)
            if self.before:
                os.killpg(self.process.pid, signal.SIGKILL)

    def stop(self):
        """SIGTERM; answers the exit code and how long it took."""
        if self.process is None or self.process.poll() is not None:
            return None, 0.0
        started = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise
        self.end_group(signal.SIGTERM)
        return code, time.monotonic() - started

    def log(self):
        return self.log_path.read_text(encoding="utf-8", errors="replace") if self.log_path.exists() else ""

    # --- answers -----------------------------------------------------------------------------------------------

    def command(self, *words, octets=None):
        return subprocess.run([BINARY, "-c", self.folder, *words], input=octets, capture_output=True, check=False, timeout=120)

    def ask(self, *words):
        done = self.command(*words, "--json")
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{words}: exit {done.returncode}: {done.stderr.decode()}")
        return json.loads(done.stdout)

    def status(self):
        return json.loads(self.command("status", "--json").stdout or b'{"running": false}')

    def ledger(self):
        return {row["source"]: row for row in self.ask("ledger")}

    def wait_for(self, ready, seconds, what):
        """Looks until it is so; a test that waits longer fails with the log's end."""
        limit = time.monotonic() + seconds
        while not ready():
            if self.process and self.process.poll() is not None:
                raise AssertionError(f"docket ended ({self.process.returncode}) while waiting for {what}:\n{self.log()[-3000:]}")
            if time.monotonic() > limit:
                raise AssertionError(f"waited {seconds} s for {what}:\n{self.log()[-3000:]}")
            time.sleep(0.05)

    def wait_until_taken(self, expected, seconds=120):
        """All of {source: letters} seen and none waiting."""
        def taken():
            ledger = self.ledger()
            return all(ledger.get(source, {}).get("seen", 0) >= count and ledger[source]["waiting"] == 0
                       for source, count in expected.items())
        self.wait_for(taken, seconds, f"letters to be taken: {expected}")

    def wait_until_sent(self, seconds=120):
        """Nothing queued, being sent, or deferred; what is uncertain waits for its ten minutes."""
        self.wait_for(lambda: not any(row["state"] in ("queued", "sending") for row in self.ask("outbox", "list")), seconds,
                      "letters to be sent")
