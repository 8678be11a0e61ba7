from dutydesk.exchange.message.place_phrases import (
    PlacePhrase,
    name_at,
    place_phrases,
    specificity,
)
from dutydesk.exchange.message.plain import Sentence, narrow


def read(text: str, kind: str = "交通事故") -> dict[str, PlacePhrase]:
    plain = narrow(text)
    return {one.text: one for one in place_phrases(Sentence(0, len(plain), plain, 1), kind)}


def test_a_place_behind_a_word_and_before_what_happened() -> None:
    found = read("8月31日16时，在S206线甲旗牛家营子段发生交通事故")
    assert found["S206线甲旗牛家营子段"].nearness == 1


def test_a_place_alone_in_its_clause_is_a_little_farther() -> None:
    found = read("前晚7时，通州西集镇路口，一辆轿车冲下路基")
    assert 0 < found["通州西集镇路口"].nearness < 1


def test_where_it_was_only_felt_is_marked() -> None:
    assert read("贵阳市区有强烈震感", "地震")["贵阳市区"].nearness < 0


def test_a_word_that_any_place_may_have_names_none() -> None:
    assert specificity("酒店") == 0
    assert specificity("张掖路泰生大厦") > specificity("兰州市") > 0


def test_regions_are_known() -> None:
    assert name_at("在四川省汶川县", 1) == "四川省"
    assert name_at("在四川省汶川县", 0) == ""


def test_a_road_and_the_point_on_it_are_one_place() -> None:
    assert "青银高速公路,63公里处" in read("昨日9时，青银高速公路，63公里处发生车祸")
