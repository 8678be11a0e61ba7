import pytest
from PySide6.QtCore import QCoreApplication

from dutydesk.domain.contact_file import ContactField
from dutydesk.ui.contacts.import_dialog import ImportDialog
from tests.ui import looking

ROWS = (
    "单位,姓名,联系方式,某列\n"
    "区应急管理局,单某,19900000013,甲\n"
    "区应急管理局,,19900000014,乙\n"
    "区水务局,解某,1990000100,丙\n"
)


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "通讯录.csv"
    made.write_text(ROWS, encoding="gb18030")
    return made


def opened(room, path):
    room.desk.messages.answers.append(path)
    room.panel.files.import_file()
    return room.dialog(ImportDialog)


def problems(dialog):
    model = dialog.problems
    return [
        [model.index(at, column).data() for column in range(model.columnCount())]
        for at in range(model.rowCount())
    ]


def test_a_file_is_shown_with_what_would_happen_and_taken_whole(contacts, file):
    dialog = opened(contacts, file)
    assert dialog.counts.text() == ("读到3人：新增1，补充1，不变0，跳过1。上面2处请看一下。")
    assert problems(dialog)[0][1] == "3"
    assert any("没有姓名" in line[4] for line in problems(dialog))
    assert any(line[3] == "1990000100" for line in problems(dialog))
    assert dialog.take.text() == "导入2人"
    assert contacts.panel.words.text() == "共 4 人"
    dialog.submit()
    assert contacts.panel.words.text() == "共 5 人"
    assert contacts.notices() == ["已导入。读到3人：新增1，补充1，不变0，跳过1。"]


def test_counts_follow_a_changed_column(bare, file, qtbot):
    dialog = opened(bare, file)
    (sheet,) = dialog.sheets
    guessed = [box.currentData() for box in sheet.boxes]
    assert guessed[:2] == ["unit", "name"]
    assert sheet.table.item(1, 1).text() == "单某"
    box = sheet.boxes[2]
    box.setCurrentIndex(box.findData(ContactField.IGNORED.value))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.report is not None and not dialog._pause.isActive())
    assert not any(line[3] == "1990000100" for line in problems(dialog))
    dialog.submit()
    cards = bare.service.find("单某")
    assert cards[0].numbers == ()


def test_a_mapping_that_fits_nobody_is_refused_in_place_and_can_be_mended(bare, file, qtbot):
    dialog = opened(bare, file)
    dialog.sheets[0].takes.setChecked(False)
    qtbot.waitUntil(lambda: dialog.answer.isVisible() and not dialog._pause.isActive())
    assert not dialog.take.isEnabled()
    dialog.sheets[0].takes.setChecked(True)
    qtbot.waitUntil(dialog.take.isEnabled)
    assert not dialog.answer.isVisible()


def test_a_file_of_another_kind_is_refused_in_place(bare, tmp_path):
    other = tmp_path / "照片.png"
    other.write_bytes(b"\x89PNG\r\n")
    dialog = opened(bare, other)
    assert "不认识" in dialog.answer.text()
    assert not dialog.take.isEnabled()


def test_the_same_file_again_brings_nothing_new(bare, file):
    opened(bare, file).submit()
    dialog = opened(bare, file)
    assert dialog.take.text() == "没有新内容"
    assert not dialog.take.isEnabled()


def test_nothing_is_asked_of_a_file_when_none_was_chosen(bare):
    bare.panel.files.import_file()
    assert bare.window.findChildren(ImportDialog) == []


@pytest.mark.parametrize(
    ("name", "people"), [("通讯录.xlsx", 506), ("重点单位-GB18030.csv", 40), ("手机导出.vcf", 20)]
)
def test_the_files_of_an_office_are_shown_and_taken(bare, shared_data, name, people):
    dialog = opened(bare, shared_data / "office" / name)
    assert dialog.report.read == people
    assert looking.clipped_texts(dialog) == []
    assert looking.unnamed(dialog) == []
    dialog.submit()
    assert sum(bare.service.counts().by_unit.values()) == dialog.report.added


def test_a_roster_is_refused_in_place(bare, shared_data):
    dialog = opened(bare, shared_data / "office" / "值班表.xlsx")
    assert "值班表" in dialog.answer.text()
    assert not dialog.take.isEnabled()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_unnamed_or_english(bare, file, scale):
    bare.desk.theme.set_scale(scale)
    bare.window.resize(1240, 720)
    dialog = opened(bare, file)
    QCoreApplication.processEvents()
    assert dialog.width() <= 1240
    assert dialog.height() <= 720
    assert looking.clipped_texts(dialog) == []
    assert looking.unnamed(dialog) == []
    assert looking.english(dialog) <= {"csv"}
