"""Fixtures every test may use; each owner of a layer adds the ones of that layer."""

import gc
import itertools
import os
from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from dutydesk.assembly import opening
from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.domain.shift import Posts
from dutydesk.exchange import apart
from dutydesk.store.pin import PinGate
from tests.builders import PIN, QUICK_HASHER, Command, Staff
from tests.quick_schema import QuickDatabase

ROOT = Path(__file__).resolve().parent.parent

# A window on the screen would take keys from whoever works there, and many machines have none.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How fast the machine is says nothing about the program.
settings.register_profile(
    "any_machine",
    settings.default,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("any_machine")

_tests_run = itertools.count(1)


@pytest.fixture(autouse=True)
def _garbage_on_the_main_thread() -> Iterator[None]:
    """Collect cycles here and never on a worker's thread, where Qt would die of it now and then.

    The desk itself does the same (dutydesk/ui/collector.py).
    """
    gc.disable()
    yield
    if next(_tests_run) % 25 == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def _files_are_read_however_slow_the_machine_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the child that reads files more time; what the limit does has tests of its own."""
    monkeypatch.setattr(apart, "MAX_SECONDS", 60)


# Where the making of a room is what is looked at, it is made in full.
_MADE_IN_FULL = {"store", "assembly"}


@pytest.fixture(autouse=True)
def _rooms_made_quickly(request: pytest.FixtureRequest) -> Iterator[None]:
    """Copy the empty schema into each new room instead of running every migration again."""
    if request.path.relative_to(ROOT / "tests").parts[0] in _MADE_IN_FULL:
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "database", QuickDatabase())
        yield


class PatientBot(QtBot):
    """Waits a minute for what an idle machine does at once: a busy one must not fail a test."""

    waitSignal = partialmethod(QtBot.waitSignal, timeout=60_000)  # noqa: N815 -- the name of pytest-qt
    waitSignals = partialmethod(QtBot.waitSignals, timeout=60_000)  # noqa: N815 -- the same
    waitUntil = partialmethod(QtBot.waitUntil, timeout=60_000)  # noqa: N815 -- the same


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """Drive widgets as pytest-qt's own fixture does, with more patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of real office files and messages, which is no part of this repository."""
    named = os.environ.get("DUTYDESK_SHARED_DATA")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(
            "no real office files: put them in ../shared/data or name them in DUTYDESK_SHARED_DATA"
        )
    return folder


@pytest.fixture
def clock() -> FixedClock:
    """Stand at 20 November 2026, 08:30 in China: a Friday, the usual handover."""
    return FixedClock(from_iso("2026-11-20T08:30"))


@pytest.fixture
def room(tmp_path: Path, clock: FixedClock) -> Iterator[DutyRoom]:
    """Open a new practice room with nobody in it, on a fixed clock and repeatable ids."""
    new = NewRoom("安和街道办事处值班室", is_practice=True)
    made = create_room(tmp_path / "room", new, clock, seeded_ids(clock, 1))
    made.machine_clock = clock
    made.pins = PinGate(made.store, clock, QUICK_HASHER)
    yield made
    made.close()


@pytest.fixture
def staffed(room: DutyRoom) -> Staff:
    """Enter 甲某 (admin), 乙某 and 丙某 (duty officer, lead); 甲某 is on duty with lead 丙某."""
    by = Actor("cli")
    admin = room.officer.add("甲某", OfficerRole.ADMIN, PIN, phone="19900000001", by=by).value
    officer = room.officer.add("乙某", OfficerRole.DUTY_OFFICER, PIN, by=by).value
    lead = room.officer.add("丙某", OfficerRole.LEAD_OFFICER, PIN, by=by).value
    shift = room.shift.start(Posts(admin.id, lead_officer_id=lead.id), PIN, by=by).value
    return Staff(room, admin, officer, lead, shift)


@pytest.fixture
def command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Run commands on a data folder that does not exist yet."""
    return Command(tmp_path / "data", capsys, monkeypatch)
