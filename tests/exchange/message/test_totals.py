import pytest

from dutydesk.exchange.message.plain import narrow, sentences, without_remarks
from dutydesk.exchange.message.totals import totals


def read(text: str, *, is_illness: bool = False) -> dict[str, int]:
    cut = sentences(without_remarks(narrow(text)))
    found = totals(cut, frozenset({2026}), is_illness=is_illness)
    return {name: total.value for name, total in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "车祸致10死2重伤\n造成十人死亡，二人受重伤。",
            {"deaths": 10, "injured": 2, "seriously_injured": 2},
        ),
        (
            "6人死亡，另有38人受伤，其中4人受重伤。",
            {"deaths": 6, "injured": 38, "seriously_injured": 4},
        ),
        ("一名男童当场死亡，一名少年不治身亡。", {"deaths": 2}),
        ("造成3人死亡。截至20日8时，死亡人数升至5人。", {"deaths": 5}),
        ("造成38人死亡。甲县死亡27人；乙市死亡5人。", {"deaths": 38}),
        ("火灾未造成人员伤亡。", {"deaths": 0, "injured": 0}),
        ("无人员死亡，2人受伤。", {"deaths": 0, "injured": 2}),
        ("尚未接到人员伤亡报告。", {}),
        ("司机受伤。", {"injured": 1}),
        ("工地塌陷已致3死17失踪", {"deaths": 3, "missing": 17}),
        ("1名老人骨折，无其他伤亡。", {"deaths": 0, "injured": 1}),
        ("火已扑灭，没人受伤。", {"injured": 0}),
        ("没有学生死亡。", {"deaths": 0}),
        ("3人轻伤，2人重伤。", {"injured": 5, "seriously_injured": 2}),
        ("起火后疏散200人。", {}),
    ],
)
def test_the_number_that_holds(text: str, expected: dict[str, int]) -> None:
    assert read(text) == expected


def test_the_ill_are_counted_only_where_people_fell_ill() -> None:
    text = "知情人士透露中毒约700人，街道统计的中毒人数为308人。"
    assert read(text, is_illness=True) == {"poisoned_or_ill": 308}
    assert read(text) == {}


def test_those_still_in_hospital_are_not_all_who_fell_ill() -> None:
    text = "32名学生食物中毒。目前仍有5名学生住院。"
    assert read(text, is_illness=True) == {"poisoned_or_ill": 32}
