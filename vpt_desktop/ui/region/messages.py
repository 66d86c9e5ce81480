"""What happens in a region's window, as messages in its bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpt_desktop.ui.region.file_rows import FileRow
    from vpt_desktop.ui.region.joining import Joining
    from vpt_desktop.ui.region.region_files import RegionFiles
    from vpt_desktop.ui.region.saving import RegionSaving
    from vpt_desktop.ui.widgets.message_bar import MessageBar


class RegionMessages(QObject):
    """Shows in the bar what was read, chosen and saved, and what did not work."""

    def __init__(self, bar: MessageBar, files: RegionFiles, saving: RegionSaving, joining: Joining) -> None:
        super().__init__(bar)
        self._bar = bar
        self._files = files
        self._saving = saving
        self._made = self._waits = self._offered = ""
        """The sentences on what was made of the region as it is, on what is waited for, with a way back."""
        files.changed.connect(self._on_changed)
        files.decided.connect(self._on_decided)
        files.stopped.connect(self._on_stopped)
        saving.refused.connect(self._on_refused)
        saving.waiting.connect(self._on_waiting)
        saving.succeeded.connect(self._on_made)
        joining.succeeded.connect(bar.show_message)
        for failed in (files.failed, saving.failed, joining.failed):
            failed.connect(bar.show_error)

    def _on_stopped(self, done: int, found: int) -> None:
        verb, stand = ("is", "staat") if done == 1 else ("zijn", "staan")
        self._bar.show_message(
            f"Gestopt: {done} van de {found} bestanden {verb} gelezen en {stand} in de lijst."
        )

    def read_again(self) -> None:
        """Read all files as they are now."""
        if not self._files.read_again():
            self._bar.show_message("De lijst is leeg, dus er is niets opnieuw te lezen.")

    def refuse_counting(self, row: FileRow) -> None:
        """Show why a file cannot count."""
        name, _, _, reason = row.cells
        self._bar.show_error(f"{name} kan niet meetellen: {reason}.")

    def refuse_opening(self, row: FileRow | None) -> None:
        """Show why there is no scan to open in a file, or that no file is chosen."""
        if row is None:
            self._bar.show_error("Kies eerst in de lijst een bestand.")
        else:
            self._bar.show_error(f"{row.cells[0]} is geen scan die open kan: {row.cells[3]}.")

    def clear(self) -> None:
        """Take out all files, and offer to put them back."""
        self._offer("De lijst is leeggemaakt.", self._files.clear(), "De lijst is al leeg.")

    def forget_choices(self) -> None:
        """Forget what was chosen by hand, and offer to bring that back."""
        nothing = "Er is met de hand nog niets gekozen."
        self._offer("Wat je met de hand koos, is vergeten.", self._files.forget_choices(), nothing)

    def _offer(self, sentence: str, put_back: Callable[[], object] | None, nothing: str) -> None:
        if put_back is None:
            self._bar.show_message(nothing)
        else:
            self._offered = sentence
            self._bar.show_message(sentence, {"Ongedaan maken": partial(self._go_on, put_back)})

    def _on_made(self, sentence: str) -> None:
        self._made = sentence
        self._bar.show_message(sentence)

    def _on_decided(self) -> None:
        self._bar.withdraw(self._offered)  # the way back would undo what was chosen since

    def _on_changed(self) -> None:
        self._bar.withdraw(self._made)

    def _on_refused(self, sentence: str, forget: Callable[[], object]) -> None:
        again = {"Vorige is niet gedeeld": partial(self._go_on, forget)}
        self._bar.show_message(sentence, again, "Annuleren")

    def _go_on(self, act: Callable[[], object]) -> None:
        self._bar.close_message()
        act()

    def _on_waiting(self, what: str) -> None:
        if what:
            self._waits = f"Even wachten: {what}…"
            self._bar.show_lasting(self._waits, {"Stoppen": self._saving.stop})
        else:
            self._bar.withdraw(self._waits)
