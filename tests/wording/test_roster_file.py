import pytest

from dutydesk.domain.roster_file import RosterFileDoubt, RosterFileProblem
from dutydesk.wording.roster_file import file_problem
from tests.roster_builders import nov

VALUES = {
    RosterFileDoubt.WRONG_DAY_CLASS: ("法定节假日", "weekend"),
    RosterFileDoubt.SHIFT_UNPLANNED: ("night", ""),
}


@pytest.mark.parametrize("doubt", RosterFileDoubt)
def test_every_doubt_is_a_sentence(doubt: RosterFileDoubt) -> None:
    value, detail = VALUES.get(doubt, ("某某", "另一"))
    words = file_problem(RosterFileProblem(doubt, nov(21), value, detail))
    assert words.endswith("。")
    assert ("夜班" if value == "night" else value) in words
