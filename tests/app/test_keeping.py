"""Checks and backups beside the desk, and what the strips say of them."""

import pytest

from dutydesk.app.keeping import BACKUP, DAMAGE, Caretaker
from dutydesk.domain.errors import StoreDamaged
from dutydesk.domain.handover import CheckResult, HandoverSide
from dutydesk.domain.officer import Actor
from dutydesk.services.handover import CheckFill, Filling, Signing, ThingFill
from dutydesk.ui.desk import RecordState
from tests.builders import PIN
from tests.ui.conftest import *  # noqa: F403 -- the theme of the desk
from tests.ui.sample_desk import sample_desk


@pytest.fixture
def caretaker(room, theme, qtbot):
    return Caretaker(room, sample_desk(theme, room.clock))


def notice(caretaker, key):
    return next((n for n in caretaker._desk.notices.notices() if n.key == key), None)


def test_a_start_checks_and_backs_up_and_the_state_tells(caretaker, room):
    assert caretaker.state(RecordState()).chain_checked_at is None
    caretaker.start()
    state = caretaker.state(RecordState())
    assert state.chain_checked_at == room.clock.now()
    assert state.backup_at is not None
    assert not state.checking
    assert caretaker._desk.notices.notices() == []


def test_a_day_is_backed_up_once_and_the_next_day_again(caretaker, room):
    caretaker.start()
    backups = room.store.folder / "backups"
    assert len(list(backups.glob("room-*.db"))) == 1
    caretaker._desk.hub.beat()
    assert len(list(backups.glob("room-*.db"))) == 1
    room.clock.forward(days=1)
    caretaker._desk.hub.beat()
    assert len(list(backups.glob("room-*.db"))) == 2


def test_a_backup_folder_that_is_gone_is_warned_of(caretaker, room, tmp_path):
    room.settings.put({"backup_folder": str(tmp_path / "stick")}, by=Actor("cli"))
    caretaker.start()
    assert str(tmp_path / "stick") in notice(caretaker, BACKUP).text


def test_a_chain_that_does_not_fit_is_told_and_stays_and_leads_to_mending(caretaker, room, qtbot):
    with room.store.unjournalled() as tables:
        connection = tables._rows._connection
        connection.execute("DROP TRIGGER IF EXISTS journal_is_append_only_update")
        names = [
            r[0]
            for r in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
            )
        ]
        for name in names:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE journal SET actor = 'other' WHERE rowid = 1")
    caretaker.start()
    told = notice(caretaker, DAMAGE)
    assert told.stays
    assert caretaker.state(RecordState()).trouble == "有损坏"
    with qtbot.waitSignal(caretaker.mend_wanted) as wanted:
        told.action()
    assert isinstance(wanted.args[0], StoreDamaged)


def test_a_handover_is_followed_by_a_backup_only_once_duty_has_passed(staffed, theme, qtbot):
    room = staffed.room
    caretaker = Caretaker(room, sample_desk(theme, room.clock))
    caretaker.start()
    backups = room.store.folder / "backups"
    room.clock.forward(hours=24)
    caretaker._day = None
    caretaker._desk.hub.beat()
    before = len(list(backups.glob("room-*.db")))
    view = room.handover.draft()
    checks = tuple(CheckFill(line.item_id, CheckResult.NORMAL) for line in view.checks)
    things = tuple(
        ThingFill(thing.name, thing.quantity or "1", CheckResult.NORMAL) for thing in view.things
    )
    room.handover.fill(Filling(checks=checks, things=things), by=staffed.by)
    room.clock.forward(minutes=1)
    for side, officer in (
        (HandoverSide.OUTGOING, staffed.admin),
        (HandoverSide.INCOMING, staffed.officer),
    ):
        signing = Signing(side=side, officer_id=officer.id, pin=PIN, note="")
        done = room.handover.sign(signing, by=staffed.by)
        caretaker._desk.hub.announce(done.changes)
        passed = side is HandoverSide.INCOMING
        assert len(list(backups.glob("room-*.db"))) == before + int(passed)


def test_after_stop_nothing_begins(caretaker, room):
    caretaker.stop()
    caretaker.start()
    assert not (room.store.folder / "backups").exists()
