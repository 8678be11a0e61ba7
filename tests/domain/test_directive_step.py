from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dutydesk.domain.directive import Directive, DirectiveForm, DirectiveStatus, DraftDirective
from dutydesk.domain.directive_refusals import (
    DirectiveClosed,
    DirectiveDueInPast,
    DirectiveFieldMissing,
    DirectiveFieldTooLong,
    DirectiveNotFedBack,
    DirectiveNotPassedOn,
    DirectiveStepInFuture,
    DirectiveStepTooEarly,
    DirectiveStepUnfit,
)
from dutydesk.domain.directive_step import (
    Chase,
    Closing,
    Feedback,
    PassOn,
    Receipt,
    after_correction,
    chase_record,
    chased,
    closed,
    fed_back,
    from_entry,
    noted,
    passed_on,
    signed_for,
)
from dutydesk.domain.duty_log import AHEAD_ALLOWED, MAX_FIELD, LogEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import Refusal
from dutydesk.domain.instants import from_iso, to_text

NOW = from_iso("2026-11-30T23:59")
WHO = Recorder("甲某", "甲")
S = DirectiveStatus
Move = Callable[[Directive], Directive]


def drafted(**changes: object) -> DraftDirective:
    values = {"id": "批", "leader": "区长", "text": "今日内排查同类隐患", "at": NOW}
    return DraftDirective(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def line(**changes: object) -> Directive:
    return noted(drafted(**changes), "条", WHO, NOW)


def pass_on(one: Directive, at: datetime = NOW) -> Directive:
    return passed_on(one, PassOn(unit="应急办", person="乙某", at=at), NOW)


def sign(one: Directive) -> Directive:
    return signed_for(one, Receipt("乙某", NOW), NOW)


def chase(one: Directive) -> Directive:
    return chased(one, Chase("请抓紧", NOW, "正在排查"), NOW)


def feed(one: Directive) -> Directive:
    return fed_back(one, Feedback("已排查12户", NOW), NOW)


def close(one: Directive) -> Directive:
    return closed(one, Closing("已办结"), WHO, NOW)


NOTED = line()
PASSED = pass_on(NOTED)
IN_HAND = sign(PASSED)
FED_BACK = feed(IN_HAND)
CLOSED = close(FED_BACK)


@pytest.mark.parametrize(
    ("before", "move", "after"),
    [
        (NOTED, pass_on, S.PASSED_ON),
        (PASSED, pass_on, S.PASSED_ON),
        (IN_HAND, pass_on, S.PASSED_ON),
        (FED_BACK, pass_on, DirectiveStepUnfit),
        (CLOSED, pass_on, DirectiveClosed),
        (NOTED, sign, DirectiveNotPassedOn),
        (PASSED, sign, S.IN_HAND),
        (IN_HAND, sign, S.IN_HAND),
        (FED_BACK, sign, DirectiveStepUnfit),
        (CLOSED, sign, DirectiveClosed),
        (NOTED, chase, DirectiveNotPassedOn),
        (PASSED, chase, S.PASSED_ON),
        (IN_HAND, chase, S.IN_HAND),
        (FED_BACK, chase, S.IN_HAND),
        (CLOSED, chase, DirectiveClosed),
        (NOTED, feed, DirectiveNotPassedOn),
        (PASSED, feed, S.FED_BACK),
        (IN_HAND, feed, S.FED_BACK),
        (FED_BACK, feed, S.FED_BACK),
        (CLOSED, feed, DirectiveClosed),
        (NOTED, close, DirectiveNotFedBack),
        (PASSED, close, DirectiveNotFedBack),
        (IN_HAND, close, DirectiveNotFedBack),
        (FED_BACK, close, S.CLOSED),
        (CLOSED, close, DirectiveClosed),
    ],
)
def test_each_step_leads_on_or_is_refused(
    before: Directive, move: Move, after: DirectiveStatus | type[Refusal]
) -> None:
    if isinstance(after, DirectiveStatus):
        assert move(before).status is after
    else:
        with pytest.raises(after):
            move(before)


def test_passing_on_to_another_unit_asks_for_a_receipt_anew() -> None:
    again = passed_on(IN_HAND, PassOn(unit="消防站", at=NOW), NOW)
    assert (again.passed_to_unit, again.passed_to_person) == ("消防站", "")
    assert (again.receipt_by, again.receipt_at) == ("", None)


def test_a_line_without_need_of_feedback_is_closed_by_saying_so() -> None:
    for one in (NOTED, PASSED, IN_HAND):
        done = closed(one, Closing("已阅", needs_no_feedback=True), WHO, NOW)
        assert (done.status, done.closed_by, done.closed_at) == (S.CLOSED, "甲某", NOW)


def test_a_directive_passed_on_at_once_is_noted_as_such() -> None:
    one = line(passed_to_unit="应急办", passed_at=NOW, due_at=NOW + timedelta(seconds=1))
    assert (one.status, one.passed_at) == (S.PASSED_ON, NOW)
    with pytest.raises(DirectiveFieldMissing) as missing:
        line(passed_at=NOW)
    assert missing.value.field == "passed_to_unit"


@pytest.mark.parametrize(
    ("changes", "field"), [({"leader": " "}, "leader"), ({"text": "\u3000"}, "text")]
)
def test_a_line_says_who_and_what(changes: dict[str, object], field: str) -> None:
    with pytest.raises(DirectiveFieldMissing) as missing:
        line(**changes)
    assert missing.value.field == field


def test_words_that_are_too_long_are_refused_and_the_limit_fits() -> None:
    line(carrier="字" * MAX_FIELD)
    for name in ("leader", "carrier", "passed_to_unit", "passed_to_person"):
        with pytest.raises(DirectiveFieldTooLong) as long:
            line(**{name: "字" * (MAX_FIELD + 1)})
        assert (long.value.field, long.value.limit) == (name, MAX_FIELD)
    with pytest.raises(DirectiveFieldTooLong):
        fed_back(PASSED, Feedback("字" * (MAX_FIELD + 1), NOW), NOW)
    with pytest.raises(DirectiveFieldTooLong):
        chased(PASSED, Chase("催", NOW, "字" * (MAX_FIELD + 1)), NOW)


def test_a_limit_lies_ahead_and_a_kept_one_may_have_passed() -> None:
    with pytest.raises(DirectiveDueInPast):
        line(due_at=NOW)
    limited = line(due_at=NOW + timedelta(hours=1))
    later = NOW + timedelta(hours=2)
    kept = passed_on(limited, PassOn(unit="应急办", at=NOW, due_at=limited.due_at), later)
    assert kept.due_at == limited.due_at
    with pytest.raises(DirectiveDueInPast):
        passed_on(limited, PassOn(unit="应急办", at=NOW, due_at=later), later)


def test_a_step_is_neither_ahead_of_the_clock_nor_before_what_it_follows() -> None:
    pass_on(NOTED, NOW + AHEAD_ALLOWED)
    with pytest.raises(DirectiveStepInFuture):
        pass_on(NOTED, NOW + AHEAD_ALLOWED + timedelta(seconds=1))
    # A typed minute that the clock has begun is the same minute.
    begun = line(at=NOW + timedelta(seconds=30))
    pass_on(begun, NOW)
    with pytest.raises(DirectiveStepTooEarly) as early:
        pass_on(NOTED, NOW - timedelta(minutes=1))
    assert early.value.since == NOW
    for move in (
        lambda at: signed_for(PASSED, Receipt("乙某", at), NOW),
        lambda at: chased(PASSED, Chase("催", at), NOW),
        lambda at: fed_back(PASSED, Feedback("好", at), NOW),
    ):
        with pytest.raises(DirectiveStepTooEarly):
            move(NOW - timedelta(hours=1))


def test_steps_need_their_words() -> None:
    for move in (
        lambda: passed_on(NOTED, PassOn(unit=" ", at=NOW), NOW),
        lambda: signed_for(PASSED, Receipt("", NOW), NOW),
        lambda: chased(PASSED, Chase(" ", NOW, "答复"), NOW),
        lambda: fed_back(PASSED, Feedback("", NOW), NOW),
        lambda: closed(FED_BACK, Closing(" "), WHO, NOW),
    ):
        with pytest.raises(DirectiveFieldMissing):
            move()


def test_a_chase_is_recorded_with_its_reply() -> None:
    record = chase_record("催", "批", Chase("请抓紧", NOW, "正在办"), WHO, NOW)
    assert (record.directive_id, record.text, record.reply) == ("批", "请抓紧", "正在办")
    assert (record.recorder, record.recorded_at) == ("甲某", NOW)


def entry(**changes: object) -> LogEntry:
    values: dict[str, object] = {
        "id": "条",
        "shift_id": "班",
        "no": 3,
        "at": NOW,
        "kind": EntryKind.DIRECTIVE,
        "source": "区政府",
        "person": "",
        "phone": "",
        "text": "排查隐患",
        "handling": "",
        "instruction": "",
        "officer_id": None,
        "recorder": "甲某",
        "recorded_at": NOW,
        "is_late": False,
    }
    return LogEntry(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


DETAILS = {
    "directive_form": "phone",
    "carrier": "首报",
    "passed_to": "应急办",
    "passed_at": to_text(NOW),
    "feedback_due_at": to_text(NOW - timedelta(hours=1)),
}


def test_an_entry_begins_a_line_with_what_it_has_and_is_never_refused() -> None:
    bare = from_entry(entry(), "批")
    assert (bare.leader, bare.form, bare.status) == ("区政府", DirectiveForm.WRITTEN, S.NOTED)
    assert from_entry(entry(person="区长", source=""), "批").leader == "区长"
    whole = from_entry(entry(details=DETAILS), "批")
    assert (whole.form, whole.carrier, whole.passed_to_unit) == (
        DirectiveForm.PHONE,
        "首报",
        "应急办",
    )
    assert (whole.status, whole.passed_at) == (S.PASSED_ON, NOW)
    assert whole.is_overdue(NOW)
    half = from_entry(entry(details={"passed_to": "应急办"}), "批")
    assert (half.status, half.passed_to_unit, half.passed_at) == (S.NOTED, "应急办", None)


def test_a_correction_is_followed_unless_the_ledger_was_changed_by_hand() -> None:
    old = entry()
    new = entry(id="新", text="排查全部隐患", person="区长", details=DETAILS)
    followed = after_correction(from_entry(old, "批"), old, new)
    assert followed == replace(from_entry(new, "批"), recorded_at=NOW)
    moved = passed_on(from_entry(old, "批"), PassOn(unit="消防站", at=NOW), NOW)
    after = after_correction(moved, old, new)
    assert (after.entry_id, after.text, after.leader) == ("新", "排查全部隐患", "区长")
    assert (after.passed_to_unit, after.status) == ("消防站", S.PASSED_ON)


def test_an_entry_that_is_no_directive_any_more_keeps_its_line() -> None:
    old = entry()
    new = entry(id="新", text="是误听", kind=EntryKind.OTHER)
    kept = after_correction(from_entry(old, "批"), old, new)
    assert kept == replace(from_entry(old, "批"), entry_id="新")


def test_a_line_taken_from_an_instruction_follows_the_instruction() -> None:
    old = entry(kind=EntryKind.INCOMING_CALL, instruction="请核实")
    one = noted(drafted(text="请核实"), old.id, WHO, NOW)
    new = replace(old, id="新", instruction="请立即核实")
    assert after_correction(one, old, new).text == "请立即核实"
    gone = replace(old, id="新", instruction="")
    assert after_correction(one, old, gone).text == "请核实"
