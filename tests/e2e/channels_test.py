#!/usr/bin/env python3
"""Every way but mail, from outside: the town's form, text messages, calls and visits, pushes that wake a mailbox.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/channels_test.py [-v] [Channels.name]
"""

import concurrent.futures
import html.parser
import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "faults"))

import webhook_senders as senders  # noqa: E402
from dovecot import Dovecot, free_port  # noqa: E402
from oracles import check  # noqa: E402
from running import Docket, letter  # noqa: E402

URL = "https://letters.town.example"
SECRET = "whsec_" + "c2VjcmV0" * 5
SOURCES = """
  - name: web
    webhook: {path: /hooks/json, format: json, secrets: [{env: DOCKET_TEST_PASSWORD}]}
    max_size: 1 MiB
  - name: signed
    webhook: {path: /hooks/web-form, format: standard, secrets: [{env: DOCKET_TEST_WHSEC}]}
  - name: other
    webhook: {path: /hooks/other, format: standard, secrets: [{env: DOCKET_TEST_WHSEC}]}
  - name: sms
    webhook: {path: /hooks/sms, format: twilio-sms, secrets: [{env: DOCKET_TEST_PASSWORD}]}
    address: info@town.example
"""


class Town(Docket):
    """A docket that listens for what comes by HTTP."""

    def __init__(self, sources=SOURCES, **how):
        self.port = free_port()
        super().__init__(sources, extra=f"desk: {{public: 127.0.0.1:{self.port}, public_url: {URL}}}\n", **how)
        self.environment["DOCKET_TEST_WHSEC"] = SECRET

    def send(self, request):
        return senders.send(("127.0.0.1", self.port), request)

    def post(self, request, status=200):
        got, _, body = self.send(request)
        if got != status:
            raise AssertionError(f"{got}, expected {status}: {body[:500]}\n{self.log()[-2000:]}")
        return body.decode()

    def cases(self):
        return self.ask("case", "list")

    def show(self, number):
        return self.ask("case", "show", number)

    def acknowledgements(self, to):
        folder = self.folder / "out/new"
        return [octets for path in folder.glob("*") if f"Delivered-To: {to}".encode() in (octets := path.read_bytes())]


class Form(html.parser.HTMLParser):
    """The fields of a page: name → its label's text; what a program that reads aloud has to go by."""

    def __init__(self, page):
        super().__init__()
        self.labels, self.fields, self.hidden, self.language, self.headings, self._label = {}, {}, {}, None, [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "html":
            self.language = values.get("lang")
        if tag in ("h1", "h2"):
            self.headings.append(tag)
        if tag == "label":
            self._label = values.get("for")
        if tag in ("input", "textarea", "select") and values.get("type") == "hidden":
            self.hidden[values["name"]] = values["value"]
        elif tag in ("input", "textarea", "select"):
            self.fields[values["name"]] = values.get("id")

    def handle_endtag(self, tag):
        if tag == "label":
            self._label = None

    def handle_data(self, text):
        if self._label:
            self.labels[self._label] = self.labels.get(self._label, "") + text


class Channels(unittest.TestCase):
    def town(self, **how):
        town = Town(**how)
        self.addCleanup(town.__exit__)
        return town.start()

    def test_the_form_makes_a_case_and_says_its_number(self):
        town = self.town()
        page = town.post(senders.Request("/write?lang=fr", {}, b"", "GET"))
        form = Form(page)
        self.assertEqual(form.language, "fr")
        self.assertEqual(form.headings[0], "h1")
        self.assertNotIn("<script", page)
        for name, identity in form.fields.items():
            self.assertTrue(form.labels.get(identity, "").strip(), f"{name} has no label")
        fields = {**form.hidden, "text": "Il y a un nid-de-poule devant chez moi, rue Main. Il grandit chaque jour.",
                  "email": "ana@people.example.org", "name": "Ana", "location": "12, rue Main", "to": "ward2@town.example"}
        request = senders.write(fields, [("trou.jpg", b"\xff\xd8\xff\xe0 a picture", "image/jpeg")], "/write?lang=fr")
        answer = town.post(request)
        (case,) = town.cases()
        self.assertIn(case["number"], answer)
        self.assertIn("Service des routes", answer)
        self.assertEqual((case["channel"], case["office"], case["from"]), ("form", "roads", "ana@people.example.org"))
        self.assertEqual(town.show(case["number"])["came"][0]["place"], "12, rue Main")
        town.wait_until_sent()
        (acknowledgement,) = town.acknowledgements("ana@people.example.org")
        self.assertIn(case["number"].encode(), acknowledgement)
        again = town.post(request)  # a second click
        self.assertIn(case["number"], again)
        self.assertEqual(len(town.cases()), 1)
        check(town)

    def test_what_the_form_refuses_says_why_and_keeps_what_was_written(self):
        town = self.town()
        page = town.post(senders.write({"text": " ", "name": "Ana <script>"}), 400)
        self.assertIn("Please write your letter here.", page)
        self.assertIn("Ana &lt;script&gt;", page)
        self.assertEqual(town.cases(), [])
        for i in range(10):
            town.post(senders.write({"text": f"Letter {i}: when does the library open?"}))
        status, headers, body = town.send(senders.write({"text": "One more"}))
        self.assertEqual((status, headers["Retry-After"]), (429, "600"))
        self.assertIn(b"One more", body)
        self.assertEqual(len(town.cases()), 10)

    def test_what_only_a_program_fills_in_waits_for_a_person(self):
        town = self.town()
        town.post(senders.write({"text": "Buy our pills", "email": "victim@people.example.org", "website": "x"}))
        (case,) = town.cases()
        self.assertEqual(case["status"], "review")
        town.wait_until_sent()
        self.assertEqual(town.acknowledgements("victim@people.example.org"), [])

    def test_a_text_message_is_answered_in_its_reply(self):
        town = self.town()
        message = senders.twilio_sms("secret", text="There is a deep pothole in front of my house, please come and look.")
        answer = town.post(message)
        (case,) = town.cases()
        self.assertEqual((case["channel"], case["office"]), ("sms", "roads"))
        self.assertIn(f"<Message>Town of Testing: your case is {case['number']}. It goes to Roads.", answer)
        self.assertEqual(town.post(message), answer)  # a repeat gets the same
        more = town.post(senders.twilio_sms("secret", text=f"{case['number']}: it is in the left lane"))
        self.assertIn("added to case", more)
        self.assertEqual(len(town.cases()), 1)
        shown = town.show(case["number"])
        self.assertEqual([came["phone"] for came in shown["came"]], ["+16135550142"] * 2)
        for _ in range(3):
            town.post(senders.twilio_sms("secret"))
        self.assertEqual(town.post(senders.twilio_sms("secret")).count("<Message>"), 0)  # the cap of five an hour
        check(town)

    def test_calls_and_visits(self):
        town = self.town()

        def open_case(*words):
            done = town.command("case", "open", *words)
            self.assertEqual(done.returncode, 0, done.stderr)
            return re.search(rb"TT-\d+-\d+-\d", done.stdout)[0].decode(), done.stderr.decode()

        first, shown = open_case("--channel", "phone", "--from", "(613) 555-0142", "--text", "A pothole on Main Street.",
                                 "--to", "info@town.example", "--location", "12 Main Street")
        self.assertEqual(shown, "")
        second, shown = open_case("--channel", "counter", "--from", "Ana <ana@people.example.org>", "--phone", "613-555-0142",
                                  "--text", "When does the library open?")
        self.assertIn(first, shown)
        joined, shown = open_case("--channel", "phone", "--from", "+1 613 555 0142", "--text", "It got deeper.", "--joins", first)
        self.assertEqual((joined, shown), (first, ""))
        cases = {case["number"]: case for case in town.cases()}
        self.assertEqual({number: case["channel"] for number, case in cases.items()}, {first: "phone", second: "counter"})
        self.assertEqual((cases[first]["office"], cases[first]["letters"]), ("roads", 2))
        self.assertEqual(town.show(first)["same_person"], [second])
        town.wait_until_sent()
        self.assertEqual(len(town.acknowledgements("ana@people.example.org")), 1)
        whats = [event["what"] for event in town.show(first)["timeline"]]
        self.assertIn("note", whats)
        none = town.command("case", "open", "--channel", "phone", "--text", "x", "--joins", "TT-2026-999999-5")
        self.assertEqual(none.returncode, 1)
        self.assertEqual(town.ledger()["desk"]["seen"], 3)
        check(town)

    def test_a_thousand_deliveries_of_one_id_are_one_letter(self):
        town = self.town()
        document = senders.letter(timestamp="2026-11-20T14:05:00Z", **{"from": {"email": "ana@people.example.org"}})
        requests = [senders.standard(SECRET, document, path, id="msg_one") for path in ("/hooks/web-form", "/hooks/other")]
        with concurrent.futures.ThreadPoolExecutor(50) as pool:
            answers = list(pool.map(lambda i: town.send(requests[i % 2]), range(1000)))
        statuses = [status for status, _, _ in answers]
        self.assertEqual(set(statuses) - {200, 503}, set())
        self.assertIn(200, statuses)
        self.assertEqual(len({body for status, _, body in answers if status == 200 and b"\"case\"" in body}), 1)
        self.assertEqual(len(town.cases()), 1)
        ledger = town.ledger()
        self.assertEqual([ledger[name]["seen"] for name in ("signed", "other")], [1, 1])
        self.assertEqual(sum(ledger[name]["duplicates"] for name in ("signed", "other")), 1)
        town.wait_until_sent()
        self.assertEqual(len(town.acknowledgements("ana@people.example.org")), 1)
        print(f"1,000 deliveries: {statuses.count(200)} answered 200, {statuses.count(503)} told to come again; one case")
        check(town)

    def test_killed_between_commit_and_answer_a_redelivery_does_nothing(self):
        binary = pathlib.Path(os.environ.get("DOCKET_FAILPOINT_BINARY", ""))
        if not binary.is_file():
            self.skipTest("docket_failpoints is not built")
        town = Town()
        self.addCleanup(town.__exit__)
        town.binary, town.environment["DOCKET_FAILPOINT"] = binary, "before-answer:kill:1"
        town.start()
        request = senders.standard(SECRET, senders.letter())
        with self.assertRaises(OSError):
            town.send(request)
        town.process.wait(30)
        del town.environment["DOCKET_FAILPOINT"]
        town.start()
        town.post(request)
        self.assertEqual(len(town.cases()), 1)
        self.assertEqual(town.ledger()["signed"]["seen"], 1)
        check(town)

    def test_a_push_wakes_the_mailbox(self):
        with Dovecot() as server:
            sources = SOURCES + f"""
  - name: council
    imap: {{url: "imap://localhost:{server.imap_port}", tls: none, user: council, password: {{env: DOCKET_TEST_PASSWORD}}, poll: 1h, idle: false}}
    take_since: all
    import: open
  - name: push
    webhook: {{path: /hooks/gmail, format: gmail-push, secrets: [{{env: DOCKET_TEST_PASSWORD}}], wakes: [council]}}
"""
            town = self.town(sources=sources)
            town.wait_for(lambda: any(s["caught_up"] for s in town.status()["sources"]), 30, "the mailbox to be read once")
            server.deliver("council", letter(number=1))
            self.assertEqual(town.cases(), [])
            town.send(senders.gmail_push("secret"))
            town.wait_until_taken({"council": 1}, 30)
            self.assertEqual(len(town.cases()), 1)


if __name__ == "__main__":
    unittest.main()
