"""The details of a scan: organisation, date, participants, leader and account manager."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vpt_desktop.ui.widgets.accessible_role import DisclosureButton, make_group
from vpt_desktop.ui.widgets.date_fault import DateFault
from vpt_desktop.ui.widgets.date_field import DateField, DatePicker
from vpt_desktop.ui.widgets.field_label import FieldLabel
from vpt_desktop.ui.widgets.given_width import GivenWidth
from vpt_desktop.ui.widgets.limited_text import LimitedLine
from vpt_desktop.ui.widgets.scrolling import RING_MARGIN
from vpt_desktop.ui.widgets.text_fields import show_text
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from vpt_desktop.domain.scan import Scan


class DetailsForm(GivenWidth, QWidget):
    """Form with organisation and date; participants, leader and account manager are folded away."""

    organisation_changed = Signal(str)
    date_changed = Signal(object)
    refused = Signal(str)
    """One sentence on a text that is too long; what was refused as a date stands below that field."""

    participants_changed = Signal(str)
    leader_changed = Signal(str)
    account_manager_changed = Signal(object)
    """The AccountManager with what the user typed."""

    def __init__(self, scan: Scan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._organisation = LimitedLine(placeholder="Naam van de gemeente of organisatie")
        self._date = DateField()
        self._picker = DatePicker(self._date)
        self._fault = DateFault(self._date)
        self._participants, self._leader = LimitedLine(), LimitedLine()
        self._name, self._phone, self._email = LimitedLine(), LimitedLine(), LimitedLine()
        self._account_manager = scan.account_manager
        self._more = DisclosureButton()
        self._more.setObjectName("secondary")
        self._folded: list[QWidget] = []
        self._grid = QGridLayout(self)
        make_group(self, "Gegevens van de scan")
        self._arrange()
        self._more.clicked.connect(self._on_more_clicked)
        self.show_scan(scan)
        self._connect()

    def show_scan(self, scan: Scan) -> None:
        """Show the details of `scan`."""
        manager = self._account_manager = scan.account_manager
        with QSignalBlocker(self):  # a scan that is half shown is no change by the user
            for field, text in (
                (self._organisation, scan.organisation),
                (self._participants, scan.participants),
                (self._leader, scan.leader),
                (self._name, manager.name),
                (self._phone, manager.phone),
                (self._email, manager.email),
            ):
                show_text(field, text)
        self._date.show_date(scan.date)

    def forget_fault(self) -> None:
        """Show no longer what was wrong with a date: another scan is open."""
        self._fault.hide()

    def _arrange(self) -> None:
        grid = self._grid
        grid.setContentsMargins(RING_MARGIN, 0, RING_MARGIN, RING_MARGIN)
        for column, stretch in enumerate((3, 2, 2)):
            grid.setColumnStretch(column, stretch)
        self._place(WORDS.organisation, self._organisation, 0, 0, columns=2)
        self._place(WORDS.date, self._date, 0, 2, holder=self._picker)
        grid.addWidget(self._fault, 2, 0, 1, 3)
        grid.addWidget(self._more, 3, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        rows = (
            ((WORDS.participants, self._participants, 0, 2), (WORDS.leader, self._leader, 2, 1)),
            (
                (f"{WORDS.account_manager} RIEC", self._name, 0, 1),
                (WORDS.phone, self._phone, 1, 1),
                (WORDS.email, self._email, 2, 1),
            ),
        )
        for row, fields in enumerate(rows):
            for name, field, column, columns in fields:
                label = self._place(name, field, 4 + 2 * row, column, columns=columns)
                self._folded += [label, field]
        self._show_all(shown=False)

    def _place(  # noqa: PLR0913  a place in a grid takes that many
        self,
        name: str,
        field: LimitedLine,
        row: int,
        column: int,
        *,
        columns: int = 1,
        holder: QWidget | None = None,
    ) -> FieldLabel:
        field.setAccessibleName(name)
        label = FieldLabel(name, field)
        if field is not self._date:
            field.refused.connect(self.refused)
        self._grid.addWidget(label, row, column, 1, columns)
        self._grid.addWidget(holder or field, row + 1, column, 1, columns)
        return label

    def _connect(self) -> None:
        self._organisation.textChanged.connect(self.organisation_changed)
        self._date.date_changed.connect(self.date_changed)
        self._participants.textChanged.connect(self.participants_changed)
        self._leader.textChanged.connect(self.leader_changed)
        self._name.textChanged.connect(partial(self._on_account_manager_edited, "name"))
        self._phone.textChanged.connect(partial(self._on_account_manager_edited, "phone"))
        self._email.textChanged.connect(partial(self._on_account_manager_edited, "email"))

    def _on_more_clicked(self) -> None:
        self._show_all(shown=self._participants.isHidden())

    def _show_all(self, *, shown: bool) -> None:
        self._more.set_expanded(shown)
        self._more.setText("Minder gegevens" if shown else "Meer gegevens")
        for widget in self._folded:
            widget.setVisible(shown)

    def _on_account_manager_edited(self, field: str, text: str) -> None:
        self._account_manager = replace(self._account_manager, **{field: text})
        self.account_manager_changed.emit(self._account_manager)
