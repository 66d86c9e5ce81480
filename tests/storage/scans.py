"""Scans for the tests of storage: any scan that can be drawn, and one that has something everywhere."""

import datetime as dt

from hypothesis import strategies as st

from vpt_desktop.domain.scan import AccountManager, Answer, Scan

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
"""Any characters that a Python text can hold: control characters, emoji, halves of surrogate pairs."""

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
)


def filled_with(text: str) -> Scan:
    """Return a scan with `text` everywhere that a text can be."""
    return Scan(
        date=dt.date(9999, 12, 31),
        organisation=text,
        participants=text,
        leader=text,
        account_manager=AccountManager(text, text, text),
        answers=(Answer(ticked=True, note=text, who=text, due=text),) * 10,
    )
