"""What the window shows about unsaved work of earlier programs, and about keeping that of this one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from vpt_desktop.ui.messages import Until

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpt_desktop.ui.document.recovery_keeper import Findings
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.document.scan_files import ScanFiles
    from vpt_desktop.ui.messages import Messages


class RecoveryMessages(QObject):
    """Shows what was brought back, and offers to discard it or to go on to the next."""

    def __init__(self, document: ScanDocument, files: ScanFiles, messages: Messages) -> None:
        super().__init__(messages)
        self._document = document
        self._files = files
        self._messages = messages

    def on_found(self, bring_back_next: Callable[[], object], findings: Findings) -> None:
        """Show what the search for unsaved work of earlier programs came to, and what can be done with it."""
        further = {"Volgende openen": partial(self._files.ask_to_save, bring_back_next)}
        discard = {"Weggooien": self._discard}
        self._messages.show(
            findings.sentences,
            {**(discard if findings.brought_back else {}), **(further if findings.waiting else {})},
            until=Until.CHANGE if findings.brought_back else Until.CLOSED,
            followed_by=partial(self._show_others, bring_back_next, findings),
        )

    def on_resumed(self) -> None:
        """Show that changes are kept by themselves again."""
        self._messages.show("Wijzigingen worden weer vanzelf bewaard.", until=Until.CLOSED)

    def _show_others(self, bring_back_next: Callable[[], object], findings: Findings) -> None:
        """Show what was found besides the work that was brought back, which has changed since."""
        others = replace(findings, brought_back=False)
        if others.sentences:
            self.on_found(bring_back_next, others)

    def _discard(self) -> None:
        document = self._document
        bring_back = partial(document.open, document.scan, document.path, document.fingerprint, modified=True)
        self._files.discard()
        self._messages.show(
            "De teruggehaalde scan is weggegooid.",
            {"Ongedaan maken": partial(self._files.ask_to_save, bring_back)},
            until=Until.ANOTHER_SCAN,
        )
