"""The command: results on standard output, errors on standard error, exit codes 0, 1, 2."""

from pathlib import Path

import pytest

from ringfence.cli import main


def test_run_prints_the_value(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "-c", "x + 1", "--input", "x=41"]) == 0
    assert capsys.readouterr().out == "42\n"


def test_an_error_of_the_program_is_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "-c", "1 // 0"]) == 1
    assert capsys.readouterr().err.endswith("ZeroDivisionError: integer division or modulo by zero\n")


def test_a_syntax_error_is_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "-c", "1 +"]) == 1
    assert "SyntaxError: invalid syntax" in capsys.readouterr().err


def test_a_limit_is_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "-c", "while True: pass", "--limit", "instructions=100"]) == 1
    assert "max_instructions" in capsys.readouterr().err


def test_a_wrong_command_line_is_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "-c", "1", "--limit", "fun=1"]) == 2
    assert "unknown limit `fun`" in capsys.readouterr().err
    assert main(["run", "/no/such/file.py"]) == 2


def test_tools_are_called_and_snapshots_resumed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = tmp_path / "tools.py"
    tools.write_text("def double(x):\n    return x * 2\n")
    assert main(["run", "-c", "double(21)", "--tools", str(tools)]) == 0
    assert capsys.readouterr().out == "42\n"
    monkeypatch.setenv("RINGFENCE_KEY", "secret")
    folder = tmp_path / "paused"
    assert main(["run", "-c", "ask('x')['n'] + 1", "--snapshot", str(folder)]) == 0
    (path,) = folder.iterdir()
    assert main(["resume", str(path), "--return", '{"n": 4}']) == 0
    assert capsys.readouterr().out == "5\n"


def test_disassemble_shows_instructions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["disassemble", "-c", "x = 1"]) == 0
    assert "RETURN" in capsys.readouterr().out
