"""Who is new, who is the same person, and what is doubtful (rules of the command line)."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from dutydesk.domain.contact_file import (
    ContactField,
    ContactFile,
    ProblemCode,
    ReadPerson,
    UnitStep,
)
from dutydesk.domain.contact_import import ImportPlan, plan_import
from dutydesk.domain.contacts import AddressBook, RolePair
from dutydesk.domain.import_doubt import Decision, Decisions, DoubtKind, PairDecision
from dutydesk.domain.phone import NumberKind, numbers_in

COLUMNS = {ContactField.MOBILE: "F 手机", ContactField.POST: "C 职务"}


def person(name: str, unit: str = "", mobile: str = "", **more: object) -> ReadPerson:
    return ReadPerson(
        sheet="表",
        row=3,
        name=name,
        unit_path=tuple(UnitStep(step) for step in unit.split("/") if step),
        numbers=numbers_in(mobile, NumberKind.MOBILE),
        columns=COLUMNS,
        **more,  # type: ignore[arg-type]  # fields of ReadPerson, checked when it is built
    )


def plan(book: AddressBook, *people: ReadPerson, skipped: int = 0) -> ImportPlan:
    numbers = count(len(book.contacts) * 100 + 1)
    return plan_import(book, ContactFile("f", people, skipped), lambda: f"{next(numbers):06}")


def after(book: AddressBook, done: ImportPlan) -> AddressBook:
    contacts = {c.id: c for c in (*book.contacts, *done.contacts)}
    units = {u.id: u for u in (*book.units, *done.units)}
    return AddressBook(
        tuple(units.values()), tuple(contacts.values()), (*book.numbers, *done.numbers)
    )


def counts(done: ImportPlan) -> tuple[int, int, int, int, int]:
    r = done.report
    return r.read, r.added, r.updated, r.unchanged, r.skipped


EMPTY = AddressBook()


def test_new_people_are_added_with_unit_and_number() -> None:
    done = plan(EMPTY, person("单强", "区政府办公室", "19900001003"), skipped=1)
    assert counts(done) == (2, 1, 0, 0, 1)
    assert done.contacts[0].unit_id == done.units[0].id
    assert done.numbers[0].number == "19900001003"


def test_the_same_file_again_changes_nothing() -> None:
    people = (person("单强", "甲局", "19900001003"), person("值班室", "甲局"), person("无单位"))
    book = after(EMPTY, plan(EMPTY, *people))
    done = plan(book, *people)
    assert counts(done) == (3, 0, 0, 3, 0)
    assert (done.units, done.contacts, done.numbers) == ((), (), ())


def test_same_name_and_unit_is_the_same_person_and_gains_what_was_empty() -> None:
    book = after(EMPTY, plan(EMPTY, person("单强", "甲局", "19900001003")))
    done = plan(book, person("单 强", "甲局", "19900002222", post="局长"))
    assert counts(done) == (1, 0, 1, 0, 0)
    assert done.contacts[0].post == "局长"
    assert [n.number for n in done.numbers] == ["19900002222"]
    assert done.report.problems == ()


def test_same_name_and_mobile_is_the_same_person_and_gains_the_unit() -> None:
    book = after(EMPTY, plan(EMPTY, person("单强", "", "19900001003")))
    done = plan(book, person("单强", "甲局", "199 0000 1003"))
    assert counts(done) == (1, 0, 1, 0, 0)
    assert done.contacts[0].unit_id == done.units[0].id


def test_a_second_unit_of_one_person_is_a_further_post() -> None:
    book = after(EMPTY, plan(EMPTY, person("单强", "甲局", "19900001003", post="局长")))
    done = plan(book, person("单强", "防汛指挥部", "19900001003", post="副指挥长"))
    assert counts(done) == (1, 0, 1, 0, 0)
    assert done.contacts[0].post == "局长"
    assert done.contacts[0].other_posts == ("防汛指挥部 副指挥长",)
    assert done.report.problems == ()
    again = plan(after(book, done), person("单强", "防汛指挥部", "19900001003", post="副指挥长"))
    assert counts(again) == (1, 0, 0, 1, 0)


def test_same_mobile_but_other_name_is_a_new_person_and_a_problem() -> None:
    book = after(EMPTY, plan(EMPTY, person("单强", "甲局", "19900001003")))
    done = plan(book, person("曾静", "甲局", "19900001003"))
    assert counts(done) == (1, 1, 0, 0, 0)
    (problem,) = done.report.problems
    assert (problem.code, problem.row, problem.column, problem.value, problem.detail) == (
        ProblemCode.SAME_MOBILE_OTHER_NAME,
        3,
        "F 手机",
        "19900001003",
        "单强",
    )


def test_namesakes_in_two_units_stay_two_people() -> None:
    done = plan(
        EMPTY, person("史国", "甲局", "19900001001"), person("史国", "乙局", "19900001002")
    )
    assert counts(done) == (2, 2, 0, 0, 0)


def test_namesakes_without_unit_and_with_other_numbers_stay_two_people() -> None:
    done = plan(EMPTY, person("史国", "", "19900001001"), person("史国", "", "19900001002"))
    assert counts(done) == (2, 2, 0, 0, 0)


def test_what_differs_is_listed_and_what_was_on_file_stays() -> None:
    book = after(EMPTY, plan(EMPTY, person("单强", "甲局", post="局长")))
    done = plan(book, person("单强", "甲局", post="书记"))
    assert counts(done) == (1, 0, 0, 1, 0)
    (problem,) = done.report.problems
    assert (problem.code, problem.value, problem.column) == (
        ProblemCode.FIELD_DIFFERS,
        "书记",
        "C 职务",
    )


def test_the_same_person_twice_in_one_file_is_one_contact() -> None:
    done = plan(
        EMPTY, person("单强", "甲局", "19900001003"), person("单强", "甲局", "19900001004")
    )
    assert counts(done) == (1, 1, 0, 0, 0)
    assert len(done.contacts) == 1
    assert [n.number for n in done.numbers] == ["19900001003", "19900001004"]


def test_a_and_b_of_one_unit_become_a_pair() -> None:
    done = plan(
        EMPTY,
        person("朴涛", "街/社", role_pair=RolePair.A),
        person("姚娜", "街/社", role_pair=RolePair.B),
        person("郑海", "街/另", role_pair=RolePair.A),
    )
    first, second, alone = done.contacts
    assert (first.pair_contact_id, second.pair_contact_id) == (second.id, first.id)
    assert alone.pair_contact_id is None


def test_a_retired_person_stays_retired_and_is_listed() -> None:
    book = after(EMPTY, plan(EMPTY, person("单强", "甲局")))
    retired = replace(book, contacts=(replace(book.contacts[0], is_retired=True),))
    done = plan(retired, person("单强", "甲局", "19900001003"))
    assert counts(done) == (1, 0, 1, 0, 0)
    assert [problem.code for problem in done.report.problems] == [ProblemCode.PERSON_RETIRED]


def test_a_masked_mobile_of_an_old_export_is_nothing_new() -> None:
    book = after(EMPTY, plan(EMPTY, person("单强", "甲局", "19900001003")))
    assert counts(plan(book, person("单强", "甲局", "199****1003"))) == (1, 0, 0, 1, 0)


@pytest.mark.parametrize("kind", [NumberKind.DUTY, NumberKind.FAX])
def test_one_number_for_two_purposes_is_kept_twice(kind: NumberKind) -> None:
    both = (
        *numbers_in("0000-6267613", NumberKind.DUTY),
        *numbers_in("0000-6267613", NumberKind.FAX),
    )
    room = ReadPerson("表", 8, "值班室", (UnitStep("安和街道"),), numbers=both)
    done = plan(EMPTY, room)
    assert kind in {n.kind for n in done.numbers}


def decided(
    book: AddressBook, decisions: Decisions, *people: ReadPerson
) -> tuple[ImportPlan, AddressBook]:
    numbers = count(len(book.contacts) * 100 + 1)
    done = plan_import(book, ContactFile("f", people), lambda: f"{next(numbers):06}", decisions)
    return done, after(book, done)


OFFICE = after(EMPTY, plan(EMPTY, person("单强", "甲局", "19900001003", post="局长")))
OTHER_NAME = person("单小强", "乙局", "19900001003", post="科长")


def test_the_same_mobile_under_another_name_is_shown_and_stays_apart_undecided() -> None:
    done, book = decided(OFFICE, {}, OTHER_NAME)
    (doubt,) = done.report.doubts
    assert (doubt.at, doubt.kind, doubt.known.contact.name) == (0, DoubtKind.SAME_MOBILE, "单强")
    assert doubt.known.unit_path == ("甲局",)
    assert doubt.differing == (ContactField.NAME, ContactField.UNIT, ContactField.POST)
    assert doubt.usual.decision is Decision.APART
    assert [p.code for p in done.report.problems] == [ProblemCode.SAME_MOBILE_OTHER_NAME]
    assert len(book.contacts) == 2


def test_the_same_person_gains_what_is_missing() -> None:
    done, book = decided(OFFICE, {0: PairDecision(Decision.FILL)}, OTHER_NAME)
    assert counts(done) == (1, 0, 1, 0, 0)
    assert done.report.problems == ()
    (kept,) = book.contacts
    assert (kept.name, kept.post, kept.other_posts) == ("单强", "局长", ("乙局 科长",))


def test_the_file_wins_in_the_fields_decided_and_no_other() -> None:
    wins = PairDecision(
        Decision.FILE_WINS, frozenset({ContactField.NAME, ContactField.UNIT, ContactField.POST})
    )
    done, book = decided(OFFICE, {0: wins}, OTHER_NAME)
    (kept,) = book.contacts
    names = {unit.id: unit.name for unit in book.units}
    assert (kept.name, names[kept.unit_id or ""], kept.post) == ("单小强", "乙局", "科长")
    only_name = PairDecision(Decision.FILE_WINS, frozenset({ContactField.NAME}))
    _, book = decided(OFFICE, {0: only_name}, OTHER_NAME)
    assert (book.contacts[0].name, book.contacts[0].post) == ("单小强", "局长")
    assert len(done.report.doubts) == 1


def test_whom_an_officer_leaves_out_leaves_no_unit_behind() -> None:
    done, book = decided(OFFICE, {0: PairDecision(Decision.SKIP)}, OTHER_NAME)
    assert counts(done) == (1, 0, 0, 0, 1)
    assert done.is_empty
    assert len(done.report.doubts) == 1
    assert book == OFFICE


def test_a_field_that_differs_is_kept_taken_or_means_another_person() -> None:
    again = person("单强", "甲局", "19900001003", post="副局长")
    done, book = decided(OFFICE, {}, again)
    (doubt,) = done.report.doubts
    assert (doubt.kind, doubt.differing) == (DoubtKind.FIELDS_DIFFER, (ContactField.POST,))
    assert doubt.usual.decision is Decision.FILL
    assert [p.code for p in done.report.problems] == [ProblemCode.FIELD_DIFFERS]
    assert book == OFFICE

    taken = PairDecision(Decision.FILE_WINS, frozenset({ContactField.POST}))
    done, book = decided(OFFICE, {0: taken}, again)
    assert (book.contacts[0].post, done.report.problems) == ("副局长", ())

    done, book = decided(OFFICE, {0: PairDecision(Decision.APART)}, again)
    assert [c.post for c in book.contacts] == ["局长", "副局长"]
    assert done.report.problems == ()

    done, _ = decided(OFFICE, {0: PairDecision(Decision.FILL)}, again)
    assert (done.is_empty, done.report.problems) == (True, ())


def test_a_namesake_elsewhere_is_in_doubt_only_where_no_number_tells_them_apart() -> None:
    bare = person("单强", "丙街道")
    done, book = decided(OFFICE, {}, bare)
    assert [d.kind for d in done.report.doubts] == [DoubtKind.SAME_NAME]
    assert (done.report.problems, len(book.contacts)) == ((), 2)
    done, book = decided(OFFICE, {0: PairDecision(Decision.FILL)}, bare)
    assert [c.other_posts for c in book.contacts] == [("丙街道",)]
    done, _ = decided(OFFICE, {}, person("单强", "丙街道", "19900001099"))
    assert done.report.doubts == ()


def test_a_decision_of_nobody_in_doubt_does_nothing() -> None:
    done, book = decided(EMPTY, {0: PairDecision(Decision.SKIP)}, person("单强", "甲局"))
    assert (counts(done)[1], len(book.contacts)) == (1, 1)


def test_somebody_merged_is_met_as_who_stayed() -> None:
    twice = after(OFFICE, plan(OFFICE, person("单强", "乙局", "19900001009")))
    first, second = twice.contacts
    merged = replace(second, is_retired=True, merged_into=first.id)
    book = replace(twice, contacts=(first, merged))
    done, _ = decided(book, {}, person("单强", "乙局", "19900001009", address="某路1号"))
    assert [c.id for c in done.contacts] == [first.id]
