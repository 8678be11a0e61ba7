import threading

import pytest

from dutydesk.papers.font_files import Role, bundled_file
from dutydesk.papers.fonts import BUNDLED, FontChoice, paper_fonts

RARE_NAMES = "喆堃玥珺昇燊"


@pytest.fixture(scope="module")
def fonts():
    return paper_fonts()


@pytest.mark.parametrize("role", list(Role))
def test_every_role_prints_rare_characters_of_names(fonts, role):
    typeface = fonts.typeface(role)
    for char in RARE_NAMES:
        assert typeface.glyph(char).char == char
    assert not typeface.missing & set(RARE_NAMES)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_prints_the_marks_of_official_papers(fonts, role):
    typeface = fonts.typeface(role)
    for char in "、〔〕—“”‘’·℃《》〈〉…％‰×①⑩ⅠⅣ№～〓":
        assert typeface.glyph(char).char == char, char


def test_fangsong_takes_a_missing_character_from_song(fonts):
    fang = fonts.typeface(Role.FANG)
    song = fonts.typeface(Role.SONG)
    assert fang.glyph("喆").face is song.glyph("喆").face
    assert fang.glyph("值").face is not song.glyph("值").face


def test_figures_of_the_bundled_fangsong_come_from_song(fonts):
    fang = fonts.typeface(Role.FANG)
    assert fang.glyph("8").face is fonts.typeface(Role.SONG).glyph("8").face


def test_a_character_of_the_second_plane_in_the_standard_list_is_printed(fonts):
    song = fonts.typeface(Role.SONG)
    assert song.glyph("\U0002c361").char == "\U0002c361"


def test_a_character_no_font_has_becomes_the_replacement_mark_and_is_known(fonts):
    song = fonts.typeface(Role.SONG)
    for char in ("\U0001f600", "\U0002a6d6", "\ue000"):
        assert song.glyph(char).char == "〓"
        assert char in song.missing


def test_the_same_choice_gives_the_same_fonts():
    assert paper_fonts() is paper_fonts(BUNDLED)


def test_a_font_the_user_named_comes_first_and_is_ignored_for_archives():
    named = ((Role.FANG, str(bundled_file(Role.KAI))),)
    own = paper_fonts(FontChoice(only_bundled=False, paths=named)).typeface(Role.FANG)
    archive = paper_fonts(FontChoice(only_bundled=True, paths=named)).typeface(Role.FANG)
    assert "Kai" in str(own.glyph("值").face.font.face.name)
    assert "Fang" in str(archive.glyph("值").face.font.face.name)
    assert own.glyph("喆").char == "喆"


def test_a_font_file_that_cannot_be_used_is_passed_over(tmp_path):
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    named = ((Role.SONG, str(broken)), (Role.SONG, str(tmp_path / "absent.ttf")))
    song = paper_fonts(FontChoice(only_bundled=False, paths=named)).typeface(Role.SONG)
    assert song.glyph("值").char == "值"


def test_many_threads_may_ask_for_fonts_at_once():
    fonts = paper_fonts(FontChoice(paths=((Role.SONG, "only a key of its own"),)))
    widths: list[float] = []
    threads = [
        threading.Thread(target=lambda: widths.append(sum(fonts.typeface(r)["值"] for r in Role)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert widths == [5.0] * 8
