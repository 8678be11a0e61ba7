import pytest

from dutydesk.exchange.message.place_choice import place_of
from dutydesk.exchange.message.plain import narrow, sentences, without_remarks


def read(text: str, kind: str, timed: int | None = 1) -> str | None:
    found = place_of(sentences(without_remarks(narrow(text))), kind, timed)
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (
            "兰州火灾\n当日14时20分许，位于甘肃省兰州市张掖路的泰生大厦顶部发生火灾。",
            "火灾",
            "甘肃省兰州市张掖路的泰生大厦顶部",
        ),
        (
            "三车追尾\n在苏州吴江市苏震桃公路与天鹅荡路十字路口发生三车追尾事故。",
            "交通事故",
            "苏州吴江市苏震桃公路与天鹅荡路十字路口",
        ),
        (
            "云南盈江地震\n记者从云南省地震局获悉，云南省盈江县发生5.0级地震，昆明有震感。",
            "地震",
            "云南省盈江县",
        ),
        (
            "通报\n昨日16时，在甘肃省天水市、陕西省宝鸡市交界处发生3.1级地震。",
            "地震",
            "甘肃省天水市、陕西省宝鸡市交界处",
        ),
        (
            "通报\n9日8时，杭州萧山地铁施工现场发生塌陷事故，导致风情大道路面坍塌。",
            "地面塌陷",
            "杭州萧山地铁施工现场",
        ),
        (
            "通报\n昨日中午，承德县下板城镇村民李某一家5口食用野蘑菇后中毒。",
            "食物中毒",
            "承德县下板城镇",
        ),
        ("通报\n贵阳市区有强烈震感。", "地震", "贵阳市区"),
        (
            "学生中毒\n19日丘北县双龙营镇佳佳幼儿园32名学生疑似食物中毒，被送往县人民医院。",
            "食物中毒",
            "丘北县双龙营镇佳佳幼儿园",
        ),
    ],
)
def test_the_place_is_where_it_happened(text: str, kind: str, place: str) -> None:
    assert read(text, kind) == place


def test_no_place_is_none() -> None:
    assert read("请大家注意安全", "", None) is None
