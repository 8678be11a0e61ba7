from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused


def phone_of(command: Command) -> str:
    items = done(command, "equipment", "list")["equipment"]
    return next(one["id"] for one in items if one["kind"] == "satellite_phone")


def test_an_item_is_checked_and_listed_with_what_it_needs(on_duty: Command) -> None:
    phone = phone_of(on_duty)
    words = ("equipment", "check", phone, "--result", "normal", "--charge", "45", "--test-call")
    check = done(on_duty, *words, "--officer", "丙某")
    assert check.items() >= {
        "item_id": phone, "result": "normal", "charge_percent": 45, "is_test_call": True,
        "officer": "丙某", "entry_id": None, "checked_at": "2026-11-20T08:30:00+08:00",
    }.items()  # fmt: skip
    assert newest_action(on_duty) == ("cli", "equipment.check")
    items = done(on_duty, "equipment", "list")["equipment"]
    state = next(one for one in items if one["id"] == phone)
    assert (state["last_check"], state["is_charge_low"]) == (check, True)
    assert (state["test_due"], state["is_test_overdue"]) == ("2026-12-31", False)


def test_a_fault_leaves_an_entry_and_an_open_item(on_duty: Command) -> None:
    fault = ("equipment", "check", phone_of(on_duty), "--result", "repair_reported")
    told = (*fault, "--note", "不能开机", "--reported-to", "丙某", "--open-item")
    check = done(on_duty, *told)
    (entry,) = done(on_duty, "log", "list")["entries"]
    assert (entry["id"], entry["kind"]) == (check["entry_id"], "equipment")
    (item,) = done(on_duty, "open-item", "list")["open_items"]
    assert item["origin_entry_id"] == entry["id"]


def test_an_item_is_added_as_its_kind_is_usually_asked(on_duty: Command) -> None:
    add = ("equipment", "add", "--kind", "satellite_phone", "--name", "卫星电话2")
    item = done(on_duty, *add, "--location", "指挥车", "--number", "17400000002")
    assert item.items() >= {
        "name": "卫星电话2", "location": "指挥车", "number": "17400000002",
        "is_test_monthly": True, "low_charge_percent": 50, "is_handed_over": True,
        "is_lead_told": True,
    }.items()  # fmt: skip
    radio = ("equipment", "add", "--kind", "two_way_radio", "--name", "对讲机2")
    rule = ("--test-interval-days", "10", "--low-charge", "20", "--handed-over", "--tell-lead")
    made = done(on_duty, *radio, *rule, "--checklist-name", "对讲机")
    assert (made["test_interval_days"], made["low_charge_percent"]) == (10, 20)
    assert (made["is_test_monthly"], made["checklist_name"]) == (False, "对讲机")
    assert done(on_duty, *radio, "--test-monthly")["is_test_monthly"] is True
    assert len(done(on_duty, "equipment", "list", "--all")["equipment"]) == 15


def test_a_refusal_changes_nothing(on_duty: Command) -> None:
    check = ("equipment", "check", phone_of(on_duty), "--result")
    before = head(on_duty)
    assert refused(on_duty, *check, "normal") == (2, "charge_missing")
    assert refused(on_duty, *check, "normal", "--charge", "101") == (2, "charge_unfit")
    assert refused(on_duty, *check, "abnormal") == (2, "fault_note_missing")
    assert refused(on_duty, *check, "abnormal", "--note", "x") == (2, "fault_receiver_missing")
    assert refused(on_duty, *check, "坏") == (2, "bad_input")
    assert refused(on_duty, "equipment", "check", "x", "--result", "normal") == (
        2,
        "record_unknown",
    )
    assert refused(on_duty, "equipment", "add", "--kind", "坏", "--name", "x") == (2, "bad_input")
    assert head(on_duty) == before
