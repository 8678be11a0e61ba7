from pathlib import Path

from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused

DECEMBER = ("--month", "2026-12")


def test_a_file_is_tried_taken_shown_and_asked(practice: Command, shared_data: Path) -> None:
    path = str(shared_data / "office" / "值班表.xlsx")
    before = head(practice)
    tried = done(practice, "roster", "import", path, "--dry-run")
    assert head(practice) == before
    taken = done(practice, "roster", "import", path)
    assert newest_action(practice) == ("cli", "roster.import")
    assert (taken["read"], taken["added"]) == (90, 90)
    assert [one["problem"] for one in tried["findings"]] == [
        one["problem"] for one in taken["findings"]
    ]
    assert taken["slots"][0].items() >= {
        "duty_date": "2026-11-01", "shift": "full", "post": "lead_officer", "person": "严国",
    }.items()  # fmt: skip
    assert {
        "duty_date": "2026-11-01",
        "problem": "文件写的是法定节假日，当天是周末。",
        "code": "wrong_day_class",
    } in taken["findings"]
    not_on_file = [one for one in taken["findings"] if one["code"] == "not_on_file"]
    assert any("严国" in one["problem"] for one in not_on_file)
    shown = done(practice, "roster", "show", "--month", "2026-11")
    assert len(shown["slots"]) == 90
    assert shown["slots"][0]["phone"] == "19900001574"
    asked = done(practice, "roster", "on-duty", "--at", "2026-11-25T02:15")
    assert [(one["duty_date"], one["post"], one["person"]) for one in asked["slots"]] == [
        ("2026-11-24", "lead_officer", "马华"),
        ("2026-11-24", "primary_officer", "陆春玉"),
        ("2026-11-24", "secondary_officer", "吕敏"),
    ]
    made = done(practice, "roster", "generate", *DECEMBER)
    assert (len(made["slots"]), made["findings"]) == (93, [])
    checked = done(practice, "roster", "check", *DECEMBER)
    assert (checked["findings"], checked["slots"]) == ([], made["slots"])
    published = done(practice, "roster", "publish", *DECEMBER, "--reviewed-by", "丙某")
    assert (published["state"], published["version"]) == ("published", 1)
    assert refused(practice, "roster", "generate", *DECEMBER) == (2, "roster_published")
    back = done(practice, "roster", "take-back", *DECEMBER)
    assert (back["state"], back["version"]) == ("draft", 1)


def test_a_fresh_room_is_rostered_from_its_officers(on_duty: Command) -> None:
    made = done(on_duty, "roster", "generate", *DECEMBER, "--post", "主班", "--anew")
    assert {(one["post"], one["person"]) for one in made["slots"]} == {("primary_officer", "甲某")}
    assert {one["code"] for one in made["findings"]} == {"gap"}


def test_what_is_refused_says_what_to_do(practice: Command, tmp_path: Path) -> None:
    assert refused(practice, "roster", "generate", *DECEMBER) == (2, "roster_members_missing")
    assert refused(practice, "roster", "generate", "--month", "2026-10") == (2, "roster_span_past")
    assert refused(practice, "roster", "publish", *DECEMBER) == (2, "roster_empty")
    assert refused(practice, "roster", "show", "--month", "12") == (2, "bad_input")
    missing = str(tmp_path / "没有.xlsx")
    assert refused(practice, "roster", "import", missing) == (2, "foreign_file_missing")
    nobody = done(practice, "roster", "on-duty")
    assert (nobody["slots"], nobody["findings"]) == ([], [])


def test_a_year_nobody_plans_ends_in_a_sentence(practice: Command, tmp_path: Path) -> None:
    for month in ("9999-12", "0001-01", "2200-01"):
        assert refused(practice, "roster", "generate", "--month", month) == (2, "bad_input")
        assert refused(practice, "roster", "show", "--month", month) == (2, "bad_input")
    file = tmp_path / "值班表.csv"
    file.write_text(
        "日期,带班领导,值班员\n9999-12-31,张三,李四\n0001-01-01,张三,李四\n2026-12-02,张三,李四\n",
        "utf-8",
    )
    taken = done(practice, "roster", "import", str(file))
    assert (taken["read"], taken["added"]) == (2, 2)
    assert {one["duty_date"] for one in taken["slots"]} == {"2026-12-02"}
