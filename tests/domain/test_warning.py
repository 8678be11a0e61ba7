import pytest

from dutydesk.domain.warning import (
    Registering,
    WarningFinding,
    WarningState,
    accept,
    missing,
)
from dutydesk.domain.warning_refusals import (
    WarningEndsBeforeStart,
    WarningFieldMissing,
    WarningInFuture,
    WarningTextTooLong,
)
from tests.warning_builders import at, warning_draft

GIVEN = Registering("2026-1", at("08:30"), "甲某")


def test_what_was_typed_is_on_record_without_the_blanks_around_it() -> None:
    draft = warning_draft(kind=" 暴雨 ", channels=("短信", " ", "微信 "))
    made = accept(draft, GIVEN)
    assert (made.kind, made.channels, made.state) == (
        "暴雨",
        ("短信", "微信"),
        WarningState.IN_FORCE,
    )
    assert (made.warning_no, made.recorder, made.recorded_at) == ("2026-1", "甲某", at("08:30"))
    assert made.is_in_force
    assert made.is_open
    assert not made.is_response_running


def test_only_what_makes_a_warning_is_refused_when_missing() -> None:
    for name in ("kind", "issued_by"):
        with pytest.raises(WarningFieldMissing) as refused:
            accept(warning_draft(**{name: "  "}), GIVEN)
        assert refused.value.field == name
    bare = warning_draft(
        valid_from=None, valid_to=None, area="", content="", measures="", channels=()
    )
    assert missing(accept(bare, GIVEN)) == (
        WarningFinding.NO_START,
        WarningFinding.NO_AREA,
        WarningFinding.NO_CONTENT,
        WarningFinding.NO_MEASURES,
    )
    assert missing(warning_draft()) == ()


def test_times_that_cannot_be_are_refused() -> None:
    for name in ("issued_at", "received_at", "reported_at", "forwarded_at"):
        with pytest.raises(WarningInFuture):
            accept(warning_draft(**{name: at("08:31")}), GIVEN)
    with pytest.raises(WarningEndsBeforeStart):
        accept(warning_draft(valid_to=at("08:18")), GIVEN)
    with pytest.raises(WarningEndsBeforeStart):
        accept(warning_draft(valid_from=None, valid_to=at("08:00")), GIVEN)


@pytest.mark.parametrize("name", ["title", "issued_by", "content", "measures"])
def test_a_field_longer_than_any_warning_is_refused(name: str) -> None:
    with pytest.raises(WarningTextTooLong) as refused:
        accept(warning_draft(**{name: "字" * 5001}), GIVEN)
    assert refused.value.field == name
    with pytest.raises(WarningTextTooLong):
        accept(warning_draft(channels=("短信",) * 200), GIVEN)


def test_a_validity_that_ran_out_ends_nothing() -> None:
    made = accept(warning_draft(), GIVEN)
    assert not made.is_expired(at("11:17"))
    assert made.is_expired(at("11:18"))
    assert made.is_in_force
