#!/usr/bin/env python3
"""A real SMTP receiver for tests: keeps what it gets in one Maildir a recipient and logs every conversation.

    with SmtpReceiver("out") as receiver:          # or: smtp_receiver.py out   (prints the port, runs until SIGTERM)
        ... send to 127.0.0.1, receiver.port ...
        receiver.messages()                        # one dict a letter that was accepted or refused at the dot

Files: FOLDER/ADDRESS/{tmp,new,cur}/…, with Return-Path and Delivered-To on top, and FOLDER/log.jsonl: lines with
"event" connect, tls, line (one command or reply), message, disconnect; "connection" counts from 1. Passwords are not logged.

Failures by the local part of a recipient:
    perm*   550 5.1.1 at RCPT          temp*   450 4.2.1 at RCPT
    dot4*   451 4.3.0 at the dot       dot5*   554 5.6.0 at the dot
    drop*   kept, then the connection closes before the 250 (the sender cannot know)
    slow*   the 250 comes after --slow seconds
    size*   552 5.3.4 at the dot when the letter is larger than --small octets
    quota*  452 4.7.28 at RCPT         shut*   421 4.4.2 at RCPT and close
and of a sender:
    banned* 550 5.7.60 at MAIL
"""

import argparse
import asyncio
import base64
import binascii
import hashlib
import itertools
import json
import os
import pathlib
import re
import signal
import ssl
import sys
import threading
import time


class Gone(Exception):
    """The client closed, or the script says to close."""


class SmtpReceiver:
    def __init__(self, folder, port=0, host="127.0.0.1", *, starttls=False, smtps=False, cert=None, key=None, auth=None,
                 tokens=None, pipelining=True, size=50 << 20, small=16 << 10, slow=2.0, log=None):
        """auth: (user, password), then required; tokens: (user, token) → whether it is good, for XOAUTH2 and OAUTHBEARER, then
        required; starttls: required before MAIL where no smtps."""
        self.folder = pathlib.Path(folder)
        self.host, self.port = host, port
        self.starttls, self.smtps, self.auth, self.tokens = starttls, smtps, auth, tokens
        self.pipelining, self.size, self.small, self.slow = pipelining, size, small, slow
        self.log_file = pathlib.Path(log) if log else self.folder / "log.jsonl"
        self.context = None
        if starttls or smtps:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(cert, key)
        self.serial = itertools.count(1)
        self.connections = itertools.count(1)
        self.tasks = set()

    # --- running -------------------------------------------------------------------------------------------------
    async def serve(self):
        """Listens; returns at once with self.port set."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log_stream = open(self.log_file, "a", encoding="utf-8")
        self.server = await asyncio.start_server(self.accept, self.host, self.port,
                                                 ssl=self.context if self.smtps else None)
        self.port = self.server.sockets[0].getsockname()[1]

    async def shut(self):
        self.server.close()
        for task in list(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.log_stream.close()

    def start(self):
        """Runs on a thread of its own; for scripts without an event loop."""
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        asyncio.run_coroutine_threadsafe(self.serve(), self.loop).result()
        return self

    def stop(self):
        asyncio.run_coroutine_threadsafe(self.shut(), self.loop).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    __enter__ = start

    def __exit__(self, *_):
        self.stop()

    def messages(self):
        return [entry for entry in self.entries() if entry["event"] == "message"]

    def entries(self):
        with open(self.log_file, encoding="utf-8") as lines:
            return [json.loads(line) for line in lines if line.endswith("\n")]

    # --- keeping -------------------------------------------------------------------------------------------------
    def log(self, connection, event, **more):
        self.log_stream.write(json.dumps({"at": time.time(), "connection": connection, "event": event, **more}) + "\n")
        self.log_stream.flush()

    def keep(self, mail_from, recipient, octets):
        box = self.folder / re.sub(r"[/\0]", "_", recipient.lower())
        for part in ("tmp", "new", "cur"):
            (box / part).mkdir(parents=True, exist_ok=True)
        name = f"{time.time():.6f}.{os.getpid()}_{next(self.serial)}.receiver"
        top = f"Return-Path: <{mail_from}>\r\nDelivered-To: {recipient}\r\n".encode()
        (box / "tmp" / name).write_bytes(top + octets)
        os.rename(box / "tmp" / name, box / "new" / name)
        return str(box / "new" / name)

    def conversation(self, reader, writer, number):
        return Conversation(self, reader, writer, number)

    async def accept(self, reader, writer):
        task = asyncio.current_task()
        self.tasks.add(task)
        try:
            await self.conversation(reader, writer, next(self.connections)).run()
        except (Gone, ConnectionError, ssl.SSLError, asyncio.CancelledError):
            pass
        finally:
            self.tasks.discard(task)
            writer.close()


class Conversation:
    def __init__(self, receiver, reader, writer, number):
        self.receiver, self.reader, self.writer, self.number = receiver, reader, writer, number
        self.buffer = bytearray()
        self.tls = receiver.smtps
        self.user = None
        self.reset()

    def reset(self):
        self.mail_from, self.parameters, self.recipients = None, "", []

    async def run(self):
        self.receiver.log(self.number, "connect", tls=self.tls)
        try:
            await self.reply("220 receiver.test ESMTP")
            while True:
                line = (await self.until(b"\r\n", 4096)).decode("utf-8", "replace")
                verb = line.split(" ", 1)[0].upper()
                self.receiver.log(self.number, "line", client=line if verb != "AUTH" else "AUTH …")
                action = getattr(self, "on_" + verb.lower(), None) if verb.isalpha() else None
                await (action(line) if action else self.reply("500 5.5.2 unknown command"))
        finally:
            self.receiver.log(self.number, "disconnect")

    async def until(self, mark, limit):
        """Octets before `mark`, which is consumed too."""
        start = 0
        while (at := self.buffer.find(mark, start)) < 0:
            if len(self.buffer) > limit:
                raise Gone
            start = max(0, len(self.buffer) - len(mark) + 1)
            await self.drain()
            octets = await self.reader.read(65536)
            if not octets:
                raise Gone
            self.buffer += octets
        taken = bytes(self.buffer[:at])
        del self.buffer[:at + len(mark)]
        return taken

    async def reply(self, *lines):
        for line in lines:
            self.receiver.log(self.number, "line", server=line)
            self.writer.write(line.encode() + b"\r\n")
        if not self.receiver.pipelining:
            await self.drain()

    async def drain(self):
        await self.writer.drain()

    async def close(self):
        await self.drain()
        raise Gone

    # --- commands ------------------------------------------------------------------------------------------------
    async def on_ehlo(self, _line):
        self.reset()
        words = ["receiver.test", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8"]
        if self.receiver.pipelining:
            words.append("PIPELINING")
        if self.receiver.size:
            words.append(f"SIZE {self.receiver.size}")
        if self.receiver.starttls and not self.tls:
            words.append("STARTTLS")
        elif self.receiver.auth or self.receiver.tokens:
            words.append("AUTH" + " PLAIN LOGIN" * bool(self.receiver.auth) + " XOAUTH2 OAUTHBEARER" * bool(self.receiver.tokens))
        await self.reply(*[f"250-{word}" for word in words[:-1]], f"250 {words[-1]}")

    async def on_helo(self, _line):
        self.reset()
        await self.reply("250 receiver.test")

    async def on_starttls(self, _line):
        if not self.receiver.starttls or self.tls:
            return await self.reply("502 5.5.1 not offered")
        await self.reply("220 2.0.0 go ahead")
        await self.drain()
        self.buffer.clear()  # what came in clear before the handshake never counts
        await self.writer.start_tls(self.receiver.context)
        self.tls = True
        self.receiver.log(self.number, "tls", cipher=self.writer.get_extra_info("cipher")[0])

    async def ask(self, prompt):
        await self.reply("334 " + base64.b64encode(prompt).decode())
        return base64.b64decode(await self.until(b"\r\n", 4096), validate=True)

    async def on_auth(self, line):
        words = line.split(" ")
        if words[1].upper() in ("XOAUTH2", "OAUTHBEARER") and self.receiver.tokens:
            return await self.bearer(words)
        if not self.receiver.auth or (self.receiver.starttls and not self.tls):
            return await self.reply("503 5.5.1 not offered")
        try:
            if words[1].upper() == "PLAIN":
                given = base64.b64decode(words[2], validate=True) if len(words) > 2 else await self.ask(b"")
                user, password = given.split(b"\0")[1:]
            else:
                user = base64.b64decode(words[2], validate=True) if len(words) > 2 else await self.ask(b"Username:")
                password = await self.ask(b"Password:")
        except (binascii.Error, ValueError, IndexError):
            return await self.reply("501 5.5.2 malformed")
        if (user.decode(), password.decode()) != tuple(self.receiver.auth):
            return await self.reply("535 5.7.8 authentication failed")
        self.user = user.decode()
        await self.reply("235 2.7.0 accepted")

    async def bearer(self, words):
        """A token: XOAUTH2 as Google and Microsoft document it, OAUTHBEARER of RFC 7628. The reason of a refusal comes first."""
        try:
            given = base64.b64decode(words[2], validate=True) if len(words) > 2 else await self.ask(b"")
            user = re.search(rb"(?:^user=|,a=)([^\x01,]*)", given)[1].decode()
            token = re.search(rb"\x01auth=Bearer ([!-~]+)\x01\x01$", given)[1].decode()
        except (binascii.Error, ValueError, TypeError):
            return await self.reply("501 5.5.2 malformed")
        if not self.receiver.tokens(user, token):
            await self.ask(b'{"status":"401","schemes":"Bearer","scope":"smtp"}')
            return await self.reply("535 5.7.8 authentication failed")
        self.user = user
        await self.reply("235 2.7.0 accepted")

    async def on_mail(self, line):
        found = re.fullmatch(r"MAIL FROM:<([^<>]*)>((?: [!-~]+)*)", line, re.IGNORECASE)
        if not found:
            return await self.reply("501 5.5.4 MAIL FROM:<address>")
        if self.receiver.starttls and not self.tls:
            return await self.reply("530 5.7.0 STARTTLS first")
        if (self.receiver.auth or self.receiver.tokens) and not self.user:
            return await self.reply("530 5.7.0 authentication required")
        if self.mail_from is not None:
            return await self.reply("503 5.5.1 nested MAIL")
        if found[1].startswith("banned"):
            return await self.reply("550 5.7.60 this account may not send as this sender")
        size = re.search(r" SIZE=(\d+)", found[2], re.IGNORECASE)
        if size and self.receiver.size and int(size[1]) > self.receiver.size:
            return await self.reply("552 5.3.4 too large")
        self.mail_from, self.parameters = found[1], found[2].strip()
        await self.reply("250 2.1.0 ok")

    async def on_rcpt(self, line):
        found = re.fullmatch(r"RCPT TO:<([^<>]+)>((?: [!-~]+)*)", line, re.IGNORECASE)
        if not found:
            return await self.reply("501 5.5.4 RCPT TO:<address>")
        if self.mail_from is None:
            return await self.reply("503 5.5.1 MAIL first")
        if found[1].startswith("shut"):
            await self.reply("421 4.4.2 closing")
            await self.close()
        for start, refusal in (("perm", "550 5.1.1 no such mailbox"), ("temp", "450 4.2.1 try later"),
                               ("quota", "452 4.7.28 sending limit reached")):
            if found[1].startswith(start):
                return await self.reply(refusal)
        self.recipients.append(found[1])
        await self.reply("250 2.1.5 ok")

    async def on_data(self, _line):
        if not self.recipients:
            return await self.reply("503 5.5.1 RCPT first")
        await self.reply("354 go on")
        self.buffer[:0] = b"\r\n"  # so that a lone dot is found too
        octets = (await self.until(b"\r\n.\r\n", (self.receiver.size or 1 << 30) + 65536))[2:]
        octets = (octets + b"\r\n").replace(b"\r\n..", b"\r\n.") if octets else b""
        if octets.startswith(b".."):
            octets = octets[1:]
        await self.finish(octets)
        self.reset()

    async def finish(self, octets):
        local = " ".join(self.recipients)
        drop = any(address.startswith("drop") for address in self.recipients)
        answer = "250 2.0.0 kept"
        if "dot4" in local:
            answer = "451 4.3.0 not now"
        elif "dot5" in local:
            answer = "554 5.6.0 not like this"
        elif any(address.startswith("size") for address in self.recipients) and len(octets) > self.receiver.small:
            answer = "552 5.3.4 too large for this mailbox"
        if any(address.startswith("slow") for address in self.recipients):
            await asyncio.sleep(self.receiver.slow)
        files = []
        if answer.startswith("250"):
            files = [self.receiver.keep(self.mail_from, address, octets) for address in self.recipients]
        message_id = re.search(rb"^message-id:\s*(<[^>\r\n]*>)", octets.split(b"\r\n\r\n", 1)[0], re.I | re.M)
        self.receiver.log(self.number, "message", mail_from=self.mail_from, parameters=self.parameters,
                          recipients=self.recipients, answer="closed" if drop else answer, size=len(octets), files=files,
                          message_id=message_id[1].decode("utf-8", "replace") if message_id else None,
                          sha256=hashlib.sha256(octets).hexdigest(), tls=self.tls, user=self.user,
                          bare=len(re.findall(rb"(?<!\r)\n|\r(?!\n)", octets)))
        if drop:
            await self.close()
        await self.reply(answer)

    async def on_rset(self, _line):
        self.reset()
        await self.reply("250 2.0.0 ok")

    async def on_noop(self, _line):
        await self.reply("250 2.0.0 ok")

    async def on_quit(self, _line):
        await self.reply("221 2.0.0 bye")
        await self.close()


async def main(options):
    auth = tuple(options.auth.split(":", 1)) if options.auth else None
    receiver = SmtpReceiver(options.folder, options.port, options.host, starttls=options.starttls, smtps=options.smtps,
                            cert=options.cert, key=options.key, auth=auth, pipelining=not options.no_pipelining,
                            size=options.size, small=options.small, slow=options.slow, log=options.log)
    await receiver.serve()
    print(receiver.port, flush=True)
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await ended.wait()
    await receiver.shut()


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0: a free one; it is printed")
    parser.add_argument("--starttls", action="store_true", help="offer it, and require it before MAIL")
    parser.add_argument("--smtps", action="store_true")
    parser.add_argument("--cert")
    parser.add_argument("--key")
    parser.add_argument("--auth", metavar="USER:PASSWORD", help="offer AUTH PLAIN LOGIN, and require it")
    parser.add_argument("--no-pipelining", action="store_true")
    parser.add_argument("--size", type=int, default=50 << 20, help="announced SIZE; 0: none")
    parser.add_argument("--small", type=int, default=16 << 10, help="limit for size* recipients")
    parser.add_argument("--slow", type=float, default=2.0, help="seconds for slow* recipients")
    parser.add_argument("--log")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    asyncio.run(main(parse(sys.argv[1:])))
