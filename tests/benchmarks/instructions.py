"""Counts the instructions of start-up and of a tick, ours against bare, and fails when a ratio has grown.

Run it by hand with `python tests/benchmarks/instructions.py`, for about two minutes; it needs valgrind, and
exits with 77 without it. A count is nearly the same on a busy machine as on an idle one, so that this can be
a check, where the times of report.py are a report.

Where start-up's 1,237 million go at 1.92 x (bare: 645), each with all that it calls: PySide's own modules,
compiled at each start, 291 (310; 179 in the bundle, which has them compiled); its enumerations 271 (96), some
0.08 for each name of 3,290 (1,295), of which Qt's namespace has 1,195, all at once with its first; the events
up to the frame 63 (11) and the style sheet 69 (none), in which glyphs are looked up for 37, at each width
that Qt tries; bytecode read from files 52 (27); the card's TOML 25 (none); QWidget.show() 30 (41).

Where a tick's 9.8 million go at 2.38 x (bare: 4.1): most are painting, of the row, the buttons of the open
points, which all move (1.1), the numeral and one cell of the meter, the message where it changes, and what
the focus scrolls into sight, which bare never does; the new scan, with all that follows it, is 3.6.
"""

import os
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from report import command, isolate

KEPT = {"start-up": 1.92, "tick": 2.38}
"""The ratios that were reached: a change that lowers one writes the new one here."""
TOLERANCE = 1.05

FEW, MANY = 20, 120
"""Ticks of the two runs whose difference is that of ticks alone; 20 take all statements on and off again."""
SKIPPED = 77


def count(program: list[str]) -> int:
    """Return the number of instructions that a program executes, from the start of its process."""
    with TemporaryDirectory() as name, chdir(name):
        isolate(Path(name))
        subprocess.run(program, stdout=subprocess.DEVNULL, check=True)  # fills the caches of Python
        tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=counts"]
        subprocess.run([*tool, *program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        lines = Path("counts").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("totals:")).split()[1])


def start_up(module: str) -> int:
    return count(command("first_frame.py", "--only", module))


def ticks(window: str) -> int:
    """Return the instructions of MANY - FEW ticks."""
    many, few = (count(command("tick.py", window, ticks, 0)) for ticks in (MANY, FEW))
    return many - few


def main() -> int:
    if shutil.which("valgrind") is None:
        print("valgrind is not installed")
        return SKIPPED
    os.environ["PYTHONHASHSEED"] = "0"  # a set's order changes the count
    counts = {
        "start-up": (start_up("vpt_desktop.app"), start_up("bare_window")),
        "tick": (ticks("ours"), ticks("bare")),
    }
    grown = False
    for name, (ours, bare) in counts.items():
        ratio, most = ours / bare, KEPT[name] * TOLERANCE
        grown = grown or ratio > most
        verdict = f"more than {most:.2f}" if ratio > most else f"at most {most:.2f}"
        print(f"{name}: {ours / 1e6:,.1f} million, bare {bare / 1e6:,.1f}: {ratio:.3f} x, {verdict}")
    return int(grown)


if __name__ == "__main__":
    sys.exit(main())
