from PySide6.QtCore import QCoreApplication


def test_where_it_is_narrow_the_tree_becomes_a_list_and_comes_back(contacts):
    panel = contacts.panel
    assert panel.tree.isVisible()
    assert not panel.box.isVisible()
    assert panel.new_unit.parentWidget() is panel._units_side
    contacts.window.resize(600, 700)
    QCoreApplication.processEvents()
    assert panel.box.isVisible()
    assert not panel.tree.isVisible()
    assert panel.new_unit.isVisible()
    contacts.window.resize(900, 700)
    QCoreApplication.processEvents()
    assert panel.tree.isVisible()
    assert panel.new_unit.parentWidget() is panel._units_side
