"""``ringfence check`` and ``ringfence stubs``."""

import io
import json
import os
import subprocess
import sys
import time

import pytest

from ringfence.cli import main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.py").write_text("x = 1\n")
    (tmp_path / "bad.py").write_text("x = 1 + 'a'\n")
    (tmp_path / "warn.py").write_text("while True:\n    print(1)\n")
    (tmp_path / "tools.py").write_text(
        "async def fetch(url: str) -> dict[str, int]:\n    '''Get.'''\n    return {}\n")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["good.py"], 0), (["bad.py"], 1), (["warn.py"], 0), (["good.py", "bad.py"], 1),
     (["none.py"], 2), (["good.py", "--format", "xml"], 2), (["bad.py", "--ignore", "operator"], 0),
     (["bad.py", "--ignore", "no-such-rule"], 2), (["-", "--watch"], 2)],
)
def test_exit_codes(folder, arguments, code):
    assert main(["check", *arguments]) == code


def test_findings_of_many_files(folder, capsys):
    main(["check", "good.py", "bad.py", "--format", "jsonlines"])
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["file"] == "bad.py"


def test_a_directory_is_all_its_programs(folder, capsys):
    assert main(["check", "."]) == 1
    assert "bad.py:1:9: error" in capsys.readouterr().out


def test_standard_input(folder, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("é + 1".encode())))
    assert main(["check", "-"]) == 1
    assert capsys.readouterr().out.startswith("<stdin>:1:1: error")


def test_text_that_is_no_utf8(folder):
    (folder / "latin.py").write_bytes(b"x = '\xe9'\n")
    assert main(["check", "latin.py"]) == 2


def test_stubs_from_a_module_of_the_host(folder, capsys):
    (folder / "uses.py").write_text("(await fetch(1))['a']\n")
    assert main(["check", "uses.py", "--stubs", "tools.py"]) == 1
    assert "Argument 1 to `fetch`" in capsys.readouterr().out


def test_printing_stubs(folder, capsys):
    assert main(["stubs", "tools.py"]) == 0
    assert "async def fetch(url: str) -> dict[str, int]:" in capsys.readouterr().out
    assert main(["stubs", "tools.py", "--prompt"]) == 0
    assert "await" in capsys.readouterr().out


def test_settings_of_the_project(folder, capsys):
    (folder / "host.pyi").write_text("def fetch(url: str) -> str: ...\n")
    (folder / "pyproject.toml").write_text(
        "[tool.ringfence]\nstubs = 'host.pyi'\ninputs = ['given']\nignore = ['operator']\n"
        "[tool.ringfence.levels]\nendless-loop = 'error'\n")
    (folder / "uses.py").write_text("fetch(given)\nfetch(1)\n")
    assert main(["check", "bad.py"]) == 0
    assert main(["check", "warn.py"]) == 1
    assert main(["check", "uses.py"]) == 1
    assert "uses.py:2:7" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["levels = 3", "select = 'x'", "ignore = ['nope']", "stubs = 1"])
def test_wrong_settings_are_refused(folder, text):
    (folder / "pyproject.toml").write_text(f"[tool.ringfence]\n{text}\n")
    assert main(["check", "good.py"]) == 2


def test_watching_checks_again_when_a_file_changes(folder):
    command = [sys.executable, "-m", "ringfence", "check", "good.py", "--watch"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               env=environment)
    assert process.stderr is not None
    try:
        assert process.stderr.readline() == "1 checked, 0 errors; watching\n"
        time.sleep(0.01)
        (folder / "good.py").write_text("1 + 'a'\n")
        assert process.stderr.readline() == "1 checked, 1 errors; watching\n"
    finally:
        process.kill()
        process.communicate()
