"""What happens in a region's window, as messages in its bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpt_desktop.ui.region.joining import Joining
    from vpt_desktop.ui.region.region_files import RegionFiles
    from vpt_desktop.ui.region.saving import RegionSaving
    from vpt_desktop.ui.widgets.message_bar import MessageBar


class RegionMessages(QObject):
    """Shows in the bar what was read, chosen and saved, and what did not work."""

    def __init__(self, bar: MessageBar, files: RegionFiles, saving: RegionSaving, joining: Joining) -> None:
        super().__init__(bar)
        self._bar = bar
        self._saving = saving
        files.stopped.connect(self._on_stopped)
        saving.refused.connect(self._on_refused)
        saving.waiting.connect(self._on_waiting)
        for succeeded in (saving.succeeded, joining.succeeded):
            succeeded.connect(bar.show_message)
        for failed in (files.failed, saving.failed, joining.failed):
            failed.connect(bar.show_error)

    def _on_stopped(self, done: int, found: int) -> None:
        self._bar.show_message(f"Gestopt: {done} van de {found} bestanden zijn gelezen en staan in de lijst.")

    def _on_refused(self, sentence: str, forget: Callable[[], object]) -> None:
        def go_on() -> None:
            self._bar.close_message()
            forget()

        self._bar.show_message(sentence, {"Vorige is niet gedeeld": go_on}, "Annuleren")

    def _on_waiting(self, what: str) -> None:
        if what:
            self._bar.show_message(f"Even wachten: {what}…", {"Stoppen": self._saving.stop})
