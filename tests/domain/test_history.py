from dutydesk.domain.history import FieldChange, flattened, versions
from dutydesk.domain.journal import HistoryStep
from tests.domain.test_duty_log import NOW


def step(action: str, row: dict[str, object] | None, table: str = "log_entry") -> HistoryStep:
    return HistoryStep(NOW, "甲", action, table, row)  # type: ignore[arg-type]  # scalars


def test_a_version_holds_what_changed_and_nothing_else() -> None:
    first, second = versions(
        [
            step("duty_log.record", {"text": "2号楼", "phone": "", "details": '{"place":"东门"}'}),
            step("duty_log.correct", {"text": "3号楼", "phone": "", "details": "{}"}),
        ]
    )
    assert first.changes == (
        FieldChange("text", None, "2号楼"),
        FieldChange("details.place", None, "东门"),
    )
    assert second.changes == (
        FieldChange("text", "2号楼", "3号楼"),
        FieldChange("details.place", "东门", None),
    )


def test_a_state_that_says_the_same_is_no_version_but_a_removal_is() -> None:
    row = {"name": "钥匙", "note": ""}
    told = versions(
        [step("put", row), step("put", {**row, "note": None}), step("remove", None)]  # type: ignore[dict-item]
    )
    assert [(one.action, one.is_removal) for one in told] == [("put", False), ("remove", True)]
    assert told[1].changes == (FieldChange("name", "钥匙", None),)


def test_a_withdrawal_empties_no_field() -> None:
    row = {"text": "3号楼", "source": "安和三社区", "is_withdrawal": 0, "correction_reason": ""}
    back = {"text": "记重", "source": "", "is_withdrawal": 1, "correction_reason": "记重"}
    _, last = versions([step("duty_log.record", row), step("duty_log.withdraw", back)])
    assert last.changes == (FieldChange("correction_reason", "", "记重"),)


def test_only_the_details_of_an_entry_are_taken_apart() -> None:
    assert flattened({"figures": '{"deaths":1}', "details": '{"place":"东门"}'}) == {
        "figures": '{"deaths":1}',
        "details.place": "东门",
    }
