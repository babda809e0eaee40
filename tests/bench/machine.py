"""What the bench runs beside docket: a mailbox in Dovecot, a receiver of mail, and how good the disk and the machine are just now."""

import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent / "e2e")]

from dovecot import free_port  # noqa: E402

BUILD = ROOT / "build" / "release"
TICKS = os.sysconf("SC_CLK_TCK")


def fill_mailbox(server, user, maildir, letters):
    """A fresh one with the first letters of a Maildir (hard links), its index built."""
    home = pathlib.Path(server.home(user))
    shutil.rmtree(home, ignore_errors=True)
    for part in ("cur", "new", "tmp"):
        (home / part).mkdir(parents=True)
    now = time.time()
    for name in sorted(os.listdir(maildir / "cur"))[:letters]:
        os.utime(maildir / "cur" / name, (now, now))
        os.link(maildir / "cur" / name, home / "cur" / name)
    if os.getuid() == 0:
        subprocess.run(["chown", "-R", f"{server.owner.pw_uid}:{server.owner.pw_gid}", home], check=True)
    connection = server.login(user)
    connection.select()
    connection.logout()


def unsettled(server, user):
    """Letters without docket's flag."""
    connection = server.login(user)
    connection.select(readonly=True)
    _, found = connection.uid("SEARCH", "UNKEYWORD", "$Docket")
    connection.logout()
    return len(found[0].split())


class Sink:
    """smtp-sink of Postfix, which counts what it has taken."""

    def __init__(self, folder, counting=True):
        self.port, self.out, self.counting = free_port(), folder / "sink.out", ["-c"] if counting else []

    def __enter__(self):
        program = shutil.which("smtp-sink", path=os.environ.get("PATH", "") + ":/usr/sbin")
        user = ["-u", "nobody"] if os.getuid() == 0 else []
        with open(self.out, "wb") as out:
            self.process = subprocess.Popen(["stdbuf", "-o0", program, *user, *self.counting, f"127.0.0.1:{self.port}", "1000"], stdout=out, stderr=out)
        for _ in range(100):
            if self.is_there():
                return self
            time.sleep(0.05)
        raise RuntimeError("smtp-sink does not listen")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def is_there(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            return True
        except OSError:
            return False

    def count(self):
        found = re.findall(rb"mesg=(\d+)", self.out.read_bytes())
        return int(found[-1]) if found else 0


def processor_seconds(pid):
    """Of a process and those that it has waited for."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15])) / TICKS


class Cores:
    """How many of the machine's are busy, on average since this was made; whoever it is."""

    def __init__(self):
        self.begun, self.before = time.monotonic(), self.busy()

    @staticmethod
    def busy():
        """Without idle and waiting for the disk."""
        fields = pathlib.Path("/proc/stat").read_text(encoding="utf-8").split("\n", 1)[0].split()[1:9]
        return (sum(map(int, fields)) - int(fields[3]) - int(fields[4])) / TICKS

    def share(self):
        return (self.busy() - self.before) / (time.monotonic() - self.begun)


def tree_seconds(root):
    """Of a process and all below it."""
    children, total, left = {}, 0.0, [root]
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(folder.name))
    while left:
        pid = left.pop()
        total += processor_seconds(pid)
        left += children.get(pid, [])
    return total


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def sync_times(folder, count=200, pause=0):
    """Seconds that each write of 4 KiB and fdatasync took; with a pause before each, a rested machine wakes up more slowly."""
    path, times = folder / "sync-probe", []
    with open(path, "wb", buffering=0) as file:
        for _ in range(count):
            time.sleep(pause)
            begun = time.perf_counter()
            file.write(b"x" * 4096)
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - begun)
    path.unlink()
    return times


def openssl_rate(octets):
    """Octets a second of SHA-256 in blocks of that size, as `openssl speed` says."""
    done = subprocess.run(["openssl", "speed", "-mr", "-seconds", "1", "-bytes", str(octets), "-evp", "sha256"], capture_output=True, text=True, check=True)
    return float(re.search(r"\+F:\d+:sha256:([\d.]+)", done.stdout, re.I)[1])
