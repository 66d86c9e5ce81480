"""The scan that is open in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import datetime as dt

    from vpt_desktop.domain.scan import Scan


class ScanDocument(QObject):
    """Holds the open scan; every change to it goes through here and comes out as one signal."""

    scan_changed = Signal(object)
    """The new Scan, after a change that really changed something."""

    def __init__(self, scan: Scan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scan = scan

    @property
    def scan(self) -> Scan:
        """The scan as it is now."""
        return self._scan

    def set_ticked(self, number: int, ticked: bool) -> None:
        """Tick or untick statement `number` (1-10)."""
        self._take(self._scan.with_tick(number, ticked=ticked))

    def set_organisation(self, organisation: str) -> None:
        """Change the name of the organisation, any text."""
        self._take(replace(self._scan, organisation=organisation))

    def set_date(self, date: dt.date) -> None:
        """Change the day on which the card was filled in."""
        self._take(replace(self._scan, date=date))

    def _take(self, scan: Scan) -> None:
        if scan != self._scan:
            self._scan = scan
            self.scan_changed.emit(scan)
