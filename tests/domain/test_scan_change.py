"""The way from one scan to another and back, as small as what differs."""

import datetime as dt
import pickle

from msgspec.structs import replace

from tests.drawing import scan_of
from vpt_desktop.domain.scan import AccountManager, Answer
from vpt_desktop.domain.scan_change import change_between

BEFORE = scan_of("☑☐☐☐☐☐☐☐☐☐")


def test_a_change_leads_from_one_scan_to_the_other_and_back() -> None:
    after = replace(
        scan_of("☐☐☑☐☐☐☐☐☐☐").with_answer(9, Answer(note="Eén", who="Teamleider", due="1 maart")),
        date=dt.date(2027, 1, 2),
        organisation="Voorbeeldstad",
        account_manager=AccountManager("A. de Vries", "076 123"),
    )
    change = change_between(BEFORE, after)
    assert change.done(BEFORE) == after
    assert change.undone(after) == BEFORE


def test_a_character_typed_in_a_long_note_is_kept_as_one_character() -> None:
    long = BEFORE.with_answer(3, Answer(note="woord " * 15_000))
    change = change_between(long, long.with_answer(3, Answer(note="woord " * 9_000 + "!" + "woord " * 6_000)))
    assert list(change.answers) == [3]
    assert len(pickle.dumps(change)) < 1000
