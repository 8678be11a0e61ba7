"""Paths that scripts hand over, also from a variable that is not set."""

import os
from pathlib import Path

import pytest

from tests.builders import Command
from tests.cli.asking import head, refused


@pytest.mark.parametrize(
    "words",
    [
        ("backup", "{}"),
        ("restore", "{}", "--into", "new"),
        ("restore", "room.db", "--into", "{}"),
        ("demo", "--into", "{}"),
        ("contacts", "import", "{}"),
        ("contacts", "export", "{}"),
        ("paper", "log_sheet", "--output", "{}"),
    ],
)
def test_an_unset_variable_does_not_mean_the_folder_the_script_stands_in(
    practice: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    before = head(practice)
    for empty in ("", " "):
        asked = [word.format(empty) for word in words]
        code, document, stderr = practice(*asked)
        assert (code, document["error"]["code"]) == (2, "bad_input")  # type: ignore[index]  # JSON
        assert "没有填" in stderr
    assert os.listdir(here) == []  # noqa: PTH208 -- names alone
    assert head(practice) == before


@pytest.mark.parametrize(
    "words",
    [
        ("backup", "{}"),
        ("restore", "{}", "--into", "new"),
        ("restore", "{room}", "--into", "{}"),
        ("demo", "--into", "{}"),
        ("contacts", "import", "{}"),
        ("contacts", "export", "{}.csv"),
        ("paper", "log_sheet", "--output", "{}/a.pdf"),
    ],
)
def test_a_name_that_is_too_long_is_told_in_words(
    on_duty: Command, tmp_path: Path, words: tuple[str, ...]
) -> None:
    long = str(tmp_path / ("长" * 300))
    room = str(on_duty.data / "room.db")
    code, _ = refused(on_duty, *[word.format(long, room=room) for word in words])
    assert code in {2, 3}
    assert sorted(path.name for path in tmp_path.iterdir()) == [on_duty.data.name]


def test_a_data_folder_whose_name_is_too_long_is_told_in_words(
    command: Command, tmp_path: Path
) -> None:
    from dataclasses import replace

    far = replace(command, data=tmp_path / ("长" * 300))
    assert refused(far, "verify", now=None)[0] == 3
    assert refused(far, "log", "add", "--kind", "other", "--text", "一", now=None)[0] == 3
    assert refused(far, "init", "--unit", "安和", now=None)[0] == 3


def test_a_data_folder_that_may_not_be_looked_into_is_told_in_words(
    practice: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The administrator may look into everything, so the system's answer is put in here."""

    def denied(self: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "stat", denied)
    code, document, stderr = practice("log", "list")
    assert code == 3
    assert document["error"]["code"] == "store_unreadable"  # type: ignore[index]  # JSON
    assert "没有权限" in stderr
