from dutydesk.ui.desk import Seat


def test_a_viewer_is_asked_for_no_file(contacts, monkeypatch):
    asked = []
    monkeypatch.setattr(
        contacts.desk.messages, "open_files", lambda wish: asked.append(wish) or []
    )
    contacts.panel.files.import_file()
    assert len(asked) == 1
    contacts.desk.session.sit_down(Seat(contacts.staff.by, "甲某", may_write=False))
    contacts.panel.files.import_file()
    contacts.panel.files.export()
    assert len(asked) == 1
