"""The slide with the result: score, and the card's message for it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets import slide_size
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import BAND_LABEL, ScoreMeter
from vpt_desktop.ui.widgets.slide_size import inside_margins, pixels, set_text_size, slide_height, text_sizes
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan

_WIDE = 1.7
"""From this ratio of width to height on, score and message are side by side."""

_SCORE_SHARE = 0.23
"""Part of the width for the score, where they are."""

_WIDE_NUMERAL = 0.3
"""Size of the numeral there, of the height: figures as high as 1/5."""

_LARGEST_TEXT = 1 / 20


class ResultSlide(QWidget):
    """Slide with the score and the card's message, in the largest text that fits."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._numeral = QLabel(self)
        self._unit = QLabel(WORDS.out_of, self)
        self._unit.setObjectName("secondary")
        self._meter = ScoreMeter(card, self, scale_only=True)
        self._panel = ResultPanel(card, self)

    def show_scan(self, scan: Scan) -> None:
        """Show the score of `scan`, the message for it, and the account manager."""
        self._numeral.setText(str(scan.score))
        self._meter.setValue(scan.score)
        self._panel.show_band(self._card.band(scan.score))
        self._panel.show_account_manager(scan.account_manager)
        self.lay_out()
        self._panel.settle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Set the size and place of every part."""
        height, inside = slide_height(self.size()), inside_margins(self)
        small = pixels(slide_size.SMALLEST, height)
        wide = self.width() >= _WIDE * self.height()
        set_text_size(self._unit, pixels(_LARGEST_TEXT, height) if wide else small)
        set_text_size(self._meter, ceil(small / BAND_LABEL))
        if wide:
            self._set_numeral_size(pixels(_WIDE_NUMERAL, height))
            left = QRect(inside.topLeft(), QSize(round(_SCORE_SHARE * self.width()), inside.height()))
            self._stack_score(left)
            message = inside.adjusted(left.width() + small, 0, 0, 0)
        else:
            self._set_numeral_size(pixels(slide_size.NUMERAL, height))
            top = QRect(inside.topLeft(), QSize(inside.width(), self._numeral.sizeHint().height()))
            self._line_up_score(top, small)
            message = inside.adjusted(0, top.height() + small // 2, 0, 0)
        self._fit_message(message, height)

    def _stack_score(self, place: QRect) -> None:
        numeral, unit = self._numeral.sizeHint(), self._unit.sizeHint()
        meter, gap = self._meter.sizeHint().height(), unit.height() // 2
        top = place.y() + (place.height() - numeral.height() - unit.height() - meter - 2 * gap) // 2
        self._numeral.setGeometry(QRect(QPoint(place.x(), top), numeral))
        top += numeral.height() + gap
        self._unit.setGeometry(QRect(QPoint(place.x(), top), unit))
        self._meter.setGeometry(place.x(), top + unit.height() + gap, place.width(), meter)

    def _line_up_score(self, place: QRect, gap: int) -> None:
        """Place numeral and unit on one line, and the scale in the rest of it."""
        numeral, unit = self._numeral.sizeHint(), self._unit.sizeHint()
        self._numeral.setGeometry(QRect(place.topLeft(), numeral))
        left = place.x() + numeral.width() + gap
        self._unit.setGeometry(QRect(QPoint(left, place.bottom() - unit.height() + 1), unit))
        left += unit.width() + gap
        meter = self._meter.sizeHint().height()
        self._meter.setGeometry(left, place.bottom() - meter + 1, place.right() - left, meter)

    def _set_numeral_size(self, size: int) -> None:
        """Set the numeral in `size` pixels, without the empty space of its line above and under it."""
        set_text_size(self._numeral, size, bold=True)
        metrics = self._numeral.fontMetrics()
        overshoot = size // 40  # of round figures
        above = metrics.ascent() - metrics.capHeight() - overshoot
        self._numeral.setContentsMargins(0, -above, 0, overshoot - metrics.descent())

    def _fit_message(self, place: QRect, height: int) -> None:
        """Set heading and message in the largest size that fits into `place`; no word is cut."""
        needed = 0
        for text in text_sizes(pixels(_LARGEST_TEXT, height)):
            heading = min(
                pixels(slide_size.HEADING, height), ceil(text * slide_size.HEADING / slide_size.SMALLEST)
            )
            self._panel.set_text_sizes(heading, text, place.width())
            needed = self._panel.heightForWidth(place.width())
            if needed <= place.height():
                break
        self._panel.setGeometry(place.x(), place.y() + (place.height() - needed) // 2, place.width(), needed)
