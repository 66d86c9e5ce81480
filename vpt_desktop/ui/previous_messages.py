"""What the window asks about a scan that may be the previous one, in a line of text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vpt_desktop.domain.short_text import shortened
from vpt_desktop.ui.document.earlier_recent import EarlierRecent
from vpt_desktop.ui.messages import Until
from vpt_desktop.words import date_in_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vpt_desktop.domain.card import Card
    from vpt_desktop.ui.document.earlier_recent import Found
    from vpt_desktop.ui.document.previous_scan import PreviousScan
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.document.scan_files import ScanFiles
    from vpt_desktop.ui.messages import Messages
    from vpt_desktop.ui.preferences import Preferences

AS_PREVIOUS = "Als vorige scan"


class PreviousMessages(QObject):
    """Asks what a dropped file is for, and offers an earlier scan that is among the recent files."""

    def __init__(  # noqa: PLR0913, PLR0917  it stands between all of these
        self,
        card: Card,
        document: ScanDocument,
        files: ScanFiles,
        previous: PreviousScan,
        preferences: Preferences,
        messages: Messages,
    ) -> None:
        super().__init__(messages)
        self._document = document
        self._files = files
        self._previous = previous
        self._messages = messages
        self.recent = EarlierRecent(card, document, preferences, self)
        self.recent.found.connect(self._on_found)

    def ask_about(self, path: Path) -> None:
        """Ask whether the scan in the file at `path` is to be opened, or is the previous one.

        Where it turns out to be none, there is nothing to ask, and that is shown.
        """
        self._previous.check(path, partial(self._ask_about, path))

    def _ask_about(self, path: Path) -> None:
        self._messages.show(
            f"{path.name}: openen in plaats van deze scan, of erbij zetten als vorige scan?",
            {
                "Openen": partial(self._answer, partial(self._files.open, path)),
                AS_PREVIOUS: partial(self._answer, partial(self._previous.add, path)),
            },
            until=Until.ANOTHER_SCAN,
        )

    def _on_found(self, found: Found) -> None:
        opened = self._document.times_opened

        def offer() -> None:
            if self._document.times_opened == opened and self._document.scan.previous is None:
                self._offer(found)

        self._messages.when_free(offer)

    def _offer(self, found: Found) -> None:
        name = shortened(found.scan.organisation)
        day = date_in_words(found.scan.date)
        self._messages.show(
            f"Bij de recente bestanden is een eerdere scan van {name}, van {day}: {found.path.name}.",
            {AS_PREVIOUS: partial(self._answer, partial(self._previous.add, found.path))},
            until=Until.ANOTHER_SCAN,
        )

    def _answer(self, follow: Callable[[], object]) -> None:
        self._messages.end()
        follow()
