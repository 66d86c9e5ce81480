"""The colours of the slides, which are their own: the laptop's theme says nothing about a projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vpt_desktop.ui.widgets.colours import palette
from vpt_desktop.ui.widgets.theme import STYLE_SHEET_TEXT, style_sheet

if TYPE_CHECKING:
    from vpt_desktop.ui.widgets.colours import Colours


def apply_colours(window: QWidget, colours: Colours) -> None:
    """Give a window and all that is in it these colours in place of the application's."""
    window.setStyleSheet(style_sheet(colours, STYLE_SHEET_TEXT))
    apply_palette(window, colours)


def apply_palette(window: QWidget, colours: Colours) -> None:
    """Do so for what is painted without a style sheet, which a new one of the application resets."""
    own = palette(colours)
    # One by one: beside a style sheet, Qt lets no palette through to what is inside.
    for widget in (window, *window.findChildren(QWidget)):
        widget.setPalette(own)
