"""Verdicts, counts and matching by what statements say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.domain.earlier import TEXTS, earlier_in, scan_in
from vpt_desktop.domain.comparison import Verdict, compare, compared_with_previous, place_of

TICKS = st.tuples(*[st.booleans()] * 10)

SWAPPED = {
    Verdict.FALLEN_BACK: Verdict.ACHIEVED,
    Verdict.ACHIEVED: Verdict.FALLEN_BACK,
    Verdict.STILL_OPEN: Verdict.STILL_OPEN,
    Verdict.KEPT: Verdict.KEPT,
}


def test_each_statement_has_its_verdict() -> None:
    scan = replace(scan_in(2026, "☑☑☑☐☐☑☐☐☐☑"), earlier=(earlier_in(2025, "☑☐☐☑☐☑☐☐☐☐"),))
    comparison = compared_with_previous(scan, TEXTS)
    assert comparison is not None
    assert (comparison.score_then, comparison.score_now) == (3, 5)
    assert comparison.numbers(Verdict.FALLEN_BACK) == (4,)
    assert comparison.numbers(Verdict.ACHIEVED) == (2, 3, 10)
    assert comparison.numbers(Verdict.STILL_OPEN) == (5, 7, 8, 9)
    assert comparison.numbers(Verdict.KEPT) == (1, 6)
    assert comparison.is_whole


def test_a_scan_without_an_earlier_one_is_not_compared() -> None:
    assert compared_with_previous(scan_in(2026), TEXTS) is None


@pytest.mark.parametrize("then", [True, False])
@pytest.mark.parametrize("now", [True, False])
def test_every_pair_of_ticks_is_one_verdict(*, then: bool, now: bool) -> None:
    counts = compare(replace(earlier_in(2025), ticks=(then,) * 10), (now,) * 10, TEXTS).counts
    assert sorted(counts.values()) == [0, 0, 0, 0, 10]


@given(TICKS, TICKS)
def test_the_counts_add_up_to_ten_and_to_both_scores(then: tuple[bool, ...], now: tuple[bool, ...]) -> None:
    comparison = compare(replace(earlier_in(2025), ticks=then), now, TEXTS)
    counts = comparison.counts
    assert list(counts) == list(Verdict)
    assert sum(counts.values()) == 10
    assert counts[Verdict.KEPT] + counts[Verdict.FALLEN_BACK] == comparison.score_then == sum(then)
    assert counts[Verdict.KEPT] + counts[Verdict.ACHIEVED] == comparison.score_now == sum(now)


@given(TICKS, TICKS)
def test_swapping_the_scans_swaps_the_verdicts(then: tuple[bool, ...], now: tuple[bool, ...]) -> None:
    forward = compare(replace(earlier_in(2025), ticks=then), now, TEXTS)
    back = compare(replace(earlier_in(2025), ticks=now), then, TEXTS)
    assert [row.verdict for row in back.rows] == [SWAPPED[row.verdict] for row in forward.rows]


@given(TICKS)
def test_nothing_changes_against_itself(ticks: tuple[bool, ...]) -> None:
    counts = compare(replace(earlier_in(2025), ticks=ticks), ticks, TEXTS).counts
    assert counts[Verdict.KEPT] == sum(ticks)
    assert counts[Verdict.STILL_OPEN] == 10 - sum(ticks)


@given(TICKS, st.permutations(range(10)))
def test_statements_in_another_order_are_matched(ticks: tuple[bool, ...], order: list[int]) -> None:
    then = replace(
        earlier_in(2025),
        ticks=tuple(ticks[index] for index in order),
        texts=tuple(TEXTS[index] for index in order),
    )
    comparison = compare(then, ticks, TEXTS)
    assert comparison.is_whole
    assert comparison.counts[Verdict.KEPT] == sum(ticks)


@given(TICKS, TICKS, st.sets(st.integers(1, 10), min_size=1))
def test_statements_in_other_words_are_not_comparable(
    then: tuple[bool, ...], now: tuple[bool, ...], changed: set[int]
) -> None:
    texts = tuple(f"{text} Nieuw." if number in changed else text for number, text in enumerate(TEXTS, 1))
    comparison = compare(replace(earlier_in(2025), ticks=then), now, texts)
    assert comparison.numbers(Verdict.NOT_COMPARABLE) == tuple(sorted(changed))
    assert not comparison.is_whole
    assert sum(comparison.counts.values()) == 10


def test_a_statement_that_is_there_twice_is_matched_by_its_number() -> None:
    texts = ("Eén.", "Twee.", "Eén.")
    assert place_of("Eén.", 3, texts) == 3
    assert place_of("Eén.", 1, texts) == 1
    assert place_of("Eén.", 2, texts) == 1
    assert place_of("Drie.", 2, texts) is None
