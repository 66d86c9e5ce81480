"""The manual: true to the program and to the card, also once these have changed."""

import re
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import vpt_desktop
from tests.ui.screen import entries_of, message, present
from vpt_desktop.domain.card import Card
from vpt_desktop.resources import manual
from vpt_desktop.ui.document.recovery_keeper import Findings
from vpt_desktop.ui.help.manual_view import anchor
from vpt_desktop.ui.main_window import MainWindow
from vpt_desktop.ui.presentation.keys_help import KeysHelp
from vpt_desktop.ui.region.region_window import RegionWindow

_TICKS = ("1 … 9, 0", "Stelling 1 … 10 aan- of uitvinken")
"""Ten entries of the menu, told in one row."""

_NAMED_BY_NUMBER = re.compile(r"Stelling \d")


@pytest.fixture(scope="module")
def text() -> str:
    return manual().read_text(encoding="utf-8")


def rows(text: str, chapter: str) -> list[tuple[str, str]]:
    """Return the rows of the table under a heading, without its head."""
    under = re.split(r"^#+ ", text.partition(f" {chapter}\n")[2], flags=re.MULTILINE)[0]
    _, _, *cells = [line.strip("| ").split(" | ") for line in under.splitlines() if line.startswith("|")]
    return [(key, does) for key, does in cells]


def test_its_keys_for_presenting_are_those_that_the_program_shows_while_presenting(
    window: MainWindow, qtbot: QtBot, text: str
) -> None:
    present(window, qtbot)
    window.presentation.help()
    (help_window,) = room_or_desk(window, KeysHelp)
    shown = help_window.findChild(QLabel).text()
    cells = [unescape(re.sub("<.*?>", "", cell)) for cell in re.findall(r"<td.*?>(.*?)</td>", shown)]
    keys = [" ".join(cell.split()) for cell in cells[::2]]
    assert rows(text, "Toetsen bij het presenteren") == list(zip(keys, cells[1::2], strict=True))


def room_or_desk(window: MainWindow, kind: type[KeysHelp]) -> list[KeysHelp]:
    return [*window.findChildren(kind), *window.presentation.window.findChildren(kind)]


def test_its_other_keys_are_those_of_the_menus(window: MainWindow, text: str) -> None:
    while_presenting = {command.name for command in window.presentation.commands if command.desk_keys}
    entries = [
        entry
        for entry in entries_of(window.menuBar())
        if entry.shortcuts() and entry.text() not in while_presenting
    ]
    of_menus = {e.text().replace("&", "").split(" (nu ")[0].removesuffix(":"): e.shortcuts() for e in entries}
    told = rows(text, "Alle toetsen")
    assert _TICKS in told
    told.remove(_TICKS)
    assert [does for _, does in told] == [name for name in of_menus if not _NAMED_BY_NUMBER.match(name)]
    for key, does in told:
        assert QKeySequence(key.replace("Delete", "Del")) in of_menus[does], does


def test_its_keys_for_the_region_are_those_of_that_window(window: MainWindow, text: str) -> None:
    window.region.action.trigger()
    (region,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, RegionWindow))
    entries = [entry for entry in entries_of(region.menuBar()) if entry.shortcuts()]
    told = rows(text, "Toetsen in het regio-overzicht")
    assert [does for _, does in told] == [entry.text().replace("&", "") for entry in entries]
    for (key, does), entry in zip(told, entries, strict=True):
        assert QKeySequence(key.replace("Delete", "Del").replace("Enter", "Return")) in entry.shortcuts(), (
            does
        )
    window.region.close()


def test_every_key_that_its_text_names_is_in_one_of_its_tables(text: str) -> None:
    listed = rows(text, "Alle toetsen") + rows(text, "Toetsen bij het presenteren")
    listed += rows(text, "Toetsen in het regio-overzicht")
    tables = " ".join(key for key, _ in listed).split()
    named = re.findall(r"(?<![\w+])(?:(?:Ctrl|Shift)\+(?:Shift\+)?[\w+-]+|F\d+|PageUp|PageDown|Esc)", text)
    ordinary = {"Shift+Tab"}
    assert {key.rstrip(",") for key in named} - ordinary <= {key.rstrip(",") for key in tables}


def test_what_it_prints_bold_stands_on_the_screen_to_the_letter(text: str) -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in Path(vpt_desktop.__file__).parent.rglob("*.py")
    )
    written = set(re.findall(r'"([^"\n]+)"', sources.replace("&", "")))
    bold = {" ".join(name.split()) for name in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL)}
    sentences = {name for name in bold if name.endswith(".")}  # what a paragraph is about
    assert len(bold - sentences) > 20
    assert bold - sentences <= written


def test_what_it_quotes_stands_on_the_card_or_on_the_screen_to_the_letter(
    text: str, card: Card, window: MainWindow
) -> None:
    quoted = re.findall(r"“(.+?)”", text)
    window.recovery.on_found(list, Findings(brought_back=True, waiting=0, unreadable=()))
    assert len(quoted) >= 5
    assert set(quoted) == {card.question, *(band.heading for band in card.bands), message(window)}


def test_its_results_are_those_of_the_card(text: str, card: Card) -> None:
    bounds = [tuple(map(int, re.findall(r"\d+", count))) for count, _ in rows(text, "De kaart invullen")]
    headings = [heading.strip("“”") for _, heading in rows(text, "De kaart invullen")]
    for (first, last), heading in zip(bounds, headings, strict=True):
        assert {card.band(score).heading for score in (first, last)} == {heading}
    assert [bounds[0][0], bounds[-1][1]] == [0, 10]


def test_every_link_leads_to_a_chapter_of_its_own(text: str) -> None:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)]*)\)", text)
    assert len(headings) == len(set(headings))
    assert len(links) > 5
    assert set(links) <= {f"#{anchor(heading)}" for heading in headings}


def test_every_picture_is_told_in_words(text: str) -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", text)
    assert {name for _, name in pictures} == {path.name for path in manual().parent.glob("*.png")}
    assert all(len(words.split()) > 8 for words, _ in pictures)
