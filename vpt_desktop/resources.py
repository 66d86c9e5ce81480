"""Finds the program's own files, in the source tree, a wheel or a bundle."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from fontpkg_atkinson_hyperlegible import ROOT as FONT_PACKAGE  # pyright: ignore[reportMissingTypeStubs]  two constants

from vpt_desktop.domain.card import Card, parse_card
from vpt_desktop.errors import CardDamagedError

FONT_FOLDER = FONT_PACKAGE / "files"
FONT_FAMILY = "Atkinson Hyperlegible"

_PACKAGE = Path(__file__).resolve().parent


@cache
def resource(name: str) -> Path:
    """Return the path of file `name` in resources/, which an installation carries inside the package."""
    return _folder("resources") / name


def notices() -> Path | None:
    """Return the file with the licences of all parts of a bundle, None outside a bundle."""
    path = resource("LICENTIES.txt")
    return path if path.is_file() else None


def load_card(path: Path | None = None) -> Card:
    """Read the card from `path`, or by default the one among the program's own files.

    Raises:
        CardDamagedError: the file is missing, unreadable or no card; the sentence has the place in it.
    """
    path = path or resource("card.toml")
    try:
        return parse_card(path.read_bytes())
    except FileNotFoundError as error:
        raise CardDamagedError(path, "het is er niet") from error
    except OSError as error:
        raise CardDamagedError(path, "het is niet te lezen") from error
    except (UnicodeDecodeError, msgspec.DecodeError) as error:
        raise CardDamagedError(path, str(error)) from error


def manual() -> Path:
    """Return the path of the manual, which is in docs/ beside its pictures; installed, inside the package."""
    return _folder("docs") / "handleiding.md"


def _folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
