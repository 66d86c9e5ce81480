"""What is painted of a widget while a test acts."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from vpt_desktop.override import override


class PaintWatch(QObject):
    """Notes the regions in which a widget is painted, and how many times."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        self.times = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
            self.times += 1
        return False


@contextmanager
def painted(widget: QWidget) -> Generator[PaintWatch]:
    """Yield what is painted of `widget` from now on, up to and with the events that wait at the end."""
    QApplication.processEvents()
    watch = PaintWatch(widget)
    yield watch
    QApplication.processEvents()
    widget.removeEventFilter(watch)
