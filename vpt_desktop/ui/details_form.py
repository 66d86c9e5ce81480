"""Whose scan it is, and of which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from vpt_desktop.ui.date_field import DateField
from vpt_desktop.ui.focus_ring import RING_MARGIN

if TYPE_CHECKING:
    from vpt_desktop.domain.scan import Scan


class DetailsForm(QWidget):
    """Two fields: the organisation and the date."""

    organisation_changed = Signal(str)
    date_changed = Signal(object)
    date_refused = Signal(str)

    def __init__(self, scan: Scan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._organisation = QLineEdit(placeholderText="Naam van de gemeente of organisatie")
        self._date = DateField()
        layout = QGridLayout(self)
        layout.setContentsMargins(RING_MARGIN, 0, RING_MARGIN, RING_MARGIN)
        layout.setColumnStretch(0, 4)
        layout.setColumnStretch(1, 1)
        for column, (name, field) in enumerate(
            (("Organisatie", self._organisation), ("Datum", self._date)),
        ):
            label = QLabel(name)
            label.setObjectName("secondary")
            label.setBuddy(field)
            field.setAccessibleName(name)
            layout.addWidget(label, 0, column)
            layout.addWidget(field, 1, column)
        self.show_scan(scan)
        self._organisation.textChanged.connect(self.organisation_changed)
        self._date.date_changed.connect(self.date_changed)
        self._date.refused.connect(self.date_refused)

    def show_scan(self, scan: Scan) -> None:
        """Show the details of `scan`."""
        if self._organisation.text() != scan.organisation:  # else the cursor would jump to the end
            self._organisation.setText(scan.organisation)
        self._date.show_date(scan.date)
