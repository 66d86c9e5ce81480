"""The manual and the notices inside the program, read as their readers do."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QTextFormat, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.ui.offscreen_screens import LAPTOP
from tests.ui.screen import action, present, statement
from vpt_desktop import __version__
from vpt_desktop.domain.card import Card
from vpt_desktop.resources import manual
from vpt_desktop.ui.help import about_view
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.presentation.keys_help import KeysHelp
from vpt_desktop.ui.widgets.colours import DARK, LIGHT, Colours

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(kind: type[QDialog] = QDialog) -> list[str]:
    """Return the titles of the windows beside the main one."""
    return [w.windowTitle() for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def reader(window: MainWindow, qtbot: QtBot, title: str) -> QTextBrowser | QPlainTextEdit:
    """Return the text in the open window of that title, once it has the keyboard."""
    (dialog,) = [d for d in window.findChildren(QDialog) if d.windowTitle() == title and d.isVisible()]
    qtbot.waitUntil(dialog.isActiveWindow)
    view = dialog.findChild(QTextBrowser) or dialog.findChild(QPlainTextEdit)
    assert view.hasFocus()
    return view


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> QTextBrowser:
    """The manual, opened by F1."""
    qtbot.keyClick(window.focusWidget(), Key.Key_F1)
    return reader(window, qtbot, "Handleiding")


def line_at_top(page: QTextBrowser) -> str:
    return page.cursorForPosition(QPoint(40, 12)).block().text()


def test_f1_opens_the_manual_beside_the_window_that_stays_in_use(
    page: QTextBrowser, window: MainWindow
) -> None:
    assert line_at_top(page) == "Handleiding VPT Desktop"
    assert page.accessibleName() == "Handleiding"
    assert not page.window().isModal()
    assert page.window().width() < LAPTOP.width
    statement(window, 3).click()
    assert window.scan.answer(3).ticked


def test_escape_closes_it_and_the_focus_is_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 4).setFocus()
    for key, hold, title in (
        (Key.Key_F1, Qt.KeyboardModifier.NoModifier, "Handleiding"),
        (Key.Key_F1, SHIFT, "Over VPT Desktop"),
    ):
        qtbot.keyClick(statement(window, 4), key, hold)
        qtbot.keyClick(reader(window, qtbot, title), Key.Key_Escape)
        assert opened() == []
        qtbot.waitUntil(window.isActiveWindow)
        assert statement(window, 4).hasFocus()


def test_it_opens_once_and_where_it_was_left(window: MainWindow, qtbot: QtBot, page: QTextBrowser) -> None:
    qtbot.keyClick(page, Key.Key_PageDown)
    qtbot.keyClick(page, Key.Key_PageDown)
    left = page.verticalScrollBar().value()
    assert left > 0
    action(window, "Handleiding").trigger()
    assert opened() == ["Handleiding"]
    qtbot.keyClick(page, Key.Key_Escape)
    action(window, "Handleiding").trigger()
    assert reader(window, qtbot, "Handleiding").verticalScrollBar().value() == left


def test_its_end_is_reached_by_keys(page: QTextBrowser, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_End, CONTROL)
    assert page.cursorForPosition(page.viewport().rect().bottomRight()).atEnd()


def test_a_link_leads_to_its_chapter_by_tab_and_enter(page: QTextBrowser, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_Tab)
    qtbot.keyClick(page, Key.Key_Return)
    assert line_at_top(page) == "De kaart invullen"
    assert page.textCursor().block().text() == "De kaart invullen", (
        "a screen reader would go on reading above"
    )


def test_a_link_leads_to_its_chapter_by_a_click(page: QTextBrowser, qtbot: QtBot) -> None:
    link = page.document().find("Als er iets misgaat")
    link.setPosition(link.selectionStart() + 4)
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=page.cursorRect(link).center())
    assert line_at_top(page) == "Als er iets misgaat"


def test_a_link_that_leads_out_of_it_is_not_followed(page: QTextBrowser) -> None:
    page.anchorClicked.emit(QUrl("https://example.com/#presenteren"))
    page.anchorClicked.emit(QUrl("beheer.md"))
    assert line_at_top(page) == "Handleiding VPT Desktop"


def formats(page: QTextBrowser) -> list[tuple[str, QTextFormat]]:
    """Return each piece of the page with its format."""
    block, found = page.document().begin(), []
    while block.isValid():
        found += [(place.fragment().text(), place.fragment().charFormat()) for place in block]
        block = block.next()
    return found


def test_every_picture_is_there_within_the_width_with_its_text_under_it(
    page: QTextBrowser,
) -> None:
    pieces = formats(page)
    pictures = [(n, f.toImageFormat()) for n, (_, f) in enumerate(pieces) if f.isImageFormat()]
    assert [picture.name() for _, picture in pictures] == [
        "window.png",
        "note.png",
        "comparison.png",
        "agreements.png",
        "summary.png",
        "slide.png",
        "result.png",
        "region.png",
    ]
    for width in (500, 1300):
        page.window().resize(width, 700)
        QApplication.processEvents()
        assert page.horizontalScrollBar().maximum() == 0
    for place, picture in pictures:
        assert manual().with_name(picture.name()).is_file()
        alternative = picture.property(QTextFormat.Property.ImageAltText)
        assert pieces[place + 1][0] == f"Afbeelding: {alternative}"


def put_cursor_at(page: QTextBrowser, text: str) -> None:
    cursor = page.document().find(text)
    cursor.setPosition(cursor.selectionStart())
    page.setTextCursor(cursor)


def test_a_screen_reader_hears_that_a_text_is_a_link(
    page: QTextBrowser, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    qtbot.keyClick(page, Key.Key_Tab)
    assert spoken() == ["De kaart invullen, link."]
    qtbot.keyClick(page, Key.Key_Return)
    assert spoken()[1:] == ["De kaart invullen, kop niveau 2."]


def test_a_screen_reader_hears_of_the_line_of_the_cursor_what_it_is(
    page: QTextBrowser, qtbot: QtBot, spoken: Callable[[], list[str]]
) -> None:
    put_cursor_at(page, "Er gaat iets mis.")
    assert spoken() == ["Link Als er iets misgaat."]
    qtbot.keyClick(page, Key.Key_Right)
    assert spoken()[1:] == []
    put_cursor_at(page, "Deze handleiding staat ook")
    qtbot.keyClick(page, Key.Key_Down)
    assert spoken()[1:] == ["Kop niveau 2."]


def test_the_cursor_goes_past_a_picture_to_its_text_and_back(page: QTextBrowser, qtbot: QtBot) -> None:
    put_cursor_at(page, "De kaart invullen")
    put_cursor_at(page, "Deze handleiding staat ook")
    qtbot.keyClick(page, Key.Key_Down)
    qtbot.keyClick(page, Key.Key_Down)
    assert page.textCursor().block().text().startswith("Afbeelding: Het venster")
    qtbot.keyClick(page, Key.Key_Up)
    assert page.textCursor().block().text() == "De kaart invullen"


def test_the_zoom_keys_work_in_it(page: QTextBrowser, qtbot: QtBot) -> None:
    before = page.fontInfo().pixelSize()
    qtbot.keyClick(page, Key.Key_Plus, CONTROL)
    assert page.fontInfo().pixelSize() > before
    assert page.document().defaultFont().pointSizeF() == QApplication.font().pointSizeF()
    qtbot.keyClick(page, Key.Key_0, CONTROL)
    assert page.fontInfo().pixelSize() == before


def test_the_wheel_gives_it_no_size_of_its_own_and_scrolls(page: QTextBrowser) -> None:
    before = page.fontInfo().pixelSize()
    turn_wheel(page, CONTROL)
    assert page.fontInfo().pixelSize() == before
    turn_wheel(page, Qt.KeyboardModifier.NoModifier)
    assert page.verticalScrollBar().value() > 0


def turn_wheel(page: QTextBrowser, hold: Qt.KeyboardModifier) -> None:
    """Turn the wheel of the mouse over the page, a notch towards the reader."""
    middle = page.viewport().rect().center()
    event = QWheelEvent(
        QPointF(middle),
        QPointF(page.viewport().mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        hold,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.viewport(), event)


def test_it_follows_the_colours_while_it_is_open(
    page: QTextBrowser, change_colours: Callable[[Colours], None]
) -> None:
    for colours in (DARK, LIGHT):
        change_colours(colours)
        shown = page.viewport().grab().toImage()
        assert shown.pixelColor(3, 3) == QColor(colours.paper)
        seen = {shown.pixelColor(x, y).name() for x in range(400) for y in range(200)}
        assert {colours.ink.lower(), colours.paper.lower()} <= seen
        assert not any(f.hasProperty(QTextFormat.Property.ForegroundBrush) for _, f in formats(page))


def test_while_presenting_f1_shows_the_keys_of_that_and_afterwards_the_manual(
    window: MainWindow, qtbot: QtBot, page: QTextBrowser
) -> None:
    present(window, qtbot)
    assert opened() == [], "a manual on the projector"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Key.Key_F1)
    assert opened() == opened(KeysHelp) != []
    window.presentation.leave()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Key.Key_F1)
    assert opened() == ["Handleiding"]
    assert page.isVisible()


def test_the_manual_can_be_had_from_the_menu_while_presenting(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    action(window, "Handleiding").trigger()
    window.presentation.step(lambda show: show.next())
    assert opened() == ["Handleiding"]


def test_about_tells_program_version_card_and_that_it_needs_no_network(
    window: MainWindow, qtbot: QtBot, card: Card
) -> None:
    qtbot.keyClick(window.focusWidget(), Key.Key_F1, SHIFT)
    text = reader(window, qtbot, "Over VPT Desktop").toPlainText()
    assert text.startswith(f"VPT Desktop {__version__}\n")
    assert card.title in text
    assert "TASKFORCE - RIEC Brabant - Zeeland" in text
    assert "zonder netwerk" in text


def test_about_tells_the_licence_of_all_that_the_program_uses(window: MainWindow, qtbot: QtBot) -> None:
    action(window, "Over VPT Desktop").trigger()
    lines = reader(window, qtbot, "Over VPT Desktop").toPlainText().splitlines()
    parts = {line.split()[1].lower().replace("_", "-"): line for line in lines if line.startswith("- ")}
    assert list(parts) == [
        "fontpkg-atkinson-hyperlegible",
        "msgspec",
        "pyside6-essentials",
        "typst",
        "wakepy",
        "xlsxwriter",
        "python",
    ]
    assert "LGPL-3.0" in parts["pyside6-essentials"]
    assert all(line.partition(": ")[2] for line in parts.values())


def test_about_shows_the_notices_of_a_bundle_to_their_last_line_without_a_wait(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "LICENTIES.txt"
    file.write_text(
        "Hieronder staat wat erin zit.\n" + "All rights <reserved>.\n" * 20_000 + "Einde", "utf-8"
    )
    monkeypatch.setattr(about_view, "notices", lambda: file)
    start = process_time()
    action(window, "Over VPT Desktop").trigger()
    view = reader(window, qtbot, "Over VPT Desktop")
    assert process_time() - start < 1
    assert "Hieronder staat wat erin zit." in view.toPlainText()
    assert "wakepy" not in view.toPlainText()
    QTest.keyClick(view, Key.Key_End, CONTROL)
    assert view.textCursor().block().text() == "Einde"
    assert view.cursorRect().bottom() <= view.viewport().height()


def test_neither_can_be_typed_into(window: MainWindow, qtbot: QtBot) -> None:
    for title in ("Handleiding", "Over VPT Desktop"):
        action(window, title).trigger()
        view = reader(window, qtbot, title)
        before = view.toPlainText()
        qtbot.keyClicks(view, "1234 abc")
        assert view.toPlainText() == before
        assert view.isReadOnly()
    assert not any(answer.ticked for answer in window.scan.answers)
