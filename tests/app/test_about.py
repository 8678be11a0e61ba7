"""The version is known installed or from a checkout."""

from dutydesk.app.about import program_version


def test_the_program_knows_its_version():
    assert program_version().count(".") == 2
