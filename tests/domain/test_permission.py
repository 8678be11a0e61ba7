import re
from dataclasses import replace
from pathlib import Path

import pytest

from dutydesk.domain.officer import Officer, OfficerInactive, OfficerMayNot, OfficerRole
from dutydesk.domain.paper_issue import PaperPurpose
from dutydesk.domain.permission import USE_CASES, check_may
from dutydesk.wording.officer import ACTION

ROOT = Path(__file__).resolve().parents[2]

# What each role may not do; every use case that is not named here it may.
NO_ADMIN = {
    "checklist.put",
    "checklist.remove",
    "command_hq.put",
    "deadline_rule.choose",
    "deadline_rule.put",
    "deadline_rule.remove",
    "deadline_rule.take_shipped",
    "holiday.import",
    "holiday.put",
    "holiday.take_shipped",
    "incident.unmask",
    "initial_action.put",
    "notified_party.put",
    "level.put_criterion",
    "level.put_kind",
    "level.put_near_miss",
    "level.remove_criterion",
    "level.remove_kind",
    "level.remove_near_miss",
    "level.take_shipped",
    "officer.add",
    "officer.change",
    "officer.deactivate",
    "officer.reactivate",
    "officer.set_pin",
    "phrase.move",
    "phrase.put",
    "phrase.take_shipped",
    "responsibility.put",
    "roster.put_post",
    "settings.put",
    "settings.rename_unit",
    "settings.save",
    "training_requirement.put",
    "warning_kind.put",
    "watch_word.put",
}
# What the program does by itself or proves first, whoever sits at the desk.
ANYBODY = {
    "clock_change.note",
    "contacts.unmask",
    "drill.start",
    "officer.clock_set_back",
    "officer.right_pin",
    "officer.wrong_pin",
}
MAY_NOT = {
    OfficerRole.ADMIN: set(),
    OfficerRole.LEAD_OFFICER: NO_ADMIN,
    OfficerRole.DUTY_OFFICER: NO_ADMIN,
    OfficerRole.VIEWER: set(USE_CASES) - ANYBODY,
}


@pytest.mark.parametrize("role", OfficerRole)
@pytest.mark.parametrize("action", USE_CASES)
def test_every_use_case_is_for_the_roles_it_is_for(action: str, role: OfficerRole) -> None:
    officer = Officer(id="x", name="甲某", role=role)
    if action in MAY_NOT[role]:
        with pytest.raises(OfficerMayNot) as refusal:
            check_may(officer, action)
        assert refusal.value.action in ACTION
    else:
        check_may(officer, action)
    with pytest.raises(OfficerInactive):
        check_may(replace(officer, is_active=False), action)


def test_the_table_holds_every_use_case_that_writes_and_no_other() -> None:
    written = {f"paper.{purpose.value}" for purpose in PaperPurpose}
    files = [*(ROOT / "dutydesk" / "services").glob("*.py"), ROOT / "dutydesk/store/pin.py"]
    for file in files:
        text = file.read_text(encoding="utf-8")
        written |= set(re.findall(r'action="([a-z_.]+)"', text))
    written |= set(re.findall(r'"(officer\.[a-z_]+)"', files[-1].read_text(encoding="utf-8")))
    assert written == set(USE_CASES)
