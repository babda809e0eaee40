"""A scripted IMAP server: the ground truth of what was sent. Answers as a plain RFC 9051 server would unless the test's rule
has another answer for a command; logs every command; looks into the book before it lets a letter be settled (O9).

    with FakeImap("council", rule=rule) as imap:      # rule(command, imap) → None | text | octets | Reply
        imap.deliver(octets); ...; imap.commands

Rules are called with the lock held and may change imap.folders. "{tag}" in a reply is replaced.
"""

import dataclasses
import email.utils
import hashlib
import socket
import socketserver
import sqlite3
import ssl
import threading
import time

from imap_answers import UsualAnswers, fetch_line, ranges, uids_of  # noqa: F401  (rules of tests need them too)
from oracles import Served

CAPABILITIES = "IMAP4rev1 AUTH=PLAIN SASL-IR IDLE MOVE UIDPLUS ESEARCH"


@dataclasses.dataclass
class Mail:
    octets: object  # bytes, or a function that makes them: a large backlog is not kept in memory
    date: str = ""
    flags: set = dataclasses.field(default_factory=set)
    size: int = 0  # RFC822.SIZE; 0: the true one

    def __post_init__(self):
        self.date = self.date or email.utils.formatdate(time.time())[5:25].replace(" ", "-", 2) + " +0000"

    def read(self):
        return self.octets() if callable(self.octets) else self.octets


@dataclasses.dataclass
class Folder:
    uid_validity: int = 7
    mails: dict = dataclasses.field(default_factory=dict)
    next_uid: int = 1
    permanent_flags: str = "\\Seen \\Deleted \\*"
    read_only: bool = False


@dataclasses.dataclass
class Reply:
    octets: object = b""
    close: bool = False
    drip: float = 0.0  # seconds between two octets


class FakeImap(Served):
    def __init__(self, source="council", *, rule=None, context=None, starttls=False, capabilities=CAPABILITIES,
                 greeting="* OK ready", watched=("INBOX",)):
        """`context`: TLS, from the first octet or by STARTTLS; `watched`: the folders docket takes from; `book`: docket.db,
        once there is one."""
        super().__init__(source)
        self.rule, self.context, self.starttls, self.watched = rule, context, starttls, watched
        self.capabilities, self.greeting = capabilities, greeting
        self.folders = {name: Folder() for name in watched}
        self.book, self.down = None, True
        self.commands, self.clear, self.tried = [], [], []  # all; those without TLS; when somebody connected
        self.settled = []  # the delivery keys of what was flagged or moved
        self.lock, self.idling = threading.RLock(), {}
        self.sockets, self.server = set(), None
        self.imap_port = self.imaps_port = 0

    def __enter__(self):
        fake = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                try:
                    Conversation(fake, self.request).run()
                except (OSError, ssl.SSLError):
                    pass

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads, allow_reuse_address, block_on_close, request_queue_size = True, True, False, 64

            def handle_error(self, request, client_address):
                if not fake.server:
                    return
                super().handle_error(request, client_address)

        self.down = False
        self.server = Server(("127.0.0.1", self.imap_port), Handler)
        self.imap_port = self.imaps_port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    start = __enter__

    def stop(self, *_):
        server, self.server = self.server, None
        if server:
            server.shutdown()
            server.server_close()
        self.go_away()

    def go_away(self):
        """Ends all connections and every new one, until `down` is False again."""
        with self.lock:
            self.down = True
            for one in list(self.sockets):
                try:
                    one.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    __exit__ = stop

    # --- letters ---------------------------------------------------------------------------------------------------

    def key(self, folder, uid):
        return f"{folder}/{self.folders[folder].uid_validity}/{uid}"

    def deliver(self, octets, folder="INBOX", uid=None, flags=(), digest=None, **more):
        """Puts a letter there and tells whoever idles; answers its UID."""
        with self.lock:
            box = self.folders.setdefault(folder, Folder())
            uid = uid or box.next_uid
            box.next_uid = max(box.next_uid, uid + 1)
            box.mails[uid] = Mail(octets, flags=set(flags), **more)
            if folder in self.watched:
                digest = digest or hashlib.sha256(box.mails[uid].read()).hexdigest()
                self.letters[self.key(folder, uid)] = digest
            for tell in list(self.idling.values()):
                try:
                    tell(f"* {len(box.mails)} EXISTS\r\n".encode())
                except OSError:
                    pass  # it was killed meanwhile
        return uid

    def expunge(self, uid, folder="INBOX"):
        """Somebody else takes a letter away."""
        with self.lock:
            self.folders[folder].mails.pop(uid, None)
            key = self.key(folder, uid)
            if key in self.letters:
                self.perhaps[key] = self.letters.pop(key)

    def renumber(self, uid_validity, mails, folder="INBOX"):
        """A new UIDVALIDITY, under which the folder holds {uid: octets}. What was there before may have been taken."""
        with self.lock:
            for uid in self.folders[folder].mails:
                self.perhaps[self.key(folder, uid)] = self.letters.pop(self.key(folder, uid))
            self.folders[folder] = Folder(uid_validity)
            for uid, octets in mails.items():
                self.deliver(octets, folder, uid)

    def served(self):
        with self.lock:
            return dict(self.letters)

    def count(self, beginning):
        with self.lock:
            return sum(command.startswith(beginning) for command in self.commands)

    def wants(self, folder, uids, what):
        """O9: what is about to be settled must be in the book already."""
        if folder not in self.watched or not self.book:
            return
        connection = sqlite3.connect(f"file:{self.book}?mode=ro", uri=True, timeout=30)
        for uid in uids:
            if not connection.execute("SELECT 1 FROM inbounds WHERE source = ? AND delivery_key = ? AND outcome IS NOT NULL",
                                      (self.source, self.key(folder, uid))).fetchone():
                self.too_soon.append(f"{self.key(folder, uid)}: {what} came before the letter was in the book")
        connection.close()
        self.settled += [self.key(folder, uid) for uid in uids]


class Conversation(UsualAnswers):
    def __init__(self, fake, connection):
        self.fake, self.socket, self.selected, self.tls = fake, connection, None, False
        self.idle_tag, self.saying = None, threading.Lock()

    def run(self):
        with self.fake.lock:
            self.fake.tried.append(time.monotonic())
            if self.fake.down:
                return
            self.fake.sockets.add(self.socket)
        try:
            if self.fake.context and not self.fake.starttls:
                self.secure()
            self.say(self.fake.greeting.encode() + b"\r\n")
            buffer = b""
            while piece := self.socket.recv(65536):
                *lines, buffer = (buffer + piece).split(b"\r\n")
                if not all(self.answer(line.decode("utf-8", "replace")) for line in lines):
                    return
        finally:
            with self.fake.lock:
                self.fake.sockets.discard(self.socket)
                self.fake.idling.pop(self, None)
            self.socket.close()

    def secure(self):
        with self.fake.lock:
            self.fake.sockets.discard(self.socket)
        self.socket = self.fake.context.wrap_socket(self.socket, server_side=True)
        self.tls = True
        with self.fake.lock:
            self.fake.sockets.add(self.socket)

    def say(self, octets, drip=0.0):
        with self.saying:
            if not drip:
                return self.socket.sendall(octets)
            for at in range(len(octets)):
                self.socket.sendall(octets[at:at + 1])
                time.sleep(drip)

    def answer(self, line):
        """False: the connection ends."""
        tag, _, command = ("", "", line) if line == "DONE" else line.partition(" ")
        fake = self.fake
        with fake.lock:
            fake.idling.pop(self, None)
            fake.commands.append(command)
            if not self.tls:
                fake.clear.append(line)
            tag = tag or self.idle_tag or "?"
            reply = fake.rule(command, fake) if fake.rule else None
            if reply is None and command == "STARTTLS" and fake.starttls:
                self.say(tag.encode() + b" OK begin\r\n")
                self.secure()
                return True
            if reply is None:
                reply = self.usual(tag, command)
        if not isinstance(reply, Reply):
            reply = Reply(reply, command == "LOGOUT")
        octets = reply.octets.encode() if isinstance(reply.octets, str) else reply.octets
        self.say(octets.replace(b"{tag}", tag.encode()), reply.drip)
        if command == "IDLE" and octets.startswith(b"+"):
            with fake.lock:
                self.idle_tag = tag
                fake.idling[self] = self.say
                held = len(fake.folders[self.selected].mails)
            self.say(f"* {held} EXISTS\r\n".encode())
        return not reply.close
