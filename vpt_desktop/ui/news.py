"""What came of the user's doing, told under the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vpt_desktop.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from pathlib import Path

    from vpt_desktop.ui.document.scan_files import ScanFiles
    from vpt_desktop.ui.export import SummaryExport
    from vpt_desktop.ui.saved_summary import SavedSummary


_RECOVERED = "Je niet-opgeslagen scan van de vorige keer is teruggehaald."


class News(MessageBar):
    """Tells what was saved, copied or brought back, or did not work, with what can be done about it."""

    def __init__(self, files: ScanFiles, export: SummaryExport, summary: SavedSummary) -> None:
        super().__init__()
        self._files = files
        self._summary = summary
        files.saved.connect(self._on_scan_saved)
        export.saved.connect(self._on_summary_saved)
        export.copied.connect(self._on_summary_copied)
        for source in (files, export, summary):
            source.failed.connect(self.show_error)

    def show_recovered(self) -> None:
        """Tell that unsaved work is back, and offer to let go of it."""
        self.show_message(_RECOVERED, {"Weggooien": self._files.discard})

    def forget_recovered(self) -> None:
        """Take that back, now that another scan is open."""
        if self.message == _RECOVERED:
            self.close_message()

    def _on_scan_saved(self, path: Path) -> None:
        self.show_message(f"Opgeslagen: {path}")

    def _on_summary_saved(self, path: Path, remark: str) -> None:
        self._summary.set_path(path)
        self.show_message(
            f"Opgeslagen: {path}{remark and f'. {remark}'}",
            {"PDF openen": self._summary.open.trigger, "Map openen": self._summary.open_folder.trigger},
        )

    def _on_summary_copied(self) -> None:
        self.show_message("De samenvatting staat op het klembord.")
