import json
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from dutydesk.domain.journal import (
    GENESIS,
    JournalRow,
    canonical_json,
    framed,
    grouped_head,
    journal_body,
    seal,
)

# Digits and the separators of the frame itself, so that borders are really attacked.
TRICKY = st.text("0123:,1甲", max_size=8)
ROWS = st.builds(
    JournalRow,
    replica=TRICKY,
    seq=st.integers(0, 12),
    prev=st.sampled_from([GENESIS, b"0:" * 16]),
    hash=st.just(GENESIS),
    recorded_at=TRICKY,
    tick=st.integers(-2, 12),
    actor=TRICKY,
    action=TRICKY,
    schema_version=st.integers(0, 12),
    body=TRICKY,
)


@given(ROWS, ROWS)
def test_two_different_rows_never_frame_alike(one: JournalRow, other: JournalRow) -> None:
    assume(one != other)
    assert framed(one) != framed(other)


@given(TRICKY, TRICKY)
def test_text_moved_over_a_border_between_fields_changes_the_frame(left: str, right: str) -> None:
    assume(right)
    row = JournalRow("甲", 1, GENESIS, GENESIS, "2026", 1, left, right, 1, "")
    moved = replace(row, actor=left + right[0], action=right[1:])
    assert framed(row) != framed(moved)
    assert seal(row) != seal(moved)


@given(ROWS)
def test_the_seal_covers_every_field_but_itself(row: JournalRow) -> None:
    assert seal(replace(row, hash=b"\x01" * 32)) == seal(row)
    changed = [
        replace(row, replica=row.replica + "x"),
        replace(row, seq=row.seq + 1),
        replace(row, prev=b"\x02" * 32),
        replace(row, recorded_at=row.recorded_at + "x"),
        replace(row, tick=row.tick + 1),
        replace(row, actor=row.actor + "x"),
        replace(row, action=row.action + "x"),
        replace(row, schema_version=row.schema_version + 1),
        replace(row, body=row.body + "x"),
    ]
    assert seal(row) not in {seal(other) for other in changed}


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_canonical_json_keeps_text_exactly_and_sorts_keys(row: dict[str, object]) -> None:
    text = canonical_json(row)
    assert json.loads(text) == row
    assert list(json.loads(text)) == sorted(row)


def test_canonical_json_neither_normalises_nor_trims_nor_escapes() -> None:
    typed = "  ３号楼\u3000e\u0301\r\n\t“燃气” "
    assert json.loads(canonical_json({"b": 1, "a": typed})) == {"a": typed, "b": 1}
    assert canonical_json({"b": 1, "a": "值守"}) == '{"a":"值守","b":1}'


def test_a_body_holds_images_in_the_order_written_and_a_note_only_when_there_is_one() -> None:
    images = [("t", "2", {"id": "2"}), ("t", "1", None)]
    assert journal_body(images, {}) == '{"rows":[["t","2",{"id":"2"}],["t","1",null]]}'
    assert journal_body([], {"why": "x"}) == '{"note":{"why":"x"},"rows":[]}'


def test_the_printed_head_is_sixteen_digits_in_four_groups() -> None:
    assert grouped_head("0123456789abcdef" * 4) == "0123 4567 89AB CDEF"
