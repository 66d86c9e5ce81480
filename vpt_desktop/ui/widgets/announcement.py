"""Announcements to assistive technology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(source: QWidget, sentence: str) -> None:
    """Announce `sentence` to a screen reader, if one runs, on behalf of `source`, unless that is hidden."""
    # By its module: PySide6 makes a class at its first use, and the first frame needs none of these.
    if QtGui.QAccessible.isActive():
        event = QtGui.QAccessibleAnnouncementEvent(source, sentence)

        def send() -> None:
            if source.isVisible():  # a score may have been concealed meanwhile
                QtGui.QAccessible.updateAccessibility(event)

        QTimer.singleShot(0, source, send)  # after the control's own events, which would interrupt this
