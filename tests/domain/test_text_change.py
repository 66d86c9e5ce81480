"""What changed in a text is one piece; what was not touched stays, whatever a text field made of it."""

import pytest
from hypothesis import given
from hypothesis.strategies import text

from vpt_desktop.domain.text_change import Piece, edited, piece_between


@pytest.mark.parametrize(
    ("before", "after", "piece"),
    [
        ("Gemeente", "Gemeenten", Piece(8, "", "n")),
        ("Gemeente", "", Piece(0, "Gemeente", "")),
        ("aaaa", "aaa", Piece(3, "a", "")),
        ("een twee drie", "een 2 drie", Piece(4, "twee", "2")),
        ("gelijk", "gelijk", Piece(6, "", "")),
    ],
)
def test_two_texts_differ_in_one_piece(before: str, after: str, piece: Piece) -> None:
    assert piece_between(before, after) == piece


@given(text(alphabet="ab😀"), text(alphabet="ab😀"))
def test_a_piece_leads_from_one_text_to_the_other_and_back(before: str, after: str) -> None:
    piece = piece_between(before, after)
    assert piece.done(before) == after
    assert piece.undone(after) == before


@pytest.mark.parametrize(
    ("shown_after", "text_after"),
    [
        ("een\ntwee drie\nvier!", "een\r\ntwee\u00a0drie\u2028vier!"),
        ("!een\ntwee drie\nvier", "!een\r\ntwee\u00a0drie\u2028vier"),
        ("een\ntwee en drie\nvier", "een\r\ntwee\u00a0en drie\u2028vier"),
        ("eentwee drie\nvier", "eentwee\u00a0drie\u2028vier"),
        ("", ""),
    ],
)
def test_an_edit_leaves_what_it_does_not_touch(shown_after: str, text_after: str) -> None:
    assert edited("een\r\ntwee\u00a0drie\u2028vier", "een\ntwee drie\nvier", shown_after) == text_after


def test_a_text_that_was_shown_in_an_unknown_form_becomes_what_is_shown() -> None:
    assert edited("a\r\n\r\nb", "a b", "a bc") == "a bc"


def test_a_text_that_was_shown_as_it_is_becomes_what_is_shown() -> None:
    assert edited("een", "een", "een twee") == "een twee"
