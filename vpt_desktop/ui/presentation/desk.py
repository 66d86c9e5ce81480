"""What a presentation uses of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.ui.widgets.key_repeat import KeyRepeat


class Desk(NamedTuple):
    """The main window as the workplace of a presentation's leader."""

    window: QWidget
    leave_layer: Callable[[], bool]
    """Leaves the text or the message that has the keyboard focus there; returns False if there is none."""

    actions: tuple[QAction, ...]
    """Those that work on the slides too."""

    key_repeat: KeyRepeat
    live_score: QAction
    """Whether the score is in sight all through the presentation."""

    dark_slides: QAction
