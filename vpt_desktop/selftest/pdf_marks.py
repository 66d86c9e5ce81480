"""The marks of an accessible, archivable, Dutch PDF, found in its bytes."""

from __future__ import annotations

from html import escape

_MARKS = {
    "PDF 1.7": b"%PDF-1.7",
    "PDF/UA-1": b"<pdfuaid:part>1</pdfuaid:part>",
    "PDF/A-2": b"<pdfaid:part>2</pdfaid:part>",
    "PDF/A, a": b"<pdfaid:conformance>A</pdfaid:conformance>",
    "tags": b"/Marked true",
    "/Lang": b"/Lang(nl-NL)",
    "dc:language": b"<rdf:li>nl-NL</rdf:li>",
}


def missing_marks(pdf: bytes, title: str) -> list[str]:
    """Return the names of the marks, `title` included, that `pdf` lacks."""
    titled = f'<rdf:li xml:lang="x-default">{escape(title, quote=False)}'.encode()
    return [name for name, mark in {**_MARKS, "dc:title": titled}.items() if mark not in pdf]
