"""Ends the program in its ordinary way at Ctrl+C, and when its terminal or the system closes."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def _do_nothing(_number: int, _frame: FrameType | None) -> None:
    """Handle a signal: that it arrived is read from the pipe."""


class Interruption(QObject):
    """Calls `end` at a signal. Python would not handle it as long as only Qt runs, hence the pipe.

    Not for Windows, where the program has no terminal.
    """

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._writing, False)
        self._before = {
            number: signal.signal(number, _do_nothing)
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
            if signal.getsignal(number) is not signal.SIG_IGN  # as nohup leaves it
        }
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def stop(self) -> None:
        """Leave signals to whom they were left before."""
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        os.close(self._reading)
        os.close(self._writing)

    def _on_signal(self) -> None:
        os.read(self._reading, 1)
        self._end()
