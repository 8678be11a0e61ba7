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
    assert done(on_duty, "open-item", "list", "--all")["open_items"] == [closed, second]


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
