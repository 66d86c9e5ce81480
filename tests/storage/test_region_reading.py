"""Files and folders of a region, read one after the other."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import pytest
from msgspec.structs import replace

from tests.drawing import scan_of
from tests.skips import WINDOWS, WINE
from tests.storage.rights import denied
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Answer
from vpt_desktop.domain.windows_name import RULE
from vpt_desktop.errors import FileChangedError, OpenError, OverviewStoppedError
from vpt_desktop.storage.region_reading import FoundFile, RegionReading, read_again, read_names
from vpt_desktop.storage.scan_file import encode_scan

SOME = "☑☑☐☐☐☐☐☐☐☑"

MUTANTS = 500 if WINE else 10_000  # there each file takes long, and says no more of Windows


def saved(path: Path, card: Card, organisation: str = "Oss", drawing: str = SOME) -> Path:
    path.write_bytes(encode_scan(replace(scan_of(drawing), organisation=organisation), card))
    return path


def names(files: tuple[FoundFile, ...], folder: Path) -> list[str]:
    return [found.path.relative_to(folder).as_posix() for found in files]


def reasons(files: tuple[FoundFile, ...]) -> dict[str, str]:
    return {found.path.name: found.refusal for found in files}


def test_a_folder_gives_its_scans_and_those_in_its_folders_and_no_other_files(
    tmp_path: Path, card: Card
) -> None:
    (tmp_path / "diep" / "dieper").mkdir(parents=True)
    for name in ("b.vpt", "a.VPT", "diep/dieper/c.vpt"):
        saved(tmp_path / name, card)
    (tmp_path / "brief.docx").write_bytes(b"x")
    reading = RegionReading()
    files = reading.read([tmp_path])
    assert names(files, tmp_path) == ["a.VPT", "b.vpt", "diep/dieper/c.vpt"]
    assert (reading.found, reading.done) == (3, 3)


def test_a_file_holds_what_a_region_uses_of_it(tmp_path: Path, card: Card) -> None:
    path = saved(tmp_path / "a.vpt", card, "Gemeente Oss")
    (found,) = RegionReading().read([path])
    scan = found.file.scan
    assert scan
    assert (found.refusal, found.file.key, scan.organisation, scan.card) == (
        "",
        str(path),
        "Gemeente Oss",
        card.identity,
    )
    assert scan.answers.ticks == tuple(mark == "☑" for mark in SOME)
    assert scan.answers.date == scan_of(SOME).date


def test_what_many_files_have_in_common_is_kept_once(tmp_path: Path, card: Card) -> None:
    one, other = (
        found.file.scan
        for found in RegionReading().read(
            [saved(tmp_path / "a.vpt", card), saved(tmp_path / "b.vpt", card, "Breda")]
        )
    )
    assert one
    assert other
    assert one.answers.texts is other.answers.texts
    assert one.answers.ticks is other.answers.ticks
    assert one.card is other.card


def test_a_file_that_is_chosen_twice_is_read_once(
    tmp_path: Path, card: Card, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "a.vpt", card)
    monkeypatch.chdir(tmp_path)
    assert len(RegionReading().read([path, tmp_path, Path("a.vpt")])) == 1


def test_each_file_that_is_no_scan_says_why_and_stops_nothing(tmp_path: Path, card: Card) -> None:
    (tmp_path / "foto.vpt").write_bytes(b"\xff\xd8")
    (tmp_path / "half.vpt").write_bytes(encode_scan(scan_of(SOME), card)[:300])
    saved(tmp_path / "goed.vpt", card)
    absent = tmp_path / "weg.vpt"
    found = reasons(RegionReading().read([tmp_path, absent, Path("nul\0.vpt")]))
    assert found["goed.vpt"] == ""
    assert found["foto.vpt"] == "het is geen VPT-scan"
    assert found["half.vpt"] == "het is beschadigd of houdt halverwege op"
    assert found["weg.vpt"] == "het bestand is er niet meer"
    assert found["nul\0.vpt"] == (RULE if WINDOWS else "het bestand is er niet meer")


def test_a_scan_on_another_card_is_read_with_that_card(tmp_path: Path, card: Card) -> None:
    path = tmp_path / "anders.vpt"
    content = encode_scan(scan_of(SOME), card).replace(card.identity.encode(), b"f" * 64)
    path.write_bytes(content)
    (found,) = RegionReading().read([path])
    assert found.refusal == ""
    assert found.file.scan
    assert found.file.scan.card == "f" * 64


def test_a_folder_without_scans_is_named(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert reasons(RegionReading().read([tmp_path / "leeg"])) == {
        "leeg": "in deze map staan geen .vpt-bestanden"
    }


@pytest.fixture
def any_users_folder(ordinary_user: None) -> Iterator[Path]:  # noqa: ARG001  who makes it
    """Give a folder that any user may come to by its path."""
    folder = Path(mkdtemp())
    yield folder
    shutil.rmtree(folder, ignore_errors=WINE)  # which forgets who may give a right back


def test_a_folder_that_may_not_be_read_is_named(any_users_folder: Path, card: Card) -> None:
    saved(any_users_folder / "a.vpt", card)
    secret = any_users_folder / "geheim"
    secret.mkdir()
    with denied("all", secret):
        found = RegionReading().read([any_users_folder])
    assert reasons(found) == {"a.vpt": "", "geheim": "deze map is niet te lezen"}


def test_progress_is_reported_after_each_file_and_reading_stops_when_asked(
    tmp_path: Path, card: Card
) -> None:
    for number in range(5):
        saved(tmp_path / f"{number}.vpt", card)
    seen = []

    def stop_at_two(reading: RegionReading) -> None:
        seen.append((reading.done, reading.found))
        if reading.done == 2:
            reading.stop()

    files = RegionReading().read([tmp_path], stop_at_two)
    assert seen == [(1, 5), (2, 5)]
    assert names(files, tmp_path) == ["0.vpt", "1.vpt"]


def test_a_reading_that_is_stopped_lists_no_more_folders(tmp_path: Path, card: Card) -> None:
    saved(tmp_path / "a.vpt", card)
    reading = RegionReading()
    reading.stop()
    assert reading.read([tmp_path]) == ()
    assert reading.found == 0


def test_a_folder_with_very_many_other_files_is_no_longer_listed_when_that_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        (tmp_path / f"{number}.docx").touch()
    reading, seen, scandir = RegionReading(), list[str](), os.scandir

    @contextmanager
    def scanned(place: str) -> Iterator[Iterator[os.DirEntry[str]]]:
        def entries(found: Iterator[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
            for entry in found:
                seen.append(entry.name)
                reading.stop()
                yield entry

        with scandir(place) as found:
            yield entries(found)

    monkeypatch.setattr(os, "scandir", scanned)
    assert reading.read([tmp_path]) == ()
    assert len(seen) == 1


@pytest.mark.parametrize(
    "name",
    [
        "\u0647" * 100,
        "\u05e9\u05dc\u05d5\u05dd \u202e\u05d2\u05d3",
        "名" * 80,
        "a" * 251,
        "e\u0301" * 60,
        "=cmd|' -C calc'!A0",
        "😀" * 60,
        *([] if WINDOWS else ["a\nb", os.fsdecode(b"\xff\xfe")]),  # which are no names there
    ],
)
def test_names_of_every_kind_are_read(tmp_path: Path, card: Card, name: str) -> None:
    path = saved(tmp_path / f"{name.replace('|', '-') if WINDOWS else name}.vpt", card)
    (found,) = RegionReading().read([tmp_path])
    assert (found.path, found.refusal) == (path, "")


def test_thousands_of_mutated_files_are_each_read_or_refused(tmp_path: Path, card: Card) -> None:
    random = Random(16)  # noqa: S311  for tests
    content = encode_scan(scan_of(SOME), card)
    for number in range(MUTANTS):
        mutant = bytearray(content)
        for _ in range(random.randint(1, 4)):
            place = random.randrange(len(mutant))
            mutant[place : place + random.choice([0, 1, 1, 30])] = random.randbytes(
                random.choice([0, 1, 1, 5])
            )
        folder = tmp_path / str(number // 100)
        folder.mkdir(exist_ok=True)
        (folder / f"{number}.vpt").write_bytes(mutant)
    files = RegionReading().read([tmp_path])
    assert len(files) == MUTANTS
    assert all((found.file.scan is None) == bool(found.refusal) for found in files)
    assert len({found.refusal for found in files}) > 20


def test_reading_again_stops_when_asked(tmp_path: Path, card: Card) -> None:
    files = RegionReading().read([saved(tmp_path / "a.vpt", card)])
    with pytest.raises(OverviewStoppedError):
        read_again(files, lambda: True)


def test_the_agreements_are_read_again_when_they_are_needed(tmp_path: Path, card: Card) -> None:
    path = tmp_path / "a.vpt"
    scan = scan_of(SOME).with_answer(4, Answer(note="Loket", who="Els", due="mei"))
    path.write_bytes(encode_scan(scan, card))
    files = RegionReading().read([path])
    assert read_again(files, lambda: False) == {str(path): scan}


def test_a_file_that_has_changed_or_is_gone_since_is_named(tmp_path: Path, card: Card) -> None:
    files = RegionReading().read([saved(tmp_path / "a.vpt", card)])
    saved(tmp_path / "a.vpt", card, "Breda")
    with pytest.raises(FileChangedError, match=r"want a\.vpt is anders .*: het is intussen veranderd;"):
        read_again(files, lambda: False)
    (tmp_path / "a.vpt").unlink()
    with pytest.raises(FileChangedError, match=r"want a\.vpt is anders .*: het bestand is er niet meer;"):
        read_again(files, lambda: False)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Súdwest-Fryslân\nOss".encode(), "Súdwest-Fryslân\nOss"),
        ("\ufeffOss".encode(), "Oss"),
        ("Súdwest-Fryslân".encode("cp1252"), "Súdwest-Fryslân"),
        ("Súdwest-Fryslân".encode("utf-16"), "Súdwest-Fryslân"),
    ],
)
def test_a_list_of_names_is_read_as_editors_save_it(tmp_path: Path, content: bytes, text: str) -> None:
    (tmp_path / "namen.txt").write_bytes(content)
    assert read_names(tmp_path / "namen.txt") == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "het bestand is er niet meer"),
        (b"\x89PNG\0\0", "dit is geen lijst met namen"),
        (b"Oss\n" * 50_000, "dit is geen lijst met namen"),
    ],
)
def test_what_is_no_list_of_names_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / "namen.txt").write_bytes(content)
    with pytest.raises(OpenError, match=f"namen.txt is niet geopend: {reason}"):
        read_names(tmp_path / "namen.txt")
