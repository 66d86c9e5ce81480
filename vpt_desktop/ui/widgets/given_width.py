"""Widgets that take the width that they get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.override import override

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    _Base = QWidget
else:
    _Base = object


class GivenWidth(_Base):
    """Mixin for a widget in a column as wide as the window allows: its text is laid out for that width only.

    Qt would lay it out for the width that it prefers as well, each time that anything in it changes.
    """

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()
