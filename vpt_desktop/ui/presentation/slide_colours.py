"""The colours of the slides, which are their own: the laptop's theme says nothing about a projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from vpt_desktop.ui.widgets.colours import DARK, LIGHT, black_and_white, palette
from vpt_desktop.ui.widgets.theme import STYLE_SHEET_TEXT, style_sheet

if TYPE_CHECKING:
    from vpt_desktop.ui.widgets.colours import Colours


_HEIGHT = 1080
"""Pixels; on slides that are higher, the lines of frames and focus are thicker."""


def slide_colours(*, dark: bool) -> Colours:
    """Return the colours of light or dark slides: black and white if the system asks for high contrast."""
    hints = QApplication.styleHints()  # kept: `accessibility` is deleted with it
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return black_and_white(dark=dark)
    return DARK if dark else LIGHT


def apply_colours(window: QWidget, colours: Colours, height: int = _HEIGHT) -> None:
    """Give a window of slides of that height, and all that is in it, these colours, not the application's."""
    window.setStyleSheet(style_sheet(colours, STYLE_SHEET_TEXT * max(1, height / _HEIGHT)))
    apply_palette(window, colours)


def apply_palette(window: QWidget, colours: Colours) -> None:
    """Do so for what is painted without a style sheet, which a new one of the application resets."""
    own = palette(colours)
    # One by one: beside a style sheet, Qt lets no palette through to what is inside.
    for widget in (window, *window.findChildren(QWidget)):
        widget.setPalette(own)
