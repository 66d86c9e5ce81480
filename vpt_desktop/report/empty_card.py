"""The card as a hand-out of one A4 sheet, to fill in with a pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from vpt_desktop.report.document import Document

if TYPE_CHECKING:
    import datetime as dt

    from vpt_desktop.domain.card import Card


def empty_card_document(card: Card, day: dt.date) -> Document:
    """Return `card` as a document that bears the date `day`."""
    return Document("empty_card.typ", msgspec.to_builtins(card), day)
