"""What a template gets to print, and what had to be replaced in it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from vpt_desktop.report.printable import replaced, stand_in, strings
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    import datetime as dt


class Draft(NamedTuple):
    """A template's file name, its content as plain values, the date that the document bears.

    `refused` are the texts that were replaced in the content.
    """

    template: str
    content: object
    day: dt.date
    refused: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All texts of the content, one to a line."""
        return "\n".join(strings(self.content))

    def without(self, texts: tuple[str, ...]) -> Draft:
        """Return this draft with a stand-in for each of `texts`."""
        return self._replace(content=replaced(self.content, texts), refused=self.refused + texts)

    def as_json(self) -> str:
        """Return what the template reads: the content, our own words, and whether substitutes are seen."""
        data = {"content": self.content, "words": WORDS, "substitutes": any(map(stand_in, self.refused))}
        return msgspec.json.encode(data).decode()
