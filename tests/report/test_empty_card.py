"""The card as a hand-out: word for word the printed one, on one sheet, with room for a pen."""

import io

import pikepdf
import pytest

from tests.drawing import DAY
from tests.report.pdf_reading import Pdf
from tests.report.typeset_scan import CARD, assert_valid, assert_within_margins
from vpt_desktop.report.empty_card import empty_card_document
from vpt_desktop.report.typesetting import typeset


@pytest.fixture(scope="module")
def data() -> bytes:
    return typeset(empty_card_document(CARD, DAY)).pdf


@pytest.fixture(scope="module")
def pdf(data: bytes) -> Pdf:
    return Pdf(data)


def text_of(pdf: Pdf, page: int) -> str:
    return " ".join("".join(glyph.text for glyph in pdf.glyphs if glyph.page == page).split())


def test_the_card_is_one_sheet_with_the_scores_on_its_back(pdf: Pdf) -> None:
    assert pdf.page_count == 2
    for band in CARD.bands:
        assert (band.heading in text_of(pdf, 0), band.heading in text_of(pdf, 1)) == (False, True)


def test_every_sentence_of_the_card_is_on_it_in_the_cards_order(pdf: Pdf) -> None:
    place = CARD.instruction
    sentences = [
        *CARD.sender,
        CARD.hashtag,
        CARD.title,
        CARD.question,
        f"{place.place} {place.action} {place.score}",
        *(statement.text for statement in CARD.statements),
        *(sentence for band in CARD.bands for sentence in (band.heading, *band.message)),
    ]
    read = pdf.text
    for sentence in sentences:
        assert sentence in read
        read = read.partition(sentence)[2]


def test_the_statements_are_a_numbered_list_and_the_headings_are_headings(pdf: Pdf) -> None:
    items = pdf.structure.find("LI")
    points = [item for item in items if item.find("Lbl")[0].text.strip().isdecimal()]

    assert [item.find("Lbl")[0].text.strip() for item in points] == [str(number) for number in range(1, 11)]
    assert [item.find("LBody")[0].text for item in points] == [item.text for item in CARD.statements]
    assert [heading.text for heading in pdf.structure.find("H1")] == [CARD.title]
    assert [heading.text for heading in pdf.structure.find("H2")] == [
        CARD.question,
        *(band.heading for band in CARD.bands),
    ]


def test_there_are_lines_to_write_on(pdf: Pdf) -> None:
    labels = [item.find("Lbl")[0].text for item in pdf.structure.find("LI")]

    assert labels[:4] == ["Organisatie", "Datum", "Deelnemers", "Begeleider"]
    assert labels[-1] == "Accountmanager"


def test_there_is_a_box_to_tick_for_every_statement(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as file:
        operators = [str(instruction.operator) for instruction in pikepdf.parse_content_stream(file.pages[0])]

    # Only a box has rounded corners: four a box.
    assert operators.count("c") == 4 * len(CARD.statements)


def test_the_card_is_valid_bears_its_own_title_and_stays_within_the_margins(data: bytes, pdf: Pdf) -> None:
    assert_valid(data)
    assert_within_margins(pdf)
    assert str(pdf.file.docinfo.Title) == CARD.title
    assert str(pdf.file.Root.Lang) == "nl-NL"


def test_the_same_card_gives_the_same_bytes(data: bytes) -> None:
    assert typeset(empty_card_document(CARD, DAY)).pdf == data
