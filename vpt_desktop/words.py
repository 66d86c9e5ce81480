"""Our own words beside the card's, where paper and clipboard both have them; the interface uses the same."""

from __future__ import annotations

from typing import Final

from msgspec import Struct


class Words(Struct, frozen=True):
    """Labels and headings of the summary, named after what they stand with."""

    organisation: str = "Organisatie"
    date: str = "Datum"
    participants: str = "Deelnemers"
    leader: str = "Begeleider"
    out_of: str = "van de 10 punten"
    account_manager: str = "Accountmanager"
    points: str = "De tien punten"
    number: str = "Nr."
    point: str = "Punt"
    state: str = "Stand"
    ticked: str = "aangevinkt"
    open: str = "open"
    actions: str = "Actielijst"
    note: str = "Toelichting"
    who: str = "Wie"
    due: str = "Wanneer gereed"
    remarks: str = "Toelichting bij aangevinkte punten"


WORDS: Final = Words()
