import re
from dataclasses import fields

import pytest

from dutydesk.cli.main import build_parser
from dutydesk.domain.duty_log import CORRECTED, DraftEntry, LogEntry
from dutydesk.domain.entry_kind import EntryKind
from tests.builders import Command
from tests.cli.asking import NOW, done, enter, head, newest_action, refused
from tests.habits.source import ROOT
from tests.habits.test_documented_commands import commands

ADD = ("log", "add", "--kind", "incoming_call", "--text")
ENTRY_KEYS = {
    "id",
    "no",
    "duty_date",
    "at",
    "recorded_at",
    "kind",
    "text",
    "source",
    "person",
    "phone",
    "officer",
    "is_late",
    "is_struck",
    "correction_of",
}


def test_one_entry_answers_with_its_number_day_and_times(on_duty: Command) -> None:
    document = done(
        on_duty, *ADD, "3号楼燃气异味", "--source", "安和三社区", "--person", "某某",
        "--phone", "19900007531", "--at", "2026-11-21T02:00", now="2026-11-21T02:15:07+08:00",
    )  # fmt: skip
    assert set(document) >= ENTRY_KEYS
    assert document["id"].count("-") == 4
    assert (document["no"], document["duty_date"]) == (1, "2026-11-20")
    assert document["at"] == "2026-11-21T02:00:00+08:00"
    assert document["recorded_at"] == "2026-11-21T02:15:07+08:00"
    assert (document["is_late"], document["is_struck"]) == (True, False)
    assert (document["officer"], document["source"]) == ("甲某", "安和三社区")
    assert newest_action(on_duty) == ("cli", "duty_log.record")


def documented(beginning: str) -> set[str]:
    """Return the words in backticks of one paragraph of the manual."""
    manual = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    (paragraph,) = [part for part in manual.split("\n\n") if part.startswith(beginning)]
    return set(re.findall(r"`([a-z_]+)`", paragraph))


def test_the_manual_and_the_answer_name_the_same_fields_and_none_is_left_out(
    on_duty: Command,
) -> None:
    document = done(on_duty, *ADD, "甲")
    assert documented("An entry:") == set(document)
    shown_as = {"shift_id": "duty_date", "officer_id": "officer", "recorder": "officer"}
    known = {shown_as.get(one.name, one.name) for one in fields(LogEntry)}
    assert known - set(document) == set(), "add the field in cli/duty_log.py: entry_document"
    assert documented("Kinds:") == {kind.value for kind in EntryKind}


# An option of `log add` and `log correct` with a value that no entry has by itself.
VALUES = {
    "kind": "fax",
    "text": "3号楼燃气异味",
    "at": "2026-11-20T08:21:00+08:00",
    "source": "安和三社区",
    "person": "某网格员",
    "phone": "19900007531",
    "handling": "已通知燃气公司",
    "instruction": "速去现场",
}


def options(command: str) -> set[str]:
    return {name.removeprefix("--") for name in commands(build_parser())[command]}


def test_every_field_can_be_entered_and_corrected_by_an_option(on_duty: Command) -> None:
    # The details have an option and a test of their own.
    drafted = {field.name for field in fields(DraftEntry)} - {"id", "incident_id", "details"}
    drafted -= {"continuation_of"}
    assert drafted - VALUES.keys() == set(), "give the field a value in VALUES"
    assert drafted - options("log add") == set(), "add the option in cli/duty_log.py: register"
    corrected = set(CORRECTED) - {"details"}
    assert corrected - options("log correct") == set(), "the same for log correct"
    given = [word for name, value in VALUES.items() for word in (f"--{name}", value)]
    plain = done(on_duty, *ADD, "甲")
    made = done(on_duty, "log", "add", *given)
    fixed = done(on_duty, "log", "correct", plain["id"], "--reason", "记错", *given)
    for name, value in VALUES.items():
        assert plain[name] != value, f"{name}: every entry has this value"
        assert made[name] == value, f"cli/duty_log.py: add_entry passes {name} over"
        assert fixed[name] == value, f"cli/duty_log.py: correct_entry passes {name} over"


def test_the_fields_of_a_kind_are_entered_and_corrected_by_name(on_duty: Command) -> None:
    fax = done(
        on_duty, "log", "add", "--kind", "fax", "--text", "防汛通知", "--detail", "urgency=urgent",
        "--detail", "page_count=3", "--detail", "feedback_due_at=2026-11-20T16:00",
    )  # fmt: skip
    due = {"feedback_due_at": "2026-11-20T16:00:00+08:00"}
    assert fax["details"] == {"urgency": "urgent", "page_count": "3", **due}
    fixed = done(
        on_duty, "log", "correct", fax["id"], "--reason", "数错",
        "--detail", "page_count=4", "--detail", "urgency=",
    )  # fmt: skip
    assert fixed["details"] == {"page_count": "4", **due}
    call = done(on_duty, *ADD, "复述无误", "--detail", "read_back=是")
    assert call["details"] == {"read_back": "yes"}


def test_an_entry_goes_on_with_one_before_it(on_duty: Command) -> None:
    first = done(on_duty, *ADD, "3号楼燃气异味")
    assert first["continuation_of"] is None
    second = done(on_duty, *ADD, "已到场", "--continuation-of", first["id"])
    assert second["continuation_of"] == first["id"]


def test_an_instant_with_offset_and_a_naive_one_of_china_are_the_same(on_duty: Command) -> None:
    naive = done(on_duty, *ADD, "甲", "--at", "2026-11-20T08:25")
    offset = done(on_duty, *ADD, "乙", "--at", "2026-11-20T00:25:00Z")
    assert naive["at"] == offset["at"] == "2026-11-20T08:25:00+08:00"


def test_the_recorder_is_the_named_officer_else_the_primary_else_cli(practice: Command) -> None:
    assert done(practice, *ADD, "还没有人")["officer"] == "cli"
    enter(practice, "乙某", "duty_officer")
    assert done(practice, *ADD, "有名", "--officer", "乙某")["officer"] == "乙某"
    assert newest_action(practice)[0] == "cli"


def test_an_entry_may_begin_an_open_item(on_duty: Command) -> None:
    entry = done(on_duty, *ADD, "路面塌陷", "--open-item", "--due", "2026-11-20T12:00")
    (item,) = done(on_duty, "open-item", "list")["open_items"]
    assert (item["title"], item["owner"], item["status"]) == ("路面塌陷", "甲某", "open")
    assert item["due_at"] == "2026-11-20T12:00:00+08:00"
    assert item["origin_entry_id"] == entry["id"]
    done(on_duty, *ADD, "没有时限的", "--open-item")
    assert done(on_duty, "open-item", "list")["open_items"][1]["due_at"] is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((*ADD, ""), "entry_text_missing"),
        ((*ADD, " \n"), "entry_text_missing"),
        (("log", "add", "--kind", "来电", "--text", "甲"), "bad_input"),
        ((*ADD, "甲", "--at", "2026-11-20T08:41"), "entry_in_future"),
        ((*ADD, "甲", "--at", "早上"), "bad_input"),
        ((*ADD, "甲", "--at", "0001-01-01T00:00"), "bad_input"),
        ((*ADD, "甲", "--officer", "没有"), "record_unknown"),
        ((*ADD, "甲", "--continuation-of", "没有"), "record_unknown"),
        ((*ADD, "甲", "--detail", "urgency=urgent"), "detail_unfit"),
        ((*ADD, "甲", "--detail", "ended_at=早上"), "bad_input"),
        ((*ADD, "甲", "--detail", "read_back"), "bad_input"),
        ((*ADD, "甲", "--open-item", "--due", "2026-11-20T08:30"), "open_item_due_in_past"),
        ((*ADD, "甲", "--open-item", "--due", "x"), "bad_input"),
        ((*ADD, "甲", "--officer", ""), "record_unknown"),
        (("log", "list", "--kind", "来电"), "bad_input"),
        (("log", "list", "--duty-date", ""), "bad_input"),
        (("log", "find", "甲", "--from", ""), "bad_input"),
        (("log", "find", "甲", "--to", ""), "bad_input"),
        (("log", "list", "--duty-date", "11月20日"), "bad_input"),
        (("log", "list", "--duty-date", "9999-12-31"), "bad_input"),
        (("log", "list", "--limit", "0"), "bad_input"),
        (("log", "list", "--limit", "-1"), "bad_input"),
        (("log", "find", "甲", "--limit", "0"), "bad_input"),
        (("log", "find", "甲", "--from", "昨天"), "bad_input"),
        (("log", "show", "没有"), "record_unknown"),
        (("log", "correct", "没有", "--reason", "笔误", "--text", "乙"), "record_unknown"),
    ],
)
def test_a_refusal_changes_nothing(on_duty: Command, words: tuple[str, ...], code: str) -> None:
    before = head(on_duty)
    assert refused(on_duty, *words) == (2, code)
    assert head(on_duty) == before
    assert done(on_duty, "log", "list")["entries"] == []
    assert done(on_duty, "open-item", "list")["open_items"] == []


def test_a_log_is_listed_by_day_kind_and_number(on_duty: Command) -> None:
    for place, kind in enumerate(["incoming_call", "patrol", "incoming_call", "other"]):
        at = f"2026-11-20T08:2{place}"
        done(on_duty, "log", "add", "--kind", kind, "--text", f"第{place}件", "--at", at)

    def texts(*words: str) -> list[str]:
        return [one["text"] for one in done(on_duty, "log", "list", *words)["entries"]]

    assert texts() == ["第0件", "第1件", "第2件", "第3件"]
    assert texts("--limit", "2") == ["第2件", "第3件"]
    assert texts("--limit", "99") == texts()
    assert texts("--kind", "incoming_call") == ["第0件", "第2件"]
    assert texts("--kind", "incoming_call", "--limit", "1") == ["第2件"]
    assert texts("--duty-date", "2026-11-20") == texts()
    assert texts("--duty-date", "2026-11-19") == []


def test_the_log_is_found_newest_first(on_duty: Command) -> None:
    for text in ("3号楼燃气异味", "燃气公司回电", "路面塌陷"):
        done(on_duty, *ADD, text)
    found = done(on_duty, "log", "find", "燃气")
    assert [one["text"] for one in found["entries"]] == ["燃气公司回电", "3号楼燃气异味"]
    assert found["total_at_least"] == 2
    assert set(found["entries"][0]) >= ENTRY_KEYS
    limited = done(on_duty, "log", "find", "燃气", "--limit", "1")
    assert (len(limited["entries"]), limited["total_at_least"]) == (1, 2)
    for words, hits in (
        (("--from", "2026-11-21"), 0),
        (("--to", "2026-11-19"), 0),
        (("--from", "2026-11-20", "--to", "2026-11-20"), 2),
        (("--kind", "patrol"), 0),
        (("--kind", "incoming_call"), 2),
    ):
        assert done(on_duty, "log", "find", "燃气", *words)["total_at_least"] == hits
    assert done(on_duty, "log", "find", "没有这个") == {"entries": [], "total_at_least": 0}


def test_a_correction_is_an_entry_of_its_own_and_the_original_stays_struck(
    on_duty: Command,
) -> None:
    entry = done(on_duty, *ADD, "2号楼燃气异味", "--phone", "19900007531")
    fix = done(
        on_duty, "log", "correct", entry["id"], "--reason", "楼号听错", "--text", "3号楼燃气异味",
        "--kind", "other", "--source", "安和三社区", "--person", "某某", "--phone", "",
        "--at", "2026-11-20T08:20", "--officer", "丙某",
    )  # fmt: skip
    assert (fix["correction_of"], fix["no"], fix["officer"]) == (entry["id"], 2, "丙某")
    assert (fix["kind"], fix["source"], fix["phone"]) == ("other", "安和三社区", "")
    listed = {one["id"]: one for one in done(on_duty, "log", "list")["entries"]}
    assert listed[entry["id"]]["is_struck"] is True
    assert listed[entry["id"]]["text"] == "2号楼燃气异味"
    assert listed[fix["id"]]["is_struck"] is False
    for shown in (entry["id"], fix["id"]):
        chain = done(on_duty, "log", "show", shown)["entries"]
        assert [one["id"] for one in chain] == [entry["id"], fix["id"]]
        assert chain[1]["correction_reason"] == "楼号听错"


def test_a_correction_is_refused_without_reason_without_change_and_twice(
    on_duty: Command,
) -> None:
    entry = done(on_duty, *ADD, "甲")
    correct = ("log", "correct", entry["id"], "--reason")
    before = head(on_duty)
    assert refused(on_duty, *correct, " ", "--text", "乙") == (2, "correction_reason_missing")
    assert refused(on_duty, *correct, "笔误") == (2, "correction_changes_nothing")
    assert refused(on_duty, *correct, "笔误", "--text", "") == (2, "entry_text_missing")
    assert head(on_duty) == before
    done(on_duty, *correct, "笔误", "--text", "乙")
    assert refused(on_duty, *correct, "笔误", "--text", "丙") == (2, "entry_already_corrected")


def test_text_is_kept_exactly_as_typed(on_duty: Command) -> None:
    typed = "  ３号楼\t“燃气”\n第二行 e\u0301 "
    assert done(on_duty, *ADD, typed)["text"] == typed
    assert done(on_duty, "log", "list")["entries"][0]["text"] == typed


def test_people_read_one_line_an_entry_with_its_marks(
    on_duty: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    from dutydesk.cli.main import run

    entry = done(on_duty, *ADD, "2号楼", "--source", "社区", "--at", "2026-11-20T07:00")
    corrected = done(on_duty, "log", "correct", entry["id"], "--reason", "听错", "--text", "3号楼")
    assert run(["--data", str(on_duty.data), "--now", NOW, "log", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"1. 11月20日 07:00 来电 社区 〔已更正〕〔迟记〕2号楼（甲某）{entry['id']}",
        f"2. 11月20日 07:00 来电 社区 〔更正〕3号楼（甲某）{corrected['id']}",
    ]


def test_an_entry_is_taken_back_with_a_reason(on_duty: Command) -> None:
    first = done(on_duty, *ADD, "记重的")
    made = done(on_duty, "log", "withdraw", first["id"], "--reason", "记重了")
    assert (made["is_withdrawal"], made["correction_of"]) == (True, first["id"])
    assert newest_action(on_duty) == ("cli", "duty_log.withdraw")
    listing = done(on_duty, "log", "list")["entries"]
    assert [one["is_withdrawn"] for one in listing] == [True, False]
    again = refused(on_duty, "log", "withdraw", first["id"], "--reason", "再撤")
    assert again == (2, "entry_already_withdrawn")
