"""The numbers of the statements by what became of them, as buttons."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vpt_desktop.comparison_words import NONE, VERDICTS
from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.domain.comparison import Verdict
from vpt_desktop.override import override
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.comparison import Comparison, Row

_GAP = 5
"""Between two numbers and between two lines, in pixels."""

_LEAST_BESIDE = 5
"""How many numbers must fit beside the name of a verdict; else they are under it."""


class _Grid(NamedTuple):
    """Where the numbers go: from which pixel on, in how many columns, and beside the name or under it."""

    left: int
    columns: int
    is_beside: bool

    def lines(self, numbers: tuple[int, ...]) -> int:
        """Return how many lines a verdict takes; one without numbers takes a line to say so."""
        own = 1 if self._has_own_columns else max(1, ceil(len(numbers) / self.columns))
        return own + (not self.is_beside)

    def cells(self, numbers: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        """Yield the line and the column of each number."""
        for index, number in enumerate(numbers):
            yield divmod(number - 1 if self._has_own_columns else index, self.columns)

    @property
    def _has_own_columns(self) -> bool:
        return self.columns >= STATEMENT_COUNT


class VerdictNumbers(QWidget):
    """A line for every verdict, with buttons that each request a statement, or that there are none.

    With a tick no line comes or goes, which would move all that is below. The widget places what is in it by
    itself: a button moves to another line, which takes long by layouts. Each number has a column of its own
    if there is room, so that no other one moves.
    """

    statement_requested = Signal(int)
    """The number (1-10) of the statement to focus."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statements = [statement.label for statement in card.statements]
        self._names = {verdict: QLabel(name, self) for verdict, name in VERDICTS.items()}
        self._none = {verdict: QLabel(NONE, self) for verdict in VERDICTS}
        for none in self._none.values():
            none.setObjectName("secondary")
        self._buttons = [Button(str(number), self) for number in range(1, len(card.statements) + 1)]
        for number, button in enumerate(self._buttons, 1):
            button.clicked.connect(partial(self.statement_requested.emit, number))
        self._rows: tuple[Row, ...] = ()
        self._lines: list[tuple[Verdict, tuple[int, ...]]] = []
        self._placed: dict[QWidget, list[int]] = {}
        """Of each widget the left, top, width and height."""
        self._height = 0
        self._heights: dict[int, int] = {}
        """By the width: layouts ask for the same ones many times at each tick."""
        self._measure()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what became of each statement."""
        if comparison.rows == self._rows:
            return
        before, self._rows = self._rows, comparison.rows
        for row in {*self._rows} - {*before}:
            name = f"{WORDS.statement.lower()} {row.number}, {self._statements[row.number - 1]}"
            self._buttons[row.number - 1].setAccessibleName(f"{VERDICTS[row.verdict]}: {name}")
            self._buttons[row.number - 1].setToolTip(f"{VERDICTS[row.verdict]}: {name}")
        self._lines = []
        self._heights.clear()
        for verdict, label in self._names.items():
            numbers = comparison.numbers(verdict)
            shown = bool(numbers) or verdict is not Verdict.NOT_COMPARABLE
            label.setVisible(shown)
            self._none[verdict].setVisible(shown and not numbers)
            if shown:
                self._lines.append((verdict, numbers))
        order = [self._buttons[number - 1] for _, numbers in self._lines for number in numbers]
        for one, other in pairwise(order):
            if one.nextInFocusChain() is not other:
                self.setTabOrder(one, other)
        self._place()

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            grid = self._grid(width)
            lines = sum(grid.lines(numbers) for _, numbers in self._lines)
            self._heights[width] = lines * (self._line + _GAP) - _GAP + RING_MARGIN
        return self._heights[width]

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._name.width(), 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._name.width(), self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # another size of the text
            self._measure()
            self._place()
        return super().event(event)

    def _measure(self) -> None:
        """Keep the sizes of the widest name and of a number, for which asking takes long."""
        hints = [label.sizeHint() for label in self._names.values()]
        self._name = QSize(max(hint.width() for hint in hints), hints[0].height())
        self._number = self._buttons[-1].sizeHint()  # of two digits
        self._line = max(self._name.height(), self._number.height())
        self._heights.clear()

    def _place(self) -> None:
        for widget, *place in self._places():
            if place != self._placed.get(widget):
                widget.setGeometry(*place)
                self._placed[widget] = place
        height = self.heightForWidth(self.width())
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _grid(self, width: int) -> _Grid:
        step = self._number.width() + _GAP
        left = self._name.width() + 2 * _GAP
        beside = (width - left + _GAP) // step
        if beside >= _LEAST_BESIDE:
            return _Grid(left, beside, is_beside=True)
        return _Grid(0, max(1, (width + _GAP) // step), is_beside=False)

    def _places(self) -> Iterator[tuple[QWidget, int, int, int, int]]:
        """Yield each widget with its left, top, width and height."""
        grid = self._grid(self.width())
        name = min(self._name.width(), self.width())
        width, height = self._number.width(), self._number.height()
        across, down = width + _GAP, self._line + _GAP
        top = 0
        for verdict, numbers in self._lines:
            first = top if grid.is_beside else top + down
            yield self._names[verdict], 0, top, name, self._line
            yield self._none[verdict], grid.left, first, name, self._line
            for number, (line, column) in zip(numbers, grid.cells(numbers), strict=True):
                left = grid.left + column * across
                yield self._buttons[number - 1], left, first + line * down, width, height
            top += grid.lines(numbers) * down
