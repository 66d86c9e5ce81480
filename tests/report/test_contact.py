"""The account manager's details, which are links where they plainly can be."""

import io

import pikepdf
import pytest
from msgspec.structs import replace

from tests.drawing import scan_of
from tests.report.typeset_scan import CARD, HALF, assert_valid, read_scan
from vpt_desktop.domain.scan import AccountManager
from vpt_desktop.report.contact import Contact, contacts
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import typeset


def links(manager: AccountManager) -> list[tuple[str, str]]:
    """Return where the links of the PDF lead, and what each says of itself to a screen reader."""
    pdf = typeset(summary_document(replace(scan_of(HALF), account_manager=manager), CARD)).pdf
    assert_valid(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        annotations = [found for page in file.pages for found in page.get("/Annots", [])]
        return [(str(found.A.URI), str(found.Contents)) for found in annotations]


def test_an_address_and_a_number_are_links_that_say_where_they_lead() -> None:
    assert links(AccountManager("Piet", "06 - 12 34 56 78", "p.jansen@riec.nl")) == [
        ("tel:0612345678", "Telefoon 0612345678"),
        ("mailto:p.jansen@riec.nl", "e-mail p.jansen@riec.nl"),
    ]


def test_what_is_neither_is_no_link() -> None:
    assert links(AccountManager("a@b.nl", "vraag de balie", "via de mail")) == []


@pytest.mark.parametrize(
    "email", ["p.jansen@riec.nl", "P_J-1+vpt@mail.riec-zwb.nl", " piet@x.nl ", "a@" + "b." * 30 + "nl"]
)
def test_a_plausible_address_is_a_link(email: str) -> None:
    assert contacts(AccountManager(email=email)) == (Contact(email.strip(), f"mailto:{email.strip()}"),)


@pytest.mark.parametrize(
    "email",
    [
        "piet",
        "piet@riec",
        "@riec.nl",
        "piet@.nl",
        "piet@riec..nl",
        "piet.@riec.nl",
        "piet @riec.nl",
        "a@x.nl, b@x.nl",
        "Piet <a@x.nl>",
        "a@x.nl?bcc=b@x.nl",
        "javascript:a@x.nl",
        "a@x.nl#",
        "a%0a@x.nl",
        "å@x.nl",
        "a" * 250 + "@x.nl",
    ],
)
def test_what_is_no_plain_address_is_only_text(email: str) -> None:
    assert contacts(AccountManager(email=email)) == (Contact(email),)


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("06 12 34 56 78", "tel:0612345678"),
        ("06-12345678", "tel:0612345678"),
        ("+31 (0)6 1234 5678", "tel:+31612345678"),
        ("(076) 123 45 67", "tel:0761234567"),
        ("076–123.45.67", "tel:0761234567"),  # noqa: RUF001  as people type it
        ("06 12 34 56 78 (ma-do)", ""),
        ("06 1234", ""),
        ("612345678", ""),
        ("06 12345678 / 06 87654321", ""),
        ("0" + " " * 60 + "612345678", "tel:0612345678"),
        ("٠٦١٢٣٤٥٦٧٨", ""),
    ],
)
def test_a_number_that_can_be_called_is_a_link(phone: str, link: str) -> None:
    assert contacts(AccountManager(phone=phone)) == (Contact(" ".join(phone.split()), link),)


@pytest.mark.parametrize("letters", range(10, 40, 3))
def test_a_telephone_number_stays_on_one_line(letters: int) -> None:
    manager = AccountManager("M" * letters, "013 - 123 45 67")
    pdf = read_scan(replace(scan_of(HALF), account_manager=manager))
    text = "".join(glyph.text for glyph in pdf.glyphs)
    start = text.index(manager.phone)
    assert len({glyph.baseline for glyph in pdf.glyphs[start : start + len(manager.phone)]}) == 1
