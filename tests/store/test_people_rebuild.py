"""One row of everything about people, written as an officer does, is told by the journal alone."""

from datetime import date

from dutydesk.domain.call_round import CallResult
from dutydesk.domain.call_selection import CallList
from dutydesk.domain.contacts import Contact, ContactRole, FurtherRole, Unit, UnitKind
from dutydesk.domain.duty_calendar import HolidayDay
from dutydesk.domain.holiday import Notice
from dutydesk.domain.hq_member import HqMember, HqPart
from dutydesk.domain.nil_report import DraftNilReportChase
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.responsibility import Responsibility
from dutydesk.domain.roll_call_plan import DraftRollCallPlan
from dutydesk.domain.roster import PRIMARY_POST, KeyPeriod, RosterWish, WishKind
from dutydesk.domain.training import TrainingRequirement
from dutydesk.domain.warning import WarningStepKind
from dutydesk.domain.warning_kind import WarningKind
from dutydesk.services.training import TrainingDraft
from dutydesk.store import database
from dutydesk.store.rebuild import differences
from tests.builders import Staff
from tests.call_builders import press, round_draft
from tests.reporting_builders import DUE, list_units, report_draft, result_draft, roll_call_draft
from tests.roster_builders import nov, substitute, undo
from tests.roster_office import member, put
from tests.warning_builders import step_draft, warning_draft

OF_PEOPLE = {
    "call_attempt",
    "call_list",
    "call_round",
    "call_target",
    "contact_import",
    "contact_role",
    "holiday_year",
    "hq_member",
    "key_period",
    "nil_report",
    "nil_report_chase",
    "nil_report_summary",
    "reporting_unit",
    "responsibility",
    "roll_call",
    "roll_call_plan",
    "roll_call_result",
    "roll_call_target",
    "roster_member",
    "roster_month",
    "roster_post",
    "roster_slot",
    "roster_swap",
    "roster_wish",
    "training_record",
    "training_requirement",
    "warning",
    "warning_kind",
    "warning_step",
}


def fill_contacts(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    room.contacts.save_unit(Unit("c", "安和一社区", kind=UnitKind.COMMUNITY), by=by)
    role = FurtherRole("r", "a", "c", "网格员", ContactRole.GRID_WORKER)
    room.contacts.save(Contact("a", "李某某", "c"), (), [role], by=by)
    room.contacts.save(Contact("b", "李某某", "c"), (), by=by)
    room.contact_twins.merge("a", "b", by=by)
    hq = room.hq_member.views()[0].hq
    room.hq_member.put(
        HqMember(id="h", hq_id=hq.id, part=next(iter(HqPart)), contact_id="a", name="李某某"),
        by=by,
    )
    half_a_day = TrainingDraft("t", "a", date(2026, 11, 1), 0.5, "防汛")
    room.training.record(half_a_day, by=by)
    room.training.put_requirement(
        TrainingRequirement(id="q", name="网格员", duty_roles=("grid_worker",), days=4), by=by
    )
    room.responsibility.put(Responsibility(id="f", name="房管所", words=("漏水",)), by=by)


def fill_roster(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    one = member(room, "丁某", PRIMARY_POST)
    slot = put(room, nov(24), PRIMARY_POST, "丁某")
    room.roster_swap.file(substitute(slot, "戊某"), by=by)
    room.roster_swap.undo(undo(), by=by)
    wish = RosterWish("w", one.id, WishKind.UNAVAILABLE, nov(26), nov(27), reason="体检")
    room.roster_list.put_wish(wish, by=by)
    room.roster_list.put_key_period(KeyPeriod("k", "汛期", nov(1), nov(30)), by=by)
    day = HolidayDay(date(2031, 1, 1), "元旦")
    room.holiday.put(Notice(2031, ("国办发明电〔2030〕9号",), (day,)), by=by)


def fill_warning(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    kind = WarningKind(id="x", name="山洪", colors=("red",), order_no=99)
    room.warning_kind.put(kind, by=by)
    warning = room.warning.register(warning_draft(room), by=by).value
    room.warning.report(step_draft(warning.id, WarningStepKind.REPORTED), by=by)
    room.call_reading.save_list(CallList(id="l", name="网格员", unit_ids=("c",)), by=by)
    made = room.call_round.start(round_draft(2, warning_id=warning.id), by=by).value
    first, second = room.call_reading.sheet(made.id).targets
    room.call_round.attempt(press(room, first.id, CallResult.ANSWERED, "收到"), by=by)
    room.call_round.skip(second.id, "已在岗", by=by)
    room.call_round.end(made.id, by=by)


def fill_reports(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    one, two, _ = list_units(staffed)
    room.nil_report.take(report_draft(one.id), by=by)
    chase = DraftNilReportChase(id="z", unit_id=two.id, due_at=DUE, result=ReachResult.NO_ANSWER)
    room.nil_report.chase(chase, by=by)
    room.nil_report.summarize(DUE, "s", by=by)
    room.roll_call_plan.put(DraftRollCallPlan(id="p", title="每晚点名"), by=by)
    sheet = room.roll_call.start(roll_call_draft(plan_id="p"), by=by).value
    absent = result_draft(sheet.lines[0].target.id, lead_on_post=False, answer_seconds=0)
    room.roll_call.record(absent, by=by)
    room.roll_call.end(sheet.roll_call.id, note="另行安排", by=by)


def test_what_people_leave_in_every_table_is_told_by_the_journal(staffed: Staff, tmp_path) -> None:
    room = staffed.room
    fill_contacts(staffed)
    fill_roster(staffed)
    fill_warning(staffed)
    fill_reports(staffed)
    file = tmp_path / "通讯录.csv"
    file.write_text("姓名,手机\n周某某,19900000077\n", encoding="utf-8")
    room.contact_import.import_file(file, import_id="i", by=staffed.by)
    reader = database.open_reader(room.store.path)
    sql = "SELECT count(*) FROM {}"
    empty = {one for one in OF_PEOPLE if not reader.execute(sql.format(one)).fetchone()[0]}
    assert empty == set()
    assert differences(reader) == []
    reader.close()
    room.contact_import.undo_import("i", by=staffed.by)
    room.call_reading.remove_list("l", by=staffed.by)
    room.training.remove("t", by=staffed.by)
    room.holiday.take_shipped(2031, by=staffed.by)
    assert room.verification.verify().ok
