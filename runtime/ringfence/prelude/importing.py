"""Importing library modules.

Modules are frozen in the boot image with their namespaces filled. A program that imports one gets
a module of its own with a copy of that namespace (and of the lists, dicts and sets in it), so that
it can change what it likes; the module's own functions go on seeing the frozen names. A module
that has state defines ``_start(namespace)``, which is called with the copy at the first import.
"""

from _kernel import module_new, state_get, state_set

_STATE_MODULES = 142
_STATE_LIBRARY = 182
_frozen_modules = {}


def _library_state(name, start):
    """What a library module keeps for this run; made by ``start()`` at the first use."""
    states = state_get(_STATE_LIBRARY)
    if not isinstance(states, dict):
        states = {}
        state_set(_STATE_LIBRARY, states)
    found = states.get(name)
    if found is None:
        found = states[name] = start()
    return found


def _modules():
    """``sys.modules`` of this run."""
    modules = state_get(_STATE_MODULES)
    if modules is None:
        modules = {}
        state_set(_STATE_MODULES, modules)
    return modules


def _find_module(name):
    """The module of that full name, imported on need; None if there is no such module."""
    modules = _modules()
    module = modules.get(name)
    if module is not None:
        return module
    frozen = _frozen_modules.get(name)
    if frozen is None:
        return None
    parent, _, last = name.rpartition(".")
    owner = None
    if parent:
        owner = _find_module(parent)
        if owner is None:
            return None
    namespace = {}
    for key, value in frozen.items():
        kind = type(value)
        if kind is list or kind is dict or kind is set:
            value = value.copy()
        namespace[key] = value
    module = module_new(name, namespace)
    modules[name] = module
    start = namespace.get("_start")
    if start is not None:
        del namespace["_start"]
        start(namespace)
    if owner is not None:
        setattr(owner, last, module)
    return module


def _import_module(name):
    """Import a module with its parents, or raise ModuleNotFoundError."""
    module = _find_module(name)
    if module is not None:
        return module
    parts = name.split(".")
    known = ""
    for number, part in enumerate(parts):
        inner = f"{known}.{part}" if known else part
        if _find_module(inner) is None:
            if number and known:
                text = f"No module named {inner!r}"
                if inner.rpartition(".")[0] and not _is_package(known):
                    text += f"; {known!r} is not a package"
                raise ModuleNotFoundError(text, name=inner)
            raise ModuleNotFoundError(f"No module named {inner!r}", name=inner)
        known = inner
    raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _is_package(name):
    prefix = name + "."
    for other in _frozen_modules:
        if other.startswith(prefix):
            return True
    return False
