"""Keeping the screen on during a presentation."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wakepy import DBusAdapter

_NAMES = {"wakepy": "VPT Desktop", "wakelock active": "Presentatie"}
"""What the system shows of a program that inhibits the screen saver, by what the library calls it."""


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

        # A failure does not keep anyone from presenting.
        with keep.presenting(on_fail="pass", dbus_adapter=named_adapter()):
            self._released.wait()


def named_adapter() -> type[DBusAdapter] | None:
    """Return the library's way to the desktop, under this program's name; None where there is none."""
    try:
        from wakepy.core import DBusMethodCall  # noqa: PLC0415
        from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter  # noqa: PLC0415
    except ImportError:  # it is there on Linux only
        return None

    class NamedAdapter(JeepneyDBusAdapter):
        def process(self, call: DBusMethodCall) -> object:
            named = tuple(_NAMES.get(argument, argument) for argument in call.args)
            return super().process(DBusMethodCall(call.method, named))

    return NamedAdapter
