"""Keeps every change on the disk, and brings back what an earlier program left there."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from vpt_desktop.storage.orphans import Orphan, Unreadable, orphans
from vpt_desktop.storage.recovery import RecoveryFile, Work
from vpt_desktop.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vpt_desktop.domain.card import Card
    from vpt_desktop.errors import VptError
    from vpt_desktop.ui.document.scan_document import ScanDocument

_DELAY = 200
"""Milliseconds after a change in which more changes may come; together with writing well under a second."""

_RETRY = 5_000
"""Milliseconds after which a write that failed is tried again."""

_RECOVERED = "Je niet-opgeslagen scan van de vorige keer is teruggehaald."


class Findings(Struct, frozen=True):
    """What a search for the work of earlier programs came to."""

    brought_back: bool
    """Whether such work is open now."""
    waiting: int
    """How much other work can be brought back next."""
    unreadable: tuple[Unreadable, ...]

    @property
    def sentences(self) -> str:
        """What the user must know of it; empty if nothing was found."""
        sentences = [_RECOVERED] if self.brought_back else []
        if self.waiting:
            also = "ook nog " if self.brought_back else "nog "
            number = f"{self.waiting} andere scans" if self.waiting > 1 else "een andere scan"
            sentences.append(f"Er is {also}niet-opgeslagen werk van {number}.")
        for left in self.unreadable:
            what = (
                "is beschadigd en staat apart in" if left.damaged else "is van een andere versie en blijft in"
            )
            sentences.append(f"Niet-opgeslagen werk {what} {left.path}.")
        return " ".join(sentences)


class _Search(Struct, frozen=True):
    orphan: Orphan | None
    waiting: int
    unreadable: tuple[Unreadable, ...]


class RecoveryKeeper(QObject):
    """Writes the document's scan as it changes, until it is saved or the user discards it.

    A write is put into place within a second of the change, and flushed to the disk for as long as that takes
    by another thread, so that a slow disk delays neither the window nor the next write.
    """

    failed = Signal(str)
    """One sentence, once for each time that keeping stops: changes are not kept by themselves."""

    resumed = Signal()
    """Changes are kept again."""

    found = Signal(object)
    """The Findings of a search, if there are any."""

    def __init__(self, card: Card, document: ScanDocument, folder: Path) -> None:
        super().__init__(document)
        self._card = card
        self._document = document
        self._folder = folder
        self._file = RecoveryFile(folder, card)
        self._searching = Background(self)
        self._writing = Background(self)
        self._flushing = Background(self)
        self._write_is_due = False
        self._flush_is_due = False
        self._has_failed = False
        self._is_kept = False
        """Whether the last write has succeeded."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write)

    def start(self, wanted: Path | None = None, then: Callable[[bool], object] | None = None) -> None:
        """Begin to keep changes, and open work that was left behind, if there is any.

        Args:
            wanted: the file that the user is about to open: only unsaved changes to that are brought back,
                other work is found only. None brings back the newest.
            then: is called after the search, with whether work has been brought back.
        """
        self._document.scan_changed.connect(self._on_changed)
        self._document.modified_changed.connect(self._on_changed)
        self._document.file_changed.connect(self._on_changed)
        if self._document.is_modified:
            self._on_changed()
        self._writing.run("", self._file.open, lambda _: None, self._fail)
        self._search(wanted, then or (lambda _: None))

    def bring_back_next(self) -> None:
        """Open the newest work that still waits, in the place of the open scan."""
        self._search(None, lambda _: None)

    def write(self) -> bool:
        """Keep the scan as it is now and return, once that is done, whether it is safe."""
        self._is_kept = False
        self._write()
        self._writing.wait()
        return self._is_kept

    def stop(self) -> None:
        """End; what is not saved by now, as when the user logs off, is back at the next start."""
        self._write()
        self.settle()
        self._file.close()

    def settle(self) -> None:
        """Return when all that was begun by now is on the disk, or has failed."""
        for work in (self._searching, self._writing, self._flushing):
            work.wait()

    def _search(self, wanted: Path | None, then: Callable[[bool], object]) -> None:
        def done(search: _Search) -> None:
            then(self._on_searched(search))

        def failed(error: VptError) -> None:
            self._fail(error)
            then(False)

        self._searching.run("", lambda: _search(self._folder, self._card, wanted), done, failed)

    def _on_searched(self, search: _Search) -> bool:
        waiting = search.waiting
        is_brought_back = search.orphan is not None and not self._document.is_modified
        if search.orphan is not None and is_brought_back:
            self._bring_back(search.orphan)
        elif search.orphan is not None:  # the disk was slow, and the user has begun meanwhile
            search.orphan.release()
            waiting += 1
        findings = Findings(is_brought_back, waiting, search.unreadable)
        if findings.sentences:
            self.found.emit(findings)
        return is_brought_back

    def _bring_back(self, orphan: Orphan) -> None:
        work = orphan.work
        self._document.open(work.scan, work.file, work.fingerprint, modified=True)

        def safe(_: object) -> None:  # in this program's own place
            self._on_written(None)
            self._writing.run("", orphan.discard, lambda _: None, lambda _: None)

        def failed(error: VptError) -> None:
            orphan.release()
            self._fail(error)

        self._writing.run("", partial(self._file.write, self._work()), safe, failed)

    def _work(self) -> Work:
        document = self._document
        return Work(document.scan, document.path, document.fingerprint)

    def _write(self) -> None:
        self._timer.stop()
        if not self._write_is_due:
            self._write_is_due = True
            self._writing.when_idle(self._write_newest)

    def _write_newest(self) -> None:
        self._write_is_due = False
        keep = partial(self._file.write, self._work()) if self._document.is_modified else self._file.discard
        self._writing.run("", keep, self._on_written, self._fail)

    def _on_written(self, _: object) -> None:
        self._is_kept = self._flush_is_due = True
        self._flush()

    def _flush(self) -> None:
        if self._flush_is_due and not self._flushing.is_busy:
            self._flush_is_due = False
            self._flushing.run("", self._file.flush, self._on_flushed, self._fail)

    def _on_flushed(self, _: object) -> None:
        if self._has_failed:
            self._has_failed = False
            self.resumed.emit()
        self._flush()

    def _on_changed(self, _: object = None) -> None:
        if not self._timer.isActive() or self._timer.remainingTime() > _DELAY:
            self._timer.start(_DELAY)

    def _fail(self, error: VptError) -> None:
        self._timer.start(_RETRY)
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(str(error))


def _search(folder: Path, card: Card, wanted: Path | None) -> _Search:
    chosen: Orphan | None = None
    waiting, unreadable = 0, list[Unreadable]()
    for left in orphans(folder, card):
        if isinstance(left, Unreadable):
            unreadable.append(left)
        elif chosen is None and (wanted is None or is_same_file(wanted, left.work.file)):
            chosen = left
        else:
            left.release()
            waiting += 1
    return _Search(chosen, waiting, tuple(unreadable))


def is_same_file(path: Path, other: Path | None) -> bool:
    """Return whether two paths lead to one file, through links too."""
    if other is None:
        return False
    with suppress(OSError, ValueError):  # the latter for a name that no file can have
        return path.samefile(other)
    return path.absolute() == other
