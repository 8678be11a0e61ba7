from PySide6.QtCore import Qt

from dutydesk.ui.warning.kind_list import KindListDialog
from tests.builders import PIN
from tests.ui.live_desk import SHIFT, settle

KEY = Qt.Key


def test_kinds_are_added_changed_and_switched_off_behind_a_pin(live):
    live.press((KEY.Key_F11, SHIFT))
    panel = live.panel("warning")
    live.desk.actions.trigger("warning.kinds")
    settle()
    dialog = live.dialog(KindListDialog)
    assert not dialog.put.isEnabled()
    live.qtbot.keyClicks(dialog.gate.pin, PIN)
    live.qtbot.keyClick(dialog.gate.pin, KEY.Key_Return)
    settle()
    assert dialog.put.isEnabled()
    dialog.name.setText("风暴潮")
    live.qtbot.keyClick(dialog.name, KEY.Key_Return)
    assert "至少选一种颜色" in dialog._answer.text()
    dialog.colors[next(iter(dialog.colors))].setChecked(True)
    live.qtbot.keyClick(dialog.name, KEY.Key_Return)
    settle()
    kinds = {one.name: one for one in live.room.warning_kind.kinds()}
    assert kinds["风暴潮"].colors == ("red",)
    assert "风暴潮" in panel._kinds
    dialog.table.selectRow(len(kinds) - 1)
    dialog.switch.click()
    settle()
    assert not live.room.warning_kind.kinds()[-1].is_active
    assert "风暴潮" not in panel._kinds
    dialog.table.selectRow(1)
    dialog.up.click()
    settle()
    assert live.room.warning_kind.kinds()[0].name == "雷电"
