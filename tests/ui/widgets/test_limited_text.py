"""A text has at most 100,000 characters; what would make it longer is refused whole, at once."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QInputMethodEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from vpt_desktop.domain.scan import TEXT_LIMIT
from vpt_desktop.ui.widgets.limited_text import LimitedLine, LimitedText

SENTENCE = (
    "Een tekst mag hoogstens 100.000 tekens hebben; "
    "je tekst is gebleven zoals die was, dus voeg een korter stuk toe."
)

CTRL = Qt.KeyboardModifier.ControlModifier

Field = LimitedLine | LimitedText
PutIn = Callable[[Field, str, QtBot], None]


@pytest.fixture(params=[LimitedLine, LimitedText])
def text_field(request: pytest.FixtureRequest, qtbot: QtBot) -> Field:
    field = request.param()
    qtbot.addWidget(field)
    field.resize(400, 100)
    field.show()
    return field


@pytest.fixture
def refusals(text_field: Field) -> list[str]:
    sentences: list[str] = []
    text_field.refused.connect(sentences.append)
    return sentences


def show(field: Field, text: str) -> None:
    if isinstance(field, LimitedText):
        field.show_text(text)
    else:
        field.setText(text)


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def paste(field: Field, text: str, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(text)
    qtbot.keyClick(field, Qt.Key.Key_V, CTRL)


def drop(field: Field, text: str, _qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText(text)
    copy = Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    where = QPointF(field.rect().center())
    target = field.viewport() if isinstance(field, LimitedText) else field
    entering = QDragEnterEvent(where.toPoint(), copy, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(target, entering)
    QApplication.sendEvent(target, QDropEvent(where, copy, data, Qt.MouseButton.LeftButton, none))


def compose(field: Field, text: str, _qtbot: QtBot) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def paste_from_the_menu(field: Field, text: str, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(text)
    target = field.viewport() if isinstance(field, LimitedText) else field
    QApplication.sendEvent(
        target,
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), target.mapToGlobal(QPoint(5, 5))),
    )
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.findChild(QAction, "edit-paste").trigger()
    menu.close()


@pytest.mark.parametrize("put_in", [paste, drop, compose, paste_from_the_menu])
@pytest.mark.parametrize("character", ["x", "😀"])
def test_what_goes_over_the_limit_is_refused_whole_in_one_sentence(
    text_field: Field, refusals: list[str], qtbot: QtBot, put_in: PutIn, character: str
) -> None:
    show(text_field, "Wat er al stond")
    put_in(text_field, character * (TEXT_LIMIT - 14), qtbot)
    assert text_of(text_field) == "Wat er al stond"
    assert refusals == [SENTENCE]


@pytest.mark.parametrize("put_in", [paste, drop, compose, paste_from_the_menu])
@pytest.mark.parametrize("character", ["x", "😀"])
def test_what_stays_within_the_limit_is_taken_over(
    text_field: Field, refusals: list[str], qtbot: QtBot, put_in: PutIn, character: str
) -> None:
    show(text_field, "Wat er al stond")
    put_in(text_field, character * (TEXT_LIMIT - 15), qtbot)
    assert len(text_of(text_field)) == TEXT_LIMIT
    assert refusals == []


def test_a_text_at_the_limit_takes_no_key_more_but_loses_nothing(
    text_field: Field, refusals: list[str], qtbot: QtBot
) -> None:
    show(text_field, "😀" * TEXT_LIMIT)
    qtbot.keyClicks(text_field, "a")
    assert text_of(text_field) == "😀" * TEXT_LIMIT
    assert refusals == [SENTENCE]
    qtbot.keyClick(text_field, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(text_field, "b")
    assert text_of(text_field) == "b"


def test_a_selection_that_a_paste_replaces_does_not_count(text_field: Field, qtbot: QtBot) -> None:
    show(text_field, "x" * TEXT_LIMIT)
    qtbot.keyClick(text_field, Qt.Key.Key_A, CTRL)
    paste(text_field, "y" * TEXT_LIMIT, qtbot)
    assert text_of(text_field) == "y" * TEXT_LIMIT


@pytest.mark.parametrize("put_in", [paste, drop, paste_from_the_menu])
def test_half_a_megabyte_on_one_line_is_refused_at_once(
    text_field: Field, refusals: list[str], qtbot: QtBot, put_in: PutIn
) -> None:
    began = time.process_time()
    put_in(text_field, "x" * 500_000, qtbot)
    assert time.process_time() - began < 0.5
    assert refusals == [SENTENCE]


@pytest.mark.parametrize("piece", ["x", "(", "woord "])
def test_typing_at_the_end_of_the_longest_line_stays_quick(
    text_field: Field, qtbot: QtBot, piece: str
) -> None:
    show(text_field, (piece * TEXT_LIMIT)[: TEXT_LIMIT - 10])
    qtbot.keyClick(text_field, Qt.Key.Key_End, CTRL)
    began = time.process_time()
    qtbot.keyClicks(text_field, "12345")
    QApplication.processEvents()
    assert time.process_time() - began < 1
    assert text_of(text_field).endswith("12345")


def test_the_middle_button_pastes_no_selection_over_the_limit(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = LimitedLine()
    qtbot.addWidget(line)
    line.show()
    monkeypatch.setattr(QClipboard, "supportsSelection", lambda _self: True)
    monkeypatch.setattr(QClipboard, "text", lambda _self, _mode: "x" * (TEXT_LIMIT + 1))
    with qtbot.waitSignal(line.refused):
        qtbot.mouseClick(line, Qt.MouseButton.MiddleButton)
    assert line.text() == ""


def test_what_a_field_cannot_show_stays_in_the_text_around_an_edit(qtbot: QtBot) -> None:
    field = LimitedText()
    qtbot.addWidget(field)
    field.show_text("een\r\ntwee\u00a0drie\u2028vier")
    qtbot.keyClick(field, Qt.Key.Key_End, CTRL)
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClicks(field, "!")
    assert edited.args == ["een\r\ntwee\u00a0drie\u2028vier!"]
    field.show_text("een\r\ntwee\u00a0drie\u2028vier!")
    assert field.textCursor().atEnd()
