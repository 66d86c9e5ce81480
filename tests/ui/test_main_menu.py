"""The menus, each built by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.drawing import scan_of
from tests.ui.screen import action
from vpt_desktop.domain.card import Card
from vpt_desktop.resources import load_card
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.actions import Actions
from vpt_desktop.ui.document.scan_document import ScanDocument
from vpt_desktop.ui.document.scan_files import ScanFiles
from vpt_desktop.ui.export import Export
from vpt_desktop.ui.main_menu import FileMenu
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.widgets.theme import Theme


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.resize(1366, 768)
    return desk


@pytest.fixture
def document(desk: QWidget) -> Iterator[ScanDocument]:
    document = ScanDocument(scan_of("☐☐☐☐☐☐☐☐☐☐"), desk)
    yield document
    document.undo_stack.clear()  # else it would do so while it is deleted, with its listeners half gone


@pytest.fixture
def recent(card: Card, document: ScanDocument, preferences: Preferences, desk: QWidget) -> QMenu:
    """The menu of the last files."""
    files, export = ScanFiles(card, document, preferences, desk), Export(card, document, desk)
    menu = FileMenu(files, export, (), preferences, desk)
    return action(menu, "Onlangs geopend").menu()


def test_the_last_files_are_in_the_menu_the_latest_first(
    recent: QMenu, document: ScanDocument, preferences: Preferences, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / "vorig jaar.vpt", tmp_path / "dit jaar.vpt"]
    for path in paths:
        path.write_bytes(encode_scan(scan_of("☑☑☑☐☐☐☐☐☐☐"), load_card()))
        preferences.add_recent(path)
    recent.aboutToShow.emit()
    assert [entry.text() for entry in recent.actions()] == [str(paths[1]), str(paths[0])]
    with qtbot.waitSignal(document.opened):
        recent.actions()[1].trigger()
    assert document.path == paths[0]
    assert preferences.recent == tuple(paths)


def test_a_file_in_a_deep_folder_still_has_its_name_in_the_menu(
    recent: QMenu, preferences: Preferences, desk: QWidget
) -> None:
    preferences.add_recent(Path("/gemeente") / "/".join(["afdeling veiligheid"] * 20) / "scan 2026.vpt")
    recent.aboutToShow.emit()
    assert recent.actions()[0].text().endswith("scan 2026.vpt")
    assert recent.sizeHint().width() < desk.width()


def test_undo_and_redo_have_the_name_of_the_change(
    document: ScanDocument, preferences: Preferences, desk: QWidget, card: Card, qapp: QApplication
) -> None:
    actions = Actions(card, document, Theme(qapp), preferences, desk)
    texts = [(actions.undo.text(), actions.redo.text())]
    document.set_ticked(4, True)
    texts.append((actions.undo.text(), actions.redo.text()))
    actions.undo.trigger()
    texts.append((actions.undo.text(), actions.redo.text()))
    assert texts == [
        ("&Ongedaan maken", "O&pnieuw doen"),
        ("&Ongedaan maken: stelling 4 aanvinken", "O&pnieuw doen"),
        ("&Ongedaan maken", "O&pnieuw doen: stelling 4 aanvinken"),
    ]
