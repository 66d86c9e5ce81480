"""The view of version, sender and licences."""

from __future__ import annotations

import platform
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from vpt_desktop import __version__
from vpt_desktop.resources import notices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from vpt_desktop.domain.card import Card

_ABOUT = """\
VPT Desktop {version}

Dit programma hoort bij de kaart “{title}” van {sender}. De zinnen van de kaart zijn van hen.

Het werkt zonder netwerk. Wat je invult, blijft op deze computer, tot je het zelf ergens anders opslaat.

"""

_DISTRIBUTION = "vpt-desktop"
"""A name and no literal in the call: PyInstaller would add the metadata to the bundle, which needs none."""

_MADE_WITH = "VPT Desktop draait op het werk van anderen. Dit gebruikt het hier, met de licentie:"


class AboutView(QPlainTextEdit):
    """Read-only text with the version, and the licences of all parts."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(self.fontInfo().pixelSize())
        file = notices()
        about = _ABOUT.format(version=__version__, title=card.title, sender=" ".join(card.sender))
        self.setPlainText(about + (_installed() if file is None else file.read_text(encoding="utf-8")))


def _installed() -> str:
    """Return the list of parts outside a bundle: all that the program requires, and Python."""
    return "\n".join((_MADE_WITH, "", *_parts(), f"- Python {platform.python_version()}: PSF-2.0"))


def _parts() -> Iterator[str]:
    """Yield a line for each package that the program requires."""
    from importlib.metadata import PackageNotFoundError, metadata, requires  # noqa: PLC0415  no bundle has it

    try:
        wanted = [line for line in requires(_DISTRIBUTION) or () if "extra ==" not in line]
    except PackageNotFoundError:  # a source tree that nobody installed
        return
    for name in dict.fromkeys(re.split(r"[=;]", line)[0].strip() for line in wanted):
        part = metadata(name)
        licence = part["License-Expression" if "License-Expression" in part else "License"].splitlines()[0]
        yield f"- {part['Name']} {part['Version']}: {licence}"
