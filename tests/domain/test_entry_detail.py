import pytest

from dutydesk.domain.entry_detail import (
    DETAILS,
    DetailType,
    DetailUnfit,
    check_details,
    details_text,
    field_of,
    fitting,
)
from dutydesk.domain.entry_kind import EntryKind

CALL = EntryKind.INCOMING_CALL


def test_no_kind_asks_the_same_twice_and_every_choice_has_values() -> None:
    for kind, asked in DETAILS.items():
        assert len({one.name for one in asked}) == len(asked), kind
        for one in asked:
            assert bool(one.choices) is (one.type is DetailType.CHOICE), one.name


def test_one_name_is_kept_the_same_way_in_every_kind() -> None:
    found: dict[str, set[DetailType]] = {}
    for one in (field for asked in DETAILS.values() for field in asked):
        found.setdefault(one.name, set()).add(one.type)
    assert [name for name, types in found.items() if len(types) > 1] == []


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (CALL, "already_told", "已报消防"),
        (CALL, "read_back", "yes"),
        (CALL, "ended_at", "2026-11-20T18:15:07Z"),
        (EntryKind.FAX, "page_count", "0"),
        (EntryKind.FAX, "page_count", "9999"),
        (EntryKind.FAX, "urgency", "extra_urgent"),
    ],
)
def test_what_a_kind_asks_is_taken(kind: EntryKind, name: str, value: str) -> None:
    check_details(kind, {name: value})


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (CALL, "urgency", "urgent"),
        (CALL, "nothing", "a"),
        (CALL, "already_told", ""),
        (CALL, "read_back", "是"),
        (CALL, "ended_at", "2315"),
        (CALL, "ended_at", "2026-02-30T18:15:07Z"),
        (EntryKind.FAX, "page_count", "10000"),
        (EntryKind.FAX, "page_count", "-1"),
        (EntryKind.FAX, "page_count", "２"),
        (EntryKind.FAX, "urgency", "quick"),
    ],
)
def test_what_a_kind_does_not_ask_or_cannot_keep_is_refused(
    kind: EntryKind, name: str, value: str
) -> None:
    with pytest.raises(DetailUnfit) as refusal:
        check_details(kind, {name: value})
    assert (refusal.value.kind, refusal.value.name, refusal.value.value) == (kind, name, value)


def test_what_is_empty_or_of_another_kind_does_not_fit() -> None:
    typed = {"read_back": "yes", "already_told": "", "urgency": "urgent"}
    assert fitting(CALL, typed) == {"read_back": "yes"}
    assert fitting(EntryKind.FAX, typed) == {"urgency": "urgent"}
    assert fitting(EntryKind.OTHER, typed) == {}


def test_search_looks_through_what_people_wrote_and_not_through_code_names() -> None:
    details = {"read_back": "yes", "tape_no": "17号", "already_told": "消防", "ended_at": "x"}
    assert details_text(details) == "消防\n17号"
    assert details_text({}) == ""


def test_a_field_is_found_by_its_name() -> None:
    found = field_of(EntryKind.FAX, "urgency")
    assert found is not None
    assert found.type is DetailType.CHOICE
    assert field_of(EntryKind.OTHER, "urgency") is None
