"""The sentences about the previous scan."""

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.domain.earlier import TEXTS, earlier_in, scan_in
from vpt_desktop import comparison_words as words
from vpt_desktop.domain.comparison import compare
from vpt_desktop.domain.earlier_scans import Addition, AnsweredScan, add_previous
from vpt_desktop.domain.scan import Scan

TICKS = (True, True, True, True, True, True, True, False, False, False)
CHANGED = ("Anders.", *TEXTS[1:])


def test_the_comparison_is_one_sentence() -> None:
    assert words.sentence(compare(earlier_in(2025, "☑☑☑☑☐☐☐☐☐☑"), TICKS, TEXTS)) == (
        "Van 5 naar 7: 3 nieuw behaald, 1 teruggevallen, 4 behouden, 2 nog open."
    )


def test_what_did_not_happen_is_left_out_of_it() -> None:
    assert words.sentence(compare(earlier_in(2025), (False,) * 10, TEXTS)) == "Van 0 naar 0: 10 nog open."


def test_scores_of_other_statements_are_not_laid_side_by_side() -> None:
    assert words.sentence(compare(earlier_in(2025, "☑☑☑☑☐☐☐☐☐☑"), TICKS, CHANGED)) == (
        "De kaart is veranderd, dus de scores zijn niet te vergelijken: "
        "3 nieuw behaald, 1 teruggevallen, 3 behouden, 2 nog open, 1 niet te vergelijken."
    )


def test_each_row_says_what_it_was_last_time() -> None:
    assert [words.then_in_row(ticked=ticked) for ticked in (True, False, None)] == [
        "vorige keer aangevinkt",
        "vorige keer open",
        "",
    ]
    assert [words.state_then(ticked=ticked) for ticked in (True, False, None)] == [
        "aangevinkt",
        "open",
        "niet te vergelijken",
    ]


def moment(hour: int) -> dt.datetime:
    return dt.datetime(2026, 3, 1, hour, 5).astimezone()


def test_two_of_one_day_are_told_apart_by_the_time_of_saving() -> None:
    scan = scan_in(2026)
    assert words.previous_in_words(earlier_in(2025), scan) == "1 maart 2025"
    assert words.previous_in_words(earlier_in(2026), scan) == "1 maart 2026"
    morning = replace(earlier_in(2026), saved=moment(9))
    assert words.previous_in_words(morning, scan) == "1 maart 2026 (opgeslagen om 09.05 uur)"


def chosen(scan: Scan, other: Scan) -> tuple[Addition, Scan]:
    return add_previous(scan, AnsweredScan(other, TEXTS)), other


def with_years(*years: int) -> Scan:
    return replace(scan_in(2026), earlier=tuple(map(earlier_in, years)))


def same_day(hour: int) -> Scan:
    return replace(scan_in(2026), id="d" * 32, saved=moment(hour))


@pytest.mark.parametrize(
    ("addition", "lines"),
    [
        (chosen(scan_in(2026), scan_in(2025)), ["De scan van 1 maart 2025 is de vorige scan."]),
        (chosen(with_years(2025), scan_in(2024)), ["De scan van 1 maart 2024 is erbij gezet."]),
        (chosen(scan_in(2026), scan_in(2026)), ["Dit is dezelfde scan."]),
        (chosen(with_years(2025), scan_in(2025)), ["De scan van 1 maart 2025 staat er al bij."]),
        (
            chosen(with_years(2025), scan_in(2025, "☑☐☐☐☐☐☐☐☐☐")),
            ["De scan van 1 maart 2025 is bijgewerkt."],
        ),
        (
            chosen(scan_in(2026), scan_in(2027)),
            ["De scan van 1 maart 2027 is later dan deze, dus deze is de vorige."],
        ),
        (
            chosen(scan_in(2026), same_day(9)),
            ["De scan van 1 maart 2026 (opgeslagen om 09.05 uur) is de vorige scan."],
        ),
        (
            chosen(with_years(2021, 2022, 2023, 2024, 2025), scan_in(2020)),
            ["Er zijn al 5 latere scans; die van 1 maart 2020 kan er niet bij."],
        ),
        (
            chosen(with_years(2020, 2021, 2022, 2023, 2024), scan_in(2025)),
            [
                "De scan van 1 maart 2025 is de vorige scan.",
                "De scan van 1 maart 2020 is vervallen: er gaan er hoogstens 5 mee.",
            ],
        ),
        (
            chosen(scan_in(2026), replace(scan_in(2025), organisation="Breda \n aan zee")),
            [
                "De scan van 1 maart 2025 is de vorige scan.",
                "Die scan is van een andere organisatie: Breda aan zee.",
            ],
        ),
        (
            chosen(scan_in(2026), replace(scan_in(2025), organisation="B" * 9000)),
            [
                "De scan van 1 maart 2025 is de vorige scan.",
                f"Die scan is van een andere organisatie: {'B' * 160}….",
            ],
        ),
        (
            chosen(scan_in(2026), replace(scan_in(2025), organisation="")),
            [
                "De scan van 1 maart 2025 is de vorige scan.",
                "Niet bij beide scans staat een organisatie, dus kijk na of ze bij elkaar horen.",
            ],
        ),
    ],
)
def test_choosing_an_earlier_scan_says_what_comes_of_it(
    addition: tuple[Addition, Scan], lines: list[str]
) -> None:
    assert list(words.lines_about(*addition)) == lines


LATER = "De scan van 1 maart 2027 is later dan deze, dus deze is de vorige."
OPENED = "De scan van 1 maart 2027 is geopend."


@pytest.mark.parametrize(
    ("later", "left", "lines"),
    [
        (scan_in(2027), scan_in(2026), [LATER]),
        (
            replace(scan_in(2027), earlier=tuple(map(earlier_in, range(2021, 2026)))),
            scan_in(2026),
            [LATER, "De scan van 1 maart 2021 is vervallen: er gaan er hoogstens 5 mee."],
        ),
        (
            replace(scan_in(2027), organisation="Breda"),
            scan_in(2026),
            [LATER, "Die scan is van een andere organisatie: Breda."],
        ),
        (
            replace(scan_in(2027), earlier=tuple(map(earlier_in, range(2022, 2027)))),
            scan_in(2020),
            [OPENED, "Er zijn al 5 latere scans; die van 1 maart 2020 kan er niet bij."],
        ),
        (scan_in(2027), scan_in(2028), [OPENED]),
    ],
)
def test_a_later_scan_that_was_opened_instead_says_what_came_of_the_one_before(
    later: Scan, left: Scan, lines: list[str]
) -> None:
    choice, _ = chosen(scan_in(2026), later)
    assert list(words.lines_about_swap(choice, chosen(later, left)[0], later, left)) == lines


def test_every_verdict_and_outcome_has_its_words() -> None:
    assert list(words.VERDICTS.values()) == [
        "Teruggevallen",
        "Nieuw behaald",
        "Nog open",
        "Behouden",
        "Niet te vergelijken",
    ]
    assert list(words.OUTCOMES.values()) == ["Afgerond", "Loopt nog", "Niet gestart", "Vervalt"]
    assert words.since(2025) == "(sinds 2025)"
