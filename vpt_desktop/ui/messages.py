"""Which message the window shows, and until when it is true."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpt_desktop.ui.export import CHANGED_SINCE

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
        self._document = document
        self._bar = bar
        self._until = Until.CLOSED
        self._shown: Callable[[], object] | None = None
        """Shows the present message again; None if there is none."""
        self._follow: Callable[[], object] = lambda: None
        self._waits: dict[str, tuple[str, Mapping[str, Callable[[], object]]]] = {}
        self._is_waiting_shown = False
        self._when_free: Callable[[], object] | None = None
        document.scan_changed.connect(self._on_scan_changed)
        document.opened.connect(self._on_opened)
        bar.closed.connect(self._on_closed)

    def show(
        self,
        sentence: str,
        actions: Mapping[str, Callable[[], object]] | None = None,
        *,
        until: Until = Until.CHANGE,
        followed_by: Callable[[], object] = lambda: None,
    ) -> None:
        """Show a result, with a button for each function in `actions`, by its name.

        `followed_by` is called when the scan changes or another is opened, if that ends the message.
        """
        self._show(partial(self._bar.show_message, sentence, actions), until)
        self._follow = followed_by

    def end(self) -> None:
        """End the message, whose question has been answered."""
        self._bar.close_message()

    def when_free(self, then: Callable[[], object]) -> None:
        """Call `then` once no message is shown: at once, if none is now. Who asks later takes its place."""
        self._when_free = then
        self._call_who_waits()

    def show_error(self, sentence: str, *, until: Until = Until.ANOTHER_SCAN) -> None:
        """Show that something did not work."""
        self._show(partial(self._bar.show_error, sentence), until)

    def show_refusal(self, sentence: str) -> None:
        """Show why a text was not taken over."""
        self.show_error(sentence, until=Until.CHANGE)

    def show_saved(self, path: Path) -> None:
        """Show that the scan is in the file at `path`, and whether it has changed since that was begun."""
        self.show(f"Opgeslagen: {path}{CHANGED_SINCE if self._document.is_modified else ''}")

    def show_waiting(
        self, cause: str, sentence: str, actions: Mapping[str, Callable[[], object]] | None = None
    ) -> None:
        """Show what is being waited for by that cause; an empty sentence withdraws it.

        It cannot be closed: where another message takes its place, it is back after that one.
        """
        if sentence:
            self._waits[cause] = sentence, actions or {}
            self._show_wait()
        elif cause in self._waits:
            self._bar.withdraw(self._waits.pop(cause)[0])

    def _call_who_waits(self) -> None:
        if self._when_free is not None and self._shown is None and not self._waits:
            then, self._when_free = self._when_free, None
            then()

    def _show(self, show: Callable[[], object], until: Until) -> None:
        self._until, self._shown = until, show
        self._follow = lambda: None
        self._is_waiting_shown = False
        show()

    def _show_wait(self) -> None:
        self._is_waiting_shown = True
        self._bar.show_lasting(*next(reversed(self._waits.values())))

    def _end_message(self) -> None:
        follow = self._follow if self._shown is not None else lambda: None
        if self._is_waiting_shown:
            self._shown = None
        else:
            self._bar.close_message()
        follow()

    def _on_closed(self) -> None:
        if not self._is_waiting_shown:
            self._shown = None
        self._is_waiting_shown = False
        if self._waits:
            self._show_wait()
        elif self._shown is not None and self._until is Until.CLOSED:
            self._shown()  # what was waited for took its place, and nobody has closed it
        self._call_who_waits()

    def _on_scan_changed(self, _: object) -> None:
        if self._until is Until.CHANGE:
            self._end_message()

    def _on_opened(self) -> None:
        if self._until is not Until.CLOSED:
            self._end_message()
