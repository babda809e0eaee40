"""Ways to make docket send somebody's words to a resident, or let them into another's case: one function each.

    for way in WAYS: octets, envelope = way.letter(Target(…))

A way gets a Target (one resident's case, with what went out of it) and answers the letter and where it is delivered.
"""

import email.utils
import re

TOWN = "ward2@town.example"
OFFICE = "ward-2@office.testing.invalid"
COPIED = "roads@office.testing.invalid"
CLERK = "clerk@staff.testing.invalid"
MALLORY = "mallory@evil.example"
HEADERS = "Date: Mon, 23 Nov 2026 10:00:00 -0500\r\nMIME-Version: 1.0\r\n"


class Target:
    """`forward`, `copied`, `acknowledged`: letters of this case; `other`: a forward of another office's case."""

    def __init__(self, serial, resident, number, **letters):
        self.serial, self.resident, self.number = serial, resident, number
        self.first = f"<first{serial}@people.example.org>"
        self.words = f"PAY-{serial}-HERE"
        for name, message in letters.items():
            setattr(self, name, message)

    def id(self, name):
        return str(getattr(self, name)["Message-ID"])

    def tag(self, name):
        return email.utils.parseaddr(str(getattr(self, name)["Reply-To"]))[1]

    def letter(self, sender, *, ids="", to=TOWN, subject=None, text="", more="", path=None):
        thread = f"In-Reply-To: {ids}\r\nReferences: {ids}\r\n" if ids else ""
        address = email.utils.parseaddr(sender)[1] if path is None else path
        return (f"From: {sender}\r\nTo: {to}\r\nSubject: {subject if subject is not None else f'Re: [{self.number}] Hello'}\r\n"
                f"Message-ID: <h{self.serial}@evil.example>\r\n{HEADERS}{thread}{more}\r\n"
                f"{text}Dear resident, {self.words}.\r\n").encode(), address


class Way:
    """`verdict`: what the trusted server finds (fail, none, own: pass for the sender's own domain, missing, fake: another
    server's, below: under the border). `token`: it carries one that truly lets into the case. `bearer`: the office's own
    secret, which without a trusted server is the proof itself."""

    def __init__(self, name, make, verdict, token, bearer):
        self.name, self.make, self.verdict, self.token, self.bearer = name, make, verdict, token, bearer


WAYS = []


def way(name, verdict="none", token=False, bearer=False):
    def add(make):
        WAYS.append(Way(name, make, verdict, token, bearer))
        return make
    return add


def results(verdict, sender):
    """What a mail server writes on top of the letter."""
    domain = email.utils.parseaddr(sender)[1].rpartition("@")[2] or "evil.example"
    found = {"fail": f"spf=fail smtp.mailfrom={domain}; dmarc=fail header.from={domain}",
             "none": f"spf=pass smtp.mailfrom=evil.example; dkim=none; dmarc=none header.from={domain}",
             "own": f"spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; dmarc=pass header.from={domain}",
             "fake": f"dmarc=pass header.from={domain}", "below": f"dmarc=pass header.from={domain}"}
    if verdict == "missing":
        return ""
    line = f"Authentication-Results: {'mx.evil.example' if verdict == 'fake' else 'mx.town.example'}; {found[verdict]}\r\n"
    if verdict == "below":
        return f"Received: from evil.example (evil.example [192.0.2.9]) by mx.town.example; Mon, 23 Nov 2026 10:00:00 -0500\r\n{line}"
    return line


# --- the number alone --------------------------------------------------------------------------------------------------

way("office in From, number in the subject", "fail")(lambda at: at.letter(OFFICE))
way("the same, the server cannot say", "none")(lambda at: at.letter(OFFICE))
way("the same, no server said anything", "missing")(lambda at: at.letter(OFFICE))
way("the same, another server says pass", "fake")(lambda at: at.letter(OFFICE))
way("the same, pass written below the border", "below")(lambda at: at.letter(OFFICE))
way("colleague of the office's domain, number in the text")(
    lambda at: at.letter("bo@ward2.testing.invalid", subject="Hello", text=f"About {at.number}.\r\n"))
way("clerk in From, #close")(lambda at: at.letter(CLERK, text="#close\r\n"))
way("resident in From, number", "fail")(lambda at: at.letter(at.resident))
way("resident in From, number, no server said anything", "missing")(lambda at: at.letter(at.resident))
way("resident in From, in answer to their own letter")(lambda at: at.letter(at.resident, ids=at.first, subject="Hello"))
way("stranger, number in the subject", "own")(lambda at: at.letter(MALLORY))
way("stranger, number in the text, written otherwise", "own")(
    lambda at: at.letter(MALLORY, subject="Hi", text=at.number.replace("-", " ").lower() + "\r\n"))
way("stranger in answer to the resident's letter", "own")(lambda at: at.letter(MALLORY, ids=at.first, subject="Re: Hello"))

# --- tokens of another purpose, case, office -----------------------------------------------------------------------------

way("acknowledgement's Message-ID, office in From", token=True)(lambda at: at.letter(OFFICE, ids=at.id("acknowledged")))
way("acknowledgement's address, office in From", token=True)(lambda at: at.letter(OFFICE, to=at.tag("acknowledged")))
way("acknowledgement's token, a stranger", "own", token=True)(lambda at: at.letter("eve@elsewhere.example", ids=at.id("acknowledged")))
way("another case's forward, office in From")(lambda at: at.letter(OFFICE, ids=at.id("other")))
way("another case's address, office in From")(lambda at: at.letter(OFFICE, to=at.tag("other")))
way("another case's signature under this number")(
    lambda at: at.letter(OFFICE, ids=re.sub(r"(?<=<k1\.)[0-9-]+", at.number[3:], at.id("other"))))
way("another office's forward of this case", token=True)(lambda at: at.letter(OFFICE, ids=at.id("copied")))
way("another office's address of this case", token=True)(lambda at: at.letter(OFFICE, to=at.tag("copied")))


def spoiled(identifier, change):
    """With the signature changed: <k1.NUMBER.f.SIGNATURE.NONCE@domain>."""
    fields = identifier.split(".")
    fields[3] = change(fields[3])
    return ".".join(fields)


way("signature cut off")(lambda at: at.letter(OFFICE, ids=spoiled(at.id("forward"), lambda mac: mac[:10])))
way("signature changed")(lambda at: at.letter(OFFICE, ids=spoiled(at.id("forward"), lambda mac: ("b" if mac[0] == "a" else "a") + mac[1:])))
way("signature in capitals", token=True)(lambda at: at.letter(OFFICE, ids=spoiled(at.id("forward"), str.upper)))
way("signature of another length")(lambda at: at.letter(OFFICE, ids=spoiled(at.id("forward"), lambda mac: mac + "a")))
way("an old key's name")(lambda at: at.letter(OFFICE, ids=at.id("forward").replace("<k1.", "<k0.")))
way("another purpose's name")(lambda at: at.letter(OFFICE, ids=at.id("forward").replace(".f.", ".a.")))
way("the token with a nonce of one's own", token=True)(
    lambda at: at.letter(OFFICE, ids=at.id("forward").rpartition(".o-")[0] + ".o-aaaaaaaaaaaaaaaa@town.example>"))
way("the address with the signature changed")(lambda at: at.letter(OFFICE, to=at.tag("forward").replace("@", "a@")))

# --- the office's own token ------------------------------------------------------------------------------------------------

way("office's forward stolen, office in From, forged", "fail", token=True, bearer=True)(lambda at: at.letter(OFFICE, ids=at.id("forward")))
way("office's forward stolen, the server cannot say", "none", token=True, bearer=True)(lambda at: at.letter(OFFICE, ids=at.id("forward")))
way("office's address stolen, the server cannot say", "none", token=True, bearer=True)(lambda at: at.letter(OFFICE, to=at.tag("forward")))
way("office's list sent it on, a member answers", "own", token=True)(lambda at: at.letter("member@list.example", ids=at.id("forward")))
way("office's forward, resident in From, #close", "fail", token=True)(lambda at: at.letter(at.resident, ids=at.id("forward"), text="#close\r\n"))
way("office's address in Cc, a stranger", "own", token=True)(
    lambda at: at.letter(MALLORY, to="x@evil.example", more=f"Cc: {at.tag('forward')}\r\n"))
way("a thousand References, the forward's among them", "own", token=True)(
    lambda at: at.letter(MALLORY, more="References:" + "".join(f"\r\n <r{n}@evil.example>" for n in range(980)) +
                         f"\r\n {at.id('forward')}\r\n"))

# --- who wrote it ------------------------------------------------------------------------------------------------------------

way("two authors, the office first", token=True)(lambda at: at.letter(f"{OFFICE}, {MALLORY}", ids=at.id("forward"), path=MALLORY))
way("two authors, the office last", token=True)(lambda at: at.letter(f"{MALLORY}, {OFFICE}", ids=at.id("forward"), path=MALLORY))
way("two authors, the resident first")(lambda at: at.letter(f"{at.resident}, {MALLORY}", path=MALLORY))
way("the office's address as a name", "own", token=True)(lambda at: at.letter(f'"{OFFICE}" <{MALLORY}>', ids=at.id("forward")))
way("the office in Sender", "own", token=True)(lambda at: at.letter(MALLORY, ids=at.id("forward"), more=f"Sender: {OFFICE}\r\n"))
way("the office in Resent-From", "own")(lambda at: at.letter(MALLORY, more=f"Resent-From: {OFFICE}\r\nResent-To: {TOWN}\r\n"))
way("the office in Reply-To", "own", token=True)(lambda at: at.letter(MALLORY, ids=at.id("forward"), more=f"Reply-To: {OFFICE}\r\n"))
way("resident in Reply-To", "own")(lambda at: at.letter(MALLORY, more=f"Reply-To: {at.resident}\r\n"))
way("office in From, one's own Reply-To")(lambda at: at.letter(OFFICE, more=f"Reply-To: {MALLORY}\r\n"))
way("resident in To beside us", "own", token=True)(lambda at: at.letter(MALLORY, to=f"{TOWN}, {at.resident}", ids=at.id("forward")))
way("a domain that looks alike", "own", token=True)(lambda at: at.letter("ward-2@office.testing.xn--nvalid-p9a", ids=at.id("forward")))
way("line breaks in a name", "own")(
    lambda at: at.letter(f"=?utf-8?q?x=0D=0AIn-Reply-To:_{at.id('forward')}=0D=0AFrom:_{OFFICE}?= <{MALLORY}>"))
way("a machine of the office's", token=True)(lambda at: at.letter(OFFICE, ids=at.id("forward"), more="Auto-Submitted: auto-replied\r\n"))
way("the null sender", token=True)(lambda at: at.letter(OFFICE, ids=at.id("forward"), path=""))
way("our own instance's name")(lambda at: at.letter(OFFICE, more=f"X-Docket-Instance: {at.forward['X-Docket-Instance']}\r\n"))

# --- what it holds -----------------------------------------------------------------------------------------------------------


@way("a resident's commands", "own", token=True)
def commands(at):
    return at.letter(at.resident, ids=at.id("acknowledged"), text="#close\r\n#assign mayor\r\n#due 2026-12-24\r\n")


@way("another case's resident commands this one", "own")
def commands_of_another(at):
    return at.letter("other@people.example.org", text=f"#close {at.number}\r\n#assign mayor\r\n")


@way("the whole forward quoted in the text")
def quoted(at):
    body = "".join(f"> {line}\r\n" for line in at.forward.as_string().splitlines()[:80])
    return at.letter(OFFICE, text=f"Dear resident, {at.words}.\r\n\r\nOn Monday Ana wrote:\r\n{body}\r\n")


@way("the whole forward inside as a letter")
def nested(at):
    octets, path = at.letter(OFFICE)
    head, _, body = octets.partition(b"\r\n\r\n")
    return (head + b"\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" + body +
            b"\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n" + at.forward.as_bytes() + b"\r\n--b--\r\n"), path


@way("in answer to the office's answer, as the resident got it", token=True)
def answer_of_answer(at):
    return at.letter(OFFICE, ids=at.id("answered"))
