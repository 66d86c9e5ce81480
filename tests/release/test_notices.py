"""Licence notices: nothing in the bundle without its terms."""

from pathlib import Path

import msgspec
import PySide6
import pytest
import typst
import xlsxwriter

from release import notices

BUILD = Path("build")
"""Where PyInstaller works; nothing in these tests comes from there, but where one says so."""


def terms_of(file: str) -> str:
    """Return the terms in the notice of the Python package that the file belongs to."""
    (_, notice) = sorted(
        notices.collect({"part": Path(file)}, BUILD), key=lambda notice: notice.name != "Python"
    )
    return notice.terms


def test_a_file_with_unknown_terms_ends_the_build(tmp_path: Path) -> None:
    file = tmp_path / "libmystery.so"
    file.touch()
    with pytest.raises(LookupError, match="libmystery"):
        notices.collect({"libmystery.so": file}, BUILD)


def test_a_package_without_terms_ends_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "_WITHOUT_OWN_TEXT", {})
    with pytest.raises(LookupError, match="PySide6_Essentials"):
        notices.collect({"PySide6": Path(PySide6.__file__)}, BUILD)


def test_what_pyinstaller_makes_in_its_own_folder_is_python_wherever_that_folder_is(tmp_path: Path) -> None:
    library = tmp_path / "base_library.zip"
    library.touch()
    (python,) = notices.collect({"base_library.zip": library}, tmp_path)
    assert python.name == "Python"


def test_python_itself_is_named_in_every_bundle() -> None:
    (python,) = notices.collect({}, BUILD)
    assert python.name == "Python"
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in python.terms


def test_a_package_brings_its_own_terms() -> None:
    assert "Redistribution and use in source and binary forms" in terms_of(msgspec.__file__)


def test_qt_comes_with_its_licence_and_the_way_to_replace_it() -> None:
    terms = terms_of(PySide6.__file__)
    assert "Je mag ze vervangen" in terms
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in terms
    assert "UNICODE LICENSE V3" in terms
    assert "Commercial" not in terms


def test_typst_comes_with_its_crates_and_their_licences() -> None:
    terms = terms_of(typst.__file__)
    assert "- typst-pdf " in terms
    assert "Mozilla Public License Version 2.0" in terms


def test_the_notices_begin_with_a_list_of_the_parts() -> None:
    text = notices.as_text(notices.collect({"typst": Path(typst.__file__)}, BUILD))
    assert text.index("- Python ") < text.index("- typst ") < text.index("=====")


def test_the_terms_of_the_spreadsheet_writer_are_collected() -> None:
    assert "BSD 2-Clause" in terms_of(xlsxwriter.__file__)
