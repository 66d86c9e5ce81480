"""The name that is proposed for a file."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vpt_desktop.domain.file_name import proposed_file_name, summary_name, with_suffix

DAY = dt.date(2025, 3, 1)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)
"""All of Unicode: lone surrogates, controls, private use and unassigned code points too."""


def name_for(organisation: str) -> str:
    return proposed_file_name(organisation, DAY, ".pdf")


def test_the_name_says_who_and_when() -> None:
    assert proposed_file_name("Gemeente Oss", DAY, ".vpt") == "VPT-scan Gemeente Oss 2025-03-01.vpt"


@pytest.mark.parametrize("organisation", ["", "   ", "\n", "???", "\u200b\u202e"])
def test_without_an_organisation_there_is_no_gap(organisation: str) -> None:
    assert name_for(organisation) == "VPT-scan 2025-03-01.pdf"


@pytest.mark.parametrize(
    "organisation",
    [
        "'s-Hertogenbosch",
        "Súdwest-Fryslân",
        "Oss & Meierijstad (Brabant)",
        "Bergen (L.)",
        "Αθήνα",
        "Gemeente 3",
        "Zaltbommel e.o.",
        "De Fryske Marren \u2013 \u2018It Hearrenfean\u2019",
    ],
)
def test_an_ordinary_name_stands_as_typed(organisation: str) -> None:
    assert name_for(organisation) == f"VPT-scan {organisation} 2025-03-01.pdf"


@pytest.mark.parametrize(
    ("organisation", "kept"),
    [
        ("Baarle-Nassau/Hertog", "Baarle-Nassau Hertog"),
        ('Oss: "de <beste>"?', "Oss de beste"),
        (r"..\..\Oss|*", ".. .. Oss"),
        ("Oss\r\n\t\x00\x1f\x7fMeierijstad", "Oss Meierijstad"),
        ("Oss \u00a0\u2003\u3000 Noord", "Oss Noord"),
        ("Oss\u2028\u2029\x85Noord", "Oss Noord"),
        ("ge\u00admeente\u200d\ufeff", "gemeente"),
        ("\u202efdp.exe\u2066", "fdp.exe"),
        ("Oss\ufe0f\u3164\U000e0100", "Oss"),
        ("Oss\ud800\ue000\U0010ffff\u0378", "Oss"),
        ("👩‍🚒 Oss 🎉", "Oss"),
        ("Su\u0301dwest", "S\u00fadwest"),
        ("Su\u200d\u0301dwest", "S\u00fadwest"),
    ],
)
def test_what_a_name_cannot_bear_is_left_out(organisation: str, kept: str) -> None:
    assert name_for(organisation) == f"VPT-scan {kept} 2025-03-01.pdf"


def test_a_long_name_is_cut_between_words() -> None:
    organisation = "Samenwerkingsverband " * 10
    assert name_for(organisation) == f"VPT-scan {' '.join(['Samenwerkingsverband'] * 4)} 2025-03-01.pdf"


def test_a_name_that_just_fits_is_not_cut() -> None:
    organisation = f"{'a' * 60} {'b' * 39}"
    assert name_for(organisation) == f"VPT-scan {organisation} 2025-03-01.pdf"


@pytest.mark.parametrize(
    ("organisation", "kept"),
    [
        ("a" * 500, "a" * 100),
        ("a " + "b" * 500, "a " + "b" * 98),
        ("a" * 99 + "é" * 9, "a" * 99),
        ("b" * 97 + "x\u0331\u0330", "b" * 97),
        ("q\u0331\u0330" * 30, "q\u0331\u0330" * 20),
        ("\U00020bb7" * 99, "\U00020bb7" * 25),
        ("a" + "\u0331" * 500, ""),
    ],
)
def test_a_long_word_is_cut_between_whole_letters(organisation: str, kept: str) -> None:
    assert name_for(organisation) == " ".join(f"VPT-scan {kept} 2025-03-01.pdf".split())


@given(ANY_TEXT)
@example("CON")
@example("..")
@example("Oss. ")
@example("\u037e")
@example("=\u0338")
def test_any_organisation_gives_a_name_that_every_system_takes(organisation: str) -> None:
    name = name_for(organisation)

    assert name.startswith("VPT-scan ")  # so it is none of the names that Windows keeps for devices
    assert name.endswith(" 2025-03-01.pdf")
    assert not set(name) & set('<>:"/\\|?*')
    assert all(unicodedata.category(char)[0] not in "CZ" or char == " " for char in name)
    assert "  " not in name
    assert unicodedata.is_normalized("NFC", name)
    assert len(name.encode()) <= 124
    assert len(name.encode("utf-16-le")) // 2 <= 124


@given(ANY_TEXT)
def test_a_name_proposed_once_is_proposed_again(organisation: str) -> None:
    name = name_for(organisation)
    kept = name.removeprefix("VPT-scan ").removesuffix("2025-03-01.pdf").rstrip(" ")
    assert name_for(kept) == name


@pytest.mark.parametrize(
    ("name", "file", "summary"),
    [
        ("Oss", "Oss.vpt", "Oss.pdf"),
        ("Bergen (NH.)", "Bergen (NH.).vpt", "Bergen (NH.).pdf"),
        ("Gem. Oss.vpt", "Gem. Oss.vpt", "Gem. Oss.pdf"),
        ("OSS.VPT", "OSS.VPT", "OSS.pdf"),
    ],
)
def test_a_dot_in_a_name_begins_no_suffix(name: str, file: str, summary: str) -> None:
    assert with_suffix(name, ".vpt") == file
    assert summary_name(name) == summary


@pytest.mark.parametrize("name", ["Oss ", "Oss.vpt ", "Oss\u00a0", "Oss.vpt\n"])
def test_a_name_that_was_pasted_with_a_space_behind_it_has_one_suffix(name: str) -> None:
    assert with_suffix(name, ".vpt") == "Oss.vpt"
