"""The keys of the commands on the slides, as a leader or a remote presses them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.offscreen_screens import LAPTOP, PROJECTOR
from tests.ui.presentation.bare_desk import BareDesk, dialogs, ticks
from tests.ui.screen import action, place, screen_under, slide, slides_of
from vpt_desktop.domain.slide_show import QUESTION, RESULT
from vpt_desktop.ui.presentation.keys_help import KeysHelp

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LETTERS = {Key.Key_U: "u", Key.Key_B: "b", Key.Key_W: "w", Key.Key_S: "s"}


@pytest.fixture
def window(bare_desk: BareDesk) -> BareDesk:
    return bare_desk


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_Right, Key.Key_Down])
@pytest.mark.parametrize("back", [Key.Key_PageUp, Key.Key_Left, Key.Key_Up])
def test_next_and_previous(window: BareDesk, press: Callable[..., None], key: Qt.Key, back: Qt.Key) -> None:
    press(Key.Key_F5, key, key)
    assert slide(window) == 3
    press(back)
    assert slide(window) == 2


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_space_and_enter_tick_and_untick_the_statement_on_screen(
    window: BareDesk, press: Callable[..., None], key: Qt.Key
) -> None:
    press(Key.Key_F5, Key.Key_PageDown, key)
    assert ticks(window) == "☐☑☐☐☐☐☐☐☐☐"
    press(key)
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_what_is_not_on_screen_is_not_ticked(window: BareDesk, press: Callable[..., None]) -> None:
    press(Key.Key_F5, Key.Key_B, Key.Key_Space)
    press(Key.Key_U, Key.Key_Space)
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_figures_tick_the_statement_with_that_number_and_leave_the_slide(
    window: BareDesk, press: Callable[..., None]
) -> None:
    press(Key.Key_F5, Key.Key_2, Key.Key_0)
    assert ticks(window) == "☐☑☐☐☐☐☐☐☐☑"
    press(Key.Key_2)
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☑"
    assert slide(window) == 1


def test_u_reveals_the_result_and_hides_it(window: BareDesk, press: Callable[..., None]) -> None:
    press(Key.Key_F5, Key.Key_PageDown, Key.Key_U)
    assert slide(window) == RESULT
    press(Key.Key_U)
    assert slide(window) == 2


@pytest.mark.parametrize(
    ("key", "name"),
    [(Key.Key_B, "black"), (Key.Key_Period, "black"), (Key.Key_W, "white"), (Key.Key_Comma, "white")],
)
def test_a_blank_screen_goes_by_its_key_by_escape_and_by_the_first_step(
    window: BareDesk, press: Callable[..., None], key: Qt.Key, name: str
) -> None:
    press(Key.Key_F5)
    for back in (key, Key.Key_Escape, Key.Key_PageDown, Key.Key_PageUp):
        press(key)
        assert slide(window) == name
        colour = slides_of(window).grab().toImage().pixelColor(9, 9).name()
        assert colour == {"black": "#000000", "white": "#ffffff"}[name]
        press(back)
        assert slide(window) == 1


@pytest.mark.usefixtures("two_screens")
def test_s_swaps_the_screens(window: BareDesk, press: Callable[..., None]) -> None:
    press(Key.Key_F5)
    assert (screen_under(slides_of(window)), screen_under(window)) == (PROJECTOR.name, LAPTOP.name)
    press(Key.Key_S)
    assert (screen_under(slides_of(window)), screen_under(window)) == (LAPTOP.name, PROJECTOR.name)
    press(Key.Key_S)
    assert (screen_under(slides_of(window)), screen_under(window)) == (PROJECTOR.name, LAPTOP.name)


def test_f11_gives_the_slides_a_window_and_the_whole_screen_again(
    window: BareDesk, press: Callable[..., None]
) -> None:
    press(Key.Key_F5)
    assert slides_of(window).isFullScreen()
    press(Key.Key_F11)
    assert not slides_of(window).isFullScreen()
    press(Key.Key_F11)
    assert slides_of(window).isFullScreen()


def test_escape_goes_one_layer_back_at_a_time(window: BareDesk, press: Callable[..., None]) -> None:
    press(Key.Key_F5, Key.Key_PageDown, Key.Key_B, Key.Key_F1)
    press(Key.Key_Escape)
    assert not dialogs(KeysHelp)
    assert slide(window) == "black"
    press(Key.Key_Escape)
    assert slide(window) == 2
    press(Key.Key_Escape)
    assert slide(window) is None


@pytest.mark.parametrize(
    "key", [Key.Key_PageDown, Key.Key_Right, Key.Key_Space, Key.Key_U, Key.Key_B, Key.Key_3]
)
def test_a_key_that_is_held_down_acts_once(window: BareDesk, press: Callable[..., None], key: Qt.Key) -> None:
    press(Key.Key_F5, key)
    once = slide(window), ticks(window)
    assert once != (1, "☐☐☐☐☐☐☐☐☐☐")
    text = QTest.keyToAscii(key) if key < Key.Key_Escape else ""
    for _ in range(21):
        shown = slides_of(window).focusWidget() or slides_of(window)
        QTest.simulateEvent(shown, True, key, Qt.KeyboardModifier.NoModifier, str(text), True)
    assert (slide(window), ticks(window)) == once


def test_a_figure_that_is_held_down_so_ticks_once(
    window: BareDesk, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5)
    qtbot.waitUntil(slides_of(window).isActiveWindow)
    handle = slides_of(window).windowHandle()
    QTest.keyPress(handle, Key.Key_3)
    for _ in range(5):
        QTest.keyRelease(handle, Key.Key_3)
        QTest.keyPress(handle, Key.Key_3)
        assert ticks(window) == "☐☐☑☐☐☐☐☐☐☐"
        assert action(window, "Stelling 3:").isChecked()


def test_a_click_on_a_slide_is_no_next(window: BareDesk, press: Callable[..., None], qtbot: QtBot) -> None:
    press(Key.Key_F5)
    for x, y in ((0.5, 0.02), (0.9, 0.95), (0.02, 0.5)):
        for pressed in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            qtbot.mouseClick(slides_of(window), pressed, pos=place(slides_of(window), x, y))
    assert slide(window) == 1


def test_f5_brings_slides_back_that_are_out_of_sight(
    window: BareDesk, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_PageDown)
    slides_of(window).showMinimized()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Key.Key_F5)
    qtbot.waitUntil(slides_of(window).isActiveWindow)
    assert slides_of(window).isFullScreen()
    assert not slides_of(window).isMinimized()
    assert slide(window) == 2


def test_two_buttons_are_enough_for_all_statements_and_the_result(
    window: BareDesk, press: Callable[..., None]
) -> None:
    press(Key.Key_F5)
    seen = [slide(window)]
    for _ in range(11):
        press(Key.Key_PageDown)
        seen.append(slide(window))
    assert seen == [*range(1, 11), QUESTION, RESULT]
    press(Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageUp)
    assert slide(window) == 10
