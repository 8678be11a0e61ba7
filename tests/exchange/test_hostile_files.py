"""What would exhaust or break a reader ends in a sentence, and nothing is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from dutydesk.domain.contact_file import ContactFile
from dutydesk.domain.contact_refusals import FileDanger, ForeignFileDangerous
from dutydesk.domain.errors import Refusal
from dutydesk.exchange import apart as door
from dutydesk.exchange.apart import apart
from dutydesk.exchange.contact_reader import read_file
from dutydesk.wording.sentences import sentence
from tests.exchange.hostile import HOSTILE, READ_OR_REFUSED


def read_or_refused(path: Path) -> ContactFile | Refusal:
    try:
        return apart(read_file, path, None)
    except Refusal as refusal:
        return refusal


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    # The limits are kept by the program; smaller ones only make this quicker.
    monkeypatch.setattr(door, "MAX_SECONDS", 1)
    outcome = read_or_refused(path)
    if isinstance(outcome, Refusal):
        assert f"“{name}”" in sentence(outcome)
        assert "没有导入任何内容" in sentence(outcome)
    else:
        assert name in READ_OR_REFUSED
        assert len(outcome.people) <= 2


def test_a_bomb_below_every_limit_of_size_ends_at_the_limit_of_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "慢炸弹.xlsx"
    path.write_bytes(HOSTILE["慢炸弹.xlsx"]())
    monkeypatch.setattr(door, "MAX_MEMORY", 200 * 1024 * 1024)
    monkeypatch.setattr(door, "MAX_SECONDS", 60)
    with pytest.raises(ForeignFileDangerous) as refusal:
        apart(read_file, path, None)
    assert refusal.value.danger is FileDanger.MEMORY
