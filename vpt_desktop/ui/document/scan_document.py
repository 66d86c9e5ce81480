"""The open scan with its file and its undo history."""

from __future__ import annotations

import datetime as dt
from time import monotonic
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from vpt_desktop.comparison_words import NOTE_TOO_LONG, since
from vpt_desktop.domain.agreements import with_carried, with_outcome, with_remark
from vpt_desktop.domain.earlier_scans import without_earlier
from vpt_desktop.domain.scan import Scan
from vpt_desktop.domain.scan_change import change_between
from vpt_desktop.override import override
from vpt_desktop.words import WORDS, with_statement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vpt_desktop.domain.earlier_scan import Agreement, Outcome
    from vpt_desktop.domain.scan import AccountManager, Answer
    from vpt_desktop.storage.file_reading import Fingerprint
    from vpt_desktop.ui.document.open_file import OpenFile

_MOST_STEPS = 500
"""Changes that can be undone."""

_TYPING_PAUSE = 3.0
"""Seconds between two changes of one text after which they are undone one by one."""


class ScanDocument(QObject):
    """The open scan; each change to it is one undo command and one `scan_changed`."""

    scan_changed = Signal(object)
    """The Scan as it is now."""

    file_changed = Signal(object)
    """The Path of the file that the scan is kept in, or None."""

    modified_changed = Signal(bool)
    """Whether the scan differs from its file; emitted when that changes."""

    opened = Signal()
    """Another scan has been opened, or a new one begun."""

    cleared = Signal(bool)
    """Ticks and notes have been removed, or (False) there were none."""

    account_manager_changed = Signal(object)
    """The AccountManager as the user has typed it, to be proposed for the next scan."""

    refused = Signal(str)
    """One sentence on what was not changed, and why."""

    def __init__(
        self, scan: Scan, parent: QObject | None = None, *, open_file: OpenFile | None = None
    ) -> None:
        super().__init__(parent)
        self.open_file = open_file
        """By which other programs know the file that the scan is kept in; None where there are none."""
        self._scan = scan
        self._path: Path | None = None
        self._fingerprint: Fingerprint | None = None
        self._saved: Scan | None = scan
        """What the file holds, or a new scan began with; None if that is not known."""
        self._begun = _begun(scan)
        self._times_opened = 0
        self._was_modified = False
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(_MOST_STEPS)  # which Qt takes while the stack is empty only

    @property
    def scan(self) -> Scan:
        """The scan as it is now."""
        return self._scan

    @property
    def path(self) -> Path | None:
        """The file that the scan is kept in, or None before it is saved."""
        return self._path

    @property
    def fingerprint(self) -> Fingerprint | None:
        """The fingerprint of that file when it was opened or saved last, or None before it is saved."""
        return self._fingerprint

    @property
    def times_opened(self) -> int:
        """How often another scan has taken the place of the open one: by it one knows whether it still is."""
        return self._times_opened

    @property
    def kept(self) -> Scan | None:
        """The scan as its file holds it; None before it is saved, and of recovered work."""
        return self._saved if self._path is not None else None

    @property
    def is_modified(self) -> bool:
        """Whether the scan differs from its file."""
        return self._scan != self._saved

    @property
    def is_recovered(self) -> bool:
        """Whether this is unsaved work that was brought back, and not saved since."""
        return self._saved is None

    def open(
        self,
        scan: Scan,
        path: Path | None = None,
        fingerprint: Fingerprint | None = None,
        *,
        modified: bool = False,
    ) -> None:
        """Replace the open scan by another, which cannot be undone.

        Args:
            scan: the other scan.
            path: the file that it is kept in, None before it is saved.
            fingerprint: of that file when it was read.
            modified: whether the scan differs from that file.
        """
        self._times_opened += 1
        self._path, self._fingerprint = path, fingerprint
        self._saved = None if modified else scan
        self._begun = None if modified or path else _begun(scan)
        self.undo_stack.clear()
        self.apply(scan)
        self._report_modified()
        self.file_changed.emit(path)
        self.opened.emit()

    def mark_saved(self, scan: Scan, path: Path, fingerprint: Fingerprint) -> None:
        """Record that the file at `path`, with that fingerprint, holds `scan`.

        It is the open scan with its time of saving; what the user changed since stays.
        """
        self._scan = replace(self._scan, saved=scan.saved)
        self._path, self._fingerprint, self._saved = path, fingerprint, scan
        self._begun = None
        self.undo_stack.setClean()  # so that typing on is a change of its own
        self._report_modified()
        self.file_changed.emit(path)

    def set_ticked(self, number: int, ticked: bool) -> None:
        """Tick or untick statement `number` (1-10)."""
        verb = "aanvinken" if ticked else "uitvinken"
        self._change(self._scan.with_tick(number, ticked=ticked), f"stelling {number} {verb}")

    def set_answer(self, number: int, answer: Answer) -> None:
        """Change the note, the person or the date of statement `number` (1-10)."""
        self._change(
            self._scan.with_answer(number, answer), with_statement(WORDS.note.lower(), number), typed=True
        )

    def set_organisation(self, organisation: str) -> None:
        """Change the name of the organisation, any text."""
        self._change(replace(self._scan, organisation=organisation), WORDS.organisation.lower(), typed=True)

    def set_date(self, date: dt.date) -> None:
        """Change the day on which the card was filled in."""
        self._change(replace(self._scan, date=date), WORDS.date.lower(), typed=True)

    def set_participants(self, participants: str) -> None:
        """Change who took part, any text."""
        self._change(replace(self._scan, participants=participants), WORDS.participants.lower(), typed=True)

    def set_leader(self, leader: str) -> None:
        """Change who led the scan, any text."""
        self._change(replace(self._scan, leader=leader), WORDS.leader.lower(), typed=True)

    def set_account_manager(self, manager: AccountManager) -> None:
        """Change whom the advice refers to."""
        self._change(replace(self._scan, account_manager=manager), WORDS.account_manager.lower(), typed=True)
        self.account_manager_changed.emit(manager)

    def set_earlier(self, scan: Scan) -> None:
        """Compare the open scan with the earlier ones of `scan`."""
        self._change(replace(self._scan, earlier=scan.earlier), "vorige scan kiezen")

    def remove_previous(self) -> None:
        """Take the previous scan away, if there is one."""
        previous = self._scan.previous
        if previous is not None:
            self._change(without_earlier(self._scan, previous), "vorige scan weghalen")

    def set_outcome(self, statement: int, outcome: Outcome | None) -> None:
        """Change what became of the agreement of last time on `statement` (1-10, of that card)."""
        name = f"uitkomst van de afspraak bij stelling {statement}"
        self._change(with_outcome(self._scan, statement, outcome), name)

    def set_remark(self, statement: int, remark: str) -> None:
        """Change the remark on the agreement of last time on `statement` (1-10, of that card)."""
        name = f"opmerking over de afspraak bij stelling {statement}"
        self._change(with_remark(self._scan, statement, remark), name, typed=True)

    def carry(self, agreement: Agreement, texts: Sequence[str]) -> None:
        """Add an agreement of last time to this year's note; `texts` are the statements of the card now.

        Where the note has no room for it, nothing changes and `refused` says so.
        """
        statement = agreement.statement
        try:
            scan = with_carried(self._scan, statement, texts, since(agreement.since))
        except ValueError:
            self.refused.emit(NOTE_TOO_LONG)
        else:
            self._change(scan, f"afspraak bij stelling {statement} meenemen")

    def clear(self) -> None:
        """Remove all ticks and notes; the details of the scan stay."""
        before = self._scan
        self._change(replace(before, answers=Scan(before.date).answers), "alles wissen")
        self.cleared.emit(self._scan != before)

    def apply(self, scan: Scan) -> None:
        """Make `scan` the current one, for an undo command; changes go through the other methods."""
        if scan != self._scan:
            self._scan = scan
            self.scan_changed.emit(scan)
            self._report_modified()

    def _change(self, scan: Scan, name: str, *, typed: bool = False) -> None:
        if scan != self._scan:
            scan = self._on_its_day(scan)
            self.undo_stack.push(_Change(self, scan, name, typed=typed))

    def _on_its_day(self, scan: Scan) -> Scan:
        """Return `scan`, with the day of today if it is the first change to a new scan."""
        begun, self._begun = self._begun, None
        today = _today()
        if begun in {None, today} or scan.date != begun:
            return scan
        self._scan = self._saved = replace(self._scan, date=today)
        return replace(scan, date=today)

    def _report_modified(self) -> None:
        if self.is_modified != self._was_modified:
            self._was_modified = self.is_modified
            self.modified_changed.emit(self._was_modified)


def _begun(new: Scan) -> dt.date | None:
    """Return the day of a new scan that bears the day on which it is begun, None for another."""
    return new.date if new.date == _today() else None


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011  the day on the user's calendar


class _Change(QUndoCommand):
    """Undo command from one scan to the next; typing on in one text merges into one command."""

    def __init__(self, document: ScanDocument, after: Scan, name: str, *, typed: bool) -> None:
        super().__init__(name)
        self._document = document
        self.change = change_between(document.scan, after)
        self._typed = typed
        self.time = monotonic()

    @override
    def id(self) -> int:
        return 1 if self._typed else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.text() != self.text():
            return False
        if other.time - self.time > _TYPING_PAUSE:
            return False
        after = self._document.scan
        before = self.change.undone(other.change.undone(after))
        self.change, self.time = change_between(before, after), other.time
        self.setObsolete(after == before)
        return True

    @override
    def redo(self) -> None:
        self._document.apply(self.change.done(self._document.scan))

    @override
    def undo(self) -> None:
        self._document.apply(self.change.undone(self._document.scan))
