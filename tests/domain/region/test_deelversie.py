"""Whether a region may be shared, beside what was shared earlier."""

import datetime as dt
from collections.abc import Callable, Sequence
from random import Random

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.region.drawing import CARD, TEXTS, answers, file
from vpt_desktop.domain.region.composition import Composition, Overlap, forgotten, remembered
from vpt_desktop.domain.region.deelversie import Deelversie, TooFew, deelversie
from vpt_desktop.domain.region.laying_together import lay_together
from vpt_desktop.domain.region.region_file import Choices, RegionFile
from vpt_desktop.domain.region.shareable_figures import CountRange

NAMES = [
    "Altena",
    "Breda",
    "Deurne",
    "Eersel",
    "Gemert",
    "Helmond",
    "Oss",
    "Reusel",
    "Tilburg",
    "Vught",
    "Waalre",
]
MARCH = dt.date(2026, 3, 3)
APRIL = dt.date(2026, 4, 3)

FOUR, FIVE = "☑☑☑☑☐☐☐☐☐☐", "☑☑☑☑☑☐☐☐☐☐"


def scans(count: int, drawing: str = FOUR, year: int = 2026) -> list[RegionFile]:
    """Return a file for each of the first so many organisations, with ids that are theirs and the year's."""
    return [file(f"{name} {year}", name, drawing, year) for name in NAMES[:count]]


def share(
    files: Sequence[RegionFile],
    history: Sequence[Composition] = (),
    today: dt.date = APRIL,
    choices: Choices | None = None,
) -> Deelversie | TooFew | Overlap:
    return deelversie(lay_together(files, CARD, today, choices), CARD, history, today)


def made(files: Sequence[RegionFile], today: dt.date = MARCH) -> Composition:
    """Return what is remembered of a deelversie that was made."""
    shared = share(files, today=today)
    assert isinstance(shared, Deelversie)
    return shared.composition


# Rule 1: five at least


def test_four_organisations_are_too_few() -> None:
    assert share(scans(4)) == TooFew(4)
    assert isinstance(share(scans(5)), Deelversie)


def test_two_that_may_be_one_are_one_for_the_five_until_they_are_joined_or_a_sixth_is_there() -> None:
    near = file("x", "Altenna")
    assert share([*scans(4), near]) == TooFew(4)
    assert isinstance(share([*scans(5), near]), Deelversie)


def test_two_of_near_names_are_two_for_the_five_when_they_are_said_to_be_different() -> None:
    near = file("x", "Altenna")
    found = share([*scans(4), near], choices=Choices(different=frozenset({"altenna"})))
    assert isinstance(found, Deelversie)
    assert found.figures.statements[0].total == 5


# Rules 2 to 4: the figures


def test_the_figures_are_those_of_the_organisations_that_count() -> None:
    earlier = [answers("☑☐☐☐☐☐☐☐☐☐", 2025)]
    files = [file(name, name, FOUR, earlier=earlier) for name in NAMES[:5]]
    shared = share([*files, file("old", "Oss", year=2024), file("x", "Oss", "☑☑☐☐☐☐☐☐☐☐")])
    assert isinstance(shared, Deelversie)
    assert shared.figures.statements == (*[CountRange(4, 6, 6)] * 4, *[CountRange(0, 2, 6)] * 6)
    assert shared.figures.bands == (CountRange(4, 6, 6), CountRange(0, 2, 6))
    assert shared.figures.higher == CountRange(4, 6, 6)
    assert shared.figures.lower == CountRange(0, 2, 6)


def test_a_previous_scan_of_other_statements_is_none_for_change() -> None:
    changed = ("Anders.", *TEXTS[1:])
    earlier = [answers("☑☐☐☐☐☐☐☐☐☐", 2025)]
    files = [file(name, name, FOUR, earlier=earlier) for name in NAMES[:4]]
    shared = share([*files, file("x", "Oss", FOUR, earlier=[answers(FIVE, 2025, texts=changed)])])
    assert isinstance(shared, Deelversie)
    assert (shared.figures.higher, shared.figures.lower) == (None, None)


# Rule 5: one composition


def test_one_scan_more_is_refused_and_says_why() -> None:
    earlier = made(scans(10))
    assert share(scans(11), [earlier]) == Overlap(earlier, shared=10, scans=11)


def test_one_scan_less_is_refused_too() -> None:
    earlier = made(scans(11))
    assert share(scans(10), [earlier]) == Overlap(earlier, shared=10, scans=10)


def test_the_same_scans_again_give_the_same_figures() -> None:
    earlier = made(scans(7))
    again = share(scans(7)[::-1], [earlier])
    assert isinstance(again, Deelversie)
    assert again.figures == share(scans(7)).figures
    assert again.composition.scans == earlier.scans
    assert remembered([earlier], again.composition) == (earlier,)


def test_two_of_one_name_and_day_without_ids_are_two_scans() -> None:
    files = [*scans(5), *(file(key, "Bergen", scan="") for key in "xy")]
    shared = share(files, choices=Choices(different=frozenset({"/y"})))
    assert isinstance(shared, Deelversie)
    assert len(shared.composition.scans) == 7
    assert isinstance(share(files[:-1], [shared.composition]), Overlap)


def test_scans_of_others_altogether_are_not_refused() -> None:
    earlier = made(scans(5))
    others = [file(name, name) for name in NAMES[5:]]
    assert isinstance(share(others, [earlier]), Deelversie)


def test_a_corrected_tick_is_refused() -> None:
    earlier = made(scans(7))
    corrected = [file("Altena 2026", "Altena", FIVE), *scans(7)[1:]]
    found = Overlap(earlier, shared=6, scans=7)
    assert share(corrected, [earlier]) == found
    assert found.others == 1


def test_a_previous_scan_that_comes_in_later_is_refused() -> None:
    earlier = made(scans(7))
    assert share([*scans(7), file("x", "Altena", FIVE, 2025)], [earlier]) == Overlap(
        earlier, shared=6, scans=7
    )


def newer_file(old: RegionFile, name: str) -> list[RegionFile]:
    return [old, file(f"{name} new", name, FIVE)]


def newer_file_with_the_old_scan_inside(old: RegionFile, name: str) -> list[RegionFile]:
    assert old.scan
    return [file(f"{name} new", name, FIVE, earlier=[old.scan.answers])]


def same_id_with_another_date(old: RegionFile, name: str) -> list[RegionFile]:
    assert old.scan
    return [file(old.key, name, FIVE, scan=old.scan.answers.id)]


@pytest.mark.parametrize("renewed", [4, 5])
@pytest.mark.parametrize(
    "renew", [newer_file, newer_file_with_the_old_scan_inside, same_id_with_another_date]
)
def test_a_newer_scan_of_five_organisations_is_enough(
    renew: Callable[[RegionFile, str], list[RegionFile]], renewed: int
) -> None:
    old = scans(9, year=2025)
    earlier = made(old, dt.date(2025, 3, 3))
    newer = [new for name, each in zip(NAMES[:renewed], old, strict=False) for new in renew(each, name)]
    found = share([*newer, *old[renewed:]], [earlier])
    if renewed == 5:
        assert isinstance(found, Deelversie)
    else:
        assert found == Overlap(earlier, shared=5, scans=9)


def test_a_newer_scan_whose_old_one_is_nowhere_is_not_known_to_be_of_an_organisation_in_both() -> None:
    old = scans(9, year=2025)
    earlier = made(old)
    assert share([*scans(5), *old[5:]], [earlier]) == Overlap(earlier, shared=4, scans=9)


def test_older_scans_are_not_newer() -> None:
    earlier = made([*scans(9), *scans(5, year=2025)])
    older = [*scans(5, year=2025), *scans(9)[5:]]
    assert share(older, [earlier]) == Overlap(earlier, shared=4, scans=9)


def test_a_scan_that_was_dated_ahead_is_not_newer_than_itself() -> None:
    ahead = scans(9, year=2026)
    choices = Choices(taken_in=frozenset(each.key for each in ahead))
    shared = share(ahead, today=dt.date(2025, 1, 1), choices=choices)
    assert isinstance(shared, Deelversie)
    earlier = shared.composition
    assert share(ahead[1:], [earlier]) == Overlap(earlier, shared=8, scans=8)


def test_two_that_may_be_one_are_one_newer_scan() -> None:
    names = ["Tilburg", "Tilbrug", *NAMES[:3], "Oss", "Vught", "Waalre"]
    old = [file(name, name, year=2025) for name in names]
    earlier = made(old)
    newer = [file(f"{name} new", name, FIVE) for name in names[:5]]
    assert share([*old, *newer], [earlier]) == Overlap(earlier, shared=3, scans=8)


def test_scans_without_an_id_are_known_by_organisation_and_date() -> None:
    old = [file(name, name, year=2025, scan="") for name in NAMES[:7]]
    earlier = made(old)
    newer = [file(f"{name} new", name, FIVE) for name in NAMES[:5]]
    assert isinstance(share([*old, *newer], [earlier]), Deelversie)
    assert share([*old, *newer[:4]], [earlier]) == Overlap(earlier, shared=3, scans=7)


def test_nameless_scans_without_an_id_are_known_by_their_file() -> None:
    files = [*scans(5), file("x", "", scan="")]
    choices = Choices(taken_in=frozenset("x"))
    shared = share(files, choices=choices)
    assert isinstance(shared, Deelversie)
    assert len(shared.composition.contents) == 6


def test_of_several_overlaps_the_latest_with_the_most_scans_is_named() -> None:
    most, few, old = made(scans(9)), made(scans(6)), made(scans(10), dt.date(2026, 3, 2))
    assert share(scans(8), [most, old, few]) == Overlap(most, shared=8, scans=8)
    assert share(scans(8), [few, old]) == Overlap(few, shared=6, scans=8)
    assert share(scans(8), forgotten([few, old], few)) == Overlap(old, shared=8, scans=8)


def test_what_was_not_shared_is_forgotten_and_no_longer_in_the_way() -> None:
    earlier = made(scans(10))
    assert forgotten([earlier, made(scans(5))], earlier) == (made(scans(5)),)
    assert isinstance(share(scans(11), forgotten([earlier], earlier)), Deelversie)


def test_what_is_new_is_remembered_after_the_others() -> None:
    assert remembered([made(scans(5))], made(scans(6))) == (made(scans(5)), made(scans(6)))


def test_a_composition_is_kept_as_hashes_alone_and_read_back_as_it_was() -> None:
    earlier = made(scans(6))
    written = msgspec.json.encode(earlier)
    assert msgspec.json.decode(written, type=Composition) == earlier
    fields = msgspec.json.decode(written)
    assert fields["made"] == "2026-03-03"
    hashes = [text for scan in fields["scans"] for text in scan.values()]
    assert len(hashes) == len(set(hashes)) == 12
    assert all(len(text) == 64 and set(text) <= set("0123456789abcdef") for text in hashes)


# Whatever the files are


@st.composite
def regions(draw: st.DrawFn) -> list[RegionFile]:
    """Draw files of eight organisations and three years, some with the scan of the year before inside."""
    files = []
    for name, year in draw(
        st.sets(st.tuples(st.sampled_from(NAMES[:8]), st.integers(2024, 2026)), min_size=5)
    ):
        drawing = draw(st.sampled_from([FOUR, FIVE, "☐☐☐☐☐☐☑☐☐☐", "☑☑☑☑☑☑☑☑☑☐"]))
        before = [answers(FOUR, year - 1, f"{name} {year - 1}")] if draw(st.booleans()) else []
        files.append(file(f"{name} {year}", name, drawing, year, earlier=before))
    return files


@given(regions(), st.randoms())
def test_the_order_of_the_files_never_matters(files: list[RegionFile], random: Random) -> None:
    shuffled = [*files, *files[:3]]
    random.shuffle(shuffled)
    assert share(shuffled) == share(files)


@given(regions(), st.data())
def test_a_scan_that_is_left_out_by_hand_changes_a_deelversie_only_by_what_was_made_before(
    files: list[RegionFile], data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from([each.key for each in files]))
    left_out = Choices(left_out=frozenset({key}))
    gone = [each for each in files if each.key != key]
    whole = share(files)

    assert share(files, choices=left_out) == share(gone)
    if isinstance(whole, Deelversie):
        found = share(files, [whole.composition], choices=left_out)
        assert found == share(gone, [whole.composition])
        assert isinstance(found, TooFew | Overlap) or found.figures == whole.figures


@given(regions(), regions())
def test_of_two_that_may_be_made_none_is_in_both_or_all_or_five_are_not(
    first: list[RegionFile], second: list[RegionFile]
) -> None:
    one = share(first)
    assume(isinstance(one, Deelversie))
    known = {each.key for each in first}
    two = share([*first, *(each for each in second if each.key not in known)], [one.composition])
    if isinstance(two, Deelversie):
        both = one.composition.contents & two.composition.contents
        others = two.composition.contents - both
        assert not both or one.composition.scans == two.composition.scans or len(others) >= 5
