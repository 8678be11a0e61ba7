from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dutydesk.domain.bulletin import (
    MAX_BODY,
    Bulletin,
    BulletinFrozen,
    BulletinKind,
    BulletinReasonMissing,
    BulletinReceiverMissing,
    BulletinSignerMissing,
    BulletinState,
    BulletinTextMissing,
    BulletinTextTooLong,
    DraftBulletin,
    accept,
    as_typed,
    drop,
    rewrite,
    sign,
)

NOW = datetime(2026, 7, 8, 13, tzinfo=UTC)


def draft(**changes: Any) -> DraftBulletin:
    values: dict[str, Any] = {
        "id": "b1",
        "kind": BulletinKind.BULLETIN,
        "title": "关于车库积水情况的报告",
        "body": "积水10厘米。",
        "report_to": ("区委值班室",),
    }
    return DraftBulletin(**(values | changes))


def made(**changes: Any) -> Bulletin:
    return accept(draft(**changes), drafted_by="甲某", now=NOW)


def test_a_draft_has_no_number_and_names_that_are_blank_are_left_out() -> None:
    one = made(report_to=(" 区委值班室 ", " "), copy_to=("",), title=" 积水 ")
    assert (one.state, one.issue_no, one.signed_at) == (BulletinState.DRAFT, None, None)
    assert (one.report_to, one.copy_to, one.title) == (("区委值班室",), (), "积水")


@pytest.mark.parametrize("field", ["title", "body"])
def test_a_title_and_a_text_are_needed(field: str) -> None:
    with pytest.raises(BulletinTextMissing) as refusal:
        made(**{field: " \n"})
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "值" * 201),
        ("body", "值" * (MAX_BODY + 1)),
        ("urgency", "急" * 201),
        ("report_to", ("区" * 201,)),
    ],
)
def test_what_is_too_long_is_refused_with_its_place(field: str, value: object) -> None:
    with pytest.raises(BulletinTextTooLong) as refusal:
        made(**{field: value})
    assert refusal.value.field == field
    assert made(body="值" * MAX_BODY)


def test_a_draft_written_anew_stays_the_draft_of_who_began_it() -> None:
    later = rewrite(made(), draft(body="积水2厘米。"))
    assert (later.body, later.drafted_by, later.drafted_at) == ("积水2厘米。", "甲某", NOW)


def test_signing_gives_the_number_and_freezes() -> None:
    signed = sign(made(), " 丙某 ", issue=(2026, 12), now=NOW)
    assert (signed.issue_year, signed.issue_no, signed.signed_by) == (2026, 12, "丙某")
    for change in (
        lambda: rewrite(signed, draft()),
        lambda: sign(signed, "丙某", issue=(2026, 13), now=NOW),
        lambda: drop(signed, "重了"),
    ):
        with pytest.raises(BulletinFrozen):
            change()


def test_nobody_signs_nothing_and_to_nobody() -> None:
    with pytest.raises(BulletinSignerMissing):
        sign(made(), " ", issue=(2026, 1), now=NOW)
    with pytest.raises(BulletinReceiverMissing):
        sign(made(report_to=()), "丙某", issue=(2026, 1), now=NOW)


def test_a_draft_is_dropped_with_a_reason_and_has_no_number() -> None:
    with pytest.raises(BulletinReasonMissing):
        drop(made(), " ")
    dropped = drop(made(), "已电话报告")
    assert (dropped.state, dropped.issue_no) == (BulletinState.DROPPED, None)
    with pytest.raises(BulletinFrozen):
        rewrite(replace(dropped), draft())


def test_a_bulletin_is_written_on_with_everything_that_was_typed() -> None:
    typed = DraftBulletin(
        id="b1",
        kind=BulletinKind.BULLETIN,
        title="积水情况",
        body="小区积水。",
        report_to=("区委",),
        copy_to=("区防汛办",),
        urgency="特急",
        reviewed_by="丙某",
        incident_id="i1",
    )
    now = datetime(2026, 11, 20, tzinfo=UTC)
    assert as_typed(accept(typed, drafted_by="甲某", now=now)) == typed
