"""An SMTP server that misbehaves where it is told to, and otherwise is tests/e2e/smtp_receiver.py: it logs every command
and keeps every letter it accepts.

    with FakeSmtp(folder) as server:
        server.plan(("RCPT", "421"))            # the next RCPT is answered so, what follows is well-behaved again
        server.fired                            # [(step, kind)] so far

Steps: CONNECT, EHLO (libcurl's own, with the HELO that it falls back to), EHLO2 (docket's), MAIL, RCPT, DATA, DOT, QUIT.
Kinds: 4xx, 5xx, 421 (and closes), drop, stall (silent until the client goes), late (the right answer, after .late
seconds), huge (a line of 64 MB), nul, nocode, endless (lines that announce more). At the dot a letter that is dropped,
stalled or answered in no way of SMTP has been kept: only "lost" drops it as well.
"""

import asyncio
import collections
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

from smtp_receiver import Conversation, Gone, SmtpReceiver  # noqa: E402

REFUSALS = {"4xx": "451 4.3.0 not now", "5xx": "554 5.3.0 not like this", "421": "421 4.4.2 closing"}


class FakeSmtp(SmtpReceiver):
    def __init__(self, folder, *, chance=1.0, late=2.0, seed=1, plain=False, **how):
        """chance: how likely a planned fault happens at a step of its own; the rest of the plan waits. plain: offers
        neither 8BITMIME nor SMTPUTF8."""
        super().__init__(folder, **how)
        self.pending, self.fired = collections.defaultdict(collections.deque), []
        self.chance, self.late, self.plain, self.random = chance, late, plain, random.Random(seed)

    def plan(self, *faults):
        for step, kind in faults:
            self.pending[step].append(kind)

    def planned(self):
        return sum(map(len, self.pending.values()))

    def take(self, step):
        if not self.pending[step] or self.random.random() > self.chance:
            return None
        self.fired.append((step, self.pending[step].popleft()))
        return self.fired[-1][1]

    def conversation(self, reader, writer, number):
        return FaultyConversation(self, reader, writer, number)


class FaultyConversation(Conversation):
    hellos, fault = 0, None

    async def run(self):
        if kind := self.receiver.take("CONNECT"):
            self.receiver.log(self.number, "connect", tls=False)
            await self.misbehave("CONNECT", kind, "220 receiver.test ESMTP")
            raise Gone  # nothing follows a greeting that is none
        await super().run()

    async def reply(self, *lines):
        """A fault stands in for the first answer to the command it was planned for; what led to it has happened."""
        if self.receiver.plain:
            lines = [line for line in lines if line[4:] not in ("8BITMIME", "SMTPUTF8")]
        step, kind = self.fault or (None, None)
        self.fault = None
        await (self.misbehave(step, kind, *lines) if kind else super().reply(*lines))

    async def on_ehlo(self, line):
        self.hellos += 1
        self.arm("EHLO" if self.hellos == 1 else "EHLO2")
        if self.fault and self.fault[1] in REFUSALS:
            return await self.reply()
        await super().on_ehlo(line)

    def arm(self, step):
        if kind := self.receiver.take(step):
            self.fault = (step, kind)

    async def armed(self, step, action, line):
        self.arm(step)
        if self.fault and self.fault[1] in REFUSALS:  # refused: the command has no effect
            return await self.reply()
        await action(line)

    async def on_mail(self, line):
        await self.armed("MAIL", super().on_mail, line)

    async def on_rcpt(self, line):
        await self.armed("RCPT", super().on_rcpt, line)

    async def on_data(self, line):
        await self.armed("DATA", super().on_data, line)

    async def on_quit(self, line):
        await self.armed("QUIT", super().on_quit, line)

    async def finish(self, octets):
        kind = self.receiver.take("DOT")
        if kind is None or kind == "late":
            self.fault = ("DOT", kind) if kind else None
            return await super().finish(octets)
        lost = kind in REFUSALS or kind == "lost"
        if not lost:
            self.fault = ("DOT", kind)
            return await super().finish(octets)
        self.receiver.log(self.number, "message", recipients=self.recipients, mail_from=self.mail_from, message_id=None,
                          answer=REFUSALS.get(kind, "lost"), size=len(octets))
        await self.misbehave("DOT", kind)

    async def misbehave(self, step, kind, *right):
        self.receiver.log(self.number, "fault", step=step, kind=kind)
        if kind in REFUSALS:
            await super().reply(REFUSALS[kind])
            if kind == "421" or step == "CONNECT":
                await self.close()
        elif kind in ("drop", "lost"):
            await self.close()
        elif kind == "stall":
            await self.drain()
            while await self.reader.read(65536):
                pass
            raise Gone
        elif kind == "late":
            await asyncio.sleep(self.receiver.late)
            await super().reply(*right)
        elif kind == "huge":
            await self.flood(b"250 " + b"x" * (1 << 20), b"x" * (1 << 20), 64)
        elif kind == "endless":
            await self.flood(b"", b"250-and more\r\n" * 4096, 1 << 14)
        elif kind == "nul":
            self.writer.write(right[-1].encode().replace(b" ", b" \0\x1b[31m", 1) + b"\r\n")
        elif kind == "nocode":
            self.writer.write(b"hello there\r\n")
        else:
            raise ValueError(kind)

    async def flood(self, first, piece, times):
        """As much as the client takes; then it has gone."""
        self.writer.write(first)
        for _ in range(times):
            self.writer.write(piece)
            await self.drain()
        await self.close()
