"""The keys of a presentation, for whoever leads it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from vpt_desktop.ui.slide_size import set_text_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vpt_desktop.ui.presentation_command import PresentationCommand


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
"""What is printed on the keys of a Dutch keyboard, where Qt calls them otherwise."""

_OTHER_KEYS = (
    ("1 … 9, 0", "Stelling 1 … 10 aan- of uitvinken"),
    ("F5, Shift+F5", "Beginnen bij stelling 1, of bij deze stelling"),
)


class KeysHelp(QDialog):
    """Lists what can be done and by which keys; with a text size in pixels where a room looks on."""

    def __init__(
        self, commands: Iterable[PresentationCommand], parent: QWidget, text_size: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Toetsen tijdens de presentatie")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        listed = [(_printed(command.keys), command.name.replace("&", "")) for command in commands]
        rows = "".join(
            f"<tr><td style='padding-right:24px'><b>{escape(keys)}</b></td><td>{escape(name)}</td></tr>"
            for keys, name in (*listed, *_OTHER_KEYS)
        )
        text = QLabel(f"<table cellspacing='4'>{rows}</table>")
        if text_size is not None:
            set_text_size(text, text_size)
        QVBoxLayout(self).addWidget(text)


def _printed(keys: Iterable[str]) -> str:
    return "  ".join(dict.fromkeys(_NAMES.get(key, key) for key in keys))
