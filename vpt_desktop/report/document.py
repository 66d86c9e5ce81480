"""The one thing that can be typeset, whatever it is about."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from vpt_desktop.report.printable import replaced, strings


class Document(Struct, frozen=True):
    """A template, what it shows, and the date that the PDF bears.

    `template` is the name of a file in resources/. `content`, which the template receives as JSON, is made of
    dicts, lists, tuples and plain values.
    """

    template: str
    content: object
    day: dt.date

    @property
    def text(self) -> str:
        """All texts of the content, one to a line."""
        return "\n".join(strings(self.content))

    def without(self, texts: tuple[str, ...]) -> Document:
        """Return this document with a stand-in for each of `texts` in its content."""
        return Document(self.template, replaced(self.content, texts), self.day)
