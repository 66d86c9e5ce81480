"""What the window shows of work on files and documents: what is waited for, what came of it, what failed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from vpt_desktop.ui.document.previous_scan import PreviousScan
    from vpt_desktop.ui.document.scan_files import ScanFiles
    from vpt_desktop.ui.document.scan_outputs import ScanOutputs
    from vpt_desktop.ui.export import Export
    from vpt_desktop.ui.messages import Messages


class WorkMessages(QObject):
    """Shows waits, results and failures of those who read and write for the window, and offers to undo."""

    def __init__(  # noqa: PLR0913, PLR0917  it stands between all of these
        self,
        messages: Messages,
        files: ScanFiles,
        previous: PreviousScan,
        export: Export,
        outputs: ScanOutputs,
        undo: QAction,
    ) -> None:
        super().__init__(messages)
        self._messages = messages
        self._back = {"Ongedaan maken": undo.trigger}  # by the action, which is announced
        self._stop_export = {"Stoppen": export.stop}
        for failed in (files.failed, previous.failed, export.failed, outputs.failed):
            failed.connect(messages.show_error)
        for succeeded in (previous.arrived, export.succeeded, outputs.succeeded):
            succeeded.connect(messages.show)
        files.saved.connect(messages.show_saved)
        files.waiting.connect(partial(self._on_waiting, "disk"))
        files.waiting_to_open.connect(partial(self._on_waiting, "opening", stop=files.stop_opening))
        previous.waiting.connect(partial(self._on_waiting, "previous", stop=previous.stop))
        outputs.waiting.connect(partial(self._on_waiting, "outputs"))
        export.waiting.connect(self._on_export_waiting)
        previous.removed.connect(self._on_removed)

    def on_cleared(self, changed: bool) -> None:
        """Show that all ticks and notes are gone, or that there were none."""
        if changed:
            self._messages.show("Alle vinkjes en toelichtingen zijn gewist.", self._back)
        else:
            self._messages.show("Er zijn geen vinkjes of toelichtingen om te wissen.")

    def _on_removed(self, sentence: str) -> None:
        self._messages.show(sentence, self._back)

    def _on_waiting(self, cause: str, what: str, *, stop: Callable[[], object] | None = None) -> None:
        sentence = f"Even wachten op de schijf: {what}…" if what else ""
        self._messages.show_waiting(cause, sentence, {"Stoppen": stop} if stop else {})

    def _on_export_waiting(self, what: str) -> None:
        sentence = f"Even wachten: {what}…" if what else ""
        self._messages.show_waiting("export", sentence, self._stop_export)
