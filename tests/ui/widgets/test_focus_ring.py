"""The ring is around whatever has the focus, whole, and stays there."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.paint_watch import painted
from tests.ui.screen import button, field, statement
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.focus_ring import FocusRing
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def ring_is_around(window: MainWindow, widget: QWidget) -> bool:
    ring = window.findChild(FocusRing)
    margin = RING_MARGIN
    whole = ring.visibleRegion().boundingRect() == ring.rect()
    return whole and on_screen(ring) == on_screen(widget).adjusted(-margin, -margin, margin, margin)


def test_the_ring_goes_where_the_focus_goes(window: MainWindow, qtbot: QtBot) -> None:
    stops = [field(window, "Organisatie"), statement(window, 1), statement(window, 10)]
    for stop in [*stops, button(window, "Ga naar stelling 10"), button(window, "Samenvatting")]:
        stop.setFocus()
        qtbot.waitUntil(lambda stop=stop: ring_is_around(window, stop))


def test_the_ring_alone_shows_which_button_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    note = button(window, "Toelichting bij stelling 2")
    before = note.grab().toImage()
    statement(window, 2).setFocus()
    qtbot.keyClick(statement(window, 2), Qt.Key.Key_Tab)
    assert note.hasFocus()
    assert note.grab().toImage() == before


def test_the_ring_follows_when_the_window_is_laid_out_anew(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 2).setFocus()
    for width in (1024, 1920, 1200):
        window.resize(width, 900)
        qtbot.waitUntil(lambda: ring_is_around(window, statement(window, 2)))


def test_the_ring_lets_clicks_through(window: MainWindow) -> None:
    statement(window, 2).setFocus()
    assert window.findChild(FocusRing).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_without_focus_in_the_window_there_is_no_ring(window: MainWindow, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: window.findChild(FocusRing).isHidden())


def test_of_a_statement_only_what_the_ring_covers_is_painted_anew(window: MainWindow, qtbot: QtBot) -> None:
    before, after = statement(window, 1), statement(window, 2)
    before.setFocus()
    with painted(before) as left, painted(after) as reached:
        after.setFocus()
        qtbot.waitUntil(lambda: left.times > 0 and reached.times > 0)
    for watch, box in ((left, before), (reached, after)):
        inside = box.rect().adjusted(RING_MARGIN, RING_MARGIN, -RING_MARGIN, -RING_MARGIN)
        assert not watch.region.intersects(inside)
        assert watch.region.boundingRect() == box.rect(), "the line is on all four sides"
