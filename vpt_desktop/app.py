"""The command line: starts the window, the batch or the self-test that the arguments ask for."""

from __future__ import annotations

import datetime as dt
import gc
import sys
from argparse import ArgumentParser
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from vpt_desktop import __version__, startup
from vpt_desktop.errors import VptError, WindowSystemError
from vpt_desktop.override import override
from vpt_desktop.resources import load_card

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Generator, Sequence

_INTERRUPTED = 130
"""The exit code by which a shell knows that Ctrl+C ended a program."""

_HELP = """\
Gebruik: vpt-desktop [BESTAND.vpt] [--present]
         vpt-desktop BESTAND.vpt --pdf SAMENVATTING.pdf
         vpt-desktop BESTAND.vpt … --pdf-dir MAP
         vpt-desktop --region MAP … [--pdf REGIO.pdf] [--xlsx REGIO.xlsx] [--csv MAP]
                     [--deelversie [--vorige-niet-gedeeld]] [--peildatum JJJJ-MM-DD]
         vpt-desktop --self-test | --version | --help

Opent het venster van VPT Desktop, met de scan in BESTAND.vpt of een nieuwe; of maakt zonder venster
de samenvatting van een scan, of van vele in een map; of het overzicht van een regio, uit alle scans in
de mappen of bestanden: de werkversie, vertrouwelijk, of de deelversie.

  --present    begint meteen met presenteren
  --deelversie  maakt van een regio de versie die je mag delen
  --vorige-niet-gedeeld  vergeet eerdere deelversies die daarvoor in de weg staan
  --peildatum  laat scans tot en met die dag meetellen, anders tot en met vandaag
  --self-test  gaat na of het programma hier werkt, zonder iets van jou te veranderen
  --version    toont de versie
  --help       toont deze uitleg"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: those after the program's name; None takes them from sys.argv.

    Returns:
        The exit code: 0; 1 for a damaged installation or a file that cannot be read or written; 2 for wrong
        arguments or where no window can be opened.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given == ["--typeset"]:
        from vpt_desktop.report.typesetting_child import serve  # noqa: PLC0415  80 MB, as for a batch

        serve()
    if not given:  # as from a menu: the parser would take 1 % of the time until the first frame
        return _on_screen(lambda: _run_window(None, present=False))
    options = _options(given)
    if options.version or options.help:
        startup.show(_HELP if options.help else f"VPT Desktop {__version__}", sys.stdout)
        return 0
    if options.region:
        return _run_region(options)
    if options.pdf or options.pdf_dir:
        folder = Path(options.pdf_dir) if options.pdf_dir else None
        return _run_batch(options.files, options.pdf, folder)
    if options.self_test:
        return _on_screen(_run_self_test)
    path = options.files[0] if options.files else None
    return _on_screen(lambda: _run_window(path, present=options.present))


def _on_screen(run: Callable[[], int]) -> int:
    try:
        return run()
    except VptError as error:
        startup.show(str(error), sys.stderr)
        return startup.EXIT_CODE if isinstance(error, WindowSystemError) else 1


def _options(arguments: Sequence[str]) -> Namespace:
    """Return what was asked for; what does not go together ends the program with 2."""
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--region", nargs="*")
    for name in ("--pdf", "--xlsx"):
        parser.add_argument(name, type=Path)
    for name in ("--pdf-dir", "--csv", "--peildatum"):
        parser.add_argument(name)
    for name in (
        "--deelversie",
        "--vorige-niet-gedeeld",
        "--present",
        "--self-test",
        "--version",
        "--help",
    ):
        parser.add_argument(name, action="store_true")
    options, unknown = parser.parse_known_args(arguments)
    fault = _quoting_fault(arguments) or (unknown[0] if unknown else _fault(options))
    if fault:
        parser.error(fault)
    return options


def _quoting_fault(arguments: Sequence[str]) -> str | None:
    r"""Return what is wrong with how `arguments` were quoted, None if nothing is.

    Windows takes the end of "C:\scans\" for a quotation mark in the name, and what follows for more of it.
    """
    if sys.platform == "win32" and any('"' in argument for argument in arguments):
        return "een map tussen aanhalingstekens eindigt niet op \\"
    return None


def _fault(options: Namespace) -> str | None:
    """Return what does not go together, None if all does."""
    one_scan = options.files or options.present or options.self_test
    is_region = options.region is not None
    day_is_asked = options.peildatum is not None
    of_region = is_region or options.xlsx or options.csv or options.deelversie or day_is_asked
    folders = (options.pdf_dir, options.csv, *(options.region or ()))
    without_window = options.pdf or options.pdf_dir or options.region
    faults = {
        "een lege naam is geen map en geen bestand": "" in folders,  # a script's variable that is not set
        "na --region zijn mappen of bestanden nodig": of_region and not options.region,
        "bij --region is --pdf, --xlsx of --csv nodig": options.region
        and not (options.pdf or options.xlsx or options.csv),
        "--vorige-niet-gedeeld hoort bij --deelversie": options.vorige_niet_gedeeld
        and not options.deelversie,
        "hier is één BESTAND.vpt nodig": len(options.files) != 1
        and not options.region
        and (options.pdf or (options.files and not options.pdf_dir)),
        "de peildatum is een dag, zoals 2026-03-31": day_is_asked and not _day(options.peildatum),
        "hier is minstens één BESTAND.vpt nodig": options.pdf_dir and not options.files,
        "deze opties gaan niet samen": (options.self_test and (options.files or without_window))
        or (options.present and without_window)
        or (options.region and (one_scan or options.pdf_dir)),
    }
    return next((fault for fault, is_so in faults.items() if is_so), None)


def _day(text: str | None) -> dt.date | None:
    """Return the day that `text` is, None if it is none."""
    try:
        return dt.date.fromisoformat(text or "")
    except ValueError:
        return None


class _Parser(ArgumentParser):
    """Reports wrong arguments in one Dutch sentence."""

    @override
    def error(self, message: str) -> NoReturn:
        startup.show(f"VPT Desktop kent dit niet: {message}; zie vpt-desktop --help.", sys.stderr)
        sys.exit(2)


def _run_region(options: Namespace) -> int:
    from vpt_desktop import region_batch  # noqa: PLC0415  a window does not need it
    from vpt_desktop.region_writing import Kind  # noqa: PLC0415

    folder = Path(options.csv) if options.csv else None
    asked = {Kind.PDF: options.pdf, Kind.SPREADSHEET: options.xlsx, Kind.CSV: folder}
    wanted = region_batch.Wanted(
        targets={kind: path for kind, path in asked.items() if path},
        day=_day(options.peildatum) or dt.date.today(),  # noqa: DTZ011  the day on the user's calendar
        is_shared=options.deelversie,
        forgets_earlier=options.vorige_niet_gedeeld,
    )
    places = [Path(place) for place in options.region]
    return _without_window(lambda: region_batch.write_region(load_card(), places, wanted))


def _run_batch(files: Sequence[Path], pdf: Path | None, folder: Path | None) -> int:
    from vpt_desktop import batch  # noqa: PLC0415  80 MB that a window does not need

    def run() -> int:
        card = load_card()
        if pdf is not None:
            batch.write_summary(card, files[0], pdf)
        return 1 if folder is not None and batch.write_summaries(card, files, folder) else 0

    return _without_window(run)


def _without_window(run: Callable[[], int | None]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a program on Windows without a terminal has none
            stream.reconfigure(errors="backslashreplace")  # for names that the terminal cannot encode
    try:
        return run() or 0
    except VptError as error:
        startup.write_line(str(error), sys.stderr)  # never in a box: nobody may be there to close it
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run_self_test() -> int:
    card = load_card()
    with _naming_missing_libraries():
        from vpt_desktop.selftest import run  # noqa: PLC0415  the window does not need it
    return run(card)


def _run_window(path: Path | None, *, present: bool) -> int:
    if startup.is_command():
        return startup.start_windowed([*([str(path)] if path else []), *(["--present"] if present else [])])
    gc.disable()  # from now on the application collects: see GarbageCollector
    card = load_card()
    with _naming_missing_libraries():
        startup.import_qt()
        from vpt_desktop.ui.application import run  # noqa: PLC0415
    return run(card, path, present=present)


@contextmanager
def _naming_missing_libraries() -> Generator[None]:
    """Import Qt within this; WindowSystemError if a library of the system is missing."""
    try:
        yield
    except ImportError as error:
        missing = startup.missing_library(error)
        if missing is None:
            raise
        raise missing from error
