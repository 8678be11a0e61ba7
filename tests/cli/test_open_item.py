from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused

KEYS = {"id", "title", "owner", "due_at", "status", "result", "closed_at"}


def test_an_item_is_listed_until_it_is_closed_with_a_result(on_duty: Command) -> None:
    add = ("log", "add", "--kind", "other", "--open-item", "--text")
    done(on_duty, *add, "路面塌陷\n市政处承办")
    done(on_duty, *add, "路灯不亮")
    first, second = done(on_duty, "open-item", "list")["open_items"]
    assert set(first) >= KEYS
    assert (first["title"], first["status"], second["title"]) == ("路面塌陷", "open", "路灯不亮")
    closed = done(on_duty, "open-item", "close", first["id"], "--result", "已修复")
    assert (closed["status"], closed["result"]) == ("closed", "已修复")
    assert closed["closed_at"] == "2026-11-20T08:30:00+08:00"
    assert newest_action(on_duty) == ("cli", "open_item.close")
    assert done(on_duty, "open-item", "list")["open_items"] == [second]
    everything = done(on_duty, "open-item", "list", "--all")["open_items"]
    assert [one["id"] for one in everything] == [closed["id"], second["id"]]
    assert everything[0].items() >= closed.items()


def test_a_refusal_changes_nothing(on_duty: Command) -> None:
    done(on_duty, "log", "add", "--kind", "other", "--open-item", "--text", "塌陷")
    (item,) = done(on_duty, "open-item", "list")["open_items"]
    close = ("open-item", "close", item["id"], "--result")
    before = head(on_duty)
    assert refused(on_duty, *close, " ") == (2, "open_item_result_missing")
    assert refused(on_duty, *close, "好了", "--officer", "没有") == (2, "record_unknown")
    assert refused(on_duty, "open-item", "close", "没有", "--result", "好") == (
        2,
        "record_unknown",
    )
    assert head(on_duty) == before
    done(on_duty, *close, "好了", "--officer", "丙某")
    assert refused(on_duty, *close, "再来") == (2, "open_item_closed")


def test_an_item_is_followed_from_beginning_to_end(on_duty: Command) -> None:
    entry = done(on_duty, "log", "add", "--kind", "other", "--text", "塌陷")
    item = done(
        on_duty,
        *("open-item", "add", "--title", "路面塌陷", "--owner", "市政处", "--entry", entry["id"]),
        *("--importance", "important", "--remind-at", "2026-11-20T09:00"),
        *("--due", "2026-11-20T10:00", "--attention", "夜间有车"),
    )
    assert (item["importance"], item["remind_at"], item["origin_entry_id"]) == (
        "important",
        "2026-11-20T09:00:00+08:00",
        entry["id"],
    )
    step = done(on_duty, "open-item", "progress", item["id"], "--text", "已到场")
    assert (step["item_id"], step["kind"]) == (item["id"], "note")
    assert newest_action(on_duty) == ("cli", "open_item.note")
    off = done(on_duty, "open-item", "remind", item["id"], "--off")
    assert off["remind_at"] is None
    at = done(on_duty, "open-item", "remind", item["id"], "--at", "2026-11-20T09:30")
    assert at["remind_at"] == "2026-11-20T09:30:00+08:00"
    done(on_duty, "open-item", "close", item["id"], "--result", "修好")
    again = done(on_duty, "open-item", "reopen", item["id"], "--reason", "又塌了")
    assert (again["status"], again["result"], again["closed_at"]) == ("open", "", None)
    (listed,) = done(on_duty, "open-item", "list")["open_items"]
    assert [(one["kind"], one["text"]) for one in listed["progress"]] == [
        ("note", "已到场"),
        ("closed", "修好"),
        ("reopened", "又塌了"),
    ]


def test_following_an_item_is_refused_with_a_reason(on_duty: Command) -> None:
    item = done(on_duty, "open-item", "add", "--title", "塌陷")
    before = head(on_duty)
    for words, code in (
        (("add", "--title", " "), "open_item_title_missing"),
        (("add", "--title", "塌陷", "--importance", "huge"), "bad_input"),
        (("add", "--title", "塌陷", "--entry", "没有"), "record_unknown"),
        (
            ("add", "--title", "塌陷", "--remind-at", "2026-11-20T08:30"),
            "open_item_remind_in_past",
        ),
        (("progress", item["id"], "--text", " "), "progress_text_missing"),
        (
            ("progress", item["id"], "--text", "好", "--at", "2026-11-20T09:30"),
            "progress_in_future",
        ),
        (("reopen", item["id"], "--reason", "又塌了"), "open_item_still_open"),
        (("remind", item["id"]), "bad_input"),
        (("remind", item["id"], "--off", "--at", "2026-11-20T09:30"), "bad_input"),
    ):
        assert refused(on_duty, "open-item", *words) == (2, code)
    assert head(on_duty) == before
