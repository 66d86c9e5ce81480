"""The window is laid out for the sizes that it has, and for no passing ones."""

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screen import action, statement
from tests.ui.widgets.test_scrolling import area_of
from vpt_desktop.override import override
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.scrolling import VerticalScrollArea
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox
from vpt_desktop.ui.widgets.theme import Theme

NARROWER = 150
"""Pixels; the margins and the widths of the columns differ from those at the old width."""


class Sizes(QObject):
    """Keeps every size that a widget gets."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QSize] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.seen.append(event.size())
        return False


def statements_area(window: MainWindow) -> VerticalScrollArea:
    return area_of(statement(window, 1))


def test_statements_get_a_new_size_at_once(window: MainWindow, qtbot: QtBot) -> None:
    area, sizes = statements_area(window), Sizes()
    before = area.width()
    area.installEventFilter(sizes)
    window.resize(window.width() - NARROWER, window.height())
    qtbot.waitUntil(lambda: area.width() != before)
    QApplication.processEvents()
    assert len(sizes.seen) == 1


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Return the widths for which the first statement has been measured."""
    widths: set[int] = set()
    measure = StatementCheckBox.heightForWidth

    def height_for_width(box: StatementCheckBox, width: int) -> int:
        if box.number == 1:
            widths.add(width)
        return measure(box, width)

    monkeypatch.setattr(StatementCheckBox, "heightForWidth", height_for_width)
    return widths


def test_a_statement_is_not_measured_for_the_width_that_it_would_prefer(
    measured: set[int], window: MainWindow, qtbot: QtBot
) -> None:
    box = statement(window, 1)
    measured.clear()
    before = box.height()
    action(window, "Tekst groter").trigger()
    qtbot.waitUntil(lambda: box.height() != before)
    assert measured
    assert min(measured) >= box.width()


def test_a_window_that_was_very_wide_gets_as_narrow_as_before_at_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 768)
    qtbot.waitUntil(lambda: window.size() == QSize(1024, 768))
    least = window.minimumSizeHint().width()
    statements = statements_area(window).width()
    window.resize(3840, 2160)
    qtbot.waitUntil(lambda: statements_area(window).width() > statements)
    assert window.minimumSizeHint().width() == least
    window.resize(1024, 768)
    qtbot.waitUntil(lambda: window.size() == QSize(1024, 768))
    assert statements_area(window).width() == statements


@pytest.mark.parametrize("zoom", [80, 100, 150, 200, 300])
def test_no_page_is_wider_than_its_view_whatever_is_ticked(window: MainWindow, zoom: int) -> None:
    theme = window.findChild(Theme)
    while theme.zoom != zoom:
        (theme.zoom_in if theme.zoom < zoom else theme.zoom_out)()
    for size in (QSize(800, 600), QSize(900, 700), QSize(1024, 768), QSize(1366, 768)):
        tick_all(window, ticked=True)  # the open points, of which there are ten afterwards, are widest
        window.resize(size)
        settle()
        tick_all(window, ticked=False)
        settle()
        for area in window.findChildren(VerticalScrollArea):
            assert not area.isVisible() or area.widget().width() <= area.viewport().width(), size


def tick_all(window: MainWindow, *, ticked: bool) -> None:
    for number in range(1, 11):
        window.document.set_ticked(number, ticked)


def settle() -> None:
    for _ in range(5):  # a layout whose height depends on its width takes some rounds
        QApplication.processEvents()
