"""Dates as people type them."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Final

from vpt_desktop.words import is_weekday, month_named

_BETWEEN = r"\s*[^\w\s]?\s*"
_YEAR = r"['\u2019]?(?P<year>\d{4}|\d{2})"
_DAY, _MONTH = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})"
_SEPARATOR = r"(?:\s+|\s*[^\w\s]\s*)"

_FORMS: Final = (
    f"{_DAY}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_YEAR}",
    rf"(?P<year>\d{{4}}){_SEPARATOR}{_MONTH}{_SEPARATOR}{_DAY}",
    r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)",
    r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4})",
    rf"(?:(?P<weekday>[A-Za-z]+)[.,]?\s*)?{_DAY}(?:e|ste|de)?{_BETWEEN}(?P<name>[A-Za-z]{{3,}})\.?{_BETWEEN}{_YEAR}",
)
"""In figures, in the order of file names, without separators, and in words; compiled at their first use."""

_CENTURY = 2000


def is_complete(text: str) -> bool:
    """Return whether no further figure can make another date of `text`, which is one."""
    return bool(re.search(r"\d{4}\s*$|^\s*\d{4}.*\d{2}\s*$", text))


def read_date(text: str) -> dt.date | None:
    """Return the date that `text` gives, or None.

    It may be in figures with any separators, 1-12-2026 or 2026-12-01, or without, 20261201 or 01122026, or in
    words, 1 december 2026 or di 1 dec 2026. A year of two figures is one of this century.
    """
    text = text.strip().rstrip(".,;")
    found = (re.fullmatch(form, text, re.ASCII) for form in _FORMS)
    return next(filter(None, (_date_of(each.groupdict()) for each in found if each)), None)


def _date_of(parts: dict[str, str | None]) -> dt.date | None:
    weekday, name, year = parts.get("weekday"), parts.get("name"), parts["year"] or ""
    month = month_named(name) if name else int(parts["month"] or 0)
    if month is None or (weekday and not is_weekday(weekday)):
        return None
    with suppress(ValueError):
        return dt.date(int(year) + (_CENTURY if len(year) == 2 else 0), month, int(parts["day"] or 0))  # noqa: PLR2004
    return None
