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


class _Library(NamedTuple):
    """What the system's C++ compiler makes of Qt's libraries."""

    path: Path
    """With `{}` for the name of a part of Qt."""
    platform_native_interface: str
    """The exported name of QGuiApplication::platformNativeInterface()."""
    object_of_document: str
    """The exported name of QJsonDocument::object()."""
    result_comes_first: bool
    """Whether the address for a returned object comes before that of `this`."""
    native_resource_for_integration: int
    """Its place among the virtual functions of QPlatformNativeInterface, after those of QObject."""


_PACKAGE = Path(PySide6.__file__).parent
_GCC = _Library(
    path=_PACKAGE / "Qt" / "lib" / "libQt6{}.so.6",
    platform_native_interface="_ZN15QGuiApplication23platformNativeInterfaceEv",
    object_of_document="_ZNK13QJsonDocument6objectEv",
    result_comes_first=True,
    native_resource_for_integration=12,  # two of them are destructors
)
_VISUAL_CPP = _Library(
    path=_PACKAGE / "Qt6{}.dll",
    platform_native_interface="?platformNativeInterface@QGuiApplication@@SAPEAVQPlatformNativeInterface@@XZ",
    object_of_document="?object@QJsonDocument@@QEBA?AVQJsonObject@@XZ",
    result_comes_first=False,
    native_resource_for_integration=11,
)
_LIBRARY = {"linux": _GCC, "win32": _VISUAL_CPP}.get(sys.platform)

AVAILABLE = _LIBRARY is not None and Path(str(_LIBRARY.path).format("Gui")).exists()


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
    assert _LIBRARY is not None
    gui, core = (ctypes.CDLL(str(_LIBRARY.path).format(name)) for name in ("Gui", "Core"))
    pointer, returning_nothing = ctypes.c_void_p, ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)

    document = QJsonDocument.fromJson(
        QByteArray(json.dumps({"screens": [screen._asdict() for screen in screens]}).encode())
    )
    configuration = ctypes.create_string_buffer(64)  # room for a QJsonObject
    result_and_this = [ctypes.addressof(configuration), shiboken6.getCppPointer(document)[0]]
    returning_nothing((_LIBRARY.object_of_document, core))(
        *(result_and_this if _LIBRARY.result_comes_first else reversed(result_and_this))
    )
    interface = ctypes.CFUNCTYPE(pointer)((_LIBRARY.platform_native_interface, gui))()
    virtual_functions = ctypes.cast(interface, ctypes.POINTER(ctypes.POINTER(pointer)))[0]
    resource_for = ctypes.CFUNCTYPE(pointer, pointer, pointer)(
        virtual_functions[_LIBRARY.native_resource_for_integration]
    )
    name = QByteArray(b"setConfiguration")
    set_configuration = resource_for(interface, shiboken6.getCppPointer(name)[0])
    assert set_configuration, "this platform of Qt cannot change its screens"
    returning_nothing(set_configuration)(ctypes.addressof(configuration), interface)
    for _ in range(3):
        QApplication.processEvents()
