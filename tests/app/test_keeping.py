"""Checks and backups beside the desk, and what the strips say of them."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.app.keeping import BACKUP, DAMAGE, Caretaker
from dutydesk.domain.contacts import Contact
from dutydesk.domain.errors import StoreDamaged, StoreFull
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from dutydesk.ui.desk import RecordState
from tests.handover_builders import stand_at
from tests.ui.conftest import *  # noqa: F403 -- the theme of the desk
from tests.ui.handover.desk_over_room import over_room, sign_in, sign_out
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


def test_a_backup_that_failed_is_tried_again_and_its_warning_stays_until_one_worked(
    caretaker, room, monkeypatch
):
    tries = []

    def fail(_service):
        tries.append(room.clock.now())
        raise StoreFull("x")

    for job in ("automatic", "automatic_of_the_day"):
        monkeypatch.setattr(type(room.backup), job, fail)
    caretaker.start()
    begun = tries[0]
    for _ in range(200):
        room.clock.forward(minutes=1)
        caretaker._desk.hub.beat()
    minutes = [int((at - begun).total_seconds() // 60) for at in tries]
    assert minutes == [0, 1, 3, 7, 15, 31, 63, 123, 183]
    assert notice(caretaker, BACKUP).stays
    monkeypatch.undo()
    for _ in range(60):
        room.clock.forward(minutes=1)
        caretaker._desk.hub.beat()
    assert notice(caretaker, BACKUP) is None
    assert len(list((room.store.folder / "backups").glob("room-*.db"))) == 1


def test_a_backup_after_a_handover_that_failed_is_made_up_for(caretaker, room):
    caretaker.start()
    backups = room.store.folder / "backups"
    room.clock.forward(minutes=1)
    caretaker._desk.hub.backed_up.emit(StoreFull("x"))
    assert len(list(backups.glob("room-*.db"))) == 1
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


def test_a_handover_at_the_whole_desk_makes_one_backup_and_warns_of_nothing(
    staffed, theme, qtbot, monkeypatch
):
    room, made = staffed.room, []
    stand_at(staffed, "2026-11-21T08:20")
    desk = over_room(room, theme, qtbot)
    caretaker = Caretaker(room, desk.desk, desk.window)
    caretaker.start()
    automatic = type(room.backup).automatic
    monkeypatch.setattr(
        type(room.backup), "automatic", lambda self: made.append(automatic(self)) or made[-1]
    )
    desk.key(Qt.Key.Key_F8)
    with qtbot.waitSignal(caretaker.state_changed):
        sign_out(desk)
        sign_in(desk, "乙某")
    assert len(made) == 1
    assert not [words for words in desk.notices() if "备份" in words]
    assert desk.page.passed.backup.isVisible()
    assert desk.page.passed.backup.text() == "交接班后的备份已做好（11月21日 周六 08:20）。"


def test_contacts_that_lost_their_keys_are_found_again_after_a_start(caretaker, room):
    card = Contact(id=room.contacts.new_id(), name="单强")
    room.contacts.save(card, [NumberDraft(NumberKind.MOBILE, "13800138000")], by=Actor("cli"))
    with room.store.unjournalled() as tables:
        tables._rows._connection.execute("DELETE FROM contact_key WHERE kind <> 'tail'")
    assert room.contacts.find("sq") == []
    caretaker.start()
    assert [one.contact.name for one in room.contacts.find("sq")] == ["单强"]


def test_after_stop_nothing_begins(caretaker, room):
    caretaker.stop()
    caretaker.start()
    assert not (room.store.folder / "backups").exists()
