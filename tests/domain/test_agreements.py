"""What becomes of last year's agreements."""

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.domain.earlier import TEXTS, scan_in
from vpt_desktop.domain.agreements import (
    PreviousAgreement,
    carried_note,
    previous_agreements,
    with_carried,
    with_outcome,
    with_remark,
)
from vpt_desktop.domain.earlier_scan import Agreement, Outcome
from vpt_desktop.domain.earlier_scans import AnsweredScan, following
from vpt_desktop.domain.scan import TEXT_LIMIT, Answer, Scan

MARK = "(sinds 2025)"


def year_after(scan: Scan, texts: tuple[str, ...] = TEXTS) -> Scan:
    return following(AnsweredScan(scan, texts), dt.date(scan.date.year + 1, 3, 1))


AGREED = scan_in(2025).with_answer(2, Answer(note="Lijst maken", who="Ans", due="1 mei"))
SCAN = year_after(AGREED.with_answer(5, Answer(who="Bo")))


def agreement(scan: Scan, statement: int = 2, texts: tuple[str, ...] = TEXTS) -> PreviousAgreement:
    return next(each for each in previous_agreements(scan, texts) if each.agreement.statement == statement)


def test_the_agreements_of_the_previous_scan_stand_by_their_statements() -> None:
    found = list(previous_agreements(SCAN, TEXTS))
    assert [each.number for each in found] == [2, 5]
    assert found[0].agreement == Agreement(2, 2025, "Lijst maken", "Ans", "1 mei")
    assert found[0].text == "Stelling 2."
    assert list(previous_agreements(AGREED, TEXTS)) == []


def test_at_first_nothing_is_chosen() -> None:
    assert agreement(SCAN).agreement.outcome is None
    assert not agreement(SCAN).is_carried


def test_an_outcome_and_a_remark_are_set_and_taken_back() -> None:
    scan = with_remark(with_outcome(SCAN, 2, Outcome.RUNNING), 2, "Bijna klaar")
    assert agreement(scan).agreement.outcome is Outcome.RUNNING
    assert agreement(scan).agreement.remark == "Bijna klaar"
    assert with_remark(with_outcome(scan, 2, None), 2, "") == SCAN
    assert scan.answers == SCAN.answers


@pytest.mark.parametrize(("scan", "statement"), [(SCAN, 3), (AGREED, 2)])
def test_no_outcome_without_an_agreement(scan: Scan, statement: int) -> None:
    with pytest.raises(KeyError):
        with_outcome(scan, statement, Outcome.SETTLED)
    with pytest.raises(KeyError):
        with_carried(scan, statement, TEXTS, MARK)


def test_a_settled_one_at_an_open_statement_asks_another_look_and_ticks_nothing() -> None:
    scan = with_outcome(SCAN, 2, Outcome.SETTLED)
    assert agreement(scan).asks_another_look
    assert scan.score == 0
    assert not agreement(scan.with_tick(2, ticked=True)).asks_another_look
    assert not agreement(SCAN).asks_another_look


def test_one_that_goes_on_is_added_once_below_this_years_note() -> None:
    scan = with_carried(SCAN.with_answer(2, Answer(note="Nieuw\n")), 2, TEXTS, MARK)
    assert scan.answer(2) == Answer(note="Nieuw\nLijst maken (sinds 2025)", who="Ans")
    assert agreement(scan).is_carried
    assert with_carried(scan, 2, TEXTS, MARK) is scan


def test_who_was_named_this_year_stays() -> None:
    scan = with_carried(SCAN.with_answer(2, Answer(who="Cor", due="juni")), 2, TEXTS, MARK)
    assert scan.answer(2) == Answer(note="Lijst maken (sinds 2025)", who="Cor", due="juni")


def test_one_without_text_is_carried_with_who_it_was() -> None:
    assert with_carried(SCAN, 5, TEXTS, MARK).answer(5) == Answer(note=MARK, who="Bo")


def test_one_that_was_taken_out_of_the_note_can_be_carried_again() -> None:
    scan = with_carried(SCAN, 2, TEXTS, MARK).with_answer(2, Answer(note="Anders"))
    assert not agreement(scan).is_carried
    assert with_carried(scan, 2, TEXTS, MARK).answer(2).note == "Anders\nLijst maken (sinds 2025)"


def test_the_oldest_year_is_kept_when_it_goes_on_again() -> None:
    second = year_after(with_carried(SCAN, 2, TEXTS, MARK))
    assert agreement(second).agreement.since == 2025
    third = year_after(with_carried(second, 2, TEXTS, MARK))
    assert third.earlier[-1].agreement(2) == Agreement(2, 2025, "Lijst maken (sinds 2025)", "Ans")


def test_one_that_was_not_carried_or_was_rewritten_is_of_its_own_year() -> None:
    assert agreement(year_after(SCAN.with_answer(2, Answer(note="Iets nieuws")))).agreement.since == 2026
    rewritten = with_carried(SCAN, 2, TEXTS, MARK).with_answer(2, Answer(note="Iets nieuws"))
    assert agreement(year_after(rewritten)).agreement.since == 2026


def test_a_note_that_would_be_too_long_is_not_carried() -> None:
    scan = SCAN.with_answer(2, Answer(note="x" * TEXT_LIMIT))
    with pytest.raises(ValueError, match="100025"):
        with_carried(scan, 2, TEXTS, MARK)


def test_a_mark_that_is_there_is_not_written_again() -> None:
    assert carried_note("", Agreement(2, 2025, "Oud (sinds 2025)\n"), MARK) == "Oud (sinds 2025)"


def test_statements_that_moved_or_changed_are_found_by_their_words() -> None:
    moved = (TEXTS[1], TEXTS[0], *TEXTS[2:])
    assert agreement(with_outcome(SCAN, 2, Outcome.SETTLED), texts=moved).number == 1
    assert with_carried(SCAN, 2, moved, MARK).answer(1).note == "Lijst maken (sinds 2025)"
    changed = (TEXTS[0], "Anders.", *TEXTS[2:])
    gone = agreement(with_outcome(SCAN, 2, Outcome.SETTLED), texts=changed)
    assert (gone.number, gone.is_carried, gone.asks_another_look) == (None, False, False)
    with pytest.raises(KeyError):
        with_carried(SCAN, 2, changed, MARK)


def test_of_another_agreement_the_rest_stays() -> None:
    scan = with_outcome(SCAN, 5, Outcome.DROPPED)
    older = replace(scan.earlier[0], id="e" * 32, date=dt.date(2020, 1, 1), agreements=())
    scan = replace(scan, earlier=(older, *scan.earlier))
    assert with_outcome(scan, 2, Outcome.RUNNING).earlier[0] is older
    assert agreement(with_outcome(scan, 2, Outcome.RUNNING), 5).agreement.outcome is Outcome.DROPPED
