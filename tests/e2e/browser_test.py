#!/usr/bin/env python3
"""The pages in a real browser: that they work without script, and that everybody can use them (WCAG 2.2 AA, as far as a
program can tell: names, roles, order, contrast, zoom).

    DOCKET_BINARY=build/release/docket python3 tests/e2e/browser_test.py [-v]
"""

import pathlib
import tempfile
import unittest

from browser import DRIVER, Browser
from channels_test import Town

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


if __name__ == "__main__":
    unittest.main()
