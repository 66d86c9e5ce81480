"""Scans typeset and read back, and what must hold of every one."""

import datetime as dt
import io

import pdfua
import pikepdf
import typst
from msgspec.structs import replace

from tests.drawing import DAY, scan_of
from tests.report.pdf_reading import Pdf
from vpt_desktop.domain.scan import Answer, Scan
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import TypesetDocument, typeset
from vpt_desktop.resources import load_card

CARD = load_card()
HALF = "☑☑☑☑☑☐☐☐☐☐"
NOTE = "◊ staat op de plaats van een teken dat geen lettertype op deze computer heeft."
A4 = (595.276, 841.890)
SIDE, TOP, FOOT = 48, 36, 15
"""The margins that no text may touch, in points; the footer lies in the lower one."""


def typeset_scan(
    drawing: str = HALF, organisation: str = "Gemeente Voorbeeldstad", day: dt.date = DAY
) -> TypesetDocument:
    return typeset(summary_document(replace(scan_of(drawing), organisation=organisation, date=day), CARD))


def agreed(scan: Scan, number: int, note: str = "", who: str = "", due: str = "") -> Scan:
    """Return `scan` with what was agreed on statement `number`, ticked or not as it was."""
    ticked = scan.answer(number).ticked
    return scan.with_answer(number, Answer(ticked=ticked, note=note, who=who, due=due))


def read_scan(scan: Scan) -> Pdf:
    return Pdf(typeset(summary_document(scan, CARD)).pdf)


def read(drawing: str = HALF, organisation: str = "Gemeente Voorbeeldstad") -> Pdf:
    return Pdf(typeset_scan(drawing, organisation).pdf)


def details(pdf: Pdf) -> dict[str, str]:
    return {item.find("Lbl")[0].text: item.find("LBody")[0].text for item in pdf.structure.find("LI")}


def column_heads(pdf: Pdf, table: int = 0) -> list[str]:
    (heads,) = pdf.structure.find("Table")[table].find("THead")
    return [head.text for head in heads.find("TH")]


def rows(pdf: Pdf, table: int = 0) -> list[list[str]]:
    """Return the cells of a table below its heads, of which the first is the header of its row."""
    (body,) = pdf.structure.find("Table")[table].find("TBody")
    return [[cell.text.strip() for cell in row.children] for row in body.find("TR")]


def assert_valid(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_metadata() as metadata:
        claims = metadata.pdfa_status, metadata["{http://www.aiim.org/pdfua/ns/id/}part"]
    assert claims == ("2A", "1")
    assert pdfua.validate(io.BytesIO(pdf)).findings == ()


def assert_within_margins(pdf: Pdf) -> None:
    width, height = A4
    seen = [glyph for glyph in pdf.glyphs if not glyph.text.isspace()]
    assert min(glyph.left for glyph in seen) >= SIDE - 0.01
    assert max(glyph.right for glyph in seen) <= width - SIDE + 0.01
    assert min(glyph.baseline for glyph in seen) >= FOOT
    assert max(glyph.baseline for glyph in seen) <= height - TOP


def typst_error(diagnostic: str) -> typst.TypstError:
    """Return an error as Typst raises it, which sets its attributes only in Rust."""
    error = typst.TypstError(diagnostic, diagnostic)
    error.message = error.diagnostic = diagnostic
    return error
