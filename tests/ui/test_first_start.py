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


def test_the_first_window_has_the_typeface_and_the_least_width_of_all_later_ones(tmp_path: Path) -> None:
    profile = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "USERPROFILE")}
    ended = subprocess.run(
        [sys.executable, "-c", LOOK],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, **profile},
        timeout=60,
    )
    assert ended.stdout.splitlines() == [*["Atkinson Hyperlegible"] * 3, "1366", "820", "True"]
