"""The marks that a PDF bears, and which of them a changed one lacks."""

import datetime as dt

import pytest

from vpt_desktop.domain.card import Card
from vpt_desktop.report.empty_card import empty_card_document
from vpt_desktop.report.typesetting import typeset
from vpt_desktop.selftest.pdf_marks import missing_marks


@pytest.fixture(scope="module")
def pdf(card: Card) -> bytes:
    return typeset(empty_card_document(card, dt.date(2026, 1, 31))).pdf


def test_ours_bears_them_all(pdf: bytes, card: Card) -> None:
    assert missing_marks(pdf, card.title) == []


@pytest.mark.parametrize(
    ("part", "mark"),
    [
        (b"%PDF-1.7", "PDF 1.7"),
        (b"<pdfuaid:part>1", "PDF/UA-1"),
        (b"<pdfaid:part>2", "PDF/A-2"),
        (b"<pdfaid:conformance>A", "PDF/A, a"),
        (b"/Marked true", "tags"),
        (b"/Lang(nl-NL)", "/Lang"),
        (b"<rdf:li>nl-NL", "dc:language"),
    ],
)
def test_a_lost_mark_is_named(part: bytes, mark: str, pdf: bytes, card: Card) -> None:
    assert missing_marks(pdf.replace(part, b"-" * len(part)), card.title) == [mark]


def test_another_title_is_named(pdf: bytes) -> None:
    assert missing_marks(pdf, "Another & <title>") == ["dc:title"]
