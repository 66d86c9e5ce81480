"""What a region adds up to: each statement with a bar, the scores, and the steps since the previous scans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vpt_desktop.override import override
from vpt_desktop.region_words import band_in_words, compared_in_words, steps_in_words
from vpt_desktop.ui.widgets.accessible_role import make_heading
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vpt_desktop.domain.card import Card
    from vpt_desktop.region_outputs import LaidTogether

_BAR, _COUNT, _STEPS = 1, 2, 3
_SHARE = Qt.ItemDataRole.UserRole
"""The part of a bar that is filled, 0-1."""

_SHORTEST_BAR, _LONGEST_BAR = 3, 12
"""In units of the text size, as is the height of a row."""

_ROW = 1.9

_LABEL_SHARE = 0.4
"""The most of the width that the labels take where not all fits on one line."""

_STEPS_HEAD = "Sinds de", "vorige scan"

_SPACING = 8


class _Bars(QStyledItemDelegate):
    """Paints a cell as a bar."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        share = index.data(_SHARE)
        palette, room = option.palette, QRectF(option.rect)
        height = room.height() * 0.4
        bar = QRectF(room.left(), room.center().y() - height / 2, room.width() - 12, height)
        painter.save()
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRect(bar)
        filled = QRectF(bar.left(), bar.top(), bar.width() * share, bar.height())
        painter.fillRect(filled, palette.color(QPalette.ColorRole.Accent))
        painter.restore()


class Counts(QWidget):
    """Tables of the counts, in the card's order."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card
        heads = WORDS.point, "", "Aangevinkt", " ".join(_STEPS_HEAD)
        labels = [f"{number} {each.label}" for number, each in enumerate(card.statements, 1)]
        self._statements = _table(WORDS.points, heads, labels)
        bands = [band_in_words(card, band) for band in card.bands]
        self._bands = _table("Scores", ("Score", "", "Organisaties"), bands)
        self._steps = QLabel(wordWrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        for title, part in ((WORDS.points, self._statements), ("Scores", self._bands)):
            heading = QLabel(title)
            make_heading(heading)
            heading.setObjectName("month")
            column.addWidget(heading)
            column.addWidget(part)
        column.addWidget(self._steps)
        column.addStretch()

    def fit(self) -> None:
        """Take the sizes of the present text: bars where there is room, more lines where there is not."""
        size = self.fontInfo().pixelSize()
        tables = self._statements, self._bands
        self._set_steps_head(" ")
        label, count = (max(_needed(table, column) for table in tables) for column in (0, _COUNT))
        room = self.width() - 2 * self._statements.frameWidth()
        free = room - label - count - _needed(self._statements, _STEPS)
        if free < 0:
            self._set_steps_head("\n")
            label = min(label, round(_LABEL_SHARE * room))
        for table in tables:
            table.setColumnWidth(0, label)
            table.setColumnWidth(_BAR, min(free, _LONGEST_BAR * size))
            table.setColumnHidden(_BAR, free < _SHORTEST_BAR * size)
            table.setColumnWidth(_COUNT, count)
            table.verticalHeader().setMinimumSectionSize(round(_ROW * size))
            table.resizeRowsToContents()
            rows = table.verticalHeader().length()
            table.setFixedHeight(rows + table.horizontalHeader().sizeHint().height() + 2 * table.frameWidth())

    def _set_steps_head(self, between: str) -> None:
        self._statements.model().setHeaderData(_STEPS, Qt.Orientation.Horizontal, between.join(_STEPS_HEAD))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def show_region(self, source: LaidTogether) -> None:
        """Show the counts of a region."""
        figures = source.figures
        total = figures.organisations
        for row, (count, change) in enumerate(zip(figures.statements, figures.changes, strict=True)):
            _show_count(self._statements, row, count, total)
            _show(self._statements, row, _STEPS, steps_in_words(change))
        for row, count in enumerate(figures.bands):
            _show_count(self._bands, row, count, total)
        self._steps.setText(compared_in_words(figures) if total else "")
        self.fit()


def _needed(table: QTableWidget, column: int) -> int:
    """Return how wide a column is with all its texts on one line and a gap after them, in pixels."""
    widest = max(table.sizeHintForColumn(column), table.horizontalHeader().sectionSizeHint(column))
    return widest + _SPACING


def _table(name: str, heads: tuple[str, ...], labels: list[str]) -> QTableWidget:
    table = QTableWidget(len(labels), len(heads))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(heads)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    table.setItemDelegateForColumn(_BAR, _Bars(table))
    for row, label in enumerate(labels):
        _show(table, row, 0, label)
        _show_count(table, row, 0, 0)
    return table


def _show_count(table: QTableWidget, row: int, count: int, total: int) -> None:
    words = f"{count} van {total}"
    _show(table, row, _COUNT, words)
    bar = QTableWidgetItem()
    bar.setData(_SHARE, count / total if total else 0)
    bar.setData(Qt.ItemDataRole.AccessibleTextRole, f"Balk: {words}")
    table.setItem(row, _BAR, bar)


def _show(table: QTableWidget, row: int, column: int, text: str) -> None:
    item = QTableWidgetItem(text)
    item.setToolTip(text)  # a narrow column cuts it
    table.setItem(row, column, item)
