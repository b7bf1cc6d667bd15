"""The command ``ringfence``: run programs, feed a session, resume snapshots, look at code.

Exit codes: 0; 1 when the program (or the check) failed; 2 for a wrong command line.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, Any, Final

from ringfence.errors import MontyError, MontyRuntimeError, MontySyntaxError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FAILED: Final = 1
USAGE: Final = 2
_LIMITS: Final = {
    "instructions": ("max_instructions", int),
    "seconds": ("max_duration_secs", float),
    "memory": ("max_memory", int),
    "depth": ("max_recursion_depth", int),
    "host-calls": ("max_host_calls", int),
    "output": ("max_output_bytes", int),
    "result": ("max_result_bytes", int),
}


class UsageError(Exception):
    """The command line asks for something that cannot be."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line; answer the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not hasattr(options, "carry_out"):
        parser.print_help(sys.stderr)
        return USAGE
    try:
        code: int = options.carry_out(options)
    except UsageError as error:
        print(f"ringfence: {error}", file=sys.stderr)
        return USAGE
    except MontySyntaxError as error:
        sys.stderr.write(error.display())
        return FAILED
    except MontyRuntimeError as error:
        sys.stderr.write(error.display().rstrip("\n") + "\n")
        return FAILED
    except MontyError as error:
        print(f"ringfence: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("ringfence: interrupted", file=sys.stderr)
        return FAILED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ringfence", description="A sandbox for Python.")
    commands = parser.add_subparsers(title="commands")

    run = commands.add_parser("run", help="run a program")
    _add_source(run)
    run.add_argument("--input", action="append", default=[], metavar="NAME=VALUE",
                     help="an input; the value is JSON, or else text")
    run.add_argument("--tools", metavar="MODULE.py", help="lend the public functions of a file")
    _add_limits(run)
    run.add_argument("--meters", action="store_true", help="say what the run used")
    run.add_argument("--profile", action="store_true",
                     help="say what each source line and each function cost")
    run.add_argument("--mount", action="append", default=[], metavar="DIR:PATH[:MODE]",
                     help="lend a directory; MODE is read-only (default), overlay or read-write")
    run.add_argument("--env", action="append", default=[], metavar="NAME=VALUE",
                     help="set a variable of the program's environment")
    run.add_argument("--snapshot", metavar="DIR",
                     help="at a host call that nothing answers, write the run there and stop")
    run.set_defaults(carry_out=_run)

    check = commands.add_parser("check", help="check programs without running them")
    check.add_argument("files", nargs="+", metavar="FILE",
                       help="`-` is standard input, a directory all `.py` files in it")
    check.add_argument("--stubs", metavar="FILE",
                       help="what the host lends: a `.pyi`, a directory of them, or a `.py`")
    check.add_argument("--input", action="append", default=[], metavar="NAME[:TYPE]")
    check.add_argument("--format", default="text", help="text, full, json, jsonlines, github, "
                       "gitlab, sarif, pylint or llm")
    check.add_argument("--select", metavar="RULES", help="only these, with commas between")
    check.add_argument("--ignore", metavar="RULES", help="not these, with commas between")
    check.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    check.add_argument("--watch", action="store_true", help="check again when a file changes")
    check.set_defaults(carry_out=_check)

    stubs = commands.add_parser("stubs", help="print the stubs of a module of the host")
    stubs.add_argument("module", metavar="MODULE.py")
    stubs.add_argument("--prompt", action="store_true", help="as a prompt for a model")
    stubs.set_defaults(carry_out=_stubs)

    repl = commands.add_parser("repl", help="feed a session line by line")
    repl.add_argument("--tools", metavar="MODULE.py")
    _add_limits(repl)
    repl.set_defaults(carry_out=_repl)

    resume = commands.add_parser("resume", help="answer a paused run and go on")
    resume.add_argument("snapshot", metavar="SNAPSHOT")
    answer = resume.add_mutually_exclusive_group()
    answer.add_argument("--return", dest="value", metavar="JSON")
    answer.add_argument("--raise", dest="error", metavar="MESSAGE")
    resume.add_argument("--tools", metavar="MODULE.py")
    resume.set_defaults(carry_out=_resume)

    disassemble = commands.add_parser("disassemble", help="show a program's instructions")
    _add_source(disassemble)
    disassemble.set_defaults(carry_out=_disassemble)

    lsp = commands.add_parser("lsp", help="serve editors")
    how = lsp.add_mutually_exclusive_group()
    how.add_argument("--stdio", action="store_true", help="talk on standard input and output (default)")
    how.add_argument("--tcp", action="store_true", help="listen on a TCP port")
    how.add_argument("--ws", action="store_true", help="listen as a websocket")
    lsp.add_argument("--host", default="127.0.0.1")
    lsp.add_argument("--port", type=int, default=2087)
    lsp.add_argument("--log-file", metavar="FILE", help="write the log there, not to standard error")
    lsp.add_argument("--log-level", default="info", choices=["debug", "info", "warning", "error"])
    lsp.set_defaults(carry_out=_lsp)

    warmup = commands.add_parser("warmup", help="build what a first run would build")
    warmup.set_defaults(carry_out=_warmup)
    return parser


def _add_source(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("file", nargs="?", metavar="FILE", help="`-` for standard input")
    source.add_argument("-c", dest="code", metavar="CODE")


def _add_limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", action="append", default=[], metavar="NAME=NUMBER",
                        help=f"one of {', '.join(_LIMITS)}")


def _source(options: Any) -> tuple[str, str]:
    """Text and script name."""
    if options.code is not None:
        return options.code, "<string>"
    if options.file == "-":
        return sys.stdin.read(), "<stdin>"
    try:
        with open(options.file, encoding="utf-8") as file:
            return file.read(), options.file
    except OSError as error:
        raise UsageError(f"cannot read `{options.file}`: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"`{options.file}` is not UTF-8: {error.reason}") from None


def _limits(options: Any) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    for text in options.limit:
        name, _, number = text.partition("=")
        if name not in _LIMITS:
            raise UsageError(f"unknown limit `{name}`; the limits are {', '.join(_LIMITS)}")
        option, kind = _LIMITS[name]
        try:
            limits[option] = kind(number)
        except ValueError:
            raise UsageError(f"limit `{name}` wants a number, not `{number}`") from None
    return limits


def _inputs(options: Any) -> dict[str, Any]:
    import json

    inputs: dict[str, Any] = {}
    for text in options.input:
        name, separator, value = text.partition("=")
        if not separator or not name.isidentifier():
            raise UsageError(f"an input is NAME=VALUE, not `{text}`")
        try:
            inputs[name] = json.loads(value)
        except ValueError:
            inputs[name] = value
    return inputs


def _tools(path: str | None) -> dict[str, Callable[..., Any]]:
    """Public functions defined in a file of the host."""
    if path is None:
        return {}
    import importlib.util

    spec = importlib.util.spec_from_file_location("ringfence_tools", path)
    if spec is None or spec.loader is None:
        raise UsageError(f"`{path}` is no Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except OSError as error:
        raise UsageError(f"cannot read `{path}`: {error.strerror}") from None
    return {
        name: value for name, value in vars(module).items()
        if callable(value) and not name.startswith("_") and not isinstance(value, type)
        and getattr(value, "__module__", "") == "ringfence_tools"
    }


def _run(options: Any) -> int:
    from ringfence.host import Monty, MontyComplete, _is_coroutine_function

    text, name = _source(options)
    inputs, functions = _inputs(options), _tools(options.tools)
    program = Monty(text, inputs=inputs, script_name=name, limits=_limits(options))
    if any(map(_is_coroutine_function, functions.values())):
        import asyncio

        from ringfence.run_async import run_monty_async

        _show(asyncio.run(run_monty_async(program, inputs=inputs, external_functions=functions,
                                          **_equipment(options))))
        return 0
    outcome = program.start(inputs=inputs, external_functions=functions, profile=options.profile,
                            **_equipment(options))
    outcome = _answer_all(outcome, functions, options.snapshot)
    if isinstance(outcome, MontyComplete):
        _show(outcome.output)
        profile, outcome.meters.profile = outcome.meters.profile, None
        if options.meters:
            print(outcome.meters, file=sys.stderr)
        if profile is not None:
            print(profile.text(text, name), file=sys.stderr)
    return 0


def _equipment(options: Any) -> dict[str, Any]:
    """Directories and environment for the program."""
    given: dict[str, Any] = {}
    if options.mount:
        from ringfence.mounts import MODES, MountDir

        mounts = []
        for text in options.mount:
            parts = text.split(":")
            if len(parts) not in (2, 3) or (len(parts) == 3 and parts[2] not in MODES):
                raise UsageError(f"a mount is DIR:PATH[:{'|'.join(MODES)}], not `{text}`")
            try:
                mounts.append(MountDir(parts[0], parts[1], (*parts, "read-only")[2]))
            except (OSError, ValueError) as error:
                raise UsageError(f"cannot lend `{parts[0]}`: {error}") from None
        given["mount"] = mounts
    if options.env:
        from ringfence.osaccess import OSAccess

        given["os"] = OSAccess(environ=dict(text.split("=", 1) for text in options.env if "=" in text))
    return given


def _answer_all(outcome: Any, functions: dict[str, Callable[..., Any]], snapshots: str | None) -> Any:
    """Answer host calls from the tools as long as they can be answered."""
    from ringfence.host import (
        FunctionSnapshot,
        FutureSnapshot,
        MontyComplete,
        NameLookupSnapshot,
    )

    while not isinstance(outcome, MontyComplete):
        if isinstance(outcome, FunctionSnapshot):
            function = functions.get(outcome.function_name)
            if function is None:
                if snapshots is not None:
                    return _write_snapshot(outcome, snapshots)
                name = outcome.function_name
                outcome = outcome.resume(exception=NameError(f"name '{name}' is not defined"))
                continue
            try:
                value = function(*outcome.args, **outcome.kwargs)
            except Exception as error:
                outcome = outcome.resume(exception=error)
            else:
                outcome = outcome.resume(return_value=value)
        elif isinstance(outcome, NameLookupSnapshot):
            outcome = outcome.resume_not_found()
        elif isinstance(outcome, FutureSnapshot):
            if outcome.timeout_secs is None:
                raise MontyError("every task of the program waits, and nothing can wake one")
            time.sleep(outcome.timeout_secs)
            outcome = outcome.resume({})
        elif outcome.operation == "sleep":
            time.sleep(outcome.args[0])
            outcome = outcome.resume(return_value=None)
        else:
            outcome = outcome.resume(
                exception=PermissionError(f"`{outcome.operation}` is not available")
            )
    return outcome


def _write_snapshot(outcome: Any, directory: str) -> Any:
    import os

    if "RINGFENCE_KEY" not in os.environ:
        raise UsageError("--snapshot wants a key in RINGFENCE_KEY, to authenticate the file with")
    os.makedirs(directory, exist_ok=True)
    path = os.path.join(directory, f"{outcome.function_name}-{outcome.call_id}.snapshot")
    with open(path, "wb") as file:
        file.write(outcome.dump())
    arguments = [repr(a) for a in outcome.args]
    arguments += [f"{name}={value!r}" for name, value in outcome.kwargs.items()]
    print(f"paused in {outcome.function_name}({', '.join(arguments)}); written to {path}",
          file=sys.stderr)
    return outcome


def _show(value: Any) -> None:
    if value is not None:
        print(repr(value))


def _check(options: Any) -> int:
    return _of_the_checker("check", options)


def _stubs(options: Any) -> int:
    return _of_the_checker("stubs", options)


def _of_the_checker(step: str, options: Any) -> int:
    from importlib import import_module

    try:
        command = import_module("ringfence_checker.command")
    except ImportError:
        raise UsageError("the checker is not installed; `pip install ringfence[check]`") from None
    try:
        code: int = getattr(command, step)(options)
    except command.Wrong as error:
        raise UsageError(str(error)) from None
    return code


def _repl(options: Any) -> int:
    import codeop

    from ringfence.sessions import Session

    functions = _tools(options.tools)
    session = Session(limits=_limits(options), script_name="<repl>")
    compile_command = codeop.CommandCompiler()
    lines: list[str] = []
    while True:
        try:
            lines.append(input("... " if lines else ">>> "))
        except EOFError:
            print()
            return 0
        except KeyboardInterrupt:
            print("\nKeyboardInterrupt")
            lines.clear()
            continue
        text = "\n".join(lines)
        try:
            if compile_command(text, "<repl>", "single") is None:
                continue
        except (SyntaxError, ValueError, OverflowError):
            pass  # the session says what is wrong
        lines.clear()
        _feed(session, text, functions)


def _feed(session: Any, text: str, functions: dict[str, Callable[..., Any]]) -> None:
    try:
        _show(session.feed_run(text, external_functions=functions))
    except MontySyntaxError as error:
        sys.stderr.write(error.display())
    except MontyRuntimeError as error:
        sys.stderr.write(error.display().rstrip("\n") + "\n")
    except MontyError as error:
        print(error, file=sys.stderr)


def _resume(options: Any) -> int:
    import json

    from ringfence.host import FunctionSnapshot, MontyComplete, load_snapshot

    try:
        with open(options.snapshot, "rb") as file:
            snapshot = load_snapshot(file.read())
    except OSError as error:
        raise UsageError(f"cannot read `{options.snapshot}`: {error.strerror}") from None
    if not isinstance(snapshot, FunctionSnapshot):
        raise UsageError(f"`{options.snapshot}` waits for something else than a host call")
    outcome: Any
    if options.error is not None:
        outcome = snapshot.resume(exception=RuntimeError(options.error))
    elif options.value is not None:
        try:
            value = json.loads(options.value)
        except ValueError as error:
            raise UsageError(f"--return wants JSON: {error}") from None
        outcome = snapshot.resume(return_value=value)
    else:
        outcome = snapshot
    outcome = _answer_all(outcome, _tools(options.tools), None)
    if isinstance(outcome, MontyComplete):
        _show(outcome.output)
    return 0


def _disassemble(options: Any) -> int:
    from ringfence.compile import compile_source
    from ringfence.disassemble import disassemble

    text, name = _source(options)
    print(disassemble(compile_source(text, name)))
    return 0


def _lsp(options: Any) -> int:
    from importlib import import_module

    try:
        start = import_module("ringfence_lsp.start")
    except ImportError as error:
        raise UsageError(
            f"the language server is not installed (no `{error.name}`); `pip install ringfence[lsp]`"
        ) from None
    code: int = start.serve(options)
    return code


def _warmup(options: Any) -> int:
    from ringfence.native.load import library_path
    from ringfence.programs import boot_image

    print(f"kernels: {library_path()}")
    print(f"boot image: {boot_image().path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
