"""Our own words, and dates in Dutch."""

import datetime as dt

from vpt_desktop.words import date_in_words


def test_every_month_has_its_dutch_name() -> None:
    assert [date_in_words(dt.date(2027, month, 1)) for month in range(1, 13)] == [
        "1 januari 2027",
        "1 februari 2027",
        "1 maart 2027",
        "1 april 2027",
        "1 mei 2027",
        "1 juni 2027",
        "1 juli 2027",
        "1 augustus 2027",
        "1 september 2027",
        "1 oktober 2027",
        "1 november 2027",
        "1 december 2027",
    ]
