"""Our words for the comparison with the previous scan, where more than one place shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vpt_desktop.domain.comparison import Verdict
from vpt_desktop.domain.earlier_scan import EARLIER_LIMIT, Outcome
from vpt_desktop.domain.earlier_scans import Arrival, Organisation
from vpt_desktop.domain.short_text import shortened
from vpt_desktop.words import WORDS, date_in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vpt_desktop.domain.comparison import Comparison
    from vpt_desktop.domain.earlier_scan import Agreement, EarlierScan
    from vpt_desktop.domain.earlier_scans import Addition
    from vpt_desktop.domain.scan import Scan

TITLE: Final = "Vergelijking met vorige scan"
AGREEMENTS: Final = "Afspraken van vorige keer"
TICKED_THEN: Final = "vorige keer aangevinkt"
OPEN_THEN: Final = "vorige keer open"
THEN: Final = "Toen"
NOW: Final = "Nu"
DIFFERENCE: Final = "Verschil"
AGREEMENT: Final = "Afspraak"
OUTCOME: Final = "Uitkomst"
REMARK: Final = "Opmerking"
CARRY: Final = "Meenemen"
CARRIED: Final = "Meegenomen"
NO_OUTCOME: Final = "nog niet ingevuld"
NONE: Final = "geen"
NOT_ASKED: Final = "anders gevraagd"
YEARS: Final = "De jaren naast elkaar"
TERMS: Final = "Wie en wanneer"
POINT: Final = "punt"
POINTS: Final = "punten"
LOOK_AGAIN: Final = "Deze afspraak is afgerond en de stelling staat nog open. Kijk nog eens naar de stelling."
NOTE_TOO_LONG: Final = "De afspraak past niet meer bij de toelichting van dit jaar. Kort die eerst in."
NOT_COMPARED: Final = "Er is geen vorige scan meer om mee te vergelijken."
NO_PREVIOUS: Final = "Er is geen vorige scan."
NO_AGREEMENTS: Final = "Er zijn geen afspraken van vorige keer."
AGREEMENTS_LATER: Final = "De afspraken van vorige keer komen na de uitslag."
THEN_SHOWN: Final = "Wat vorige keer was aangevinkt, is te zien."
THEN_HIDDEN: Final = "Wat vorige keer was aangevinkt, is weer verborgen."
SHOWN_ANYWAY: Final = "Na de uitslag is vorige keer altijd te zien."
NOT_ON_CARD: Final = "Deze stelling staat zo niet meer op de kaart."

VERDICTS: Final = {
    Verdict.FALLEN_BACK: "Teruggevallen",
    Verdict.ACHIEVED: "Nieuw behaald",
    Verdict.STILL_OPEN: "Nog open",
    Verdict.KEPT: "Behouden",
    Verdict.NOT_COMPARABLE: "Niet te vergelijken",
}
"""In the order in which the numbers are listed."""

OUTCOMES: Final = {
    Outcome.SETTLED: "Afgerond",
    Outcome.RUNNING: "Loopt nog",
    Outcome.NOT_STARTED: "Niet gestart",
    Outcome.DROPPED: "Vervalt",
}

_IN_SENTENCE = (
    Verdict.ACHIEVED,
    Verdict.FALLEN_BACK,
    Verdict.KEPT,
    Verdict.STILL_OPEN,
    Verdict.NOT_COMPARABLE,
)


def outcome_in_words(outcome: Outcome | None) -> str:
    """Return what became of an agreement, or that it is not filled in yet."""
    return NO_OUTCOME if outcome is None else OUTCOMES[outcome]


def since(year: int) -> str:
    """Return what marks an agreement that goes on: since when there is one."""
    return f"(sinds {year})"


def filled_in(agreements: Sequence[Agreement]) -> str:
    """Return of how many of the agreements is known what became of them."""
    filled = sum(agreement.outcome is not None for agreement in agreements)
    return f"Ingevuld: {filled} van {len(agreements)}."


def to_statement(number: int) -> str:
    """Return the name of what goes to statement `number` (1-10)."""
    return f"Naar stelling {number}"


def carried_along(number: int) -> str:
    """Return that an agreement is in the note of statement `number` (1-10) now."""
    return f"{CARRIED} naar de toelichting bij stelling {number}."


def state_then(*, ticked: bool | None) -> str:
    """Return what a statement was last time, or that it was not asked in these words."""
    if ticked is None:
        return VERDICTS[Verdict.NOT_COMPARABLE].lower()
    return WORDS.ticked if ticked else WORDS.open


def then_in_row(*, ticked: bool | None) -> str:
    """Return what a statement was last time, as it stands beside the statement; "" if it was not asked."""
    if ticked is None:
        return ""
    return TICKED_THEN if ticked else OPEN_THEN


def then_on_slide(*, ticked: bool | None) -> str:
    """Return the same for the slide of the statement, where it is asked for."""
    return then_in_row(ticked=ticked) or VERDICTS[Verdict.NOT_COMPARABLE].lower()


def sentence(comparison: Comparison) -> str:
    """Return the comparison in one sentence; scores of different statements are not laid side by side."""
    counts = comparison.counts
    parts = [f"{counts[verdict]} {VERDICTS[verdict].lower()}" for verdict in _IN_SENTENCE if counts[verdict]]
    listed = ", ".join(parts)
    if comparison.is_whole:
        return f"Van {comparison.score_then} naar {comparison.score_now}: {listed}."
    return f"De kaart is veranderd, dus de scores zijn niet te vergelijken: {listed}."


def previous_in_words(previous: EarlierScan, scan: Scan) -> str:
    """Return of when the previous scan is; of the same day as `scan`, with the time of saving."""
    if previous.date != scan.date or previous.saved is None:
        return date_in_words(previous.date)
    return f"{date_in_words(previous.date)} (opgeslagen om {time_in_words(previous.saved)})"


def time_in_words(moment: dt.datetime) -> str:
    """Return the time of `moment` on this computer's clock: 14.05 uur."""
    return f"{moment.astimezone():%H.%M} uur"


def lines_about(addition: Addition, chosen: Scan) -> tuple[str, ...]:
    """Return what to show after `chosen` was chosen as an earlier scan, a sentence each."""
    date = date_in_words(chosen.date)
    if addition.is_same_day and chosen.saved is not None:
        date += f" (opgeslagen om {time_in_words(chosen.saved)})"
    match addition.arrival:
        case Arrival.SAME:
            return ("Dit is dezelfde scan.",)
        case Arrival.PRESENT:
            return (f"De scan van {date} staat er al bij.",)
        case Arrival.LATER:
            return (f"De scan van {date} is later dan deze, dus deze is de vorige.",)
        case Arrival.TOO_OLD:
            return (f"Er zijn al {EARLIER_LIMIT} latere scans; die van {date} kan er niet bij.",)
        case Arrival.ADDED:
            line = f"De scan van {date} is de vorige scan."
            if addition.scan.previous is None or addition.scan.previous.date != chosen.date:
                line = f"De scan van {date} is erbij gezet."
        case Arrival.RENEWED:
            line = f"De scan van {date} is bijgewerkt."
    return (line, *_dropped(addition), *_organisation(addition, chosen))


def lines_about_swap(choice: Addition, addition: Addition, later: Scan, left: Scan) -> tuple[str, ...]:
    """Return what to show after `later` was chosen as an earlier scan of `left` and opened instead of it.

    Args:
        choice: what came of choosing it.
        addition: what came of taking `left` as an earlier scan of it.
        later: the scan that is open now.
        left: the scan that was open before it.
    """
    if addition.arrival in {Arrival.ADDED, Arrival.RENEWED, Arrival.PRESENT}:
        return (*lines_about(choice, later), *_dropped(addition), *_organisation(choice, later))
    why = lines_about(addition, left) if addition.arrival is Arrival.TOO_OLD else ()
    return (f"De scan van {date_in_words(later.date)} is geopend.", *why)


def _dropped(addition: Addition) -> list[str]:
    most = f"er gaan er hoogstens {EARLIER_LIMIT} mee"
    return [f"De scan van {date_in_words(each.date)} is vervallen: {most}." for each in addition.dropped]


def _organisation(addition: Addition, chosen: Scan) -> list[str]:
    match addition.organisation:
        case Organisation.SAME:
            return []
        case Organisation.OTHER:
            return [f"Die scan is van een andere organisatie: {shortened(chosen.organisation)}."]
        case Organisation.UNNAMED:
            return ["Niet bij beide scans staat een organisatie, dus kijk na of ze bij elkaar horen."]
