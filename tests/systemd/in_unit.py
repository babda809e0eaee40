#!/usr/bin/env python3
"""Stands for the docket binary in the end-to-end tests: `serve` runs as a transient unit under every line of the sandbox of
docket.service, as systemd reads it; any other command runs as it is.

Of the unit only its user differs: the tests' folders belong to root, so docket is root there, without a single capability.
Signals go on to it; when this process is killed, so is the unit.
"""

import os
import pathlib
import re
import signal
import subprocess
import sys
import time

DOCKET = "/usr/bin/docket"
UNIT = pathlib.Path("/lib/systemd/system/docket.service")
# What says how the installed daemon is started and where it writes; all else is sandbox and comes along.
OWN = {"ExecStart", "ExecReload", "User", "Group", "StateDirectory", "StateDirectoryMode", "RuntimeDirectory", "RuntimeDirectoryMode", "LoadCredential", "SetCredential",
       "Restart", "RestartSec", "RestartPreventExitStatus", "ReadWritePaths", "LogsDirectory", "ConfigurationDirectory", "Environment"}


def sandbox():
    """Every key and value of [Service] but OWN, in order."""
    section, lines = "", []
    for line in UNIT.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("["):
            section = line
        elif section == "[Service]" and line and line[0] not in "#;" and line.split("=", 1)[0] not in OWN:
            key, value = line.split("=", 1)
            # systemd-run takes only one of these words at a time.
            lines += [f"{key}={word}" for word in value.split()] if key == "IPAddressDeny" else [line]
    return lines


def groups(folder):
    """The control socket belongs to the operators: docket runs in their group, as in its unit, for it may give nothing away."""
    named = re.search(r"operators: *{group: *([\w-]+)}", (folder / "docket.yaml").read_text(encoding="utf-8"))
    return ["-p", f"Group={named[1]}"] if named else []


def systemctl(*words):
    return subprocess.run(["systemctl", *words], check=False, capture_output=True, text=True).stdout.strip()


def end_with_us(unit):
    """A child of ours kills the unit when we are gone: then our end of a pipe closes, however we ended."""
    reading, writing = os.pipe()
    if os.fork() != 0:
        os.close(reading)
        return
    os.close(writing)
    os.setsid()
    for descriptor in (0, 1, 2):  # whoever reads our output to its end does not wait for this child
        os.dup2(os.open(os.devnull, os.O_RDWR), descriptor)
    os.read(reading, 1)
    systemctl("kill", "-s", "KILL", unit)
    os._exit(0)


def await_orphans(folder):
    """Units on this folder whose process was killed are about to be: a test expects that to be at once."""
    for name in systemctl("list-units", "--plain", "--no-legend", f"docket-under-test-{folder}-*").splitlines():
        unit = name.split()[0]
        while not pathlib.Path("/proc", unit.removesuffix(".service").rsplit("-", 1)[1]).exists():
            if systemctl("show", "-p", "ActiveState", "--value", unit) in ("inactive", "failed"):
                break
            time.sleep(0.05)


def main():
    words = sys.argv[1:]
    # A test that plays the service manager itself; or another user's daemon (doctor's), who may start no unit.
    if "serve" not in words or "--validate-only" in words or "NOTIFY_SOCKET" in os.environ or os.geteuid() != 0:
        os.execv(DOCKET, [DOCKET, *words])
    folder = pathlib.Path(words[words.index("-c") + 1]).resolve()
    unit = f"docket-under-test-{folder.name}-{os.getpid()}.service"
    await_orphans(folder.name)
    end_with_us(unit)
    passed = [f"--setenv={name}={value}" for name, value in os.environ.items() if "\n" not in value]
    run = subprocess.Popen(["systemd-run", "--quiet", "--pipe", "--wait", "--collect", f"--unit={unit}", *passed,
                            *[word for line in sandbox() for word in ("-p", line)], *groups(folder), "-p", f"ReadWritePaths={os.environ['TMPDIR']}", DOCKET, *words])
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1):
        signal.signal(number, lambda given, _: systemctl("kill", "-s", str(given), "--kill-who=main", unit))
    return run.wait()


if __name__ == "__main__":
    sys.exit(main())
