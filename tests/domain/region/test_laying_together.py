"""Which files count in a region, and as what."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.region.drawing import ALL, CARD, DAY, TEXTS, answers, counting, file, states
from tests.domain.region.strategies import choices, files
from vpt_desktop.domain.region.laying_together import lay_together
from vpt_desktop.domain.region.region import Region, State
from vpt_desktop.domain.region.region_file import Choices, RegionFile, RegionScan

ONE, TWO = "☑☐☐☐☐☐☐☐☐☐", "☑☑☐☐☐☐☐☐☐☐"


def region_of(*files: RegionFile, **choices: frozenset) -> Region:
    return lay_together(files, CARD, DAY, Choices(**choices))


def previous(region: Region, name: str) -> tuple[int, int | None] | None:
    """Return year and score of the scan before the one that counts."""
    found = next(organisation for organisation in region.organisations if organisation.name == name).previous
    return (found.date.year, found.score) if found else None


# One organisation, one scan


def test_the_latest_scan_counts_and_older_ones_are_older() -> None:
    region = region_of(file("a", "Oss", year=2024), file("b", "gemeente OSS"), file("c", "Oss", year=2025))
    assert states(region) == {"a": "older", "b": "counts", "c": "older"}
    assert [(entry.file.key, entry.counted) for entry in region.entries] == [
        ("a", "b"),
        ("b", "b"),
        ("c", "b"),
    ]
    assert counting(region) == {"gemeente OSS": "b"}
    assert region.states == {State.COUNTS: 1, State.OLDER: 2}


def test_the_reference_date_itself_still_counts() -> None:
    (oss,) = region_of(file("a", "Oss", year=2026)).organisations
    assert oss.answers.date == DAY


def test_of_two_on_one_day_the_one_that_was_saved_last_counts() -> None:
    region = region_of(file("a", "Oss", ONE, saved=2), file("b", "Oss", TWO, saved=1))
    assert states(region) == {"a": "counts", "b": "older"}


def test_the_same_scan_twice_is_a_duplicate_and_the_copy_without_agreements_gives_way() -> None:
    copy = file("a", "Oss", scan="x", saved=9, is_copy=True)
    region = region_of(copy, file("b", "Oss", scan="x", saved=1))
    assert states(region) == {"a": "duplicate", "b": "counts"}
    assert region.organisations[0].has_agreements
    assert not region_of(copy).organisations[0].has_agreements


def test_a_scan_without_an_id_is_the_same_as_one_that_was_saved_with_an_id_since() -> None:
    region = region_of(file("a", "Oss", scan=""), file("b", "Oss", scan="x"))
    assert states(region) == {"a": "duplicate", "b": "counts"}


def test_two_scans_with_other_ids_or_ticks_are_no_duplicates() -> None:
    assert states(region_of(file("a", "Oss", scan="x", saved=1), file("b", "Oss", scan="y"))) == {
        "a": "counts",
        "b": "older",
    }
    assert states(region_of(file("a", "Oss", ONE, scan="x", saved=1), file("b", "Oss", scan="x"))) == {
        "a": "counts",
        "b": "older",
    }


# Files that do not count


def test_each_file_that_does_not_count_says_why() -> None:
    region = region_of(
        file("after", "Breda", year=2027),
        file("card", "Tilburg", card="other"),
        file("nameless", " gemeente "),
        RegionFile("unreadable"),
    )
    assert states(region) == {
        "after": "after the reference date",
        "card": "other card",
        "nameless": "nameless",
        "unreadable": "unreadable",
    }
    assert region.organisations == ()
    assert {entry.counted for entry in region.entries} == {""}


def test_a_file_of_later_date_counts_with_the_newest_earlier_scan_up_to_the_day() -> None:
    earlier = [answers(TWO, 2025), answers(ONE, 2026), answers(ALL, 2027), answers(ALL, 2024)]
    region = region_of(file("a", "Oss", ALL, 2028, earlier=earlier))
    (oss,) = region.organisations
    assert states(region) == {"a": "counts"}
    assert (oss.answers.date.year, oss.answers.score, oss.has_agreements) == (2026, 1, False)
    assert previous(region, "Oss") == (2025, 2)


def test_an_earlier_scan_of_other_statements_does_not_count() -> None:
    other = ("Anders.", *TEXTS[1:])
    assert states(region_of(file("a", "Oss", year=2027, earlier=[answers(ONE, 2025, texts=other)]))) == {
        "a": "after the reference date"
    }


def test_a_file_goes_before_the_same_scan_inside_a_later_one() -> None:
    later = file("a", "Oss", year=2027, saved=9, earlier=[answers(ONE, scan="x")])
    assert states(region_of(later, file("b", "Oss", ONE, scan="x"))) == {"a": "duplicate", "b": "counts"}
    assert states(region_of(later, file("b", "Oss", TWO, scan="x"))) == {"a": "older", "b": "counts"}


# Choices by hand


def test_a_file_that_is_left_out_makes_room_for_an_older_one() -> None:
    region = region_of(file("a", "Oss", year=2025), file("b", "Oss"), left_out=frozenset("b"))
    assert states(region) == {"a": "counts", "b": "left out"}


def test_an_older_file_that_is_taken_in_counts_instead_of_the_latest() -> None:
    files = file("a", "Oss", year=2024), file("b", "Oss"), file("c", "Oss", year=2025)
    assert states(region_of(*files, taken_in=frozenset("a"))) == {
        "a": "counts",
        "b": "left out",
        "c": "left out",
    }
    assert states(region_of(*files, taken_in=frozenset("ac"))) == {
        "a": "older",
        "b": "left out",
        "c": "counts",
    }


def test_a_duplicate_that_is_taken_in_changes_places() -> None:
    region = region_of(file("a", "Oss", scan="x"), file("b", "Oss", scan="x"), taken_in=frozenset("b"))
    assert states(region) == {"a": "duplicate", "b": "counts"}


def test_a_file_of_this_card_with_other_statements_is_of_another_card() -> None:
    changed = answers(ONE, texts=TEXTS[::-1])
    other = RegionFile("a", RegionScan("Oss", CARD.identity, changed))
    assert states(region_of(other)) == {"a": "other card"}


def test_a_file_after_the_reference_date_can_be_taken_in() -> None:
    assert states(region_of(file("a", "Oss", year=2027), taken_in=frozenset("a"))) == {"a": "counts"}


def test_what_is_unreadable_or_of_another_card_cannot() -> None:
    region = region_of(RegionFile("a"), file("b", "Oss", card="other"), taken_in=frozenset("ab"))
    assert states(region) == {"a": "unreadable", "b": "other card"}


def test_a_nameless_file_that_is_taken_in_counts_but_not_for_the_five() -> None:
    region = region_of(file("a", ""), file("b", ""), file("c", "Oss"), taken_in=frozenset("ab"))
    assert [organisation.file for organisation in region.organisations] == ["a", "b", "c"]
    assert [organisation.name for organisation in region.organisations] == ["", "", "Oss"]
    assert region.distinct == 1


def test_organisations_that_are_joined_count_once() -> None:
    old, new = file("a", "Den Bosch", year=2025), file("b", "'s-Hertogenbosch")
    region = region_of(old, new, joined=frozenset({(old.organisation, new.organisation)}))
    assert states(region) == {"a": "older", "b": "counts"}
    assert previous(region, "'s-Hertogenbosch") == (2025, 0)


def test_a_nameless_file_that_is_joined_is_of_that_organisation() -> None:
    nameless, named = file("a", ""), file("b", "Oss", year=2025)
    region = region_of(nameless, named, joined=frozenset({(nameless.organisation, named.organisation)}))
    assert states(region) == {"a": "counts", "b": "older"}
    assert (counting(region), region.distinct) == ({"Oss": "a"}, 1)


# Near names


def test_near_names_are_pointed_out_and_count_as_one_for_the_five() -> None:
    region = region_of(file("a", "Tilburg"), file("b", "Tilbrug"), file("c", "Breda"))
    assert {each.name: each.resembles for each in region.organisations} == {
        "Breda": (),
        "Tilbrug": ("Tilburg",),
        "Tilburg": ("Tilbrug",),
    }
    assert (len(region.organisations), region.distinct) == (3, 2)


def test_one_scan_under_two_names_is_pointed_out_too() -> None:
    region = region_of(file("a", "Den Bosch", scan="x"), file("b", "'s-Hertogenbosch", scan="x"))
    assert [each.resembles for each in region.organisations] == [("'s-Hertogenbosch",), ("Den Bosch",)]
    assert region.distinct == 1


def apart(region: Region, key: str, choices: Choices | None = None) -> Choices:
    """Return the choices by which the organisation of a file is another one than it seems."""
    entries = {entry.file.key: entry for entry in region.entries}
    return (choices or Choices()).setting_apart(entries[key].file, entries[entries[key].counted].file)


def test_of_near_names_one_is_said_to_be_a_different_organisation() -> None:
    given_files = [
        file("a", "Tilburg"),
        file("b", "Tilbrug"),
        file("c", "Tilbrug", year=2025),
        file("d", "Tilbur"),
    ]
    chosen = apart(lay_together(given_files, CARD, DAY), "b")
    region = lay_together(given_files, CARD, DAY, chosen)
    assert {each.name: each.resembles for each in region.organisations} == {
        "Tilbrug": (),
        "Tilbur": ("Tilburg",),
        "Tilburg": ("Tilbur",),
    }
    assert region.distinct == 2
    assert previous(region, "Tilbrug") == (2025, 0)
    assert [chosen.is_different(each) for each in given_files] == [False, True, True, False]


def test_one_scan_under_two_names_is_of_two_organisations_when_that_is_said() -> None:
    given_files = [file("a", "Den Bosch", scan="x"), file("b", "Oss", scan="x")]
    chosen = apart(lay_together(given_files, CARD, DAY), "b")
    assert lay_together(given_files, CARD, DAY, chosen).distinct == 2


def test_of_two_files_of_one_name_one_is_of_a_different_organisation() -> None:
    given_files = [file("a", "Bergen"), file("b", "Bergen", ONE, 2025), file("c", "Bergen", TWO, 2024)]
    chosen = apart(lay_together(given_files, CARD, DAY), "b")
    region = lay_together(given_files, CARD, DAY, chosen)
    assert states(region) == {"a": "counts", "b": "counts", "c": "older"}
    assert [each.resembles for each in region.organisations] == [(), ()]
    assert region.distinct == 2
    by_file = {each.file: each for each in region.organisations}
    assert by_file["b"].previous is None

    third = chosen.joining(given_files[2], given_files[1])
    region = lay_together(given_files, CARD, DAY, third)
    assert region.distinct == 1  # "Bergen" and the other one are joined by the third file's name
    fourth = apart(lay_together(given_files, CARD, DAY, chosen), "c", chosen).joining(*given_files[1:])
    region = lay_together(given_files, CARD, DAY, fourth)
    assert states(region) == {"a": "counts", "b": "counts", "c": "older"}
    assert {each.file: each.previous and each.previous.score for each in region.organisations} == {
        "a": None,
        "b": 2,
    }


def test_what_was_joined_is_set_apart_and_the_others_stay_joined() -> None:
    given_files = [file("a", "Oss"), file("b", "Maasland"), file("c", "Maasdorp"), file("d", "Breda")]
    oss, maasland, maasdorp, _ = given_files
    joined = Choices().joining(oss, maasland).joining(maasland, maasdorp)
    region = lay_together(given_files, CARD, DAY, joined)
    assert len(region.organisations) == 2
    region = lay_together(given_files, CARD, DAY, apart(region, "b", joined))
    assert sorted(counting(region)) in (["Breda", "Maasdorp", "Maasland"], ["Breda", "Maasland", "Oss"])
    assert region.distinct == 3


def test_a_nameless_file_is_set_apart_from_what_it_was_joined_with() -> None:
    given_files = [file("a", "Oss"), file("b", "")]
    joined = Choices().joining(given_files[1], given_files[0])
    region = lay_together(given_files, CARD, DAY, joined)
    chosen = apart(region, "b", joined)
    assert states(lay_together(given_files, CARD, DAY, chosen)) == {"a": "counts", "b": "nameless"}


def test_organisations_stand_in_alphabetical_order_and_files_in_that_of_their_keys() -> None:
    region = region_of(file("c", "Gemeente  Altena"), file("a", "Zundert"), file("b", "breda"))
    assert list(counting(region)) == ["Gemeente Altena", "breda", "Zundert"]
    assert list(states(region)) == ["a", "b", "c"]


# The previous scan


def test_the_previous_scan_is_the_newest_before_of_a_file_or_inside_one() -> None:
    earlier = [answers(TWO, 2024), answers(ALL, 2023)]
    oss = file("a", "Oss", earlier=earlier)
    assert previous(region_of(oss), "Oss") == (2024, 2)
    assert previous(region_of(oss, file("b", "Oss", ONE, 2025)), "Oss") == (2025, 1)
    assert previous(region_of(oss, file("b", "Oss", ONE, 2024)), "Oss") == (2024, 1)
    assert previous(region_of(file("a", "Oss")), "Oss") is None


def test_a_scan_of_the_same_day_is_no_previous_scan() -> None:
    assert previous(region_of(file("a", "Oss", ONE), file("b", "Oss", TWO)), "Oss") is None


def test_a_previous_scan_of_other_statements_is_compared_by_the_texts_that_both_hold() -> None:
    turned = (TEXTS[1], TEXTS[0], "Anders.", *TEXTS[3:])
    region = region_of(file("a", "Oss", earlier=[answers("☑☐☑☐☐☐☐☐☐☐", 2025, texts=turned)]))
    (oss,) = region.organisations
    assert oss.previous
    assert oss.previous.ticks == (False, True, None, *[False] * 7)
    assert oss.previous.score is None


def test_an_earlier_scan_without_texts_is_of_the_same_card() -> None:
    region = region_of(file("a", "Oss", earlier=[answers(TWO, 2025, texts=())]))
    assert previous(region, "Oss") == (2025, 2)


# Whatever the files are


def without_keys(region: Region) -> list[tuple]:
    """Return all that an output shows of the organisations."""
    return sorted(
        (each.name, each.answers.date, each.answers.ticks, each.has_agreements, each.previous is None or
         (each.previous.date, str(each.previous.ticks)), each.resembles)
        for each in region.organisations
    )  # fmt: skip


@given(files(), choices(), st.randoms())
def test_the_order_of_the_files_never_matters(
    given_files: list[RegionFile], by_hand: Choices, random: Random
) -> None:
    shuffled = list(given_files)
    random.shuffle(shuffled)
    assert lay_together(shuffled, CARD, DAY, by_hand) == lay_together(given_files, CARD, DAY, by_hand)


@given(files(), choices())
def test_a_file_that_is_given_twice_changes_nothing(given_files: list[RegionFile], by_hand: Choices) -> None:
    twice = lay_together(given_files * 2, CARD, DAY, by_hand)
    assert twice == lay_together(given_files, CARD, DAY, by_hand)


@given(files(), st.data())
def test_a_second_copy_of_a_file_changes_no_organisation(
    given_files: list[RegionFile], data: st.DataObject
) -> None:
    scans = [each.scan for each in given_files]
    copies = [RegionFile(f"{key}copy", scan) for key, scan in enumerate(scans) if data.draw(st.booleans())]
    both = lay_together([*copies, *given_files], CARD, DAY)
    assert without_keys(both) == without_keys(lay_together(given_files, CARD, DAY))


@given(files(), st.sampled_from("0123"))
def test_a_file_that_is_left_out_is_as_good_as_gone(given_files: list[RegionFile], key: str) -> None:
    left_out = lay_together(given_files, CARD, DAY, Choices(left_out=frozenset(key)))
    gone = lay_together([each for each in given_files if each.key != key], CARD, DAY)
    assert left_out.organisations == gone.organisations
    assert [entry for entry in left_out.entries if entry.file.key != key] == list(gone.entries)


@given(files(), choices())
def test_every_file_has_a_state_and_one_of_each_organisation_counts(
    given_files: list[RegionFile], by_hand: Choices
) -> None:
    region = lay_together(given_files, CARD, DAY, by_hand)
    counted = [entry.file.key for entry in region.entries if entry.state is State.COUNTS]
    assert len(region.entries) == len(given_files)
    assert sorted(counted) == sorted(each.file for each in region.organisations)
    assert 0 <= region.distinct <= len(counted)
    if not by_hand.taken_in:
        assert all(each.answers.date <= DAY for each in region.organisations)


@pytest.mark.parametrize("by_hand", [None, Choices()])
def test_without_files_there_is_an_empty_region(by_hand: Choices | None) -> None:
    assert lay_together([], CARD, DAY, by_hand) == Region((), ())
