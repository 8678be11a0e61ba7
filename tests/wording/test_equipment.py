from datetime import date

from dutydesk.domain.equipment import EquipmentKind, EquipmentResult
from dutydesk.domain.equipment_due import CarriedEquipment, EquipmentMatter
from dutydesk.wording import equipment as words
from tests.equipment_builders import checked, satellite


def test_every_kind_and_result_has_its_word():
    assert set(words.EQUIPMENT_KIND) == set(EquipmentKind)
    assert set(words.EQUIPMENT_RESULT) == set(EquipmentResult)


def test_the_log_names_place_fault_and_receiver():
    fault = checked(
        result=EquipmentResult.REPAIR_REPORTED, note="不能开机。", fault_reported_to="丙某"
    )
    told = words.log_line(satellite(), fault)
    assert told == "设备检查：卫星电话（值班室）已报修，不能开机，已报丙某。"
    assert words.log_line(satellite(location=""), checked()) == "设备检查：卫星电话恢复正常。"


def test_what_was_found_is_said_in_one_line():
    good = checked(charge_percent=82, is_test_call=True)
    assert words.found_words(good) == "正常，电量82%，试呼"
    fault = checked(result=EquipmentResult.ABNORMAL, note="无信号", fault_reported_to="丙某")
    assert words.found_words(fault) == "异常，无信号，已报丙某"


def test_what_an_item_is_asked_is_said():
    assert words.rule_words(satellite()) == "每月试呼，低于50%充电，逐班交接，故障报带班领导"
    plain = satellite(
        is_test_monthly=False,
        test_interval_days=10,
        low_charge_percent=None,
        is_handed_over=False,
        is_lead_told=False,
    )
    assert words.rule_words(plain) == "每10天试呼"


def test_every_matter_has_its_words():
    day = date(2026, 11, 30)
    said = {
        matter: words.matter_words(
            CarriedEquipment("卫星电话", matter, "不能开机", "丙某", 45, day)
        )
        for matter in EquipmentMatter
    }
    assert said == {
        EquipmentMatter.ABNORMAL: "异常，不能开机，已报丙某",
        EquipmentMatter.REPAIR_REPORTED: "已报修，不能开机，已报丙某",
        EquipmentMatter.LOW_CHARGE: "电量45%，须充电",
        EquipmentMatter.TEST_DUE: "11月30日前须试呼",
        EquipmentMatter.TEST_OVERDUE: "试呼已逾期（应于11月30日前）",
    }
