#!/usr/bin/env python3
"""The end-to-end tests with every daemon under the sandbox of docket.service. Run in a machine with systemd where docket is
installed: machine.py --deb FILE … tests/systemd/e2e_in_unit.py [NAME…]; without names all of tests/e2e."""

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TMP = pathlib.Path("/srv/docket-tests")


def main():
    if not pathlib.Path("/usr/bin/docket").exists():
        subprocess.run(["apt-get", "install", "-q", "-y", *map(str, pathlib.Path("/root").glob("*.deb"))], check=True,
                       stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
    TMP.mkdir(exist_ok=True)
    environment = {**os.environ, "TMPDIR": str(TMP), "DOCKET_BINARY": str(HERE / "in_unit.py"), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    tests = sorted((HERE.parent / "e2e").glob("*_test.py"))
    wanted = [test for test in tests if not sys.argv[1:] or test.stem.removesuffix("_test") in sys.argv[1:]]
    failed = [test.name for test in wanted if subprocess.run([sys.executable, test], check=False, env=environment, cwd=TMP).returncode != 0]
    print(f"{len(wanted)} files of end-to-end tests under the sandbox, failed: {', '.join(failed) or 'none'}", flush=True)
    return 1 if failed or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
