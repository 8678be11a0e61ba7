"""The checklist: the line with the focus is seen."""

from tests.ui.handover.desk_over_room import KEY


def test_what_has_the_focus_is_scrolled_into_view(morning):
    page = morning.page
    page.checks.rows()[0].bar.setFocus()
    morning.key(KEY.Key_Down, times=20)
    bar = page.checks.rows()[20].bar
    assert bar.hasFocus()
    assert not bar.visibleRegion().isEmpty()
