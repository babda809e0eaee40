"""A campaign in large through the whole daemon: a pipe in, a Maildir out, limits raised; and what grouping costs a letter."""

import email
import os
import pathlib
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

from form_letters import flood, share, sender_of  # noqa: E402
from handing_over import hand_over  # noqa: E402
from running import BINARY, Docket  # noqa: E402

FORM, HALF, OTHERS = 5000, 100, 400
LIMITS = "  limits: {per_minute: 1000000, per_day: 10000000}\n"
A_ROUND = (500, 10, 40)  # letters of one round of the comparison


def started(binary):
    docket = Docket("\n  - name: pipe\n    pipe: {}", extra=LIMITS)
    docket.binary = binary
    docket.environment["WATCHDOG_USEC"] = "1000000"  # rounds every second
    return docket.start()


def sent(docket):
    """Letters in the Maildir out."""
    folder = docket.folder / "out/new"
    return len(os.listdir(folder)) if folder.exists() else 0


def wait_until_quiet(docket, at_least):
    """As many letters out as there must be, and no more for two seconds."""
    limit, before, since = time.monotonic() + 1200, -1, time.monotonic()
    while time.monotonic() < limit:
        now = sent(docket)
        if now != before:
            before, since = now, time.monotonic()
        if now >= at_least and time.monotonic() - since > 2:
            return
        time.sleep(0.1)
    raise AssertionError(f"{sent(docket)} letters went out, {at_least} expected")


def acknowledged(docket):
    """To whom acknowledgements went, by the Maildir."""
    found = []
    for path in (docket.folder / "out/new").iterdir():
        with open(path, "rb") as file:
            header = email.message_from_binary_file(file)
        if "people" in header["To"]:
            found.append(header["To"].strip("<>"))
    return found


def show(binary):
    letters = flood(FORM, HALF, OTHERS)
    docket = started(binary)
    with docket:
        begun = time.monotonic()
        durable = hand_over(docket.folder / "control.sock", [octets for _, _, octets in letters])
        took = time.monotonic() - begun
        wait_until_quiet(docket, 2 * len(letters))
        limit = time.monotonic() + 120
        campaigns = docket.ask("case", "campaign")
        while time.monotonic() < limit and sum(one["letters"] for one in campaigns) < FORM:
            time.sleep(1)
            campaigns = docket.ask("case", "campaign")
        members = {member["from"] for one in campaigns for member in docket.ask("case", "campaign", one["campaign"])["members"]}
        expected = {sender for kind, sender, _ in letters if kind == "form"}
        answers = acknowledged(docket)
        print(f"{durable} of {len(letters)} letters durable in {took:.0f} s ({durable / took:.0f} a second)")
        print(f"campaigns: {len(campaigns)}; letters in them: {[one['letters'] for one in campaigns]}; people: {[one['people'] for one in campaigns]}")
        print(f"members: {len(members)} of {len(expected)}; missing: {len(expected - members)}; false members: {len(members - expected)}")
        print(f"acknowledgements: {len(answers)}, to {len(set(answers))} people; audit log: "
              f"{'good' if docket.command('audit', 'verify').returncode == 0 else 'BROKEN'}")
        return (len(campaigns) == 1 and members == expected and len(answers) == len(set(answers)) == len(letters))


def cpu_of(process):
    """Seconds of processor time, user and system."""
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def one_round(binary, letters):
    """Milliseconds a letter until all are durable, and of processor time until all is sent and grouped."""
    docket = started(binary)
    with docket:
        before, begun = cpu_of(docket.process), time.monotonic()
        hand_over(docket.folder / "control.sock", letters)
        took = time.monotonic() - begun
        wait_until_quiet(docket, 2 * len(letters))
        return 1000 * took / len(letters), 1000 * (cpu_of(docket.process) - before) / len(letters)


def compare(binary, other, rounds):
    letters = [octets for _, _, octets in flood(*A_ROUND, seed=7)]
    figures = {binary: [], other: []}
    one_round(binary, letters)  # warm
    for number in range(rounds):
        for which in ((binary, other), (other, binary))[number % 2]:
            figures[which].append(one_round(which, letters))
    for place, what in ((0, "until durable"), (1, "processor time")):
        ours, theirs = ([one[place] for one in figures[which]] for which in (binary, other))
        ratios = [a / b for a, b in zip(ours, theirs)]
        print(f"{what}, ms a letter: median {statistics.median(ours):.2f} with, {statistics.median(theirs):.2f} without; "
              f"ratio of medians {statistics.median(ours) / statistics.median(theirs):.3f}, median of ratios "
              f"{statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f}), {rounds} rounds of {len(letters)} letters")


def main(other=None, rounds="7"):
    good = show(BINARY)
    if other:
        compare(BINARY, pathlib.Path(other).resolve(), int(rounds))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
