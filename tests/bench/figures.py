"""From what the rounds gave to one table and one file: medians, ratios to the bare way, what moved since the kept figures."""

import json
import statistics

MOVED = 0.10


class Stage:
    """One line of the table. `ours` and `bare`: of each round {"seconds", "cpu_seconds", and what `unit` names}."""

    def __init__(self, name, title, *, target=None, unit="letters", note=""):
        self.name, self.title, self.target, self.unit, self.note = name, title, target, unit, note
        self.ours, self.bare = [], []

    def rates(self, rounds):
        return [one[self.unit] / one["seconds"] for one in rounds]

    def ratios(self):
        """Of neighbours in time: what slows the machine down for a while slows both."""
        return [ours / bare for ours, bare in zip(self.rates(self.ours), self.rates(self.bare))]

    def result(self):
        found = {"letters_per_s" if self.unit != "octets" else "octets_per_s": statistics.median(self.rates(self.ours)),
                 "cpu_us_per_letter": statistics.median(1e6 * one["cpu_seconds"] / one["letters"] for one in self.ours),
                 "rounds": len(self.ours), "spread": spread(self.rates(self.ours))}
        if self.bare:
            found |= {"bare_letters_per_s" if self.unit != "octets" else "bare_octets_per_s": statistics.median(self.rates(self.bare)),
                      "ratio_to_bare": statistics.median(self.ratios()), "ratios": self.ratios(), "bare_spread": spread(self.rates(self.bare))}
        if self.target is not None:
            found["target"] = self.target
        return found


def spread(rates):
    """How far the slowest and the fastest lie apart, as a share of the median."""
    return (max(rates) - min(rates)) / statistics.median(rates)


def table(stages):
    lines = [f"{'stage':34} {'docket/s':>10} {'bare/s':>10} {'ratio':>6} {'(min-max)':>13} {'target':>7} {'bare varies':>12} {'CPU µs/letter':>14}"]
    for stage in stages:
        found = stage.result()
        rate = found.get("letters_per_s", found.get("octets_per_s", 0) / 1e6)
        bare = found.get("bare_letters_per_s", found.get("bare_octets_per_s", 0) / 1e6)
        line = f"{stage.title:34} {rate:10,.0f} "
        if stage.bare:
            ratios = found["ratios"]
            line += f"{bare:10,.0f} {found['ratio_to_bare']:6.2f} {min(ratios):6.2f}-{max(ratios):<6.2f} "
        else:
            line += f"{'':10} {'':6} {'':13} "
        varies = f"{100 * found['bare_spread']:.0f}%" if stage.bare else ""
        line += f"{stage.target if stage.target is not None else '':>7} {varies:>12} {found['cpu_us_per_letter']:14,.0f}"
        lines.append(line + (f"  {stage.note}" if stage.note else ""))
    return "\n".join(lines)


def moved(kept, now):
    """(name, before, after) of each figure that both have and that moved by over 10%."""
    return [(name, kept[name], now[name]) for name in sorted(kept.keys() & now.keys())
            if kept[name] and abs(now[name] - kept[name]) / abs(kept[name]) > MOVED]


def to_keep(results):
    """Of a run what does not depend on the machine's mood: ratios and instruction counts."""
    ratios = {name: round(one["ratio_to_bare"], 4) for name, one in results.items() if isinstance(one, dict) and "ratio_to_bare" in one}
    found = {"ratios": ratios} if ratios else {}
    if "instructions" in results:
        found["instructions"] = {name: round(count) for name, count in results["instructions"].items()}
    return found


def kept_part(results):
    """One level: "ratio of whole_way", "instructions of read"."""
    kept = results if "ratios" in results else to_keep(results)
    return {f"{what[:-1] if what == 'ratios' else what} of {name}": value for what in ("ratios", "instructions")
            for name, value in kept.get(what, {}).items()}


def said_of_disk(results):
    found = results.get("machine")
    return f"; a write of 4 KiB and fdatasync {found['sync_p50_ms']:.2f} ms (p99 {found['sync_p99_ms']:.2f})" if found else ""


def told(kept, now):
    """In words, a line each."""
    lines = [f"{name}: {before:,.6g} -> {after:,.6g} ({100 * (after - before) / before:+.0f}%)" for name, before, after in moved(kept, now)]
    lines += [f"{name}: {now[name]:,.6g}, nothing kept to compare it with" for name in sorted(now.keys() - kept.keys())]
    return lines or ["nothing moved by over 10% since tests/bench/baseline.json"]


def save(path, results):
    path.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def load(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
