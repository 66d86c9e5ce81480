"""The summary as plain text and as HTML, to paste into a letter, a message or a case system."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import msgspec

from vpt_desktop.report.compared_text import compared_blocks, compared_tables
from vpt_desktop.report.printable import replaced, strings, unprintable
from vpt_desktop.report.summary import Summary
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vpt_desktop.report.contact import Contact
    from vpt_desktop.report.summary import Action, Remark
    from vpt_desktop.report.text import Paragraphs

_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<!--StartFragment--><div lang="nl">
{body}
</div><!--EndFragment-->
</body>
</html>
"""
"""Windows pastes the part between the two comments."""

_TABLE = '<table style="border-collapse: collapse">'
_CELL = 'style="border: 1px solid #4A5672; padding: 4px 8px; text-align: left; vertical-align: top"'


def as_text(summary: Summary) -> str:
    """Return `summary` as plain text with the order and the words of the PDF; lines end in a line feed.

    Characters that `unprintable` returns are replaced as in the PDF.
    """
    return "\n\n".join("\n".join(block) for block in _blocks(_harmless(summary))) + "\n"


def as_html(summary: Summary) -> str:
    """Return `summary` as an HTML document with the order and the words of the PDF; typed text is escaped.

    Characters that `unprintable` returns are replaced as in the PDF.
    """
    summary = _harmless(summary)
    return _PAGE.format(title=escape(summary.title), body="\n".join(_elements(summary)))


def _harmless(summary: Summary) -> Summary:
    content = msgspec.to_builtins(summary)
    refused = unprintable("".join(strings(content)))
    return msgspec.convert(replaced(content, refused), Summary)


def _blocks(summary: Summary) -> Iterator[Iterable[str]]:
    """Yield the blocks of the text, which empty lines separate, each as its lines."""
    yield *summary.sender, summary.hashtag
    yield (summary.title,)
    yield (f"{detail.label}: {detail.text}" for detail in summary.details)
    yield summary.question, f"{summary.score} {WORDS.out_of}"
    yield summary.heading, *summary.message
    if summary.contact:
        yield (_contact(part.text for part in summary.contact),)
    yield (WORDS.points,)
    for point in summary.points:
        yield (f"{point.number}. {point.text} ({_state(ticked=point.ticked)})",)
    if summary.actions:
        yield (WORDS.actions,)
    for action in summary.actions:
        yield *_noted_lines(action), *_filled_lines((WORDS.who, action.who), (WORDS.due, action.due))
    if summary.unsettled:
        yield (_unsettled(summary),)
    if summary.remarks:
        yield (WORDS.remarks,)
    yield from map(_noted_lines, summary.remarks)
    if summary.comparison:
        yield from compared_blocks(summary.comparison)


def _unsettled(summary: Summary) -> str:
    points = (f"{point.number} {point.label}" for point in summary.unsettled)
    return f"{WORDS.not_agreed.capitalize()}: {', '.join(points)}"


def _noted_lines(agreed: Action | Remark) -> Iterator[str]:
    yield f"{agreed.number}. {agreed.label}"
    note = "\n\n".join(map("\n".join, agreed.note))
    yield from _filled_lines((WORDS.note, note))


def _filled_lines(*fields: tuple[str, str]) -> Iterator[str]:
    return (f"{label}: {text}" for label, text in fields if text)


def _contact(parts: Iterable[str]) -> str:
    return f"{WORDS.account_manager}: {', '.join(parts)}"


def _state(*, ticked: bool) -> str:
    return WORDS.ticked if ticked else WORDS.open


def _elements(summary: Summary) -> Iterator[str]:
    """Yield the elements of the body of the HTML document."""
    yield _paragraph((*summary.sender, summary.hashtag))
    yield f"<h1>{escape(summary.title)}</h1>"
    yield _TABLE
    for detail in summary.details:
        yield f'<tr><th scope="row" {_CELL}>{escape(detail.label)}</th>{_cell(escape(detail.text))}</tr>'
    yield "</table>"
    yield f"<h2>{escape(summary.question)}</h2>"
    yield f"<p><strong>{summary.score}</strong> {escape(WORDS.out_of)}</p>"
    yield f"<h3>{escape(summary.heading)}</h3>"
    yield from map(_paragraph, zip(summary.message))
    if summary.contact:
        yield f"<p>{_contact(map(_linked, summary.contact))}</p>"
    yield from _table(
        WORDS.points,
        (WORDS.number, WORDS.point, WORDS.state),
        ((str(point.number), escape(point.text), _state(ticked=point.ticked)) for point in summary.points),
    )
    if summary.actions:
        yield from _table(
            WORDS.actions,
            (WORDS.number, WORDS.point, WORDS.note, WORDS.who, WORDS.due),
            ((*_noted(action), _filled(action.who), _filled(action.due)) for action in summary.actions),
        )
    if summary.unsettled:
        yield f"<p>{escape(_unsettled(summary))}</p>"
    if summary.remarks:
        yield from _table(
            WORDS.remarks, (WORDS.number, WORDS.point, WORDS.note), map(_noted, summary.remarks)
        )
    for compared in compared_tables(summary.comparison) if summary.comparison else ():
        yield from _table(
            compared.title, compared.heads, (map(_compared, row) for row in compared.rows), compared.sentence
        )


def _compared(cell: str | Paragraphs) -> str:
    return escape(cell) if isinstance(cell, str) else _paragraphs(cell)


def _noted(agreed: Action | Remark) -> tuple[str, str, str]:
    return str(agreed.number), escape(agreed.label), _paragraphs(agreed.note) or WORDS.empty


def _filled(text: str) -> str:
    return escape(text) or WORDS.empty


def _linked(contact: Contact) -> str:
    text = escape(contact.text)
    return f'<a href="{escape(contact.link)}">{text}</a>' if contact.link else text


def _table(
    title: str, heads: Iterable[str], rows: Iterable[Iterable[str]], sentence: str = ""
) -> Iterator[str]:
    """Yield a heading and a table; the cells of `rows` are HTML, and the first of each is a row's header."""
    yield f"<h2>{escape(title)}</h2>"
    if sentence:
        yield _paragraph((sentence,))
    yield _TABLE
    yield "<thead><tr>" + "".join(f'<th scope="col" {_CELL}>{head}</th>' for head in map(escape, heads))
    yield "</tr></thead><tbody>"
    for number, *cells in rows:
        yield f'<tr><th scope="row" {_CELL}>{number}</th>{"".join(map(_cell, cells))}</tr>'
    yield "</tbody></table>"


def _cell(html: str) -> str:
    return f"<td {_CELL}>{html}</td>"


def _paragraphs(paragraphs: Paragraphs) -> str:
    return "".join(map(_paragraph, paragraphs))


def _paragraph(lines: Iterable[str]) -> str:
    return f"<p>{'<br>'.join(map(escape, lines))}</p>"
