"""Which message the window shows, and until when it is true."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.widgets.message_bar import MessageBar


class Until(Enum):
    """What ends the truth of a message; each of these is ended by those after it, too."""

    CHANGE = auto()
    """The scan is no longer what was saved, copied, printed or cleared."""

    ANOTHER_SCAN = auto()
    """Another scan is opened, or a new one begun."""

    CLOSED = auto()
    """The user closes it, or a newer message takes its place."""


class Messages(QObject):
    """Shows messages in the bar of the window, and withdraws each as soon as it is true no longer."""

    def __init__(self, document: ScanDocument, bar: MessageBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._until = Until.CLOSED
        self._waiting = ""
        document.scan_changed.connect(self._on_scan_changed)
        document.opened.connect(self._on_opened)

    def show(
        self,
        sentence: str,
        actions: Mapping[str, Callable[[], object]] | None = None,
        *,
        until: Until = Until.CHANGE,
    ) -> None:
        """Show a result, with a button for each function in `actions`, by its name."""
        self._until = until
        self._bar.show_message(sentence, actions)

    def show_error(self, sentence: str, *, until: Until = Until.ANOTHER_SCAN) -> None:
        """Show that something did not work."""
        self._until = until
        self._bar.show_error(sentence)

    def show_refusal(self, sentence: str) -> None:
        """Show why a text was not taken over."""
        self.show_error(sentence, until=Until.CHANGE)

    def show_saved(self, path: Path) -> None:
        """Show that the scan is in the file at `path`."""
        self.show(f"Opgeslagen: {path}")

    def show_waiting(self, sentence: str, actions: Mapping[str, Callable[[], object]] | None = None) -> None:
        """Show what is being waited for; an empty sentence withdraws that."""
        if sentence:
            self._waiting = sentence
            self.show(sentence, actions, until=Until.CLOSED)
        else:
            self._bar.withdraw(self._waiting)

    def _on_scan_changed(self, _: object) -> None:
        if self._until is Until.CHANGE:
            self._bar.close_message()

    def _on_opened(self) -> None:
        if self._until is not Until.CLOSED:
            self._bar.close_message()
