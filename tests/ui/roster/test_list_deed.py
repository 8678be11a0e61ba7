from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.instants import china
from dutydesk.domain.paper_span import month_of
from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST, SlotSource, WishKind
from dutydesk.ui.roster.counts_dialog import CountsDialog
from dutydesk.ui.roster.generate_dialog import GenerateDialog, span_of
from dutydesk.ui.roster.holiday_dialog import HolidayDialog
from dutydesk.ui.roster.import_dialog import RosterImportDialog
from dutydesk.ui.roster.member_forms import MemberForm, WishForm
from dutydesk.ui.roster.members_dialog import MembersDialog
from dutydesk.ui.roster.period_dialog import PeriodForm, PeriodsDialog
from dutydesk.ui.roster.post_dialog import PostsDialog
from tests.builders import PIN
from tests.roster_office import member, put
from tests.ui import looking
from tests.ui.live_desk import CTRL, settle

KEY = Qt.Key


def next_month(live):
    today = china(live.room.clock.now()).date()
    return month_of(today).until + timedelta(days=1)


def press_in(live, dialog, key, modifier=Qt.KeyboardModifier.NoModifier):
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget() or dialog, key, modifier)
    settle()


def open_over(live, dialog, kind):
    shown = [one for one in dialog.findChildren(kind) if one.isVisible()]
    return shown[0] if shown else live.dialog(kind)


def test_a_roster_is_tried_out_looked_at_and_only_then_taken(live):
    for name in ("丙某", "戊某", "己某"):
        member(live.room, name, LEAD_POST)
    month = next_month(live)
    put(live.room, month, LEAD_POST, "外借某")
    panel = live.enter("roster")
    panel.show_month(month)
    live.press((KEY.Key_R, CTRL))
    dialog = live.dialog(GenerateDialog)
    assert looking.clipped_texts(dialog) == []
    for post_id, box in dialog.posts.items():
        box.setChecked(post_id == LEAD_POST)
    press_in(live, dialog, KEY.Key_Return)
    assert dialog.trial is not None
    assert dialog.accept_button.text() == "采用"
    assert "还没有写进值班表" in dialog.told.text()
    assert dialog.counts.table.rowCount() >= 3
    assert len(live.room.roster.month(month).slots) == 1
    dialog.last.setText((month + timedelta(days=9)).isoformat())
    assert dialog.trial is None
    assert dialog.accept_button.text() == "试排"
    press_in(live, dialog, KEY.Key_Return, CTRL)
    shown = len([slot for day in dialog.trial.days for slot in day.slots])
    press_in(live, dialog, KEY.Key_Return, CTRL)
    slots = live.room.roster.month(month).slots
    assert len(slots) == shown == 10
    assert {slot.source for slot in slots} == {SlotSource.TYPED, SlotSource.GENERATED}
    assert panel.view.slots == slots


def test_what_cannot_be_tried_says_why_and_stays_open(live):
    panel = live.enter("roster")
    live.press((KEY.Key_R, CTRL))
    dialog = live.dialog(GenerateDialog)
    dialog.first.setText("何时")
    dialog.propose()
    assert dialog.answer.text()
    dialog.first.setText(panel.today.isoformat())
    dialog.last.setText((panel.today - timedelta(days=3)).isoformat())
    dialog.propose()
    assert dialog.trial is None
    assert dialog.answer.isVisible()


def test_the_span_proposed_is_what_is_left_of_the_month():
    assert span_of(date(2026, 11, 1), date(2026, 11, 21)) == (
        date(2026, 11, 22),
        date(2026, 11, 30),
    )
    assert span_of(date(2026, 12, 1), date(2026, 11, 21))[0] == date(2026, 12, 1)
    assert span_of(date(2026, 10, 1), date(2026, 11, 21)) == (
        date(2026, 10, 1),
        date(2026, 10, 31),
    )


def test_people_are_listed_with_their_posts_and_wishes(live):
    live.enter("roster")
    live.press((KEY.Key_E, CTRL))
    dialog = live.dialog(MembersDialog)
    press_in(live, dialog, KEY.Key_N, CTRL)
    form = open_over(live, dialog, MemberForm)
    form.person.set_text("壬某")
    form.posts[PRIMARY_POST].setChecked(True)
    form.starts_on.setText("2026-11-01")
    press_in(live, form, KEY.Key_Return, CTRL)
    (made,) = live.room.roster_list.members()
    assert (made.name, made.posts, made.starts_on) == ("壬某", (PRIMARY_POST,), date(2026, 11, 1))
    assert dialog.members.item(0, 0).text() == "壬某"
    press_in(live, dialog, KEY.Key_E, CTRL)
    wish_form = open_over(live, dialog, WishForm)
    wish_form.starts_on.setText("2026-12-10")
    wish_form.reason.setText("年休假")
    press_in(live, wish_form, KEY.Key_Return, CTRL)
    (wish,) = live.room.roster_list.wishes()
    assert (wish.kind, wish.starts_on, wish.ends_on) == (
        WishKind.UNAVAILABLE,
        date(2026, 12, 10),
        date(2026, 12, 10),
    )
    assert dialog.wishes.item(0, 0).text() == "不排"
    press_in(live, dialog, KEY.Key_D, CTRL)
    press_in(live, open_over(live, dialog, WishForm), KEY.Key_Return, CTRL)
    assert [one.is_active for one in live.room.roster_list.wishes()] == [False]
    assert dialog.wishes.rowCount() == 0
    dialog.members.activated.emit(dialog.members.currentIndex())
    change = open_over(live, dialog, MemberForm)
    change.is_active.setChecked(False)
    press_in(live, change, KEY.Key_Return, CTRL)
    assert not live.room.roster_list.members()[0].is_active


def test_a_key_period_is_kept_and_stands_on_its_days(live):
    panel = live.enter("roster")
    live.press((KEY.Key_D, CTRL))
    dialog = live.dialog(PeriodsDialog)
    press_in(live, dialog, KEY.Key_N, CTRL)
    form = open_over(live, dialog, PeriodForm)
    form.name.setText("国庆安保")
    form.starts_on.setText(panel.today.isoformat())
    press_in(live, form, KEY.Key_Return, CTRL)
    assert form.isVisible()
    form.ends_on.setText((panel.today + timedelta(days=1)).isoformat())
    press_in(live, form, KEY.Key_Return, CTRL)
    assert dialog.table.item(0, 0).text() == "国庆安保"
    live.window.activateWindow()
    row = panel.grid.current_row()
    assert row.day.key_periods == ("国庆安保",)


def test_duties_are_counted_of_the_month_and_of_the_year(live):
    month = next_month(live)
    put(live.room, month, PRIMARY_POST, "甲某")
    panel = live.enter("roster")
    live.press((KEY.Key_T, CTRL))
    dialog = live.dialog(CountsDialog)
    assert dialog.counts.table.rowCount() == 0
    assert looking.clipped_texts(dialog) == []
    dialog.span.setCurrentIndex(1)
    settle()
    assert dialog.counts.table.item(0, 0).text() == "甲某"
    assert panel.month.year == month.year


def test_a_roster_file_is_looked_at_and_taken_whole(live, tmp_path):
    month = next_month(live)
    file = tmp_path / "值班表.csv"
    rows = "".join(f"{month + timedelta(days=at)},丙某,甲某\n" for at in range(3))
    file.write_text(f"日期,带班领导,主班\n{rows}", encoding="utf-8")
    panel = live.enter("roster")
    live.messages.answers.append(file)
    live.press((KEY.Key_I, CTRL))
    dialog = live.dialog(RosterImportDialog)
    assert dialog.answer.text() == ""
    assert "6 个岗次" in dialog.told.text()
    assert dialog.slots.rowCount() == 6
    assert any("副班" in dialog.problems.item(at).text() for at in range(dialog.problems.count()))
    assert live.room.roster.month(month).slots == ()
    press_in(live, dialog, KEY.Key_Return, CTRL)
    slots = live.room.roster.month(month).slots
    assert {slot.source for slot in slots} == {SlotSource.IMPORTED}
    assert (len(slots), panel.month) == (6, month)


def test_a_file_that_is_no_roster_says_so_and_changes_nothing(live, tmp_path):
    file = tmp_path / "别的.csv"
    file.write_text("品名,数量\n雨衣,5\n", encoding="utf-8")
    live.enter("roster")
    live.messages.answers.append(file)
    live.press((KEY.Key_I, CTRL))
    dialog = live.dialog(RosterImportDialog)
    assert dialog.answer.text()
    assert not dialog.accept_button.isEnabled()


def test_an_administrator_changes_the_posts_and_the_grid_follows(live):
    panel = live.enter("roster")
    live.press((KEY.Key_Y, CTRL))
    dialog = live.dialog(PostsDialog)
    assert not dialog.put.isEnabled()
    dialog.gate.who.setCurrentIndex(0)
    live.qtbot.keyClicks(dialog.gate.pin, PIN)
    dialog.gate._press()
    assert dialog.put.isEnabled()
    dialog.name.setText("值班长")
    dialog.put.click()
    assert [post.name for post in dialog.posts][-1] == "值班长"
    assert "值班长" in [column.head for column in panel.grid.seat_columns()]
    row = [post.name for post in dialog.posts].index("备勤")
    dialog.table.selectRow(row)
    dialog.table.cellActivated.emit(row, 0)
    dialog.seats.setCurrentIndex(1)
    dialog.put.click()
    assert {"备勤1", "备勤2"} <= {column.head for column in panel.grid.seat_columns()}
    dialog.switch.click()
    assert not {"备勤1", "备勤2"} & {column.head for column in panel.grid.seat_columns()}


def test_the_holidays_open_from_the_room(live):
    live.enter("roster")
    live.press((KEY.Key_U, CTRL))
    assert live.dialog(HolidayDialog) is not None
