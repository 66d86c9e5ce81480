"""The statements that are not ticked, as a row of numbered buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card


class OpenPoints(QWidget):
    """Row of a button for every open statement, which requests that statement."""

    statement_requested = Signal(int)
    """The number (1-10) of the statement to focus."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel(wordWrap=True)
        self._chips: list[Button] = []
        row = QHBoxLayout()
        for number, statement in enumerate(card.statements, 1):
            chip = Button(str(number))
            chip.setToolTip(statement.label)
            chip.setAccessibleName(f"Ga naar stelling {number}: {statement.label}")
            chip.clicked.connect(partial(self._on_chip_clicked, number))
            self._chips.append(chip)
            row.addWidget(chip)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, RING_MARGIN)
        layout.addWidget(self._heading)
        layout.addLayout(row)

    def show_open_points(self, numbers: tuple[int, ...]) -> None:
        """Show buttons for the statements with these numbers (1-10), and no others."""
        self._heading.setText("Nog niet aangevinkt:" if numbers else "Alle punten zijn aangevinkt.")
        for number, chip in enumerate(self._chips, 1):
            chip.setVisible(number in numbers)

    def _on_chip_clicked(self, number: int) -> None:
        self.statement_requested.emit(number)
