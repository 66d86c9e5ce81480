"""The window: arranges what is shown, and owns the actions and menus."""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from vpt_desktop import __version__
from vpt_desktop.override import override
from vpt_desktop.ui.details_form import DetailsForm
from vpt_desktop.ui.focus_ring import RING_MARGIN
from vpt_desktop.ui.message_bar import MessageBar
from vpt_desktop.ui.scan_files import ScanFiles
from vpt_desktop.ui.scrolling import VerticalScrollArea
from vpt_desktop.ui.side_panel import SidePanel
from vpt_desktop.ui.statement_list import StatementList
from vpt_desktop.ui.summary_export import SummaryExport

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.ui.preferences import Preferences
    from vpt_desktop.ui.scan_document import ScanDocument
    from vpt_desktop.ui.theme import Theme

# In units of the text size:
_TWO_COLUMNS = 58
"""The least width of the window at which statements and result stand side by side."""
_WIDEST_PANEL = 31

_UNLIMITED = 16_777_215
"""Qt's QWIDGETSIZE_MAX, which PySide6 does not export."""


class MainWindow(QMainWindow):
    """Statements left, result right; above each other where the text is too large for that."""

    def __init__(self, card: Card, document: ScanDocument, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._card = card
        self.document = document
        """The scan that the window shows, and its file."""
        self._details = DetailsForm(document.scan)
        self._statements = StatementList(card, document.scan)
        self._panel = SidePanel(card, document.scan)
        self._messages = MessageBar()
        self._preferences = preferences
        self.files = ScanFiles(card, document, preferences, self)
        self._may_close = False
        self._export = SummaryExport(card, document, self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange(card)
        self._tick_actions = [
            self._tick_action(number, s.label) for number, s in enumerate(card.statements, 1)
        ]
        self.figure_keys = QAction("&Cijfertoetsen vinken aan", self, checkable=True, checked=True)
        """Keys of a single character must be possible to switch off: WCAG 2.1, 2.1.4."""
        self.figure_keys.setShortcut("Ctrl+Shift+F2")
        self._open_pdf = QAction("P&DF openen", self, enabled=False)
        self._open_pdf.setShortcut("Ctrl+Shift+E")
        self._open_folder = QAction("&Map van de PDF openen", self, enabled=False)
        self._open_folder.setShortcut("Ctrl+Shift+M")
        self._summary: Path | None = None
        self._fill_menus(theme)
        self._connect(theme)
        self._show_title()
        self._statements.focus_statement(1)

    @property
    def scan(self) -> Scan:
        """The scan that the window shows."""
        return self.document.scan

    def show_error(self, sentence: str) -> None:
        """Tell the user in one sentence that something did not work."""
        self._messages.show_error(sentence)

    def on_recovered(self) -> None:
        """Tell the user that unsaved work is back, and offer to let go of it."""
        self._messages.show_message(
            "Je niet-opgeslagen scan van de vorige keer is teruggehaald.",
            {"Weggooien": self.files.discard},
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close or not self.document.is_modified:
            super().closeEvent(event)
        else:
            event.ignore()
            self.files.unless_unsaved(self._close_for_good)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.open(path)

    def _arrange(self, card: Card) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = QLabel(card.title, wordWrap=True, indent=RING_MARGIN)
        title.setObjectName("title")
        column.addWidget(title)
        column.addWidget(QLabel(_question(card), wordWrap=True, indent=RING_MARGIN))
        column.addWidget(self._details)
        column.addWidget(self._statements)
        column.addStretch()
        self._columns.setContentsMargins(12, 12, 16, 12)
        self._columns.setSpacing(8)
        self._columns.addWidget(VerticalScrollArea(page), stretch=3)
        self._columns.addWidget(self._panel)
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self._columns, stretch=1)
        rows.addWidget(self._messages)
        self.setCentralWidget(centre)

    def _fit_columns(self) -> None:
        text_size = self.fontInfo().pixelSize()
        stacked = self.width() < _TWO_COLUMNS * text_size
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight,
        )
        self._columns.setStretchFactor(self._panel, 3 if stacked else 2)
        self._panel.setMaximumWidth(_UNLIMITED if stacked else _WIDEST_PANEL * text_size)
        self._panel.set_compact(stacked)
        self._messages.set_stacked(stacked)

    def _fill_menus(self, theme: Theme) -> None:
        bar = self.menuBar()
        menu = bar.addMenu("&Bestand")
        menu.addAction("&Nieuw", "Ctrl+N", self.files.new)
        menu.addAction("&Openen…", "Ctrl+O", self.files.ask_and_open)
        recent = menu.addMenu("Onlangs &geopend")
        recent.aboutToShow.connect(partial(self._fill_recent, recent))
        menu.addSeparator()
        menu.addAction("Op&slaan", "Ctrl+S", partial(self.files.save, None))
        menu.addAction("Opslaan &als…", "Ctrl+Shift+S", partial(self.files.save_as, None))
        menu.addSeparator()
        menu.addAction("Samenvatting opslaan als &PDF…", "Ctrl+E", self._export.ask)
        menu.addAction(self._open_pdf)
        menu.addAction(self._open_folder)
        menu.addAction("&Lege kaart opslaan als PDF…", "Ctrl+Shift+L", self._export.ask_empty_card)
        menu.addAction("Af&drukken…", "Ctrl+P", self._export.print)
        menu.addSeparator()
        menu.addAction("A&fsluiten", "Ctrl+Q", self.close)
        menu = bar.addMenu("Be&werken")
        undo = self.document.undo_stack.createUndoAction(self, "&Ongedaan maken:")
        redo = self.document.undo_stack.createRedoAction(self, "O&pnieuw doen:")
        for action, keys in ((undo, QKeySequence.StandardKey.Undo), (redo, QKeySequence.StandardKey.Redo)):
            action.setShortcuts(keys)
            menu.addAction(action)
        menu.addAction("Opnieuw &beginnen", "Ctrl+Shift+Delete", self.document.clear)
        menu.addSeparator()
        menu.addAction("Samenvatting &kopiëren als tekst", "Ctrl+Shift+C", self._export.copy)
        menu.addSeparator()
        menu.addAction("&Toelichting bij de stelling", "F2", self._statements.toggle_note)
        menu.addAction(self.figure_keys)
        menu.addSeparator()
        menu.addActions(self._tick_actions)
        menu = bar.addMenu("B&eeld")
        zoom_in = menu.addAction("Tekst &groter", theme.zoom_in)
        zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        menu.addAction("Tekst &kleiner", "Ctrl+-", theme.zoom_out)
        menu.addAction("&Normale tekst", "Ctrl+0", theme.reset_zoom)
        menu = bar.addMenu("&Help")
        menu.addAction("&Over VPT Desktop", "Shift+F1", self._on_about_requested)

    def _tick_action(self, number: int, label: str) -> QAction:
        action = QAction(f"Stelling {number}: {label}", self, checkable=True)
        action.setShortcut(str(number % 10))
        action.setAutoRepeat(False)
        action.toggled.connect(partial(self.document.set_ticked, number))
        return action

    def _connect(self, theme: Theme) -> None:
        self.document.scan_changed.connect(self._on_scan_changed)
        self._details.organisation_changed.connect(self.document.set_organisation)
        self._details.date_changed.connect(self.document.set_date)
        self._details.participants_changed.connect(self.document.set_participants)
        self._details.leader_changed.connect(self.document.set_leader)
        self._details.account_manager_changed.connect(self.document.set_account_manager)
        self._statements.statement_toggled.connect(self.document.set_ticked)
        self._statements.answer_changed.connect(self.document.set_answer)
        self._panel.statement_requested.connect(self._statements.focus_statement)
        self._panel.summary_requested.connect(self._export.ask)
        self._export.saved.connect(self._on_summary_saved)
        self._export.copied.connect(self._on_summary_copied)
        self._export.failed.connect(self._messages.show_error)
        self._details.date_refused.connect(self._messages.show_error)
        self.figure_keys.toggled.connect(self._on_figure_keys_toggled)
        self._open_pdf.triggered.connect(self._on_open_pdf)
        self._open_folder.triggered.connect(self._on_open_folder)
        self.files.failed.connect(self._messages.show_error)
        self.files.saved.connect(self._on_scan_saved)
        self.document.file_changed.connect(self._show_title)
        self.document.undo_stack.cleanChanged.connect(self._show_title)
        theme.zoom_changed.connect(self._fit_columns)

    def _on_scan_changed(self, scan: Scan) -> None:
        self._details.show_scan(scan)
        self._statements.show_scan(scan)
        self._panel.show_scan(scan)
        for action, answer in zip(self._tick_actions, scan.answers, strict=True):
            action.setChecked(answer.ticked)

    def _show_title(self) -> None:
        path = self.document.path
        self.setWindowTitle(f"{path.name if path else 'Nieuwe scan'}[*]")
        self.setWindowModified(self.document.is_modified)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._preferences.recent:
            menu.addAction(str(path).replace("&", "&&"), partial(self.files.open, path))
        menu.setEnabled(True)
        if menu.isEmpty():
            menu.addAction("Nog geen").setEnabled(False)

    def _on_scan_saved(self, path: Path) -> None:
        self._messages.show_message(f"Opgeslagen: {path}")

    def _close_for_good(self) -> None:
        self._may_close = True
        self.close()

    def _on_summary_saved(self, path: Path, remark: str) -> None:
        self._summary = path
        for action in (self._open_pdf, self._open_folder):
            action.setEnabled(True)
        self._messages.show_message(
            f"Opgeslagen: {path}{remark and f'. {remark}'}",
            {"PDF openen": self._open_pdf.trigger, "Map openen": self._open_folder.trigger},
        )

    def _on_summary_copied(self) -> None:
        self._messages.show_message("De samenvatting staat op het klembord.")

    def _on_figure_keys_toggled(self, on: bool) -> None:
        for number, action in enumerate(self._tick_actions, 1):
            action.setShortcut(str(number % 10) if on else QKeySequence())

    def _on_open_pdf(self) -> None:
        if self._summary is not None:
            self._open(self._summary)

    def _on_open_folder(self) -> None:
        if self._summary is not None:
            self._open(self._summary.parent)

    def _on_about_requested(self) -> None:
        self._messages.show_message(
            f"VPT Desktop {__version__}, bij de kaart van {' '.join(self._card.sender)}."
        )

    def _open(self, path: Path) -> None:
        if not path.exists():
            self._messages.show_error(f"{path} staat daar niet meer.")
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._messages.show_error(f"Op deze computer is geen programma gevonden om {path} te openen.")


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one file that is dragged, None for anything else."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _question(card: Card) -> str:
    instruction = card.instruction
    action = escape(instruction.action).replace(
        escape(instruction.emphasis), f"<b>{escape(instruction.emphasis)}</b>", 1
    )
    return f"{escape(card.question)} {action}"
