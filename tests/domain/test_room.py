import pytest

from dutydesk.domain.errors import BadInput
from dutydesk.domain.room import UnitUnfit, check_unit


def test_a_unit_has_a_name_that_stands_on_one_line() -> None:
    check_unit("安和街道办事处 值班室")
    with pytest.raises(BadInput):
        check_unit(" ")
    with pytest.raises(UnitUnfit):
        check_unit("安和\n街道")
