"""The statements that are not ticked, as buttons with their numbers or names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.restyling import restyle
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN
from vpt_desktop.ui.widgets.width_taker import WidthTaker

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from vpt_desktop.domain.card import Card


_MOST_COLUMNS = 2


class OpenPoints(QWidget):
    """A button for every open statement, which requests that statement: a row of numbers, or names.

    The property `named` is for the style sheet.
    """

    statement_requested = Signal(int)
    """The number (1-10) of the statement to focus."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = WidthTaker()
        self._chips: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, RING_MARGIN)
        self._column.addWidget(self._heading)
        self._row, self._side_by_side = QHBoxLayout(), QHBoxLayout()
        self._column.addLayout(self._row)
        self._column.addLayout(self._side_by_side)
        self._columns = tuple(QVBoxLayout() for _ in range(_MOST_COLUMNS))
        self._columns_used = 0
        self._labels = [statement.label for statement in card.statements]
        for number, statement in enumerate(card.statements, 1):
            chip = Button(str(number))
            name = f"Ga naar stelling {number}: {statement.label}"
            chip.setAccessibleName(name)
            chip.setToolTip(name)  # a screen reader reads another one as well
            chip.clicked.connect(partial(self._on_chip_clicked, number))
            self._chips.append(chip)
            self._row.addWidget(chip)
        self._row.addStretch()
        whole = self._chips[-1].sizePolicy()
        whole.setRetainSizeWhenHidden(True)  # so that without open points there is as much room for them
        self._chips[-1].setSizePolicy(whole)
        for column in self._columns:
            self._side_by_side.addLayout(column)
            column.addStretch()
        self.setProperty("named", False)
        self._row_width: int | None = None
        """Pixels for all numbers beside each other; None until it is asked for."""

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size with all statements open: with a tick, the panel's width does not change."""
        least = super().minimumSizeHint()
        if self._columns_used:
            return least
        if self._row_width is None:
            gaps = self._row.spacing() * (len(self._chips) - 1)
            self._row_width = sum(chip.sizeHint().width() for chip in self._chips) + gaps
        return least.expandedTo(QSize(self._row_width, 0))

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._row_width = None
        super().changeEvent(event)

    def set_columns(self, count: int) -> None:
        """Show the statements' short labels in 1 or 2 columns, or with 0 a row of their numbers only."""
        if count == self._columns_used:
            return
        self._columns_used = count
        self.setProperty("named", count > 0)
        for place in range(_MOST_COLUMNS):
            self._side_by_side.setStretch(place, int(place < count))
        for number, (chip, label) in enumerate(zip(self._chips, self._labels, strict=True), 1):
            chip.setText(f"{number}   {label}" if count else str(number))
            if count:
                column = self._columns[(number - 1) * count // len(self._chips)]
                column.insertWidget(column.count() - 1, chip)
            else:
                self._row.insertWidget(number - 1, chip)
            restyle(chip)

    def show_open_points(self, numbers: tuple[int, ...]) -> None:
        """Show buttons for the statements with these numbers (1-10), and no others."""
        self._heading.show_text("Nog niet aangevinkt:" if numbers else "Alle punten zijn aangevinkt.")
        for number, chip in enumerate(self._chips, 1):
            if chip.isHidden() == (number in numbers):  # nine of ten do not change
                chip.setVisible(number in numbers)
        if self.isVisible():  # else the window that it still is by itself would keep its least size
            self._column.activate()  # so that a chip is painted where it moves to, and once

    def _on_chip_clicked(self, number: int) -> None:
        self.statement_requested.emit(number)
