"""Every module has a test of its own: `dutydesk/X/y.py` is tested by `tests/X/test_y.py`."""

from tests.habits.source import ROOT, python_sources

TESTED_ELSEWHERE: dict[str, str] = {
    "dutydesk/domain/start_options.py": "tests/test_launcher.py",
}
"""Modules without a test file of that name, each with the file that tests it."""


def mirror_of(module: str) -> str:
    folder, _, name = module.removeprefix("dutydesk/").rpartition("/")
    return "/".join(part for part in ("tests", folder, f"test_{name}") if part)


def without_a_test(modules: list[str], tests: set[str], elsewhere: dict[str, str]) -> list[str]:
    return [
        module
        for module in modules
        if not module.endswith("/__init__.py")
        and mirror_of(module) not in tests
        and elsewhere.get(module) not in tests
    ]


def test_every_module_has_its_test() -> None:
    modules = [source.path for source in python_sources("dutydesk")]
    tests = {source.path for source in python_sources("tests")}
    assert without_a_test(modules, tests, TESTED_ELSEWHERE) == []


def test_no_exception_outlives_its_reason() -> None:
    stale = [
        module
        for module in TESTED_ELSEWHERE
        if not (ROOT / module).is_file() or (ROOT / mirror_of(module)).is_file()
    ]
    assert stale == []


def test_a_module_without_a_test_is_found() -> None:
    modules = ["dutydesk/paths.py", "dutydesk/store/x.py", "dutydesk/store/__init__.py"]
    tests = {"tests/test_paths.py", "tests/store/test_y.py"}
    assert without_a_test(modules, tests, {}) == ["dutydesk/store/x.py"]
    assert without_a_test(modules, tests, {"dutydesk/store/x.py": "tests/store/test_y.py"}) == []
    assert without_a_test(modules, tests, {"dutydesk/store/x.py": "tests/none.py"})
