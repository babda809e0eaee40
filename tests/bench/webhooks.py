"""Letters as fast as connections carry them, then what the disk alone can do: a write of 4 KiB and fdatasync, in turns."""

import http.client
import multiprocessing
import os
import pathlib
import statistics
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import webhook_senders as senders  # noqa: E402
from dovecot import free_port  # noqa: E402
from running import Docket  # noqa: E402

PROCESSES = 4
SECRET = "whsec_" + "c2VjcmV0" * 5
SOURCES = "\n  - name: web\n    webhook: {path: /hooks/web-form, format: standard, secrets: [{env: DOCKET_TEST_WHSEC}]}"


def syncs_a_second(folder, seconds):
    path, count, end = folder / "sync-probe", 0, time.monotonic() + seconds
    with open(path, "wb", buffering=0) as file:
        while time.monotonic() < end:
            file.write(b"x" * 4096)
            os.fdatasync(file.fileno())
            count += 1
    path.unlink()
    return count / seconds


def deliver(port, end, connections, results):
    """One process of the senders: answered statuses and seconds each took."""
    taken = []

    def sender():
        while time.monotonic() < end:
            request, started = senders.standard(SECRET, senders.letter()), time.monotonic()
            try:
                status, _, _ = senders.send(("127.0.0.1", port), request, timeout=30)
            except (OSError, http.client.HTTPException):
                status = 0
            taken.append((status, time.monotonic() - started))

    threads = [threading.Thread(target=sender) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.put(taken)


def load(port, seconds, connections):
    results, end = multiprocessing.Queue(), time.monotonic() + seconds
    processes = [multiprocessing.Process(target=deliver, args=(port, end, connections // PROCESSES, results))
                 for _ in range(PROCESSES)]
    for process in processes:
        process.start()
    taken = [one for _ in processes for one in results.get()]
    for process in processes:
        process.join()
    return taken


def main(seconds=10, connections=48):
    port = free_port()
    town = Docket(SOURCES, extra=f"desk: {{public: 127.0.0.1:{port}}}\n")
    town.environment["DOCKET_TEST_WHSEC"] = SECRET
    with town:
        town.start()
        before = syncs_a_second(town.folder, 2)
        taken = load(port, seconds, connections)
        syncs = statistics.mean((before, syncs_a_second(town.folder, 2)))
        good = sorted(took for status, took in taken if status == 200)
        rate = len(good) / seconds
        rows = town.ledger()["web"]["cases"]
        print(f"{connections} connections, {seconds} s: {len(good)} answered 200, {len(taken) - len(good)} otherwise; "
              f"{rows} cases in the book")
        print(f"{rate:.0f} letters/s durable; median {good[len(good) // 2] * 1000:.1f} ms, p99 {good[len(good) * 99 // 100] * 1000:.1f} ms")
        print(f"the disk alone: {syncs:.0f} syncs/s; letters for each sync it could do: {rate / syncs:.2f}")
        return 0 if rows >= len(good) else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
