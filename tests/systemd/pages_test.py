#!/usr/bin/env python3
"""Man pages and completions tell what docket --help tells, all of it and nothing else.

    DOCKET_BINARY=build/release/docket python3 tests/systemd/pages_test.py
"""

import functools
import json
import os
import re
import shutil
import unittest

from packed import BINARY, ROOT, run, unpacked


@functools.cache
def helps():
    """Every command by its words, with the options and words that its --help lists."""
    found, waiting = {}, [()]
    while waiting:
        path = waiting.pop()
        text = run(BINARY, *path, "--help").stdout
        options = set(re.findall(r"(?:^  |,)(--?[\w-]+)", text, re.MULTILINE)) & set(re.findall(r"--?[\w-]+", text))
        words = re.findall(r"^  ([\w-]+)", text.partition("\nSubcommands:\n")[2].partition("\n\n")[0], re.MULTILINE)
        found[path] = (options, set(words))
        waiting += [(*path, word) for word in words]
    return found


GLOBAL = {"-c", "--config", "--json"}


class Completions(unittest.TestCase):
    def completed(self, lines):
        """What bash offers behind each of these beginnings of a line."""
        script = [f"source {unpacked()}/usr/share/bash-completion/completions/docket"]
        for words in lines:
            quoted = " ".join(f"'{word}'" for word in words)
            script.append(f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _docket; echo \"${{COMPREPLY[*]}}\"")
        done = run("bash", "-c", "\n".join(script), cwd=ROOT / "config/sample")
        self.assertEqual(done.stderr, "")
        return [set(line.split()) for line in done.stdout.split("\n")[:-1]]

    def test_bash_offers_every_word_and_option_and_nothing_else(self):
        paths = list(helps())
        self.assertGreater(len(paths), 40)
        offered = self.completed([("docket", *path, "-") for path in paths])
        for path, options in zip(paths, offered):
            self.assertEqual(options, helps()[path][0] | GLOBAL, path)
        parents = [path for path in paths if helps()[path][1] and path != ("report",)]
        for path, words in zip(parents, self.completed([("docket", *path, "") for path in parents])):
            self.assertEqual(words, helps()[path][1], path)

    def test_bash_offers_values_files_and_words_behind_options(self):
        cases = {("docket", "init", "--for", ""): {"imap", "m365", "google"}, ("docket", "route", "--channel", "p"): {"phone"},
                 ("docket", "-c", "/x", "case", "l"): {"list", "link"}, ("docket", "--json", "case", "list", "--status", "w"): {"waiting"},
                 ("docket", "read", "tow"): {"town.yaml"}, ("docket", "check", "-c", "ru"): {"rules"},
                 ("docket", "case", "open", "--from", "list", "--chan"): {"--channel"}, ("docket", "report", "recurring", "c"): {"confirm"}}
        for words, offered in zip(cases, self.completed(list(cases))):
            self.assertEqual(offered, cases[words], words)

    def test_zsh_knows_every_word_and_option_and_nothing_else(self):
        path = unpacked() / "usr/share/zsh/vendor-completions/_docket"
        if shutil.which("zsh"):
            done = run("zsh", "-n", path)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
        text = path.read_text()
        self.assertTrue(text.startswith("#compdef docket\n"))
        functions = dict(re.findall(r"^(_docket\w*)\(\) \{\n(.*?)^\}$", text, re.MULTILINE | re.DOTALL))
        self.assertEqual(set(functions), {"_".join(("_docket", *words)).replace("-", "_") for words in helps()})
        for words, (options, below) in helps().items():
            body = functions["_".join(("_docket", *words)).replace("-", "_")]
            self.assertEqual(set(re.findall(r"^    '\*?(--?[\w-]+)\[", body, re.MULTILINE)), options | GLOBAL, words)
            self.assertEqual(set(re.findall(r"^      '([\w-]+):", body, re.MULTILINE)), below, words)


def shown(page):
    """The page as a terminal shows it, and what groff had to say."""
    environment = {**os.environ, "MANWIDTH": "400", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""}
    done = run("man", "-l", "--warnings", "-Tutf8", "--no-hyphenation", unpacked() / "usr/share/man" / page, env=environment)
    plain = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", done.stdout)
    return re.sub(r"\s+", " ", plain.replace("‐", "-").replace("−", "-")), done.stderr


def names_of_keys(schema):
    """Every key that a schema knows, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(names_of_keys, schema), set())
    if not isinstance(schema, dict):
        return set()
    found = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    return found.union(*(names_of_keys(value) for value in schema.values()), set())


class Pages(unittest.TestCase):
    def test_docket_1_has_every_command_and_option(self):
        text, warnings = shown("man1/docket.1.gz")
        self.assertEqual(warnings, "")
        missing = [" ".join(path) for path, (_, words) in helps().items() if not words and " ".join(path) not in text]
        missing += [f"{' '.join(path)} {option}" for path, (options, _) in helps().items() for option in options - {"-h", "--help", "--config"}
                    if not re.search(rf"(?<![\w-]){option}(?![\w-])", text)]
        self.assertEqual(missing, [], "without an entry")
        self.assertIn(run(BINARY, "--version").stdout.strip(), text)

    def test_each_file_has_its_page_with_every_key(self):
        pages = {"docket.yaml": ["docket"], "docket-rules": ["town", "rules"]}
        for page, schemas in pages.items():
            text, warnings = shown(f"man5/{page}.5.gz")
            self.assertEqual(warnings, "", page)
            for name in schemas:
                keys = names_of_keys(json.loads((ROOT / f"config/schema/{name}.schema.json").read_text()))
                self.assertGreater(len(keys), 20)
                missing = {key for key in keys if not re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", text)}
                self.assertEqual(missing, set(), page)

    def test_the_admins_page_is_not_the_clerks(self):
        admins, clerks = shown("man5/docket.yaml.5.gz")[0], shown("man5/docket-rules.5.gz")[0]
        self.assertIn("trusted_authserv_ids", admins)
        self.assertNotIn("trusted_authserv_ids:", clerks)
        self.assertIn("letters/NAME.LANG.txt", clerks)
        self.assertNotIn("Rules on one person", admins)


if __name__ == "__main__":
    unittest.main()
