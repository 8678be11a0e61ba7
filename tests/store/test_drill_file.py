from dutydesk.store import drill_file
from tests.domain.test_drill import drill


def test_a_day_comes_back_as_written(tmp_path):
    drill_file.write(tmp_path, drill())
    assert drill_file.read(tmp_path) == drill()
    assert [file.name for file in tmp_path.iterdir()] == [drill_file.FILE_NAME]


def test_a_room_without_a_day_or_with_a_broken_one_is_no_drill(tmp_path):
    assert drill_file.read(tmp_path) is None
    (tmp_path / drill_file.FILE_NAME).write_text("[")
    assert drill_file.read(tmp_path) is None
    (tmp_path / drill_file.FILE_NAME).write_text('{"events": 1}')
    assert drill_file.read(tmp_path) is None
