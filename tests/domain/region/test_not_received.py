"""Who has not sent a scan yet."""

from tests.domain.region.drawing import CARD, DAY, file
from vpt_desktop.domain.region.laying_together import lay_together
from vpt_desktop.domain.region.not_received import Missing, not_received
from vpt_desktop.domain.region.region_file import Choices, RegionFile

FILES = [
    file("a", "Gemeente Oss"),
    file("b", "Breda", year=2027),
    file("c", "Zundert", card="other"),
    file("d", "  Tilbrug "),
    file("e", ""),
    RegionFile("f"),
]


def missing(*expected: str, joined: tuple[str, str] | None = None) -> tuple[Missing, ...]:
    choices = Choices(left_out=frozenset("a"), joined=frozenset([joined] if joined else []))
    return not_received(expected, lay_together(FILES, CARD, DAY, choices), choices)


def test_whoever_sent_a_file_is_not_missing_whether_it_counts_or_not() -> None:
    assert missing("oss", "BREDA", "Gemeente Zundert") == ()


def test_the_others_are_in_the_order_of_the_list() -> None:
    assert missing("Waalre", "Oss", "Altena") == (Missing("Waalre", ()), Missing("Altena", ()))


def test_a_name_that_is_near_is_pointed_out() -> None:
    assert missing("Tilburg") == (Missing("Tilburg", ("Tilbrug",)),)


def test_what_was_joined_by_hand_is_there() -> None:
    assert missing("Tilburg", joined=("tilburg", "tilbrug")) == ()
    assert missing("Oss aan de Maas", joined=("ossaandemaas", "oss")) == ()
