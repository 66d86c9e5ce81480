"""Keys of a keyboard whose layout has no Latin letters, or figures with Shift only, work by their place."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import button, field, present, slide, slides_of, statement, ticks
from vpt_desktop.domain.slide_show import RESULT
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.key_places import KeysByPlace
from vpt_desktop.ui.widgets.key_repeat import KeyRepeat

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SCAN_CODES = {"1": 2, "4": 5, "0": 11, "W": 17, "U": 22, "S": 31, "Z": 44, "V": 47, "B": 48, ",": 51, ".": 52}
MAC_KEYS = {"1": 18, "4": 21, "0": 29, "W": 13, "U": 32, "S": 1, "Z": 6, "V": 9, "B": 11, ",": 43, ".": 47}
RUSSIAN = {"B": "И", "W": "Ц", "U": "Г", "S": "Ы", "V": "М", "Z": "Я", ",": "Б", ".": "Ю"}  # noqa: RUF001  as on the keys
GREEK = {"B": "Β", "W": "Σ", "U": "Θ", "S": "Σ", "V": "Ω", "Z": "Ζ"}  # noqa: RUF001  as on the keys
FRENCH = {"1": "&", "4": "'", "0": "À"}


def key_at(
    place: str,
    letter: str,
    hold: Qt.KeyboardModifier = NONE,
    kind: QEvent.Type = QEvent.Type.KeyPress,
    *,
    repeated: bool = False,
) -> QKeyEvent:
    """Return the event of the key at a US keyboard's `place`, on a layout that has `letter` there."""
    scan_code = SCAN_CODES[place] + (0 if sys.platform == "win32" else 8)
    text = "" if hold & CONTROL else letter.lower()
    return QKeyEvent(kind, ord(letter), hold, scan_code, MAC_KEYS[place], 0, text, repeated)


def press_at(
    window: QWidget,
    place: str,
    letter: str,
    hold: Qt.KeyboardModifier = NONE,
    *,
    repeated: bool = False,
) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = key_at(place, letter, hold, kind, repeated=repeated)
        QCoreApplication.sendEvent(window.windowHandle(), event)


@pytest.mark.parametrize("layout", [RUSSIAN, GREEK], ids=["Russian", "Greek"])
def test_the_letters_of_a_presentation_work_on_the_slides(
    window: MainWindow, qtbot: QtBot, layout: dict[str, str]
) -> None:
    present(window, qtbot)
    for place, shown in (("B", "black"), ("B", 1), ("W", "white"), ("W", 1), ("U", RESULT)):
        press_at(slides_of(window), place, layout[place])
        assert slide(window) == shown


def test_so_do_the_keys_that_a_remote_sends_as_a_full_stop_or_a_comma(
    window: MainWindow, qtbot: QtBot
) -> None:
    present(window, qtbot)
    for place, shown in ((".", "black"), (".", 1), (",", "white")):
        press_at(slides_of(window), place, RUSSIAN[place])
        assert slide(window) == shown


@pytest.mark.usefixtures("two_screens")
@pytest.mark.parametrize("layout", [RUSSIAN, GREEK], ids=["Russian", "Greek"])
def test_and_at_the_desk(window: MainWindow, qtbot: QtBot, layout: dict[str, str]) -> None:
    present(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for place, shown in (("B", "black"), ("B", 1), ("U", RESULT)):
        press_at(window, place, layout[place])
        assert slide(window) == shown


@pytest.mark.parametrize("where", ["slides", "desk"])
def test_the_row_of_figures_ticks_where_figures_need_shift(
    window: MainWindow, qtbot: QtBot, where: str
) -> None:
    if where == "slides":
        present(window, qtbot)
    for place, letter in FRENCH.items():
        press_at(slides_of(window) if where == "slides" else window, place, letter)
    assert ticks(window) == "☑☐☐☑☐☐☐☐☐☑"


@pytest.mark.parametrize(
    ("place", "letter", "hold"),
    [("B", "X", NONE), ("1", "!", SHIFT), ("4", "Ч", ALT), ("W", "Z", NONE), (".", ":", NONE)],
    ids=["Dvorak's x", "!", "AltGr", "French z", "French :"],
)
def test_a_latin_layout_goes_by_its_letters(
    window: MainWindow, qtbot: QtBot, place: str, letter: str, hold: Qt.KeyboardModifier
) -> None:
    present(window, qtbot)
    press_at(slides_of(window), place, letter, hold)
    assert slide(window) == 1
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_keys_with_control_work_too_also_in_a_text(window: MainWindow) -> None:
    window.document.set_ticked(4, ticked=True)
    field(window, "Organisatie").setFocus()
    press_at(window, "Z", RUSSIAN["Z"], CONTROL)
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_what_types_text_in_a_field_does_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(statement(window, 3), Qt.Key.Key_F2)
    press_at(window, "4", "'")
    note = window.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    assert note.toPlainText() == "'"
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_an_open_menu_keeps_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    menu = window.menuBar().actions()[0].menu()
    menu.popup(window.pos())
    qtbot.waitUntil(menu.isVisible)
    press_at(window, "4", "'")
    menu.close()
    assert ticks(window) == "☐☐☐☐☐☐☐☐☐☐"


def test_a_key_that_is_held_down_blanks_the_screen_once(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    slides = slides_of(window)
    press_at(slides, "B", RUSSIAN["B"])
    for _ in range(3):
        press_at(slides, "B", RUSSIAN["B"], repeated=True)
    for _ in range(3):  # as X11 does where Qt does not recognise it
        release = key_at("B", RUSSIAN["B"], kind=QEvent.Type.KeyRelease)
        QCoreApplication.sendEvent(slides.windowHandle(), release)
        press_at(slides, "B", RUSSIAN["B"])
    assert slide(window) == "black"


@pytest.fixture
def pressed(qtbot: QtBot) -> Callable[..., int]:
    """Return what sends a key to a window with an action for B, and returns how often that was done."""
    window, counts = QMainWindow(), [0]
    qtbot.addWidget(window)
    KeysByPlace(window)

    def count() -> None:
        counts[0] += 1

    act = window.menuBar().addAction("Zwart", "B", count)
    window.show()
    KeyRepeat(window).watch(window)

    def pressed(*, enabled: bool) -> int:
        act.setEnabled(enabled)
        press_at(window, "B", RUSSIAN["B"])
        return counts[0]

    return pressed


def test_an_action_that_cannot_be_chosen_has_no_key_by_place_either(pressed: Callable[..., int]) -> None:
    assert pressed(enabled=False) == 0
    assert pressed(enabled=True) == 1


def test_the_buttons_of_the_window_keep_their_keys(window: MainWindow) -> None:
    button(window, "Presenteren").setFocus()
    press_at(window, "B", RUSSIAN["B"])
    assert button(window, "Presenteren").hasFocus()
    assert slide(window) is None
