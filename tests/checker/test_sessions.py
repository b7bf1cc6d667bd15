"""Programs and sessions that are checked before they run; feeds build on earlier feeds."""

import pytest

import ringfence
from ringfence import Monty, MontyTypingError, Session


def test_a_program_with_errors_is_refused():
    with pytest.raises(MontyTypingError, match=r"\[operator\]") as caught:
        Monty("1 + 'a'", type_check=True)
    assert [d.rule for d in caught.value.diagnostics] == ["operator"]


def test_a_program_without_errors_runs():
    assert Monty("x + 1", inputs=["x"], type_check=True).run(inputs={"x": 1}) == 2


def test_check_gives_diagnostics_without_running():
    program = Monty("fetch(3)", stubs="def fetch(url: str) -> str: ...")
    assert [d.rule for d in program.check()] == ["arg-type"]
    assert [d.rule for d in ringfence.check("1 + 'a'")] == ["operator"]


def test_host_functions_serve_as_stubs():
    def fetch(url: str) -> str:
        return url

    assert [d.rule for d in Monty("fetch(3)", stubs=[fetch]).check()] == ["arg-type"]


def test_a_feed_knows_the_types_of_earlier_feeds():
    session = Session(type_check=True)
    session.feed_run("x = 1\ndef double(n: int) -> int:\n    return n * 2\n_private = 'a'")
    assert session.feed_run("double(x)") == 2
    assert session.feed_run("_private + '!'") == "a!"
    with pytest.raises(MontyTypingError, match="upper"):
        session.feed_run("x.upper()")
    with pytest.raises(MontyTypingError, match="double"):
        session.feed_run("double('a')")


def test_a_later_feed_may_bind_a_name_anew():
    session = Session(type_check=True)
    session.feed_run("x = 1")
    session.feed_run("x = 'a'")
    assert session.feed_run("x.upper()") == "A"


def test_a_refused_feed_leaves_no_names():
    session = Session(type_check=True)
    with pytest.raises(MontyTypingError):
        session.feed_run("y = 1 + 'a'")
    with pytest.raises(MontyTypingError, match="`y` is not defined"):
        session.feed_run("y")


def test_classes_and_imports_live_on():
    session = Session(type_check=True)
    session.feed_run("import json\nclass A:\n    def m(self) -> int:\n        return 1")
    assert session.feed_run("json.dumps([A().m()])") == "[1]"
    with pytest.raises(MontyTypingError, match="nope"):
        session.feed_run("A().nope()")


def test_a_loaded_session_knows_its_names_but_not_their_types():
    first = Session(type_check=True)
    first.feed_run("x = 1")
    second = Session.load(first.dump(key="k"), key="k", type_check=True)
    assert second.feed_run("x + 1") == 2


def test_a_feed_may_replace_a_builtin_function(checker):
    checker.set_stubs(None)
    earlier = ["def len(x: str) -> str:\n    return x"]
    assert checker.check("len('a').upper()", earlier=earlier) == []
    assert [d.rule for d in checker.check("len('a').upper()")] == ["attr-defined"]
