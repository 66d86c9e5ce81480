"""Keeping the screen on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wakepy import Mode


class WakeLock:
    """Keeps the screen saver off between `take` and `release`, where the system lets a program do so."""

    def __init__(self) -> None:
        self._mode: Mode | None = None

    @property
    def is_held(self) -> bool:
        """Whether the system has agreed to keep the screen on."""
        return self._mode is not None and self._mode.active

    def take(self) -> None:
        """Ask the system to keep the screen on; that it cannot is no reason not to present."""
        from wakepy import keep  # noqa: PLC0415  not for the first frame

        self._mode = keep.presenting(on_fail="pass")
        self._mode.__enter__()

    def release(self) -> None:
        """Let the system do as it does again."""
        if self._mode is not None:
            self._mode.__exit__(None, None, None)
            self._mode = None
