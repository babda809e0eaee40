#!/usr/bin/env python3
"""A bare Debian 12 with a real systemd, in a container with a network of its own, and a program run in it.

    machine.py [--packages "a b"] [--deb FILE]... PROGRAM [WORD...]

Root, mmdebstrap and systemd-nspawn are needed, and the package archive as apt of this machine knows it; the machine itself sees
only its own loopback. This checkout lies in it at /srv/docket, read-only. A --deb lies in /root; what it depends on is
downloaded for it, so that `apt-get install` of it works there. The program's output and exit code are ours.
"""

import argparse
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ALWAYS = "systemd,systemd-sysv,dbus,python3,procps,ca-certificates,init-system-helpers"


class Machine:
    """`packages` are there from the start, but none of their services runs. Ended and removed with the `with` block."""

    def __init__(self, packages=(), debs=()):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="docket-machine-"))
        self.nspawn = None
        try:
            self.make([*ALWAYS.split(","), *packages])
            self.add(debs)
            self.boot()
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.nspawn and self.nspawn.poll() is None:
            for word, seconds in ((signal.SIGTERM, 1), (signal.SIGTERM, 20), (signal.SIGKILL, 5)):
                self.nspawn.send_signal(word)
                try:
                    self.nspawn.wait(seconds)
                    break
                except subprocess.TimeoutExpired:
                    continue
        if str(self.root) not in pathlib.Path("/proc/mounts").read_text(encoding="utf-8"):
            shutil.rmtree(self.root, ignore_errors=True)

    def make(self, packages):
        subprocess.run(["mmdebstrap", "--quiet", "--variant=minbase", "--include=" + ",".join(packages), "bookworm", self.root], check=True)
        for unit in (self.root / "etc/systemd/system/multi-user.target.wants").glob("*"):
            if unit.name in ("dovecot.service", "postfix.service"):
                unit.unlink()

    def add(self, debs):
        """The packages, and all that they need, into the machine's download cache."""
        for deb in debs:
            shutil.copy(deb, self.root / "root")
        if not debs:
            return
        etc = self.root / "etc"
        for folder in ("apt/sources.list.d", "apt/apt.conf.d"):
            for file in pathlib.Path("/etc", folder).iterdir():
                shutil.copy(file, etc / folder)
        for file in ("resolv.conf", "hosts"):
            shutil.copy(pathlib.Path("/etc", file), etc)
        (etc / "apt/sources.list").unlink(missing_ok=True)
        names = ["/root/" + pathlib.Path(deb).name for deb in debs[:1]]
        for words in (["update", "-q"], ["install", "-q", "-y", "--download-only", *names]):
            subprocess.run(["chroot", self.root, "apt-get", *words], check=True, stdout=subprocess.DEVNULL)

    def boot(self):
        self.nspawn = subprocess.Popen(
            ["systemd-nspawn", "-q", "-D", self.root, "--register=no", "--keep-unit", "--private-network", "--resolv-conf=off", "--timezone=off",
             f"--bind-ro={ROOT}:/srv/docket", "-b", "--console=pipe"],
            stdin=subprocess.DEVNULL, stdout=open(self.root / "console", "wb"), stderr=subprocess.STDOUT)
        limit = time.monotonic() + 60
        while time.monotonic() < limit and self.nspawn.poll() is None:
            state = self.run("systemctl", "is-system-running", capture_output=True).stdout if self.leader() else b""
            if state.strip() in (b"running", b"degraded"):
                return
            time.sleep(0.1)
        raise RuntimeError("the machine did not boot: " + (self.root / "console").read_text(errors="replace")[-2000:])

    def leader(self):
        """The machine's process 1, as we know it."""
        children = pathlib.Path(f"/proc/{self.nspawn.pid}/task/{self.nspawn.pid}/children")
        return children.read_text(encoding="ascii").split()[:1] if children.exists() else []

    def run(self, *words, **more):
        return subprocess.run(["nsenter", "-t", *self.leader(), "-m", "-p", "-u", "-i", "-n", "-r", "env", "-C", "/root", *words], check=False, **more)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", default="")
    parser.add_argument("--deb", action="append", default=[])
    parser.add_argument("words", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    with Machine(options.packages.split(), options.deb) as machine:
        return machine.run(*options.words).returncode


if __name__ == "__main__":
    sys.exit(main())
