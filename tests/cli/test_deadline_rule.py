from typing import Any

from tests.builders import Command
from tests.cli.asking import done, newest_action, refused

PUT = (
    "rules", "put", "--category", "accident", "--kind", "火灾", "--level", "ordinary", "--stage",
    "first", "--medium", "phone", "--minutes", "20", "--report-to", "街道办", "--source",
    "本单位规定",
)  # fmt: skip
EXAMPLE = (
    "rules", "preview", "--category", "accident", "--kind", "火灾", "--level", "ordinary",
    "--received-at", "2026-11-21T02:15", "--occurred-at", "2026-11-21T02:10",
)  # fmt: skip


def rules(command: Command, *words: str) -> list[dict[str, Any]]:
    return list(done(command, "rules", "list", *words)["rules"])


def test_the_set_in_use_is_listed_with_its_words(practice: Command) -> None:
    found = done(practice, "rules", "list")
    assert (found["rule_set"], found["in_use"]) == ("district", True)
    assert found["rules"][0]["text"].startswith("特别重大首报（电话）接报后30分钟内。依据：")
    other = done(practice, "rules", "list", "--rule-set", "statute")
    assert (other["rule_set"], other["in_use"]) == ("statute", False)
    assert {"nil_report", "relief"} <= {one["task"] for one in other["rules"]}
    assert len(rules(practice, "--catalogue")) > 30


def test_a_rule_is_put_changed_tried_and_removed(practice: Command) -> None:
    made = done(practice, *PUT)
    assert newest_action(practice) == ("cli", "deadline_rule.put")
    assert (made["minutes"], made["report_to"]) == (20, "街道办")
    changed = done(practice, "rules", "put", made["id"], "--minutes", "25", "--kind", "any")
    assert (changed["minutes"], changed["kind"], changed["level"]) == (25, None, "ordinary")
    first = done(practice, *EXAMPLE)["clocks"][0]
    assert (first["stage"], first["due_at"]) == ("first", "2026-11-21T02:40:00+08:00")
    assert first["rule"] == changed["text"]
    done(practice, "rules", "remove", made["id"])
    assert made["id"] not in {one["id"] for one in rules(practice)}
    assert done(practice, *EXAMPLE)["clocks"][0]["due_at"] == "2026-11-21T04:15:00+08:00"
    assert refused(practice, "rules", "remove", made["id"]) == (2, "record_unknown")


def test_one_measure_takes_the_place_of_another(practice: Command) -> None:
    words = ("--task", "nil_report", "--category", "natural", "--starts-from", "first_delivery")
    made = done(
        practice, "rules", "put", *words, "--daily-times", "08:00，17:00", "--source", "县预案"
    )
    assert (made["daily_times"], made["stage"]) == (["08:00", "17:00"], None)
    daily = done(practice, "rules", "put", made["id"], "--every-days", "1")
    assert (daily["daily_times"], daily["every_days"]) == ([], 1)
    at_once = done(practice, "rules", "put", made["id"], "--at-once", "--sensitive-only", "yes")
    assert (at_once["every_days"], at_once["is_sensitive_only"]) == (None, True)
    assert refused(practice, "rules", "put", made["id"], "--minutes", "5") == (2, "bad_input")


def test_a_set_is_chosen_and_taken_back(practice: Command) -> None:
    done(practice, *PUT)
    before = len(rules(practice))
    taken = done(practice, "rules", "take-shipped")
    assert taken == {"rule_set": "district", "rules": before - 1}
    assert done(practice, "rules", "choose", "province") == {"rule_set": "province"}
    assert done(practice, "rules", "list")["rule_set"] == "province"
    first = done(practice, *EXAMPLE)["clocks"][0]
    assert first["due_at"] == "2026-11-21T08:10:00+08:00"


def test_what_cannot_be_is_refused(practice: Command) -> None:
    assert refused(practice, "rules", "put", "--minutes", "5") == (2, "bad_input")
    assert refused(practice, "rules", "choose", "county") == (2, "bad_input")
    assert refused(practice, "rules", "put", *PUT[2:], "--minutes", "x") == (2, "bad_input")
    late = (*EXAMPLE[:-1], "2026-11-21T02:16")
    assert refused(practice, *late) == (2, "occurred_after_received")


def test_a_kind_that_nobody_has_gives_no_clocks_to_trust(practice: Command) -> None:
    words = ("rules", "preview", "--category", "accident", "--received-at", "2026-11-21T02:15")
    assert refused(practice, *words, "--kind", "火灾事件") == (2, "kind_unknown")
    assert refused(practice, *words, "--kind", "地震") == (2, "kind_unknown")
