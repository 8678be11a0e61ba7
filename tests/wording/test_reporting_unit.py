from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.wording import reporting_unit as words


def test_every_result_has_its_word():
    assert set(words.REACH_RESULT) == set(ReachResult)


def test_units_are_counted_as_what_they_are():
    assert words.counted(["一社区", "二社区"]) == "2个社区"
    assert words.counted(["一社区", "水务所"]) == "2个单位"
    assert words.counted([]) == "0个单位"
    assert words.listed(["甲", "乙"]) == "甲、乙"
