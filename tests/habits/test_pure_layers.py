"""The inner layers are given their time, their chance and their text; they fetch none of it."""

import ast
import sys

from tests.habits.source import Source, python_sources

CLOCKLESS = {"domain", "wording", "papers", "exchange", "services"}
CLOCK_MODULES = {"time", "random", "secrets"}
CLOCK_CALLS = {"now", "utcnow", "today", "fromtimestamp"}
OUTSIDE_WORLD = {"os", "io", "shutil", "tempfile", "socket", "subprocess", "threading", "sqlite3"}


def imported(source: Source) -> set[str]:
    """Name the top packages a file imports, inside functions as well."""
    names = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def readers_of_the_clock(sources: list[Source]) -> list[str]:
    found = []
    for source in sources:
        if source.layer not in CLOCKLESS:
            continue
        calls = {
            node.attr
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Attribute)
            and node.attr in CLOCK_CALLS
            and ast.unparse(node.value).split(".")[-1] in {"datetime", "date"}
        }
        if calls or imported(source) & CLOCK_MODULES:
            found.append(source.path)
    return found


def domain_files_that_reach_out(sources: list[Source]) -> list[str]:
    allowed = (set(sys.stdlib_module_names) - OUTSIDE_WORLD) | {"dutydesk"}
    return [s.path for s in sources if s.layer == "domain" and imported(s) - allowed]


def markup_outside_papers(sources: list[Source]) -> list[str]:
    """List files outside papers that name ReportLab or build one of its paragraphs."""
    return [
        source.path
        for source in sources
        if source.layer != "papers"
        and ("reportlab" in imported(source) or "Paragraph(" in source.text)
    ]


def test_no_inner_layer_reads_the_clock_or_throws_dice() -> None:
    assert readers_of_the_clock(python_sources("dutydesk")) == []


def test_the_domain_uses_the_standard_library_and_touches_no_file() -> None:
    assert domain_files_that_reach_out(python_sources("dutydesk")) == []


def test_only_papers_set_paragraphs() -> None:
    assert markup_outside_papers(python_sources("dutydesk")) == []


def test_these_habits_find_what_they_forbid() -> None:
    def domain(code: str) -> list[Source]:
        return [Source("dutydesk/domain/x.py", code)]

    assert readers_of_the_clock(domain("from datetime import datetime\ndatetime.now()\n"))
    assert readers_of_the_clock(domain("import datetime\nx = datetime.date.today\n"))
    assert readers_of_the_clock(domain("from datetime import date\ndate.today()\n"))
    assert readers_of_the_clock(domain("def f():\n    import time\n"))
    assert readers_of_the_clock(domain("from datetime import time\n")) == []
    assert domain_files_that_reach_out(domain("import numpy\n"))
    assert domain_files_that_reach_out(domain("from os import path\n"))
    assert domain_files_that_reach_out(domain("from dutydesk.domain import x\nimport re\n")) == []
    assert markup_outside_papers(domain("story.append(Paragraph('x'))\n"))
    assert markup_outside_papers([Source("dutydesk/papers/x.py", "import reportlab\n")]) == []
