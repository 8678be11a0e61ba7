from dutydesk.assembly.paper_sources import paper_sources
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.wording.paper import PAPER_KIND


def test_every_kind_of_paper_has_its_source(room: DutyRoom) -> None:
    assert set(paper_sources(room)) == set(PaperKind)


def test_a_log_sheet_is_about_its_duty_day_and_named_by_it(room: DutyRoom) -> None:
    composed = paper_sources(room)[PaperKind.LOG_SHEET](PaperRequest(PaperKind.LOG_SHEET))
    assert (composed.kind, composed.subject) == (PaperKind.LOG_SHEET, "2026-11-20")
    assert composed.title == f"{PAPER_KIND[PaperKind.LOG_SHEET]}-2026-11-20"
