"""What the summary says of a scan, word for word the card's."""

import pytest
from msgspec.structs import replace

from tests.drawing import DAY, drawing_of, scan_of
from tests.report.typeset_scan import agreed
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import AccountManager, Scan
from vpt_desktop.report.contact import Contact
from vpt_desktop.report.summary import Action, Detail, Remark, ScoreRange, summarise

BANDS = {
    "☐☐☐☐☐☐☐☐☐☐": ((0, 3), "MINDER DAN 4 VINKJES"),
    "☑☐☑☐☐☐☐☐☐☑": ((0, 3), "MINDER DAN 4 VINKJES"),
    "☑☐☑☐☑☐☐☐☐☑": ((4, 8), "TUSSEN DE 4 EN 8 VINKJES"),
    "☑☑☑☑☐☑☑☐☑☑": ((4, 8), "TUSSEN DE 4 EN 8 VINKJES"),
    "☑☑☑☑☑☑☑☐☑☑": ((9, 10), "MEER DAN 8 VINKJES"),
    "☑☑☑☑☑☑☑☑☑☑": ((9, 10), "MEER DAN 8 VINKJES"),
}


@pytest.mark.parametrize("drawing", BANDS)
def test_a_scan_gets_the_heading_and_message_of_its_band(card: Card, drawing: str) -> None:
    summary = summarise(scan_of(drawing), card)

    assert (summary.score, summary.heading) == (drawing.count("☑"), BANDS[drawing][1])
    assert summary.message in {band.message for band in card.bands if band.heading == summary.heading}


@pytest.mark.parametrize("drawing", BANDS)
def test_the_three_bands_stand_on_one_scale_and_one_of_them_is_reached(card: Card, drawing: str) -> None:
    reached = BANDS[drawing][0]

    assert summarise(scan_of(drawing), card).bands == tuple(
        ScoreRange(first, last, reached=(first, last) == reached) for first, last in ((0, 3), (4, 8), (9, 10))
    )


@pytest.mark.parametrize("drawing", BANDS)
def test_every_statement_has_its_number_its_text_and_its_tick(card: Card, drawing: str) -> None:
    points = summarise(scan_of(drawing), card).points

    assert [point.number for point in points] == list(range(1, 11))
    assert [point.text for point in points] == [statement.text for statement in card.statements]
    assert (
        "".join("☑" if point.ticked else "☐" for point in points) == drawing == drawing_of(scan_of(drawing))
    )


def test_title_question_sender_and_hashtag_are_the_cards(card: Card) -> None:
    summary = summarise(scan_of("☐☐☐☐☐☐☐☐☐☐"), card)

    assert (summary.title, summary.question) == (card.title, card.question)
    assert (summary.sender, summary.hashtag) == (card.sender, card.hashtag)


@pytest.mark.parametrize(
    "typed", ["Gemeente Etten-Leur", "  Gemeente\tEtten-Leur\r\n", "Gemeente\v\u2028Etten-Leur"]
)
def test_an_organisation_is_one_line_however_it_was_pasted(card: Card, typed: str) -> None:
    scan = replace(scan_of("☐☐☐☐☐☐☐☐☐☐"), organisation=typed)

    assert summarise(scan, card).organisation == "Gemeente Etten-Leur"


def test_an_organisation_may_be_left_empty(card: Card) -> None:
    assert summarise(replace(scan_of("☐☐☐☐☐☐☐☐☐☐"), organisation=" \n"), card).organisation == ""


def test_the_date_is_told_in_dutch(card: Card) -> None:
    summary = summarise(scan_of("☐☐☐☐☐☐☐☐☐☐"), card)

    assert (summary.date, summary.day) == ("23 november 2026", DAY)


FILLED = Scan(
    date=DAY,
    organisation="Gemeente Etten-Leur",
    participants=" Jan de Boer,\n Sanne  Bakker ",
    leader="Marieke\tvan Dongen",
    account_manager=AccountManager(
        name=" Piet\u2028Jansen ", phone="06 12 34 56 78\n", email="p.jansen@riec.nl"
    ),
)


def test_who_took_part_is_told_beside_organisation_and_date(card: Card) -> None:
    assert summarise(FILLED, card).details == (
        Detail("Organisatie", "Gemeente Etten-Leur"),
        Detail("Datum", "23 november 2026"),
        Detail("Deelnemers", "Jan de Boer, Sanne Bakker"),
        Detail("Begeleider", "Marieke van Dongen"),
    )


def test_what_was_left_empty_is_not_told(card: Card) -> None:
    summary = summarise(replace(scan_of("☑☐☐☐☐☐☐☐☐☐"), leader=" \n", participants="\t"), card)

    assert summary.details == (Detail("Datum", "23 november 2026"),)
    assert (summary.contact, summary.actions, summary.remarks) == ((), (), ())


def test_whom_to_call_is_told_as_far_as_it_is_known(card: Card) -> None:
    without_phone = replace(FILLED, account_manager=replace(FILLED.account_manager, phone=" "))

    name = Contact("Piet Jansen")
    email = Contact("p.jansen@riec.nl", "mailto:p.jansen@riec.nl")
    phone = Contact("06 12 34 56 78", "tel:0612345678")
    assert summarise(FILLED, card).contact == (name, phone, email)
    assert summarise(without_phone, card).contact == (name, email)


def test_an_open_point_on_which_anything_was_agreed_is_an_action(card: Card) -> None:
    scan = agreed(scan_of("☐☐☐☐☐☐☐☐☐☐"), 2, note="Aanwijzen.")
    scan = agreed(scan, 4, who=" team  Veiligheid\n")
    scan = agreed(scan, 10, due="1 maart 2027")
    scan = agreed(scan, 7, note=" \n", who="\t", due=" ")

    assert summarise(scan, card).actions == (
        Action(2, "Voorbereid op contact", (("Aanwijzen.",),), "", ""),
        Action(4, "Melden", (), "team Veiligheid", ""),
        Action(10, "Nazorg", (), "", "1 maart 2027"),
    )
    assert [point.number for point in summarise(scan, card).unsettled] == [1, 3, 5, 6, 7, 8, 9]
    assert summarise(scan, card).remarks == ()


def test_without_any_agreement_no_open_point_is_listed_again(card: Card) -> None:
    assert summarise(scan_of("☐☐☐☐☐☐☐☐☐☐"), card).unsettled == ()
    ticked = agreed(scan_of("☑☐☐☐☐☐☐☐☐☐"), 1, note="Loopt goed.")
    assert summarise(ticked, card).unsettled == ()


def test_with_an_agreement_on_each_open_point_nothing_is_unsettled(card: Card) -> None:
    assert summarise(agreed(scan_of("☑☑☑☑☑☑☑☑☑☐"), 10, who="HR"), card).unsettled == ()


def test_of_a_ticked_point_only_the_note_is_told(card: Card) -> None:
    scan = agreed(scan_of("☑☑☐☐☐☐☐☐☐☐"), 1, note="Ieder jaar herhalen.", who="HR", due="nu")
    scan = agreed(scan, 2, who="HR", due="nu")

    assert summarise(scan, card).actions == ()
    assert summarise(scan, card).remarks == (Remark(1, "Norm en grenzen", (("Ieder jaar herhalen.",),)),)


@pytest.mark.parametrize(
    ("typed", "paragraphs"),
    [
        ("een", (("een",),)),
        ("een\ntwee", (("een", "twee"),)),
        ("een\r\n\r\ntwee\rdrie", (("een",), ("twee", "drie"))),
        ("\n \n een  twee \n\t\n\n\u2029drie\n", (("een twee",), ("drie",))),
    ],
)
def test_a_note_keeps_its_lines_and_paragraphs(
    card: Card, typed: str, paragraphs: tuple[tuple[str, ...], ...]
) -> None:
    (action,) = summarise(agreed(scan_of("☐☐☐☐☐☐☐☐☐☐"), 5, note=typed), card).actions

    assert action.note == paragraphs
