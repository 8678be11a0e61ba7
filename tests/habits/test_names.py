"""Names say what a thing is: no stems that fit everything, package files hold a docstring only."""

import ast
from pathlib import PurePosixPath

from tests.habits.source import Source, python_sources

BANNED = {"utils", "helpers", "common", "manager", "base", "misc", "data", "info"}


def vague_names(sources: list[Source]) -> list[str]:
    """List files and folders whose name, or a word of it, is a banned stem."""
    found = []
    for source in sources:
        for part in PurePosixPath(source.path).with_suffix("").parts:
            words = {word.removeprefix("test_") for word in part.split("_")} | {part}
            if words & (BANNED | {"util", "helper", "managers"}):
                found.append(source.path)
                break
    return found


def package_files_with_code(sources: list[Source]) -> list[str]:
    found = []
    for source in sources:
        if not source.path.endswith("/__init__.py"):
            continue
        body = source.tree.body
        is_docstring = len(body) == 1 and ast.get_docstring(source.tree) is not None
        if not is_docstring:
            found.append(source.path)
    return found


def test_no_module_has_a_name_that_fits_everything() -> None:
    assert vague_names(python_sources("dutydesk", "tests", "benchmarks", "tools")) == []


def test_package_files_hold_a_docstring_and_nothing_else() -> None:
    sources = python_sources("dutydesk")
    assert package_files_with_code(sources) == []
    folders = {source.path.rpartition("/")[0] for source in sources}
    packages = {s.path.rpartition("/")[0] for s in sources if s.path.endswith("/__init__.py")}
    assert folders - packages == set(), "every folder of the package has an __init__.py"


def test_these_habits_find_what_they_forbid() -> None:
    names = ["dutydesk/ui/utils.py", "dutydesk/ui/date_utils.py", "dutydesk/helpers/x.py"]
    assert vague_names([Source(name, "") for name in names]) == names
    assert vague_names([Source("dutydesk/store/database.py", "")]) == []
    codes = ['"""Doc."""\nx = 1\n', "", '"""Doc."""\nfrom a import b\n', '"""Doc."""\n']
    files = [Source(f"dutydesk/p{n}/__init__.py", code) for n, code in enumerate(codes)]
    assert package_files_with_code(files) == [f"dutydesk/p{n}/__init__.py" for n in (0, 1, 2)]
