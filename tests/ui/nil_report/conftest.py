import pytest

from tests.reporting_builders import list_units
from tests.ui.whole_desk import whole_desk


@pytest.fixture
def live(staffed, theme, qtbot):
    """Sit at the whole desk as 甲某, in the front room; three communities report by 17:00."""
    list_units(staffed)
    return whole_desk(staffed.room, theme, qtbot)
