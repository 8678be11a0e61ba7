from PySide6.QtCore import Qt

from dutydesk.ui.key_sheet import KeySheet
from tests.ui import looking
from tests.ui.looking import CTRL, press


def test_the_key_sheet_lists_every_key_of_the_registry(window, qtbot):
    press(qtbot, window, Qt.Key.Key_Slash, CTRL)
    sheet = window.findChild(KeySheet)
    texts = sheet.texts()
    for spec in window.desk.actions.specs():
        if spec.key:
            assert spec.word in texts
    assert looking.clipped_texts(sheet) == []
