from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_detail import DETAILS
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_register import PARTED_BY, REGISTER_KINDS, part_of, stands_in
from dutydesk.domain.instants import china_instant
from dutydesk.domain.paper_issue import PaperKind

AT = china_instant(date(2026, 11, 20), 9, 0)


def entry(kind: EntryKind, **details: str) -> LogEntry:
    return LogEntry(
        id="e",
        shift_id="s",
        no=1,
        at=AT,
        kind=kind,
        source="",
        person="",
        phone="",
        text="内容",
        handling="",
        instruction="",
        officer_id=None,
        recorder="甲某",
        recorded_at=AT,
        is_late=False,
        details=details,
    )


def test_no_kind_stands_in_two_registers() -> None:
    kinds = [kind for kinds in REGISTER_KINDS.values() for kind in kinds]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        ({"equipment_condition": "abnormal"}, True),
        ({"equipment_condition": "reported"}, True),
        ({}, True),
        ({"equipment_condition": "normal"}, False),
    ],
)
def test_equipment_found_in_order_is_no_fault(details: dict[str, str], expected: bool) -> None:
    one = entry(EntryKind.EQUIPMENT, **details)
    assert stands_in(PaperKind.FAULT_REGISTER, one) is expected


def test_neither_another_kind_nor_a_withdrawal_is_a_row() -> None:
    one = entry(EntryKind.VISIT)
    assert stands_in(PaperKind.VISIT_REGISTER, one)
    assert not stands_in(PaperKind.CALL_REGISTER, one)
    assert not stands_in(PaperKind.VISIT_REGISTER, replace(one, is_withdrawal=True))


def test_a_check_stands_in_the_part_of_its_direction() -> None:
    one = entry(EntryKind.DUTY_CHECK, direction="of_subordinate")
    assert part_of(PaperKind.DUTY_CHECK_SHEET, one) == "of_subordinate"
    assert part_of(PaperKind.DUTY_CHECK_SHEET, entry(EntryKind.DUTY_CHECK)) == ""
    assert part_of(PaperKind.VISIT_REGISTER, entry(EntryKind.VISIT)) == ""


def test_parts_go_by_a_detail_that_their_kinds_ask_for() -> None:
    for kind, name in PARTED_BY.items():
        asked = [field.name for one in REGISTER_KINDS[kind] for field in DETAILS[one]]
        assert name in asked
