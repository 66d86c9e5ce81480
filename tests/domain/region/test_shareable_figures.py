"""From shared figures nobody can work out another's answer, band or score: tried for all small regions."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from itertools import permutations, product

import pytest

from tests.domain.region.inference import given_away
from vpt_desktop.domain.region.shareable_figures import (
    CountRange,
    ShareableFigures,
    count_range,
    hidden_counts,
    shareable_figures,
)

Ticks = tuple[bool, ...]
Change = tuple[Ticks, int | None]
"""The ticks of now, and whether the score went up (1), down (-1) or neither (0); None if it is the first."""

THREE_TICKS = list(product((False, True), repeat=3))
BANDS_OF_THREE = (1, 3)
"""The lowest scores of the second and the third band on a card of 3 statements: 0, 1-2 and 3."""

TWO_TICKS = list(product((False, True), repeat=2))
BANDS_OF_TWO = (1, 2)

ONE_TICK = list(product((False, True), repeat=1))
BANDS_OF_ONE = (1,)


def sign(number: int) -> int:
    return (number > 0) - (number < 0)


def changes(ticks: list[Ticks]) -> list[Change]:
    """Return all that figures depend on in the ways to tick a card twice."""
    return sorted({(now, sign(sum(now) - sum(before))) for before, now in product(ticks, repeat=2)})


CHANGES = changes(TWO_TICKS)


def band(ticks: Ticks, minimums: tuple[int, ...]) -> int:
    return sum(sum(ticks) >= minimum for minimum in minimums)


def answers_and_band(ticks: Ticks) -> tuple[Hashable, ...]:
    return *ticks, band(ticks, BANDS_OF_THREE)


def answers_band_and_change(row: Change) -> tuple[Hashable, ...]:
    ticks, change = row
    ways = (None, None) if change is None else (change > 0, change < 0)
    return *ticks, band(ticks, BANDS_OF_TWO), *ways


def figures(region: list[Ticks]) -> ShareableFigures:
    return shareable_figures(region, [], BANDS_OF_THREE)


def figures_with_change(region: list[Change]) -> ShareableFigures:
    ticks = [ticks for ticks, _ in region]
    return shareable_figures(
        ticks, [change for _, change in region if change is not None], (1, 2)[: len(ticks[0])]
    )


# What must hold


@pytest.mark.parametrize("organisations", [5, 6, 7, 8])
def test_no_small_region_gives_an_answer_or_a_band_away(organisations: int) -> None:
    coalition = hidden_counts(organisations) - 1
    leaks = given_away(THREE_TICKS, organisations, coalition, figures, answers_and_band)
    assert list(leaks) == []


@pytest.mark.parametrize("organisations", [5, 6, 7, 8])
def test_no_small_region_with_previous_scans_gives_an_answer_a_band_or_a_change_away(
    organisations: int,
) -> None:
    coalition = hidden_counts(organisations) - 1
    leaks = given_away(CHANGES, organisations, coalition, figures_with_change, answers_band_and_change)
    assert list(leaks) == []


@pytest.mark.parametrize(
    ("ticks", "organisations"),
    [(ONE_TICK, 5), (ONE_TICK, 6), (ONE_TICK, 7), (ONE_TICK, 8), (TWO_TICKS, 5), (TWO_TICKS, 6)],
)
def test_nor_does_one_in_which_some_have_no_previous_scan(ticks: list[Ticks], organisations: int) -> None:
    rows = [*changes(ticks), *((now, None) for now in ticks)]
    coalition = hidden_counts(organisations) - 1
    assert (
        list(given_away(rows, organisations, coalition, figures_with_change, answers_band_and_change)) == []
    )


@pytest.mark.parametrize("hidden", [2, 3])
def test_no_single_count_gives_an_answer_away(hidden: int) -> None:
    for total in range(2 * hidden + 1, 401):
        counts: dict[CountRange, list[int]] = {}
        for count in range(total + 1):
            counts.setdefault(count_range(count, total, hidden), []).append(count)
        for seen, (yes, no) in product(counts.values(), coalitions(hidden - 1)):
            others = [count - yes for count in seen if yes <= count <= total - no]
            assert not others or (max(others) > 0 and min(others) < total - yes - no), (total, seen, yes, no)


def coalitions(size: int) -> Iterator[tuple[int, int]]:
    """Yield how many of a coalition say yes and no, up to `size` together."""
    return ((yes, no) for yes in range(size + 1) for no in range(size + 1 - yes))


def test_two_work_nothing_out_from_seven_organisations_on_and_one_before() -> None:
    assert [hidden_counts(organisations) for organisations in (5, 6, 7, 8, 12, 342)] == [2, 2, 3, 3, 3, 3]


# Rules that look as if they would do


def counts(region: list[Ticks]) -> list[int]:
    """Return the counts of the statements and of the bands, as shareable figures have them."""
    at_least = [[sum(row) >= minimum for row in region] for minimum in BANDS_OF_THREE]
    return [*map(sum, zip(*region, strict=True)), *map(sum, at_least)]


def bounded_below_only(region: list[Ticks]) -> Hashable:
    """Return counts, with 0-2 as "bijna geen"."""
    return tuple(max(count, 2) for count in counts(region))


def bounded_on_both_sides_by_two(region: list[Ticks]) -> Hashable:
    """Return counts, with 0-2 as "bijna geen" and all but 0-2 as "bijna alle"."""
    return tuple(min(max(count, 2), len(region) - 2) for count in counts(region))


def three_bands_with_small_ones_merged(region: list[Ticks]) -> Hashable:
    """Return bounded counts of the statements, and counts of bands: one of 1 or 2 goes with the next one."""
    bands = [band(row, BANDS_OF_THREE) for row in region]
    low, middle, high = (bands.count(number) for number in range(3))
    if low in (1, 2) or middle in (1, 2):
        low, middle = -1, low + middle
    if high in (1, 2):
        middle, high = middle + high, -1
    return figures(region).statements, low, middle, high


def exact_counts_of_changes(region: list[Change]) -> Hashable:
    """Return bounded figures, and how many went up and down."""
    ups, downs = ([change for _, change in region].count(way) for way in (1, -1))
    return shareable_figures([ticks for ticks, _ in region], [], BANDS_OF_TWO), ups, downs


Twice = tuple[Ticks, Ticks]


def total_steps(region: list[Twice]) -> Hashable:
    """Return bounded figures, and how many steps forward and back there were."""
    steps = [(before, now) for row in region for before, now in zip(*row, strict=True)]
    shared = shareable_figures([now for _, now in region], [], BANDS_OF_TWO)
    return shared, steps.count((False, True)), steps.count((True, False))


def higher_and_lower(row: Twice) -> tuple[Hashable, ...]:
    before, now = row
    return sum(now) > sum(before), sum(now) < sum(before)


@pytest.mark.parametrize("rule", [bounded_below_only, three_bands_with_small_ones_merged])
def test_a_naive_rule_gives_answers_away_to_one_of_five(rule: Callable[[list[Ticks]], Hashable]) -> None:
    assert any(given_away(THREE_TICKS, 5, 1, rule, answers_and_band))


def test_bounds_of_two_give_answers_away_to_two_of_seven_and_not_to_one() -> None:
    assert any(given_away(THREE_TICKS, 7, 2, bounded_on_both_sides_by_two, answers_and_band))
    assert not any(given_away(THREE_TICKS, 7, 1, bounded_on_both_sides_by_two, answers_and_band))


def test_three_of_seven_can_work_out_answers_as_the_manual_says() -> None:
    assert any(given_away(THREE_TICKS, 7, 3, figures, answers_and_band))


def test_total_steps_give_away_whose_score_went_up() -> None:
    assert any(given_away(list(product(TWO_TICKS, repeat=2)), 5, 1, total_steps, higher_and_lower))


def test_exact_counts_of_changes_give_away_whose_score_went_up() -> None:
    assert any(given_away(CHANGES, 5, 1, exact_counts_of_changes, answers_band_and_change))


# Six organisations in the lowest band, with six statements that three of them ticked


SIX = [tuple(index < 6 and (index + number) % 2 == 0 for index in range(10)) for number in range(6)]


def test_three_band_counts_beside_counts_of_statements_would_give_every_score_away() -> None:
    columns = [sum(column) for column in zip(*SIX, strict=True)]
    assert columns == [3, 3, 3, 3, 3, 3, 0, 0, 0, 0]
    assert [band(row, (4, 9)) for row in SIX] == [0] * 6
    assert sum(columns) == 6 * 3  # as many ticks as six scores of at most 3 can hold


def test_no_participant_learns_any_of_these_scores() -> None:
    shared = shareable_figures(SIX, [], (4, 9))
    scores: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for (giver, taker), column in product(permutations(range(6), 2), range(10)):
        if SIX[giver][column] and not SIX[taker][column]:
            moved = [list(row) for row in SIX]
            moved[giver][column], moved[taker][column] = False, True
            assert shareable_figures(moved, [], (4, 9)) == shared
            for participant, other in permutations(range(6), 2):
                if participant not in {giver, taker}:
                    scores[participant, other].add(sum(moved[other]))
    assert [scores[pair] for pair in permutations(range(6), 2)] == [{2, 3, 4}] * 30


# What is shown


@pytest.mark.parametrize(
    ("count", "total", "minimum", "maximum"),
    [
        (4, 5, 3, 5),
        (1, 5, 0, 2),
        (5, 7, 4, 7),
        (0, 7, 0, 3),
        (7, 12, 7, 7),
        (9, 12, 9, 12),
        (2, 12, 0, 3),
        (3, 12, 0, 3),
        (4, 12, 4, 4),
        (8, 12, 8, 8),
    ],
)
def test_a_low_or_high_count_is_shown_as_a_bound(count: int, total: int, minimum: int, maximum: int) -> None:
    assert count_range(count, total, hidden_counts(total)) == CountRange(minimum, maximum, total)


def test_bands_are_shown_as_two_counts_that_rise() -> None:
    scores = [0, 1, 2, 3, 4, 5, 8, 8, 9, 9, 9, 10]
    rows = [[True] * score + [False] * (10 - score) for score in scores]
    assert shareable_figures(rows, [], (4, 9)).bands == (CountRange(8, 8, 12), CountRange(4, 4, 12))


def test_change_counts_organisations_of_those_with_a_previous_scan() -> None:
    rows = [(True,)] * 12
    shared = shareable_figures(rows, [5, 1, 1, 1, 0, 0, -1, -9], (1,))
    assert (shared.higher, shared.lower) == (CountRange(4, 4, 8), CountRange(0, 3, 8))


@pytest.mark.parametrize(("organisations", "needed"), [(5, 5), (6, 5), (7, 7), (12, 7)])
def test_change_is_left_out_if_few_have_a_previous_scan(organisations: int, needed: int) -> None:
    rows = [(True,)] * organisations
    few = shareable_figures(rows, [1] * (needed - 1), (1,))
    enough = shareable_figures(rows, [1] * needed, (1,))
    assert (few.higher, few.lower) == (None, None)
    assert enough.higher
    assert (enough.higher.maximum, enough.higher.total) == (needed, needed)


def test_there_are_no_figures_of_four() -> None:
    with pytest.raises(ValueError, match="4 organisations"):
        shareable_figures([(True,)] * 4, [], (1,))
