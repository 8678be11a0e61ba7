from dataclasses import replace

import pytest

from dutydesk.domain.duty_log import Correction, ListedEntry, correct
from dutydesk.domain.duty_log_refusals import (
    AutomaticEntryStands,
    CorrectionReasonMissing,
    WithdrawalStands,
)
from dutydesk.domain.open_item import OpenItem, OpenItemStatus
from dutydesk.domain.withdrawal import Withdrawal, with_note, withdraw
from tests.domain.test_duty_log import NOW, SHIFT, WRITING, listed


def test_a_withdrawal_points_at_what_it_takes_back_and_says_why() -> None:
    made = withdraw(listed(), Withdrawal("撤", "记错单位"), SHIFT, WRITING)
    assert (made.correction_of, made.is_withdrawal) == (listed().entry.id, True)
    assert (made.text, made.correction_reason) == ("记错单位", "记错单位")
    assert (made.no, made.at, made.recorded_at) == (WRITING.no, NOW, NOW)
    assert (made.source, made.person, made.phone, made.details) == ("", "", "", {})
    assert made.kind is listed().entry.kind
    assert made.incident_id == listed().entry.incident_id


def test_a_withdrawal_needs_a_reason() -> None:
    with pytest.raises(CorrectionReasonMissing):
        withdraw(listed(), Withdrawal("撤", " \u3000"), SHIFT, WRITING)


def test_what_was_withdrawn_is_neither_withdrawn_nor_corrected_again() -> None:
    made = withdraw(listed(), Withdrawal("撤", "记错"), SHIFT, WRITING)
    shown = ListedEntry(made, SHIFT.duty_date)
    with pytest.raises(WithdrawalStands):
        withdraw(shown, Withdrawal("再", "又错"), SHIFT, WRITING)
    with pytest.raises(WithdrawalStands):
        correct(shown, Correction("改", "又错", text="新"), SHIFT, WRITING)


def test_what_the_program_noted_is_not_taken_back() -> None:
    noted = replace(listed(), entry=replace(listed().entry, is_automatic=True))
    with pytest.raises(AutomaticEntryStands):
        withdraw(noted, Withdrawal("撤", "不要"), SHIFT, WRITING)


def test_an_open_item_keeps_its_own_words_beside_the_note() -> None:
    item = OpenItem(
        id="1",
        title="回电",
        owner="甲某",
        status=OpenItemStatus.OPEN,
        created_at=NOW,
        created_shift_id=SHIFT.id,
        attention="先问物业",
    )
    assert with_note(item, "原记录已撤回").attention == "先问物业；原记录已撤回"
    assert with_note(replace(item, attention=" "), "原记录已撤回").attention == "原记录已撤回"
