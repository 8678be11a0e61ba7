from pathlib import Path

import pytest

from dutydesk.papers import font_files
from dutydesk.papers.font_files import FontFile, Role, bundled_file, office_files, read_font_list


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_bundled_font(role):
    assert bundled_file(role).is_file()


def test_fonts_of_windows_are_found_by_file_name(tmp_path, monkeypatch):
    folder = tmp_path / "Fonts"
    folder.mkdir()
    (folder / "simfang.ttf").touch()
    (folder / "simsun.ttc").touch()
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(font_files, "_fontconfig", dict)
    assert list(office_files(Role.FANG)) == [FontFile(folder / "simfang.ttf")]
    assert list(office_files(Role.SONG)) == [FontFile(folder / "simsun.ttc", 0)]
    assert list(office_files(Role.KAI)) == []


def test_a_list_of_fontconfig_is_read_by_family():
    listing = (
        "/f/fz.ttf\t0\t方正小标宋_GBK,FZXiaoBiaoSong-B05\n"
        "/f/all.ttc\t65537\tSimSun\n"
        "broken line\n"
        "/f/x.ttf\tnot a number\tSimSun\n"
    )
    found = read_font_list(listing)
    assert found["方正小标宋_gbk"] == (FontFile(Path("/f/fz.ttf")),)
    assert found["simsun"] == (FontFile(Path("/f/all.ttc"), 1),)


def test_a_machine_without_fontconfig_has_no_fonts_of_its_own(monkeypatch):
    font_files._fontconfig.cache_clear()
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("WINDIR", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    try:
        assert list(office_files(Role.SONG)) == []
    finally:
        font_files._fontconfig.cache_clear()
