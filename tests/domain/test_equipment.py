import pytest

from dutydesk.domain.equipment import (
    DraftEquipmentItem,
    EquipmentKind,
    EquipmentResult,
    EquipmentRule,
    check_found,
    check_item,
    says_something_new,
)
from dutydesk.domain.equipment_refusals import (
    ChargeMissing,
    ChargeUnfit,
    EquipmentNameMissing,
    EquipmentRetired,
    EquipmentRuleUnfit,
    EquipmentTextTooLong,
    FaultNoteMissing,
    FaultReceiverMissing,
)
from tests.equipment_builders import check_draft, checked, satellite

ABNORMAL, REPORTED = EquipmentResult.ABNORMAL, EquipmentResult.REPAIR_REPORTED


def item(name: str = "对讲机", **rule: object) -> DraftEquipmentItem:
    made = EquipmentRule(**rule)  # type: ignore[arg-type]  # fields by name
    return DraftEquipmentItem(id="i", kind=EquipmentKind.TWO_WAY_RADIO, name=name, rule=made)


def test_an_item_has_a_name_and_a_rule_that_makes_sense() -> None:
    check_item(item(test_interval_days=1, low_charge_percent=100))
    with pytest.raises(EquipmentNameMissing):
        check_item(item(" "))
    with pytest.raises(EquipmentTextTooLong):
        check_item(item("对" * 501))
    for rule in (
        {"test_interval_days": 0},
        {"low_charge_percent": 0},
        {"low_charge_percent": 101},
    ):
        with pytest.raises(EquipmentRuleUnfit):
            check_item(item(**rule))


def test_a_fault_says_what_it_is() -> None:
    phone = satellite(is_lead_told=False)
    with pytest.raises(FaultNoteMissing):
        check_found(phone, check_draft("sat", result=ABNORMAL, note=" "))
    check_found(phone, check_draft("sat", result=ABNORMAL, note="不能开机"))


def test_a_reported_fault_says_to_whom_and_some_are_always_reported() -> None:
    plain = satellite(is_lead_told=False)
    with pytest.raises(FaultReceiverMissing):
        check_found(plain, check_draft("sat", result=REPORTED, note="不能开机"))
    with pytest.raises(FaultReceiverMissing):
        check_found(satellite(), check_draft("sat", result=ABNORMAL, note="不能开机"))
    told = check_draft("sat", result=ABNORMAL, note="不能开机", fault_reported_to="丙某")
    check_found(satellite(), told)


@pytest.mark.parametrize("charge", [0, 49, 50, 100])
def test_a_charge_is_a_percentage(charge: int) -> None:
    check_found(satellite(), check_draft("sat", charge_percent=charge))


def test_a_charge_that_is_asked_for_is_given() -> None:
    with pytest.raises(ChargeMissing):
        check_found(satellite(), check_draft("sat"))
    check_found(satellite(low_charge_percent=None), check_draft("sat"))
    for charge in (-1, 101):
        with pytest.raises(ChargeUnfit):
            check_found(satellite(), check_draft("sat", charge_percent=charge))


def test_what_is_no_longer_used_is_not_checked() -> None:
    with pytest.raises(EquipmentRetired):
        check_found(satellite(is_active=False), check_draft("sat", charge_percent=80))


def test_the_log_is_told_of_a_fault_once_and_of_its_end() -> None:
    fault = checked(result=ABNORMAL, note="不能开机")
    assert not says_something_new(checked(), None)
    assert says_something_new(fault, None)
    assert says_something_new(fault, checked())
    assert not says_something_new(checked(result=ABNORMAL, note="不能开机"), fault)
    assert says_something_new(checked(result=ABNORMAL, note="无信号"), fault)
    assert says_something_new(checked(), fault)
    assert not says_something_new(checked(), checked())
