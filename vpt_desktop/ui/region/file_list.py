"""The files of a region as a list, each with what happens to it and a box to decide that by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from vpt_desktop.domain.region.region import State
from vpt_desktop.override import override
from vpt_desktop.ui.region.file_rows import FileModel, Rows

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from vpt_desktop.region_outputs import LaidTogether
    from vpt_desktop.ui.region.file_rows import FileRow

_WIDTHS = 15, 10, 8
"""Of the columns but the last, in units of the text size."""

_DARKENED = 140
"""Per cent, by Qt's style Fusion."""


class FileList(QTableView):
    """Table with a row for each file, in the order of their paths."""

    decided = Signal(str, bool)
    """The key of a file, and whether it must count."""

    undecidable = Signal(object)
    """The FileRow that should count or be left out by hand, and cannot."""

    opening_requested = Signal(object)
    """The FileRow whose scan is to be opened; there may be none in it."""

    current_changed = Signal(str)
    """What is said of the file that the keyboard is at now."""

    def __init__(self) -> None:
        super().__init__()
        self._model = FileModel()
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
        rows = Rows(source)
        self._model.show_rows(rows)
        place = rows.keys.index(at.key) if at and at.key in rows.keys else 0
        if rows.keys and not (at and self.currentIndex().isValid()):
            self.setCurrentIndex(self._model.index(place, 0))
        self._on_current_changed()

    @override
    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Have the boxes to tick outlined as those of the card: the style darkens the window's own colour."""
        super().initViewItemOption(option)
        palette = option.palette
        edge = palette.color(QPalette.ColorRole.Dark)
        palette.setColor(QPalette.ColorRole.Window, edge.lighter(_DARKENED))
        option.palette = palette

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.opening_requested.emit(self.current)
        elif event.key() == Qt.Key.Key_Space and self.current:  # whichever cell the keyboard is at
            if self.current.can_be_decided:
                self.decided.emit(self.current.key, self.current.entry.state is not State.COUNTS)
            else:
                self.undecidable.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self) -> None:
        row = self.current
        self.current_changed.emit(f"{row.cells[0]}: {row.cells[2].lower()}, {row.cells[3]}." if row else "")

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opening_requested.emit(self._model.rows[index.row()])
