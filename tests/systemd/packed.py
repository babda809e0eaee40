"""The Debian package of what is built, made once for all tests of one run: cpack, no compiler."""

import atexit
import functools
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("DOCKET_BINARY", ROOT / "build/release/docket")).resolve()
BUILD = BINARY.parent
SCRIPTS = ("config", "preinst", "postinst", "prerm", "postrm")


def run(*command, **more):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **more)


@functools.cache
def packed():
    """The package, packed once for a run."""
    folder = tempfile.TemporaryDirectory(prefix="docket-package-")
    atexit.register(folder.cleanup)
    return pack(folder.name)


def pack(folder):
    done = run("cpack", "--config", BUILD / "CPackConfig.cmake", "-G", "DEB", "-B", folder, cwd=BUILD)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    package, = pathlib.Path(folder).glob("*.deb")
    return package


@functools.cache
def unpacked():
    folder = packed().parent / "unpacked"
    run("dpkg-deb", "-R", packed(), folder)
    return folder


def fields():
    text = run("dpkg-deb", "-f", packed()).stdout
    return dict(re.findall(r"^(\S+): (.*)$", text, re.MULTILINE))
