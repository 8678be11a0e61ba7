from functools import partial

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.ui.admin_gate import AdminGate
from dutydesk.ui.desk import Seat
from tests.builders import PIN
from tests.ui.sample_desk import sample_desk


@pytest.fixture
def desk(theme, desk_clock):
    return sample_desk(theme, desk_clock)


@pytest.fixture
def gate(staffed, desk, qtbot):
    service = staffed.room.officer
    made = AdminGate(desk, service.officers, partial(prove, service))
    qtbot.addWidget(made)
    made.show()
    return made


def prove(service, officer_id, pin):
    return service.prove(officer_id, pin, by=Actor(officer_id, officer_id))


def choices(gate):
    return [gate.who.itemText(at) for at in range(gate.who.count())]


def test_only_active_administrators_may_open_it(gate, staffed):
    assert choices(gate) == ["甲某"]
    service = staffed.room.officer
    second = service.add("丁某", OfficerRole.ADMIN, PIN, by=staffed.by).value
    gate.shut()
    assert choices(gate) == ["丁某", "甲某"] or choices(gate) == ["甲某", "丁某"]
    service.deactivate(second.id, by=staffed.by)
    gate.shut()
    assert choices(gate) == ["甲某"]


def test_a_right_pin_opens_it_by_enter_and_names_who_changes(gate, qtbot, staffed):
    qtbot.keyClicks(gate.pin, PIN)
    with qtbot.waitSignal(gate.opened) as caught:
        qtbot.keyClick(gate.pin, Qt.Key.Key_Return)
    assert caught.args == [Actor(staffed.admin.id, staffed.admin.id)]
    assert gate.is_open
    assert "甲某" in gate._words.text()
    assert not gate.pin.isVisible()
    assert gate.pin.text() == ""


def test_a_wrong_pin_keeps_it_shut_and_says_how_many_tries_are_left(gate, qtbot):
    qtbot.keyClicks(gate.pin, "111111")
    with qtbot.assertNotEmitted(gate.opened):
        qtbot.mouseClick(gate._open, Qt.MouseButton.LeftButton)
    assert not gate.is_open
    assert "口令不对" in gate._answer.text()
    assert gate.pin.text() == ""
    assert gate._open.isEnabled()
    qtbot.keyClicks(gate.pin, PIN)
    qtbot.keyClick(gate.pin, Qt.Key.Key_Return)
    assert gate.is_open
    assert gate._answer.text() == ""


def test_no_pin_asks_nobody(gate, qtbot):
    qtbot.mouseClick(gate._open, Qt.MouseButton.LeftButton)
    assert gate._answer.text() == ""


def test_it_shuts_again_and_forgets_what_was_typed(gate, qtbot):
    qtbot.keyClicks(gate.pin, PIN)
    qtbot.keyClick(gate.pin, Qt.Key.Key_Return)
    with qtbot.waitSignal(gate.closed):
        gate.shut()
    assert gate.actor is None
    assert gate.pin.isVisible()
    qtbot.keyClicks(gate.pin, "2468")
    with qtbot.assertNotEmitted(gate.closed):
        gate.shut()
    assert gate.pin.text() == ""


def test_it_shuts_when_somebody_else_sits_down(gate, desk, qtbot):
    qtbot.keyClicks(gate.pin, PIN)
    qtbot.keyClick(gate.pin, Qt.Key.Key_Return)
    desk.session.sit_down(Seat(Actor("2", "2"), "乙某"))
    assert not gate.is_open


def test_a_room_without_an_administrator_opens_for_nobody(room, desk, qtbot):
    gate = AdminGate(desk, room.officer.officers, partial(prove, room.officer))
    qtbot.addWidget(gate)
    gate.show()
    qtbot.keyClicks(gate.pin, PIN)
    qtbot.keyClick(gate.pin, Qt.Key.Key_Return)
    assert not gate.is_open
