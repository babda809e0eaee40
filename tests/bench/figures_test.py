"""The bench's own arithmetic, and that its letters are the same everywhere."""

import hashlib
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import email  # noqa: E402
import email.policy  # noqa: E402

import figures  # noqa: E402
import letters  # noqa: E402
import letters_town  # noqa: E402

# Of 300 letters with seed 7: whoever changes what is measured changes this too, and the kept figures.
KNOWN = "4fcc9cb41f774d3c1681ba3dd1627fa04f079321bbc6090288367aaecbc1783a"


def digest(seed, count=300):
    corpus = letters.Corpus(seed)
    return hashlib.sha256("\0".join(corpus.next() for _ in range(count)).encode()).hexdigest()


class LettersAre(unittest.TestCase):
    def test_the_same_for_a_seed_on_every_machine(self):
        self.assertEqual(digest(7), KNOWN)

    def test_others_for_another_seed(self):
        self.assertNotEqual(digest(7), digest(8))

    def test_of_the_kinds_that_are_promised(self):
        corpus = letters.Corpus(3)
        sizes = [len(corpus.next().encode()) for _ in range(3000)]
        share = {kind: count / 3000 for kind, count in corpus.count.items()}
        self.assertAlmostEqual(share["answer"], 0.15, delta=0.03)
        self.assertAlmostEqual(share["duplicate"] + share["second address"], 0.05, delta=0.02)
        self.assertAlmostEqual(share["machine"], 0.05, delta=0.02)
        self.assertAlmostEqual(share["with a file"], 0.10, delta=0.03)
        self.assertAlmostEqual(sum(sizes) / 3000, 18000, delta=2000)

    def test_read_by_another_reader_without_a_defect(self):
        corpus = letters.Corpus(4)
        for _ in range(200):
            read = email.message_from_bytes(corpus.next().encode(), policy=email.policy.default)
            for part in read.walk():
                self.assertEqual(part.defects, [])
            self.assertNotIn("\ufffd", str(read["Subject"]) + str(read["From"]))
            self.assertGreater(len(read.get_body(("plain",)).get_content()), 100)

    def test_from_somebody_else_each_time(self):
        corpus, senders = letters.Corpus(5), set()
        new = 0
        for _ in range(1000):
            text = corpus.next()
            if corpus.last == "new":
                new += 1
                senders.add(text[text.index("<"):text.index(">")])
        self.assertEqual(len(senders), new)

    def test_named_as_dovecot_names_them(self):
        with tempfile.TemporaryDirectory() as folder:
            letters.make(folder, 20, 1)
            for path in (pathlib.Path(folder) / "mail/cur").iterdir():
                octets = path.read_bytes()
                self.assertIn(f",S={len(octets)},W={len(octets) + octets.count(10)}:2,", path.name)

    def test_written_to_a_town_of_51_rules(self):
        self.assertEqual(letters_town.rules().count("  - rule: "), 51)


def stage(ours, bare):
    made = figures.Stage("s", "S", target=0.4)
    made.ours = [{"letters": 100, "seconds": 100 / rate, "cpu_seconds": 0.01} for rate in ours]
    made.bare = [{"letters": 100, "seconds": 100 / rate, "cpu_seconds": 0.01} for rate in bare]
    return made


class FiguresAre(unittest.TestCase):
    def test_the_ratio_is_that_of_neighbours_in_time(self):
        result = stage([100, 10, 90], [200, 20, 200]).result()  # the second round met a busy machine
        self.assertAlmostEqual(result["ratio_to_bare"], 0.5)
        self.assertAlmostEqual(result["letters_per_s"], 90)
        self.assertAlmostEqual(result["cpu_us_per_letter"], 100)

    def test_a_stage_without_a_bare_way_has_no_ratio(self):
        self.assertNotIn("ratio_to_bare", stage([100], []).result())
        self.assertIn("S ", figures.table([stage([100], []), stage([100], [200])]))

    def test_what_moved_by_over_a_tenth_is_told(self):
        kept = {"ratio of a": 0.50, "ratio of b": 0.50, "instructions of read": 1000}
        now = {"ratio of a": 0.54, "ratio of b": 0.44, "instructions of read": 1200, "ratio of c": 1}
        self.assertEqual([name for name, _, _ in figures.moved(kept, now)], ["instructions of read", "ratio of b"])
        words = "\n".join(figures.told(kept, now))
        self.assertIn("ratio of b: 0.5 -> 0.44 (-12%)", words)
        self.assertIn("ratio of c: 1, nothing kept", words)
        self.assertNotIn("ratio of a", words)

    def test_where_nothing_moved_it_says_so(self):
        self.assertIn("nothing moved", figures.told({"x": 1}, {"x": 1.05})[0])

    def test_what_is_kept_of_a_run_can_be_compared_with_a_run(self):
        results = {"whole_way": {"ratio_to_bare": 0.4, "letters_per_s": 5}, "route": {"letters_per_s": 5}, "letters": 5,
                   "instructions": {"read": 1000.4}}
        kept = figures.to_keep(results)
        self.assertEqual(kept, {"ratios": {"whole_way": 0.4}, "instructions": {"read": 1000}})
        self.assertEqual(figures.kept_part(kept), {"ratio of whole_way": 0.4, "instructions of read": 1000})
        self.assertEqual(figures.told(figures.kept_part(kept), figures.kept_part(results)), figures.told({}, {}))


if __name__ == "__main__":
    unittest.main()
