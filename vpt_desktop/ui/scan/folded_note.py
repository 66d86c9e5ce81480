"""The note of a statement while it is folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from vpt_desktop.domain.short_text import shortened
from vpt_desktop.override import override
from vpt_desktop.ui.widgets.wrapped_label import WrappedLabel
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.scan import Answer


class FoldedNote(WrappedLabel):
    """Label with what `in_short` returns."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortNote")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


def in_short(answer: Answer) -> str:
    """Return note, who and when of an answer in one line; "" if there is none."""
    parts = {"": answer.note}
    if not answer.ticked:
        parts |= {f"{WORDS.who}: ": answer.who, "Gereed: ": answer.due}
    return "  ·  ".join(f"{name}{shortened(text)}" for name, text in parts.items() if text.strip())
