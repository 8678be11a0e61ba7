from dataclasses import fields, replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.duty_log import (
    AHEAD_ALLOWED,
    CORRECTED,
    MAX_FIELD,
    MAX_TEXT,
    Correction,
    DraftEntry,
    ListedEntry,
    LogEntry,
    Recorder,
    Writing,
    accept,
    correct,
    in_order,
)
from dutydesk.domain.duty_log_refusals import (
    CorrectionChangesNothing,
    CorrectionReasonMissing,
    EntryInFuture,
    EntryTextBroken,
    EntryTextMissing,
    EntryTextTooLong,
    ShiftHandedOver,
)
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso
from dutydesk.domain.shift import Shift, ShiftKind, ShiftStatus

NOW = from_iso("2026-11-21T02:15")
SHIFT = Shift(
    id="班",
    duty_date=date(2026, 11, 20),
    kind=ShiftKind.FULL,
    starts_at=from_iso("2026-11-20T08:30"),
    ends_at=from_iso("2026-11-21T08:30"),
    status=ShiftStatus.ON_DUTY,
)
WRITING = Writing(7, NOW, Recorder("甲某", "甲"))


def draft(**changes: object) -> DraftEntry:
    values: dict[str, object] = {
        "id": "条",
        "kind": EntryKind.INCOMING_CALL,
        "text": "3号楼燃气异味",
        "at": NOW,
        "source": "安和三社区",
        "person": "某网格员",
        "phone": "19900007531",
        "handling": "已通知燃气公司",
        "instruction": "速去现场",
        "details": {"already_told": "消防", "read_back": "yes"},
        "continuation_of": "前",
        "incident_id": "事",
    }
    return DraftEntry(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def entry(**changes: object) -> LogEntry:
    return accept(draft(**changes), SHIFT, WRITING)


def test_the_sample_fills_every_field() -> None:
    for field in fields(DraftEntry):
        value = getattr(draft(), field.name)
        assert value != field.default, f"give {field.name} a value in draft()"


def test_an_accepted_entry_holds_every_field_of_the_draft_and_who_wrote_it_when() -> None:
    made = entry()
    for field in fields(DraftEntry):
        assert getattr(made, field.name) == getattr(draft(), field.name)
    assert (made.shift_id, made.no, made.recorded_at) == ("班", 7, NOW)
    assert (made.recorder, made.officer_id, made.is_automatic) == ("甲某", "甲", False)
    assert (made.correction_of, made.correction_reason) == (None, "")


def test_text_is_kept_exactly_as_typed() -> None:
    typed = "  ３号楼\r\n\t“燃气”e\u0301 "
    assert entry(text=typed).text == typed


@pytest.mark.parametrize("text", ["", " ", "\n\t\u3000"])
def test_an_entry_without_text_is_refused(text: str) -> None:
    with pytest.raises(EntryTextMissing):
        entry(text=text)


def test_the_longest_text_is_taken_and_one_character_more_is_not() -> None:
    assert entry(text="字" * MAX_TEXT).no == 7
    with pytest.raises(EntryTextTooLong) as refusal:
        entry(text="字" * (MAX_TEXT + 1))
    assert (refusal.value.length, refusal.value.limit) == (MAX_TEXT + 1, MAX_TEXT)


def test_a_time_may_run_ahead_ten_minutes_and_not_a_second_more() -> None:
    assert entry(at=NOW + AHEAD_ALLOWED).is_late is False
    with pytest.raises(EntryInFuture):
        entry(at=NOW + AHEAD_ALLOWED + timedelta(seconds=1))


@pytest.mark.parametrize(
    ("seconds", "is_late"), [(-600, False), (0, False), (600, False), (601, True), (86400, True)]
)
def test_the_late_mark_begins_a_second_after_its_limit(seconds: int, is_late: bool) -> None:
    assert entry(at=NOW - timedelta(seconds=seconds)).is_late is is_late


def test_the_limit_of_the_late_mark_is_the_units_own() -> None:
    at = NOW - timedelta(minutes=5)
    assert accept(draft(at=at), SHIFT, replace(WRITING, late_after=timedelta(minutes=4))).is_late
    assert accept(draft(at=NOW), SHIFT, replace(WRITING, late_after=timedelta())).is_late is False


@pytest.mark.parametrize("status", [ShiftStatus.HANDED_OVER, ShiftStatus.REVIEWED])
def test_a_handed_over_shift_takes_nothing(status: ShiftStatus) -> None:
    locked = replace(SHIFT, status=status)
    with pytest.raises(ShiftHandedOver) as refusal:
        accept(draft(), locked, WRITING)
    assert refusal.value.duty_date == SHIFT.duty_date
    with pytest.raises(ShiftHandedOver):
        correct(listed(), Correction("改", "笔误", text="新"), locked, WRITING)


def listed(**changes: object) -> ListedEntry:
    return ListedEntry(entry(**changes), SHIFT.duty_date)


def test_a_correction_takes_over_every_field_it_does_not_name() -> None:
    other = replace(SHIFT, id="下一班", duty_date=date(2026, 11, 21))
    by = Writing(1, NOW + timedelta(days=1), Recorder("乙某", "乙"))
    made = correct(listed(), Correction("改", "号码听错", phone="19900007532"), other, by)
    kept = replace(made, phone="19900007531")
    for field in fields(DraftEntry):
        if field.name != "id":
            assert getattr(kept, field.name) == getattr(entry(), field.name)
    assert (made.id, made.shift_id, made.no, made.recorder) == ("改", "下一班", 1, "乙某")
    assert (made.correction_of, made.correction_reason) == ("条", "号码听错")
    assert made.recorded_at == NOW + timedelta(days=1)
    assert made.is_late is False


CHANGES: list[dict[str, object]] = [
    {"text": "新"},
    {"at": NOW - timedelta(hours=1)},
    {"kind": EntryKind.OUTGOING_CALL},
    {"source": ""},
    {"person": "乙某"},
    {"phone": ""},
    {"handling": ""},
    {"instruction": "派人去看"},
    {"details": {"read_back": "no"}},
]


def test_the_sample_corrects_every_field_that_can_be_corrected() -> None:
    tried = {name for change in CHANGES for name in change}
    assert tried == set(CORRECTED), "add the field to CHANGES"


@pytest.mark.parametrize("change", CHANGES)
def test_each_named_field_can_be_corrected_also_to_nothing(change: dict[str, object]) -> None:
    made = correct(listed(), Correction("改", "笔误", **change), SHIFT, WRITING)  # type: ignore[arg-type]  # fields by name
    ((name, value),) = change.items()
    assert getattr(made, name) == value


def test_a_correction_without_reason_or_change_is_refused() -> None:
    with pytest.raises(CorrectionReasonMissing):
        correct(listed(), Correction("改", " \u3000", text="新"), SHIFT, WRITING)
    same = Correction("改", "笔误", text=entry().text, at=NOW, kind=EntryKind.INCOMING_CALL)
    with pytest.raises(CorrectionChangesNothing):
        correct(listed(), same, SHIFT, WRITING)


def test_a_correction_obeys_the_limits_of_an_entry() -> None:
    with pytest.raises(EntryTextMissing):
        correct(listed(), Correction("改", "笔误", text=" "), SHIFT, WRITING)
    ahead = Correction("改", "笔误", at=NOW + timedelta(minutes=11))
    with pytest.raises(EntryInFuture):
        correct(listed(), ahead, SHIFT, WRITING)


def test_a_listed_entry_is_struck_by_what_corrects_it() -> None:
    assert listed().is_struck is False
    assert replace(listed(), corrected_by="改").is_struck is True


@given(st.permutations(range(6)))
def test_the_log_stands_in_order_of_event_then_number(places: list[int]) -> None:
    def at(place: int) -> datetime:
        return NOW - timedelta(minutes=place // 2)

    entries = [
        ListedEntry(replace(entry(at=at(place)), no=place + 1), SHIFT.duty_date)
        for place in places
    ]
    assert [one.entry.no for one in in_order(entries)] == [5, 6, 3, 4, 1, 2]


@pytest.mark.parametrize("name", ["text", "phone", "instruction"])
def test_half_a_character_is_refused_with_its_place(name: str) -> None:
    with pytest.raises(EntryTextBroken) as refusal:
        entry(**{name: "甲乙\ud800丙"})
    assert (refusal.value.field, refusal.value.place) == (name, 3)


@pytest.mark.parametrize(("name", "limit"), [("text", MAX_TEXT), ("handling", MAX_FIELD)])
def test_every_field_has_its_longest_length(name: str, limit: int) -> None:
    entry(**{name: "字" * limit})
    with pytest.raises(EntryTextTooLong) as refusal:
        entry(**{name: "字" * (limit + 1)})
    assert (refusal.value.field, refusal.value.length) == (name, limit + 1)


def test_what_happened_in_an_earlier_shift_is_late_however_soon_it_is_recorded() -> None:
    began = NOW - timedelta(minutes=5)
    shift = replace(SHIFT, started_at=began + timedelta(seconds=20))
    for at, is_late in (
        (began - timedelta(minutes=1), True),
        (began, False),
        (NOW, False),
    ):
        assert accept(draft(at=at), shift, WRITING).is_late is is_late
    back = replace(WRITING, now=began - timedelta(days=1))
    assert accept(draft(at=back.now), shift, back).is_late is False
