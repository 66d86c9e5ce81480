"""The window of the self-test, and the checks of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from vpt_desktop.ui.application import build_window
from vpt_desktop.ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QApplication, QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.ui.main_window import MainWindow

_Child = TypeVar("_Child", bound=QObject)


class SelfTestWindow:
    """The real window on a profile of its own, with a list of the errors that it reports."""

    def __init__(self, app: QApplication, card: Card, folder: Path, complaints: list[str]) -> None:
        self.card = card
        self.folder = folder
        self.complaints = complaints
        self._preferences = Preferences(folder / "vpt-desktop.ini")
        self.window: MainWindow = build_window(app, card, self._preferences)
        self.export = self.window.export
        for failed in (self.window.files.failed, self.export.failed):
            failed.connect(self.complaints.append)

    def the(self, kind: type[_Child]) -> _Child:
        """Return the window's only child of a kind."""
        (child,) = self.window.findChildren(kind)
        return child

    def close(self) -> None:
        """Close the window without a question."""
        self.window.files.discard()
        self.window.close()
        self.window.deleteLater()
        self._preferences.flush()  # else they would be written after the folder is deleted

    def on_error(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Record an error in a slot, which Qt does not propagate."""
        self.complaints.append(f"{kind.__name__}: {error}")


class SelfTestError(Exception):
    """A step failed; `str()` of it is what was expected."""


def expect(fulfilled: bool, what: str) -> None:  # noqa: FBT001  reads as a sentence
    """Raise SelfTestError with `what` was expected, unless it is `fulfilled`."""
    if not fulfilled:
        raise SelfTestError(f"verwacht was {what}")


def click(widget: QWidget) -> None:
    """Press and release the mouse on the middle of a widget, wherever it is scrolled to."""
    middle = QPointF(widget.rect().center())
    button, released = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in ((QEvent.Type.MouseButtonPress, button), (QEvent.Type.MouseButtonRelease, released)):
        place = widget.mapToGlobal(middle)
        event = QMouseEvent(kind, middle, place, button, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(widget, event)
