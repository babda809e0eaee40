#!/usr/bin/env python3
"""The pages in a real browser: that they work without script, and that everybody can use them (WCAG 2.2 AA, as far as a
program can tell: names, roles, order, contrast, zoom).

    DOCKET_BINARY=build/release/docket python3 tests/e2e/browser_test.py [-v]
"""

import email
import email.policy
import pathlib
import re
import tempfile
import unittest

from browser import DRIVER, Browser
from channels_test import URL, Town
import webhook_senders as senders

ENTER = "\ue007"

# Text whose colour is too near to what is behind it (WCAG 1.4.3), as the browser has painted it.
FAINT = """
const light = c => { const s = c / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; };
const bright = rgb => 0.2126 * light(rgb[0]) + 0.7152 * light(rgb[1]) + 0.0722 * light(rgb[2]);
const parts = text => text.match(/[0-9.]+/g).map(Number);
const behind = e => { for (; e; e = e.parentElement) { const b = parts(getComputedStyle(e).backgroundColor);
  if (b.length < 4 || b[3] > 0) return b; } return [255, 255, 255]; };
return [...document.querySelectorAll("main *, nav *")].filter(e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()))
  .filter(e => !e.closest(".visually-hidden")).map(e => { const a = bright(parts(getComputedStyle(e).color)), b = bright(behind(e));
    return [e.outerHTML.slice(0, 80), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]; }).filter(([_, ratio]) => ratio < 4.5);
"""
WIDER_THAN_SCREEN = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;"


@unittest.skipUnless(DRIVER, "chromedriver is not installed: the pages are not looked at in a browser")
class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town().start()
        cls.addClassCleanup(cls.town.__exit__)
        cls.url = f"http://127.0.0.1:{cls.town.port}"

    def test_a_letter_without_script(self):
        with Browser(scripts=False) as browser, tempfile.NamedTemporaryFile(suffix=".jpg") as photo:
            photo.write(b"\xff\xd8\xff\xe0 a picture")
            photo.flush()
            browser.open(self.url + "/write?lang=fr")
            browser.find("#text").type("Il y a un nid-de-poule devant chez moi, rue Main.")
            browser.find("#email").type("ana@people.example.org")
            browser.find("#files").type(photo.name)
            browser.find("button").type(ENTER)
            self.assertEqual(browser.find("[role=status]").role(), "status")
            (case,) = self.town.cases()
            self.assertIn(case["number"], browser.find("main").text())
            self.assertEqual(case["from"], "ana@people.example.org")
            explained = self.town.ask("case", "explain", case["number"])
            self.assertEqual(explained["letters"][0]["decision"]["assign"], "roads")
            self.assertEqual(browser.all("script"), [])

    def test_everybody_can_use_it(self):
        with Browser() as browser:
            for language in ("en", "fr"):
                with self.subTest(language):
                    browser.open(f"{self.url}/write?lang={language}")
                    self.look_at(browser, language)

    def look_at(self, browser, language):
        self.assertEqual(browser.run("return document.documentElement.lang"), language)
        fields = browser.all("textarea, select, input:not([type=hidden]):not([tabindex='-1']), button")
        self.assertEqual(len(fields), 8)
        for field in fields:
            self.assertTrue(field.label().strip(), field.path)
        self.assertEqual(browser.run("return [...document.querySelectorAll('h1,h2')].map(h => h.tagName)[0]"), "H1")
        self.assertEqual(browser.run(FAINT), [])
        browser.ask("POST", "/window/rect", {"width": 320, "height": 640})  # a phone, or a screen at four times the size
        self.assertLessEqual(browser.run(WIDER_THAN_SCREEN), 0)
        # By keyboard alone the first thing inside the form is the letter, the last the button; the trap is never reached.
        order = browser.run("return [...document.querySelectorAll('form *')].filter(e => e.tabIndex >= 0 && e.type != 'hidden'"
                            " && !e.closest('[aria-hidden]')).map(e => e.id || e.type)")
        self.assertEqual((order[0], order[-1], "website" in order), ("text", "submit", False))
        size = browser.run("const r = document.querySelector('button').getBoundingClientRect(); return Math.min(r.width, r.height)")
        self.assertGreaterEqual(size, 24)  # WCAG 2.5.8

    def test_what_is_wrong_is_said_where_it_is(self):
        with Browser(scripts=False) as browser:
            browser.open(self.url + "/write?lang=en")
            browser.find("#text").type(" ")
            browser.find("button").type(ENTER)
            self.assertEqual(browser.find("#problem").role(), "alert")
            self.assertTrue(browser.find("#problem a").text())


def day_and_night(town):
    """News goes out in office hours: of this town those are all hours."""
    path = town.folder / "town.yaml"
    text = path.read_text(encoding="utf-8")
    hours = text.replace('{mon-fri: "08:30-16:30"}', '{mon-sun: "00:00-24:00"}')
    assert hours != text
    path.write_text(hours, encoding="utf-8")
    return town


class Settled(unittest.TestCase):
    """Closing asks one question by link; the page behind it in a browser, where there is one."""

    @classmethod
    def setUpClass(cls):
        cls.town = day_and_night(Town()).start()
        cls.addClassCleanup(cls.town.__exit__)
        cls.number = 0

    def closed_case(self):
        """A case of a person of her own, closed; its number, and the links of her letter as the town's listener has them."""
        Settled.number += 1
        who = f"ana{self.number}@people.example.org"
        self.town.post(senders.write({"text": f"Pothole {self.number} in front of my house, and it grows.", "email": who}))
        (case,) = [case for case in self.town.cases() if case["from"] == who]
        self.assertEqual(self.town.command("case", "close", case["number"]).returncode, 0)
        self.town.wait_for(lambda: len(self.town.acknowledgements(who)) == 2, 20, "the letter that asks")
        found = [link for octets in self.town.acknowledgements(who) for link in
                 re.findall(re.escape(URL) + r"(/settled\?key=\S+&answer=(?:yes|not-yet)&lang=en)\b",
                            email.message_from_bytes(octets, policy=email.policy.default).get_content())]
        self.assertEqual(len(found), 2)  # the letter was surely English
        yes, not_yet = found
        self.assertNotIn("not-yet", yes)
        links = {("yes", "en"): yes, ("not-yet", "en"): not_yet}
        links |= {(answer, "fr"): link.replace("lang=en", "lang=fr") for (answer, _), link in links.items()}
        return case["number"], links

    def status(self, number):
        return self.town.show(number)["status"]

    def look(self, link, status=200):
        got, headers, body = self.town.send(senders.Request(link, {}, b"", "GET"))
        self.assertEqual(got, status, body[:300])
        self.assertEqual(headers["Referrer-Policy"], "no-referrer")
        return body.decode()

    def answer(self, link, fields, status=200):
        page = self.look(link)
        self.assertNotIn("<script", page)
        body = "&".join(f"{name}={value}" for name, value in
                        {"key": re.search(r"key=([^&]+)", link)[1], **fields}.items())
        return self.town.post(senders.Request("/settled", {"Content-Type": "application/x-www-form-urlencoded"}, body.encode()), status)

    def test_scanners_that_follow_links_change_nothing(self):
        number, links = self.closed_case()
        before = self.town.show(number)
        for link in links.values():
            self.look(link)
            self.town.send(senders.Request(link, {}, b"", "HEAD"))
        self.assertEqual(self.town.show(number), before)

    def test_answers_are_kept_and_not_yet_opens_the_case_again(self):
        number, links = self.closed_case()
        self.assertIn("Thank you", self.answer(links["yes", "en"], {"answer": "yes"}))
        self.assertEqual(self.status(number), "closed")
        self.assertIn("Is it settled?", self.look(links["yes", "en"]))
        self.assertIn("open again", self.answer(links["yes", "en"], {"answer": "not-yet", "words": "%3Cb%3Estill+there%3C/b%3E"}))
        self.assertEqual(self.status(number), "open")
        self.town.wait_until_sent()
        told = [octets for path in (self.town.folder / "out/new").glob("*") if b"not settled yet" in (octets := path.read_bytes())
                and number.encode() in octets]
        self.assertEqual(len(told), 1)
        self.assertIn("<b>still there</b>", email.message_from_bytes(told[0], policy=email.policy.default).get_content())
        self.assertIn(b"Delivered-To: roads@office.testing.invalid", told[0])

    def test_what_is_wrong_is_refused_in_plain_words(self):
        number, links = self.closed_case()
        self.assertIn("does not work any more", self.look("/settled?key=k1.2026-000001-5.d.abc&answer=yes", 404))
        self.assertIn("ne marche plus", self.look("/settled?lang=fr", 404))
        self.assertIn("Please choose", self.answer(links["yes", "en"], {}, 400))
        kept = self.answer(links["yes", "en"], {"answer": "yes", "words": "x" * 2001}, 400)
        self.assertIn("at most 2,000", kept)
        self.assertIn("x" * 2001, kept)
        got, _, _ = self.town.send(senders.Request("/settled", {"Content-Type": "application/x-www-form-urlencoded"}, b"words=" + b"x" * 40000))
        self.assertEqual(got, 413)
        got, headers, _ = self.town.send(senders.Request("/settled", {}, b"", "DELETE"))
        self.assertEqual((got, headers["Allow"]), (405, "GET, POST"))
        self.assertEqual(self.status(number), "closed")

    @unittest.skipUnless(DRIVER, "chromedriver is not installed: the page is not looked at in a browser")
    def test_not_yet_in_a_browser_without_script(self):
        number, links = self.closed_case()
        with Browser(scripts=False) as browser:
            browser.open(f"http://127.0.0.1:{self.town.port}{links['not-yet', 'fr']}")
            self.assertEqual(len(browser.all("#not-yet:checked")), 1)
            browser.find("#words").type("Le trou est encore là.")
            self.assertEqual(self.status(number), "closed")
            browser.find("button").type(ENTER)
            self.assertIn("rouvert", browser.find("[role=status]").text())
        self.assertEqual(self.status(number), "open")
        self.assertIn("not yet: Le trou est encore là.", [event["detail"] for event in self.town.show(number)["timeline"]])

    @unittest.skipUnless(DRIVER, "chromedriver is not installed: the page is not looked at in a browser")
    def test_everybody_can_answer(self):
        number, links = self.closed_case()
        with Browser() as browser:
            for language in ("en", "fr"):
                browser.open(f"http://127.0.0.1:{self.town.port}{links['yes', language]}")
                self.assertEqual(browser.run("return document.documentElement.lang"), language)
                fields = browser.all("textarea, input:not([type=hidden]), button")
                self.assertEqual(len(fields), 4)
                for field in fields:
                    self.assertTrue(field.label().strip(), field.path)
                self.assertEqual(browser.find("fieldset").role(), "group")
                self.assertTrue(browser.find("fieldset").label())
                self.assertEqual(browser.run(FAINT), [])
                browser.ask("POST", "/window/rect", {"width": 320, "height": 640})
                self.assertLessEqual(browser.run(WIDER_THAN_SCREEN), 0)
                size = browser.run("return Math.min(...[...document.querySelectorAll('label.form-check-label, button')].map(e => "
                                   "e.closest('.form-check, button').getBoundingClientRect().height))")
                self.assertGreaterEqual(size, 24)  # WCAG 2.5.8
            browser.find("button").type(ENTER)
            self.assertEqual(browser.find("[role=status]").role(), "status")
            self.assertEqual(browser.run("return [...document.querySelectorAll('h1,h2')].map(h => h.tagName)[0]"), "H1")
        self.assertEqual(self.status(number), "closed")


if __name__ == "__main__":
    unittest.main()
