from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.duty_figures import HANDOVER_LIMITS, RESPONSE_LIMITS, PersonDuties
from dutydesk.wording.duty_figures import (
    HANDOVER_CLASSES,
    RESPONSE_CLASSES,
    person_words,
    summary,
)
from tests.papers.duty_samples import FIGURES


def test_every_class_has_its_word() -> None:
    assert len(RESPONSE_CLASSES) == len(RESPONSE_LIMITS) + 1
    assert len(HANDOVER_CLASSES) == len(HANDOVER_LIMITS) + 1
    assert RESPONSE_CLASSES == ("10分内", "10–15分", "15–30分", "30–60分", "超过60分")


def test_the_figures_are_said_in_one_line() -> None:
    assert summary(FIGURES) == (
        "值班记录8条，其中来去电6个；交接班2次，按时50%；单方交接1次；"
        "接报到首次电话报告，中间数11分（3起）。"
    )


def test_a_person_is_said_with_the_days() -> None:
    one = PersonDuties("甲某", {DayClass.WEEKEND: 2, DayClass.WORKDAY: 5}, 1)
    assert person_words(one) == "甲某值班7次：工作日5次、周末2次；其中带班1次"
