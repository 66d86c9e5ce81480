"""Names that are the same, and names that may be."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpt_desktop.domain.organisation_name import connected, name_key, names_in, near_pairs, sorting_key

NAMES = st.text(st.sampled_from("abé1 -'G"), max_size=8)


def are_near(one: str, other: str) -> bool:
    """Return whether two names are pointed out as perhaps one."""
    groups = connected(near_pairs({"1": [one], "2": [other]}))
    return groups.get("1", "1") == groups.get("2", "2")


@pytest.mark.parametrize(
    "name",
    [
        "Baarle-Nassau",
        "gemeente Baarle-Nassau",
        "GEMEENTE BAARLE NASSAU",
        "BaarleNassau",
        "  Baarle\u00a0-\tNassau (gemeente) ",
        "Baarle\u200b-Na\u00adssau.",
        "\uff22aarle Nassau",
    ],
)
def test_case_spaces_gemeente_and_punctuation_make_no_other_name(name: str) -> None:
    assert name_key(name) == name_key("Baarle-Nassau")


@pytest.mark.parametrize("name", ["", "  ", "-", "Gemeente", "gemeente: ", "\u3164\u200b", "\n"])
def test_without_letters_or_digits_there_is_no_name(name: str) -> None:
    assert name_key(name) == ""


def test_other_words_make_another_name() -> None:
    names = ["Oss", "Os", "Gemeentehuis Oss", "Oss 2", "Óss", "Bergen (L.)", "Bergen (NH)", "北京", "Αθήνα"]
    assert len({name_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Súdwest-Fryslân", "Sudwest Fryslan"),
        ("Oss", "Os"),
        ("Tilburg", "Tilbrug"),
        ("Tilburg", "Tilbuurg"),
        ("Tilburg", "Tilbarg"),
        ("Zundert", "undert"),
        ("Bergen", "Bergen op Zoom"),
        ("Hertogenbosch", "'s-Hertogenbosch"),
        ("Altena", "Team veiligheid, gemeente Altena"),
        ("a" * 80, "a" * 80 + "b"),
    ],
)
def test_a_slip_of_one_letter_or_words_around_a_name_are_near(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
    assert are_near(one, other)
    assert are_near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Breda", "Tilburg"),
        ("Bergen (L.)", "Bergen (NH)"),
        ("Organisatie A", "Organisatie B"),
        ("Gemeente 1", "Gemeente 2"),
        ("Gemeente 1", "Gemeente 11"),
        ("Sint Anthonis", "Sint-Michielsgestel"),
        ("Utrecht", "Utrechtse Heuvelrug"),
        ("Oss", ""),
        ("", ""),
    ],
)
def test_other_names_are_not_near(one: str, other: str) -> None:
    assert not are_near(one, other)
    assert not are_near(other, one)


def test_no_municipalities_of_brabant_are_near() -> None:
    names = [
        "Breda",
        "Tilburg",
        "Eindhoven",
        "Helmond",
        "Oss",
        "Best",
        "Boxtel",
        "Boekel",
        "Waalre",
        "Deurne",
    ]
    assert [pair for pair in combinations(names, 2) if are_near(*pair)] == []


@given(NAMES, NAMES)
def test_near_is_the_same_both_ways_and_holds_for_equal_names(one: str, other: str) -> None:
    assert are_near(one, other) == are_near(other, one)
    if name_key(one) == name_key(other) != "":
        assert are_near(one, other)


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_has_a_key_that_is_its_own_key(name: str) -> None:
    key = name_key(name)
    assert name_key(f" ({name}) ") == key
    assert not set(key) & set(" .-'")


def test_all_names_of_an_organisation_are_compared() -> None:
    groups = connected(near_pairs({"1": ["Den Bosch", "'s-Hertogenbosch"], "2": ["Hertogenbosch"]}))
    assert groups["1"] == groups["2"]


def test_a_list_has_a_name_a_line_each_once() -> None:
    text = "Oss\r\n\n  Gemeente   Breda \n---\ngemeente OSS\nBergen (L.), Limburg"
    assert names_in(text) == ("Oss", "Gemeente Breda", "Bergen (L.), Limburg")


def test_the_alphabet_goes_by_letters() -> None:
    names = ["Oss", "gemeente Ede", "Zundert", "Épe", "altena", "Gemeente Breda"]
    assert sorted(names, key=sorting_key) == [
        "altena",
        "Gemeente Breda",
        "gemeente Ede",
        "Épe",
        "Oss",
        "Zundert",
    ]


def test_what_is_connected_by_way_of_others_is_together() -> None:
    pairs = [("d", "c"), ("b", "a"), ("x", "y"), ("c", "b"), ("z", "z")]
    assert connected(pairs) == {"a": "a", "b": "a", "c": "a", "d": "a", "x": "x", "y": "x", "z": "z"}


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))), st.randoms())
def test_the_order_of_pairs_makes_no_difference(pairs: list[tuple[str, str]], random: Random) -> None:
    shuffled = [pair[::-1] for pair in pairs]
    random.shuffle(shuffled)
    assert connected(shuffled) == connected(pairs)
