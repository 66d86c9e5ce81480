"""Keeping the screen on during a presentation."""

from __future__ import annotations

from threading import Event, Thread


class WakeLock:
    """Inhibits the screen saver from construction until `release`, where the system allows that.

    A program that ends without `release` has released it too, as its thread and connection end.
    """

    def __init__(self) -> None:
        self._released = Event()
        # In a thread: a system that does not answer would delay the slides for seconds.
        Thread(target=self._hold, name="wake lock", daemon=True).start()

    def release(self) -> None:
        """Allow the screen saver again, within a moment."""
        self._released.set()

    def _hold(self) -> None:
        from wakepy import keep  # noqa: PLC0415  not for the first slide

        with keep.presenting(on_fail="pass"):  # a failure does not keep anyone from presenting
            self._released.wait()
