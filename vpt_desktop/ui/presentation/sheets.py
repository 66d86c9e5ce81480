"""The dialogs of a presentation: the list of keys, and the note of a statement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from vpt_desktop.ui.presentation.commands import bind, while_typing
from vpt_desktop.ui.presentation.placement import bring_to_front
from vpt_desktop.ui.presentation.slide_colours import apply_colours
from vpt_desktop.ui.widgets.slide_size import SMALLEST, pixels, slide_height

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QDialog, QWidget

    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.presentation.commands import Command
    from vpt_desktop.ui.presentation.desk import Desk
    from vpt_desktop.ui.presentation.placement import ScreenPlacement
    from vpt_desktop.ui.presentation.window import PresentationWindow


class Sheets(QObject):
    """Opens help or note, one at a time: at the desk if that is in sight, else over the slides."""

    note_requested = Signal(int)
    """The number (1-10) of the statement whose note is to be edited at the desk."""

    opened = Signal()

    def __init__(
        self, document: ScanDocument, desk: Desk, placement: ScreenPlacement, commands: Iterable[Command]
    ) -> None:
        super().__init__(desk.window)
        self._document = document
        self._desk = desk.window
        self._key_repeat = desk.key_repeat
        self._actions = list(desk.actions)
        self._placement = placement
        self._commands = tuple(commands)
        self._sheet: QDialog | None = None
        """The one that is open."""
        self._number: int | None = None
        """The statement (1-10) of the note that is open."""
        placement.arranged.connect(self._on_arranged)

    @property
    def is_open(self) -> bool:
        """Whether help or note is in front."""
        return self._sheet is not None

    def close(self) -> bool:
        """Close the sheet that is open; return False if there is none."""
        if self._sheet is None:
            return False
        self._sheet.close()
        return True

    def open_note(self, number: int, slides: PresentationWindow) -> None:
        """Open the note of statement `number` (1-10)."""
        if self._placement.desk_in_sight:
            self._open_note_at_desk(number)
            return
        from vpt_desktop.ui.presentation.note_sheet import NoteSheet  # noqa: PLC0415  not for the first slide

        sheet = NoteSheet(number, self._document.scan.answer(number), slides)
        apply_colours(sheet, slides.colours, slide_height(slides.size()))
        sheet.answer_changed.connect(partial(self._document.set_answer, number))
        self._document.scan_changed.connect(sheet.show_scan)
        sheet.covered.connect(slides.set_covered)
        bind(while_typing(self._commands), sheet, self._key_repeat, then=sheet.close)
        sheet.addActions(self._actions)
        self._open(sheet)
        self._number = number

    def open_help(self, slides: PresentationWindow) -> None:
        """Open the list of keys."""
        from vpt_desktop.ui.presentation.keys_help import KeysHelp  # noqa: PLC0415  not for the first slide

        if self._placement.desk_in_sight:
            sheet = KeysHelp(self._commands, self._desk, self._desk.fontInfo().pixelSize())
        else:
            sheet = KeysHelp(self._commands, slides, pixels(SMALLEST, slide_height(slides.size())))
            apply_colours(sheet, slides.colours)
        others = [command for command in self._commands if "Esc" not in command.keys]  # which is its own
        bind(others, sheet, self._key_repeat)
        self._open(sheet)

    def _open(self, sheet: QDialog) -> None:
        self.close()
        self._sheet = sheet
        sheet.finished.connect(partial(self._on_finished, QApplication.activeWindow()))
        sheet.show()
        self.opened.emit()

    def _open_note_at_desk(self, number: int) -> None:
        bring_to_front(self._desk)
        self.note_requested.emit(number)

    def _on_arranged(self) -> None:
        """Close a sheet that would be on the projector now; a note is continued at the desk."""
        if self._sheet is None or (self._sheet.parent() == self._desk) == self._placement.desk_in_sight:
            return
        number = self._number
        self._sheet.close()
        if number is not None:
            self._open_note_at_desk(number)

    def _on_finished(self, came_from: QWidget | None, _result: int) -> None:
        self._sheet = self._number = None
        if came_from is not None:  # some window managers give the keyboard to no window
            came_from.activateWindow()
