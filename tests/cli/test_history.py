from tests.builders import Command
from tests.cli.asking import done, refused

ADD = ("log", "add", "--kind", "incoming_call", "--text")


def test_the_versions_of_an_entry_tell_who_what_and_what_stood_before(on_duty: Command) -> None:
    entry = done(on_duty, *ADD, "2号楼进水")
    fix = ("log", "correct", entry["id"], "--reason", "听错", "--text", "3号楼进水")
    done(on_duty, *fix)
    first, second = done(on_duty, "history", "log_entry", entry["id"])["versions"]
    assert (first["actor"], first["action"]) == ("命令行", "duty_log.record")
    assert second["action"] == "duty_log.correct"
    assert {"field": "text", "old": "2号楼进水", "new": "3号楼进水"} in second["changes"]


def test_the_instants_of_a_history_are_in_china_time_as_everywhere(on_duty: Command) -> None:
    entry = done(on_duty, *ADD, "已到场", "--detail", "ended_at=2026-11-20T08:25")
    (version,) = done(on_duty, "history", "log_entry", entry["id"])["versions"]
    new = {change["field"]: change["new"] for change in version["changes"]}
    assert new["at"] == entry["at"]
    assert new["details.ended_at"] == "2026-11-20T08:25:00+08:00"


def test_only_records_with_words_are_told(on_duty: Command) -> None:
    assert refused(on_duty, "history", "officer", "甲") == (2, "bad_input")
    assert refused(on_duty, "history", "incident", "2026-099") == (2, "record_unknown")
