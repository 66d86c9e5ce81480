"""The help of the program: manual and about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from vpt_desktop.ui.widgets.key_action import key_action

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.slide_show import SlideShow
    from vpt_desktop.ui.help.document_window import DocumentWindow

_KEY = "F1"


class Help(QObject):
    """The actions for manual and about, each with a window that is made once and keeps its place.

    In these windows `reading_actions` work too.
    """

    def __init__(self, card: Card, reading_actions: Iterable[QAction], desk: QWidget) -> None:
        super().__init__(desk)
        self._card = card
        self._desk = desk
        self._windows: dict[str, DocumentWindow] = {}
        self._is_presenting = False
        self._reading_actions = tuple(reading_actions)
        self.manual = self._action("&Handleiding", _KEY, self._manual)
        self.about = self._action("&Over VPT Desktop", "Shift+F1", self._about)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def on_slide_show_changed(self, show: SlideShow | None) -> None:
        """Leave F1 to a presentation while there is one, and close the windows as it begins or ends."""
        is_presenting = show is not None
        if is_presenting == self._is_presenting:
            return
        self._is_presenting = is_presenting
        self.manual.setShortcut("" if is_presenting else _KEY)
        for window in self._windows.values():
            window.close()

    def _action(self, name: str, key: str, make: Callable[[str], DocumentWindow]) -> QAction:
        return key_action(self, name, key, partial(self._open, name.replace("&", ""), make))

    def _open(self, title: str, make: Callable[[str], DocumentWindow]) -> None:
        window = self._windows.get(title)
        if window is None:
            window = self._windows[title] = make(title)
        window.show()
        window.activateWindow()

    def _manual(self, title: str) -> DocumentWindow:
        from vpt_desktop.ui.help.document_window import DocumentWindow  # noqa: PLC0415  not for the first frame
        from vpt_desktop.ui.help.manual_view import ManualView  # noqa: PLC0415  the same

        return DocumentWindow(title, ManualView(), self._reading_actions, self._desk)

    def _about(self, title: str) -> DocumentWindow:
        from vpt_desktop.ui.help.about_view import AboutView  # noqa: PLC0415  not for the first frame
        from vpt_desktop.ui.help.document_window import DocumentWindow  # noqa: PLC0415  the same

        return DocumentWindow(title, AboutView(self._card), self._reading_actions, self._desk)
