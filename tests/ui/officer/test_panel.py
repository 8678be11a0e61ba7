"""Officers by keys: nothing changes before an administrator's PIN."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.officer import OfficerRole
from dutydesk.ui.officer.officer_dialog import OfficerDialog
from tests.builders import PIN
from tests.ui import looking
from tests.ui.live_desk import CTRL, live_desk, settle

KEY = Qt.Key


@pytest.fixture
def live(staffed, theme, qtbot):
    made = live_desk(staffed.room, theme, qtbot)
    made.press((KEY.Key_G, CTRL))
    return made


@pytest.fixture
def panel(live):
    return live.panel("officer")


def rows(panel):
    table = panel.table
    return [
        tuple(table.item(row, column).text() for column in (0, 1, 4))
        for row in range(table.rowCount())
    ]


def open_gate(live):
    live.type(PIN)
    live.press(KEY.Key_Return)


def choose(panel, name):
    panel.table.selectRow([row[0] for row in rows(panel)].index(name))


def test_everybody_is_listed_with_role_and_state(panel):
    assert set(rows(panel)) == {
        ("甲某", "管理员", "在用"),
        ("乙某", "值班员", "在用"),
        ("丙某", "带班领导", "在用"),
    }
    assert panel.table.item(0, 3).text() == "11月20日设"


def test_before_the_pin_nothing_can_be_changed_and_f2_takes_down_a_call(live, panel):
    assert live.focus is panel.gate.pin
    buttons = (panel.add, panel.change, panel.new_pin, panel.take_off)
    assert not any(button.isEnabled() for button in buttons)
    live.press((KEY.Key_N, CTRL))
    assert panel._answer.text() == "请先由管理员输入口令。"
    live.press(KEY.Key_F2)
    assert live.window.room() is live.panel("duty_desk")


def test_an_officer_is_entered_by_keys_alone(live, panel):
    open_gate(live)
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(OfficerDialog)
    keys = live.qtbot
    dialog.name.insert("丁某")
    for text in ("", "19900000009", PIN, PIN):
        keys.keyClick(dialog.focusWidget(), KEY.Key_Tab)
        keys.keyClicks(dialog.focusWidget(), text)
    keys.keyClick(dialog.focusWidget(), KEY.Key_Return)
    settle()
    assert live.dialog(OfficerDialog) is None
    assert ("丁某", "值班员", "在用") in rows(panel)
    made = live.room.officer.by_name("丁某")
    assert made.phone == "19900000009"
    assert live.room.officer.prove(made.id, PIN, by=live.desk.session.seat.actor).name == "丁某"


def test_leaving_the_room_shuts_the_gate(live, panel):
    open_gate(live)
    assert panel.add.isEnabled()
    live.press(KEY.Key_F5, (KEY.Key_G, CTRL))
    assert not panel.add.isEnabled()


def test_an_officer_is_taken_off_only_when_confirmed_and_on_again(live, panel):
    open_gate(live)
    choose(panel, "乙某")
    panel.take_off.click()
    assert ("乙某", "值班员", "在用") in rows(panel)
    assert live.messages.decisions[0].default == "no"
    live.messages.answers.append("yes")
    panel.take_off.click()
    assert ("乙某", "值班员", "已停用") in rows(panel)
    choose(panel, "乙某")
    assert not panel.change.isEnabled()
    assert panel.take_off.text() == "重新启用"
    panel.take_off.click()
    assert ("乙某", "值班员", "在用") in rows(panel)


def test_who_is_on_duty_is_not_taken_off_and_the_reason_is_said(live, panel):
    open_gate(live)
    live.room.officer.add("戊某", OfficerRole.ADMIN, PIN, by=live.desk.session.seat.actor)
    panel.reload()
    choose(panel, "甲某")
    live.messages.answers.append("yes")
    panel.take_off.click()
    assert "正在值班" in panel._answer.text()
    assert ("甲某", "管理员", "在用") in rows(panel)


def test_the_last_administrator_stays(live, panel):
    open_gate(live)
    choose(panel, "甲某")
    live.messages.answers.append("yes")
    panel.take_off.click()
    assert "唯一的管理员" in panel._answer.text()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("is_open", [False, True])
def test_nothing_is_clipped_outside_or_without_a_name(live, panel, scale, is_open):
    if is_open:
        open_gate(live)
        panel._answer.setText("甲某是唯一的管理员。请先指定另一名管理员。")
    live.desk.theme.set_scale(scale)
    settle()
    assert looking.clipped_texts(live.window) == []
    assert looking.outside(live.window) == []
    assert looking.unnamed(live.window) == []
    assert looking.english(live.window) == set()
