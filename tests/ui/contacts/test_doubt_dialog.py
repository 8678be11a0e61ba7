import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.contact_file import ContactField
from dutydesk.domain.import_doubt import Decision
from dutydesk.ui.contacts.doubt_dialog import DoubtDialog
from dutydesk.ui.contacts.import_dialog import ImportDialog

ROWS = (
    "单位,姓名,职务,手机\n"
    "区水务局,仇小某,科长,19900000011\n"
    "区应急管理局,单某,副局长,19900000099\n"
    "区林业局,新某,队员,19900000098\n"
)


@pytest.fixture
def doubts(contacts, tmp_path):
    """Give the pairs of a file: one by mobile, one by a post that differs."""
    first = tmp_path / "先.csv"
    first.write_text(
        "单位,姓名,职务,手机\n区防汛办,仇某某,主任,19900000011\n区应急管理局,单某,值班科长,1990\n",
        "utf-8",
    )
    contacts.staff.room.contact_import.import_file(first, by=contacts.staff.by)
    path = tmp_path / "后.csv"
    path.write_text(ROWS, "utf-8")
    contacts.desk.messages.answers.append(path)
    contacts.panel.files.import_file()
    dialog = contacts.dialog(ImportDialog)
    return contacts, dialog


def shown(pairs):
    return {
        pairs.table.item(at, 0).text(): (
            pairs.table.item(at, 1).text(),
            pairs.table.item(at, 2).text(),
        )
        for at in range(pairs.table.rowCount())
    }


def test_pairs_are_looked_at_before_anything_is_taken_and_decided_by_keys(doubts, qtbot):
    contacts, dialog = doubts
    assert dialog.compare.isVisible()
    assert "2对还没有核对" in dialog.compare.text()
    before = contacts.panel.words.text()
    dialog.submit()
    pairs = contacts.dialog(DoubtDialog)
    assert contacts.panel.words.text() == before

    assert shown(pairs)["≠ 姓名"] == ("仇小某", "仇某某")
    assert pairs.boxes[Decision.APART].isChecked()
    qtbot.keyClick(pairs, Qt.Key.Key_2)
    assert "第2对" in pairs.head.text()
    assert shown(pairs)["≠ 职务"] == ("副局长", "值班科长")
    assert pairs.boxes[Decision.FILL].isChecked()
    qtbot.keyClick(pairs, Qt.Key.Key_PageUp)
    assert pairs.boxes[Decision.FILE_WINS].isChecked()
    assert pairs.wins[ContactField.UNIT].isChecked()
    pairs.wins[ContactField.UNIT].setFocus()
    qtbot.keyClick(pairs.wins[ContactField.UNIT], Qt.Key.Key_Space)
    qtbot.keyClick(pairs, Qt.Key.Key_PageDown)
    qtbot.keyClick(pairs, Qt.Key.Key_4)
    qtbot.keyClick(pairs, Qt.Key.Key_Return)

    assert "已核对" in dialog.compare.text()
    assert (dialog.report.added, dialog.report.updated, dialog.report.skipped) == (1, 1, 1)
    dialog.submit()
    (card,) = contacts.service.find("仇小某")
    assert (card.unit, card.contact.post) == ("区防汛办", "科长")
    (known,) = [one for one in contacts.service.find("单某") if one.contact.post]
    assert known.contact.post == "值班科长"


def test_pairs_left_as_they_are_change_nothing_and_a_new_mapping_asks_again(doubts, qtbot):
    contacts, dialog = doubts
    dialog.compare.click()
    pairs = contacts.dialog(DoubtDialog)
    pairs.reject()
    assert dialog.decisions == {}
    dialog.compare.click()
    contacts.dialog(DoubtDialog).submit()
    assert len(dialog.decisions) == 2
    (sheet,) = dialog.sheets
    box = sheet.boxes[2]
    box.setCurrentIndex(box.findData(ContactField.IGNORED.value))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.report is not None and not dialog._pause.isActive())
    assert dialog.decisions == {}
    assert "1对还没有核对" in dialog.compare.text()
