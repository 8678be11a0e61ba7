"""Writes a picture of every room, dialog and paper in every look, type size and window size.

usage: shots.py [--quick] [--readme FILE] [OUT_DIR] [--only NAME ...]

OUT_DIR is build/shots unless named. Runs without a screen; the window sizes are taken side by
side in processes of their own. ``--quick`` takes day 100 %, night 150 % and day 200 % at
1366x768. ``--only`` takes the scenes whose name begins with one of the words behind it, so
OUT_DIR stands before it. ``--readme`` takes the one picture of the read-me and nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = ((1366, 768), (1920, 1080))
LOOKS = ("day", "night", "high_contrast")
SCALES = (100, 150, 200)
QUICK = (("day", 100), ("night", 150), ("day", 200))


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: what it shows and under which settings."""

    scene: str
    look: str
    scale: int
    size: tuple[int, int]
    file: str


def main(argv: list[str]) -> int:
    """Take all pictures and write the contact sheet; returns the exit code."""
    args = _arguments(argv)
    out = args.out.absolute()
    if args.readme:
        return _readme(args.readme.absolute())
    out.mkdir(parents=True, exist_ok=True)
    if args.width:
        return _one_size(args, out)
    begun = time.monotonic()
    sizes = SIZES[:1] if args.quick else SIZES
    workers = [_worker(argv, width) for width, _ in sizes]
    codes = [worker.wait() for worker in workers]
    if any(codes):
        return max(codes)
    shots = [shot for width, _ in sizes for shot in _taken(out, width)]
    pages = _pages(out) if not args.only else []
    from tools.shot_sheet import write_sheet  # noqa: PLC0415 - loads nothing of Qt

    write_sheet(out, sorted(shots, key=_order(shots)), pages)
    print(f"{len(shots)} pictures, {len(pages)} pages, {time.monotonic() - begun:.1f} s: {out}")
    return 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="shots.py", description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "build" / "shots")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", nargs="+", action="extend", default=[])
    parser.add_argument("--readme", type=Path)
    parser.add_argument("--width", type=int, default=0, help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def _worker(argv: list[str], width: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tools.shots", *argv, "--width", str(width)]
    return subprocess.Popen(command, cwd=ROOT)


def _one_size(args: argparse.Namespace, out: Path) -> int:
    """Take every scene at one window size; what was taken is told in a file."""
    size = next(size for size in SIZES if size[0] == args.width)
    looks = QUICK if args.quick else [(look, scale) for scale in SCALES for look in LOOKS]
    with tempfile.TemporaryDirectory(prefix="dutydesk-shots-") as place:
        _prepare(Path(place), size)
        from tools.shot_camera import Order, take  # noqa: PLC0415 - Qt reads what was prepared

        taken = take(Path(place), Order(size, looks, tuple(args.only), out))
        told = [asdict(Shot(scene, *look, size, file)) for scene, look, file in taken]
    (out / f"shots-{args.width}.json").write_text(json.dumps(told), encoding="utf-8")
    return 0


def _readme(file: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="dutydesk-shots-") as place:
        _prepare(Path(place), SIZES[0])
        from tools.shot_camera import take_desk  # noqa: PLC0415 - see above

        take_desk(Path(place), SIZES[0], file)
    return 0


def _pages(out: Path) -> list[str]:
    from tools.shot_pages import page_pictures  # noqa: PLC0415 - loads the papers

    with tempfile.TemporaryDirectory(prefix="dutydesk-shots-") as place:
        return page_pictures(Path(place), out)


def _prepare(place: Path, size: tuple[int, int]) -> None:
    """Keep this machine's screen and settings out of the pictures."""
    screen = {"name": "desk", "x": 0, "y": 0, "width": size[0], "height": size[1]}
    config = place / "screen.json"
    config.write_text(json.dumps({"screens": [{**screen, "logicalDpi": 96, "dpr": 1}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
    os.environ.pop("QT_SCALE_FACTOR", None)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(place)


def _taken(out: Path, width: int) -> list[Shot]:
    told = out / f"shots-{width}.json"
    shots = [Shot(**one) for one in json.loads(told.read_text(encoding="utf-8"))]
    told.unlink()
    return shots


def _order(shots: Sequence[Shot]) -> Callable[[Shot], int]:
    """Keep scenes in the order they were taken, each with all its looks together."""
    places: dict[str, int] = {}
    for shot in shots:
        places.setdefault(shot.scene, len(places))
    return lambda shot: places[shot.scene]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
