from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.incident import IncidentCategory
from dutydesk.store.unit_list import shipped_actions, shipped_hqs, shipped_parties


def test_shipped_lines_are_told_apart_and_name_kinds_that_are_on_the_list(room: DutyRoom) -> None:
    kinds = {name for names in room.incident.kinds().values() for name in names}
    for lines in (shipped_parties(), shipped_actions(), shipped_hqs()):
        assert len({line.id for line in lines}) == len(lines)
        assert [line.order_no for line in lines] == list(range(1, len(lines) + 1))
        assert {kind for line in lines for kind in line.scope.kinds} <= kinds


def test_every_category_has_its_hqs() -> None:
    assert {hq.category for hq in shipped_hqs()} == {None, *IncidentCategory}


def test_an_own_list_takes_the_place_of_the_shipped_one(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="initial_action.put") as work:
        table = work.tables.incident_handling.actions
        line = table.all()[0]
        kept = table.put(line, room.ids)
        assert kept.id != line.id
        assert table.put(kept, room.ids) == kept
        assert len(table.all()) == len(shipped_actions())
