from dutydesk.assembly.room import DutyRoom
from tests.reporting_builders import DUE, unit


def test_units_keep_their_order_and_stay_when_they_leave(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="reporting_unit.put") as work:
        table = work.tables.reporting_unit
        table.put(unit("乙", order_no=2))
        table.put(unit("甲", order_no=1))
        table.put(unit("乙", order_no=2, retired_at=DUE))
        assert [one.id for one in table.all()] == ["甲", "乙"]
        assert table.by_id("乙") == unit("乙", order_no=2, retired_at=DUE)
        assert table.by_id("没有") is None
