"""The division of rows over slides."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontMetricsF

from vpt_desktop.override import override
from vpt_desktop.ui.presentation.rows import Columns, Item, pages_of


class CountingMetrics(QFontMetricsF):
    """Metrics that count how often a text is measured."""

    measured = 0

    @override
    def horizontalAdvance(self, text: str) -> float:
        self.measured += 1
        return super().horizontalAdvance(text)


def columns() -> Columns:
    return Columns(200, 600, CountingMetrics(QFont()), CountingMetrics(QFont()))


def continued(pages: list[list[object]]) -> Iterator[bool]:
    for page in pages:
        yield "(vervolg)" in " ".join(page[0].label)


def test_a_row_that_takes_many_slides_goes_on_under_its_label() -> None:
    lines = tuple(f"regel {number}" for number in range(30))
    pages = pages_of((Item(1, "1 Norm", lines), Item(2, "2 Melden", ("kort",))), columns(), 12)
    assert [[len(row.texts) for row in page] for page in pages] == [[12], [12], [6, 1]]
    assert [text for page in pages for text in page[0].texts] == list(lines)
    assert list(continued(pages)) == [False, True, True]


def test_each_of_very_many_lines_is_measured_once() -> None:
    room = columns()
    pages_of((Item(1, "1 Norm", ("regel",) * 5000),), room, 12)
    assert room.text_metrics.measured == 5000
    assert room.label_metrics.measured < 10
