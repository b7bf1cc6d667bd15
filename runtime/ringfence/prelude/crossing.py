"""Values of the host that only Python code can make: instances of library classes and of classes
that the host lends by value (dataclasses, named tuples, enumerations, exceptions).

The host asks for objects in one list and gets them in the same order; what can be part of a cycle
is made empty and filled afterwards. Classes made here live in a list of the run, and the host
knows them by their places in it.
"""

from _kernel import module_new, os_call, state_get, state_set

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


def _crossing_module(name, values, functions):
    """A module of the host; its functions were lent under their full names."""
    modules = _modules()
    parent = None
    parts = name.split(".")
    for end in range(1, len(parts)):
        above = ".".join(parts[:end])
        found = _find_module(above)
        if found is None:
            found = modules[above] = module_new(above, {})
            if parent is not None:
                setattr(parent, parts[end - 1], found)
        parent = found
    namespace = dict(values)
    lent = state_get(143)
    for each in functions:
        namespace[each.rpartition(".")[2]] = lent[each]
    made = modules[name] = module_new(name, namespace)
    if parent is not None:
        setattr(parent, parts[-1], made)


class _HostObject:
    """An object of the host, known by its number; it can do what its class here lists."""

    __slots__ = ("_host_number", "__dict__")

    def __eq__(self, other):
        if not isinstance(other, _HostObject):
            return NotImplemented
        return self._host_number == other._host_number

    def __hash__(self):
        return hash(self._host_number)

    def __repr__(self):
        return f"<{type(self).__name__} object of the host>"


def _crossing_host_method(name):
    def method(self, /, *args, **kwargs):
        return os_call("call", (self._host_number, name, args), kwargs or None)

    method.__name__ = name
    return method


def _crossing_host_attribute(name):
    def read(self):
        return os_call("attribute", (self._host_number, name), None)

    return property(read)


def _crossing_object(number, type_name, methods, lazy, attributes):
    known = _host_object_classes()
    key = (type_name, methods, lazy)
    cls = known.get(key)
    if cls is None:
        namespace = {"__module__": "__main__"}
        for name in methods:
            namespace[name] = _crossing_host_method(name)
        for name in lazy:
            namespace[name] = _crossing_host_attribute(name)
        cls = known[key] = type(type_name, (_HostObject,), namespace)
    made = object.__new__(cls)
    made._host_number = number
    for name, value in attributes.items():
        object.__setattr__(made, name, value)
    return made


def _host_object_classes():
    known = state_get(164)
    if known is None:
        known = {}
        state_set(164, known)
    return known


_crossing_makers = {
    "module": _crossing_module,
    "object": _crossing_object,
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
