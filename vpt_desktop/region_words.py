"""Our own words about a region, for window, outputs and command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from vpt_desktop.domain.region.region import State
from vpt_desktop.words import date_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vpt_desktop.domain.card import Band, Card
    from vpt_desktop.domain.region.composition import Overlap
    from vpt_desktop.domain.region.deelversie import TooFew
    from vpt_desktop.domain.region.figures import RegionFigures, StatementChange
    from vpt_desktop.domain.region.region import Entry, Region
    from vpt_desktop.domain.region.shareable_figures import CountRange

REGION: Final = "Regio-overzicht"
REFERENCE_DATE: Final = "Peildatum"
WORKING_VERSION: Final = "Werkversie"
SHARED_VERSION: Final = "Deelversie"
CONFIDENTIAL: Final = "Vertrouwelijk"
WITHOUT_AGREEMENTS: Final = "kopie zonder afspraken"
TOO_FEW_COMPARED: Final = "Te weinig organisaties met een vorige scan."
BOUNDS_EXPLAINED: Final = (
    "Lage en hoge aantallen staan er als grens, zodat niemand uit dit overzicht kan opmaken wat een ander "
    "antwoordde."
)
HIGHER: Final = "Hogere score dan vorige keer"
LOWER: Final = "Lagere score dan vorige keer"

STATES: Final = {
    State.COUNTS: "Telt mee",
    State.OLDER: "Ouder",
    State.DUPLICATE: "Dubbel",
    State.AFTER: "Na de peildatum",
    State.OTHER_CARD: "Andere kaart",
    State.NAMELESS: "Zonder naam",
    State.UNREADABLE: "Niet leesbaar",
    State.LEFT_OUT: "Weggelaten",
}
"""What happens to a file, in the order in which files are summed up."""


def count_in_words(shown: CountRange) -> str:
    """Return `7 van 12`, or for a bound `hooguit 3 van 12` or `minstens 9 van 12`."""
    if shown.minimum == shown.maximum:
        return f"{shown.minimum} van {shown.total}"
    if shown.minimum == 0:
        return f"hooguit {shown.maximum} van {shown.total}"
    return f"minstens {shown.minimum} van {shown.total}"


def band_in_words(card: Card, band: Band) -> str:
    """Return the scores of a band: `0 tot en met 3 punten`, or `9 of 10 punten`."""
    first, last = card.scores(band)[0], card.scores(band)[-1]
    between = "of" if last == first + 1 else "tot en met"
    return f"{first} {between} {last} punten"


def from_band_in_words(card: Card, band: Band) -> str:
    """Return the scores of a band and those above it: `4 punten of meer`, or `9 of 10 punten`."""
    return band_in_words(card, band) if band == card.bands[-1] else f"{band.minimum} punten of meer"


def region_in_words(region: Region) -> str:
    """Return `12 organisaties uit 15 bestanden: 2 ouder, 1 niet leesbaar`."""
    organisations, files = len(region.organisations), len(region.entries)
    counted = f"{organisations} {'organisatie' if organisations == 1 else 'organisaties'}"
    among = f"{files} {'bestand' if files == 1 else 'bestanden'}"
    states = region.states
    others = [
        f"{states[state]} {name.lower()}"
        for state, name in STATES.items()
        if state is not State.COUNTS and states[state]
    ]
    return f"{counted} uit {among}" + (f": {', '.join(others)}" if others else "")


def steps_in_words(change: StatementChange) -> str:
    """Return `2 vooruit, 1 terug`, or what is not there to compare."""
    if not change.organisations:
        return "geen vorige scan"
    return f"{change.forward} vooruit, {change.back} terug (van {change.organisations})"


def compared_in_words(figures: RegionFigures) -> str:
    """Return how many organisations are compared with their previous scan, and all their steps."""
    if not figures.compared:
        return "Van geen van deze organisaties is er een vorige scan."
    steps = "stap" if figures.forward == 1 else "stappen"
    return (
        f"Van {figures.compared} van de {figures.organisations} organisaties is er een vorige scan: "
        f"samen {figures.forward} {steps} vooruit en {figures.back} terug."
    )


def reason_in_words(entry: Entry, entries: Mapping[str, Entry], refusal: str = "") -> str:
    """Return why a file has its state, a clause without full stop; empty where the state says all.

    Args:
        entry: the file with its state.
        entries: all of the region, by key.
        refusal: why the file cannot be read, if it cannot.
    """
    if entry.file.scan is None:
        return refusal
    instead = _name_beside(entry.counted, entry.file.key)
    day = _of_day(entry)
    reasons = {
        State.DUPLICATE: f"dezelfde scan als in {instead}",
        State.AFTER: f"{day}, en er zit geen eerdere scan in",
        State.OTHER_CARD: "ingevuld op een andere kaart dan die van deze versie van VPT Desktop",
        State.NAMELESS: "er staat geen organisatie in",
        State.LEFT_OUT: f"in plaats daarvan telt {instead} mee" if instead else "met de hand weggelaten",
    }
    if entry.state is State.OLDER:
        return f"{day}; {instead} {_of_day(entries[entry.counted])} telt mee"
    return reasons.get(entry.state, day)


def _name_beside(key: str, other: str) -> str:
    """Return the name of a file, with that of its folder if another file has the same name."""
    path = Path(key)
    return path.name if path.name != Path(other).name or key == other else f"{path.parent.name}/{path.name}"


def _of_day(entry: Entry) -> str:
    return f"van {date_in_words(entry.file.scan.answers.date)}" if entry.file.scan else ""


def too_few_in_words(found: TooFew) -> str:
    """Return why there is no deelversie of so few organisations."""
    return f"Voor een deelversie zijn ten minste 5 organisaties nodig; dit zijn er {found.distinct}."


def overlap_in_words(found: Overlap) -> str:
    """Return why there is no deelversie beside an earlier one."""
    made = date_in_words(found.earlier.made).rsplit(" ", 1)[0]
    these = f"deze {found.scans} scans"
    shared = f"{found.shared} van {these}" if found.shared < found.scans else these
    others = f" en {found.others} andere" if found.others else ""
    return (
        f"Op {made} maakte je een deelversie met {shared}{others}. "
        "Wie beide heeft, kan antwoorden uitrekenen."
    )
