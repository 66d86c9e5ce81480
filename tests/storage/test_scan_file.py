"""A scan as a file: what is written is read back, and what is not a scan is refused in a sentence."""

import codecs
import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.killing import Program
from tests.storage.scans import ANY_TEXT, FULL, SCANS, filled_with
from vpt_desktop.domain.card import STATEMENT_LIMIT
from vpt_desktop.domain.earlier_scan import Agreement
from vpt_desktop.domain.scan import TEXT_LIMIT, AccountManager, Answer, Scan
from vpt_desktop.errors import OpenError, OtherVersionError, TextTooLongError
from vpt_desktop.resources import load_card
from vpt_desktop.storage.file_reading import FILE_LIMIT
from vpt_desktop.storage.scan_file import decode_scan, encode_scan, read_scan

CARD = load_card()
PATH = Path("map/VPT-scan Oss.vpt")
CONTENT = encode_scan(FULL, CARD)

OTHER_FILE = "kies een bestand dat met VPT Desktop is opgeslagen"
VERSION_FAULT = 'in het bestand, veld "version", hoort een geheel getal vanaf 1 te staan'
ANOTHER_COPY = "gebruik een reservekopie of vraag de maker om een nieuw bestand"


STATEMENTS_FAULT = 'in het bestand, veld "statements", hoort een lijst van de 10 stellingen te staan'
ID_FAULT = 'in het bestand, veld "id", hoort een kenmerk van 32 hexadecimale cijfers te staan'
SAVED_FAULT = 'in het bestand, veld "saved", hoort een tijdstip zoals 2026-11-23T14:05:00Z, of null te staan'
MOMENT_FAULT = "het tijdstip van opslaan kan niet"
EARLIER_LIST_FAULT = 'in het bestand, veld "earlier", hoort een lijst van hoogstens 5 eerdere scans te staan'
TICKS_FAULT = 'bij eerdere scan 2, veld "ticks", hoort een lijst van 10 keer true of false te staan'
TEXT_FAULT = "hoort een tekst van hoogstens 100.000 tekens te staan"
OUTCOME_FAULT = (
    'bij afspraak 2 van eerdere scan 2, veld "uitkomst", '
    "hoort null of settled of running of not_started of dropped te staan"
)


def earlier_files() -> list[dict[str, Any]]:
    """Return the earlier scans in a valid file."""
    return list(json.loads(CONTENT)["scan"]["earlier"])


def on_disk(text: str) -> str:
    """Return what becomes of `text` in UTF-8: every half of a surrogate pair that stands alone is U+FFFD."""
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return re.sub("[\ud800-\udfff]", "\ufffd", joined)


def scan_on_disk(scan: Scan) -> Scan:
    manager = scan.account_manager
    return replace(
        scan,
        organisation=on_disk(scan.organisation),
        participants=on_disk(scan.participants),
        leader=on_disk(scan.leader),
        account_manager=AccountManager(*map(on_disk, (manager.name, manager.phone, manager.email))),
        answers=tuple(
            Answer(answer.ticked, on_disk(answer.note), on_disk(answer.who), on_disk(answer.due))
            for answer in scan.answers
        ),
        earlier=tuple(
            replace(each, agreements=tuple(map(agreement_on_disk, each.agreements))) for each in scan.earlier
        ),
    )


def agreement_on_disk(agreement: Agreement) -> Agreement:
    texts = {name: on_disk(getattr(agreement, name)) for name in ("note", "who", "due", "remark")}
    return replace(agreement, **texts)


def refusal(content: bytes) -> str:
    """Return the sentence that refuses `content`, without what all such sentences share."""
    with pytest.raises(OpenError) as caught:
        decode_scan(content, CARD, PATH)
    start, end = "VPT-scan Oss.vpt is niet geopend: ", "."
    sentence = str(caught.value)
    assert sentence.startswith(start)
    assert sentence.endswith(end)
    return sentence[len(start) : -len(end)].replace("; er is niets veranderd, ", " | ")


def changed(change: str, value: object = None) -> bytes:
    """Return a valid file of which what Python calls `file<change>` is `value`."""
    file = json.loads(CONTENT)
    exec(f"file{change} = value", {"file": file, "value": value})  # noqa: S102  the tests' own words
    return json.dumps(file).encode()


def without(change: str) -> bytes:
    file = json.loads(CONTENT)
    exec(f"del file{change}", {"file": file})  # noqa: S102  the tests' own words
    return json.dumps(file).encode()


@given(SCANS)
@example(filled_with('\ud83d\ude00 \ude00\ud83d \x00 \u2028 </script> \\ " \ufeff'))
def test_any_scan_written_is_read_back(scan: Scan) -> None:
    assert decode_scan(encode_scan(scan, CARD), CARD, PATH) == scan_on_disk(scan)


@given(SCANS)
def test_a_scan_read_back_is_written_as_it_was(scan: Scan) -> None:
    content = encode_scan(scan, CARD)
    assert encode_scan(decode_scan(content, CARD, PATH), CARD) == content


def test_a_file_is_lines_that_people_can_read() -> None:
    lines = CONTENT.decode().splitlines()
    assert lines[:3] == ["{", '  "format": "vpt-scan",', '  "version": 2,']
    assert '    "organisation": "Gemeente Oss",' in lines
    assert '        "note": "Toelichting 1.\\nTweede regel: “één”, 😀",' in lines
    assert CONTENT.endswith(b"\n}\n")


def test_a_scan_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "scan.vpt"
    path.write_bytes(CONTENT)
    assert read_scan(path, CARD) == FULL


def test_a_byte_order_mark_is_passed_over() -> None:
    assert decode_scan(codecs.BOM_UTF8 + CONTENT, CARD, PATH) == FULL


@pytest.mark.parametrize("text", ["\x01", "😀", "é", "x"])
def test_the_longest_texts_make_a_file_that_can_be_opened(text: str) -> None:
    scan = filled_with(text * TEXT_LIMIT, text * STATEMENT_LIMIT)
    content = encode_scan(scan, CARD)
    assert len(content) < FILE_LIMIT
    assert decode_scan(content, CARD, PATH) == scan


@pytest.mark.parametrize(
    ("scan", "where"),
    [
        (Scan(dt.date(2026, 1, 1), leader="x" * 100_001), 'in het bestand, veld "begeleider"'),
        (
            FULL.with_answer(4, Answer(who="x" * 100_001)),
            'bij stelling 4, veld "wie"',
        ),
    ],
)
def test_a_text_that_could_not_be_read_back_is_not_written(scan: Scan, where: str) -> None:
    with pytest.raises(TextTooLongError) as caught:
        encode_scan(scan, CARD)
    assert str(caught.value) == (
        f"De scan is niet opgeslagen: {where}, hoort een tekst van hoogstens 100.000 tekens te staan; "
        "je scan staat nog in dit venster, dus kort die tekst in."
    )


@pytest.mark.parametrize(
    ("content", "fault", "advice"),
    [
        (b"", "het is beschadigd of houdt halverwege op", ANOTHER_COPY),
        (CONTENT[:-20], "het is beschadigd of houdt halverwege op", ANOTHER_COPY),
        (CONTENT.replace(b"[", b"(", 1), "regel 5 is beschadigd", ANOTHER_COPY),
        (b"Beste collega,", "het is geen VPT-scan", OTHER_FILE),
        (b"%PDF-1.7 \xe2\xe3\xcf\xd3", "het is geen VPT-scan", OTHER_FILE),
        (b"\x89PNG\r\n\x1a\n", "het is geen VPT-scan", OTHER_FILE),
        (CONTENT.decode().encode("utf-16"), "het is geen tekst in UTF-8", ANOTHER_COPY),
        (CONTENT.decode().encode("cp1252", "replace"), "het is geen tekst in UTF-8", ANOTHER_COPY),
        ("Beste collega,".encode("utf-16"), "het is geen VPT-scan", OTHER_FILE),
        (b"PK\x03\x04" + b"\0" * 30, "het is geen VPT-scan", OTHER_FILE),
        (b"[" * 100_000, "het is geen VPT-scan", OTHER_FILE),
        (b'{"x": ' + b"[" * 100_000, "de inhoud is te diep genest", ANOTHER_COPY),
        (
            changed("['scan']", [[[[]]]]),
            'in het bestand, veld "scan", hoort een ingevulde kaart te staan',
            None,
        ),
        (b"{}", "het is geen VPT-scan", OTHER_FILE),
        (b"[]", "het is geen VPT-scan", OTHER_FILE),
        (b"null", "het is geen VPT-scan", OTHER_FILE),
        (changed("['format']", "vpt-herstel"), "het is geen VPT-scan", OTHER_FILE),
        (changed("['version']", 1.0), VERSION_FAULT, ANOTHER_COPY),
        (changed("['version']", 2.0), VERSION_FAULT, ANOTHER_COPY),
        (changed("['version']", 0), VERSION_FAULT, ANOTHER_COPY),
        (changed("['version']", "1"), VERSION_FAULT, ANOTHER_COPY),
        (without("['version']"), 'in het bestand ontbreekt het veld "version"', ANOTHER_COPY),
        (changed("['version']", 1), 'in het bestand staat een onbekend veld "statements"', None),
        (changed("['statements']", ["Eén."]), STATEMENTS_FAULT, None),
        (changed("['statements'][3]", "x" * 1001), STATEMENTS_FAULT, None),
        (changed("['statements'][3]", "Anders."), "de stellingen zijn niet die van de kaart", None),
        (changed("['scan']['id']", "1" * 31), ID_FAULT, None),
        (changed("['scan']['id']", "G" * 32), ID_FAULT, None),
        (changed("['scan']['saved']", "2026-11-23 14:05"), SAVED_FAULT, None),
        (changed("['scan']['saved']", "2026-11-23T14:05:00"), SAVED_FAULT, None),
        (changed("['scan']['saved']", "2026-11-23T14:05:00+01:00"), MOMENT_FAULT, None),
        (changed("['scan']['saved']", "1969-11-23T14:05:00Z"), MOMENT_FAULT, None),
        (changed("['scan']['saved']", "9999-12-31T23:05:00Z"), MOMENT_FAULT, None),
        (changed("['scan']['saved']", "0001-01-01T00:00:00+23:59"), MOMENT_FAULT, None),
        (
            changed("['scan']['region_copy']", 0),
            'in het bestand, veld "region_copy", hoort true of false te staan',
            None,
        ),
        (changed("['scan']['earlier']", earlier_files()[:1] * 6), EARLIER_LIST_FAULT, None),
        (
            changed("['scan']['earlier'][0:1]", earlier_files()[:1] * 2),
            "een eerdere scan staat er twee keer in",
            None,
        ),
        (
            changed("['scan']['earlier']", earlier_files()[::-1]),
            "de eerdere scans staan niet op volgorde",
            None,
        ),
        (changed("['scan']['earlier'][0]['saved']", "1950-01-01T00:00:00Z"), MOMENT_FAULT, None),
        (
            changed("['scan']['earlier'][1]['earlier']", earlier_files()),
            'bij eerdere scan 2 staat een onbekend veld "earlier"',
            None,
        ),
        (changed("['scan']['earlier'][1]['ticks'][0]", 1), TICKS_FAULT, None),
        (changed("['scan']['earlier'][1]['ticks']", [True] * 9), TICKS_FAULT, None),
        (without("['scan']['earlier'][0]['date']"), 'bij eerdere scan 1 ontbreekt het veld "datum"', None),
        (
            changed("['scan']['earlier'][0]['agreements']", earlier_files()[1]["agreements"]),
            "alleen de laatste eerdere scan heeft afspraken",
            None,
        ),
        (
            changed("['scan']['earlier'][1]['agreements']", earlier_files()[1]["agreements"] * 2),
            "de afspraken staan niet op volgorde",
            None,
        ),
        (
            changed("['scan']['earlier'][1]['agreements'][0]['statement']", 1),
            "er is een afspraak bij een stelling die aangevinkt was",
            None,
        ),
        (
            changed("['scan']['earlier'][1]['agreements'][1]['since']", 10_000),
            'bij afspraak 2 van eerdere scan 2, veld "since", hoort een jaartal te staan',
            None,
        ),
        (changed("['scan']['earlier'][1]['agreements'][1]['outcome']", "klaar"), OUTCOME_FAULT, None),
        (
            changed("['scan']['earlier'][1]['agreements'][0]['remark']", "x" * 100_001),
            f'bij afspraak 1 van eerdere scan 2, veld "opmerking", {TEXT_FAULT}',
            None,
        ),
        (without("['scan']"), 'in het bestand ontbreekt het veld "scan"', None),
        (without("['scan']['date']"), 'in het bestand ontbreekt het veld "datum"', None),
        (without("['scan']['answers'][3]['who']"), 'bij stelling 4 ontbreekt het veld "wie"', None),
        (changed("['extra']", 1), 'in het bestand staat een onbekend veld "extra"', None),
        (changed("['scan']['answers'][9]['x']", 1), 'bij stelling 10 staat een onbekend veld "x"', None),
        (changed("['scan']['`` - at `$.scan.date']", 1), "in het bestand staat een onbekend veld", None),
        (changed("['scan']['answers'][2]", 3), "bij stelling 3 staat iets anders dan daar hoort", None),
        (
            changed("['scan']['answers'][3]['who']", 7),
            'bij stelling 4, veld "wie", hoort een tekst van hoogstens 100.000 tekens te staan',
            None,
        ),
        (
            changed("['scan']['answers'][3]['note']", "x" * 100_001),
            'bij stelling 4, veld "toelichting", hoort een tekst van hoogstens 100.000 tekens te staan',
            None,
        ),
        (
            changed("['scan']['answers'][0]['ticked']", 1),
            'bij stelling 1, veld "aangevinkt", hoort true of false te staan',
            None,
        ),
        (
            changed("['scan']['answers'][9]['statement']", 11),
            'bij stelling 10, veld "stelling", hoort een nummer van 1 tot en met 10 te staan',
            None,
        ),
        (
            changed("['scan']['date']", "2026-02-30"),
            'in het bestand, veld "datum", hoort een datum zoals 2026-11-23 te staan',
            None,
        ),
        (without("['scan']['answers'][6]"), "stelling 7 ontbreekt", None),
        (changed("['scan']['answers']", []), "stelling 1 ontbreekt", None),
        (changed("['scan']['answers'][4]['statement']", 4), "stelling 4 staat er 2 keer in", None),
        (
            changed("['scan']['answers'][0:2]", json.loads(CONTENT)["scan"]["answers"][1::-1]),
            "de stellingen staan niet op volgorde",
            None,
        ),
        (
            CONTENT.replace(b'"who"', b'"who": "eerst", "who"', 1),
            'het veld "wie" staat twee keer op één plaats',
            None,
        ),
        (
            CONTENT.replace(b'"version"', b'"version": 1, "version"'),
            'het veld "version" staat twee keer op één plaats',
            None,
        ),
    ],
)
def test_what_is_no_scan_is_refused_in_a_sentence(content: bytes, fault: str, advice: str | None) -> None:
    assert refusal(content) == f"{fault} | {advice or ANOTHER_COPY}"


@pytest.mark.parametrize(
    "text", [rb"{\rtf1\ansi Beste collega,}", b"{% comment %}", b'{"a": "caf\xe9"}', b"{" * 2_000]
)
@pytest.mark.parametrize(
    ("name", "fault"), [("brief.rtf", "het is geen VPT-scan"), ("scan.vpt", "(beschadigd|diep|UTF-8)")]
)
def test_a_text_that_begins_as_a_scan_does_is_damaged_only_if_it_is_named_as_one(
    text: bytes, name: str, fault: str
) -> None:
    with pytest.raises(OpenError, match=fault):
        decode_scan(text, CARD, Path(name))


@pytest.mark.parametrize(
    "content",
    [
        changed("['version']", 3),
        changed("['version']", 2**70),
        b'{"format": "vpt-scan", "version": 3, "cards": [{"new": "things"}]}',
    ],
)
def test_a_newer_version_says_that_a_newer_program_is_needed(content: bytes) -> None:
    newer = "het is gemaakt met een nieuwere versie van VPT Desktop | dus werk het programma bij"
    assert refusal(content) == newer
    with pytest.raises(OtherVersionError):
        decode_scan(content, CARD, PATH)


def test_a_scan_on_another_card_says_so() -> None:
    assert refusal(changed("['card']", "0" * 64)) == (
        "het is ingevuld op een andere kaart dan die van deze versie van VPT Desktop | "
        "dus open het met de versie waarmee het is gemaakt"
    )


def gives_a_scan_or_the_named_error(content: bytes) -> None:
    try:
        scan = decode_scan(content, CARD, PATH)
    except OpenError as error:
        sentence = str(error)
        assert sentence.startswith("VPT-scan Oss.vpt is niet geopend: ")
        assert sentence.endswith(".")
        assert sentence.isprintable()
    else:
        assert decode_scan(encode_scan(scan, CARD), CARD, PATH) == scan


@given(st.binary(max_size=200))
def test_any_bytes_give_the_named_error(content: bytes) -> None:
    gives_a_scan_or_the_named_error(content)


@given(st.integers(0, len(CONTENT)))
def test_a_file_that_is_cut_off_gives_the_named_error(end: int) -> None:
    gives_a_scan_or_the_named_error(CONTENT[:end])


@given(st.lists(st.tuples(st.integers(0, len(CONTENT) - 1), st.integers(1, 255)), min_size=1, max_size=5))
def test_a_file_with_flipped_bytes_gives_a_scan_or_the_named_error(flips: list[tuple[int, int]]) -> None:
    content = bytearray(CONTENT)
    for place, bits in flips:
        content[place] ^= bits
    gives_a_scan_or_the_named_error(bytes(content))


@given(st.integers(0, len(CONTENT)), st.integers(0, 200), st.binary(max_size=30))
def test_a_file_with_a_part_replaced_gives_a_scan_or_the_named_error(
    start: int, length: int, inserted: bytes
) -> None:
    gives_a_scan_or_the_named_error(CONTENT[:start] + inserted + CONTENT[start + length :])


@given(st.integers(0, len(CONTENT)), st.integers(1, 300), st.integers(0, len(CONTENT)))
def test_a_file_with_a_part_repeated_gives_a_scan_or_the_named_error(
    start: int, length: int, place: int
) -> None:
    part = CONTENT[start : start + length]
    gives_a_scan_or_the_named_error(CONTENT[:place] + part + CONTENT[place:])


NUMBERS = st.integers() | st.floats() | st.integers(1, 4000).map(lambda digits: 10**digits)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | ANY_TEXT,
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(ANY_TEXT, parts, max_size=3),
    max_leaves=8,
)


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every part of JSON data."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for key, part in parts for deeper in places(part, (*path, key)))]


PLACES = places(json.loads(CONTENT))[1:]


@given(st.data())
def test_a_file_with_swapped_parts_gives_a_scan_or_the_named_error(data: st.DataObject) -> None:
    file = json.loads(CONTENT)
    for _turn in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(PLACES))
        parent = file
        try:
            for key in way:
                parent = parent[key]
            match data.draw(st.sampled_from(["replace", "remove", "add", "wrap"])):
                case "replace":
                    parent[last] = data.draw(VALUES)
                case "remove":
                    del parent[last]
                case "add":
                    parent[data.draw(ANY_TEXT)] = data.draw(VALUES)
                case "wrap":
                    parent[last] = [parent[last]]
        except (KeyError, IndexError, TypeError):
            pass  # an earlier turn took that place away
    gives_a_scan_or_the_named_error(json.dumps(file).encode())


@pytest.mark.parametrize("digits", [10, 400, 5_000, 1_000_000])
@pytest.mark.parametrize("field", [b'"version": ', b'"statement": ', b'"ticked": ', b'"who": '])
def test_a_huge_number_gives_the_named_error(field: bytes, digits: int) -> None:
    content, count = re.subn(re.escape(field) + b"[^,\n]*", field + b"9" * digits, CONTENT)
    assert count
    with pytest.raises(OpenError):
        decode_scan(content, CARD, PATH)


@pytest.mark.parametrize("depth", [1, 10, 100, 1_000, 10_000, 1_000_000])
@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"x":', b"}")])
@pytest.mark.parametrize("field", [b'"format": ', b'"card": ', b'"note": ', b'"extra": 1, "card": '])
def test_deep_nesting_gives_the_named_error(field: bytes, opening: bytes, closing: bytes, depth: int) -> None:
    nested = field + opening * depth + b"1" + closing * depth + b', "also": '
    with pytest.raises(OpenError):
        decode_scan(CONTENT.replace(field, nested, 1) if field in CONTENT else b"{" + nested, CARD, PATH)


FIRST_USE = """
import sys
from pathlib import Path
from tests.killing import Program
from tests.drawing import scan_of
from vpt_desktop.resources import load_card
from vpt_desktop.report import typesetting_run
from vpt_desktop.storage import compositions, recovery, scan_file
import msgspec._utils

def looked_into(*_):
    print("looked into at its use", flush=True)

card = load_card()
msgspec._utils._forward_ref = looked_into
scan, path = scan_of("☑☐☐☐☐☐☐☐☐☐"), Path("scan.vpt")
assert scan_file.decode_scan(scan_file.encode_scan(scan, card), card, path) == scan
work = recovery.Work(scan)
assert recovery.decode(recovery._encode(work, card), card, path) == work
empty = b'{"format": "x", "version": 1, "compositions": []}'
compositions.decode_document(empty, {1: compositions._File}, "x", path)
print("done", flush=True)
"""
"""Reads and writes with types that msgspec must know by then: two threads may be the first to use one."""


def test_types_are_known_before_two_threads_can_use_them_at_once() -> None:
    program = Program(FIRST_USE)
    assert program.line() == "done"
    program.stop()
