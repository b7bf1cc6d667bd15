"""exec, eval, compile: text compiled by the same front end, run in frames like all other code.

Code addresses the names of its namespace by entry number, so a text is compiled for the very
dict it runs in; what was compiled is kept by text and dict. A code object of ``compile`` carries
its text and is compiled for a dict when it is run.
"""

from _kernel import (
    function_new,
    namespace_add,
    namespace_names,
    program_globals,
    program_locals,
    state_get,
    type_lookup,
    unwrapped,
)

_KEPT = 256  # compiled texts of a run



@trap("source.compile")
def _compile_text(source, script_name, mode, entries): ...


def _source_state():
    """What this run has compiled: by (text, name, mode, id of the dict), and modes of code."""
    state = _run_state()
    known = state.get("source")
    if known is None:
        known = state["source"] = {}
    return known


def _text_of(source, name):
    if isinstance(source, str):
        text = unwrapped(source)
    elif isinstance(source, (bytes, bytearray, memoryview)):
        text = _decode(_bytes_of(source), "utf-8", "strict")
    else:
        raise TypeError(f"{name}() arg 1 must be a string, bytes or code object")
    if "\0" in text:
        raise SyntaxError("source code string cannot contain null bytes")
    return text


def _function_for(text, script_name, mode, namespace):
    """A function of the compiled text whose globals are the given dict."""
    known = _source_state()
    key = (text, script_name, mode, id(namespace))
    found = known.get(key)
    if found is not None:
        return found
    names = namespace_names(namespace)
    code, all_names = _compile_text(text, script_name, mode, names)
    namespace_add(namespace, all_names, len(names))
    if len(known) >= _KEPT:
        known.clear()
    function = known[key] = function_new(code, namespace)
    return function


def _run_text(name, mode, source, namespace, local):
    """Run a text or code object; globals and locals are decided already."""
    if "__builtins__" not in namespace:
        namespace["__builtins__"] = state_get(141)
    if type(source) is code:
        unit = _source_state().get(id(source))
        if unit is None:
            if source.co_freevars:
                raise TypeError(f"code object passed to {name}() may not contain free variables")
            return function_new(source, namespace)()
        text, script_name, mode = unit
    else:
        text, script_name = _text_of(source, name), "<string>"
        if mode == "eval":
            text = text.lstrip(" \t")
    if local is namespace:
        return _function_for(text, script_name, mode, namespace)()
    return _function_for(text, script_name, mode + "-locals", namespace)(local)


def _check_namespaces(name, globals, locals):
    if globals is not None and not isinstance(globals, dict):
        if name == "exec":
            raise TypeError(f"exec() globals must be a dict, not {type(globals).__name__}")
        raise TypeError("globals must be a dict")
    if locals is not None and type_lookup(type(locals), "__getitem__", None) is None:
        if name == "exec":
            raise TypeError(f"locals must be a mapping or None, not {type(locals).__name__}")
        raise TypeError("locals must be a mapping")


def _show(value):
    """What the mode ``single`` does with the value of a statement."""
    if value is not None:
        print(repr(value))


@native
def exec(source, globals=None, locals=None, /, *, closure=None):
    _check_namespaces("exec", globals, locals)
    if globals is None:
        globals = program_globals()
        if locals is None:
            locals = program_locals()
    elif locals is None:
        locals = globals
    if isinstance(globals, dict):
        plain = unwrapped(globals)
        if locals is globals:
            locals = plain
        globals = plain
    _run_text("exec", "exec", source, globals, locals)


@native
def eval(source, globals=None, locals=None, /):
    _check_namespaces("eval", globals, locals)
    if globals is None:
        globals = program_globals()
        if locals is None:
            locals = program_locals()
    elif locals is None:
        locals = globals
    plain = unwrapped(globals)
    if locals is globals:
        locals = plain
    return _run_text("eval", "eval", source, plain, locals)


@native
def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *,
            _feature_version=-1):
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if isinstance(filename, (bytes, bytearray)):
        filename = _decode(_bytes_of(filename), "utf-8", "strict")
    elif not isinstance(filename, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(filename).__name__}")
    text = _text_of(source, "compile")
    made, _ = _compile_text(text, unwrapped(filename), mode, ())
    _source_state()[id(made)] = (text, unwrapped(filename), mode)
    return made


@native
def locals():
    return program_locals()
