import pytest

from tests.ui.whole_desk import whole_desk


@pytest.fixture
def live(staffed, theme, qtbot):
    """Sit at the whole desk as 甲某, in the front room."""
    return whole_desk(staffed.room, theme, qtbot)
