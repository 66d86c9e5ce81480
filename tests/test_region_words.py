"""What is said about the files of a region."""

import datetime as dt

import pytest

from tests.domain.region.drawing import CARD, DAY, NONE, answers, file
from vpt_desktop.domain.region.composition import Composition, Overlap, SharedScan
from vpt_desktop.domain.region.deelversie import TooFew
from vpt_desktop.domain.region.laying_together import lay_together
from vpt_desktop.domain.region.region_file import Choices, RegionFile
from vpt_desktop.domain.region.shareable_figures import count_range
from vpt_desktop.region_words import (
    band_in_words,
    count_in_words,
    from_band_in_words,
    overlap_in_words,
    reason_in_words,
    region_in_words,
    too_few_in_words,
)


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    files = [file("/oss/scan.vpt", "Oss", scan="x"), file("/oss 2024/scan.vpt", "Oss", year=2024)]
    entries = {entry.file.key: entry for entry in lay_together(files, CARD, DAY).entries}
    reason = reason_in_words(entries["/oss 2024/scan.vpt"], entries)
    assert "; oss/scan.vpt van " in reason


def made_of(scans: int) -> Composition:
    return Composition(dt.date(2026, 3, 3), tuple(SharedScan(str(each), "") for each in range(scans)))


@pytest.mark.parametrize(
    ("count", "total", "hidden", "words"),
    [
        (4, 5, 2, "minstens 3 van 5"),
        (1, 5, 2, "hooguit 2 van 5"),
        (5, 7, 3, "minstens 4 van 7"),
        (0, 7, 3, "hooguit 3 van 7"),
        (7, 12, 3, "7 van 12"),
        (9, 12, 3, "minstens 9 van 12"),
        (2, 12, 3, "hooguit 3 van 12"),
    ],
)
def test_the_examples_of_the_design(count: int, total: int, hidden: int, words: str) -> None:
    assert count_in_words(count_range(count, total, hidden)) == words


def test_bands_are_named_by_their_scores() -> None:
    assert [band_in_words(CARD, band) for band in CARD.bands] == [
        "0 tot en met 3 punten",
        "4 tot en met 8 punten",
        "9 of 10 punten",
    ]
    assert [from_band_in_words(CARD, band) for band in CARD.bands[1:]] == [
        "4 punten of meer",
        "9 of 10 punten",
    ]


def test_the_files_are_summed_up_and_each_has_its_reason() -> None:
    files = [
        file("/a/nieuw.vpt", "Oss", scan="x"),
        file("/a/dubbel.vpt", "Oss", scan="x", is_copy=True),
        file("/a/oud.vpt", "Oss", year=2024),
        file("/a/later.vpt", "Breda", year=2027),
        file("/a/kaart.vpt", "Breda", card="other"),
        file("/a/naamloos.vpt", ""),
        file("/a/weg.vpt", "Tilburg"),
        RegionFile("/a/foto.vpt"),
    ]
    region = lay_together(files, CARD, DAY, Choices(left_out=frozenset({"/a/weg.vpt"})))
    assert region_in_words(region) == (
        "1 organisatie uit 8 bestanden: 1 ouder, 1 dubbel, 1 na de peildatum, 1 andere kaart, "
        "1 zonder naam, 1 niet leesbaar, 1 weggelaten"
    )
    entries = {entry.file.key: entry for entry in region.entries}
    reasons = {
        entry.file.key.removeprefix("/a/"): reason_in_words(entry, entries, "het is geen VPT-scan")
        for entry in region.entries
    }
    assert reasons == {
        "nieuw.vpt": "van 1 maart 2026",
        "dubbel.vpt": "dezelfde scan als in nieuw.vpt",
        "oud.vpt": "van 1 maart 2024; nieuw.vpt van 1 maart 2026 telt mee",
        "later.vpt": "van 1 maart 2027, en er zit geen eerdere scan in",
        "kaart.vpt": "ingevuld op een andere kaart dan die van deze versie van VPT Desktop",
        "naamloos.vpt": "er staat geen organisatie in",
        "weg.vpt": "met de hand weggelaten",
        "foto.vpt": "het is geen VPT-scan",
    }


def test_a_file_says_when_it_counts_with_an_earlier_scan_and_when_another_was_taken_in() -> None:
    later = file("/a/later.vpt", "Breda", year=2027, earlier=[answers(NONE, 2025)])
    region = lay_together([later], CARD, DAY)
    (entry,) = region.entries
    assert reason_in_words(entry, {entry.file.key: entry}) == "van 1 maart 2027"
    pair = [file("/a/oud.vpt", "Oss", year=2024), file("/a/nieuw.vpt", "Oss")]
    region = lay_together(pair, CARD, DAY, Choices(taken_in=frozenset({"/a/oud.vpt"})))
    entries = {entry.file.key: entry for entry in region.entries}
    assert reason_in_words(entries["/a/nieuw.vpt"], entries) == "in plaats daarvan telt oud.vpt mee"


def test_without_others_only_the_organisations_are_counted() -> None:
    region = lay_together([file("/a", "Oss"), file("/b", "Breda")], CARD, DAY)
    assert region_in_words(region) == "2 organisaties uit 2 bestanden"
    assert region_in_words(lay_together([], CARD, DAY)) == "0 organisaties uit 0 bestanden"
    assert region_in_words(lay_together([file("/a", "")], CARD, DAY)) == (
        "0 organisaties uit 1 bestand: 1 zonder naam"
    )


def test_why_there_is_no_deelversie() -> None:
    assert too_few_in_words(TooFew(4)) == (
        "Voor een deelversie zijn ten minste 5 organisaties nodig; dit zijn er 4."
    )
    assert overlap_in_words(Overlap(made_of(11), 11, 12)) == (
        "Op 3 maart maakte je een deelversie met 11 van deze 12 scans. "
        "Wie beide heeft, kan antwoorden uitrekenen."
    )


@pytest.mark.parametrize(
    ("shared", "scans", "earlier", "words"),
    [
        (11, 12, 11, "met 11 van deze 12 scans."),
        (11, 11, 12, "met deze 11 scans en 1 andere."),
        (9, 11, 12, "met 9 van deze 11 scans en 3 andere."),
    ],
)
def test_scans_that_were_left_out_since_an_earlier_deelversie_are_counted(
    shared: int, scans: int, earlier: int, words: str
) -> None:
    assert words in overlap_in_words(Overlap(made_of(earlier), shared, scans))
