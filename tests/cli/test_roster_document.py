from dutydesk.cli.roster_document import finding_documents, finding_lines
from dutydesk.domain.roster import FindingKind, RosterFinding
from dutydesk.domain.shift import ShiftKind
from tests.roster_builders import nov

FOUND = [
    RosterFinding(FindingKind.NOT_ON_FILE, nov(day), ShiftKind.FULL, "p", "甲某")
    for day in (21, 24)
] + [RosterFinding(FindingKind.GAP, nov(25), ShiftKind.FULL, "p")]


def test_the_same_of_one_person_is_said_once_to_people_and_each_time_in_the_document() -> None:
    assert finding_lines(FOUND, {"p": "主班"}) == [
        "11月21日 周六等2处 全天班主班甲某不在排班人员和通讯录里。",
        "11月25日 周三 全天班主班没有人。",
    ]
    documents = finding_documents(FOUND, {"p": "主班"})
    assert [one["duty_date"] for one in documents] == ["2026-11-21", "2026-11-24", "2026-11-25"]
