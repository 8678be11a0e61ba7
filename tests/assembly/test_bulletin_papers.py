import pytest

from dutydesk.assembly.bulletin_papers import bulletin_sources
from dutydesk.domain.bulletin import BulletinKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperRequest
from tests.builders import Staff
from tests.services.test_bulletin import put


def test_every_kind_of_bulletin_has_its_paper(staffed: Staff) -> None:
    assert {kind.value for kind in bulletin_sources(staffed.room)} == set(BulletinKind)


def test_a_daily_nobody_wrote_is_printed_and_the_other_kinds_are_not(staffed: Staff) -> None:
    sources = bulletin_sources(staffed.room)
    composed = sources[PaperKind.DAILY](PaperRequest(PaperKind.DAILY))
    assert composed.subject == staffed.shift.duty_date.isoformat()
    with pytest.raises(NothingToPrint):
        sources[PaperKind.HIGHLIGHTS](PaperRequest(PaperKind.HIGHLIGHTS))


def test_a_bulletin_asked_for_by_its_id_is_of_the_kind_asked_for(staffed: Staff) -> None:
    daily = put(staffed, BulletinKind.DAILY)
    sources = bulletin_sources(staffed.room)
    request = PaperRequest(PaperKind.DAILY, bulletin_id=daily.id)
    assert sources[PaperKind.DAILY](request).subject == daily.id
    with pytest.raises(RecordUnknown):
        sources[PaperKind.BULLETIN](PaperRequest(PaperKind.BULLETIN, bulletin_id=daily.id))
