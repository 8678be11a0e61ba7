from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.handover import (
    HandoverSide,
    HandoverSignature,
    HandoverSigned,
    HandoverStatus,
    NotOutgoingOfficer,
    check_signer,
    end_shift,
    is_signed_by_both,
    next_handover_no,
    shift_waiting,
    status_before,
)
from dutydesk.domain.officer import Officer, OfficerMayNot, OfficerRole
from dutydesk.domain.shift import Shift, ShiftKind, ShiftStatus

NOW = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)
PRIMARY = Officer(id="a", name="甲某", role=OfficerRole.DUTY_OFFICER)
OTHER = Officer(id="b", name="乙某", role=OfficerRole.DUTY_OFFICER)
VIEWER = Officer(id="v", name="戊某", role=OfficerRole.VIEWER)
SHIFT = Shift(
    id="s",
    duty_date=date(2026, 11, 20),
    kind=ShiftKind.FULL,
    starts_at=NOW,
    ends_at=NOW,
    status=ShiftStatus.ON_DUTY,
)


def signed(side: HandoverSide) -> HandoverSignature:
    return HandoverSignature(
        id="x", handover_id="s", side=side, officer_id="a", officer_name="甲某", signed_at=NOW
    )


@pytest.mark.parametrize(
    ("side", "officer", "refusal"),
    [
        (HandoverSide.OUTGOING, OTHER, NotOutgoingOfficer),
        (HandoverSide.INCOMING, VIEWER, OfficerMayNot),
        (HandoverSide.LEAD, OTHER, OfficerMayNot),
    ],
)
def test_each_side_has_its_signers(
    side: HandoverSide, officer: Officer, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        check_signer(side, officer, PRIMARY, ())


def test_a_side_signed_already_is_refused() -> None:
    check_signer(HandoverSide.OUTGOING, PRIMARY, PRIMARY, [signed(HandoverSide.INCOMING)])
    with pytest.raises(HandoverSigned):
        check_signer(HandoverSide.OUTGOING, PRIMARY, PRIMARY, [signed(HandoverSide.OUTGOING)])


@given(st.sets(st.sampled_from(HandoverSide)))
def test_the_state_follows_from_the_signatures(sides: set[HandoverSide]) -> None:
    parties = sides - {HandoverSide.LEAD}
    assert status_before(sides) is status_before(parties)
    assert is_signed_by_both(sides) is (len(parties) == 2)
    waiting = shift_waiting(SHIFT, status_before(sides)).status
    assert waiting is (ShiftStatus.HANDING_OVER if parties else ShiftStatus.ON_DUTY)


def test_only_draft_and_one_signature_are_states_before() -> None:
    assert status_before(()) is HandoverStatus.DRAFT
    assert status_before({HandoverSide.OUTGOING}) is HandoverStatus.OUTGOING_SIGNED
    assert status_before({HandoverSide.INCOMING}) is HandoverStatus.INCOMING_SIGNED


def test_a_shift_handed_over_is_locked_from_that_instant() -> None:
    ended = end_shift(SHIFT, NOW)
    assert ended.is_locked
    assert ended.ended_at == NOW


@pytest.mark.parametrize(
    ("taken", "year", "no"),
    [
        ([], 2026, "2026-001"),
        (["2026-001", "2026-002"], 2026, "2026-003"),
        (["2026-365"], 2027, "2027-001"),
        (["2026-999"], 2026, "2026-1000"),
        (["2026-1000", "2026-999"], 2026, "2026-1001"),
    ],
)
def test_handovers_are_numbered_within_the_year(taken: list[str], year: int, no: str) -> None:
    assert next_handover_no(year, taken) == no
