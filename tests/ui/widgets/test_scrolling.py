"""What scrolls is moved on the screen, and only what comes into sight is painted."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.paint_watch import painted
from tests.ui.screen import statement
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.scrolling import VerticalScrollArea, ancestry

STEP = 10
LOW = 420
"""Pixels of height at which both the statements and the panel scroll."""


def area_of(widget: QWidget) -> VerticalScrollArea:
    return next(each for each in ancestry(widget) if isinstance(each, VerticalScrollArea))


def is_at_rest(widget: QWidget) -> bool:
    with painted(widget) as watch:
        pass
    return not watch.times


@pytest.mark.parametrize("where", ["statements", "panel"])
def test_scrolling_paints_only_what_comes_into_sight(window: MainWindow, qtbot: QtBot, where: str) -> None:
    window.resize(window.width(), LOW)
    seen = statement(window, 2) if where == "statements" else window.findChild(ResultPanel)
    area = area_of(seen)
    qtbot.waitUntil(lambda: is_at_rest(area.widget()))
    with painted(area.widget()) as page:
        area.verticalScrollBar().setValue(STEP)
    uncovered = area.viewport().rect().translated(0, STEP)
    uncovered.setTop(uncovered.bottom() - STEP + 1)
    assert page.region.boundingRect() == uncovered
