"""Keeping the screen on."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wakepy import Mode

_PATIENCE = 1.0
"""Seconds to wait for the system to take note, before the program may end."""


class WakeLock:
    """Keeps the screen saver off, from when it is made until `release`, where the system lets a program."""

    def __init__(self) -> None:
        self._mode: Mode | None = None
        self._taken, self._released = Event(), Event()
        # A thread of its own: a system that does not answer would keep the slides waiting for seconds.
        self._thread = Thread(target=self._hold, name="wake lock", daemon=True)
        self._thread.start()

    def is_held(self, patience: float = _PATIENCE) -> bool:
        """Return whether the system has agreed to keep the screen on, after at most `patience` seconds."""
        self._taken.wait(patience)
        return self._mode is not None and self._mode.active

    def release(self) -> None:
        """Let the system do as it does again."""
        self._released.set()
        self._thread.join(_PATIENCE)

    def _hold(self) -> None:
        from wakepy import keep  # noqa: PLC0415  not for the first slide

        with keep.presenting(on_fail="pass") as mode:  # that it cannot is no reason not to present
            self._mode = mode
            self._taken.set()
            self._released.wait()
