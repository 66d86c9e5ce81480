"""The summary to paste elsewhere: the PDF's order and words, and nothing that can do harm."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.drawing import scan_of
from tests.report.pdf_reading import Pdf
from tests.report.typeset_scan import CARD, HALF, agreed
from vpt_desktop.domain.scan import AccountManager, Answer, Scan
from vpt_desktop.report.clipboard_text import as_html, as_text
from vpt_desktop.report.summary import summarise, summary_document
from vpt_desktop.report.typesetting import typeset

FILLED = replace(
    scan_of("☐☑☐☑☑☑☑☑☑☑"),
    organisation="Gemeente <b>Ü</b> & Zonen",
    participants="Jan, Sanne",
    leader="Marieke",
    account_manager=AccountManager("Piet", "06", "p@riec.nl"),
)
FILLED = agreed(FILLED, 1, note="een\ntwee\n\ndrie", who="HR", due="1 maart 2027")
FILLED = agreed(FILLED, 3, who="Jan")
FILLED = agreed(FILLED, 4, note="Loopt </td> goed.")

VOID = {"meta", "br"}


class Reading(HTMLParser):
    """HTML read back: every tag closed, and the texts of the elements that have one name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: dict[str, list[dict[str, str | None]]] = {}
        self.found: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.setdefault(tag, []).append(dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append((self.open[-1], data))

    def texts(self, tag: str) -> list[str]:
        return [text for parent, text in self.found if parent == tag]


def test_the_text_reads_as_the_document_does() -> None:
    text = as_text(summarise(FILLED, CARD))

    assert text.startswith(
        f"TASKFORCE - RIEC\nBrabant - Zeeland\n{CARD.hashtag}\n\n{CARD.title}\n\n"
        "Organisatie: Gemeente <b>Ü</b> & Zonen\nDatum: 23 november 2026\n"
        "Deelnemers: Jan, Sanne\nBegeleider: Marieke\n\n"
        f"{CARD.question}\n8 van de 10 punten\n\nTUSSEN DE 4 EN 8 VINKJES\n"
    )
    assert "\n\nAccountmanager: Piet, 06, p@riec.nl\n\nDe tien punten\n\n1. Onze medewerkers" in text
    assert f"\n\n9. {CARD.statement(9).text} (aangevinkt)\n\n" in text
    assert text.endswith(
        f"\n\n10. {CARD.statement(10).text} (aangevinkt)\n\n"
        "Actielijst\n\n"
        "1. Norm en grenzen\nToelichting: een\ntwee\n\ndrie\nWie: HR\nWanneer gereed: 1 maart 2027\n\n"
        "3. Afspraken en dossier\nWie: Jan\n\n"
        "Toelichting bij aangevinkte punten\n\n4. Melden\nToelichting: Loopt </td> goed.\n"
    )


def test_open_points_without_an_agreement_are_in_both_once_there_is_one() -> None:
    scan = agreed(scan_of(HALF), 7, who="HR")
    listed = "Nog geen afspraak: 6 Dader aanspreken, 8 Schadeverhaal, 9 Beveiliging, 10 Nazorg"

    assert as_text(summarise(scan, CARD)).endswith(f"\n\n7. Training\nWie: HR\n\n{listed}\n")
    assert f"<p>{listed}</p>" in as_html(summarise(scan, CARD))


def test_what_was_left_empty_is_in_neither() -> None:
    summary = summarise(scan_of(HALF), CARD)

    for copied in (as_text(summary), as_html(summary)):
        assert "Datum" in copied
        for label in ("Organisatie", "Begeleider", "Accountmanager", "Actielijst", "Toelichting", "Wanneer"):
            assert label not in copied


def test_the_html_has_the_headings_tables_and_words_of_the_pdf() -> None:
    summary = summarise(FILLED, CARD)
    html, pdf = Reading(as_html(summary)), Pdf(typeset(summary_document(FILLED, CARD)).pdf)

    for tag in ("h1", "h2", "h3"):
        assert html.texts(tag) == [heading.text for heading in pdf.structure.find(tag.upper())]
    heads = [head.text for head in pdf.structure.find("TH")]
    assert html.texts("th") == ["Organisatie", "Datum", "Deelnemers", "Begeleider", *heads]
    printed = [cell.text.strip() for cell in pdf.structure.find("TD") if cell.text and not cell.find("P")]
    assert [text for text in html.texts("td") if text in printed] == [
        text for text in printed if text in html.texts("td")
    ]
    assert html.texts("p")[-4:] == ["een", "twee", "drie", "Loopt </td> goed."]


def test_the_html_is_in_dutch_and_says_what_its_heads_are_of() -> None:
    html = Reading(as_html(summarise(FILLED, CARD)))

    assert [html.attributes[tag][0].get("lang") for tag in ("html", "div")] == ["nl", "nl"]
    assert html.attributes["meta"] == [{"charset": "utf-8"}]
    assert {head["scope"] for head in html.attributes["th"]} == {"row", "col"}


def test_the_html_has_the_links_row_headers_and_filled_cells_of_the_pdf() -> None:
    html = Reading(as_html(summarise(FILLED, CARD)))

    assert html.attributes["a"] == [{"href": "mailto:p@riec.nl"}]
    assert html.texts("a") == ["p@riec.nl"]
    rows = [head for head in html.attributes["th"] if head["scope"] == "row"]
    assert len(rows) == len(["Organisatie", "Datum", "Deelnemers", "Begeleider"]) + 10 + 2 + 1
    assert html.texts("td").count("nog niet ingevuld") == 2


def test_what_means_nothing_in_a_text_is_replaced_and_what_cannot_be_seen_left_out() -> None:
    scan = replace(scan_of(HALF), organisation="Gem\x00eente\ud800 \ue000\ufeff")

    assert "Organisatie: Gem◊eente◊ ◊\n" in as_text(summarise(scan, CARD))
    assert ">Gem◊eente◊ ◊</td>" in as_html(summarise(scan, CARD))


TYPED = st.text(st.characters(), max_size=40)  # lone surrogates too


@given(st.lists(TYPED, min_size=9, max_size=9), st.booleans())
def test_whatever_was_typed_is_pasted_as_that_text(typed: list[str], ticked: bool) -> None:
    organisation, participants, leader, name, phone, email, note, who, due = typed
    scan = replace(
        Scan(date=FILLED.date, organisation=organisation, participants=participants, leader=leader),
        account_manager=AccountManager(name, phone, email),
    ).with_answer(1, Answer(ticked, note, who, due))
    summary = summarise(scan, CARD)
    text, html = as_text(summary), as_html(summary)
    shape = Reading(html)

    for copied in (text, html):
        assert copied.encode()
        assert all(
            character.isprintable() or character == "\n" or ord(character) > 0x9F for character in copied
        )
    assert set(shape.attributes) <= KNOWN_TAGS
    seen = "".join(shape.texts("td") + shape.texts("p"))
    for line in text.partition("\n\nMaar")[0].splitlines()[6:]:
        assert line.partition(": ")[2] in seen


KNOWN_TAGS = {
    *("html", "head", "meta", "title", "body", "div", "p", "br", "strong", "h1", "h2", "h3"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
