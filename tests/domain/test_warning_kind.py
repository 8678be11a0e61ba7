from dataclasses import replace

import pytest

from dutydesk.domain.warning import Registering, WarningFinding, accept
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_kind import WarningKind, check_kind, findings
from dutydesk.domain.warning_refusals import WarningKindUnfit
from tests.warning_builders import at, warning_draft

RAIN = WarningKind(id="k1", name="暴雨", colors=("red", "orange", "yellow", "blue"), order_no=1)
HEAT = WarningKind(id="k2", name="高温", colors=("red", "orange", "yellow"), order_no=2)
KINDS = (RAIN, HEAT)


def test_a_plain_warning_has_nothing_odd() -> None:
    assert findings(warning_draft(), KINDS, ()) == ()


def test_a_colour_or_kind_that_the_list_lacks_is_told() -> None:
    blue = warning_draft(kind="高温", color=WarningColor.BLUE)
    assert findings(blue, KINDS, ()) == (WarningFinding.COLOR_UNUSUAL,)
    other = warning_draft(kind="龙卷")
    assert findings(other, KINDS, ()) == (WarningFinding.KIND_UNLISTED,)
    off = (replace(RAIN, is_active=False), HEAT)
    assert findings(warning_draft(), off, ()) == (WarningFinding.KIND_UNLISTED,)


def test_one_of_the_same_kind_in_force_is_told_unless_it_is_replaced() -> None:
    known = accept(warning_draft(id="w0"), Registering("2026-1", at("08:21"), "甲某"))
    assert findings(warning_draft(), KINDS, (known,)) == (WarningFinding.SAME_IN_FORCE,)
    assert findings(warning_draft(replaces="w0"), KINDS, (known,)) == ()
    assert findings(warning_draft(issued_by="市气象台"), KINDS, (known,)) == ()


def test_a_notice_issued_after_it_came_in_is_told() -> None:
    odd = warning_draft(issued_at=at("08:21"))
    assert WarningFinding.ISSUED_AFTER_RECEIVED in findings(odd, KINDS, ())


@pytest.mark.parametrize(
    "changes",
    [{"name": " "}, {"name": "暴雨"}, {"name": "字" * 21}, {"colors": ()}, {"colors": ("green",)}],
)
def test_a_kind_has_a_name_of_its_own_and_a_colour(changes: dict[str, object]) -> None:
    with pytest.raises(WarningKindUnfit):
        check_kind(replace(HEAT, **changes), KINDS)  # type: ignore[arg-type]
    check_kind(HEAT, KINDS)
