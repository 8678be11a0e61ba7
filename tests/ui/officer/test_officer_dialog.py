import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dutydesk.domain.officer import OfficerRole, PinWrong
from dutydesk.ui.officer.officer_dialog import OfficerDialog, OfficerTask
from tests.builders import PIN
from tests.ui import looking
from tests.ui.live_desk import settle
from tests.ui.sample_desk import sample_desk

KEY = Qt.Key
NEW_PIN = "975310"


@pytest.fixture
def parent(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def ask(staffed, theme, desk_clock, parent):
    desk = sample_desk(theme, desk_clock)

    def open_dialog(task):
        made = OfficerDialog(desk, staffed.room.officer, task, staffed.by, parent)
        made.open()
        return made

    return open_dialog


def enter(dialog, qtbot):
    qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return)
    settle()


def test_a_new_pin_needs_the_administrators_own_and_enter_sends_it(ask, staffed, qtbot):
    dialog = ask(OfficerTask(staffed.officer, is_pin_only=True))
    for field, pin in ((dialog.admin_pin, PIN), (dialog.pin, NEW_PIN), (dialog.again, NEW_PIN)):
        field.setFocus()
        qtbot.keyClicks(field, pin)
    with qtbot.waitSignal(dialog.saved):
        enter(dialog, qtbot)
    service = staffed.room.officer
    assert service.prove(staffed.officer.id, NEW_PIN, by=staffed.by).name == "乙某"
    with pytest.raises(PinWrong):
        service.prove(staffed.officer.id, PIN, by=staffed.by)


def test_two_different_pins_are_told_and_nothing_is_lost(ask, staffed, qtbot):
    dialog = ask(OfficerTask())
    dialog.name.setText("丁某")
    dialog.pin.setText(NEW_PIN)
    dialog.again.setFocus()
    qtbot.keyClicks(dialog.again, "975311")
    enter(dialog, qtbot)
    assert "不一样" in dialog._answer.text()
    assert dialog.name.text() == "丁某"
    assert "丁某" not in [one.name for one in staffed.room.officer.officers()]


@pytest.mark.parametrize(
    ("name", "pin", "words"),
    [("", NEW_PIN, "姓名没有填"), ("甲某", NEW_PIN, "已经有名叫甲某"), ("丁某", "123", "6到12位")],
)
def test_a_refusal_is_said_in_place(ask, name, pin, words):
    dialog = ask(OfficerTask())
    dialog.name.setText(name)
    dialog.pin.setText(pin)
    dialog.again.setText(pin)
    dialog.submit()
    assert words in dialog._answer.text()
    assert dialog.isVisible()
    assert dialog._accept.isEnabled()


def test_a_weak_pin_is_warned_of_but_taken(ask, staffed, qtbot):
    dialog = ask(OfficerTask())
    dialog.name.setText("丁某")
    dialog.pin.setFocus()
    qtbot.keyClicks(dialog.pin, "123456")
    assert "太好猜" in dialog._answer.text()
    qtbot.keyClicks(dialog.pin, "0987")
    assert dialog._answer.text() == ""
    dialog.pin.setText("123456")
    dialog.again.setText("123456")
    dialog.submit()
    assert staffed.room.officer.by_name("丁某").is_active


def test_role_and_phone_change_and_the_name_does_not(ask, staffed):
    dialog = ask(OfficerTask(staffed.officer))
    assert dialog.name.isReadOnly()
    assert not dialog.pin.isVisible()
    dialog.role.setCurrentIndex(dialog.role.findData(OfficerRole.LEAD_OFFICER.value))
    dialog.phone.setText(" 19900000010 ")
    dialog.submit()
    changed = staffed.room.officer.by_name("乙某")
    assert (changed.role, changed.phone) == (OfficerRole.LEAD_OFFICER, "19900000010")


def test_the_last_administrator_keeps_the_role(ask, staffed):
    dialog = ask(OfficerTask(staffed.admin))
    dialog.role.setCurrentIndex(dialog.role.findData(OfficerRole.VIEWER.value))
    dialog.submit()
    assert "唯一的管理员" in dialog._answer.text()


def test_escape_changes_nothing(ask, staffed, qtbot):
    dialog = ask(OfficerTask())
    dialog.name.setText("丁某")
    qtbot.keyClick(dialog, KEY.Key_Escape)
    settle()
    assert len(staffed.room.officer.officers()) == 3


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("task", ["new", "change", "pin"])
def test_nothing_is_clipped_and_every_field_has_a_name(ask, staffed, theme, scale, task):
    theme.set_scale(scale)
    officer = None if task == "new" else staffed.officer
    dialog = ask(OfficerTask(officer, is_pin_only=task == "pin"))
    dialog._answer.setText("两次输入的口令不一样。请重新输入。")
    settle()
    assert looking.clipped_texts(dialog) == []
    assert looking.outside(dialog) == []
    assert looking.unnamed(dialog) == []
    assert looking.english(dialog) == set()
    assert dialog.height() <= 768
