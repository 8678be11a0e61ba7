from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused

LATER = "2026-11-20T17:05+08:00"
DUE = "2026-11-20T17:00:00+08:00"


def listed(command: Command) -> None:
    for name in ("安和一社区", "安和二社区"):
        done(command, "zero-report", "put-unit", "--unit", name, "--phone", "0000-1")


def test_a_day_of_reports_is_taken_chased_and_told(on_duty: Command) -> None:
    listed(on_duty)
    status = done(on_duty, "zero-report", "status")
    assert (status["cut_off"], status["missing"]) == (DUE, ["安和一社区", "安和二社区"])
    report = done(on_duty, "zero-report", "report", "--unit", "安和一社区", "--reporter", "王某")
    assert report.items() >= {"is_nil": True, "is_late": False, "reporter": "王某"}.items()
    assert newest_action(on_duty) == ("cli", "nil_report.take")
    chase = ("zero-report", "chase", "--unit", "安和二社区", "--reach")
    assert done(on_duty, *chase, "no_answer", now=LATER)["at"] == "2026-11-20T17:05:00+08:00"
    summary = done(on_duty, "zero-report", "summary", now=LATER)
    assert summary["summary"].endswith("零报告1个；安和二社区未报。")
    done(on_duty, *chase, "answered", "--nil", "--person", "李某", now=LATER)
    told = done(on_duty, "zero-report", "summary", "--cut-off", DUE, "--log", now=LATER)
    assert "本辖区未接报突发事件，各项工作运行平稳。" in told["summary"]
    (entry,) = done(on_duty, "log", "list", now=LATER)["entries"]
    assert entry["id"] == told["entry_id"]
    status = done(on_duty, "zero-report", "status", "--cut-off", DUE, now=LATER)
    assert status["is_all_nil"] is True
    assert [one["state"] for one in status["units"]] == ["nil", "nil"]
    assert [len(one["chases"]) for one in status["units"]] == [0, 2]


def test_a_report_with_content_stands_in_the_log_and_is_corrected(on_duty: Command) -> None:
    listed(on_duty)
    words = ("zero-report", "report", "--unit", "安和一社区")
    first = done(on_duty, *words, "--content", "停电", "--at", "2026-11-20T08:20+08:00")
    (entry,) = done(on_duty, "log", "list")["entries"]
    assert (entry["id"], entry["source"]) == (first["entry_id"], "安和一社区")
    assert refused(on_duty, *words) == (2, "nil_report_stands")
    second = done(on_duty, *words, "--reason", "误报")
    assert (second["correction_of"], second["is_nil"]) == (first["id"], True)


def test_units_are_listed_and_leave(on_duty: Command) -> None:
    listed(on_duty)
    words = ("zero-report", "put-unit", "--unit", "安和二社区")
    gone = done(on_duty, *words, "--contact", "李某", "--no-roll-call", "--inactive")
    assert (gone["phone"], gone["has_roll_call"], gone["is_active"]) == ("0000-1", False, False)
    assert len(done(on_duty, "zero-report", "units")["units"]) == 1
    assert len(done(on_duty, "zero-report", "units", "--all")["units"]) == 2
    assert done(on_duty, *words, "--no-zero-report")["has_zero_report"] is False
    assert refused(on_duty, "zero-report", "take-units") == (2, "no_units_in_contacts")


def test_a_refusal_changes_nothing(on_duty: Command) -> None:
    listed(on_duty)
    before = head(on_duty)
    report = ("zero-report", "report", "--unit")
    assert refused(on_duty, *report, "没有") == (2, "record_unknown")
    wrong = ("--cut-off", "2026-11-20T16:00+08:00")
    assert refused(on_duty, *report, "安和一社区", *wrong) == (2, "nil_report_time_unfit")
    chase = ("zero-report", "chase", "--unit", "安和一社区", "--reach", "忙")
    assert refused(on_duty, *chase) == (2, "bad_input")
    assert head(on_duty) == before
