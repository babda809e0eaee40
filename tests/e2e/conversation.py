"""A town whose mail is real: Postfix carries every letter, Dovecot keeps every mailbox, docket fetches by IMAP and sends by
SMTP. Residents and offices are letters written here; what they get is read from their mailboxes. Needs root, as Postfix does."""

import email
import email.message
import email.policy
import email.utils
import itertools
import re
import smtplib
import time

from dovecot import Dovecot
from postfix import Postfix, free_port
from running import BINARY, Docket, imap_source

RESIDENTS, OFFICES = "people.example.org", "office.testing.invalid"
TOKEN = re.compile(r"\bk[0-9a-z]*\.\d{4}-\d{6}-\d\.([a-z])\.[a-z2-7]{8,}")
LIMITS = "  limits: {connections: 4, per_minute: 1000000, per_day: 10000000, per_address_per_day: 1000, per_address_per_hour: 1000}\n"


def text_of(message):
    """The plain text that its reader sees."""
    part = message.get_body(("plain",))
    return part.get_content().replace("\r\n", "\n") if part else ""


def parse(octets):
    return email.message_from_bytes(octets, policy=email.policy.default)


class Story:
    """Every letter in the order in which it was written or found, as its reader sees it."""

    def __init__(self):
        self.lines, self.count = [], itertools.count(1)

    def add(self, title, octets):
        message = parse(octets)
        head = octets.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0].decode("utf-8", "replace")
        names = [part.get_filename() for part in message.iter_attachments()]
        self.lines += ["=" * 100, f"{next(self.count)}. {title}", "=" * 100, head, "",
                       text_of(message).rstrip(), *(f"[attached: {name}]" for name in names), ""]

    def text(self):
        return "\n".join(self.lines) + "\n"


class PostalTown:
    def __init__(self, users, *, tag="none", story=None):
        """`users`: local parts of residents with a mailbox; offices and the town's own addresses have theirs."""
        self.story = story or Story()
        self.dovecot = Dovecot().start()
        self.public = free_port()
        self.docket = Docket(imap_source("council", self.dovecot, "council"), smtp_port=1, extra=f"""  reply_tag: {tag}
{LIMITS}desk:
  public: 127.0.0.1:{self.public}
  public_url: http://127.0.0.1:{self.public}
""")
        self._write_town()
        offices = [f"{name}@{OFFICES}" for name in ("front-desk", "ward-1", "ward-2", "mayor", "roads", "waste")]
        self.postfix = Postfix(BINARY, self.docket.folder, [f"{user}@{RESIDENTS}" for user in users] + offices)
        self._into_dovecot()
        self.found = {}

    def __enter__(self):
        self.postfix.start()
        settings = self.docket.folder / "docket.yaml"
        settings.write_text(settings.read_text().replace("localhost:1\"", f"localhost:{self.postfix.port}\""))
        self.docket.start()
        return self

    def __exit__(self, *_):
        self.docket.__exit__()
        self.postfix.stop()
        self.dovecot.stop()

    def _write_town(self):
        """Roads answers through the case; the offices never close, so that news goes out whenever this runs."""
        path = self.docket.folder / "town.yaml"
        town = path.read_text(encoding="utf-8")
        for old, new in ((f"    address: roads@{OFFICES}\n", f"    address: roads@{OFFICES}\n    replies: through\n"),
                         ('{mon-fri: "08:30-16:30"}', '{mon-sun: "00:00-24:00"}')):
            assert old in town, old
            town = town.replace(old, new)
        path.write_text(town, encoding="utf-8")

    def _into_dovecot(self):
        """Postfix delivers into the Maildirs that Dovecot serves; the town's addresses are one mailbox."""
        path = self.postfix.home / "conf/main.cf"
        main = path.read_text()
        for old, new in (("transport_maps = inline:{town.example=docket:}", "recipient_delimiter = +"),
                         ("relay_domains = town.example", "relay_domains ="),
                         ("virtual_mailbox_domains = ", "virtual_mailbox_domains = town.example, "),
                         (f"virtual_mailbox_base = {self.postfix.home}/mail", f"virtual_mailbox_base = {self.dovecot.root}/mail"),
                         ("virtual_mailbox_maps = inline:{", "virtual_mailbox_maps = inline:{@town.example=council/, ")):
            assert old in main, (old, main)
            main = main.replace(old, new)
        path.write_text(main)

    # --- letters -----------------------------------------------------------------------------------------------

    def send(self, title, octets, sender, *recipients):
        self.story.add(title, octets)
        with smtplib.SMTP("127.0.0.1", self.postfix.port, timeout=60) as smtp:
            smtp.sendmail(sender, recipients, octets.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    def letters(self, user):
        """All in a mailbox, oldest first."""
        return [octets for _, octets in sorted(self.dovecot.octets(user).items())]

    def wait_for(self, ready, what, seconds=60):
        try:
            self.docket.wait_for(ready, seconds, what)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.postfix.log()[-3000:]}") from error

    def next_letter(self, user, title, what=lambda message: True):
        """The next letter that nobody looked at yet, once it is there; `what` chooses where several may come."""
        seen = self.found.setdefault(user, set())
        limit = time.monotonic() + 60
        while True:
            for uid, octets in sorted(self.dovecot.octets(user).items()):
                if uid not in seen and what(parse(octets)):
                    seen.add(uid)
                    self.story.add(title, octets)
                    return parse(octets)
            if time.monotonic() > limit:
                raise AssertionError(f"waited for a letter to {user}: {title}\n{self.docket.log()[-3000:]}\n{self.postfix.log()[-2000:]}")
            time.sleep(0.1)

    def unseen(self, user):
        return [parse(octets)["Subject"] for uid, octets in self.dovecot.octets(user).items()
                if uid not in self.found.get(user, set())]


COUNT = itertools.count(1)


def letter_of(sender, to, subject, text, *, answers=None, cc=None, more=""):
    """One as a mail program writes it. `answers`: the letter it is a reply to; `more`: fields on top."""
    # Python would fold a long Message-ID into encoded words, which no mail program does.
    message = email.message.EmailMessage(policy=email.policy.SMTP.clone(max_line_length=900))
    message["From"], message["To"] = sender, to
    if cc:
        message["Cc"] = cc
    message["Subject"] = subject
    message["Date"] = email.utils.formatdate(localtime=False)
    message["Message-ID"] = f"<{next(COUNT)}.{int(time.time() * 1000)}@{email.utils.parseaddr(sender)[1].split('@')[1]}>"
    if answers is not None:
        message["In-Reply-To"] = answers["Message-ID"]
        message["References"] = f"{answers.get('References', '')} {answers['Message-ID']}".strip()
    message.set_content(text, cte="quoted-printable")
    return more.encode() + message.as_bytes()


def leaks(octets, forwards):
    """What of the inside of the town's hall a resident's letter shows; empty: nothing. `forwards`: texts of what offices got."""
    raw = octets.decode("utf-8", "replace")
    message = parse(octets)
    words = "\n".join(f"{name}: {value}" for name, value in message.items()) + "\n" + text_of(message)
    found = []
    if OFFICES in raw or OFFICES in words:
        found.append("an office's address")
    if any(purpose == "f" for purpose in TOKEN.findall(raw) + TOKEN.findall(words)):
        found.append("a forward's token")
    if any(purpose != "d" for purpose in TOKEN.findall(text_of(message))):
        found.append("a token in the text")  # but that of the resident's own question
    if "##-" in words:
        found.append("the line above which offices write")
    covering = {line.strip() for forward in forwards for line in forward.split("--------------------")[0].splitlines()}
    found += [f"covering text: {line}" for line in covering if len(line) > 15 and line in text_of(message)]
    if message["Cc"] or message["Bcc"]:
        found.append("Cc")
    found += [f"an office's header: {name}" for name in message.keys()
              if name.lower().startswith("x-") and name.lower() not in ("x-docket-instance", "x-auto-response-suppress", "x-original-to")]
    for word in ("secret-pc", "10.1.2.3", "Secret Mailer"):
        if word in raw:
            found.append(f"trace of the office: {word}")
    return found


TRACE = ("Received: from secret-pc.office.testing.invalid (secret-pc [10.1.2.3]) by mail.office.testing.invalid;\r\n"
         "\tMon, 23 Nov 2026 15:02:00 +0000\r\nX-Originating-IP: [10.1.2.3]\r\nX-Mailer: Secret Mailer 1.0\r\n"
         "X-MS-Exchange-Organization-AuthAs: Internal\r\n")
