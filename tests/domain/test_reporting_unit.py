import pytest

from dutydesk.domain.instants import from_iso
from dutydesk.domain.reporting_unit import (
    DraftReportingUnit,
    ReportingTextTooLong,
    ReportingUnitExists,
    ReportingUnitNameMissing,
    check_unit,
)
from tests.reporting_builders import DUE, LISTED, unit


def test_a_unit_owes_what_came_while_it_was_on_the_list():
    one = unit("甲社区")
    assert one.owes(DUE)
    assert one.owes(LISTED)
    assert not one.owes(from_iso("2026-10-31T17:00"))
    gone = unit("甲社区", retired_at=from_iso("2026-11-10T09:00"))
    assert gone.owes(from_iso("2026-11-09T17:00"))
    assert not gone.owes(DUE)
    assert not unit("甲社区", has_nil_report=False).owes(DUE)


def test_two_units_of_one_name_are_one_too_many():
    others = [unit("甲社区")]
    check_unit(DraftReportingUnit(id="甲社区", name="甲社区"), others)
    check_unit(DraftReportingUnit(id="x", name="甲社区"), [unit("甲社区", retired_at=DUE)])
    with pytest.raises(ReportingUnitExists):
        check_unit(DraftReportingUnit(id="x", name="甲 社区"), others)
    with pytest.raises(ReportingUnitNameMissing):
        check_unit(DraftReportingUnit(id="x", name=" "), others)
    with pytest.raises(ReportingTextTooLong):
        check_unit(DraftReportingUnit(id="x", name="乙", phone="1" * 201), others)
