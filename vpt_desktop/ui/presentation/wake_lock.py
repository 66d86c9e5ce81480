"""Keeping the screen on."""

from __future__ import annotations

from threading import Event, Thread


class WakeLock:
    """Keeps the screen saver off, from when it is made until `release`, where the system lets a program.

    A program that ends without it has released it: by its connection, its thread or its pipe.
    """

    def __init__(self) -> None:
        self._released = Event()
        # A thread of its own: a system that does not answer would keep the slides waiting for seconds.
        Thread(target=self._hold, name="wake lock", daemon=True).start()

    def release(self) -> None:
        """Let the system do as it does again, within a moment."""
        self._released.set()

    def _hold(self) -> None:
        from wakepy import keep  # noqa: PLC0415  not for the first slide

        with keep.presenting(on_fail="pass"):  # that it cannot is no reason not to present
            self._released.wait()
