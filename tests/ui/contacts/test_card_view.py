from PySide6.QtCore import QCoreApplication

from dutydesk.domain.contacts import Contact, ContactCard, ContactNumber
from dutydesk.domain.person_card import PersonCard
from dutydesk.domain.phone import NumberKind
from dutydesk.ui.contacts.card_view import NOBODY, CardView
from tests.ui import looking


def test_every_number_is_a_named_button_and_a_doubtful_one_is_marked(theme, qtbot):
    view = CardView(theme)
    qtbot.addWidget(view)
    numbers = (
        ContactNumber("1", "1", NumberKind.DUTY, "110", label="总机"),
        ContactNumber("2", "1", NumberKind.OTHER, "6123646/47", is_doubtful=True),
    )
    contact = Contact("1", "单某", post="科长", other_posts=("防汛办 副主任",))
    view.show_card(PersonCard(ContactCard(contact, ("区政府", "应急局"), numbers)), may_write=True)
    assert [button.accessibleName() for button in view.number_buttons] == [
        "复制值班电话（总机） 110",
        "复制其他号码 6123646/47",
    ]
    texts = view.texts()
    assert "写法可疑，请核实" in texts
    assert "区政府 / 应急局　科长" in texts
    assert "兼任：防汛办 副主任" in texts
    with qtbot.waitSignal(view.number_taken) as caught:
        view.number_buttons[1].click()
    assert caught.args[0] is numbers[1]


def test_without_a_contact_it_says_what_will_stand_here(theme, qtbot):
    view = CardView(theme)
    qtbot.addWidget(view)
    view.show()
    assert NOBODY in view.texts()
    assert not view.call.isVisible()


def test_at_twice_the_type_the_verbs_do_not_lie_on_one_another(theme, qtbot):
    view = CardView(theme)
    qtbot.addWidget(view)
    theme.set_scale(200)
    number = ContactNumber("1", "1", NumberKind.MOBILE, "19900000031")
    view.show_card(PersonCard(ContactCard(Contact("1", "解某"), (), (number,))), may_write=True)
    view.resize(540, 290)
    view.show()
    QCoreApplication.processEvents()
    assert looking.on_each_other(view) == []
    assert view.number_buttons[0].visibleRegion().boundingRect().height() > 0
    view.more.menu().aboutToShow.emit()
    words = [action.text() for action in view.more.menu().actions()]
    assert words == ["修改  Ctrl+E", "核实无误  Ctrl+Enter", "培训", "停用"]
    with qtbot.waitSignal(view.verify_wanted):
        view.more.menu().actions()[1].trigger()
    view.resize(540, 800)
    assert view.edit.isVisible()
