"""Any files and any choices."""

import datetime as dt

from hypothesis import strategies as st

from tests.domain.region.drawing import CARD, TEXTS
from vpt_desktop.domain.region.region_file import Answers, Choices, RegionFile, RegionScan

ANSWERS = st.builds(
    Answers,
    id=st.sampled_from(["", "x", "y", "z"]),
    date=st.builds(dt.date, st.integers(2023, 2027), st.just(3), st.just(1)),
    ticks=st.sampled_from(["☐☐☐☐☐☐☐☐☐☐", "☑☐☐☐☐☐☐☐☐☐", "☑☑☑☑☑☑☑☑☑☑"]).map(
        lambda drawing: tuple(mark == "☑" for mark in drawing)
    ),
    texts=st.sampled_from([(), TEXTS, TEXTS[::-1]]),
)


FILES = st.builds(
    RegionFile,
    key=st.sampled_from("01234567"),
    scan=st.none()
    | st.builds(
        RegionScan,
        organisation=st.sampled_from(["Oss", "OSS", "Os", "Breda", "Zundert", ""]),
        card=st.sampled_from([CARD.identity] * 4 + ["other"]),
        answers=ANSWERS,
        saved=st.sampled_from([0.0, 1.0]),
        is_copy=st.booleans(),
        earlier=st.lists(ANSWERS, max_size=2).map(tuple),
    ),
)


def files() -> st.SearchStrategy[list[RegionFile]]:
    """Draw files of a few organisations, some of which are hard to know apart."""
    return st.lists(FILES, max_size=8, unique_by=lambda file: file.key)


@st.composite
def choices(draw: st.DrawFn) -> Choices:
    keys = st.frozensets(st.sampled_from("0123"), max_size=2)
    organisations = st.sampled_from(["oss", "os", "breda", "zundert", "/0"])
    return Choices(
        left_out=draw(keys),
        taken_in=draw(keys),
        joined=draw(st.frozensets(st.tuples(organisations, organisations), max_size=1)),
        different=draw(st.frozensets(organisations, max_size=2)),
    )
