"""dataclasses: classes that get their methods from annotated fields.

The methods are closures over the list of fields; no source text is made.
"""

from _kernel import class_dict, type_lookup
from _prelude import _HOST_MINOR
from copy import deepcopy as _deepcopy
from types import MappingProxyType as _MappingProxyType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_EMPTY_METADATA = _MappingProxyType({})


_type = type


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, _type) and _type(self.type) is not _alias_type:
            return f"dataclasses.InitVar[{self.type.__name__}]"
        return f"dataclasses.InitVar[{self.type!r}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


_alias_type = type(list[int])


class Field:
    """One field of a dataclass."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
                 "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else _MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        named = getattr(type(self.default), "__set_name__", None)
        if named is not None:
            named(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _Parameters:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only",
                 "slots", "weakref_slot")

    def __repr__(self):
        shown = ",".join([f"{name}={getattr(self, name)!r}" for name in (
            "init", "repr", "eq", "order", "unsafe_hash", "frozen")])
        return f"_DataclassParams({shown})"


def _kind_of_annotation(annotation):
    """Whether an annotation says ClassVar, InitVar or an ordinary field."""
    if isinstance(annotation, str):
        text = annotation.strip()
        for name in ("typing.ClassVar", "t.ClassVar", "ClassVar"):
            if text == name or text.startswith(name + "["):
                return _FIELD_CLASSVAR
        for name in ("dataclasses.InitVar", "InitVar"):
            if text == name or text.startswith(name + "["):
                return _FIELD_INITVAR
        return _FIELD
    if annotation is InitVar or type(annotation) is InitVar:
        return _FIELD_INITVAR
    origin = getattr(annotation, "__origin__", annotation)
    if getattr(origin, "_name", None) == "ClassVar" and type(origin).__module__ == "typing":
        return _FIELD_CLASSVAR
    return _FIELD


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if type(default) is Field:
        made = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _kind_of_annotation(annotation)
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and type_lookup(type(made.default), "__hash__", 0) is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: "
                         "use default_factory")
    return made


def _joined(names):
    quoted = [repr(name) for name in names]
    if len(quoted) == 1:
        return quoted[0]
    if len(quoted) == 2:
        return " and ".join(quoted)
    return ", ".join(quoted[:-1]) + ", and " + quoted[-1]


def _fail_arguments(title, positional, keyword_only, args, kwargs):
    """Raise what a call of ``__init__`` with these wrong arguments raises."""
    names = [each.name for each in positional]
    known = names + [each.name for each in keyword_only]
    for name in kwargs:
        if name not in known:
            raise TypeError(f"{title}() got an unexpected keyword argument '{name}'")
    for name in names[:len(args)]:
        if name in kwargs:
            raise TypeError(f"{title}() got multiple values for argument '{name}'")
    if len(args) > len(names):
        required = len([each for each in positional if not _has_default(each)])
        if required == len(names):
            takes = f"{len(names) + 1} positional argument{'s' if names else ''}"
        else:
            takes = f"from {required + 1} to {len(names) + 1} positional arguments"
        given = f"{len(args) + 1} were"
        n_keywords = len([name for name in kwargs if name not in names])
        if n_keywords:
            given = (f"{len(args) + 1} positional arguments (and {n_keywords} keyword-only "
                     f"argument{'s' if n_keywords != 1 else ''}) were")
        raise TypeError(f"{title}() takes {takes} but {given} given")
    for group, what in ((positional[len(args):], "positional"), (keyword_only, "keyword-only")):
        missing = [each.name for each in group if each.name not in kwargs
                   and not _has_default(each)]
        if missing:
            plural = "s" if len(missing) > 1 else ""
            raise TypeError(f"{title}() missing {len(missing)} required {what} argument{plural}: "
                            f"{_joined(missing)}")


def _has_default(each):
    return each.default is not MISSING or each.default_factory is not MISSING


def _make_init(cls, all_fields, frozen, has_post_init, slots):
    taken = [each for each in all_fields if each.init]
    positional = [each for each in taken if not each.kw_only]
    keyword_only = [each for each in taken if each.kw_only]
    seen_default = False
    for each in positional:
        if _has_default(each):
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {each.name!r} follows default argument")
    # the class variable that holds a default makes room for the slot
    others = [each for each in all_fields if not each.init and (
        each.default_factory is not MISSING or slots and each.default is not MISSING)]
    after_init = [each.name for each in all_fields if each._field_type is _FIELD_INITVAR]
    n_positional = len(positional)
    ordered = positional + keyword_only
    plain = not others and not after_init and not keyword_only
    names = [each.name for each in positional]
    title = f"{cls.__qualname__}.__init__"
    put = object.__setattr__ if frozen else setattr
    init_var = _FIELD_INITVAR
    missing = MISSING

    def __init__(self, /, *args, **kwargs):
        if plain and not kwargs and len(args) == n_positional:
            for name, value in zip(names, args):
                put(self, name, value)
        else:
            for_post_init = {}
            used = 0
            number = 0
            n_args = len(args)
            if n_args > n_positional:
                _fail_arguments(title, positional, keyword_only, args, kwargs)
            for each in all_fields:
                name = each.name
                if not each.init:
                    if each.default_factory is not missing:
                        put(self, name, each.default_factory())
                    elif each._field_type is init_var:
                        for_post_init[name] = each.default
                    elif slots and each.default is not missing:
                        put(self, name, each.default)
                    continue
                if not each.kw_only and number < n_args:
                    value = args[number]
                    number += 1
                    if name in kwargs:
                        _fail_arguments(title, positional, keyword_only, args, kwargs)
                elif name in kwargs:
                    value = kwargs[name]
                    used += 1
                elif each.default is not missing:
                    value = each.default
                elif each.default_factory is not missing:
                    if len(kwargs) > used:
                        _check_known(title, ordered, positional, keyword_only, args, kwargs)
                    value = each.default_factory()
                else:
                    _fail_arguments(title, positional, keyword_only, args, kwargs)
                if each._field_type is init_var:
                    for_post_init[name] = value
                else:
                    put(self, name, value)
            if used != len(kwargs):
                _fail_arguments(title, positional, keyword_only, args, kwargs)
            if has_post_init:
                self.__post_init__(*[for_post_init[name] for name in after_init])
            return
        if has_post_init:
            self.__post_init__()

    annotations = {each.name: each.type for each in taken}
    annotations["return"] = None
    __init__.__annotations__ = annotations
    return __init__


def _check_known(title, ordered, positional, keyword_only, args, kwargs):
    known = [each.name for each in ordered]
    for name in kwargs:
        if name not in known:
            _fail_arguments(title, positional, keyword_only, args, kwargs)


def _make_repr(names):
    open_ones = []

    def __repr__(self):
        for other in open_ones:
            if other is self:
                return "..."
        open_ones.append(self)
        try:
            shown = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        finally:
            open_ones.pop()
        return f"{self.__class__.__qualname__}({shown})"

    return __repr__


def _values(obj, names):
    return tuple([getattr(obj, name) for name in names])


def _make_eq(names):
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) == _values(other, names)
        return NotImplemented

    return __eq__


def _make_orders(names):
    def __lt__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) < _values(other, names)
        return NotImplemented

    def __le__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) <= _values(other, names)
        return NotImplemented

    def __gt__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) > _values(other, names)
        return NotImplemented

    def __ge__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) >= _values(other, names)
        return NotImplemented

    return __lt__, __le__, __gt__, __ge__


def _make_hash(names):
    def __hash__(self):
        return hash(_values(self, names))

    return __hash__


def _freeze(cls_cell, names):
    def __setattr__(self, name, value):
        if type(self) is cls_cell[0] or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls_cell[0], self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls_cell[0] or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls_cell[0], self).__delattr__(name)

    return __setattr__, __delattr__


def _install(cls, function, replace=False):
    """Set a method unless the class has its own; answer whether it had."""
    name = function.__name__
    if name in class_dict(cls) and not replace:
        return True
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    setattr(cls, name, function)
    return False


def _process(cls, parameters):
    collected = {}
    any_frozen_base = False
    has_bases = False
    all_frozen = True
    for base in cls.__mro__[-1:0:-1]:
        inherited = class_dict(base).get("__dataclass_fields__")
        if inherited is not None:
            has_bases = True
            for each in inherited.values():
                collected[each.name] = each
            if base.__dataclass_params__.frozen:
                any_frozen_base = True
            else:
                all_frozen = False
    annotations = class_dict(cls).get("__annotations__", {})
    kw_only = parameters.kw_only
    own = []
    seen_marker = False
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or (isinstance(annotation, str) and annotation.strip() in (
                "KW_ONLY", "dataclasses.KW_ONLY")):
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = True
            kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    for each in own:
        collected[each.name] = each
        if isinstance(class_dict(cls).get(each.name), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    for name, value in class_dict(cls).items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_bases:
        if any_frozen_base and not parameters.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all_frozen and parameters.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = collected
    cls.__dataclass_params__ = parameters
    class_hash = class_dict(cls).get("__hash__", MISSING)
    has_own_hash = not (class_hash is MISSING
                        or (class_hash is None and "__eq__" in class_dict(cls)))
    if parameters.order and not parameters.eq:
        raise ValueError("eq must be true if order is true")
    all_fields = [each for each in collected.values() if each._field_type is not _FIELD_CLASSVAR]
    real = [each for each in all_fields if each._field_type is _FIELD]
    if parameters.init:
        _install(cls, _make_init(cls, all_fields, parameters.frozen,
                                 hasattr(cls, "__post_init__"), parameters.slots))
    if parameters.repr:
        _install(cls, _make_repr([each.name for each in real if each.repr]))
    compared = tuple([each.name for each in real if each.compare])
    if parameters.eq:
        _install(cls, _make_eq(compared))
    if parameters.order:
        for function in _make_orders(compared):
            if _install(cls, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class "
                                f"{cls.__name__}. Consider using functools.total_ordering")
    cell = [cls]
    if parameters.frozen:
        for function in _freeze(cell, frozenset([each.name for each in real])):
            if _install(cls, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class "
                                f"{cls.__name__}")
    hashed = tuple([each.name for each in real
                    if (each.compare if each.hash is None else each.hash)])
    if parameters.unsafe_hash:
        if has_own_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        _install(cls, _make_hash(hashed), True)
    elif parameters.eq and not has_own_hash:
        if parameters.frozen:
            _install(cls, _make_hash(hashed), True)
        else:
            cls.__hash__ = None
    if not class_dict(cls).get("__doc__"):
        cls.__doc__ = cls.__name__ + _signature_text(all_fields)
    if parameters.match_args and "__match_args__" not in class_dict(cls):
        cls.__match_args__ = tuple([each.name for each in all_fields
                                    if each.init and not each.kw_only])
    if _HOST_MINOR >= 13:
        _install(cls, _dataclass_replace_method())
    if parameters.slots:
        cls = _with_slots(cls, [each.name for each in real], parameters.weakref_slot)
        cell[0] = cls
    return cls


def _dataclass_replace_method():
    def __replace__(self, /, **changes):
        return _replace(self, changes)

    return __replace__


def _type_text(annotation):
    if isinstance(annotation, type) and type(annotation) is not _alias_type:
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _signature_text(all_fields):
    parts = []
    marked = False
    for keyword in (False, True):
        for each in all_fields:
            if not each.init or each.kw_only is not keyword:
                continue
            if keyword and not marked:
                parts.append("*")
                marked = True
            text = f"{each.name}: {_type_text(each.type)}"
            if each.default is not MISSING:
                text += f" = {each.default!r}"
            elif each.default_factory is not MISSING:
                text += " = <factory>"
            parts.append(text)
    suffix = " -> None" if _HOST_MINOR < 11 else ""
    return f"({', '.join(parts)}){suffix}"


def _with_slots(cls, names, weakref_slot):
    """The class made anew with ``__slots__``."""
    if "__slots__" in class_dict(cls):
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = class_dict(base).get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    namespace = dict(class_dict(cls))
    slots = tuple([name for name in names if name not in inherited])
    if weakref_slot and "__weakref__" not in inherited:
        slots = (*slots, "__weakref__")
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    namespace["__slots__"] = slots
    namespace["__qualname__"] = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    for value in namespace.values():
        _point_class_cell(value, cls, made)
    return made


def _point_class_cell(value, old, new):
    """Let ``super()`` in the methods of a class that was made anew find the new class."""
    function = getattr(value, "__func__", value)
    if type(value) is property:
        for part in (value.fget, value.fset, value.fdel):
            if part is not None:
                _point_class_cell(part, old, new)
        return
    for cell in getattr(function, "__closure__", None) or ():
        try:
            if cell.cell_contents is old:
                cell.cell_contents = new
        except (ValueError, AttributeError):
            pass


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    parameters = _Parameters()
    parameters.init = init
    parameters.repr = repr
    parameters.eq = eq
    parameters.order = order
    parameters.unsafe_hash = unsafe_hash
    parameters.frozen = frozen
    parameters.match_args = match_args
    parameters.kw_only = kw_only
    parameters.slots = slots
    parameters.weakref_slot = weakref_slot
    if cls is None:
        return lambda cls: _process(cls, parameters)
    return _process(cls, parameters)


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    found = getattr(class_or_instance, "__dataclass_fields__", None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([each for each in found.values() if each._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict(obj, dict_factory)


def _asdict(obj, factory):
    kind = type(obj)
    if kind is int or kind is str or kind is float or obj is None or kind is bool:
        return obj
    if _is_dataclass_instance(obj):
        return factory([(each.name, _asdict(getattr(obj, each.name), factory))
                        for each in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_asdict(item, factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return kind([_asdict(item, factory) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_asdict(key, factory), _asdict(value, factory)) for key, value in obj.items()]
        if _HOST_MINOR >= 12 and hasattr(kind, "default_factory"):
            made = kind(obj.default_factory)
            for key, value in pairs:
                made[key] = value
            return made
        return kind(pairs)
    return _deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple(obj, tuple_factory)


def _astuple(obj, factory):
    kind = type(obj)
    if _is_dataclass_instance(obj):
        return factory([_astuple(getattr(obj, each.name), factory) for each in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_astuple(item, factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return kind([_astuple(item, factory) for item in obj])
    if isinstance(obj, dict):
        return kind([(_astuple(key, factory), _astuple(value, factory))
                     for key, value in obj.items()])
    return _deepcopy(obj)


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, changes)


def _replace(obj, changes):
    for each in obj.__dataclass_fields__.values():
        if each._field_type is _FIELD_CLASSVAR:
            continue
        if not each.init:
            if each.name in changes:
                raise ValueError(f"field {each.name} is declared with init=False, it cannot be "
                                 "specified with replace()")
            continue
        if each.name not in changes:
            if each._field_type is _FIELD_INITVAR and each.default is MISSING:
                raise ValueError(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(obj, each.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    """Return a new dynamically created dataclass."""
    made = dict(namespace) if namespace else {}
    annotations = {}
    seen = set()
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, made[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = annotation
    made["__annotations__"] = annotations
    made["__module__"] = module or "types"
    cls = type(bases[0])(cls_name, bases, made) if bases else type(cls_name, bases, made)
    return dataclass(cls, **options)
