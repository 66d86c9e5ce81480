"""Files of the first version, of another card, and with the scans of earlier years in them."""

import datetime as dt
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import vpt_desktop
from tests.storage.scans import FULL
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.comparison import Verdict, compared_with_previous
from vpt_desktop.domain.earlier_scan import NO_ID
from vpt_desktop.domain.earlier_scans import AnsweredScan, Arrival, add_previous, following
from vpt_desktop.domain.scan import Scan
from vpt_desktop.errors import OpenError, OtherVersionError
from vpt_desktop.resources import resource
from vpt_desktop.storage.scan_file import (
    decode_previous_scan,
    decode_scan,
    encode_scan,
    read_previous_scan,
    shortened,
)

PATH = Path("scan.vpt")

_WRITE = """
import datetime as dt, sys
from pathlib import Path
from vpt_desktop.domain.scan import new_scan
from vpt_desktop.resources import load_card
from vpt_desktop.storage.scan_file import encode_scan
scan = new_scan(dt.date(2025, 3, 1))
for number in (1, 4, 10):
    scan = scan.with_tick(number, ticked=True)
Path(sys.argv[1]).write_bytes(encode_scan(scan, load_card()))
"""


def version_1(scan: Scan, card: Card, identity: str | None = None) -> bytes:
    """Return the file of `scan` as version 1 of the format has it, on `card` or on one of that identity."""
    file: dict[str, Any] = json.loads(encode_scan(scan, card))
    del file["statements"]
    for name in ("id", "saved", "region_copy", "earlier"):
        del file["scan"][name]
    return json.dumps(file | {"version": 1, "card": identity or card.identity}, indent=1).encode()


def test_a_file_of_the_first_version_opens_with_nothing_of_earlier_years(card: Card) -> None:
    scan = decode_scan(version_1(FULL, card), card, PATH)
    assert replace(scan, id=NO_ID) == replace(FULL, id=NO_ID, saved=None, earlier=())


def test_it_has_an_id_that_only_its_content_decides(card: Card) -> None:
    content = version_1(FULL, card)
    id_ = decode_scan(content, card, PATH).id
    assert id_ == decode_scan(content.replace(b"\n", b"\r\n"), card, PATH).id
    assert id_ != decode_scan(version_1(replace(FULL, leader="Ander"), card), card, PATH).id


def test_it_is_written_in_the_second_and_keeps_that_id(card: Card) -> None:
    scan = decode_scan(version_1(FULL, card), card, PATH)
    content = encode_scan(scan, card)
    assert json.loads(content)["version"] == 2
    assert decode_scan(content, card, PATH) == scan


def test_it_can_be_compared_with(card: Card) -> None:
    previous = decode_previous_scan(version_1(FULL, card), card, PATH)
    assert previous.texts == card.texts


def test_one_of_another_card_cannot_as_it_has_no_statements(card: Card) -> None:
    with pytest.raises(OtherVersionError) as caught:
        decode_previous_scan(version_1(FULL, card, "0" * 64), card, PATH)
    assert str(caught.value) == (
        "scan.vpt is niet geopend: het is ingevuld op een andere kaart, en dit oudere bestand zegt niet met "
        "welke stellingen; er is niets veranderd, dus vergelijk met een andere scan."
    )


@pytest.fixture(scope="module")
def of_another_card(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of a program whose card.toml has another statement 1, and 4 and 5 swapped."""
    folder = tmp_path_factory.mktemp("ander programma")
    shutil.copytree(Path(vpt_desktop.__file__).parent, folder / "vpt_desktop")
    shutil.copytree(resource("card.toml").parent, folder / "resources")
    card = folder / "resources" / "card.toml"
    text = card.read_text(encoding="utf-8")
    start, *statements = text.partition("[[bands]]")[0].split("[[statements]]")
    statements[0] = statements[0].replace("Onze medewerkers weten", "Al onze medewerkers weten")
    statements[3:5] = statements[4], statements[3]
    card.write_text(
        "[[statements]]".join((start, *statements)) + "[[bands]]" + text.partition("[[bands]]")[2],
        encoding="utf-8",
    )
    path = folder / "vorig jaar.vpt"
    subprocess.run([sys.executable, "-c", _WRITE, path], cwd=folder, check=True)
    return path


def test_a_file_of_another_card_is_not_opened(of_another_card: Path, card: Card) -> None:
    with pytest.raises(OtherVersionError, match="op een andere kaart"):
        decode_scan(of_another_card.read_bytes(), card, of_another_card)


def test_it_is_compared_by_what_its_statements_say(of_another_card: Path, card: Card) -> None:
    scan = replace(FULL, earlier=())
    addition = add_previous(scan, read_previous_scan(of_another_card, card))
    assert addition.arrival is Arrival.ADDED
    again = decode_scan(encode_scan(addition.scan, card), card, PATH)
    assert again == addition.scan
    comparison = compared_with_previous(again, card.texts)
    assert comparison is not None
    assert [row.then for row in comparison.rows] == [None, *[False] * 3, True, *[False] * 4, True]
    assert comparison.numbers(Verdict.NOT_COMPARABLE) == (1,)


def test_years_go_on_in_one_file(card: Card) -> None:
    scan = replace(FULL, earlier=())
    for year in range(2027, 2034):
        scan = following(AnsweredScan(scan, card.texts), dt.date(year, 3, 1))
        scan = decode_scan(encode_scan(scan, card), card, PATH)
    assert [each.date.year for each in scan.earlier] == [2028, 2029, 2030, 2031, 2032]


def test_an_earlier_scan_that_became_the_later_one_by_a_change_of_date_stays(card: Card) -> None:
    scan = replace(FULL, date=dt.date(2020, 1, 1))
    assert decode_scan(encode_scan(scan, card), card, PATH) == scan


def test_what_does_not_fit_of_a_remark_is_cut_for_recovery(card: Card) -> None:
    last = FULL.earlier[-1]
    long = replace(last.agreements[0], remark="x" * 100_001)
    scan = replace(FULL, earlier=(FULL.earlier[0], last.with_agreement(long)))
    kept = decode_scan(encode_scan(shortened(scan), card), card, PATH)
    assert len(kept.earlier[-1].agreements[0].remark) == 100_000
    assert kept.earlier[-1].agreements[1] == last.agreements[1]


def test_a_damaged_earlier_file_says_what_is_wrong(tmp_path: Path, card: Card) -> None:
    path = tmp_path / "weg.vpt"
    with pytest.raises(OpenError, match="er niet meer"):
        read_previous_scan(path, card)
    path.write_bytes(encode_scan(FULL, card)[:-50])
    with pytest.raises(OpenError, match="houdt halverwege op"):
        read_previous_scan(path, card)
