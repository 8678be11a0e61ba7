"""The first half hour of a rainstorm by keys alone: fax, warning, leader, forwarding, round.

Nothing here puts the focus anywhere: it is where the program and Tab have put it.
"""

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.call_round.start_dialog import StartDialog
from dutydesk.ui.deadlines.acknowledge_dialog import AcknowledgeDialog
from dutydesk.ui.warning.step_dialogs import ForwardDialog, ReportDialog
from dutydesk.ui.warning.warning_dialog import WarningDialog
from tests.e2e.conftest import CTRL, KEY, SHIFT, take_call, take_over
from tests.e2e.test_rainstorm_by_keys import begin_round, fill_grid, on_the_lane, press_digit
from tests.ui.whole_desk import whole_desk
from tests.warning_builders import WHOLE


def fax_comes(officer):
    officer.press(KEY.Key_F2)
    officer.press(KEY.Key_4, CTRL)
    officer.write("区应急局")
    officer.press(KEY.Key_Return)
    officer.write(WHOLE)
    officer.press(KEY.Key_Return)
    officer.wait(lambda: len(officer.entries()) == 1)
    assert officer.entries()[0].kind is EntryKind.FAX


def closed(officer, kind):
    officer.wait(lambda: officer.live.dialog(kind) is None)
    officer.back_at_desk()


def register(officer):
    """From the entry on the desk to the warning on record: two keys."""
    officer.press(KEY.Key_G, CTRL | SHIFT)
    dialog = officer.window_of(WarningDialog)
    officer.wait(lambda: "已读出" in dialog.told.text())
    officer.press(KEY.Key_Return, CTRL)
    closed(officer, WarningDialog)
    (warning,) = officer.room.warning.open_warnings()
    assert (warning.kind, warning.issued_by) == ("暴雨", "区气象台")
    assert warning.entry_id == officer.entries()[0].id


def tell(officer):
    """The leader within ten minutes, then the units; the arrows stay in the list."""
    officer.press(KEY.Key_F11, SHIFT)
    panel = officer.room_shown("warning")
    officer.wait(lambda: panel.selected() is not None)
    officer.press(KEY.Key_R, CTRL)
    dialog = officer.window_of(ReportDialog)
    officer.wait(lambda: dialog.to_whom.text() == "带班领导丙某")
    officer.press(KEY.Key_Return)
    closed(officer, ReportDialog)
    officer.press(KEY.Key_U, CTRL)
    officer.window_of(ForwardDialog)
    officer.write("各社区")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: officer.room.warning.open_warnings()[0].forwarded_at is not None)
    closed(officer, ForwardDialog)
    assert officer.focus is panel.table


def test_a_warning_that_came_as_a_fax_is_on_its_way_within_a_few_keys(officer):
    take_over(officer)
    fax_comes(officer)
    register(officer)
    officer.live.go_on(minutes=1)
    take_call(officer, "limou", "院内积水，请派人")
    before = officer.pressed
    tell(officer)
    assert officer.pressed - before <= 6
    officer.press(KEY.Key_J, CTRL)
    dialog = officer.window_of(StartDialog)
    officer.wait(lambda: dialog.title.text() == "暴雨橙色预警叫应")
    assert dialog.words.toPlainText() == WHOLE
    assert officer.focus is dialog.choice.unit
    texts = [one.text for one in officer.entries()]
    assert any("已报告带班领导丙某" in text for text in texts)
    assert any("已转发各社区" in text for text in texts)


def test_a_round_goes_on_after_a_call_an_alarm_and_a_restart(officer):
    take_over(officer)
    room, by = officer.room, officer.live.desk.session.seat.actor
    on_the_lane(officer, lambda: fill_grid(room, by))
    sheet = begin_round(officer)
    press_digit(officer, sheet, 1)
    press_digit(officer, sheet, 2)
    officer.write("收到，马上")
    at_hand = sheet.card.name.text()
    take_call(officer, "limou", "院内积水，请派人")
    officer.press(KEY.Key_F12, SHIFT)
    officer.wait(sheet.card.words.hasFocus)
    assert (sheet.card.name.text(), sheet.card.words.text()) == (at_hand, "收到，马上")

    officer.live.go_on(minutes=5)
    officer.wait(lambda: any("叫应" in told for told in officer.live.notices()))
    assert officer.focus is sheet.card.words
    officer.press(KEY.Key_F11)
    officer.window_of(AcknowledgeDialog)
    officer.press(KEY.Key_Return)
    closed(officer, AcknowledgeDialog)
    officer.wait(lambda: any("确认报警" in one.text for one in officer.entries()))
    assert officer.focus is sheet.card.words

    def kept():
        return str(room.draft.of_form("call_words"))

    officer.wait(lambda: "收到，马上" in on_the_lane(officer, kept))
    desk = officer.live.desk
    officer.live.window.hide()
    officer.live = whole_desk(room, desk.theme, officer.qtbot, runner=desk.runner)
    officer.press(KEY.Key_F12, SHIFT)
    again = officer.room_shown("call_round").sheet
    officer.wait(lambda: again.card.words.text() == "收到，马上")
    assert again.card.name.text() == at_hand
    assert (again.state.counts().reached, again.state.counts().trying) == (1, 1)
    press_digit(officer, again, 1)
    officer.press(KEY.Key_F8)
    page = officer.room_shown("handover")
    officer.wait(page.signs.isVisible)
    (round_line,) = on_the_lane(officer, room.handover.draft).facts.call_rounds
    assert (round_line.reached, round_line.open) == (2, 58)
