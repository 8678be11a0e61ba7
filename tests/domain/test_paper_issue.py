from dutydesk.domain.paper_issue import PaperKind, PaperRequest


def test_a_request_names_its_kind_and_leaves_the_rest_to_the_newest() -> None:
    request = PaperRequest(PaperKind("log_sheet"))
    assert request.kind is PaperKind.LOG_SHEET
    assert (request.duty_date, request.incident_id, request.report_id) == (None, None, None)
    assert request.is_masked is False


def test_the_papers_of_a_duty_day_bear_the_names_of_the_command_line() -> None:
    assert {"log_sheet", "handover_record", "special_report", "directory"} <= set(PaperKind)
