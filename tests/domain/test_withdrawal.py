import pytest

from dutydesk.domain.duty_log import Correction, ListedEntry, correct
from dutydesk.domain.duty_log_refusals import CorrectionReasonMissing, WithdrawalStands
from dutydesk.domain.withdrawal import Withdrawal, withdraw
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
