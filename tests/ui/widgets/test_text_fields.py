"""Text fields: menu keys and dropped files are the window's, and the cursor stays where the user was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import action, button, entries_of, message, ticks
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import TEXT_LIMIT, Answer
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.text_fields import TextField, leave_to_the_window, show_text

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
FIELDS = [
    "Toelichting bij stelling 3",
    "Wie bij stelling 3",
    "Wanneer gereed bij stelling 3",
    "Organisatie",
    "Datum",
    "Deelnemers",
    "Begeleider",
    "Accountmanager RIEC",
    "Telefoon",
    "E-mail",
]


@pytest.fixture
def fields(window: MainWindow, qtbot: QtBot) -> dict[str, TextField]:
    """All text fields of the window, unfolded, by name."""
    qtbot.mouseClick(button(window, "Meer gegevens"), LEFT)
    window.statements.edit_note(3)
    found: list[TextField] = [*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)]
    return {each.accessibleName(): each for each in found if each.isVisible()}


def text_of(text_field: TextField) -> str:
    return text_field.text() if isinstance(text_field, QLineEdit) else text_field.toPlainText()


def put_cursor(text_field: TextField, position: int) -> None:
    if isinstance(text_field, QLineEdit):
        text_field.setCursorPosition(position)
    else:
        cursor = text_field.textCursor()
        cursor.setPosition(position)
        text_field.setTextCursor(cursor)


def cursor_in(text_field: TextField) -> int:
    return (
        text_field.cursorPosition()
        if isinstance(text_field, QLineEdit)
        else text_field.textCursor().position()
    )


def test_these_are_all_text_fields_of_the_window(fields: dict[str, TextField]) -> None:
    assert sorted(fields) == sorted(FIELDS)


@pytest.mark.parametrize("name", [name for name in FIELDS if name != "Datum"])
def test_after_undo_and_redo_the_user_types_on_where_the_change_was(
    window: MainWindow, fields: dict[str, TextField], qtbot: QtBot, name: str
) -> None:
    text_field = fields[name]
    text_field.setFocus()
    qtbot.keyClicks(text_field, "voor achter")
    window.document.set_ticked(9, ticked=True)  # so that what follows is a change of its own
    put_cursor(text_field, 5)
    qtbot.keyClicks(text_field, "midden ")
    qtbot.keyClick(text_field, Qt.Key.Key_Z, CONTROL)
    assert (text_of(text_field), cursor_in(text_field)) == ("voor achter", 5)
    qtbot.keyClick(text_field, Qt.Key.Key_Y, CONTROL)
    assert (text_of(text_field), cursor_in(text_field)) == ("voor midden achter", 12)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize(
    ("before", "after", "position"),
    [
        ("een twee", "een twee drie", 13),
        ("een twee drie", "een twee", 8),
        ("😀😀 ja", "😀😀 en ja", 8),
        ("aa", "aaa", 3),
        ("", "nieuw", 5),
        ("alles", "", 0),
    ],
)
def test_another_text_leaves_the_cursor_where_the_two_differ(
    qtbot: QtBot, kind: type[TextField], before: str, after: str, position: int
) -> None:
    text_field = kind()
    qtbot.addWidget(text_field)
    show_text(text_field, before)
    put_cursor(text_field, 0)
    show_text(text_field, after)
    assert text_of(text_field) == after
    assert cursor_in(text_field) == position


@pytest.mark.parametrize("text", ["een\r\ntwee", "een\u2028twee", "een\u00a0twee"])
def test_a_text_of_another_program_that_is_shown_again_moves_no_cursor(qtbot: QtBot, text: str) -> None:
    note = QPlainTextEdit()
    qtbot.addWidget(note)
    show_text(note, text)
    put_cursor(note, 2)
    show_text(note, text)
    assert cursor_in(note) == 2


@pytest.mark.parametrize("name", FIELDS)
def test_every_key_of_the_menus_works_from_every_text_field(
    window: MainWindow, fields: dict[str, TextField], name: str
) -> None:
    text_field = fields[name]
    text_field.setFocus()
    entries = [entry for entry in entries_of(window.menuBar()) if entry.isEnabled() and not edits_text(entry)]
    keys = [key for entry in entries for key in entry.shortcuts() if len(key.toString()) > 1]
    assert QKeySequence("Ctrl+U") in keys
    assert QKeySequence("F2") in keys
    taken = [key.toString() for key in keys if takes(text_field, key)]
    assert taken == []


@pytest.mark.parametrize("name", [name for name in FIELDS if name != "Datum"])
def test_the_menu_cuts_copies_and_pastes_in_the_text_field_with_the_focus(
    window: MainWindow, fields: dict[str, TextField], name: str, qtbot: QtBot
) -> None:
    text_field = fields[name]
    text_field.setFocus()
    qtbot.keyClicks(text_field, "tekst")
    for entry in ("Alles selecteren", "Kopiëren", "Knippen"):
        choose(window, entry)
    assert text_of(text_field) == ""
    for _ in range(2):
        choose(window, "Plakken")
    assert text_of(text_field) == "teksttekst"


def choose(window: MainWindow, entry: str) -> None:
    """Choose an entry of the edit menu, if it can be chosen."""
    menu = next(menu.menu() for menu in window.menuBar().actions() if menu.text() == "Be&werken")
    menu.aboutToShow.emit()
    assert action(window, entry).isEnabled()
    action(window, entry).trigger()


def test_without_a_text_field_there_is_nothing_to_cut_copy_or_paste(
    window: MainWindow, fields: dict[str, TextField]
) -> None:
    fields["Organisatie"].setFocus()
    button(window, "Presenteren").setFocus()
    names = ("Knippen", "Kopiëren", "Plakken", "Alles selecteren")
    assert not any(action(window, name).isEnabled() for name in names)
    fields["Wie bij stelling 3"].setFocus()
    assert all(action(window, name).isEnabled() for name in names)


def test_what_is_pasted_by_the_menu_is_held_to_the_limit_too(
    window: MainWindow, fields: dict[str, TextField]
) -> None:
    QApplication.clipboard().setText("x" * (TEXT_LIMIT + 1))
    fields["Organisatie"].setFocus()
    choose(window, "Plakken")
    assert window.scan.organisation == ""
    assert "Een tekst mag" in message(window)


def edits_text(entry: QAction) -> bool:
    return entry.text().replace("&", "") in {"Knippen", "Kopiëren", "Plakken", "Alles selecteren"}


def takes(text_field: QWidget, key: QKeySequence) -> bool:
    """Return whether a field claims a key before the menus are asked."""
    combination = key[0]
    override = QKeyEvent(QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers(), "")
    override.ignore()
    QApplication.sendEvent(text_field, override)
    return override.isAccepted()


class _GreedyLine(QLineEdit):
    """Line that claims every key, as on X11 it does Ctrl+U and Ctrl+E."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.mark.parametrize(
    ("key", "modifier", "is_menus"),
    [
        (Qt.Key.Key_U, CONTROL, True),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_U, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_U, SHIFT, False),
        (Qt.Key.Key_C, CONTROL, False),
    ],
    ids=["Ctrl+U", "F2", "u", "U", "Ctrl+C"],
)
def test_a_field_that_would_claim_a_key_leaves_it_to_the_menus_unless_it_types_or_edits(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, is_menus: bool
) -> None:
    window, line = QMainWindow(), _GreedyLine()
    qtbot.addWidget(window)
    window.setCentralWidget(line)
    window.menuBar().addAction("Actie").setShortcut(QKeySequence(modifier.value | key.value))
    leave_to_the_window(line)
    window.show()
    assert takes(line, QKeySequence(modifier.value | key.value)) != is_menus


@pytest.fixture
def drop(window: MainWindow) -> Callable[[QWidget, QMimeData], None]:
    """Return what drops data on a widget, as the system does."""

    def drop(target: QWidget, data: QMimeData) -> None:
        at, copy = QPoint(5, 5), Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at, copy, data, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, enter)
        if enter.isAccepted():
            here = QDropEvent(at, copy, data, LEFT, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(target, here)
            if here.isAccepted():
                return
        assert window.isVisible()
        window.dropEvent(QDropEvent(at, copy, data, LEFT, Qt.KeyboardModifier.NoModifier))

    return drop


@pytest.fixture
def file(tmp_path: Path, card: Card) -> QMimeData:
    """A scan as a file manager drags it: as a file, and as a text."""
    path = tmp_path / "vorig jaar.vpt"
    path.write_bytes(encode_scan(scan_of("☑☑☑☐☐☐☐☐☐☐"), card))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(path.as_uri())
    return data


@pytest.mark.parametrize("name", FIELDS)
def test_a_file_dropped_on_a_text_field_is_opened_as_on_the_window(
    fields: dict[str, TextField],
    drop: Callable[[QWidget, QMimeData], None],
    name: str,
    file: QMimeData,
    qtbot: QtBot,
) -> None:
    text_field = fields[name]
    drop(text_field.viewport() if isinstance(text_field, QPlainTextEdit) else text_field, file)
    qtbot.waitUntil(lambda: ticks(text_field.window()) == "☑☑☑☐☐☐☐☐☐☐")
    assert "file:" not in text_of(text_field)


def test_a_text_or_a_link_dropped_on_a_note_is_its_text(
    window: MainWindow, fields: dict[str, TextField], drop: Callable[[QWidget, QMimeData], None]
) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://www.riec.nl")])
    data.setText("https://www.riec.nl")
    note = fields["Toelichting bij stelling 3"]
    assert isinstance(note, QPlainTextEdit)
    drop(note.viewport(), data)
    assert window.scan.answer(3) == Answer(note="https://www.riec.nl")
