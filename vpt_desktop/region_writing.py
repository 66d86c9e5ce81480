"""Writes a version of a region to disk: as a PDF, as a spreadsheet and as CSV files."""

from __future__ import annotations

from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING

from vpt_desktop.domain.region.composition import remembered
from vpt_desktop.errors import OverviewError
from vpt_desktop.report.printable import substituted_in_words
from vpt_desktop.report.typesetting_run import TypesettingRun
from vpt_desktop.storage.compositions import read_compositions, write_compositions
from vpt_desktop.storage.overview_file import write_overview

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from vpt_desktop.domain.region.composition import Composition
    from vpt_desktop.region_outputs import Version


class Kind(Enum):
    """A kind of file that is made, by its suffix; CSV is a folder of files."""

    PDF = ".pdf"
    SPREADSHEET = ".xlsx"
    CSV = ".csv"


class Writing:
    """Writes one version in the thread that asks, until another thread stops it."""

    def __init__(self) -> None:
        self._run = TypesettingRun()

    def write(self, version: Version, targets: dict[Kind, Path], folder: Path) -> str:
        """Write the files that are asked for; a deelversie is remembered first.

        Args:
            version: what is written.
            targets: the file of each kind; of CSV the folder, which is made if it is not there.
            folder: where compositions are kept.

        Returns:
            A sentence on characters that no typeface here can show, empty if there are none in a PDF.

        Raises:
            OverviewError, UnflushedError, SpreadsheetError, TypesettingError and its like: a file is not
                made.
        """
        # All is made before anything is written: what goes wrong mostly does so here.
        contents: list[tuple[Path, bytes, Kind]] = []
        substituted: tuple[str, ...] = ()
        for kind, target in targets.items():
            if kind is Kind.PDF:
                pdf, substituted = self._run.typeset(version.document)
                contents.append((target, pdf, kind))
            else:
                contents += [(path, content, kind) for path, content in tables_of(version, kind, target)]
        written: list[Path] = []
        with _remembering(version.composition, folder, written):
            for path, content, kind in contents:
                if kind is Kind.CSV:
                    _make_folder(path.parent)
                write_overview(path, content, kind.value)
                written.append(path)
        return substituted_in_words(substituted)

    def stop(self) -> None:
        """Stop the typesetting of a PDF."""
        self._run.stop()


def tables_of(version: Version, kind: Kind, target: Path) -> Iterable[tuple[Path, bytes]]:
    """Return the spreadsheet at `target`, or the CSV files in the folder `target`, with their contents."""
    if kind is Kind.SPREADSHEET:
        from vpt_desktop.report.spreadsheet import as_xlsx  # noqa: PLC0415  XlsxWriter only when asked for

        return [(target, as_xlsx(version.workbook))]
    from vpt_desktop.report.csv_text import as_csv  # noqa: PLC0415  the same

    tables = version.workbook.tables
    return [(target / f"{version.name} - {table.name}.csv", as_csv(table)) for table in tables]


@contextmanager
def _remembering(composition: Composition | None, folder: Path, written: list[Path]) -> Generator[None]:
    """Remember a composition while its files are written, and further if one of them is in `written`."""
    if composition is None:
        yield
        return
    before = read_compositions(folder)
    write_compositions(folder, remembered(before, composition))
    try:
        yield
    except OverviewError:
        if not written:
            write_compositions(folder, before)
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OverviewError(folder, "die map kan niet worden gemaakt", "kies een andere map") from error
