import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dutydesk.domain.call_round import CallChannel, TargetState
from dutydesk.domain.contacts import Contact
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.ui.call_round.start_dialog import SaveListDialog, StartDialog
from dutydesk.ui.call_round.step_dialogs import AddDialog, CorrectDialog, EndDialog, SkipDialog
from tests.call_builders import fill_people, open_incident, round_draft
from tests.ui import looking
from tests.ui.live_desk import CTRL, SHIFT, settle
from tests.warning_builders import warning_draft

KEY = Qt.Key


def confirm(live, dialog):
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return, CTRL)
    settle()
    if live.dialog(type(dialog)) is None and live.dialog(StartDialog) is None:
        live.window.activateWindow()
        live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def begun(live, count=3, **changes):
    service, by = live.room.call_round, live.desk.session.seat.actor
    made = service.start(round_draft(count, **changes), by=by).value
    panel = live.enter("call_round")
    return made, panel


def digit(live, number):
    live.press((getattr(KEY, f"Key_{number}"), CTRL))
    settle()


def states(panel):
    return [one.state for one in panel.sheet.state.targets.values()]


def start_by_keys(live):
    """Press the way from the empty room to the first number."""
    live.press((KEY.Key_F12, SHIFT))
    panel = live.panel("call_round")
    assert panel._empty.isVisible()
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(StartDialog)
    dialog.title.setText("暴雨橙色预警叫应")
    dialog.words.setPlainText("请立即到岗")
    confirm(live, dialog)
    assert dialog.answer.text().startswith("没有要叫的人")
    dialog.choice.roles.boxes["info_officer"].click()
    settle()
    assert [one.name for one in dialog.choice.callees()] == ["李某1", "李某2", "李某3"]
    assert (dialog.superior.text(), dialog.tries.currentData()) == ("丙某", "3")
    confirm(live, dialog)
    assert panel.is_sheet
    return panel


def test_an_empty_room_begins_a_round_by_keys_and_rings_it_to_the_end(live, staffed):
    fill_people(live.room, staffed.by)
    panel = start_by_keys(live)
    sheet = panel.sheet
    assert sheet.card.number.text() == "199 1000 0001"
    assert live.focus is sheet.card.words
    live.type("收到")
    digit(live, 1)
    first = next(iter(sheet.state.targets.values()))
    assert (first.state, sheet.state.attempts[first.id][0].words) == (TargetState.ANSWERED, "收到")
    # The next one is at hand at once, and the answer is empty again.
    assert sheet.card.number.text() == "199 1000 0002"
    assert (sheet.card.words.text(), live.focus) == ("", sheet.card.words)
    digit(live, 2)
    digit(live, 3)
    assert sheet.head.counts.text().startswith("1/3 已应答（33%）")
    assert sheet.model.index(1, 0).data() == "▲ 未应 1次"
    # Whoever failed longest ago comes next; B at once when the officer says so.
    assert sheet.state.targets[sheet.target_id].name == "李某2"
    digit(live, 4)
    assert "王某2" in sheet.card.name.text()
    assert sheet.card.turn.text().startswith("B角　第1次")
    digit(live, 1)
    digit(live, 5)
    assert "张某3" in sheet.card.name.text()
    live.type("派人上门")
    digit(live, 1)
    assert states(panel) == [
        TargetState.ANSWERED,
        TargetState.ANSWERED_BY_B,
        TargetState.ESCALATED,
    ]
    assert sheet.card.name.text().startswith("都叫完了")
    live.press((KEY.Key_J, CTRL))
    confirm(live, live.dialog(EndDialog))
    assert sheet.head.time.text().startswith("已结束")
    assert "叫应结束" in live.titles()[-1]
    digit(live, 2)
    assert len(live.room.call_reading.sheet(sheet.state.call_round.id).attempts) == 5
    live.press((KEY.Key_J, CTRL))
    settle()
    assert sheet.state.is_running


def test_the_proof_the_list_and_the_search_are_one_key_away(live):
    made, panel = begun(live, 3)
    wanted = []
    panel._show_paper = wanted.append
    live.press(KEY.Key_F9)
    assert (wanted[0].kind, wanted[0].call_round_id) == (PaperKind.CALL_ROUND_SHEET, made.id)
    live.press(KEY.Key_F3)
    live.type("lm3")
    assert panel.sheet.model.rowCount() == 1
    assert panel.sheet.state.targets[panel.sheet.target_id].name == "李某3"
    live.press(KEY.Key_Return)
    assert live.focus is panel.sheet.card.words
    panel.sheet.query.clear()
    live.press((KEY.Key_C, CTRL | SHIFT))
    assert QGuiApplication.clipboard().text() == "19900000003"
    live.press((KEY.Key_Up, CTRL))
    assert panel.sheet.state.targets[panel.sheet.target_id].name == "李某2"
    live.press((KEY.Key_Down, CTRL))
    digit(live, 1)
    live.press((KEY.Key_M, CTRL))
    assert panel.sheet.model.rowCount() == 2
    digit(live, 1)
    assert panel.sheet.model.rowCount() == 1
    live.press((KEY.Key_B, CTRL))
    settle()
    assert panel.table.item(0, 2).text() == "2/3（66%）"
    live.press(KEY.Key_Return)
    settle()
    assert panel.is_sheet


def test_a_slip_is_put_right_somebody_left_out_and_somebody_added(live):
    _, panel = begun(live, 2)
    sheet = panel.sheet
    first, second = sheet.state.targets
    digit(live, 9)
    assert "还没有叫过" in sheet._answer.text()
    sheet.card.channel.setCurrentIndex(1)
    digit(live, 1)
    assert sheet.state.attempts[first][0].channel is CallChannel.WECHAT
    sheet.table.choose(first)
    digit(live, 9)
    dialog = live.dialog(CorrectDialog)
    dialog.outcome.setCurrentIndex(dialog.outcome.findData("no_answer"))
    confirm(live, dialog)
    assert sheet.state.targets[first].state is TargetState.TRYING
    sheet.table.choose(second)
    digit(live, 7)
    dialog = live.dialog(SkipDialog)
    confirm(live, dialog)
    assert "没有写" in dialog.answer.text()
    dialog.why.setText("已在值班室")
    confirm(live, dialog)
    assert sheet.state.targets[second].state is TargetState.SKIPPED
    assert sheet.target_id == first
    digit(live, 8)
    dialog = live.dialog(AddDialog)
    dialog.person.set_text("赵某")
    dialog.phone.setText("19900000099")
    confirm(live, dialog)
    assert list(sheet.state.targets.values())[-1].name == "赵某"
    live.press((KEY.Key_J, CTRL))
    dialog = live.dialog(EndDialog)
    confirm(live, dialog)
    assert dialog.answer.text().startswith("还有2人没有叫应")


def test_an_answer_half_typed_is_there_again_after_the_plug_was_pulled(live):
    made, panel = begun(live, 3)
    panel.sheet.next_one()
    live.type("正在路上")
    live.qtbot.waitUntil(lambda: live.room.draft.of_form("call_words") != [])
    kept = panel.sheet.target_id
    panel.sheet.state = None
    panel.sheet.card.words.clear()
    panel._open(made.id)
    settle()
    assert (panel.sheet.target_id, panel.sheet.card.words.text()) == (kept, "正在路上")
    digit(live, 1)
    assert live.room.draft.of_form("call_words") == []


def test_five_hundred_people_one_press_changes_one_row(live, monkeypatch):
    _, panel = begun(live, 500)
    resets, changed, read = [], [], []
    panel.sheet.model.modelReset.connect(lambda: resets.append(1))
    panel.sheet.model.dataChanged.connect(lambda top, bottom: changed.append(top.row()))
    monkeypatch.setattr(live.room.call_reading, "sheet", lambda _id: read.append(1))
    for _ in range(3):
        digit(live, 2)
    assert (resets, read) == ([], [])
    assert sorted(set(changed)) == [0, 1, 2]


def test_a_line_of_the_deadlines_opens_the_round(live):
    _, panel = begun(live, 1)
    live.press((KEY.Key_B, CTRL))
    live.go_on(minutes=6)
    deadlines = live.window.deadlines
    deadlines._list.setCurrentIndex(deadlines._model.index(0))
    live.qtbot.keyClick(deadlines._list, KEY.Key_Return)
    assert panel.is_sheet
    assert panel.sheet.head.time.text().startswith("▲ 已过5分钟")
    assert live.window.bar.buttons["call_round"].count == 1


def test_an_incident_begins_a_round_about_itself(live, staffed):
    fill_people(live.room, staffed.by)
    incident = open_incident(live.room, staffed.by)
    live.enter("incident")
    live.press((KEY.Key_Q, CTRL | SHIFT))
    settle()
    dialog = live.dialog(StartDialog)
    assert dialog.title.text() == "地下车库积水叫应"
    dialog.choice.unit.setCurrentIndex(dialog.choice.unit.findData("c1"))
    dialog.choice.look()
    settle()
    confirm(live, dialog)
    (line,) = live.room.call_reading.rounds()
    assert line.call_round.incident_id == incident.id
    assert live.panel("call_round").is_sheet


def test_a_warning_begins_a_round_with_what_it_says(live, staffed):
    fill_people(live.room, staffed.by)
    warning = live.room.warning.register(warning_draft(live.room), by=staffed.by).value
    live.enter("warning").call_round_wanted.emit(warning.id)
    settle()
    dialog = live.dialog(StartDialog)
    assert dialog.title.text() == "暴雨橙色预警叫应"
    assert "停止户外作业" in dialog.words.toPlainText()
    dialog.choice.roles.boxes["head"].click()
    settle()
    confirm(live, dialog)
    (line,) = live.room.call_reading.rounds()
    assert line.call_round.warning_id == warning.id


def test_often_used_answers_come_by_the_down_key(live):
    _, panel = begun(live, 1)
    field = panel.sheet.card.words
    live.press(KEY.Key_Down)
    assert field.text() == "收到，马上到岗"
    live.press(KEY.Key_Down)
    assert field.text() == "已在岗"
    live.press(KEY.Key_Up, KEY.Key_Up)
    assert field.text() == ""
    live.type("自己写的")
    live.press(KEY.Key_Down)
    assert field.text() == "自己写的"


def test_a_choice_is_kept_as_a_list_and_used_again(live, staffed):
    fill_people(live.room, staffed.by)
    room, by = live.room, staffed.by
    room.contacts.save(Contact(id="lone", name="周某", unit_id="c1"), [], by=by)
    live.enter("call_round")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(StartDialog)
    choice = dialog.choice
    choice.kinds.boxes["community"].click()
    choice.duty.click()
    settle()
    assert "其中1人没有号码" in choice.preview.told.text()
    missing = next(at for at, one in enumerate(choice.callees()) if one.name == "周某")
    choice.preview.table.selectRow(missing)
    live.qtbot.keyClick(choice.preview.table, KEY.Key_Delete)
    settle()
    assert "没有号码" not in choice.preview.told.text()
    card = room.contacts.card("lone")
    choice.person.picked.emit(card, "周某")
    settle()
    assert "其中1人没有号码" in choice.preview.told.text()
    dialog.save.click()
    name = live.dialog(SaveListDialog)
    name.name.setText("社区责任人")
    name.submit()
    settle()
    (kept,) = room.call_reading.lists()
    assert (kept.name, kept.kinds, kept.with_duty_phones) == ("社区责任人", ("community",), True)
    choice.kinds.tick([])
    settle()
    choice.saved.setCurrentIndex(choice.saved.findData(kept.id))
    choice._on_list(0)
    settle()
    assert choice.kinds.ticked() == ("community",)
    assert len(choice.callees()) == 10


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_unnamed_or_english(live, staffed, scale):
    live.desk.theme.set_scale(scale)
    fill_people(live.room, staffed.by)
    _, panel = begun(live, 12)
    digit(live, 2)
    settle()
    roots = [panel]
    live.press((KEY.Key_N, CTRL))
    settle()
    roots.append(live.dialog(StartDialog))
    for root in roots:
        assert looking.clipped_texts(root) == []
        assert looking.unnamed(root) == []
        assert looking.english(root) == set()
    live.desk.theme.set_scale(100)


def test_a_refusal_is_said_over_the_list(live, staffed):
    made, panel = begun(live, 1, callees=round_draft(1).callees)
    live.room.call_round.end(made.id, "无", by=staffed.by)
    digit(live, 1)
    assert "已于" in panel.sheet._answer.text()
    assert panel.sheet.card.words.text() == ""
