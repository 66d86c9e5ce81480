"""Who has not sent a scan yet, by a list of names that is typed, pasted or dropped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vpt_desktop.domain.organisation_name import names_in
from vpt_desktop.domain.region.not_received import not_received
from vpt_desktop.domain.short_text import shortened
from vpt_desktop.storage.region_reading import read_names
from vpt_desktop.ui.background import Background
from vpt_desktop.ui.widgets.field_label import FieldLabel
from vpt_desktop.ui.widgets.limited_text import LimitedText
from vpt_desktop.ui.widgets.typed_text import breakable

if TYPE_CHECKING:
    from pathlib import Path

    from vpt_desktop.domain.region.not_received import Missing
    from vpt_desktop.errors import VptError
    from vpt_desktop.region_outputs import LaidTogether

_PAUSE = 300
"""Milliseconds without a key after which the list is compared."""

_IN_SIGHT = 400
"""Names that are listed, more than there are municipalities: Qt takes seconds to lay out thousands."""

_NAME = "Van wie verwacht je een scan? Eén naam per regel."


class MissingNames(QWidget):
    """Field for names, and under it those of whom there is no file."""

    failed = Signal(str)
    """Why a list could not be read or is too long, one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._source: LaidTogether | None = None
        self._reading = Background(self)
        self._comparing = Background(self)
        self._comparing_is_due = False
        self._names = LimitedText()
        self._names.setUndoRedoEnabled(True)  # there is no document here to undo it
        self._names.setAccessibleName(_NAME)
        label = FieldLabel(_NAME, self._names)
        label.setWordWrap(True)
        self._missing = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._missing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._missing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        for part in (label, self._names, self._missing):
            column.addWidget(part)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compare)
        self._names.textChanged.connect(self._pause.start)
        self._names.refused.connect(self.failed)

    def show_region(self, source: LaidTogether) -> None:
        """Compare the names with the files of a region."""
        self._source = source
        self._compare()

    def read(self, path: Path) -> None:
        """Replace the list by that in the file at `path`, as when it is dropped."""
        self._reading.give_up()  # an earlier list
        self._reading.run("", partial(read_names, path), self._on_read, self._on_failed)

    def settle(self) -> None:
        """Give up what is being read, and return when nothing is being compared any more."""
        self._reading.give_up()
        self._comparing.wait()

    def _on_read(self, text: str) -> None:
        names = QMimeData()
        names.setText(text)
        self._names.selectAll()
        self._names.insertFromMimeData(names)  # as if it were pasted: held to the limit, and undone by Ctrl+Z

    def _on_failed(self, error: VptError) -> None:
        self.failed.emit(str(error))

    def _compare(self) -> None:
        """Compare when earlier names have been: of many that are typed only the last count."""
        if not self._comparing_is_due:
            self._comparing_is_due = True
            self._comparing.when_idle(self._begin_comparing)

    def _begin_comparing(self) -> None:
        self._comparing_is_due = False
        expected = names_in(self._names.toPlainText())
        if self._source is None or not expected:
            self._missing.hide()
            return
        compare = partial(not_received, expected, self._source.region, self._source.choices)
        self._comparing.run("", compare, partial(self._show, len(expected)), self._on_failed)

    def _show(self, expected: int, missing: tuple[Missing, ...]) -> None:
        if missing:
            names = "\n".join(map(_in_words, missing[:_IN_SIGHT]))
            more = f"\nen nog {len(missing) - _IN_SIGHT} andere" if len(missing) > _IN_SIGHT else ""
            text = f"Nog niet ontvangen, {len(missing)} van {expected}:\n{names}{more}"
        else:
            text = f"Van alle {expected} is er een bestand."
        self._missing.show()
        self._missing.setText(breakable(text))
        self._missing.setAccessibleName(text)


def _in_words(missing: Missing) -> str:
    near = f" (lijkt op {', '.join(map(shortened, missing.resembles))})" if missing.resembles else ""
    return f"{shortened(missing.name)}{near}"
