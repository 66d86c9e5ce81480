"""Summaries without a window, as a script or a server makes them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.drawing import scan_of
from vpt_desktop.app import main
from vpt_desktop.domain.card import Card
from vpt_desktop.storage.scan_file import encode_scan


@pytest.fixture
def scan(tmp_path: Path, card: Card) -> Path:
    path = tmp_path / "een.vpt"
    path.write_bytes(encode_scan(scan_of("☑☑☑☑☐☐☐☐☐☐"), card))
    return path


def test_one_scan_becomes_one_pdf(scan: Path, tmp_path: Path) -> None:
    assert main([str(scan), "--pdf", str(tmp_path / "uit.pdf")]) == 0
    assert (tmp_path / "uit.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_is_no_scan_is_one_sentence_and_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "foto.vpt").write_bytes(b"\xff\xd8")
    assert main([str(tmp_path / "foto.vpt"), "--pdf", str(tmp_path / "uit.pdf")]) == 1
    error = capsys.readouterr().err
    assert error.startswith("foto.vpt is niet geopend")
    assert error.count("\n") == 1
    assert not (tmp_path / "uit.pdf").exists()


def test_many_scans_become_one_pdf_each_and_a_bad_one_does_not_stop_the_rest(
    scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, last = tmp_path / "twee.vpt", tmp_path / "drie.vpt"
    bad.write_bytes(b"{}")
    last.write_bytes(scan.read_bytes())
    folder = tmp_path / "uit"
    folder.mkdir()
    assert main([*map(str, (scan, bad, last)), "--pdf-dir", str(folder)]) == 1
    assert sorted(pdf.name for pdf in folder.iterdir()) == ["drie.pdf", "een.pdf"]
    output = capsys.readouterr()
    assert [line.partition(":")[0] for line in output.out.splitlines()] == ["1 van 3", "3 van 3"]
    assert output.err.startswith("2 van 3: twee.vpt is niet geopend")


def test_scans_of_one_name_do_not_take_each_others_summary(
    scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "ander" / scan.name
    other.parent.mkdir()
    other.write_bytes(b"{}")
    namesake = tmp_path / "derde" / scan.name
    namesake.parent.mkdir()
    namesake.write_bytes(scan.read_bytes())
    assert main([*map(str, (other, scan, namesake)), "--pdf-dir", str(tmp_path)]) == 1
    output = capsys.readouterr()
    assert output.out == f"2 van 3: {tmp_path / 'een.pdf'}\n"  # the first is no scan
    assert output.err.splitlines()[1] == (
        "3 van 3: een.pdf is niet gemaakt: een eerdere scan heeft dezelfde naam; de scan is niet veranderd."
    )


def test_a_summary_that_cannot_be_written_is_reported_in_the_words_of_the_command_line(
    scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(scan), "--pdf", str(tmp_path / "weg" / "uit.pdf")]) == 1
    output = capsys.readouterr().err
    assert output == "uit.pdf is niet gemaakt: die map is er niet; de scan is niet veranderd.\n"


def test_a_summary_never_takes_the_place_of_its_scan(scan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = scan.read_bytes()
    assert main([str(scan), "--pdf", str(scan)]) == 1
    assert capsys.readouterr().err.startswith("een.vpt is niet gemaakt: onder die naam staat er al")
    assert scan.read_bytes() == content


def test_a_name_that_the_terminal_has_no_letters_for_stops_nothing(scan: Path, tmp_path: Path) -> None:
    polish = scan.rename(tmp_path / "Łódź.vpt")
    ended = subprocess.run(
        [sys.executable, "-m", "vpt_desktop", polish, "--pdf-dir", tmp_path],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        timeout=60,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.endswith(rb"\u0141\xf3d\u017a.pdf".replace(rb"\xf3", b"\xf3") + os.linesep.encode())
    assert polish.with_suffix(".pdf").is_file()


def test_two_scans_in_a_folder_that_is_there_end_with_code_0(scan: Path, tmp_path: Path) -> None:
    assert main([str(scan), "--pdf-dir", str(tmp_path)]) == 0


@pytest.mark.parametrize(
    "arguments", [["--pdf", "uit.pdf"], ["a.vpt", "b.vpt", "--pdf", "uit.pdf"], ["a", "b"]]
)
def test_the_wrong_number_of_files_is_one_sentence_and_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "hier is één BESTAND.vpt nodig" in capsys.readouterr().err


def test_a_folder_without_scans_is_one_sentence_and_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--pdf-dir", str(tmp_path)])
    assert ended.value.code == 2
    assert "hier is minstens één BESTAND.vpt nodig" in capsys.readouterr().err
