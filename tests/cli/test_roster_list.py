from tests.builders import Command
from tests.cli.asking import done, refused


def test_posts_members_wishes_and_periods(on_duty: Command) -> None:
    posts = done(on_duty, "roster", "post")["posts"]
    assert [one["id"] for one in posts][:2] == ["lead_officer", "primary_officer"]
    extra = done(
        on_duty, "roster", "post", "技术岗", "--seats", "2", "--turn", "week", "--optional"
    )
    assert extra["posts"][-1].items() >= {
        "name": "技术岗", "seats": 2, "turn": "week", "is_needed": False,
    }.items()  # fmt: skip
    renamed = done(on_duty, "roster", "post", "技术岗", "--new", "保障岗", "--inactive")
    assert (renamed["posts"][-1]["name"], renamed["posts"][-1]["is_active"]) == ("保障岗", False)
    member = ("roster", "member", "乙某", "--post", "主班", "--night-free", "--from", "2026-11-01")
    (one,) = done(on_duty, *member)["members"]
    assert one.items() >= {
        "name": "乙某", "posts": ["primary_officer"], "is_night_free": True,
        "starts_on": "2026-11-01", "is_active": True,
    }.items()  # fmt: skip
    assert done(on_duty, "roster", "member")["members"] == [one]
    wish = ("roster", "wish", "乙某", "--from", "2026-11-24", "--to", "2026-11-26")
    (kept,) = done(on_duty, *wish, "--reason", "培训", "--post", "主班")["wishes"]
    assert (kept["kind"], kept["ends_on"], kept["person"]) == ("unavailable", "2026-11-26", "乙某")
    (gone,) = done(on_duty, *wish, "--post", "主班", "--inactive")["wishes"]
    assert (gone["id"], gone["is_active"]) == (kept["id"], False)
    period = ("roster", "key-period", "冬季防火", "--from", "2026-11-01", "--to", "2026-11-30")
    (told,) = done(on_duty, *period)["key_periods"]
    assert done(on_duty, *period)["key_periods"] == [told]
    assert done(on_duty, "roster", "key-period")["key_periods"] == [told]


def test_what_is_refused(on_duty: Command) -> None:
    assert refused(on_duty, "roster", "wish", "无人", "--from", "2026-11-24") == (
        2,
        "record_unknown",
    )
    assert refused(on_duty, "roster", "key-period", "汛期") == (2, "bad_input")
    assert refused(on_duty, "roster", "member", "乙某", "--post", "门卫") == (2, "record_unknown")
    assert refused(on_duty, "roster", "post", "副岗", "--turn", "day") == (2, "bad_input")


def test_a_script_that_lost_the_name_is_not_told_that_all_is_well(on_duty: Command) -> None:
    assert refused(on_duty, "roster", "member", "--post", "主班") == (2, "bad_input")
    assert refused(on_duty, "roster", "post", "--seats", "2") == (2, "bad_input")
    assert refused(on_duty, "roster", "wish", "--from", "2026-12-01") == (2, "bad_input")
    assert refused(on_duty, "roster", "key-period", "--inactive") == (2, "bad_input")
    assert done(on_duty, "roster", "wish", "--officer", "甲某") == {"wishes": []}
