"""The keys of a presentation at the desk, and wherever the main window is needed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.offscreen_screens import LAPTOP, PROJECTOR
from tests.ui.presentation.bare_desk import dialogs
from tests.ui.screen import action, button, field, slide, slides_of, statement, ticks
from vpt_desktop.domain.slide_show import RESULT
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.presentation.note_sheet import NoteSheet
from vpt_desktop.ui.widgets import key_repeat

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LETTERS = {Key.Key_U: "u", Key.Key_B: "b", Key.Key_W: "w", Key.Key_S: "s"}


def test_f5_starts_at_the_first_statement_and_shift_f5_at_the_current(
    window: MainWindow, press: Callable[..., None]
) -> None:
    window.statements.focus_statement(4)
    press(Key.Key_F5)
    assert slide(window) == 1
    press(Key.Key_Escape)
    window.statements.focus_statement(4)
    press(Key.Key_F5, hold=SHIFT)
    assert slide(window) == 4


def test_a_remote_that_alternates_f5_and_escape_never_does_harm(
    window: MainWindow, press: Callable[..., None]
) -> None:
    press(Key.Key_Escape)
    press(Key.Key_F5, Key.Key_PageDown, Key.Key_F5)
    assert slide(window) == 2
    press(Key.Key_F5, hold=SHIFT)
    assert slide(window) == 2
    press(Key.Key_Escape)
    assert slide(window) is None
    press(Key.Key_F5)
    assert slide(window) == 1


@pytest.mark.parametrize("where", ["slides", "desk"])
def test_so_it_does_where_the_system_sends_a_release_and_a_press_for_each_repetition(
    window: MainWindow, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    press(Key.Key_F5)
    active = slides_of(window) if where == "slides" else window
    active.activateWindow()
    handle = active.windowHandle()
    monkeypatch.setattr(key_repeat, "INSTANT", 60_000)  # however slow the machine
    QTest.keyPress(handle, Key.Key_PageDown)
    for _ in range(20):
        QTest.keyRelease(handle, Key.Key_PageDown)
        QTest.keyPress(handle, Key.Key_PageDown)
    assert slide(window) == 2
    QTest.keyRelease(handle, Key.Key_PageDown)
    monkeypatch.setattr(key_repeat, "INSTANT", 0)  # as if a finger had gone up and down
    QTest.keyPress(handle, Key.Key_PageDown)
    assert slide(window) == 3


@pytest.mark.usefixtures("two_screens")
def test_the_leader_s_desk_knows_the_keys_of_the_remote_too(window: MainWindow, qtbot: QtBot) -> None:
    def press(key: Qt.Key) -> None:
        qtbot.keyClick(window.focusWidget(), key)

    press(Key.Key_F5)
    window.activateWindow()
    for key, expected in (
        (Key.Key_PageDown, 2),
        (Key.Key_Period, "black"),
        (Key.Key_PageDown, 2),
        (Key.Key_B, "black"),
        (Key.Key_B, 2),
        (Key.Key_U, RESULT),
        (Key.Key_PageUp, 2),
        (Key.Key_F5, 2),
        (Key.Key_PageUp, 1),
        (Key.Key_Escape, None),
    ):
        press(key)
        assert slide(window) == expected


@pytest.mark.usefixtures("two_screens")
def test_preparing_at_the_desk_leaves_the_slide_alone(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_F5)
    window.activateWindow()
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_End, Key.Key_Tab, Key.Key_Home):
        qtbot.keyClick(window.focusWidget(), key)
    assert ticks(window) == "☐☐☑☐☐☐☐☐☐☐"
    assert slide(window) == 1


@pytest.mark.usefixtures("two_screens")
@pytest.mark.parametrize("where", ["organisation", "note"])
def test_a_text_at_the_desk_keeps_its_keys(window: MainWindow, qtbot: QtBot, where: str) -> None:
    qtbot.keyClick(window, Key.Key_F5)
    qtbot.keyClick(slides_of(window), Key.Key_PageDown)
    if where == "note":
        qtbot.keyClick(slides_of(window), Key.Key_F2)
        text = window.focusWidget()
        assert isinstance(text, QPlainTextEdit)
        assert text.accessibleName() == "Toelichting bij stelling 2"
    else:
        text = field(window, "Organisatie")
    window.activateWindow()
    text.setFocus()
    for key in "ubws.,?7 0":
        qtbot.keyClicks(text, key)
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Return):
        qtbot.keyClick(text, key)
    written = window.scan.answer(2).note.strip() if where == "note" else window.scan.organisation
    assert written == "ubws.,?7 0"
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    assert slide(window) == 2
    qtbot.keyClick(text, Key.Key_Escape)  # out of the text, and no further
    assert slide(window) == 2
    assert window.focusWidget() == statement(window, 2)
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert slide(window) is None


@pytest.mark.usefixtures("two_screens")
def test_a_remote_goes_on_while_a_note_is_open_and_the_note_stays(window: MainWindow, qtbot: QtBot) -> None:
    """PageUp and PageDown type nothing: a leader who has just typed a line expects the remote to work."""
    qtbot.keyClick(window, Key.Key_F5)
    qtbot.keyClick(slides_of(window), Key.Key_F2)
    note = window.focusWidget()
    qtbot.keyClicks(note, "Afgesproken")
    qtbot.keyClick(note, Key.Key_PageDown)
    assert slide(window) == 2
    assert window.focusWidget() == note
    qtbot.keyClicks(note, " in week 4")
    assert window.scan.answer(1).note == "Afgesproken in week 4"


def test_a_note_goes_on_at_the_desk_when_a_projector_is_plugged_in(
    window: MainWindow, press: Callable[..., None], plug: Callable[..., None], qtbot: QtBot
) -> None:
    plug(LAPTOP)
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    qtbot.keyClicks(QApplication.focusWidget(), "de buurt ")
    plug(LAPTOP, PROJECTOR)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClicks(QApplication.focusWidget(), "bespreekt u")
    assert window.scan.answer(1).note == "de buurt bespreekt u"
    assert slide(window) == 1


def test_who_types_at_the_desk_keeps_the_keyboard_when_the_projector_is_pulled_out(
    window: MainWindow, plug: Callable[..., None], press: Callable[..., None], qtbot: QtBot
) -> None:
    plug(LAPTOP, PROJECTOR)
    press(Key.Key_F5, Key.Key_F2)
    qtbot.waitUntil(window.isActiveWindow)
    note = QApplication.focusWidget()
    for screens in ([LAPTOP], [LAPTOP, PROJECTOR._replace(width=1280, height=800)]):
        plug(*screens)
        qtbot.waitUntil(lambda: QApplication.focusWidget() == note)


@pytest.mark.usefixtures("two_screens")
def test_a_note_brings_back_a_desk_that_is_minimised(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5)
    window.showMinimized()
    press(Key.Key_F2)
    assert not window.isMinimized()
    qtbot.waitUntil(window.isActiveWindow)
    assert QApplication.focusWidget().accessibleName() == "Toelichting bij stelling 1"


def test_on_one_screen_f5_leads_from_a_note_at_the_desk_to_the_slides_with_the_keyboard(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_PageDown)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Key.Key_F2)
    qtbot.keyClick(window.focusWidget(), Key.Key_F5)
    qtbot.waitUntil(slides_of(window).isActiveWindow)
    press(Key.Key_Space)
    assert ticks(window) == "☐☑☐☐☐☐☐☐☐☐"


@pytest.mark.usefixtures("two_screens")
def test_escape_leads_out_of_a_note_to_the_statement_that_the_room_sees_by_now(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_PageDown, Key.Key_F2)
    qtbot.waitUntil(window.isActiveWindow)
    for key in (Key.Key_PageDown, Key.Key_Escape, Key.Key_Space):
        qtbot.keyClick(window.focusWidget(), key)
    assert slide(window) == 3
    assert ticks(window) == "☐☐☑☐☐☐☐☐☐☐"


@pytest.mark.usefixtures("two_screens")
def test_escape_closes_a_message_at_the_desk_before_the_presentation(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5)
    window.show_error("Er is iets misgegaan.")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    close = button(window, "Sluiten")
    close.setFocus()
    qtbot.keyClick(close, Key.Key_Escape)
    assert not close.isVisible()
    assert slide(window) == 1


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_F2])
def test_help_and_note_never_come_on_the_projector_that_is_plugged_in(
    window: MainWindow, press: Callable[..., None], plug: Callable[..., None], key: Qt.Key
) -> None:
    plug(LAPTOP)
    press(Key.Key_F5, key)
    assert dialogs(QDialog)
    plug(LAPTOP, PROJECTOR)
    assert not dialogs(QDialog)
    assert slide(window) == 1


def test_keys_of_a_single_character_can_be_switched_off_at_the_desk(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    action(window, "Cijfers en letters als sneltoets").trigger()
    press(Key.Key_F5)
    window.activateWindow()
    for letter in LETTERS:
        qtbot.keyClick(window.focusWidget(), letter)
    assert slide(window) == 1
    slides_of(window).activateWindow()
    press(Key.Key_B)
    assert slide(window) == "black"
