"""The first window of a process, as every user meets it; the other tests of the window look at later ones."""

import os
import subprocess
import sys
from pathlib import Path

LOOK = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from vpt_desktop import app
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

def look(_app=None):
    QApplication.processEvents()
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    for kind in (QLabel, QPushButton, StatementCheckBox):
        print(*{widget.fontInfo().family() for widget in window.findChildren(kind)})
    for width in (1366, 820):
        window.showNormal()
        window.resize(width, 700)
        for _ in range(5):
            QApplication.processEvents()
        print(window.width())
    print(*{box.font() == QApplication.font() for box in window.findChildren(StatementCheckBox)})
    return 0

QApplication.exec = look
sys.exit(app.main([]))
"""


RETURN = """
import sys
from PySide6.QtWidgets import QApplication
from vpt_desktop.resources import load_card
from vpt_desktop.ui.application import build_window, start
from vpt_desktop.ui.preferences import Preferences

app, preferences = start(), Preferences()
window = build_window(app, load_card(), preferences)
window.show()
for width in sys.argv[1:]:
    window.showNormal()
    window.resize(int(width), 650)
for _ in range(5):
    QApplication.processEvents()
print(window.width(), window.height())
window.close()
preferences.flush()
"""


def run(profile: Path, *arguments: str) -> list[str]:
    """Return what Python prints as another process, of a user with that profile."""
    homes = {name: str(profile) for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "USERPROFILE")}
    ended = subprocess.run(
        [sys.executable, "-c", *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, **homes},
        timeout=60,
    )
    return ended.stdout.splitlines()


def test_the_first_window_has_the_typeface_and_the_least_width_of_all_later_ones(tmp_path: Path) -> None:
    assert run(tmp_path, LOOK) == [*["Atkinson Hyperlegible"] * 3, "1366", "820", "True"]


def test_a_narrow_window_is_as_narrow_when_the_program_is_started_again(tmp_path: Path) -> None:
    assert run(tmp_path, RETURN, "760") == ["760 650"]
    assert run(tmp_path, RETURN) == ["760 650"]
