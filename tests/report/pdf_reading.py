"""Reads a PDF back as assistive technology does, with a library that did not write it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTIFACT = -1


@dataclass(frozen=True)
class Glyph:
    """One printed glyph: the text it stands for, and where it lies on its page, in points."""

    text: str
    page: int
    content_id: int
    left: float
    right: float
    baseline: float


@dataclass(frozen=True)
class Element:
    """One element of the structure tree, with all text under it in reading order."""

    tag: str
    text: str
    attributes: dict[str, str]
    children: tuple[Element, ...]

    def find(self, tag: str) -> list[Element]:
        """Return the elements with `tag` under this one, in reading order."""
        own = [self] if self.tag == tag else []
        return own + [found for child in self.children for found in child.find(tag)]


@dataclass
class _Font:
    """How the codes of a font are read and how wide they are, in text space units at size 1."""

    texts: dict[int, str]
    widths: dict[int, float]
    code_length: int

    @classmethod
    def of(cls, font: pikepdf.Object) -> _Font:
        texts = _texts(font.ToUnicode.read_bytes().decode("latin-1"))
        if font.Subtype == "/Type3":
            scale, first = float(font.FontMatrix[0]), int(font.FirstChar)
            return cls(texts, {first + i: float(w) * scale for i, w in enumerate(font.Widths)}, 1)
        return cls(texts, dict(_cid_widths(font.DescendantFonts[0])), 2)

    def codes(self, string: bytes) -> Iterator[int]:
        for i in range(0, len(string), self.code_length):
            yield int.from_bytes(string[i : i + self.code_length], "big")


def _texts(cmap: str) -> dict[int, str]:
    assert "beginbfrange" not in cmap
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL)
        for code, text in re.findall(r"<([0-9A-F]+)>\s*<([0-9A-F]*)>", block)
    }


def _cid_widths(font: pikepdf.Object) -> Iterator[tuple[int, float]]:
    items = list(font.W)
    while items:
        first, second = int(items.pop(0)), items.pop(0)
        if isinstance(second, pikepdf.Array):
            yield from ((first + i, float(width) / 1000) for i, width in enumerate(second))
        else:
            width = float(items.pop(0)) / 1000
            yield from ((code, width) for code in range(first, int(second) + 1))


@dataclass
class _Reader:
    """The graphics and text state that a page's content is read with."""

    page: int
    fonts: dict[str, _Font]
    glyphs: list[Glyph] = field(default_factory=list)
    matrix: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)
    saved: list[pikepdf.Matrix] = field(default_factory=list)
    text_matrix: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)
    marks: list[tuple[str, object]] = field(default_factory=list)
    font: _Font | None = None
    size: float = 0

    def read(self, operator: str, operands: list[pikepdf.Object]) -> None:  # noqa: C901  one case an operator
        match operator:
            case "q":
                self.saved.append(self.matrix)
            case "Q":
                self.matrix = self.saved.pop()
            case "cm":
                self.matrix = pikepdf.Matrix(*map(float, operands)) @ self.matrix
            case "Tf":
                self.font, self.size = self.fonts[str(operands[0])], float(operands[1])
            case "Tm":
                self.text_matrix = pikepdf.Matrix(*map(float, operands))
            case "Tj":
                self.show([operands[0]])
            case "TJ":
                self.show(list(operands[0]))
            case "BMC":
                self.marks.append(("artifact", None))
            case "BDC":
                self.marks.append(self.mark(*operands))
            case "EMC":
                self.marks.pop()
            case "Td" | "TD" | "T*" | "'" | '"' | "Do" | "Tz" | "Tc" | "Tw":
                raise NotImplementedError(operator)

    def mark(self, tag: pikepdf.Object, properties: pikepdf.Object) -> tuple[str, object]:
        if "/ActualText" in properties:
            return "text", [str(properties.ActualText)]
        return ("artifact", None) if tag == "/Artifact" else ("content", int(properties.MCID))

    def show(self, items: list[pikepdf.Object]) -> None:
        assert self.font
        marks = dict(self.marks)
        content_id = marks.get("content", ARTIFACT)
        actual_text = marks.get("text")
        for item in items:
            if not isinstance(item, pikepdf.String):
                self.advance(-float(item) / 1000 * self.size)
                continue
            for code in self.font.codes(bytes(item)):
                text = self.font.texts.get(code, "") if actual_text is None else "".join(actual_text)
                if actual_text:
                    actual_text.clear()
                left, baseline = self.position()
                self.advance(self.font.widths.get(code, 0) * self.size)
                right, _ = self.position()
                self.glyphs.append(Glyph(text, self.page, content_id, left, right, baseline))

    def advance(self, distance: float) -> None:
        self.text_matrix = pikepdf.Matrix(1, 0, 0, 1, distance, 0) @ self.text_matrix

    def position(self) -> tuple[float, float]:
        placed = self.text_matrix @ self.matrix
        return placed.e, placed.f


class Pdf:
    """A PDF read back: its glyphs, its structure and what it says of itself."""

    def __init__(self, data: bytes) -> None:
        self.file = pikepdf.open(io.BytesIO(data))
        self.page_count = len(self.file.pages)
        self.glyphs = [
            glyph for number, page in enumerate(self.file.pages) for glyph in _glyphs(number, page)
        ]
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.file.pages)}
        self._texts: dict[tuple[int, int], str] = {}
        for glyph in self.glyphs:
            place = glyph.page, glyph.content_id
            self._texts[place] = self._texts.get(place, "") + glyph.text
        self.structure = self._element(self.file.Root.StructTreeRoot.K[0])

    @property
    def text(self) -> str:
        """All text in reading order, without what only decorates pages."""
        return self.structure.text

    def artifacts(self, page: int) -> str:
        """Return the text of page 0 and up that assistive technology skips, such as a footer."""
        return self._texts.get((page, ARTIFACT), "")

    @property
    def bookmarks(self) -> list[tuple[int, str]]:
        with self.file.open_outline() as outline:
            return list(_bookmarks(outline.root, 1))

    def _element(self, node: pikepdf.Object) -> Element:
        kids = node.get("/K", [])
        children, texts = [], []
        for kid in kids if isinstance(kids, (list, pikepdf.Array)) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                children.append(self._element(kid))
                texts.append(children[-1].text)
            elif isinstance(kid, pikepdf.Dictionary):
                if "/MCID" in kid:  # else it is a link's place on the page
                    texts.append(self._texts.get((self._numbers[kid.Pg.objgen], int(kid.MCID)), ""))
            else:
                texts.append(self._texts.get((self._numbers[node.Pg.objgen], int(kid)), ""))
        attributes = {key: str(node[key]) for key in ("/Alt", "/A") if key in node}
        return Element(str(node.S)[1:], "".join(texts), attributes, tuple(children))


def _glyphs(number: int, page: pikepdf.Page) -> list[Glyph]:
    fonts = {name: _Font.of(font) for name, font in page.resources.get("/Font", {}).items()}
    reader = _Reader(number, fonts)
    for instruction in pikepdf.parse_content_stream(page):
        reader.read(str(instruction.operator), list(instruction.operands))
    return reader.glyphs


def _bookmarks(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _bookmarks(item.children, level + 1)
