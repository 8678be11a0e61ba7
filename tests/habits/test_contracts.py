"""Every import contract of setup.cfg can fail: each is broken once, in a copy of the package."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.habits.source import ROOT

# The contract's name in setup.cfg, with the files whose imports break it and nothing above it.
OFFENCES: dict[str, dict[str, str]] = {
    "layers": {"dutydesk/store/offender.py": "import dutydesk.services\n"},
    "ui-no-assembly": {"dutydesk/ui/offender.py": "import dutydesk.assembly\n"},
    "no-skip": {"dutydesk/ui/offender.py": "import dutydesk.store\n"},
    "qt": {"dutydesk/services/offender.py": "import PySide6\n"},
    "sqlite": {"dutydesk/ui/offender.py": "import sqlite3\n"},
    "reportlab": {"dutydesk/ui/offender.py": "import reportlab\n"},
    "services-apart": {
        "dutydesk/services/offender.py": "import dutydesk.services.other_offender\n",
        "dutydesk/services/other_offender.py": "",
    },
    "no-circles": {
        "dutydesk/domain/offender.py": "import dutydesk.domain.other_offender\n",
        "dutydesk/domain/other_offender.py": "import dutydesk.domain.offender\n",
    },
}

LINT = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"


def contracts() -> set[str]:
    """Name every contract of setup.cfg."""
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    return {
        name.rpartition(":")[2]
        for name in settings.sections()
        if name.startswith("importlinter:contract:")
    }


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the package and its settings."""
    no_bytecode = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "dutydesk", tmp_path / "dutydesk", ignore=no_bytecode)
    shutil.copyfile(ROOT / "setup.cfg", tmp_path / "setup.cfg")
    return tmp_path


def complaint(folder: Path, contract: str = "") -> str:
    """Check one contract, or all; give what the linter says, empty when they are kept."""
    chosen = ["--contract", contract] if contract else []
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", *chosen],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )
    return done.stdout + done.stderr if done.returncode else ""


def test_every_contract_has_an_offence_that_proves_it() -> None:
    assert contracts() == set(OFFENCES)


def test_the_package_itself_keeps_every_contract(copy: Path) -> None:
    assert complaint(copy) == ""


@pytest.mark.parametrize("contract", sorted(OFFENCES))
def test_a_broken_contract_names_the_offender(copy: Path, contract: str) -> None:
    for name, code in OFFENCES[contract].items():
        (copy / name).write_text(f'"""Breaks a contract."""\n{code}', encoding="utf-8")
    said = complaint(copy, contract)
    assert "BROKEN" in said
    assert "offender" in said


def test_a_package_that_no_layer_names_is_refused(copy: Path) -> None:
    (copy / "dutydesk" / "offender.py").write_text('"""Belongs nowhere."""\n', encoding="utf-8")
    assert "offender" in complaint(copy, "layers")
