from dutydesk.cli.call_document import round_document, target_document, target_line
from tests.call_builders import NOW, call_round, target


def test_times_are_china_time_and_a_running_round_says_so():
    document = round_document(call_round())
    assert (document["started_at"], document["status"]) == ("2026-07-08T19:24:00+08:00", "running")
    assert round_document(call_round(ended_at=NOW))["status"] == "ended"


def test_a_line_for_people_ends_with_the_id():
    assert target_line(target(1)) == "1 未叫 安和一社区 李某1 19900000001 t1"
    assert "没有号码" in target_line(target(1, phone=""))
    assert target_document(target(1))["status"] == "waiting"
