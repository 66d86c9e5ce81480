"""Score and result in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vpt_desktop.domain.card import Band


class ScoreStrip(QFrame):
    """Line with the score and, where that fits, the heading of its band, for a low window."""

    panel_requested = Signal()
    """The user wants to see the whole side panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_concealed = False
        self._sentence = ""
        self._score = QLabel()
        self._score.setObjectName("heading")
        self._heading = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._more = Button("Uitslag")
        self._more.setAccessibleName("Ga naar de uitslag")
        self._more.clicked.connect(self.panel_requested)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._score)
        row.addWidget(self._heading, stretch=1)
        row.addStretch()
        row.addWidget(self._more)

    def show_score(self, score: int, band: Band) -> None:
        """Show a score, 0-10, and its band."""
        self._sentence = f"{score} {WORDS.out_of}"
        self._heading.setText(band.heading)
        self._show_sentence()

    def set_concealed(self, concealed: bool) -> None:
        """Hide score and band, also from a screen reader, or show them."""
        self._is_concealed = concealed
        self._show_sentence()

    def _show_sentence(self) -> None:
        self._score.setText("Nog verborgen" if self._is_concealed else self._sentence)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave the heading out, rather than a part of it; while the strip is hidden, measure nothing."""
        if self.isHidden():
            return
        others = self._score.sizeHint().width() + self._more.sizeHint().width()
        margins = self._row.contentsMargins()
        room = self.width() - others - margins.left() - margins.right() - 2 * self._row.spacing()
        fits = self._heading.sizeHint().width() <= room
        self._heading.setVisible(fits and not self._is_concealed)
