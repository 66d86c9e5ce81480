"""Placement of a presentation's windows on the screens, as these are plugged in or pulled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from vpt_desktop.ui.presentation.screens import projector_among, screen_of, screens_apart
from vpt_desktop.ui.widgets.text_fields import is_typing

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

_IN_A_WINDOW = 0.8
"""Part of the screen that the slides take when they are not full screen."""


class ScreenPlacement(QObject):
    """Keeps the slides on the projector and the leader's desk off it; on a single screen, in front of it."""

    arranged = Signal()
    """The windows may have moved to another screen."""

    def __init__(self, app: QGuiApplication, desk: QWidget) -> None:
        super().__init__(desk)
        self._app = app
        self._desk = desk
        self._slides: QWidget | None = None
        self._wanted: str | None = None
        self._full = True
        self._typed_in: QWidget | None = None
        """The window with the focus in a text field when the screens changed."""
        self._place_before: tuple[str, QByteArray] | None = None
        """Screen and geometry of the desk before it was displaced; None while it has not been."""
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._rearrange)

    @property
    def desk_in_sight(self) -> bool:
        """Whether the desk has a screen of its own beside the slides."""
        return len(screens_apart()) > 1

    @property
    def projector(self) -> str | None:
        """The name of the screen that the slides are for; None without any screen."""
        screens = screens_apart()
        if not screens:
            return None
        return self._wanted if self._wanted in screens else projector_among(screens)

    def enter(self, slides: QWidget) -> None:
        """Show the slides, and keep them in place until `leave`."""
        self._slides = slides
        self._full = True
        self._app.screenAdded.connect(self._on_screen_added)
        self._app.screenRemoved.connect(self._on_screens_changed)
        self._app.primaryScreenChanged.connect(self._on_screens_changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_screens_changed)
        self._arrange(activate=True)

    def bring_back(self) -> None:
        """Raise the slides, without taking the keyboard from a text field at the desk."""
        if self._slides is not None and self._slides.isMinimized():
            self._slides.showNormal()
        self._arrange(activate=not (is_typing() and self.desk_in_sight))

    def leave(self) -> None:
        """Stop keeping the slides in place, and return a displaced desk to where it was before them."""
        self._slides = None
        self._soon.stop()
        self._app.screenAdded.disconnect(self._on_screen_added)
        self._app.screenRemoved.disconnect(self._on_screens_changed)
        self._app.primaryScreenChanged.disconnect(self._on_screens_changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.disconnect(self._on_screens_changed)
        if self._place_before is not None:
            name, geometry = self._place_before
            self._place_before = None
            _move_back(self._desk, screens_apart().get(name), geometry)

    def choose(self, name: str) -> None:
        """Move the slides to the screen of that name, and keep them there while it exists."""
        self._wanted = name
        self._arrange(activate=True)

    def swap(self) -> None:
        """Move the slides to the next screen."""
        names = list(screens_apart())
        if self.projector is not None:
            self.choose(names[(names.index(self.projector) + 1) % len(names)])

    def toggle_full_screen(self) -> None:
        """Switch between full screen and a window that can be moved and shared."""
        self._full = not self._full
        self._arrange(activate=True)

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_screens_changed)
        self._on_screens_changed()

    def _on_screens_changed(self) -> None:
        if not self._soon.isActive():
            self._typed_in = QApplication.activeWindow() if is_typing() else None
        self._soon.start()  # after Qt itself has moved its windows, which may move the focus too

    def _rearrange(self) -> None:
        self._arrange(activate=self._typed_in is None)
        if self._typed_in is not None and isValid(self._typed_in) and self._typed_in.isVisible():
            self._typed_in.activateWindow()  # letters typed in a note must not reach the commands

    def _arrange(self, *, activate: bool) -> None:
        screens = screens_apart()
        name = self.projector
        if self._slides is None or name is None:
            return
        if len(screens) > 1 and screen_of(self._desk, screens) == name:
            if self._place_before is None:
                self._place_before = name, self._desk.saveGeometry()
            _move(self._desk, next(screen for other, screen in screens.items() if other != name))
        self._slides.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not activate)
        self._move_slides(self._slides, screens[name])
        self._slides.raise_()
        if activate:
            self._slides.activateWindow()
        self.arranged.emit()

    def _move_slides(self, slides: QWidget, screen: QScreen) -> None:
        place = screen.geometry()
        if (
            slides.isVisible()
            and slides.isFullScreen() == self._full
            and (slides.geometry() == place if self._full else place.contains(slides.geometry().center()))
        ):
            return
        if slides.isVisible() or not self._full:  # else a window would flash before the slide
            slides.showNormal()
        slides.setScreen(screen)
        if self._full:
            slides.setGeometry(place)
            slides.showFullScreen()
        else:
            slides.resize(screen.availableSize() * _IN_A_WINDOW)
            frame = slides.frameGeometry()
            frame.moveCenter(screen.availableGeometry().center())
            slides.move(frame.topLeft())


def bring_to_front(window: QWidget) -> None:
    """Raise and activate a window, also if it is minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def _move(window: QWidget, screen: QScreen) -> None:
    """Move a window to the middle of another screen, at most as large as that, and keep its state."""
    state = window.windowState()
    window.setScreen(screen)
    window.showNormal()  # not before: where a system makes a window anew for another screen, that hides it
    place = screen.availableGeometry()
    frame = window.frameGeometry()
    window.resize(window.size().boundedTo(place.size() - (frame.size() - window.size())))
    frame = window.frameGeometry()
    frame.moveCenter(place.center())
    window.move(frame.topLeft())
    window.setWindowState(state & ~Qt.WindowState.WindowFullScreen)


def _move_back(window: QWidget, screen: QScreen | None, geometry: QByteArray) -> None:
    """Move a window back to its saved geometry, or near it if its screen is gone."""
    window.showNormal()  # a maximised window would stay on the screen that it is on
    if screen is not None:
        window.move(screen.availableGeometry().topLeft())
        window.setScreen(screen)
    window.restoreGeometry(geometry)
