"""The menus: every action of the program, each with a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from vpt_desktop.ui.presentation.presentation_menu import PresentationMenu
from vpt_desktop.ui.widgets.text_undo import redo_keys, undo_keys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.ui.main_window import MainWindow
    from vpt_desktop.ui.preferences import Preferences
    from vpt_desktop.ui.widgets.theme import Theme


class MainMenu(QMenuBar):
    """The menu bar of the main window."""

    def __init__(self, card: Card, window: MainWindow, preferences: Preferences, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._tick_actions = [
            self._tick_action(number, statement.label) for number, statement in enumerate(card.statements, 1)
        ]
        self._fill_file_menu(self.addMenu("&Bestand"))
        self._fill_edit_menu(self.addMenu("Be&werken"))
        self._fill_view_menu(self.addMenu("B&eeld"), theme)
        self.addMenu("&Help").addActions([window.help.manual, window.help.about])
        window.document.scan_changed.connect(self._on_scan_changed)

    def _fill_file_menu(self, menu: QMenu) -> None:
        window, files, export = self._window, self._window.files, self._window.export
        menu.addAction("&Nieuw", "Ctrl+N", files.new)
        menu.addAction("&Openen…", "Ctrl+O", files.ask_and_open)
        recent = menu.addMenu("Onlangs &geopend")
        recent.aboutToShow.connect(partial(self._fill_recent, recent))
        menu.addSeparator()
        menu.addAction("Op&slaan", "Ctrl+S", partial(files.save, None))
        menu.addAction("Opslaan &als…", "Ctrl+Shift+S", partial(files.save_as, None))
        menu.addSeparator()
        menu.addAction("Samenvatting opslaan als &PDF…", "Ctrl+E", export.ask)
        menu.addActions([window.summary.open, window.summary.open_folder])
        menu.addAction("&Lege kaart opslaan als PDF…", "Ctrl+Shift+L", export.ask_empty_card)
        menu.addAction("Af&drukken…", "Ctrl+P", export.print)
        menu.addSeparator()
        menu.addAction("A&fsluiten", "Ctrl+Q", window.close).setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_edit_menu(self, menu: QMenu) -> None:
        document = self._window.document
        history = document.undo_stack
        self._undo, self._redo = history.createUndoAction(self), history.createRedoAction(self)
        self._undo.setShortcuts(undo_keys())
        self._redo.setShortcuts(redo_keys())
        history.undoTextChanged.connect(self._on_undo_text_changed)
        history.redoTextChanged.connect(self._on_redo_text_changed)
        self._on_undo_text_changed(history.undoText())
        self._on_redo_text_changed(history.redoText())
        menu.addActions([self._undo, self._redo])
        menu.addAction("Opnieuw &beginnen", "Ctrl+Shift+Delete", document.clear)
        menu.addSeparator()
        menu.addAction("Samenvatting &kopiëren als tekst", "Ctrl+Shift+C", self._window.export.copy)
        menu.addSeparator()
        menu.addAction("&Toelichting bij de stelling", "F2", self._window.statements.toggle_note)
        menu.addSeparator()
        menu.addActions(self._tick_actions)
        self._window.presentation.slide_actions = (*self._tick_actions, self._undo, self._redo)

    def _fill_view_menu(self, menu: QMenu, theme: Theme) -> None:
        zoom_in = menu.addAction("Tekst &groter", theme.zoom_in)
        zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        zoom_out = menu.addAction("Tekst &kleiner", "Ctrl+-", theme.zoom_out)
        zoom_normal = menu.addAction("&Normale tekst", "Ctrl+0", theme.reset_zoom)
        self._window.help.reading_actions = (zoom_in, zoom_out, zoom_normal)
        menu.addSeparator()
        menu.addAction("P&resenteren", "F5", self._window.present)
        menu.addAction("Presenteren &vanaf deze stelling", "Shift+F5", self._window.present_from_here)
        presenting = PresentationMenu(self._window.presentation, self._window)
        menu.addMenu(presenting)
        live = self._preference(menu, "&Uitslag meteen tonen", "Ctrl+Shift+U")
        live.toggled.connect(self._window.presentation.set_live)
        live.setChecked(self._preferences.live_score)
        live.toggled.connect(self._preferences.set_live_score)
        menu.addAction("Uitslag in dit venster t&onen", "Ctrl+U", self._window.show_result)
        menu.addSeparator()
        keys = self._preference(menu, "&Toetsen van één teken", "Ctrl+Shift+F2")
        keys.setChecked(True)
        keys.toggled.connect(self._on_character_keys_toggled)
        keys.toggled.connect(presenting.set_character_keys)
        keys.setChecked(self._preferences.character_keys)
        keys.toggled.connect(self._preferences.set_character_keys)

    def _preference(self, menu: QMenu, name: str, key: str) -> QAction:
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setShortcut(key)
        return action

    def _tick_action(self, number: int, label: str) -> QAction:
        action = QAction(f"Stelling {number}: {label}", self, checkable=True)
        action.setShortcut(str(number % 10))
        action.setAutoRepeat(False)
        action.triggered.connect(partial(self._on_tick_triggered, number, action))
        return action

    def _on_tick_triggered(self, number: int, action: QAction) -> None:
        if self._window.presentation.held_keys.repeat([str(number % 10)]):
            action.setChecked(not action.isChecked())  # back to what it was
        else:
            self._window.document.set_ticked(number, action.isChecked())

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._preferences.recent:
            width = self._window.width() // 2
            name = menu.fontMetrics().elidedText(str(path), Qt.TextElideMode.ElideMiddle, width)
            menu.addAction(name.replace("&", "&&"), partial(self._window.files.open, path))
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction("Nog geen").setEnabled(False)

    def _on_undo_text_changed(self, step: str) -> None:
        self._undo.setText(f"&Ongedaan maken: {step}" if step else "&Ongedaan maken")

    def _on_redo_text_changed(self, step: str) -> None:
        self._redo.setText(f"O&pnieuw doen: {step}" if step else "O&pnieuw doen")

    def _on_scan_changed(self, scan: Scan) -> None:
        for action, answer in zip(self._tick_actions, scan.answers, strict=True):
            action.setChecked(answer.ticked)

    def _on_character_keys_toggled(self, on: bool) -> None:
        """Give the ticks their keys, or take them: WCAG 2.1, 2.1.4."""
        for number, action in enumerate(self._tick_actions, 1):
            action.setShortcut(str(number % 10) if on else QKeySequence())
