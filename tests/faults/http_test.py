#!/usr/bin/env python3
"""Group G of the catalogue, as far as it is the HTTP server's: broken framing, floods, slow clients, no descriptors left.

    DOCKET_HTTP=build/release/docket_http python3 tests/faults/http_test.py [-v] [Test.name]
    ... http_test.py --slow 1000 [SECONDS]    slow clients from 100 addresses beside 200 honest requests a second
    DOCKET_HTTP_PORT=8311 DOCKET_HTTP_PID=123 ... http_test.py Framing    another server on 127.0.0.1, such as docket serve
"""

import concurrent.futures
import multiprocessing
import os
import shutil
import subprocess
import sys
import time
import unittest

from http_clients import KINDS, Attack, Driver, Server, body, honest, status

HOST = b"Host: x\r\n"
CHUNKED = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"

# What another server might take for two requests, or for another one: (octets, statuses; "" is closed without a word).
MALFORMED = {
    "length and coding": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n", "400"),
    "coding and length": (b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n", "400"),
    "two lengths": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\nContent-Length: 30\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
    "one length twice": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\nhi", "400"),
    "length list": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 2, 2\r\n\r\nhi", "400"),
    "length -1": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\n", "400"),
    "length +2": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: +2\r\n\r\nhi", "400"),
    "length 0x10": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 0x10\r\n\r\n0123456789abcdef", "400"),
    "length of a blank": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: \r\n\r\n", "400"),
    "length beyond 64 bits": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 18446744073709551618\r\n\r\nhi", "400"),
    "xchunked": (b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "400"),
    "chunked, identity": (b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", "400"),
    "gzip, chunked": (b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "400"),
    "chunked with a vertical tab": (b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n", "400"),
    "chunked in 1.0": (b"POST / HTTP/1.0\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
    "coding with a blank before its colon": (b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", "400"),
    "coding folded": (b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n", "400"),
    "bare LF": (b"GET / HTTP/1.1\nHost: x\n\nGET / HTTP/1.1\nHost: x\n\n", "400"),
    "one bare LF": (b"GET / HTTP/1.1\r\nHost: x\nX: y\r\n\r\n", "400"),
    "bare CR": (b"GET / HTTP/1.1\r\nHost: x\rX: y\r\n\r\n", "400"),
    "NUL in a value": (b"GET / HTTP/1.1\r\n" + HOST + b"X: a\0b\r\n\r\n", "400"),
    "NUL in a name": (b"GET / HTTP/1.1\r\n" + HOST + b"X\0: a\r\n\r\n", "400"),
    "NUL in the target": (b"GET /\0 HTTP/1.1\r\n" + HOST + b"\r\n", "400"),
    "folded": (b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n\tb\r\n\r\n", "400"),
    "blank before the first field": (b"GET / HTTP/1.1\r\n " + HOST + b"\r\n", "400"),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", "400"),
    "two hosts": (b"GET / HTTP/1.1\r\n" + HOST + HOST + b"\r\n", "400"),
    "host list": (b"GET / HTTP/1.1\r\nHost: x, y\r\n\r\n", "400"),
    "absolute form": (b"GET http://y/ HTTP/1.1\r\n" + HOST + b"\r\n", "400"),
    "CONNECT": (b"CONNECT y:443 HTTP/1.1\r\n" + HOST + b"\r\n", "400"),
    "not HTTP": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "400"),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400"),
    "HTTP/0.9": (b"GET /\r\n\r\n", "400"),
    "lower-case version": (b"GET / http/1.1\r\n" + HOST + b"\r\n", "400"),
    "chunk of -2": (CHUNKED + b"-2\r\nhi\r\n0\r\n\r\n", "400"),
    "chunk of 0x2": (CHUNKED + b"0x2\r\nhi\r\n0\r\n\r\n", "400"),
    "chunk beyond 64 bits": (CHUNKED + b"10000000000000002\r\nhi\r\n0\r\n\r\n", "400 413"),
    "chunk with a bare LF": (CHUNKED + b"2\nhi\n0\n\n", "400 "),
    "chunk longer than it says": (CHUNKED + b"2\r\nhiGET / HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
    "chunk with a NUL": (CHUNKED + b"2;\0\r\nhi\r\n0\r\n\r\n", "400"),
    "gzip": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nhi", "415"),
    "strange expectation": (b"POST / HTTP/1.1\r\n" + HOST + b"Expect: 200-ok\r\nContent-Length: 2\r\n\r\nhi", "417"),
}

FLOODS = {  # (octets, statuses)
    "length of 1 GB": (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n" + b"a" * 4_000_000, "413"),
    "chunks of 64 MB": (CHUNKED + (b"10000\r\n" + b"a" * 65536 + b"\r\n") * 1024 + b"0\r\n\r\n", "413"),
    "chunks of one octet": (CHUNKED + b"1\r\na\r\n" * 1_500_000 + b"0\r\n\r\n", "413"),
    "chunks with extensions": (CHUNKED + (b"1;" + b"x" * 8000 + b"\r\na\r\n") * 3000 + b"0\r\n\r\n", "413"),
    "an endless chunk extension": (CHUNKED + b"1;" + b"x" * 8_000_000, "400 413"),
    "an endless trailer": (CHUNKED + b"0\r\n" + b"X: y\r\n" * 1_000_000, "400 413"),
    "200,000 fields": (b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 200_000 + b"\r\n", "431"),
    "an endless request line": (b"GET /" + b"a" * 20_000_000, "431"),
    "an endless field": (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 20_000_000, "431"),
}


def other_server():
    port = os.environ.get("DOCKET_HTTP_PORT")
    return Server(int(port), int(os.environ["DOCKET_HTTP_PID"])) if port else None


def cut_late(deadline, cuts):
    return max((seconds - deadline for _, seconds in cuts), default=0)


class Framing(unittest.TestCase):
    """Needs nothing of its server but a limit of 1 MiB for / (a docket serve answers 404 where the driver answers 200)."""

    def setUp(self):
        self.server = other_server()
        if self.server is None:
            self.server = Driver(deadline=2000)
            self.addCleanup(self.server.__exit__)

    def test_g8_no_broken_request_gets_a_second_answer_or_reaches_a_handler(self):
        before = self.server.count() if isinstance(self.server, Driver) else 0
        doubles = 0
        for name, (octets, expected) in MALFORMED.items():
            with self.subTest(name):
                answer = self.server.exchange(octets)
                doubles += answer.count(b"HTTP/1.1 ") > 1
                self.assertIn(status(answer), expected.split(" "), answer[:200])
                self.assertLessEqual(answer.count(b"HTTP/1.1 "), 1)
        if isinstance(self.server, Driver):
            self.assertEqual(self.server.count(), before, "requests that reached the handler")
        print(f"\nG8: {len(MALFORMED)} malformed requests, {doubles} double responses", file=sys.stderr)

    def test_g8_of_requests_in_one_breath_only_the_first_is_answered(self):
        answer = self.server.exchange(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 50)
        self.assertEqual(answer.count(b"HTTP/1.1 "), 1)
        self.assertIn(b"\r\nConnection: close\r\n", answer)

    def test_g7_floods_are_refused_and_leave_no_trace_in_memory(self):
        self.server.get()
        before = self.server.memory()
        for name, (octets, expected) in FLOODS.items():
            with self.subTest(name):
                answer = self.server.exchange(octets, seconds=30)
                self.assertIn(status(answer), [*expected.split(" "), ""], answer[:200])  # a reset may overtake the answer
                self.assertLessEqual(answer.count(b"HTTP/1.1 "), 1)
        grown = self.server.memory() - before
        print(f"\nG7: {len(FLOODS)} floods, memory {before} kB before, {grown:+} kB after", file=sys.stderr)
        self.assertLess(grown, 16_000, "kB of memory")

    def test_g9_no_path_leads_out(self):
        for path in ("/../etc/passwd", "/%2e%2e/etc/passwd", "//etc/passwd", "/%00", "/..%2f..%2fetc/passwd", "/hook%00", "/hook/"):
            with self.subTest(path):
                self.assertEqual(status(self.server.get(path)), "404")


class Handlers(unittest.TestCase):
    def test_g18_what_a_handler_throws_stays_inside(self):
        with Driver() as server:
            answer = server.get("/throw")
            self.assertEqual((status(answer), body(answer)), ("500", b"internal error\n"))
            self.assertEqual(status(server.get()), "200")

    def test_more_than_may_wait_are_told_to_come_again(self):
        with Driver(handlers=1, waiting=2, per_peer=0) as server, concurrent.futures.ThreadPoolExecutor(12) as pool:
            answers = list(pool.map(lambda _: server.get("/slow"), range(12)))
        by_status = {word: [a for a in answers if status(a) == word] for word in ("200", "503")}
        self.assertEqual(len(by_status["200"]) + len(by_status["503"]), 12)
        self.assertGreaterEqual(len(by_status["200"]), 3)
        self.assertTrue(by_status["503"])
        for answer in by_status["503"]:
            self.assertIn(b"\r\nRetry-After: ", answer)

    def test_head_has_no_body(self):
        with Driver() as server:
            answer = server.exchange(b"HEAD / HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertEqual((status(answer), body(answer)), ("200", b""))


class NoDescriptors(unittest.TestCase):
    def test_g16_who_only_waits_gives_way(self):
        with Driver(descriptors=40, per_peer=0) as server:
            idle = [server.connect() for _ in range(200)]
            for _ in range(20):
                self.assertEqual(status(server.get()), "200")
            spent = server.processor()
            time.sleep(1)  # the length of the measurement
            spent = server.processor() - spent
            self.assertLess(spent, 0.2, "processor seconds in one second of doing nothing")
            for client in idle:
                client.close()
            self.assertEqual(status(server.get()), "200")

    def test_g16_with_everyone_being_served_it_neither_spins_nor_stays_deaf(self):
        with Driver(descriptors=30, per_peer=0, handlers=4) as server, concurrent.futures.ThreadPoolExecutor(60) as pool:
            began, spent = time.monotonic(), server.processor()
            answers = list(pool.map(lambda _: status(server.get("/slow", seconds=60)), range(60)))
            took, spent = time.monotonic() - began, server.processor() - spent
            self.assertEqual(answers, ["200"] * 60)
            print(f"\nG16: 60 requests with 30 descriptors in {took:.1f} s, {100 * spent / took:.0f} % of one processor", file=sys.stderr)
            self.assertLess(spent, 0.25 * took)
            self.assertEqual(status(server.get()), "200")


class SlowClients(unittest.TestCase):
    def test_g6_each_kind_is_cut_at_its_deadline(self):
        with Driver(deadline=1500, answer=1500, per_peer=0) as server:
            attack = Attack(server, 90)
            attack.start()
            attack.join(20)
            self.assertFalse(attack.stop().left, "clients that were never cut")
            for kind in KINDS:
                of_kind = [seconds for which, seconds in attack.cuts if which == kind]
                self.assertEqual(len(of_kind), 30)
                self.assertGreater(min(of_kind), 1.4, kind)
                self.assertLess(max(of_kind), 1.5 + 2, kind)

    def test_g6_honest_requests_beside_many_slow_clients(self):
        """The campaign in small: four times as many slow clients as there is room for."""
        with Driver(deadline=3000, answer=3000, connections=64, answers=8 << 20) as server:
            figures = campaign(server, 256, 4, 50)
        report("G6", figures)
        self.assertEqual(figures["failed"], [])
        self.assertLess(figures["p99"], 1)
        self.assertLess(figures["late"], 2)
        self.assertLess(figures["peak"] - figures["before"], 8_192 + 24_000, "kB of memory, of which 8 MiB of answers")

    def test_one_peer_has_its_part_and_no_more(self):
        with Driver(per_peer=4, deadline=60_000) as server:
            kept = server.connect("127.3.0.9")
            slow = [server.connect("127.3.0.1") for _ in range(5)]
            with self.assertRaises(ConnectionResetError):  # it gave way to the fifth
                slow[0].recv(10)
            slow[4].sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertEqual(status(slow[4].recv(100)), "200")
            kept.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            self.assertEqual(status(kept.recv(100)), "200")
            for client in [kept, *slow]:
                client.close()

    def test_g6_slowhttptest(self):
        if shutil.which("slowhttptest") is None:
            self.skipTest("slowhttptest is not installed")
        ways = {"header": ["-H", "-i", "1"], "body": ["-B", "-i", "1", "-s", "8192"], "read": ["-X", "-w", "512", "-y", "1024", "-n", "1", "-z", "32"]}
        with Driver(deadline=2000, answer=2000) as server:
            for name, how in ways.items():
                with self.subTest(name):
                    path = "/large" if name == "read" else "/"
                    attacker = subprocess.Popen(["slowhttptest", *how, "-c", "300", "-r", "300", "-l", "4", "-p", "2", "-u",
                                                 f"http://127.0.0.1:{server.port}{path}"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                    times, failed = honest(server, 25, 3, threads=8)
                    said = attacker.communicate(timeout=60)[0].decode()
                    self.assertIn("service available", said)
                    self.assertEqual(failed, [])
                    self.assertLess(times[int(len(times) * 0.99)], 1)


def campaign(server, count, seconds, per_second, again=1.0):
    """Figures of `seconds` with `count` slow clients that come again, beside honest requests from other addresses."""
    server.get()
    before, samples = server.memory(), []
    attack = Attack(server, count, again)
    attack.start()
    with multiprocessing.get_context("fork").Pool(1) as pool:  # of its own: this one's interpreter has its hands full
        running = pool.apply_async(honest, (Server(server.port, server.pid), per_second, seconds))
        while not running.ready():
            samples.append(server.memory())
            running.wait(0.2)
        times, failed = running.get()
    attack.stop()
    server.get()
    return {"p99": times[int(len(times) * 0.99)] if times else 99, "most": times[-1] if times else 99, "asked": len(times) + len(failed),
            "failed": failed, "cuts": attack.cuts, "count": count, "late": cut_late(3 if count < 1000 else 10, attack.cuts),
            "before": before, "peak": max(samples), "after": server.memory()}


def report(name, figures):
    cuts = sorted(seconds for _, seconds in figures["cuts"])
    print(f"\n{name}: {figures['count']} slow clients, {len(cuts)} cuts after {cuts[0]:.2f} to {cuts[-1]:.2f} s (half by "
          f"{cuts[len(cuts) // 2]:.2f}); {figures['asked']} honest requests, {len(figures['failed'])} failed, p99 {1000 * figures['p99']:.0f} ms, "
          f"most {1000 * figures['most']:.0f} ms; memory {figures['before']} kB, at most {figures['peak']}, then {figures['after']}", file=sys.stderr)
    for answer in figures["failed"][:3]:
        print(f"  failed: {answer[:100]!r}", file=sys.stderr)


def slow_campaign(count, seconds):
    """Shows 3 of the issue: with a house for 256, and with room for all of them, where each lives until its deadline."""
    with Driver(deadline=10_000, answer=10_000, handlers=32) as server:
        report("full house (256, 16 a peer), who is cut comes again after 1 s", campaign(server, count, seconds, 200))
    with Driver(deadline=10_000, answer=10_000, handlers=32, waiting=count, connections=count + 100) as server:
        figures = campaign(server, count, seconds, 200, again=None)
        report("room for all", figures)
        for kind in KINDS:
            late = sorted(cut - 10 for which, cut in figures["cuts"] if which == kind)
            print(f"  {kind}: {len(late)} cut, {late[0]:+.2f} to {late[-1]:+.2f} s from the deadline of 10 s" if late else f"  {kind}: none cut",
                  file=sys.stderr)


if __name__ == "__main__":
    if "--slow" in sys.argv:
        more = sys.argv[sys.argv.index("--slow") + 1:]
        slow_campaign(int(more[0]) if more else 1000, float(more[1]) if len(more) > 1 else 20)
    else:
        unittest.main(verbosity=2)
