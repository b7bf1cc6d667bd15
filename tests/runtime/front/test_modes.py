"""Programs, feeds, text for `exec` and `eval`, the prelude: what lives where."""

from typing import Any

import pytest

from ringfence.assemble import assemble
from ringfence.code import Code, NativeConstant
from ringfence.compile import compile_source
from ringfence.errors import MontySyntaxError
from ringfence.layout import (
    CODE_FLAG_CLASS_BODY,
    CODE_FLAG_COROUTINE,
    CODE_FLAG_HIDDEN,
    CODE_FLAG_MODULE,
    KIND_CODE,
)
from ringfence.opcodes import Op
from runtime.front.interpreter import Machine, finish


def ops(code: Code) -> list[str]:
    return [Op(word & 255).name for word in code.instructions]


def test_plain_programs_keep_variables_in_registers() -> None:
    program = compile_source("a = 1\nfor i in range(3):\n    a += i\na")
    assert program.register_names == {"a": 0, "i": 1}
    assert "a" not in program.names


@pytest.mark.parametrize(
    "source",
    ["a = 1\ndef f(): return a", "a = 1\nglobals()", "a = 1\nlambda: a", "a = 1\n(a for _ in x)",
     "a = 1\nclass A: b = a", "a = 1\neval('a')", "a = 1\ndef f():\n    global a", "a = 1\nf.__globals__"],
)  # fmt: skip
def test_what_others_can_see_is_in_the_namespace(source: str) -> None:
    program = compile_source(source)
    assert "a" not in program.register_names
    assert "a" in program.names


def test_feeds_keep_every_name_and_number_new_ones_after_old_ones() -> None:
    first = compile_source("a = 1\nb = 2", mode="feed")
    assert first.names == ["a", "b"]
    second = compile_source("c = b\nc", mode="feed", names=first.names)
    assert second.names == ["a", "b", "c"]
    assert second.register_names == {}


def test_inputs_count_as_bound() -> None:
    program = compile_source("x + y", inputs=("x", "y"))
    assert "CHECK_LOCAL" not in ops(program.module)
    assert Machine(program, {"x": 1, "y": 2}).run() == 3
    hidden = compile_source("def f(): return x\nf() + y", inputs=("x", "y"))
    assert Machine(hidden, {"x": 1, "y": 2}).run() == 3


def test_an_unused_input_is_no_error() -> None:
    assert Machine(compile_source("1", inputs=("x",)), {"x": 5}).run() == 1


def test_host_names_are_those_that_nobody_binds() -> None:
    program = compile_source(
        "import os\ndef f():\n    global g\n    g = 1\nfetch(url)\nlen(f)\nclass A:\n    x = x1\n"
        "print(later)\nlater = [q for q in data]\n__name__\n",
        inputs=("url",),
    )
    assert program.host_names == ["data", "fetch", "x1"]


def test_eval_gives_the_value() -> None:
    program = compile_source("a + [x for x in b][0]", mode="eval")
    machine = Machine(program, {})
    machine.globals.update(a=1, b=[2])
    assert machine.run() == 3
    with pytest.raises(MontySyntaxError):
        compile_source("a = 1", mode="eval")


def test_exec_gives_nothing() -> None:
    program = compile_source("a = 5\na", mode="exec")
    machine = Machine(program, {})
    assert machine.run() is None
    assert machine.globals["a"] == 5


@pytest.mark.parametrize("mode", ["exec-locals", "eval-locals"])
def test_text_with_its_own_namespace(mode: str) -> None:
    source = "b = a + len([a for c in (1, 2)])\ndef f(): return top\nd = f()\nclass K: z = top"
    if mode.startswith("eval"):
        source = "(a, top, [a + y for y in (1,)], (lambda: top)())"
    program = compile_source(source, mode=mode)
    assert program.module.flags & CODE_FLAG_CLASS_BODY
    machine = Machine(program, {})
    machine.globals["top"] = "t"
    registers = machine.registers(program.module)
    space: dict[str, Any] = {"a": 1}
    registers[0] = space
    result = finish(machine.frame(program.module, registers, ()))
    if mode.startswith("eval"):
        assert result == (1, "t", [2], "t")
    else:
        assert (space["b"], space["d"], space["K"].z) == (3, "t", "t")
        assert "b" not in machine.globals


def test_top_level_await_makes_the_module_a_coroutine() -> None:
    program = compile_source("x = await f()\nx")
    assert program.has_await
    assert program.module.flags & CODE_FLAG_COROUTINE
    assert not compile_source("async def f(): await g()").has_await


def test_the_prelude_is_hidden_and_names_kernels() -> None:
    source = (
        "from _kernel import dict_probe, _list_append as push\n"
        "def f(x):\n    push(x, 1)\n    return [dict_probe for _ in x]\n"
        "class A:\n    g = dict_probe\n"
    )
    program = compile_source(source, mode="prelude")
    assert program.module.flags == CODE_FLAG_HIDDEN | CODE_FLAG_MODULE
    found = []
    waiting = [program.module]
    while waiting:
        code = waiting.pop()
        assert code.flags & CODE_FLAG_HIDDEN
        for item in code.constants:
            if isinstance(item, Code):
                waiting.append(item)
            elif isinstance(item, NativeConstant):
                found.append(item.name)
    assert sorted(found) == ["_list_append", "dict_probe", "dict_probe"]
    with pytest.raises(KeyError):
        assemble(program, 0x100_0000, {})
    assemble(program, 0x100_0000, {}, {"_list_append": 9, "dict_probe": 17})


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="`interactive`"):
        compile_source("1", mode="interactive")


def test_the_image_is_a_code_object_and_what_it_needs() -> None:
    program = compile_source("x = 'text'; y = 'boot'; z = (1.5, 1e300, 1 << 70, b'b', 2j, -3, ...)")
    image = assemble(program, 0x100_0000, {"boot": 0x10001})
    words = memoryview(image.data).cast("Q")
    code = words[(image.code - 1 - 0x100_0000) // 8]
    assert code & 255 == KIND_CODE
    assert b"text" in image.data
    assert b"boot\0" not in image.data.replace(program.source.encode(), b"")
    assert 0x10001 in words.tolist()


def test_private_names_are_mangled_everywhere() -> None:
    source = (
        "class _A:\n    __x = 1\n    def f(self, __p=2):\n        import os as __o\n"
        "        self.__y = __p\n        def __g(): return __p\n        global __h\n        __h = 3\n"
        "        try: raise KeyError\n        except KeyError as __e: pass\n"
        "        return sorted(vars(self)), __g(), _A__h, __g.__name__\n"
        "_A().f(), sorted(n for n in vars(_A) if 'x' in n), _A__h"
    )
    expected = (["_A__y"], 2, 3, "__g")
    found = Machine(compile_source(source), {}).run()
    assert found[0][:3] == expected[:3]
    assert found[1:] == (["_A__x"], 3)
