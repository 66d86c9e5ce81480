"""The way from one scan to another and back, as small as what differs."""

import datetime as dt
import pickle

import pytest
from msgspec.structs import replace

from tests.domain.earlier import earlier_in
from tests.drawing import scan_of
from vpt_desktop.domain.earlier_scan import Agreement, EarlierScan, Outcome
from vpt_desktop.domain.scan import AccountManager, Answer, Scan
from vpt_desktop.domain.scan_change import change_between

BEFORE = scan_of("☑☐☐☐☐☐☐☐☐☐")


def test_a_change_leads_from_one_scan_to_the_other_and_back() -> None:
    after = replace(
        scan_of("☐☐☑☐☐☐☐☐☐☐").with_answer(9, Answer(note="Eén", who="Teamleider", due="1 maart")),
        date=dt.date(2027, 1, 2),
        organisation="Voorbeeldstad",
        account_manager=AccountManager("A. de Vries", "076 123"),
    )
    change = change_between(BEFORE, after)
    assert change.done(BEFORE) == after
    assert change.undone(after) == BEFORE


def test_a_character_typed_in_a_long_note_is_kept_as_one_character() -> None:
    long = BEFORE.with_answer(3, Answer(note="woord " * 15_000))
    change = change_between(long, long.with_answer(3, Answer(note="woord " * 9_000 + "!" + "woord " * 6_000)))
    assert list(change.answers) == [3]
    assert len(pickle.dumps(change)) < 1000


def with_remark(scan: Scan, remark: str, outcome: Outcome | None = None) -> Scan:
    agreement = Agreement(3, 2025, "Lijst maken", remark=remark, outcome=outcome)
    return replace(scan, earlier=(earlier_in(2024), replace(earlier_in(2025), agreements=(agreement,))))


def test_a_character_typed_in_a_long_remark_is_kept_as_one_character() -> None:
    before = with_remark(BEFORE, "woord " * 15_000)
    after = with_remark(BEFORE, "woord " * 9_000 + "!" + "woord " * 6_000, Outcome.RUNNING)
    change = change_between(before, after)
    assert change.done(before) == after
    assert change.undone(after) == before
    assert list(change.agreements) == [3]
    assert len(pickle.dumps(change)) < 1000


@pytest.mark.parametrize(
    "earlier",
    [
        (),
        (earlier_in(2025),),
        (earlier_in(2024), earlier_in(2025)),
        (earlier_in(2024), replace(earlier_in(2025), agreements=(Agreement(4, 2025, "Ander"),))),
        (earlier_in(2023), replace(earlier_in(2025), agreements=(Agreement(3, 2025, "Ander"),))),
    ],
)
def test_other_earlier_scans_lead_there_and_back(earlier: tuple[EarlierScan, ...]) -> None:
    before, after = with_remark(BEFORE, ""), replace(BEFORE, earlier=earlier)
    change = change_between(before, after)
    assert change.done(before) == after
    assert change.undone(after) == before
