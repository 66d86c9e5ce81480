"""A region's window as its user handles and sees it."""

import datetime as dt
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import action, message
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Answer, new_id
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.region.file_list import FileList
from vpt_desktop.ui.region.region_window import RegionWindow

DAY = dt.date(2026, 3, 1)
TWELVE = (
    "Altena", "Breda", "Deurne", "Eersel", "Gemert", "Helmond", "Oss", "Reusel", "Tilburg", "Vught", "Waalre",
    "Zundert",
)  # fmt: skip


def save(folder: Path, name: str, card: Card, date: dt.date = DAY, file: str = "") -> Path:
    scan = replace(scan_of("☑☑☑☑☐☐☐☐☐☐"), organisation=name, date=date, id=new_id())
    path = folder / f"{file or name} {date}.vpt"
    path.write_bytes(encode_scan(scan.with_answer(7, Answer(note="=1+1", who="Els")), card))
    return path


def drop(region: RegionWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, buttons, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    region.dropEvent(QDropEvent(QPointF(QPoint(9, 9)), actions, data, buttons, keys))


def sum_of(region: RegionWindow) -> str:
    return region.findChild(QLabel, "title").text()


def laid_together(region: RegionWindow, qtbot: QtBot, beginning: str) -> None:
    qtbot.waitUntil(lambda: sum_of(region).startswith(beginning))


def rows(region: RegionWindow) -> dict[str, tuple[str, str]]:
    """Return the state and the reason of each file in the list."""
    model = region.findChild(FileList).model()
    cells = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    return {name: (state, reason) for name, _, state, reason in cells}


def go_to(region: RegionWindow, qtbot: QtBot, name: str) -> FileList:
    """Go to a file in the list by the arrow keys."""
    files = region.findChild(FileList)
    files.setFocus()
    qtbot.keyClick(files, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(files.model().rowCount()):
        if files.currentIndex().siblingAtColumn(0).data() == name:
            break
        qtbot.keyClick(files, Qt.Key.Key_Down)
    return files


def save_as(region: RegionWindow, qtbot: QtBot, name: str, path: Path, remark: str = "") -> None:
    """Choose a menu entry and type a path; what is saved there is said."""
    action(region, name).trigger()
    qtbot.waitUntil(lambda: bool(dialogs(region)))
    (dialog,) = dialogs(region)
    typed = dialog.findChild(QLineEdit)
    typed.setText(str(path))
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: message(region) == f"Opgeslagen: {path}{remark}", timeout=15_000)


def dialogs(region: RegionWindow) -> list[QFileDialog]:
    return [dialog for dialog in region.findChildren(QFileDialog) if dialog.isVisible()]
