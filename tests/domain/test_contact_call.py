from dutydesk.domain.contact_call import called_as
from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber, FurtherRole, ShownRole
from dutydesk.domain.phone import NumberKind


def test_somebody_is_known_by_every_number_and_by_name_with_every_unit() -> None:
    numbers = (
        ContactNumber("1", "c", NumberKind.OFFICE, "0000-6000013"),
        ContactNumber("2", "c", NumberKind.RADIO, "01"),
        ContactNumber("3", "c", NumberKind.MOBILE, "19900000013"),
    )
    role = ShownRole(FurtherRole("r", "c"), ("区", "应急指挥中心"))
    card = ContactCard(Contact("c", "单某"), ("区", "应急局"), numbers, (role,))
    who = called_as(card)
    assert who.numbers == ("00006000013", "19900000013")
    assert (who.name, who.units) == ("单某", ("区", "应急局", "应急指挥中心"))
