"""The side panel: score, result, open points, and the buttons for PDF and presentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from vpt_desktop.comparison_words import NOT_COMPARED, TITLE
from vpt_desktop.domain.comparison import compared_with_previous
from vpt_desktop.ui.scan.open_points import OpenPoints
from vpt_desktop.ui.scan.score_strip import ScoreStrip
from vpt_desktop.ui.widgets.accessible_role import make_group
from vpt_desktop.ui.widgets.announcement import Topic, announce
from vpt_desktop.ui.widgets.button import Button
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import ScoreMeter
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN, Page, VerticalScrollArea
from vpt_desktop.ui.widgets.tab_order import tab_after
from vpt_desktop.ui.widgets.width_taker import WidthTaker
from vpt_desktop.ui.widgets.wrapping_row import WrappingRow
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.ui.scan.comparison_section import ComparisonSection


# What open points with their names take, in units of the text size:
_WIDE = 34
_TALL = 54


class SidePanel(QFrame):
    """Panel with a scan's score, the card's message for it, and the open points."""

    statement_requested = Signal(int)
    """The number (1-10) of the open statement that the user wants to go to."""

    concealment_changed = Signal()
    """Score and result are hidden now, or shown."""

    summary_requested = Signal()
    presentation_requested = Signal()
    """The user wants to start presenting, or to stop."""

    def __init__(
        self,
        card: Card,
        scan: Scan,
        parent: QWidget | None = None,
        *,
        console: QWidget | None = None,
        agreements: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        make_group(self, "Uitslag")
        self._card = card
        self._scan = scan
        self.strip = ScoreStrip()
        """The score in one line, for a window in which the panel is out of sight."""
        self.is_in_the_page = False
        """Whether the panel scrolls with what is around it, at its full height."""
        self._meter = ScoreMeter(card)
        self._to_next_band = WidthTaker()
        self._to_next_band.setObjectName("secondary")
        self._comparison: ComparisonSection | None = None
        self._result = ResultPanel(card)
        self._open_points = OpenPoints(card)
        self._open_points.statement_requested.connect(self.statement_requested)
        self._save = Button("Opslaan als PDF")
        self._save.setAccessibleName(WORDS.save_summary)
        self._save.setObjectName("primary")
        self._save.clicked.connect(self.summary_requested)
        self._present = Button("Presenteren")
        self._present.setObjectName("big")
        self._present.clicked.connect(self.presentation_requested)
        self._actions = WrappingRow((self._save, self._present))
        self._is_concealed = False
        self._is_then_in_sight = True
        self.page = page = Page()
        """What scrolls: all but the buttons."""
        page.setBackgroundRole(QPalette.ColorRole.Base)
        page.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # another height changes only its foot
        # Before there is anything in the page: Qt would measure that without its style sheet, and keep it.
        self._area = VerticalScrollArea(page)
        self._scrolling_column = QVBoxLayout(page)
        self._scrolling_column.setContentsMargins(RING_MARGIN, 0, RING_MARGIN, RING_MARGIN)
        self._scrolling_column.setSpacing(12)
        self._shown = (self._meter, self._to_next_band, self._result, self._open_points)
        self._concealment: QWidget | None = None
        if console is not None:
            self._scrolling_column.addWidget(console)
        for widget in self._shown:
            if agreements is not None and widget is self._result:
                self._scrolling_column.addWidget(agreements)
            self._scrolling_column.addWidget(widget)
        self._scrolling_column.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.addWidget(self._area)
        self._column.addWidget(self._actions)
        self._show(scan)

    def show_scan(self, scan: Scan) -> None:
        """Show the score of `scan` and what follows from it; announce a new score to a screen reader."""
        before, self._scan = self._scan, scan
        self._show(scan)
        self._scrolling_column.activate()  # so that what moves is painted once
        self._result.settle()
        if self._comparison is not None:
            self._comparison.settle()
        if scan.score != before.score:
            self._announce(with_message=self._card.band(scan.score) != self._card.band(before.score))
        self._announce_previous(before)

    def set_in_the_page(self, in_the_page: bool) -> None:
        """Take the full height, in a page that scrolls and above the strip; or scroll by itself."""
        self.is_in_the_page = in_the_page
        self._area.set_whole(in_the_page)
        self.strip.setVisible(in_the_page)

    def use_room(self, width: float, height: float) -> None:
        """Name the open points where there is room for that; `width` and `height` in text sizes."""
        most_columns = 2 if width >= _WIDE else 1
        roomy = self.is_in_the_page or (width >= _WIDE and height >= _TALL)
        self._open_points.set_columns(most_columns if roomy else 0)
        self.strip.fit()

    def set_presenting(self, presenting: bool) -> None:
        """Offer to stop presenting, or to start."""
        self._present.setText("Stoppen" if presenting else "Presenteren")
        self._present.setAccessibleName("Presentatie stoppen" if presenting else "")

    def set_concealed(self, concealed: bool) -> None:
        """Hide score and result, also from a screen reader, behind a button that shows them; or show them."""
        if concealed == self._is_concealed:
            return
        self._is_concealed = concealed
        for widget in self._shown:
            widget.setVisible(not concealed)
        self.strip.set_concealed(concealed)
        self._show_comparison(self._scan)
        if self._concealment is None:
            self._concealment = QWidget()
            column = QVBoxLayout(self._concealment)
            column.addWidget(QLabel("De uitslag is nog verborgen.", wordWrap=True))
            reveal = Button("Uitslag tonen")
            reveal.clicked.connect(self._on_reveal_clicked)
            column.addWidget(reveal)
            self._scrolling_column.insertWidget(
                self._scrolling_column.indexOf(self._meter), self._concealment
            )
            tab_after(self, self._concealment)
        self._concealment.setVisible(concealed)
        self.concealment_changed.emit()

    def set_then_in_sight(self, in_sight: bool) -> None:
        """Show what changed since the previous scan where the score is shown, or hide it everywhere."""
        if in_sight != self._is_then_in_sight:
            self._is_then_in_sight = in_sight
            self._show_comparison(self._scan)

    @property
    def is_concealed(self) -> bool:
        """Whether score and result are hidden."""
        return self._is_concealed

    def announce_concealment(self, scan_name: str) -> None:
        """Announce that the result is hidden, if it is, with the name that a key often cuts short."""
        if self._is_concealed:
            sentence = f"{scan_name}: de uitslag is nog verborgen. Met Ctrl+U toon je hem."
            announce(self, sentence, Topic.SCORE)

    def reveal(self) -> None:
        """Show score and result, and announce them, also if they are in sight already."""
        self.set_concealed(False)
        self._announce(with_message=True)

    def _on_reveal_clicked(self) -> None:
        self._save.setFocus()  # the button with the focus is hidden
        self.reveal()

    def _announce(self, *, with_message: bool) -> None:
        sentences = [f"{self._scan.score} {WORDS.out_of}."]
        if with_message:
            band = self._card.band(self._scan.score)
            sentences += [f"{band.heading}.", *band.message]
        announce(self._meter, " ".join(sentences), Topic.SCORE)

    def _show(self, scan: Scan) -> None:
        self._meter.setValue(scan.score)
        self._to_next_band.show_text(_distance(self._card.points_to_next_band(scan.score)))
        self.strip.show_score(scan.score, self._card.band(scan.score))
        self._result.show_band(self._card.band(scan.score))
        self._result.show_account_manager(scan.account_manager)
        self._open_points.show_open_points(scan.open_points)
        self._show_comparison(scan)

    def _show_comparison(self, scan: Scan) -> None:
        """Show what changed since the previous scan; nothing without one, or while that is hidden."""
        previous = scan.previous if self._is_then_in_sight else None
        comparison = compared_with_previous(scan, self._card.texts) if previous is not None else None
        whole = comparison if comparison is not None and comparison.is_whole else None
        self._meter.mark(whole.score_then if whole is not None else None)
        section = self._comparison
        if comparison is not None and previous is not None:
            section = section or self._make_section()
            section.show_comparison(comparison, previous, scan)
        if section is not None:
            section.setVisible(comparison is not None and not self._is_concealed)

    def _make_section(self) -> ComparisonSection:
        from vpt_desktop.ui.scan.comparison_section import ComparisonSection  # noqa: PLC0415  not for the first frame

        section = self._comparison = ComparisonSection(self._card)
        section.statement_requested.connect(self.statement_requested)
        section.hide()
        self._scrolling_column.insertWidget(self._scrolling_column.indexOf(self._to_next_band) + 1, section)
        tab_after(self._to_next_band, section)
        return section

    def _announce_previous(self, before: Scan) -> None:
        """Announce another previous scan than `before` had, or that there is none any more."""
        then, previous = before.previous, self._scan.previous
        if (then and then.key) == (previous and previous.key):
            return
        if previous is not None:
            if self._comparison is not None:
                self._comparison.announce()
        elif self._scan.id == before.id:  # else another scan was opened
            announce(self, NOT_COMPARED, Topic.SCORE, subject=TITLE)


def _distance(points: int | None) -> str:
    if points is None:
        return "Dit is de hoogste groep."
    return f"Nog {points} {'punt' if points == 1 else 'punten'} tot de volgende groep."
