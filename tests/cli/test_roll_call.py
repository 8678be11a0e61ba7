from pathlib import Path

from tests.builders import Command
from tests.cli.asking import NOW, done, head, newest_action, refused


def listed(command: Command) -> None:
    for name in ("安和一社区", "安和二社区"):
        done(command, "zero-report", "put-unit", "--unit", name, "--phone", "0000-1")


def test_a_roll_call_goes_from_start_to_paper(on_duty: Command, tmp_path: Path) -> None:
    listed(on_duty)
    made = done(on_duty, "roll-call", "start", "--title", "夜查", "--call-method", "video")
    assert (made["method"], made["waiting"], made["is_random"]) == ("video", 2, False)
    assert newest_action(on_duty) == ("cli", "roll_call.start")
    words = ("roll-call", "result", "--unit", "安和一社区", "--reach", "answered")
    flags = ("--lead-on-post", "no", "--officer-on-post", "yes", "--knows-situation", "yes")
    more = ("--rings", "20秒", "--finding", "外出未报备", "--action-taken", "补办", "--open-item")
    result = done(on_duty, *words, *flags, *more, "--person", "王某")
    assert (result["lead_on_post"], result["answer_seconds"]) == (False, 20)
    (item,) = done(on_duty, "open-item", "list")["open_items"]
    assert item["origin_entry_id"] == result["entry_id"]
    assert refused(on_duty, "roll-call", "end") == (2, "roll_call_unfinished")
    ended = done(on_duty, "roll-call", "end", "--note", "改日再点")
    assert (ended["faulty"], ended["waiting"], ended["note"]) == (1, 1, "改日再点")
    assert done(on_duty, "roll-call", "list")["roll_calls"][0]["id"] == made["id"]
    shown = done(on_duty, "roll-call", "show", made["id"])
    assert [one["tries"] for one in shown["units"]] == [1, 0]
    assert shown["units"] == done(on_duty, "roll-call", "show")["units"]
    for kind, option in (
        ("roll_call_result", ("--roll-call", made["id"])),
        ("nil_report_summary", ("--duty-date", "2026-11-20")),
    ):
        file = tmp_path / f"{kind}.pdf"
        paper = done(on_duty, "paper", kind, "--output", str(file), *option)
        assert (paper["pages"], file.is_file()) == (1, True)


def test_some_are_drawn_or_named_and_plans_are_kept(on_duty: Command) -> None:
    listed(on_duty)
    drawn = done(on_duty, "roll-call", "start", "--title", "抽点", "--draw", "1")
    assert (drawn["is_random"], drawn["unit_count"]) == (True, 1)
    done(on_duty, "roll-call", "end", "--note", "试")
    named = ("roll-call", "start", "--title", "单点", "--call-unit", "安和二社区")
    assert [one["unit"] for one in done(on_duty, *named)["units"]] == ["安和二社区"]
    plan = ("roll-call", "put-plan", "--title", "夜间抽点")
    made = done(on_duty, *plan, "--time", "21:00", "--until-time", "23:00", "--draw", "1")
    assert (made["until_time"], made["draw"], "seed" in made) == ("23:00", 1, False)
    changed = done(on_duty, *plan, "--weekdays", "135", "--inactive")
    assert (changed["id"], changed["weekdays"], changed["draw"]) == (made["id"], "135", 1)
    assert done(on_duty, "roll-call", "plans")["plans"] == [changed]


def test_a_refusal_changes_nothing(on_duty: Command) -> None:
    assert refused(on_duty, "roll-call", "show") == (2, "no_roll_call_yet")
    assert refused(on_duty, "roll-call", "start", "--title", "x") == (2, "no_units_to_call")
    listed(on_duty)
    before = head(on_duty)
    result = ("roll-call", "result", "--unit", "安和一社区", "--reach")
    assert refused(on_duty, *result, "answered") == (2, "no_roll_call_running")
    assert refused(on_duty, "roll-call", "end") == (2, "no_roll_call_running")
    plan = ("roll-call", "put-plan", "--title", "x", "--time", "9")
    assert refused(on_duty, *plan) == (2, "roll_call_time_unfit")
    assert head(on_duty) == before
    done(on_duty, "roll-call", "start", "--title", "x")
    assert refused(on_duty, *result[:3], "没有", "--reach", "answered") == (2, "record_unknown")
    code, document, _ = on_duty(*result, "answered", "--lead-on-post", "对", now=NOW)
    assert (code, document["error"]["message"]) == (
        2,
        "带班领导在岗不对：对。可用：yes、no。",
    )
    assert refused(on_duty, *result, "answered", "--rings", "很多") == (
        2,
        "roll_call_count_unfit",
    )
