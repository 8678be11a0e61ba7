"""The quick entry by the keys an officer presses, over a real record."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso
from dutydesk.ui.duty_log.caller import Caller
from dutydesk.ui.widgets.notice_strip import NoticeKind
from tests.ui.live_desk import CTRL, SHIFT, live_desk, settle
from tests.ui.looking import click_waiting

KEY = Qt.Key


def form_of(live):
    return live.panel().form


def fill_disk(room):
    """Let the file grow no further, as a full disk does."""
    writer = room.store._open_writer()
    pages = writer.execute("PRAGMA page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {pages}")


def free_disk(room):
    room.store._open_writer().execute("PRAGMA max_page_count = 1000000")


def entries(live):
    return [listed.entry for listed in live.room.duty_log.entries_of_running_shift()[1]]


def test_a_call_is_taken_down_by_keys_alone(live):
    live.press(KEY.Key_F2)
    live.type("wcm")
    assert [one.name for one in form_of(live).fields.caller.candidates()][:1] == ["尉迟某"]
    live.press(KEY.Key_Return)
    live.type("3号楼地下车库进水")
    live.press(KEY.Key_Return)
    (entry,) = entries(live)
    assert (entry.kind, entry.text) == (EntryKind.INCOMING_CALL, "3号楼地下车库进水")
    assert (entry.person, entry.source) == ("尉迟某", "安和三社区")
    assert entry.phone
    assert entry.officer_id == live.desk.session.seat.actor.officer_id
    assert form_of(live).is_empty()
    assert live.focus is form_of(live).fields.caller.edit


def test_the_time_is_that_of_the_key_press_not_of_enter(live):
    live.room.clock.at = from_iso("2026-11-20T23:58:40")
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.room.clock.forward(minutes=4)
    live.type("来电")
    live.press(KEY.Key_Return)
    (entry,) = entries(live)
    assert entry.at == from_iso("2026-11-20T23:58")
    assert entry.recorded_at == from_iso("2026-11-21T00:02:40")


def test_a_call_typed_without_f2_has_the_time_of_its_first_character(live):
    live.room.clock.at = from_iso("2026-11-20T23:20:10")
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("先来的一个")
    live.press(KEY.Key_Return)
    live.room.clock.at = from_iso("2026-11-21T00:41:10")
    live.press(KEY.Key_Return)
    live.type("后来的")
    live.room.clock.forward(minutes=3)
    live.type("一个")
    live.press(KEY.Key_Return)
    assert [entry.at for entry in entries(live)] == [
        from_iso("2026-11-20T23:20"),
        from_iso("2026-11-21T00:41"),
    ]


def test_a_room_entered_long_ago_gives_no_old_time(live):
    live.room.clock.at = from_iso("2026-11-20T10:00")
    live.press(KEY.Key_F5, KEY.Key_Return)
    live.room.clock.forward(days=1)
    live.type("隔了一天，同一个钟点")
    live.press(KEY.Key_Return)
    assert [entry.at for entry in entries(live)] == [from_iso("2026-11-21T10:00")]


def test_an_f2_that_came_to_nothing_gives_the_next_call_no_old_time(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.room.clock.forward(minutes=10)
    live.desk.hub.beat()
    assert form_of(live).fields.time.value() == from_iso("2026-11-20T08:30"), "a long first listen"
    live.room.clock.forward(minutes=50)
    live.desk.hub.beat()
    live.type("一小时后的来电")
    live.press(KEY.Key_Return)
    assert [entry.at for entry in entries(live)] == [from_iso("2026-11-20T09:30")]


def test_a_time_set_by_hand_stays_when_the_text_is_typed(live):
    live.press(KEY.Key_F5)
    edit = form_of(live).fields.time.edit
    edit.setFocus()
    edit.selectAll()
    live.type("0815")
    form_of(live).fields.text.setFocus()
    live.room.clock.forward(minutes=9)
    live.desk.hub.beat()
    live.type("补记")
    live.press(KEY.Key_Return)
    assert [entry.at for entry in entries(live)] == [from_iso("2026-11-20T08:15")]


def test_an_empty_form_shows_the_time_of_now(live):
    live.press(KEY.Key_F5)
    live.room.clock.at = from_iso("2026-11-20T10:07")
    live.desk.hub.beat()
    assert form_of(live).fields.time.text() == "10:07"


@pytest.mark.parametrize("number", range(1, 10))
def test_ctrl_and_a_digit_choose_the_kind_while_typing(live, number):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("报送情况")
    live.press((KEY(KEY.Key_0 + number), CTRL))
    live.press(KEY.Key_Return)
    (entry,) = entries(live)
    assert entry.kind is list(EntryKind)[number - 1]
    assert form_of(live).fields.kind.currentData() == EntryKind.INCOMING_CALL.value


def test_tab_on_the_open_list_takes_the_caller_and_goes_to_the_text(live):
    live.press(KEY.Key_F2)
    live.type("wcm")
    live.press(KEY.Key_Tab)
    assert live.focus is form_of(live).fields.text
    assert form_of(live).fields.caller.text() == "安和三社区 尉迟某"


def test_who_is_not_in_the_contacts_is_kept_as_written(live):
    live.press(KEY.Key_F2)
    live.type("群众王某")
    live.press(KEY.Key_Return)
    live.type("路灯不亮")
    live.press(KEY.Key_Return)
    (entry,) = entries(live)
    assert (entry.source, entry.person, entry.phone) == ("群众王某", "", "")


def test_a_caller_that_is_typed_over_is_no_longer_the_one_picked(live):
    live.press(KEY.Key_F2)
    live.type("wcm")
    live.press(KEY.Key_Return, KEY.Key_F2)
    live.press((KEY.Key_Tab, SHIFT), (KEY.Key_Tab, SHIFT), (KEY.Key_Tab, SHIFT))
    fields = form_of(live).fields
    fields.caller.edit.setFocus()
    fields.caller.edit.selectAll()
    live.type("他人")
    fields.text.setFocus()
    live.type("来电")
    live.press(KEY.Key_Return)
    assert (entries(live)[0].source, entries(live)[0].person) == ("他人", "")


def test_somebody_without_a_unit_is_the_person_and_not_the_unit_too(live):
    form_of(live).begin_with(Caller("", "李某", "19900007531"), EntryKind.OUTGOING_CALL)
    live.type("回电")
    live.press(KEY.Key_Return)
    (entry,) = entries(live)
    assert (entry.source, entry.person, entry.phone) == ("", "李某", "19900007531")
    assert entry.kind is EntryKind.OUTGOING_CALL


def test_shift_enter_begins_a_new_line_and_enter_records(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("一")
    live.press((KEY.Key_Return, SHIFT))
    live.type("二")
    live.press(KEY.Key_Enter)
    assert entries(live)[0].text == "一\n二"


def test_an_open_item_asks_for_its_due_time(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("市政回电")
    fields = form_of(live).fields
    live.tab_to(fields.handling)
    live.type("请社区看护")
    live.tab_to(fields.is_open_item)
    live.press(KEY.Key_Space)
    assert fields.due.isVisible()
    live.tab_to(fields.due)
    live.type("1600")
    live.press(KEY.Key_Return)
    (item,) = live.room.open_item.open_items()
    assert (item.title, item.due_at) == ("市政回电", from_iso("2026-11-20T16:00"))
    assert entries(live)[0].handling == "请社区看护"
    assert not form_of(live).fields.due.isVisible()


@pytest.mark.parametrize(
    ("time", "due", "text", "words"),
    [
        ("99", "", "来电", "时间看不懂"),
        ("", "", "来电", "时间看不懂"),
        ("t", "改日", "来电", "办理时限看不懂"),
        ("t", "", " \n", "内容没有填"),
        ("t", "0700", "来电", "已经过去"),
        ("11-20 1600", "", "来电", "晚于现在"),
    ],
)
def test_what_is_refused_stays_in_the_form_with_the_reason(live, time, due, text, words):
    fields = form_of(live).fields
    live.press(KEY.Key_F2)
    fields.time.edit.setText(time)
    fields.text.setPlainText(text)
    if due:
        fields.is_open_item.setChecked(True)
        fields.due.edit.setText("11-20 0700" if due == "0700" else due)
    fields.text.setFocus()
    live.press(KEY.Key_Return)
    assert words in form_of(live)._answer.text()
    assert form_of(live)._answer.isVisible()
    assert (fields.text.toPlainText(), fields.time.text()) == (text, time)
    assert entries(live) == []
    assert form_of(live).has_focus()


def test_a_full_disk_keeps_the_text_and_says_so_and_the_next_try_succeeds(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    long = "地下车库进水，" * 2000
    form_of(live).fields.text.setPlainText(long)
    fill_disk(live.room)
    live.press(KEY.Key_Return)
    assert form_of(live).fields.text.toPlainText() == long
    assert not form_of(live).fields.text.isReadOnly()
    (notice,) = live.desk.notices.notices()
    assert notice.kind is NoticeKind.ERROR
    assert "磁盘已满" in notice.text
    assert "内容还在输入框里" in form_of(live)._answer.text()
    assert entries(live) == []
    free_disk(live.room)
    live.press(KEY.Key_Return)
    assert [entry.text for entry in entries(live)] == [long]
    assert live.desk.notices.notices() == []


def test_a_draft_that_cannot_be_kept_is_told_and_the_strip_goes_with_the_next_that_is(live):
    fill_disk(live.room)
    live.press(KEY.Key_F2, KEY.Key_Return)
    form_of(live).fields.text.setPlainText("地下车库进水，" * 2000)
    live.qtbot.waitUntil(lambda: bool(live.desk.notices.notices()))
    assert "草稿没有存下" in live.desk.notices.notices()[0].text
    free_disk(live.room)
    live.type("续")
    live.qtbot.waitUntil(lambda: not live.desk.notices.notices())


ASIDE = {
    "by F2": lambda live: live.press(KEY.Key_F2),
    "by Ctrl+N": lambda live: live.press((KEY.Key_N, CTRL)),
    "for a call from the contacts": lambda live: form_of(live).begin_with(
        Caller("安和三社区", "李某", "1"), EntryKind.OUTGOING_CALL
    ),
    "for another draft": lambda live: click_waiting(live.panel().drafts, 0),
}


@pytest.mark.parametrize("way", ASIDE)
def test_what_was_typed_was_gone_when_it_was_set_aside_on_a_full_disk(live, way):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("第一件")
    live.press(KEY.Key_F2, KEY.Key_Return)
    long = "地下车库进水，" * 2000
    fill_disk(live.room)
    form_of(live).fields.text.setPlainText(long)
    ASIDE[way](live)
    form = form_of(live)
    assert form.fields.text.toPlainText() == long
    assert not form.is_saving
    assert not form.fields.text.isReadOnly()
    assert "这条没有放下" in form._answer.text()
    assert "磁盘已满" in form._answer.text()
    free_disk(live.room)
    ASIDE[way](live)
    kept = [draft.content["text"] for draft in live.room.draft.of_form("entry")]
    assert kept == ["第一件", long]
    assert form.fields.text.toPlainText() != long
    assert not form._answer.text()


def test_the_row_appears_only_after_the_commit_and_the_form_waits(staffed, theme, qtbot, lane):
    live = on_lane(staffed, theme, qtbot, lane)
    qtbot.waitUntil(lambda: live.panel()._shift is not None)
    rows = live.panel().model
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("来电")
    release = hold(lane)
    live.press(KEY.Key_Return)
    settle()
    form = form_of(live)
    assert form.is_saving
    assert "正在保存" in form._answer.text()
    assert form.fields.text.isReadOnly()
    assert rows.rowCount() == 0
    live.press(KEY.Key_Return, KEY.Key_F2, (KEY.Key_N, CTRL))
    form.begin_with(Caller("安和三社区", "李某", "1"), EntryKind.OUTGOING_CALL)
    assert form.fields.text.toPlainText() == "来电"
    release.set()
    qtbot.waitUntil(lambda: rows.rowCount() == 2)
    assert not form.is_saving
    assert form.fields.caller.text() == "安和三社区 李某"
    assert form.fields.kind.currentData() == EntryKind.OUTGOING_CALL.value


def test_a_save_that_is_refused_gives_the_form_back(staffed, theme, qtbot, lane):
    live = on_lane(staffed, theme, qtbot, lane)
    qtbot.waitUntil(lambda: live.panel()._shift is not None)
    form = form_of(live)
    form.fields.time.edit.setText("11-20 1600")
    form.fields.text.setPlainText("来电")
    form.submit()
    form.begin_with(Caller("安和三社区", "李某", "1"), EntryKind.OUTGOING_CALL)
    qtbot.waitUntil(lambda: not form.is_saving)
    assert form.fields.text.toPlainText() == "来电"
    assert "晚于现在" in form._answer.text()


def on_lane(staffed, theme, qtbot, lane):
    """Sit at a desk whose store is written on the lane, as in the program."""
    staffed.room.store.close()
    lane.at_end = staffed.room.store.close
    live = live_desk(staffed.room, theme, qtbot, lane)
    lane.window = live.window
    return live


def hold(lane):
    """Keep the lane busy until the event returned is set, as a slow disk does."""
    import threading

    release = threading.Event()
    lane.submit(lambda: release.wait(10), done=lambda _: None)
    return release


def test_an_entry_more_than_ten_minutes_late_marks_itself(live):
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("来电")
    live.room.clock.at += timedelta(minutes=10, seconds=1)
    live.press(KEY.Key_Return)
    assert entries(live)[0].is_late


def test_a_call_before_anybody_has_taken_over_is_not_lost(room, theme, qtbot):
    live = live_desk(room, theme, qtbot)
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("来电")
    live.press(KEY.Key_Return)
    assert [(entry.text, entry.officer_id) for entry in entries(live)] == [("来电", None)]


def test_a_viewer_cannot_write(live):
    from dutydesk.domain.officer import Actor
    from dutydesk.ui.desk import Seat

    live.desk.session.sit_down(Seat(Actor("x", "x"), "看客", may_write=False))
    assert not form_of(live).isEnabled()
    form_of(live).fields.text.setPlainText("来电")
    form_of(live).submit()
    assert entries(live) == []
