import pytest

from dutydesk.domain.handover import (
    CheckResult,
    HandoverCheck,
    HandoverSide,
    HandoverSignature,
    HandoverThing,
)
from dutydesk.domain.handover_facts import (
    CarriedItem,
    FaultWithoutNote,
    FirstReportOverdue,
    OpenItemWithoutOwner,
    SamePersonBothSides,
    content_blocks,
    is_explained,
    same_person,
    summary_counts,
)
from dutydesk.domain.report import ReportMedium
from tests.incident_builders import at


def check(result: CheckResult | None, note: str = "") -> HandoverCheck:
    return HandoverCheck(
        id="c",
        handover_id="s",
        item_id="i",
        group_name="设备",
        name="打印机",
        order_no=1,
        result=result,
        note=note,
    )


@pytest.mark.parametrize(
    ("result", "note", "blocks"),
    [
        (None, "", False),
        (CheckResult.NORMAL, "", False),
        (CheckResult.NOT_APPLICABLE, "", False),
        (CheckResult.ABNORMAL, "缺纸", False),
        (CheckResult.ABNORMAL, "", True),
        (CheckResult.ABNORMAL, " \n", True),
    ],
)
def test_only_a_fault_without_note_blocks(
    result: CheckResult | None, note: str, blocks: bool
) -> None:
    expected = (FaultWithoutNote("打印机"),) if blocks else ()
    assert content_blocks([], [check(result, note)], []) == expected


def test_a_thing_that_does_not_tally_needs_a_note_too() -> None:
    thing = HandoverThing(
        id="t",
        handover_id="s",
        name="钥匙",
        quantity="2把",
        order_no=1,
        result=CheckResult.ABNORMAL,
    )
    assert content_blocks([], [], [thing]) == (FaultWithoutNote("钥匙"),)


@pytest.mark.parametrize(("owner", "blocks"), [("市政处", False), ("", True), ("　", True)])
def test_an_open_item_has_an_owner(owner: str, blocks: bool) -> None:
    item = CarriedItem("i", "塌陷", owner, None, "", is_taken=False)
    assert content_blocks([item], [], []) == ((OpenItemWithoutOwner("塌陷"),) if blocks else ())


@pytest.mark.parametrize(
    ("ids", "blocks"),
    [(("a", "a"), True), (("a", "b"), False), (("a", None), False), ((None, None), False)],
)
def test_the_same_person_is_told_by_id(ids: tuple[str | None, str | None], blocks: bool) -> None:
    assert same_person("甲某", ids) == ((SamePersonBothSides("甲某"),) if blocks else ())


def test_nothing_recorded_counts_nothing() -> None:
    assert {one.count for one in summary_counts([], [], frozenset())} == {0}


@pytest.mark.parametrize(
    ("note", "signed", "explains"),
    [
        ("钥匙在抽屉", "2026-11-20 18:30", False),
        ("现场失联", "2026-11-20 18:31", True),
        ("  ", "2026-11-20 18:31", False),
    ],
)
def test_only_a_note_signed_while_the_report_was_overdue_explains_it(
    note: str, signed: str, explains: bool
) -> None:
    block = FirstReportOverdue("2026-001", "火灾", ReportMedium.PHONE, at("2026-11-20 18:30"))
    signature = HandoverSignature(
        id="s",
        handover_id="h",
        side=HandoverSide.OUTGOING,
        officer_id="a",
        officer_name="甲某",
        signed_at=at(signed),
        note=note,
    )
    assert is_explained(block, [signature]) == explains
    assert not is_explained(block, [])
