"""The list of officers: who was chosen stays chosen while the list is read again."""

from dutydesk.domain.officer import Officer, OfficerRole
from dutydesk.ui.widgets.officer_choice import OfficerChoice


def officer(number, name):
    return Officer(id=number, name=name, role=OfficerRole.DUTY_OFFICER)


def choice_of(theme, qtbot):
    choice = OfficerChoice(theme, "接班人", "请选择")
    qtbot.addWidget(choice)
    choice.show_officers([officer("1", "甲某"), officer("2", "乙某")])
    return choice


def test_nobody_is_chosen_at_first(theme, qtbot):
    choice = choice_of(theme, qtbot)
    assert (choice.officer_id(), choice.officer(), choice.currentText()) == (None, None, "请选择")


def test_the_chosen_officer_stays_chosen(theme, qtbot):
    choice = choice_of(theme, qtbot)
    choice.choose("2")
    choice.show_officers([officer("2", "乙某"), officer("3", "丙某")])
    assert choice.officer().name == "乙某"


def test_who_is_no_longer_listed_counts_as_nobody(theme, qtbot):
    choice = choice_of(theme, qtbot)
    choice.choose("2")
    choice.show_officers([officer("3", "丙某")])
    assert choice.officer_id() is None


def test_the_words_for_nobody_may_change(theme, qtbot):
    choice = choice_of(theme, qtbot)
    choice.show_officers([officer("1", "甲某")], "沿用本班：丙某")
    assert choice.currentText() == "沿用本班：丙某"
