"""Presenting on one screen by mouse or finger: the bar comes with a movement, and goes by itself."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QHoverEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.presentation.bare_desk import BareDesk, ticks
from tests.ui.presentation.test_slides import LANDSCAPE, PORTRAIT
from tests.ui.screen import present, slide, slides_of, statement
from vpt_desktop.ui.presentation import idle_cursor
from vpt_desktop.ui.presentation.slide_bar import SlideBar
from vpt_desktop.ui.presentation.slide_dots import SlideDots

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def window(bare_desk: BareDesk, qtbot: QtBot) -> BareDesk:
    present(bare_desk, qtbot)
    return bare_desk


def bar(window: BareDesk) -> SlideBar:
    found = slides_of(window).findChild(SlideBar)
    assert found is not None
    return found


def move_mouse(window: BareDesk) -> None:
    """Move the mouse a little, as the window system reports it."""
    shown = slides_of(window)
    QCursor.setPos(QCursor.pos() + QPoint(7, 7))
    place = QPointF(shown.mapFromGlobal(QCursor.pos()))
    QApplication.sendEvent(shown, QHoverEvent(QEvent.Type.HoverMove, place, place, QPointF(0, 0)))


def touch(window: BareDesk, finger: QPointingDevice, start: QPoint, end: QPoint) -> None:
    shown = slides_of(window)
    QTest.touchEvent(shown, finger).press(0, start, shown)
    QTest.touchEvent(shown, finger).move(0, (start + end) / 2, shown)
    QTest.touchEvent(shown, finger).move(0, end, shown)
    QTest.touchEvent(shown, finger).release(0, end, shown)


def test_the_bar_comes_with_the_mouse_and_goes_after_a_while_without_it(
    bare_desk: BareDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle_cursor, "IDLE_AFTER", 50)
    present(bare_desk, qtbot)
    assert not bar(bare_desk).isVisible()
    move_mouse(bare_desk)
    assert bar(bare_desk).isVisible()
    qtbot.waitUntil(lambda: not bar(bare_desk).isVisible())


def test_a_click_beside_the_box_shows_it_too(window: BareDesk) -> None:
    QTest.mouseClick(slides_of(window), LEFT, pos=slides_of(window).rect().center())
    assert bar(window).isVisible()
    assert slide(window) == 1


def test_it_stays_as_long_as_it_is_clicked(window: BareDesk, qtbot: QtBot) -> None:
    move_mouse(window)
    with qtbot.waitSignal(slides_of(window).pointer.moved):  # after which it counts two seconds anew
        QTest.mouseClick(exactly(bar(window), "Volgende"), LEFT)


@pytest.mark.usefixtures("two_screens")
def test_with_two_screens_the_audience_never_sees_it(window: BareDesk) -> None:
    move_mouse(window)
    assert not bar(window).isVisible()


def test_a_whole_workshop_goes_by_mouse(window: BareDesk) -> None:
    move_mouse(window)
    shown = bar(window)
    for name, expected in (
        ("Volgende", 2),
        ("Volgende", 3),
        ("Vorige", 2),
        ("Zwart", "black"),
        ("Zwart", 2),
        ("Naar stelling 7", 7),
        ("Naar stelling 10", 10),
    ):
        QTest.mouseClick(exactly(shown, name), LEFT)
        assert slide(window) == expected
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐", "a number never ticks"
    QTest.mouseClick(exactly(shown, "Stoppen"), LEFT)
    assert slide(window) is None


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_F2])
def test_it_does_not_look_out_from_behind_a_sheet(window: BareDesk, key: Qt.Key) -> None:
    move_mouse(window)
    QTest.keyClick(slides_of(window), key)
    assert not bar(window).isVisible()
    move_mouse(window)
    assert not bar(window).isVisible()
    window.presentation.back()
    move_mouse(window)
    assert bar(window).isVisible()


def exactly(shown: SlideBar, name: str) -> QPushButton:
    return next(
        each for each in shown.findChildren(QPushButton) if name in (each.text(), each.accessibleName())
    )


def test_its_buttons_take_no_focus(window: BareDesk) -> None:
    assert {each.focusPolicy() for each in bar(window).findChildren(QPushButton)} == {Qt.FocusPolicy.NoFocus}


@pytest.mark.parametrize("size", LANDSCAPE + PORTRAIT)
def test_it_is_whole_at_the_foot_of_every_slide(window: BareDesk, size: tuple[int, int]) -> None:
    slides_of(window).showNormal()
    slides_of(window).resize(*size)
    move_mouse(window)
    shown = bar(window)
    assert slides_of(window).rect().contains(shown.geometry())
    assert shown.geometry().top() > slides_of(window).height() * 3 / 4
    for each in shown.findChildren(QPushButton):
        assert each.width() >= each.minimumSizeHint().width()
        assert each.fontInfo().pixelSize() >= min(size) / 27


def test_a_click_on_the_box_ticks_and_one_on_the_text_does_not(window: BareDesk) -> None:
    box = statement(slides_of(window), 1)
    QTest.mouseClick(box, LEFT, pos=box.rect().center())
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    QTest.mouseClick(box, LEFT, pos=QPoint(20, 20))
    assert ticks(window) == "☑☐☐☐☐☐☐☐☐☐"


def test_a_finger_turns_the_slides_from_a_tenth_of_their_width_on(
    window: BareDesk, finger: QPointingDevice
) -> None:
    shown = slides_of(window)
    middle = shown.rect().center()
    far, near = QPoint(shown.width() // 9, 5), QPoint(shown.width() // 11, 5)
    touch(window, finger, middle, middle - far)
    assert slide(window) == 2
    touch(window, finger, middle, middle - near)
    assert slide(window) == 2
    touch(window, finger, middle, middle + far)
    assert slide(window) == 1


def test_a_tap_beside_the_box_shows_the_bar_and_ticks_nothing(
    window: BareDesk, finger: QPointingDevice
) -> None:
    middle = slides_of(window).rect().center()
    touch(window, finger, middle, middle)
    assert bar(window).isVisible()
    assert (slide(window), ticks(window)) == (1, "☐☐☐☐☐☐☐☐☐☐")


def test_a_tap_on_the_box_ticks(window: BareDesk, finger: QPointingDevice) -> None:
    shown = slides_of(window)
    place = statement(shown, 1).mapTo(shown, QPoint(20, 20))
    touch(window, finger, place, place)
    assert ticks(window) == "☑☐☐☐☐☐☐☐☐☐"


@pytest.mark.parametrize("size", LANDSCAPE + PORTRAIT)
def test_no_half_of_a_dot_looks_out_above_it(window: BareDesk, size: tuple[int, int]) -> None:
    slides_of(window).showNormal()
    slides_of(window).resize(*size)
    move_mouse(window)
    dots = slides_of(window).findChild(SlideDots)
    assert bar(window).geometry().top() <= dots.mapTo(slides_of(window), QPoint(0, 0)).y()
