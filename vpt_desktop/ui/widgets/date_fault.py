"""What is wrong with what was typed as a date, beside that field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from vpt_desktop.ui.widgets.announcement import Topic, announce
from vpt_desktop.ui.widgets.typed_text import breakable

if TYPE_CHECKING:
    from vpt_desktop.ui.widgets.date_field import DateField


class DateFault(QLabel):
    """Sentence on what the field refused, in sight until that is corrected."""

    def __init__(self, field: DateField) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setObjectName("fault")
        self.hide()
        field.refused.connect(self._on_refused)
        field.corrected.connect(self.hide)

    def _on_refused(self, sentence: str) -> None:
        self.setText(breakable(sentence))
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence, Topic.MESSAGE, subject=self)
