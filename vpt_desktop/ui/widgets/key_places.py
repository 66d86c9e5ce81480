"""Keys by their place on the keyboard, where its layout gives them no Latin letter or figure."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from vpt_desktop.override import override
from vpt_desktop.ui.widgets.text_fields import is_typing
from vpt_desktop.ui.widgets.window_keys import WindowKeys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ROWS = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM,."}
"""What a US keyboard has on each row, by the scan code of its first key."""

_BY_SCAN_CODE = {first + place: name for first, row in _ROWS.items() for place, name in enumerate(row)}

_X11_OFFSET = 8
"""X11 and Wayland count scan codes from here."""

# fmt: off
_BY_MAC_KEY = dict(zip(
    (18, 19, 20, 21, 23, 22, 26, 28, 25, 29, 12, 13, 14, 15, 17, 16, 32, 34, 31, 35,
     0, 1, 2, 3, 5, 4, 38, 40, 37, 6, 7, 8, 9, 11, 45, 46, 43, 47),
    "".join(_ROWS.values()),
    strict=True,
))
# fmt: on
"""The same by macOS' virtual key codes, which are of places too (kVK_ANSI_1 and so on)."""

_FIRST_FOREIGN = 0x80
"""The first code of a key that is not in ASCII."""

_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
_WITH_SHORTCUTS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


def key_by_place(event: QKeyEvent) -> QKeySequence | None:
    """Return what a US keyboard has where a key is; None if the layout has a Latin letter or figure there."""
    modifiers = event.modifiers() & ~_IGNORED
    name = _name(event)
    key = event.key()
    if name is None or modifiers & ~_WITH_SHORTCUTS or key >= Qt.Key.Key_Escape:
        return None
    # A French row of figures gives figures with Shift only.
    french = name.isdigit() and not modifiers and not chr(key).isalnum()
    if key < _FIRST_FOREIGN and not french:
        return None
    return QKeySequence(modifiers.value | ord(name))


class KeysByPlace(WindowKeys):
    """Does in one window what a key would do on a US keyboard, if by its own letter it does nothing."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.watch(window)

    @override
    def on_key(self, event: QKeyEvent) -> bool:
        key = key_by_place(event) if event.type() == QEvent.Type.KeyPress else None
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key is None or QApplication.activePopupWidget() is not None or (is_typing() and not with_control):
            return False
        shortcut = self._shortcut(key)
        if shortcut is None:
            return False
        if not event.isAutoRepeat() or shortcut.autoRepeat():
            if isinstance(shortcut, QAction):
                shortcut.trigger()
            else:
                shortcut.activated.emit()
        return True

    def _shortcut(self, key: QKeySequence) -> QShortcut | QAction | None:
        """Return what the key does in the window; None if it does nothing now."""
        own = self._window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
        actions = (*self._window.actions(), *self._window.findChildren(QAction))
        return next(
            (each for each in own if each.key() == key and each.isEnabled()),
            next((each for each in actions if key in each.shortcuts() and each.isEnabled()), None),
        )


def _name(event: QKeyEvent) -> str | None:
    if sys.platform == "darwin":
        return _BY_MAC_KEY.get(event.nativeVirtualKey())
    offset = 0 if sys.platform == "win32" else _X11_OFFSET
    return _BY_SCAN_CODE.get(event.nativeScanCode() - offset)
