from dutydesk.assembly.bound_papers import bound_sources
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_spot_check_pack import SpotCheckPack
from tests.builders import Staff


def test_the_pack_binds_what_the_room_has(staffed: Staff) -> None:
    compose = bound_sources(staffed.room)[PaperKind.SPOT_CHECK_PACK]
    request = PaperRequest(PaperKind.SPOT_CHECK_PACK, month=staffed.shift.duty_date)
    composed = compose(request)
    value = composed.value
    assert isinstance(value, SpotCheckPack)
    assert composed.subject == "2026-11"
    assert [sheet.duty_date for sheet in value.sheets] == [staffed.shift.duty_date]
    assert len(value.rosters) == 1
