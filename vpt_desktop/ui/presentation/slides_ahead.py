"""Pictures of the slides before and after the one in sight, drawn ahead of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsEffect

from vpt_desktop.domain.slide_show import RESULT
from vpt_desktop.override import override
from vpt_desktop.ui.presentation.agreements_slide import AgreementsSlide

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.presentation.result_slide import ResultSlide

PAUSE = 50
"""Milliseconds after a slide before its neighbours are drawn ahead: not while it is being painted itself."""


class Picture(QGraphicsEffect):
    """Draws a widget from a picture, as long as it has one."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._picture = QPixmap()
        self.setEnabled(False)
        widget.setGraphicsEffect(self)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Draw from `picture` from now on, or without it the widget itself."""
        self._picture = picture or QPixmap()
        self.setEnabled(picture is not None)

    @override
    def draw(self, painter: QPainter) -> None:
        painter.drawPixmap(QPoint(0, 0), self._picture)


class SlidesAhead(QObject):
    """Draws the result and the open points ahead.

    Qt fills the outlines of letters of more than 64 pixels anew each time, on a 4K screen for several frames.
    """

    def __init__(self, card: Card, result: ResultSlide, agreements: AgreementsSlide, parent: QWidget) -> None:
        super().__init__(parent)
        self._result = result
        self._agreements = AgreementsSlide(card, parent)
        """For the pages beside the one in sight."""
        self._agreements.hide()
        self._shown = {False: Picture(result), True: Picture(agreements)}
        """By whether it is a page of open points."""
        self._pictures: dict[int, QPixmap] = {}
        self._drawn_for: tuple[Scan, QSize, float] | None = None
        """Scan, size, and the pixels of the screen for each of ours."""
        self._wanted: list[SlideShow] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._draw_one)

    @property
    def is_ready(self) -> bool:
        """Whether no neighbour of the slide in sight is left to draw."""
        return not self._wanted

    def show(self, show: SlideShow, scan: Scan, size: QSize) -> None:
        """Show the slide of `show` from its picture, if there is one, and draw its neighbours in a while."""
        drawn_for = scan, size, self._result.devicePixelRatio()
        if self._drawn_for != drawn_for:
            self._pictures.clear()
            self._drawn_for = drawn_for
        near = {show.slide: show, show.next().slide: show.next(), show.previous().slide: show.previous()}
        self._pictures = {slide: picture for slide, picture in self._pictures.items() if slide in near}
        for is_page, shown in self._shown.items():
            here = is_page == (show.page is not None)
            shown.show_picture(self._pictures.get(show.slide) if here else None)
        self._wanted = [
            other
            for slide, other in near.items()
            if slide >= RESULT and slide != show.slide and slide not in self._pictures
        ]
        self._timer.start(PAUSE)

    def forget(self) -> None:
        """Draw from no picture that was made: the slides look otherwise now."""
        self._pictures.clear()
        self._wanted.clear()
        self._agreements.forget_pages()
        for shown in self._shown.values():
            shown.show_picture(None)

    def _draw_one(self) -> None:
        if not self._wanted or self._drawn_for is None:
            return
        show, (scan, size, _) = self._wanted.pop(0), self._drawn_for
        slide: ResultSlide | AgreementsSlide = self._result if show.page is None else self._agreements
        slide.resize(size)
        if isinstance(slide, AgreementsSlide):
            slide.show_page(show.page or 0, scan)
        else:
            slide.show_scan(scan)
        self._pictures[show.slide] = slide.grab()
        self._timer.start(0)
