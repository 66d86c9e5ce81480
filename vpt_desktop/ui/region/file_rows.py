"""The files of a region as rows: what each shows, and whether it can be decided by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from vpt_desktop.domain.region.region import Entry, State
from vpt_desktop.domain.region.region_file import Choices
from vpt_desktop.domain.short_text import shortened_name
from vpt_desktop.override import override
from vpt_desktop.region_words import STATES, reason_in_words
from vpt_desktop.storage.region_reading import FoundFile
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from vpt_desktop.region_outputs import LaidTogether

_HEADS = "Bestand", WORDS.organisation, "Stand", "Waarom"

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

    @property
    def can_be_decided(self) -> bool:
        """Whether it can be taken in and left out by hand."""
        return self.entry.state not in _FIXED


class Rows:
    """The rows of a region's files, each made when it is first in sight: there may be ten thousand."""

    def __init__(self, source: LaidTogether | None = None) -> None:
        entries = source.region.entries if source else ()
        self.keys = [entry.file.key for entry in entries]
        self._entries = {entry.file.key: entry for entry in entries}
        self._found = {each.file.key: each for each in (source.files if source else ())}
        organisations = source.region.organisations if source else ()
        self._near = {each.file: each.resembles for each in organisations if each.resembles}
        self._choices = source.choices if source else Choices()
        self._made: dict[int, FileRow] = {}

    def __getitem__(self, place: int) -> FileRow:
        """Return the row at a place."""
        if place not in self._made:
            self._made[place] = self._row(self.keys[place])
        return self._made[place]

    def _row(self, key: str) -> FileRow:
        entry, found = self._entries[key], self._found[key]
        reason = reason_in_words(entry, self._entries, found.refusal)
        if key in self._near:
            reason += f"; lijkt op {', '.join(map(shortened_name, self._near[key]))}"
        elif self._choices.is_different(entry.file):
            reason += "; met de hand een andere organisatie"
        scan = entry.file.scan
        name = shortened_name(scan.organisation) if scan else ""
        return FileRow(found, entry, (found.path.name, name, STATES[entry.state], reason))


class FileModel(QAbstractTableModel):
    """A table with a row for each file."""

    decided = Signal(str, bool)
    """The key of a file, and whether it must count."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = Rows()

    def show_rows(self, rows: Rows) -> None:
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
            case Qt.ItemDataRole.CheckStateRole if index.column() == 0 and row.can_be_decided:
                counts = row.entry.state is State.COUNTS
                return Qt.CheckState.Checked if counts else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return f"{row.cells[0]}, {', '.join(filter(None, row.cells[1:]))}"
            case _:
                return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and self.rows[index.row()].can_be_decided:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def setData(self, index: _Index, value: Any, role: int = 0) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.decided.emit(self.rows[index.row()].key, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
