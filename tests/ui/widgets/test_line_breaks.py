"""Lines of a paragraph: no orphan at its end, no address broken that fits a line, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from vpt_desktop.domain.card import Card
from vpt_desktop.ui.widgets.line_breaks import LEAST_LAST_LINE, balanced_lines, lines_of
from vpt_desktop.ui.widgets.typed_text import with_whole_numbers

WIDTH = 360


@pytest.fixture(scope="module")
def metrics(qapp: QApplication) -> QFontMetricsF:
    font = QFont(qapp.font())
    font.setPixelSize(20)
    return QFontMetricsF(font)


@pytest.mark.parametrize("width", range(200, 1200, 40))
def test_the_last_line_of_every_statement_is_a_quarter_of_the_column(
    metrics: QFontMetricsF, card: Card, width: int
) -> None:
    for statement in card.statements:
        lines = lines_of(statement.text, metrics, width)
        assert " ".join(lines) == statement.text
        assert max(map(metrics.horizontalAdvance, lines)) <= width
        assert len(lines) == 1 or metrics.horizontalAdvance(lines[-1]) >= LEAST_LAST_LINE * width


@pytest.mark.parametrize("width", range(300, 1200, 20))
def test_no_statement_ends_in_a_short_word_alone(metrics: QFontMetricsF, card: Card, width: int) -> None:
    for statement in card.statements:
        last = lines_of(statement.text, metrics, width)[-1]
        assert " " in last or metrics.horizontalAdvance(last) >= width / 2


def test_a_word_is_not_left_alone_to_join_another(metrics: QFontMetricsF) -> None:
    width = metrics.horizontalAdvance("4 Registratie ")
    assert lines_of("4 Registratie (vervolg)", metrics, width) == ["4 Registratie", "(vervolg)"]


def test_an_address_that_fits_a_line_is_not_broken(metrics: QFontMetricsF) -> None:
    text = "Mail naar jan.devries@riec-brabantzeeland.nl"
    assert lines_of(text, metrics, WIDTH) == ["Mail naar", "jan.devries@riec-brabantzeeland.nl"]


def test_an_address_that_fits_no_line_is_broken_after_a_separator(metrics: QFontMetricsF) -> None:
    lines = lines_of("jan.devries@riec-brabantzeeland.nl", metrics, WIDTH / 2)
    assert "".join(lines) == "jan.devries@riec-brabantzeeland.nl"
    assert len(lines) > 1
    assert all(line[-1] in "@.-" for line in lines[:-1])


def test_the_lines_of_a_heading_are_about_equal(metrics: QFontMetricsF) -> None:
    heading = "Maar hoeveel punten scoort jouw gemeente?"
    assert balanced_lines(heading, metrics, WIDTH) == ["Maar hoeveel punten", "scoort jouw gemeente?"]


def test_a_telephone_number_stays_on_one_line(metrics: QFontMetricsF) -> None:
    text = with_whole_numbers("Accountmanager: Jan de Vries, 013 - 123 45 67, of (013) 123 45 68")
    for width in range(200, 800, 20):
        lines = lines_of(text, metrics, width)
        assert any("013 - 123 45 67" in line.replace("\N{NO-BREAK SPACE}", " ") for line in lines)
        assert any("(013) 123 45 68" in line.replace("\N{NO-BREAK SPACE}", " ") for line in lines)


def test_an_empty_text_is_an_empty_line(metrics: QFontMetricsF) -> None:
    assert lines_of(" ", metrics, WIDTH) == [""]


@given(st.text(st.sampled_from("ab .-@蛇"), max_size=300), st.sampled_from([1, 30, 200]))
def test_nothing_is_lost_and_nothing_is_wider_than_the_column(text: str, width: int) -> None:
    metrics = QFontMetricsF(QFont())
    lines = lines_of(text, metrics, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= 1 or metrics.horizontalAdvance(line) <= width + 1 for line in lines)


class Counting(QFontMetricsF):
    """Counts the characters that are measured."""

    measured = 0

    def horizontalAdvance(self, text: str) -> float:  # noqa: N802  Qt's name
        self.measured += len(text)
        return super().horizontalAdvance(text)


@pytest.mark.parametrize("text", ["x" * 10_000, "- " * 5_000, "woord " * 1_600])
def test_what_is_measured_is_in_proportion_to_the_text(text: str) -> None:
    metrics = Counting(QFont())
    assert len(lines_of(text, metrics, WIDTH)) > 10
    assert metrics.measured < 20 * len(text)
