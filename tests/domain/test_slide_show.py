"""A slide show, step by step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpt_desktop.domain.slide_show import QUESTION, RESULT, Blank, SlideShow

STEPS = {
    "next": SlideShow.next,
    "previous": SlideShow.previous,
    "result": SlideShow.toggle_result,
    "black": lambda show: show.toggle_blank(Blank.BLACK),
    "white": lambda show: show.toggle_blank(Blank.WHITE),
}


@pytest.fixture
def start() -> SlideShow:
    return SlideShow().at(1)


def test_next_leads_through_all_statements_and_the_question_to_the_result(start: SlideShow) -> None:
    slides, show = [start.slide], start
    for _ in range(12):
        show = show.next()
        slides.append(show.slide)
    assert slides == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, QUESTION, RESULT, RESULT]


def test_previous_leads_all_the_way_back(start: SlideShow) -> None:
    show, slides = start.at(QUESTION).next(), []
    for _ in range(12):
        show = show.previous()
        slides.append(show.slide)
    assert slides == [QUESTION, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]


def test_only_a_statement_slide_has_a_statement(start: SlideShow) -> None:
    assert [start.at(slide).statement for slide in (1, 10, QUESTION, RESULT)] == [1, 10, None, None]


def test_the_statements_that_were_shown_are_remembered(start: SlideShow) -> None:
    assert start.next().next().at(7).previous().visited == {1, 2, 3, 6, 7}
    assert start.at(QUESTION).next().visited == {1}


@pytest.mark.parametrize("slide", [1, 4, 10, QUESTION])
def test_the_result_is_revealed_from_anywhere_and_hidden_again_to_where_that_was(slide: int) -> None:
    show = SlideShow().at(slide).toggle_result()
    assert show.slide == RESULT
    assert show.toggle_result().slide == slide
    assert show.previous().slide == slide


def test_with_a_live_score_there_is_no_question() -> None:
    show = SlideShow(live=True).at(10).next()
    assert show.slide == RESULT
    assert show.previous().slide == 10


@pytest.mark.parametrize("blank", Blank)
@pytest.mark.parametrize("step", ["next", "previous"])
def test_the_first_step_on_a_blank_screen_only_shows_the_slide_again(
    start: SlideShow, blank: Blank, step: str
) -> None:
    behind = start.at(4)
    assert STEPS[step](behind.toggle_blank(blank)) == behind


def test_black_and_white_take_each_others_place_and_go_by_their_own_key(start: SlideShow) -> None:
    black = start.toggle_blank(Blank.BLACK)
    assert black.blank == Blank.BLACK
    assert black.toggle_blank(Blank.WHITE).blank == Blank.WHITE
    assert black.toggle_blank(Blank.BLACK) == start


def test_revealing_on_a_blank_screen_reveals(start: SlideShow) -> None:
    revealed = start.toggle_result().toggle_blank(Blank.BLACK).toggle_result()
    assert (revealed.slide, revealed.blank) == (RESULT, None)


PAGES = ((2, 3), (3, 7), (10,))


def test_after_the_result_come_the_open_points_and_then_nothing() -> None:
    show, slides = SlideShow(pages=PAGES).at(RESULT), []
    for _ in range(5):
        slides.append((show.slide - RESULT, show.page, show.point, show.is_last))
        show = show.next()
    assert slides == [
        (0, None, None, False),
        (1, 0, 2, False),
        (2, 1, 3, False),
        (3, 2, 10, True),
        (3, 2, 10, True),
    ]


def test_without_open_points_the_result_is_the_last_slide() -> None:
    assert SlideShow().at(RESULT).is_last
    assert not SlideShow().at(QUESTION).is_last
    assert not SlideShow(pages=PAGES).at(RESULT).is_last


def test_previous_leads_back_from_the_open_points_to_where_the_result_was_revealed() -> None:
    show, slides = SlideShow(pages=PAGES).at(4).toggle_result().next().next(), []
    for _ in range(3):
        show = show.previous()
        slides.append(show.slide)
    assert slides == [RESULT + 1, RESULT, 4]


@pytest.mark.parametrize("further", [1, 2, 3])
def test_the_result_is_hidden_again_from_the_open_points_too(further: int) -> None:
    show = SlideShow(pages=PAGES).at(4).toggle_result()
    for _ in range(further):
        show = show.next()
    assert (show.is_revealed, show.toggle_result().slide) == (True, 4)
    black = show.toggle_blank(Blank.BLACK)
    assert black.next() == show
    assert (black.toggle_result().slide, black.toggle_result().toggle_result().slide) == (RESULT, 4)


@pytest.mark.parametrize(
    ("page", "pages", "then"),
    [
        (1, ((2,), (3,), (7,), (10,)), 1),  # as many as before, of which the first is the same
        (1, ((2,), (2,), (3, 7), (10,)), 2),  # more before it
        (1, ((2, 3, 7, 10),), 0),  # fewer
        (1, ((2,), (7, 10)), 1),  # ticked meanwhile: the next one
        (2, ((2, 3, 7),), 0),  # the last one ticked
        (2, (), -1),  # all ticked: the result
    ],
)
def test_the_point_in_sight_stays_there_when_the_slides_change(
    page: int, pages: tuple[tuple[int, ...], ...], then: int
) -> None:
    show = SlideShow(pages=PAGES).at(RESULT + 1 + page).with_pages(pages)
    assert (show.slide, show.pages) == (RESULT + 1 + then, pages)


def test_other_slides_after_the_result_leave_the_slides_before_it_alone() -> None:
    show = SlideShow().at(4)
    assert show.with_pages(PAGES).slide == 4
    assert show.with_pages(PAGES).with_pages(PAGES) == show.with_pages(PAGES)


@given(st.lists(st.sampled_from(sorted(STEPS))), st.booleans())
def test_no_steps_lead_off_the_slides_or_past_a_way_back(steps: list[str], live: bool) -> None:
    show = SlideShow(live=live, pages=PAGES).at(1)
    for step in steps:
        show = STEPS[step](show)
        assert 1 <= show.slide <= RESULT + len(PAGES)
        assert show.before_result < RESULT
        assert show.visited <= set(range(1, 11))
        assert show.statement is None or show.statement in show.visited
    while show.slide > 1 or show.blank:
        show = show.previous()
