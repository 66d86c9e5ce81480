"""The slide with one statement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from vpt_desktop.comparison_words import then_on_slide
from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.domain.comparison import compared_with_previous
from vpt_desktop.override import override
from vpt_desktop.ui.presentation.slide_check_box import SlideCheckBox
from vpt_desktop.ui.presentation.slide_dots import SlideDots
from vpt_desktop.ui.widgets import slide_size
from vpt_desktop.ui.widgets.slide_size import inside_margins, pixels, set_text_size, slide_height, text_sizes
from vpt_desktop.words import WORDS, statement_place

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.comparison import Comparison
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.domain.slide_show import SlideShow


_PAUSE = 50
"""Milliseconds after a slide before its neighbours are drawn ahead: not while it is being painted itself."""


class StatementSlide(QWidget):
    """Slide that shows one of the ten statements with its check box, and the place in the show under it."""

    statement_toggled = Signal(int, bool)
    """The number (1-10) of a statement, and whether it was ticked or unticked."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._place = QLabel(self)
        self._organisation = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        self._organisation.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._name = ""
        for label in (self._place, self._organisation):
            label.setObjectName("secondary")
        # A box for each: a screen reader reads the one that gets the focus, with its state.
        self._boxes = [
            SlideCheckBox(number, statement.text, self) for number, statement in enumerate(card.statements, 1)
        ]
        for box in self._boxes:
            box.hide()
            box.toggled.connect(partial(self.statement_toggled.emit, box.number))
        self._shown = 0
        self._covered = 0
        self._live = False
        self._ahead = QTimer(self, singleShot=True, interval=_PAUSE)
        self._ahead.timeout.connect(self._prepare_neighbours)
        self._dots = SlideDots(self)
        self._score = QLabel(_score_line(STATEMENT_COUNT), self)
        self._score.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_statement(self, show: SlideShow, scan: Scan) -> None:
        """Show the statement of `show` with the answer of `scan`; score and last time only if they may be."""
        for box, answer in zip(self._boxes, scan.answers, strict=True):
            box.setChecked(answer.ticked)
            box.setVisible(box.number == show.statement)
        self._shown = show.statement or 0
        self._ahead.start()
        self._name = scan.organisation
        self._show_head(compared_with_previous(scan, self._card.texts) if show.shows_then else None)
        self._dots.show_place(show, scan)
        self._live = show.live
        self._show_footer()
        self._score.setText(_score_line(scan.score))

    def focus_statement(self, number: int) -> None:
        """Give the check box of statement `number` (1-10) the keyboard focus."""
        self._boxes[number - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_covered(self, covered: int) -> None:
        """Keep the statement above the lowest `covered` pixels."""
        if covered != self._covered:
            self._covered = covered
            self._show_footer()
            self.lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Set the size and place of every part."""
        height, inside = slide_height(self.size()), inside_margins(self)
        small = pixels(slide_size.SMALLEST, height)
        for widget in (self._place, self._organisation, self._dots, self._score):
            set_text_size(widget, small)
        header = self._lay_out_head()
        footer = max(self._lay_out_footer(inside, small), self._covered - (self.height() - inside.bottom()))
        between = inside.adjusted(0, header.height() + small // 2, 0, -footer - small // 2)
        self._fit_statements(between, pixels(slide_size.STATEMENT, height))

    def _show_footer(self) -> None:
        """Hide what would stand out beside whatever covers the foot."""
        self._dots.setVisible(not self._covered)
        self._score.setVisible(self._live and not self._covered)

    def _lay_out_footer(self, inside: QRect, gap: int) -> int:
        """Place dots and score beside each other, or the score on top; return the height that takes."""
        dots, score = self._dots.sizeHint(), self._score.sizeHint()
        stacked = dots.width() + gap + score.width() > inside.width()
        top = inside.bottom() - dots.height() + 1
        self._dots.setGeometry(QRect(QPoint(inside.left(), top), dots))
        left = inside.right() - score.width() + 1
        middle = top + (dots.height() - score.height()) // 2
        self._score.setGeometry(QRect(QPoint(left, top - score.height() if stacked else middle), score))
        return dots.height() + (score.height() if stacked else 0)

    def _fit_statements(self, place: QRect, largest: int) -> None:
        """Set all statements in one size: the largest in which the longest of them fits into `place`."""
        for size in text_sizes(largest):
            for box in self._boxes:
                set_text_size(box, size)
            if all(box.heightForWidth(place.width()) <= place.height() for box in self._boxes):
                break
        for box in self._boxes:
            needed = box.heightForWidth(place.width())
            box.setGeometry(place.x(), place.y() + (place.height() - needed) // 2, place.width(), needed)

    def _prepare_neighbours(self) -> None:
        for box in self._boxes:
            if abs(box.number - self._shown) <= 1:
                box.prepare()
            else:
                box.forget()

    def _show_head(self, comparison: Comparison | None) -> None:
        """Show which of the statements it is and, with a comparison, what it was last time."""
        then = "" if comparison is None else then_on_slide(ticked=comparison.rows[self._shown - 1].then)
        place = statement_place(self._shown)
        self._place.setText(f"{place}, {then}" if then else place)
        for box in self._boxes:
            if box.accessibleDescription() != (then if box.number == self._shown else ""):
                box.setAccessibleDescription(then if box.number == self._shown else "")
        self._lay_out_head()

    def _lay_out_head(self) -> QRect:
        """Give the organisation the room that the place in the show leaves; return that of both."""
        head = inside_margins(self)
        head.setHeight(self._place.fontMetrics().height())
        place = min(self._place.sizeHint().width(), head.width())
        self._place.setGeometry(QRect(head.topLeft(), QSize(place, head.height())))
        gap = self._place.fontMetrics().height()
        self._organisation.setGeometry(head.adjusted(max(place + gap, head.width() // 2), 0, 0, 0))
        self._show_name()
        return head

    def _show_name(self) -> None:
        metrics = self._organisation.fontMetrics()
        name = " ".join(self._name.split())
        width = self._organisation.width()
        self._organisation.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, width))


def _score_line(score: int) -> str:
    return f"<b>{score}</b> {WORDS.out_of}"
