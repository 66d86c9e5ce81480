"""The window of a region: files left, what they add up to right."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from vpt_desktop.override import override
from vpt_desktop.region_words import REGION
from vpt_desktop.ui.region.choosing import Choosing
from vpt_desktop.ui.region.counts import Counts
from vpt_desktop.ui.region.files_panel import FilesPanel
from vpt_desktop.ui.region.joining import Joining
from vpt_desktop.ui.region.menus import FilesMenu, OutputsMenu
from vpt_desktop.ui.region.messages import RegionMessages
from vpt_desktop.ui.region.missing import MissingNames
from vpt_desktop.ui.region.region_files import RegionFiles
from vpt_desktop.ui.region.saving import RegionSaving
from vpt_desktop.ui.widgets.dropped_files import accept_as_copy, dragged_files
from vpt_desktop.ui.widgets.focus_ring import FocusRing
from vpt_desktop.ui.widgets.key_places import KeysByPlace
from vpt_desktop.ui.widgets.message_bar import MessageBar
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN, VerticalScrollArea
from vpt_desktop.ui.widgets.window_place import put_in_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
    from PySide6.QtWidgets import QApplication

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.region.region import Entry
    from vpt_desktop.region_outputs import LaidTogether
    from vpt_desktop.region_writing import Kind
    from vpt_desktop.ui.region.file_rows import FileRow

_TWO_COLUMNS = 60
"""The least width at which files and counts are side by side."""

_CHOICES_LAST = "Wat je hier kiest, geldt zolang dit venster open is."


class RegionWindow(QMainWindow):
    """Window that files and folders are dropped on."""

    opening_requested = Signal(Path)
    """The file whose scan is to be opened in the scan's window."""

    def __init__(self, app: QApplication, card: Card, reading_actions: Iterable[QAction]) -> None:
        super().__init__()
        self.setWindowTitle(REGION)
        self.setAcceptDrops(True)
        self._source: LaidTogether | None = None
        self.files = RegionFiles(card, self)
        self.saving = RegionSaving(self)
        self._choosing = Choosing(self)
        self._joining = Joining(self.files, self)
        self._panel = FilesPanel(self.files.day, _CHOICES_LAST)
        self._counts = Counts(card)
        self._missing = MissingNames()
        self._bar = MessageBar()
        self._splitter = QSplitter(childrenCollapsible=False)
        self._messages = RegionMessages(self._bar, self.files, self.saving, self._joining)
        self._arrange()
        self._add_menus()
        self.addActions(list(reading_actions))
        self._connect()
        KeysByPlace(self)
        FocusRing(app, self)
        put_in_place(self, b"")
        self.fit()

    def begin(self) -> None:
        """Show the window without anything of the time before it was closed, and with the day of today."""
        today = dt.date.today()  # noqa: DTZ011  the day on the user's calendar
        self._bar.close_message()
        self._panel.day.show_date(today)
        self.files.set_day(today)
        self.show()
        self._panel.files.setFocus()

    def fit(self) -> None:
        """Share out the room for the present size of window and text."""
        size = self.fontInfo().pixelSize()
        wide = self.width() >= _TWO_COLUMNS * size
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self._bar.set_stacked(not wide)
        self._panel.files.fit()
        self._counts.fit()

    def settle(self) -> None:
        """Stop what is being read or made, and return when that is over."""
        self.files.settle()
        self.saving.settle()
        self._missing.settle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.files.stop()
        super().closeEvent(event)
        self.files.clear()  # the choices end with the window, and so does what was read

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            accept_as_copy(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        accept_as_copy(event)
        self.take(dragged_files(event))

    def take(self, paths: list[Path]) -> None:
        """Read files and folders; a text file is a list of names."""
        lists = [path for path in paths if path.suffix.casefold() == ".txt"]
        for path in lists:
            self._missing.read(path)
        if scans := [path for path in paths if path not in lists]:
            self.files.add(scans)

    def _arrange(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(RING_MARGIN, RING_MARGIN, RING_MARGIN, RING_MARGIN)
        column.addWidget(self._counts)
        column.addWidget(self._missing)
        column.addStretch()
        self._splitter.addWidget(VerticalScrollArea(self._panel))
        self._splitter.addWidget(VerticalScrollArea(right))
        for place, stretch in enumerate((6, 7)):
            self._splitter.setStretchFactor(place, stretch)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.addWidget(self._splitter, stretch=1)
        rows.addWidget(self._bar)
        self.setCentralWidget(page)

    def _add_menus(self) -> None:
        files = {
            "&Bestanden kiezen…": ("Ctrl+O", self._choosing.ask_for_files),
            "&Map kiezen…": ("Ctrl+Shift+O", self._choosing.ask_for_folder),
            "&Opnieuw lezen": ("F5", self._messages.read_again),
            "&Scan openen": ("Ctrl+Return", self._open_current),
            "&Is dezelfde organisatie als…": ("Ctrl+J", self._join),
            "Is een &andere organisatie": ("Ctrl+Shift+J", self._set_apart),
            "&Keuzes vergeten": ("Ctrl+Shift+K", self._messages.forget_choices),
            "&Lijst leegmaken": ("Ctrl+Shift+Delete", self._messages.clear),
            "Sl&uiten": ("Ctrl+W", self.close),
        }
        self.menuBar().addMenu(FilesMenu(files, self))
        for shared in (False, True):
            self.menuBar().addMenu(OutputsMenu(self._save, self, shared=shared))

    def _connect(self) -> None:
        panel, files = self._panel, self.files
        panel.files_wanted.connect(self._choosing.ask_for_files)
        panel.folder_wanted.connect(self._choosing.ask_for_folder)
        self._choosing.chosen.connect(self.take)
        panel.join_wanted.connect(self._join)
        panel.apart_wanted.connect(self._set_apart)
        panel.day.date_changed.connect(files.set_day)
        panel.stop_wanted.connect(files.stop)
        panel.files.decided.connect(files.set_counting)
        panel.files.undecidable.connect(self._messages.refuse_counting)
        panel.files.opening_requested.connect(self._open)
        files.changed.connect(self._on_changed)
        files.progressed.connect(panel.show_progress)
        self._missing.failed.connect(self._bar.show_error)
        self.saving.failed.connect(self.show)  # it may have been closed meanwhile

    def _on_changed(self, source: LaidTogether) -> None:
        self._source = source
        self._panel.show_region(source)
        self._counts.show_region(source)
        self._missing.show_region(source)

    def _save(self, kind: Kind, *, shared: bool) -> None:
        if self._source is None or not self._source.files:
            self._bar.show_error("Er zijn nog geen scans gekozen, dus er is niets om op te slaan.")
        else:
            self.saving.save(self._source, kind, shared=shared)

    def _join(self) -> None:
        self._joining.ask_to_join(self._entry, self._source)

    def _set_apart(self) -> None:
        self._joining.set_apart(self._entry, self._source)

    @property
    def _entry(self) -> Entry | None:
        row = self._panel.files.current
        return row.entry if row else None

    def _open_current(self) -> None:
        self._open(self._panel.files.current)

    def _open(self, row: FileRow | None) -> None:
        if row is None or row.entry.file.scan is None:
            self._messages.refuse_opening(row)
        else:
            self.opening_requested.emit(row.found.path)
