#!/usr/bin/env python3
"""The Debian package as an admin gets it: what is in it, and that it is the same whoever packs it.

    DOCKET_BINARY=build/release/docket python3 tests/systemd/contents_test.py
"""

import gzip
import hashlib
import re
import tempfile
import unittest

from packed import BINARY, BUILD, ROOT, SCRIPTS, fields, pack, packed, run, unpacked


class Package(unittest.TestCase):
    def test_lintian_has_nothing_to_say(self):
        done = run("lintian", "--fail-on", "error,warning", packed())
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_packing_again_gives_the_same_octets(self):
        with tempfile.TemporaryDirectory(prefix="docket-package-") as folder:
            again = pack(folder)
            self.assertEqual(again.name, packed().name)
            self.assertEqual(hashlib.sha256(again.read_bytes()).hexdigest(), hashlib.sha256(packed().read_bytes()).hexdigest())

    def test_everything_is_in_it_and_nothing_else(self):
        expected = {"usr/bin/docket", "usr/lib/sysusers.d/docket.conf", "usr/lib/tmpfiles.d/docket.conf",
                    "usr/share/bash-completion/completions/docket", "usr/share/zsh/vendor-completions/_docket",
                    "usr/share/man/man1/docket.1.gz", "usr/share/man/man5/docket.yaml.5.gz", "usr/share/man/man5/docket-rules.5.gz",
                    "usr/share/docket/proxy/nginx.conf", "usr/share/docket/proxy/Caddyfile", "usr/share/lintian/overrides/docket"}
        documents = {"README.md", "copyright", "changelog.gz", "changelog.Debian.gz"}
        documents |= {str(path.relative_to(ROOT)) for room in ("config", "connectors", "rules", "daemon", "systemd") for path in (ROOT / room).rglob("*.md")}
        expected |= {f"usr/share/doc/docket/{name}" for name in documents}
        expected |= {f"usr/lib/systemd/system/{path.name}" for path in (BUILD / "systemd").iterdir()}
        expected |= {f"usr/share/docket/schema/{path.name}" for path in (ROOT / "config/schema").glob("*.schema.json")}
        sample = ROOT / "config/sample"
        expected |= {f"usr/share/doc/docket/examples/{path.relative_to(sample)}" for path in sample.rglob("*") if path.is_file()}
        found = {str(path.relative_to(unpacked())) for path in unpacked().rglob("*") if path.is_file()}
        self.assertEqual({name for name in found if not name.startswith("DEBIAN/")}, expected)
        self.assertGreaterEqual(len([name for name in expected if "systemd/system/" in name]), 20)

    def test_the_control_fields(self):
        control = fields()
        version = run(BINARY, "--version").stdout.split()[1]
        self.assertEqual(control["Package"], "docket")
        self.assertRegex(control["Version"], rf"^{re.escape(version)}-\S+$")
        self.assertEqual(control["Section"], "mail")
        self.assertEqual(control["Recommends"], "ca-certificates")
        for needed in ("libc6", "libcurl4", "libsqlite3-0", "libre2-9", "tzdata", "debconf", "systemd"):
            self.assertRegex(control["Depends"], rf"(^|, ){needed}( |,|$)")
        self.assertNotIn("-dev", control["Depends"])
        self.assertEqual(sorted(path.name for path in (unpacked() / "DEBIAN").iterdir()),
                         sorted((*SCRIPTS, "control", "md5sums", "templates")))

    def test_changelogs_are_of_this_version(self):
        documents = unpacked() / "usr/share/doc/docket"
        debian = gzip.decompress((documents / "changelog.Debian.gz").read_bytes()).decode()
        self.assertTrue(debian.startswith(f"docket ({fields()['Version']}) "), debian)
        ours = gzip.decompress((documents / "changelog.gz").read_bytes()).decode()
        self.assertIn(f"## {fields()['Version'].rsplit('-', 1)[0]}", ours)

    def test_the_program_is_stripped_and_looks_nowhere_else_for_libraries(self):
        program = unpacked() / "usr/bin/docket"
        self.assertNotIn(".debug_info", run("readelf", "-SW", program).stdout)
        dynamic = run("readelf", "-dW", program).stdout
        self.assertNotIn("RPATH", dynamic)
        self.assertNotIn("RUNPATH", dynamic)
        self.assertIn("BIND_NOW", dynamic)
        self.assertEqual(run(program, "--version").stdout, run(BINARY, "--version").stdout)


if __name__ == "__main__":
    unittest.main()
