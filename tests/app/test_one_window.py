"""A second start rings at the first; a name left by a killed start is taken over."""

from pathlib import Path

from dutydesk.app.one_window import WindowBell, raise_first, server_name


def test_the_first_window_hears_the_second_start(tmp_path, qtbot):
    bell = WindowBell(tmp_path)
    with qtbot.waitSignal(bell.rung):
        assert raise_first(tmp_path)
    bell.close()
    assert not raise_first(tmp_path)


def test_each_folder_has_a_name_of_its_own_however_it_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert server_name(tmp_path) == server_name(Path())
    assert server_name(tmp_path) != server_name(tmp_path / "other")


def test_a_name_left_behind_is_taken_over(tmp_path, qtbot):
    first, second = WindowBell(tmp_path), WindowBell(tmp_path)
    with qtbot.waitSignal(second.rung):
        assert raise_first(tmp_path)
    first.close()
    second.close()
