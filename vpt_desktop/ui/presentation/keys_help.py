"""The list of keys of a presentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from vpt_desktop.ui.presentation.screens import size_of_screen
from vpt_desktop.ui.widgets.slide_size import set_text_size, text_sizes
from vpt_desktop.ui.widgets.typed_text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vpt_desktop.ui.presentation.commands import Command


_NAMES = {
    "PgDown": "PageDown",
    "PgUp": "PageUp",
    "Right": "→",
    "Left": "←",
    "Down": "↓",
    "Up": "↑",
    "Space": "spatie",
    "Return": "Enter",
}
"""The names on a Dutch keyboard, where Qt's names differ."""

_OTHER_KEYS = (
    ("1 … 9, 0", "Stelling 1 … 10 aan- of uitvinken"),
    ("F5, Shift+F5", "Beginnen bij stelling 1, of bij deze stelling"),
    ("Ctrl+Z, Ctrl+Y", "Ongedaan maken, of opnieuw doen"),
    ("Ctrl+Shift+D", "Donkere of lichte dia's"),
)


_SHARE = 0.9
"""The largest part of the screen that the list takes."""


class KeysHelp(QDialog):
    """Dialog with commands and their keys, in text of at most `text_size` pixels that fits the screen."""

    def __init__(self, commands: Iterable[Command], parent: QWidget, text_size: int) -> None:
        super().__init__(parent)
        self.setWindowTitle("Toetsen tijdens de presentatie")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        listed = [(_printed(command.keys), command.name.replace("&", "")) for command in commands]
        rows = "".join(
            f"<tr><td style='padding-right:24px'><b>{escape(keys)}</b></td><td>{escape(name)}</td></tr>"
            for keys, name in (*listed, *_OTHER_KEYS)
        )
        text = QLabel(f"<table cellspacing='4'>{rows}</table>")
        QVBoxLayout(self).addWidget(text)
        place = size_of_screen(parent) * _SHARE
        for size in text_sizes(text_size):
            set_text_size(text, size)
            if self.sizeHint().boundedTo(place) == self.sizeHint():
                break


def _printed(keys: Iterable[str]) -> str:
    return "  ".join(dict.fromkeys(_NAMES.get(key, key) for key in keys))
