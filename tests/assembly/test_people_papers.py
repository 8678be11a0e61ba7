from dutydesk.assembly.people_papers import people_sources
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from tests.builders import Staff


def test_the_roster_is_filed_under_its_month(staffed: Staff) -> None:
    made = people_sources(staffed.room)[PaperKind.ROSTER_SHEET](
        PaperRequest(PaperKind.ROSTER_SHEET)
    )
    assert made.title == f"值班表-{made.subject}"
    assert len(made.subject) == len("2026-11")
