import pytest

from dutydesk.ui.incident.entry_facts import title_from

KINDS = ("火灾", "燃气泄漏", "交通事故", "道路交通事故")


@pytest.mark.parametrize(
    ("text", "source", "title"),
    [
        (
            "3号楼有燃气泄漏，已疏散住户，无人受伤情况",
            "安和三社区",
            "安和三社区3号楼燃气泄漏",
        ),
        ("3号楼地下车库发生火灾。已通知消防", "安和三社区", "安和三社区3号楼地下车库火灾"),
        ("安和路12号临街商铺火灾明火已灭", "区消防救援大队", "安和路12号临街商铺火灾"),
        ("安和路12号发生一起道路交通事故，两车相撞", "安和三社区", "安和路12号道路交通事故"),
        (
            "群众反映：3号楼地下车库有浓烈燃气味，请派人",
            "安和三社区",
            "安和三社区3号楼地下车库浓烈燃气味",
        ),
        ("区报社仓库起火", "", "区报社仓库起火"),
        ("有人落水", "安和三社区", "安和三社区有人落水"),
        ("安和有限公司仓库冒烟", "", "安和有限公司仓库冒烟"),
        ("燃气泄漏。已通知", "", "燃气泄漏"),
        ("", "安和三社区", "安和三社区"),
    ],
)
def test_a_title_is_the_place_and_what_happened_there(text, source, title):
    assert title_from(text, source, KINDS) == title


def test_a_title_is_no_longer_than_a_line():
    assert len(title_from("很长的" * 20)) == 30
