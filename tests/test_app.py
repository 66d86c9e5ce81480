"""The program as a terminal meets it."""

import ctypes
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.skips import where_a_screen_can_be_missing
from vpt_desktop import __version__, app
from vpt_desktop.domain.card import Card
from vpt_desktop.errors import CardDamagedError
from vpt_desktop.startup import DEBIAN_PACKAGES, missing_library


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vpt_desktop", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        timeout=60,
    )


def test_version_is_reported_without_a_window() -> None:
    ended = run("--version", QT_QPA_PLATFORM="none")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"VPT Desktop {__version__}\n", "")


def test_help_lists_the_options_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--help"]) == 0
    output = capsys.readouterr().out
    assert output.startswith("Gebruik: vpt-desktop")
    assert "--version" in output


def test_the_manual_for_it_has_all_options(capsys: pytest.CaptureFixture[str]) -> None:
    manual = (Path(__file__).parent.parent / "docs" / "beheer.md").read_text(encoding="utf-8")
    table = manual[manual.index("## Opties") :]
    app.main(["--help"])
    options = re.findall(r"--[a-z-]+", capsys.readouterr().out)
    assert options
    assert [option for option in options if option not in table] == []


def test_an_unknown_option_is_one_sentence_and_code_2_in_a_terminal() -> None:
    ended = run("--versie")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "VPT Desktop kent dit niet: --versie; zie vpt-desktop --help.\n"


@pytest.mark.parametrize("option", ["--vers", "-x"])
def test_neither_an_abbreviation_nor_a_letter_is_an_option(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        app.main([option])
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"VPT Desktop kent dit niet: {option}; zie vpt-desktop --help.\n"


@pytest.mark.parametrize(
    "arguments", [("a.vpt", "--pdf-dir", 'C:\\scans"'), ("--region", 'C:\\scans" --pdf x.pdf')]
)
def test_a_folder_that_windows_takes_with_its_quotation_mark_is_said_to_be_one(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SystemExit) as ended:
        app.main(arguments)
    assert ended.value.code == 2
    assert "een map tussen aanhalingstekens eindigt niet op \\;" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [("--self-test", "a.vpt"), ("--self-test", "--pdf-dir", "."), ("--present", "a", "--pdf", "b")],
)
def test_options_that_contradict_each_other_are_one_sentence_and_code_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        app.main(arguments)
    assert ended.value.code == 2
    output = capsys.readouterr()
    assert output.err.count("\n") == 1
    assert output.out == ""


@where_a_screen_can_be_missing
def test_without_a_screen_it_ends_with_one_sentence_and_code_2() -> None:
    for screen in ("", ":4242"):  # none, and one out of reach
        ended = run(QT_QPA_PLATFORM="xcb", DISPLAY=screen, WAYLAND_DISPLAY="")
        assert ended.returncode == 2
        assert ended.stderr.count("\n") == 1
        assert "VPT Desktop kan geen venster openen" in ended.stderr


def test_a_missing_library_is_named_with_what_to_install() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    sentence = str(missing_library(error))
    assert "libEGL.so.1" in sentence
    assert f"sudo apt install {DEBIAN_PACKAGES}" in sentence
    assert "\n" not in sentence


def test_another_import_error_is_not_taken_for_a_missing_library() -> None:
    assert missing_library(ImportError("No module named 'PySide6'")) is None


def test_the_readme_has_what_to_install_where_libraries_are_missing() -> None:
    readme = Path(__file__).parent.parent / "README.md"
    assert DEBIAN_PACKAGES in readme.read_text(encoding="utf-8")


def test_a_damaged_card_ends_the_program_with_its_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def damaged() -> Card:
        raise CardDamagedError(Path("card.toml"), "regel 3")

    monkeypatch.setattr(app, "load_card", damaged)
    assert app.main([]) == 1
    assert capsys.readouterr().err.startswith("Het kaartbestand card.toml is beschadigd (regel 3)")


def test_a_program_on_windows_without_a_terminal_shows_it_in_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> Card:
        raise CardDamagedError(Path("card.toml"), "regel 3")

    boxes = []
    user32 = SimpleNamespace(MessageBoxW=lambda *arguments: boxes.append(arguments))
    monkeypatch.setattr(app, "load_card", damaged)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stderr", None)
    assert app.main([]) == 1
    [(_, sentence, title, _)] = boxes
    assert sentence.startswith("Het kaartbestand card.toml is beschadigd (regel 3)")
    assert title == "VPT Desktop"


def test_nothing_is_asked_of_a_program_without_a_window_that_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(ctypes, "windll", raising=False)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert app.main([str(tmp_path / "absent.vpt"), "--pdf", str(tmp_path / "absent.pdf")]) == 1


def test_the_command_of_windows_leaves_the_window_to_the_windowed_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "mijn scan ë.vpt"  # which the windowed program, here Python, runs
    scan.write_text("import sys; sys.exit(sys.argv[1:] != ['--present'])", encoding="utf-8")
    windowed = Path(sys.executable)
    if windowed.suffix != ".exe":
        windowed = tmp_path / "vpt-desktop.exe"
        windowed.symlink_to(sys.executable)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(windowed.with_suffix(".com")))
    children: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda command: children.append(start(command)))
    assert app.main([str(scan), "--present"]) == 0
    [child] = children
    assert child.args[0] == windowed
    assert child.wait() == 0
