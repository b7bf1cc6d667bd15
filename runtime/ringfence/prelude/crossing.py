"""Values of the host that only Python code can make: instances of library classes and of classes
that the host lends by value (dataclasses, named tuples, enumerations, exceptions).

The host asks for objects in one list and gets them in the same order; what can be part of a cycle
is made empty and filled afterwards. Classes made here live in a list of the run, and the host
knows them by their places in it.
"""

from _kernel import state_get, state_set

_HOST_VALUES, _HOST_CLASSES = 160, 161
_FILL_FIELDS, _FILL_DICT, _FILL_SET = 0, 3, 4


def _op_host_values(requests):
    """Make what is asked for; the list holds what was made so far when one of them fails."""
    made = []
    state_set(_HOST_VALUES, made)
    for request in requests:
        made.append(_crossing_makers[request[0]](*request[1:]))


def _op_host_fill(rows):
    """Fill what was made empty. Tables come last: keys must be complete to be hashed."""
    for kind, target, names, values in rows:
        if kind == _FILL_FIELDS:
            for name, value in zip(names, values):
                object.__setattr__(target, name, value)
    for kind, target, names, values in rows:
        if kind == _FILL_DICT:
            for key, value in zip(names, values):
                target[key] = value
        elif kind == _FILL_SET:
            for value in values:
                target.add(value)


def _crossing_library(module, name):
    namespace = _frozen_modules.get(module)
    if namespace is None or name not in namespace:
        raise TypeError(f"there is no `{module}.{name}` here")
    return namespace[name]


def _crossing_keep(cls):
    """Number a class of the host in this run."""
    known = state_get(_HOST_CLASSES)
    if known is None:
        known = []
        state_set(_HOST_CLASSES, known)
    known.append(cls)
    return cls


def _crossing_class(number):
    return state_get(_HOST_CLASSES)[number]


def _crossing_new(module, name, args, keywords):
    """An instance of a library class."""
    return _crossing_library(module, name)(*args, **keywords)


def _crossing_method(module, name, method, args, keywords):
    """What a class method of a library class makes."""
    return getattr(_crossing_library(module, name), method)(*args, **keywords)


def _crossing_frozenset(items):
    return frozenset(items)


def _crossing_shell(number):
    return object.__new__(_crossing_class(number))


def _crossing_member(number, name, value):
    """A member of an enumeration; a combination of flags has no name."""
    cls = _crossing_class(number)
    found = cls._member_map_.get(name)
    return cls(value) if found is None else found


def _crossing_named_tuple(name, module, fields, defaults):
    make = _crossing_library("collections", "namedtuple")
    return _crossing_keep(make(name, fields, defaults=defaults, module=module))


def _crossing_dataclass(name, module, fields, options):
    field = _crossing_library("dataclasses", "field")
    described = []
    for field_name, annotation, given in fields:
        described.append((field_name, annotation, field(**given)))
    make = _crossing_library("dataclasses", "make_dataclass")
    return _crossing_keep(make(name, described, module=module, **options))


def _crossing_enum(name, module, bases, members):
    plain = {"int": int, "str": str, "float": float}
    kinds = [plain[base] if base in plain else _crossing_library("enum", base) for base in bases]
    mixed = kinds[0] if len(kinds) > 1 else None
    return _crossing_keep(kinds[-1](name, members, module=module, type=mixed))


def _crossing_exception(name, module, base):
    kind = _exception_classes.get(base, Exception)
    return _crossing_keep(type(name, (kind,), {"__module__": module}))


_crossing_makers = {
    "new": _crossing_new,
    "method": _crossing_method,
    "frozenset": _crossing_frozenset,
    "shell": _crossing_shell,
    "member": _crossing_member,
    "named tuple": _crossing_named_tuple,
    "dataclass": _crossing_dataclass,
    "enum": _crossing_enum,
    "exception": _crossing_exception,
}
