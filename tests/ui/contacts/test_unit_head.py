from dutydesk.domain.contacts import ContactNumber, Unit
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.unit_card import UnitCard
from dutydesk.ui.contacts.unit_head import UnitHead


def test_the_duty_telephone_stands_first_and_is_taken_by_a_click(theme, qtbot):
    head = UnitHead(theme)
    qtbot.addWidget(head)
    assert head.isHidden()
    number = ContactNumber("n", "c", NumberKind.DUTY, "0000-6000001")
    head.show_card(UnitCard(Unit("u", "安和街道"), ("区", "安和街道"), number, people=3, stale=1))
    assert not head.isHidden()
    assert head.duty.text() == "0000-6000001"
    assert head.duty.accessibleName() == "复制值班电话 0000-6000001"
    assert head.heads.text() == "3人，待核实1人"
    with qtbot.waitSignal(head.number_taken) as caught:
        head.duty.click()
    assert caught.args[0] is number
    fax = ContactNumber("f", "c", NumberKind.FAX, "0000-6000002")
    head.show_card(UnitCard(Unit("u", "安和街道"), ("安和街道",), None, fax))
    assert head.duty.isHidden()
    assert head.heads.text().startswith("传真 0000-6000002")
    head.show_card(None)
    assert head.isHidden()
