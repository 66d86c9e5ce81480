"""New, open and save, with a question before unsaved changes are lost."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, QStandardPaths, Signal

from vpt_desktop.domain.file_name import SCAN_SUFFIX, proposed_file_name
from vpt_desktop.domain.scan import new_scan
from vpt_desktop.errors import UnflushedError
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.file_reading import current_fingerprint, fingerprint_of, read_file
from vpt_desktop.storage.scan_file import decode_scan, encode_scan
from vpt_desktop.ui.background import Background
from vpt_desktop.ui.document.open_file import refuse_if_elsewhere
from vpt_desktop.ui.widgets.questions import Questions
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.errors import VptError
    from vpt_desktop.storage.file_reading import Fingerprint
    from vpt_desktop.ui.document.open_file import OpenFile
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.preferences import Preferences
    from vpt_desktop.ui.widgets.file_dialog import FileDialog

_LONGEST_WAIT = 2.0
"""Seconds for which the end of the program waits for what changes nothing."""


class ScanFiles(QObject):
    """Opens and saves the document's scan, and asks before unsaved changes are lost."""

    failed = Signal(str)
    """One sentence for the user."""

    saved = Signal(Path)
    """The file in which the scan has been saved."""

    waiting = Signal(str)
    """What is being saved, for over a second by now; "" once it is done."""

    waiting_to_open = Signal(str)
    """What is being opened, for over a second by now; "" once it is done."""

    def __init__(self, card: Card, document: ScanDocument, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._card = card
        self._document = document
        self._preferences = preferences
        self._window = window
        self._open_file = document.open_file
        self._holding = Background(self)
        if document.open_file is not None:
            document.file_changed.connect(partial(self._hold, document.open_file))
        self._disk = Background(self)
        self._disk.waiting.connect(self.waiting)
        self._opening = Background(self)
        self._opening.waiting.connect(self.waiting_to_open)
        self._save_waits = False
        self._questions = Questions(window)
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def new(self) -> None:
        """Begin a new scan, once unsaved changes are taken care of."""
        self.ask_to_save(self.discard)

    def discard(self) -> None:
        """Begin a new scan of today with the last account manager, without a question about changes."""
        today = dt.date.today()  # noqa: DTZ011  the day on the user's calendar
        self._document.open(new_scan(today, self._preferences.account_manager))

    def ask_and_open(self) -> None:
        """Ask for a file and open it; the question about unsaved changes follows the choice."""
        self._dialog("Scan openen").ask(self.open)

    def open(self, path: Path, then: Callable[[Scan], object] | None = None) -> None:
        """Open the scan in the file at `path`; asks nothing about a file that is none.

        `then` receives the scan that was open before it: as its file has it, if it has one.
        """
        if not self._document.is_modified:
            self._open(path, then)
            return

        def ask(_scan: object) -> None:
            self.ask_to_save(partial(self._open, path, then))

        self._read(path, ask)

    def stop_opening(self) -> None:
        """Give up what is being opened, as on a network drive that does not answer."""
        self._opening.give_up()
        self.failed.emit("Gestopt; er is niets geopend, en je scan is niet veranderd.")

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the scan in its file, or ask for one; call `then` once that has succeeded.

        While one is saved, one more can wait for its turn: a key that is held asks for many.
        """
        if self._save_waits and then is None:
            return
        self._save_waits = True

        def save() -> None:
            self._save_waits = False
            path = self._document.path
            if path is None:
                self.save_as(then)
            else:
                self._write(path, then, known=self._document.fingerprint)

        self.when_idle(save)

    def when_idle(self, then: Callable[[], object]) -> None:
        """Call `then` once nothing is being saved any more: at once, if nothing is now."""
        self._disk.when_idle(then)

    @property
    def is_busy(self) -> bool:
        """Whether a scan is being saved."""
        return self._disk.is_busy

    @property
    def is_known(self) -> bool:
        """Whether other programs know by now which file is open here."""
        return not self._holding.is_busy

    def settle(self) -> None:
        """Return when what is being saved is done, for the end of the program.

        It waits for what is being opened, and until others know of it, for a short time only.
        """
        self._disk.wait()
        self._opening.wait(_LONGEST_WAIT)
        self._holding.wait(_LONGEST_WAIT)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a file and save the scan in it; call `then` once that has succeeded."""
        scan = self._document.scan
        dialog = self._dialog("Scan opslaan als")
        path = self._document.path
        dialog.propose(path.name if path else proposed_file_name(scan.organisation, scan.date, SCAN_SUFFIX))

        def chosen(path: Path) -> None:
            self._write(path, then)

        dialog.ask(chosen, until=self._document.opened)

    def _open(self, path: Path, then: Callable[[Scan], object] | None) -> None:
        path, before = path.absolute(), self._document.scan

        def opened(read: tuple[Scan, Fingerprint]) -> None:
            def replace() -> None:
                left = self._document.kept or self._document.scan
                self._document.open(read[0], path, read[1])
                self._preferences.add_recent(path)
                if then is not None:
                    then(left)

            if self._document.scan == before:
                replace()
            else:  # the user went on while a slow disk was read
                self.ask_to_save(replace)

        self._read(path, opened)

    def _read(self, path: Path, then: Callable[[tuple[Scan, Fingerprint]], object]) -> None:
        """Read the scan at `path`, once nothing is being saved any more; nothing else is then."""

        def read() -> None:
            self._opening.give_up()
            work = partial(_read, path, self._card, self._open_file)
            self._opening.run(f"{path.name} wordt geopend", work, then, self._fail)

        self.when_idle(read)

    def ask_to_save(self, then: Callable[[], object]) -> None:
        """Call `then`, after asking to save or discard unsaved changes.

        Not at all if the user cancels, or has another question before them by then.
        """
        self.when_idle(partial(self._ask_to_save, then))

    def _ask_to_save(self, then: Callable[[], object]) -> None:
        if self._questions.is_open:
            return
        if self._document.is_modified:
            self._questions.ask_to_save(self._unsaved_work(), partial(self.save, then), then)
        else:
            then()

    def _write(
        self,
        path: Path,
        then: Callable[[], object] | None,
        known: Fingerprint | None = None,
    ) -> None:
        """Save the scan at `path`; with the `known` fingerprint of that file, ask before another is lost."""
        now = dt.datetime.now(dt.UTC).replace(microsecond=0)
        path, scan = path.absolute(), replace(self._document.scan, saved=now)
        times_opened = self._document.times_opened

        def written(result: _Written | None) -> None:
            if result is None:
                self._questions.ask_to_overwrite(path.name, partial(self._write, path, then))
                return
            fingerprint, doubt = result
            self._folder = str(path.parent)
            is_still_open = self._document.times_opened == times_opened
            if is_still_open:  # recovered work may have taken its place, or have been discarded
                self._document.mark_saved(scan, path, fingerprint)
            self._preferences.add_recent(path)
            if doubt is not None:
                self._fail(doubt)  # and stay: the user must see it
                return
            self.saved.emit(path)
            if then is not None and is_still_open:
                self.ask_to_save(then)  # again, if the user went on while a slow disk was written

        write = partial(_write, path, scan, self._card, known)
        self._disk.run(f"{path.name} wordt opgeslagen", write, written, self._fail)

    def _hold(self, open_file: OpenFile, path: Path | None) -> None:
        hold = partial(open_file.hold, path, int(self._window.winId()))  # a path may lead to a slow disk
        self._holding.run("", hold, lambda _: None, self._fail)

    def _fail(self, error: VptError) -> None:
        self.failed.emit(str(error))

    def _unsaved_work(self) -> str:
        path = self._document.path
        if self._document.is_recovered:
            return f"de teruggehaalde wijzigingen in {path.name}" if path else "de teruggehaalde scan"
        return f"de wijzigingen in {path.name if path else 'deze nieuwe scan'}"

    def _dialog(self, title: str) -> FileDialog:
        from vpt_desktop.ui.widgets.file_dialog import FileDialog  # noqa: PLC0415  not for the first frame

        return FileDialog(self._window, title, self._folder, WORDS.scan, SCAN_SUFFIX)


def _read(path: Path, card: Card, open_file: OpenFile | None) -> tuple[Scan, Fingerprint]:
    content = read_file(path)
    refuse_if_elsewhere(path, open_file)
    return decode_scan(content, card, path), fingerprint_of(content)


class _Written(NamedTuple):
    """What is in a file now, and the doubt whether the disk has it."""

    fingerprint: Fingerprint
    doubt: UnflushedError | None


def _write(path: Path, scan: Scan, card: Card, known: Fingerprint | None) -> _Written | None:
    """Save `scan`; return None if there is another file at `path` than that of the `known` fingerprint."""
    if known is not None and current_fingerprint(path) not in {None, known}:
        return None
    content = encode_scan(scan, card)
    try:
        write_atomically(path, content)
    except UnflushedError as error:
        return _Written(fingerprint_of(content), error)
    return _Written(fingerprint_of(content), None)
