#!/usr/bin/env python3
"""Prints for try.sh what the commands know: each case with office and reason; one acknowledgement in full."""
import email
import email.policy
import json
import pathlib
import subprocess
import sys


def ask(docket, *words):
    return json.loads(subprocess.run([docket, "-c", "try", *words, "--json"], check=True, capture_output=True).stdout)


def cases(docket):
    for row in reversed(ask(docket, "case", "list")):
        shown = ask(docket, "case", "show", row["number"])
        steps = {event["what"]: event["detail"] for event in shown["timeline"]}
        answer = "acknowledged" if "acknowledged" in steps else "not acknowledged: " + steps.get("withheld", "?")
        print(f"{row['number']}  {row['subject'] or '(no subject)'}")
        print(f"    office {row['office'] or '(review)'}, copies {', '.join(row['copies']) or 'none'}; "
              f"decided by {steps.get('decided', '?')}; {answer}; letters {row['letters']}")
    for row in ask(docket, "ignored", "list"):
        print(f"ignored: {row.get('reason')}")
    for row in ask(docket, "quarantine", "list"):
        print(f"quarantined: {row['reason']}")


def acknowledgement(folder):
    for path in sorted(pathlib.Path(folder).iterdir()):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        if message["Auto-Submitted"] == "auto-replied" and "ana@" in message["To"]:
            for name, value in message.items():
                print(f"{name}: {value}")
            print()
            print(message.get_content())
            return


if __name__ == "__main__":
    {"cases": cases, "acknowledgement": acknowledgement}[sys.argv[1]](sys.argv[2])
