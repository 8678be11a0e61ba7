from dutydesk.domain.changes import Changes, Done


def test_changes_answer_for_tables_and_ids() -> None:
    changes = Changes({"log_entry": frozenset({"1", "2"}), "open_item": frozenset({"3"})})
    assert changes.names("shift", "open_item")
    assert not changes.names("shift", "officer")
    assert changes.ids("log_entry") == {"1", "2"}
    assert changes.ids("shift") == frozenset()


def test_without_changes_no_table_is_named() -> None:
    done = Done("结果", Changes())
    assert done.value == "结果"
    assert not done.changes.names("log_entry")
