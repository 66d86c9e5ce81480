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
def test_qts_libraries_are_installed_by_readmes_command(workflow: str) -> None:
    [command] = re.findall(r"^    (sudo apt-get .+)$", README, re.MULTILINE)
    assert command in commands(workflow)


def test_the_tests_are_run_by_readmes_command() -> None:
    [command] = re.findall(r"<!-- test command -->\n```sh\n(.+)\n```", README)
    assert command in commands(TEST)


def test_the_tests_are_run_on_windows_by_readmes_command() -> None:
    [command] = re.findall(r'On Windows: `(cmd /c "py .+")`', README)
    # The launcher "py" starts the newest Python that is installed, not the one that the workflow chose.
    assert command.replace("py -m", "python -m", 1) in commands(TEST)
