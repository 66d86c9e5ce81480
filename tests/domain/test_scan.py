"""A filled-in card: score, band and open points of all 1,024 ways to tick it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing import DAY, drawing_of, scan_of
from vpt_desktop.domain.scan import AccountManager, Answer, Scan
from vpt_desktop.resources import load_card

CARD = load_card()

DRAWINGS = ["".join(ticks) for ticks in product("☐☑", repeat=10)]

LOW, MIDDLE, HIGH = "MINDER DAN 4 VINKJES", "TUSSEN DE 4 EN 8 VINKJES", "MEER DAN 8 VINKJES"
AGREED = Answer(note="Bel de wijkagent", who="Ans", due="vóór de zomer")

HEADINGS = [LOW, LOW, LOW, LOW, MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE, HIGH, HIGH]
"""The card's heading for every score from 0 to 10."""


def heading_of(scan: Scan) -> str:
    return CARD.band(scan.score).heading


def test_no_tick_is_less_than_four() -> None:
    scan = scan_of("☐☐☐☐☐☐☐☐☐☐")
    assert scan.score == 0
    assert heading_of(scan) == "MINDER DAN 4 VINKJES"
    assert scan.open_points == (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)


def test_three_ticks_are_still_less_than_four() -> None:
    scan = scan_of("☑☑☐☐☐☐☐☐☐☑")
    assert scan.score == 3
    assert heading_of(scan) == "MINDER DAN 4 VINKJES"
    assert scan.open_points == (3, 4, 5, 6, 7, 8, 9)


def test_four_ticks_are_between_four_and_eight() -> None:
    scan = scan_of("☑☑☑☑☐☐☐☐☐☐")
    assert scan.score == 4
    assert heading_of(scan) == "TUSSEN DE 4 EN 8 VINKJES"
    assert scan.open_points == (5, 6, 7, 8, 9, 10)


def test_eight_ticks_are_still_between_four_and_eight() -> None:
    scan = scan_of("☐☑☑☑☑☐☑☑☑☑")
    assert scan.score == 8
    assert heading_of(scan) == "TUSSEN DE 4 EN 8 VINKJES"
    assert scan.open_points == (1, 6)


def test_nine_ticks_are_more_than_eight() -> None:
    scan = scan_of("☑☑☑☑☑☑☑☑☑☐")
    assert scan.score == 9
    assert heading_of(scan) == "MEER DAN 8 VINKJES"
    assert scan.open_points == (10,)


def test_ten_ticks_are_more_than_eight_and_leave_nothing_open() -> None:
    scan = scan_of("☑☑☑☑☑☑☑☑☑☑")
    assert scan.score == 10
    assert heading_of(scan) == "MEER DAN 8 VINKJES"
    assert scan.open_points == ()


def test_every_way_to_tick_the_card_gives_its_score_band_and_open_points() -> None:
    assert len(DRAWINGS) == 1024
    for drawing in DRAWINGS:
        scan = scan_of(drawing)
        ticks = drawing.count("☑")
        assert scan.score == ticks, drawing
        assert heading_of(scan) == HEADINGS[ticks], drawing
        assert scan.open_points == tuple(n for n in range(1, 11) if drawing[n - 1] == "☐"), drawing


def test_a_new_scan_has_no_tick_and_no_organisation() -> None:
    scan = Scan(date=DAY)
    assert drawing_of(scan) == "☐☐☐☐☐☐☐☐☐☐"
    assert scan.organisation == ""


@pytest.mark.parametrize(
    ("before", "number", "ticked", "after"),
    [
        ("☐☐☐☐☐☐☐☐☐☐", 1, True, "☑☐☐☐☐☐☐☐☐☐"),
        ("☐☐☐☐☐☐☐☐☐☐", 10, True, "☐☐☐☐☐☐☐☐☐☑"),
        ("☑☑☑☑☑☑☑☑☑☑", 5, False, "☑☑☑☑☐☑☑☑☑☑"),
        ("☑☐☐☐☐☐☐☐☐☐", 1, True, "☑☐☐☐☐☐☐☐☐☐"),
    ],
)
def test_a_tick_changes_its_own_statement(before: str, number: int, ticked: bool, after: str) -> None:
    assert drawing_of(scan_of(before).with_tick(number, ticked=ticked)) == after


@given(st.sampled_from(DRAWINGS), st.integers(1, 10), st.booleans())
def test_a_tick_gives_a_new_scan_and_leaves_the_old_one(drawing: str, number: int, ticked: bool) -> None:
    scan = Scan(date=DAY, organisation="Oss", answers=scan_of(drawing).answers)
    changed = scan.with_tick(number, ticked=ticked)
    assert drawing_of(scan) == drawing
    assert drawing_of(changed) == drawing[: number - 1] + "☐☑"[ticked] + drawing[number:]
    assert (changed.date, changed.organisation) == (DAY, "Oss")


@given(st.integers().filter(lambda number: not 1 <= number <= 10))
def test_a_statement_that_is_not_there_cannot_be_ticked(number: int) -> None:
    with pytest.raises(IndexError):
        Scan(date=DAY).with_tick(number, ticked=True)


def test_a_new_scan_says_nothing_of_any_statement_or_person() -> None:
    scan = Scan(date=DAY)
    assert [scan.answer(number) for number in range(1, 11)] == [Answer()] * 10
    assert (scan.participants, scan.leader, scan.account_manager) == ("", "", AccountManager())
    assert (Answer().ticked, Answer().note, Answer().who, Answer().due) == (False, "", "", "")


@given(st.sampled_from(DRAWINGS), st.integers(1, 10))
def test_an_answer_is_given_to_its_own_statement(drawing: str, number: int) -> None:
    scan = scan_of(drawing)
    changed = scan.with_answer(number, AGREED)
    assert changed.answer(number) == AGREED
    assert [changed.answer(other) for other in range(1, 11) if other != number] == [
        scan.answer(other) for other in range(1, 11) if other != number
    ]
    assert drawing_of(scan) == drawing


@given(st.integers(1, 10), st.booleans())
def test_a_tick_keeps_what_was_agreed(number: int, ticked: bool) -> None:
    scan = Scan(date=DAY).with_answer(number, AGREED).with_tick(number, ticked=ticked)
    assert scan.answer(number) == Answer(ticked, note="Bel de wijkagent", who="Ans", due="vóór de zomer")


@given(st.integers().filter(lambda number: not 1 <= number <= 10))
def test_nothing_is_said_of_a_statement_that_is_not_there(number: int) -> None:
    with pytest.raises(IndexError):
        Scan(date=DAY).answer(number)
    with pytest.raises(IndexError):
        Scan(date=DAY).with_answer(number, AGREED)


def test_a_scan_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        Scan(date=DAY).organisation = "Oss"
