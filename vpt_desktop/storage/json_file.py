"""JSON files with the name and version of their format; their content is not trusted."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from vpt_desktop.errors import OpenError, OtherVersionError
from vpt_desktop.storage.json_fault import content_fault, name_of, syntax_fault

if TYPE_CHECKING:
    from pathlib import Path

Version = Annotated[int, Meta(ge=1)]

ADVICE = "gebruik een reservekopie of vraag de maker om een nieuw bestand"

_UTF_16 = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE

_NO_SCAN = "het is geen VPT-scan", "kies een .vpt-bestand"
_NEWER = "het is gemaakt met een nieuwere versie van VPT Desktop", "dus werk het programma bij"


class Head(Struct, forbid_unknown_fields=True):
    """The fields that every file of this program begins with."""

    format: str
    version: Version


class _AnyHead(Struct):
    """The same fields in a file of any version, with other fields that this program may not know."""

    format: str
    version: object = None


Document = TypeVar("Document", bound=Head)


def decode_document(content: bytes, kind: type[Document], head: Head, path: Path) -> Document:
    """Return the document of `kind` in `content`, with the format and at most the version of `head`.

    A UTF-8 byte order mark, which some editors write, is ignored. `path` is for the errors only.

    Raises:
        OpenError: the content is no such document; the sentence has what is wrong and where.
        OtherVersionError: it is of a newer version.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    if content.strip() and not content.lstrip().startswith(b"{") and not content.startswith(_UTF_16):
        raise OpenError(path, *_NO_SCAN)  # a picture, a letter: nothing that could be mended
    try:
        content.decode()
    except UnicodeDecodeError as error:
        raise OpenError(path, "het is geen tekst in UTF-8", ADVICE) from error
    try:
        found = msgspec.json.decode(content, type=_AnyHead)
        if found.format != head.format:
            raise OpenError(path, *_NO_SCAN)
        if isinstance(found.version, int) and found.version > head.version:
            raise OtherVersionError(path, *_NEWER)
    except msgspec.ValidationError as error:
        raise OpenError(path, *_NO_SCAN) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise OpenError(path, syntax_fault(error, content), ADVICE) from error
    try:
        document = msgspec.json.decode(content, type=kind)
    except msgspec.ValidationError as error:
        raise OpenError(path, content_fault(error), ADVICE) from error
    _refuse_repeated_fields(content, path)
    return document


def _refuse_repeated_fields(content: bytes, path: Path) -> None:
    """Raise OpenError if an object has a field twice: either choice would lose the other."""
    import json  # noqa: PLC0415  msgspec does not report these; needed when a file is opened, not for the window to open

    def names_once(pairs: list[tuple[str, object]]) -> None:
        names = [name for name, _value in pairs]
        if len(set(names)) < len(names):
            repeated = next(name for name in names if names.count(name) > 1)
            raise OpenError(path, f'het veld "{name_of(repeated)}" staat twee keer op één plaats', ADVICE)

    json.loads(content, object_pairs_hook=names_once)
