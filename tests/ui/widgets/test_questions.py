"""Questions over a window, answered as a user does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from vpt_desktop.ui.widgets.questions import Questions


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(
    ("key", "expected"),
    [(Qt.Key.Key_Return, ["save"]), (Qt.Key.Key_Escape, [])],
)
def test_enter_saves_and_escape_does_nothing(
    window: QWidget, qtbot: QtBot, key: Qt.Key, expected: list[str]
) -> None:
    questions, chosen = Questions(window), list[str]()
    questions.ask_to_save("dit", lambda: chosen.append("save"), lambda: chosen.append("discard"))
    assert questions.is_open
    [box] = window.findChildren(QMessageBox)
    qtbot.keyClick(box, key)
    assert chosen == expected
    assert not questions.is_open


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_neither_key_overwrites_by_mistake(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    questions, chosen = Questions(window), list[str]()
    questions.ask_to_overwrite("scan.vpt", lambda: chosen.append("overwrite"))
    [box] = window.findChildren(QMessageBox)
    qtbot.keyClick(box, key)
    assert chosen == []
    assert not questions.is_open


def test_an_answer_can_lead_to_the_next_question(window: QWidget, qtbot: QtBot) -> None:
    questions = Questions(window)
    questions.ask_to_save("dit", lambda: questions.ask_to_overwrite("scan.vpt", list), list)
    qtbot.keyClick(window.findChildren(QMessageBox)[0], Qt.Key.Key_Return)
    assert questions.is_open
    assert [box.text() for box in window.findChildren(QMessageBox) if box.isVisible()] == [
        "scan.vpt is intussen door iemand anders gewijzigd. Toch overschrijven?"
    ]
