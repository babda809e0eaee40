#!/usr/bin/env python3
"""Open311 GeoReport v2 of a running docket, with what the public test tools check: SeeClickFix's open311-validator,
the JSON Schemas of open311/schema-validation, and the round trips of open311-api-tests.

    DOCKET_BINARY=build/release/docket python3 tests/e2e/open311_test.py [-v] [Test.name]
"""

import datetime
import json
import pathlib
import socket
import sys
import unittest
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from running import ROOT, Docket  # noqa: E402

KEY = "app-key-3f9"
POTHOLE = {"service_code": "pothole", "lat": "45.4215", "long": "-75.6972", "attribute[size]": "small"}
PERSON = {"email": "ana@people.example.org", "first_name": "Ana", "last_name": "Martin", "phone": "613-555-0199",
          "device_id": "dev-77", "description": "Deep hole before my house"}
TEXT_OR_NULL = {"type": ["string", "null"]}
TIME_OR_NULL = {"anyOf": [{"type": "null"}, {"type": "string", "format": "date-time"}]}

SERVICES = {"type": "array", "minItems": 1, "items": {
    "type": "object", "required": ["service_code", "service_name", "metadata", "type"],
    "properties": {"service_code": {"type": "string", "minLength": 1}, "service_name": {"type": "string"}, "description": TEXT_OR_NULL,
                   "metadata": {"type": "boolean"}, "type": {"enum": ["realtime", "batch", "blackbox"]}, "keywords": TEXT_OR_NULL,
                   "group": TEXT_OR_NULL}}}
DEFINITION = {"type": "object", "required": ["service_code", "attributes"], "properties": {
    "service_code": {"type": "string"},
    "attributes": {"type": "array", "items": {
        "type": "object", "required": ["variable", "code", "datatype", "required"],
        "properties": {
            "variable": {"type": "boolean"}, "code": {"type": "string"}, "required": {"type": "boolean"}, "order": {"type": "integer"},
            "datatype": {"enum": ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]},
            "datatype_description": TEXT_OR_NULL, "description": TEXT_OR_NULL,
            "values": {"type": "array", "minItems": 1, "items": {
                "type": "object", "required": ["key", "name"], "properties": {"key": {"type": "string"}, "name": {"type": "string"}}}}}}}}}
REQUESTS = {"type": "array", "items": {
    "type": "object", "required": ["service_request_id", "status", "service_code", "requested_datetime"],
    "properties": {
        "service_request_id": {"type": "string"}, "status": {"enum": ["open", "closed"]}, "status_notes": TEXT_OR_NULL,
        "service_name": TEXT_OR_NULL, "service_code": {"type": "string"}, "description": {"type": ["string", "null"], "maxLength": 4000},
        "agency_responsible": TEXT_OR_NULL, "service_notice": TEXT_OR_NULL, "requested_datetime": {"type": "string", "format": "date-time"},
        "updated_datetime": TIME_OR_NULL, "expected_datetime": TIME_OR_NULL, "address": TEXT_OR_NULL, "address_id": TEXT_OR_NULL,
        "zipcode": TEXT_OR_NULL, "lat": {"type": ["number", "null"]}, "long": {"type": ["number", "null"]},
        "media_url": {"anyOf": [{"type": "null"}, {"type": "string", "pattern": "^https?://"}]}}}}
POSTED = {"type": "array", "minItems": 1, "maxItems": 1, "items": {
    "type": "object", "oneOf": [{"required": ["service_request_id"]}, {"required": ["token"]}],
    "properties": {"service_request_id": {"type": "string"}, "token": {"type": "string"}, "service_notice": TEXT_OR_NULL,
                   "account_id": TEXT_OR_NULL}}}
TOKENS = {"type": "array", "minItems": 1, "maxItems": 1, "items": {
    "type": "object", "required": ["service_request_id", "token"],
    "properties": {"service_request_id": TEXT_OR_NULL, "token": {"type": "string"}}}}
ERRORS = {"type": "array", "minItems": 1, "items": {
    "type": "object", "required": ["code", "description"], "properties": {"code": {"type": "integer"}, "description": {"type": "string", "minLength": 1}}}}
UPDATES = {"type": "array", "items": {
    "type": "object", "required": ["update_id", "service_request_id", "status", "updated_datetime"],
    "properties": {"update_id": {"type": "string"}, "service_request_id": {"type": "string"}, "status": {"enum": ["open", "closed"]},
                   "updated_datetime": {"type": "string", "format": "date-time"}, "description": TEXT_OR_NULL, "media_url": TEXT_OR_NULL}}}
DISCOVERY = {"type": "object", "required": ["changeset", "contact", "key_service", "endpoints"], "properties": {
    "changeset": {"type": "string", "format": "date-time"}, "contact": {"type": "string", "minLength": 1},
    "key_service": {"type": "string", "minLength": 1},
    "endpoints": {"type": "array", "minItems": 1, "items": {
        "type": "object", "required": ["specification", "url", "changeset", "type", "formats"],
        "properties": {"specification": {"const": "http://wiki.open311.org/GeoReport_v2"}, "url": {"type": "string", "pattern": "^https?://"},
                       "changeset": {"type": "string", "format": "date-time"}, "type": {"enum": ["production", "test"]},
                       "formats": {"type": "array", "minItems": 1, "items": {"type": "string"}, "contains": {"const": "text/xml"}}}}}}}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def valid(value, schema):
    checker = jsonschema.FormatChecker(formats=())
    checker.checks("date-time")(lambda text: not isinstance(text, str) or moment(text) is not None)
    jsonschema.Draft7Validator(schema, format_checker=checker).validate(value)
    return value


def moment(text):
    """A time of ISO 8601 with its zone; anything less raises."""
    time = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    assert time.tzinfo is not None, text
    return time


def plain(element):
    """XML as the Spark mapping would have it, texts only: what both formats must agree on."""
    lists = {"services", "attributes", "values", "service_requests", "errors", "endpoints", "formats", "service_request_updates"}
    if element.tag in lists:
        return [plain(child) for child in element]
    if len(element):
        return {child.tag: plain(child) for child in element}
    return element.text


def as_text(value):
    """JSON with every scalar as XML writes it."""
    if isinstance(value, list):
        return [as_text(item) for item in value]
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    if value is None or value == "":
        return None
    return json.dumps(value) if isinstance(value, (bool, int, float)) else value


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self, schema):
        return valid(json.loads(self.body), schema)

    def xml(self, root):
        element = ElementTree.fromstring(self.body)
        assert element.tag == root, (element.tag, root)
        return plain(element)


class WithDocket(unittest.TestCase):
    more = ""

    def setUp(self):
        port = free_port()
        source = f"\n  - name: apps\n    webhook: {{format: open311, secrets: [{{env: APP_KEY}}]{self.more}}}"
        desk = f"desk: {{public: \"127.0.0.1:{port}\", public_url: \"http://127.0.0.1:{port}\"}}\n"
        self.docket = Docket(source, extra=desk, town=ROOT / "config/sample")
        self.addCleanup(self.docket.__exit__)
        self.docket.environment["APP_KEY"] = KEY
        self.docket.start()
        self.base = f"http://127.0.0.1:{port}/open311/v2/"

    def call(self, path, form=None, **query):
        url = self.base + path + ("?" + urllib.parse.urlencode(query) if query else "")
        body = None if form is None else urllib.parse.urlencode(form, doseq=True).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data=body), timeout=60) as answer:
                return Answer(answer.status, answer.headers, answer.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read().decode())

    def post(self, form, fmt="json"):
        return self.call(f"requests.{fmt}", {"api_key": KEY, **form})


class Validator(WithDocket):
    """What SeeClickFix's open311-validator looks at."""

    def test_discovery(self):
        for fmt, kind in (("xml", "text/xml"), ("json", "application/json")):
            self.assertEqual(self.call(f"discovery.{fmt}").headers["Content-Type"], kind)
        discovery = self.call("discovery.json").json(DISCOVERY)
        self.assertEqual(self.call("discovery.xml").xml("discovery"), as_text(discovery))
        now = datetime.datetime.now(datetime.timezone.utc)
        for endpoint in discovery["endpoints"]:
            self.assertLess(moment(endpoint["changeset"]), now)
            self.assertEqual(endpoint["url"] + "/", self.base)

    def test_services_and_every_definition(self):
        services = self.call("services.json").json(SERVICES)
        self.assertEqual(self.call("services.xml").xml("services"), as_text(services))
        for service in services:
            definition = self.call(f"services/{service['service_code']}.json")
            self.assertEqual(bool(definition.json(DEFINITION)["attributes"]), service["metadata"])
            self.assertEqual(self.call(f"services/{service['service_code']}.xml").xml("service_definition"), as_text(json.loads(definition.body)))

    def test_content_types(self):
        for path in ("services", "services/pothole", "requests", "servicerequestupdates", "requests/EX-2026-000999-9"):
            self.assertEqual(self.call(path + ".xml").headers["Content-Type"], "text/xml; charset=utf-8", path)
            self.assertEqual(self.call(path + ".json").headers["Content-Type"], "application/json; charset=utf-8", path)


class RoundTrip(WithDocket):
    def test_post_then_get_in_both_formats(self):
        posted = self.post({**POTHOLE, **PERSON}).json(POSTED)[0]
        number = posted["service_request_id"]
        self.assertIn("Roads has this request", posted["service_notice"])
        shown = self.call(f"requests/{number}.json").json(REQUESTS)
        self.assertEqual([request["service_request_id"] for request in shown], [number])
        self.assertEqual((shown[0]["lat"], shown[0]["long"], shown[0]["status"]), (45.4215, -75.6972, "open"))
        self.assertEqual(self.call(f"requests/{number}.xml").xml("service_requests"), as_text(shown))
        self.assertEqual(self.call("requests.json").json(REQUESTS), shown)
        self.assertEqual(self.call("requests.json", extensions="true").json(REQUESTS)[0]["extended_attributes"]["channel"], "open311")
        in_xml = self.post({**POTHOLE, "description": "another"}, "xml").xml("service_requests")[0]["service_request_id"]
        self.assertNotEqual(in_xml, number)
        self.assertEqual(len(self.call("requests.json").json(REQUESTS)), 2)

    def test_it_is_a_letter_like_any_other(self):
        number = self.post({**POTHOLE, **PERSON}).json(POSTED)[0]["service_request_id"]
        case = self.docket.ask("case", "show", number)
        self.assertEqual((case["channel"], case["office"], case["subject"], case["from"]), ("open311", "roads", "Pothole", PERSON["email"]))
        self.docket.wait_until_sent()
        self.assertIn("forward", {row["kind"] for row in self.docket.ask("case", "show", number)["outbox"]})
        self.assertEqual(self.docket.ledger()["apps"]["difference"], 0)

    def test_nobody_is_shown(self):
        number = self.post({**POTHOLE, **PERSON}).json(POSTED)[0]["service_request_id"]
        self.assertEqual(self.docket.command("case", "close", number, "--reason", "told Ana Martin").returncode, 0)
        for path in ("requests", f"requests/{number}", "servicerequestupdates"):
            for fmt in ("xml", "json"):
                body = self.call(f"{path}.{fmt}", extensions="true").body
                self.assertIn(number, body)
                for word in ("Ana", "ana@", "Martin", "0199", "dev-77", "Deep hole"):
                    self.assertNotIn(word, body)

    def test_closed_and_updates(self):
        number = self.post(POTHOLE).json(POSTED)[0]["service_request_id"]
        self.assertEqual(self.call("servicerequestupdates.json").json(UPDATES), [])
        self.assertEqual(self.docket.command("case", "close", number, "--reason", "filled").returncode, 0)
        shown = self.call(f"requests/{number}.json").json(REQUESTS)[0]
        updates = self.call("servicerequestupdates.json").json(UPDATES)
        self.assertEqual([(update["service_request_id"], update["status"]) for update in updates], [(number, "closed")])
        self.assertEqual((shown["status"], shown["updated_datetime"]), ("closed", updates[0]["updated_datetime"]))
        self.assertEqual(self.call("servicerequestupdates.xml").xml("service_request_updates"), as_text(updates))
        self.assertEqual(self.call("requests.json", status="open").json(REQUESTS), [])

    def test_sent_twice_is_one_case_also_over_a_kill(self):
        first = self.post(POTHOLE).json(POSTED)[0]["service_request_id"]
        self.assertEqual(self.post(POTHOLE).json(POSTED)[0]["service_request_id"], first)
        self.docket.kill()
        self.docket.start()
        self.assertEqual(self.post(POTHOLE).json(POSTED)[0]["service_request_id"], first)
        self.assertEqual(len(self.docket.ask("case", "list")), 1)

    def test_the_key_is_kept_nowhere(self):
        self.post(POTHOLE)
        self.post({**POTHOLE, "service_code": "none"})
        self.docket.stop()
        for path in self.docket.folder.rglob("*"):
            if path.is_file():
                self.assertNotIn(KEY.encode(), path.read_bytes(), path)


class Tokens(WithDocket):
    more = ", tokens: true"

    def test_post_token_id_get(self):
        for fmt in ("json", "xml"):
            posted = self.post({**POTHOLE, "description": fmt}, fmt)
            posted = posted.json(POSTED)[0] if fmt == "json" else posted.xml("service_requests")[0]
            self.assertNotIn("service_request_id", posted)
            answer = self.call(f"tokens/{posted['token']}.{fmt}")
            resolved = answer.json(TOKENS)[0] if fmt == "json" else answer.xml("service_requests")[0]
            self.assertEqual(resolved["token"], posted["token"])
            shown = self.call(f"requests/{resolved['service_request_id']}.{fmt}")
            shown = shown.json(REQUESTS)[0] if fmt == "json" else shown.xml("service_requests")[0]
            self.assertEqual(shown["service_request_id"], resolved["service_request_id"])
        self.assertEqual(self.call("services.json").json(SERVICES)[0]["type"], "batch")
        self.assertEqual(self.call("tokens/i-aaaaaaaaaaaaaaaa.json").status, 404)


class Refused(WithDocket):
    def test_a_table_of_requests(self):
        good = {"api_key": KEY, **POTHOLE}
        without = lambda *names: {name: value for name, value in good.items() if name not in names}  # noqa: E731
        cases = [("no key", without("api_key"), 403, "api_key"), ("a wrong key", {**good, "api_key": "x"}, 403, "api_key"),
                 ("no service", without("service_code"), 400, "service_code"), ("an unknown service", {**good, "service_code": "x"}, 404, "x"),
                 ("no location", without("lat", "long"), 400, "location"), ("lat alone", without("long"), 400, "long"),
                 ("no required answer", without("attribute[size]"), 400, "attribute[size]"),
                 ("a value that is none", {**good, "attribute[size]": "huge"}, 400, "attribute[size]"),
                 ("too long", {**good, "description": "x" * 4001}, 400, "description"),
                 ("no mail address", {**good, "email": "ana"}, 400, "email")]
        for name, form, status, named in cases:
            with self.subTest(name):
                answer = self.call("requests.json", form)
                errors = answer.json(ERRORS)
                self.assertEqual((answer.status, errors[0]["code"]), (status, status))
                self.assertIn(named, errors[0]["description"])
                self.assertEqual(self.call("requests.xml", form).xml("errors"), as_text(errors))
        self.assertEqual(self.docket.ask("case", "list"), [])

    def test_other_calls(self):
        for path, query, status in (("services/none.json", {}, 404), ("requests/EX-2026-000001-5.json", {}, 404),
                                    ("requests.json", {"status": "new"}, 400), ("requests.json", {"service_code": "none"}, 404),
                                    ("requests.json", {"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-12-01T00:00:00Z"}, 400),
                                    ("requests.json", {"page_size": "5000"}, 400)):
            answer = self.call(path, **query)
            answer.json(ERRORS)
            self.assertEqual(answer.status, status, (path, query))
        refused = self.call("servicerequestupdates.json", {"api_key": KEY})
        self.assertEqual(refused.status, 405)
        self.assertIn("POST", refused.json(ERRORS)[0]["description"])


if __name__ == "__main__":
    unittest.main()
