"""Summaries without a window, as a script or a server makes them."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.drawing import scan_of
from tests.skips import WINDOWS
from tests.storage.disk import SmallDisk
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


@pytest.mark.parametrize(
    ("odd", "shown"),
    [
        ("a\u2028b\x9b31m", r"a\u2028b\x9b31m"),
        *([] if WINDOWS else [("a\nb\x1b[31m", r"a\nb\x1b[31m")]),  # no name there
    ],
)
def test_each_file_is_one_line_whatever_its_name(
    odd: str, shown: str, scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / f"{odd}.vpt"
    bad.write_bytes(b"{}")
    good = tmp_path / f"{odd}2.vpt"
    good.write_bytes(scan.read_bytes())
    assert main([str(bad), str(good), "--pdf-dir", str(tmp_path)]) == 1
    output = capsys.readouterr()
    assert output.out == f"2 van 2: {tmp_path}{os.sep}{shown}2.pdf\n"
    assert output.err.startswith(f"1 van 2: {shown}.vpt is niet geopend")
    assert output.err.count("\n") == 1


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


@pytest.mark.parametrize("made", [False, True])
def test_a_folder_for_summaries_that_is_none_is_one_sentence_before_any_is_made(
    *, made: bool, scans: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "uit"
    if made:
        folder.write_bytes(b"een bestand")
    assert main([*map(str, scans), "--pdf-dir", str(folder)]) == 1
    assert capsys.readouterr().err == (
        f"Er is niets gemaakt: de map {folder} is er niet; maak die eerst of kies een andere.\n"
    )


def test_a_folder_without_scans_is_one_sentence_and_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--pdf-dir", str(tmp_path)])
    assert ended.value.code == 2
    assert "hier is minstens één BESTAND.vpt nodig" in capsys.readouterr().err


def program(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "vpt_desktop", *map(str, arguments)]


def run_to_full_disk(stream: str, *arguments: object, disk: Path) -> subprocess.CompletedProcess[str]:
    """Run the program with its "stdout" or "stderr" in a file that takes nothing, and catch the other."""
    with (disk / "output").open("wb", buffering=0) as file:
        with suppress(OSError):
            while True:
                file.write(bytes(4096))
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: file}
        return subprocess.run(program(*arguments), **streams, check=False, text=True, timeout=60)


@pytest.fixture
def scans(scan: Path) -> list[Path]:
    copies = [scan.with_name(f"{number}.vpt") for number in range(5)]
    for copy in copies:
        copy.write_bytes(scan.read_bytes())
    return [scan, *copies]


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_an_output_that_takes_nothing_stops_no_summary(
    scans: list[Path], tmp_path: Path, small_disk: SmallDisk, stream: str
) -> None:
    arguments = [tmp_path / "weg.vpt", *scans, "--pdf-dir", tmp_path]
    ended = run_to_full_disk(stream, *arguments, disk=small_disk("full"))
    assert ended.returncode == 1
    assert "Traceback" not in f"{ended.stdout}{ended.stderr}"
    assert len(list(tmp_path.glob("*.pdf"))) == len(scans)


@pytest.mark.parametrize("read", [0, 1])
def test_an_output_that_is_closed_after_some_lines_stops_no_summary(
    scans: list[Path], tmp_path: Path, read: int
) -> None:
    command = program(*scans, "--pdf-dir", tmp_path)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        for _ in range(read):
            assert process.stdout.readline().startswith("1 van 6: ")
        process.stdout.close()
        assert (process.wait(60), process.stderr.read()) == (0, "")
    assert len(list(tmp_path.glob("*.pdf"))) == len(scans)


WITHOUT_OUTPUT = "import os, subprocess, sys; os.close(1); sys.exit(subprocess.call(sys.argv[1:]))"


def test_a_program_without_an_output_makes_all_summaries(scans: list[Path], tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_OUTPUT, *program(*scans, "--pdf-dir", tmp_path)]
    ended = subprocess.run(command, stderr=subprocess.PIPE, check=False, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert len(list(tmp_path.glob("*.pdf"))) == len(scans)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_version_that_nobody_reads_is_no_error(option: str, small_disk: SmallDisk) -> None:
    ended = run_to_full_disk("stdout", option, disk=small_disk("full"))
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("odd", ["", "/", ".", "..", "\udcff.vpt", "/etc"])
def test_what_is_no_file_stops_no_summary(
    scan: Path, tmp_path: Path, odd: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([odd, str(scan), "--pdf-dir", str(tmp_path)]) == 1
    assert (tmp_path / "een.pdf").is_file()
    output = capsys.readouterr()
    assert " is niet geopend: " in output.err
    assert not output.err.startswith("1 van 2:  is")
    assert output.out.startswith("2 van 2: ")


@pytest.mark.parametrize("odd", ["", "/", "."])
def test_a_summary_that_is_no_file_is_one_sentence(
    scan: Path, odd: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(scan), "--pdf", odd]) == 1
    assert " is niet gemaakt: onder die naam staat er al een map" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("Bergen (NH.)", "Bergen (NH.).pdf"),
        ("Gem. Oss.vpt", "Gem. Oss.pdf"),
        ("versie 1.2", "versie 1.2.pdf"),
        ("OSS.VPT", "OSS.pdf"),
        (".vpt", ".pdf"),
    ],
)
def test_a_dot_in_the_name_of_a_scan_stays_in_that_of_its_summary(
    scan: Path, tmp_path: Path, name: str, summary: str
) -> None:
    assert main([str(scan.rename(tmp_path / name)), "--pdf-dir", str(tmp_path)]) == 0
    assert (tmp_path / summary).is_file()


def test_ctrl_c_ends_a_batch_without_a_traceback(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vpt_desktop.batch.write_summary", interrupt)
    assert main([str(scan), "--pdf", "uit.pdf"]) == 130
