"""The numbers of the statements by what became of them, as buttons."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vpt_desktop.comparison_words import VERDICTS
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


class VerdictNumbers(QWidget):
    """A line for every verdict that occurs, with buttons that each request a statement.

    It places what is in it by itself: a tick moves one button to another line, which takes long by layouts.
    Each number has a column of its own if there is room, so that no other one moves.
    """

    statement_requested = Signal(int)
    """The number (1-10) of the statement to focus."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statements = [statement.label for statement in card.statements]
        self._names = {verdict: QLabel(name, self) for verdict, name in VERDICTS.items()}
        self._buttons = [Button(str(number), self) for number in range(1, len(card.statements) + 1)]
        for number, button in enumerate(self._buttons, 1):
            button.clicked.connect(partial(self.statement_requested.emit, number))
        self._rows: tuple[Row, ...] = ()
        self._lines: list[tuple[QLabel, list[int]]] = []
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
            label.setHidden(not numbers)
            if numbers:
                self._lines.append((label, [*numbers]))
        order = [self._buttons[number - 1] for _, numbers in self._lines for number in numbers]
        for one, other in pairwise(order):
            if one.nextInFocusChain() is not other:
                self.setTabOrder(one, other)
        self._place()

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            bottom = max((rect.bottom() + 1 for _, rect in self._places(width)), default=0)
            self._heights[width] = bottom + RING_MARGIN
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
        self._heights.clear()

    def _place(self) -> None:
        for widget, rect in self._places(self.width()):
            widget.setGeometry(rect)
        height = self.heightForWidth(self.width())
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        name, number = self._name, self._number
        step = number.width() + _GAP
        fitting = (width - name.width() - _GAP) // step
        is_beside = fitting >= _LEAST_BESIDE
        left = name.width() + 2 * _GAP if is_beside else 0
        fitting = fitting if is_beside else max(1, (width + _GAP) // step)
        top = 0
        for label, numbers in self._lines:
            yield label, QRect(0, top, min(name.width(), width), max(name, number, key=QSize.height).height())
            top += 0 if is_beside else number.height() + _GAP
            for index, each in enumerate(numbers):
                line, place = divmod(index if fitting < len(self._buttons) else each - 1, fitting)
                corner = QPoint(left + place * step, top + line * (number.height() + _GAP))
                yield self._buttons[each - 1], QRect(corner, number)
            lines = 1 if fitting >= len(self._buttons) else 1 + (len(numbers) - 1) // fitting
            top += lines * (number.height() + _GAP)
