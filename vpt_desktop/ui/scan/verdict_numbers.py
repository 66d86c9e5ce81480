"""The numbers of the statements by what became of them, as buttons."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Signal
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

_GAP = 6
"""Between two numbers and between two lines, in pixels."""

_LEAST_BESIDE = 5
"""How many numbers must fit beside the name of a verdict; else they are under it."""


class VerdictNumbers(QWidget):
    """A line for every verdict that occurs, with buttons that each request a statement.

    It places what is in it by itself: a tick moves one button to another line, which takes long by layouts.
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
        self._lines: list[tuple[QLabel, list[Button]]] = []
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
        for verdict, label in self._names.items():
            buttons = [self._buttons[number - 1] for number in comparison.numbers(verdict)]
            label.setHidden(not buttons)
            if buttons:
                self._lines.append((label, buttons))
        for one, other in pairwise(button for _, buttons in self._lines for button in buttons):
            self.setTabOrder(one, other)
        self.updateGeometry()
        self._place()

    @override
    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for _, rect in self._places(width)), default=0) + RING_MARGIN

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(label.sizeHint().width() for label in self._names.values()), 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # another size of the text
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for widget, rect in self._places(self.width()):
            widget.setGeometry(rect)

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        size = self._buttons[-1].sizeHint()  # of two digits
        step = size.width() + _GAP
        beside = self.minimumSizeHint().width() + 2 * _GAP
        is_beside = width - beside + _GAP >= _LEAST_BESIDE * step
        left = beside if is_beside else 0
        fitting = max(1, (width - left + _GAP) // step)
        top = 0
        for label, buttons in self._lines:
            named = label.sizeHint()
            height = max(named.height(), size.height()) if is_beside else named.height()
            yield label, QRect(0, top, min(named.width(), width), height)
            top += 0 if is_beside else height + _GAP
            for index, button in enumerate(buttons):
                line, place = divmod(index, fitting)
                yield (
                    button,
                    QRect(left + place * step, top + line * (size.height() + _GAP), size.width(), height),
                )
            top += (1 + (len(buttons) - 1) // fitting) * (size.height() + _GAP)
