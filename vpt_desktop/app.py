"""The command line: starts the window, the batch or the self-test that the arguments ask for."""

from __future__ import annotations

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
    from collections.abc import Generator, Sequence

_INTERRUPTED = 130
"""The exit code by which a shell knows that Ctrl+C ended a program."""

_HELP = """\
Gebruik: vpt-desktop [BESTAND.vpt] [--present]
         vpt-desktop BESTAND.vpt --pdf SAMENVATTING.pdf
         vpt-desktop BESTAND.vpt … --pdf-dir MAP
         vpt-desktop --self-test | --version | --help

Opent het venster van VPT Desktop, met de scan in BESTAND.vpt of een nieuwe; of maakt zonder venster
de samenvatting van een scan, of van vele in een map.

  --present    begint meteen met presenteren
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
    if (sys.argv[1:] if arguments is None else list(arguments)) == ["--typeset"]:
        from vpt_desktop.report.typesetting_child import serve  # noqa: PLC0415  80 MB, as for a batch

        serve()
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pdf", type=Path)
    parser.add_argument("--pdf-dir", type=Path)
    parser.add_argument("--present", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--help", action="store_true")
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        parser.error(unknown[0])
    if len(options.files) != 1 and (options.pdf or (options.files and not options.pdf_dir)):
        parser.error("hier is één BESTAND.vpt nodig")
    if options.pdf_dir and not options.files:
        parser.error("hier is minstens één BESTAND.vpt nodig")
    without_window = options.pdf or options.pdf_dir
    if (options.self_test and (options.files or without_window)) or (options.present and without_window):
        parser.error("deze opties gaan niet samen")
    if options.version or options.help:
        startup.show(_HELP if options.help else f"VPT Desktop {__version__}", sys.stdout)
        return 0
    if without_window:
        return _run_batch(options.files, options.pdf, options.pdf_dir)
    try:
        if options.self_test:
            return _run_self_test()
        return _run_window(options.files[0] if options.files else None, present=options.present)
    except VptError as error:
        startup.show(str(error), sys.stderr)
        return startup.EXIT_CODE if isinstance(error, WindowSystemError) else 1


class _Parser(ArgumentParser):
    """Reports wrong arguments in one Dutch sentence."""

    @override
    def error(self, message: str) -> NoReturn:
        startup.show(f"VPT Desktop kent dit niet: {message}; zie vpt-desktop --help.", sys.stderr)
        sys.exit(2)


def _run_batch(files: Sequence[Path], pdf: Path | None, folder: Path | None) -> int:
    from vpt_desktop import batch  # noqa: PLC0415  80 MB that a window does not need

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a program on Windows without a terminal has none
            stream.reconfigure(errors="backslashreplace")  # for names that the terminal cannot encode
    try:
        card = load_card()
        if pdf is not None:
            batch.write_summary(card, files[0], pdf)
        return 1 if folder is not None and batch.write_summaries(card, files, folder) else 0
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
    card = load_card()
    with _naming_missing_libraries():
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
