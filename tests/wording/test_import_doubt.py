from dutydesk.domain.contact_file import ContactField, ReadPerson, UnitStep
from dutydesk.domain.contacts import Contact, ContactCard, RolePair
from dutydesk.domain.import_doubt import Decision, DoubtKind, ImportDoubt
from dutydesk.wording.import_doubt import DECISIONS, DOUBTS, both_sides


def test_every_doubt_and_decision_has_its_word() -> None:
    assert set(DOUBTS) == set(DoubtKind)
    assert set(DECISIONS) == set(Decision)


def test_both_sides_show_what_either_says() -> None:
    person = ReadPerson("表", 3, "单某", (UnitStep("甲局"), UnitStep("乙科")), training_days=0)
    known = ContactCard(Contact("1", "单强", role_pair=RolePair.A), ("甲局",))
    assert both_sides(ImportDoubt(0, DoubtKind.SAME_MOBILE, person, known)) == [
        (ContactField.NAME, "单某", "单强"),
        (ContactField.UNIT, "甲局／乙科", "甲局"),
        (ContactField.ROLE_PAIR, "", "A角"),
        (ContactField.TRAINING_DAYS, "0天", ""),
    ]
