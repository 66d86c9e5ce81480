"""Describes what is wrong in a JSON file and where, in one Dutch clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vpt_desktop.comparison_words import CARRIED, OUTCOME, REMARK
from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.domain.earlier_scan import EARLIER_LIMIT, Outcome
from vpt_desktop.words import LONGEST_TEXT, WORDS

if TYPE_CHECKING:
    import msgspec

_TEXT = f"een tekst van {LONGEST_TEXT}"

_ACCOUNT_MANAGER = WORDS.account_manager.lower()

_FIELDS = {
    "format": ("format", "een tekst"),
    "version": ("version", "een geheel getal vanaf 1"),
    "card": ("card", "een tekst"),
    "scan": ("scan", "een ingevulde kaart"),
    "date": (WORDS.date.lower(), "een datum zoals 2026-11-23"),
    "organisation": (WORDS.organisation.lower(), _TEXT),
    "participants": (WORDS.participants.lower(), _TEXT),
    "leader": (WORDS.leader.lower(), _TEXT),
    "account_manager": (_ACCOUNT_MANAGER, "een naam, telefoonnummer en e-mailadres"),
    "name": (f"naam van de {_ACCOUNT_MANAGER}", _TEXT),
    "phone": (f"{WORDS.phone.lower()} van de {_ACCOUNT_MANAGER}", _TEXT),
    "email": (f"{WORDS.email.lower()} van de {_ACCOUNT_MANAGER}", _TEXT),
    "answers": ("answers", "een lijst van antwoorden"),
    "statement": (WORDS.statement.lower(), f"een nummer van 1 tot en met {STATEMENT_COUNT}"),
    "ticked": (WORDS.ticked, "true of false"),
    "note": (WORDS.note.lower(), _TEXT),
    "who": (WORDS.who.lower(), _TEXT),
    "due": (WORDS.due.lower(), _TEXT),
    "statements": ("statements", f"een lijst van de {STATEMENT_COUNT} stellingen"),
    "id": ("id", "een kenmerk van 32 hexadecimale cijfers"),
    "saved": ("saved", "een tijdstip zoals 2026-11-23T14:05:00Z, of null"),
    "region_copy": ("region_copy", "true of false"),
    "earlier": ("earlier", f"een lijst van hoogstens {EARLIER_LIMIT} eerdere scans"),
    "ticks": ("ticks", f"een lijst van {STATEMENT_COUNT} keer true of false"),
    "agreements": ("agreements", f"een lijst van hoogstens {STATEMENT_COUNT} afspraken"),
    "since": ("since", "een jaartal"),
    "outcome": (OUTCOME.lower(), f"null of {' of '.join(outcome.value for outcome in Outcome)}"),
    "remark": (REMARK.lower(), _TEXT),
    "carried": (CARRIED.lower(), "true of false"),
}
"""By the name in the file: the name on screen, if it has one, and what belongs there."""

_PLACE = re.compile(r" - at `\$([\w.\[\]]*)`\Z")
_ANSWER = re.compile(r"\.answers\[(\d{1,9})\]")
_EARLIER = re.compile(r"\.earlier\[(\d{1,9})\](?:\.agreements\[(\d{1,9})\])?")
_ITEM = re.compile(r"^(statements|ticks)\[[\d.]*\]\Z")
"""An item of a list of plain values, which has no name of its own."""
_ABSENT = re.compile(r"Object missing required field `(\w+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(\w{1,40})`")
_OFFSET = re.compile(r"\(byte (\d+)\)\Z")


def content_fault(error: msgspec.ValidationError) -> str:
    """Return what is wrong in a file that is JSON, but not of the expected form."""
    message = str(error)
    place = _PLACE.search(message)
    path = place[1] if place else ""
    where = _part_at(path)
    if absent := _ABSENT.match(message):
        return f'{where} ontbreekt het veld "{name_of(absent[1])}"'
    if message.startswith("Object contains unknown field"):
        unknown = _UNKNOWN.match(message)
        return f"{where} staat een onbekend veld" + (f' "{unknown[1]}"' if unknown else "")
    field = _ITEM.sub(r"\1", path.rpartition(".")[2])
    if field in _FIELDS:
        name, expected = _FIELDS[field]
        return f'{where}, veld "{name}", hoort {expected} te staan'
    return f"{where} staat iets anders dan daar hoort"


def _part_at(path: str) -> str:
    """Return in which part of the file `path` is."""
    if answer := _ANSWER.search(path):
        return f"bij {WORDS.statement.lower()} {int(answer[1]) + 1}"
    if earlier := _EARLIER.search(path):
        scan = f"eerdere scan {int(earlier[1]) + 1}"
        return f"bij afspraak {int(earlier[2]) + 1} van {scan}" if earlier[2] else f"bij {scan}"
    return "in het bestand"


def syntax_fault(error: Exception, content: bytes) -> str:
    """Return what is wrong in a file with `content` that is not JSON, or is nested too deep."""
    if isinstance(error, RecursionError):
        return "de inhoud is te diep genest"
    offset = _OFFSET.search(str(error))
    if not offset:
        return "het is beschadigd of houdt halverwege op"
    line = content.count(b"\n", 0, int(offset[1])) + 1
    return f"regel {line} is beschadigd"


def name_of(field: str) -> str:
    """Return the name of `field` on screen, or else the one in the file."""
    return _FIELDS[field][0] if field in _FIELDS else field
