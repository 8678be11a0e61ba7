from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused

KEYS = {"id", "entry_id", "leader", "at", "form", "carrier", "text", "status", "is_overdue"}
ADD = ("directive", "add", "--leader", "区长", "--text", "排查隐患")


def test_a_directive_goes_its_way_by_command(on_duty: Command) -> None:
    line = done(on_duty, *ADD, "--carrier", "首报", "--form", "oral", "--due", "2026-11-20T10:00")
    assert set(line) >= KEYS
    assert (line["status"], line["due_at"]) == ("noted", "2026-11-20T10:00:00+08:00")
    steps = (
        (("pass", line["id"], "--unit", "应急办", "--person", "乙某"), "passed_on"),
        (("receipt", line["id"], "--receipt-by", "乙某"), "in_hand"),
        (("chase", line["id"], "--text", "请抓紧", "--reply", "在办"), "in_hand"),
        (("feedback", line["id"], "--text", "已排查"), "fed_back"),
        (("close", line["id"], "--result", "已整改"), "closed"),
    )
    for words, status in steps:
        assert done(on_duty, "directive", *words)["status"] == status
    assert newest_action(on_duty) == ("cli", "directive.close")
    assert done(on_duty, "directive", "list")["directives"] == []
    (listed,) = done(on_duty, "directive", "list", "--all")["directives"]
    assert [(one["text"], one["reply"]) for one in listed["chases"]] == [("请抓紧", "在办")]
    entries = done(on_duty, "log", "list", "--kind", "directive")["entries"]
    assert entries[0]["id"] == line["entry_id"]
    assert len(entries) == 6


def test_an_entry_on_record_is_taken_into_the_ledger(on_duty: Command) -> None:
    entry = done(on_duty, "log", "add", "--kind", "incoming_call", "--text", "燃气异味")
    line = done(on_duty, *ADD, "--entry", entry["id"])
    assert line["entry_id"] == entry["id"]
    assert refused(on_duty, *ADD, "--entry", entry["id"]) == (2, "directive_listed")
    directive = ("log", "add", "--kind", "directive", "--person", "书记", "--text", "加强值守")
    begun = done(on_duty, *directive)
    by_itself = [
        one
        for one in done(on_duty, "directive", "list")["directives"]
        if one["entry_id"] == begun["id"]
    ]
    assert [(one["leader"], one["status"]) for one in by_itself] == [("书记", "noted")]


def test_a_refusal_changes_nothing(on_duty: Command) -> None:
    line = done(on_duty, *ADD)
    before = head(on_duty)
    for words, code in (
        (("add", "--leader", " ", "--text", "排查"), "directive_field_missing"),
        (("add", "--leader", "区长", "--text", "排查", "--form", "fax"), "bad_input"),
        ((*ADD[1:], "--due", "2026-11-20T08:30"), "directive_due_in_past"),
        (("chase", line["id"], "--text", "催"), "directive_not_passed_on"),
        (("close", line["id"], "--result", "好"), "directive_not_fed_back"),
        (("pass", "没有", "--unit", "应急办"), "record_unknown"),
        (
            ("pass", line["id"], "--unit", "应急办", "--at", "2026-11-20T09:30"),
            "directive_step_in_future",
        ),
        (
            ("pass", line["id"], "--unit", "应急办", "--at", "2026-11-20T08:00"),
            "directive_step_too_early",
        ),
    ):
        assert refused(on_duty, "directive", *words) == (2, code)
    assert head(on_duty) == before
    done(on_duty, "directive", "close", line["id"], "--result", "已阅", "--without-feedback")
    assert refused(on_duty, "directive", "close", line["id"], "--result", "好") == (
        2,
        "directive_closed",
    )
