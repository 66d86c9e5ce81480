"""Makes the pictures of README and manual from the running program: `.venv/bin/python release/pictures.py`.

Writes to docs/, or to the folder that is given: a test compares the two.
"""

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer, QSettings
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import AccountManager, Answer, Scan
from vpt_desktop.domain.slide_show import SlideShow
from vpt_desktop.report.document import Document
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import page_images
from vpt_desktop.resources import FONT_FAMILY, load_card
from vpt_desktop.ui.application import build_window, prepare
from vpt_desktop.ui.preferences import Preferences

DOCS = Path(__file__).parent.parent / "docs"
_COLOURS = 128
_PAPER = 72
"""Pixels per inch of the page with the summary."""

_FONTS = """\
<?xml version="1.0"?>
<fontconfig>
  <match target="pattern">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""
"""The program's typeface only, rendered with the same metrics on every Linux."""

_SCREENS = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "projector", "x": 1366, "y": 0, "width": 1280, "height": 720},
]
_TICKED = {1, 2, 4, 6, 7, 9, 10}
_AGREED = {
    3: Answer(
        note="Dossiers liggen bij drie teams; één verantwoordelijke aanwijzen.",
        who="teamleider Veiligheid",
        due="1 maart 2027",
    ),
    5: Answer(note="Aangifte doen wisselt per afdeling.", who="HR", due="eind januari"),
}
SCAN = Scan(
    organisation="Gemeente Voorbeeldstad",
    date=dt.date(2026, 11, 23),
    participants="managementteam",
    leader="S. Bakker",
    account_manager=AccountManager(name="A. de Vries", phone="076 123 45 67", email="a.devries@riec.example"),
    answers=tuple(_AGREED.get(number, Answer(ticked=number in _TICKED)) for number in range(1, 11)),
)


def pictures(app: QApplication, card: Card) -> Iterator[tuple[str, Image.Image]]:
    """Yield each picture with its name."""
    window = build_window(app, card, Preferences())
    window.document.open(SCAN, None)
    window.showNormal()
    window.resize(1366, 768)
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    yield "window", _grabbed(window)
    window.statements.edit_note(3)
    yield "note", _grabbed(window)
    window.statements.toggle_note()
    window.presentation.start(3)
    slides = window.presentation.window
    QTest.qWaitForWindowExposed(slides)
    yield "slide", _grabbed(slides)
    window.presentation.step(SlideShow.toggle_result)
    yield "result", _grabbed(slides)
    window.presentation.leave()
    yield "summary", _page(summary_document(SCAN, card))


def _grabbed(widget: QWidget) -> Image.Image:
    for _ in range(5):  # layouts whose heights depend on widths
        QApplication.processEvents()
    buffer = QBuffer()
    widget.grab().save(buffer, "PNG")
    return Image.open(BytesIO(buffer.data().data()))


def _page(document: Document) -> Image.Image:
    return Image.open(BytesIO(page_images(document, _PAPER)[0]))


def main() -> None:
    """Write all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS
    with TemporaryDirectory() as scratch:
        screens, fonts = Path(scratch, "screens.json"), Path(scratch, "fonts.conf")
        screens.write_text(json.dumps({"screens": _SCREENS}), encoding="utf-8")
        fonts.write_text(_FONTS, encoding="utf-8")
        os.environ |= {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "FONTCONFIG_FILE": str(fonts)}
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, scratch)
        app = QApplication([])
        prepare(app)
        app.setFont(QFont(FONT_FAMILY, 9))
        app.setCursorFlashTime(0)
        for name, picture in pictures(app, load_card()):
            picture.convert("RGB").quantize(_COLOURS).save(folder / f"{name}.png", optimize=True)
        app.shutdown()


if __name__ == "__main__":
    main()
