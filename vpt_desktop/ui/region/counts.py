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

_WIDTHS = 12, 6, 14
"""What label, count and steps want, in units of the text size; the bar gets the rest."""

_SHORTEST_BAR, _LONGEST_BAR = 3, 12

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
        heads = WORDS.point, "", "Aangevinkt", "Sinds de vorige scan"
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
        """Take the sizes of the present text."""
        size = self.fontInfo().pixelSize()
        label, count, _ = _WIDTHS
        bar = min(max(self.width() / size - sum(_WIDTHS), _SHORTEST_BAR), _LONGEST_BAR)
        for table in (self._statements, self._bands):
            table.verticalHeader().setDefaultSectionSize(round(1.9 * size))
            table.setColumnWidth(0, label * size)
            table.setColumnWidth(_BAR, round(bar * size))
            table.setColumnWidth(_COUNT, count * size)
            rows = table.rowCount() * round(1.9 * size)
            table.setFixedHeight(rows + table.horizontalHeader().sizeHint().height() + 2 * table.frameWidth())

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
