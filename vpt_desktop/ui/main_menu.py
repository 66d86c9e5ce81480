"""The menus of the main window: every action of the program, each with a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vpt_desktop.ui.presentation.menu import PresentationMenu
from vpt_desktop.ui.widgets.key_action import key_action
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.ui.actions import Actions
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.document.scan_files import ScanFiles
    from vpt_desktop.ui.export import Export
    from vpt_desktop.ui.help.help import Help
    from vpt_desktop.ui.preferences import Preferences
    from vpt_desktop.ui.presentation.controller import Presentation
    from vpt_desktop.ui.scan.side_panel import SidePanel
    from vpt_desktop.ui.scan.statement_list import StatementList

_NORMAL_SIZE = 100
"""The text size, in per cent, that the menu bar leaves unmentioned."""


class FileMenu(QMenu):
    """New, open and save; the summary and the empty card as PDF or on paper; and the end of the program."""

    def __init__(
        self,
        files: ScanFiles,
        export: Export,
        others: Iterable[QAction],
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__("&Bestand", window)
        self._files = files
        self._preferences = preferences
        self._window = window
        self.addAction("&Nieuw", "Ctrl+N", files.new)
        self.addAction("&Openen…", "Ctrl+O", files.ask_and_open)
        self._recent = self.addMenu("Onlangs &geopend")
        self._recent.aboutToShow.connect(self._fill_recent)
        self.addSeparator()
        self.addAction("Op&slaan", "Ctrl+S", partial(files.save, None))
        self.addAction("Opslaan &als…", "Ctrl+Shift+S", partial(files.save_as, None))
        self.addSeparator()
        self.addAction(
            "Samenvatting opslaan als &PDF…", "Ctrl+E", partial(export.ask_and_save, export.summary)
        )
        self.addActions([export.open_pdf, export.open_folder])
        self.addAction(
            "&Lege kaart opslaan als PDF…", "Ctrl+Shift+L", partial(export.ask_and_save, export.empty_card)
        )
        self.addAction("Af&drukken…", "Ctrl+P", partial(export.print, export.summary))
        self.addSeparator()
        self.addActions(list(others))
        self.addSeparator()
        self.addAction("A&fsluiten", "Ctrl+Q", window.close).setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_recent(self) -> None:
        menu = self._recent
        menu.clear()
        for path in self._preferences.recent:
            width = self._window.width() // 2
            name = menu.fontMetrics().elidedText(str(path), Qt.TextElideMode.ElideMiddle, width)
            menu.addAction(name.replace("&", "&&"), partial(self._files.open, path))
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction("Nog geen").setEnabled(False)


class EditMenu(QMenu):
    """Undo and redo, the editing of text, clear, copy, the note of a statement, and its tick."""

    def __init__(
        self,
        actions: Actions,
        document: ScanDocument,
        export: Export,
        toggle_note: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__("Be&werken", window)
        self.addActions([actions.undo, actions.redo])
        self.addSeparator()
        self.addActions(actions.editing.all)
        self.aboutToShow.connect(actions.editing.show_possible)
        self.addSeparator()
        self.addAction("Alles &wissen", "Ctrl+Shift+Delete", document.clear)
        self.addSeparator()
        self.addAction("Samenvatting &kopiëren als tekst", "Ctrl+Shift+C", export.copy_summary)
        self.addSeparator()
        self.addAction(f"&{WORDS.note} bij de stelling", "F2", toggle_note)
        self.addSeparator()
        self.addActions(actions.ticks)


class ViewMenu(QMenu):
    """The size of the text, the presentation, and which keys work."""

    def __init__(
        self,
        actions: Actions,
        presentation: Presentation,
        statements: StatementList,
        panel: SidePanel,
        window: QWidget,
    ) -> None:
        super().__init__("B&eeld", window)
        self._presentation = presentation
        self._statements = statements
        self.addActions(actions.zoom)
        self.addSeparator()
        starts = (
            key_action(self, "Presenteren vanaf het &begin", "F5", self._present),
            key_action(self, "Presenteren vana&f deze stelling", "Shift+F5", self._present_from_here),
        )
        choices = actions.live_score, actions.dark_slides
        self.addMenu(PresentationMenu(presentation, (*starts, *choices), actions.character_keys, self))
        self.addAction("Verborgen uitslag toch t&onen", "Ctrl+U", panel.reveal)
        self.addSeparator()
        self.addAction(actions.character_keys)

    def show_text_size(self, percent: int) -> None:
        """Show the size of the text, unless that is normal."""
        self.setTitle("B&eeld" if percent == _NORMAL_SIZE else f"B&eeld ({percent} %)")

    def _present(self) -> None:
        self._presentation.start()

    def _present_from_here(self) -> None:
        self._presentation.start(self._statements.current)


class HelpMenu(QMenu):
    """The manual, and what program this is."""

    def __init__(self, help_: Help, window: QWidget) -> None:
        super().__init__("&Help", window)
        self.addActions([help_.manual, help_.about])
