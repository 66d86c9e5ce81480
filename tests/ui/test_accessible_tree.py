"""The window as assistive technology walks through it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import button, present, slides_of, statement
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.main_window import MainWindow

NAME = QAccessible.Text.Name


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for index in range(node.childCount()):
        yield from tree(node.child(index))


def names(window: MainWindow, role: QAccessible.Role) -> list[str]:
    root = QAccessible.queryAccessibleInterface(window)
    return [node.text(NAME) for node in tree(root) if node.role() == role and not node.state().invisible]


def test_each_statement_is_one_check_box_named_by_its_whole_text(window: MainWindow, card: Card) -> None:
    assert names(window, QAccessible.Role.CheckBox) == [
        f"Stelling {number} van 10. {printed.text}" for number, printed in enumerate(card.statements, 1)
    ]


def test_the_score_is_a_text_and_no_value_that_is_said_in_per_cent(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), "4")
    assert "Score: 1 van de 10 punten" in names(window, QAccessible.Role.StaticText)
    assert names(window, QAccessible.Role.ProgressBar) == []


def test_the_window_keeps_its_name_while_the_user_is_in_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), "4")
    assert window.isWindowModified()
    assert QAccessible.queryAccessibleInterface(window).text(NAME) == "Nieuwe scan — VPT Desktop"


def test_on_the_return_the_windows_name_says_that_it_is_modified(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), "4")
    with qtbot.waitActive(other := QWidget()):
        qtbot.addWidget(other)
        other.show()
        other.activateWindow()
    assert QAccessible.queryAccessibleInterface(window).text(NAME) == "Nieuwe scan, gewijzigd — VPT Desktop"


def test_the_text_fields_are_called_as_their_labels(window: MainWindow) -> None:
    assert names(window, QAccessible.Role.EditableText) == ["Organisatie", "Datum"]


def test_nothing_that_takes_the_focus_is_nameless(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), "4")
    root = QAccessible.queryAccessibleInterface(window)
    stops = [node for node in tree(root) if node.state().focusable and not node.state().invisible]
    assert len(stops) == 35
    assert all(node.text(NAME) for node in stops)


def test_the_title_the_question_and_the_whole_result_can_be_read(window: MainWindow, card: Card) -> None:
    headings = names(window, QAccessible.Role.Heading)
    texts = [" ".join(text.split()) for text in names(window, QAccessible.Role.StaticText)]
    assert card.title in headings
    assert f"{card.question} {card.instruction.action}" in texts
    assert card.bands[0].heading in headings
    assert " ".join(card.bands[0].message) in texts


def test_the_title_and_the_result_are_headings(window: MainWindow, card: Card, qtbot: QtBot) -> None:
    assert names(window, QAccessible.Role.Heading) == [card.title, card.bands[0].heading]
    for key in "1234":
        qtbot.keyClick(window.focusWidget(), key)
    assert names(window, QAccessible.Role.Heading) == [card.title, card.bands[1].heading]


def test_each_part_of_the_window_is_a_group_with_a_name(window: MainWindow) -> None:
    assert names(window, QAccessible.Role.Grouping) == ["Gegevens van de scan", "De tien punten", "Uitslag"]


def test_a_message_is_read_before_the_button_that_gets_the_focus(window: MainWindow) -> None:
    window.show_error("De schijf is vol.")
    assert "De schijf is vol." in names(window, QAccessible.Role.Grouping)


def test_a_field_and_its_label_have_one_name(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    for name in ("Toelichting bij stelling 1", "Wie bij stelling 1", "Wanneer gereed bij stelling 1"):
        assert name in names(window, QAccessible.Role.EditableText)
        assert name in names(window, QAccessible.Role.StaticText)


@pytest.mark.parametrize(
    ("name", "other_name"),
    [("Toelichting bij stelling 2", "Toelichting bij stelling 2"), ("Meer gegevens", "Minder gegevens")],
)
def test_a_button_that_unfolds_says_whether_it_has(window: MainWindow, name: str, other_name: str) -> None:
    disclosure = QAccessible.queryAccessibleInterface(button(window, name))
    assert disclosure.role() == QAccessible.Role.Button
    assert disclosure.state().expandable
    assert not disclosure.state().expanded
    disclosure.actionInterface().doAction("Press")
    assert disclosure.state().expanded
    assert disclosure.text(NAME) == other_name
    disclosure.actionInterface().doAction("Press")
    assert not disclosure.state().expanded


def test_a_folded_note_is_read_at_its_button(window: MainWindow, qtbot: QtBot) -> None:
    statement(window, 2).setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Afspraak met de wijkagent")
    described = QAccessible.queryAccessibleInterface(button(window, "Toelichting bij stelling 2"))
    assert described.text(QAccessible.Text.Description) == ""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    assert described.text(QAccessible.Text.Description) == "Afspraak met de wijkagent"


def test_no_slide_is_a_layered_pane(window: MainWindow, qtbot: QtBot) -> None:
    present(window, qtbot)
    root = QAccessible.queryAccessibleInterface(slides_of(window))
    assert QAccessible.Role.LayeredPane not in {node.role() for node in tree(root)}
