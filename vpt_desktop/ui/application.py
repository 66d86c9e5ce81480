"""The Qt application around the window: language, look and wiring."""

from __future__ import annotations

import datetime as dt
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QSize, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from vpt_desktop import __version__
from vpt_desktop.domain.scan import new_scan
from vpt_desktop.override import override
from vpt_desktop.resources import resource
from vpt_desktop.startup import no_abort, qt_folder
from vpt_desktop.ui.background import GarbageCollector
from vpt_desktop.ui.document.open_file import OpenFile
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.document.scan_document import ScanDocument
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.preferences import Preferences, keep_no_settings_of_dialogs, keep_settings_in
from vpt_desktop.ui.taskbar import RecentFiles, identify
from vpt_desktop.ui.unexpected_error import report_unexpected_errors
from vpt_desktop.ui.user_data import open_names_folder, recovery_folder
from vpt_desktop.ui.widgets.accessible_role import install_roles
from vpt_desktop.ui.widgets.focus_ring import FocusRing
from vpt_desktop.ui.widgets.theme import Theme, load_typeface
from vpt_desktop.ui.widgets.window_place import put_in_place
from vpt_desktop.user_folder import portable_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from vpt_desktop.domain.card import Card
    from vpt_desktop.domain.scan import Scan

STYLE = "-style", "Fusion"
"""Arguments of Qt: setStyle() would return the style, and PySide then makes ten enumerations for that."""

_ICON_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)


def run(card: Card, path: Path | None, *, present: bool = False) -> int:
    """Show the window on a new scan, or the one in the file at `path`, until it is closed; returns 0.

    With `present` the scan is presented at once.
    """
    app = start()
    stick = portable_folder()
    if stick is not None:
        keep_settings_in(stick)
    preferences = Preferences()
    open_file = OpenFile(open_names_folder())
    if sys.platform == "win32" and path is not None and open_file.is_elsewhere(path):
        return 0  # and that is in front now
    window = build_window(app, card, preferences, open_file)
    window.show()
    keeper = RecoveryKeeper(card, window.document, recovery_folder())
    report_unexpected_errors(keeper.write, window.show_error)
    keeper.failed.connect(window.show_error)
    keeper.resumed.connect(window.recovery.on_resumed)
    keeper.found.connect(partial(window.recovery.on_found, keeper.bring_back_next))
    begin_after_the_first_frame = partial(begin, keeper, window, path, present=present)
    QTimer.singleShot(0, keeper, begin_after_the_first_frame)
    if sys.platform == "darwin":
        FileOpener(app, window.files.open)  # elsewhere it would filter every event without use
    elif sys.platform == "win32" and stick is None:
        window.document.file_changed.connect(RecentFiles(app).add)
    app.commitDataRequest.connect(partial(_keep_before_logging_off, keeper))
    # At a signal no window closes; a thread that still works while Qt ends could crash.
    app.aboutToQuit.connect(window.region.close)
    app.aboutToQuit.connect(window.export.end)
    app.aboutToQuit.connect(window.files.settle)
    app.aboutToQuit.connect(window.outputs.settle)
    app.aboutToQuit.connect(window.previous.let_go)
    app.aboutToQuit.connect(keeper.stop)
    app.aboutToQuit.connect(partial(open_file.hold, None, 0))
    app.aboutToQuit.connect(preferences.flush)
    if sys.platform != "win32":
        from vpt_desktop.ui.interruption import Interruption  # noqa: PLC0415  Windows has none

        # Not `quit`, which a window may refuse: unsaved work is back at the next start.
        Interruption(partial(app.exit, 0), app)
    return app.exec()


def _keep_before_logging_off(keeper: RecoveryKeeper, _: object) -> None:
    """Keep unsaved work: the system, or an installer that replaces the program, may end it at any moment."""
    keeper.write()
    keeper.settle()


def begin(keeper: RecoveryKeeper, window: MainWindow, path: Path | None, *, present: bool) -> None:
    """Recover what a crash left, open the scan in the file at `path`, if any, and present it if wanted."""

    def present_it(_left: Scan | None = None) -> None:
        window.presentation.start()

    def go_on(is_brought_back: bool) -> None:
        if path is not None and not is_brought_back:
            window.files.open(path, present_it if present else None)
        elif present:
            present_it()

    keeper.start(path, go_on)


def start() -> QApplication:
    """Return the process's application, prepared; where no window can be opened, exit with one sentence."""
    # Qt's own way to its plugins ends at a colon or semicolon in the name of a folder.
    QCoreApplication.addLibraryPath(str(qt_folder("plugins")))
    identify()
    with no_abort():
        app = QApplication([*sys.argv[:1], *STYLE])
    prepare(app)
    return app


def prepare(app: QApplication) -> None:
    """Set an application's name, icon, typeface and language; once. It has been made with STYLE."""
    app.setApplicationName("vpt-desktop")
    app.setApplicationDisplayName("VPT Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("vpt-desktop")  # by which a Linux desktop finds icon and name
    app.setWindowIcon(_icon())
    keep_no_settings_of_dialogs()
    install_roles()
    GarbageCollector(app)
    load_typeface()
    _set_dutch(app)


def build_window(
    app: QApplication, card: Card, preferences: Preferences, open_file: OpenFile | None = None
) -> MainWindow:
    """Return the main window on a new scan of today, sized for the screen, wired and not yet shown."""
    theme = Theme(app, preferences.zoom)
    theme.zoom_changed.connect(preferences.set_zoom)
    today = dt.date.today()  # noqa: DTZ011  the day on the user's calendar
    document = ScanDocument(new_scan(today, preferences.account_manager), open_file=open_file)
    document.account_manager_changed.connect(preferences.set_account_manager)
    window = MainWindow(app, card, document, theme, preferences)
    theme.refresh()  # not before: a style sheet is evaluated again for each widget that gets a parent
    for part in (theme, document):
        part.setParent(window)
    FocusRing(app, window)
    put_in_place(window, preferences.window_place)
    window.left.connect(preferences.set_window_place)
    return window


def _icon() -> QIcon:
    """Return the icon from PNG files, for which Qt needs no plugin."""
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addFile(str(resource(f"icon-{size}.png")), QSize(size, size))
    return icon


def _set_dutch(app: QApplication) -> None:
    """Set Qt's own dialogs, dates and numbers to Dutch, whatever the system's language."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(app)
    translator.load("qtbase_nl", str(qt_folder("translations")))
    app.installTranslator(translator)


class FileOpener(QObject):
    """Opens each file that macOS opens with the program: by an event, where other systems use arguments."""

    def __init__(self, app: QObject, open_file: Callable[[Path], object]) -> None:
        super().__init__(app)
        self._open_file = open_file
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QtGui.QFileOpenEvent):
            self._open_file(Path(event.file()))
            return True
        return False
