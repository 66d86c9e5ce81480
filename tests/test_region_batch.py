"""A region without a window, as a script makes it."""

import datetime as dt
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace

from tests.drawing import scan_of
from tests.skips import WINDOWS
from vpt_desktop import region_batch, region_outputs
from vpt_desktop.app import main
from vpt_desktop.domain.card import Card
from vpt_desktop.domain.scan import Answer, new_id
from vpt_desktop.storage.compositions import read_compositions
from vpt_desktop.storage.scan_file import encode_scan

NAMES = ["Altena", "Breda", "Deurne", "Eersel", "Gemert", "Helmond", "Oss"]
DAY = dt.date(2026, 3, 1)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep compositions in a folder of the test, and give it."""
    folder = tmp_path / "profiel"
    monkeypatch.setattr(region_batch, "data_folder", lambda: folder)
    return folder


@pytest.fixture
def region(tmp_path: Path, card: Card) -> Path:
    folder = tmp_path / "scans"
    folder.mkdir()
    for name in NAMES:
        save(folder, name, card)
    return folder


def save(folder: Path, name: str, card: Card, date: dt.date = DAY) -> Path:
    scan = replace(scan_of("☑☑☑☑☐☐☐☐☐☐"), organisation=name, date=date, id=new_id())
    path = folder / f"{name} {date}.vpt"
    path.write_bytes(encode_scan(scan.with_answer(7, Answer(note="Cursus", who="Els")), card))
    return path


def test_all_outputs_are_written_and_each_file_that_does_not_count_has_a_line(
    region: Path, tmp_path: Path, card: Card, capsys: pytest.CaptureFixture[str]
) -> None:
    older = save(region, "Oss", card, dt.date(2025, 3, 1))
    (region / "foto.vpt").write_bytes(b"\xff")
    pdf, xlsx, folder = tmp_path / "uit.pdf", tmp_path / "uit.xlsx", tmp_path / "csv"
    arguments = ["--region", str(region), "--peildatum", "2026-12-31"]
    assert main([*arguments, "--pdf", str(pdf), "--xlsx", str(xlsx), "--csv", str(folder)]) == 0
    output = capsys.readouterr()
    assert output.out.splitlines() == [
        "7 organisaties uit 9 bestanden: 1 ouder, 1 niet leesbaar",
        *map(str, (pdf, xlsx, folder)),
    ]
    assert output.err.splitlines() == [
        f"{older}: ouder, van 1 maart 2025; Oss 2026-03-01.vpt van 1 maart 2026 telt mee",
        f"{region / 'foto.vpt'}: niet leesbaar, het is geen VPT-scan",
    ]
    assert pdf.read_bytes().startswith(b"%PDF")
    agreed = openpyxl.load_workbook(xlsx)["Afspraken"]
    assert [cell.value for cell in agreed[2]][:4] == ["Altena", 7, "Training", "Cursus"]
    assert sorted(path.name for path in folder.iterdir()) == [
        f"Regio-overzicht werkversie 2026-12-31 - {table}.csv"
        for table in ("Afspraken", "Groepen", "Organisaties", "Over dit overzicht", "Stellingen")
    ]


@pytest.mark.parametrize("line_break", ["\u2028", *([] if WINDOWS else ["\n"])])  # no name there
def test_a_file_with_two_lines_in_its_name_has_one_line(
    line_break: str, region: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (region / f"twee{line_break}regels.vpt").write_bytes(b"\xff")
    arguments = ["--region", str(region), "--xlsx", str(tmp_path / "uit.xlsx"), "--peildatum", "2026-12-31"]
    assert main(arguments) == 0
    assert capsys.readouterr().err == f"{region / 'twee regels.vpt'}: niet leesbaar, het is geen VPT-scan\n"


def test_the_reference_date_decides_what_counts(
    region: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--region", str(region), "--xlsx", str(tmp_path / "uit.xlsx")]
    assert main([*arguments, "--peildatum", "2026-02-28"]) == 0
    assert capsys.readouterr().out.startswith("0 organisaties uit 7 bestanden: 7 na de peildatum\n")


def outputs(folder: Path) -> list[str]:
    """Return arguments for all outputs, in `folder`."""
    targets = {"--pdf": "uit.pdf", "--xlsx": "uit.xlsx", "--csv": "csv"}
    return [part for option, name in targets.items() for part in (option, str(folder / name))]


@pytest.mark.parametrize("version", [[], ["--deelversie"]])
def test_a_place_that_is_not_there_is_one_sentence_and_nothing_is_made(
    version: list[str], region: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = tmp_path / "scasn"
    arguments = ["--region", str(region), str(absent), *version, "--peildatum", "2026-12-31"]
    assert main([*arguments, *outputs(tmp_path)]) == 1
    output = capsys.readouterr()
    assert (output.out, output.err) == ("", f"Er is niets gemaakt: {absent} is er niet; kijk de naam na.\n")
    assert list(tmp_path.iterdir()) == [region]


def test_of_folders_without_a_scan_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, damaged = tmp_path / "leeg", tmp_path / "kapot"
    empty.mkdir()
    damaged.mkdir()
    (damaged / "foto.vpt").write_bytes(b"\xff")
    assert main(["--region", str(empty), str(damaged), *outputs(tmp_path)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.splitlines() == [
        f"{damaged / 'foto.vpt'}: niet leesbaar, het is geen VPT-scan",
        f"{empty}: niet leesbaar, in deze map staan geen .vpt-bestanden",
        "Er is niets gemaakt: er is geen scan gevonden die te lezen is.",
    ]
    assert sorted(tmp_path.iterdir()) == [damaged, empty]


def share(region: Path, tmp_path: Path, *more: str) -> int:
    target = tmp_path / "deel.pdf"
    return main(
        ["--region", str(region), "--deelversie", "--peildatum", "2026-12-31", "--pdf", str(target), *more]
    )


def test_a_deelversie_is_remembered_and_one_scan_more_is_refused(
    region: Path, tmp_path: Path, kept: Path, card: Card, capsys: pytest.CaptureFixture[str]
) -> None:
    assert share(region, tmp_path) == 0
    assert len(read_compositions(kept)) == 1
    first = (tmp_path / "deel.pdf").read_bytes()
    assert share(region, tmp_path) == 0  # the same scans again
    assert (tmp_path / "deel.pdf").read_bytes() == first

    save(region, "Zundert", card)
    capsys.readouterr()
    assert share(region, tmp_path) == 1
    error = capsys.readouterr().err
    assert "maakte je een deelversie met 7 van deze 8 scans." in error
    assert (tmp_path / "deel.pdf").read_bytes() == first

    assert share(region, tmp_path, "--vorige-niet-gedeeld") == 0
    assert len(read_compositions(kept)) == 1
    assert (tmp_path / "deel.pdf").read_bytes() != first


def test_four_organisations_are_refused(
    tmp_path: Path, card: Card, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in NAMES[:4]:
        save(tmp_path, name, card)
    assert share(tmp_path, tmp_path) == 1
    assert capsys.readouterr().err == (
        "Voor een deelversie zijn ten minste 5 organisaties nodig; dit zijn er 4.\n"
    )
    assert not (tmp_path / "deel.pdf").exists()


def test_a_deelversie_that_is_not_written_is_not_remembered(
    region: Path, tmp_path: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "deel.pdf").write_bytes(b"geen PDF")
    assert share(region, tmp_path) == 1
    assert capsys.readouterr().err.startswith("deel.pdf is niet opgeslagen: onder die naam staat er al een")
    assert read_compositions(kept) == ()


def test_a_deelversie_of_which_one_file_is_written_is_remembered(
    region: Path, tmp_path: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "deel.xlsx").write_bytes(b"geen spreadsheet")
    assert share(region, tmp_path, "--xlsx", str(tmp_path / "deel.xlsx")) == 1
    assert capsys.readouterr().err.startswith("deel.xlsx is niet opgeslagen: ")
    assert (tmp_path / "deel.pdf").exists()
    assert len(read_compositions(kept)) == 1


def test_a_character_without_typeface_is_reported(
    region: Path, tmp_path: Path, card: Card, capsys: pytest.CaptureFixture[str]
) -> None:
    save(region, "Zundert \ue000", card)
    arguments = ["--region", str(region), "--pdf", str(tmp_path / "uit.pdf"), "--peildatum", "2026-12-31"]
    assert main(arguments) == 0
    assert capsys.readouterr().err == (
        "Geen lettertype op deze computer heeft U+E000; in de PDF staat daar ◊.\n"
    )


def test_a_file_that_changes_while_the_werkversie_is_made_is_named(
    region: Path,
    tmp_path: Path,
    card: Card,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make = region_batch.working_version

    def change_first(source: region_outputs.LaidTogether) -> region_outputs.Version:
        save(region, "Oss", card)
        return make(source)

    monkeypatch.setattr(region_batch, "working_version", change_first)
    assert (
        main(["--region", str(region), "--pdf", str(tmp_path / "uit.pdf"), "--peildatum", "2026-12-31"]) == 1
    )
    assert capsys.readouterr().err.startswith("Er is niets opgeslagen, want Oss 2026-03-01.vpt is anders")
    assert not (tmp_path / "uit.pdf").exists()


def test_a_folder_for_csv_that_cannot_be_made_is_reported(
    region: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--region", str(region), "--csv", str(tmp_path / "nergens" / "csv")]) == 1
    assert "csv is niet opgeslagen: die map kan niet worden gemaakt" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--region", "a"],
        ["--region", "--pdf", "b.pdf"],
        ["--xlsx", "b.xlsx"],
        ["--csv", "map", "a.vpt"],
        ["--deelversie"],
        ["--peildatum", "2026-03-01"],
        ["--region", "a", "--pdf", "b.pdf", "--peildatum", "1 maart"],
        ["--region", "a", "--pdf", "b.pdf", "--peildatum", "2026-02-30"],
        ["--region", "a", "--pdf", "b.pdf", "--vorige-niet-gedeeld"],
        ["--vorige-niet-gedeeld"],
        ["--region", "a", "--pdf-dir", "map"],
        ["--region", "a", "--pdf", "b.pdf", "--present"],
        ["--region", "a", "--pdf", "b.pdf", "--self-test"],
        ["a.vpt", "--pdf", "b.pdf", "--region", "a"],
        ["--region", "", "--pdf", "b.pdf"],
        ["--region", "a", "--csv", ""],
        ["--region", "a", "--pdf", "b.pdf", "--peildatum", ""],
        ["--peildatum", ""],
        ["a.vpt", "--pdf-dir", ""],
    ],
)
def test_wrong_use_is_one_sentence_and_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith("VPT Desktop kent dit niet: ")
    assert error.count("\n") == 1
    assert "argument" not in error


def test_progress_is_shown_on_a_terminal_only(
    region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["--region", str(region), "--xlsx", str(tmp_path / "uit.xlsx")]
    shown = []
    for is_terminal in (False, True):
        stream = StringIO()
        monkeypatch.setattr(stream, "isatty", lambda answer=is_terminal: answer)
        monkeypatch.setattr(sys, "stderr", stream)
        assert main(arguments) == 0
        shown.append("\r7 van 7 bestanden gelezen\n" in stream.getvalue())
    assert shown == [False, True]


def test_a_spreadsheet_is_loaded_only_when_asked_for(region: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from vpt_desktop.app import main; main(sys.argv[1:]); print('xlsxwriter' in sys.modules)"
    )
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    loaded = []
    for option in ("--pdf", "--xlsx"):
        arguments = ["--region", str(region), option, str(tmp_path / f"uit.{option[2:]}")]
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        loaded.append(done.stdout.splitlines()[-1])
    assert loaded == ["False", "True"]
