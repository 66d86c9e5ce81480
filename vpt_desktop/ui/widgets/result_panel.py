"""The card's message for a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from vpt_desktop.domain.short_text import shortened
from vpt_desktop.ui.widgets.accessible_role import make_heading
from vpt_desktop.ui.widgets.given_width import GivenWidth
from vpt_desktop.ui.widgets.laid_out_once import laid_out_once
from vpt_desktop.ui.widgets.line_breaks import lines_of
from vpt_desktop.ui.widgets.restyling import restyle
from vpt_desktop.ui.widgets.slide_size import set_text_size
from vpt_desktop.ui.widgets.typed_text import escape, one_line, with_whole_numbers
from vpt_desktop.ui.widgets.width_taker import WidthTaker
from vpt_desktop.ui.widgets.wrapped_label import WrappedLabel
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Band, Card
    from vpt_desktop.domain.scan import AccountManager


_SLACK = 2
"""Pixels, for what rich text rounds up."""


class ResultPanel(GivenWidth, QFrame):
    """Panel with one band's heading and message; its property `band` (0-2) is for the style sheet."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._heading = QLabel(wordWrap=True)
        self._heading.setObjectName("heading")
        make_heading(self._heading)
        self._messages = [WidthTaker(Qt.TextFormat.RichText) for _ in card.bands]
        """One for each band, so that a message which comes back has been laid out."""
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        for message in self._messages:
            self._column.addWidget(message)
        self._account_manager = WrappedLabel()
        self._column.addWidget(self._account_manager)
        self._account_manager.hide()
        self._gap: int | None = None
        self._room: float | None = None
        """The width of the text on a slide, where its lines are broken with more care."""
        self._position = 0
        self._written: set[int] = set()
        """The bands whose message has been set for the present size of text."""
        self._show_texts()

    def show_band(self, band: Band) -> None:
        """Show one of the card's bands."""
        position = self._card.bands.index(band)
        if position == self._position:
            return
        self._position = position
        with laid_out_once(self):
            self._show_texts()
        for widget in (self, self._heading):
            restyle(widget)
        # The whole panel is painted with the next frame; Qt would paint what is shown once more after it.
        QCoreApplication.removePostedEvents(self._messages[position], QEvent.Type.UpdateLater)
        self.updateGeometry()

    def settle(self) -> None:
        """Give the message its place in the panel as that is by now, so that it is painted once."""
        self._column.activate()

    def _show_texts(self) -> None:
        self.setProperty("band", self._position)
        self._heading.setText(self._card.bands[self._position].heading)
        self._write_message()
        for position, message in enumerate(self._messages):
            message.setVisible(position == self._position)

    def show_account_manager(self, manager: AccountManager) -> None:
        """Show the account manager, to whom the message refers, as far as that is known."""
        known = [shortened(text) for text in (manager.name, manager.phone, manager.email) if text]
        shown = ", ".join(with_whole_numbers(one_line(text)) for text in known)
        self._account_manager.show_text(f"{WORDS.account_manager}: {shown}")
        self._account_manager.setAccessibleName(f"{WORDS.account_manager}: {', '.join(known)}")
        self._account_manager.setVisible(bool(known))

    def set_text_sizes(self, heading: int, text: int, width: int) -> None:
        """Set the sizes of heading and text, and the width of the panel, in pixels, for a slide."""
        self._gap = text // 3
        set_text_size(self._heading, heading, bold=True)
        for label in (*self._messages, self._account_manager):
            set_text_size(label, text)
        self._column.setContentsMargins(text, self._gap, text // 2, self._gap)
        self._column.setSpacing(self._gap)
        frame = self.width() - self.contentsRect().width()
        self._room = width - frame - text - text // 2 - _SLACK
        self._written.clear()
        self._write_message()

    def _write_message(self) -> None:
        if self._position not in self._written:
            self._written.add(self._position)
            sentences = self._card.bands[self._position].message
            rich = "".join(map(self._paragraph, sentences))
            self._messages[self._position].show_text(rich, " ".join(sentences))

    def _paragraph(self, sentence: str) -> str:
        style = "line-height:112%" if self._gap is None else f"margin:0 0 {self._gap}px 0"
        lines = "<br>".join(map(escape, self._lines(sentence)))
        return f'<p style="{style}">{lines}</p>'

    def _lines(self, text: str) -> list[str]:
        metrics = QFontMetricsF(self._messages[self._position].font())
        return [text] if self._room is None else lines_of(text, metrics, self._room)
