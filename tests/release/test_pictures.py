"""The pictures of README and manual: what the program shows now, and none that was forgotten."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.skips import OTHER_LETTERS

PROJECT = Path(__file__).parents[2]
DOCS = PROJECT / "docs"
NAMES = ("window", "note", "slide", "result", "summary", "comparison", "agreements", "region")

LARGEST = 80_000
"""Bytes."""

SQUARE = 8
"""In pixels; over this, computers agree about how dark a text is, whatever they make of its edges."""
SLACK = 12
"""Of 255, for such a square."""


def greatest_difference(image: Image.Image, other: Image.Image) -> int:
    """Return how much the squares of two pictures differ at most, 0-255."""
    assert image.size == other.size
    difference = ImageChops.difference(*(i.convert("RGB").reduce(SQUARE) for i in (image, other)))
    return max(highest for _, highest in difference.getextrema())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures as the program makes them now."""
    if sys.platform != "linux":
        pytest.skip(OTHER_LETTERS)
    folder = tmp_path_factory.mktemp("pictures")
    subprocess.run(
        [sys.executable, PROJECT / "release" / "pictures.py", folder],
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        check=True,
        capture_output=True,
    )
    return folder


def test_the_pictures_show_the_program_as_it_is(made: Path) -> None:
    differences = {}
    for name in NAMES:
        with Image.open(made / f"{name}.png") as now, Image.open(DOCS / f"{name}.png") as kept:
            differences[name] = greatest_difference(now, kept)
    outdated = [name for name, difference in differences.items() if difference > SLACK]
    assert outdated == [], "make them anew with release/pictures.py, and look at them"


def test_every_picture_is_made_so_and_small() -> None:
    assert {path.stem: path.stat().st_size <= LARGEST for path in DOCS.glob("*.png")} == dict.fromkeys(
        NAMES, True
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_word_that_moves_or_a_colour_that_changes_would_be_noticed(name: str) -> None:
    with Image.open(DOCS / f"{name}.png") as picture:
        kept = picture.convert("RGB")
    assert greatest_difference(ImageChops.offset(kept, 3, 0), kept) > SLACK
    assert greatest_difference(kept.point(lambda value: max(value - SLACK - 4, 0)), kept) > SLACK
