"""The program with its real window, killed at any moment of a user's work: nothing of it is lost.

`VPT_LONG_TESTS=1` kills it 300 times.
"""

import os
import random
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pikepdf

from tests.drawing import drawing_of, scan_of
from tests.killing import Program
from tests.skips import WINDOWS
from vpt_desktop.domain.card import Card
from vpt_desktop.storage.scan_file import encode_scan, read_scan

TURNS = 300 if os.environ.get("VPT_LONG_TESTS") else 10

WORK = """
import os, random, sys, traceback
from functools import partial
from pathlib import Path
from time import monotonic
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from tests.drawing import drawing_of
from tests.ui.screen import field, statement
from vpt_desktop.resources import load_card
from vpt_desktop.ui.application import build_window, prepare
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.preferences import Preferences

folder, chance = Path(sys.argv[1]), random.Random(sys.argv[2])

def report(what):
    scan = window.document.scan
    print(what, f"{monotonic():.3f}", drawing_of(scan), scan.organisation or "-", flush=True)

def tick():
    QTest.keyClick(statement(window, chance.randint(1, 10)), Qt.Key.Key_Space)

def write():
    QTest.keyClicks(field(window, "Organisatie"), chance.choice("abcdefgh"))

def save():
    QTest.keyClick(window, "s", Qt.KeyboardModifier.ControlModifier)
    for question in window.findChildren(QMessageBox):  # recovered work may be older than its file
        question.button(QMessageBox.StandardButton.Save).click()

def make_pdf():
    window.export.save(window.export.summary, folder / f"{chance.randint(1, 3)}.pdf")

def step():
    what = chance.choices([tick, write, save, make_pdf], [6, 6, 1, 1])[0]
    try:
        what()
        report(what.__name__)
    except Exception:
        traceback.print_exc()
        os._exit(3)  # which is not the end that a kill gives

app = QApplication([])
prepare(app)
card = load_card()
window = build_window(app, card, Preferences(folder / "settings.ini"))
keeper = RecoveryKeeper(card, window.document, folder / "herstel")
for failed in (keeper.failed, window.files.failed, window.export.failed):
    failed.connect(partial(print, "failed:"))  # which no report begins with
window.show()
keeper.start()
keeper.settle()
if not window.document.is_modified:
    window.files.open(folder / "scan.vpt")
    window.files.settle()
report("found")
timer = QTimer(interval=20)
timer.timeout.connect(step)
timer.start()
app.exec()
"""
"""Ticks, types, saves and writes PDFs by chance, and reports each step."""


class Report(NamedTuple):
    """A line of the program: a step that was done, or "found" at its start."""

    what: str
    time: float
    drawing: str
    organisation: str

    @property
    def state(self) -> tuple[str, str]:
        return self.drawing, self.organisation


def parsed(line: str) -> Report:
    what, time, drawing, organisation = line.split()
    return Report(what, float(time), drawing, organisation)


def saved_state(file: Path, card: Card) -> tuple[str, str]:
    scan = read_scan(file, card)
    return drawing_of(scan), scan.organisation or "-"


def last_place(reports: list[Report], state: tuple[str, str]) -> int:
    """Return the place of the last report of a state; -1 for one from before this program."""
    return max((place for place, report in enumerate(reports) if report.state == state), default=-1)


def must_be_there(reports: list[Report]) -> int:
    """Return the place of the newest report that a kill must not undo: of the start, or a second old."""
    end = reports[-1].time
    return max(
        place for place, report in enumerate(reports) if report.what == "found" or report.time < end - 1
    )


def start(folder: Path, turn: int) -> tuple[Program, Report]:
    """Start the program, on Windows on the screen itself, and return it with what it found."""
    screen = {"QT_QPA_PLATFORM": "windows"} if WINDOWS else {}
    program = Program(WORK, str(folder), str(turn), **screen)
    found = parsed(program.line())
    while found.what != "found":
        found = parsed(program.line())
    return program, found


def test_a_program_killed_at_any_moment_of_work_loses_nothing(card: Card, tmp_path: Path) -> None:
    scan_file = tmp_path / "scan.vpt"
    scan_file.write_bytes(encode_scan(scan_of("☐☐☐☐☐☐☐☐☐☐"), card))
    moments = random.Random(3)  # noqa: S311  moments, not secrets
    program, found = start(tmp_path, 0)
    done: Counter[str] = Counter()
    for turn in range(1, TURNS + 1):
        time.sleep(moments.uniform(0, 2))  # any moment will do: nothing is waited for
        reports = [found, *map(parsed, program.kill())]
        done.update(report.what for report in reports)

        saved = saved_state(scan_file, card)
        program, found = start(tmp_path, turn)
        back = max(last_place(reports, state) for state in (saved, found.state))
        assert back >= must_be_there(reports), f"turn {turn}: {reports[-5:]}, {saved}, {found}"
        for pdf in tmp_path.glob("*.pdf"):
            with pikepdf.open(pdf) as whole:
                assert whole.pages
        assert [*tmp_path.glob("herstel/*.beschadigd")] == []
    program.kill()
    assert min(done[step] for step in ("tick", "write", "save", "make_pdf")) > 0
