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


@given(st.lists(st.sampled_from(sorted(STEPS))), st.booleans())
def test_no_steps_lead_off_the_slides_or_past_a_way_back(steps: list[str], live: bool) -> None:
    show = SlideShow(live=live).at(1)
    for step in steps:
        show = STEPS[step](show)
        assert 1 <= show.slide <= RESULT
        assert show.before_result < RESULT
        assert show.visited <= set(range(1, 11))
        assert show.statement is None or show.statement in show.visited
    while show.slide > 1 or show.blank:
        show = show.previous()
