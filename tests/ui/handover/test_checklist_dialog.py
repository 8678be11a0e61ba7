"""The unit's own checklist, behind an administrator's PIN."""

from dutydesk.ui.handover.checklist_dialog import ChecklistDialog
from tests.builders import PIN
from tests.ui.handover.desk_over_room import KEY, press


def test_the_checklist_changes_behind_an_administrators_pin(morning):
    press(morning, morning.page.checks.edit_list)
    dialog = morning.dialog(ChecklistDialog)
    assert not dialog.add.isEnabled()
    morning.into(dialog.gate.pin, PIN)
    morning.key(KEY.Key_Return)
    assert dialog.name.hasFocus()
    dialog.group.setText("设备")
    morning.type("UPS2")
    morning.key(KEY.Key_Return)
    names = [line.name for line in morning.room.handover.draft().checks]
    assert names[-1] == "UPS2"
    shown = [row.line.name for row in morning.page.checks.rows()]
    assert shown.index("UPS2") == shown.index("电源、UPS") + 1
    dialog.table.selectRow(0)
    press(morning, dialog.remove)
    assert [line.name for line in morning.room.handover.draft().checks] == names[1:]


def test_an_empty_name_is_refused_in_words(morning):
    press(morning, morning.page.checks.edit_list)
    dialog = morning.dialog(ChecklistDialog)
    morning.into(dialog.gate.pin, PIN)
    morning.key(KEY.Key_Return)
    morning.key(KEY.Key_Return)
    assert "项目名称没有填" in dialog._answer.text()
