from dataclasses import replace

from dutydesk.exchange.word_fields import (
    incident_ledger_fields,
    phone_report_fields,
    special_report_fields,
)
from tests.papers import samples
from tests.papers.incident_samples import ALARM, LEDGER, phone_sheet


def test_few_characters_of_a_masthead_stand_apart() -> None:
    assert special_report_fields(samples.first_report(masthead="值班快报"))["masthead"] == (
        "值 班 快 报"
    )
    assert special_report_fields(samples.first_report())["masthead"] == "突发事件信息专报"


def test_headings_are_told_from_what_follows_them() -> None:
    body = ("一、基本情况。起因正在核实。", "（一）概况", "起火。")
    found = special_report_fields(samples.first_report(body=body))["body"]
    assert found == [
        {"first": "一、基本情况。", "second": "", "text": "起因正在核实。"},
        {"first": "", "second": "（一）概况", "text": ""},
        {"first": "", "second": "", "text": "起火。"},
    ]


def test_what_is_not_there_is_an_empty_text() -> None:
    bare = samples.first_report(timed_at=None, copies=None, urgency="", copy_to=())
    fields = special_report_fields(bare)
    assert {fields[name] for name in ("timed_at", "copies", "urgency", "copy_to", "stage")} == {""}


def test_the_sheet_says_what_nobody_said() -> None:
    fields = phone_report_fields(phone_sheet(cause="", receiver="", judged="", limit=""))
    assert (fields["cause"], fields["receiver"]) == ("正在核实", "未填写")
    assert (fields["judged"], fields["limit"]) == ("—", "没有规定时限")


def test_a_row_holds_what_the_printed_one_holds() -> None:
    fields = incident_ledger_fields(LEDGER)
    assert fields["counts"] == "共2件，已结束2件，首报迟报1件"
    first, second = fields["rows"]  # type: ignore[misc]  # a list of rows
    assert first["first_reports"] == "电话7月8日18:38\n书面7月8日20:38"
    assert first["judged"] == "按时\n迟报8分"
    assert second["times"].startswith("事发正在核实")
    assert second["status"] == "已结束\n误报"
    calm = incident_ledger_fields(replace(LEDGER, rows=(ALARM,), late_count=0))
    assert calm["counts"] == "共1件，已结束2件"
