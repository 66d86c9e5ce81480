"""Named errors, each with one Dutch sentence for the user: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def _name(path: Path) -> str:
    """Return the name of a file; of what has none, such as a root folder, the path."""
    return path.name or str(path)


class VptError(Exception):
    """Base of all expected errors; `str()` of one is the sentence to show."""


class CardDamagedError(VptError):
    """The card file of the installation cannot be read as a card."""

    def __init__(self, path: Path, place: str) -> None:
        super().__init__(
            f"Het kaartbestand {path} is beschadigd ({place}); installeer VPT Desktop opnieuw.",
        )


class WindowSystemError(VptError):
    """No window can be opened: there is no screen, or a library of the system is missing."""

    @classmethod
    def no_screen(cls) -> WindowSystemError:
        """Return the error for a session without a display."""
        return cls("VPT Desktop kan geen venster openen: er is geen scherm gevonden.")

    @classmethod
    def missing_library(cls, library: str, packages: str) -> WindowSystemError:
        """Return the error for a shared library that Qt needs, and the Debian packages to install."""
        return cls(
            f"VPT Desktop kan geen venster openen: de systeembibliotheek {library} ontbreekt; "
            f"installeer die, op Debian en Ubuntu met: sudo apt install {packages}",
        )


class SaveError(VptError):
    """A file could not be written; a file that was there before still is, whole."""

    def __init__(self, path: Path, reason: str, advice: str) -> None:
        super().__init__(
            f"{_name(path)} is niet opgeslagen: {reason}; je scan staat nog in dit venster, dus {advice}.",
        )
        self.reason = reason
        self.advice = advice


class UnflushedError(SaveError):
    """A file has been written, but the disk did not confirm it: after a power cut it may be the old one."""

    def __init__(self, path: Path, reason: str, advice: str) -> None:
        super().__init__(path, reason, advice)
        sentence = (
            f"{_name(path)} is opgeslagen, maar {reason}, zodat een stroomstoring het nog ongedaan kan "
            "maken; sla het ook op een andere plaats op."
        )
        self.args = (sentence,)


class SummaryError(VptError):
    """A summary could not be written on the command line."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{_name(path)} is niet gemaakt: {reason}; de scan is niet veranderd.")


class OverviewError(VptError):
    """A file that is made of scans, such as an overview or a list of agreements, could not be written."""

    def __init__(self, path: Path, reason: str, advice: str) -> None:
        super().__init__(
            f"{_name(path)} is niet opgeslagen: {reason}; aan de scans is niets veranderd, {advice}."
        )


class NothingMadeError(VptError):
    """On the command line nothing was made, for the reason that is given: a clause without full stop."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Er is niets gemaakt: {reason}.")


class SpreadsheetError(VptError):
    """A spreadsheet cannot hold what it is made of."""

    def __init__(self, code: int) -> None:
        super().__init__(
            f"De spreadsheet is niet gemaakt: het zijn te veel rijen voor één blad (fout {code}); "
            "aan de scans is niets veranderd, sla het overzicht op als CSV."
        )


class CompositionsError(VptError):
    """It cannot be known, or kept, which scans went into earlier deelversies."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Er is geen deelversie gemaakt, want in {path} staat van welke scans je er eerder een maakte: "
            f"{reason}; aan de scans is niets veranderd."
        )


class NotShareableError(VptError):
    """A region may not be shared, for the reason that is given."""


class TextTooLongError(VptError):
    """A text of a scan is longer than a file may hold."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"De scan is niet opgeslagen: {reason}; je scan staat nog in dit venster, dus kort die tekst in.",
        )
        self.reason = reason


class PrintError(VptError):
    """The pages could not be printed."""

    @classmethod
    def no_answer(cls) -> PrintError:
        """Return the error for a printer that does not accept the pages."""
        return cls("De printer neemt niets aan; je scan staat nog in dit venster.")

    @classmethod
    def no_printer(cls) -> PrintError:
        """Return the error for a computer without any printer."""
        return cls(
            "Op deze computer is geen printer ingesteld. Sla de samenvatting op als PDF; "
            "die kun je op een andere computer afdrukken.",
        )


class OpenError(VptError):
    """A file could not be read as a scan; neither it nor the open scan, if any, has changed."""

    def __init__(self, path: Path, reason: str, advice: str) -> None:
        super().__init__(f"{_name(path)} is niet geopend: {reason}; er is niets veranderd, {advice}.")
        self.reason = reason


class OtherVersionError(OpenError):
    """A file is undamaged, as far as this program can read it, but needs another version of the program."""


class FileChangedError(VptError):
    """A file of a region is no longer what it was when it was read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Er is niets opgeslagen, want {_name(path)} is anders dan toen het werd gelezen: {reason}; "
            "lees de bestanden opnieuw."
        )


class RecoveryError(VptError):
    """The recovery folder cannot be read or written; scans can still be saved by hand."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"Wijzigingen worden niet vanzelf bewaard in {folder}: {reason}; je kunt doorwerken, "
            "maar sla je scan vaak zelf op.",
        )


class TypesettingError(VptError):
    """A document could not be typeset; the installation is damaged or there is a fault in it.

    The `diagnostic`, in the typesetter's own English, is for the log; nothing that a user typed is in it.
    """

    def __init__(self, diagnostic: str) -> None:
        self.diagnostic = diagnostic
        super().__init__(
            "De PDF kon niet worden gemaakt. De scan is niet veranderd; "
            "installeer VPT Desktop opnieuw als dit zo blijft.",
        )


class TypesettingLimitError(VptError):
    """A document takes more time or memory than there is for it."""

    def __init__(self) -> None:
        super().__init__(
            "Voor zoveel tekst heeft deze computer te weinig geheugen of tijd, dus er is niets gemaakt. "
            "De scan is niet veranderd; kort de langste toelichting in.",
        )


class OwnFileError(VptError):
    """The copy for the region would take the place of the scan."""

    def __init__(self) -> None:
        super().__init__(
            "De kopie voor de regio is niet opgeslagen: dit is het bestand van de scan zelf, en die zou zijn "
            "toelichtingen verliezen; kies een andere naam."
        )


class StoppedError(VptError):
    """Work was not finished because the user stopped it."""


class OverviewStoppedError(StoppedError):
    """The user stopped the making of what is made of a region."""

    def __init__(self) -> None:
        super().__init__("Gestopt; er is niets gemaakt, en aan de scans is niets veranderd.")


class TypesettingStoppedError(StoppedError):
    """The user stopped the typesetting of a document."""

    def __init__(self) -> None:
        super().__init__("Gestopt; er is niets gemaakt, en de scan is niet veranderd.")
