from datetime import timedelta

from dutydesk.domain.drill import DrillReview, EventReview
from dutydesk.wording.drill import event_line, event_result, review_lines
from tests.domain.test_drill import FIRST, drill


def test_what_comes_in_is_said_as_a_call_is():
    assert event_line(drill().events[0]) == "来电 09:12 安和一社区 李某：居民反映3号楼燃气异味"


def test_what_became_of_it_is_said_in_minutes():
    event = drill().events[0]
    assert event_result(EventReview(event)) == "未记录"
    assert event_result(EventReview(event, 3, FIRST + timedelta(minutes=2))) == (
        "第3条 09:14记下，用时2分（及时）"
    )
    assert "迟记" in event_result(EventReview(event, 3, FIRST + timedelta(minutes=20)))


def test_the_review_begins_with_its_figures():
    made = drill()
    review = DrillReview(made, FIRST, (EventReview(made.events[0]),), ())
    assert review_lines(review)[1].startswith("来了1件，记下0件，其中迟记0件，未记录1件")
