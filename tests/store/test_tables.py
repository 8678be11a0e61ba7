from functools import cached_property

from dutydesk.assembly.room import DutyRoom
from dutydesk.store.tables import Tables


def test_every_table_of_a_snapshot_is_made_once_and_reads(room: DutyRoom) -> None:
    names = [name for name, kind in vars(Tables).items() if isinstance(kind, cached_property)]
    assert {"room", "journal", "officer", "shift", "duty_log", "open_item", "paper"} <= set(names)
    with room.store.reading() as tables:
        for name in names:
            assert getattr(tables, name) is getattr(tables, name)
            assert getattr(tables, name)._rows is tables._rows
