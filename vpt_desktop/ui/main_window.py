"""The main window: arranges the parts and connects their signals."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from vpt_desktop.domain.comparison import compared_with_previous
from vpt_desktop.domain.file_name import SCAN_SUFFIX
from vpt_desktop.override import override
from vpt_desktop.ui.actions import Actions
from vpt_desktop.ui.change_announcer import ChangeAnnouncer
from vpt_desktop.ui.comparison.agreements import Agreements
from vpt_desktop.ui.document.previous_scan import PreviousScan
from vpt_desktop.ui.document.scan_files import ScanFiles
from vpt_desktop.ui.document.scan_outputs import ScanOutputs
from vpt_desktop.ui.export import Export
from vpt_desktop.ui.help.help import Help
from vpt_desktop.ui.main_menu import EditMenu, FileMenu, HelpMenu, ViewMenu
from vpt_desktop.ui.messages import Messages, Until
from vpt_desktop.ui.presentation.console import Console
from vpt_desktop.ui.presentation.controller import Presentation
from vpt_desktop.ui.presentation.desk import Desk
from vpt_desktop.ui.recovery_messages import RecoveryMessages
from vpt_desktop.ui.region.overview import RegionOverview
from vpt_desktop.ui.scan.columns import Columns
from vpt_desktop.ui.scan.details_form import DetailsForm
from vpt_desktop.ui.scan.side_panel import SidePanel
from vpt_desktop.ui.scan.statement_list import StatementList
from vpt_desktop.ui.widgets.accessible_role import make_heading
from vpt_desktop.ui.widgets.dropped_files import accept_as_copy, dragged_files
from vpt_desktop.ui.widgets.key_places import KeysByPlace
from vpt_desktop.ui.widgets.laid_out_once import laid_out_once
from vpt_desktop.ui.widgets.message_bar import MessageBar
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN
from vpt_desktop.ui.widgets.text_fields import is_typing
from vpt_desktop.ui.widgets.typed_text import escape
from vpt_desktop.ui.widgets.width_taker import WidthTaker
from vpt_desktop.ui.widgets.window_place import place_of
from vpt_desktop.ui.work_messages import WorkMessages

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan
    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.document.scan_document import ScanDocument
    from vpt_desktop.ui.preferences import Preferences
    from vpt_desktop.ui.previous_messages import PreviousMessages
    from vpt_desktop.ui.widgets.theme import Theme

_ONE_FILE = (
    "Er kan maar één scan tegelijk open zijn; er is niets geopend en niets veranderd, "
    "dus sleep één .vpt-bestand hierheen."
)


class MainWindow(QMainWindow):
    """Main window with statements left and result right; stacked where the text is too large for that."""

    desktop_theme_changed = Signal()
    """Colours, fonts or contrast of the desktop."""

    left = Signal(bytes)
    """The place of the window when it closes."""

    def __init__(
        self, app: QApplication, card: Card, document: ScanDocument, theme: Theme, preferences: Preferences
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setAnimated(False)  # there is nothing to dock
        self._card = card
        self._preferences = preferences
        self.document = document
        """The scan that the window shows, and its file."""
        self._details = DetailsForm(document.scan)
        self.statements = StatementList(card, document.scan)
        self.files = ScanFiles(card, document, preferences, self)
        self.previous = PreviousScan(card, document, self.files, self)
        self.export = Export(card, document, self)
        self.outputs = ScanOutputs(card, document, self)
        self._message_bar = MessageBar()
        self._messages = Messages(document, self._message_bar)
        self.recovery = RecoveryMessages(document, self.files, self._messages)
        actions = Actions(card, document, theme, preferences, self)
        desk = Desk(
            self,
            self._leave_layer,
            actions.on_slides,
            actions.key_repeat,
            actions.live_score,
            actions.dark_slides,
        )
        self.presentation = Presentation(app, card, document, desk)
        self._console = Console(card, document, self.presentation)
        self._agreements = Agreements(card, document)
        self._panel = SidePanel(card, document.scan, console=self._console, agreements=self._agreements)
        self.help = Help(card, actions.zoom, self)
        self.region = RegionOverview(app, card, actions.zoom, self)
        title = WidthTaker(indent=RING_MARGIN)
        title.show_text(card.title)
        title.setObjectName("title")
        make_heading(title)
        question = WidthTaker(Qt.TextFormat.RichText, indent=RING_MARGIN)
        question.show_text(_question(card), f"{card.question} {card.instruction.action}")
        parts = title, question, self._details, self.statements
        self._columns = Columns(parts, self._panel, self._message_bar)
        self.setCentralWidget(self._columns)
        others = *self.previous.actions, *self.outputs.actions, self.region.action
        view = ViewMenu(actions, self.presentation, self.statements, self._panel, self)
        for menu in (
            FileMenu(self.files, self.export, others, preferences, self),
            EditMenu(actions, document, self.export, self._toggle_note, self),
            view,
            HelpMenu(self.help, self),
        ):
            self.menuBar().addMenu(menu)
        work = WorkMessages(
            self._messages, self.files, self.previous, self.export, self.outputs, actions.undo
        )
        document.cleared.connect(work.on_cleared)
        ChangeAnnouncer(card, document, actions, theme, self)
        KeysByPlace(self)
        view.show_text_size(theme.zoom)
        theme.zoom_changed.connect(view.show_text_size)
        self._connect(theme)
        actions.statement_ticked.connect(self.statements.touch)
        self._show_title()
        self._show_then()
        self.statements.focus_statement(1)

    @property
    def scan(self) -> Scan:
        """The scan that the window shows."""
        return self.document.scan

    def show_error(self, sentence: str) -> None:
        """Show one sentence on something that did not work, until the user has read it."""
        self._messages.show_error(sentence, until=Until.CLOSED)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange:
            self.desktop_theme_changed.emit()
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._name_window()  # read on the return; while the window is active, a new name is read at once

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        is_busy = self.files.is_busy or self.export.is_busy or self.outputs.is_busy or self.region.is_writing
        if not (self.document.is_modified or is_busy):
            self.presentation.leave()
            self.region.close()
            self.previous.let_go()
            self.left.emit(place_of(self))
            super().closeEvent(event)
        else:
            event.ignore()
            if not self.presentation.placement.desk_in_sight:
                self.presentation.leave()  # the slides would hide the question
            self.files.ask_to_save(self._close_after_export)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_files(event):
            accept_as_copy(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dragged_files(event)
        if not paths:
            return
        accept_as_copy(event)
        if len(paths) == 1:
            self._on_file_dropped(paths[0])
        else:
            self.show_error(_ONE_FILE)

    def _on_file_dropped(self, path: Path) -> None:
        document = self.document
        has_scan = document.is_modified or document.path is not None
        if has_scan and path != document.path and path.suffix.lower() == SCAN_SUFFIX:
            self.previous_messages.ask_about(path)
        else:
            self.files.open(path)

    @cached_property
    def previous_messages(self) -> PreviousMessages:
        """What asks about a scan that may be the previous one, made when it is first needed."""
        from vpt_desktop.ui.previous_messages import PreviousMessages  # noqa: PLC0415  not at first

        return PreviousMessages(
            self._card, self.document, self.files, self.previous, self._preferences, self._messages
        )

    def _look_for_earlier(self) -> None:
        if self.scan.previous is None and self.scan.organisation:
            self.previous_messages.recent.look_soon()

    def _leave_layer(self) -> bool:
        """Leave the message or the text that has the keyboard focus; return False if there is none."""
        focused = QApplication.focusWidget()
        if focused is not None and self._message_bar.isAncestorOf(focused):
            self._message_bar.leave()
        elif self._console.is_editing:
            self.statements.focus_current()
            self.presentation.placement.bring_back()
        elif self.isActiveWindow() and is_typing():
            self.statements.focus_current()
        else:
            return False
        return True

    def _connect(self, theme: Theme) -> None:
        self.document.scan_changed.connect(self._on_scan_changed)
        self._details.organisation_changed.connect(self.document.set_organisation)
        self._details.organisation_changed.connect(self._look_for_earlier)
        self._details.date_changed.connect(self.document.set_date)
        self._details.participants_changed.connect(self.document.set_participants)
        self._details.leader_changed.connect(self.document.set_leader)
        self._details.account_manager_changed.connect(self.document.set_account_manager)
        self.statements.statement_toggled.connect(self.document.set_ticked)
        self.statements.answer_changed.connect(self.document.set_answer)
        self._panel.concealment_changed.connect(self._show_then)
        self._panel.statement_requested.connect(self.statements.focus_statement)
        self._agreements.statement_requested.connect(self.statements.focus_statement)
        self._agreements.left.connect(self.statements.focus_current)
        self._panel.summary_requested.connect(partial(self.export.ask_and_save, self.export.summary))
        for refused in (
            self._details.refused,
            self.statements.refused,
            self._console.refused,
            self._agreements.refused,
            self.document.refused,
        ):
            refused.connect(self._messages.show_refusal)
        self._panel.presentation_requested.connect(self._on_presentation_requested)
        self.presentation.slide_show_changed.connect(self._on_slide_show_changed)
        self.presentation.slide_show_changed.connect(self.help.on_slide_show_changed)
        self.presentation.note_requested.connect(self._console.edit_note)
        self.presentation.outcome_requested.connect(self._console.choose_outcome)
        self.document.file_changed.connect(self._show_title)
        self.document.opened.connect(self._on_opened)
        self.document.opened.connect(self._details.forget_fault)
        self.document.opened.connect(self.statements.begin)
        self.document.opened.connect(self._look_for_earlier)
        self.document.modified_changed.connect(self._show_title)
        self.region.opening_requested.connect(self.files.open)
        theme.zoom_changed.connect(self._columns.fit)
        theme.zoom_changed.connect(self.region.fit)
        self.desktop_theme_changed.connect(theme.refresh)

    def _on_scan_changed(self, scan: Scan) -> None:
        self._details.show_scan(scan)
        self.statements.show_scan(scan)
        self._panel.show_scan(scan)
        self._show_then()

    def _show_then(self) -> None:
        """Show last time in rows and panel, or hide it: during the discussion until it is asked for."""
        in_sight = self._is_then_in_sight
        comparison = compared_with_previous(self.scan, self._card.texts) if in_sight else None
        self.statements.show_then(comparison)
        self._panel.set_then_in_sight(in_sight)
        in_sight = in_sight and not self._panel.is_concealed  # what was agreed comes after the result
        self._agreements.show_scan(self.scan, in_sight=in_sight)  # below the panel's own, for Tab too

    @property
    def _is_then_in_sight(self) -> bool:
        """Whether anything of the previous scan may be seen or heard."""
        show = self.presentation.slide_show
        return not self._panel.is_concealed if show is None else show.shows_then

    def _on_presentation_requested(self) -> None:
        if self.presentation.slide_show is None:
            self.presentation.start()
        else:
            self.presentation.leave()

    def _toggle_note(self) -> None:
        """Go to the note of the statement touched last, in the console if it is on the slides; or from it."""
        show, is_editing = self.presentation.slide_show, self._console.is_editing
        shown = show if self._console.isVisible() else None
        point = shown.point if shown is not None else None
        if point is not None and (
            not self._console.is_at(point) if is_editing else point == self.statements.current
        ):
            self._console.edit_note(point)
        elif is_editing:
            self.statements.focus_current()
        elif shown is not None and shown.agreement is not None:
            self._console.choose_outcome()
        else:
            self.statements.toggle_note()

    def _on_opened(self) -> None:
        if self.presentation.slide_show is None:
            self._panel.set_concealed(False)

    def _on_slide_show_changed(self, show: SlideShow | None) -> None:
        with laid_out_once(self._panel.page):
            self._follow(show)

    def _follow(self, show: SlideShow | None) -> None:
        self._panel.set_presenting(show is not None)
        self._columns.set_presenting(show is not None)
        followed = show.followed if show is not None else None
        self.statements.follow(followed, focus=not self._console.is_choosing)
        # The audience may see or hear the desk too: by a mirrored screen, a wrong key, a screen reader. What
        # the slides did not reveal stays concealed when they close.
        if show is not None:
            self._panel.set_concealed(not show.is_revealed and not show.live)
        else:
            self._panel.announce_concealment(self._scan_name)
        self._show_then()

    @property
    def _scan_name(self) -> str:
        return self.document.path.name if self.document.path else "Nieuwe scan"

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self._scan_name}[*]")
        self.setWindowModified(self.document.is_modified)
        if not self.document.is_modified:
            self._name_window()

    def _name_window(self) -> None:
        state = ", gewijzigd" if self.document.is_modified else ""
        self.setAccessibleName(f"{self._scan_name}{state} — {QApplication.applicationDisplayName()}")

    def _close_after_export(self) -> None:
        """Close, without saving the scan as it is now, once no document is being made; not if that fails."""
        self.previous.let_go()  # else what arrives meanwhile would be a change to ask about
        scan = self.scan

        def close() -> None:
            if self.document.is_modified and self.scan == scan:
                self.files.discard()
            self.close()  # which asks again about what was changed meanwhile

        outputs = partial(self.outputs.when_done, close)
        self.export.when_done(partial(self.region.when_written, outputs))


def _question(card: Card) -> str:
    instruction = card.instruction
    action = escape(instruction.action).replace(
        escape(instruction.emphasis), f"<b>{escape(instruction.emphasis)}</b>", 1
    )
    return f"{escape(card.question)} {action}"
