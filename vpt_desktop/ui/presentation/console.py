"""The leader's console, at the desk beside a projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vpt_desktop.ui.widgets.accessible_role import make_group

if TYPE_CHECKING:
    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.presentation.console_contents import ConsoleContents
    from vpt_desktop.ui.presentation.controller import Presentation


class Console(QFrame):
    """Panel that is visible during a presentation; what is in it is made at the first."""

    refused = Signal(str)
    """One sentence on a text that was not taken over."""

    def __init__(
        self, card: Card, document: ScanDocument, presentation: Presentation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        make_group(self, "Presentatie")
        self._card = card
        self._document = document
        self._presentation = presentation
        self._contents: ConsoleContents | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        presentation.slide_show_changed.connect(self._on_slide_show_changed)

    @property
    def is_editing(self) -> bool:
        """Whether the note, who, when, or an outcome has the keyboard focus."""
        contents = self._contents
        return contents is not None and (contents.is_editing or contents.is_choosing)

    @property
    def is_choosing(self) -> bool:
        """Whether it is an outcome that has it."""
        return self._contents is not None and self._contents.is_choosing

    def choose_outcome(self) -> None:
        """Focus the outcomes of the agreement on the slide, during a presentation."""
        if self._contents is not None:
            self._contents.choose_outcome()

    def is_at(self, number: int) -> bool:
        """Return whether it shows the note of statement `number` (1-10)."""
        return self._contents is not None and self._contents.number == number

    def edit_note(self, number: int) -> None:
        """Focus the note of statement `number` (1-10), during a presentation."""
        if self._contents is not None:
            self._contents.edit_note(number)

    def _on_slide_show_changed(self, show: SlideShow | None) -> None:
        if show is not None:
            contents = self._made()
            if self.isHidden():
                contents.begin()
            contents.show_slide(show)
        elif self._contents is not None:
            self._contents.end()
        self.setVisible(show is not None)

    def _made(self) -> ConsoleContents:
        """Return what is in the console, made if this is the first presentation."""
        if self._contents is None:
            from vpt_desktop.ui.presentation.console_contents import (  # noqa: PLC0415  not for the first frame
                ConsoleContents,
            )

            self._contents = ConsoleContents(self._card, self._document, self._presentation)
            self._contents.refused.connect(self.refused)
            self._column.addWidget(self._contents)
        return self._contents
