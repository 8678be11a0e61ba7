"""Lists of absences and equipment as papers are tested with."""

from datetime import date

from dutydesk.domain.instants import from_iso
from dutydesk.domain.paper_absence_list import AbsenceChangeLine, AbsenceList, AbsenceRow
from dutydesk.domain.paper_equipment_list import EquipmentCheckRow, EquipmentList, EquipmentRow
from dutydesk.domain.paper_span import month_of
from tests.papers.samples import UNIT

NOVEMBER = month_of(date(2026, 11, 20))


def absence(**more) -> AbsenceRow:
    facts = {
        "person": "丁某",
        "place_of_work": "区应急管理局 局长",
        "starts_at": from_iso("2026-11-21T08:00"),
        "ends_at": from_iso("2026-11-23T18:00"),
        "place": "省城",
        "reason": "参加全省应急值守工作会议",
        "acting": "戊某 19900000021",
        "approved_by": "区委办",
        "filed_at": from_iso("2026-11-20T09:12"),
        "recorder": "甲某",
        **more,
    }
    return AbsenceRow(**facts)


def absences(*rows: AbsenceRow, **more) -> AbsenceList:
    return AbsenceList(
        **{"unit": UNIT, "span": NOVEMBER, "is_practice": False, "rows": rows, **more}
    )


ABSENCES = absences(
    absence(
        changes=(
            AbsenceChangeLine(
                "变更", "11月22日10:00 乙某：返回时间由11月22日18:00改为11月23日18:00（会期延长）"
            ),
        ),
        back_at=from_iso("2026-11-23T17:40"),
    ),
    absence(person="己某", is_late=True, state="逾期未销假", approved_by=""),
    absence(
        person="庚某",
        is_cancelled=True,
        changes=(AbsenceChangeLine("取消", "11月21日07:30 甲某（会议取消）"),),
    ),
    absence(person="辛某", ends_at=from_iso("2027-01-03T18:00"), state="外出中"),
)


def item(name: str, **more) -> EquipmentRow:
    return EquipmentRow(**{"name": name, "location": "值班室", "number": "", "rule": "", **more})


def check(clock: str, *names: str, **more) -> EquipmentCheckRow:
    at = from_iso(f"2026-11-20T{clock}")
    facts = {
        "since": at,
        "until": at,
        "names": names,
        "result": "正常",
        "recorder": "甲某",
        **more,
    }
    return EquipmentCheckRow(**facts)


def equipment(items=(), checks=(), **more) -> EquipmentList:
    facts = {"unit": UNIT, "span": NOVEMBER, "is_practice": False, **more}
    return EquipmentList(**facts, items=tuple(items), checks=tuple(checks))


EQUIPMENT = equipment(
    [
        item("值班电话（录音）", number="0000-0000888", checked_at=from_iso("2026-11-20T08:34")),
        item(
            "卫星电话",
            number="17400000001",
            rule="每月试呼，低于50%充电，逐班交接，故障报带班领导",
            checked_at=from_iso("2026-11-20T08:40"),
            result="正常",
            note="电量82%",
            test_due=date(2026, 12, 31),
        ),
        item(
            "打印机",
            checked_at=from_iso("2026-11-20T08:36"),
            result="已报修",
            is_fault=True,
            note="卡纸，已报信息中心",
        ),
        item("消防器材"),
    ],
    [
        check("08:34", "值班电话（录音）", "传真机", until=from_iso("2026-11-20T08:35")),
        check(
            "08:36",
            "打印机",
            result="已报修",
            is_fault=True,
            note="卡纸",
            fault_reported_to="信息中心",
        ),
        check("08:40", "卫星电话", charge="电量82%", is_test_call=True),
    ],
)
