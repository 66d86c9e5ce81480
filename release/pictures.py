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

from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QBuffer, QSettings, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vpt_desktop.domain.card import Card
from vpt_desktop.domain.earlier_scan import Outcome
from vpt_desktop.domain.earlier_scans import as_earlier
from vpt_desktop.domain.scan import AccountManager, Answer, Scan, new_id
from vpt_desktop.domain.slide_show import SlideShow
from vpt_desktop.report.document import Document
from vpt_desktop.report.summary import summary_document
from vpt_desktop.report.typesetting import page_images
from vpt_desktop.resources import FONT_FAMILY, load_card
from vpt_desktop.storage.scan_file import encode_scan
from vpt_desktop.ui.application import build_window, prepare
from vpt_desktop.ui.comparison.agreement_list import AgreementList
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.region.file_list import FileList
from vpt_desktop.ui.region.region_window import RegionWindow
from vpt_desktop.ui.widgets.accessible_role import DisclosureButton
from vpt_desktop.ui.widgets.date_field import DateField
from vpt_desktop.ui.widgets.outcome_buttons import OutcomeButtons

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


_TICKED_THEN = {1, 2, 5, 7, 9}
_AGREED_THEN = {
    3: Answer(
        note="Eén verantwoordelijke voor alle dossiers.", who="teamleider Veiligheid", due="1 mei 2026"
    ),
    6: Answer(note="Vaste werkwijze opstellen.", who="HR", due="zomer 2026"),
}
LAST_YEAR = replace(
    SCAN,
    date=dt.date(2025, 11, 20),
    id=new_id(),
    answers=tuple(_AGREED_THEN.get(number, Answer(ticked=number in _TICKED_THEN)) for number in range(1, 11)),
)

REGION = {
    "Beekdorp": {1, 2, 4, 6, 7},
    "Duinrade": {1, 2, 3, 4, 5, 6, 7, 9, 10},
    "Eikenhorst": {1, 4, 7},
    "Heideveen": {1, 2, 4, 5, 7, 9},
    "Lindeloo": {1, 2, 3, 4, 6, 7, 10},
    "Meerdal": {2, 4, 6, 7},
    "Oeverland": {1, 2, 4, 7, 9, 10},
    "Rietmeer": {1, 4},
    "Vennebos": {1, 2, 3, 4, 5, 6, 7, 8, 9},
}
"""Which statements the scans of the region have ticked."""

REFERENCE_DATE = "31-12-2026"


def pictures(app: QApplication, card: Card) -> Iterator[tuple[str, Image.Image]]:
    """Yield each picture with its name."""
    window = build_window(app, card, Preferences())
    window.document.open(SCAN, None)
    window.showNormal()
    window.resize(1366, 768)
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    yield "window", _grabbed(window)
    window.document.open(replace(SCAN, earlier=(as_earlier(LAST_YEAR, card.texts),)), None)
    yield "comparison", _grabbed(window)
    agreements = window.findChild(AgreementList)
    agreements.findChild(DisclosureButton).click()
    window.document.set_outcome(6, Outcome.SETTLED)
    agreements.findChild(OutcomeButtons).setFocus()
    yield "agreements", _grabbed(window)
    window.document.open(SCAN, None)
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
    window.region.open()
    (region,) = (each for each in app.topLevelWidgets() if isinstance(each, RegionWindow))
    region.resize(1366, 768)
    QTest.qWaitForWindowExposed(region)
    with TemporaryDirectory() as scratch:
        _write_region(Path(scratch), card)
        region.take([Path(scratch)])
        date = region.findChild(DateField)
        date.clear()
        QTest.keyClicks(date, REFERENCE_DATE)
        QTest.keyClick(date, Qt.Key.Key_Return)
        region.findChild(FileList).setFocus()
        region.files.wait()
    yield "region", _grabbed(region)
    window.region.close()


def _write_region(folder: Path, card: Card) -> None:
    """Write the scans of a region, one of them with an older one, one of later date and one damaged."""
    for name, ticked in REGION.items():
        answers = tuple(Answer(ticked=number in ticked) for number in range(1, 11))
        scan = replace(SCAN, organisation=name, answers=answers, id=new_id())
        (folder / f"{name}.vpt").write_bytes(encode_scan(scan, card))
    older = replace(scan, organisation="Meerdal", date=dt.date(2025, 11, 20), id=new_id())
    (folder / "Meerdal 2025.vpt").write_bytes(encode_scan(older, card))
    later = replace(scan, organisation="Zandhoek", date=dt.date(2027, 1, 14), id=new_id())
    (folder / "Zandhoek.vpt").write_bytes(encode_scan(later, card))
    (folder / "Noorderwoud.vpt").write_bytes(encode_scan(scan, card)[:500])


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
