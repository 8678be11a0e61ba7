"""Level criteria, near misses and kinds, changed in the window behind a PIN."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.incident import Figures, IncidentCategory
from dutydesk.ui.incident.level_dialog import LevelDialog
from tests.builders import PIN
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key
ACCIDENT = IncidentCategory.ACCIDENT


@pytest.fixture
def dialog(live):
    live.enter("incident")
    live.press((KEY.Key_K, CTRL | SHIFT))
    found = live.dialog(LevelDialog)
    live.qtbot.waitUntil(found.isActiveWindow)
    assert not found.change.isEnabled()
    live.qtbot.keyClicks(found.gate.pin, PIN)
    live.qtbot.keyClick(found.gate.pin, KEY.Key_Return)
    settle()
    assert found.change.isEnabled()
    return found


def row_of(dialog, *words):
    for at in range(dialog.table.rowCount()):
        cells = [dialog.table.item(at, c).text() for c in range(dialog.table.columnCount())]
        if all(word in cells for word in words):
            return at
    raise LookupError(words)


def choose(dialog, *words):
    dialog.table.selectRow(row_of(dialog, *words))
    settle()


def turn_to(dialog, word):
    dialog.which.setCurrentIndex(dialog.which.findText(word))
    settle()


def test_a_threshold_is_changed_with_its_effect_in_sight(live, dialog):
    choose(dialog, "生产安全事故", "较大", "死亡")
    assert dialog.preview.text().startswith(
        "死亡2人 → 一般；死亡3人 → 较大（达到3人、不足10人）。依据：《生产安全事故"
    )
    dialog.page.least.setText("2")
    assert dialog.preview.text().startswith("死亡1人 → 一般；死亡2人 → 较大（达到2人、不足10人）")
    live.qtbot.keyClick(dialog.page.least, KEY.Key_Return)
    settle()
    found = live.room.level.judged(ACCIDENT, "爆炸", Figures(deaths=2)).suggestion
    assert found.level == "relatively_serious"
    assert row_of(dialog, "生产安全事故", "较大", "死亡", "2人以上") >= 0


def test_what_cannot_be_is_refused_in_words_and_changes_nothing(live, dialog):
    before = live.room.level.criteria()
    choose(dialog, "生产安全事故", "较大", "死亡")
    dialog.page.least.setText("10")
    dialog.change.click()
    settle()
    assert "等级越高，数要越大" in dialog._answer.text()
    dialog.page.least.setText("三个半")
    dialog.change.click()
    assert dialog._answer.text()
    assert dialog.preview.text()
    dialog.page.least.setText("")
    dialog.change.click()
    assert "起点数没有填" in dialog._answer.text()
    assert live.room.level.criteria() == before


def test_a_row_of_a_known_table_is_added_taken_off_and_what_was_shipped_comes_back(live, dialog):
    count = dialog.table.rowCount()
    choose(dialog, "食物中毒", "重大", "死亡")
    page = dialog.page
    page.level.setCurrentIndex(page.level.findText("较大"))
    page.least.setText("3")
    page.source.setText("本省规定")
    dialog.add.click()
    settle()
    assert dialog.table.rowCount() == count + 1
    assert dialog.table.currentRow() == row_of(dialog, "食物中毒", "较大", "死亡", "3人以上")
    choose(dialog, "气象灾害", "特别重大", "死亡")
    dialog.remove.click()
    settle()
    assert dialog.table.rowCount() == count
    dialog.shipped.click()
    settle()
    assert dialog._answer.text() == "取回1条。"
    assert dialog.table.rowCount() == count + 1
    dialog.shipped.click()
    settle()
    assert "没有要取回的" in dialog._answer.text()


def test_choosing_a_table_brings_its_kinds_and_source(dialog):
    page = dialog.page
    page.table.setCurrentIndex(page.table.findText("突发环境事件"))
    page.table.activated.emit(page.table.currentIndex())
    assert page.kinds.text() == "环境污染和生态破坏事件"
    assert "信息报告办法" in page.source.text()


def test_near_misses_have_figures_and_circumstances(live, dialog):
    turn_to(dialog, "较大涉险")
    choose(dialog, "涉险10人以上")
    assert dialog.preview.text().startswith("涉险10人以上 → 建议认定为较大涉险事故。依据：")
    dialog.page.least.setText("8")
    dialog.change.click()
    settle()
    assert live.room.level.judged(ACCIDENT, "火灾", Figures(at_risk=8)).near_miss is not None
    page = dialog.page
    page.figure.setCurrentIndex(0)
    page.circumstance.setText("危及学校")
    page.source.setText("本区规定")
    assert "由人判断" in dialog.preview.text()
    dialog.add.click()
    settle()
    assert live.room.level.near_misses()[-1].circumstance == "危及学校"
    dialog.remove.click()
    settle()
    assert len(live.room.level.near_misses()) == 5


def test_kinds_are_added_renamed_and_taken_off(live, dialog):
    turn_to(dialog, "种类")
    page = dialog.page
    page.category.setCurrentIndex(page.category.findText("事故灾难"))
    page.name.setText("塔吊倒塌")
    dialog.add.click()
    settle()
    assert "塔吊倒塌" in live.room.incident.kinds()[ACCIDENT]
    dialog.page.name.setText("火灾")
    dialog.change.click()
    settle()
    assert "已经在事故灾难里了" in dialog._answer.text()
    dialog.page.name.setText("起重机倒塌")
    live.qtbot.keyClick(dialog.page.name, KEY.Key_Return)
    settle()
    assert live.room.incident.kinds()[ACCIDENT][-1] == "起重机倒塌"
    dialog.remove.click()
    settle()
    assert "起重机倒塌" not in live.room.incident.kinds()[ACCIDENT]
