"""The child that reads foreign files: what it gives back, and how it ends."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from dutydesk.domain.contact_refusals import (
    FileDanger,
    ForeignFileDangerous,
    ForeignFileMissing,
    ForeignFileUnreadable,
)
from dutydesk.exchange import apart as door
from dutydesk.exchange.apart import apart
from dutydesk.exchange.contact_reader import open_source, read_file
from dutydesk.launcher import READ_APART


@pytest.mark.parametrize(
    "name", ["通讯录.xlsx", "值班表.xlsx", "重点单位-GB18030.csv", "手机导出.vcf"]
)
def test_a_child_reads_what_one_would_read_oneself(shared_data: Path, name: str) -> None:
    path = shared_data / "office" / name
    assert apart(open_source, path) == open_source(path)


def test_a_refusal_comes_back_with_its_facts(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileMissing) as refusal:
        apart(open_source, tmp_path / "没有.xlsx")
    assert refusal.value.name == "没有.xlsx"


def test_only_readers_of_this_program_are_called() -> None:
    with pytest.raises(RuntimeError, match="ValueError"):
        apart(sys.exit)


def test_a_fault_of_a_reader_is_told_where_it_happened(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("姓名,手机\n甲某,1\n", "utf-8")
    with pytest.raises(RuntimeError, match=r"contact_reader\.py"):
        apart(read_file, path, (None,))  # type: ignore[arg-type]  # the fault


@pytest.mark.parametrize(
    ("code", "told", "danger"),
    [
        (-9, b"", FileDanger.MEMORY),
        (-6, b"memory allocation of 1 bytes failed", FileDanger.MEMORY),
        (1, b"Traceback ...\nMemoryError\n", FileDanger.MEMORY),
        (-24, b"", FileDanger.SECONDS),
        (1, b"Timeout (0:00:05)!\nThread 0x0", FileDanger.SECONDS),
    ],
)
def test_a_child_that_was_ended_is_told_by_what_ended_it(
    code: int, told: bytes, danger: FileDanger, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = subprocess.CompletedProcess((), code, stdout=b"", stderr=told)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: dead)
    with pytest.raises(ForeignFileDangerous) as refusal:
        apart(open_source, Path("a.xlsx"))
    assert (refusal.value.name, refusal.value.danger) == ("a.xlsx", danger)


def test_a_file_that_needs_more_memory_than_one_may_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "大.vcf"
    path.write_bytes(b"BEGIN:VCARD\r\nNOTE:" + b"\r\n x" * 1_000_000)
    monkeypatch.setattr(door, "MAX_MEMORY", 90 * 1024 * 1024)
    with pytest.raises(ForeignFileDangerous) as refusal:
        apart(open_source, path)
    assert (refusal.value.danger, refusal.value.limit) == (FileDanger.MEMORY, 90)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is needed")
def test_a_file_that_is_not_read_in_time_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A file that takes long takes much memory as well, and which comes first is chance: nobody
    # ever writes into this one.
    path = tmp_path / "慢.vcf"
    os.mkfifo(path)
    monkeypatch.setattr(door, "MAX_SECONDS", 1)
    with pytest.raises(ForeignFileDangerous) as refusal:
        apart(open_source, path)
    assert (refusal.value.danger, refusal.value.limit) == (FileDanger.SECONDS, 1)


def test_a_child_that_broke_down_found_an_unreadable_file(monkeypatch: pytest.MonkeyPatch) -> None:
    dead = subprocess.CompletedProcess((), -11, stdout=b"", stderr=b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: dead)
    with pytest.raises(ForeignFileUnreadable):
        apart(open_source, Path("a.xlsx"))


def test_an_answer_has_nothing_called_but_values_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Evil:
        def __reduce__(self) -> object:
            return print, ("taken over",)

    for value in (Evil(), open_source):
        answer = subprocess.CompletedProcess((), 0, stdout=pickle.dumps(("value", value)))
        monkeypatch.setattr(subprocess, "run", lambda *_, answer=answer, **__: answer)
        with pytest.raises(pickle.UnpicklingError):
            apart(open_source, Path("a.xlsx"))


def test_a_frozen_program_calls_itself_by_the_word_its_launcher_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert door._command() == [sys.executable, READ_APART]


def test_a_child_loads_neither_screen_nor_record_nor_paper() -> None:
    loaded = "import dutydesk.exchange.contact_reader, dutydesk.exchange.apart_child, sys"
    told = subprocess.run(
        [sys.executable, "-c", f"{loaded}; print(*sys.modules)"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout.split()
    assert "dutydesk.exchange.apart_child" in told
    heavy = ("PySide6", "sqlcipher3", "reportlab", "openpyxl", "subprocess", "vobject")
    assert [name for name in told if name.split(".")[0] in heavy] == []
