"""The card as data, against the printed card."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from vpt_desktop.domain.card import Card, parse_card
from vpt_desktop.resources import load_card, resource

CARD = load_card()

PRINTED = Path(__file__).with_name("kaart.md")
"""The text of the printed card, to the letter; two asterisks stand around what is bold."""

SCORES = st.integers(0, 10)


def as_printed(card: Card) -> list[str]:
    """Return the paragraphs of the card, front and back, in the order of reading."""
    instruction = card.instruction
    action = instruction.action.replace(instruction.emphasis, f"**{instruction.emphasis}**")
    front = [
        *card.sender,
        card.hashtag,
        card.title,
        card.question,
        f"{instruction.place} {action} {instruction.score}",
        *(f"- {statement.text}" for statement in card.statements),
    ]
    back = [paragraph for band in card.bands for paragraph in (band.heading, " ".join(band.message))]
    return [*front, card.hashtag, *back]


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """Draw a card whose bands start at other scores than the printed one's."""
    middle, highest = sorted(draw(st.sets(st.integers(1, 10), min_size=2, max_size=2)))
    minimums = (0, middle, highest)
    return replace(
        CARD,
        bands=tuple(replace(band, minimum=low) for band, low in zip(CARD.bands, minimums, strict=True)),
    )


def test_every_sentence_is_the_printed_one() -> None:
    printed = [line for line in PRINTED.read_text(encoding="utf-8").splitlines() if line]
    assert as_printed(CARD) == printed


def test_the_short_labels_are_ours() -> None:
    assert [statement.label for statement in CARD.statements] == [
        "Norm en grenzen",
        "Voorbereid op contact",
        "Afspraken en dossier",
        "Melden",
        "Registratie en aangifte",
        "Dader aanspreken",
        "Training",
        "Schadeverhaal",
        "Beveiliging",
        "Nazorg",
    ]


@pytest.mark.parametrize(
    "changed",
    [
        replace(CARD, statements=(replace(CARD.statements[0], text="Anders."), *CARD.statements[1:])),
        replace(CARD, statements=CARD.statements[::-1]),
        replace(CARD, bands=(*CARD.bands[:2], replace(CARD.bands[2], minimum=10))),
        replace(CARD, bands=(replace(CARD.bands[0], heading="Anders"), *CARD.bands[1:])),
        replace(CARD, bands=(replace(CARD.bands[0], message=("Anders.",)), *CARD.bands[1:])),
    ],
    ids=["statement", "order", "minimum", "heading", "message"],
)
def test_a_card_on_which_a_tick_or_a_score_means_something_else_is_another_card(changed: Card) -> None:
    assert changed.identity != CARD.identity


def test_a_card_with_another_label_or_title_is_the_same_card() -> None:
    relabelled = (replace(CARD.statements[0], label="Grenzen"), *CARD.statements[1:])
    assert replace(CARD, title="ANDERS", statements=relabelled).identity == CARD.identity


def test_this_card_is_the_one_that_files_were_saved_with() -> None:
    assert CARD.identity == "c42f18f74fdf5e7e91a3bd37df86567ef38ecacd8d290719c6933b030dbc2a11"


def test_statements_are_numbered_from_one_as_on_paper() -> None:
    assert CARD.statement(1).text.startswith("Onze medewerkers weten")
    assert CARD.statement(10).text.startswith("Nazorg bij agressie")


@given(st.integers().filter(lambda number: not 1 <= number <= 10))
def test_there_is_no_statement_outside_one_to_ten(number: int) -> None:
    with pytest.raises(IndexError):
        CARD.statement(number)


def test_the_bands_hold_the_scores_that_their_headings_say() -> None:
    assert {band.heading: list(CARD.scores(band)) for band in CARD.bands} == {
        "MINDER DAN 4 VINKJES": [0, 1, 2, 3],
        "TUSSEN DE 4 EN 8 VINKJES": [4, 5, 6, 7, 8],
        "MEER DAN 8 VINKJES": [9, 10],
    }


@pytest.mark.parametrize(
    ("score", "missing"),
    [(0, 4), (1, 3), (3, 1), (4, 5), (7, 2), (8, 1), (9, None), (10, None)],
)
def test_the_next_band_is_so_many_ticks_away(score: int, missing: int | None) -> None:
    assert CARD.points_to_next_band(score) == missing


@given(cards(), SCORES)
def test_a_score_falls_in_exactly_one_band_of_any_card(card: Card, score: int) -> None:
    assert [band for band in card.bands if score in card.scores(band)] == [card.band(score)]


@given(cards(), SCORES)
def test_the_points_to_the_next_band_are_just_enough_on_any_card(card: Card, score: int) -> None:
    missing = card.points_to_next_band(score)
    if missing is None:
        assert card.band(score) == card.bands[-1]
    else:
        assert card.band(score + missing - 1) == card.band(score)
        assert card.band(score + missing) == card.bands[card.bands.index(card.band(score)) + 1]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('hashtag = "#samensterktegenondermijning"', "", "missing required field `hashtag`"),
        ('label = "Melden"', "", r"missing required field `label` - at `\$\.statements\[3\]`"),
        ("question =", 'ondertitel = "Nee"\nquestion =', "unknown field `ondertitel`"),
        ('label = "Melden"', 'label = "Melden"\nkleur = "rood"', "unknown field `kleur`.*statements"),
        ("minimum = 4", 'minimum = 4\nkleur = "rood"', "unknown field `kleur`.*bands"),
        ('emphasis = "Vink aan"', 'emphasis = "Vink aan"\nkleur = "rood"', "unknown field `kleur`.*instruc"),
        ('label = "Melden"', "label = 4", r"Expected `str`, got `int` - at `\$\.statements\[3\]\.label`"),
        ('label = "Melden"', 'label = ""', r"length >= 1 - at `\$\.statements\[3\]\.label`"),
        ('label = "Melden"', 'label = " "', r"regex .* at `\$\.statements\[3\]\.label`"),
        ('label = "Melden"', 'label = "Melden "', r"regex .* at `\$\.statements\[3\]\.label`"),
        ('label = "Melden"', 'label = "\\tMelden"', r"regex .* at `\$\.statements\[3\]\.label`"),
        ('label = "Melden"', 'label = "Melden\\n"', r"regex .* at `\$\.statements\[3\]\.label`"),
        ('label = "Melden"', 'label = "Mel\\rden"', r"regex .* at `\$\.statements\[3\]\.label`"),
        ('label = "Melden"', 'label = "Mel\\nden"', r"regex .* at `\$\.statements\[3\]\.label`"),
        ('sender = ["TASKFORCE - RIEC", "Brabant - Zeeland"]', "sender = []", r"length >= 1 .*sender"),
        ("minimum = 0", "minimum = -1", r"`int` >= 0 - at `\$\.bands\[0\]\.minimum`"),
        ("minimum = 9", "minimum = 11", r"`int` <= 10 - at `\$\.bands\[2\]\.minimum`"),
        ("minimum = 0", "minimum = 1", "bands do not start at 0"),
        ("minimum = 4", "minimum = 9", "bands do not .* ascend"),
        ("minimum = 9", "minimum = 3", "bands do not .* ascend"),
        ('emphasis = "Vink aan"', 'emphasis = "vink aan"', "emphasis is no part of action"),
    ],
)
def test_a_card_that_is_not_right_is_refused(old: str, new: str, complaint: str) -> None:
    toml = resource("card.toml").read_text(encoding="utf-8")
    assert toml.count(old) == 1
    with pytest.raises(msgspec.ValidationError, match=complaint):
        parse_card(toml.replace(old, new).encode())


@pytest.mark.parametrize("count", [0, 9, 11])
def test_a_card_has_exactly_ten_statements(count: int) -> None:
    statements = (CARD.statements * 2)[:count]
    with pytest.raises(msgspec.ValidationError, match=r"length [<>]= 10 - at `\$\.statements`"):
        reread(replace(CARD, statements=statements))


@pytest.mark.parametrize("count", [0, 2, 4])
def test_a_card_has_exactly_three_bands(count: int) -> None:
    fields = msgspec.to_builtins(CARD)
    fields["bands"] = (fields["bands"] * 2)[:count]
    with pytest.raises(msgspec.ValidationError, match=r"length [<>]= 3 - at `\$\.bands`"):
        msgspec.convert(fields, Card)


def test_a_message_has_at_least_a_sentence() -> None:
    lowest, *others = CARD.bands
    card = replace(CARD, bands=(replace(lowest, message=()), *others))
    with pytest.raises(msgspec.ValidationError, match=r"length >= 1 - at `\$\.bands\[0\]\.message`"):
        reread(card)


def test_what_is_no_toml_is_refused_with_its_place() -> None:
    with pytest.raises(msgspec.DecodeError, match="line 2, column"):
        parse_card(b'title = "x"\nquestion is missing')


@given(cards())
def test_a_card_that_is_right_is_read_as_it_was(card: Card) -> None:
    assert reread(card) == card


def reread(card: Card) -> Card:
    """Return `card` written out and read back, which is when it is checked."""
    return msgspec.convert(msgspec.to_builtins(card), Card)


def test_a_card_has_the_texts_of_its_statements_in_order() -> None:
    assert CARD.texts == tuple(statement.text for statement in CARD.statements)
