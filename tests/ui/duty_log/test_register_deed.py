from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.ui.duty_log.register_deed import RegisterDeed
from dutydesk.ui.duty_log.register_dialog import RegisterDialog
from dutydesk.ui.rooms import RoomPanel
from tests.ui.looking import CTRL, press
from tests.ui.sample_desk import sample_desk


@pytest.mark.parametrize(("chosen", "month"), [(date(2026, 9, 30), "2026-09"), (None, "2026-11")])
def test_the_key_proposes_the_month_that_is_pointed_at(theme, desk_clock, qtbot, chosen, month):
    panel = RoomPanel(sample_desk(theme, desk_clock))
    qtbot.addWidget(panel)
    RegisterDeed(panel, lambda: chosen, lambda _request: None)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is panel)
    press(qtbot, panel, Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = panel.findChild(RegisterDialog)
    assert dialog.isVisible()
    assert dialog.month.text() == month
