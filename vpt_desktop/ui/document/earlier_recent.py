"""An earlier scan of the same organisation among the files that were opened or saved last."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from vpt_desktop.domain.organisation_name import name_key
from vpt_desktop.errors import VptError
from vpt_desktop.storage.scan_file import read_previous_scan
from vpt_desktop.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.preferences import Preferences

_PAUSE = 1000
"""Milliseconds without another letter after which the name of an organisation counts as typed."""

_LARGEST = 2_000_000
"""Bytes; decoding a larger file would hold up the window, and who has one can choose it."""


class Found(NamedTuple):
    """An earlier scan, and the file that it is in."""

    path: Path
    scan: Scan


class EarlierRecent(QObject):
    """Looks for the newest such scan when a scan without a previous one is opened or gets a name."""

    found = Signal(object)
    """What was Found, once for each open scan at most."""

    def __init__(self, card: Card, document: ScanDocument, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        self._document = document
        self._preferences = preferences
        self._disk = Background(self)
        self._found_for = -1
        """Which of the scans that were opened one was found for."""
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._look)

    def look_soon(self) -> None:
        """Look once the user has paused, where it is not known yet what there is."""
        if self._is_wanted:
            self._pause.start(_PAUSE)

    @property
    def is_looking(self) -> bool:
        """Whether it may still report something of what it was asked."""
        return self._pause.isActive() or self._disk.is_busy

    @property
    def _is_wanted(self) -> bool:
        return self._document.scan.previous is None and self._found_for != self._document.times_opened

    def _look(self) -> None:
        scan, opened = self._document.scan, self._document.times_opened
        if not self._is_wanted or not name_key(scan.organisation) or self._disk.is_busy:
            return

        def report(found: Found | None) -> None:
            is_same = self._document.times_opened == opened and _is_earlier_of(self._document.scan, found)
            if is_same and self._is_wanted:
                self._found_for = opened
                self.found.emit(found)
            elif (
                self._document.scan.organisation != scan.organisation or self._document.times_opened != opened
            ):
                self.look_soon()

        paths = [path for path in self._preferences.recent if path != self._document.path]
        self._disk.run("", partial(_newest_earlier, paths, self._card, scan), report, lambda _: None)


def _is_earlier_of(scan: Scan, found: Found | None) -> bool:
    return (
        found is not None
        and found.scan.date < scan.date
        and name_key(found.scan.organisation) == name_key(scan.organisation)
    )


def _newest_earlier(paths: Iterable[Path], card: Card, scan: Scan) -> Found | None:
    """Return the newest scan before `scan` of its organisation, of one day one with agreements before a copy.

    Files that cannot be read do not count.
    """
    candidates = list[Found]()
    for path in paths:
        with suppress(VptError, OSError):
            if path.stat().st_size <= _LARGEST:
                found = Found(path, read_previous_scan(path, card).scan)
                if _is_earlier_of(scan, found):
                    candidates.append(found)
    return max(candidates, key=lambda found: (found.scan.date, not found.scan.lacks_agreements), default=None)
