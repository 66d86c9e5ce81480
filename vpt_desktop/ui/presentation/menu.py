"""The menu of a presentation in the main window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from vpt_desktop.ui.presentation.screens import screens_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.presentation.commands import Command
    from vpt_desktop.ui.presentation.controller import Presentation


class PresentationMenu(QMenu):
    """Menu of what can be chosen at any time, the commands that have a key at the desk, and the screens."""

    def __init__(
        self,
        presentation: Presentation,
        at_any_time: Iterable[QAction],
        character_keys: QAction,
        parent: QWidget,
    ) -> None:
        super().__init__("P&resenteren", parent)
        for action in at_any_time:
            self.addAction(action)
        self.addSeparator()
        self._presentation = presentation
        self._actions = [
            (self._action(command), command) for command in presentation.commands if command.desk_keys
        ]
        self._screens = self.addMenu("Scherm &kiezen")
        self._screens.aboutToShow.connect(self._fill_screens)
        self._on_character_keys_toggled(character_keys.isChecked())
        character_keys.toggled.connect(self._on_character_keys_toggled)
        self._on_slide_show_changed(None)
        presentation.slide_show_changed.connect(self._on_slide_show_changed)

    def _action(self, command: Command) -> QAction:
        action = self.addAction(command.name, partial(self._on_triggered, command))
        action.setAutoRepeat(False)
        return action

    def _on_triggered(self, command: Command) -> None:
        if not self._presentation.key_repeat.is_repeat(command.desk_keys):
            command.act()

    def _on_slide_show_changed(self, show: SlideShow | None) -> None:
        for action, command in self._actions:
            action.setEnabled(show is not None and command.is_possible(show))
        self._screens.setEnabled(show is not None)

    def _on_character_keys_toggled(self, on: bool) -> None:
        for action, command in self._actions:
            action.setShortcuts([QKeySequence(key) for key in command.desk_keys if on or len(key) > 1])

    def _fill_screens(self) -> None:
        self._screens.clear()
        for name, screen in screens_apart().items():
            size = screen.geometry()
            label = f"{name} ({size.width()} x {size.height()})"
            entry = self._screens.addAction(label.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(name == self._presentation.placement.projector)
            entry.triggered.connect(partial(self._presentation.placement.choose, name))
