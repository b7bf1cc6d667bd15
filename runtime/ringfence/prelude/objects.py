"""object, type and the descriptors: what every class stands on.

Kernels do the common cases (``kernels/attributes.py``, ``reflection.py``); the bodies here do
the whole protocols, for what kernels decline: descriptors and metaclasses of user code, and
errors. ``@member`` makes an attribute that asks a native (1 argument: read, 2: set). ``operations.py`` uses the ``_object_...`` and ``_type_...`` functions below.
"""

from _kernel import (
    cell_set,
    class_delete_attr,
    class_dict,
    class_layout,
    class_new,
    class_of,
    class_set_attr,
    class_set_mro,
    class_subclasses,
    frame_globals,
    instance_new,
    instance_of,
    is_subclass_plain,
    make_classmethod,
    make_property,
    member_clear,
    member_new as _member,
    member_set,
    not_implemented,
    own_attribute as _own_attribute,
    own_attribute_delete,
    own_attribute_set,
    payload_set,
    property_part,
    state_get,
    super_unbound,
    type_lookup,
    type_lookup_after,
    union_args,
    union_new,
    unwrapped as _unwrapped,
)

Ellipsis = ...
NotImplemented = not_implemented()
_missing_value = ("nothing was found",)
_types_by_kind = state_get(146)  # STATE_TYPES_AT
_function_type = _types_by_kind[26]  # KIND_FUNCTION
_native_type = _types_by_kind[28]
_module_type = _types_by_kind[35]


def _is_builtin_class(cls):
    """Whether a class cannot be changed."""
    return class_layout(cls)[3]


def _has_own_names(obj):
    """Whether an object's own attributes may have any name."""
    cls = class_of(obj)
    return class_layout(cls)[2] and not _is_builtin_class(cls) or cls is _module_type


# ---------------------------------------------------------------- descriptors by hand
@native("bind")
def _bind(value, obj, cls, /):
    """What ``value``, found in ``cls``, becomes when read through ``obj``."""
    getter = type_lookup(class_of(value), "__get__", None)
    if getter is None:
        return value
    return getter(value, obj, cls)


@native("bind_class")
def _bind_class(value, cls, /):
    """The same, read through the class."""
    getter = type_lookup(class_of(value), "__get__", None)
    if getter is None:
        return value
    return getter(value, None, cls)


@native("special")
def _special(obj, name, /):
    """A special method looked up on the class and bound, or None."""
    cls = class_of(obj)
    found = type_lookup(cls, name, None)
    if found is None:
        return None
    return _bind(found, obj, cls)


def _is_data_descriptor(value):
    cls = class_of(value)
    return (type_lookup(cls, "__set__", None) is not None
            or type_lookup(cls, "__delete__", None) is not None)


def _check_name(name):
    if not isinstance(name, str):
        raise TypeError(f"attribute name must be string, not '{class_of(name).__name__}'")
    return _unwrapped(name)


def _object_get(obj, name):
    """``object.__getattribute__`` of anything but a class or a super object."""
    cls = class_of(obj)
    found = type_lookup(cls, name, _missing_value)
    if found is not _missing_value and _is_data_descriptor(found) and type_lookup(
            class_of(found), "__get__", None) is not None:
        return _bind(found, obj, cls)
    own = _own_attribute(obj, name, _missing_value)
    if own is not _missing_value:
        return own
    if found is _missing_value:
        _fail_no_attribute(obj, name)
    return _bind(found, obj, cls)


def _type_get(cls, name):
    """``type.__getattribute__``."""
    meta = class_of(cls)
    by_meta = type_lookup(meta, name, _missing_value)
    if by_meta is not _missing_value and _is_data_descriptor(by_meta):
        return _bind(by_meta, cls, meta)
    found = type_lookup(cls, name, _missing_value)
    if found is not _missing_value:
        return _bind_class(found, cls)
    if by_meta is _missing_value:
        _fail_no_attribute(cls, name)
    return _bind(by_meta, cls, meta)


def _super_get(obj, name):
    """Attribute of a super object: the classes behind its class in the MRO."""
    start = _super_start(obj)
    if start is not None and name != "__class__":
        found = type_lookup_after(start, _super_class(obj), name, _missing_value)
        if found is not _missing_value:
            receiver = _super_receiver(obj)
            if receiver is start:
                return _bind_class(found, start)
            return _bind(found, receiver, start)
    return _object_get(obj, name)


@native("super.__thisclass__")
def _super_class(obj, /): ...


@native("super.__self__")
def _super_receiver(obj, /): ...


@native("super.__self_class__")
def _super_start(obj, /): ...


def _object_set(obj, name, value):
    """``object.__setattr__`` and ``type.__setattr__``."""
    cls = class_of(obj)
    found = type_lookup(cls, name, _missing_value)
    if found is not _missing_value:
        setter = type_lookup(class_of(found), "__set__", None)
        if setter is not None:
            setter(found, obj, value)
            return
        if type_lookup(class_of(found), "__delete__", None) is not None:
            raise AttributeError("__set__")
    if is_subclass_plain(cls, type):
        class_set_attr(obj, name, value)
    else:
        own_attribute_set(obj, name, value)


def _object_delete(obj, name):
    """``object.__delattr__`` and ``type.__delattr__``."""
    cls = class_of(obj)
    found = type_lookup(cls, name, _missing_value)
    if found is not _missing_value:
        deleter = type_lookup(class_of(found), "__delete__", None)
        if deleter is not None:
            deleter(found, obj)
            return
        if type_lookup(class_of(found), "__set__", None) is not None:
            raise AttributeError("__delete__")
    if is_subclass_plain(cls, type):
        gone = class_delete_attr(obj, name)
    else:
        gone = own_attribute_delete(obj, name)
    if not gone:
        _fail_cannot_delete_attribute(obj, name)


# ---------------------------------------------------------------- object
def _abstract_text(cls):
    names = sorted(class_dict(cls)["__abstractmethods__"])
    plural = "s" if len(names) > 1 else ""
    if _host_minor < 12:
        return (f"Can't instantiate abstract class {cls.__name__} "
                f"with abstract method{plural} {', '.join(names)}")
    quoted = ", ".join([f"'{name}'" for name in names])
    return (f"Can't instantiate abstract class {cls.__name__} "
            f"without an implementation for abstract method{plural} {quoted}")


class object:
    """The base class of the class hierarchy.

    When called, it accepts no arguments and returns a new featureless
    instance that has no instance attributes and cannot be given any.
    """

    @member
    def __class__(self, /): ...

    @native
    def __new__(cls=_missing_value, /, *args, **kwargs):
        if cls is _missing_value:
            raise TypeError("object.__new__(): not enough arguments")
        if not isinstance(cls, type):
            raise TypeError(
                f"object.__new__(X): X is not a type object ({class_of(cls).__name__})")
        if args or kwargs:
            new = type_lookup(cls, "__new__", None)
            if new is not class_dict(object)["__new__"]:
                raise TypeError("object.__new__() takes exactly one argument "
                                "(the type to instantiate)")
            if type_lookup(cls, "__init__", None) is class_dict(object)["__init__"]:
                raise TypeError(f"{cls.__name__}() takes no arguments")
        made = instance_new(cls)
        if made is None:
            if class_dict(cls).get("__abstractmethods__"):
                raise TypeError(_abstract_text(cls))
            safe = cls
            while not _is_builtin_class(safe):
                safe = safe.__base__
            raise TypeError(
                f"object.__new__({cls.__name__}) is not safe, use {safe.__name__}.__new__()")
        return made

    @native
    def __init__(self, /, *args, **kwargs):
        if args or kwargs:
            cls = class_of(self)
            if type_lookup(cls, "__init__", None) is not class_dict(object)["__init__"]:
                raise TypeError("object.__init__() takes exactly one argument "
                                "(the instance to initialize)")
            if type_lookup(cls, "__new__", None) is class_dict(object)["__new__"]:
                raise TypeError(f"{cls.__name__}.__init__() takes exactly one argument "
                                "(the instance to initialize)")

    @native
    def __getattribute__(self, name, /):
        name = _check_name(name)
        if isinstance(self, type):
            return _object_get_of_class(self, name)
        if class_of(self) is super:
            return _super_get(self, name)
        return _object_get(self, name)

    @native
    def __setattr__(self, name, value, /):
        _object_set(self, _check_name(name), value)

    @native
    def __delattr__(self, name, /):
        _object_delete(self, _check_name(name))

    @native
    def __hash__(self, /): ...

    @native
    def __eq__(self, value, /):
        return True if self is value else NotImplemented

    def __ne__(self, value, /):
        equal = type_lookup(class_of(self), "__eq__", None)(self, value)
        if equal is NotImplemented:
            return NotImplemented
        return not equal

    def __lt__(self, value, /):
        return NotImplemented

    def __le__(self, value, /):
        return NotImplemented

    def __gt__(self, value, /):
        return NotImplemented

    def __ge__(self, value, /):
        return NotImplemented

    def __repr__(self, /):
        cls = class_of(self)
        module = cls.__module__
        name = cls.__qualname__
        if isinstance(module, str) and module != "builtins":
            name = f"{module}.{name}"
        return f"<{name} object at 0x{id(self):012x}>"

    def __str__(self, /):
        cls = class_of(self)
        return _bind(type_lookup(cls, "__repr__", None), self, cls)()

    def __format__(self, format_spec, /):
        if not isinstance(format_spec, str):
            raise TypeError("__format__() argument must be str, "
                            f"not {class_of(format_spec).__name__}")
        if format_spec:
            raise TypeError(
                f"unsupported format string passed to {_name_of(self)}.__format__")
        return str(self)

    @make_classmethod
    def __init_subclass__(cls, /, *args, **kwargs):
        """This method is called when a class is subclassed."""
        if kwargs:
            raise TypeError(f"{cls.__qualname__}.__init_subclass__() takes no keyword arguments")
        if args:
            raise TypeError(
                f"{cls.__qualname__}.__init_subclass__() takes no arguments ({len(args)} given)")

    @make_classmethod
    def __subclasshook__(cls, object, /):
        return NotImplemented

    def __dir__(self, /):
        names = {}
        own = getattr(self, "__dict__", None)
        if isinstance(own, dict):
            names.update(dict.fromkeys(own))
        _collect_names(getattr(self, "__class__", None), names)
        return list(names)

    def __sizeof__(self, /):
        return 16

    def __reduce__(self, /):
        raise TypeError(f"cannot pickle '{class_of(self).__name__}' object")

    def __reduce_ex__(self, protocol, /):
        return self.__reduce__()

    def __getstate__(self, /):
        state = getattr(self, "__dict__", None)
        return dict(state) if state else None


def _object_get_of_class(cls, name):
    """``object.__getattribute__`` of a class, taken as a plain object."""
    meta = class_of(cls)
    found = type_lookup(meta, name, _missing_value)
    if found is not _missing_value and _is_data_descriptor(found):
        return _bind(found, cls, meta)
    own = class_dict(cls).get(name, _missing_value)
    if own is not _missing_value:
        return own
    if found is _missing_value:
        _fail_no_attribute(cls, name)
    return _bind(found, cls, meta)


def _collect_names(cls, names):
    """Add the names in a class and its bases to the keys of a dict."""
    if isinstance(cls, type):
        for base in cls.__mro__:
            for name in class_dict(base):
                if not (name in _MACHINE_NAMES and _is_builtin_class(base)):
                    names[name] = None


_MACHINE_NAMES = ("__module__", "__classcell__", "__qualname__")


# ---------------------------------------------------------------- type
@native("property.__new__")
def _plain_property(cls, fget, fset, fdel, doc, /): ...


@native("type.__bases__")
def _bases_of_class(cls, /): ...


def _annotations_of_class(cls):
    if _is_builtin_class(cls):
        raise AttributeError(f"type object '{cls.__name__}' has no attribute '__annotations__'")
    own = class_dict(cls).get("__annotations__", _missing_value)
    if own is _missing_value:
        own = {}
        try:
            class_set_attr(cls, "__annotations__", own)
        except TypeError:
            pass  # a class of a library module: it cannot be written
    return own


def _change_annotations(cls, value):
    if _is_builtin_class(cls):
        _fail_class_immutable(cls, "__annotations__")
    class_set_attr(cls, "__annotations__", value)


def _forget_annotations(cls):
    if _is_builtin_class(cls):
        _fail_class_immutable(cls, "__annotations__")
    if not class_delete_attr(cls, "__annotations__"):
        raise AttributeError("__annotations__")


def _change_bases(cls, bases):
    """``cls.__bases__ = bases``."""
    if _is_builtin_class(cls):
        _fail_class_immutable(cls, "__bases__")
    if not isinstance(bases, tuple):
        raise TypeError(
            f"can only assign tuple to {cls.__name__}.__bases__, not {class_of(bases).__name__}")
    if not bases:
        raise TypeError(f"can only assign non-empty tuple to {cls.__name__}.__bases__, not ()")
    for base in bases:
        if not isinstance(base, type):
            raise TypeError(f"{cls.__name__}.__bases__ must be tuple of classes, "
                            f"not '{class_of(base).__name__}'")
        if is_subclass_plain(base, cls):
            raise TypeError("a __bases__ item causes an inheritance cycle")
    best = _check_bases(bases)
    if class_layout(best)[:3] != class_layout(cls.__base__)[:3] and not (
            best is not object and cls.__base__ is not object
            and _solid_base(best) is _solid_base(cls.__base__)):
        raise TypeError(f"__bases__ assignment: '{best.__name__}' object layout differs from "
                        f"'{cls.__base__.__name__}'")
    class_set_mro(cls, (cls, *_mro_after(bases)), bases)
    for other in _classes_below(cls):
        class_set_mro(other, (other, *_mro_after(other.__bases__)))


def _classes_below(cls):
    """The subclasses of a class, those of a class before its own."""
    found = []
    for other in class_subclasses(cls):
        found.append(other)
        found.extend(_classes_below(other))
    return found


class type:
    """type(object) -> the object's type
    type(name, bases, dict, **kwds) -> a new type
    """

    @member
    def __name__(self, /): ...

    @member
    def __qualname__(self, /): ...

    @member
    def __module__(self, /): ...

    @member
    def __mro__(self, /): ...

    __bases__ = _plain_property(property, _bases_of_class, _change_bases, None, None)

    @member
    def __base__(self, /): ...

    @member
    def __dict__(self, /): ...

    @member
    def __doc__(self, /): ...

    __annotations__ = _plain_property(
        property, _annotations_of_class, _change_annotations, _forget_annotations, None)

    @native
    def __new__(cls, object=_missing_value, bases=_missing_value, dict=_missing_value, /,
                **kwargs):
        if bases is _missing_value or dict is _missing_value:
            if object is not _missing_value and bases is _missing_value and cls is type:
                return class_of(object)
            if cls is type:
                raise TypeError("type() takes 1 or 3 arguments")
            n = (object is not _missing_value) + (bases is not _missing_value)
            raise TypeError(f"type.__new__() takes exactly 3 arguments ({n} given)")
        made = _type_new(cls, object, bases, dict, kwargs)
        own = class_of(made)
        if cls is type and own is not type:  # a call of type: the metaclass of a base won
            _bind(type_lookup(own, "__init__", None), made, own)(object, bases, dict, **kwargs)
        return made

    def __init__(self, object=None, bases=_missing_value, dict=_missing_value, /, **kwargs):
        if kwargs and bases is _missing_value:
            raise TypeError("type.__init__() takes no keyword arguments")
        if (bases is _missing_value) != (dict is _missing_value):
            raise TypeError("type.__init__() takes 1 or 3 arguments")

    @native
    def __call__(self, /, *args, **kwargs):
        return _type_call(self, args, kwargs)

    @native
    def __getattribute__(self, name, /):
        return _type_get(self, _check_name(name))

    @native
    def __setattr__(self, name, value, /):
        _object_set(self, _check_name(name), value)

    @native
    def __delattr__(self, name, /):
        _object_delete(self, _check_name(name))

    def __repr__(self, /):
        module = self.__module__
        if isinstance(module, str) and module != "builtins":
            return f"<class '{module}.{self.__qualname__}'>"
        return f"<class '{self.__qualname__}'>"

    def mro(self, /):
        """Return a type's method resolution order."""
        return [self, *_mro_after(self.__bases__)]

    def __subclasses__(self, /):
        """Return a list of immediate subclasses."""
        return class_subclasses(self)

    def __instancecheck__(self, instance, /):
        """Check if an object is an instance."""
        return _instance_by_mro(instance, self)

    def __subclasscheck__(self, subclass, /):
        """Check if a class is a subclass."""
        return _subclass_by_mro(subclass, self)

    @make_classmethod
    def __prepare__(cls, /, *args, **kwargs):
        """Create the namespace for the class statement."""
        return {}

    def __dir__(self, /):
        names = {}
        _collect_names(self, names)
        return list(names)

    def __or__(self, value, /):
        return _union_of(self, value)

    def __ror__(self, value, /):
        return _union_of(value, self)


def _union_of(left, right):
    """``left | right`` for types: a union without doubles, the class itself if only one is left."""
    members = []
    for side in (left, right):
        inner = union_args(side)
        if inner is None:
            if side is not None and not isinstance(side, type) and not _is_type_form(side):
                return NotImplemented
            inner = (class_of(None) if side is None else side,)
        for member in inner:
            if not any([member is other or (not isinstance(member, type) and member == other)
                        for other in members]):
                members.append(member)
    return members[0] if len(members) == 1 else union_new(tuple(members))


def _is_type_form(obj):
    """Whether an object that is no class may be a member of a union: aliases, type variables."""
    return class_of(obj).__name__ in (
        "GenericAlias", "TypeVar", "ParamSpec", "TypeAliasType", "_GenericAlias", "NewType",
        "_SpecialForm", "ForwardRef", "_UnionGenericAlias", "_AnyMeta")


def _instance_by_mro(obj, cls):
    """``type.__instancecheck__``: the class of the object, or what its ``__class__`` says."""
    own = class_of(obj)
    if is_subclass_plain(own, cls):
        return True
    said = getattr(obj, "__class__", own)
    if said is own or not isinstance(said, type):
        return False
    return is_subclass_plain(said, cls)


def _subclass_by_mro(sub, cls):
    """``type.__subclasscheck__``."""
    if isinstance(sub, type):
        return is_subclass_plain(sub, cls)
    bases = getattr(sub, "__bases__", None)
    if not isinstance(bases, tuple):
        raise TypeError("issubclass() arg 1 must be a class")
    return any([_subclass_by_mro(base, cls) for base in bases])


def _type_call(cls, args, kwargs):
    """``type.__call__``: make an instance and initialise it."""
    if cls is type and len(args) == 1 and not kwargs:
        return class_of(args[0])
    new = type_lookup(cls, "__new__", None)
    if class_of(new) is staticmethod:
        new = new.__func__
    made = _bind_class(new, cls)(cls, *args, **kwargs)
    own = class_of(made)
    if not is_subclass_plain(own, cls):
        return made
    kind, _, _, builtin = class_layout(cls)
    if builtin and kind or cls is type:
        return made  # the constructor of a builtin value does it all
    result = _bind(type_lookup(own, "__init__", None), made, own)(*args, **kwargs)
    if result is not None:
        _fail_init_returned(result)
    return made


# ---------------------------------------------------------------- making classes
def _mro_after(bases):
    """The MRO of a class of these bases, behind the class itself (C3)."""
    todo = [list(base.__mro__) for base in bases]
    todo.append(list(bases))
    merged = []
    while True:
        todo = [order for order in todo if order]
        if not todo:
            return merged
        for order in todo:
            head = order[0]
            if not any([_is_in_tail(head, other) for other in todo]):
                break
        else:
            heads = {}
            for order in todo:
                heads[order[0]] = None
            names = ", ".join([cls.__name__ for cls in heads])
            raise TypeError("Cannot create a consistent method resolution\n"
                            f"order (MRO) for bases {names}")
        merged.append(head)
        for order in todo:
            if order[0] is head:
                del order[0]


def _is_in_tail(cls, order):
    for k in range(1, len(order)):
        if order[k] is cls:
            return True
    return False


def _winning_metaclass(meta, bases):
    """The most derived of a metaclass and those of the bases."""
    for base in bases:
        other = class_of(base)
        if is_subclass_plain(meta, other):
            continue
        if is_subclass_plain(other, meta):
            meta = other
            continue
        raise TypeError("metaclass conflict: the metaclass of a derived class must be a "
                        "(non-strict) subclass of the metaclasses of all its bases")
    return meta


def _solid_base(cls):
    """The class in the MRO that last added to the layout of instances."""
    for base in cls.__mro__:
        kind, n_fixed, _, builtin = class_layout(base)
        if builtin and kind:
            return base
        inherited = 0
        for other in base.__bases__:
            inherited = max(inherited, class_layout(other)[1])
        if n_fixed > inherited:
            return base
    return object


def _check_bases(bases):
    """Refuse bases that no class can have together; answer the one that gives the layout."""
    best = None
    solid = None
    for base in bases:
        if not isinstance(base, type):
            raise TypeError("bases must be types")
        if base.__name__ in _final_classes and _is_builtin_class(base):
            if _final_classes[base.__name__] is base:
                raise TypeError(f"type '{base.__name__}' is not an acceptable base type")
        candidate = _solid_base(base)
        if best is None or (solid is not candidate and is_subclass_plain(candidate, solid)):
            best = base
            solid = candidate
        elif not is_subclass_plain(solid, candidate):
            raise TypeError("multiple bases have instance lay-out conflict")
    return best


_final_classes = {}
for _each in (*_types_by_kind, *state_get(152)):  # STATE_CONSTANT_TYPES
    _final_classes[_each.__name__] = _each
for _name in ("object", "type", "int", "float", "complex", "str", "bytes", "bytearray", "list",
              "tuple", "dict", "set", "frozenset", "module", "property", "classmethod",
              "staticmethod", "super", "BaseException", "enumerate", "zip", "reversed",
              "StopIteration", "GeneratorExit", "StopAsyncIteration", "AssertionError",
              "GenericAlias"):
    _final_classes.pop(_name, None)


def _mangle(name, cls_name):
    """A private name as it is inside a class."""
    stripped = cls_name.lstrip("_")
    if not name.startswith("__") or name.endswith("__") or "." in name or not stripped:
        return name
    return f"_{stripped}{name}"


def _read_slots(name, namespace, bases, best):
    """``__slots__`` of a namespace: names of new fixed slots, and whether there is a dict."""
    had_dict = any([class_layout(base)[2] for base in bases])
    slots = namespace.get("__slots__", _missing_value)
    if slots is _missing_value:
        return (), True
    slots = (slots,) if isinstance(slots, str) else tuple(slots)
    sized = _unwrapped_class(best)
    if slots and sized in (int, bytes, tuple):
        raise TypeError(f"nonempty __slots__ not supported for subtype of '{best.__name__}'")
    names = []
    has_dict = had_dict
    has_weakref = any([_has_weakref(base) for base in bases])
    for slot in slots:
        if not isinstance(slot, str):
            raise TypeError(f"__slots__ items must be strings, not '{class_of(slot).__name__}'")
        if not slot.isidentifier():
            raise TypeError("__slots__ must be identifiers")
        if slot == "__dict__":
            if has_dict:
                raise TypeError("__dict__ slot disallowed: we already got one")
            has_dict = True
        elif slot == "__weakref__":
            if has_weakref:
                raise TypeError("__weakref__ slot disallowed: either we already got one, or "
                                "__itemsize__ != 0")
            has_weakref = True
        else:
            mangled = _mangle(_unwrapped(slot), name)
            if mangled in namespace and mangled not in ("__qualname__", "__classcell__"):
                raise ValueError(f"'{slot}' in __slots__ conflicts with class variable")
            if mangled not in names:
                names.append(mangled)
    names.sort()
    return tuple(names), has_dict


def _unwrapped_class(cls):
    """The builtin class whose values instances of a class wrap, or None."""
    for base in cls.__mro__:
        if _is_builtin_class(base) and class_layout(base)[0]:
            return base
    return None


def _has_weakref(cls):
    return type_lookup(cls, "__weakref__", _missing_value) is not _missing_value


@native("instance.__dict__")
def _dict_of_instance(self, /): ...


@native("instance.__weakref__")
def _weakref_of_instance(self, /): ...


def _type_new(meta, name, bases, namespace, keywords):
    """``type.__new__`` with three arguments."""
    if not isinstance(name, str):
        raise TypeError(f"type.__new__() argument 1 must be str, not {class_of(name).__name__}")
    if not isinstance(bases, tuple):
        raise TypeError(f"type.__new__() argument 2 must be tuple, not {class_of(bases).__name__}")
    if not isinstance(namespace, dict):
        raise TypeError(
            f"type.__new__() argument 3 must be dict, not {class_of(namespace).__name__}")
    name = _unwrapped(name)
    if "\0" in name:
        raise ValueError("type name must not contain null characters")
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            raise TypeError("type() doesn't support MRO entry resolution; use types.new_class()")
    bases = _unwrapped(bases) or (object,)
    winner = _winning_metaclass(meta, bases)
    if winner is not meta:
        if type_lookup(winner, "__new__", None) is not class_dict(type)["__new__"]:
            return winner.__new__(winner, name, bases, namespace, **keywords)
        meta = winner
    best = _check_bases(bases)
    for k in range(len(bases)):
        for j in range(k):
            if bases[j] is bases[k]:
                raise TypeError(f"duplicate base class {bases[k].__name__}")
    namespace = dict(namespace)
    slots, has_dict = _read_slots(name, namespace, bases, best)
    qualname = namespace.pop("__qualname__", name)
    if not isinstance(qualname, str):
        raise TypeError(f"type __qualname__ must be a str, not {class_of(qualname).__name__}")
    cell = namespace.pop("__classcell__", None)
    if "__module__" not in namespace:
        module = frame_globals(2).get("__name__")
        if module is not None:
            namespace["__module__"] = module
    if class_of(namespace.get("__new__")) is _function_type:
        namespace["__new__"] = staticmethod(namespace["__new__"])
    for special in ("__init_subclass__", "__class_getitem__"):
        if class_of(namespace.get(special)) is _function_type:
            namespace[special] = classmethod(namespace[special])
    if "__eq__" in namespace and "__hash__" not in namespace:
        namespace["__hash__"] = None
    if "__doc__" not in namespace:
        namespace["__doc__"] = None
    own_keys = list(namespace)
    rest = tuple(_mro_after(bases))
    cls = class_new(meta, name, qualname, bases, namespace, rest, slots, has_dict)
    if has_dict and not any([class_layout(base)[2] for base in bases]):
        class_set_attr(cls, "__dict__", _member(_dict_of_instance, "__dict__", cls))
        if not any([_has_weakref(base) for base in bases]):
            class_set_attr(cls, "__weakref__", _member(_weakref_of_instance, "__weakref__", cls))
    if cell is not None:
        cell_set(cell, cls)
    if type_lookup(meta, "mro", None) is not class_dict(type)["mro"]:
        class_set_mro(cls, tuple(_bind(type_lookup(meta, "mro", None), cls, meta)()))
    for key in own_keys:
        value = namespace.get(key)
        named = type_lookup(class_of(value), "__set_name__", None)
        if named is not None:
            _set_name(named, value, cls, key)
    starter = type_lookup_after(cls, cls, "__init_subclass__", None)
    _bind_class(starter, cls)(**keywords)
    return cls


def _set_name(named, value, cls, key):
    try:
        _bind(named, value, class_of(value))(cls, key)
    except Exception as error:
        text = (f"Error calling __set_name__ on '{class_of(value).__name__}' instance {key!r} "
                f"in '{cls.__name__}'")
        if _host_minor < 12:
            failed = RuntimeError(text)
            failed.__cause__ = error
        else:
            error.add_note(text)
            raise
    else:
        return
    raise failed


# ---------------------------------------------------------------- property
class property:
    """Property attribute.

      fget
        function to be used for getting an attribute value
      fset
        function to be used for setting an attribute value
      fdel
        function to be used for del'ing an attribute
      doc
        docstring

    Typical use is to define a managed attribute x:

    class C(object):
        def getx(self): return self._x
        def setx(self, value): self._x = value
        def delx(self): del self._x
        x = property(getx, setx, delx, "I'm the 'x' property.")

    Decorators make defining new properties or modifying existing ones easy:

    class C(object):
        @property
        def x(self):
            "I am the 'x' property."
            return self._x
        @x.setter
        def x(self, value):
            self._x = value
        @x.deleter
        def x(self):
            del self._x
    """

    @native
    def __new__(cls, fget=None, fset=None, fdel=None, doc=None, *rest, **keywords):
        if cls is property:
            for name in keywords:
                raise TypeError(f"'{name}' is an invalid keyword argument for property()")
            if rest:
                given = 4 + len(rest)
                raise TypeError(f"property() takes at most 4 arguments ({given} given)")
            return _plain_property(property, fget, fset, fdel, doc)
        return instance_of(cls, _plain_property(property, None, None, None, None))

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        if class_of(self) is property:
            return
        payload_set(self, _plain_property(property, fget, fset, fdel, doc))
        if doc is None and fget is not None:
            doc = getattr(fget, "__doc__", None)
        if doc is not None and _has_own_names(self):
            own_attribute_set(self, "__doc__", doc)

    @member
    def fget(self, /): ...

    @member
    def fset(self, /): ...

    @member
    def fdel(self, /): ...

    @member
    def __doc__(self, /): ...

    @native
    def getter(self, object, /):
        """Descriptor to obtain a copy of the property with a different getter."""
        return class_of(self)(object, self.fset, self.fdel)

    @native
    def setter(self, object, /):
        """Descriptor to obtain a copy of the property with a different setter."""
        return class_of(self)(self.fget, object, self.fdel)

    @native
    def deleter(self, object, /):
        """Descriptor to obtain a copy of the property with a different deleter."""
        return class_of(self)(self.fget, self.fset, object)

    @native
    def __set_name__(self, owner, name, /):
        _name_property(_unwrapped(self), owner, name)

    def __get__(self, instance, owner=None, /):
        if instance is None:
            return self
        getter = property_part(_unwrapped(self), 0)
        if getter is None:
            raise AttributeError(_property_text(self, instance, "getter"))
        return getter(instance)

    def __set__(self, instance, value, /):
        setter = property_part(_unwrapped(self), 1)
        if setter is None:
            raise AttributeError(_property_text(self, instance, "setter"))
        setter(instance, value)

    def __delete__(self, instance, /):
        deleter = property_part(_unwrapped(self), 2)
        if deleter is None:
            raise AttributeError(_property_text(self, instance, "deleter"))
        deleter(instance)

    @make_property
    def __isabstractmethod__(self, /):
        for number in range(3):
            part = property_part(_unwrapped(self), number)
            if part is not None and getattr(part, "__isabstractmethod__", False):
                return True
        return False


@native("property.__set_name__")
def _name_property(self, owner, name, /): ...


def _property_text(self, instance, what):
    name = property_part(_unwrapped(self), 4)
    title = class_of(instance).__qualname__
    if name is None:
        return f"property of {title!r} object has no {what}"
    return f"property {name!r} of {title!r} object has no {what}"


# ---------------------------------------------------------------- other descriptors
class classmethod:
    """classmethod(function) -> method

    Convert a function to be a class method.
    """

    @native
    def __new__(cls, function=None, /, *rest, **keywords):
        if cls is not classmethod:
            return instance_of(cls, classmethod(function))
        if keywords:
            raise TypeError("classmethod() takes no keyword arguments")
        raise TypeError(f"classmethod expected 1 argument, got {len(rest) + (function is not None)}")

    def __init__(self, function, /):
        if class_of(self) is not classmethod:
            payload_set(self, classmethod(function))

    @member
    def __func__(self, /): ...

    @native
    def __get__(self, instance, owner=None, /):
        if owner is None:
            owner = class_of(instance)
        function = _unwrapped(self).__func__
        getter = type_lookup(class_of(function), "__get__", None)
        if getter is not None and _host_minor < 13:
            return getter(function, owner, class_of(owner))
        return _bound_method(function, owner)

    @make_property
    def __isabstractmethod__(self, /):
        return bool(getattr(_unwrapped(self).__func__, "__isabstractmethod__", False))

    @make_property
    def __wrapped__(self, /):
        return _unwrapped(self).__func__

    def __getattr__(self, name, /):
        return _wrapper_attribute(self, name)

    def __repr__(self, /):
        return f"<classmethod({self.__func__!r})>"


class staticmethod:
    """staticmethod(function) -> method

    Convert a function to be a static method.
    """

    @native
    def __new__(cls, function=None, /, *rest, **keywords):
        if cls is not staticmethod:
            return instance_of(cls, staticmethod(function))
        if keywords:
            raise TypeError("staticmethod() takes no keyword arguments")
        raise TypeError(f"staticmethod expected 1 argument, got {len(rest) + (function is not None)}")

    def __init__(self, function, /):
        if class_of(self) is not staticmethod:
            payload_set(self, staticmethod(function))

    @member
    def __func__(self, /): ...

    @native
    def __get__(self, instance, owner=None, /):
        return _unwrapped(self).__func__

    def __call__(self, /, *args, **kwargs):
        return _unwrapped(self).__func__(*args, **kwargs)

    @make_property
    def __isabstractmethod__(self, /):
        return bool(getattr(_unwrapped(self).__func__, "__isabstractmethod__", False))

    @make_property
    def __wrapped__(self, /):
        return _unwrapped(self).__func__

    def __getattr__(self, name, /):
        return _wrapper_attribute(self, name)

    def __repr__(self, /):
        return f"<staticmethod({self.__func__!r})>"


def _wrapper_attribute(wrapper, name):
    """What class and static methods copy from the function they wrap."""
    if name in ("__name__", "__qualname__", "__module__", "__annotations__"):
        return getattr(_unwrapped(wrapper).__func__, name)
    _fail_no_attribute(wrapper, name)


@native("method_new")
def _bound_method(function, instance, /): ...


class member_descriptor:
    __doc__ = None

    @member
    def __name__(self, /): ...

    @member
    def __objclass__(self, /): ...

    @native
    def __get__(self, instance, owner=None, /):
        if instance is None:
            return self
        _check_member(self, instance)
        _fail_no_attribute(instance, self.__name__)

    def __set__(self, instance, value, /):
        _check_member(self, instance)
        if not member_set(self, instance, value):
            _fail_read_only_attribute(instance, self.__name__, value)

    def __delete__(self, instance, /):
        _check_member(self, instance)
        if _is_slot(self):
            if not member_clear(self, instance):
                raise AttributeError(self.__name__)
        elif class_of(instance) is _function_type and self.__name__ in ("__name__", "__qualname__"):
            _fail_read_only_attribute(instance, self.__name__, None)
        elif self.__name__ in ("__name__", "__qualname__", "__bases__") and isinstance(instance, type):
            raise TypeError(f"cannot delete '{self.__name__}' attribute of immutable type "
                            f"'{instance.__name__}'")
        elif self.__name__ == "__class__":
            raise TypeError("can't delete __class__ attribute")
        elif self.__name__ in ("args", "__cause__", "__context__", "__traceback__"):
            raise TypeError(f"{self.__name__} may not be deleted")
        else:
            _fail_read_only_attribute(instance, self.__name__, None)

    def __repr__(self, /):
        owner = self.__objclass__
        kind = "member" if _is_slot(self) else "attribute"
        if owner is None:
            return f"<{kind} '{self.__name__}'>"
        return f"<{kind} '{self.__name__}' of '{owner.__name__}' objects>"


@native("member_is_slot")
def _is_slot(member, /): ...


def _check_member(member, instance):
    owner = member.__objclass__
    if owner is not None and not is_subclass_plain(class_of(instance), owner):
        raise TypeError(f"descriptor '{member.__name__}' for '{owner.__name__}' objects doesn't "
                        f"apply to a '{class_of(instance).__name__}' object")


# ---------------------------------------------------------------- super
class super:
    """super() -> same as super(__class__, <first argument>)
    super(type) -> unbound super object
    super(type, obj) -> bound super object; requires isinstance(obj, type)
    super(type, type2) -> bound super object; requires issubclass(type2, type)
    Typical use to call a cooperative superclass method:
    class C(B):
        def meth(self, arg):
            super().meth(arg)
    This works for class methods too:
    class C(B):
        @classmethod
        def cmeth(cls, arg):
            super().cmeth(arg)
    """

    @native
    def __new__(cls, type=_missing_value, object=_missing_value, /):
        if type is _missing_value:
            raise RuntimeError("super(): no arguments")
        if not isinstance(type, _type):
            raise TypeError(
                f"super() argument 1 must be a type, not {class_of(type).__name__}")
        if object is _missing_value or object is None:
            return super_unbound(type)
        if _host_minor < 13:
            raise TypeError("super(type, obj): obj must be an instance or subtype of type")
        kind, name = ("type", object.__name__) if isinstance(object, _type) else (
            "instance of", class_of(object).__name__)
        raise TypeError(f"super(type, obj): obj ({kind} {name}) is not an instance or subtype "
                        f"of type ({type.__name__}).")

    @member
    def __thisclass__(self, /): ...

    @member
    def __self__(self, /): ...

    @member
    def __self_class__(self, /): ...

    def __repr__(self, /):
        name = self.__thisclass__.__name__
        start = self.__self_class__
        if start is None:
            return f"<super: <class '{name}'>, NULL>"
        return f"<super: <class '{name}'>, <{start.__name__} object>>"

    def __get__(self, instance, owner=None, /):
        """A super object without an object, read through an instance, is bound to that."""
        if instance is None or self.__self__ is not None:
            return self
        return super(self.__thisclass__, instance)


_type = type
