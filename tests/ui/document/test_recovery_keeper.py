"""Work that nobody saved outlasts whatever ends the program; what is saved or discarded leaves nothing."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.drawing import drawing_of, scan_of
from tests.killing import Program, kept_work
from tests.skips import WINDOWS
from vpt_desktop.domain.card import Card
from vpt_desktop.storage.file_reading import fingerprint_of
from vpt_desktop.storage.orphans import orphans
from vpt_desktop.storage.recovery import RecoveryFile, Work
from vpt_desktop.ui.document import recovery_keeper
from vpt_desktop.ui.document.recovery_keeper import Findings, RecoveryKeeper
from vpt_desktop.ui.document.scan_document import ScanDocument

CRASH = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tests.drawing import scan_of
from tests.killing import kept_work
from vpt_desktop.resources import load_card
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.document.scan_document import ScanDocument

app = QCoreApplication([])
document = ScanDocument(scan_of("☐☐☐☐☐☐☐☐☐☐"))
folder = Path(sys.argv[1])
keeper = RecoveryKeeper(load_card(), document, folder)
keeper.start()
for number in sys.argv[2]:
    document.set_ticked(int(number), True)
while not kept_work(folder):
    app.processEvents()
print("kept", flush=True)
input()
"""
"""Ticks, and waits for its end once the ticks are on the disk."""

Keep = Callable[[ScanDocument], RecoveryKeeper]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "herstel"


@pytest.fixture
def keep(card: Card, folder: Path) -> Iterator[Keep]:
    """Give what begins to keep a document in the folder, as a program that starts does."""
    kept: list[RecoveryKeeper] = []

    def keep(document: ScanDocument) -> RecoveryKeeper:
        kept.append(RecoveryKeeper(card, document, folder))
        kept[-1].start()
        kept[-1].settle()
        return kept[-1]

    yield keep
    for keeper in kept:
        keeper.stop()


def empty() -> ScanDocument:
    return ScanDocument(scan_of("☐☐☐☐☐☐☐☐☐☐"))


def refuse_as_full(*_paths: object) -> None:
    raise OSError(errno.ENOSPC, "vol")


def crash(folder: Path, figures: str) -> None:
    """Tick in another program, save nothing, and kill it."""
    program = Program(CRASH, str(folder), figures)
    assert program.line() == "kept"
    program.kill()


def test_after_a_crash_the_next_start_has_the_work_back(
    card: Card, document: ScanDocument, folder: Path, qtbot: QtBot
) -> None:
    crash(folder, "148")
    keeper = RecoveryKeeper(card, document, folder)
    with qtbot.waitSignal(keeper.found):
        keeper.start()
    assert drawing_of(document.scan) == "☑☐☐☑☐☐☐☑☐☐"
    assert document.is_modified
    document.open(scan_of("☐☐☐☐☐☐☐☐☐☐"))
    keeper.stop()
    assert list(orphans(folder, card)) == []


def test_recovered_work_knows_the_file_that_it_was_opened_from(keep: Keep, document: ScanDocument) -> None:
    path, fingerprint = Path("scan.vpt").absolute(), fingerprint_of(b"as opened")
    document.open(scan_of("☑☐☐☐☐☐☐☐☐☐"), path, fingerprint, modified=True)
    keep(document).stop()
    keep(later := empty())
    assert drawing_of(later.scan) == "☑☐☐☐☐☐☐☐☐☐"
    assert (later.path, later.fingerprint) == (path, fingerprint)


def test_what_is_changed_is_soon_in_the_profile(
    keep: Keep, document: ScanDocument, folder: Path, qtbot: QtBot
) -> None:
    keep(document)
    document.set_ticked(3, True)
    qtbot.waitUntil(lambda: bool(kept_work(folder)))


@pytest.mark.parametrize("way", ["saved", "discarded"])
def test_what_is_saved_or_discarded_leaves_nothing(
    keep: Keep, document: ScanDocument, folder: Path, qtbot: QtBot, way: str
) -> None:
    keeper = keep(document)
    document.set_ticked(3, True)
    assert keeper.write()
    assert kept_work(folder)
    if way == "saved":
        document.mark_saved(document.scan, Path("scan.vpt"), fingerprint_of(b""))
    else:
        document.open(scan_of("☐☐☐☐☐☐☐☐☐☐"))
    qtbot.waitUntil(lambda: not kept_work(folder))


def test_a_system_that_ends_the_program_without_asking_loses_nothing(
    keep: Keep, document: ScanDocument
) -> None:
    keeper = keep(document)
    document.set_ticked(3, True)
    keeper.stop()  # as at the end of a session: a moment after the last tick, with the window still open
    keep(later := empty())
    assert drawing_of(later.scan) == "☐☐☑☐☐☐☐☐☐☐"


def test_two_running_programs_do_not_take_each_others_work(keep: Keep, document: ScanDocument) -> None:
    first = keep(document)
    document.set_ticked(3, True)
    assert first.write()
    keep(other := empty())
    assert drawing_of(other.scan) == "☐☐☐☐☐☐☐☐☐☐"


def test_of_two_scans_that_were_left_the_newest_is_opened_and_the_other_at_the_next_start(
    keep: Keep,
) -> None:
    left = [empty(), empty()]
    keepers = [keep(document) for document in left]
    for number, (document, keeper) in enumerate(zip(left, keepers, strict=True), 1):
        document.set_ticked(number, True)
        keeper.stop()
    first = keep(newest := empty())
    keep(older := empty())
    assert [drawing_of(d.scan) for d in (newest, older)] == ["☐☑☐☐☐☐☐☐☐☐", "☑☐☐☐☐☐☐☐☐☐"]
    assert first.write()


def test_recovered_work_that_cannot_be_written_again_stays_where_it_was(
    keep: Keep, document: ScanDocument, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.set_ticked(3, True)
    keep(document).stop()
    left = kept_work(folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse_as_full)
        keep(recovered := empty()).stop()
    assert drawing_of(recovered.scan) == "☐☐☑☐☐☐☐☐☐☐"
    assert kept_work(folder) == left


def test_a_profile_that_cannot_be_written_is_reported_once_and_work_goes_on(
    card: Card, document: ScanDocument, folder: Path
) -> None:
    folder.write_text("a file where the folder should be", encoding="ascii")
    reports: list[str] = []
    keeper = RecoveryKeeper(card, document, folder)
    keeper.failed.connect(reports.append)
    keeper.start()
    document.set_ticked(3, True)
    assert not keeper.write()
    keeper.stop()
    assert len(reports) == 1
    assert reports[0].startswith("Wijzigingen worden niet vanzelf bewaard")
    assert drawing_of(document.scan) == "☐☐☑☐☐☐☐☐☐☐"


def test_a_change_is_kept_however_long_the_disk_takes_to_flush(
    keep: Keep, document: ScanDocument, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed = Event()
    keep(document)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: flushed.wait(60))
    for number in (3, 4):  # the second while the first is being flushed
        document.set_ticked(number, True)
        text = f'"statement": {number},\n        "ticked": true'
        qtbot.waitUntil(
            lambda text=text: any(text in f.read_text("utf-8") for f in folder.rglob("laatste.*"))
        )
    flushed.set()


def test_keeping_that_fails_is_tried_again_and_reported_once_for_each_time_that_it_fails(
    keep: Keep, document: ScanDocument, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_keeper, "_RETRY", 20)
    keeper = keep(document)
    reports: list[str] = []
    keeper.failed.connect(lambda _sentence: reports.append("failed"))
    keeper.resumed.connect(lambda: reports.append("resumed"))
    tries: list[object] = []

    def refuse(*paths: object) -> None:
        tries.append(paths)
        refuse_as_full()

    for number in (1, 2):
        tries.clear()
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", refuse)
            document.set_ticked(number, True)
            qtbot.waitUntil(lambda: len(tries) > 3)
        qtbot.waitUntil(lambda: reports[-1:] == ["resumed"])  # without a further change
    assert reports == ["failed", "resumed"] * 2


def test_a_folder_that_was_removed_while_the_program_runs_is_made_again(
    keep: Keep, document: ScanDocument, folder: Path, qtbot: QtBot
) -> None:
    keep(document)
    qtbot.waitUntil(lambda: bool(kept_work(folder, "lock")))
    shutil.rmtree(folder, ignore_errors=WINDOWS)  # which removes no file that is open, such as the lock
    assert not list(folder.rglob("laatste.*"))
    document.set_ticked(3, True)
    qtbot.waitUntil(lambda: bool(kept_work(folder, "laatste.*")))


def left(card: Card, folder: Path, drawing: str, file: Path | None = None) -> None:
    program = RecoveryFile(folder, card)
    program.write(Work(scan_of(drawing), file))
    program.close()


def test_of_a_file_that_is_being_opened_only_its_own_unsaved_changes_come_back(
    card: Card, document: ScanDocument, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "scan.vpt").touch()
    (tmp_path / "link.vpt").hardlink_to(tmp_path / "scan.vpt")
    left(card, folder, "☑☐☐☐☐☐☐☐☐☐", tmp_path / "scan.vpt")
    left(card, folder, "☐☐☐☐☐☐☐☐☐☑")
    keeper = RecoveryKeeper(card, document, folder)
    found: list[Findings] = []
    keeper.found.connect(found.append)
    keeper.start(tmp_path / "link.vpt")
    keeper.settle()
    assert drawing_of(document.scan) == "☑☐☐☐☐☐☐☐☐☐"
    assert found == [Findings(brought_back=True, waiting=1, unreadable=())]
    document.open(scan_of("☐☐☐☐☐☐☐☐☐☐"))
    keeper.bring_back_next()
    keeper.settle()
    assert drawing_of(document.scan) == "☐☐☐☐☐☐☐☐☐☑"
    keeper.stop()


def test_work_that_is_found_late_does_not_replace_what_the_user_has_begun(
    card: Card, document: ScanDocument, folder: Path
) -> None:
    left(card, folder, "☑☐☐☐☐☐☐☐☐☐")
    keeper = RecoveryKeeper(card, document, folder)
    found: list[Findings] = []
    keeper.found.connect(found.append)
    keeper.start()
    document.set_ticked(5, True)
    keeper.settle()
    assert drawing_of(document.scan) == "☐☐☐☐☑☐☐☐☐☐"
    assert found[0].sentences == "Er is nog niet-opgeslagen werk van een andere scan."
    keeper.stop()


def test_of_changes_during_a_slow_write_only_the_newest_is_written_next(
    keep: Keep, document: ScanDocument, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_keeper, "_DELAY", 0)
    keeper, disk, written = keep(document), Event(), list[str]()

    def write(_file: RecoveryFile, work: Work) -> None:
        written.append(drawing_of(work.scan))
        disk.wait(60)

    monkeypatch.setattr(RecoveryFile, "write", write)
    document.set_ticked(1, True)
    qtbot.waitUntil(lambda: bool(written))
    for number in range(2, 6):
        document.set_ticked(number, True)
        QCoreApplication.processEvents()  # in which a write begins, or has to wait
    disk.set()
    keeper.settle()
    assert written == ["☑☐☐☐☐☐☐☐☐☐", "☑☑☑☑☑☐☐☐☐☐"]


def test_changes_are_kept_while_the_work_of_earlier_programs_is_still_searched_for(
    card: Card, document: ScanDocument, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Event()
    monkeypatch.setattr(recovery_keeper, "orphans", lambda *_: iter([]) if disk.wait(60) else None)
    keeper = RecoveryKeeper(card, document, folder)
    keeper.start()
    document.set_ticked(3, True)
    qtbot.waitUntil(lambda: bool(kept_work(folder, "laatste.*")))
    disk.set()
    keeper.stop()


def test_work_of_a_file_that_cannot_be_does_not_stop_the_start(
    card: Card, document: ScanDocument, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "scan.vpt").touch()
    left(card, folder, "☑☐☐☐☐☐☐☐☐☐", Path("a\0b"))
    keeper, started = RecoveryKeeper(card, document, folder), list[bool]()
    keeper.start(tmp_path / "scan.vpt", started.append)
    keeper.settle()
    assert started == [False]
    keeper.stop()


def test_an_unforeseen_error_of_a_write_is_no_kept_scan_and_the_next_change_is_written(
    keep: Keep, document: ScanDocument, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = keep(document)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    document.set_ticked(3, True)
    with qtbot.captureExceptions() as errors, monkeypatch.context() as patch:
        patch.setattr(RecoveryFile, "write", fail)
        assert not keeper.write()
    assert [kind for kind, *_ in errors] == [ZeroDivisionError]
    document.set_ticked(4, True)
    qtbot.waitUntil(lambda: bool(kept_work(folder, "laatste.*")))
