"""The harness: runs every ``bench_*.py`` beside it, prints a table, writes ``build/bench.json``.

A module takes part by having ``run(quick) -> rows``; a row has name, n, ours, baseline, unit and
limit. The ratio is ours / baseline and holds when it is not above the limit. Every baseline is
measured in the same run as ours.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "build" / "bench.json"

PACKAGES = ("PySide6-Essentials", "sqlcipher3", "sqlite-utils", "reportlab", "rl_accel")


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--quick", action="store_true", help="smaller data, within a minute")
    parser.add_argument("names", nargs="*", help="only these, as in bench_NAME.py")
    chosen = parser.parse_args(words)
    print(machine())
    rows: list[dict[str, Any]] = []
    for name in chosen.names or [file.stem[6:] for file in sorted(HERE.glob("bench_*.py"))]:
        start = time.perf_counter()
        module = importlib.import_module(f"benchmarks.bench_{name}")
        found = [finished(row) for row in module.run(chosen.quick)]
        rows += found
        print(f"\n{name} ({time.perf_counter() - start:.0f} s)")
        for row in found:
            print(line(row))
    if not chosen.names:
        OUT.parent.mkdir(exist_ok=True)
        OUT.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"\nwrote {OUT}")
    missed = [row["name"] for row in rows if not row["holds"]]
    print(
        f"\n{len(rows) - len(missed)} of {len(rows)} hold"
        + "".join(f"\n  not: {m}" for m in missed)
    )
    return 0


def finished(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its ratio and whether it holds, figures rounded to four digits."""
    ratio = row["ours"] / row["baseline"]
    return {
        "name": row["name"],
        "n": row["n"],
        "ours": float(f"{row['ours']:.4g}"),
        "baseline": float(f"{row['baseline']:.4g}"),
        "unit": row["unit"],
        "ratio": float(f"{ratio:.4g}"),
        "limit": row["limit"],
        "holds": ratio <= row["limit"],
    }


def line(row: dict[str, Any]) -> str:
    mark = "holds" if row["holds"] else "MISSED"
    return (
        f"  {row['name']:46} n={row['n']:<9,} ours {row['ours']:>9.4g} {row['unit']:5} baseline"
        f" {row['baseline']:>9.4g}  ratio {row['ratio']:>7.3g} <= {row['limit']:<6g} {mark}"
    )


def machine() -> str:
    """Say what was measured on what."""
    from dutydesk.store import driver

    versions = [f"Python {platform.python_version()}"]
    versions.append("SQLite " + ".".join(map(str, driver.SQLITE_VERSION)))
    for name in PACKAGES:
        try:
            versions.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            versions.append(f"{name} absent")
    return f"{platform.platform()}, {processor()}, {os.cpu_count()} processors\n" + ", ".join(
        versions
    )


def processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for text in info.read_text(encoding="utf-8").splitlines():
            if text.startswith("model name"):
                return text.partition(":")[2].strip()
    return platform.processor() or platform.machine()
