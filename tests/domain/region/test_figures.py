"""What a region adds up to, for those who have the scans."""

from hypothesis import given

from tests.domain.region.drawing import ALL, CARD, DAY, NONE, TEXTS, answers, file
from tests.domain.region.strategies import choices, files
from vpt_desktop.domain.region.figures import RegionFigures, StatementChange, region_figures
from vpt_desktop.domain.region.laying_together import lay_together
from vpt_desktop.domain.region.region_file import Choices, RegionFile


def figures_of(*given_files: RegionFile) -> RegionFigures:
    return region_figures(lay_together(given_files, CARD, DAY), CARD)


def test_statements_are_counted_in_the_order_of_the_card_and_scores_by_band() -> None:
    figures = figures_of(
        file("a", "Oss", NONE),
        file("b", "Breda", "☑☑☑☐☐☐☐☐☐☐"),
        file("c", "Tilburg", "☑☑☑☑☐☐☐☐☐☐"),
        file("d", "Zundert", ALL),
    )
    assert figures.organisations == 4
    assert figures.statements == (3, 3, 3, 2, 1, 1, 1, 1, 1, 1)
    assert figures.bands == (2, 1, 1)
    assert figures.compared == 0


def test_steps_are_counted_by_statement_with_their_own_number_of_organisations() -> None:
    changed_card = ("Anders.", *TEXTS[1:])
    figures = figures_of(
        file("a", "Oss", "☑☑☐☐☐☐☐☐☐☐", earlier=[answers("☐☑☑☐☐☐☐☐☐☐", 2025)]),
        file("b", "Breda", "☑☑☐☐☐☐☐☐☐☐", earlier=[answers(NONE, 2025, texts=changed_card)]),
        file("c", "Tilburg", ALL),
        file("d", "Zundert", earlier=[answers(NONE, 2025, texts=tuple("abcdefghij"))]),
    )
    assert figures.compared == 2
    assert figures.changes[:4] == (
        StatementChange(organisations=1, forward=1, back=0),
        StatementChange(organisations=2, forward=1, back=0),
        StatementChange(organisations=2, forward=0, back=1),
        StatementChange(organisations=2, forward=0, back=0),
    )
    assert (figures.forward, figures.back) == (2, 1)


@given(files(), choices())
def test_all_counts_agree_with_each_other(given_files: list[RegionFile], by_hand: Choices) -> None:
    region = lay_together(given_files, CARD, DAY, by_hand)
    figures = region_figures(region, CARD)
    assert figures.organisations == sum(figures.bands) == len(region.organisations)
    assert sum(figures.statements) == sum(each.answers.score for each in region.organisations)
    assert all(count <= figures.organisations for count in figures.statements)
    assert all(change.forward + change.back <= change.organisations for change in figures.changes)
    assert all(change.organisations <= figures.compared for change in figures.changes)
    whole = [each for each in region.organisations if each.previous and each.previous.score is not None]
    if len(whole) == figures.compared:
        steps = sum(each.answers.score - each.previous.score for each in whole)
        assert figures.forward - figures.back == steps
