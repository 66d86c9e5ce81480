"""A progress bar to assistive technology that looks otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPalette


class DrawnProgressBar(QProgressBar):
    """What progress bars that draw themselves have in common."""

    def show_value(self, value: int) -> None:
        """Set the value, to be painted together with all else that changes: setValue() paints at once."""
        if value != self.value():
            self.setUpdatesEnabled(False)
            self.setValue(value)
            self.setUpdatesEnabled(True)

    def colour(self, role: QPalette.ColorRole) -> QColor:
        """Return one of the palette's colours."""
        return self.palette().color(role)
