"""The unit's limits behind an administrator's PIN."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from dutydesk.domain.incident import IncidentCategory
from dutydesk.ui.incident.rule_dialog import RuleDialog
from dutydesk.ui.incident.rule_example import ExampleDialog
from dutydesk.ui.incident.rule_list import RuleListDialog
from tests.builders import PIN
from tests.ui.live_desk import CTRL, SHIFT, settle
from tests.ui.looking import clipped_texts, english, unnamed

KEY = Qt.Key


@pytest.fixture
def table(live):
    live.enter("incident")
    live.press((KEY.Key_R, CTRL | SHIFT))
    found = live.dialog(RuleListDialog)
    live.qtbot.waitUntil(found.isActiveWindow)
    return found


def open_gate(live, table):
    live.qtbot.keyClicks(table.gate.pin, PIN)
    live.qtbot.keyClick(table.gate.pin, KEY.Key_Return)
    settle()


def above(table, kind):
    found = [one for one in table.findChildren(kind) if one.isVisible()]
    return found[-1] if found else None


def cells(table, row):
    return [table.table.item(row, at).text() for at in range(table.table.columnCount())]


def test_everybody_may_look_and_try_and_only_a_pin_changes(live, table):
    parts = (table.add, table.change, table.remove, table.shipped, table.choose)
    assert not any(part.isEnabled() for part in parts)
    assert cells(table, 0)[:4] == [
        "首报（电话）",
        "特别重大",
        "接报后30分钟内",
        "区政府总值班室",
    ]
    assert table.which.currentText() == "区级口径（在用）"
    table.example.click()
    settle()
    assert above(table, ExampleDialog).example.lines.texts()
    open_gate(live, table)
    assert all(part.isEnabled() for part in parts[:4])
    assert not table.choose.isEnabled(), "it is in use already"


def test_another_set_is_looked_at_and_taken(live, table):
    open_gate(live, table)
    table.which.setCurrentIndex(table.which.findData("province"))
    table.which.activated.emit(table.which.currentIndex())
    settle()
    assert cells(table, 0)[2] == "事发后15分钟内"
    assert live.room.deadline_rule.book().in_use == "district", "looking changes nothing"
    table.choose.click()
    settle()
    assert live.room.deadline_rule.book().in_use == "province"
    assert table.which.currentText() == "省厅口径（在用）"
    assert table._answer.text() == "从现在起按省厅口径计时。"


def test_a_rule_is_changed_by_enter_and_the_row_stays_chosen(live, table):
    open_gate(live, table)
    table.table.selectRow(2)
    table.table.setFocus()
    live.qtbot.keyClick(table.table, KEY.Key_Return)
    settle()
    dialog = above(table, RuleDialog)
    assert dialog.windowTitle() == "改时限规则"
    dialog.fields.amount.setText("45分钟")
    dialog.submit()
    settle()
    assert table.table.currentRow() == 2
    assert cells(table, 2)[2] == "接报后45分钟内"
    assert live.room.deadline_rule.book().rules[2].minutes == 45


def test_a_rule_is_added_behind_all_others_and_removed(live, table):
    open_gate(live, table)
    before = table.table.rowCount()
    table.add.click()
    settle()
    dialog = above(table, RuleDialog)
    assert dialog.windowTitle() == "加一条时限规则"
    dialog.submit()
    assert "规则出处没有填" in dialog.answer.text()
    dialog.fields.source.setText("本单位规定")
    dialog.submit()
    settle()
    assert (table.table.rowCount(), table.table.currentRow()) == (before + 1, before)
    table.remove.click()
    settle()
    assert table.table.rowCount() == before


def test_the_shipped_rules_come_back_when_somebody_says_so(live, table):
    open_gate(live, table)
    first = live.room.deadline_rule.book().rules[0]
    table.remove.click()
    settle()
    live.messages.answers.append("keep")
    table.shipped.click()
    settle()
    assert len(live.room.deadline_rule.book().rules) == table.table.rowCount()
    assert cells(table, 0)[1] == "重大"
    live.messages.answers.append("replace")
    table.shipped.click()
    settle()
    assert cells(table, 0)[1] == "特别重大"
    assert first.id not in {one.id for one in live.room.deadline_rule.book().rules}
    assert table._answer.text().startswith("已换成随附规则，共")


def test_the_clocks_follow_at_once(live, table):
    from tests.ui.incident.test_panel import start

    start(live, category=IncidentCategory.ACCIDENT)
    open_gate(live, table)
    for _ in range(3):
        table.table.selectRow(0)
        table.remove.click()
        settle()
    phone = live.room.incident.due()[0].clock
    assert phone.rule is not None
    assert phone.rule.minutes != 30


@pytest.mark.parametrize("scale", [100, 200])
def test_it_can_be_read_at_every_type_size(live, table, scale):
    live.desk.theme.set_scale(scale)
    open_gate(live, table)
    for one in (table, _opened(table.change, table), _opened(table.example, table)):
        assert not english(one)
        assert not unnamed(one)
        assert not clipped_texts(one)


def _opened(button, table):
    button.click()
    settle()
    return [one for one in table.findChildren(QDialog) if one.isVisible()][-1]
