from dutydesk.domain.contacts import Contact


def test_a_contact_that_is_gone_is_said_in_place(contacts):
    contacts.panel.deeds.verify(Contact("none", "某"))
    assert contacts.said()
    assert contacts.panel.answer.property("tone") == "overdue"
