"""A slide show, step by step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpt_desktop.domain.slide_show import QUESTION, RESULT, AgreementPage, Blank, SlideShow

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


AGREED = (AgreementPage(2, 2), AgreementPage(2, 2), AgreementPage(5, None))
COMPARED = SlideShow(pages=PAGES, has_previous=True, differences=2, agreements=AGREED).at(4).toggle_result()


def test_last_time_is_shown_when_it_is_asked_for_and_after_the_result() -> None:
    discussing = SlideShow(has_previous=True).at(4)
    assert not discussing.shows_then
    asked = discussing.toggle_then()
    assert asked.next().shows_then
    assert not asked.toggle_then().shows_then
    assert discussing.at(RESULT).shows_then
    assert not SlideShow(then=True).at(RESULT).shows_then, "there is none"


def test_the_differences_come_between_the_result_and_the_open_points() -> None:
    show, slides = COMPARED, []
    for _ in range(6):
        slides.append((show.slide - RESULT, show.difference, show.page, show.followed))
        show = show.next()
    assert slides == [
        (0, None, None, None),
        (1, 0, None, None),
        (2, 1, None, None),
        (3, None, 0, 2),
        (4, None, 1, 3),
        (5, None, 2, 10),
    ]
    assert show.is_last
    assert show.previous().previous().previous().difference == 1


@pytest.mark.parametrize("further", [0, 1, 3, 5])
def test_the_agreements_are_in_front_of_any_slide_after_the_discussion(further: int) -> None:
    show = COMPARED
    for _ in range(further):
        show = show.next()
    front = show.toggle_agreements()
    assert front.is_revealed
    assert not front.is_last
    assert (front.difference, front.page, front.point, front.followed) == (None, None, None, 2)
    assert front.toggle_agreements() == front.previous() == show
    last = front.next().next()
    assert (last.agreement_page, last.followed) == (AGREED[2], None)
    assert last.previous() == front.next()
    assert last.next() == show
    assert len({each.place for each in (show, front, front.next(), last)}) == 4


def test_on_a_blank_screen_the_agreements_come_back_first() -> None:
    front = COMPARED.toggle_agreements().next()
    blank = front.toggle_blank(Blank.BLACK)
    assert blank.next() == blank.toggle_agreements() == front


def test_there_are_no_agreements_during_the_discussion_or_without_any() -> None:
    discussing = COMPARED.toggle_result()
    assert discussing.toggle_agreements() == discussing
    alone = SlideShow().at(RESULT)
    assert alone.toggle_agreements() == alone


def test_hiding_the_result_leads_from_the_agreements_to_where_it_was_revealed() -> None:
    hidden = COMPARED.toggle_agreements().toggle_result()
    assert (hidden.slide, hidden.agreement) == (4, None)


def test_what_is_in_sight_stays_when_slides_come_or_go_before_it() -> None:
    second = COMPARED.next().next()
    assert second.with_pages(PAGES, 1, AGREED).difference == 0
    assert second.with_pages(PAGES).slide == RESULT
    page = second.next().next()
    assert (page.page, page.with_pages(PAGES, 1).page, page.with_pages(PAGES, 1).slide) == (1, 1, RESULT + 3)
    assert page.with_pages(()).slide == RESULT
    assert page.with_pages((), 2).slide == RESULT + 2


def test_an_agreement_in_sight_stays_when_others_take_more_slides_or_is_gone() -> None:
    last = COMPARED.toggle_agreements().next().next()
    more = (AGREED[0], *AGREED)
    assert last.with_pages(PAGES, 2, more).agreement == 3
    assert last.with_pages(PAGES, 2, AGREED).agreement == 2
    assert last.with_pages(PAGES, 2, AGREED[:2]).agreement is None
