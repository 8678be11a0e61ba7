import pytest

from dutydesk.ui.contacts.form_dialog import FormDialog, FormWords


class Silent(FormDialog):
    """A form of nothing."""

    def typed(self):
        return ()

    def submit(self):
        self.send(lambda: 1 / 0)


def test_a_bug_in_the_job_is_not_swallowed(contacts):
    dialog = Silent(contacts.desk, FormWords("空"), contacts.window)
    dialog.ready(dialog.accept_button)
    with pytest.raises(ZeroDivisionError):
        dialog.submit()
    assert dialog.accept_button.isEnabled()
