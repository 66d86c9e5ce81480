"""The dialog for a file: the suffix is always there, and no name is taken for HTML."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from vpt_desktop.ui.widgets.file_dialog import FileDialog


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    desk = QWidget()
    qtbot.addWidget(desk)
    return desk


@pytest.fixture
def dialog(desk: QWidget, tmp_path: Path) -> FileDialog:
    dialog = FileDialog(desk, "Scan opslaan als", str(tmp_path), "VPT-scan", ".vpt")
    dialog.propose("")
    dialog.open()
    return dialog


def enter(dialog: FileDialog, name: str, qtbot: QtBot) -> None:
    field = dialog.findChild(QLineEdit)
    field.setText(name)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("Oss", "Oss.vpt"),
        ("Bergen (NH.)", "Bergen (NH.).vpt"),
        ("Gem. Oss", "Gem. Oss.vpt"),
        ("versie 1.2", "versie 1.2.vpt"),
        ("scan.pdf", "scan.pdf.vpt"),
        ("Oss.vpt", "Oss.vpt"),
        ("OSS.VPT", "OSS.VPT"),
    ],
)
def test_a_file_to_save_in_has_the_suffix(
    dialog: FileDialog, qtbot: QtBot, tmp_path: Path, typed: str, chosen: str
) -> None:
    with qtbot.waitSignal(dialog.chosen) as choice:
        enter(dialog, typed, qtbot)
    assert choice.args == [tmp_path / chosen]


def test_the_name_of_a_folder_still_leads_into_it(dialog: FileDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Gem. Oss").mkdir()
    enter(dialog, "Gem. Oss", qtbot)
    assert dialog.isVisible()
    assert Path(dialog.directory().absolutePath()) == tmp_path / "Gem. Oss"


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_the_question_is_about_the_final_name_in_plain_text(
    dialog: FileDialog, qtbot: QtBot, tmp_path: Path, answer: QMessageBox.StandardButton
) -> None:
    name = "&lt;Bergen&gt; (NH.)"
    (tmp_path / f"{name}.vpt").touch()
    asked: list[tuple[str, Qt.TextFormat]] = []

    def reply() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append((box.text().partition(".vpt")[0], box.textFormat()))
        box.button(answer).click()

    QTimer.singleShot(0, lambda: QTimer.singleShot(0, reply))
    chosen: list[Path] = []
    dialog.chosen.connect(chosen.append)
    enter(dialog, name, qtbot)
    assert asked == [(name, Qt.TextFormat.PlainText)]
    assert chosen == ([tmp_path / f"{name}.vpt"] if answer == QMessageBox.StandardButton.Yes else [])
    assert dialog.isVisible() == (not chosen)


def test_a_dialog_of_the_system_itself_gets_the_suffix_and_a_question_too(
    dialog: FileDialog, tmp_path: Path
) -> None:
    (tmp_path / "Gem. Oss.vpt").touch()
    chosen: list[Path] = []
    dialog.chosen.connect(chosen.append)

    def reply(button: QMessageBox.StandardButton) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.text() == "Gem. Oss.vpt bestaat al. Wil je het vervangen?"
        box.button(button).click()

    for button in (QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes):
        QTimer.singleShot(0, lambda button=button: reply(button))
        dialog.fileSelected.emit(str(tmp_path / "Gem. Oss"))
    assert chosen == [tmp_path / "Gem. Oss.vpt"]


def test_a_file_to_open_keeps_its_name(dialog: FileDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    (tmp_path / "Bergen (NH.)").touch()
    with qtbot.waitSignal(dialog.chosen) as choice:
        enter(dialog, str(tmp_path / "Bergen (NH.)"), qtbot)
    assert choice.args == [tmp_path / "Bergen (NH.)"]
