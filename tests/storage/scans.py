"""Scans for the tests of storage: any scan that can be drawn, and one that has something everywhere."""

import datetime as dt

from hypothesis import strategies as st
from msgspec.structs import replace

from vpt_desktop.domain.earlier_scan import Agreement, EarlierScan, Outcome
from vpt_desktop.domain.scan import AccountManager, Answer, Scan
from vpt_desktop.resources import load_card

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
"""Any characters that a Python text can hold: control characters, emoji, halves of surrogate pairs."""

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MOMENTS = st.none() | st.integers(0, 2**37).map(lambda seconds: EPOCH + dt.timedelta(seconds=seconds))
IDS = st.integers(0, 2**128 - 1).map("{:032x}".format)
STATEMENTS = st.tuples(*[st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)] * 10)


@st.composite
def earlier_scans(draw: st.DrawFn) -> tuple[EarlierScan, ...]:
    """Draw scans from old to new, of which the last has agreements on statements that were open."""
    earlier = st.builds(
        EarlierScan,
        id=IDS,
        date=st.dates(),
        texts=STATEMENTS,
        ticks=st.tuples(*[st.booleans()] * 10),
        saved=MOMENTS,
    )
    drawn = draw(st.lists(earlier, max_size=5, unique_by=lambda scan: scan.key))
    *older, last = sorted(drawn, key=lambda scan: scan.age) or [None]
    if last is None:
        return ()
    agreements = [
        draw(
            st.builds(
                Agreement,
                statement=st.just(number),
                since=st.integers(1, 9999),
                note=ANY_TEXT,
                who=ANY_TEXT,
                due=ANY_TEXT,
                outcome=st.none() | st.sampled_from(Outcome),
                remark=ANY_TEXT,
                carried=st.booleans(),
            )
        )
        for number in range(1, 11)
        if not last.ticks[number - 1] and draw(st.booleans())
    ]
    return *older, replace(last, agreements=tuple(agreements))


SCANS = st.builds(
    Scan,
    date=st.dates(),
    organisation=ANY_TEXT,
    participants=ANY_TEXT,
    leader=ANY_TEXT,
    account_manager=st.builds(AccountManager, name=ANY_TEXT, phone=ANY_TEXT, email=ANY_TEXT),
    answers=st.tuples(
        *[st.builds(Answer, ticked=st.booleans(), note=ANY_TEXT, who=ANY_TEXT, due=ANY_TEXT)] * 10
    ),
    id=IDS,
    saved=MOMENTS,
    earlier=earlier_scans(),
    region_copy=st.booleans(),
)

FULL = Scan(
    date=dt.date(2026, 11, 23),
    organisation="Gemeente Oss",
    participants="Team handhaving en de burgemeester",
    leader="A. de Wit",
    account_manager=AccountManager(name="B. Jansen", phone="06 12345678", email="b.jansen@example.nl"),
    answers=tuple(
        Answer(
            ticked=number % 3 != 0,
            note=f"Toelichting {number}.\nTweede regel: “één”, 😀",
            who=f"Ans {number}",
            due="vóór de zomer",
        )
        for number in range(1, 11)
    ),
    id="0123456789abcdef" * 2,
    saved=dt.datetime(2026, 11, 23, 14, 5, tzinfo=dt.UTC),
    earlier=(
        EarlierScan(
            "a" * 32,
            dt.date(2024, 11, 20),
            load_card().texts,
            (False,) * 10,
        ),
        EarlierScan(
            "b" * 32,
            dt.date(2025, 11, 20),
            load_card().texts,
            (True, True, *[False] * 8),
            dt.datetime(2025, 11, 20, 9, 30, tzinfo=dt.UTC),
            (
                Agreement(3, 2024, "Lijst “maken”", "Ans", "mei", Outcome.RUNNING, "Bijna", carried=True),
                Agreement(7, 2025, who="Bo"),
            ),
        ),
    ),
)


def filled_with(text: str, statement: str = "x") -> Scan:
    """Return a scan with `text` everywhere that a text can be, and five earlier scans of that statement."""
    agreements = tuple(
        Agreement(number, 2025, text, text, text, Outcome.NOT_STARTED, text, carried=False)
        for number in range(1, 11)
    )
    moment = dt.datetime(2025, 12, 31, 23, 59, 59, 999999, tzinfo=dt.UTC)
    years = [
        EarlierScan("f" * 32, dt.date(year, 12, 31), (statement,) * 10, (False,) * 10, moment)
        for year in range(2021, 2026)
    ]
    return Scan(
        date=dt.date(9999, 12, 31),
        organisation=text,
        participants=text,
        leader=text,
        account_manager=AccountManager(text, text, text),
        answers=(Answer(ticked=True, note=text, who=text, due=text),) * 10,
        saved=moment,
        earlier=(*years[:4], replace(years[4], agreements=agreements)),
    )
