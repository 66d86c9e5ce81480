"""Keeps every change on the disk, and brings back what an earlier program left there."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vpt_desktop.errors import VptError
from vpt_desktop.storage.recovery import RecoveryFile, Work, orphans

if TYPE_CHECKING:
    from pathlib import Path

    from vpt_desktop.domain.card import Card
    from vpt_desktop.storage.recovery import Orphan
    from vpt_desktop.ui.document.scan_document import ScanDocument

_DELAY = 200
"""Milliseconds after a change in which more changes may come; together with writing well under a second."""


class RecoveryKeeper(QObject):
    """Writes the document's scan as it changes, until it is saved or the user lets go of it."""

    failed = Signal(str)
    """One sentence, once: changes are not kept by themselves."""

    recovered = Signal()
    """Work of a program that did not end as it should is open again."""

    def __init__(self, card: Card, document: ScanDocument, folder: Path) -> None:
        super().__init__(document)
        self._card = card
        self._document = document
        self._folder = folder
        self._file: RecoveryFile | None = None
        self._has_failed = False
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self.write)

    def start(self) -> None:
        """Begin to keep changes, and open the newest work that was left behind, if there is any."""
        try:
            self._file = RecoveryFile(self._folder, self._card)
            found = orphans(self._folder, self._card)
        except VptError as error:
            self._fail(error)
            return
        for older in found[1:]:
            older.release()
        if found:
            self._bring_back(found[0])
        self._document.scan_changed.connect(self._on_scan_changed)
        self._document.modified_changed.connect(self._on_scan_changed)
        self._document.file_changed.connect(self._on_scan_changed)

    def write(self) -> bool:
        """Keep the scan as it is now; nothing, where its file holds it already. Return whether it is safe."""
        self._timer.stop()
        if self._file is None:
            return not self._document.is_modified
        document = self._document
        try:
            if document.is_modified:
                self._file.write(Work(document.scan, document.path, document.fingerprint))
            else:
                self._file.discard()
        except VptError as error:
            self._fail(error)
            return False
        return True

    def stop(self) -> None:
        """End; what is not saved by now, as when the user logs off, is back at the next start."""
        self.write()
        if self._file is not None:
            self._file.close()

    def _bring_back(self, orphan: Orphan) -> None:
        work = orphan.work
        self._document.open(work.scan, work.file, work.fingerprint, modified=True)
        self.write()
        if not self._has_failed:  # it is safe in this program's own place
            with suppress(VptError):
                orphan.discard()
        self.recovered.emit()

    def _on_scan_changed(self, _news: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _fail(self, error: VptError) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(str(error))
