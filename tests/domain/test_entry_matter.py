from dataclasses import replace
from datetime import date, timedelta

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_matter import Matter, matters
from tests.domain.test_entry_register import AT, entry

DAY = date(2026, 11, 20)


def listed(name: str, minutes: int = 0, **changes: object) -> ListedEntry:
    at = AT + timedelta(minutes=minutes)
    facts = {"id": name, "no": minutes + 1, "at": at, "recorded_at": at, **changes}
    return ListedEntry(replace(entry(EntryKind.VISIT), **facts), DAY)  # type: ignore[arg-type]  # fields by name


def ids(found: tuple[ListedEntry, ...]) -> list[str]:
    return [one.entry.id for one in found]


def test_versions_stand_with_their_first_and_what_went_on_folds_in_at_any_remove() -> None:
    first, fix = listed("a"), listed("b", 5, correction_of="a")
    went_on = listed("c", 20, continuation_of="b")
    further = listed("d", 10, continuation_of="c")
    further_fix = listed("e", 30, correction_of="d", continuation_of="c")
    (matter,) = matters(
        [first, went_on],
        {"a": fix, "d": further_fix},
        {"b": [went_on], "c": [further]},
        {"b": fix},
    )
    assert ids(matter.versions) == ["a", "b"]
    assert [ids(one.versions) for one in matter.continuations] == [["d", "e"], ["c"]]
    assert (matter.first.id, matter.continues) == ("a", None)
    assert matter.latest is fix.entry


def test_a_withdrawn_matter_holds_nothing_any_more() -> None:
    gone = listed("b", 5, correction_of="a", is_withdrawal=True)
    (matter,) = matters([listed("a")], {"a": gone}, {}, {})
    assert matter.latest is None
    assert ids(matter.versions) == ["a", "b"]


def test_what_goes_on_from_outside_the_list_stands_alone_and_says_so() -> None:
    before, later = listed("x", 0), listed("y", 5, continuation_of="x")
    (matter,) = matters([later], {}, {}, {"x": before})
    assert matter.continues is before


def test_matters_stand_in_the_order_in_which_they_happened() -> None:
    late = listed("a", 9)
    early = listed("b", 3)
    found = matters([late, early], {}, {}, {})
    assert found == [Matter((early,)), Matter((late,))]
