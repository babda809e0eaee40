"""Mounts of a test's own, which end with it: the program starts itself again in a mount namespace (root, unshare(1))."""

import os
import shutil
import subprocess
import sys

_MARK = "DOCKET_OWN_MOUNTS"


def enter():
    """Where that is not possible (no root, a container without the right, a mere chroot) the tests that mount are skipped."""
    if os.geteuid() != 0 or has_own_mounts() or not shutil.which("unshare"):
        return
    if subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode == 0:
        os.environ[_MARK] = "1"
        os.execvp("unshare", ["unshare", "--mount", sys.executable, *sys.argv])


def has_own_mounts():
    return _MARK in os.environ
