"""What the leader of a presentation finds in the menu of the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from vpt_desktop.ui.presentation.screens import screens_apart

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.presentation.presentation import Presentation
    from vpt_desktop.ui.presentation.presentation_command import PresentationCommand


class PresentationMenu(QMenu):
    """The commands of a presentation, by keys that the desk itself has no use for; and the screens."""

    def __init__(self, presentation: Presentation, desk: QWidget) -> None:
        super().__init__("Tijdens de &presentatie", desk)
        self._presentation = presentation
        self._actions = [
            (self._action(command), command) for command in presentation.commands if command.desk_keys
        ]
        self._screens = self.addMenu("Scherm &kiezen")
        self._screens.aboutToShow.connect(self._fill_screens)
        self.set_character_keys(True)
        self._on_show_changed(None)
        presentation.show_changed.connect(self._on_show_changed)

    def set_character_keys(self, on: bool) -> None:
        """Let keys of a single character work at the desk, or not: WCAG 2.1, 2.1.4."""
        for action, command in self._actions:
            action.setShortcuts([QKeySequence(key) for key in command.desk_keys if on or len(key) > 1])

    def _action(self, command: PresentationCommand) -> QAction:
        action = self.addAction(command.name, partial(self._on_triggered, command))
        action.setAutoRepeat(False)
        return action

    def _on_triggered(self, command: PresentationCommand) -> None:
        if not self._presentation.held_keys.repeat(command.desk_keys):
            command.act()

    def _on_show_changed(self, show: SlideShow | None) -> None:
        for action, _ in self._actions:
            action.setEnabled(show is not None)
        self._screens.setEnabled(show is not None)

    def _fill_screens(self) -> None:
        self._screens.clear()
        for name, screen in screens_apart().items():
            size = screen.geometry()
            label = f"{name} ({size.width()} x {size.height()})"
            entry = self._screens.addAction(label.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(name == self._presentation.stage.projector)
            entry.triggered.connect(partial(self._presentation.stage.choose, name))
