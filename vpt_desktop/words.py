"""Our own words beside the card's, where more than one place shows them, and dates in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.domain.file_name import SCAN_NAME
from vpt_desktop.domain.scan import TEXT_LIMIT

if TYPE_CHECKING:
    import datetime as dt

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


class Words(Struct, frozen=True):
    """Labels and headings of interface, documents and clipboard; the templates receive them as `words`."""

    scan: str = SCAN_NAME
    organisation: str = "Organisatie"
    date: str = "Datum"
    participants: str = "Deelnemers"
    leader: str = "Begeleider"
    account_manager: str = "Accountmanager"
    phone: str = "Telefoon"
    email: str = "E-mail"
    out_of: str = f"van de {STATEMENT_COUNT} punten"
    points: str = "De tien punten"
    number: str = "Nr."
    point: str = "Punt"
    statement: str = "Stelling"
    state: str = "Stand"
    ticked: str = "aangevinkt"
    open: str = "open"
    actions: str = "Actielijst"
    note: str = "Toelichting"
    who: str = "Wie"
    due: str = "Wanneer gereed"
    remarks: str = "Toelichting bij aangevinkte punten"
    empty: str = "nog niet ingevuld"
    open_points: str = "Open punten"
    not_agreed: str = "nog geen afspraak"
    save_summary: str = "Samenvatting opslaan als PDF"


WORDS: Final = Words()


LONGEST_TEXT: Final = f"hoogstens {TEXT_LIMIT:,} tekens".replace(",", ".")
"""How long a text can be."""


def statement_place(number: int) -> str:
    """Return which of the ten statements `number` (1-10) is, to stand by itself."""
    return f"{WORDS.statement} {number} van {STATEMENT_COUNT}"


def with_statement(label: str, number: int) -> str:
    """Return `label` with the statement `number` (1-10) that it belongs to, as in `Wie bij stelling 3`."""
    return f"{label} bij {WORDS.statement.lower()} {number}"


def date_in_words(date: dt.date) -> str:
    """Return `date` the Dutch way, 23 november 2026, whatever the language of the computer."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def month_named(name: str) -> int | None:
    """Return the number (1-12) of the month that `name` is, or abbreviates to three letters at least."""
    name = {"mrt": "maart"}.get(name.lower(), name.lower())
    found = [number for number, month in enumerate(_MONTHS, 1) if len(name) > 2 and month.startswith(name)]  # noqa: PLR2004
    return found[0] if found else None


def is_weekday(name: str) -> bool:
    """Return whether `name` is a day of the week, or abbreviates one to two letters at least."""
    return len(name) > 1 and any(day.startswith(name.lower()) for day in _WEEKDAYS)


def day_in_words(date: dt.date) -> str:
    """Return `date` with its day of the week: dinsdag 24 november 2026."""
    return f"{_WEEKDAYS[date.weekday()]} {date_in_words(date)}"


def month_in_words(date: dt.date) -> str:
    """Return the month of `date`: november 2026."""
    return f"{_MONTHS[date.month - 1]} {date.year}"
