from PySide6.QtCore import Qt

from dutydesk.domain.contact_twins import TwinKind
from dutydesk.domain.contacts import Contact
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from dutydesk.ui.contacts.imports_dialog import ImportsDialog
from dutydesk.ui.contacts.twins_dialog import TwinsDialog
from dutydesk.wording.contact_twins import TWINS


def saved(room, name, mobile, **more):
    contact = Contact(room.service.new_id(), name, **more)
    numbers = [NumberDraft(NumberKind.MOBILE, mobile)]
    return room.service.save(contact, numbers, by=room.staff.by).value.contact


def test_people_on_file_twice_are_merged_by_keys(contacts, qtbot):
    assert set(TWINS) == set(TwinKind)
    first = saved(contacts, "丙某", "19900000777", post="科长")
    second = saved(contacts, "丙小某", "19900000777", address="某路")
    saved(contacts, "丁某", "19900000778")
    other = saved(contacts, "丁小某", "19900000778")
    contacts.desk.actions.trigger("contacts.twins")
    dialog = contacts.dialog(TwinsDialog)
    assert dialog.head.text() == "第1对，共2对：手机号相同"
    assert dialog.table.item(0, 0).text() == "≠ 姓名"
    assert (dialog.table.item(0, 1).text(), dialog.table.item(0, 2).text()) == ("丙某", "丙小某")
    # Enter pressed once too often merges nobody.
    assert dialog.focusWidget() is dialog.both
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    assert dialog.head.text() == "第2对，共2对：手机号相同"
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    assert "丁小某" in dialog.answer.text()
    assert dialog.head.text() == "已经看完，没有别的疑似重复。"
    assert not dialog.left.isEnabled()
    assert contacts.service.find("丁某") == []
    assert contacts.service.find("丁小某")[0].contact.id == other.id
    assert not contacts.service.card(second.id).contact.is_retired

    dialog.reject()
    contacts.desk.actions.trigger("contacts.twins")
    dialog = contacts.dialog(TwinsDialog)
    dialog.left.click()
    kept = contacts.service.card(first.id).contact
    assert (kept.post, kept.address) == ("科长", "某路")
    assert dialog.head.text() == "没有疑似重复的人。"


def test_an_import_is_taken_back_from_the_list_and_refused_once_changed(contacts, tmp_path):
    service, by = contacts.staff.room.contact_import, contacts.staff.by
    for name in ("一", "二"):
        path = tmp_path / f"{name}.csv"
        path.write_text(
            f"单位,姓名,手机\n{name}局,{name}某某,1990000{ord(name) % 1000:04}\n", "utf-8"
        )
        service.import_file(path, by=by)
    (card,) = contacts.service.find("一某某")
    contacts.service.verify(card.contact.id, by=by)
    contacts.desk.actions.trigger("contacts.imports")
    dialog = contacts.dialog(ImportsDialog)
    assert [dialog.table.item(at, 1).text() for at in range(2)] == ["二.csv", "一.csv"]
    assert dialog.table.item(0, 5).text() == "在用"
    dialog.undo.click()
    assert "已撤回“二.csv”" in dialog.answer.text()
    assert dialog.table.item(0, 5).text().endswith("撤回")
    assert not dialog.undo.isEnabled()
    assert contacts.service.find("二某某") == []

    dialog.table.selectRow(1)
    dialog.undo.click()
    assert "“一某某”" in dialog.answer.text()
    assert contacts.service.find("一某某")
    assert dialog.undo.isEnabled()
