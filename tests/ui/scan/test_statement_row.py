"""The row of a statement: its note, and the short form of that while it is folded away."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import button, place, statement, the
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Answer
from vpt_desktop.ui.document.scan_document import ScanDocument
from vpt_desktop.ui.scan.statement_list import StatementList


@pytest.fixture
def document() -> ScanDocument:
    return ScanDocument(scan_of("☐☐☐☐☐☐☐☐☐☐"))


@pytest.fixture
def statements(qtbot: QtBot, card: Card, document: ScanDocument) -> StatementList:
    """The list of a document, connected as in the window."""
    statements = StatementList(card, document.scan)
    qtbot.addWidget(statements)
    statements.statement_toggled.connect(document.set_ticked)
    statements.answer_changed.connect(document.set_answer)
    document.scan_changed.connect(statements.show_scan)
    statements.resize(800, 900)
    statements.show()
    statements.activateWindow()
    qtbot.waitUntil(statements.isActiveWindow)
    return statements


def unfold(statements: StatementList, qtbot: QtBot, number: int) -> None:
    qtbot.mouseClick(button(statements, f"Toelichting bij stelling {number}"), Qt.MouseButton.LeftButton)


def note(statements: StatementList, number: int) -> QPlainTextEdit:
    name = f"Toelichting bij stelling {number}"
    return next(n for n in statements.findChildren(QPlainTextEdit) if n.accessibleName() == name)


def short_form(statements: StatementList, number: int) -> str:
    row = statement(statements, number).parentWidget()
    labels = row.findChildren(QLabel, "shortNote")
    return next((label.accessibleName() for label in labels if label.isVisible()), "")


def notes_in_sight(statements: StatementList) -> int:
    return sum(note.isVisible() for note in statements.findChildren(QPlainTextEdit))


def test_at_first_all_notes_are_folded_away(statements: StatementList) -> None:
    assert notes_in_sight(statements) == 0
    assert [short_form(statements, number) for number in range(1, 11)] == [""] * 10


def test_the_short_form_is_heard_without_the_breaks_that_it_is_shown_with(
    statements: StatementList, document: ScanDocument
) -> None:
    document.set_answer(3, Answer(note="/dossier/2026", who="Team\tA"))
    row = statement(statements, 3).parentWidget()
    assert the(row, QLabel, "dossier").accessibleName() == "/dossier/2026  ·  Wie: Team A"


def test_the_button_unfolds_the_note_of_its_statement(statements: StatementList, qtbot: QtBot) -> None:
    unfold(statements, qtbot, 5)
    assert note(statements, 5).hasFocus()


@pytest.mark.parametrize("name", ["Toelichting bij stelling 3", "Wie", "Wanneer gereed"])
def test_a_click_on_a_label_focuses_its_field_and_ticks_nothing(
    statements: StatementList, document: ScanDocument, qtbot: QtBot, name: str
) -> None:
    unfold(statements, qtbot, 3)
    statement(statements, 9).setFocus()
    qtbot.mouseClick(label_of(statements, 3, name), Qt.MouseButton.LeftButton)
    assert statements.focusWidget().accessibleName().startswith(name)
    assert document.scan.score == 0


def label_of(statements: StatementList, number: int, name: str) -> QLabel:
    labels = statement(statements, number).parentWidget().findChildren(QLabel)
    return next(label for label in labels if label.text() == name)


def test_a_click_on_a_folded_note_opens_it_and_ticks_nothing(
    statements: StatementList, document: ScanDocument, qtbot: QtBot
) -> None:
    document.set_answer(3, Answer(note="Aanwijzen"))
    row = statement(statements, 3).parentWidget()
    qtbot.mouseClick(the(row, QLabel, "Aanwijzen"), Qt.MouseButton.LeftButton)
    assert note(statements, 3).hasFocus()
    assert short_form(statements, 3) == ""
    assert document.scan.score == 0


def test_a_click_around_the_fields_of_a_note_does_nothing(
    statements: StatementList, document: ScanDocument, qtbot: QtBot
) -> None:
    unfold(statements, qtbot, 3)
    QApplication.processEvents()
    note(statements, 3).setFocus()
    editor = note(statements, 3).parentWidget()
    for point in (QPoint(1, editor.height() // 2), QPoint(editor.width() // 2, editor.height() - 1)):
        qtbot.mouseClick(editor, Qt.MouseButton.LeftButton, pos=point)
    assert document.scan.score == 0
    assert note(statements, 3).hasFocus()


def test_who_types_at_a_point_that_is_ticked_meanwhile_types_on_in_its_note(
    statements: StatementList, document: ScanDocument, qtbot: QtBot
) -> None:
    unfold(statements, qtbot, 3)
    qtbot.keyClick(note(statements, 3), Qt.Key.Key_Tab)
    qtbot.keyClicks(statements.focusWidget(), "Team")
    document.set_ticked(3, ticked=True)
    assert note(statements, 3).hasFocus()


def test_f2_opens_the_note_of_the_statement_that_was_clicked_last_wherever_in_its_row(
    statements: StatementList, qtbot: QtBot
) -> None:
    statement(statements, 2).setFocus()
    row = statement(statements, 5).parentWidget()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=place(row, 0.95, 0.95))
    statements.toggle_note()
    assert note(statements, 5).hasFocus()


def test_an_open_note_says_whose_it_is_and_which_statement_is_on_the_slides(
    statements: StatementList, qtbot: QtBot
) -> None:
    statements.follow(3)
    unfold(statements, qtbot, 3)
    heading = label_of(statements, 3, "Toelichting bij stelling 3")
    statements.follow(4)
    assert heading.text() == "Toelichting bij stelling 3 (op het scherm staat stelling 4)"
    assert heading.property("elsewhere")
    assert note(statements, 3).hasFocus()
    for presented in (3, 4, None):
        statements.follow(presented)
    assert heading.text() == "Toelichting bij stelling 3"
    assert not heading.property("elsewhere")


def test_an_open_point_also_has_who_and_when(
    statements: StatementList, document: ScanDocument, qtbot: QtBot
) -> None:
    unfold(statements, qtbot, 3)
    qtbot.keyClicks(note(statements, 3), "Aanwijzen")
    qtbot.keyClick(note(statements, 3), Qt.Key.Key_Tab)
    qtbot.keyClicks(statements.focusWidget(), "Teamleider")
    qtbot.keyClick(statements.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(statements.focusWidget(), "1 maart 2027")
    assert document.scan.answer(3) == Answer(note="Aanwijzen", who="Teamleider", due="1 maart 2027")
    statements.toggle_note()
    assert short_form(statements, 3) == "Aanwijzen  ·  Wie: Teamleider  ·  Gereed: 1 maart 2027"


def test_a_ticked_statement_has_only_its_note(statements: StatementList, qtbot: QtBot) -> None:
    unfold(statements, qtbot, 3)
    assert len(visible_fields(statements, 3)) == 2
    qtbot.mouseClick(statement(statements, 3), Qt.MouseButton.LeftButton)
    assert len(visible_fields(statements, 3)) == 0
    assert note(statements, 3).isVisible()


def visible_fields(statements: StatementList, number: int) -> list[QLineEdit]:
    row = statement(statements, number).parentWidget()
    return [field for field in row.findChildren(QLineEdit) if field.isVisible()]


def test_a_long_note_is_short_while_it_is_folded_away(
    statements: StatementList, document: ScanDocument, qtbot: QtBot
) -> None:
    unfold(statements, qtbot, 3)
    QApplication.clipboard().setText("regel\n" * 2_000)
    note(statements, 3).paste()
    statements.toggle_note()
    assert short_form(statements, 3).startswith("regel regel")
    assert short_form(statements, 3).endswith("…")
    assert len(short_form(statements, 3)) < 200
    assert len(document.scan.answer(3).note) == 12_000
