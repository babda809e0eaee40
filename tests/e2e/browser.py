"""A headless Chromium through its WebDriver (W3C), by the standard library alone.

    with Browser() as browser:
        browser.open("http://127.0.0.1:8311/write")
        browser.find("#text").type("Hello")
"""

import contextlib
import http.client
import json
import shutil
import subprocess
import tempfile
import time
import unittest

from dovecot import free_port

DRIVER = shutil.which("chromedriver")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Element:
    def __init__(self, browser, identity):
        self.browser, self.path = browser, f"/element/{identity}"

    def type(self, text):
        self.browser.ask("POST", self.path + "/value", {"text": text})

    def text(self):
        return self.browser.ask("GET", self.path + "/text")

    def label(self):
        """What a program that reads the page aloud calls it."""
        return self.browser.ask("GET", self.path + "/computedlabel")

    def role(self):
        return self.browser.ask("GET", self.path + "/computedrole")


class Browser:
    def __init__(self, scripts=True):
        self.scripts = scripts

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="docket-browser-")
        self.port = free_port()
        self.process = subprocess.Popen([DRIVER, f"--port={self.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={self.folder}"]
        preferences = {} if self.scripts else {"profile.managed_default_content_settings.javascript": 2}
        options = {"args": arguments, "prefs": preferences}
        self.path = ""
        limit = time.monotonic() + 30
        while True:
            try:
                session = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})
                break
            except OSError:
                if time.monotonic() > limit:
                    self.__exit__()
                    raise
                time.sleep(0.05)
            except AssertionError as error:  # no /proc, no sandbox of its own …: not docket's matter
                self.__exit__()
                raise unittest.SkipTest(f"Chromium does not start here: {error}") from error
        self.path = "/session/" + session["sessionId"]
        return self

    def __exit__(self, *_):
        with contextlib.suppress(Exception):
            self.ask("DELETE", "")
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ask(self, method, path, body=None):
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            octets = None if body is None else json.dumps(body)
            connection.request(method, (self.path if path != "/session" else "") + path, octets, {"Content-Type": "application/json"})
            value = json.loads(connection.getresponse().read())["value"]
        if isinstance(value, dict) and value.get("error"):
            raise AssertionError(f"{method} {path}: {value['error']}: {value['message'][:300]}")
        return value

    def open(self, url):
        self.ask("POST", "/url", {"url": url})

    def find(self, selector, seconds=20):
        """Waits for it: a page that was asked for comes when it comes."""
        limit = time.monotonic() + seconds
        while not (found := self.all(selector)):
            if time.monotonic() > limit:
                raise AssertionError(f"no {selector} on the page")
            time.sleep(0.05)
        return found[0]

    def all(self, selector):
        found = self.ask("POST", "/elements", {"using": "css selector", "value": selector})
        return [Element(self, one[_ELEMENT]) for one in found]

    def run(self, script, *arguments):
        return self.ask("POST", "/execute/sync", {"script": script, "args": list(arguments)})
