"""A room as the command line makes it, with quick PIN hashes."""

import pytest

from dutydesk.store.pin import PinGate
from tests.builders import QUICK_HASHER, Command
from tests.cli.asking import enter, start


@pytest.fixture(autouse=True)
def quick_pins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands build their own gate; the real hash would cost 0.2 s each time."""
    monkeypatch.setattr(PinGate.__init__, "__defaults__", (QUICK_HASHER,))


@pytest.fixture
def practice(command: Command) -> Command:
    """A practice room with nobody in it."""
    code, _, _ = command("init", "--unit", "安和街道办事处值班室", "--practice")
    assert code == 0
    return command


@pytest.fixture
def on_duty(practice: Command) -> Command:
    """A practice room where 甲某 keeps the shift of 20 November 2026 and 丙某 leads."""
    enter(practice, "甲某", "admin")
    enter(practice, "丙某", "lead_officer")
    start(practice, "甲某", "--lead", "丙某")
    return practice
