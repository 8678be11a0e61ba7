from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused


def phrases(command: Command, *more: str) -> list[dict[str, object]]:
    found = done(command, "phrase", "list", *more)["phrases"]
    assert isinstance(found, list)
    return found


def test_a_phrase_is_added_listed_and_switched_off_and_on(on_duty: Command) -> None:
    before = phrases(on_duty)
    assert len(before) > 40
    added = done(on_duty, "phrase", "add", "--text", "接{单位}{人}电话，{单位}", "--kind", "visit")
    assert (added["kind"], added["blanks"], added["is_active"]) == ("visit", ["单位", "人"], True)
    assert newest_action(on_duty) == ("cli", "phrase.put")
    assert phrases(on_duty) == [*before, added]
    off = done(on_duty, "phrase", "switch-off", str(added["id"]))
    assert off == {**added, "is_active": False}
    assert phrases(on_duty) == before
    assert phrases(on_duty, "--all") == [*before, off]
    assert done(on_duty, "phrase", "switch-on", str(added["id"])) == added
    assert phrases(on_duty) == [*before, added]


def test_a_phrase_for_any_kind_has_none(on_duty: Command) -> None:
    assert done(on_duty, "phrase", "add", "--text", "全体到齐。")["kind"] is None


def test_a_new_room_lacks_no_shipped_phrase(on_duty: Command) -> None:
    assert done(on_duty, "phrase", "take-shipped") == {"added": 0}


def test_what_is_refused_changes_nothing(on_duty: Command) -> None:
    before = head(on_duty)
    add = ("phrase", "add", "--text")
    assert refused(on_duty, *add, " ") == (2, "phrase_text_missing")
    assert refused(on_duty, *add, "接{单位") == (2, "phrase_blank_unclear")
    assert refused(on_duty, *add, "字" * 501) == (2, "phrase_too_long")
    assert refused(on_duty, *add, "全天无异常情况。", "--kind", "other") == (2, "phrase_known")
    assert refused(on_duty, *add, "好", "--kind", "nothing") == (2, "bad_input")
    assert refused(on_duty, "phrase", "switch-off", "没有") == (2, "record_unknown")
    assert head(on_duty) == before
