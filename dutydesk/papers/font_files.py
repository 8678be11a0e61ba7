"""Where font files lie: the bundled ones, and the office's own by file or family name."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

from dutydesk.domain.dataclass import dataclass
from dutydesk.paths import resources_dir


class Role(StrEnum):
    """What a font is for: 宋体, 仿宋, 楷体, 黑体, and 小标宋 for titles."""

    SONG = "song"
    FANG = "fang"
    KAI = "kai"
    HEI = "hei"
    TITLE = "title"


@dataclass(frozen=True)
class FontFile:
    """A font file and, in a collection, which font of it."""

    path: Path
    index: int = 0


_WINDOWS_NAMES: dict[Role, tuple[str, ...]] = {
    Role.SONG: ("simsun.ttc",),
    Role.FANG: ("仿宋_GB2312.ttf", "simfang.ttf"),
    Role.KAI: ("楷体_GB2312.ttf", "simkai.ttf"),
    Role.HEI: ("simhei.ttf",),
    Role.TITLE: ("方正小标宋简体.ttf", "FZXBSJW.TTF", "方正小标宋_GBK.ttf", "FZXBSK.TTF"),
}
_FAMILIES: dict[Role, tuple[str, ...]] = {
    Role.SONG: ("SimSun", "方正书宋_GBK", "STSong"),
    Role.FANG: ("FangSong_GB2312", "FangSong", "方正仿宋_GBK", "STFangsong", "Zhuque Fangsong"),
    Role.KAI: ("KaiTi_GB2312", "KaiTi", "方正楷体_GBK", "STKaiti"),
    Role.HEI: ("SimHei", "方正黑体_GBK", "STHeiti"),
    Role.TITLE: ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S"),
}
_SECONDS_FOR_LIST = 10


def bundled_file(role: Role) -> Path:
    """Name the font file shipped with the program for a role."""
    return resources_dir() / "fonts" / f"{role}.ttf"


def wide_file() -> Path:
    """Name the face of last resort: every character of GBK that the five roles leave out."""
    return resources_dir() / "fonts" / "wide.ttf"


def office_files(role: Role) -> Iterator[FontFile]:
    """List the office's own fonts for a role, best first: Windows folders, then fontconfig."""
    for folder in _windows_folders():
        for name in _WINDOWS_NAMES[role]:
            path = folder / name
            if path.is_file():
                yield FontFile(path)
    listed = _fontconfig()
    for family in _FAMILIES[role]:
        yield from listed.get(family.casefold(), ())


def _windows_folders() -> Iterator[Path]:
    windows, local = os.environ.get("WINDIR"), os.environ.get("LOCALAPPDATA")
    if windows:
        yield Path(windows) / "Fonts"
    if local:
        yield Path(local) / "Microsoft" / "Windows" / "Fonts"


@cache
def _fontconfig() -> dict[str, tuple[FontFile, ...]]:
    program = shutil.which("fc-list")
    if program is None:
        return {}
    try:
        answer = subprocess.run(  # noqa: S603 - fixed program and arguments, no text from people
            [program, "-f", "%{file}\t%{index}\t%{family}\n", ":lang=zh-cn"],
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS_FOR_LIST,
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    return read_font_list(answer.stdout)


def read_font_list(listing: str) -> dict[str, tuple[FontFile, ...]]:
    """Read lines of file, index and comma-separated family names, keyed by folded family."""
    found: dict[str, tuple[FontFile, ...]] = {}
    for line in sorted(listing.splitlines()):
        parts = line.split("\t")
        if len(parts) != 3 or not parts[1].isdigit():  # noqa: PLR2004 - the three fields asked for
            continue
        file = FontFile(Path(parts[0]), int(parts[1]) & 0xFFFF)
        for family in parts[2].split(","):
            key = family.strip().casefold()
            found[key] = (*found.get(key, ()), file)
    return found
