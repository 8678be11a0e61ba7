from datetime import date

import pytest

from dutydesk.domain.contacts import Contact
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_span import SpanReversed
from tests.builders import Staff

KIND = PaperKind.SPOT_CHECK_PACK


def test_the_pack_binds_the_shifts_and_months_of_its_span(staffed: Staff) -> None:
    day = staffed.shift.duty_date
    parts = staffed.room.spot_check.parts(PaperRequest(KIND, since=date(2026, 9, 30), until=day))
    assert parts.months == (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))
    assert parts.shift_ids == (staffed.shift.id,)
    assert parts.handover_ids == ()
    before = staffed.room.spot_check.parts(PaperRequest(KIND, month=date(2026, 10, 1)))
    assert (before.shift_ids, before.months) == ((), (date(2026, 10, 1),))


def test_a_number_somebody_made_sure_of_is_told_with_who(staffed: Staff) -> None:
    room = staffed.room
    room.contacts.save(Contact("c1", "单某"), (), by=staffed.by)
    room.contacts.verify("c1", by=staffed.by)
    today = PaperRequest(KIND, since=date(2026, 11, 1), until=date(2026, 11, 30))
    tested = room.spot_check.parts(today).tested
    assert [(one.what, one.who, one.by) for one in tested] == [
        ("号码核实", "单某", staffed.admin.name)
    ]
    other = PaperRequest(KIND, since=date(2026, 12, 1), until=date(2026, 12, 31))
    assert room.spot_check.parts(other).tested == ()


def test_a_span_the_wrong_way_round_is_refused(staffed: Staff) -> None:
    request = PaperRequest(KIND, since=date(2026, 11, 2), until=date(2026, 11, 1))
    with pytest.raises(SpanReversed):
        staffed.room.spot_check.parts(request)
