"""Headings and links of a page, which a text browser shows to assistive technology as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from vpt_desktop.ui.widgets.announcement import announce

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextCursor, QTextFragment
    from PySide6.QtWidgets import QTextBrowser


class PageAnnouncer(QObject):
    """Announces what the line of the cursor is, once a screen reader has read it, and a focused link."""

    def __init__(self, page: QTextBrowser) -> None:
        super().__init__(page)
        self._page = page
        self._line = (-1, -1)
        page.cursorPositionChanged.connect(self._on_cursor_moved)

    def announce_heading(self, block: QTextBlock) -> None:
        """Announce the heading that a link has led to."""
        self._line = _line(self._page.textCursor())
        announce(self._page, f"{block.text()}, {_heading(block)}.", subject=self)

    def announce_link(self) -> None:
        """Announce the link that has got the focus by a key."""
        text = self._page.textCursor().selectedText()
        if text:
            announce(self._page, f"{text}, link.", subject=self)

    def _on_cursor_moved(self) -> None:
        cursor = self._page.textCursor()
        line = _line(cursor)
        if line == self._line or cursor.hasSelection():
            return
        self._line = line
        kinds = [_heading(cursor.block()), *(f"link {text}" for text in _links(cursor))]
        said = ", ".join(kind for kind in kinds if kind)
        if said:
            announce(self._page, f"{said[0].upper()}{said[1:]}.", subject=self)


def fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the fragments of a block, each of one format."""
    for place in cast("Iterator[QTextBlock.iterator]", block):  # PySide6's types lack that
        yield place.fragment()


def _line(cursor: QTextCursor) -> tuple[int, int]:
    """Return the numbers of block and line that the cursor is in."""
    line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
    return cursor.blockNumber(), line.lineNumber() if line.isValid() else 0


def _links(cursor: QTextCursor) -> Iterator[str]:
    """Yield the text of each link that begins in the line of the cursor."""
    block = cursor.block()
    line = block.layout().lineForTextPosition(cursor.positionInBlock())
    if not line.isValid():
        return
    for fragment in fragments_of(block):
        begin = fragment.position() - block.position()
        if fragment.charFormat().isAnchor() and 0 <= begin - line.textStart() < line.textLength():
            yield fragment.text()


def _heading(block: QTextBlock) -> str:
    level = block.blockFormat().headingLevel()
    return f"kop niveau {level}" if level else ""
