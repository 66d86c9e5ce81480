"""Measures what a user waits for, against the least that Qt and Typst can do, and prints it as a table.

Run it by hand with `python tests/benchmarks/report.py`, for about a minute. A slow figure is no failure,
since machines differ and are busy. Ours and bare take turns, so that both meet the same moments: the ratio
tells most. No window is shown, unless QT_QPA_PLATFORM says where.
"""

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

HERE = Path(__file__).resolve().parent

START_UPS = 15
TICK_ROUNDS = 5
TICKS = 120
"""A round's; 20 take all statements on and off again."""
SLIDES = 200
LARGEST_FILES = 15
COLD_SUMMARIES = 9
WARM_SUMMARIES = 50
NOTED_SUMMARIES = 15
NOTE_LENGTH = 2000

SCREEN = """{"screens": [{"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768,
"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}"""
"""What Qt's offscreen platform is told to play."""

RATIO = "x"


class Figure(NamedTuple):
    """A line of the table. The aim is the most that ours may be, or with RATIO as its unit the ratio."""

    name: str
    unit: str
    ours: float
    bare: float | None = None
    aim: float | None = None
    aim_unit: str = ""

    def cells(self) -> tuple[str, ...]:
        ours, bare, ratio, aim, verdict = f"{self.ours:.1f} {self.unit}", "", "", "", ""
        judged = self.ours
        if self.bare:
            bare = f"{self.bare:.1f} {self.unit}"
            ratio = f"{self.ours / self.bare:.2f} {RATIO}"
            judged = self.ours / self.bare if self.aim_unit == RATIO else judged
        if self.aim:
            aim = f"≤ {self.aim:g} {self.aim_unit}"
            verdict = "held" if judged <= self.aim else "missed"
        return self.name, ours, bare, ratio, aim, verdict


def start_up_and_memory() -> list[Figure]:
    """Return the figures of the program and of the bare window, each from its source."""
    return compare(command("first_frame.py", "vpt_desktop.app"), command("first_frame.py", "bare_window"))


def compare(ours: list[str], bare: list[str]) -> list[Figure]:
    """Return the time from before a process exists until its first frame stands, and its peak of memory."""
    for program in (ours, bare):
        first_frame(program)  # fills the caches of Python and the system
    pairs = [(first_frame(ours), first_frame(bare)) for _ in range(START_UPS)]
    (times, peaks), (bare_times, bare_peaks) = (zip(*runs, strict=True) for runs in zip(*pairs, strict=True))
    figures = [Figure("start-up, to the first frame", "ms", median(times), median(bare_times), 1.25, RATIO)]
    if median(bare_peaks):
        figures.append(Figure("memory, at its peak", "MB", median(peaks), median(bare_peaks), 1.3, RATIO))
    return figures


def first_frame(program: list[str]) -> tuple[float, float]:
    """Start a program; return the milliseconds until its first frame, and its peak of memory in MB or 0."""
    start = perf_counter()
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        process.stdout.readline()
        time = perf_counter() - start
        peak = process.stdout.read()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return time * 1000, float(peak)


def ticks() -> list[Figure]:
    """Return the time from a click until meter, panel and row have been painted, and until it is kept."""
    windows = "ours", "years", "safe", "bare"
    rounds = [[times("tick.py", window, TICKS) for window in windows] for _ in range(TICK_ROUNDS)]
    ours, years, safe, bare = (list(chain(*runs)) for runs in zip(*rounds, strict=True))
    return [
        Figure("tick, to repainted: median", "ms", median(ours), median(bare)),
        Figure(
            "tick, to repainted: 99th percentile", "ms", _percentile_99(ours), _percentile_99(bare), 4, "ms"
        ),
        Figure(
            "the same with five earlier years, against without", "ms", median(years), median(ours), 1.2, RATIO
        ),
        Figure("tick, to repainted and safe on disk: median", "ms", median(safe)),
        Figure(
            "tick, to repainted and safe on disk: 99th percentile",
            "ms",
            _percentile_99(safe),
            aim=4,
            aim_unit="ms",
        ),
    ]


def slides() -> list[Figure]:
    """Return the time from a key until the next slide has been painted at 3840 by 2160; aim: a frame."""
    ours, bare = (times("next_slide.py", window, SLIDES) for window in ("ours", "bare"))
    return [
        Figure("next slide, to painted: median", "ms", median(ours), median(bare)),
        Figure(
            "next slide, to painted: 99th percentile",
            "ms",
            _percentile_99(ours),
            _percentile_99(bare),
            16.7,
            "ms",
        ),
    ]


def _percentile_99(values: list[float]) -> float:
    return quantiles(values, n=100, method="inclusive")[-1]


def largest_file() -> list[Figure]:
    """Return the time of opening a file with all texts at their limit, against json.loads() on it."""
    figures = times("largest_file.py", LARGEST_FILES)
    return [Figure("opening the largest file", "ms", median(figures[::2]), median(figures[1::2]), 1000, "ms")]


def summaries() -> list[Figure]:
    """Return the time of a summary as PDF: the first, against a document of one line, and later ones."""
    _, *warm = times("summary_pdf.py", 1 + WARM_SUMMARIES)
    _, *noted = times("summary_pdf.py", 1 + NOTED_SUMMARIES, NOTE_LENGTH)
    pairs = [(*times("summary_pdf.py", 1), *times("bare_document.py")) for _ in range(COLD_SUMMARIES)]
    cold, bare = zip(*pairs, strict=True)
    return [
        Figure("PDF, the first with loading Typst", "ms", median(cold), median(bare), 120, "ms"),
        Figure("PDF, a later one", "ms", median(warm), aim=30, aim_unit="ms"),
        Figure(
            f"PDF, with ten notes of {NOTE_LENGTH:,} characters", "ms", median(noted), aim=500, aim_unit="ms"
        ),
    ]


def times(script: str, *arguments: object) -> list[float]:
    """Run one of the scripts here; return the figures that it prints."""
    process = subprocess.run(command(script, *arguments), stdout=subprocess.PIPE, text=True, check=True)
    return [float(line) for line in process.stdout.splitlines()]


def command(script: str, *arguments: object) -> list[str]:
    return [sys.executable, str(HERE / script), *map(str, arguments)]


def isolate(folder: Path) -> None:
    """Keep the processes to come off the screen, away from the user's profile, and on this checkout's code.

    They find their screen in the current folder, `folder`: the option for it takes no colon, as in C:.
    """
    (folder / "screen.json").write_text(SCREEN, encoding="ascii")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen:configfile=screen.json")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # offscreen has one at every show()
    os.environ["PYTHONPATH"] = str(HERE.parents[1])
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)  # compiled once, as by an installation
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(folder)


def table(figures: list[Figure]) -> str:
    """Return the figures as a Markdown table that is readable as it is."""
    rows = [("", "ours", "bare", "ratio", "aim", ""), *(figure.cells() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        f"| {row[0]:{widths[0]}} | "
        + " | ".join(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def print_report(measure: Callable[[], list[Figure]]) -> None:
    """Print what `measure` returns, with where it was measured."""
    sys.stdout.reconfigure(encoding="utf-8")
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, chdir(folder):
        isolate(Path(folder))
        figures = measure()
    versions = [f"{name} {version(name)}" for name in ("PySide6-Essentials", "typst")]
    print(platform.platform(), f"{os.cpu_count()} processors", os.environ["QT_QPA_PLATFORM"], sep=", ")
    if hasattr(os, "getloadavg"):  # not on Windows
        versions.append(f"load {os.getloadavg()[0]:.1f}, of which this is 1")
    print(f"Python {platform.python_version()}", *versions, sep=", ")
    print(f"\n{table(figures)}")


def measure_all() -> list[Figure]:
    """Return all figures of the program as it runs from its source."""
    return [*start_up_and_memory(), *ticks(), *slides(), *largest_file(), *summaries()]


if __name__ == "__main__":
    print_report(measure_all)
