from dutydesk.wording.joining import joined


def test_a_full_stop_does_not_stand_before_the_mark_that_joins():
    """抽查结果 printed as 5分钟后回电。；抽查人：甲某."""
    said = ["抽查结果：5分钟后回电。", "抽查人：甲某"]
    assert joined(said) == "抽查结果：5分钟后回电；抽查人：甲某"
    assert joined(["更换后仍不清楚，", "", " ", "已报修。"], "，") == "更换后仍不清楚，已报修。"


def test_what_stands_last_or_alone_is_left_as_it_was_written():
    assert joined(["办结。"]) == "办结。"
    assert joined(["。", "办结"]) == "。；办结"
    assert joined([]) == ""
