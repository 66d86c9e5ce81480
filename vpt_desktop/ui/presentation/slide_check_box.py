"""The check box of a statement on its slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPixmap

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.line_breaks import lines_of
from vpt_desktop.ui.widgets.statement_check_box import BREAK, ON_A_SLIDE, StatementCheckBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SlideCheckBox(StatementCheckBox):
    """Check box of a statement, with its text drawn from a picture that can be made ahead of time.

    Qt fills the outlines of letters of more than 64 pixels anew each time, on a 4K screen for two frames.
    """

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(number, text, ON_A_SLIDE, parent)
        self._picture: QPixmap | None = None
        self._picture_of: tuple[object, ...] = ()

    @override
    def prepared_text(self, width: float) -> str:
        """Return the text with line breaks, after which its last line is no word alone."""
        text = self.text().replace("&&", "&")
        return BREAK.join(lines_of(text, QFontMetricsF(self.font()), width - 1))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """Return whether a click there ticks: on the box and close around it, and not on the text."""
        em = self.fontInfo().pixelSize()
        return self.rect().contains(pos) and pos.x() < ON_A_SLIDE.text_left * em and pos.y() < 2 * em

    def prepare(self) -> None:
        """Draw the picture, unless there is one of the present size, typeface and colour."""
        colour = self.palette().color(QPalette.ColorRole.WindowText).rgba()
        wanted = self.size(), self.font().key(), colour, self.devicePixelRatio()
        if wanted != self._picture_of:
            picture = QPixmap(self.size() * self.devicePixelRatio())
            picture.setDevicePixelRatio(self.devicePixelRatio())
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            super().draw_text(painter, QRectF(self.rect()))
            painter.end()
            self._picture, self._picture_of = picture, wanted

    def forget(self) -> None:
        """Free the picture, which on a 4K screen takes some 20 MB."""
        self._picture, self._picture_of = None, ()

    @override
    def draw_text(self, painter: QPainter, clip: QRectF) -> None:
        del clip
        self.prepare()
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
