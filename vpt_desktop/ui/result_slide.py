"""The result, for a whole room: score, and what the back of the card says to it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.override import override
from vpt_desktop.ui import slide_size
from vpt_desktop.ui.result_panel import ResultPanel
from vpt_desktop.ui.score_meter import BAND_LABEL, ScoreMeter
from vpt_desktop.ui.slide_size import pixels, set_text_size, slide_height, text_sizes

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan

_WIDE = 1.5
"""From this ratio of width to height on, score and message stand side by side."""

_SCORE_SHARE = 0.25
"""Of the width, where they do."""

_WIDE_NUMERAL = 0.3
"""Of the height, where they do: figures as high as 1/5."""

_LARGEST_TEXT = 1 / 20


class ResultSlide(QWidget):
    """Score and message, as large as the message lets them be."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._numeral = QLabel(self)
        self._unit = QLabel(f"van de {STATEMENT_COUNT} punten", self)
        self._unit.setObjectName("secondary")
        self._meter = ScoreMeter(card, self, scale_only=True)
        self._panel = ResultPanel(card, self)

    def show_scan(self, scan: Scan) -> None:
        """Show the score of `scan`, the message to it, and whom it refers to."""
        self._numeral.setText(str(scan.score))
        self._meter.setValue(scan.score)
        self._panel.show_band(self._card.band(scan.score))
        self._panel.show_account_manager(scan.account_manager)
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        height = slide_height(self.size())
        margin = pixels(slide_size.MARGIN, height)
        inside = self.rect().adjusted(margin, margin, -margin, -margin)
        small = pixels(slide_size.SMALLEST, height)
        wide = self.width() >= _WIDE * self.height()
        set_text_size(self._unit, pixels(_LARGEST_TEXT, height) if wide else small)
        set_text_size(self._meter, ceil(small / BAND_LABEL))
        if wide:
            set_text_size(self._numeral, pixels(_WIDE_NUMERAL, height), bold=True)
            left = QRect(inside.topLeft(), QSize(round(_SCORE_SHARE * self.width()), inside.height()))
            self._stack_score(left)
            message = inside.adjusted(left.width() + margin, 0, 0, 0)
        else:
            set_text_size(self._numeral, pixels(slide_size.NUMERAL, height), bold=True)
            top = QRect(inside.topLeft(), QSize(inside.width(), self._figure_height))
            self._line_up_score(top, small)
            message = inside.adjusted(0, top.height() + small // 2, 0, 0)
        self._fit_message(message, height)

    def _stack_score(self, place: QRect) -> None:
        unit, meter = self._unit.sizeHint().height(), self._meter.sizeHint().height()
        gap = unit // 2
        top = place.y() + (place.height() - self._figure_height - unit - meter - 2 * gap) // 2
        self._place_numeral(place.x(), top)
        top += self._figure_height + gap
        self._unit.setGeometry(place.x(), top, place.width(), unit)
        self._meter.setGeometry(place.x(), top + unit + gap, place.width(), meter)

    def _line_up_score(self, place: QRect, gap: int) -> None:
        """Put numeral and unit on one line, and the scale in what they leave of it."""
        self._place_numeral(place.x(), place.y())
        left = self._numeral.geometry().right() + gap
        unit = self._unit.sizeHint()
        self._unit.setGeometry(QRect(QPoint(left, place.bottom() - unit.height() + 1), unit))
        left += unit.width() + gap
        meter = self._meter.sizeHint().height()
        self._meter.setGeometry(left, place.bottom() - meter + 1, place.right() - left, meter)

    def _place_numeral(self, left: int, top: int) -> None:
        """Put the numeral so that its figures, which fill little of their line, begin at `top`."""
        metrics = self._numeral.fontMetrics()
        size = self._numeral.sizeHint()
        self._numeral.setGeometry(
            left, top - metrics.ascent() + metrics.capHeight(), size.width(), size.height()
        )

    @property
    def _figure_height(self) -> int:
        return self._numeral.fontMetrics().capHeight()

    def _fit_message(self, place: QRect, height: int) -> None:
        """Set heading and message as large as fits into `place`: never a word is cut."""
        for text in text_sizes(pixels(_LARGEST_TEXT, height)):
            heading = min(
                pixels(slide_size.HEADING, height), ceil(text * slide_size.HEADING / slide_size.SMALLEST)
            )
            self._panel.set_text_sizes(heading, text)
            needed = self._panel.heightForWidth(place.width())
            if needed <= place.height():
                self._panel.setGeometry(
                    place.x(), place.y() + (place.height() - needed) // 2, place.width(), needed
                )
                return
