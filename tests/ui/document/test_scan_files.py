"""Scans as files: save, open again next year, and never lose a thing."""

import datetime as dt
import errno
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import BinaryIO, TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.drawing import drawing_of, scan_of
from vpt_desktop.domain.scan import AccountManager
from vpt_desktop.resources import load_card
from vpt_desktop.storage import atomic_file
from vpt_desktop.storage.file_reading import fingerprint_of, read_file
from vpt_desktop.storage.scan_file import encode_scan, read_scan
from vpt_desktop.ui.document.scan_document import ScanDocument
from vpt_desktop.ui.document.scan_files import ScanFiles
from vpt_desktop.ui.preferences import Preferences

CARD = load_card()
D = TypeVar("D", bound=QDialog)


class User:
    """Answers the dialogs and questions over a window."""

    def __init__(self, desk: QWidget, files: ScanFiles, qtbot: QtBot) -> None:
        self._desk, self._files, self._qtbot = desk, files, qtbot

    def choose(self, path: Path) -> None:
        """Type a path in the file dialog, and accept it."""
        dialog = self._only(QFileDialog)
        dialog.findChild(QLineEdit).setText(str(path))
        self._qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
        self._qtbot.waitUntil(lambda: not self._visible(QFileDialog))
        self._files.settle()

    def answer(self, name: str) -> str:
        """Click the button of that name in the question, and return its sentence."""
        question = self._only(QMessageBox)
        sentence = question.text()
        button = next(b for b in question.buttons() if b.text().replace("&", "") == name)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self._qtbot.waitUntil(lambda: not self._visible(QMessageBox))
        self._files.settle()
        return sentence

    def _only(self, kind: type[D]) -> D:
        self._qtbot.waitUntil(lambda: len(self._visible(kind)) == 1)
        return self._visible(kind)[0]

    def _visible(self, kind: type[D]) -> list[D]:
        return [dialog for dialog in self._desk.findChildren(kind) if dialog.isVisible()]


@pytest.fixture
def user(desk: QWidget, files: ScanFiles, qtbot: QtBot) -> User:
    return User(desk, files, qtbot)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A scan of last year."""
    path = tmp_path / "vorig jaar.vpt"
    path.write_bytes(encode_scan(scan_of("☑☑☑☐☐☐☐☐☐☐"), CARD))
    return path


@pytest.fixture
def failures(files: ScanFiles) -> list[str]:
    """The sentences that the user is shown."""
    sentences: list[str] = []
    files.failed.connect(sentences.append)
    return sentences


def test_a_scan_is_saved_and_opened_again(
    files: ScanFiles, document: ScanDocument, user: User, tmp_path: Path
) -> None:
    saved: list[Path] = []
    files.saved.connect(saved.append)
    document.set_ticked(4, True)
    files.save()
    files.settle()
    user.choose(tmp_path / "scan.vpt")
    assert drawing_of(read_scan(tmp_path / "scan.vpt", CARD)) == "☐☐☐☑☐☐☐☐☐☐"
    assert saved == [tmp_path / "scan.vpt"]
    files.new()
    assert drawing_of(document.scan) == "☐☐☐☐☐☐☐☐☐☐"
    files.ask_and_open()
    user.choose(tmp_path / "scan.vpt")
    assert drawing_of(document.scan) == "☐☐☐☑☐☐☐☐☐☐"


def test_the_question_names_work_that_was_brought_back_until_it_is_saved(
    files: ScanFiles, document: ScanDocument, user: User, tmp_path: Path
) -> None:
    scan = scan_of("☑☐☐☐☐☐☐☐☐☐")
    document.open(scan, modified=True)
    files.new()
    assert user.answer("Annuleren") == "Wil je de teruggehaalde scan opslaan?"
    document.open(scan, tmp_path / "scan.vpt", modified=True)
    files.new()
    assert user.answer("Annuleren") == "Wil je de teruggehaalde wijzigingen in scan.vpt opslaan?"
    files.save()
    files.settle()
    document.set_ticked(4, True)
    files.new()
    assert user.answer("Annuleren") == "Wil je de wijzigingen in scan.vpt opslaan?"


def test_saving_again_asks_nothing(files: ScanFiles, document: ScanDocument, file: Path) -> None:
    files.open(file)
    files.settle()
    for number, drawing in ((10, "☑☑☑☐☐☐☐☐☐☑"), (9, "☑☑☑☐☐☐☐☐☑☑")):
        document.set_ticked(number, True)
        files.save()
        files.settle()
        assert drawing_of(read_scan(file, CARD)) == drawing


def test_a_saved_scan_has_the_time_of_saving_and_differs_in_nothing_else(
    files: ScanFiles, document: ScanDocument, file: Path
) -> None:
    files.open(file)
    files.settle()
    document.set_ticked(5, True)
    document.undo_stack.undo()
    before = dt.datetime.now(dt.UTC)
    files.save()
    files.settle()
    assert document.scan.saved is not None
    assert abs(document.scan.saved - before) < dt.timedelta(minutes=1)
    assert read_scan(file, CARD) == document.scan
    assert not document.is_modified
    document.undo_stack.redo()
    assert document.scan.saved is not None
    assert document.is_modified


def test_every_new_scan_has_an_id_of_its_own(files: ScanFiles, document: ScanDocument) -> None:
    files.new()
    first = document.scan.id
    files.new()
    assert document.scan.id != first


def test_a_new_scan_is_of_today_with_the_last_account_manager(
    files: ScanFiles, document: ScanDocument, preferences: Preferences, file: Path
) -> None:
    manager = AccountManager(name="A. de Vries")
    preferences.set_account_manager(manager)
    files.open(file)
    files.settle()
    files.new()
    assert document.scan.account_manager == manager
    assert document.scan.date == dt.date.today()  # noqa: DTZ011  the day on the user's calendar
    assert (document.path, document.fingerprint) == (None, None)


@pytest.mark.parametrize("way", ["new", "open"])
def test_unsaved_changes_are_not_lost_without_a_question(
    files: ScanFiles, document: ScanDocument, user: User, file: Path, way: str
) -> None:
    document.set_ticked(9, True)
    leave = {"new": files.new, "open": lambda: files.open(file)}[way]
    leave()
    assert "wijzigingen" in user.answer("Annuleren")
    assert drawing_of(document.scan) == "☐☐☐☐☐☐☐☐☑☐"
    leave()
    user.answer("Niet opslaan")
    assert drawing_of(document.scan) == {"new": "☐☐☐☐☐☐☐☐☐☐", "open": "☑☑☑☐☐☐☐☐☐☐"}[way]


def test_what_follows_opening_does_so_once_a_scan_is_open(
    files: ScanFiles, document: ScanDocument, file: Path
) -> None:
    done: list[str] = []
    files.open(file.with_name("weg.vpt"), lambda _left: done.append("absent"))
    files.settle()
    files.open(file, lambda _left: done.append(drawing_of(document.scan)))
    files.settle()
    assert done == ["☑☑☑☐☐☐☐☐☐☐"]


def test_a_tick_on_the_projector_while_a_file_is_chosen_is_not_lost_without_a_question(
    files: ScanFiles, document: ScanDocument, user: User, file: Path
) -> None:
    files.ask_and_open()
    document.set_ticked(7, True)
    user.choose(file)
    user.answer("Annuleren")
    assert drawing_of(document.scan) == "☐☐☐☐☐☐☑☐☐☐"


def test_what_follows_a_question_follows_saving(
    files: ScanFiles, document: ScanDocument, user: User, tmp_path: Path
) -> None:
    done: list[str] = []
    document.set_ticked(9, True)
    files.ask_to_save(lambda: done.append(drawing_of(read_scan(tmp_path / "scan.vpt", CARD))))
    user.answer("Opslaan")
    user.choose(tmp_path / "scan.vpt")
    assert done == ["☐☐☐☐☐☐☐☐☑☐"]


def test_where_saving_fails_nothing_follows(
    files: ScanFiles,
    failures: list[str],
    document: ScanDocument,
    user: User,
    tmp_path: Path,
) -> None:
    done: list[str] = []
    document.mark_saved(document.scan, tmp_path / "weg" / "scan.vpt", fingerprint_of(b""))
    document.set_ticked(8, True)
    files.ask_to_save(lambda: done.append("then"))
    user.answer("Opslaan")
    assert "die map is er niet" in failures[0]
    assert done == []
    assert document.is_modified


def test_a_damaged_list_of_last_files_stops_no_saving(
    files: ScanFiles, document: ScanDocument, preferences: Preferences, tmp_path: Path
) -> None:
    preferences.add_recent(Path("x" * 5000))
    document.set_ticked(7, True)
    document.mark_saved(document.scan, tmp_path / "scan.vpt", fingerprint_of(b""))
    saved: list[str] = []
    files.save(lambda: saved.append("then"))
    files.settle()
    assert saved == ["then"]
    assert preferences.recent[0] == tmp_path / "scan.vpt"


def test_a_file_that_someone_else_changed_is_not_overwritten_without_a_question(
    files: ScanFiles, document: ScanDocument, user: User, file: Path
) -> None:
    files.open(file)
    files.settle()
    file.write_bytes(encode_scan(scan_of("☐☐☐☐☐☐☐☐☐☑"), CARD))
    document.set_ticked(5, True)
    files.save()
    files.settle()
    assert "door iemand anders gewijzigd" in user.answer("Annuleren")
    assert drawing_of(read_scan(file, CARD)) == "☐☐☐☐☐☐☐☐☐☑"
    files.save()
    files.settle()
    user.answer("Overschrijven")
    assert drawing_of(read_scan(file, CARD)) == "☑☑☑☐☑☐☐☐☐☐"


def test_what_someone_else_saves_just_after_a_scan_is_read_is_not_overwritten_without_a_question(
    files: ScanFiles, document: ScanDocument, user: User, file: Path
) -> None:
    read = Path.open

    def read_just_before_someone_saves(path: Path, mode: str) -> BinaryIO:
        if path != file:  # a thread of an earlier test may still read another
            return cast("BinaryIO", read(path, mode))
        with read(path, mode) as stream:
            content = stream.read()
        patch.undo()
        file.write_bytes(encode_scan(scan_of("☐☐☐☐☐☐☐☐☐☑"), CARD))
        return BytesIO(content)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", read_just_before_someone_saves)
        files.open(file)
        files.settle()
    assert drawing_of(document.scan) == "☑☑☑☐☐☐☐☐☐☐"
    files.save()
    files.settle()
    assert "door iemand anders gewijzigd" in user.answer("Annuleren")
    assert drawing_of(read_scan(file, CARD)) == "☐☐☐☐☐☐☐☐☐☑"


def test_a_file_that_is_no_scan_leaves_the_open_scan_untouched(
    files: ScanFiles, failures: list[str], document: ScanDocument, preferences: Preferences, tmp_path: Path
) -> None:
    (tmp_path / "foto.vpt").write_bytes(os.urandom(1000))
    document.set_organisation("Gemeente Voorbeeldstad")
    files.open(tmp_path / "foto.vpt")
    files.settle()
    assert failures[0].startswith("foto.vpt is niet geopend")
    assert document.scan.organisation == "Gemeente Voorbeeldstad"
    assert document.path is None
    assert preferences.recent == ()


def test_what_is_typed_while_a_slow_disk_is_written_is_still_unsaved_and_asked_about(
    files: ScanFiles, document: ScanDocument, user: User, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    files.open(file)
    files.settle()
    document.set_ticked(9, True)
    with monkeypatch.context() as patch:
        disk = Event()
        patch.setattr(os, "fsync", lambda _descriptor: disk.wait(60))
        files.save(lambda: done.append("closed"))
        document.set_ticked(10, True)
        disk.set()
        files.settle()
    assert drawing_of(read_scan(file, CARD)) == "☑☑☑☐☐☐☐☐☑☐"
    assert document.is_modified
    assert done == []
    user.answer("Opslaan")
    assert drawing_of(read_scan(file, CARD)) == "☑☑☑☐☐☐☐☐☑☑"
    assert done == ["closed"]


def test_saving_twice_while_the_disk_is_slow_asks_nothing(
    files: ScanFiles, document: ScanDocument, file: Path
) -> None:
    files.open(file)
    files.settle()
    for number in (9, 10):
        document.set_ticked(number, True)
        files.save()
    files.settle()
    assert drawing_of(read_scan(file, CARD)) == "☑☑☑☐☐☐☐☐☑☑"
    assert not document.is_modified


def test_a_file_that_is_no_scan_costs_no_question_about_unsaved_work(
    files: ScanFiles, failures: list[str], document: ScanDocument, desk: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "foto.png").write_bytes(b"PNG")
    document.set_ticked(9, True)
    files.open(tmp_path / "foto.png")
    files.settle()
    assert failures[0].startswith("foto.png is niet geopend")
    assert desk.findChildren(QMessageBox) == []


def test_a_scan_that_the_disk_did_not_confirm_is_saved_and_said_to_be_in_doubt(
    files: ScanFiles, document: ScanDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "scan.vpt"
    document.set_ticked(1, ticked=True)
    document.mark_saved(scan_of("☐☐☐☐☐☐☐☐☐☐"), path, fingerprint_of(b""))

    def fail(_folder: Path) -> None:
        raise OSError(errno.EIO, "I/O error")

    monkeypatch.setattr(atomic_file, "flush_folder", fail)
    went_on: list[str] = []
    with qtbot.waitSignal(files.failed) as failed:
        files.save(lambda: went_on.append("closed"))
    assert failed.args[0].startswith("scan.vpt is opgeslagen, maar de schijf geeft een fout")
    assert read_file(path) == encode_scan(document.scan, CARD)
    assert not document.is_modified
    assert document.fingerprint == fingerprint_of(read_file(path))
    assert went_on == []


def test_a_name_in_a_question_is_plain_text(
    files: ScanFiles, document: ScanDocument, desk: QWidget, tmp_path: Path
) -> None:
    document.open(scan_of("☐☐☐☐☐☐☐☐☐☐"), tmp_path / "<i>x.vpt", modified=True)
    files.new()
    [question] = desk.findChildren(QMessageBox)
    assert question.textFormat() == Qt.TextFormat.PlainText
    assert question.text() == "Wil je de teruggehaalde wijzigingen in <i>x.vpt opslaan?"


def begin_to_save(
    files: ScanFiles, document: ScanDocument, path: Path, monkeypatch: pytest.MonkeyPatch
) -> Event:
    """Open, tick and save a scan on a disk that waits for the event that is returned."""
    files.open(path)
    files.settle()
    document.set_ticked(9, True)
    disk = Event()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: disk.wait(60))
    files.save()
    return disk


def test_what_takes_the_place_of_a_scan_that_is_being_saved_does_not_take_its_file(
    files: ScanFiles, document: ScanDocument, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = begin_to_save(files, document, file, monkeypatch)
    files.discard()  # as "Weggooien" does
    disk.set()
    files.settle()
    assert drawing_of(read_scan(file, CARD)) == "☑☑☑☐☐☐☐☐☑☐"
    assert document.path is None
    assert not document.is_modified


def test_a_save_key_that_is_held_saves_once_more_than_the_slow_disk_is_busy_with(
    files: ScanFiles, document: ScanDocument, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[str] = []
    files.saved.connect(lambda path: saved.append(drawing_of(read_scan(path, CARD))))
    disk = begin_to_save(files, document, file, monkeypatch)
    for _ in range(20):
        files.save()
    document.set_ticked(10, True)
    disk.set()
    files.settle()
    assert saved == ["☑☑☑☐☐☐☐☐☑☐", "☑☑☑☐☐☐☐☐☑☑"]


def test_closing_twice_while_the_disk_is_slow_asks_one_question(
    files: ScanFiles, document: ScanDocument, file: Path, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    disk = begin_to_save(files, document, file, monkeypatch)
    document.set_ticked(10, True)
    for _ in range(2):
        files.ask_to_save(lambda: closed.append(True))
    disk.set()
    files.settle()
    user.answer("Niet opslaan")
    assert closed == [True]


@pytest.fixture
def dead_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A scan on a network drive that does not answer until the end of the test."""
    path, share, read = tmp_path / "share.vpt", Event(), Path.open
    path.write_bytes(encode_scan(scan_of("☑☑☑☑☑☑☑☑☑☑"), CARD))

    def wait_for_ever(self: Path, mode: str) -> BinaryIO:
        if self == path:
            share.wait(60)
        return cast("BinaryIO", read(self, mode))

    monkeypatch.setattr(Path, "open", wait_for_ever)
    yield path
    share.set()


def test_a_dead_share_holds_up_neither_saving_nor_another_file_nor_the_end(
    files: ScanFiles, document: ScanDocument, file: Path, dead_share: Path, qtbot: QtBot
) -> None:
    files.open(dead_share)
    assert not files.is_busy
    document.set_ticked(10, True)
    document.mark_saved(scan_of("☐☐☐☐☐☐☐☐☐☐"), file.with_name("nieuw.vpt"), fingerprint_of(b""))
    with qtbot.waitSignal(files.saved):
        files.save()
    assert drawing_of(read_scan(file.with_name("nieuw.vpt"), CARD)) == "☐☐☐☐☐☐☐☐☐☑"
    files.open(file)
    qtbot.waitUntil(lambda: document.path == file)
    done: list[str] = []
    files.open(dead_share)
    files.ask_to_save(lambda: done.append("closed"))
    assert done == ["closed"]


def test_opening_from_a_dead_share_can_be_stopped(
    files: ScanFiles, document: ScanDocument, failures: list[str], dead_share: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(files.waiting_to_open) as waiting:
        files.open(dead_share)
    assert waiting.args == ["share.vpt wordt geopend"]
    with qtbot.waitSignal(files.waiting_to_open) as waiting:
        files.stop_opening()
    assert waiting.args == [""]
    assert failures == ["Gestopt; er is niets geopend, en je scan is niet veranderd."]
    assert document.path is None


class SlowlyKnown:
    """Makes known which file is open, on a slow disk."""

    def hold(self, _path: Path | None, _window: int) -> None:
        Event().wait(0.3)

    def is_elsewhere(self, _path: Path) -> bool:
        return False


def test_the_end_of_the_program_waits_until_others_know_which_file_is_open(
    desk: QWidget, preferences: Preferences, file: Path
) -> None:
    document = ScanDocument(scan_of("☐☐☐☐☐☐☐☐☐☐"), open_file=SlowlyKnown())
    files = ScanFiles(CARD, document, preferences, desk)
    files.open(file)
    files.settle()
    assert drawing_of(document.scan) == "☑☑☑☐☐☐☐☐☐☐"
    assert files.is_known
