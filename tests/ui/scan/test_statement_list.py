"""The list of statements; its check box keeps the contract of the one that it inherits."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QFrame
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import place, statement, ticks
from vpt_desktop.domain.card import Card
from vpt_desktop.ui.scan.statement_list import StatementList
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

TEXT = "Wij voeren een proactief beveiligingsbeleid & meer"


@pytest.fixture(params=[QCheckBox, StatementCheckBox])
def box(request: pytest.FixtureRequest, qtbot: QtBot) -> QCheckBox:
    """A plain check box and ours: what one does, the other does."""
    box = QCheckBox(TEXT.replace("&", "&&")) if request.param is QCheckBox else StatementCheckBox(1, TEXT)
    qtbot.addWidget(box)
    box.resize(500, 60)
    box.show()
    return box


def test_a_click_toggles_and_says_so(box: QCheckBox, qtbot: QtBot) -> None:
    with qtbot.waitSignals([box.toggled, box.clicked]):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()


def test_space_toggles_and_says_so(box: QCheckBox, qtbot: QtBot) -> None:
    with qtbot.waitSignals([box.toggled, box.clicked]):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()


def test_the_right_mouse_button_does_not_toggle(box: QCheckBox, qtbot: QtBot) -> None:
    qtbot.mouseClick(box, Qt.MouseButton.RightButton, pos=QPoint(8, box.height() // 2))
    assert not box.isChecked()


def test_a_disabled_box_does_not_toggle(box: QCheckBox, qtbot: QtBot) -> None:
    box.setEnabled(False)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert not box.isChecked()


def test_assistive_technology_meets_a_check_box_with_the_whole_text(box: QCheckBox) -> None:
    accessible = QAccessible.queryAccessibleInterface(box)
    assert accessible.role() == QAccessible.Role.CheckBox
    assert accessible.text(QAccessible.Text.Name).endswith(TEXT)  # after its place among the ten
    assert accessible.state().checkable
    assert not accessible.state().checked
    box.setChecked(True)
    assert accessible.state().checked


def test_assistive_technology_sees_every_line_of_a_wrapped_text(qtbot: QtBot, card: Card) -> None:
    box = StatementCheckBox(4, card.statement(4).text)
    qtbot.addWidget(box)
    box.resize(400, box.heightForWidth(400))
    box.show()
    extent = QAccessible.queryAccessibleInterface(box).rect()
    assert extent.height() > 0.7 * box.height()
    assert extent.width() > 0.7 * box.width()


@pytest.fixture
def statements(qtbot: QtBot, card: Card) -> StatementList:
    statements = StatementList(card, scan_of("☑☐☐☐☐☐☐☐☐☑"))
    qtbot.addWidget(statements)
    statements.resize(800, 900)
    statements.show()
    return statements


def boxes(statements: StatementList) -> list[StatementCheckBox]:
    return statements.findChildren(StatementCheckBox)


def test_the_list_shows_the_ticks_it_is_given(statements: StatementList) -> None:
    assert [box.number for box in boxes(statements) if box.isChecked()] == [1, 10]
    statements.show_scan(scan_of("☐☑☐☐☐☐☐☐☐☐"))
    assert [box.number for box in boxes(statements) if box.isChecked()] == [2]


def test_the_frame_of_a_row_has_the_state_that_the_style_sheet_matches(statements: StatementList) -> None:
    frames = [box.parentWidget() for box in boxes(statements)]
    assert all(isinstance(frame, QFrame) for frame in frames)
    assert [frame.property("ticked") for frame in frames] == [True, *[False] * 8, True]


def test_the_list_says_which_statement_was_toggled(statements: StatementList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(statements.statement_toggled) as signal:
        boxes(statements)[6].click()
    assert signal.args == [7, True]


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (4, Qt.Key.Key_Down, 5),
        (4, Qt.Key.Key_Up, 3),
        (1, Qt.Key.Key_Up, 1),
        (10, Qt.Key.Key_Down, 10),
        (4, Qt.Key.Key_End, 10),
        (4, Qt.Key.Key_Home, 1),
    ],
)
def test_keys_move_between_statements_and_stop_at_the_ends(
    statements: StatementList, qtbot: QtBot, start: int, key: Qt.Key, end: int
) -> None:
    statements.focus_statement(start)
    qtbot.keyClick(boxes(statements)[start - 1], key)
    assert [box.number for box in boxes(statements) if box.hasFocus()] == [end]


def test_every_sentence_of_a_statement_is_on_the_screen_to_the_letter(
    statements: StatementList, card: Card
) -> None:
    shown = [statement(statements, number).text() for number in range(1, 11)]
    assert shown == [printed.text for printed in card.statements]


@pytest.mark.parametrize(
    ("x", "y"),
    [(0.001, 0.01), (0.02, 0.5), (0.5, 0.5), (0.99, 0.99)],
    ids=["corner", "number", "text", "end"],
)
def test_the_whole_row_is_the_click_target(
    statements: StatementList, qtbot: QtBot, x: float, y: float
) -> None:
    row = statement(statements, 2)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=place(row, x, y))
    assert ticks(statements) == "☑☑☐☐☐☐☐☐☐☑"


@pytest.mark.parametrize(
    ("x", "y"), [(0.001, 0.5), (0.95, 0.95), (0.5, 0.999)], ids=["edge", "right", "below"]
)
def test_a_click_on_the_margins_of_a_row_or_under_its_button_does_nothing(
    statements: StatementList, qtbot: QtBot, x: float, y: float
) -> None:
    row = statement(statements, 2).parentWidget()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=place(row, x, y))
    assert ticks(statements) == "☑☐☐☐☐☐☐☐☐☑"


def test_a_statement_grows_and_shrinks_with_its_width(statements: StatementList) -> None:
    row = statement(statements, 2)
    heights = [row.heightForWidth(width) for width in (300, 500, 900, 1800)]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 4


def test_the_statements_fill_the_list_without_overlap(statements: StatementList) -> None:
    statements.resize(600, statements.sizeHint().height())
    rows = [box.parentWidget().geometry() for box in statements.findChildren(StatementCheckBox)]
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(rows))
