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


GBK = [
    char
    for high in range(0x81, 0xFF)
    for low in range(0x40, 0xFF)
    if len(char := bytes((high, low)).decode("gbk", "ignore")) == 1 and char > "\x7f"
]


@pytest.mark.parametrize("role", list(Role))
def test_no_sign_or_name_that_an_office_can_type_in_gbk_becomes_a_geta(fonts, role):
    typeface = fonts.typeface(role)
    assert {"㎡", "㎞", "濛", "頔", "囍"} <= set(GBK)
    assert [char for char in (*GBK, *"㎥€✓㐂䶮") if typeface.glyph(char).char != char] == []


def test_a_sign_that_no_font_has_is_written_in_ordinary_characters(fonts):
    song = fonts.typeface(Role.SONG)
    assert song.spelt("已核✔，未核❌\n☎️不通") == "已核√，未核×\n☎️不通"
    assert song.spelt("\U0001d7cf\U0001d7d0处") == "12处"
    assert song.spelt("面积㎡") == "面积㎡"
    assert song.spelt("\U0001f600") == "\U0001f600"


def test_fangsong_takes_a_missing_character_from_kai_whose_brush_it_shares(fonts):
    fang = fonts.typeface(Role.FANG)
    kai = fonts.typeface(Role.KAI)
    assert fang.glyph("喆").face is kai.glyph("喆").face
    assert fang.glyph("值").face is not kai.glyph("值").face


def test_a_name_with_a_rare_character_is_set_whole_in_one_face(fonts):
    assert fonts.best_role("周明", Role.FANG) is Role.FANG
    assert fonts.best_role("欧阳喆堃", Role.FANG) is Role.KAI
    assert fonts.best_role("陈濛", Role.FANG) is Role.SONG


@pytest.mark.parametrize("role", [Role.FANG, Role.KAI])
def test_figures_of_the_bundled_fangsong_and_kai_come_from_song(fonts, role):
    figures = fonts.typeface(role)
    assert figures.glyph("8").face is fonts.typeface(Role.SONG).glyph("8").face


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
