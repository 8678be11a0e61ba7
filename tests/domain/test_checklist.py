from dutydesk.domain.checklist import ChecklistItem, ChecklistKind, check_lines, thing_lines
from dutydesk.domain.handover import CheckResult, HandoverCheck


def item(no: int, kind: ChecklistKind = ChecklistKind.CHECK, quantity: str = "") -> ChecklistItem:
    return ChecklistItem(
        id=f"i{no}", kind=kind, group_name="", name=f"项目{no}", quantity=quantity, order_no=no
    )


def filled(no: int, result: CheckResult | None) -> HandoverCheck:
    return HandoverCheck(
        id=f"c{no}",
        handover_id="s",
        item_id=f"i{no}",
        group_name="",
        name=f"项目{no}",
        order_no=no,
        result=result,
    )


def test_filled_lines_stand_in_their_place_and_the_others_are_empty() -> None:
    done = filled(2, CheckResult.NORMAL)
    lines = check_lines("s", [item(1), item(2), item(9, ChecklistKind.THING)], [done])
    assert [line.item_id for line in lines] == ["i1", "i2"]
    assert lines[1] is done
    assert (lines[0].id, lines[0].result) == ("", None)


def test_a_removed_line_stays_only_when_something_was_written() -> None:
    kept, emptied = filled(1, CheckResult.ABNORMAL), filled(2, None)
    assert check_lines("s", [], [kept, emptied]) == (kept,)


def test_things_take_the_units_quantity_else_the_last_counted() -> None:
    things = [item(1, ChecklistKind.THING, "3把"), item(2, ChecklistKind.THING), item(3)]
    lines = thing_lines("s", things, {"项目1": "2把", "项目2": "1支"})
    assert [(line.name, line.quantity) for line in lines] == [("项目1", "3把"), ("项目2", "1支")]
