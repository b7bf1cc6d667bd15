"""enum: enumerations.

A member is an instance of its class with ``_name_``, ``_value_`` and ``_sort_order_``. The class keeps its
members in ``_member_map_`` (by name, aliases too), ``_member_names_`` and ``_value2member_map_``.
"""

from _kernel import class_dict, type_lookup
from _prelude import _HOST_MINOR

__all__ = ["EnumMeta", "EnumType", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum",
           "auto", "unique", "property", "nonmember", "member", "FlagBoundary", "STRICT",
           "CONFORM", "EJECT", "KEEP", "verify", "UNIQUE", "CONTINUOUS", "NAMED_FLAGS"]

_plain_property = property
_pending = ("value comes from auto()",)


class nonmember:
    """Protects item from becoming an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class member:
    """Forces item to become an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class auto:
    """Instances are replaced with an appropriate value in Enum class suites."""

    __slots__ = ("value",)

    def __init__(self, value=_pending):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(_plain_property):
    """An attribute of members that does not stand in the way of a member of that name."""


def _is_dunder(name):
    return len(name) > 4 and name[:2] == "__" == name[-2:] and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == "_" == name[-1] and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    prefix = f"_{cls_name}__"
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith("__")


def _is_descriptor(value):
    kind = type(value)
    return (hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__"))


def _next_value(maker, name, start, count, last_values):
    if type(maker) is staticmethod:
        maker = maker.__func__
    return maker(name, start, count, last_values)


class EnumDict(dict):
    """The namespace of an enum's body: tells members from other names."""

    def __init__(self, cls_name="", maker=None):
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._cls_name = cls_name
        self._maker = maker
        self._auto_called = False

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_",
                           "_ignore_", "_iter_member_", "_iter_member_by_value_",
                           "_iter_member_by_def_", "_add_alias_", "_add_value_alias_"):
                raise ValueError(
                    f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._maker = value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, type) and _HOST_MINOR >= 13:
            pass
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        else:
            if isinstance(value, member):
                value = value.value
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            is_last = True  # the next value follows this one
            if type(value) is auto:
                self._auto_called = True
                if value.value is _pending:
                    value.value = self._generated(key)
                value = value.value
            elif type(value) is tuple and any([type(part) is auto for part in value]):
                self._auto_called = True
                is_last = False
                parts = []
                for part in value:
                    if type(part) is auto:
                        if part.value is _pending:
                            part.value = self._generated(key)
                        part = part.value
                        self._last_values.append(part)
                    parts.append(part)
                value = tuple(parts)
            self._member_names[key] = None
            if is_last:
                self._last_values.append(value)
        dict.__setitem__(self, key, value)

    def _generated(self, key):
        return _next_value(self._maker, key, 1, len(self._member_names), self._last_values[:])

    def update(self, members, /, **more):
        for given in (dict(members), more):
            for name, value in given.items():
                self[name] = value


_EnumDict = EnumDict


def _data_type(bases):
    """The class that the values of members belong to besides Enum; object if there is none."""
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    return base._member_type_
            elif "__new__" in class_dict(base) or "__dataclass_fields__" in class_dict(base):
                return candidate or base
            else:
                candidate = candidate or base
    return object


def _constructor(namespace, member_type, enum_base):
    """The ``__new__`` that makes members; None: nothing but ``object.__new__``."""
    made = namespace.get("__new__")
    if made is None:
        for base in enum_base.__mro__:
            made = class_dict(base).get("__new_member__")
            if made is not None:
                break
    if made is not None:
        return made.__func__ if type(made) is staticmethod else made
    made = member_type.__new__
    return None if made is object.__new__ else made


_MAKER = "_maker_of_members_"


class _MemberError(Exception):
    """Carries what making the members raised out of ``__set_name__``."""


class _Maker:
    """Makes the members while the class is made, so that ``__init_subclass__`` sees them."""

    def __init__(self, namespace, enum_base, member_type, values, order):
        self._namespace = namespace
        self._enum_base = enum_base
        self._member_type = member_type
        self._values = values
        self._order = order

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        failure = None
        try:
            self._make(cls)
        except BaseException as error:
            failure = error
        if failure is not None:
            raise _MemberError(failure)

    def _make(self, cls):
        if self._enum_base is not None:
            _take_data_methods(cls, self._namespace, self._enum_base, self._member_type)
        for name, value in self._values.items():
            cls._add_member(name, value)
        if Flag is not None and issubclass(cls, Flag):
            _finish_flag(cls)
        if self._order is not None:
            cls._check_order(self._order)


class EnumType(type):
    """Metaclass for Enum"""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_bases(cls, bases)
        maker = None
        if bases and isinstance(bases[-1], EnumType):
            maker = bases[-1]._generate_next_value_
        return EnumDict(cls, maker)

    @staticmethod
    def _check_bases(name, bases):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {name!r}> cannot extend {base!r}")

    def __new__(metacls, cls_name, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not isinstance(classdict, EnumDict):
            plain = EnumDict(cls_name)
            dict.update(plain, classdict)
            classdict = plain
        names = list(classdict._member_names)
        namespace = dict(classdict)
        for name in classdict._ignore:
            namespace.pop(name, None)
        namespace.pop("_ignore_", None)
        order = namespace.pop("_order_", None)
        values = {name: namespace.pop(name) for name in names}
        if "mro" in values or "" in values:
            raise ValueError(f"invalid enum member name(s) {','.join([repr(n) for n in values if n in ('mro', '')])}")
        enum_base = bases[-1] if bases and isinstance(bases[-1], EnumType) else None
        member_type = _data_type(bases)
        maker = None
        if enum_base is not None:
            maker = _constructor(namespace, member_type, enum_base)
            own_new = namespace.get("__new__")
            if own_new is not None:
                namespace["__new_member__"] = own_new
            namespace["__new__"] = class_dict(Enum)["__new__"]
        if "_generate_next_value_" in namespace and type(
                namespace["_generate_next_value_"]) is not staticmethod:
            namespace["_generate_next_value_"] = staticmethod(namespace["_generate_next_value_"])
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = member_type
        namespace["_new_member_"] = None if maker is None else staticmethod(maker)
        if "_value_repr_" not in namespace:
            namespace["_value_repr_"] = (
                getattr(enum_base, "_value_repr_", None) if member_type is object
                else repr if "__dataclass_fields__" in class_dict(member_type)
                else member_type.__repr__)
        namespace["_boundary_"] = boundary or getattr(enum_base, "_boundary_", None)
        namespace["_flag_mask_"] = 0
        namespace["_all_bits_"] = 0
        namespace["_singles_mask_"] = 0
        if ReprEnum is not None and ReprEnum in bases:
            if "__format__" not in namespace:
                namespace["__format__"] = member_type.__format__
            if "__str__" not in namespace:
                own = member_type.__str__
                namespace["__str__"] = member_type.__repr__ if own is object.__str__ else own
        namespace[_MAKER] = _Maker(namespace.copy(), enum_base, member_type, values, order)
        failure = None
        try:
            return type.__new__(metacls, cls_name, bases, namespace, **kwds)
        except (RuntimeError, _MemberError) as error:
            failure = error
        for raised in (failure, failure.__cause__):
            if type(raised) is _MemberError:
                failure = raised.args[0]
                break
        raise failure

    def __init__(cls, *args, **kwds):
        pass

    def _add_member(cls, name, value):
        """Make the member of one name, or an alias of the member that has its value."""
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        maker = cls._new_member_
        made = object.__new__(cls) if maker is None else maker(cls, *args)
        if "_value_" not in made.__dict__:
            made._value_ = value if cls._member_type_ is object else _wrapped(cls, args)
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        starter = type_lookup(cls, "__init__", None)
        if starter is not type_lookup(object, "__init__", None) and starter is not _enum_init:
            starter(made, *args)
        made._sort_order_ = len(cls._member_names_)
        known = cls._find(value)
        if known is not None and not (Flag is not None and issubclass(cls, Flag)
                                      and known._name_ is None):
            made = known
        elif Flag is None or not issubclass(cls, Flag) or _is_single(value):
            cls._member_names_.append(name)
        cls._member_map_[name] = made
        _set_class_attribute(cls, name, made)
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _check_order(cls, order):
        """Compare `_order_` with the members; names of aliases may stand in it."""
        order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
        is_flag = Flag is not None and issubclass(cls, Flag)
        aliases = [name for name, made in cls._member_map_.items() if name not in cls._member_names_]
        order = [name for name in order if name not in aliases]
        wanted = cls._member_names_
        if is_flag:
            wanted = [made._name_ for made in cls]
            known = cls._member_map_
            order = [name for name in order if name not in known or name in wanted]
        if order != wanted:
            raise TypeError(f"member order does not match _order_:\n  {wanted!r}\n  {order!r}")

    def _find(cls, value):
        """The member of a value, or None."""
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for made in cls._member_map_.values():
                if made._value_ == value:
                    return made
        return None

    def __call__(cls, value, names=None, *more, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if cls._member_map_ and (_HOST_MINOR >= 12 or names is None):
            if names is not None or more:
                value = (value, names, *more)
            return cls.__new__(cls, value)
        if names is None and type is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given = []
            last = []
            for number, name in enumerate(names):
                value = _next_value(cls._generate_next_value_, name, start, number, last[:])
                last.append(value)
                given.append((name, value))
            names = given
        for item in names or ():
            if isinstance(item, str):
                namespace[item] = names[item]
            else:
                namespace[item[0]] = item[1]
        namespace["__module__"] = module or "__main__"
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if _HOST_MINOR < 12 and not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
        return _HOST_MINOR >= 12 and cls._find(value) is not None

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        type.__delattr__(cls, attr)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__",
                 "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not None:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        for name in cls._member_names_:
            yield cls._member_map_[name]

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        for name in reversed(cls._member_names_):
            yield cls._member_map_[name]

    @_plain_property
    def __members__(cls):
        return _read_only(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __setattr__(cls, name, value):
        if name in class_dict(cls).get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)


EnumMeta = EnumType
Flag = None
_mappingproxy = type(type.__dict__)


def _read_only(mapping):
    return _mappingproxy(mapping)


def _set_class_attribute(cls, name, value):
    found = type_lookup(cls, name, None)
    if found is not None and isinstance(found, property):
        getter = found
        value = _both(value, getter)
    type.__setattr__(cls, name, value)


class _both:
    """A member and an attribute of members that have one name."""

    def __init__(self, made, getter):
        self._made = made
        self._getter = getter

    def __get__(self, instance, owner=None):
        if instance is None:
            return self._made
        return self._getter.__get__(instance, owner)


def _take_data_methods(cls, namespace, enum_base, member_type):
    """Let the enum's ways of showing members go before those of the type of the values."""
    for name in ("__repr__", "__str__", "__format__"):
        if name not in namespace:
            found = type_lookup(cls, name, None)
            if (found is type_lookup(member_type, name, None)
                    or found is type_lookup(object, name, None)):
                type.__setattr__(cls, name, type_lookup(enum_base, name, None))
    if Flag is not None and issubclass(cls, Flag):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__",
                     "__invert__"):
            if name not in namespace:
                type.__setattr__(cls, name, class_dict(Flag)[name])


def _wrapped(cls, args):
    """The value of a member whose ``__new__`` set none: an object of the data type."""
    try:
        return cls._member_type_(*args)
    except Exception as error:
        refused = TypeError("_value_ not set in __new__, unable to create it")
        refused.__cause__ = error
    raise refused


ReprEnum = None


class Enum(metaclass=EnumType):
    """Create a collection of name/value pairs."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = cls._find(value)
        if found is not None:
            return found
        if not cls._member_map_ and not (Flag is not None and issubclass(cls, Flag)):
            raise TypeError(f"{cls!r} has no members defined")
        failure = None
        try:
            answer = cls._missing_(value)
        except Exception as error:
            failure = error
            answer = None
        if isinstance(answer, cls):
            return answer
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(
                answer, int):
            return answer
        refused = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if answer is None and failure is None:
            raise refused
        if failure is None:
            failure = TypeError(f"error in {cls.__name__}._missing_: returned {answer!r} instead "
                                "of None or a valid member")
        if not isinstance(failure, ValueError):
            failure.__context__ = refused
        raise failure

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max([value for value in last_values if not isinstance(value, str)]) + 1
        except (TypeError, ValueError):
            return last_values[-1] + 1 if not isinstance(last_values[-1], str) else start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {shown(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        cls = self.__class__
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if cls._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update([name for name in self.__dict__ if name[0] != "_"])
        for base in cls.__mro__:
            for name, value in class_dict(base).items():
                if name[0] != "_" and not isinstance(value, Enum):
                    names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


_enum_init = class_dict(Enum)["__init__"]


class ReprEnum(Enum):
    """Only changes the repr(), leaving str() and format() to the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Enum where members are also (and must be) ints"""


def _new_text(cls, *values):
    """values must already be of type `str`"""
    if len(values) > 3:
        raise TypeError(f"too many arguments for str(): {values!r}")
    if len(values) == 1 and not isinstance(values[0], str):
        raise TypeError(f"{values[0]!r} is not a string")
    value = str(*values)
    made = str.__new__(cls, value)
    made._value_ = value
    return made


class StrEnum(str, ReprEnum):
    """Enum where members are also (and must be) strings"""

    __new__ = _new_text

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


# ---------------------------------------------------------------- flags
class FlagBoundary(StrEnum):
    """control how out of range values are handled"""

    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


def _is_single(value):
    return not isinstance(value, int) or (value > 0 and value & (value - 1) == 0)


def _finish_flag(cls):
    mask = 0
    singles = 0
    for made in cls._member_map_.values():
        value = made._value_
        if isinstance(value, int) and value >= 0:
            mask |= value
            if _is_single(value):
                singles |= value
    type.__setattr__(cls, "_flag_mask_", mask)
    type.__setattr__(cls, "_singles_mask_", singles)
    type.__setattr__(cls, "_all_bits_", (1 << mask.bit_length()) - 1)


def _bits_of(value):
    while value:
        bit = value & -value
        yield bit
        value ^= bit


class Flag(Enum, boundary=STRICT):
    """Support for flags"""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        if not isinstance(last, int):
            raise TypeError(f"invalid flag value {last!r}")
        return 1 << last.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        all_bits = cls._all_bits_
        boundary = cls._boundary_
        original = value
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given "
                                 f"{_binary(value, width)}\n  allowed {_binary(mask, width)}")
            if boundary is CONFORM:
                value = value & mask
            elif boundary is EJECT:
                return value
            elif boundary is KEEP and value < 0:
                value = max(all_bits + 1, 1 << value.bit_length()) + value
        if value < 0:
            value = all_bits + 1 + value
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        found = []
        unknown = value
        for other in cls:
            if other._value_ & value:
                found.append(other)
                unknown &= ~other._value_
        if value & ~cls._singles_mask_:  # bits that only names of several bits have
            for other in cls._member_map_.values():
                if other not in found and other._value_ and other._value_ & value == other._value_:
                    found.append(other)
                    unknown &= ~other._value_
        names = [other._name_ for other in found]
        if unknown and names:
            names.append(repr(unknown))
            made._name_ = "|".join(names)
        else:
            made._name_ = "|".join(names) or None
        cls._value2member_map_.setdefault(value, made)
        if original != value:
            cls._value2member_map_[original] = made
        return made

    def __iter__(self):
        cls = self.__class__
        for bit in _bits_of(self._value_ & cls._flag_mask_):
            made = cls._value2member_map_.get(bit)
            if made is not None:
                yield made

    def __len__(self):
        return self._value_.bit_count()

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"{type(other).__qualname__!r} and "
                            f"{self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __repr__(self):
        title = self.__class__.__name__
        if self._name_ is None:
            return f"<{title}: {int.__repr__(self._value_)}>"
        return f"<{title}.{self._name_}: {int.__repr__(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _other_value(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._other_value(other)
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other_value(other)
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other_value(other)
        if value is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ ^ value)

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _binary(value, width):
    """A number in binary with its sign bit."""
    if value < 0:
        digits = format((1 << width) + value, f"0{width}b")
        return f"0b1 {digits}"
    return f"0b0 {value:0{width}b}"


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Support for integer-based Flags"""


def unique(enumeration):
    """Class decorator for enumerations ensuring unique member values."""
    twice = [(name, made._name_) for name, made in enumeration.__members__.items()
             if name != made._name_]
    if twice:
        details = ", ".join([f"{alias} -> {name}" for alias, name in twice])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class EnumCheck(StrEnum):
    """various conditions to check an enumeration for"""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


def show_flag_values(value):
    """The single bits of a flag, as numbers."""
    return list(_bits_of(value))


def _check_named(enumeration):
    """Refuse names of several bits of which some have no name of their own."""
    members = enumeration._member_map_
    values = [made._value_ for made in members.values()]
    incomplete = []
    lacking = 0
    for name, made in members.items():
        if name in enumeration._member_names_ or made._value_ < 0:
            continue
        bits = [bit for bit in _bits_of(made._value_) if bit not in values]
        if bits:
            incomplete.append(name)
            for bit in bits:
                lacking |= bit
    if not incomplete:
        return
    if len(incomplete) == 1:
        which = f"alias {incomplete[0]} is missing"
    else:
        which = f"aliases {', '.join(incomplete[:-1])} and {incomplete[-1]} are missing"
    shown = f"value 0x{lacking:x}" if _is_single(lacking) else f"combined values of 0x{lacking:x}"
    raise ValueError(f"invalid Flag {enumeration.__name__!r}: {which} {shown} "
                     "[use enum.show_flag_values(value) for details]")


class verify:
    """Check an enumeration for various constraints."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                twice = [(name, made._name_) for name, made in enumeration.__members__.items()
                         if name != made._name_]
                if twice:
                    details = ", ".join([f"{alias} -> {name}" for alias, name in twice])
                    raise ValueError(f"aliases found in {enumeration!r}: {details}")
            elif check is CONTINUOUS:
                values = sorted([made._value_ for made in enumeration])
                if len(values) > 1:
                    if issubclass(enumeration, Flag):
                        wanted = list(_bits_of((values[-1] << 1) - values[0]))
                    else:
                        wanted = range(values[0], values[-1] + 1)
                    lacking = [value for value in wanted if value not in values]
                    if lacking:
                        kind = "flag" if issubclass(enumeration, Flag) else "enum"
                        raise ValueError(
                            f"invalid {kind} {enumeration.__name__!r}: missing values "
                            f"{', '.join([str(value) for value in lacking])}")
            elif check is NAMED_FLAGS:
                _check_named(enumeration)
        return enumeration
