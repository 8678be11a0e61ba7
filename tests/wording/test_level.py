from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.level_table import preview
from dutydesk.wording.level import criterion_line, kinds_words, preview_words
from tests.incident_builders import criteria

CRITERIA = criteria()
THREE_DEAD = next(
    one
    for one in CRITERIA
    if one.figure == "deaths" and one.level is IncidentLevel.RELATIVELY_SERIOUS
)
ILL = next(one for one in CRITERIA if one.with_figure)


def test_the_preview_is_one_line_with_both_sides_limits_and_source() -> None:
    said = preview_words(THREE_DEAD, preview(THREE_DEAD, CRITERIA))
    assert said == (
        "死亡2人 → 一般；死亡3人 → 较大（达到3人、不足10人）。依据："
        "《生产安全事故报告和调查处理条例》第三条"
    )


def test_a_second_figure_stands_beside_the_first() -> None:
    said = preview_words(ILL, preview(ILL, CRITERIA))
    assert said.startswith(
        "中毒或患病100人且死亡1人以上 → 不能确定等级；中毒或患病101人且死亡1人以上 → 重大"
    )
    assert criterion_line(ILL).startswith("食物中毒 重大：中毒或患病101人以上且死亡1人以上。")


def test_a_number_of_zero_has_no_other_side() -> None:
    lowest = next(one for one in CRITERIA if one.at_least == 0)
    assert preview_words(lowest, preview(lowest, CRITERIA)).startswith("死亡0人 → 一般（不足3人）")


def test_a_table_without_kinds_is_for_all_of_its_category() -> None:
    assert kinds_words(()) == "这一类的所有种类"
    assert kinds_words(("火灾", "火灾事故")) == "火灾、火灾事故"
