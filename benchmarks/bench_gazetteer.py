"""Prints what the gazetteer costs: building, opening, memory, and a look-up of a name.

Run it from the project's folder: `python benchmarks/bench_gazetteer.py`; `--build` builds anew.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from geodata.names import NormalisedName, normalise
from geodata.places.gazetteer import Gazetteer

ROOT = Path(__file__).parents[1]
GAZETTEER = ROOT / ".dateline" / "gazetteer.bin"
HOT = ("Moscow", "Paris", "Springfield", "Kursk", "Pyongyang", "San José", "Washington", "U.S.")
SAMPLE = 20_000

# Both run in a Python of their own, so that what they need is told from what is there already.
OPENING = """
import json, sys, time
from pathlib import Path
import geopy.geocoders, geopy.distance, marisa_trie, numpy, regex
from geodata.places.gazetteer import Gazetteer
from geodata.model import Place
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
before = resident()
started = time.perf_counter()
gazetteer = Gazetteer.open(Path(sys.argv[1]))
opened = time.perf_counter() - started
after = resident()
for name in sys.argv[2:]:
    gazetteer.find(name)
started = time.perf_counter()
gazetteer.reverse((39.03, 125.75))
reverse = time.perf_counter() - started
print(json.dumps([opened * 1e3, after - before, resident() - before, reverse * 1e3]))
"""
BUILDING = """
import json, resource, sys
from pathlib import Path
from geodata.places.build import build_gazetteer
report = build_gazetteer(Path(sys.argv[1]))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
print(json.dumps([report.seconds, peak, report.place_count, report.name_count,
                  report.posting_count, report.file_bytes / 1e6]))
"""


def main() -> None:
    """Measure and print one table."""
    rows: list[tuple[str, str]] = []
    if "--build" in sys.argv or not GAZETTEER.is_file():
        rows += _building()
    rows += _opening()
    rows += _look_ups()
    width = max(len(what) for what, _ in rows)
    for what, measured in rows:
        print(f"{what:<{width}}  {measured:>16}")


def _building() -> list[tuple[str, str]]:
    seconds, peak, places, names, postings, size = _alone(BUILDING, str(GAZETTEER))
    return [
        ("building", f"{seconds:.1f} s"),
        ("memory while building, at most", f"{peak:.0f} MB"),
        ("places", f"{places:,.0f}"),
        ("names", f"{names:,.0f}"),
        ("names of places", f"{postings:,.0f}"),
        ("file", f"{size:.1f} MB"),
    ]


def _opening() -> list[tuple[str, str]]:
    runs = [_alone(OPENING, str(GAZETTEER), *HOT) for _ in range(5)]
    opened, memory, used, reverse = (median(column) for column in zip(*runs, strict=True))
    return [
        ("opening", f"{opened:.1f} ms"),
        ("memory after opening", f"+{memory:.1f} MB"),
        (f"memory after {len(HOT)} names and a point", f"+{used:.1f} MB"),
        ("first point to nearest town", f"{reverse:.2f} ms"),
    ]


def _look_ups() -> list[tuple[str, str]]:
    gazetteer = Gazetteer.open(GAZETTEER)
    sample = random.Random(7).sample(list(gazetteer.names()), SAMPLE)
    hot = [normalise(name) for name in HOT]
    # Each pass maps the file anew; the least disturbed one tells what a look-up costs.
    passes = [_each(Gazetteer.open(GAZETTEER).named, sample) for _ in range(5)]
    first = min(passes, key=sum)
    rows = [
        ("summary of a name, median", _microseconds(median(_each(gazetteer.summary, sample)))),
        (
            "summary of no name",
            _microseconds(median(_each(gazetteer.summary, [normalise("no such")] * 999))),
        ),
        ("first look-up of any name, mean", _microseconds(sum(first) / len(first))),
        ("first look-up of any name, median", _microseconds(median(first))),
        ("first look-up of any name, 99 of 100", _microseconds(quantiles(first, n=100)[-1])),
    ]
    for name in hot:
        anew = Gazetteer.open(GAZETTEER)
        once = _each(anew.named, [name])[0]
        again = median(_each(anew.named, [name] * 999))
        count = len(anew.named(name))
        rows.append((f"{name} ({count} places), first / again",
                     f"{once * 1e6:.0f} / {again * 1e6:.2f} µs"))  # fmt: skip
    return rows


def _each(call: Callable[[NormalisedName], object], keys: Sequence[NormalisedName]) -> list[float]:
    """Seconds that each call takes."""
    seconds = []
    for key in keys:
        started = time.perf_counter()
        call(key)
        seconds.append(time.perf_counter() - started)
    return seconds


def _microseconds(seconds: float) -> str:
    return f"{seconds * 1e6:.2f} µs"


def _alone(program: str, *arguments: str) -> list[float]:
    """What a program prints as JSON, run in a Python of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    measured: list[float] = json.loads(done.stdout)
    return measured


if __name__ == "__main__":
    main()
