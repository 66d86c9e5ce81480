"""Several changes in a layout, after which it is laid out once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

    from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(widget: QWidget) -> Generator[None]:
    """Hold back the layout of a widget while what is in it is shown or hidden, until the next events.

    Else Qt lays out everything around what becomes visible, again for each.
    """
    layout = widget.layout()
    if layout is None:
        yield
        return
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
