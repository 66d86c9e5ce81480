"""docs/bestandsformaat.md, held to what the program does."""

import re
from pathlib import Path

from vpt_desktop.domain.scan import TEXT_LIMIT
from vpt_desktop.resources import load_card
from vpt_desktop.storage.file_reading import FILE_LIMIT
from vpt_desktop.storage.scan_file import decode_scan, encode_scan

CARD = load_card()
DESCRIPTION = (Path(__file__).parents[2] / "docs" / "bestandsformaat.md").read_text(encoding="utf-8")


def example() -> bytes:
    found = re.search(r"<!-- voorbeeld -->\n```json\n(.*?)```", DESCRIPTION, re.DOTALL)
    assert found
    return found[1].encode()


def test_the_example_can_be_opened_and_shows_how_files_are_written() -> None:
    scan = decode_scan(example(), CARD, Path("voorbeeld.vpt"))
    assert scan.organisation == "Gemeente Oss"
    assert scan.open_points == (2, 6, 10)
    assert scan.answer(2).note == "Nog geen vaste contactpersonen.\nBespreken in het MT."
    assert scan.answer(6).due == "1-3-2027"
    start = example().index(b'"statement": 3') - 20
    assert encode_scan(scan, CARD)[:start] == example()[:start]


def test_every_field_is_described() -> None:
    fields = set(re.findall(r'"(\w+)":', example().decode())) - {"scan", "account_manager"}
    described = {
        name.rpartition(".")[2] for name in re.findall(r"^\| `([\w.…]+)` \|", DESCRIPTION, re.MULTILINE)
    }
    assert described == fields


def test_the_limits_are_the_programs() -> None:
    assert f"| een tekst | {TEXT_LIMIT:,} tekens".replace(",", ".") in DESCRIPTION
    assert f"| het hele bestand | {FILE_LIMIT:,} bytes |".replace(",", ".") in DESCRIPTION
