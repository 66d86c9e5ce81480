"""Where a user's own things lie: in the profile, or all beside a program that is carried on a USB stick."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths

from tests.skips import where_the_profile_moves
from vpt_desktop.ui.user_data import log_file, recovery_folder
from vpt_desktop.user_folder import data_folder, portable_folder

MANUAL = Path(__file__).parents[2] / "docs" / "beheer.md"

USE = """
import os, sys
from PySide6.QtCore import QTimer, QElapsedTimer, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from tests.killing import kept_work
from vpt_desktop import app
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.user_data import recovery_folder
from vpt_desktop.ui.widgets.message_bar import MessageBar

sys.frozen, sys.executable, to_save = True, *sys.argv[1:]

def pause(milliseconds):  # unlike QTest.qWait, this lets other threads work meanwhile
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

def until(condition):
    clock = QElapsedTimer()
    clock.start()
    while not condition():
        assert clock.elapsed() < 20_000
        pause(10)

def shown(kind):
    return [widget for widget in QApplication.allWidgets() if isinstance(widget, kind) and widget.isVisible()]

def holds_a_tick(path):
    return '"ticked": true' in path.read_text(encoding="utf-8")

def use(_app=None):
    [window] = shown(MainWindow)
    until(lambda: window.isActiveWindow() and window.focusWidget())
    QTest.keyClick(window.focusWidget(), "4")
    until(lambda: shown(MessageBar) or any(map(holds_a_tick, kept_work(recovery_folder()))))
    for bar in shown(MessageBar):
        print(bar.findChildren(QLabel)[0].accessibleName())
    QTest.keyClick(window.focusWidget(), "+", Qt.KeyboardModifier.ControlModifier)
    if not to_save:
        os.kill(os.getpid(), 9)  # as after a crash: no more of our code runs
    sys.excepthook(ValueError, ValueError(), None)
    QTest.keyClick(window, "s", Qt.KeyboardModifier.ControlModifier)
    until(lambda: shown(QFileDialog))
    [dialog] = shown(QFileDialog)
    dialog.findChild(QLineEdit).setText(to_save)
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    until(lambda: not window.isWindowModified())
    window.close()
    pause(0)
    QApplication.instance().aboutToQuit.emit()
    return 0

QApplication.exec = use
sys.exit(app.main([]))
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A stick with a program on it, as far as it can tell."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "vpt-desktop"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    (tmp_path / "profile").mkdir()
    return tmp_path / "profile"


def use(program: Path, profile: Path, to_save: Path | None) -> str:
    """Tick, enlarge, meet an error, save and close; or crash. Return the sentences that were shown."""
    environment = {**os.environ, "HOME": str(profile), "PYTHONUTF8": "1"}
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        environment.pop(f"XDG_{name}_HOME", None)
    ended = subprocess.run(
        [sys.executable, "-c", USE, str(program), str(to_save or "")],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=environment,
        timeout=60,
    )
    assert ended.returncode in ({0} if to_save else {9, -9}), ended.stderr
    return ended.stdout


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def kept_in(profile: Path) -> dict[Path, int]:
    """Return when each file in the profile was changed; on Windows, of the user's real one those of ours."""
    places = [profile]
    if sys.platform == "win32":
        places = [Path(os.environ["APPDATA"], "VPT"), Path(os.environ["LOCALAPPDATA"], "vpt-desktop")]
    return {path: path.stat().st_mtime_ns for place in places for path in place.rglob("*")}


@pytest.mark.parametrize("mark", ["portable", "portable.txt"])
def test_a_portable_program_leaves_nothing_in_the_profile(mark: str, program: Path, profile: Path) -> None:
    program.with_name(mark).touch()
    before = kept_in(profile)
    assert use(program, profile, program.with_name("scan.vpt")) == ""
    assert kept_in(profile) == before
    assert files_in(program.parent) == {
        mark,
        "scan.vpt",
        "gegevens/VPT/vpt-desktop.ini",
        "gegevens/vpt-desktop.log",
    }
    assert "zoom=110" in (program.parent / "gegevens/VPT/vpt-desktop.ini").read_text(encoding="utf-8")


@where_the_profile_moves
def test_any_other_program_keeps_all_in_the_profile(program: Path, profile: Path) -> None:
    use(program, profile, profile / "scan.vpt")
    assert files_in(program.parent) == set()
    written = files_in(profile) - {"scan.vpt"}
    assert written == {
        ".config/VPT/vpt-desktop.ini",
        ".local/share/vpt-desktop/vpt-desktop.log",
    }
    manual = MANUAL.read_text(encoding="utf-8")
    assert [path for path in written if f"`~/{path}`" not in manual] == []


def test_unsaved_work_is_kept_on_the_stick(program: Path, profile: Path) -> None:
    program.with_name("portable").touch()
    before = kept_in(profile)
    use(program, profile, None)
    assert kept_in(profile) == before
    [kept] = program.parent.glob("gegevens/herstel/*/laatste.vpt-herstel")
    assert '"ticked": true' in kept.read_text(encoding="utf-8")


def test_a_stick_that_cannot_be_written_is_told_and_the_scan_can_be_saved_elsewhere(
    program: Path, profile: Path, tmp_path: Path
) -> None:
    program.with_name("portable").touch()
    program.with_name("gegevens").touch()  # a file: not even a superuser makes a folder of it
    before = kept_in(profile)
    assert use(program, profile, tmp_path / "scan.vpt") == (
        f"Wijzigingen worden niet vanzelf bewaard in {program.with_name('gegevens') / 'herstel'}: "
        "op de plaats van die map staat een bestand; je kunt doorwerken, maar sla je scan vaak zelf op.\n"
    )
    assert '"ticked": true' in (tmp_path / "scan.vpt").read_text(encoding="utf-8")
    assert kept_in(profile) == before


def test_a_source_tree_is_never_portable(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program.with_name("portable").touch()
    monkeypatch.setattr(sys, "executable", str(program))
    assert portable_folder() is None


def test_on_macos_the_mark_lies_beside_what_the_user_sees_as_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "VPT Desktop.app" / "Contents" / "MacOS"
    inside.mkdir(parents=True)
    (inside / "portable").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(inside / "vpt-desktop"))
    assert portable_folder() is None
    (tmp_path / "portable").touch()
    assert portable_folder() == tmp_path / "gegevens"
    assert recovery_folder() == tmp_path / "gegevens" / "herstel"
    assert log_file() == tmp_path / "gegevens" / "vpt-desktop.log"


def test_the_folder_that_is_found_without_qt_is_the_one_that_qt_knows() -> None:
    app = QCoreApplication.instance()
    assert app
    assert app.applicationName() == "vpt-desktop"
    known = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    assert data_folder() == Path(known)
