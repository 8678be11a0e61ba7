from dataclasses import replace
from datetime import date

import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.domain.bulletin import (
    Bulletin,
    BulletinFrozen,
    BulletinKind,
    BulletinState,
    DailyWithoutDay,
)
from dutydesk.domain.changes import Changes
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import china_instant
from dutydesk.domain.withdrawal import Withdrawal
from tests.builders import Staff, draft
from tests.services.test_incident_report import CLI, opened, texts

INFORMATION = BulletinKind.DUTY_INFORMATION


def put(staffed: Staff, kind: BulletinKind = BulletinKind.BULLETIN, **changes: object) -> Bulletin:
    service = staffed.room.bulletin
    values = {"report_to": ("区委值班室",), **changes}
    proposed = replace(service.proposal(kind), **values)  # type: ignore[arg-type]  # fields by name
    return service.put(proposed, by=staffed.by).value


def test_a_bulletin_begins_with_the_incident_it_is_about(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room, situation="有浓烟", measures="疏散12户")
    proposed = room.bulletin.proposal(BulletinKind.BULLETIN, incident_id=fire.incident_no)
    assert proposed.title == "关于安和街道丰收市场火灾情况的报告"
    assert proposed.incident_id == fire.id
    lines = proposed.body.splitlines()
    assert "死亡2人" in lines[0]
    assert lines[1:] == ["有浓烟。", "疏散12户。", "有关情况将续报。"]
    assert room.bulletin.proposal(BulletinKind.BULLETIN).incident_id == fire.id
    with pytest.raises(RecordUnknown):
        room.bulletin.proposal(BulletinKind.BULLETIN, incident_id="没有")


def test_information_tells_the_day_by_sections_and_highlights_less(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    room.duty_log.record(draft(room, "居民反映路灯不亮", source="安和一社区"), by=by)
    warning = draft(room, "发布大风蓝色预警", kind=EntryKind.WARNING, handling="已转发")
    room.duty_log.record(warning, by=by)
    opened(room)
    said = room.bulletin.proposal(INFORMATION).body
    for words in ("一、突发事件及处置", "二、预警和天气", "三、来电来访", "处理：已转发。"):
        assert words in said
    assert "安和一社区（来电）：居民反映路灯不亮。" in said
    less = room.bulletin.proposal(BulletinKind.HIGHLIGHTS).body
    assert "预警" in less
    assert "路灯" not in less


def test_a_day_without_anything_is_reported_in_one_sentence(staffed: Staff) -> None:
    said = staffed.room.bulletin.proposal(INFORMATION)
    assert said.body.startswith("截至")
    assert said.body.endswith("本辖区未接报突发事件，各项工作运行平稳。")
    assert "\n" not in said.body


def test_what_was_corrected_or_written_by_the_program_is_not_told(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    entry = room.duty_log.record(draft(room, "2号楼进水"), by=by).value
    room.withdrawal.withdraw(entry.id, Withdrawal(room.duty_log.new_id(), "记错"), by=by)
    assert "进水" not in room.bulletin.proposal(INFORMATION).body


def test_a_draft_is_kept_once_and_written_anew(staffed: Staff) -> None:
    service = staffed.room.bulletin
    proposed = replace(service.proposal(INFORMATION), report_to=("区委值班室",))
    made = service.put(proposed, by=staffed.by)
    again = service.put(proposed, by=staffed.by)
    assert (again.value, again.changes) == (made.value, Changes())
    service.put(replace(proposed, body="改写"), by=staffed.by)
    assert [one.body for one in service.bulletins()] == ["改写"]
    with pytest.raises(RecordUnknown):
        service.put(replace(proposed, id="x", incident_id="没有"), by=staffed.by)


def test_signing_numbers_each_kind_from_one_and_leaves_an_entry(staffed: Staff) -> None:
    room = staffed.room
    first, second, other = put(staffed), put(staffed), put(staffed, INFORMATION)
    signed = room.bulletin.sign(second.id, "丙某", by=CLI).value
    assert (signed.issue_year, signed.issue_no, signed.state) == (2026, 1, BulletinState.SIGNED)
    assert room.bulletin.sign(first.id, "丙某", by=CLI).value.issue_no == 2
    assert room.bulletin.sign(other.id, "丙某", by=CLI).value.issue_no == 1
    assert "签发值班快报第1期：" in texts(room)[0]
    again = room.bulletin.sign(second.id, "丙某", by=CLI)
    assert (again.value, again.changes) == (signed, Changes())
    with pytest.raises(BulletinFrozen):
        room.bulletin.sign(second.id, "丁某", by=CLI)


def test_a_dropped_draft_leaves_no_gap(staffed: Staff) -> None:
    room = staffed.room
    first, second = put(staffed), put(staffed)
    room.bulletin.drop(first.id, "已电话报告", by=CLI)
    assert room.bulletin.sign(second.id, "丙某", by=CLI).value.issue_no == 1
    newest = room.bulletin.newest(BulletinKind.BULLETIN)
    assert newest is not None
    assert newest.id == second.id


def test_numbers_begin_anew_with_the_year_of_this_place(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    first, second = put(staffed), put(staffed)
    clock.at = china_instant(date(2026, 12, 31), 23, 59)
    assert room.bulletin.sign(first.id, "丙某", by=CLI).value.issue_year == 2026
    clock.at = china_instant(date(2027, 1, 1), 0, 0)
    later = room.bulletin.sign(second.id, "丙某", by=CLI).value
    assert (later.issue_year, later.issue_no) == (2027, 1)


def test_the_paper_leaves_room_until_it_is_signed(staffed: Staff) -> None:
    room = staffed.room
    made = put(staffed)
    drafted = room.bulletin.paper(made.id)
    assert (drafted.issue_no, drafted.signed_by, drafted.masthead) == ("第　　期", "", "值班快报")
    room.bulletin.sign(made.id, room.bulletin.lead_name(), by=CLI)
    signed = room.bulletin.paper(made.id)
    assert (signed.issue_no, signed.signed_by) == ("第1期", "丙某")
    assert signed.timed_at == room.clock.now()
    with pytest.raises(RecordUnknown):
        room.bulletin.paper("没有")


def test_a_room_rebuilt_from_its_journal_has_the_same_bulletins(staffed: Staff) -> None:
    put(staffed)
    room = staffed.room
    room.bulletin.sign(put(staffed, INFORMATION).id, "丙某", by=CLI)
    assert room.verification.verify().ok


def test_what_it_may_begin_with_is_offered(staffed: Staff) -> None:
    fire = opened(staffed.room)
    sources = staffed.room.bulletin.sources()
    assert [one.id for one in sources.incidents] == [fire.id]
    assert sources.days == (date(2026, 11, 20), date(2026, 11, 19))
    assert (
        staffed.room.bulletin.head().room.unit == staffed.room.bulletin.paper(put(staffed).id).unit
    )


def test_a_daily_writes_itself_from_the_day_and_is_signed_like_the_others(staffed: Staff) -> None:
    room = staffed.room
    of = staffed.shift.duty_date
    subject, page = room.bulletin.daily(None)
    assert subject == of.isoformat()
    assert page.masthead == "值班日报"
    assert page.body[0] == "一、总体情况"
    daily = put(staffed, BulletinKind.DAILY)
    assert daily.duty_date == of
    kept, drafted = room.bulletin.daily(of)
    assert (kept, drafted.title) == (daily.id, daily.title)
    signed = room.bulletin.sign(daily.id, "丙某", by=staffed.by).value
    assert signed.issue_no == 1
    later = put(staffed, BulletinKind.DAILY)
    assert room.bulletin.daily(of)[0] == signed.id
    room.bulletin.drop(later.id, "写重了", by=staffed.by)
    assert room.bulletin.daily(of)[1].issue_no == "第1期"


def test_a_daily_without_its_day_is_refused(staffed: Staff) -> None:
    with pytest.raises(DailyWithoutDay):
        put(staffed, BulletinKind.DAILY, duty_date=None)
