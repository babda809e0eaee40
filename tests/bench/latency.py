"""How long one letter takes on an idle machine: from the server's word that it is there until the receiver has accepted the
acknowledgement; and how long a durable answer to a webhook takes, beside what the disk alone takes."""

import ctypes
import re
import socket
import struct
import threading
import time

import letters
import machine
import whole_way
import webhook_way

WAIT = 30


class Clocked:
    """A receiver of mail for one letter after the other that remembers when it accepted which recipient's."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.accepted, self.changed = {}, threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(b"220 clocked\r\n")
        buffer, recipient, in_data = b"", b"", False
        while octets := connection.recv(1 << 20):
            buffer, replies = buffer + octets, b""
            while (end := buffer.find(b"\r\n.\r\n" if in_data else b"\r\n")) >= 0:
                line, buffer = buffer[:end], buffer[end + (5 if in_data else 2):]
                if in_data:
                    in_data = False
                    self.note(recipient)
                    replies += b"250 taken\r\n"
                    continue
                word = line[:4].upper()
                recipient = line[line.find(b"<") + 1:line.find(b">")] if word == b"RCPT" else recipient
                in_data = word == b"DATA"
                replies += {b"EHLO": b"250-clocked\r\n250-PIPELINING\r\n250 8BITMIME\r\n", b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}.get(word, b"250 ok\r\n")
            connection.sendall(replies)
        connection.close()

    def note(self, recipient):
        with self.changed:
            self.accepted[recipient.decode()] = time.time()
            self.changed.notify_all()

    def wait(self, recipient):
        with self.changed:
            if not self.changed.wait_for(lambda: recipient in self.accepted, WAIT):
                raise RuntimeError(f"nothing for {recipient} in {WAIT} s")
            return self.accepted[recipient]

    def close(self):
        self.listener.close()


class Told(threading.Thread):
    """Hears on the wire when the server tells docket of a letter, and stands in nobody's way (root). A client of our own in the
    same mailbox is told at another time, and its server process holds up docket's: one waits for the other's locks."""

    SO_TIMESTAMPNS, ETH_P_IP, SIZE = 35, 0x0800, 1 << 16

    def __init__(self, port):
        super().__init__(daemon=True)
        self.told, self.changed = {}, threading.Condition()
        self.wire = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(self.ETH_P_IP))
        self.wire.setsockopt(socket.SOL_SOCKET, self.SO_TIMESTAMPNS, 1)
        self.wire.bind(("lo", self.ETH_P_IP))
        self.listen_to(port)

    def listen_to(self, port):
        """Only to what comes from it: all else would take time from those who are measured. A filter of the kernel (bpf(4))."""
        words = [(0x30, 0, 0, 9), (0x15, 0, 4, socket.IPPROTO_TCP),  # the protocol
                 (0xB1, 0, 0, 0), (0x48, 0, 0, 0), (0x15, 0, 1, port),  # past the header, the source's port
                 (0x06, 0, 0, self.SIZE), (0x06, 0, 0, 0)]
        program = b"".join(struct.pack("HBBI", *word) for word in words)
        held = ctypes.create_string_buffer(program)
        self.wire.setsockopt(socket.SOL_SOCKET, 26, struct.pack("HP", len(words), ctypes.addressof(held)))  # SO_ATTACH_FILTER

    def run(self):
        while True:
            octets, beside, _, _ = self.wire.recvmsg(self.SIZE, 64)
            for count in re.findall(rb"\* (\d+) EXISTS\r\n", octets):
                seconds, nanoseconds = struct.unpack("ll", beside[0][2][:16])
                with self.changed:
                    self.told.setdefault(int(count), seconds + nanoseconds / 1e9)
                    self.changed.notify_all()

    def wait(self, count):
        with self.changed:
            if not self.changed.wait_for(lambda: count in self.told, WAIT):
                raise RuntimeError(f"the server told of letters {sorted(self.told)} in {WAIT} s, not of {count}")
            return self.told[count]


def quantiles(times, name):
    return {f"{name}_p50_ms": 1000 * machine.quantile(times, 0.5), f"{name}_p99_ms": 1000 * machine.quantile(times, 0.99)}


def by_mailbox(bench, count):
    """Seconds from EXISTS on docket's connection until the acknowledgement is accepted, and from delivery until EXISTS."""
    corpus, beyond, own = letters.Corpus(bench.seed + 1), [], []
    machine.fill_mailbox(bench.server, "idle", bench.corpus / "mail", 0)
    receiver = Clocked()
    with whole_way.town(bench, whole_way.imap_source(bench.server, "idle"), receiver.port, name="idle") as docket:
        whole_way.start(docket)
        docket.wait_for(lambda: docket.ledger().get("council") is not None or docket.status()["healthy"], 30, "docket to idle")
        time.sleep(1)
        told_by = Told(bench.server.imap_port)
        told_by.start()
        while len(beyond) < count:
            text = corpus.next()
            sender = text[text.index("<") + 1:text.index(">")]
            if corpus.last != "new":
                continue
            begun = time.time()
            bench.server.deliver("idle", text.replace("\n", "\r\n").encode())
            told = told_by.wait(len(beyond) + 1)
            beyond.append(receiver.wait(sender) - told)
            own.append(told - begun)
    receiver.close()
    return quantiles(beyond, "beyond_idle") | quantiles(own, "dovecot_idle") | {"letters": count}


def by_webhook(bench, count):
    pause = webhook_way.PAUSE / 1000
    before = machine.sync_times(bench.folder, count, pause)
    found = webhook_way.one_by_one(bench, count)
    syncs = before + machine.sync_times(bench.folder, count, pause)
    result = {"webhook_p50_ms": 1000 * found["p50"], "webhook_p99_ms": 1000 * found["p99"]} | quantiles(syncs, "sync")
    result["target_p50_ms"] = 3 * result["sync_p50_ms"] + 1
    result["target_p99_ms"] = 3 * result["sync_p99_ms"] + 5
    return result


def run(bench, count):
    mailbox, webhook = by_mailbox(bench, count), by_webhook(bench, count)
    print(f"\none letter, idle machine, {count} times:\n"
          f"  IDLE word -> acknowledgement accepted  p50 {mailbox['beyond_idle_p50_ms']:7.2f} ms (target 10), "
          f"p99 {mailbox['beyond_idle_p99_ms']:7.2f} ms (target 50); Dovecot's own delay {mailbox['dovecot_idle_p50_ms']:.1f} ms\n"
          f"  webhook -> durable answer              p50 {webhook['webhook_p50_ms']:7.2f} ms (target {webhook['target_p50_ms']:.2f}), "
          f"p99 {webhook['webhook_p99_ms']:7.2f} ms (target {webhook['target_p99_ms']:.2f}); the disk alone {webhook['sync_p50_ms']:.2f} ms")
    return {"latency": mailbox | webhook}
