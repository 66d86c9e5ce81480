"""The actions of a menu that cut, copy and paste in the text field with the keyboard focus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QWidget

from vpt_desktop.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from PySide6.QtCore import QKeyCombination

_Standard = QKeySequence.StandardKey


class EditingActions(QObject):
    """Cut, copy, paste and select all, each by its standard key, for the text fields of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field: TextField | None = None
        self.cut = self._action("K&nippen", _Standard.Cut)
        self.copy = self._action("Kop&iëren", _Standard.Copy)
        self.paste = self._action("P&lakken", _Standard.Paste)
        self.select_all = self._action("Alles &selecteren", _Standard.SelectAll)
        self.all = (self.cut, self.copy, self.paste, self.select_all)
        self._on_focus_changed(None, None)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_possible(self) -> None:
        """Enable what can be done in the text field now, for a menu that is about to be shown."""
        field = self._field
        if field is not None:
            selected, text = (
                (field.hasSelectedText(), field.text())
                if isinstance(field, QLineEdit)
                else (field.textCursor().hasSelection(), field.toPlainText())
            )
            self.cut.setEnabled(selected and not field.isReadOnly())
            self.copy.setEnabled(selected)
            self.paste.setEnabled(not field.isReadOnly() and bool(QApplication.clipboard().text()))
            self.select_all.setEnabled(bool(text))

    def _action(self, name: str, key: QKeySequence.StandardKey) -> QAction:
        action = QAction(name, self)
        action.setShortcuts(QKeySequence.keyBindings(key))
        action.triggered.connect(partial(self._on_triggered, action))
        return action

    def _on_triggered(self, action: QAction) -> None:
        """Send the field its own key, at which it also holds its limit."""
        if self._field is not None:
            keys = cast("list[QKeyCombination]", action.shortcut())[0]
            press = QKeyEvent(QEvent.Type.KeyPress, keys.key(), keys.keyboardModifiers())
            QApplication.sendEvent(self._field, press)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not isinstance(new, QMenuBar | QMenu):  # which give it back
            inside = isinstance(new, TextField) and self._window.isAncestorOf(new)
            self._field = new if isinstance(new, TextField) and inside else None
        for action in self.all:
            action.setEnabled(self._field is not None)
