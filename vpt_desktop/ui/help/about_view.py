"""What program this is, and whose work it stands on."""

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
"""Not told where it is used: PyInstaller would take its metadata along, which a bundle has no use for."""

_MADE_WITH = "VPT Desktop draait op het werk van anderen. Dit gebruikt het hier, met de licentie:"


class AboutView(QPlainTextEdit):
    """A text to read, which may be long: the terms of all that a bundle carries."""

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
    """Return what the program uses where it is no bundle: all that it asks for, and Python."""
    return "\n".join((_MADE_WITH, "", *_parts(), f"- Python {platform.python_version()}: PSF-2.0"))


def _parts() -> Iterator[str]:
    """Yield a line for each package that the program asks for and that is installed here."""
    from importlib.metadata import PackageNotFoundError, metadata, requires  # noqa: PLC0415  no bundle has it

    try:
        wanted = [line for line in requires(_DISTRIBUTION) or () if "extra ==" not in line]
    except PackageNotFoundError:  # a source tree that nobody installed
        return
    for name in dict.fromkeys(re.split(r"[=;]", line)[0].strip() for line in wanted):
        told = metadata(name)
        licence = told["License-Expression" if "License-Expression" in told else "License"].splitlines()[0]
        yield f"- {told['Name']} {told['Version']}: {licence}"
