"""Text fields that hold a text of a scan: up to its limit, and unchanged where the user changes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from vpt_desktop.domain.scan import TEXT_LIMIT
from vpt_desktop.domain.text_change import edited
from vpt_desktop.override import override
from vpt_desktop.ui.widgets.text_fields import leave_to_the_window, show_text
from vpt_desktop.words import LONGEST_TEXT

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QMouseEvent

_REFUSAL = (
    f"Een tekst mag {LONGEST_TEXT} hebben; je tekst is gebleven zoals die was, dus voeg een korter stuk toe."
)

_MOST_UNITS = 2 * TEXT_LIMIT + 1
"""UTF-16 units, which Qt counts: what Qt cuts to this length still has more than TEXT_LIMIT characters."""

_BREAKS = re.compile(r"[ \t\n]")
_LONG_WORD = 2000
"""Characters. In a longer word Qt looks for a place to break from each line on, to the end of the word."""


class _Limit(QValidator):
    """Accepts texts of up to TEXT_LIMIT characters."""

    @override
    def validate(self, text: str, position: int) -> QValidator.State:
        too_long = len(text) > TEXT_LIMIT
        return QValidator.State.Invalid if too_long else QValidator.State.Acceptable


class LimitedLine(QLineEdit):
    """Text field of one line that refuses, as a whole, what would make its text too long."""

    refused = Signal(str)
    """One sentence on what was refused."""

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(parent, maxLength=_MOST_UNITS, placeholderText=placeholder)
        self.setValidator(_Limit(self))
        self.inputRejected.connect(self._on_input_rejected)
        leave_to_the_window(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._on_paste_requested()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clipboard = QGuiApplication.clipboard()
        pastes = event.button() == Qt.MouseButton.MiddleButton and clipboard.supportsSelection()
        if not pastes or self._takes(clipboard.text(QtGui.QClipboard.Mode.Selection)):
            super().mouseReleaseEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is self or self._takes(event.mimeData().text()):
            super().dropEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.findChild(QAction, "edit-paste")
        if paste is not None:
            paste.triggered.disconnect()
            paste.triggered.connect(self._on_paste_requested)
        menu.popup(event.globalPos())

    def _on_paste_requested(self) -> None:
        replaced = len(self.selectedText())
        if not self.isReadOnly() and self._takes(QGuiApplication.clipboard().text(), replaced):
            self.paste()

    def _takes(self, text: str, replaced: int = 0) -> bool:
        """Return whether `text` fits in place of so many characters: Qt removes a long one one by one."""
        if len(self.text()) - replaced + len(text) > TEXT_LIMIT:
            self.refused.emit(_REFUSAL)
            return False
        return True

    def _on_input_rejected(self) -> None:
        self.refused.emit(_REFUSAL)


class LimitedText(QPlainTextEdit):
    """Text field of several lines that refuses, as a whole, what would make its text too long.

    What Qt cannot show as it is, such as a no-break space, stays in the text until the user changes it.
    """

    edited = Signal(str)
    """The text, after a change by the user."""

    refused = Signal(str)
    """One sentence on what was refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tabChangesFocus=True, undoRedoEnabled=False)  # undo is the document's
        self._text: str = ""
        self._shown: str = ""
        self.textChanged.connect(self._on_text_changed)
        leave_to_the_window(self)

    @property
    def text(self) -> str:
        """The text, with what Qt cannot show as it is."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show `text`, with the cursor at the end of what is different in it, if anything is."""
        if text == self._text:
            return
        with QSignalBlocker(self):
            self._break_lines_for(text)
            show_text(self, text)
        self._text, self._shown = text, self.toPlainText()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = source.text().replace("\r\n", "\n")
        kept = len(self._text) - len(self.textCursor().selectedText())
        if kept + len(pasted) > TEXT_LIMIT:  # Qt needs minutes to lay out a long one
            self.refused.emit(_REFUSAL)
            return
        self._break_lines_for(pasted)
        super().insertFromMimeData(source)

    def _on_text_changed(self) -> None:
        shown = self.toPlainText()
        if shown == self._shown:
            return
        text = edited(self._text, self._shown, shown)
        if len(text) > TEXT_LIMIT:
            with QSignalBlocker(self):
                show_text(self, self._text)
            self.refused.emit(_REFUSAL)
            return
        self._break_lines_for(text)
        self._text, self._shown = text, shown
        self.edited.emit(text)

    def _break_lines_for(self, text: str) -> None:
        """Break lines anywhere where a word is so long that looking for better places takes Qt too long."""
        long_word = len(text) > _LONG_WORD and max(map(len, _BREAKS.split(text))) > _LONG_WORD
        mode = QtGui.QTextOption.WrapMode
        self.setWordWrapMode(mode.WrapAnywhere if long_word else mode.WrapAtWordBoundaryOrAnywhere)
