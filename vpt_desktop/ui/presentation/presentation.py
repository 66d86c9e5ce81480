"""Presenting the open scan to a room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from vpt_desktop.domain.slide_show import SlideShow
from vpt_desktop.ui.presentation.presentation_command import bind, commands, while_typing
from vpt_desktop.ui.presentation.stage import Stage, bring_to_front
from vpt_desktop.ui.widgets.held_keys import HeldKeys
from vpt_desktop.ui.widgets.slide_size import SMALLEST, pixels, slide_height

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction, QGuiApplication
    from PySide6.QtWidgets import QDialog, QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.presentation.presentation_window import PresentationWindow
    from vpt_desktop.ui.presentation.wake_lock import WakeLock


class Presentation(QObject):
    """Leads a slide show over the document's scan, in a window of its own beside the leader's desk."""

    show_changed = Signal(object)
    """The SlideShow as it is now; None when there is no presentation any more."""

    note_requested = Signal(int)
    """The number (1-10) of the statement whose note the leader wants at the desk."""

    def __init__(
        self,
        app: QGuiApplication,
        card: Card,
        document: ScanDocument,
        desk: QWidget,
        leave_layer: Callable[[], bool],
    ) -> None:
        super().__init__(desk)
        self._leave_layer = leave_layer
        """Goes one layer back at the desk, out of a text or a message; returns False if there is none."""
        self._card = card
        self._document = document
        self._desk = desk
        self.stage = Stage(app, desk)
        self.stage.arranged.connect(self._on_arranged)
        self.held_keys = HeldKeys(self)
        self._show: SlideShow | None = None
        self._live = False
        self._window: PresentationWindow | None = None
        self._sheet: QDialog | None = None
        """The help or the note, while it is open."""
        self._noted: int | None = None
        """The statement (1-10) whose note that is."""
        self._wake_lock: WakeLock | None = None
        self.slide_actions: Iterable[QAction] = ()
        """Actions of the desk that work on the slides too."""
        self.commands = commands(self)
        document.scan_changed.connect(self._on_scan_changed)

    @property
    def show(self) -> SlideShow | None:
        """What the room sees, or None when there is no presentation."""
        return self._show

    @property
    def window(self) -> PresentationWindow | None:
        """The window that the room looks at, while there is a presentation."""
        return self._window

    def start(self, statement: int = 1) -> None:
        """Begin at a statement (1-10); while presenting, only have the slides in front: remotes do this."""
        if self._show is not None:
            self.stage.bring_back()
            return
        from vpt_desktop.ui.presentation.presentation_window import PresentationWindow  # noqa: PLC0415  not for the first frame

        self._window = PresentationWindow(self._card, self.slide_actions)
        bind(self.commands, self._window, self.held_keys)
        self.held_keys.watch(self._desk)
        self._window.statement_toggled.connect(self._document.set_ticked)
        self._window.closed.connect(self.leave)
        seen = frozenset(range(1, statement))
        self._go(SlideShow(visited=seen, live=self._live).at(statement))
        self.stage.enter(self._window)
        QTimer.singleShot(0, self, self._keep_awake)  # once the slide stands

    def leave(self) -> None:
        """End the presentation; the scan stays as it is."""
        if self._window is None:
            return
        window, self._window, self._show = self._window, None, None
        self.stage.leave()
        if self._wake_lock is not None:
            self._wake_lock.release()
            self._wake_lock = None
        if self._sheet is not None:
            self._sheet.close()
        window.closed.disconnect(self.leave)
        window.close()
        window.deleteLater()
        self.show_changed.emit(None)
        bring_to_front(self._desk)

    def set_live(self, live: bool) -> None:
        """Have the score in sight on every slide, or only on the last."""
        self._live = live
        if self._show is not None:
            self._go(replace(self._show, live=live))

    def back(self) -> None:
        """Go one layer back: from help, note, text or message, from a blank screen, from the presentation."""
        if self._sheet is not None:
            self._sheet.close()
        elif self._leave_layer():
            return
        elif self._show is not None and self._show.blank:
            self._go(replace(self._show, blank=None))
        else:
            self.leave()

    def step(self, change: Callable[[SlideShow], SlideShow]) -> None:
        """Go where `change` leads from what the room sees now."""
        if self._show is not None:
            self._go(change(self._show))

    def tick(self) -> None:
        """Tick or untick the statement that the room sees; what it does not see stays as it is."""
        if self._show is not None and self._show.statement is not None and not self._show.blank:
            number = self._show.statement
            self._document.set_ticked(number, not self._document.scan.answer(number).ticked)

    def note(self) -> None:
        """Open the note of the statement on screen: at the desk, or over the slide where that hides it."""
        if self._show is None or self._show.statement is None or self._show.blank or self._window is None:
            return
        number = self._show.statement
        if self.stage.desk_in_sight:
            self._note_at_desk(number)
        else:
            from vpt_desktop.ui.presentation.note_sheet import NoteSheet  # noqa: PLC0415  not for the first slide

            sheet = NoteSheet(number, self._document.scan.answer(number), self._window)
            sheet.answer_changed.connect(partial(self._document.set_answer, number))
            self._document.scan_changed.connect(sheet.show_scan)
            sheet.covered.connect(self._window.set_covered)
            bind(while_typing(self.commands), sheet, self.held_keys, then=sheet.close)
            self._open(sheet)
            self._noted = number

    def _note_at_desk(self, number: int) -> None:
        bring_to_front(self._desk)
        self.note_requested.emit(number)

    def help(self) -> None:
        """Show the keys, at the desk if the leader sees it."""
        from vpt_desktop.ui.presentation.keys_help import KeysHelp  # noqa: PLC0415  not for the first slide

        if self._window is None:
            return
        if self.stage.desk_in_sight:
            sheet = KeysHelp(self.commands, self._desk, self._desk.fontInfo().pixelSize())
        else:
            size = pixels(SMALLEST, slide_height(self._window.size()))
            sheet = KeysHelp(self.commands, self._window, size)
        others = [command for command in self.commands if "Esc" not in command.keys]  # which is its own
        bind(others, sheet, self.held_keys)
        self._open(sheet)

    def _open(self, sheet: QDialog) -> None:
        if self._sheet is not None:
            self._sheet.close()
        self._sheet = sheet
        sheet.finished.connect(partial(self._on_sheet_finished, QApplication.activeWindow()))
        sheet.show()

    def _go(self, show: SlideShow) -> None:
        self._show = show
        if self._window is not None:
            self._window.show_slide(show, self._document.scan)
        self.show_changed.emit(show)

    def _keep_awake(self) -> None:
        from vpt_desktop.ui.presentation.wake_lock import WakeLock  # noqa: PLC0415  not for the first slide

        if self._window is not None and self._wake_lock is None:
            self._wake_lock = WakeLock()

    def _on_arranged(self) -> None:
        """Close what now stands on the screen of the room; a note goes on at the desk."""
        if self._sheet is None or (self._sheet.parent() == self._window) != self.stage.desk_in_sight:
            return
        number = self._noted
        self._sheet.close()
        if number is not None:
            self._note_at_desk(number)

    def _on_sheet_finished(self, came_from: QWidget | None, _result: int) -> None:
        self._sheet = self._noted = None
        if self._window is not None:
            self._window.set_covered(0)
        if came_from is not None:  # some window managers leave the keyboard with nobody
            came_from.activateWindow()

    def _on_scan_changed(self, scan: Scan) -> None:
        if self._window is not None and self._show is not None:
            self._window.show_slide(self._show, scan)
