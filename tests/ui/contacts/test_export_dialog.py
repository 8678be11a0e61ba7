import pytest
from PySide6.QtCore import QCoreApplication

from dutydesk.ui.contacts.export_dialog import ExportDialog
from tests.ui import looking


def opened(contacts):
    contacts.panel.files.export()
    return contacts.dialog(ExportDialog)


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".vcf"])
def test_everybody_is_written_in_the_kind_chosen(contacts, tmp_path, ending):
    dialog = opened(contacts)
    dialog.kinds[ending].setChecked(True)
    contacts.desk.messages.answers.append(tmp_path / "名单")
    dialog.submit()
    assert contacts.desk.messages.wishes[0].proposed.endswith(f"通讯录-2026-11-21{ending}")
    assert (tmp_path / f"名单{ending}").stat().st_size > 0
    assert contacts.notices() == [f"通讯录已导出：{tmp_path / f'名单{ending}'}"]


def test_mobiles_are_masked_when_asked(contacts, tmp_path):
    dialog = opened(contacts)
    dialog.kinds[".csv"].setChecked(True)
    dialog.is_masked.setChecked(True)
    contacts.desk.messages.answers.append(tmp_path / "a.csv")
    dialog.submit()
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert "199****0013" in text
    assert "19900000013" not in text


def test_a_folder_that_takes_nothing_is_said_in_place(contacts, tmp_path):
    dialog = opened(contacts)
    contacts.desk.messages.answers.append(tmp_path / "none" / "a.xlsx")
    dialog.submit()
    assert "写不进去" in dialog.answer.text()
    assert dialog.write.isEnabled()
    dialog.submit()
    assert dialog.isVisible()


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_clipped(contacts, scale):
    contacts.desk.theme.set_scale(scale)
    dialog = opened(contacts)
    QCoreApplication.processEvents()
    assert looking.clipped_texts(dialog) == []
    assert looking.unnamed(dialog) == []


def test_the_unit_chosen_in_the_tree_is_exported_alone(contacts, tmp_path):
    unit = next(iter(contacts.units.values()))
    contacts.panel.files.follow(lambda: unit)
    contacts.panel.files.export()
    dialog = contacts.dialog(ExportDialog)
    assert unit.name in dialog.is_unit.text()
    dialog.kinds[".csv"].setChecked(True)
    dialog.is_unit.setChecked(True)
    target = tmp_path / "甲.csv"
    contacts.desk.messages.answers.append(target)
    dialog.submit()
    people = contacts.service.people_of(unit.id)
    lines = target.read_text("utf-8-sig").splitlines()
    assert len(lines) == len(people) + 1
    assert all(any(card.contact.name in line for line in lines) for card in people)
