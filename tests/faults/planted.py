#!/usr/bin/env python3
"""Planted bugs: does the campaign of kills.py, unchanged, find them? Each planted/*.patch is applied to a copy of the source,
docket is built there, and the campaign runs until an oracle speaks.

    python3 tests/faults/planted.py [--kills 300] [--seed 7] [--keep FOLDER] [NAME ...]
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import kills

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def copy_source(folder):
    for name in ("CMakeLists.txt", "CMakePresets.json", "config", "connectors", "rules", "daemon", "systemd", "tests"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    environment = dict(os.environ)
    if shutil.which("ccache"):  # the copy's objects are the tree's
        environment |= {"CCACHE_BASEDIR": str(folder), "CCACHE_NOHASHDIR": "1", "CMAKE_CXX_COMPILER_LAUNCHER": "ccache"}
    subprocess.run(["cmake", "--preset", "release"], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return environment


def build(folder, environment, patch):
    """docket with the bug, as a file beside the others; the copy is whole again afterwards."""
    apply = ["patch", "-s", "-p1", "--no-backup-if-mismatch", "-i", str(patch)]
    if subprocess.run(apply, cwd=folder, check=False).returncode != 0:
        raise SystemExit(f"{patch.stem} does not fit the source any more: make the patch anew")
    built = subprocess.run(["nice", "ninja", "-C", "build/release", "docket"], cwd=folder, env=environment, check=False,
                           capture_output=True, text=True)
    if built.returncode != 0:
        raise SystemExit(f"{patch.stem} does not build:\n{built.stdout[-3000:]}")
    shutil.copy(folder / "build/release/docket", folder / patch.stem)
    subprocess.run([*apply, "-R"], cwd=folder, check=True)
    return folder / patch.stem


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="of planted/*.patch; all when none is given")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", type=pathlib.Path, help="build there and keep it")
    options = parser.parse_args()
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="docket-planted-"))
    folder.mkdir(exist_ok=True)
    patches = [patch for patch in sorted((HERE / "planted").glob("*.patch")) if not options.names or patch.stem in options.names]
    missed = []
    try:
        environment = copy_source(folder)
        for patch in patches:
            where, wrong = kills.campaign(options.kills, options.seed, rest=10, binary=build(folder, environment, patch),
                                          with_power="synchronous" in patch.stem)
            print(f"{patch.stem}: " + (f"caught {where} by {wrong.splitlines()[0][:200]}" if wrong else f"MISSED: {where}"), flush=True)
            missed += [] if wrong else [patch.stem]
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"seed {options.seed}: {len(patches) - len(missed)} of {len(patches)} planted bugs caught")
    return 1 if missed or not patches else 0


if __name__ == "__main__":
    sys.exit(main())
