"""Times the next slide on a screen of 3840 by 2160, from the key until slide and desk have been painted.

`next_slide.py ours COUNT` prints the milliseconds of that many steps through a presentation with a previous
scan, from the first statement to the last slide with open points and back, by way of its agreements, and
`next_slide.py bare COUNT` of as many changes of one QLabel with the same text on the same screen.
"""

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from itertools import chain, cycle, islice
from time import monotonic, perf_counter

from empty_profile import use_empty_profile
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from vpt_desktop.domain.card import STATEMENT_COUNT, Card
from vpt_desktop.domain.earlier_scans import AnsweredScan, following
from vpt_desktop.domain.scan import Answer, Scan, new_id
from vpt_desktop.domain.slide_show import RESULT, SlideShow
from vpt_desktop.override import override
from vpt_desktop.resources import load_card
from vpt_desktop.ui.application import build_window, prepare
from vpt_desktop.ui.preferences import Preferences

SCREEN = 3840, 2160
REST = 0.2
"""Seconds that a leader surely leaves between two slides."""
NOTE = "Eerst een inventarisatie bij alle teams, dan een voorstel aan het management van de gemeente."
PATIENCE = 5
"""Seconds without a frame after which the benchmark counts as broken."""


class PaintWatch(QObject):
    """Counts the times that any of some widgets is painted."""

    def __init__(self, widgets: list[QWidget]) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    @override
    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def compared_scan(card: Card) -> Scan:
    """Return a scan with something agreed on all points, now and last year."""
    agreed = Answer(note=NOTE, who="Teamleider Veiligheid", due="1 maart 2027")
    before = Scan(dt.date(2025, 3, 1), answers=(agreed,) * STATEMENT_COUNT, id=new_id())
    scan = following(AnsweredScan(before, card.texts), dt.date(2026, 3, 1))
    return replace(scan, answers=before.answers)


def our_steps(app: QApplication) -> tuple[list[QWidget], Iterator[Callable[[], object]]]:
    prepare(app)
    desk = build_window(app, load_card(), Preferences())
    desk.document.open(compared_scan(load_card()))
    desk.show()
    desk.presentation.start()
    slides = desk.presentation.window
    slides.showNormal()
    slides.resize(*SCREEN)
    after = slides.divided(SlideShow(), desk.scan)
    there = (
        (Qt.Key.Key_PageDown,) * (RESULT - 1),
        (Qt.Key.Key_A,),
        (Qt.Key.Key_PageDown,) * len(after.agreements),
    )
    rest = after.differences + len(after.pages)
    back = (Qt.Key.Key_PageDown,) * rest, (Qt.Key.Key_PageUp,) * (RESULT - 1 + rest)
    keys = cycle(chain(*there, *back))
    steps = (lambda key=key: QTest.keyClick(slides, key) for key in keys)
    return slides.findChildren(QWidget), steps


def bare_steps(_app: QApplication) -> tuple[list[QWidget], Iterator[Callable[[], object]]]:
    label = QLabel(wordWrap=True)
    font = label.font()
    font.setPixelSize(SCREEN[1] // 16)
    label.setFont(font)
    label.resize(*SCREEN)
    label.show()
    texts = cycle(statement.text for statement in load_card().statements)
    return [label], (lambda text=text: label.setText(text) for text in texts)


def step_times(app: QApplication, which: str) -> Iterator[float]:
    """Yield the milliseconds of one step after another, without end."""
    widgets, steps = {"ours": our_steps, "bare": bare_steps}[which](app)
    watch = PaintWatch(widgets)
    for step in steps:
        end = monotonic() + REST
        while monotonic() < end:
            app.processEvents()
        before, start = watch.count, perf_counter()
        step()
        app.processEvents()
        while watch.count == before:
            if perf_counter() - start > PATIENCE:
                sys.exit("not painted after a step")
            app.processEvents()
        yield (perf_counter() - start) * 1000


def main(which: str, count: str) -> None:
    use_empty_profile()
    app = QApplication(sys.argv[:1])
    print(*islice(step_times(app, which), int(count)), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
