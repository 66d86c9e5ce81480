"""What of a scan is sent to the region."""

import datetime as dt

import msgspec

from tests.drawing import drawing_of, scan_of
from vpt_desktop.domain.earlier_scan import Agreement, EarlierScan, Outcome
from vpt_desktop.domain.region_copy import region_copy
from vpt_desktop.domain.scan import AccountManager, Answer

DRAWING = "☑☐☑☐☑☐☑☐☑☐"
TEXTS = tuple(f"Stelling {number}." for number in range(10))


def test_a_copy_has_ticks_dates_and_the_name_and_nothing_else_that_was_typed() -> None:
    last = dt.date(2025, 3, 1)
    agreement = Agreement(2, 2024, "geheim", "geheim", "geheim", Outcome.RUNNING, "geheim")
    scan = msgspec.structs.replace(
        scan_of(DRAWING),
        organisation="Oss",
        participants="geheim",
        leader="geheim",
        account_manager=AccountManager("geheim", "geheim", "geheim"),
        answers=tuple(Answer(mark == "☑", "geheim", "geheim", "geheim") for mark in DRAWING),
        id="a" * 32,
        earlier=(EarlierScan("b" * 32, last, TEXTS, (True,) * 10, agreements=(agreement,)),),
    )
    copy = region_copy(scan)
    assert b"geheim" not in msgspec.json.encode(copy)
    assert (copy.id, copy.date, copy.organisation, drawing_of(copy)) == (
        scan.id,
        scan.date,
        "Oss",
        DRAWING,
    )
    assert [(each.id, each.date, each.ticks, each.texts) for each in copy.earlier] == [
        ("b" * 32, last, (True,) * 10, TEXTS)
    ]
    assert copy.lacks_agreements
    assert not scan.lacks_agreements
    assert region_copy(copy) == copy


def test_a_copy_in_which_something_was_typed_has_agreements() -> None:
    copy = region_copy(scan_of(DRAWING))
    for answer in (Answer(note="Lijst"), Answer(who="Ans"), Answer(due="1 mei")):
        assert not copy.with_answer(2, answer).lacks_agreements
