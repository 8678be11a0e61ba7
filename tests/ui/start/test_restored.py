"""The list of what has to be entered again: it can be copied, and Enter goes on."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from dutydesk.ui.start.restored import RestoredDialog
from tests.ui import looking

WORDS = ["已用11月20日 08:30的备份恢复。损坏的文件留在 /room/kept.db。", "请补记。"]


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("lost", [[], ["11月21日 周六 02:10 来电 内容"] * 30])
def test_it_is_whole_at_every_type_size(theme, qtbot, scale, lost):
    theme.set_scale(scale)
    dialog = RestoredDialog(theme, WORDS, lost)
    qtbot.addWidget(dialog)
    dialog.show()
    QCoreApplication.processEvents()
    assert looking.clipped_texts(dialog) == []
    assert looking.unnamed(dialog) == []


def test_the_list_can_be_copied_and_enter_opens_the_room(theme, qtbot):
    dialog = RestoredDialog(theme, WORDS, ["一", "二"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "一\n二"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
