from dutydesk.ui.incident.rule_dialog import RuleDialog
from tests.ui.incident.test_rule_list import above, open_gate, table  # noqa: F401 -- a fixture
from tests.ui.live_desk import settle


def changing(live, table, row=0):  # noqa: F811 -- the fixture's value
    open_gate(live, table)
    table.table.selectRow(row)
    table.change.click()
    settle()
    return above(table, RuleDialog)


def test_the_example_says_at_every_edit_what_the_rule_would_do(live, table):  # noqa: F811
    dialog = changing(live, table)
    marked = [line for line in dialog.example.lines.texts() if "← 这一条" in line]
    assert len(marked) == 1
    assert "首报（电话）" in marked[0]
    assert "接报后30分钟内" in marked[0]
    dialog.fields.amount.setText("1小时")
    dialog.fields.amount.textEdited.emit("1小时")
    assert not [line for line in dialog.example.lines.texts() if "← 这一条" in line]
    assert "这一条在这个例子里不起作用" in dialog.example.lines.texts()[0]
    dialog.fields.amount.setText("一会儿")
    dialog.fields.amount.textEdited.emit("一会儿")
    assert dialog.example.lines.texts()[0].startswith("分钟数不对：一会儿。")


def test_a_rule_can_be_filled_from_the_catalogue(live, table):  # noqa: F811
    open_gate(live, table)
    table.add.click()
    settle()
    dialog = above(table, RuleDialog)
    box = dialog.from_catalogue
    at = next(at for at in range(box.count()) if "每2天一次" in box.itemText(at))
    box.setCurrentIndex(at)
    box.activated.emit(at)
    assert dialog.fields.matter.currentText() == "续报（书面）"
    assert (dialog.fields.measure.currentText(), dialog.fields.amount.text()) == ("每隔几天", "2")
    dialog.submit()
    settle()
    put = live.room.deadline_rule.book().rules[-1]
    assert (put.every_days, put.rule_set) == (2, "district")


def test_what_was_typed_is_there_when_it_opens_again(live, table):  # noqa: F811
    dialog = changing(live, table)
    dialog.fields.source.setText("本单位规定")
    dialog.reject()
    settle()
    table.change.click()
    settle()
    assert above(table, RuleDialog).fields.source.text() == "本单位规定"
