from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from dutydesk.ui.messages import (
    Choice,
    Decision,
    FileWish,
    QtMessages,
    RecordingMessages,
    decision_box,
)

LEAVE = Decision(
    "关闭值守台",
    "有一条还没有保存。",
    (Choice("save", "记下再关", "primary"), Choice("stay", "不关")),
    default="save",
    escape="stay",
)


def test_a_decision_shows_its_verbs_in_order(theme, qtbot):
    box = decision_box(LEAVE, None)
    qtbot.addWidget(box)
    assert [button.text() for button in box.buttons()] == ["记下再关", "不关"]
    assert box.defaultButton().text() == "记下再关"
    assert box.escapeButton().text() == "不关"


def answer_with(qtbot, key):
    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        qtbot.keyClick(box.focusWidget() or box, key)

    QTimer.singleShot(50, press)
    return QtMessages().decide(LEAVE)


def test_enter_takes_the_default_and_escape_the_way_out(theme, qtbot):
    assert answer_with(qtbot, Qt.Key.Key_Return) == "save"
    assert answer_with(qtbot, Qt.Key.Key_Escape) == "stay"


def test_the_recording_answers_in_order_and_keeps_the_questions():
    messages = RecordingMessages(["save", Path("a.xlsx"), [Path("b")], None, Path("c")])
    assert messages.decide(LEAVE) == "save"
    assert messages.save_file(FileWish("存成文件")) == Path("a.xlsx")
    assert messages.open_files(FileWish("选表格")) == [Path("b")]
    assert messages.folder(FileWish("选文件夹")) is None
    assert messages.open_files(FileWish("选表格")) == [Path("c")]
    assert messages.decide(LEAVE) == "stay"
    assert messages.save_file(FileWish("存成文件")) is None
    messages.tell("题", "话")
    assert [one.title for one in messages.decisions] == ["关闭值守台", "关闭值守台"]
    assert len(messages.wishes) == 5
    assert messages.told == [("题", "话")]
