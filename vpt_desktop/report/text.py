"""Typed text as a document has it: on one line, or in paragraphs."""

from __future__ import annotations

from itertools import groupby

Paragraphs = tuple[tuple[str, ...], ...]
"""Paragraphs, and the lines within each; no line is empty."""


def one_line(text: str) -> str:
    """Return `text` with each run of white space in it, line breaks too, as one space, and none around it."""
    return " ".join(text.split())


def paragraphs(text: str) -> Paragraphs:
    """Return the lines of `text`, each as `one_line` does, as paragraphs, which empty lines separate."""
    lines = map(one_line, text.splitlines())
    return tuple(tuple(group) for filled, group in groupby(lines, key=bool) if filled)
