"""The only importer of Typst: turns a document into a PDF that is valid PDF/UA-1 and PDF/A-2a at once."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypedDict, cast

import msgspec
import typst

from vpt_desktop.errors import TypesettingError
from vpt_desktop.report.document import Document
from vpt_desktop.report.printable import SUBSTITUTE, combining_marks, signs, stand_in, unprintable
from vpt_desktop.report.row_headers import with_row_headers
from vpt_desktop.resources import FONT_FAMILY, FONT_FOLDER, resource
from vpt_desktop.words import WORDS

if TYPE_CHECKING:
    from typing import Unpack

_STANDARDS: Final[list[typst.PDFStandard]] = ["ua-1", "a-2a"]
_LONG = 20_000
"""Characters: what Typst says of each that a typeface lacks would take hundreds of megabytes."""

_AT_ONCE = 500
"""Signs that are looked up together."""

_REFUSED_TEXT = re.compile(r'the text (?:contains the disallowed codepoint )?`"((?:[^"\\]|\\.)+)"`')
_SURELY_PRINTED = "".join(map(chr, range(0x20, 0x7F))) + SUBSTITUTE
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_NAMED_ESCAPES = {"0": "\0", "n": "\n", "r": "\r", "t": "\t"}


class TypesetDocument(msgspec.Struct, frozen=True):
    """A document as PDF, and the distinct characters that were replaced by ◊, in order of appearance."""

    pdf: bytes
    substituted: tuple[str, ...]


class _Draft(NamedTuple):
    """A document, and the texts that were replaced in its content so far."""

    document: Document
    refused: tuple[str, ...] = ()

    def without(self, texts: tuple[str, ...]) -> _Draft:
        return _Draft(self.document.without(texts), self.refused + texts)

    def as_json(self) -> str:
        """Return what the template reads: the content, our words, and the substitute if it is visible."""
        substitute = SUBSTITUTE if any(map(stand_in, self.refused)) else None
        data = {"content": self.document.content, "words": WORDS, "substitute": substitute}
        return msgspec.json.encode(data).decode()


class _Fitted(NamedTuple):
    """A draft without any text that Typst refuses, the typefaces for it, and the PDF of it."""

    draft: _Draft
    fonts: typst.Fonts
    pdf: bytes


class _Output(TypedDict, total=False):
    format: typst.OutputFormat
    ppi: float
    pdf_standards: list[typst.PDFStandard]


class _RefusedError(Exception):
    """Typst refuses to print `texts`, each a character or a cluster of characters."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        super().__init__(texts)
        self.texts = texts


def typeset(document: Document) -> TypesetDocument:
    """Return `document` as a PDF; the same document gives the same bytes on the same computer.

    A character that no typeface of this computer can show is replaced by ◊; the template may explain that.

    Raises:
        TypesettingError: a template is missing or damaged, or Typst fails in a way not foreseen.
    """
    draft, _, pdf = _fitted(document)
    shown = {text.replace(SUBSTITUTE, "") for text in draft.refused if stand_in(text)}
    text = document.text
    places = {character: place for place, character in reversed(list(enumerate(text)))}
    return TypesetDocument(pdf, tuple(sorted(shown, key=lambda own: places.get(own) or text.find(own))))


def page_images(document: Document, ppi: float) -> tuple[bytes, ...]:
    """Return the pages of the PDF that `typeset` returns, each as a PNG of `ppi` pixels per inch.

    Raises:
        TypesettingError: as `typeset` does.
    """
    # Typst refuses missing glyphs in a PDF only; in an image it would leave them out.
    draft, fonts, _ = _fitted(document)
    # The stubs declare bytes only; several pages come as a list.
    pages = cast("bytes | list[bytes]", _compile(draft, fonts, format="png", ppi=ppi))
    return tuple(pages) if isinstance(pages, list) else (pages,)


def _fitted(document: Document) -> _Fitted:
    text = document.text
    draft = _Draft(document).without(unprintable(text))
    missing = _missing(draft, signs(text), _bundled_fonts()) if len(text) >= _LONG else ()
    if not missing:
        try:
            return _Fitted(draft, _bundled_fonts(), _compile_pdf(draft, _bundled_fonts()))
        except _RefusedError:
            pass  # released here: its diagnostics may take 100 MB
    # Not earlier: searching the computer for typefaces takes ten times as long as everything else.
    try:
        fonts = _all_fonts()
        return _reduced_until_it_fits(draft.without(_missing(draft, missing, fonts)), fonts)
    except TypesettingError:
        # A typeface of the computer may be damaged, or its licence may forbid embedding.
        return _reduced_until_it_fits(draft.without(missing), _bundled_fonts())


def _missing(draft: _Draft, asked: tuple[str, ...], fonts: typst.Fonts) -> tuple[str, ...]:
    """Return which of the `asked` signs none of `fonts` has, each looked up once; `draft` has the day."""
    missing = set[str]()
    for first in range(0, len(asked), _AT_ONCE):
        content = {"signs": asked[first : first + _AT_ONCE]}
        probe = _Draft(Document("signs.typ", content, draft.document.day))
        try:
            _compile(probe, fonts, format="pdf", pdf_standards=_STANDARDS)
        except _RefusedError as refusal:
            missing.update(refusal.texts)
    return tuple(sign for sign in asked if sign in missing)


def _reduced_until_it_fits(draft: _Draft, fonts: typst.Fonts) -> _Fitted:
    while True:
        try:
            return _Fitted(draft, fonts, _compile_pdf(draft, fonts))
        except _RefusedError as refusal:
            reduced = draft.without(refusal.texts)
            if reduced.document == draft.document:
                raise TypesettingError(f"{len(refusal.texts)} texts are refused") from refusal
            draft = reduced


def _compile_pdf(draft: _Draft, fonts: typst.Fonts) -> bytes:
    return with_row_headers(_compile(draft, fonts, format="pdf", pdf_standards=_STANDARDS))


def _compile(draft: _Draft, fonts: typst.Fonts, **output: Unpack[_Output]) -> bytes:
    document = draft.document
    template = resource(document.template)
    try:
        return typst.compile(
            template,
            root=template.parent,  # the templates import from each other
            font_paths=fonts,
            sys_inputs={"data": draft.as_json()},
            timestamp=dt.datetime.combine(document.day, dt.time(), dt.UTC),
            **output,
        )
    except typst.TypstError as error:
        texts = tuple(map(_unescaped, _REFUSED_TEXT.findall(error.diagnostic)))
        if not texts:
            raise TypesettingError(f"{document.template}: {error.message}") from error
        # Typst names a whole run of text; what the typeface surely has is not the part that is missing.
        raise _RefusedError(tuple(text for text in texts if text.strip(_SURELY_PRINTED))) from error
    except (OSError, RuntimeError) as error:
        raise TypesettingError(f"{document.template}: {error}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        # Typst 0.15 panics on a stray combining mark in right-to-left text, typst/typst#8667.
        raise _RefusedError(combining_marks(document.text)) from error


def _unescaped(text: str) -> str:
    """Return `text` with the escapes of Rust's debug format decoded."""
    return _ESCAPE.sub(
        lambda escape: chr(int(escape[1], 16)) if escape[1] else _NAMED_ESCAPES.get(escape[2], escape[2]),
        text,
    )


@cache
def _bundled_fonts() -> typst.Fonts:
    return _fonts(include_system_fonts=False)


@cache
def _all_fonts() -> typst.Fonts:
    return _fonts(include_system_fonts=True)


def _fonts(*, include_system_fonts: bool) -> typst.Fonts:
    fonts = typst.Fonts(include_system_fonts, include_embedded_fonts=False, font_paths=[FONT_FOLDER])
    if FONT_FAMILY not in fonts.families():
        # Without any typeface, Typst leaves out all text and reports no error.
        raise TypesettingError(f"{FONT_FAMILY} ontbreekt in {FONT_FOLDER}")
    return fonts
