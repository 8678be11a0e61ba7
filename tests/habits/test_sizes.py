"""Files stay small: 300 lines ask for a reason here, 400 are refused; tests may have 500."""

from tests.habits.source import Source, python_sources

REASONS: dict[str, str] = {}
"""Source files of more than 300 lines, each with why it is not cut; meant to be empty."""
QUESTION, REFUSE, REFUSE_TEST = 300, 400, 500


def too_long(sources: list[Source], reasons: dict[str, str]) -> list[str]:
    found = []
    for source in sources:
        is_test = source.path.startswith(("tests/", "benchmarks/", "tools/"))
        limit = REFUSE_TEST if is_test else REFUSE
        if source.lines > limit:
            found.append(f"{source.path}: {source.lines} lines, refused above {limit}")
        elif not is_test and source.lines > QUESTION and not reasons.get(source.path):
            found.append(f"{source.path}: {source.lines} lines without a reason")
    return found


def test_no_file_has_grown_too_long() -> None:
    sources = python_sources("dutydesk", "tests", "benchmarks", "tools")
    assert too_long(sources, REASONS) == []


def test_no_reason_outlives_its_file() -> None:
    long_ones = {s.path for s in python_sources("dutydesk") if s.lines > QUESTION}
    assert set(REASONS) - long_ones == set()


def test_the_limits_themselves_hold() -> None:
    def file(path: str, lines: int) -> Source:
        return Source(path, "x = 1\n" * lines)

    assert too_long([file("dutydesk/store/a.py", 300), file("tests/a.py", 500)], {}) == []
    assert len(too_long([file("dutydesk/store/a.py", 301)], {})) == 1
    assert too_long([file("dutydesk/store/a.py", 400)], {"dutydesk/store/a.py": "why"}) == []
    assert len(too_long([file("dutydesk/store/a.py", 401)], {"dutydesk/store/a.py": "why"})) == 1
    assert len(too_long([file("tests/a.py", 501)], {})) == 1
