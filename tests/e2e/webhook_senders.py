"""Requests as the real senders make and sign them: one function per format, each giving a Request.

    from webhook_senders import Request, standard, mailgun, send
    status, headers, body = send(("127.0.0.1", 8311), standard("whsec_…", letter(text="Hello")))

Every builder takes `now` (Unix seconds) for the signed time, so that a test can be early or late. Only the public-key
formats start a process (openssl); the others are fast enough for a load campaign. docket sees exactly these octets:
a changed octet after signing is `request.with_body(…)`.
"""

import base64
import contextlib
import dataclasses
import hashlib
import hmac
import http.client
import itertools
import json
import os
import subprocess
import tempfile
import time
import urllib.parse

_count = itertools.count(1)


@dataclasses.dataclass(frozen=True)
class Request:
    path: str  # with the query
    headers: dict
    body: bytes
    method: str = "POST"

    def with_body(self, body):
        """The same request with another body: what a thief or a broken proxy makes of it."""
        return dataclasses.replace(self, body=body)

    def with_headers(self, **changes):
        """None takes a header away; underscores stand for dashes."""
        headers = {**self.headers, **{name.replace("_", "-"): value for name, value in changes.items()}}
        return dataclasses.replace(self, headers={name: value for name, value in headers.items() if value is not None})


def send(address, request, timeout=10):
    """One request over a new connection: (status, headers, body)."""
    with contextlib.closing(http.client.HTTPConnection(*address, timeout=timeout)) as connection:
        connection.request(request.method, request.path, body=request.body, headers=request.headers)
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()


def unique():
    """A word that no other call gives."""
    return f"{os.getpid()}-{next(_count)}-{os.urandom(6).hex()}"


def _now(now):
    return int(time.time() if now is None else now)


def _iso(now):
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(_now(now))) + ".000Z"


def _mac(key, text, digest="sha256"):
    return hmac.new(key.encode() if isinstance(key, str) else key, text, digest)


def multipart(fields, boundary="xYzZY"):
    """`fields`: (name, text or octets) or (name, octets, file name, type). Gives body and Content-Type."""
    out = b""
    for name, value, *file in fields:
        head = f'Content-Disposition: form-data; name="{name}"'
        if file:
            head += f'; filename="{file[0]}"\r\nContent-Type: {file[1]}'
        octets = value.encode() if isinstance(value, str) else value
        out += f"--{boundary}\r\n{head}\r\n\r\n".encode() + octets + b"\r\n"
    return out + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def urlencoded(fields):
    return urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded"


# --- keys and public-key signatures, by openssl ------------------------------------------------------------------------

class Key:
    """A throw-away key pair: "ec" (P-256), "ed25519" or "rsa", with a certificate signed by itself or by `issuer`."""

    def __init__(self, folder, kind, name="sns.amazonaws.com", issuer=None):
        self.path = os.path.join(folder, f"{kind}-{unique()}.key")
        self.certificate = self.path[:-4] + ".pem"
        options = {"ec": ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"], "ed25519": ["ED25519"],
                   "rsa": ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"]}[kind]
        _openssl("genpkey", "-algorithm", *options, "-out", self.path)
        signer = [] if issuer is None else ["-CA", issuer.certificate, "-CAkey", issuer.path]
        _openssl("req", "-new", "-x509", "-key", self.path, "-subj", f"/CN={name}", "-days", "30", *signer,
                 "-addext", f"subjectAltName=DNS:{name}", "-out", self.certificate)

    def public(self):
        """SubjectPublicKeyInfo, DER."""
        return _openssl("pkey", "-in", self.path, "-pubout", "-outform", "DER")

    def raw_public(self):
        """Of ed25519: the 32 octets."""
        return self.public()[-32:]

    def sign(self, octets, digest="sha256"):
        if digest is not None:
            return _openssl("dgst", f"-{digest}", "-sign", self.path, data=octets)
        with tempfile.NamedTemporaryFile() as file:  # ed25519 signs only what it can read twice
            file.write(octets)
            file.flush()
            return _openssl("pkeyutl", "-sign", "-rawin", "-inkey", self.path, "-in", file.name)


def _openssl(*words, data=None):
    return subprocess.run(["openssl", *words], input=data, capture_output=True, check=True).stdout


# --- letters as JSON: standard, json, github ---------------------------------------------------------------------------

def letter(**fields):
    """The object that the formats standard, json and github carry (config/schema/letter.schema.json)."""
    base = {"channel": "form", "from": {"name": "A. Resident", "email": "a@example.org", "phone": "613-555-0142"},
            "to": "ward2@town.example", "subject": "Noise", "text": "Hello " + unique()}
    return {**base, **fields}


def attachment(name, octets, kind="application/octet-stream"):
    return {"name": name, "type": kind, "content": base64.b64encode(octets).decode()}


def _json(document):
    return document if isinstance(document, bytes) else json.dumps(document, ensure_ascii=False).encode()


def standard(secret, document, path="/hooks/web-form", now=None, id=None, key=None):
    """Standard Webhooks: `secret` is whsec_…; with `key` (ed25519) it is signed v1a instead."""
    body, when, name = _json(document), str(_now(now)), id or "msg_" + unique()
    signed = f"{name}.{when}.".encode() + body
    if key is not None:
        signature = "v1a," + base64.b64encode(key.sign(signed, None)).decode()
    else:
        raw = base64.b64decode(secret.removeprefix("whsec_"))
        signature = "v1," + base64.b64encode(_mac(raw, signed).digest()).decode()
    return Request(path, {"Content-Type": "application/json", "webhook-id": name, "webhook-timestamp": when,
                          "webhook-signature": signature}, body)


def bearer(secret, document, path="/hooks/json"):
    return Request(path, {"Content-Type": "application/json", "Authorization": "Bearer " + secret}, _json(document))


def github(secret, document, path="/hooks/github"):
    body = _json(document)
    return Request(path, {"Content-Type": "application/json", "X-GitHub-Event": "ping", "X-GitHub-Delivery": unique(),
                          "X-Hub-Signature-256": "sha256=" + _mac(secret, body).hexdigest()}, body)


# --- mail providers ----------------------------------------------------------------------------------------------------

def mail(subject="Noise", text=None, sender="a@example.org", to="ward2@town.example", message_id=None):
    """A message of RFC 5322 with CRLF line ends."""
    return (f"Return-Path: <{sender}>\r\nFrom: A. Resident <{sender}>\r\nTo: {to}\r\nSubject: {subject}\r\n"
            f"Message-ID: {message_id or '<' + unique() + '@example.org>'}\r\n"
            f"Date: {time.strftime('%a, %d %b %Y %H:%M:%S')} +0000\r\n"
            f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            f"{text or 'Hello ' + unique()}\r\n").encode()


def mailgun(secret, path="/hooks/mailgun", now=None, token=None, raw=None, files=(), sender="a@example.org",
            recipient="ward2@town.example", subject="Noise", text=None, message_headers=None, html=None, extra=()):
    """A parsed message, or with `raw` the whole one in body-mime. `files`: (name, octets, type)."""
    when, mark = str(_now(now)), token or (unique() + "0" * 50)[:50]
    signature = _mac(secret, (when + mark).encode()).hexdigest()
    fields = [("recipient", recipient), ("sender", sender), ("from", f"A. Resident <{sender}>"), ("subject", subject)]
    if raw is not None:
        fields.append(("body-mime", raw))
    else:
        headers = message_headers or [["X-Mailgun-Incoming", "Yes"], ["X-Mailgun-Spf", "Pass"],
                                      ["Received", "from mail.example.org by mxa.mailgun.org; Tue, 01 Dec 2026 00:00:00 +0000"],
                                      ["Message-Id", f"<{unique()}@example.org>"], ["From", f"A. Resident <{sender}>"],
                                      ["To", recipient], ["Subject", subject]]
        fields += [("body-plain", text or "Hello " + unique()), ("message-headers", json.dumps(headers))]
        if html is not None:
            fields.append(("body-html", html))
        if files:
            fields.append(("attachment-count", str(len(files))))
    fields += [*extra, ("timestamp", when), ("token", mark), ("signature", signature)]
    if files:
        fields += [(f"attachment-{i}", octets, name, kind) for i, (name, octets, kind) in enumerate(files, 1)]
        body, kind = multipart(fields)
    else:
        body, kind = urlencoded(fields)
    return Request(path, {"Content-Type": kind, "User-Agent": "mailgun/treq-0.2.1"}, body)


def sendgrid(key=None, path="/hooks/sendgrid", now=None, raw=None, files=(), sender="a@example.org",
             recipient="ward2@town.example", subject="Noise", text=None, html=None, charsets=None, spf="pass",
             dkim="{@example.org : pass}", spam_score=None):
    """Parsed, or with `raw` the whole message in field email; signed (ECDSA P-256) where a key is given. `text`, `html`
    and `subject` may be octets in the charsets that `charsets` names."""
    envelope = json.dumps({"to": [recipient], "from": sender})
    names = {"to": "UTF-8", "from": "UTF-8", "subject": "UTF-8", "text": "UTF-8", "html": "UTF-8", **(charsets or {})}
    fields = [("envelope", envelope), ("to", recipient), ("from", f"A. Resident <{sender}>"), ("subject", subject),
              ("charsets", json.dumps(names)), ("sender_ip", "192.0.2.1"), ("SPF", spf), ("dkim", dkim)]
    if spam_score is not None:
        fields.append(("spam_score", str(spam_score)))
    if raw is not None:
        fields.append(("email", raw))
    else:
        block = (f"Received: by mx.sendgrid.net; Tue, 01 Dec 2026 00:00:00 +0000\nMessage-ID: <{unique()}@example.org>\n"
                 f"From: A. Resident <{sender}>\nTo: {recipient}\nDate: Tue, 01 Dec 2026 00:00:00 +0000\n")
        fields += [("headers", block), ("text", text if text is not None else "Hello " + unique())]
        if html is not None:
            fields.append(("html", html))
        info = {f"attachment{i}": {"filename": name, "name": name, "type": kind, "charset": "UTF-8"}
                for i, (name, _, kind) in enumerate(files, 1)}
        fields += [("attachments", str(len(files)))] + ([("attachment-info", json.dumps(info))] if files else [])
        fields += [(f"attachment{i}", octets, name, kind) for i, (name, octets, kind) in enumerate(files, 1)]
    body, kind = multipart(fields)
    headers = {"Content-Type": kind}
    if key is not None:
        when = str(_now(now))
        headers["X-Twilio-Email-Event-Webhook-Timestamp"] = when
        headers["X-Twilio-Email-Event-Webhook-Signature"] = base64.b64encode(key.sign(when.encode() + body)).decode()
    return Request(path, headers, body)


def postmark(secret, path="/hooks/postmark", raw=None, sender="a@example.org", recipient="ward2@town.example",
             subject="Noise", text=None, html="", files=(), message_id=None, headers=None, **more):
    """`secret` is "user:password". With `raw` (str) the message also comes whole in RawEmail."""
    fields = headers or [{"Name": "Return-Path", "Value": f"<{sender}>"}, {"Name": "X-Spam-Status", "Value": "No"},
                         {"Name": "X-Spam-Score", "Value": "0.1"}, {"Name": "Message-ID", "Value": f"<{unique()}@example.org>"}]
    document = {"FromName": "A. Resident", "From": sender, "FromFull": {"Email": sender, "Name": "A. Resident", "MailboxHash": ""},
                "To": recipient, "ToFull": [{"Email": recipient, "Name": "", "MailboxHash": ""}], "CcFull": [], "BccFull": [],
                "OriginalRecipient": recipient, "Subject": subject, "MessageID": message_id or unique(), "ReplyTo": "",
                "MessageStream": "inbound", "MailboxHash": "", "Date": "Tue, 1 Dec 2026 00:00:00 -0500",
                "TextBody": text or "Hello " + unique(), "HtmlBody": html, "StrippedTextReply": "", "Tag": "", "Headers": fields,
                "Attachments": [{"Name": name, "Content": base64.b64encode(octets).decode(), "ContentType": kind,
                                 "ContentLength": len(octets), "ContentID": ""} for name, octets, kind in files], **more}
    if raw is not None:
        document["RawEmail"] = raw
    return Request(path, {"Content-Type": "application/json; charset=utf-8",
                          "Authorization": "Basic " + base64.b64encode(secret.encode()).decode()}, _json(document))


TOPIC = "arn:aws:sns:ca-central-1:111111111111:docket-mail"
CERTIFICATE = "https://sns.ca-central-1.amazonaws.com/SimpleNotificationService-0000.pem"
_SIGNED = ("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")


def sns(key, fields, path="/hooks/ses", now=None, version="1", topic=TOPIC):
    """An SNS envelope signed by `key` (rsa)."""
    envelope = {"MessageId": unique(), "TopicArn": topic, "Timestamp": _iso(now), **fields}
    text = "".join(f"{name}\n{envelope[name]}\n" for name in _SIGNED if name in envelope)
    signature = key.sign(text.encode(), "sha1" if version == "1" else "sha256")
    envelope |= {"SignatureVersion": version, "Signature": base64.b64encode(signature).decode(),
                 "SigningCertURL": fields.get("SigningCertURL", CERTIFICATE)}
    return Request(path, {"Content-Type": "text/plain; charset=UTF-8", "x-amz-sns-message-type": envelope["Type"],
                          "x-amz-sns-message-id": envelope["MessageId"], "x-amz-sns-topic-arn": topic}, _json(envelope))


def ses(key, message=None, path="/hooks/ses", now=None, version="1", topic=TOPIC, encoding="BASE64", sender="a@example.org",
        recipient="ward2@town.example", verdicts=None, **envelope):
    """A received message (octets) as SES hands it to SNS."""
    octets = mail(sender=sender, to=recipient) if message is None else message
    marks = {"spamVerdict": "PASS", "virusVerdict": "PASS", "spfVerdict": "PASS", "dkimVerdict": "PASS", "dmarcVerdict": "PASS",
             **(verdicts or {})}
    content = base64.b64encode(octets).decode() if encoding == "BASE64" else octets.decode()
    notice = {"notificationType": "Received",
              "mail": {"timestamp": _iso(now), "source": sender, "messageId": unique(), "destination": [recipient],
                       "headersTruncated": False, "headers": [], "commonHeaders": {"from": [sender], "to": [recipient]}},
              "receipt": {"timestamp": _iso(now), "processingTimeMillis": 100, "recipients": [recipient],
                          **{name: {"status": status} for name, status in marks.items()},
                          "action": {"type": "SNS", "topicArn": topic, "encoding": encoding}}, "content": content}
    return sns(key, {"Type": "Notification", "Subject": "Amazon SES Email Receipt Notification",
                     "Message": json.dumps(notice), **envelope}, path, now, version, topic)


def sns_confirmation(key, path="/hooks/ses", now=None, version="1", topic=TOPIC, kind="SubscriptionConfirmation"):
    url = f"https://sns.ca-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn={topic}&Token=t"
    return sns(key, {"Type": kind, "Token": "t", "SubscribeURL": url, "Message": "You have chosen to subscribe."},
               path, now, version, topic)


# --- telephone ---------------------------------------------------------------------------------------------------------

def _twilio(secret, url, path, fields):
    text = url + path + "".join(name + value for name, value in sorted(set(fields)))
    body, kind = urlencoded(fields)
    signature = base64.b64encode(_mac(secret, text.encode(), "sha1").digest()).decode()
    return Request(path, {"Content-Type": kind, "X-Twilio-Signature": signature, "User-Agent": "TwilioProxy/1.1"}, body)


def twilio_sms(secret, url="https://letters.town.example", path="/hooks/sms", text=None, sender="+16135550142",
               to="+16135550100", sid=None, media=(), extra=()):
    """`url` is desk.public_url. `media`: (url, type)."""
    name = sid or "SM" + os.urandom(16).hex()
    fields = [("ToCountry", "CA"), ("MessageSid", name), ("SmsMessageSid", name), ("SmsSid", name), ("AccountSid", "AC" + "0" * 32),
              ("From", sender), ("To", to), ("Body", text if text is not None else "Pothole at Brant St & Caroline — huge " + unique()),
              ("NumMedia", str(len(media))), ("NumSegments", "1"), ("SmsStatus", "received"), ("ApiVersion", "2010-04-01"),
              ("FromZip", ""), ("FromCountry", "CA"), *extra]
    for i, (address, kind) in enumerate(media):
        fields += [(f"MediaUrl{i}", address), (f"MediaContentType{i}", kind)]
    return _twilio(secret, url, path, fields)


def _call(recording, sender, to):
    sid = recording or "RE" + os.urandom(16).hex()
    return [("AccountSid", "AC" + "0" * 32), ("CallSid", "CA" + sid[2:]), ("RecordingSid", sid),
            ("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/" + sid), ("From", sender), ("To", to)]


def twilio_transcript(secret, url="https://letters.town.example", path="/hooks/voice", text=None, status="completed",
                      sender="+16135550142", to="+16135550100", recording=None):
    fields = _call(recording, sender, to) + [("TranscriptionSid", "TR" + os.urandom(16).hex()), ("TranscriptionStatus", status)]
    if status == "completed":
        fields.append(("TranscriptionText", text or "There is a hole in Maple Street. " + unique()))
    return _twilio(secret, url, path, fields)


def twilio_recording(secret, url="https://letters.town.example", path="/hooks/voice", seconds=30, status="completed",
                     sender="+16135550142", to="+16135550100", recording=None):
    fields = _call(recording, sender, to) + [("RecordingStatus", status), ("RecordingDuration", str(seconds)),
                                             ("RecordingChannels", "1")]
    return _twilio(secret, url, path, fields)


# --- wake-ups ----------------------------------------------------------------------------------------------------------

def graph(secret, path="/hooks/graph", changes=1):
    notice = {"subscriptionId": "5522bd62", "subscriptionExpirationDateTime": "2026-12-03T00:00:00Z", "clientState": secret,
              "changeType": "created", "resource": "Users/1/Messages/2", "tenantId": "84bd8158", "resourceData": {"id": "2"}}
    return Request(path, {"Content-Type": "application/json"}, _json({"value": [notice] * changes}))


def graph_validation(path="/hooks/graph", token="Validation: Testing client application reachability for subscription"):
    return Request(path + "?" + urllib.parse.urlencode({"validationToken": token}), {"Content-Type": "text/plain"}, b"")


def gmail_push(secret, path="/hooks/gmail", address="clerk@town.example"):
    data = base64.b64encode(_json({"emailAddress": address, "historyId": next(_count)})).decode()
    return Request(f"{path}?{urllib.parse.urlencode({'token': secret})}", {"Content-Type": "application/json"},
                   _json({"message": {"data": data, "messageId": unique()}, "subscription": "projects/p/subscriptions/s"}))


# --- docket's own form ---------------------------------------------------------------------------------------------------

def write(fields, files=(), path="/write"):
    """/write as a browser sends it: `fields` a dict, `files`: (name, octets, type)."""
    body, kind = multipart([*fields.items(), *[("files", octets, name, kind) for name, octets, kind in files]])
    return Request(path, {"Content-Type": kind}, body)
