"""The two versions of a region as PDF, read back as assistive technology does."""

import pytest
from msgspec.structs import replace

from tests.domain.region.drawing import ALL, CARD, DAY, NONE
from tests.report.pdf_reading import Pdf
from tests.report.region import files, scans, shareable, werkversie
from tests.report.typeset_scan import agreed, assert_valid, assert_within_margins, column_heads, details, rows
from vpt_desktop.region_words import BOUNDS_EXPLAINED
from vpt_desktop.report.deelversie import deelversie_document
from vpt_desktop.report.typesetting import typeset
from vpt_desktop.report.werkversie import werkversie_document

SEVEN = [ALL, ALL, "☑☑☑☑☐☐☐☐☐☐", "☑☑☑☑☐☐☐☐☐☐", "☑☑☐☐☐☐☐☐☐☐", "☑☐☐☐☐☐☐☐☐☐", NONE]
HOSTILE = "=cmd|' /C calc'!A0 #set page(width: 1pt) *a* \u202eomgekeerd \ud800 " + "x" * 300


def figures_of(pdf: Pdf) -> list[str]:
    return [figure.attributes["/Alt"] for figure in pdf.structure.find("Figure")]


def headings(pdf: Pdf) -> list[str]:
    return [each.text for tag in ("H1", "H2", "H3") for each in pdf.structure.find(tag)]


# The deelversie


def test_the_deelversie_shows_counts_and_bounds_with_bars_that_say_them() -> None:
    data = typeset(deelversie_document(shareable(files(scans(*SEVEN))), CARD, DAY)).pdf
    assert_valid(data)
    pdf = Pdf(data)
    assert_within_margins(pdf)
    assert headings(pdf) == ["Regio-overzicht", "De tien punten", "Scores"]
    assert details(pdf) == {"Soort": "Deelversie", "Peildatum": "1 maart 2026", "Organisaties": "7"}
    assert column_heads(pdf) == ["Nr.", "Punt", "Verdeling", "Aangevinkt door"]
    shown = [row[-1] for row in rows(pdf)]
    assert shown == [
        "minstens 4 van 7",
        "minstens 4 van 7",
        "minstens 4 van 7",
        "minstens 4 van 7",
        *["hooguit 3 van 7"] * 6,
    ]
    assert [[row[0], row[-1]] for row in rows(pdf, 1)] == [
        ["4 punten of meer", "minstens 4 van 7"],
        ["9 of 10 punten", "hooguit 3 van 7"],
    ]
    assert figures_of(pdf) == [f"Balk: {words}" for words in [*shown, "minstens 4 van 7", "hooguit 3 van 7"]]
    assert BOUNDS_EXPLAINED in pdf.text
    assert "Te weinig organisaties met een vorige scan." in pdf.text


def test_the_deelversie_counts_who_went_up_and_down() -> None:
    before = dict.fromkeys(["Altena", "Breda", "Deurne", "Eersel", "Gemert", "Helmond", "Zundert"], NONE)
    pdf = Pdf(typeset(deelversie_document(shareable(files(scans(*SEVEN), before)), CARD, DAY)).pdf)
    assert [[row[0], row[-1]] for row in rows(pdf, 2)] == [
        ["Hogere score dan vorige keer", "minstens 4 van 7"],
        ["Lagere score dan vorige keer", "hooguit 3 van 7"],
    ]
    assert "Te weinig" not in pdf.text


def test_no_name_of_an_organisation_or_a_file_is_anywhere_in_the_deelversie() -> None:
    data = typeset(deelversie_document(shareable(files(scans(*SEVEN))), CARD, DAY)).pdf
    pdf = Pdf(data)
    for name in ("Zundert", "Altena", ".vpt", "bestand"):
        assert name not in pdf.text
        assert name.encode() not in data


# The werkversie


def test_the_werkversie_shows_organisations_in_the_order_of_the_alphabet_and_is_marked() -> None:
    data = typeset(werkversie_document(werkversie(scans(ALL, "☑☑☐☐☐☐☐☐☐☐"), {"Altena": "☐☑☑☐☐☐☐☐☐☐"}))).pdf
    assert_valid(data)
    pdf = Pdf(data)
    assert_within_margins(pdf)
    assert pdf.text.strip().startswith("Vertrouwelijk")
    assert details(pdf)["Organisaties"] == "2 organisaties uit 2 bestanden"
    assert column_heads(pdf)[-1] == "Sinds de vorige scan"
    assert [row[3:] for row in rows(pdf)[:3]] == [
        ["2 van 2", "1 vooruit, 0 terug (van 1)"],
        ["2 van 2", "0 vooruit, 0 terug (van 1)"],
        ["1 van 2", "0 vooruit, 1 terug (van 1)"],
    ]
    assert [[row[0], row[-1]] for row in rows(pdf, 1)] == [
        ["0 tot en met 3 punten", "1 van 2"],
        ["4 tot en met 8 punten", "0 van 2"],
        ["9 of 10 punten", "1 van 2"],
    ]
    assert rows(pdf, 2) == [
        ["Altena", "1 maart 2026", "2", "3, 4, 5, 6, 7, 8, 9, 10", "1 maart 2025 (score 2)"],
        ["Zundert", "1 maart 2026", "10", "geen", "geen"],
    ]
    assert "samen 1 stap vooruit en 1 terug" in pdf.text


def test_the_werkversie_has_what_each_organisation_agreed() -> None:
    given = scans(ALL, NONE, NONE)
    given["/scans/Altena.vpt"] = agreed(given["/scans/Altena.vpt"], 3, "Loket instellen.", "Els", "mei")
    pdf = Pdf(typeset(werkversie_document(werkversie(given))).pdf)
    assert [each.text for each in pdf.structure.find("H3")] == ["Altena"]
    assert rows(pdf, 3) == [["3", "Afspraken en dossier", "Loket instellen.", "Els", "mei"]]
    assert "Van geen van deze organisaties is er een vorige scan." in pdf.text


def test_a_copy_without_agreements_says_so_and_near_names_are_pointed_out() -> None:
    zundert, altena = scans(ALL, NONE).values()
    near = replace(zundert, organisation="Altenna")
    given = {"/a": near, "/b": agreed(altena, 1, "geheim")}
    pdf = Pdf(typeset(werkversie_document(werkversie(given, copies=frozenset({"Altena"})))).pdf)
    assert [row[0] for row in rows(pdf, 2)] == [  # in paragraphs of their own
        "Altenakopie zonder afspraken, lijkt op Altenna",
        "Altennalijkt op Altena",
    ]
    assert "geheim" not in pdf.text


def test_nothing_counted_is_a_valid_document_too() -> None:
    data = typeset(werkversie_document(werkversie({}))).pdf
    assert_valid(data)
    assert rows(Pdf(data))[0][-1] == "0 van 0"


@pytest.mark.parametrize("length", [1, 40])
def test_whatever_is_typed_is_printed_within_the_margins(length: int) -> None:
    given = scans(NONE)
    key = "/scans/Zundert.vpt"
    text = (HOSTILE + "\n\n") * length
    given = {key: agreed(given[key], 3, text, HOSTILE, HOSTILE)}
    named = {key: replace(given[key], organisation=HOSTILE)}
    data = typeset(werkversie_document(werkversie(named))).pdf
    assert_valid(data)
    pdf = Pdf(data)
    assert_within_margins(pdf)
    assert "=cmd|' /C calc'!A0 #set page(width: 1pt) *a*" in pdf.text
