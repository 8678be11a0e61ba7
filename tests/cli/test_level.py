from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused


def criteria(command: Command) -> list[dict[str, object]]:
    found = done(command, "level", "list")["criteria"]
    assert isinstance(found, list)
    return found


def test_a_criterion_is_changed_added_and_taken_off(on_duty: Command) -> None:
    first = next(
        one
        for one in criteria(on_duty)
        if (one["level"], one["figure"], one["kinds"]) == ("relatively_serious", "deaths", [])
    )
    changed = done(on_duty, "level", "put", str(first["id"]), "--at-least", "2")
    assert changed == {**first, "at_least": 2}
    assert newest_action(on_duty) == ("cli", "level.put_criterion")
    figures = ("--category", "accident", "--kind", "爆炸", "--deaths", "2")
    said = done(on_duty, "level", "suggest", *figures)
    assert (said["level"], said["figure"]) == ("relatively_serious", "deaths")
    new = done(
        on_duty, "level", "put", "--table", "食物中毒", "--level", "relatively_serious",
        "--figure", "poisoned_or_ill", "--at-least", "30", "--source", "本省规定",
    )  # fmt: skip
    assert (new["category"], new["kinds"]) == ("public_health", ["食物中毒", "食品安全事故"])
    done(on_duty, "level", "remove", str(new["id"]))
    assert refused(on_duty, "level", "remove", str(new["id"])) == (2, "record_unknown")


def test_a_new_table_names_its_kinds(on_duty: Command) -> None:
    made = done(
        on_duty, "level", "put", "--table", "踩踏", "--category", "accident", "--kinds",
        "踩踏，溺水", "--level", "ordinary", "--figure", "injured", "--at-least", "1",
        "--with-figure", "deaths", "--with-at-least", "1", "--source", "本单位规定",
    )  # fmt: skip
    assert (made["kinds"], made["with_at_least"]) == (["踩踏", "溺水"], 1)
    suggest = ("level", "suggest", "--category", "accident", "--kind", "踩踏", "--injured", "1")
    assert done(on_duty, *suggest)["level"] == "unclassified"
    assert done(on_duty, *suggest, "--deaths", "1")["level"] == "ordinary"


def test_kinds_are_added_renamed_taken_off_and_brought_back(on_duty: Command) -> None:
    done(on_duty, "level", "add-kind", "塔吊倒塌", "--category", "accident")
    done(on_duty, "level", "rename-kind", "塔吊倒塌", "起重机倒塌")
    names = [one["name"] for one in done(on_duty, "level", "kinds")["kinds"]]
    assert "起重机倒塌" in names
    done(on_duty, "level", "remove-kind", "起重机倒塌")
    done(on_duty, "level", "remove-kind", "火灾")
    assert refused(on_duty, "level", "remove-kind", "火灾") == (2, "record_unknown")
    assert done(on_duty, "level", "take-shipped") == {"added": 1}


def test_near_misses_are_listed_changed_and_suggested(on_duty: Command) -> None:
    near = done(on_duty, "level", "near-misses")["near_misses"]
    assert [one["at_least"] for one in near] == [10, 3, 500, None, None]
    changed = done(on_duty, "level", "put-near-miss", near[0]["id"], "--at-least", "8")
    assert (changed["figure"], changed["at_least"]) == ("at_risk", 8)
    said = done(on_duty, "level", "suggest", "--category", "accident", "--at-risk", "8")
    assert str(said["near_miss_advice"]).startswith("建议认定为较大涉险事故：涉险8人，达到8人")
    worded = done(
        on_duty, "level", "put-near-miss", "--circumstance", "危及学校", "--source", "本区规定"
    )
    assert (worded["figure"], worded["category"]) == (None, "accident")
    done(on_duty, "level", "remove-near-miss", str(worded["id"]))


def test_what_is_refused_changes_nothing(on_duty: Command) -> None:
    before = head(on_duty)
    put = ("level", "put", "--table", "食物中毒", "--level", "serious", "--figure")
    assert refused(on_duty, *put, "deaths", "--at-least", "20") == (2, "criterion_known")
    assert refused(on_duty, *put, "luck", "--at-least", "20") == (2, "bad_input")
    lower = ("level", "put", "--table", "食物中毒", "--level", "ordinary", "--figure", "deaths")
    assert refused(on_duty, *lower, "--at-least", "10") == (2, "criterion_out_of_order")
    assert refused(on_duty, "level", "put", "没有", "--at-least", "1") == (2, "record_unknown")
    assert refused(on_duty, "level", "put-near-miss", "没有") == (2, "record_unknown")
    add = ("level", "add-kind", "火灾", "--category")
    assert refused(on_duty, *add, "natural") == (2, "kind_known")
    assert refused(on_duty, *add, "weather") == (2, "bad_input")
    ungraded = ("level", "put", "--table", "食物中毒", "--level", "unclassified")
    assert refused(on_duty, *ungraded, "--at-least", "9") == (2, "bad_input")
    assert head(on_duty) == before


def test_a_level_is_not_suggested_for_figures_that_cannot_be(on_duty: Command) -> None:
    words = ("level", "suggest", "--category", "accident")
    assert refused(on_duty, *words, "--deaths=-1") == (2, "figure_negative")
    assert refused(on_duty, *words, "--kind", "地震", "--deaths", "3") == (2, "kind_unknown")
