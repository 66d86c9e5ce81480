"""What an installed program proves about itself, on a profile of its own: `vpt-desktop --self-test`."""

from __future__ import annotations

import sys
from contextlib import closing
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from vpt_desktop.domain.card import STATEMENT_COUNT
from vpt_desktop.report.pdf_marks import missing_marks
from vpt_desktop.resources import FONT_FAMILY, notices
from vpt_desktop.ui.application import build_window, prepare
from vpt_desktop.ui.preferences import Preferences
from vpt_desktop.ui.recovery_keeper import RecoveryKeeper
from vpt_desktop.ui.result_panel import ResultPanel
from vpt_desktop.ui.score_meter import ScoreMeter
from vpt_desktop.ui.statement_check_box import StatementCheckBox
from vpt_desktop.ui.summary_export import SummaryExport
from vpt_desktop.ui.window_system import no_abort

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from vpt_desktop.domain.card import Card
    from vpt_desktop.ui.main_window import MainWindow

_Child = TypeVar("_Child", bound=QObject)

_PATIENCE = 20.0
"""Seconds for what a window system does in its own time."""

_ORGANISATION = "Gemeente Zelftest aan de Zeeëngte"


class _Stage:
    """The real window on a profile of its own, and what it complains of."""

    def __init__(self, app: QApplication, card: Card, folder: Path, complaints: list[str]) -> None:
        self.card = card
        self.folder = folder
        self.complaints = complaints
        self._preferences = Preferences(folder / "vpt-desktop.ini")
        self.window: MainWindow = build_window(app, card, self._preferences)
        self.export = self.the(SummaryExport)
        for failed in (self.window.files.failed, self.export.failed):
            failed.connect(self.complaints.append)

    def the(self, kind: type[_Child]) -> _Child:
        """Return the window's one child of a kind."""
        (child,) = self.window.findChildren(kind)
        return child

    def close(self) -> None:
        """Put the window away without a question."""
        self.window.files.discard()
        self.window.close()
        self.window.deleteLater()
        self._preferences.flush()  # or they would be written when the folder is gone

    def on_error(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Take note of an error in a slot, which Qt would not hand on."""
        self.complaints.append(f"{kind.__name__}: {error}")


def _open_window(stage: _Stage) -> None:
    window = stage.window
    window.show()
    end = monotonic() + _PATIENCE
    while not window.windowHandle().isExposed() and monotonic() < end:
        QCoreApplication.processEvents()
    picture = window.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(picture.height())}
    _expect(window.windowHandle().isExposed() and len(colours) > STATEMENT_COUNT, "een venster in beeld")
    _expect(window.fontInfo().family() == FONT_FAMILY, f"letters van {FONT_FAMILY}")
    _expect(QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren", "Qt in het Nederlands")


def _tick_through_the_bands(stage: _Stage) -> None:
    boxes = sorted(stage.window.findChildren(StatementCheckBox), key=lambda box: box.number)
    for score in range(STATEMENT_COUNT + 1):
        if score:
            _click(boxes[score - 1])
        band = stage.card.band(score)
        shown = "".join(label.text() for label in stage.the(ResultPanel).findChildren(QLabel))
        _expect(stage.the(ScoreMeter).value() == score, f"meter op {score}")
        _expect(band.heading in shown, band.heading)
        _expect(all(escape(sentence) in shown for sentence in band.message), f"boodschap bij {score}")


def _undo_and_redo(stage: _Stage) -> None:
    history = stage.window.document.undo_stack
    history.undo()
    _expect(stage.the(ScoreMeter).value() == STATEMENT_COUNT - 1, "een vinkje minder")
    history.redo()
    _expect(stage.the(ScoreMeter).value() == STATEMENT_COUNT, "het vinkje terug")


def _save_and_reopen(stage: _Stage) -> None:
    window, path = stage.window, stage.folder / "zelftest met één spatie.vpt"
    scan = replace(window.scan, organisation=_ORGANISATION)
    window.document.open(scan, path, modified=True)
    window.files.save()
    _expect(path.is_file() and not window.document.is_modified, "een opgeslagen scan")
    window.files.new()
    _expect(window.scan.score == 0, "een nieuwe scan")
    window.files.open(path)
    _expect(window.scan == scan, "de scan zoals opgeslagen")


def _keep_unsaved_work(stage: _Stage) -> None:
    folder = stage.folder / "herstel"
    keeper = RecoveryKeeper(stage.card, stage.window.document, stage.window.files, folder)
    keeper.failed.connect(stage.complaints.append)
    keeper.start()
    stage.window.document.set_leader("Onopgeslagen")
    keeper.write()
    kept = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    keeper.stop()
    _expect(b"Onopgeslagen" in kept, "onopgeslagen werk op schijf")
    _expect(not any(folder.iterdir()), "niets meer daarvan aan het eind")


def _write_summary(stage: _Stage) -> None:
    path = stage.folder / "samenvatting.pdf"
    stage.export.save(path)
    _expect_pdf(path, f"VPT-scan {_ORGANISATION}")


def _write_empty_card(stage: _Stage) -> None:
    path = stage.folder / "kaart.pdf"
    stage.export.save_empty_card(path)
    _expect_pdf(path, stage.card.title)


# Where what the last steps import is missing from an installation, it is these steps that must tell.


def _copy(stage: _Stage) -> None:
    from vpt_desktop.report.clipboard_text import as_html, as_text  # noqa: PLC0415
    from vpt_desktop.report.summary import summarise  # noqa: PLC0415

    summary = summarise(stage.window.scan, stage.card)  # the clipboard itself is the user's
    for text in (as_text(summary), as_html(summary)):
        _expect(_ORGANISATION in text, "de naam in de tekst")


def _print(stage: _Stage) -> None:
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415

    from vpt_desktop.report.summary import summarise  # noqa: PLC0415
    from vpt_desktop.report.typesetting import page_images  # noqa: PLC0415
    from vpt_desktop.ui.printing import default_printer, print_pages  # noqa: PLC0415

    path = stage.folder / "afdruk.pdf"
    printer = default_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    print_pages(page_images(summarise(stage.window.scan, stage.card), 50), printer)
    _expect(path.read_bytes().startswith(b"%PDF"), "een afdruk")


def _carry_notices(_stage: _Stage) -> None:
    path = notices()
    _expect(not hasattr(sys, "frozen") or path is not None, "de licenties van alle onderdelen")


STEPS: tuple[tuple[str, Callable[[_Stage], None]], ...] = (
    ("venster openen", _open_window),
    ("vinken", _tick_through_the_bands),
    ("ongedaan maken", _undo_and_redo),
    ("opslaan en openen", _save_and_reopen),
    ("onopgeslagen werk bewaren", _keep_unsaved_work),
    ("samenvatting als PDF", _write_summary),
    ("lege kaart als PDF", _write_empty_card),
    ("kopiëren als tekst", _copy),
    ("afdrukken", _print),
    ("licenties", _carry_notices),
)
"""What is proved, in this order, each with the name that a failure tells."""


def run(card: Card) -> int:
    """Prove that the program works as it is installed here; returns as `prove` does."""
    with no_abort():
        app = QApplication(sys.argv[:1])
    prepare(app)
    return prove(app, card)


def prove(app: QApplication, card: Card) -> int:
    """Take all steps; returns 0, or 1 with the name of the step that failed on standard error."""
    hook, name, complaints = sys.excepthook, "tijdelijke map", list[str]()
    try:
        with TemporaryDirectory(prefix="vpt-desktop-zelftest-", ignore_cleanup_errors=True) as folder:
            name = "venster maken"
            with closing(_Stage(app, card, Path(folder), complaints)) as stage:
                sys.excepthook = stage.on_error
                for name, step in STEPS:  # noqa: B007  the handler below tells it
                    step(stage)
                    _expect(not complaints, "geen klacht")
    except Exception as error:  # noqa: BLE001  whatever it is, it is told by its step
        reasons = "; ".join((f"{type(error).__name__}: {error}", *complaints))
        print(f"Zelftest mislukt bij {name}: {reasons}", file=sys.stderr)
        return 1
    finally:
        sys.excepthook = hook
    print(f"Zelftest geslaagd, {len(STEPS)} stappen.")
    return 0


class SelfTestError(Exception):
    """The program did not do what it must; `str()` of it is what was expected."""


def _expect(fulfilled: bool, what: str) -> None:  # noqa: FBT001  reads as a sentence
    if not fulfilled:
        raise SelfTestError(f"verwacht was {what}")


def _expect_pdf(path: Path, title: str) -> None:
    missing = missing_marks(path.read_bytes(), title)
    _expect(not missing, f"{', '.join(missing)} in {path.name}")


def _click(widget: QWidget) -> None:
    """Press and release the mouse on the middle of a widget, wherever it is scrolled to."""
    middle = QPointF(widget.rect().center())
    button, released = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in ((QEvent.Type.MouseButtonPress, button), (QEvent.Type.MouseButtonRelease, released)):
        place = widget.mapToGlobal(middle)
        event = QMouseEvent(kind, middle, place, button, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(widget, event)
