"""How the bundle is made: no part without its terms, and no more room than was agreed."""

import json
import sys
from pathlib import Path

import msgspec
import PySide6
import pytest
import typst

from release import notices, rust, size

LICENCES = Path(notices.__file__).with_name("licences")


def terms_of(file: str) -> str:
    """Return what a bundle with a file of a Python package tells of that package."""
    (_, notice) = sorted(notices.collect({"part": Path(file)}), key=lambda notice: notice.name != "Python")
    return notice.terms


def bill_with(tmp_path: Path, *expressions: str) -> Path:
    crates = [
        {
            "name": f"crate{number}",
            "version": "1.0",
            "licenses": [{"expression": expression}],
            "author": "Ada",
        }
        for number, expression in enumerate(expressions)
    ]
    file = tmp_path / "bill.json"
    file.write_text(json.dumps({"components": crates}), encoding="utf-8")
    return file


def test_a_file_that_nobody_gives_terms_for_ends_the_build(tmp_path: Path) -> None:
    file = tmp_path / "libmystery.so"
    file.touch()
    with pytest.raises(LookupError, match="libmystery"):
        notices.collect({"libmystery.so": file})


def test_a_package_that_tells_no_terms_ends_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "_WITHOUT_OWN_TEXT", {})
    with pytest.raises(LookupError, match="PySide6_Essentials"):
        notices.collect({"PySide6": Path(PySide6.__file__)})


def test_python_itself_is_named_in_every_bundle() -> None:
    (python,) = notices.collect({})
    assert python.name == "Python"
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in python.terms


def test_a_package_brings_its_own_terms() -> None:
    assert "Redistribution and use in source and binary forms" in terms_of(msgspec.__file__)


def test_qt_comes_with_its_licence_and_the_way_to_replace_it() -> None:
    terms = terms_of(PySide6.__file__)
    assert "Je mag ze vervangen" in terms
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in terms
    assert "UNICODE LICENSE V3" in terms


def test_typst_comes_with_its_crates_and_their_licences() -> None:
    terms = terms_of(typst.__file__)
    assert "- typst-pdf " in terms
    assert "Mozilla Public License Version 2.0" in terms


def test_of_licences_to_choose_from_one_that_is_at_hand_is_told(tmp_path: Path) -> None:
    terms = rust.terms(bill_with(tmp_path, "Proprietary OR MIT", "(ISC OR Zlib) AND Unicode-3.0"), LICENCES)
    assert "- crate0 1.0: Proprietary OR MIT; Ada" in terms
    assert "\nMIT\n---\n" in terms
    assert "\nISC\n---\n" in terms
    assert "\nUnicode-3.0\n" in terms
    assert "\nZlib\n" not in terms


@pytest.mark.parametrize("expression", ["Proprietary", "MIT AND Proprietary", "MIT WITH Some-exception"])
def test_a_crate_under_unknown_terms_ends_the_build(expression: str, tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=expression):
        rust.terms(bill_with(tmp_path, expression), LICENCES)


def test_the_notices_begin_with_all_that_is_there() -> None:
    text = notices.as_text(notices.collect({"typst": Path(typst.__file__)}))
    assert text.index("- Python ") < text.index("- typst ") < text.index("=====")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "vpt-desktop"
    folder.mkdir()
    for number in range(1, 13):
        (folder / f"part{number}").write_bytes(bytes(100_000 * number))
    return folder


def test_the_size_is_told_with_the_ten_largest_parts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    size.report(folder)
    first, *parts = capsys.readouterr().out.splitlines()
    assert first.startswith("vpt-desktop: 7.8 MB in 12 files; vpt-desktop.zip: ")
    assert [part.split()[-1] for part in parts] == [f"part{number}" for number in range(12, 2, -1)]
    assert folder.with_name("vpt-desktop.zip").is_file()


@pytest.mark.parametrize("limit", ["_MOST_UNPACKED", "_MOST_ZIPPED"])
def test_too_large_a_bundle_ends_the_build(limit: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(size, limit, 0.001)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(SystemExit, match="the bundle may take"):
        size.report(folder)
