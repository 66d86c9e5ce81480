"""Every change has a name and a way back."""

import datetime as dt
import tracemalloc
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from tests.drawing import drawing_of, scan_of
from vpt_desktop.domain.scan import AccountManager, Answer, Scan
from vpt_desktop.storage.file_reading import fingerprint_of
from vpt_desktop.ui.document import scan_document
from vpt_desktop.ui.document.scan_document import ScanDocument


@pytest.fixture
def document() -> ScanDocument:
    return ScanDocument(scan_of("☑☐☐☐☐☐☐☐☐☐"))


def names_of_undone(document: ScanDocument) -> list[str]:
    names = []
    while document.undo_stack.canUndo():
        names.append(document.undo_stack.undoText())
        document.undo_stack.undo()
    return names


def change_everything(document: ScanDocument) -> None:
    document.set_ticked(4, True)
    document.set_ticked(1, False)
    document.set_answer(3, Answer(note="Eén verantwoordelijke aanwijzen", who="Teamleider", due="1 maart"))
    document.set_organisation("Gemeente Voorbeeldstad")
    document.set_date(dt.date(2027, 1, 2))
    document.set_participants("Fifteen people")
    document.set_leader("A. Jansen")
    document.set_account_manager(AccountManager(name="B. de Vries"))
    document.clear()


def test_each_change_can_be_undone_by_its_name_and_done_again(document: ScanDocument) -> None:
    before = document.scan
    change_everything(document)
    after = document.scan
    assert names_of_undone(document) == [
        "alles wissen",
        "accountmanager",
        "begeleider",
        "deelnemers",
        "datum",
        "organisatie",
        "toelichting bij stelling 3",
        "stelling 1 uitvinken",
        "stelling 4 aanvinken",
    ]
    assert document.scan == before
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    assert document.scan == after


def test_beginning_anew_keeps_the_details_of_the_scan(document: ScanDocument) -> None:
    change_everything(document)
    assert drawing_of(document.scan) == "☐☐☐☐☐☐☐☐☐☐"
    assert document.scan.answers == (Answer(),) * 10
    assert document.scan.organisation == "Gemeente Voorbeeldstad"


def test_what_changes_nothing_is_no_change(document: ScanDocument) -> None:
    document.set_ticked(1, True)
    document.set_organisation("")
    assert not document.undo_stack.canUndo()


def test_typing_on_is_one_change(document: ScanDocument) -> None:
    for text in ("G", "Ge", "Gem"):
        document.set_organisation(text)
    assert names_of_undone(document) == ["organisatie"]
    assert document.scan.organisation == ""


def test_a_pause_in_typing_makes_two_changes(document: ScanDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(scan_document, "monotonic", lambda: now)
    document.set_organisation("Gemeente")
    now += 10
    document.set_organisation("Gemeente Voorbeeldstad")
    document.undo_stack.undo()
    assert document.scan.organisation == "Gemeente"


def test_notes_on_two_statements_are_two_changes(document: ScanDocument) -> None:
    document.set_answer(3, Answer(note="a"))
    document.set_answer(4, Answer(note="b"))
    assert names_of_undone(document) == ["toelichting bij stelling 4", "toelichting bij stelling 3"]


def test_a_text_typed_back_to_what_it_was_leaves_nothing_to_undo(document: ScanDocument) -> None:
    document.set_organisation("x")
    document.set_organisation("")
    assert not document.undo_stack.canUndo()
    assert not document.is_modified


def test_a_scan_is_modified_from_its_first_change_until_it_is_saved(document: ScanDocument) -> None:
    assert not document.is_modified
    document.set_ticked(2, True)
    assert document.is_modified
    document.mark_saved(document.scan, Path("scan.vpt"), fingerprint_of(b"saved"))
    assert not document.is_modified
    assert (document.path, document.fingerprint) == (Path("scan.vpt"), fingerprint_of(b"saved"))
    document.undo_stack.undo()
    assert document.is_modified


def test_each_turn_from_saved_to_modified_and_back_is_one_signal(document: ScanDocument) -> None:
    seen: list[bool] = []
    document.modified_changed.connect(seen.append)
    document.set_ticked(2, True)
    document.set_ticked(3, True)
    document.mark_saved(document.scan, Path("scan.vpt"), fingerprint_of(b"saved"))
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert seen == [True, False, True, False]


def test_typing_on_after_saving_is_a_change_of_its_own(document: ScanDocument) -> None:
    document.set_organisation("a")
    document.mark_saved(document.scan, Path("scan.vpt"), fingerprint_of(b"saved"))
    document.set_organisation("ab")
    assert document.is_modified
    document.undo_stack.undo()
    assert document.scan.organisation == "a"
    assert not document.is_modified


def test_another_scan_takes_its_place_without_a_way_back(document: ScanDocument) -> None:
    document.set_ticked(2, True)
    seen: list[Scan] = []
    document.scan_changed.connect(seen.append)
    other = replace(scan_of("☐☐☐☐☐☐☐☐☐☑"), organisation="Gemeente Anderstad")
    document.open(other, Path("anders.vpt"), fingerprint_of(b"read"))
    assert seen == [other]
    assert (document.path, document.fingerprint) == (Path("anders.vpt"), fingerprint_of(b"read"))
    assert not document.is_modified
    assert not document.undo_stack.canUndo()


def test_recovered_work_is_modified_from_the_start(document: ScanDocument) -> None:
    document.open(scan_of("☑☑☐☐☐☐☐☐☐☐"), modified=True)
    assert document.is_modified
    assert document.path is None


def test_at_most_500_changes_can_be_undone(document: ScanDocument) -> None:
    for number in range(600):
        document.set_ticked(2, ticked=number % 2 == 0)
    assert len(names_of_undone(document)) == 500


def test_a_long_note_edited_10_000_times_stays_small(
    document: ScanDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = count(step=10)
    monkeypatch.setattr(scan_document, "monotonic", lambda: next(moments))
    text = "woord " * 16_000
    document.set_answer(3, Answer(note=text))
    tracemalloc.start()
    for number in range(10_000):
        document.set_answer(3, Answer(note=f"{text[:50_000]}{number}{text[50_000:]}"))
    used, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert used < 2_000_000
    document.undo_stack.undo()
    assert document.scan.answer(3).note == f"{text[:50_000]}9998{text[50_000:]}"


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.date], None]:
    """Return what turns the calendar to a day."""

    def turn_to(day: dt.date) -> None:
        class Date(dt.date):
            @classmethod
            def today(cls) -> dt.date:
                return day

        monkeypatch.setattr(scan_document, "dt", SimpleNamespace(date=Date))

    return turn_to


EVENING, MORNING = dt.date(2026, 11, 25), dt.date(2026, 11, 26)


@pytest.mark.parametrize("how", ["started", "begun"])
def test_a_new_scan_that_is_first_ticked_after_midnight_bears_the_new_day(
    calendar: Callable[[dt.date], None], how: str
) -> None:
    calendar(EVENING)
    document = ScanDocument(Scan(date=EVENING))
    if how == "begun":
        document.open(scan_of("☑☐☐☐☐☐☐☐☐☐"), Path("scan.vpt"))
        document.open(Scan(date=EVENING))
    calendar(MORNING)
    document.set_ticked(1, ticked=True)
    assert document.scan.date == MORNING
    document.undo_stack.undo()
    assert document.scan == Scan(date=MORNING)
    assert not document.is_modified


def keep_the_day(document: ScanDocument, how: str) -> None:
    if how == "touched before midnight":
        document.set_ticked(2, ticked=True)
    elif how == "saved before midnight":
        document.mark_saved(document.scan, Path("scan.vpt"), fingerprint_of(b""))
    elif how == "opened":
        document.open(Scan(date=EVENING), Path("scan.vpt"))
    else:
        document.open(Scan(date=EVENING), modified=True)


@pytest.mark.parametrize("how", ["touched before midnight", "saved before midnight", "opened", "recovered"])
def test_any_other_scan_keeps_its_day(calendar: Callable[[dt.date], None], how: str) -> None:
    calendar(EVENING)
    document = ScanDocument(Scan(date=EVENING))
    keep_the_day(document, how)
    calendar(MORNING)
    document.set_ticked(1, ticked=True)
    assert document.scan.date == EVENING


def test_a_day_that_the_user_chooses_after_midnight_stays(calendar: Callable[[dt.date], None]) -> None:
    calendar(EVENING)
    document = ScanDocument(Scan(date=EVENING))
    calendar(MORNING)
    document.set_date(dt.date(2026, 11, 1))
    document.set_ticked(1, ticked=True)
    assert document.scan.date == dt.date(2026, 11, 1)
