"""The region beside the scan's window: its window is made when it is first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vpt_desktop.ui.widgets.key_action import key_action

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication, QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.ui.region.region_window import RegionWindow


class RegionOverview(QObject):
    """The action for the region's window; in that window `reading_actions` work too."""

    opening_requested = Signal(Path)
    """The file whose scan is to be opened in the scan's window."""

    def __init__(
        self, app: QApplication, card: Card, reading_actions: Iterable[QAction], desk: QWidget
    ) -> None:
        super().__init__(desk)
        self._app = app
        self._card = card
        self._desk = desk
        self._reading_actions = tuple(reading_actions)
        self._window: RegionWindow | None = None
        self.action = key_action(self, "&Regio-overzicht…", "Ctrl+R", self.open)

    def open(self) -> None:
        """Show the window, with what was in it if it was not closed since."""
        if self._window is None:
            from vpt_desktop.ui.region.region_window import RegionWindow  # noqa: PLC0415  not for the first frame

            self._window = RegionWindow(self._app, self._card, self._reading_actions)
            self._window.opening_requested.connect(self._on_opening_requested)
        if not self._window.isVisible():
            self._window.begin()
        self._window.activateWindow()

    @property
    def is_writing(self) -> bool:
        """Whether a file that was asked for there is not made yet."""
        return self._window is not None and self._window.saving.is_writing

    def when_written(self, then: Callable[[], object]) -> None:
        """Call `then` once all such files are made, or at once; not if one fails till then."""
        if self._window is None:
            then()
        else:
            self._window.saving.when_written(then)

    def close(self) -> None:
        """Close the window with the scan's."""
        if self._window is not None:
            self._window.close()
            self._window.settle()
            self._window.deleteLater()
            self._window = None

    def fit(self) -> None:
        """Take the present size of the text."""
        if self._window is not None:
            self._window.fit()

    def _on_opening_requested(self, path: Path) -> None:
        self._desk.showNormal() if self._desk.isMinimized() else self._desk.show()
        self._desk.activateWindow()
        self.opening_requested.emit(path)
