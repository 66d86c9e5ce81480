"""How an earlier scan comes in and goes."""

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.domain.earlier import TEXTS, earlier_in, scan_in
from vpt_desktop.domain.agreements import with_outcome
from vpt_desktop.domain.earlier_scan import Agreement, EarlierScan, Outcome
from vpt_desktop.domain.earlier_scans import (
    Addition,
    AnsweredScan,
    Arrival,
    Organisation,
    add_previous,
    as_earlier,
    following,
    without_earlier,
)
from vpt_desktop.domain.region_copy import region_copy
from vpt_desktop.domain.scan import AccountManager, Answer, Scan, new_scan

MORNING = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)
AFTERNOON = dt.datetime(2026, 3, 1, 15, tzinfo=dt.UTC)


def added(scan: Scan, other: Scan) -> Addition:
    return add_previous(scan, AnsweredScan(other, TEXTS))


def years(scan: Scan) -> list[int]:
    return [each.date.year for each in scan.earlier]


def chain(first: int, last: int) -> Scan:
    """Return the scan of `last`, with one of each year before it from `first` on."""
    scan = scan_in(first)
    for year in range(first + 1, last + 1):
        scan = replace(following(AnsweredScan(scan, TEXTS), dt.date(year, 3, 1)), id=f"{year:032}")
    return scan


def test_a_scan_that_is_begun_has_an_id_of_its_own() -> None:
    one, other = new_scan(dt.date(2026, 3, 1)), new_scan(dt.date(2026, 3, 1))
    assert one.id != other.id
    assert len(one.id) == 32


def test_an_earlier_scan_holds_ticks_statements_and_agreements_on_open_points() -> None:
    scan = replace(scan_in(2025, "☑☐☐☐☐☐☐☐☐☐"), saved=MORNING)
    scan = scan.with_answer(1, Answer(ticked=True, note="Gedaan"))
    scan = scan.with_answer(2, Answer(note="Lijst maken", who="Ans", due="1 mei"))
    scan = scan.with_answer(3, Answer(note="  \n")).with_answer(4, Answer(due="vóór de zomer"))
    earlier = as_earlier(scan, TEXTS)
    assert (earlier.id, earlier.date, earlier.saved, earlier.texts) == (scan.id, scan.date, MORNING, TEXTS)
    assert earlier.ticks == (True, *[False] * 9)
    assert earlier.score == 1
    assert earlier.agreements == (
        Agreement(2, 2025, "Lijst maken", "Ans", "1 mei"),
        Agreement(4, 2025, due="vóór de zomer"),
    )
    with pytest.raises(KeyError):
        earlier.agreement(3)


def test_an_earlier_scan_comes_in_as_the_previous_one() -> None:
    addition = added(scan_in(2026), scan_in(2025, "☑☐☐☐☐☐☐☐☐☐"))
    assert addition.arrival is Arrival.ADDED
    assert addition.scan.previous == earlier_in(2025, "☑☐☐☐☐☐☐☐☐☐")
    assert addition.organisation is Organisation.SAME
    assert addition.dropped == ()
    assert not addition.is_same_day


def test_an_older_one_comes_before_it_whatever_the_order_of_choosing() -> None:
    scan = added(added(scan_in(2026), scan_in(2025)).scan, scan_in(2023)).scan
    assert years(scan) == [2023, 2025]
    assert added(scan, scan_in(2024)).scan.previous == earlier_in(2025)
    assert years(added(scan, scan_in(2024)).scan) == [2023, 2024, 2025]


def test_its_own_earlier_scans_come_along_and_the_oldest_drops_off() -> None:
    addition = added(scan_in(2026), chain(2019, 2025))
    assert years(addition.scan) == [2021, 2022, 2023, 2024, 2025]
    assert addition.dropped == ()


def test_the_one_that_has_to_go_is_named() -> None:
    scan = replace(chain(2021, 2026), id="f" * 32, date=dt.date(2027, 3, 1))
    addition = added(scan, scan_in(2026))
    assert years(addition.scan) == [2022, 2023, 2024, 2025, 2026]
    assert [each.date.year for each in addition.dropped] == [2021]


def test_one_older_than_five_others_does_not_come_in() -> None:
    scan = chain(2020, 2026)
    addition = added(scan, scan_in(2015))
    assert addition.arrival is Arrival.TOO_OLD
    assert addition.scan == scan


def test_only_the_newest_keeps_its_agreements() -> None:
    agreed = scan_in(2025).with_answer(2, Answer(note="Lijst"))
    scan = added(scan_in(2026), agreed).scan
    assert scan.earlier[-1].agreements
    scan = added(scan, scan_in(2024).with_answer(2, Answer(note="Oud"))).scan
    assert [len(each.agreements) for each in scan.earlier] == [0, 1]
    later = replace(scan_in(2025), date=dt.date(2025, 9, 1), id="b" * 32)
    assert [len(each.agreements) for each in added(scan, later).scan.earlier] == [0, 0, 0]


def test_the_open_scan_itself_is_the_same_scan() -> None:
    scan = scan_in(2026)
    addition = added(scan, scan.with_tick(3, ticked=True))
    assert addition.arrival is Arrival.SAME
    assert addition.scan is scan


def test_the_same_dossier_a_year_on_is_compared_as_any_other() -> None:
    dossier = replace(scan_in(2025), id="a" * 32)
    addition = added(replace(dossier, date=dt.date(2026, 3, 1)), dossier)
    assert addition.arrival is Arrival.ADDED


def test_one_that_is_there_is_not_there_twice() -> None:
    scan = added(scan_in(2026), scan_in(2025)).scan
    addition = added(scan, replace(scan_in(2025), saved=MORNING))
    assert addition.arrival is Arrival.PRESENT
    assert addition.scan is scan


def test_one_that_has_changed_is_renewed_and_what_was_settled_stays_so() -> None:
    agreed = scan_in(2025).with_answer(2, Answer(note="Lijst")).with_answer(3, Answer(note="Ander"))
    scan = added(scan_in(2026), agreed).scan
    settled = replace(scan.earlier[-1].agreement(2), outcome=Outcome.RUNNING, remark="Bijna")
    scan = replace(scan, earlier=(scan.earlier[-1].with_agreement(settled),))
    addition = added(scan, agreed.with_tick(1, ticked=True).with_answer(3, Answer(note="Anders")))
    assert addition.arrival is Arrival.RENEWED
    assert addition.scan.earlier[-1].ticks[0]
    assert addition.scan.earlier[-1].agreements == (settled, Agreement(3, 2025, "Anders"))
    assert added(scan, agreed).arrival is Arrival.PRESENT


def test_a_copy_for_the_region_takes_no_agreements_away() -> None:
    agreed = scan_in(2025).with_answer(2, Answer(note="Lijst")).with_answer(3, Answer(note="Ander"))
    scan = with_outcome(added(scan_in(2026), agreed).scan, 2, Outcome.SETTLED)
    assert added(scan, region_copy(agreed)).arrival is Arrival.PRESENT
    addition = added(scan, region_copy(agreed.with_tick(3, ticked=True)))
    assert addition.arrival is Arrival.RENEWED
    assert addition.scan.earlier[-1].ticks[2]
    assert addition.scan.earlier[-1].agreements == scan.earlier[-1].agreements[:1]


def test_a_later_one_is_said_to_be_later() -> None:
    scan = scan_in(2025)
    addition = added(scan, scan_in(2026))
    assert addition.arrival is Arrival.LATER
    assert addition.scan is scan


@pytest.mark.parametrize(
    ("own", "other", "arrival"),
    [
        (AFTERNOON, MORNING, Arrival.ADDED),
        (MORNING, AFTERNOON, Arrival.LATER),
        (None, AFTERNOON, Arrival.ADDED),
        (MORNING, None, Arrival.ADDED),
    ],
)
def test_of_two_on_one_day_the_time_of_saving_decides(
    own: dt.datetime | None, other: dt.datetime | None, arrival: Arrival
) -> None:
    addition = added(replace(scan_in(2026), saved=own), replace(scan_in(2026), id="c" * 32, saved=other))
    assert addition.arrival is arrival
    assert addition.is_same_day


@pytest.mark.parametrize(
    ("own", "other", "whose"),
    [
        ("Gemeente Oss", "oss", Organisation.SAME),
        ("Gemeente Oss", "Breda", Organisation.OTHER),
        ("", "Breda", Organisation.UNNAMED),
        ("Oss", "gemeente", Organisation.UNNAMED),
    ],
)
def test_another_organisation_is_compared_and_named(own: str, other: str, whose: Organisation) -> None:
    addition = added(replace(scan_in(2026), organisation=own), replace(scan_in(2025), organisation=other))
    assert addition.organisation is whose
    assert addition.arrival is Arrival.ADDED


def test_an_earlier_scan_is_taken_away_again() -> None:
    scan = added(scan_in(2026), chain(2023, 2025)).scan
    assert years(without_earlier(scan, scan.earlier[1])) == [2023, 2025]
    assert without_earlier(scan, earlier_in(2010)) == scan


def test_a_scan_after_this_one_takes_along_who_and_not_what() -> None:
    before = replace(
        scan_in(2025, "☑☐☐☐☐☐☐☐☐☐"),
        leader="A. de Wit",
        participants="Team",
        account_manager=AccountManager("B. Jansen"),
    ).with_answer(2, Answer(note="Lijst"))
    after = following(AnsweredScan(before, TEXTS), dt.date(2026, 3, 1))
    assert (after.organisation, after.leader, after.account_manager) == (
        before.organisation,
        before.leader,
        before.account_manager,
    )
    assert after.participants == ""
    assert after.answers == Scan(after.date).answers
    assert after.id not in {before.id, Scan(after.date).id}
    assert after.earlier == (as_earlier(before, TEXTS),)


def test_a_scan_after_one_of_the_future_is_not_before_it() -> None:
    assert following(AnsweredScan(scan_in(2030), TEXTS), dt.date(2026, 3, 1)).date == dt.date(2030, 3, 1)


def test_a_chain_of_years_keeps_the_last_five() -> None:
    assert years(chain(2019, 2026)) == [2021, 2022, 2023, 2024, 2025]


def test_what_is_later_than_the_scan_or_is_the_scan_itself_is_no_previous_one() -> None:
    def scan_with(*earlier: EarlierScan) -> Scan:
        return replace(scan_in(2026), earlier=earlier)

    assert scan_with(earlier_in(2025), earlier_in(2027)).previous == earlier_in(2025)
    assert scan_with(earlier_in(2027)).previous is None
    assert scan_with(earlier_in(2026)).previous is None
