"""`pip install .` is enough: the installed package runs without the checkout."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def git(*words: str) -> list[str]:
    listed = subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    return [name for name in listed.split("\0") if name]


def tracked_files() -> list[Path]:
    return [Path(name) for name in git("ls-files", "-z") if (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install a copy of the tracked files with pip and without a network, then remove it."""
    # Only what git knows is copied: a new file is made known by `git add -N`.
    shipped = ("dutydesk", "db", "resources")
    unknown = git("ls-files", "-z", "--others", "--exclude-standard", *shipped)
    assert unknown == [], f"not under git: {unknown}; run `git add -N` on them"
    source = tmp_path_factory.mktemp("source") / "checkout"
    for name in tracked_files():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, source / name)
    site = tmp_path_factory.mktemp("site")
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--no-compile"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, "--target", str(site), str(source)],
        cwd=site.parent,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    shutil.rmtree(source)
    return site


def run_installed(site: Path, code: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(site)!r})\n{code}"],
        cwd=site.parent,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_an_installed_package_finds_its_resources_and_migrations(installed: Path) -> None:
    code = (
        "from dutydesk import paths as p\n"
        "print(p.resources_dir(), p.migrations_dir(), p.schema_file(), sep='\\n')"
    )
    resources, migrations, schema = map(Path, run_installed(installed, code))
    assert all(place.is_relative_to(installed / "dutydesk") for place in (resources, schema))
    assert (resources / "fonts" / "hei.ttf").is_file()
    assert schema.is_file()
    assert list(migrations.glob("*.sql"))


def test_every_tracked_file_of_package_resources_and_db_is_installed(installed: Path) -> None:
    package = installed / "dutydesk"
    missing = []
    for name in tracked_files():
        if name.parts[0] in {"resources", "db"} and not (package / name).is_file():
            missing.append(name)
        if name.parts[0] == "dutydesk" and not (installed / name).is_file():
            missing.append(name)
    assert missing == []


def test_nothing_but_the_package_and_its_command_is_installed(installed: Path) -> None:
    names = {entry.name.split("-")[0] for entry in installed.iterdir()}
    assert names <= {"dutydesk", "bin"}


def test_the_installed_command_line_answers_from_another_directory(installed: Path) -> None:
    room = installed.parent / "room"
    words = ["--data", str(room), "--json", "init", "--unit", "测试街道", "--practice"]
    code = f"from dutydesk.launcher import main\nsys.exit(main({words!r}))"
    assert "测试街道" in "".join(run_installed(installed, code))
