"""Writes unsaved changes to the recovery file, and opens what an earlier program left in one."""

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
"""Milliseconds that further changes are waited for; with the writing, well under a second."""


class RecoveryKeeper(QObject):
    """Keeps the document's scan in a recovery file from each change until it is saved or discarded."""

    failed = Signal(str)
    """One sentence, once: unsaved changes cannot be kept."""

    recovered = Signal()
    """Unsaved work of an earlier program has been opened."""

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
        """Begin to keep changes, and open the newest work that an earlier program left, if any."""
        try:
            self._file = RecoveryFile(self._folder, self._card)
            found = orphans(self._folder, self._card)
        except VptError as error:
            self._report(error)
            return
        for older in found[1:]:
            older.release()
        if found:
            self._open_orphan(found[0])
        self._document.scan_changed.connect(self._on_document_changed)
        self._document.modified_changed.connect(self._on_document_changed)
        self._document.file_changed.connect(self._on_document_changed)

    def write(self) -> bool:
        """Write the scan to the recovery file unless it is saved; return whether it is on the disk."""
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
            self._report(error)
            return False
        return True

    def stop(self) -> None:
        """End; unsaved work, as when the user logs off, is opened at the next start."""
        self.write()
        if self._file is not None:
            self._file.close()

    def _open_orphan(self, orphan: Orphan) -> None:
        work = orphan.work
        self._document.open(work.scan, work.file, work.fingerprint, modified=True)
        self.write()
        if not self._has_failed:  # it is in this program's own recovery file
            with suppress(VptError):
                orphan.discard()
        self.recovered.emit()

    def _on_document_changed(self, _value: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _report(self, error: VptError) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(str(error))
