"""Typed text on the desk: a word is broken only where it is wider than a whole line."""

import pytest
from pytestqt.qtbot import QtBot

from vpt_desktop.ui.widgets.wrapped_label import WrappedLabel

CONTACT = "Accountmanager: B. Jansen, 06 12345678, b.jansen@voorbeeldstad.example.nl"


@pytest.fixture
def label(qtbot: QtBot) -> WrappedLabel:
    shown = WrappedLabel()
    qtbot.addWidget(shown)
    shown.show_text(CONTACT)
    shown.show()
    return shown


def test_an_address_that_fits_a_line_is_on_one(label: WrappedLabel) -> None:
    whole = label.fontMetrics().horizontalAdvance("b.jansen@voorbeeldstad.example.nl")
    for width in range(whole + 10, 4 * whole, 7):
        label.resize(width, 300)
        assert any("b.jansen@voorbeeldstad.example.nl" in line for line in label.text().split("\n"))


@pytest.mark.parametrize("width", [60, 100, 150, 300, 600])
def test_all_of_it_is_in_sight_at_every_width(label: WrappedLabel, width: int) -> None:
    label.resize(width, label.heightForWidth(width))
    lines = label.text().split("\n")
    assert "".join(lines).replace(" ", "") == CONTACT.replace(" ", "")
    assert max(map(label.fontMetrics().horizontalAdvance, lines)) <= width
    assert label.height() >= len(lines) * label.fontMetrics().lineSpacing() - label.fontMetrics().leading()


def test_it_asks_for_no_more_width_than_a_narrow_column_has(label: WrappedLabel) -> None:
    label.resize(100, 300)
    assert label.minimumSizeHint().width() < 100


def test_it_is_read_in_one_piece(label: WrappedLabel) -> None:
    label.resize(100, 300)
    assert label.accessibleName() == CONTACT
