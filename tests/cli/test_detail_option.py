import pytest

from dutydesk.cli.detail_option import details_of
from dutydesk.domain.entry_detail import DETAILS, DetailUnfit
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import BadForm, BadInput
from tests.habits.source import ROOT


def test_details_are_read_as_they_are_kept() -> None:
    typed = ["ended_at=2026-11-21T02:15", "read_back=否", "already_told=a=b"]
    assert details_of(EntryKind.INCOMING_CALL, typed) == {
        "ended_at": "2026-11-20T18:15:00Z",
        "read_back": "no",
        "already_told": "a=b",
    }
    assert details_of(EntryKind.INCOMING_CALL, None) == {}


def test_a_detail_of_another_kind_or_without_a_value_is_refused() -> None:
    with pytest.raises(DetailUnfit):
        details_of(EntryKind.INCOMING_CALL, ["urgency=urgent"])
    with pytest.raises(BadForm):
        details_of(EntryKind.INCOMING_CALL, ["read_back"])
    with pytest.raises(BadForm) as refused:
        details_of(EntryKind.INCOMING_CALL, ["ended_at=昨天"])
    assert refused.value.value == "ended_at=昨天"
    assert refused.value.example.startswith("ended_at=2026-")


def test_a_detail_given_twice_is_refused_and_full_width_figures_are_figures() -> None:
    with pytest.raises(BadInput):
        details_of(EntryKind.INCOMING_CALL, ["read_back=yes", "read_back=no"])
    assert details_of(EntryKind.FAX, ["page_count=１２"]) == {"page_count": "12"}


def test_the_manual_names_the_fields_of_every_kind_in_the_order_of_its_form() -> None:
    manual = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    (table,) = [part for part in manual.split("\n\n") if part.startswith("| kind | details |")]
    assert table.splitlines()[2:] == [_row(kind) for kind in DETAILS if DETAILS[kind]]


def _row(kind: EntryKind) -> str:
    cells = []
    for field in DETAILS[kind]:
        choices = "\\|".join(field.choices)
        cells.append(f"`{field.name}`" + (f" ({choices})" if choices else ""))
    return f"| `{kind.value}` | {', '.join(cells)} |"
