"""Every key of a presentation, as a leader or a remote presses it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.offscreen_screens import LAPTOP, PROJECTOR, Screen
from tests.ui.screen import action, button, field, place, screen_under, slide, slides_of, statement, ticks
from vpt_desktop.domain.scan import Answer
from vpt_desktop.domain.slide_show import QUESTION, RESULT
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.presentation.keys_help import KeysHelp
from vpt_desktop.ui.presentation.note_sheet import NoteSheet
from vpt_desktop.ui.widgets import key_repeat
from vpt_desktop.ui.widgets.theme import Theme

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LETTERS = {Key.Key_U: "u", Key.Key_B: "b", Key.Key_W: "w", Key.Key_S: "s"}


@pytest.fixture
def press(window: MainWindow, qtbot: QtBot) -> Callable[..., None]:
    """Return what presses keys where the keyboard is: at the slides if there are any."""

    def press(*keys: Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            shown = window.presentation.window or window
            qtbot.waitUntil(shown.isActiveWindow)
            qtbot.keyClick(shown.focusWidget() or shown, key, hold)

    return press


def dialogs(kind: type[QDialog]) -> list[QDialog]:
    return [
        sheet for sheet in QApplication.topLevelWidgets() if isinstance(sheet, kind) and sheet.isVisible()
    ]


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


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_Right, Key.Key_Down])
@pytest.mark.parametrize("back", [Key.Key_PageUp, Key.Key_Left, Key.Key_Up])
def test_next_and_previous(window: MainWindow, press: Callable[..., None], key: Qt.Key, back: Qt.Key) -> None:
    press(Key.Key_F5, key, key)
    assert slide(window) == 3
    press(back)
    assert slide(window) == 2


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_space_and_enter_tick_and_untick_the_statement_on_screen(
    window: MainWindow, press: Callable[..., None], key: Qt.Key
) -> None:
    press(Key.Key_F5, Key.Key_PageDown, key)
    assert ticks(window) == "☐☑☐☐☐☐☐☐☐☐"
    press(key)
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_what_the_room_does_not_see_is_not_ticked(window: MainWindow, press: Callable[..., None]) -> None:
    press(Key.Key_F5, Key.Key_B, Key.Key_Space)
    press(Key.Key_U, Key.Key_Space)
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_figures_tick_the_statement_with_that_number_and_leave_the_slide(
    window: MainWindow, press: Callable[..., None]
) -> None:
    press(Key.Key_F5, Key.Key_2, Key.Key_0)
    assert ticks(window) == "☐☑☐☐☐☐☐☐☐☑"
    press(Key.Key_2)
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☑"
    assert slide(window) == 1


def test_u_reveals_the_result_and_hides_it(window: MainWindow, press: Callable[..., None]) -> None:
    press(Key.Key_F5, Key.Key_PageDown, Key.Key_U)
    assert slide(window) == RESULT
    press(Key.Key_U)
    assert slide(window) == 2


@pytest.mark.parametrize(
    ("key", "name"),
    [(Key.Key_B, "black"), (Key.Key_Period, "black"), (Key.Key_W, "white"), (Key.Key_Comma, "white")],
)
def test_a_blank_screen_goes_by_its_key_by_escape_and_by_the_first_step(
    window: MainWindow, press: Callable[..., None], key: Qt.Key, name: str
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
def test_s_swaps_the_screens(window: MainWindow, press: Callable[..., None]) -> None:
    press(Key.Key_F5)
    assert (screen_under(slides_of(window)), screen_under(window)) == (PROJECTOR.name, LAPTOP.name)
    press(Key.Key_S)
    assert (screen_under(slides_of(window)), screen_under(window)) == (LAPTOP.name, PROJECTOR.name)
    press(Key.Key_S)
    assert (screen_under(slides_of(window)), screen_under(window)) == (PROJECTOR.name, LAPTOP.name)


def test_f11_gives_the_slides_a_window_and_the_whole_screen_again(
    window: MainWindow, press: Callable[..., None]
) -> None:
    press(Key.Key_F5)
    assert slides_of(window).isFullScreen()
    press(Key.Key_F11)
    assert not slides_of(window).isFullScreen()
    press(Key.Key_F11)
    assert slides_of(window).isFullScreen()


@pytest.mark.parametrize("key", [Key.Key_Question, Key.Key_F1])
def test_the_keys_are_shown_over_the_slide_and_closed_by_escape(
    window: MainWindow, press: Callable[..., None], key: Qt.Key
) -> None:
    press(Key.Key_F5, key)
    (sheet,) = dialogs(KeysHelp)
    assert sheet.parent() == slides_of(window)
    press(Key.Key_Escape)
    assert not dialogs(KeysHelp)
    assert slide(window) == 1


@pytest.mark.parametrize("screens", [1, 2])
@pytest.mark.parametrize("laptop", [LAPTOP, LAPTOP._replace(width=768, height=1024)])
def test_all_keys_fit_on_the_screen_at_the_largest_text(
    window: MainWindow,
    press: Callable[..., None],
    plug: Callable[..., None],
    laptop: Screen,
    screens: int,
) -> None:
    plug(*[laptop, PROJECTOR._replace(x=laptop.width)][:screens])
    for _ in range(10):
        window.findChild(Theme).zoom_in()
    press(Key.Key_F5, Key.Key_F1)
    (sheet,) = dialogs(KeysHelp)
    (text,) = sheet.findChildren(QLabel)
    QApplication.processEvents()
    assert sheet.width() <= laptop.width
    assert sheet.height() <= laptop.height
    assert text.size() == text.size().expandedTo(text.sizeHint()), "nothing is cut"
    assert text.fontInfo().pixelSize() >= 20


@pytest.mark.usefixtures("two_screens")
@pytest.mark.parametrize("key", [Key.Key_Question, Key.Key_F1])
def test_with_two_screens_the_keys_are_shown_to_the_leader(
    window: MainWindow, press: Callable[..., None], key: Qt.Key
) -> None:
    press(Key.Key_F5, key)
    (sheet,) = dialogs(KeysHelp)
    assert sheet.parent() == window
    assert screen_under(sheet) == LAPTOP.name


def test_escape_goes_one_layer_back_at_a_time(window: MainWindow, press: Callable[..., None]) -> None:
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
def test_a_key_that_is_held_down_acts_once(
    window: MainWindow, press: Callable[..., None], key: Qt.Key
) -> None:
    press(Key.Key_F5, key)
    once = slide(window), ticks(window)
    assert once != (1, "☐☐☐☐☐☐☐☐☐☐")
    text = QTest.keyToAscii(key) if key < Key.Key_Escape else ""
    for _ in range(21):
        shown = slides_of(window).focusWidget() or slides_of(window)
        QTest.simulateEvent(shown, True, key, Qt.KeyboardModifier.NoModifier, str(text), True)
    assert (slide(window), ticks(window)) == once


@pytest.mark.parametrize("where", ["slides", "desk"])
def test_so_it_does_where_the_system_sends_a_release_and_a_press_for_each_repetition(
    window: MainWindow, press: Callable[..., None], monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    press(Key.Key_F5)
    active = slides_of(window) if where == "slides" else window
    active.activateWindow()
    handle = active.windowHandle()
    QTest.keyPress(handle, Key.Key_PageDown)
    for _ in range(20):
        QTest.keyRelease(handle, Key.Key_PageDown)
        QTest.keyPress(handle, Key.Key_PageDown)
    assert slide(window) == 2
    QTest.keyRelease(handle, Key.Key_PageDown)
    monkeypatch.setattr(key_repeat, "INSTANT", 0)  # as if a finger had gone up and down
    QTest.keyPress(handle, Key.Key_PageDown)
    assert slide(window) == 3


def test_a_figure_that_is_held_down_so_ticks_once(window: MainWindow, press: Callable[..., None]) -> None:
    press(Key.Key_F5)
    handle = slides_of(window).windowHandle()
    QTest.keyPress(handle, Key.Key_3)
    for _ in range(5):
        QTest.keyRelease(handle, Key.Key_3)
        QTest.keyPress(handle, Key.Key_3)
        assert ticks(window) == "☐☐☑☐☐☐☐☐☐☐"
        assert action(window, "Stelling 3:").isChecked()


def test_a_click_on_a_slide_is_no_next(window: MainWindow, press: Callable[..., None], qtbot: QtBot) -> None:
    press(Key.Key_F5)
    for x, y in ((0.5, 0.02), (0.9, 0.95), (0.02, 0.5)):
        for pressed in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            qtbot.mouseClick(slides_of(window), pressed, pos=place(slides_of(window), x, y))
    assert slide(window) == 1


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


def test_on_one_screen_the_note_is_a_key_away_and_escape_leads_back(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_PageDown, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    note = sheet.findChild(QPlainTextEdit)
    qtbot.keyClicks(note, "Wie pakt dit op? U of 2 b.")
    assert window.scan.answer(2).note == "Wie pakt dit op? U of 2 b."
    assert slide(window) == 2
    qtbot.keyClick(note, Key.Key_Escape)
    assert not dialogs(NoteSheet)
    assert slide(window) == 2


def test_the_statement_makes_room_for_its_note(
    window: MainWindow, press: Callable[..., None], plug: Callable[..., None]
) -> None:
    plug(LAPTOP._replace(width=1024))
    press(Key.Key_F5, Key.Key_PageDown)
    box = statement(slides_of(window), 2)
    alone = box.geometry()
    press(Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    assert box.height() >= box.heightForWidth(box.width()), "nothing is cut"
    assert box.mapToGlobal(box.rect().bottomLeft()).y() < sheet.frameGeometry().top()
    sheet.close()
    assert box.geometry() == alone


@pytest.mark.parametrize("name", ["Wie", "Wanneer gereed"])
def test_arrows_move_through_a_text_over_the_slide_and_leave_the_slide(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot, name: str
) -> None:
    press(Key.Key_F5, Key.Key_PageDown, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    text = field(sheet, name)
    text.setFocus()
    for key in (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right):
        qtbot.keyClick(text, key)
    assert dialogs(NoteSheet) == [sheet]
    assert slide(window) == 2


def test_a_note_stands_whole_at_the_foot_of_its_slide_whatever_it_asks_for(
    window: MainWindow, press: Callable[..., None], plug: Callable[..., None], qapp: QApplication
) -> None:
    plug(LAPTOP._replace(width=1024))
    window.document.set_ticked(1, ticked=True)
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    low = sheet.height()
    press(Key.Key_1)
    qapp.processEvents()
    assert sheet.height() > low  # now it asks who and when
    assert sheet.frameGeometry().bottom() == slides_of(window).geometry().bottom()


@pytest.mark.parametrize("zoom", [100, 300])
def test_a_line_of_a_note_is_whole_whatever_the_text_of_the_desk_measures(
    window: MainWindow, press: Callable[..., None], qapp: QApplication, zoom: int
) -> None:
    theme = window.findChild(Theme)
    while theme.zoom < zoom:
        theme.zoom_in()
        qapp.processEvents()
    window.document.set_answer(1, Answer(note="Eerste regel.\nTweede regel."))
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    text = sheet.findChild(QPlainTextEdit)
    qapp.processEvents()
    assert text.viewport().rect().contains(text.cursorRect().center())
    needed = text.fontMetrics().lineSpacing() + 2 * text.document().documentMargin()
    assert needed <= text.viewport().height() < needed + text.fontMetrics().lineSpacing() / 2


def test_a_note_goes_along_with_slides_in_a_window(
    window: MainWindow, press: Callable[..., None], qapp: QApplication
) -> None:
    press(Key.Key_F5, Key.Key_F11, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    slides = slides_of(window)
    for geometry in ((10, 20, 640, 480), (30, 5, 700, 600)):
        slides.setGeometry(*geometry)
        qapp.processEvents()
        assert sheet.frameGeometry().bottom() == slides.geometry().bottom()
        assert sheet.frameGeometry().center().x() == pytest.approx(slides.geometry().center().x(), abs=1)
        assert sheet.width() <= slides.width()


def test_the_keys_are_a_key_away_from_a_note(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_F1)
    assert dialogs(KeysHelp)
    assert not dialogs(NoteSheet)
    assert slide(window) == 1


def test_a_note_keeps_its_size_through_other_colours(press: Callable[..., None], qapp: QApplication) -> None:
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    sizes = [label.font().pixelSize() for label in sheet.findChildren(QLabel)]
    qapp.setStyleSheet(f"{qapp.styleSheet()} /* another */")
    qapp.processEvents()
    assert [label.font().pixelSize() for label in sheet.findChildren(QLabel)] == sizes


def test_a_tick_beside_an_open_note_stays_when_the_note_goes_on(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    note = sheet.findChild(QPlainTextEdit)
    qtbot.keyClicks(note, "Geregeld")
    qtbot.mouseClick(slides_of(window).focusWidget(), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(note, " sinds mei")
    assert ticks(window) == "☑☐☐☐☐☐☐☐☐☐"
    assert window.scan.answer(1).note == "Geregeld sinds mei"


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


def test_f5_brings_slides_back_that_are_out_of_sight(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
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


@pytest.mark.parametrize("screens", [1, 2])
def test_a_remote_works_while_the_keys_are_shown(
    window: MainWindow, press: Callable[..., None], plug: Callable[..., None], qtbot: QtBot, screens: int
) -> None:
    plug(*[LAPTOP, PROJECTOR][:screens])
    press(Key.Key_F5, Key.Key_F1)
    (sheet,) = dialogs(KeysHelp)
    qtbot.waitUntil(sheet.isActiveWindow)
    for key, expected in ((Key.Key_PageDown, 2), (Key.Key_Period, "black"), (Key.Key_PageUp, 2)):
        qtbot.keyClick(sheet, key)
        assert slide(window) == expected


def test_a_remote_closes_a_note_over_the_slide_and_goes_on(
    window: MainWindow, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_PageDown)
    assert not dialogs(NoteSheet)
    assert slide(window) == 2


def test_a_note_does_not_light_up_a_black_screen(window: MainWindow, press: Callable[..., None]) -> None:
    press(Key.Key_F5, Key.Key_B, Key.Key_F2)
    assert not dialogs(NoteSheet)
    assert slide(window) == "black"


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
    action(window, "Toetsen van één teken").trigger()
    press(Key.Key_F5)
    window.activateWindow()
    for letter in LETTERS:
        qtbot.keyClick(window.focusWidget(), letter)
    assert slide(window) == 1
    slides_of(window).activateWindow()
    press(Key.Key_B)
    assert slide(window) == "black"


def test_two_buttons_are_enough_for_all_statements_and_the_result(
    window: MainWindow, press: Callable[..., None]
) -> None:
    press(Key.Key_F5)
    seen = [slide(window)]
    for _ in range(11):
        press(Key.Key_PageDown)
        seen.append(slide(window))
    assert seen == [*range(1, 11), QUESTION, RESULT]
    press(Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageUp)
    assert slide(window) == 10
