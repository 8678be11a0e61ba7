import errno
import io
import json
import os

import pytest

from dutydesk.cli.answer import Answer, print_answer, print_failure
from dutydesk.domain.errors import AnswerNotWritten


def test_a_document_is_one_line_of_json_with_chinese_as_it_is() -> None:
    out = io.StringIO()
    print_answer(Answer({"unit": "值班室"}, ["一行"]), as_json=True, out=out)
    assert out.getvalue() == '{"unit": "值班室"}\n'


def test_lines_are_for_people_and_none_prints_nothing() -> None:
    out = io.StringIO()
    print_answer(Answer({"a": 1}, ["一", "二"]), as_json=False, out=out)
    print_answer(Answer({"a": 1}), as_json=False, out=out)
    assert out.getvalue() == "一\n二\n"


@pytest.mark.parametrize("as_json", [True, False])
def test_a_failure_says_its_sentence_on_stderr(
    capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    print_failure("locked", "不行。", as_json=as_json)
    captured = capsys.readouterr()
    assert captured.err == "不行。\n"
    expected = {"error": {"code": "locked", "message": "不行。"}}
    assert (json.loads(captured.out) if as_json else captured.out) == (expected if as_json else "")


def test_words_that_steer_a_terminal_are_shown_and_not_obeyed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "甲\x1b[2J\x07\r乙\x9b1m\u202e丙\n丁\t戊"
    print_answer(Answer({"text": text}, [text]), as_json=False)
    print_failure("bad_input", text, as_json=False)
    shown = "甲\\x1b[2J\\x07\\r乙\\x9b1m\\u202e丙\n丁\t戊\n"
    assert tuple(capsys.readouterr()) == (shown, shown)


def test_json_stays_exact_whatever_a_text_holds(capsys: pytest.CaptureFixture[str]) -> None:
    document = {"text": "甲\x1b[2J\x7f\x9b\u202e"}
    print_answer(Answer(document), as_json=True)
    out = capsys.readouterr().out
    assert json.loads(out) == document
    assert not set(out) & {"\x1b", "\x7f", "\x9b"}


def test_a_stream_that_was_closed_wants_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    print_answer(Answer({"a": 1}, ["一"]), as_json=True)
    print_failure("locked", "不行。", as_json=True)


class _Broken(io.StringIO):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def flush(self) -> None:
        raise OSError(self.number, os.strerror(self.number))


def test_whoever_closed_the_pipe_gets_no_more_and_a_full_disk_is_told() -> None:
    answer = Answer({"a": 1}, ["一"])
    print_answer(answer, as_json=True, out=_Broken(errno.EPIPE))
    with pytest.raises(AnswerNotWritten):
        print_answer(answer, as_json=True, out=_Broken(errno.ENOSPC))


def test_a_stream_that_lacks_a_character_still_gets_the_answer() -> None:
    """What was asked for is done by then: an answer that fails would be asked for again."""
    document = {"text": "值班室 😀"}
    for as_json in (True, False):
        pipe = io.BytesIO()
        out = io.TextIOWrapper(pipe, encoding="gbk", newline="\n")
        print_answer(Answer(document, [document["text"]]), as_json=as_json, out=out)
        out.flush()
        written = pipe.getvalue().decode("gbk")
        if as_json:
            assert json.loads(written) == document
        else:
            assert written == "值班室 \\U0001f600\n"
