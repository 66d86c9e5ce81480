"""The files of a region as a list, each with what happens to it and a box to decide that by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from vpt_desktop.domain.region.region import Entry, State
from vpt_desktop.override import override
from vpt_desktop.region_words import STATES, reason_in_words
from vpt_desktop.storage.region_reading import FoundFile
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from vpt_desktop.region_outputs import LaidTogether

_HEADS = "Bestand", WORDS.organisation, "Stand", "Waarom"
_WIDTHS = 15, 10, 8
"""Of the columns but the last, in units of the text size."""

_FIXED = {State.UNREADABLE, State.OTHER_CARD}
"""What cannot be taken in by hand."""

_Index = QModelIndex | QPersistentModelIndex


class FileRow(Struct, frozen=True):
    """A file as it stands in the list."""

    found: FoundFile
    entry: Entry
    cells: tuple[str, str, str, str]

    @property
    def key(self) -> str:
        """What no other file has."""
        return self.entry.file.key


class _Rows:
    """The rows of a region's files, each made when it is first in sight: there may be ten thousand."""

    def __init__(self, source: LaidTogether | None = None) -> None:
        entries = source.region.entries if source else ()
        self.keys = [entry.file.key for entry in entries]
        self._entries = {entry.file.key: entry for entry in entries}
        self._found = {each.file.key: each for each in (source.files if source else ())}
        organisations = source.region.organisations if source else ()
        self._near = {each.file: each.resembles for each in organisations if each.resembles}
        self._made: dict[int, FileRow] = {}

    def __getitem__(self, place: int) -> FileRow:
        if place not in self._made:
            self._made[place] = self._row(self.keys[place])
        return self._made[place]

    def _row(self, key: str) -> FileRow:
        entry, found = self._entries[key], self._found[key]
        reason = reason_in_words(entry, self._entries, found.refusal)
        if key in self._near:
            reason += f"; lijkt op {', '.join(self._near[key])}"
        scan = entry.file.scan
        name = " ".join(scan.organisation.split()) if scan else ""
        return FileRow(found, entry, (found.path.name, name, STATES[entry.state], reason))


class _Model(QAbstractTableModel):
    decided = Signal(str, bool)
    """The key of a file, and whether it must count."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = _Rows()

    def show_rows(self, rows: _Rows) -> None:
        """Show other files, or the same in other states."""
        if rows.keys != self.rows.keys:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        else:
            self.rows = rows
            if rows.keys:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows.keys) - 1, len(_HEADS) - 1))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own
        return 0 if parent.isValid() else len(self.rows.keys)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own
        return 0 if parent.isValid() else len(_HEADS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _HEADS[section]
        return None

    @override
    def data(self, index: _Index, role: int = 0) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return row.key if index.column() == 0 else row.cells[index.column()]
            case Qt.ItemDataRole.CheckStateRole if index.column() == 0 and _can_be_decided(row):
                counts = row.entry.state is State.COUNTS
                return Qt.CheckState.Checked if counts else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return f"{row.cells[0]}, {', '.join(filter(None, row.cells[1:]))}"
            case _:
                return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and _can_be_decided(self.rows[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def setData(self, index: _Index, value: Any, role: int = 0) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.decided.emit(self.rows[index.row()].key, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class FileList(QTableView):
    """Table with a row for each file, in the order of their paths."""

    decided = Signal(str, bool)
    """The key of a file, and whether it must count."""

    opening_requested = Signal(object)
    """The FoundFile whose scan is to be opened."""

    current_changed = Signal(str)
    """What is said of the file that the keyboard is at now."""

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setAccessibleName("Bestanden")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self._model.decided.connect(self.decided)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    @property
    def current(self) -> FileRow | None:
        """The file that the keyboard is at."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def fit(self) -> None:
        """Take the sizes of the present text."""
        size = self.fontInfo().pixelSize()
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width * size)
        self.verticalHeader().setDefaultSectionSize(2 * size)

    def show_region(self, source: LaidTogether) -> None:
        """Show the files of a region; the keyboard stays at the file that it is at."""
        at = self.current
        rows = _Rows(source)
        self._model.show_rows(rows)
        place = rows.keys.index(at.key) if at and at.key in rows.keys else 0
        if rows.keys and not (at and self.currentIndex().isValid()):
            self.setCurrentIndex(self._model.index(place, 0))
        self._on_current_changed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self._open(self.current)
        elif event.key() == Qt.Key.Key_Space and self.current:  # whichever cell the keyboard is at
            if _can_be_decided(self.current):
                self.decided.emit(self.current.key, self.current.entry.state is not State.COUNTS)
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self) -> None:
        row = self.current
        self.current_changed.emit(f"{row.cells[0]}: {row.cells[2].lower()}, {row.cells[3]}." if row else "")

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open(self._model.rows[index.row()])

    def _open(self, row: FileRow) -> None:
        if row.entry.file.scan is not None:
            self.opening_requested.emit(row.found)


def _can_be_decided(row: FileRow) -> bool:
    return row.entry.state not in _FIXED
