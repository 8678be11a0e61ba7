import pytest

from dutydesk.domain.said_figures import count, said_figures


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("死亡3人", [("deaths", 3)]),
        ("三人死亡", [("deaths", 3)]),
        ("2死5伤", [("deaths", 2), ("injured", 5)]),
        ("两死", [("deaths", 2)]),
        ("3人死亡2人受伤", [("deaths", 3), ("injured", 2)]),
        ("死亡3人受伤5人", [("deaths", 3), ("injured", 5)]),
        ("三名工人不幸遇难，1名群众失联", [("deaths", 3), ("missing", 1)]),
        ("致2人当场死亡", [("deaths", 2)]),
        ("死亡人数上升至十二人", [("deaths", 12)]),
        (
            "受伤12人（其中重伤1人、轻伤十一人）",
            [("injured", 12), ("seriously_injured", 1), ("lightly_injured", 11)],
        ),
        ("死亡3人（上次报告2人）、被困1人（上次未报）", [("deaths", 3), ("trapped", 1)]),
        ("无人员伤亡", [("deaths", 0), ("injured", 0)]),
        ("未造成人员伤亡，无人员被困", [("deaths", 0), ("injured", 0), ("trapped", 0)]),
        ("无一人死亡", [("deaths", 0)]),
        ("中毒或患病40人", [("poisoned_or_ill", 40)]),
        ("一百零二人中毒", [("poisoned_or_ill", 102)]),
        ("涉险1,200人", [("at_risk", 1200)]),
        ("转移群众３５人", [("evacuated", 35)]),
        ("疏散周边居民三十五人", [("evacuated", 35)]),
        ("直接经济损失约6.5万元", [("loss_yuan", 65_000)]),
        ("损失1.2亿元，过火面积1.5公顷", [("loss_yuan", 120_000_000), ("burnt_area_m2", 15_000)]),
        ("直接经济损失三百元", [("loss_yuan", 300)]),
        ("过火面积约20平方米", [("burnt_area_m2", 20)]),
    ],
)
def test_figures_are_read_in_digits_and_in_chinese(text: str, said: list[tuple[str, int]]) -> None:
    assert [(one.name, one.value) for one in said_figures(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "新增死亡1人",
        "又有2人受伤",
        "10余人受伤",
        "疏散周边12户",
        "11月21日2时10分，3号楼2单元起火",
        "救出后送医",
        "伤亡情况正在核实",
        "<b>\x00😀\ud800",
    ],
)
def test_what_is_no_figure_of_now_is_not_read(text: str) -> None:
    assert said_figures(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("1,234", 1234),
        ("十", 10),
        ("二十一", 21),
        ("两千三百", 2300),
        ("人", None),
        ("", None),
    ],
)
def test_numbers_are_counted(text: str, number: int | None) -> None:
    assert count(text) == number
