from dataclasses import replace

import pytest

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_kind import WarningKind
from dutydesk.domain.warning_refusals import WarningKindUnfit
from tests.builders import Staff


def test_a_room_begins_with_the_shipped_kinds_and_keeps_its_own(staffed: Staff) -> None:
    service, by = staffed.room.warning_kind, staffed.by
    shipped = service.kinds()
    names = [one.name for one in shipped]
    assert {"暴雨", "雷电", "台风", "道路结冰", "森林火险", "空气重污染"} <= set(names)
    assert WarningColor.BLUE not in next(one for one in shipped if one.name == "高温").colors
    new = WarningKind(id=service.new_id(), name=" 风暴潮 ", colors=("red", "blue"), order_no=0)
    made = service.put(new, by=by).value
    assert (made.name, made.order_no) == ("风暴潮", len(shipped) + 1)
    kinds = service.kinds()
    assert [one.name for one in kinds] == [*names, "风暴潮"]
    assert not any(one.id.startswith("shipped-") for one in kinds)
    off = service.put(replace(kinds[0], is_active=False), by=by).value
    assert not off.is_active
    assert service.put(off, by=by).changes.touched == {}


def test_a_kind_is_moved_also_as_the_first_change(staffed: Staff) -> None:
    service, by = staffed.room.warning_kind, staffed.by
    first, second, *_ = service.kinds()
    service.move(second.id, -1, by=by)
    assert [one.name for one in service.kinds()][:2] == [second.name, first.name]
    top = service.kinds()[0]
    assert service.move(top.id, -1, by=by).changes.touched == {}
    with pytest.raises(RecordUnknown):
        service.move("没有", 1, by=by)


def test_a_name_that_another_has_is_refused(staffed: Staff) -> None:
    service = staffed.room.warning_kind
    taken = WarningKind(id=service.new_id(), name="暴雨", colors=("red",), order_no=0)
    with pytest.raises(WarningKindUnfit):
        service.put(taken, by=staffed.by)
