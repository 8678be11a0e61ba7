from datetime import date

from dutydesk.assembly.drill import drill_folder, make_drill
from dutydesk.assembly.opening import read_room
from dutydesk.domain.call_selection import CallList
from dutydesk.domain.contacts import Contact, ContactRole, FurtherRole, Unit, UnitKind
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.reporting_unit import DraftReportingUnit
from dutydesk.domain.responsibility import Responsibility
from dutydesk.domain.roster import RosterPost
from dutydesk.domain.warning_kind import WarningKind
from dutydesk.services.contacts import NumberDraft
from tests.builders import draft
from tests.handover_builders import hand_over

REAL = "19900000099"


def test_each_drill_of_a_day_gets_a_folder_of_its_own_beside_the_room(tmp_path):
    data, day = tmp_path / "room", date(2026, 11, 20)
    first = drill_folder(data, day)
    assert (first.parent, first.name) == (tmp_path, "room-drill-2026-11-20")
    first.mkdir()
    (first / "room.db").touch()
    assert drill_folder(data, day).name == "room-drill-2026-11-20-2"


def fill_lists(room, by):
    """Give the unit people with further roles and a list of its own of every kind."""
    room.contacts.save_unit(Unit("c", "安和一社区", kind=UnitKind.COMMUNITY), by=by)
    number = [NumberDraft(NumberKind.MOBILE, REAL)]
    for name in ("甲", "乙", "丁"):
        room.contacts.save(Contact(id=name, name=f"{name}某某"), number, by=by)
    role = FurtherRole(
        "r", "甲", "c", "网格员", ContactRole.GRID_WORKER, pair_contact_id="乙", area="3号楼"
    )
    paired = Contact(id="甲", name="甲某某", pair_contact_id="丁")
    room.contacts.save(paired, number, [role], by=by)
    # Whoever left is not taken along, and nobody is paired with him there.
    room.contacts.retire("丁", by=by)
    room.responsibility.put(
        Responsibility(id="f", name="房管所", words=("漏水",), phone=REAL), by=by
    )
    room.warning_kind.put(
        WarningKind(id="w", name="山洪", colors=("red", "orange"), order_no=99), by=by
    )
    room.call_reading.save_list(CallList(id="l", name="网格员", unit_ids=("c",)), by=by)
    room.reporting_unit.put(DraftReportingUnit(id="u", name="安和一社区", phone=REAL), by=by)
    room.roster_list.put_post(RosterPost("night_patrol", "夜巡", order_no=9), by=by)


def test_a_drill_has_the_unit_s_people_with_their_roles_and_its_own_lists(staffed, tmp_path):
    room, by = staffed.room, staffed.by
    fill_lists(room, by)
    room.duty_log.record(draft(room, "燃气泄漏", kind=EntryKind.INCOMING_CALL), by=by)
    hand_over(staffed)
    made = make_drill(room.store.folder, staffed.shift.duty_date, tmp_path / "drill")
    there = read_room(made.folder)
    try:
        first, second = room.drill.kit(), there.drill.kit()
        for name in (
            "contacts",
            "roles",
            "responsibilities",
            "warning_kinds",
            "call_lists",
            "reporting_units",
            "roster_posts",
        ):
            assert getattr(first, name), name
            assert getattr(second, name) == getattr(first, name), name
        assert there.contacts.card("甲").contact.pair_contact_id is None
        assert [one.pair_contact_id for one in second.roles] == ["乙"]
        assert REAL not in repr(second)
        assert there.verification.verify().ok
    finally:
        there.close()
