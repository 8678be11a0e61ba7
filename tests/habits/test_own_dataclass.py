"""The desk loads hundreds of values before it can be used: their classes cost nothing then."""

import ast

from tests.habits.source import Source, python_sources

OWN = "dutydesk/domain/dataclass.py"


def takes_the_standard_one(source: Source) -> bool:
    """Tell whether a module imports the standard decorator instead of the program's own."""
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "dataclasses"
        and any(alias.name == "dataclass" for alias in node.names)
        for node in ast.walk(ast.parse(source.text))
    )


def test_every_dataclass_is_the_programs_own() -> None:
    found = [
        source.path
        for source in python_sources("dutydesk")
        if source.path != OWN and takes_the_standard_one(source)
    ]
    assert found == [], "from dutydesk.domain.dataclass import dataclass"


def test_the_check_sees_the_standard_one() -> None:
    standard = Source("x.py", "from dataclasses import dataclass, replace\n")
    assert takes_the_standard_one(standard)
    assert not takes_the_standard_one(Source("x.py", "from dataclasses import replace\n"))
