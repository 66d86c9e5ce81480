"""The left of a region's window: the reference date, the files, and the progress of reading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from vpt_desktop.region_words import REFERENCE_DATE, region_in_words
from vpt_desktop.ui.region.file_list import FileList
from vpt_desktop.ui.widgets.accessible_role import make_heading
from vpt_desktop.ui.widgets.announcement import announce
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.date_fault import DateFault
from vpt_desktop.ui.widgets.date_field import DateField
from vpt_desktop.ui.widgets.field_label import FieldLabel
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN
from vpt_desktop.ui.widgets.typed_text import breakable
from vpt_desktop.ui.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtCore import SignalInstance

    from vpt_desktop.region_outputs import LaidTogether

_EMPTY = "Sleep scans (.vpt) of een map met scans naar dit venster, of kies ze hieronder."


class FilesPanel(QWidget):
    """Shows the files with their sum, and asks for more."""

    files_wanted = Signal()
    folder_wanted = Signal()
    join_wanted = Signal()
    apart_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, day: dt.date, note: str) -> None:
        super().__init__()
        self.files = FileList()
        self.day = DateField()
        self.day.setAccessibleName(REFERENCE_DATE)
        self.day.show_date(day)
        self._sum = QLabel(_EMPTY, wordWrap=True)
        self._sum.setObjectName("title")
        make_heading(self._sum)
        self._current = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.files.current_changed.connect(self._on_current_changed)
        self._note = QLabel(note, wordWrap=True)
        self._note.setObjectName("secondary")
        self._progress = QProgressBar(textVisible=False)
        self._read = QLabel()
        self._stop = Button("Stoppen")
        self._stop.clicked.connect(self.stop_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_MARGIN, RING_MARGIN, RING_MARGIN, RING_MARGIN)
        column.addWidget(self._sum)
        _add_row(column, FieldLabel(REFERENCE_DATE, self.day), self.day)
        column.addWidget(DateFault(self.day))
        column.addWidget(self.files, stretch=1)
        column.addWidget(self._current)
        _add_row(column, self._progress, self._read, self._stop)
        column.addWidget(
            _buttons(("Bestanden kiezen…", self.files_wanted), ("Map kiezen…", self.folder_wanted))
        )
        column.addWidget(
            _buttons(
                ("Is dezelfde organisatie als…", self.join_wanted),
                ("Is een andere organisatie", self.apart_wanted),
            )
        )
        column.addWidget(self._note)
        self.show_progress(0, 0)

    def show_region(self, source: LaidTogether) -> None:
        """Show the files of a region and their sum."""
        text = region_in_words(source.region) if source.files else _EMPTY
        if text != self._sum.text():
            self._sum.setText(text)
            announce(self._sum, f"{text}.", subject=self)
        self.files.show_region(source)

    def show_progress(self, done: int, found: int) -> None:
        """Show how many of so many files are read; nothing if there are none."""
        for part in (self._progress, self._read, self._stop):
            part.setVisible(found > 0)
        self._progress.setRange(0, found)
        self._progress.setValue(done)
        self._read.setText(f"{done} van {found} bestanden gelezen")

    def _on_current_changed(self, text: str) -> None:
        self._current.setText(breakable(text))
        self._current.setAccessibleName(text)


def _buttons(*named: tuple[str, SignalInstance]) -> WrappingRow:
    buttons: list[Button] = []
    for name, signal in named:
        buttons.append(Button(name))
        buttons[-1].clicked.connect(signal)
    return WrappingRow(buttons, stretched=False)


def _add_row(column: QVBoxLayout, *parts: QWidget) -> None:
    row = QHBoxLayout()
    column.addLayout(row)
    for part in parts:
        row.addWidget(part)
    row.setAlignment(Qt.AlignmentFlag.AlignLeft)
