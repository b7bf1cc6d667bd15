"""Source text to ``Program``: the front end in one call."""

from __future__ import annotations

from ringfence.code import Program
from ringfence.collect import collect
from ringfence.errors import MontySyntaxError
from ringfence.generate import generate
from ringfence.parse import TOO_DEEP, line_of, parse
from ringfence.scope import Refusal, resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

TEXT_MODES = ("exec", "exec-locals", "eval", "eval-locals", "single", "single-locals")
MODES = ("program", "feed", "prelude", *TEXT_MODES)


def compile_source(
    source: str,
    script_name: str = "main.py",
    *,
    inputs: Iterable[str] = (),
    mode: str = "program",
    names: Iterable[str] | None = None,
) -> Program:
    """Compile ``source``.

    Parameters
    ----------
    inputs
        Names that hold values before the start.
    mode
        ``program``: a whole program; its variables may live in registers. ``feed``: the same,
        but every name stays in the namespace. ``prelude``: hidden code, `_kernel` may be
        imported. ``exec``, ``eval``: text run by those builtins; ``single``: the same with the
        values of its statements shown; ``-locals``: with a namespace of its own in register 0.
    names
        Entries that the namespace dict has already, in order; further names are added.

    Raises
    ------
    MontySyntaxError
        The text is no program that the sandbox takes.
    """
    if mode not in MODES:
        raise ValueError(f"mode is `{mode}`, not one of {', '.join(MODES)}")
    tree = parse(source, script_name, mode.removesuffix("-locals") if mode in TEXT_MODES else "exec")
    if mode in ("single", "single-locals"):
        from ringfence.interactive import shown

        tree = shown(tree)
    program = Program(source, script_name)
    given = tuple(inputs)
    scope_mode = mode.replace("eval", "exec").replace("single", "exec")
    try:
        scope = collect(tree, scope_mode)
        resolve(scope, frozenset(given))
        generate(tree, scope, program, scope_mode, list(names or ()), given)
    except Refusal as refusal:
        raise _syntax_error(refusal, source, script_name) from None
    except RecursionError:
        raise MontySyntaxError(TOO_DEEP, script_name) from None
    return program


def _syntax_error(refusal: Refusal, source: str, script_name: str) -> MontySyntaxError:
    node: Any = refusal.node
    if node is None or not hasattr(node, "lineno"):
        return MontySyntaxError(refusal.message, script_name)
    line = line_of(source, node.lineno)
    end_line = node.end_lineno or node.lineno
    return MontySyntaxError(
        refusal.message,
        script_name,
        node.lineno,
        _column(line, node.col_offset) + 1,
        line,
        end_line,
        _column(line_of(source, end_line), node.end_col_offset or 0) + 1,
    )


def _column(line: str | None, byte: int) -> int:
    if line is None or line.isascii():
        return byte
    return len(line.encode()[:byte].decode("utf-8", "replace"))
