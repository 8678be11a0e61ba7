import json

import pytest

from dutydesk import paths
from dutydesk.domain.incident import IncidentCategory
from dutydesk.exchange.message.kind_words import KindFound, kind_of
from dutydesk.exchange.message.plain import sentences
from dutydesk.exchange.message.words import word_list


def read(text: str) -> KindFound | None:
    return kind_of(sentences(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("甲县发生5.0级地震\n地震引发一起火灾,房屋倒塌", "地震"),
        ("甲县发生3.1级余震\n震感强烈", "地震"),
        ("高速6车追尾引发大火\n6车追尾后起火燃烧", "交通事故"),
        ("两列火车相撞\n列车脱轨", "交通事故"),
        ("渡船翻沉\n船上有20人", "交通事故"),
        ("甲林场起火\n林区火势蔓延,过火面积30公顷", "森林火灾"),
        ("大面积草地失火\n草地烧了", "草地火灾"),
        ("居民楼起火\n消防员赶到", "火灾"),
        ("学生呕吐腹泻\n在食堂用餐后食物中毒", "食物中毒"),
        ("一家三口煤气中毒\n取暖", "一氧化碳中毒"),
        ("煤矿瓦斯爆炸\n井下有矿工被困", "生产安全事故"),
        ("山体滑坡\n掩埋房屋", "滑坡"),
        ("汽车炸弹袭击\n自杀式袭击者引爆", "恐怖袭击事件"),
        ("强降雨引发内涝\n洪水漫堤,水位上涨", "洪涝"),
    ],
)
def test_the_kind_is_told_by_its_words(text: str, kind: str) -> None:
    found = read(text)
    assert found is not None
    assert found.kind == kind


def test_a_message_of_no_emergency_has_no_kind() -> None:
    assert read("今天下午三点开会\n请各科室参加") is None


def test_usual_words_around_it_are_enough_where_no_word_names_it() -> None:
    found = read("轿车与货车\n司机、乘客送医")
    assert found is not None
    assert found.kind == "交通事故"


def test_every_kind_is_on_the_shipped_list_under_its_category() -> None:
    text = (paths.resources_dir() / "incident_kinds.json").read_text("utf-8")
    shipped = json.loads(text)["categories"]
    for one in word_list("kinds")["kinds"]:
        assert one["kind"] in shipped[IncidentCategory(one["category"]).value], one["kind"]
    for one in word_list("kinds")["narrower"]:
        assert {one["of"], one["kind"]} <= {k["kind"] for k in word_list("kinds")["kinds"]}
