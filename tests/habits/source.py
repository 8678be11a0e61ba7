"""What the habit tests look at: the project's own files as path and text."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """One text file: its path from the root of the project, with slashes, and its text."""

    path: str
    text: str

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def layer(self) -> str:
        """Name the folder below the package: `domain`, `ui`; empty outside the package."""
        parts = self.path.split("/")
        return parts[1] if parts[0] == "dutydesk" and len(parts) > 2 else ""

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)


def python_sources(*tops: str) -> list[Source]:
    """Read every Python file below the named folders, committed or not."""
    found = [path for top in tops for path in sorted((ROOT / top).rglob("*.py"))]
    return [Source(p.relative_to(ROOT).as_posix(), p.read_text(encoding="utf-8")) for p in found]


def tracked_paths() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def tracked_texts() -> list[Source]:
    """Read every file under version control that is text."""
    texts = []
    for name in tracked_paths():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content[:8192]:
            texts.append(Source(name, content.decode("utf-8", errors="replace")))
    return texts
