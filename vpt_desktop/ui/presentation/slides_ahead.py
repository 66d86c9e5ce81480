"""Pictures of the slides before and after the one in sight, drawn ahead of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.accessible_role import make_group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPaintEvent

    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.domain.slide_show import SlideShow

PAUSE = 50
"""Milliseconds after a slide before its neighbours are drawn ahead: not while it is being painted itself."""


class Picture(QWidget):
    """Covers a slide with a picture of it, as long as it has one, and Qt paints nothing under it."""

    def __init__(self, slide: QWidget, controls: QWidget | None) -> None:
        super().__init__(slide)
        self._slide = slide
        self._picture: QPixmap | None = None
        make_group(self, "")  # and no "layered pane"
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        if controls is not None:
            self.stackUnder(controls)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Cover the slide with `picture` from now on, or without it no more."""
        if picture is self._picture:
            return
        self._picture = picture
        if picture is not None:
            self.resize(self._slide.size())
            self.update()
        self.setVisible(picture is not None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is not None:
            QPainter(self).drawPixmap(QPoint(0, 0), self._picture)


class Kind(NamedTuple):
    """One kind of slides: the widget that shows them, and one with the same look to draw others on."""

    shown: QWidget
    drawn: QWidget
    show: Callable[[SlideShow, Scan], None]
    """Shows a slide with the answers of a scan on `drawn`."""

    controls: QWidget | None = None
    """What can be pressed on `shown`, and has a focus to be seen: no picture covers it."""


class SlidesAhead(QObject):
    """Draws the slides from the question on ahead.

    Qt fills the outlines of letters of more than 64 pixels anew each time, on a 4K screen for several frames.
    """

    def __init__(
        self, kinds: Iterable[Kind], kind_of: Callable[[SlideShow], QWidget], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kinds = {kind.shown: kind for kind in kinds}
        self._kind_of = kind_of
        """Returns the widget that shows the slide of a show."""
        self._covers = {kind.shown: Picture(kind.shown, kind.controls) for kind in self._kinds.values()}
        self._pictures: dict[str, QPixmap] = {}
        """By the place in the show."""
        self._drawn_for: tuple[Scan, QSize, float] | None = None
        """Scan, size, and the pixels of the screen for each of ours."""
        self._near: dict[str, SlideShow] = {}
        """The slide in sight and its neighbours, by their places."""
        self._wanted: list[SlideShow] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._draw_one)

    @property
    def is_ready(self) -> bool:
        """Whether no neighbour of the slide in sight is left to draw."""
        return not self._wanted

    def show(self, show: SlideShow, scan: Scan, size: QSize) -> None:
        """Show the slide of `show` from its picture, if there is one, and draw its neighbours in a while."""
        drawn_for = scan, size, self.parent_widget.devicePixelRatio()
        if self._drawn_for != drawn_for:
            self._pictures.clear()
            self._drawn_for = drawn_for
        others = show.next(), show.previous(), show.toggle_agreements()
        self._near = {each.place: each for each in (show, *others)}
        here = self._kind_of(show)
        for shown, cover in self._covers.items():
            cover.show_picture(self._pictures.get(show.place) if shown is here else None)
        self._wanted = [
            other
            for place, other in self._near.items()
            if self._kind_of(other) in self._kinds and place != show.place and place not in self._pictures
        ]
        self._timer.start(PAUSE)

    @property
    def parent_widget(self) -> QWidget:
        """The window of the slides."""
        return cast("QWidget", self.parent())

    def forget(self) -> None:
        """Draw from no picture that was made: the slides look otherwise now."""
        self._pictures.clear()
        self._wanted.clear()
        for cover in self._covers.values():
            cover.show_picture(None)

    def _draw_one(self) -> None:
        for place in self._pictures.keys() - self._near.keys():
            del self._pictures[place]  # only now: freeing one takes some milliseconds
        if not self._wanted or self._drawn_for is None:
            return
        show, (scan, size, _) = self._wanted.pop(0), self._drawn_for
        kind = self._kinds[self._kind_of(show)]
        kind.drawn.resize(size)
        kind.show(show, scan)
        self._pictures[show.place] = kind.drawn.grab()
        self._timer.start(0)
