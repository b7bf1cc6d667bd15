"""inspect: signatures, and what kind of thing an object is."""

from _kernel import class_dict, code_field
from _prelude import _missing

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = (
    16, 32, 128, 256, 512)
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = (
    "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED")
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")


class _empty:
    """Marks what has no default or annotation."""


import types as _types
from enum import IntEnum as _IntEnum
import functools as _functools
from collections import OrderedDict as _OrderedDict, namedtuple as _namedtuple

_FUNCTION, _METHOD, _BUILTIN = (
    _types.FunctionType, _types.MethodType, _types.BuiltinFunctionType)
_MEMBER, _PROPERTY = type(_FUNCTION.__dict__["__name__"]), property


# ---------------------------------------------------------------- kinds
def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, _types.ModuleType)


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def isfunction(object):
    """Whether it is a function written in Python."""
    if not isinstance(object, _FUNCTION):
        return False
    # functions of builtin classes are CPython's C code
    return not (code_field(object, 3) & 32 and object.__module__ == "builtins")


def ismethod(object):
    """Whether it is a bound method written in Python."""
    return isinstance(object, _METHOD)


def isbuiltin(object):
    """Whether it is a builtin function or a bound builtin method."""
    return isinstance(object, _BUILTIN)


def ismethoddescriptor(object):
    """Whether it is a descriptor that only gets, no method, function or class."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    """Whether it is a descriptor that also sets or deletes."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """Whether it is a slot."""
    return isinstance(object, _types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Whether it is an attribute that the machine keeps."""
    return isinstance(object, _types.GetSetDescriptorType)


def isroutine(object):
    """Whether it is a function or method of any kind."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, _types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, _types.CoroutineType)


def isasyncgen(object):
    """Whether it is an async generator."""
    return isinstance(object, _types.AsyncGeneratorType)


def isawaitable(object):
    """Whether it can be awaited."""
    return iscoroutine(object) or hasattr(type(object), "__await__")


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, _types.CodeType)


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, _types.TracebackType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, _types.FrameType)


def _function_behind(object):
    while True:
        if ismethod(object):
            object = object.__func__
        elif isinstance(object, _functools.partial):
            object = object.func
        else:
            return object


def _has_flag(object, flag):
    function = _function_behind(object)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether calling it gives a generator."""
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Whether calling it gives a coroutine."""
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Whether calling it gives an async generator."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isabstract(object):
    """Whether it is a class with abstract methods left."""
    return isclass(object) and bool(getattr(object, "__abstractmethods__", ()))


def _state(names, running, suspended, frame):
    if running:
        return names[1]
    if suspended:
        return names[2]
    return names[3] if frame is None else names[0]


def getgeneratorstate(generator):
    """One of GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED."""
    return _state((GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED), generator.gi_running,
                  generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    """One of CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED."""
    return _state((CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED), coroutine.cr_running,
                  coroutine.cr_suspended, coroutine.cr_frame)


# ---------------------------------------------------------------- members, documentation, source
def getmembers(object, predicate=None):
    """(name, value) of all attributes, by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same without running descriptors."""
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    found = []
    for name in sorted(set(dir(object))):
        try:
            value = get(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getattr_static(obj, attr, default=_missing):
    """An attribute without running descriptors or __getattr__."""
    is_class = isinstance(obj, type)
    own = _missing
    if not is_class:
        own = getattr(obj, "__dict__", {}).get(attr, _missing)
    for base in (obj if is_class else type(obj)).__mro__:
        names = class_dict(base)
        if attr in names:
            found = names[attr]
            if own is not _missing and not isdatadescriptor(found):
                return own
            return found
    if own is not _missing:
        return own
    if default is not _missing:
        return default
    raise AttributeError(attr)


def getmro(cls):
    """The method resolution order."""
    return cls.__mro__


def getmodule(object, _filename=None):
    """The module that an object says it is of."""
    import sys
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def cleandoc(doc):
    """A docstring without its indentation."""
    lines = doc.expandtabs().split("\n")
    margin = None
    for line in lines[1:]:
        if line.strip():
            indent = len(line) - len(line.lstrip())
            margin = indent if margin is None else min(margin, indent)
    cleaned = [lines[0].lstrip()]
    for line in lines[1:]:
        cleaned.append(line[margin:] if margin is not None else line)
    while cleaned and not cleaned[-1]:
        cleaned.pop()
    while cleaned and not cleaned[0]:
        cleaned.pop(0)
    return "\n".join(cleaned)


def getdoc(object):
    """The docstring, of a class or method also that of a base."""
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        for base in object.__mro__[1:]:
            if base.__doc__ is not None and base is not type(None).__mro__[-1]:
                doc = base.__doc__
                break
    if doc is None and ismethod(object):
        owner = object.__self__
        for base in (owner if isclass(owner) else type(owner)).__mro__:
            found = class_dict(base).get(object.__name__)
            if getattr(found, "__doc__", None) is not None:
                doc = found.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getsource(object):
    """The text of a function."""
    return "".join(getsourcelines(object)[0])


def getsourcelines(object):
    """(lines, number of the first) of a function."""
    function = unwrap(_function_behind(object))
    if not isfunction(function):
        raise TypeError("module, class, method, function, traceback, frame, or code object was "
                        f"expected, got {type(object).__name__}")
    source = code_field(function.__code__, 11)
    if not isinstance(source, str):
        raise OSError("could not get source code")
    lines = source.splitlines(True)
    start = function.__code__.co_firstlineno - 1
    return _block(lines[start:]), start + 1


def _block(lines):
    """The lines of the definition that begins with the first one."""
    first = lines[0]
    indent = len(first) - len(first.lstrip())
    end = 1
    header = not first.lstrip().startswith("@")
    for number in range(1, len(lines)):
        line = lines[number]
        stripped = line.strip()
        depth = len(line) - len(line.lstrip())
        if not header:
            header = stripped.startswith(("def ", "async def ", "class "))
            end = number + 1
        elif not stripped or stripped.startswith("#") and depth <= indent:
            continue
        elif depth > indent or stripped[0] in ")]}":
            end = number + 1
        else:
            break
    return lines[:end]


def currentframe():
    """Frames of running calls are not known here."""
    return None


def stack(context=1):
    """Frames of running calls are not known here."""
    return []


def unwrap(func, *, stop=None):
    """Follow ``__wrapped__`` to the innermost function."""
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and (stop is None or not stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
    return func


# ---------------------------------------------------------------- signatures
class _ParameterKind(_IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                "variadic keyword")[self]


class Parameter:
    """One parameter of a signature."""

    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (2, 4):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        return self._name

    @property
    def kind(self):
        return self._kind

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    def replace(self, *, name=_missing, kind=_missing, annotation=_missing, default=_missing):
        """Another parameter, some parts changed."""
        return type(self)(
            self._name if name is _missing else name, self._kind if kind is _missing else kind,
            default=self._default if default is _missing else default,
            annotation=self._annotation if annotation is _missing else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f"{text}: {formatannotation(self._annotation)}"
        if self._default is not _empty:
            equals = " = " if self._annotation is not _empty else "="
            text = f"{text}{equals}{self._default!r}"
        if self._kind == 2:
            return "*" + text
        return "**" + text if self._kind == 4 else text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind
                and self._default == other._default and self._annotation == other._annotation)


def formatannotation(annotation, base_module=None):
    """An annotation as text."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not isinstance(annotation, _types.GenericAlias):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class BoundArguments:
    """Arguments of a call by the names of the parameters."""

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        """What goes by position."""
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (3, 4) or name not in self.arguments:
                break
            if parameter.kind == 2:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        """What goes by name."""
        found = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (3, 4):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind == 4:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Fill in what was not given."""
        full = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif parameter.default is not _empty:
                full[name] = parameter.default
            elif parameter.kind == 2:
                full[name] = ()
            elif parameter.kind == 4:
                full[name] = {}
        self.arguments = full

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        inner = ", ".join([f"{name}={value!r}" for name, value in self.arguments.items()])
        return f"<{type(self).__name__} ({inner})>"


class Signature:
    """The parameters of a callable and what it says it returns."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        found = _OrderedDict()
        highest = 0
        defaults = False
        for parameter in parameters or ():
            kind = parameter.kind
            if kind < highest:
                raise ValueError(
                    f"wrong parameter order: {_ParameterKind(highest).description} parameter "
                    f"before {kind.description} parameter")
            highest = kind
            if kind in (0, 1):
                if parameter.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError("non-default argument follows default argument")
            if parameter.name in found:
                raise ValueError(f"duplicate parameter name: {parameter.name!r}")
            found[parameter.name] = parameter
        self._parameters = _types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        return _signature(obj, follow_wrapped)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_missing, return_annotation=_missing):
        """Another signature, some parts changed."""
        return type(self)(
            self._parameters.values() if parameters is _missing else parameters,
            return_annotation=(self._return_annotation if return_annotation is _missing
                               else return_annotation))

    def bind(self, /, *args, **kwargs):
        """The arguments of a call by parameter; TypeError if they do not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same, where some may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        found = {}
        given = list(args)
        named = dict(kwargs)
        rest = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == 2:
                if given:
                    found[name] = tuple(given)
                    given = []
            elif kind == 4:
                rest = name
            elif given and kind < 2:
                if kind == 1 and name in named:
                    raise TypeError(f"multiple values for argument {name!r}")
                found[name] = given.pop(0)
            elif name in named and kind != 0:
                found[name] = named.pop(name)
            elif parameter.default is _empty and not partial:
                if kind == 0 and name in named:
                    raise TypeError(f"{name!r} parameter is positional only, but was passed as a "
                                    "keyword")
                only = " keyword-only" if kind == 3 and False else ""
                raise TypeError(f"missing a required{only} argument: {name!r}")
        if given:
            raise TypeError("too many positional arguments")
        if rest is not None:
            if named:
                found[rest] = named
        elif named:
            raise TypeError(f"got an unexpected keyword argument {next(iter(named))!r}")
        return BoundArguments(self, found)

    def __str__(self):
        pieces = []
        after_positional_only = False
        star_seen = False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == 0:
                after_positional_only = True
            elif after_positional_only:
                pieces.append("/")
                after_positional_only = False
            if kind == 2:
                star_seen = True
            elif kind == 3 and not star_seen:
                pieces.append("*")
                star_seen = True
            pieces.append(str(parameter))
        if after_positional_only:
            pieces.append("/")
        text = f"({', '.join(pieces)})"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (dict(self._parameters) == dict(other._parameters)
                and self._return_annotation == other._return_annotation)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return _signature(obj, follow_wrapped)


def _signature(obj, follow_wrapped):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(_signature(obj.__func__, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
        if ismethod(obj):
            return _signature(obj, follow_wrapped)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        return own
    if isinstance(obj, _functools.partial):
        return _of_partial(obj)
    if isfunction(obj):
        return _of_function(obj)
    if isclass(obj):
        return _of_class(obj)
    if isbuiltin(obj) or ismethoddescriptor(obj):
        raise ValueError(f"no signature found for builtin {obj!r}")
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_of_function(call))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    n_positional, n_only, n_keyword = (
        code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
    defaults = function.__defaults__ or ()
    by_keyword = function.__kwdefaults__ or {}
    notes = function.__annotations__
    first_default = n_positional - len(defaults)
    found = []
    for place in range(n_positional):
        found.append(Parameter(
            _shown(names[place]), 0 if place < n_only else 1,
            default=defaults[place - first_default] if place >= first_default else _empty,
            annotation=notes.get(names[place], _empty)))
    after = n_positional + n_keyword
    if code.co_flags & CO_VARARGS:
        found.append(Parameter(names[after], 2, annotation=notes.get(names[after], _empty)))
        after += 1
    for name in names[n_positional:n_positional + n_keyword]:
        found.append(Parameter(name, 3, default=by_keyword.get(name, _empty),
                               annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        found.append(Parameter(names[after], 4, annotation=notes.get(names[after], _empty)))
    return Signature(found, return_annotation=notes.get("return", _empty))


def _shown(name):
    """The hidden parameter of a generator expression has a name that is no identifier."""
    return name.replace(".", "implicit")


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (3, 4):
        raise ValueError("invalid method signature")
    if parameters[0].kind != 2:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _of_class(cls):
    call = getattr(type(cls), "__call__", None)
    if isfunction(call):
        return _without_first(_of_function(call))
    new, init = cls.__new__, cls.__init__
    for base in cls.__mro__:
        names = class_dict(base)
        if base.__module__ == "builtins":
            continue
        if "__new__" in names and isfunction(unwrap(new)):
            return _without_first(_signature(new, True))
        if "__init__" in names and isfunction(unwrap(init)):
            return _without_first(_signature(init, True))
    if new is object.__new__ and init is object.__init__:
        return Signature()
    raise ValueError(f"no signature found for builtin type {cls!r}")


def _of_partial(partial):
    signature = _signature(partial.func, True)
    bound = signature.bind_partial(*partial.args, **partial.keywords)
    found = []
    by_name = False
    n_given = len(partial.args)
    for place, (name, parameter) in enumerate(signature.parameters.items()):
        if parameter.kind < 2 and place < n_given:
            continue
        if name in partial.keywords and parameter.kind != 4:
            by_name = True
            parameter = parameter.replace(kind=3, default=bound.arguments[name])
        elif by_name and parameter.kind == 1:
            parameter = parameter.replace(kind=3)
        elif by_name and parameter.kind == 2:
            continue
        found.append(parameter)
    return signature.replace(parameters=found)


FullArgSpec = _namedtuple("FullArgSpec", (
    "args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations"))


def getfullargspec(func):
    """Names and defaults of parameters, as a tuple with names."""
    try:
        signature = _signature(func, False)
    except ValueError as error:
        raise TypeError("unsupported callable") from error
    args, defaults, only, by_keyword, notes = [], (), [], {}, {}
    if signature.return_annotation is not _empty:
        notes["return"] = signature.return_annotation
    star = double = None
    for name, parameter in signature.parameters.items():
        if parameter.kind < 2:
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind == 2:
            star = name
        elif parameter.kind == 3:
            only.append(name)
            if parameter.default is not _empty:
                by_keyword[name] = parameter.default
        else:
            double = name
        if parameter.annotation is not _empty:
            notes[name] = parameter.annotation
    if ismethod(func):
        args.insert(0, func.__func__.__code__.co_varnames[0])
    return FullArgSpec(args, star, double, defaults or None, only, by_keyword or None, notes)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module, as a new dict."""
    if isclass(obj):
        found = class_dict(obj).get("__annotations__")
    elif callable(obj) or ismodule(obj):
        found = getattr(obj, "__annotations__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    return dict(found) if found else {}


def getcallargs(func, /, *positional, **named):
    """The arguments of a call by the names of the parameters, defaults filled in."""
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    found = dict(bound.arguments)
    if ismethod(func):
        found = {func.__func__.__code__.co_varnames[0]: func.__self__, **found}
    return found


def getclosurevars(func):
    """Not available: names are resolved when code is compiled."""
    raise NotImplementedError("inspect.getclosurevars is not supported")
