"""The screen is kept on by the means of the system, on Linux under the program's name."""

import sys

import pytest
from pytestqt.qtbot import QtBot
from wakepy.methods import windows

from vpt_desktop.ui.presentation.wake_lock import WakeLock, named_adapter

if sys.platform == "linux":  # elsewhere inhibitors have no name
    from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter
    from wakepy.methods.freedesktop import FreedesktopScreenSaverInhibit
    from wakepy.methods.gnome import GnomeSessionManagerNoIdle

    @pytest.mark.parametrize("method", [FreedesktopScreenSaverInhibit, GnomeSessionManagerNoIdle])
    def test_the_screen_savers_inhibitor_is_named_after_the_program(
        method: type, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sent: list[tuple[object, ...]] = []

        def process(_self: object, call: object) -> tuple[int]:
            sent.append(call.args)
            return (7,)

        monkeypatch.setattr(JeepneyDBusAdapter, "process", process)
        adapter = named_adapter()
        assert adapter is not None
        method(dbus_adapter=adapter()).enter_mode()
        [arguments] = sent
        assert {"VPT Desktop", "Presentatie"} <= set(arguments)


if sys.platform == "win32":

    def test_windows_is_asked_for_the_screen_until_the_presentation_ends(
        qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[int] = []
        ask = windows._call_set_thread_execution_state

        def listen(flags: int) -> int:
            asked.append(flags)
            return ask(flags)

        monkeypatch.setattr(windows, "_call_set_thread_execution_state", listen)
        lock = WakeLock()
        qtbot.waitUntil(lambda: asked == [windows.Flags.KEEP_PRESENTING])
        lock.release()
        qtbot.waitUntil(lambda: asked[1:] == [windows.Flags.RELEASE])
