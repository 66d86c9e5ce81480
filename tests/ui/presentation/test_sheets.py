"""Help and note of a presentation, over the slide or at the desk."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.offscreen_screens import LAPTOP, PROJECTOR, Screen
from tests.ui.presentation.bare_desk import BareDesk, dialogs, ticks
from tests.ui.screen import field, screen_under, slide, slides_of, statement
from vpt_desktop.domain.scan import Answer
from vpt_desktop.ui.actions import Actions
from vpt_desktop.ui.presentation.keys_help import KeysHelp
from vpt_desktop.ui.presentation.note_sheet import NoteSheet
from vpt_desktop.ui.widgets.colours import DARK, LIGHT
from vpt_desktop.ui.widgets.theme import Theme

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONGER_THAN_THE_LINE = "Dossiervorming ligt nu bij drie teams; één verantwoordelijke aanwijzen voor mei."
LETTERS = {Key.Key_U: "u", Key.Key_B: "b", Key.Key_W: "w", Key.Key_S: "s"}


@pytest.fixture
def window(bare_desk: BareDesk) -> BareDesk:
    return bare_desk


@pytest.mark.parametrize("key", [Key.Key_Question, Key.Key_F1])
def test_the_keys_are_shown_over_the_slide_and_closed_by_escape(
    window: BareDesk, press: Callable[..., None], key: Qt.Key
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
    window: BareDesk,
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
    window: BareDesk, press: Callable[..., None], key: Qt.Key
) -> None:
    press(Key.Key_F5, key)
    (sheet,) = dialogs(KeysHelp)
    assert sheet.parent() == window
    assert screen_under(sheet) == LAPTOP.name


def test_on_one_screen_the_note_is_a_key_away_and_escape_leads_back(
    window: BareDesk, press: Callable[..., None], qtbot: QtBot
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
    window: BareDesk, press: Callable[..., None], plug: Callable[..., None]
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
    window: BareDesk, press: Callable[..., None], qtbot: QtBot, name: str
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
    window: BareDesk, press: Callable[..., None], plug: Callable[..., None], qapp: QApplication
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
    window: BareDesk, press: Callable[..., None], qapp: QApplication, zoom: int
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
    window: BareDesk, press: Callable[..., None], qapp: QApplication
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
    window: BareDesk, press: Callable[..., None], qtbot: QtBot
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
    window: BareDesk, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    note = sheet.findChild(QPlainTextEdit)
    qtbot.keyClicks(note, "Geregeld")
    qtbot.mouseClick(slides_of(window).focusWidget(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    qtbot.keyClicks(note, " sinds mei")
    assert ticks(window) == "☑☐☐☐☐☐☐☐☐☐"
    assert window.scan.answer(1).note == "Geregeld sinds mei"


@pytest.mark.parametrize("screens", [1, 2])
def test_a_remote_works_while_the_keys_are_shown(
    window: BareDesk, press: Callable[..., None], plug: Callable[..., None], qtbot: QtBot, screens: int
) -> None:
    plug(*[LAPTOP, PROJECTOR][:screens])
    press(Key.Key_F5, Key.Key_F1)
    (sheet,) = dialogs(KeysHelp)
    qtbot.waitUntil(sheet.isActiveWindow)
    for key, expected in ((Key.Key_PageDown, 2), (Key.Key_Period, "black"), (Key.Key_PageUp, 2)):
        qtbot.keyClick(sheet, key)
        assert slide(window) == expected


def test_a_remote_closes_a_note_over_the_slide_and_goes_on(
    window: BareDesk, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_PageDown)
    assert not dialogs(NoteSheet)
    assert slide(window) == 2


def test_a_note_does_not_light_up_a_black_screen(window: BareDesk, press: Callable[..., None]) -> None:
    press(Key.Key_F5, Key.Key_B, Key.Key_F2)
    assert not dialogs(NoteSheet)
    assert slide(window) == "black"


def test_undo_in_a_note_over_the_slide_undoes_what_was_typed_and_figures_stay_text(
    window: BareDesk, press: Callable[..., None], qtbot: QtBot
) -> None:
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    text = sheet.focusWidget()
    qtbot.keyClicks(text, "4 weken")
    assert window.scan.answer(1).note == "4 weken"
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"
    qtbot.keyClick(text, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.scan.answer(1).note == ""
    assert dialogs(NoteSheet) == [sheet]


def test_a_note_over_the_slide_has_no_title_and_no_thumb_until_a_line_is_out_of_sight(
    window: BareDesk, press: Callable[..., None], qtbot: QtBot, qapp: QApplication
) -> None:
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    qapp.processEvents()
    note = sheet.findChild(QPlainTextEdit)
    assert sheet.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not note.verticalScrollBar().isVisible()
    qtbot.keyClicks(note, "Een")
    qtbot.keyClick(note, Key.Key_Return)
    qapp.processEvents()
    assert note.verticalScrollBar().isVisible()
    for name in ("Wie", "Wanneer gereed"):
        shown = field(sheet, name)
        assert shown.mapToGlobal(shown.rect().bottomLeft()).y() < slides_of(window).geometry().bottom()


@pytest.mark.parametrize("height", [768, 1080, 2160])
def test_the_focus_in_a_note_over_the_slide_is_seen_from_the_back_row(
    press: Callable[..., None], plug: Callable[..., None], qapp: QApplication, height: int
) -> None:
    plug(LAPTOP._replace(width=height * 4 // 3, height=height))
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qapp.processEvents()
    text = sheet.findChild(QPlainTextEdit)
    picture = text.grab().toImage()
    across = [picture.pixelColor(x, picture.height() // 2).lightness() for x in range(picture.width() // 2)]
    assert sum(lightness < 64 for lightness in across) >= height / 400


@pytest.mark.parametrize(("dark", "canvas"), [(False, LIGHT.canvas), (True, DARK.canvas)])
def test_a_note_has_the_colours_of_the_slide_also_behind_its_labels(
    window: BareDesk, press: Callable[..., None], qapp: QApplication, dark: bool, canvas: str
) -> None:
    window.findChild(Actions).dark_slides.setChecked(dark)
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qapp.processEvents()
    assert sheet.grab().toImage().pixelColor(5, sheet.height() - 5) == QColor(canvas)


@pytest.mark.parametrize("length", range(56, 76, 3))
def test_a_note_over_the_slide_never_scrolls_sideways(
    window: BareDesk, press: Callable[..., None], plug: Callable[..., None], qapp: QApplication, length: int
) -> None:
    plug(LAPTOP._replace(width=1024))
    window.document.set_answer(1, Answer(note=LONGER_THAN_THE_LINE[:length]))
    press(Key.Key_F5, Key.Key_F2)
    (sheet,) = dialogs(NoteSheet)
    qapp.processEvents()
    note = sheet.findChild(QPlainTextEdit)
    assert not note.horizontalScrollBar().isVisible()
    assert note.viewport().rect().contains(note.cursorRect())
