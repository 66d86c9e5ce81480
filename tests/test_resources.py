"""The files of the program, and the error for a damaged one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import vpt_desktop
from vpt_desktop.errors import CardDamagedError
from vpt_desktop.resources import FONT_FOLDER, load_card, resource

PLACE_OF_PACKAGE = Path(vpt_desktop.__file__).parents[1]


@pytest.fixture
def card_file(tmp_path: Path) -> Path:
    """Give a copy of the card's file, to damage."""
    path = tmp_path / "card.toml"
    path.write_bytes(resource("card.toml").read_bytes())
    return path


def complaint_about(path: Path) -> str:
    with pytest.raises(CardDamagedError) as caught:
        load_card(path)
    return str(caught.value)


def test_the_program_carries_its_card() -> None:
    assert load_card().title.startswith("PUNTSGEWIJS NAAR EEN VEILIGE(R) PUBLIEKE TAAK")


def test_a_whole_card_is_read_from_any_place(card_file: Path) -> None:
    assert load_card(card_file) == load_card()


def test_the_program_carries_its_typeface() -> None:
    assert {path.name for path in FONT_FOLDER.glob("*.ttf")} >= {
        f"AtkinsonHyperlegible-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")
    }


@pytest.mark.parametrize("elsewhere", [Path("/"), Path.home()])
def test_the_card_is_found_from_any_working_directory(elsewhere: Path) -> None:
    program = "from vpt_desktop.resources import load_card; print(load_card().hashtag)"
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=elsewhere,
        env=os.environ | {"PYTHONPATH": str(PLACE_OF_PACKAGE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout == "#samensterktegenondermijning\n", result.stderr


def test_a_missing_card_is_reported(tmp_path: Path) -> None:
    missing = tmp_path / "card.toml"
    assert complaint_about(missing).startswith(f"Het kaartbestand {missing} is beschadigd (het is er niet);")


def test_a_folder_in_place_of_the_card_is_reported(tmp_path: Path) -> None:
    assert complaint_about(tmp_path).startswith(
        f"Het kaartbestand {tmp_path} is beschadigd (het is niet te lezen);"
    )


def test_a_card_that_is_cut_off_is_reported(card_file: Path) -> None:
    whole = card_file.read_bytes()
    card_file.write_bytes(whole[: len(whole) // 2])
    assert "Unterminated string (at end of document)" in complaint_about(card_file)


def test_a_card_that_is_cut_off_between_statements_is_reported(card_file: Path) -> None:
    whole = card_file.read_text(encoding="utf-8")
    card_file.write_text(whole[: whole.index("[[bands]]")], encoding="utf-8")
    assert "missing required field `bands`" in complaint_about(card_file)


def test_an_empty_card_is_reported(card_file: Path) -> None:
    card_file.write_bytes(b"")
    assert "missing required field `title`" in complaint_about(card_file)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00", b"\xff\xfe\x00\x00", b"title = '\xe9'"])
def test_a_card_that_is_no_text_is_reported(content: bytes, card_file: Path) -> None:
    card_file.write_bytes(content)
    assert "in position" in complaint_about(card_file)


def test_a_card_with_another_kind_of_value_is_reported(card_file: Path) -> None:
    swap(card_file, 'label = "Nazorg"', "label = 10")
    assert "`$.statements[9].label`" in complaint_about(card_file)


def test_a_card_without_one_of_its_statements_is_reported(card_file: Path) -> None:
    before, last = card_file.read_text(encoding="utf-8").split('[[statements]]\nlabel = "Nazorg"')
    card_file.write_text(before + last[last.index("[[bands]]") :], encoding="utf-8")
    assert "`$.statements`" in complaint_about(card_file)


def test_a_typing_error_is_reported_with_its_line(card_file: Path) -> None:
    swap(card_file, "title = ", "title ")
    assert "line 3, column" in complaint_about(card_file)


def test_the_complaint_is_one_sentence_with_the_file_the_place_and_what_to_do(card_file: Path) -> None:
    swap(card_file, "minimum = 4", 'minimum = "vier"')
    assert complaint_about(card_file) == (
        f"Het kaartbestand {card_file} is beschadigd (Expected `int`, got `str` - at `$.bands[1].minimum`); "
        "installeer VPT Desktop opnieuw."
    )


def swap(path: Path, old: str, new: str) -> None:
    """Replace the one place with `old` in the file by `new`."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
