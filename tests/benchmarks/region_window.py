"""Times a region's window on 100, 342, 1,000 and 10,000 files, and prints a table.

From the choice of a folder until its counts are shown, the longest time that the window did not react in
between, and the most memory. `region_window.py` runs itself once for each size. Of three rounds the second
best is shown, since other programs take turns of the processor too.
"""

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from region import SIZES, fill, most_memory

from vpt_desktop.region_outputs import LaidTogether
from vpt_desktop.resources import load_card
from vpt_desktop.ui.application import prepare
from vpt_desktop.ui.background import GarbageCollector
from vpt_desktop.ui.region.region_window import RegionWindow

HEADS = "files", "on screen ms", "longest block ms", "MB"
ROUNDS = 3
_AFTERWARDS = 300
"""Milliseconds in which what is shown is painted too."""


def shown(window: RegionWindow, folder: Path) -> tuple[float, float]:
    """Return in how many milliseconds the window shows `folder`, and for how many it did not react."""
    window.files.clear()
    loop, pulse = QEventLoop(), QTimer(interval=1)
    beats: list[float] = []
    times: list[float] = []

    def counted(source: LaidTogether) -> None:
        if source.files:
            times.append(time.perf_counter())
            QTimer.singleShot(_AFTERWARDS, loop.quit)

    pulse.timeout.connect(lambda: beats.append(time.perf_counter()))
    window.files.changed.connect(counted)
    pulse.start()
    beats.append(time.perf_counter())
    window.take([folder])
    loop.exec()
    pulse.stop()
    window.files.changed.disconnect(counted)
    longest = max(after - before for before, after in pairwise(beats))
    return (times[-1] - beats[0]) * 1000, longest * 1000


def measure(count: int) -> list[str]:
    """Return a row of the table."""
    app = QApplication([])
    prepare(app)
    GarbageCollector(app)
    window = RegionWindow(app, load_card(), [])
    window.show()
    with TemporaryDirectory() as place:
        fill(Path(place), count)
        rounds = [shown(window, Path(place)) for _ in range(ROUNDS)]
    window.settle()
    screen, block = (sorted(figures)[1] for figures in zip(*rounds, strict=True))
    return [f"{count:,}", f"{screen:,.0f}", f"{block:,.0f}", str(most_memory())]


def main(*arguments: str) -> None:
    """Measure one size, or print the table of all."""
    if arguments:
        print("\t".join(measure(int(arguments[0]))), flush=True)
        os._exit(0)  # this process has nothing to keep
    print("| " + " | ".join(HEADS) + " |\n|" + " ---: |" * len(HEADS), flush=True)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    for size in SIZES:
        command = [sys.executable, __file__, str(size)]
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, encoding="utf-8", env=environment
        )
        print("| " + " | ".join(done.stdout.strip().split("\t")) + " |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
