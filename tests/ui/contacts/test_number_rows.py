import pytest

from dutydesk.domain.contacts import ContactNumber
from dutydesk.domain.phone import NumberKind
from dutydesk.ui.contacts.number_rows import NumberRows, doubt_words

KEPT = ContactNumber("7", "1", NumberKind.MOBILE, "19900000013", label="私人")


@pytest.mark.parametrize(
    ("kind", "typed", "is_doubtful"),
    [
        (NumberKind.MOBILE, "19900000013", False),
        (NumberKind.MOBILE, "1990000001", True),
        (NumberKind.MOBILE, "6000013", True),
        (NumberKind.OFFICE, "0000-6000013", False),
        (NumberKind.OFFICE, "6123646/47", True),
        (NumberKind.OFFICE, "6123646、6123647", True),
        (NumberKind.RADIO, "洞拐", False),
        (NumberKind.OFFICE, "", False),
    ],
)
def test_a_doubtful_number_is_warned_of(kind, typed, is_doubtful):
    assert bool(doubt_words(kind, typed)) is is_doubtful


def test_a_known_number_keeps_its_id_and_label_and_empty_rows_are_left_out(theme, qtbot):
    rows = NumberRows(theme, (KEPT,))
    qtbot.addWidget(rows)
    rows.show()
    rows.add.click()
    (draft,) = rows.drafts()
    assert (draft.id, draft.label, draft.kind) == ("7", "私人", NumberKind.MOBILE)
    rows.rows[1].number.setText("110")
    assert [draft.number for draft in rows.drafts()] == ["19900000013", "110"]


def test_a_row_is_taken_away_by_its_button(theme, qtbot):
    rows = NumberRows(theme, (KEPT,))
    qtbot.addWidget(rows)
    rows.rows[0].remove.click()
    assert rows.drafts() == ()
