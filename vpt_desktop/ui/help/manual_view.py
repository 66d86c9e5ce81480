"""The view of the manual."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from vpt_desktop.override import override
from vpt_desktop.resources import manual
from vpt_desktop.ui.help.page_announcer import PageAnnouncer, fragments_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QKeyEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

_LINE_HEIGHT = 130
"""In per cent of the typeface's own line height."""

# In units of the text size:
_MARGIN = 1.2
_BETWEEN = 0.6
_ABOVE_HEADING = 1.4


class ManualView(QTextBrowser):
    """Text browser with the manual from its Markdown file; links work within it only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_anchor_clicked)
        # A cursor, which a screen reader follows.
        self.setTextInteractionFlags(
            self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        file = manual()
        self.setSearchPaths([str(file.parent)])
        self.setMarkdown(file.read_text(encoding="utf-8"))
        self._format_fragments()
        self._format_blocks()
        self._announcer = PageAnnouncer(self)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        moved = super().focusNextPrevChild(next)
        if moved and self.hasFocus():
            self._announcer.announce_link()
        return moved

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.textCursor()
        super().keyPressEvent(event)
        self._step_over_picture(before)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._format_blocks()

    def _format_fragments(self) -> None:
        """Limit pictures to the width, add their captions, and let links follow the colours."""
        fragments = [fragment for block in self._blocks() for fragment in fragments_of(block)]
        for fragment in reversed(fragments):  # an insertion moves only what follows it
            char = fragment.charFormat()
            cursor = QTextCursor(self.document())
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            if char.isImageFormat():
                image = QTextImageFormat(char.toImageFormat())
                image.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                cursor.setCharFormat(image)
                cursor.clearSelection()
                cursor.insertBlock()
                caption = QTextCharFormat()
                caption.setFontItalic(True)
                alternative = str(char.property(QTextFormat.Property.ImageAltText))
                cursor.insertText(f"Afbeelding: {alternative}", caption)
            elif char.isAnchor():
                char.clearForeground()
                char.setFontUnderline(True)
                cursor.setCharFormat(char)

    def _format_blocks(self) -> None:
        em = self.fontInfo().pixelSize()
        self.document().setDocumentMargin(_MARGIN * em)
        for block in self._blocks():
            cursor = QTextCursor(block)
            layout = QTextBlockFormat()
            if not cursor.currentTable():
                layout.setTopMargin((_ABOVE_HEADING if _is_heading(block) else 0) * em)
                layout.setBottomMargin(_BETWEEN * em)
            if not _is_picture(block):
                layout.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(layout)

    def _step_over_picture(self, before: QTextCursor) -> None:
        """Move on from a picture in the direction of the key: only its caption can be read aloud."""
        cursor = self.textCursor()
        if cursor.position() == before.position() or not _is_picture(cursor.block()):
            return
        back = cursor.position() < before.position()
        move = QTextCursor.MoveOperation.PreviousBlock if back else QTextCursor.MoveOperation.NextBlock
        keep = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
        if cursor.movePosition(move, keep):
            self.setTextCursor(cursor)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _on_anchor_clicked(self, link: QUrl) -> None:
        for block in self._blocks():
            if link.toString() == f"#{anchor(block.text())}" and _is_heading(block):
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                self._announcer.announce_heading(block)


def anchor(heading: str) -> str:
    """Return a heading's name in a Markdown link: in lower case, with dashes for spaces."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _is_picture(block: QTextBlock) -> bool:
    return any(fragment.charFormat().isImageFormat() for fragment in fragments_of(block))


def _is_heading(block: QTextBlock) -> bool:
    return block.blockFormat().headingLevel() > 0
