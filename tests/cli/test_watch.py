from tests.builders import Command
from tests.cli.asking import done, newest_action, refused

ADD = ("log", "add", "--kind", "incoming_call", "--text")


def test_words_are_listed_added_and_switched_off(on_duty: Command) -> None:
    words = done(on_duty, "watch", "list")["words"]
    assert "泄漏" in {one["word"] for one in words}
    made = done(
        on_duty, "watch", "add", "停电", "--category", "accident", "--incident-kind", "供电中断"
    )
    assert (made["word"], made["kind"], made["is_active"]) == ("停电", "供电中断", True)
    assert newest_action(on_duty) == ("cli", "watch_word.put")
    off = done(on_duty, "watch", "switch", made["id"], "--inactive")
    assert off["is_active"] is False
    assert refused(on_duty, "watch", "add", "火") == (2, "watch_word_unfit")
    assert refused(on_duty, "watch", "switch", "没有") == (2, "record_unknown")


def test_an_entry_waits_until_it_is_dismissed(on_duty: Command) -> None:
    entry = done(on_duty, *ADD, "安和三社区燃气泄漏")
    assert entry["offered"] == ["泄漏"]
    (offer,) = done(on_duty, "watch", "offers")["offers"]
    assert (offer["entry_id"], offer["outcome"]) == (entry["id"], None)
    dismiss = ("watch", "dismiss", entry["id"], "--outcome")
    assert refused(on_duty, *dismiss, "incident") == (2, "bad_input")
    settled = done(on_duty, *dismiss, "false_alarm", "--note", "误拨")
    assert (settled["outcome"], settled["note"]) == ("false_alarm", "误拨")
    assert done(on_duty, "watch", "offers")["offers"] == []
    assert refused(on_duty, *dismiss, "not_needed") == (2, "offer_settled")


def test_an_entry_is_told_to_be_of_an_incident_on_record(on_duty: Command) -> None:
    first = done(on_duty, *ADD, "东市场起火")
    incident = done(
        on_duty, "incident", "open", "--title", "东市场火灾", "--category", "accident",
        "--kind", "火灾", "--place", "东市场", "--from-entry", first["id"],
        "--received-at", first["at"],
    )  # fmt: skip
    again = done(on_duty, *ADD, "东市场起火，又有人来电")
    number = incident["incident_no"]
    line = done(on_duty, "watch", "link", again["id"], "--incident", number)
    assert line["continuation_of"] == again["id"]
    assert line["incident_id"] == incident["id"]
    assert done(on_duty, "watch", "offers")["offers"] == []
