import pytest

from dutydesk.domain import call_round_refusals as refusals
from dutydesk.domain.call_round import CallResult
from dutydesk.domain.call_selection import CallCriteria, CallList
from dutydesk.domain.contacts import ContactRole, UnitKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.services.call_reading import callee_of
from tests.builders import Staff
from tests.call_builders import fill_people, open_incident, press, round_draft
from tests.warning_builders import warning_draft


def test_a_list_names_running_rounds_first_with_their_counts(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    first = room.call_round.start(round_draft(2), by=by).value
    second = room.call_round.start(round_draft(1), by=by).value
    (target,) = room.call_reading.sheet(second.id).targets
    room.call_round.attempt(press(room, target.id, CallResult.ANSWERED), by=by)
    room.call_round.end(second.id, by=by)
    assert room.call_reading.running_count() == 1
    lines = room.call_reading.rounds()
    assert [(one.call_round.id, one.counts.total, one.counts.reached) for one in lines] == [
        (first.id, 2, 0),
        (second.id, 1, 1),
    ]
    with pytest.raises(RecordUnknown):
        room.call_reading.sheet("x")


def test_a_sheet_of_five_hundred_is_read_in_five_statements(staffed: Staff, monkeypatch) -> None:
    room = staffed.room
    made = room.call_round.start(round_draft(500), by=staffed.by).value
    asked = []
    from dutydesk.store.rows import Rows

    query = Rows.query

    def counted(self, sql, parameters=()):
        asked.append(sql)
        return query(self, sql, parameters)

    monkeypatch.setattr(Rows, "query", counted)
    sheet = room.call_reading.sheet(made.id)
    assert (len(sheet.targets), len(asked)) == (500, 5)
    asked.clear()
    draft = press(room, sheet.targets[250].id, CallResult.NO_ANSWER)
    done = room.call_round.attempt(draft, by=staffed.by)
    # What one press reads and writes does not grow with the round.
    assert done.changes.touched.keys() == {"call_attempt", "call_target"}
    assert sum(map(len, done.changes.touched.values())) == 2
    assert not any("round_id = ? ORDER" in sql for sql in asked)


def test_what_is_answered_most_often_is_offered_first(staffed: Staff) -> None:
    room = staffed.room
    made = room.call_round.start(round_draft(3), by=staffed.by).value
    offered = room.call_reading.sheet(made.id).often
    assert offered[0] == "收到，马上到岗"
    answers = ("知道了", "已在岗", "已在岗")
    for target, words in zip(room.call_reading.sheet(made.id).targets, answers, strict=True):
        room.call_round.attempt(press(room, target.id, CallResult.ANSWERED, words), by=staffed.by)
    offered = room.call_reading.sheet(made.id).often
    assert offered[:2] == ("已在岗", "知道了")
    assert len(set(offered)) == len(offered)


def test_a_target_is_found_by_letters_and_tail(staffed: Staff) -> None:
    room = staffed.room
    made = room.call_round.start(round_draft(1), by=staffed.by).value
    ((_, keys),) = room.call_reading.sheet(made.id).keys.items()
    for wanted in ("李某1", "lm", "19900000001", "wangmou", "安和"):
        assert wanted in keys


def test_people_are_chosen_from_the_contacts(staffed: Staff) -> None:
    room = staffed.room
    fill_people(room, staffed.by)
    wanted = CallCriteria(kinds=(UnitKind.COMMUNITY,), roles=(ContactRole.INFO_OFFICER,))
    found = room.call_reading.chosen(wanted)
    assert [(one.name, one.b_name, one.superior) for one in found] == [
        (f"李某{n}", f"王某{n}", f"张某{n}") for n in (1, 2, 3)
    ]
    assert found[0].role == "灾害信息员"
    assert room.call_reading.chosen(CallCriteria()) == []
    card = room.contacts.card("c1-head")
    assert callee_of(card).phone == "19900000001"


def test_a_form_begins_with_its_matter(staffed: Staff) -> None:
    room = staffed.room
    fill_people(room, staffed.by, 1)
    incident = open_incident(room, staffed.by)
    begun = room.call_reading.beginning(incident_id=incident.id)
    assert begun.title.endswith("叫应")
    assert (begun.superior, [unit.name for unit, _ in begun.units]) == (
        "丙某",
        ["安和街道", "安和1社区"],
    )
    with pytest.raises(RecordUnknown):
        room.call_reading.beginning(warning_id="x")


def test_what_to_say_of_a_warning_does_not_repeat_what_its_text_says(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    text = "预计有暴雨，请做好防范。"
    one = room.warning.register(
        warning_draft(room, content=text, measures="请做好防范。"), by=by
    ).value
    assert room.call_reading.beginning(one.id).words == text
    other = room.warning.register(
        warning_draft(room, content="有暴雨", measures="停工"), by=by
    ).value
    assert room.call_reading.beginning(other.id).words == "有暴雨。停工。"


def test_a_list_is_kept_changed_and_taken_off(staffed: Staff) -> None:
    reading, by = staffed.room.call_reading, staffed.by
    kept = CallList(id="l1", name="防汛责任人", roles=("grid_worker",))
    reading.save_list(kept, by=by)
    reading.save_list(kept, by=by)
    assert reading.lists() == [kept]
    for wrong, refusal in (
        (CallList(id="l2", name=" ", roles=("head",)), refusals.CallListNameMissing),
        (CallList(id="l2", name="防汛责任人", roles=("head",)), refusals.CallListNameTaken),
        (CallList(id="l2", name="空"), refusals.CallListEmpty),
    ):
        with pytest.raises(refusal):
            reading.save_list(wrong, by=by)
    reading.remove_list("l1", by=by)
    assert reading.lists() == []
    with pytest.raises(RecordUnknown):
        reading.remove_list("l1", by=by)
