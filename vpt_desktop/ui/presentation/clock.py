"""The time of day, and how long the presentation has lasted."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QTime, QTimer
from PySide6.QtWidgets import QLabel, QWidget

_SECOND = 1000
_MINUTE = 60


class Clock(QLabel):
    """Label with the time and the elapsed minutes; a screen reader is not told when these change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("secondary")
        self.setAccessibleName("Klok")  # Qt reports a change of a text that is a label's name
        self._started = monotonic()
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self._show_time)

    def start(self) -> None:
        """Begin to count."""
        self._started = monotonic()
        self._timer.start()
        self._show_time()

    def stop(self) -> None:
        """Stop counting."""
        self._timer.stop()

    def _show_time(self) -> None:
        minutes = int(monotonic() - self._started) // _MINUTE
        self.setText(f"{QTime.currentTime().toString('HH:mm')} uur, {minutes} min. bezig")
