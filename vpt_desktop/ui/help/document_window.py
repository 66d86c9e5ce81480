"""The window of a text to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QVBoxLayout, QWidget

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

_WIDTH = 52
"""In units of the text size: about seventy characters on a line."""

_SHARE = 0.9
"""Part of the main window's height, and at most of its width, that it takes."""


class DocumentWindow(QDialog):
    """Dialog with one text; as Esc closes it, the main window is active again."""

    def __init__(
        self, title: str, view: QAbstractScrollArea, actions: Iterable[QAction], desk: QWidget
    ) -> None:
        super().__init__(desk, Qt.WindowType.WindowMaximizeButtonHint | Qt.WindowType.WindowCloseButtonHint)
        self.setWindowTitle(title)
        view.setAccessibleName(title)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(RING_MARGIN, RING_MARGIN, RING_MARGIN, RING_MARGIN)
        layout.addWidget(view)
        self.addActions(list(actions))
        self.finished.connect(desk.activateWindow)
        view.viewport().installEventFilter(self)
        wanted = QSize(_WIDTH * self.fontInfo().pixelSize(), desk.height())
        self.resize(wanted.boundedTo(desk.size() * _SHARE))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore Ctrl+wheel, which would give the text a size that no longer follows the program's."""
        return isinstance(event, QWheelEvent) and bool(
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
