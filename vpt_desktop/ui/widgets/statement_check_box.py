"""The check box of a statement."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyleOptionButton,
    QWidget,
)

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.override import override
from vpt_desktop.ui.widgets.given_width import GivenWidth
from vpt_desktop.ui.widgets.rounded_box import draw_rounded_box
from vpt_desktop.ui.widgets.unseen_change import unseen_change
from vpt_desktop.words import statement_place

_NARROWEST = 12
"""In units of the text size."""


class Proportions(Struct, frozen=True):
    """Lengths in units of the text size."""

    padding: float
    line_height: float
    number_width: float
    """0 for no number."""

    indicator_left: float
    indicator_size: float
    text_left: float


IN_A_LIST = Proportions(
    padding=0.75, line_height=1.4, number_width=1.9, indicator_left=2.5, indicator_size=1.6, text_left=5
)
ON_A_SLIDE = Proportions(
    padding=0, line_height=1.24, number_width=0, indicator_left=0, indicator_size=1.2, text_left=1.65
)

_CHECK_MARK = ((0.25, 0.53), (0.42, 0.70), (0.76, 0.32))
"""The corners of the mark as fractions of the indicator's size."""

_POINTER_TIP = 0.6
"""The tip of the mark of a presented statement, left of the number; in units of the text size."""

_COUNTS_KEPT = 8

BREAK = "\u2028"
"""Ends a line in a text."""

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -STATEMENT_COUNT,
    Qt.Key.Key_End: STATEMENT_COUNT,
}
"""The step of each key through the statements, limited by the list's ends."""


class StatementCheckBox(GivenWidth, QCheckBox):
    """Check box that is as wide as its row, has a number in front and wraps its text."""

    step_requested = Signal(int)
    """How many statements to move the focus down or, below 0, up."""

    def __init__(
        self, number: int, text: str, proportions: Proportions = IN_A_LIST, parent: QWidget | None = None
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.number = number
        self._in = proportions
        self._text = text
        self.set_presented(False)
        self._layout = QTextLayout()
        self._layout.setCacheEnabled(True)  # else each frame would look up every glyph again
        self._broken_for: tuple[int, str] | None = None
        """The width and the font for which the layout has its lines."""
        self._line_counts: dict[tuple[int, str], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_presented(self, presented: bool) -> None:
        """Mark the statement, on screen and for a screen reader, as the one on the slides, or not."""
        self._presented = presented
        remark = ", nu op het scherm" if presented else ""
        # In the name, so that it is heard before the text, which takes a while.
        self.setAccessibleName(f"{statement_place(self.number)}{remark}. {self._text}")
        self.update()

    def text_lines(self) -> list[str]:
        """Return the lines that the text is broken into."""
        layout = self._lines(self.width())
        lines = (layout.lineAt(number) for number in range(layout.lineCount()))
        text = layout.text()
        return [text[line.textStart() : line.textStart() + line.textLength()].rstrip(BREAK) for line in lines]

    def prepared_text(self, width: float) -> str:
        """Return the text, in which a line of `width` pixels ends at each BREAK at the latest."""
        del width
        return self._text

    @override
    def heightForWidth(self, width: int) -> int:
        key = (width, self.font().key())
        if key not in self._line_counts:  # Qt asks for the same few widths hundreds of times
            if len(self._line_counts) == _COUNTS_KEPT:
                self._line_counts.clear()
            self._line_counts[key] = self._lines(width).lineCount()
        return round((self._line_counts[key] * self._in.line_height + 2 * self._in.padding) * self._em)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(_NARROWEST * self._em), 0)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        # Assistive technology measures the check box by this text.
        super().initStyleOption(option)
        option.text = "\n".join(self.text_lines())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        with unseen_change(self):  # the ring shows the focus
            super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        with unseen_change(self):
            super().focusOutEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        with unseen_change(self):  # it looks otherwise once it is released
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # QAbstractButton would treat the arrow keys as Tab, and leave the list.
        if event.key() in _STEPS:
            self.step_requested.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not event.region().intersects(self._inside):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_text(painter, QRectF(event.rect()))
        if self._in.number_width:
            self._draw_number(painter)
        self._draw_indicator(painter)

    @property
    def _inside(self) -> QRect:
        """The rows of pixels that are drawn on: not those that the focus ring reaches over."""
        edge = round(self._in.padding * self._em / 2)
        return self.rect().adjusted(0, edge, 0, -edge)

    def draw_text(self, painter: QPainter, clip: QRectF) -> None:
        """Draw the text's lines in their place, or those that `clip` holds some of."""
        painter.setPen(self._colour(QPalette.ColorRole.WindowText))
        place = QPointF(self._in.text_left, self._in.padding) * self._em
        self._lines(self.width()).draw(painter, place, [], clip)

    def _draw_number(self, painter: QPainter) -> None:
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        line = QSizeF(self._in.number_width, self._in.line_height) * self._em
        box = QRectF(QPointF(0, self._in.padding * self._em), line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self.number))
        if self._presented:
            painter.setBrush(self._colour(QPalette.ColorRole.Highlight))
            painter.setPen(Qt.PenStyle.NoPen)
            tip = QPointF(_POINTER_TIP * self._em, box.center().y())
            back = QPointF(_POINTER_TIP, _POINTER_TIP / 2) * self._em
            painter.drawPolygon([tip, tip - back, tip - QPointF(back.x(), -back.y())])

    def _draw_indicator(self, painter: QPainter) -> None:
        size, line = self._in.indicator_size * self._em, self._em / 8
        top = self._in.padding * self._em + (self._in.line_height * self._em - size) / 2
        box = QRectF(self._in.indicator_left * self._em, top, size, size)
        ticked = self.isChecked()
        edge, fill = (
            (QPalette.ColorRole.Highlight, QPalette.ColorRole.Highlight)
            if ticked
            else (QPalette.ColorRole.Dark, QPalette.ColorRole.Base)
        )
        draw_rounded_box(painter, box, size / 5, line, self._colour(edge), self._colour(fill))
        if ticked:
            pen = QPen(self._colour(QPalette.ColorRole.HighlightedText), size / 8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([box.topLeft() + QPointF(x, y) * size for x, y in _CHECK_MARK])

    def _lines(self, width: int) -> QTextLayout:
        """Return the text, broken into lines for a row of `width` pixels."""
        key = (width, self.font().key())
        if key != self._broken_for:
            self._break_into_lines(width)
            self._broken_for = key
        return self._layout

    def _break_into_lines(self, width: int) -> None:
        em = self._em
        top = (self._in.line_height * em - self.fontMetrics().height()) / 2
        room = width - (self._in.text_left + self._in.padding) * em
        text, font = self.prepared_text(room), self.font()
        layout = self._layout
        if text != layout.text():
            layout.setText(text)
        if font != layout.font():
            layout.setFont(font)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, top))
            top += self._in.line_height * em
        layout.endLayout()

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    @property
    def _em(self) -> int:
        return self.fontInfo().pixelSize()
