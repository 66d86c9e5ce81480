"""Speaking to assistive technology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(source: QWidget, sentence: str) -> None:
    """Have a screen reader, where one runs, say `sentence` on behalf of `source`."""
    # By its module: PySide6 makes a class when it is first named, and the first frame needs none of these.
    if QtGui.QAccessible.isActive():
        event = QtGui.QAccessibleAnnouncementEvent(source, sentence)
        # After the news of the control itself, which would cut this short.
        QTimer.singleShot(0, source, lambda: QtGui.QAccessible.updateAccessibility(event))
