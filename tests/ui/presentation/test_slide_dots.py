"""The row of numbers under a statement."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from vpt_desktop.domain.slide_show import SlideShow
from vpt_desktop.override import override
from vpt_desktop.ui.presentation.slide_dots import SlideDots
from vpt_desktop.ui.widgets.slide_size import set_text_size


class Painted(QObject):
    """Adds up what is painted of a widget."""

    def __init__(self, widget: SlideDots) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


@pytest.mark.parametrize("live", [False, True])
def test_a_step_paints_the_dots_that_it_changes_and_no_others(
    qtbot: QtBot, qapp: QApplication, live: bool
) -> None:
    dots = SlideDots()
    qtbot.addWidget(dots)
    set_text_size(dots, 29)
    scan, show = scan_of("☑☐☐☑☐☐☐☐☐☐"), SlideShow(live=live).at(4)
    dots.show_place(show, scan)
    dots.resize(dots.sizeHint())
    dots.show()
    qapp.processEvents()
    before, painted = dots.grab().toImage(), Painted(dots)
    dots.show_place(show.next(), scan)
    qapp.processEvents()
    region, after = QRegion(painted.region), dots.grab().toImage()
    changed = [
        QPoint(x, y)
        for x in range(after.width())
        for y in range(after.height())
        if after.pixel(x, y) != before.pixel(x, y)
    ]
    assert changed
    assert all(region.contains(point) for point in changed)
    assert region.boundingRect().width() < dots.width() / 3
