"""The window as assistive technology walks through it."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

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
    texts = [" ".join(text.split()) for text in names(window, QAccessible.Role.StaticText)]
    assert card.title in texts
    assert f"{card.question} {card.instruction.action}" in texts
    assert card.bands[0].heading in texts
    assert " ".join(card.bands[0].message) in texts
