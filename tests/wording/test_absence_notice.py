from dutydesk.domain.absence_change import cancel, change, come_back, steps
from dutydesk.domain.absence_facts import ActingPersonAway, ActsForAnother, carried
from dutydesk.domain.absence_notice import AbsenceState, Filing
from dutydesk.wording import absence_notice as words
from tests.absence_builders import FILED, absence_change, at, notice


def test_every_state_has_its_word():
    assert set(words.ABSENCE_STATE) == set(AbsenceState)


def test_a_note_says_until_when_and_who_acts():
    one = notice()
    assert words.short_note(one, at("11-21 09:00")) == "外出至11月23日 18:00，代：戊某 19900000021"
    assert words.short_note(one, at("11-23 09:00")) == "外出至18:00，代：戊某 19900000021"
    overdue = words.short_note(one, at("11-23 19:00"))
    assert overdue == "外出，应于18:00返回，未销假，代：戊某 19900000021"


def test_the_line_of_a_late_notice_says_so():
    assert words.filed_line(notice()).startswith("外出报备：区应急局 局长 丁某，")
    late = words.filed_line(notice(filed_at=at("11-21 09:00"), approved_by=""))
    assert late.startswith("外出报备（补报）：")
    assert late.endswith("代班戊某 19900000021。")


def test_each_change_is_told_with_the_values_before_and_after_it():
    one = notice()
    draft = absence_change(one.id, approved_by="", place="外省")
    new, made = change(one, draft, [], Filing(FILED, "乙某"))
    again = absence_change(one.id, place="京城")
    newer, later = change(new, again, [], Filing(FILED, "乙某"))
    gone, last = cancel(newer, "c", "不去了", Filing(FILED, "乙某"))
    told = [words.step_words(step) for step in steps(gone, (made, later, last))]
    assert told == ["去向由省城改为外省；批准人由区长改为空", "去向由外省改为京城", "已取消"]
    (printed, *_) = [words.printed_change(step) for step in steps(gone, (made, later, last))]
    assert printed == ("11月20日08:30 乙某：去向由省城改为外省；批准人由区长改为空（会期延长）")


def test_a_return_in_time_says_nothing_of_lateness():
    one = notice()
    back = come_back(one, one.ends_at, one.ends_at)
    assert words.back_line(back) == "销假：区应急局 局长 丁某，11月23日18:00返回"


def test_cautions_and_handover_lines_name_who_and_when():
    one = notice()
    span = "11月21日08:00至11月23日18:00"
    away = words.caution_words(ActingPersonAway("丁某", one))
    assert away == f"代班人丁某{span}自己也外出，请核对由谁代。"
    acts = words.caution_words(ActsForAnother("戊某", one))
    assert acts == f"戊某{span}正代丁某，请另定代班人。"
    (told,) = carried([one], at("11-21 09:00"))
    assert words.handover_words(told) == (
        f"区应急局 局长 丁某，{span}，省城，代班：戊某 19900000021"
    )
    (overdue,) = carried([one], at("11-24 09:00"))
    assert "丁某（逾期未销假）" in words.handover_words(overdue)
