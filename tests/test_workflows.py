"""What GitHub runs is what README says to run."""

import re
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


def test_what_is_released_is_collected_in_a_folder_of_its_own() -> None:
    [folder] = re.findall(r"^ +mkdir (\w+)$", RELEASE, re.MULTILINE)
    assert not (ROOT / folder).exists()


def test_the_tests_are_run_by_readmes_command() -> None:
    [command] = re.findall(r"<!-- test command -->\n```sh\n(.+)\n```", README)
    assert command in commands(TEST)


def test_the_tests_are_run_on_windows_by_readmes_command() -> None:
    [command] = re.findall(r'On Windows: `(cmd /c "py .+")`', README)
    # The launcher "py" starts the newest Python that is installed, not the one that the workflow chose.
    assert command.replace("py -m", "python -m", 1) in commands(TEST)
