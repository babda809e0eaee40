"""A storm: letters at a steady rate over six sources for minutes, while twenty people list and search cases. How long it takes
from the beginning of a letter's delivery until the receiver has accepted its acknowledgement, and whether any was withheld."""

import asyncio
import imaplib
import multiprocessing
import os
import random
import signal
import socket
import threading
import time

import letters
import machine
import webhook_senders as senders
import webhook_way
import whole_way
from dovecot import free_port
from handing_over import Control

PEOPLE = 20
PAUSE = (2, 8)  # seconds that a person reads what was found
BOXES = ("box-1", "box-2", "box-3")
WORDS = ("pothole", "neige", "bus", "Harbour", "taxe", "noise", "permis")
PATIENCE = 60  # for acknowledgements after the last letter


# --- mail out: a process of its own -------------------------------------------------------------------------------------------

class Noting(asyncio.Protocol):
    """SMTP; `accepted`: when the first letter for each recipient was taken."""

    def __init__(self, accepted):
        self.accepted, self.buffer, self.in_data, self.recipient = accepted, b"", False, b""

    def connection_made(self, transport):
        self.transport = transport
        transport.write(b"220 noting\r\n")

    def data_received(self, octets):
        self.buffer += octets
        replies = b""
        while (end := self.buffer.find(b"\r\n.\r\n" if self.in_data else b"\r\n")) >= 0:
            line, self.buffer = self.buffer[:end], self.buffer[end + (5 if self.in_data else 2):]
            if self.in_data:
                self.in_data = False
                self.accepted.setdefault(self.recipient.decode(), time.monotonic())
                replies += b"250 taken\r\n"
                continue
            word = line[:4].upper()
            if word == b"RCPT":
                self.recipient = line[line.find(b"<") + 1:line.find(b">")]
            self.in_data = word == b"DATA"
            replies += {b"EHLO": b"250-noting\r\n250-PIPELINING\r\n250 8BITMIME\r\n", b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}.get(word, b"250 ok\r\n")
        self.transport.write(replies)


def receive(listener, results):
    accepted = {}

    async def serve():
        server = await asyncio.get_running_loop().create_server(lambda: Noting(accepted), sock=listener)
        ended = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
        await ended.wait()
        server.close()

    asyncio.run(serve())
    results.put(accepted)


# --- letters in: a process a source -------------------------------------------------------------------------------------------

def into_mailbox(server, user):
    connection = server.login(user)

    def deliver(octets, _sender):
        connection.literal = octets
        kind, data = connection._simple_command("APPEND", "INBOX", "()", imaplib.Time2Internaldate(time.time()))  # pylint: disable=protected-access
        if kind != "OK":
            raise RuntimeError(f"APPEND: {data}")
    return deliver


def into_maildir(path):
    count = iter(range(1 << 30))

    def deliver(octets, _sender):
        name = f"{time.time():.6f}.{os.getpid()}_{next(count)}.storm"
        (path / "tmp" / name).write_bytes(octets)
        os.rename(path / "tmp" / name, path / "new" / name)
    return deliver


def into_pipe(path):
    def deliver(octets, _sender):
        control = Control(path)
        control.request("POST", "/inject?source=pipe", body=octets)
        if control.getresponse().status != 200:
            raise RuntimeError("the pipe did not take a letter")
        control.close()
    return deliver


def into_webhook(port):
    def deliver(octets, sender):
        document = senders.letter(**{"from": {"name": "A. Resident", "email": sender}, "text": octets[-400:].decode(errors="replace")})
        if senders.send(("127.0.0.1", port), senders.standard(webhook_way.SECRET, document), timeout=60)[0] != 200:
            raise RuntimeError("the webhook did not take a letter")
    return deliver


def hand_in(number, name, make_way, begin, rate, seconds, results):
    """Its own letters at its own pace; answers when each new person's letter began to be delivered."""
    corpus, way, begun = letters.Corpus(100 + number), make_way(), {}
    corpus.number = number * 1_000_000
    for count in range(int(rate * seconds)):
        text = corpus.next()
        sender = text[text.index("<") + 1:text.index(">")]
        time.sleep(max(0, begin + count / rate - time.monotonic()))
        if corpus.last == "new":
            begun[sender] = time.monotonic()
        way(text.replace("\n", "\r\n").encode(), sender)
    results.put((name, begun, time.monotonic() - begin))


# --- people ---------------------------------------------------------------------------------------------------------------------

def work(docket, number, ended, took):
    draw = random.Random(number)
    while not ended.wait(draw.uniform(*PAUSE)):
        words = draw.choice((("case", "list", "--limit", "50"), ("case", "search", draw.choice(WORDS))))
        begun = time.monotonic()
        if docket.command(*words, "--json").returncode not in (0, 1):
            raise RuntimeError(f"{words} failed")
        took.append(time.monotonic() - begun)


# --- the storm --------------------------------------------------------------------------------------------------------------------

def sources_of(bench):
    mailboxes = "".join(whole_way.imap_source(bench.server, box, name=box) for box in BOXES)
    return mailboxes + "  - name: drop\n    maildir: {path: post}\n  - name: pipe\n    pipe: {}" + webhook_way.SOURCES


def blow(bench, docket, port, given):
    """{source: {sender: when}}, how long each took for what should take `seconds`."""
    drop = docket.folder / "post"
    for part in ("cur", "new", "tmp"):
        (drop / part).mkdir(parents=True, exist_ok=True)
    ways = {box: lambda box=box: into_mailbox(bench.server, box) for box in BOXES}
    ways |= {"drop": lambda: into_maildir(drop), "pipe": lambda: into_pipe(docket.folder / "control.sock"), "web": lambda: into_webhook(port)}
    results, begin = multiprocessing.Queue(), time.monotonic() + 2
    processes = [multiprocessing.Process(target=hand_in, args=(number, name, way, begin, given.rate / len(ways), 60 * given.minutes, results))
                 for number, (name, way) in enumerate(ways.items())]
    for process in processes:
        process.start()
    found = [results.get(timeout=60 * given.minutes + 600) for _ in processes]
    for process in processes:
        process.join()
    return {name: begun for name, begun, _ in found}, max(took for _, _, took in found)


def wait_until_quiet(book):
    """Nothing on its way out and nothing new for two seconds: a server may tell late of a letter."""
    limit, last, since = time.monotonic() + PATIENCE, -1, 0.0
    while time.monotonic() < limit:
        count = book.execute("SELECT max(id) FROM inbounds").fetchone()[0]
        if count != last or not whole_way.nothing_left(book, 0):
            last, since = count, time.monotonic()
        if time.monotonic() - since > 2:
            return
        time.sleep(0.1)


def run(bench, given):
    listener = socket.create_server(("127.0.0.1", 0))
    results = multiprocessing.Queue()
    receiver = multiprocessing.Process(target=receive, args=(listener, results), daemon=True)
    receiver.start()
    for box in BOXES:
        machine.fill_mailbox(bench.server, box, bench.corpus / "mail", 0)
    port, took, ended = free_port(), [], threading.Event()
    with whole_way.town(bench, sources_of(bench), listener.getsockname()[1], name="storm", extra=f"desk: {{public: 127.0.0.1:{port}}}\n") as docket:
        docket.environment["DOCKET_TEST_WHSEC"] = webhook_way.SECRET
        whole_way.start(docket)
        people = [threading.Thread(target=work, args=(docket, number, ended, took)) for number in range(PEOPLE)]
        for person in people:
            person.start()
        before = machine.processor_seconds(docket.process.pid)
        begun, seconds = blow(bench, docket, port, given)
        with whole_way.book_of(docket) as book:
            wait_until_quiet(book)
            processor = machine.processor_seconds(docket.process.pid) - before
            inbounds = book.execute("SELECT count(*) FROM inbounds").fetchone()[0]
        ended.set()
        for person in people:
            person.join()
    os.kill(receiver.pid, signal.SIGTERM)
    accepted = results.get(timeout=60)
    receiver.join()
    return {"storm": told(begun, accepted, took, given, seconds, inbounds, processor)}


def told(begun, accepted, took, given, seconds, inbounds, processor):
    delays = {name: [accepted[who] - when for who, when in each.items() if who in accepted] for name, each in begun.items()}
    every = [delay for each in delays.values() for delay in each]
    withheld = sum(who not in accepted for each in begun.values() for who in each)
    print(f"\na storm: {given.rate:g} letters a second wanted for {given.minutes:g} min, {inbounds / seconds:.1f} were delivered; {inbounds} in the book, "
          f"{1000 * processor / inbounds:.2f} ms CPU each")
    for name, each in delays.items():
        print(f"  {name:8} acknowledged after p50 {machine.quantile(each, 0.5):6.3f} s, p99 {machine.quantile(each, 0.99):6.3f} s")
    found = {"p50_s": machine.quantile(every, 0.5), "p99_s": machine.quantile(every, 0.99), "without_acknowledgement": withheld,
             "delivered_per_s": inbounds / seconds, "asked": len(took),
             "asked_p50_s": machine.quantile(took, 0.5) if took else None, "asked_p99_s": machine.quantile(took, 0.99) if took else None,
             "sources": {name: {"p50_s": machine.quantile(each, 0.5), "p99_s": machine.quantile(each, 0.99)} for name, each in delays.items()}}
    print(f"  all      p50 {found['p50_s']:.3f} s, p99 {found['p99_s']:.3f} s (target 1); {withheld} of {len(every) + withheld} new letters without "
          f"acknowledgement; people asked {len(took)} times" + (f", p99 {found['asked_p99_s']:.2f} s" if took else ""))
    return found
