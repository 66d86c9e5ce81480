"""A typed text in a list or a sentence."""

import pytest

from vpt_desktop.domain.short_text import isolated, shortened, shortened_name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  Els \n de Vries ", "Els de Vries"),
        ("José 😀", "José 😀"),
        ("abcdefgh", "abcde…"),
        ("a\u202eb", "\u2068a\u202eb\u2069"),
        ("\u05e9\u05dc\u05d5\u05dd", "\u2068\u05e9\u05dc\u05d5\u05dd\u2069"),
        ("abcd\u202eabcd", "\u2068abcd\u202e…\u2069"),
    ],
)
def test_a_typed_text_is_short_and_turns_no_words_beside_it(text: str, shown: str) -> None:
    most = 5 if "abcd" in text else 20
    assert shortened(text, most) == shown


@pytest.mark.parametrize("text", ["", "1 mei", "José 😀", "(12%)", "完成"])
def test_a_text_in_our_direction_gets_no_character_that_a_typeface_may_lack(text: str) -> None:
    assert isolated(text) == text


def test_a_name_in_a_list_is_whole_up_to_sixty_characters() -> None:
    assert shortened_name("a" * 60) == "a" * 60
    assert shortened_name("a" * 61) == "a" * 60 + "…"
