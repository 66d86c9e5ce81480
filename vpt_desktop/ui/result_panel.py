"""What the back of the card says to the score."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Band, Card
    from vpt_desktop.domain.scan import AccountManager


class ResultPanel(QFrame):
    """Shows one band's heading and message; the property `band` (0-2) tells the style sheet which."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._heading = QLabel(wordWrap=True)
        self._heading.setObjectName("heading")
        self._message = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.addWidget(self._heading)
        layout.addWidget(self._message)
        self._account_manager = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        layout.addWidget(self._account_manager)
        self._account_manager.hide()
        self.show_band(card.band(0))

    def show_band(self, band: Band) -> None:
        """Show one of the card's bands."""
        position = self._card.bands.index(band)
        if self.property("band") == position:
            return
        self.setProperty("band", position)
        self._heading.setText(band.heading)
        self._message.setText(
            "".join(f'<p style="line-height:112%">{escape(paragraph)}</p>' for paragraph in band.message),
        )
        for widget in (self, self._heading):
            self.style().polish(widget)

    def show_account_manager(self, manager: AccountManager) -> None:
        """Show whom the message's advice refers to, as far as that is known."""
        known = ", ".join(text for text in (manager.name, manager.phone, manager.email) if text)
        self._account_manager.setText(f"Accountmanager: {known}")
        self._account_manager.setVisible(bool(known))
