"""Screens to plug in and pull out, on Qt's platform that has no screen.

It reads a file with screens once, at the start; while a program runs, Qt's own tests change the screens by a
function that the platform offers to C++. This calls that function.
"""

import ctypes
import json
import sys
from pathlib import Path
from typing import NamedTuple

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument
from PySide6.QtWidgets import QApplication

_LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
_NATIVE_RESOURCE_FOR_INTEGRATION = 12
"""Its place among the virtual functions of QPlatformNativeInterface, after the twelve of QObject."""

AVAILABLE = sys.platform == "linux" and (_LIBRARIES / "libQt6Gui.so.6").exists()


class Screen(NamedTuple):
    """A screen's name, and its place and size in pixels."""

    name: str
    x: int
    y: int
    width: int
    height: int


DEFAULT = Screen("", 0, 0, 800, 800)
LAPTOP = Screen("eDP-1", 0, 0, 1366, 768)
PROJECTOR = Screen("HDMI-1", 1366, 0, 1024, 768)


def set_screens(*screens: Screen) -> None:
    """Make these all the screens that there are, as a plug that goes in or out does."""
    gui, core = (ctypes.CDLL(str(_LIBRARIES / f"libQt6{name}.so.6")) for name in ("Gui", "Core"))
    pointer, returning_nothing = ctypes.c_void_p, ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)

    document = QJsonDocument.fromJson(
        QByteArray(json.dumps({"screens": [screen._asdict() for screen in screens]}).encode())
    )
    configuration = ctypes.create_string_buffer(64)  # room for a QJsonObject
    returning_nothing(("_ZNK13QJsonDocument6objectEv", core))(
        ctypes.addressof(configuration), shiboken6.getCppPointer(document)[0]
    )
    interface = ctypes.CFUNCTYPE(pointer)(("_ZN15QGuiApplication23platformNativeInterfaceEv", gui))()
    virtual_functions = ctypes.cast(interface, ctypes.POINTER(ctypes.POINTER(pointer)))[0]
    resource_for = ctypes.CFUNCTYPE(pointer, pointer, pointer)(
        virtual_functions[_NATIVE_RESOURCE_FOR_INTEGRATION]
    )
    name = QByteArray(b"setConfiguration")
    set_configuration = resource_for(interface, shiboken6.getCppPointer(name)[0])
    returning_nothing(set_configuration)(ctypes.addressof(configuration), interface)
    for _ in range(3):
        QApplication.processEvents()
