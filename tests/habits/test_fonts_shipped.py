"""The bundled faces are there, whole, with their licences, and under names we may use."""

import hashlib
import tomllib
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from dutydesk import paths

ROLES = ("song", "title", "hei", "kai", "fang")
FACES = (*ROLES, "wide")
RESERVED = ("LXGW", "WenKai", "霞鹜", "Source Han", "思源")
"""Names that the Open Font License keeps for the unmodified fonts."""


def font(role: str) -> Path:
    return paths.resources_dir() / "fonts" / f"{role}.ttf"


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_a_face_that_a_paper_can_embed(role: str) -> None:
    face = TTFontFile(str(font(role)))
    assert {ord(sign) for sign in "值守交接班。，（）“”0123456789"} <= set(face.charToGlyph)


def test_the_face_of_last_resort_has_the_signs_that_the_roles_leave_out() -> None:
    face = TTFontFile(str(font("wide")))
    assert {ord(sign) for sign in "㎡㎥㎞€✓濛頔囍"} <= set(face.charToGlyph)


@pytest.mark.parametrize("role", FACES)
def test_no_face_carries_a_reserved_name(role: str) -> None:
    face = TTFontFile(str(font(role)))
    names = b" ".join((face.name, face.familyName, face.fullName)).decode("utf-8", "replace")
    assert not [name for name in RESERVED if name in names]


@pytest.mark.parametrize("role", FACES)
def test_each_face_is_the_one_that_was_checked_in_and_names_its_licence(role: str) -> None:
    listed = tomllib.loads((paths.resources_dir() / "fonts" / "fonts.toml").read_text("utf-8"))
    entry = listed[role]
    assert hashlib.sha256(font(role).read_bytes()).hexdigest() == entry["sha256"]
    licence = paths.resources_dir() / "fonts" / "licences" / entry["licence_file"]
    text = licence.read_text(encoding="utf-8")
    assert entry["licence_words"] in text


def test_no_font_lies_there_that_is_not_listed() -> None:
    faces = {file.stem for file in (paths.resources_dir() / "fonts").glob("*.ttf")}
    assert faces == set(FACES)
