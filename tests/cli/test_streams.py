"""The command line with its streams closed, full or broken, as shells hand them over."""

import subprocess
import sys

import pytest

from tests.builders import Command
from tests.cli.asking import done
from tests.habits.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")


def in_shell(command: Command, words: str, after: str) -> tuple[int, str, str]:
    """Run one command line in a shell that closes or replaces a stream behind it."""
    program = f"'{sys.executable}' main.py --data '{command.data}' {words} {after}"
    told = subprocess.run(
        ["bash", "-o", "pipefail", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.returncode, told.stdout, told.stderr


def test_a_closed_input_is_a_missing_pin(practice: Command) -> None:
    words = "officer add --name 甲某 --role admin --pin-stdin"
    code, out, err = in_shell(practice, words, "<&-")
    assert (code, out) == (2, "")
    assert err == "口令没有填。请补上后再试。\n"
    assert in_shell(practice, words, "< <(printf '\\xff\\n')")[0] == 2


@pytest.mark.parametrize("after", [">&-", "| true", "--json | true", "--json >&-"])
def test_whoever_wants_no_answer_gets_none_and_the_deed_is_done(
    practice: Command, after: str
) -> None:
    assert in_shell(practice, "log add --kind other --text 记下", after) == (0, "", "")
    assert len(done(practice, "log", "list")["entries"]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")
def test_an_answer_that_cannot_be_written_says_that_the_deed_is_done(practice: Command) -> None:
    code, _, err = in_shell(practice, "log add --kind other --text 记下", ">/dev/full")
    assert code == 3
    assert err == ("命令已经执行完，但结果写不出去（磁盘已满）。请先查看记录，不要马上重做。\n")
    assert len(done(practice, "log", "list")["entries"]) == 1


def test_closed_error_output_leaves_the_exit_code(practice: Command) -> None:
    assert in_shell(practice, "log show 没有", "2>&-") == (2, "", "")
