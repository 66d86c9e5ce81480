"""The window of the slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QWidget

from vpt_desktop.domain.slide_show import QUESTION, RESULT, Blank
from vpt_desktop.override import override
from vpt_desktop.ui.presentation.idle_cursor import IdleCursor
from vpt_desktop.ui.presentation.part_slides import PartSlides
from vpt_desktop.ui.presentation.result_slide import ResultSlide
from vpt_desktop.ui.presentation.slide_colours import apply_colours, apply_palette, slide_colours
from vpt_desktop.ui.presentation.slides_ahead import Kind, SlidesAhead
from vpt_desktop.ui.presentation.statement_slide import StatementSlide
from vpt_desktop.ui.presentation.touch import Touch
from vpt_desktop.ui.widgets import slide_size
from vpt_desktop.ui.widgets.accessible_role import make_group
from vpt_desktop.ui.widgets.announcement import announce
from vpt_desktop.ui.widgets.line_breaks import balanced_lines
from vpt_desktop.ui.widgets.slide_size import pixels, set_text_size, slide_height

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.domain.slide_show import SlideShow

_BLANKS = {
    Blank.BLACK: (Qt.GlobalColor.black, "Zwart scherm"),
    Blank.WHITE: (Qt.GlobalColor.white, "Wit scherm"),
}


class PresentationWindow(QMainWindow):
    """Window of one slide; its property `slide` is the slide's number, or the name of a blank screen."""

    statement_toggled = Signal(int, bool)
    """The number (1-10) of a statement, and whether it was ticked or unticked on its slide."""

    outcome_chosen = Signal(int, object)
    """The statement of an agreement of last time, and its Outcome, or None for none."""

    closed = Signal()

    resized = Signal()
    """The slides have another size, and perhaps room for more or less."""

    def __init__(self, card: Card, actions: Iterable[QAction]) -> None:
        super().__init__()
        self.setWindowTitle("Presentatie")
        self._card = card
        self._statement = StatementSlide(card)
        self._statement.statement_toggled.connect(self.statement_toggled)
        self._question = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._question.setAccessibleName(card.question)
        self._result = ResultSlide(card)
        self._result.setAccessibleName("Uitslag")
        self._parts = PartSlides(card, self)
        self._parts.agreement.outcome_chosen.connect(self.outcome_chosen)
        self._blank = QWidget()
        self._blank.setAccessibleName("Leeg scherm")
        self._revealed = False
        self._dark = False
        self.colours = slide_colours(dark=False)
        self._slides = QStackedWidget()
        make_group(self._slides, "")  # and no "layered pane"
        parts = self._parts.rows, self._parts.agreement
        slides = self._statement, self._question, self._result, *parts, self._blank
        for widget in (self, *slides):
            widget.setAutoFillBackground(True)
            widget.setBackgroundRole(QPalette.ColorRole.Base)
        # One whose parts change before it appears would then be painted twice.
        self._statement.setAutoFillBackground(False)
        for slide in slides:
            self._slides.addWidget(slide)
        self.setCentralWidget(self._slides)
        question = Kind(self._question, self._question, self._show_question)
        result = Kind(self._result, self._result, self._show_result)
        self._ahead = SlidesAhead((question, result, *self._parts.kinds()), self._slide, self)
        self._covered = False
        self.addActions(list(actions))
        self.pointer = IdleCursor(self)
        self.touch = Touch(self)
        """What a mouse or a finger does on the slides beside what can be pressed."""
        self._restyled = QTimer(self, singleShot=True)
        self._restyled.timeout.connect(self._lay_out)  # after the style sheet has reached every widget

    def show_slide(self, show: SlideShow, scan: Scan) -> None:
        """Show the slide of `show` with the answers of `scan`."""
        if show.statement is not None:
            self._statement.show_statement(show, scan)
        elif show.slide == RESULT and show.agreement is None:
            self._result.show_scan(scan)
        elif show.is_revealed:
            self._parts.show(show, scan)
        if not self._covered:
            self._ahead.show(show, scan, self._slides.size())
        self._slides.setCurrentWidget(self._slide(show))
        place = show.slide if show.agreement is None else show.place
        name = show.blank.value if show.blank else place
        if name != self.property("slide"):
            if self._revealed and not show.is_revealed and not show.live:
                announce(self, "De uitslag is weer verborgen.", subject=RESULT)
            self.setProperty("slide", name)
            self._revealed = show.is_revealed
            self._announce(show, scan)

    def divided(self, show: SlideShow, scan: Scan) -> SlideShow:
        """Return `show` with the slides after the result that `scan` takes."""
        return self._parts.divided(show, scan, self._slides.size())

    def take_keys(self) -> None:
        """Give the arrows and Enter to the outcomes of the agreement in sight."""
        self._parts.agreement.take_keys()

    def set_dark(self, dark: bool) -> None:
        """Show the slides dark or light, whatever the colours of the other windows."""
        self._dark = dark
        self.colours = slide_colours(dark=dark)
        blank = self._blank.palette()
        apply_colours(self, self.colours)
        self._forget_pictures()
        self._blank.setPalette(blank)

    def set_covered(self, covered: int) -> None:
        """Keep what is read above the lowest `covered` pixels, which something else hides."""
        self._statement.set_covered(covered)
        self._parts.rows.set_covered(covered)
        self._covered = covered > 0
        self._forget_pictures()

    def _forget_pictures(self) -> None:
        self._ahead.forget()
        self._parts.forget_spare()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_question_size()
        self.resized.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyled.start()

    def _lay_out(self) -> None:
        """Set the colours and the sizes of all text again, which a new style sheet resets."""
        if self.colours != slide_colours(dark=self._dark):
            self.set_dark(self._dark)
        blank = self._blank.palette()
        apply_palette(self, self.colours)
        self._blank.setPalette(blank)
        self._set_question_size()
        self._statement.lay_out()
        self._result.lay_out()
        self._parts.forget_pages()
        self._forget_pictures()
        self.resized.emit()

    def _set_question_size(self) -> None:
        height = slide_height(self.size())
        set_text_size(self._question, pixels(slide_size.HEADING, height), bold=True)
        margin = pixels(slide_size.MARGIN, height)
        self._question.setMargin(margin)
        metrics = QFontMetricsF(self._question.font())
        self._question.setText(
            "\n".join(balanced_lines(self._card.question, metrics, self.width() - 2 * margin - 1))
        )

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _slide(self, show: SlideShow) -> QWidget:
        if show.blank:
            self._blank.setPalette(QPalette(_BLANKS[show.blank][0]))
            return self._blank
        if show.statement is not None:
            return self._statement
        if show.slide == QUESTION:
            return self._question
        return self._result if show.slide == RESULT and show.agreement is None else self._parts.at(show)

    def _show_question(self, _show: SlideShow, _scan: Scan) -> None:
        """Change nothing: it is the same with any scan."""

    def _show_result(self, _show: SlideShow, scan: Scan) -> None:
        self._result.show_scan(scan)

    def _announce(self, show: SlideShow, scan: Scan) -> None:
        """Announce a new slide to a screen reader, which reads a statement when that gets the focus."""
        if show.blank:
            announce(self, _BLANKS[show.blank][1])
        elif show.statement is not None:
            self._statement.focus_statement(show.statement)
        elif show.slide == QUESTION:
            announce(self, self._card.question)
        elif show.slide > RESULT or show.agreement is not None:
            announce(self, self._parts.at(show).sentences())
        else:
            band = self._card.band(scan.score)
            announce(self, " ".join((f"{_points(scan.score)}. {band.heading}.", *band.message)))


def _points(score: int) -> str:
    return f"{score} {'punt' if score == 1 else 'punten'}"
