"""Files made of the open scan beside its own: the copy for the region, and the action list."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QStandardPaths, Signal

from vpt_desktop.domain.file_name import SCAN_SUFFIX, proposed_file_name
from vpt_desktop.domain.region_copy import region_copy
from vpt_desktop.errors import OwnFileError
from vpt_desktop.storage.atomic_file import write_atomically
from vpt_desktop.storage.overview_file import write_overview
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.background import Background
from vpt_desktop.ui.document.recovery_keeper import is_same_file
from vpt_desktop.ui.widgets.key_action import key_action
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.errors import VptError
    from vpt_desktop.ui.document.scan_document import ScanDocument

_SPREADSHEET = ".xlsx"


class ScanOutputs(QObject):
    """Asks where each goes, and writes it off the window's thread."""

    succeeded = Signal(str, object)
    """One sentence on what was done, and what can follow: nothing."""

    failed = Signal(str)
    """One sentence on what did not work."""

    waiting = Signal(str)
    """What is being written, for over a second by now; "" once it is done."""

    def __init__(self, card: Card, document: ScanDocument, window: QWidget) -> None:
        super().__init__(window)
        self._card = card
        self._document = document
        self._window = window
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._background = Background(self)
        self._background.waiting.connect(self.waiting)
        self.actions = (
            key_action(
                self, "Ac&tielijst opslaan als spreadsheet…", "Ctrl+Shift+A", self.ask_and_save_actions
            ),
            key_action(self, "&Kopie voor de regio…", "Ctrl+Shift+R", self.ask_and_save_copy),
        )
        """The action list, and the copy for the region."""

    def ask_and_save_copy(self) -> None:
        """Ask for a file, and save the copy for the region in it."""
        name = self._name(f" regio{SCAN_SUFFIX}")
        self._ask("Kopie voor de regio opslaan", WORDS.scan, SCAN_SUFFIX, name, self.save_copy)

    def ask_and_save_actions(self) -> None:
        """Ask for a file, and save the action list in it."""
        title = f"{WORDS.actions} opslaan als spreadsheet"
        name = self._name(f" {WORDS.actions.lower()}{_SPREADSHEET}")
        self._ask(title, "Spreadsheet", _SPREADSHEET, name, self.save_actions)

    def save_copy(self, path: Path) -> None:
        """Save the copy for the region at `path`; `succeeded` or `failed` follows."""
        scan, own = region_copy(self._document.scan), self._document.path
        if self._document.is_modified:  # else it would seem as old as the file, and a copy made of that
            scan = replace(scan, saved=dt.datetime.now(dt.UTC).replace(microsecond=0))

        def write() -> None:
            if is_same_file(path, own):
                raise OwnFileError
            write_atomically(path, encode_scan(scan, self._card))

        self._run(path, write)

    def save_actions(self, path: Path) -> None:
        """Save the action list at `path`; `succeeded` or `failed` follows."""
        from vpt_desktop.region_outputs import action_list  # noqa: PLC0415  not for the first frame

        content = partial(action_list, self._document.scan, self._card)
        self._run(path, lambda: write_overview(path, content(), _SPREADSHEET))

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._background.is_busy

    def when_done(self, then: Callable[[], object]) -> None:
        """Call `then` once nothing is being written any more, or at once; not if one fails till then."""
        self._background.when_done(then)

    def settle(self) -> None:
        """Return when what is being written is done."""
        self._background.wait()

    def _ask(self, title: str, kind: str, suffix: str, name: str, save: Callable[[Path], object]) -> None:
        from vpt_desktop.ui.widgets.file_dialog import FileDialog  # noqa: PLC0415  not for the first frame

        dialog = FileDialog(self._window, title, self._folder, kind, suffix)
        dialog.propose(name)
        dialog.ask(save, until=self._document.opened)

    def _run(self, path: Path, write: Callable[[], None]) -> None:
        self._folder = str(path.parent)

        def written(_: None) -> None:
            self.succeeded.emit(f"Opgeslagen: {path}", {})

        self._background.run(f"{path.name} wordt opgeslagen", write, written, self._fail)

    def _fail(self, error: VptError) -> None:
        self.failed.emit(str(error))

    def _name(self, suffix: str) -> str:
        scan: Scan = self._document.scan
        return proposed_file_name(scan.organisation, scan.date, suffix)
