"""Row headers in the tables of a PDF: Typst 0.15 needs a flag for them that its Python package cannot set."""

from __future__ import annotations

import re

_DATA_CELL = re.compile(rb"/S/TD(/P \d+ 0 R/A\[<</O/Table)(/Headers\[\(U\d+x(\d+)y\d+\)\])")
"""A cell as Typst writes it, which has its column in the name of the header above it."""


def with_row_headers(pdf: bytes) -> bytes:
    """Return `pdf`, as Typst made it, with the first cell of each row of a table as the header of that row.

    The other cells no longer name the header of their column as their only one: a reader finds both by their
    scope. No byte moves, so that the PDF's table of its objects stays right.
    """
    return _DATA_CELL.sub(_cell, pdf)


def _cell(found: re.Match[bytes]) -> bytes:
    tag, scope = (b"/S/TH", b"/Scope/Row") if found[3] == b"0" else (b"/S/TD", b"")
    return tag + found[1] + scope.ljust(len(found[2]))
