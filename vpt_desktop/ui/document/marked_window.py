"""A window of Windows that bears a mark for the file in it, by which another program finds it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from vpt_desktop.storage.path_digest import digest_of

if TYPE_CHECKING:
    from pathlib import Path

_RESTORE = 9  # SW_RESTORE
_EXTENDED_STYLE = -20  # GWL_EXSTYLE
_NOT_FOR_USERS = 0x80 | 0x08000000  # WS_EX_TOOLWINDOW and WS_EX_NOACTIVATE: tooltips

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _user32 = ctypes.WinDLL("user32")
    _each_window = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
    _user32.GetPropW.argtypes = _user32.RemovePropW.argtypes = wintypes.HWND, wintypes.LPCWSTR
    _user32.GetPropW.restype = _user32.RemovePropW.restype = wintypes.HANDLE
    _user32.SetPropW.argtypes = wintypes.HWND, wintypes.LPCWSTR, wintypes.HANDLE
    _user32.EnumWindows.argtypes = _each_window, wintypes.LPARAM
    _user32.GetWindowLongW.argtypes = wintypes.HWND, ctypes.c_int
    _user32.GetWindowThreadProcessId.argtypes = wintypes.HWND, wintypes.LPDWORD
    _user32.IsIconic.argtypes = _user32.IsWindowVisible.argtypes = (wintypes.HWND,)
    _user32.SetForegroundWindow.argtypes = (wintypes.HWND,)
    _user32.ShowWindow.argtypes = wintypes.HWND, ctypes.c_int

    def mark(window: int, path: Path, *, remove: bool = False) -> None:
        """Mark a window of this program with the file at `path`, or remove that mark."""
        if remove:
            _user32.RemovePropW(window, _name(path))
        else:
            _user32.SetPropW(window, _name(path), 1)

    def is_shown_elsewhere(path: Path) -> bool:
        """Return whether another program's window bears the mark of that file, and is in front now."""
        name, windows = _name(path), _windows()
        own = ctypes.windll.kernel32.GetCurrentProcessId()
        for window in windows:
            program = _program_of(window)
            if program != own and _user32.GetPropW(window, name):
                _bring_to_front(window, [other for other in windows if _program_of(other) == program])
                return True
        return False

    def _bring_to_front(marked: int, windows: list[int]) -> None:
        """Activate the topmost of a program's windows, so that its slides or its question stays in front."""
        in_sight = [window for window in windows if _is_in_sight(window)]
        front = in_sight[0] if in_sight else marked
        if _user32.IsIconic(front):
            _user32.ShowWindow(front, _RESTORE)
        _user32.SetForegroundWindow(front)

    def _is_in_sight(window: int) -> bool:
        style = _user32.GetWindowLongW(window, _EXTENDED_STYLE)
        return bool(_user32.IsWindowVisible(window) and not _user32.IsIconic(window)) and not (
            style & _NOT_FOR_USERS
        )

    def _windows() -> list[int]:
        """Return all windows on the desktop, from front to back."""
        found = list[int]()

        def take(window: int, _: int) -> bool:
            found.append(window)
            return True

        _user32.EnumWindows(_each_window(take), 0)
        return found

    def _program_of(window: int) -> int:
        process = wintypes.DWORD()
        _user32.GetWindowThreadProcessId(window, ctypes.byref(process))
        return process.value

    def _name(path: Path) -> str:
        return f"vpt-desktop:{digest_of(path)}"
