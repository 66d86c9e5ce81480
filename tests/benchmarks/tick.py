"""Times a tick, from the click until all that shows it has been painted.

`tick.py ours COUNT` prints the milliseconds of that many ticks in the program's own window, `tick.py years
COUNT` with five earlier scans to compare with, `tick.py safe COUNT` and `tick.py safe-years COUNT` until they
are safe on the disk as well, without the pause in which the program waits for more, and
`tick.py bare COUNT` in a bare window, where they move a QProgressBar and change a QLabel. The statements take
turns, all of them on and then all of them off, so that every band comes by. A third argument is the
seconds of rest before each tick; with 0 there is one round of events, and a count of instructions is the same
at each run.
"""

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic, perf_counter
from typing import NamedTuple

from bare_window import bare_window
from empty_profile import use_empty_profile
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QProgressBar, QScrollArea, QWidget

from vpt_desktop.domain.earlier_scan import EARLIER_LIMIT
from vpt_desktop.domain.earlier_scans import AnsweredScan, following
from vpt_desktop.domain.scan import Answer, new_scan
from vpt_desktop.override import override
from vpt_desktop.resources import load_card
from vpt_desktop.ui.application import build_window, prepare
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.scan.side_panel import SidePanel
from vpt_desktop.ui.widgets.score_meter import ScoreMeter

WINDOW_SIZE = 1366, 768
LEFT = 12
"""Where a click surely hits a check box, in pixels."""
REST = 0.01
"""Seconds that a user surely leaves between scrolling and clicking."""
FIRST_DAY = dt.date(2021, 11, 23)
NOTED = Answer(note="Eén verantwoordelijke aanwijzen voor de opbouw van dossiers. " * 20, who="Teamleider")
PATIENCE = 5
"""Seconds without a frame after which the benchmark counts as broken."""


class Scene(NamedTuple):
    """A window, the check boxes in it, and what else must be painted and done after a tick."""

    window: QWidget
    boxes: list[QCheckBox]
    others: list[QWidget]
    keep: Callable[[], object] = lambda: None


class PaintWatch(QObject):
    """Crosses off the widgets that have been painted."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.awaited: set[QObject] = set()
        for widget in (*scene.boxes, *scene.others):
            widget.installEventFilter(self)

    @override
    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.awaited.discard(widget)
        return False


def our_scene(app: QApplication) -> Scene:
    prepare(app)
    window = build_window(app, load_card(), Preferences())
    boxes = window.findChildren(QCheckBox)
    return Scene(window, boxes, [window.findChild(ScoreMeter), window.findChild(SidePanel).page])


def years_scene(app: QApplication) -> Scene:
    scene = our_scene(app)
    texts = load_card().texts
    scan = new_scan(FIRST_DAY)
    for year in range(1, EARLIER_LIMIT + 1):
        day = FIRST_DAY.replace(year=FIRST_DAY.year + year)
        scan = following(AnsweredScan(scan.with_answer(year, NOTED), texts), day)
    scene.window.document.open(scan)
    return scene


def safe_scene(app: QApplication) -> Scene:
    return kept(our_scene(app))


def safe_years_scene(app: QApplication) -> Scene:
    return kept(years_scene(app))


def kept(scene: Scene) -> Scene:
    folder = Path(mkdtemp(dir=os.environ["XDG_CONFIG_HOME"]))
    keeper = RecoveryKeeper(load_card(), scene.window.document, folder)
    keeper.failed.connect(sys.exit)
    keeper.start()
    return scene._replace(keep=keeper.write)


def bare_scene(_app: QApplication) -> Scene:
    window = bare_window()
    boxes = window.findChildren(QCheckBox)
    bar, label = QProgressBar(maximum=len(boxes)), QLabel()

    def show_score() -> None:
        score = sum(box.isChecked() for box in boxes)
        bar.setValue(score)
        label.setText(f"{score}")

    for box in boxes:
        box.toggled.connect(show_score)
    for widget in (bar, label):
        window.layout().addWidget(widget)
    return Scene(window, boxes, [bar, label])


def tick_times(app: QApplication, scene: Scene, rest: float) -> Iterator[float]:
    """Yield the milliseconds of one tick after another, without end."""
    watch = PaintWatch(scene)
    scene.window.showNormal()
    scene.window.resize(*WINDOW_SIZE)
    for box in cycle(scene.boxes):
        bring_into_sight(app, box, rest)
        watch.awaited = {box, *scene.others}
        start = perf_counter()
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(LEFT, box.height() // 2))
        app.processEvents()
        while watch.awaited:
            if perf_counter() - start > PATIENCE:
                sys.exit(f"not painted after a tick: {watch.awaited}")
            app.processEvents()
        scene.keep()
        yield (perf_counter() - start) * 1000


def bring_into_sight(app: QApplication, widget: QWidget, rest: float) -> None:
    """Scroll to `widget`, and let everything come to rest."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    end = monotonic() + rest
    app.processEvents()
    while monotonic() < end:
        app.processEvents()


def main(which: str, count: str, rest: float = REST) -> None:
    use_empty_profile()
    app = QApplication(sys.argv[:1])
    scene = {
        "ours": our_scene,
        "years": years_scene,
        "safe": safe_scene,
        "safe-years": safe_years_scene,
        "bare": bare_scene,
    }[which](app)
    print(*islice(tick_times(app, scene, float(rest)), int(count)), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
