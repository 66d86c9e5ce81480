"""JSON files with the name and version of their format; their content is not trusted."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from vpt_desktop.domain.file_name import SCAN_SUFFIX
from vpt_desktop.errors import OpenError, OtherVersionError
from vpt_desktop.storage.json_fault import content_fault, name_of, syntax_fault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Version = Annotated[int, Meta(ge=1)]

ADVICE = "gebruik een reservekopie of vraag de maker om een nieuw bestand"

_NO_SCAN = "het is geen VPT-scan", "kies een bestand dat met VPT Desktop is opgeslagen"
_NEWER = "het is gemaakt met een nieuwere versie van VPT Desktop", "dus werk het programma bij"


_ENCODINGS = "utf-8", "utf-16-le", "utf-16-be"


class Head(Struct, forbid_unknown_fields=True):
    """The fields that every file of this program begins with."""

    format: str
    version: Version


class _AnyHead(Struct):
    """The same fields in a file of any version, with other fields that this program may not know."""

    format: str
    version: object = None


Document = TypeVar("Document")


def prepare(*kinds: type) -> None:
    """Have msgspec look into types, when their module is imported.

    It does so at the first use of a type, and crashes if two threads are the first to use one at once.
    """
    for kind in kinds:
        msgspec.json.Decoder(kind)


prepare(_AnyHead)


def decode_document(content: bytes, kinds: Mapping[int, type[Document]], name: str, path: Path) -> Document:
    """Return the document in `content`, of the format `name` and of the kind that its version has.

    A UTF-8 byte order mark, which some editors write, is ignored.

    Args:
        content: of a file.
        kinds: by version, from the oldest to the newest that this program knows.
        name: of the format.
        path: of that file, for the errors only.

    Raises:
        OpenError: the content is no such document; the sentence has what is wrong and where.
        OtherVersionError: it is of a newer version.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    if not _may_have_been(name, content, path):
        raise OpenError(path, *_NO_SCAN)
    try:
        content.decode()
    except UnicodeDecodeError as error:
        raise OpenError(path, "het is geen tekst in UTF-8", ADVICE) from error
    try:
        found = msgspec.json.decode(content, type=_AnyHead)
        if found.format != name:
            raise OpenError(path, *_NO_SCAN)
        if isinstance(found.version, int) and found.version > max(kinds):
            raise OtherVersionError(path, *_NEWER)
    except msgspec.ValidationError as error:
        raise OpenError(path, *_NO_SCAN) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise OpenError(path, syntax_fault(error, content), ADVICE) from error
    version = found.version if isinstance(found.version, int) else max(kinds)
    try:
        document = msgspec.json.decode(content, type=kinds.get(version, kinds[max(kinds)]))
    except msgspec.ValidationError as error:
        raise OpenError(path, content_fault(error), ADVICE) from error
    _refuse_repeated_fields(content, path)
    return document


def _may_have_been(name: str, content: bytes, path: Path) -> bool:
    """Return whether `content` is that of a damaged file, or a whole one, of the format `name`.

    A picture or a letter has nothing that could be mended, nor has a text that happens to begin as JSON does.
    """
    if not content.strip() or any(
        name.encode(form) in content for form in ("utf-8", "utf-16-le", "utf-16-be")
    ):
        return True
    return content.lstrip().startswith(b"{") and path.suffix.lower().startswith(SCAN_SUFFIX)


def _refuse_repeated_fields(content: bytes, path: Path) -> None:
    """Raise OpenError if an object has a field twice: either choice would lose the other."""
    import json  # noqa: PLC0415  msgspec does not report these; needed when a file is opened, not for the window to open

    def names_once(pairs: list[tuple[str, object]]) -> None:
        names = [name for name, _value in pairs]
        if len(set(names)) < len(names):
            repeated = next(name for name in names if names.count(name) > 1)
            raise OpenError(path, f'het veld "{name_of(repeated)}" staat twee keer op één plaats', ADVICE)

    json.loads(content, object_pairs_hook=names_once)
