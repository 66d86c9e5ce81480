"""Controller of a presentation of the open scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from vpt_desktop.domain.slide_show import SlideShow
from vpt_desktop.ui.presentation.commands import bind, commands
from vpt_desktop.ui.presentation.placement import ScreenPlacement, bring_to_front
from vpt_desktop.ui.presentation.sheets import Sheets
from vpt_desktop.ui.widgets.announcement import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.earlier_scan import Outcome
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.presentation.desk import Desk
    from vpt_desktop.ui.presentation.last_time import LastTime
    from vpt_desktop.ui.presentation.wake_lock import WakeLock
    from vpt_desktop.ui.presentation.window import PresentationWindow


class Presentation(QObject):
    """Shows the document's scan as slides, in a window beside the main window, the leader's desk."""

    slide_show_changed = Signal(object)
    """The SlideShow, or None when the presentation has ended."""

    note_requested = Signal(int)
    """The number (1-10) of the statement whose note is to be edited at the desk."""

    outcome_requested = Signal()
    """The outcome of the agreement in sight is to be chosen at the desk."""

    def __init__(
        self,
        app: QGuiApplication,
        card: Card,
        document: ScanDocument,
        desk: Desk,
    ) -> None:
        super().__init__(desk.window)
        self._card = card
        self._document = document
        self._desk = desk.window
        self._desk_actions = desk.actions
        self._leave_layer = desk.leave_layer
        self.key_repeat = desk.key_repeat
        self.placement = ScreenPlacement(app, desk.window)
        self._slide_show: SlideShow | None = None
        self._live_score = desk.live_score
        self._dark_slides = desk.dark_slides
        self._window: PresentationWindow | None = None
        self._last_time: LastTime | None = None
        self._wake_lock: WakeLock | None = None
        self.commands = commands(self, self.placement)
        self._sheets = Sheets(document, desk, self.placement, self.commands)
        self._sheets.note_requested.connect(self.note_requested)
        desk.dark_slides.toggled.connect(self._on_dark_slides_toggled)
        desk.live_score.toggled.connect(self._on_live_score_toggled)
        document.scan_changed.connect(self._refresh)
        document.opened.connect(self._on_opened)

    @property
    def slide_show(self) -> SlideShow | None:
        """The slide on screen; None without a presentation."""
        return self._slide_show

    @property
    def window(self) -> PresentationWindow | None:
        """The window of the slides; None without a presentation."""
        return self._window

    def start(self, statement: int = 1) -> None:
        """Begin at a statement (1-10); while presenting, only raise the slides: remotes send F5 again."""
        if self._slide_show is not None:
            self.placement.bring_back()
            return
        from vpt_desktop.ui.presentation.last_time import LastTime  # noqa: PLC0415  not for the first frame
        from vpt_desktop.ui.presentation.window import PresentationWindow  # noqa: PLC0415  the same

        self._last_time = LastTime(self, self._card, self._document, self._desk)
        self._window = PresentationWindow(self._card, self._desk_actions)
        bind(self.commands, self._window, self.key_repeat)
        self.key_repeat.watch(self._desk)
        self._window.statement_toggled.connect(self._document.set_ticked)
        self._window.outcome_chosen.connect(self.set_outcome)
        self._window.closed.connect(self.leave)
        self._window.resized.connect(self._refresh)
        self._add_bar(self._window)
        self._window.set_dark(self._dark_slides.isChecked())
        seen = frozenset(range(1, statement))
        self._go(SlideShow(visited=seen, live=self._live_score.isChecked()).at(statement))
        self.placement.enter(self._window)
        QTimer.singleShot(0, self, self._keep_awake)  # after the first slide is shown

    def _add_bar(self, slides: PresentationWindow) -> None:
        from vpt_desktop.ui.presentation.slide_bar import SlideBar  # noqa: PLC0415  not for the first frame

        bar = SlideBar(self, slides)

        def appear() -> None:
            # A leader with a desk has a console there; a sheet would leave only the ends of the bar in sight.
            if not (self.placement.desk_in_sight or self._sheets.is_open):
                bar.appear()

        self.slide_show_changed.connect(bar.on_slide_show_changed)
        slides.pointer.moved.connect(appear)
        slides.pointer.idled.connect(bar.hide)
        self._sheets.opened.connect(bar.hide)
        bar.pressed.connect(slides.pointer.wake)
        slides.touch.tapped.connect(slides.pointer.wake)
        slides.touch.swiped.connect(self._on_swiped)

    def _on_swiped(self, forward: bool) -> None:
        self.step(SlideShow.next if forward else SlideShow.previous)

    def leave(self) -> None:
        """End the presentation; the scan stays as it is."""
        if self._window is None:
            return
        window, self._window, self._slide_show = self._window, None, None
        self.placement.leave()
        if self._wake_lock is not None:
            self._wake_lock.release()
            self._wake_lock = None
        self._sheets.close()
        window.closed.disconnect(self.leave)
        window.close()
        window.deleteLater()
        self.slide_show_changed.emit(None)
        bring_to_front(self._desk)

    def back(self) -> None:
        """Leave one layer: help or note, a text or message, a blank screen, or else the presentation."""
        if self._sheets.close() or self._leave_layer():
            return
        if self._slide_show is not None and self._slide_show.blank:
            self._go(replace(self._slide_show, blank=None))
        else:
            self.leave()

    def step(self, change: Callable[[SlideShow], SlideShow]) -> None:
        """Show the slide that `change` returns for the present one; report a step past the last slide."""
        before = self._slide_show
        if before is not None:
            self._go(change(before))
            if before.is_last and self._slide_show == before:
                announce(self._desk, "Dit is de laatste dia.")

    def tick(self) -> None:
        """Tick or untick the statement in sight, if any."""
        number = self._statement_in_sight
        if number is not None:
            self._document.set_ticked(number, not self._document.scan.answer(number).ticked)

    def show_then(self) -> None:
        """Show what was ticked last time, or hide it."""
        if self._last_time is not None:
            self._last_time.show_then()

    def show_agreements(self) -> None:
        """Show the agreements of last time, or the slide that they are in front of."""
        if self._last_time is not None:
            self._last_time.show_agreements()

    def note(self) -> None:
        """Open the note of the statement, or of the first open point, in sight, or choose an outcome."""
        show = self._slide_show
        if show is not None and not show.blank and show.agreement is not None:
            self._choose_outcome()
            return
        number = None if show is None or show.blank else show.point
        if number is not None and self._window is not None:
            self._sheets.open_note(number, self._window)

    def _choose_outcome(self) -> None:
        if self.placement.desk_in_sight:
            bring_to_front(self._desk)
            self.outcome_requested.emit()
        elif self._window is not None:
            self._window.take_keys()

    def set_outcome(self, statement: int, outcome: Outcome | None) -> None:
        """Set what became of the agreement of last time on `statement` (1-10, of then)."""
        if self._last_time is not None:
            self._last_time.set_outcome(statement, outcome)

    def help(self) -> None:
        """Show the keys."""
        if self._window is not None:
            self._sheets.open_help(self._window)

    @property
    def _statement_in_sight(self) -> int | None:
        """The number (1-10) of the statement on the slides; None on another slide or a blank screen."""
        show = self._slide_show
        return None if show is None or show.blank else show.statement

    def _go(self, show: SlideShow) -> None:
        self._slide_show = self._shown(show)
        self.slide_show_changed.emit(self._slide_show)

    def _shown(self, show: SlideShow) -> SlideShow:
        """Show a slide, and return it with the slides after the result that there are by now."""
        show = replace(show, has_previous=self._document.scan.previous is not None)
        if self._window is not None:
            if show.is_revealed:  # not before: dividing the open points over slides takes a while
                show = self._window.divided(show, self._document.scan)
            self._window.show_slide(show, self._document.scan)
        return show

    def _refresh(self) -> None:
        """Show the present slide again: the scan is another, or the slides have another size."""
        if self._slide_show is not None:
            shown = self._shown(self._slide_show)
            if shown != self._slide_show:
                self._go(shown)

    def _on_opened(self) -> None:
        """Hide last time of another scan: it was asked for of the one before."""
        if self._slide_show is not None and self._slide_show.then:
            self._go(replace(self._slide_show, then=False))

    def _keep_awake(self) -> None:
        from vpt_desktop.ui.presentation.wake_lock import WakeLock  # noqa: PLC0415  not for the first slide

        if self._window is not None and self._wake_lock is None:
            self._wake_lock = WakeLock()

    def _on_dark_slides_toggled(self, dark: bool) -> None:
        if self._window is not None:
            self._window.set_dark(dark)

    def _on_live_score_toggled(self, live: bool) -> None:
        if self._slide_show is not None:
            self._go(replace(self._slide_show, live=live))
