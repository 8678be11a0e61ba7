from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused
from tests.warning_builders import WHOLE

ADD = ("--kind", "暴雨", "--color", "orange", "--issued-by", "区气象台")
ISSUED = ("--issued-at", "2026-11-20T08:18", "--received-at", "2026-11-20T08:20")


def test_a_warning_goes_its_way_by_command(on_duty: Command) -> None:
    made = done(
        on_duty, "warning", "add", *ADD, *ISSUED, "--area", "全区", "--channel", "短信",
        "--channel", "微信",
    )  # fmt: skip
    assert (made["warning_no"], made["state"], made["channels"]) == (
        "2026-1",
        "in_force",
        ["短信", "微信"],
    )
    assert made["findings"] == ["no_start", "no_content", "no_measures"]
    number = made["warning_no"]
    at = ("--at", "2026-11-20T08:25")
    steps = (
        (("report", number, "--to", "丙某", *at), "reported_at", "2026-11-20T08:25:00+08:00"),
        (("forward", number, "--to", "各社区", "--words", "转移"), "forwarded_to", "各社区"),
        (("respond", number, "--level", "3", "--matter", "防汛"), "response_level", 3),
        (
            ("extend", number, "--until", "2026-11-20T15:00"),
            "valid_to",
            "2026-11-20T15:00:00+08:00",
        ),
        (("note", number, "--words", "已张贴"), "state", "in_force"),
    )
    for words, name, value in steps:
        assert done(on_duty, "warning", *words)[name] == value
    changed = done(
        on_duty, "warning", "change", number, "--kind", "暴雨", "--color", "red",
        "--issued-by", "区气象台", "--issued-at", "2026-11-20T08:28",
    )  # fmt: skip
    assert (changed["replaces"], changed["response_level"]) == (made["id"], 3)
    shown = done(on_duty, "warning", "show", number)
    assert (shown["state"], shown["replaced_by"]) == ("replaced", changed["id"])
    assert len(shown["steps"]) == 6
    lifted = done(on_duty, "warning", "lift", changed["id"], "--ends-response")
    assert (lifted["state"], lifted["is_response_running"]) == ("lifted", False)
    assert newest_action(on_duty) == ("cli", "warning.lift")
    assert done(on_duty, "warning", "list")["warnings"] == []
    assert len(done(on_duty, "warning", "list", "--all")["warnings"]) == 2
    entries = done(on_duty, "log", "list", "--kind", "warning")["entries"]
    assert len(entries) == 10


def test_a_response_ends_by_itself_too(on_duty: Command) -> None:
    made = done(on_duty, "warning", "add", *ADD, *ISSUED)
    done(on_duty, "warning", "respond", made["id"], "--level", "4")
    assert not done(on_duty, "warning", "end-response", made["id"])["is_response_running"]


def test_an_entry_on_record_is_registered_and_texts_are_read(on_duty: Command, tmp_path) -> None:
    entry = done(on_duty, "log", "add", "--kind", "warning", "--text", WHOLE)
    made = done(on_duty, "warning", "add", *ADD, *ISSUED, "--entry", entry["id"])
    assert made["entry_id"] == entry["id"]
    again = ("warning", "add", *ADD, *ISSUED, "--entry", entry["id"])
    assert refused(on_duty, *again) == (2, "warning_listed")
    file = tmp_path / "预警.txt"
    file.write_text(WHOLE, encoding="gb18030")
    read = done(on_duty, "warning", "read", str(file))
    assert (read["kind"], read["color"], read["issued_by"], read["valid_to"]) == (
        "暴雨",
        "orange",
        "区气象台",
        "2026-11-20T11:18:00+08:00",
    )
    assert "暴雨" in {one["name"] for one in done(on_duty, "warning", "kinds")["kinds"]}


def test_a_refusal_changes_nothing(on_duty: Command) -> None:
    made = done(on_duty, "warning", "add", *ADD, *ISSUED)
    before = head(on_duty)
    for words, code in (
        (("add", "--kind", " ", *ADD[2:], *ISSUED), "warning_field_missing"),
        (("add", *ADD, "--issued-at", "2026-11-20T23:00"), "warning_in_future"),
        (("add", *ADD[:2], "--color", "green", *ADD[4:], *ISSUED), "bad_input"),
        (("report", "没有", "--to", "丙某"), "record_unknown"),
        (("respond", made["id"], "--level", "5"), "response_level_unfit"),
        (("extend", made["id"], "--until", "2026-11-20T08:00"), "warning_ends_before_start"),
        (("end-response", made["id"]), "response_not_running"),
    ):
        assert refused(on_duty, "warning", *words) == (2, code)
    assert head(on_duty) == before
