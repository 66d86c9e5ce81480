"""The previous scan that the open one is compared with: chosen, begun after, and taken away again."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vpt_desktop.comparison_words import lines_about, lines_about_swap, previous_in_words
from vpt_desktop.domain.earlier_scans import AnsweredScan, Arrival, add_previous, following
from vpt_desktop.domain.file_name import SCAN_SUFFIX
from vpt_desktop.storage.scan_file import read_previous_scan
from vpt_desktop.ui.background import Background
from vpt_desktop.ui.widgets.key_action import key_action
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.earlier_scans import Addition
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.errors import VptError
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.document.scan_files import ScanFiles


class PreviousScan(QObject):
    """Brings an earlier scan into the open one, begins the next one, and takes the previous one away."""

    failed = Signal(str)
    """One sentence for the user."""

    arrived = Signal(str)
    """What came of the choice, in whole sentences."""

    removed = Signal(str)
    """Which scan was taken away, in a sentence."""

    waiting = Signal(str)
    """What the disk is waited for, over a second by now; "" once it is done."""

    def __init__(self, card: Card, document: ScanDocument, files: ScanFiles, window: QWidget) -> None:
        super().__init__(window)
        self._card = card
        self._document = document
        self._files = files
        self._window = window
        self._disk = Background(self)
        self._disk.waiting.connect(self.waiting)
        self._remove = key_action(self, "Vorige scan &weghalen", "Ctrl+Shift+W", self._on_remove_triggered)
        self.actions = (
            key_action(self, "Nie&uwe scan na deze…", "Ctrl+Shift+N", self.begin_next),
            key_action(self, "&Vorige scan kiezen…", "Ctrl+Shift+O", self.ask_and_add),
            self._remove,
        )
        """For the menu."""
        document.scan_changed.connect(self._on_scan_changed)
        self._on_scan_changed(document.scan)

    def begin_next(self) -> None:
        """Begin the scan after the open one, once unsaved changes are taken care of."""
        self._files.ask_to_save(self._begin_next)

    def ask_and_add(self) -> None:
        """Ask for the file of an earlier scan and compare with it."""
        from vpt_desktop.ui.widgets.file_dialog import FileDialog  # noqa: PLC0415  not for the first frame

        path = self._document.path
        folder = str(path.parent) if path else ""
        dialog = FileDialog(self._window, "Vorige scan kiezen", folder, WORDS.scan, SCAN_SUFFIX)
        dialog.ask(self.add, until=self._document.opened)

    def add(self, path: Path) -> None:
        """Compare the open scan with the earlier one in the file at `path`; open that one if it is later."""
        opened = self._document.times_opened

        def chosen(scan: AnsweredScan) -> None:
            if self._document.times_opened == opened:  # else the choice was about another scan
                self._take(path, scan)

        self._read(path, chosen)

    def check(self, path: Path, then: Callable[[], object]) -> None:
        """Call `then` if the file at `path` turns out to be a scan."""

        def is_one(_scan: AnsweredScan) -> None:
            then()

        self._read(path, is_one)

    def _read(self, path: Path, then: Callable[[AnsweredScan], object]) -> None:
        self._disk.give_up()  # an earlier choice
        self._disk.run(
            f"{path.name} wordt gelezen", partial(read_previous_scan, path, self._card), then, self._fail
        )

    def stop(self) -> None:
        """Give up what is being read, as on a network drive that does not answer."""
        self.let_go()
        self.failed.emit("Gestopt; er is niets gelezen, en je scan is niet veranderd.")

    def let_go(self) -> None:
        """Give it up without a word, as the window closes."""
        self._disk.give_up()

    def _take(self, path: Path, chosen: AnsweredScan) -> None:
        addition = add_previous(self._document.scan, chosen)
        if addition.arrival is Arrival.LATER:
            self._files.open(path, partial(self._swap, addition, chosen.scan))
            return
        self._document.set_earlier(addition.scan)
        self.arrived.emit(" ".join(lines_about(addition, chosen.scan)))

    def _swap(self, choice: Addition, later: Scan, left: Scan) -> None:
        """Compare the scan that is open now, the `later` one, with the one that it was chosen for."""
        addition = add_previous(self._document.scan, AnsweredScan(left, self._card.texts))
        self._document.set_earlier(addition.scan)
        self.arrived.emit(" ".join(lines_about_swap(choice, addition, later, left)))

    def _begin_next(self) -> None:
        today = dt.date.today()  # noqa: DTZ011  the day on the user's calendar
        before = self._document.kept or self._document.scan
        self._document.open(following(AnsweredScan(before, self._card.texts), today))

    def _on_remove_triggered(self) -> None:
        previous = self._document.scan.previous
        self._document.remove_previous()
        if previous is not None:
            self.removed.emit(
                f"De scan van {previous_in_words(previous, self._document.scan)} is weggehaald."
            )

    def _on_scan_changed(self, scan: Scan) -> None:
        self._remove.setEnabled(scan.previous is not None)

    def _fail(self, error: VptError) -> None:
        self.failed.emit(str(error))
