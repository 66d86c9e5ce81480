"""The window as assistive technology walks through it."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
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
    assert names(window, QAccessible.Role.CheckBox) == [printed.text for printed in card.statements]


def test_the_score_is_the_one_value_and_has_a_name(window: MainWindow) -> None:
    assert names(window, QAccessible.Role.ProgressBar) == ["Score"]


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
