from datetime import timedelta

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.report import Report
from dutydesk.store import driver
from tests.incident_builders import RECEIVED, incident, report


def paper(no: int, year: int = 2026, **changes: object) -> Report:
    facts = {
        "id": f"r{year}-{no}",
        "issue_year": year,
        "issue_no": no,
        "figures": {"deaths": 2, "missing": None},
        "starts_at": RECEIVED,
        "due_at": RECEIVED + timedelta(hours=1),
        "is_met": True,
        "rule_text": "规则",
    }
    return report("first", "written", RECEIVED, **(facts | changes))


def test_a_report_comes_back_as_it_was_sent(room: DutyRoom) -> None:
    sent = paper(1, copy_to=("区防汛办",))
    call = report("first", "phone", RECEIVED)
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(incident())
        work.tables.report.append(call)
        work.tables.report.append(sent)
    with room.store.reading() as tables:
        assert tables.report.by_id(sent.id) == sent
        assert tables.report.of_incident("i1") == (call, sent)
        assert tables.report.all() == (call, sent)
        assert tables.report.by_id("nothing") is None


def test_issue_numbers_count_within_the_year(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(incident())
        assert work.tables.report.next_issue_no(2026) == 1
        work.tables.report.append(paper(1))
        work.tables.report.append(paper(2, id="r2"))
        assert work.tables.report.next_issue_no(2026) == 3
        assert work.tables.report.next_issue_no(2027) == 1


def test_an_issue_number_is_given_once(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(incident())
        work.tables.report.append(paper(1))
    with (
        pytest.raises(driver.IntegrityError),
        room.store.writing(actor="cli", action="test") as work,
    ):
        work.tables.report.append(paper(1, id="other"))


@pytest.mark.parametrize(
    "sql", ["UPDATE incident_report SET body = 'x'", "DELETE FROM incident_report"]
)
def test_what_was_sent_is_never_changed(room: DutyRoom, sql: str) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(incident())
        work.tables.report.append(paper(1))
    with (
        pytest.raises(driver.IntegrityError),
        room.store.writing(actor="cli", action="test") as work,
    ):
        work.rows.execute_unjournalled(sql)
