"""Sizes on a slide, as fractions of its height, so that the back row can read it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QSize
    from PySide6.QtWidgets import QWidget

STATEMENT = 1 / 16
SMALLEST = 1 / 27
HEADING = 1 / 12
NUMERAL = 1 / 5
MARGIN = 1 / 24


def slide_height(size: QSize) -> int:
    """Return the pixels that the fractions are of: the height, or on an upright screen the width.

    At 1/16 of its height, an upright screen of 768 by 1024 could not hold the longest statement at all.
    """
    return min(size.width(), size.height())


def inside_margins(slide: QWidget) -> QRect:
    """Return a slide's content rectangle, in its own coordinates."""
    margin = pixels(MARGIN, slide_height(slide.size()))
    return slide.rect().adjusted(margin, margin, -margin, -margin)


def text_sizes(largest: int) -> range:
    """Return the text sizes to try, in pixels, largest first, until a text fits."""
    return range(largest, 0, -max(1, largest // 24))


def pixels(fraction: float, height: int) -> int:
    """Return a fraction of the slide's height in pixels, rounded up."""
    return ceil(fraction * height)


def set_text_size(widget: QWidget, size: int, *, bold: bool = False) -> None:
    """Set a widget's text to `size` pixels."""
    font = widget.font()
    font.setPixelSize(max(1, size))
    font.setBold(bold)
    widget.setFont(font)
