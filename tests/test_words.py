"""Our own words, and dates in Dutch."""

import datetime as dt

from vpt_desktop.words import date_in_words, day_in_words, month_in_words


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


def test_every_weekday_has_its_dutch_name() -> None:
    assert [day_in_words(dt.date(2026, 11, day)) for day in range(23, 30)] == [
        "maandag 23 november 2026",
        "dinsdag 24 november 2026",
        "woensdag 25 november 2026",
        "donderdag 26 november 2026",
        "vrijdag 27 november 2026",
        "zaterdag 28 november 2026",
        "zondag 29 november 2026",
    ]


def test_a_month_is_named_with_its_year() -> None:
    assert month_in_words(dt.date(2026, 3, 1)) == "maart 2026"
