"""The steps of the self-test, as a user would take them."""

from __future__ import annotations

import sys
from html import escape
from time import monotonic
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.domain.slide_show import RESULT, SlideShow
from vpt_desktop.resources import FONT_FAMILY, notices
from vpt_desktop.selftest.pdf_marks import missing_marks
from vpt_desktop.selftest.window import click, expect
from vpt_desktop.ui.document.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.widgets.result_panel import ResultPanel
from vpt_desktop.ui.widgets.score_meter import ScoreMeter
from vpt_desktop.ui.widgets.statement_check_box import StatementCheckBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vpt_desktop.selftest.window import SelfTestWindow

_PATIENCE = 20.0
"""Seconds to wait for the window system."""

_ORGANISATION = "Gemeente Zelftest aan de Zeeëngte"


def _open_window(test: SelfTestWindow) -> None:
    window = test.window
    window.show()
    end = monotonic() + _PATIENCE
    while not window.windowHandle().isExposed() and monotonic() < end:
        QCoreApplication.processEvents()
    picture = window.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(picture.height())}
    expect(window.windowHandle().isExposed() and len(colours) > STATEMENT_COUNT, "een venster in beeld")
    expect(window.fontInfo().family() == FONT_FAMILY, f"letters van {FONT_FAMILY}")
    expect(not window.windowIcon().pixmap(32).isNull(), "een pictogram")
    expect(QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren", "Qt in het Nederlands")


def _tick_through_the_bands(test: SelfTestWindow) -> None:
    boxes = sorted(test.window.findChildren(StatementCheckBox), key=lambda box: box.number)
    for score in range(STATEMENT_COUNT + 1):
        if score:
            click(boxes[score - 1])
        band = test.card.band(score)
        labels = test.the(ResultPanel).findChildren(QLabel)
        shown = "".join(label.text() for label in labels if label.isVisible())
        expect(test.the(ScoreMeter).value() == score, f"meter op {score}")
        expect(band.heading in shown, band.heading)
        expect(all(escape(sentence) in shown for sentence in band.message), f"boodschap bij {score}")


def _undo_and_redo(test: SelfTestWindow) -> None:
    history = test.window.document.undo_stack
    history.undo()
    expect(test.the(ScoreMeter).value() == STATEMENT_COUNT - 1, "een vinkje minder")
    history.redo()
    expect(test.the(ScoreMeter).value() == STATEMENT_COUNT, "het vinkje terug")


def _save_and_reopen(test: SelfTestWindow) -> None:
    window, path = test.window, test.folder / "zelftest met één spatie.vpt"
    scan = replace(window.scan, organisation=_ORGANISATION)
    window.document.open(scan, path, modified=True)
    window.files.save()
    window.files.settle()
    expect(path.is_file() and not window.document.is_modified, "een opgeslagen scan")
    saved = window.scan
    expect(replace(saved, saved=None) == scan, "de scan zoals hij was")
    window.files.new()
    expect(window.scan.score == 0, "een nieuwe scan")
    window.files.open(path)
    window.files.settle()
    expect(window.scan == saved, "de scan zoals opgeslagen")


def _keep_unsaved_work(test: SelfTestWindow) -> None:
    folder = test.folder / "herstel"
    keeper = RecoveryKeeper(test.card, test.window.document, folder)
    keeper.failed.connect(test.complaints.append)
    keeper.start()
    keeper.settle()
    test.window.document.set_leader("Onopgeslagen")
    keeper.write()
    keeper.settle()
    kept = b"".join(file.read_bytes() for file in folder.rglob("laatste.*"))
    test.window.document.undo_stack.undo()
    keeper.stop()
    expect(b"Onopgeslagen" in kept, "onopgeslagen werk op schijf")
    expect(not any(folder.iterdir()), "niets meer daarvan aan het eind")


def _present(test: SelfTestWindow) -> None:
    presentation = test.window.presentation
    test.window.presentation.start()
    for slide in range(1, RESULT + 1):
        window = presentation.window
        expect(window is not None and window.property("slide") == slide, f"dia {slide}")
        expect(window is not None and not window.grab().isNull(), f"dia {slide} in beeld")
        presentation.step(SlideShow.next)
    presentation.leave()
    expect(presentation.window is None, "het einde van de presentatie")


def _write_summary(test: SelfTestWindow) -> None:
    path = test.folder / "samenvatting.pdf"
    test.export.save(test.export.summary, path)
    test.export.settle()
    _expect_pdf(path, f"VPT-scan {_ORGANISATION}")


def _write_empty_card(test: SelfTestWindow) -> None:
    path = test.folder / "kaart.pdf"
    test.export.save(test.export.empty_card, path)
    test.export.settle()
    _expect_pdf(path, test.card.title)


# Imports of the last steps: where a module is missing from an installation, its step must report that.


def _copy(test: SelfTestWindow) -> None:
    from vpt_desktop.report.clipboard_text import as_html, as_text  # noqa: PLC0415
    from vpt_desktop.report.summary import summarise  # noqa: PLC0415

    summary = summarise(test.window.scan, test.card)  # the clipboard itself is the user's
    for text in (as_text(summary), as_html(summary)):
        expect(_ORGANISATION in text, "de naam in de tekst")


def _print(test: SelfTestWindow) -> None:
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415

    from vpt_desktop.report.summary import summary_document  # noqa: PLC0415
    from vpt_desktop.report.typesetting import page_images  # noqa: PLC0415
    from vpt_desktop.ui.printing import default_printer, print_pages  # noqa: PLC0415

    path = test.folder / "afdruk.pdf"
    printer = default_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    print_pages(page_images(summary_document(test.window.scan, test.card), 50), printer)
    expect(path.read_bytes().startswith(b"%PDF"), "een afdruk")


def _read(test: SelfTestWindow) -> None:
    from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser  # noqa: PLC0415

    from vpt_desktop.ui.help.document_window import DocumentWindow  # noqa: PLC0415

    for action in (test.window.help.manual, test.window.help.about):
        action.trigger()
    windows = [window for window in test.window.findChildren(DocumentWindow) if window.isVisible()]
    manuals = [text for window in windows for text in window.findChildren(QTextBrowser)]
    abouts = [text for window in windows for text in window.findChildren(QPlainTextEdit)]
    expect(any("Presenteren" in text.toPlainText() for text in manuals), "de handleiding")
    expect(any("python" in text.toPlainText().lower() for text in abouts), "de namen van alle onderdelen")
    for window in windows:
        window.close()


def _carry_notices(_test: SelfTestWindow) -> None:
    path = notices()
    expect(not hasattr(sys, "frozen") or path is not None, "de licenties van alle onderdelen")


def _expect_pdf(path: Path, title: str) -> None:
    missing = missing_marks(path.read_bytes(), title)
    expect(not missing, f"{', '.join(missing)} in {path.name}")


STEPS: tuple[tuple[str, Callable[[SelfTestWindow], None]], ...] = (
    ("venster openen", _open_window),
    ("vinken", _tick_through_the_bands),
    ("ongedaan maken", _undo_and_redo),
    ("opslaan en openen", _save_and_reopen),
    ("presenteren", _present),
    ("onopgeslagen werk bewaren", _keep_unsaved_work),
    ("samenvatting als PDF", _write_summary),
    ("lege kaart als PDF", _write_empty_card),
    ("kopiëren als tekst", _copy),
    ("afdrukken", _print),
    ("licenties", _carry_notices),
    ("handleiding en licenties lezen", _read),
)
"""The steps in order, each with the name that a failure reports."""
