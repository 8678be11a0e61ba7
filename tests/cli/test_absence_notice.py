from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused


def add(person: str, acting: str, starts_at: str) -> tuple[str, ...]:
    """Give the words that file a notice."""
    who = ("absence", "add", "--person", person, "--acting", acting)
    when = ("--starts-at", starts_at, "--ends-at", "2026-11-22T18:00")
    return (*who, *when, "--place", "省城", "--reason", "开会")


ADD = add("丁某", "戊某", "2026-11-20T10:00")


def test_a_notice_is_filed_changed_and_ended(on_duty: Command) -> None:
    filed = done(on_duty, *ADD, "--acting-phone", "19900000021", "--unit", "区应急局")
    assert filed.items() >= {
        "person": "丁某", "unit": "区应急局", "starts_at": "2026-11-20T10:00:00+08:00",
        "ends_at": "2026-11-22T18:00:00+08:00", "acting_person": "戊某", "status": "coming",
        "is_late": False, "version": 1, "back_at": None, "cautions": [],
    }.items()  # fmt: skip
    assert newest_action(on_duty) == ("cli", "absence_notice.file")
    change = ("absence", "change", filed["id"], "--change-reason", "会期延长")
    changed = done(on_duty, *change, "--ends-at", "2026-11-23T12:00")
    assert (changed["version"], changed["ends_at"]) == (2, "2026-11-23T12:00:00+08:00")
    (listed,) = done(on_duty, "absence", "list")["absences"]
    assert listed == {key: value for key, value in changed.items() if key != "cautions"}
    (kept,) = done(on_duty, "absence", "show", filed["id"])["changes"]
    assert kept["before"] == {"ends_at": "2026-11-22T18:00:00+08:00"}
    assert (kept["change_reason"], kept["officer"]) == ("会期延长", "甲某")
    late = "2026-11-23T13:00+08:00"
    back = done(on_duty, "absence", "back", filed["id"], "--at", "2026-11-23T12:30", now=late)
    assert (back["status"], back["back_at"]) == ("back", "2026-11-23T12:30:00+08:00")
    assert done(on_duty, "absence", "list", now=late)["absences"] == []
    assert len(done(on_duty, "absence", "list", "--all", now=late)["absences"]) == 1
    texts = [one["text"] for one in done(on_duty, "log", "list", now=late)["entries"]]
    assert [text.partition("：")[0] for text in texts] == ["外出报备", "外出报备变更", "销假"]


def test_a_late_notice_marks_itself_and_warns_of_who_acts(on_duty: Command) -> None:
    early = add("戊某", "己某", "2026-11-20T08:00")
    filed = done(on_duty, *early, "--officer", "丙某")
    assert (filed["is_late"], filed["status"], filed["cautions"]) == (True, "away", [])
    assert done(on_duty, *add("庚某", "戊某", "2026-11-20T10:00"))["cautions"] == [
        "代班人戊某11月20日08:00至11月22日18:00自己也外出，请核对由谁代。"
    ]


def test_a_cancelled_notice_leaves_the_list(on_duty: Command) -> None:
    filed = done(on_duty, *ADD)
    words = ("absence", "cancel", filed["id"], "--change-reason", "会议取消")
    assert done(on_duty, *words)["status"] == "cancelled"
    assert refused(on_duty, *words) == (2, "absence_cancelled")
    assert done(on_duty, "absence", "list")["absences"] == []


def test_a_refusal_changes_nothing(on_duty: Command) -> None:
    filed = done(on_duty, *ADD)
    before = head(on_duty)
    assert refused(on_duty, *ADD) == (2, "absence_overlaps")
    assert refused(on_duty, *add("丁某", "丁某", "2026-11-20T10:00")) == (2, "acts_for_oneself")
    assert refused(on_duty, *add("丁某", " ", "2026-11-20T10:00")) == (2, "absence_field_missing")
    assert refused(on_duty, "absence", "back", filed["id"]) == (2, "absence_not_begun")
    assert refused(on_duty, "absence", "back", "没有") == (2, "record_unknown")
    bad = ("absence", "change", filed["id"], "--change-reason", "x", "--ends-at", "明天")
    assert refused(on_duty, *bad) == (2, "bad_input")
    assert head(on_duty) == before
    assert done(on_duty, *ADD, "--overlap")["version"] == 1
