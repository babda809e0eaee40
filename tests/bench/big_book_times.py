"""How long docket takes to start and to answer with books of different sizes, side by side.

    python3 tests/bench/big_book_times.py SMALL LARGE        # folders that big_book.py made; DOCKET_BINARY

Prints seconds for each, and how many times the small book's the large one's are. Exit 1 when the large one is not up in 2 s.
"""

import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

from running import BINARY  # noqa: E402

ASKED = (("status",), ("status", "--prometheus"), ("case", "list", "--limit", "50"), ("case", "list", "--limit", "50", "--status", "open"),
         ("quarantine", "list"), ("outbox", "list", "--state", "queued"), ("ledger",))
IDLE = 70  # seconds: at least one of what is done every minute
LONGEST_START = 2.0


def command(folder, *words):
    return subprocess.run([BINARY, "-c", folder, *words], capture_output=True, check=False)


def processor_seconds(process):
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(folder):
    begun, seconds = time.monotonic(), {}
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen([BINARY, "-c", folder, "serve"], stderr=nothing)
    try:
        while b'"running": true' not in command(folder, "status", "--json").stdout:
            if process.poll() is not None:
                raise SystemExit(f"docket ended with {process.returncode}")
        seconds["start until status answers"] = time.monotonic() - begun
        for words in ASKED:
            begun = time.monotonic()
            command(folder, *words)
            seconds[" ".join(words)] = time.monotonic() - begun
        before = processor_seconds(process)
        time.sleep(IDLE)
        seconds[f"processor time of {IDLE} idle seconds"] = processor_seconds(process) - before
    finally:
        process.terminate()
        process.wait()
    return seconds


def main(small, large):
    few, many = measured(small), measured(large)
    for name, seconds in few.items():
        print(f"{name:40} {seconds:7.3f} s {many[name]:7.3f} s   {many[name] / max(seconds, 0.01):6.1f} times")
    return 0 if many["start until status answers"] < LONGEST_START else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
