"""The system names this program as the one that keeps the screen on."""

import sys

import pytest

from vpt_desktop.ui.presentation.wake_lock import named_adapter

if sys.platform != "linux":
    pytest.skip("only Linux has inhibitors with a name", allow_module_level=True)

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
