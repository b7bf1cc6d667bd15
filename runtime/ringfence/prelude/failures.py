"""One function for each failure that a kernel can report; each raises what CPython would.

``_fail_<name>`` has the operands that ``ringfence/failures.py`` lists for the member of that name.
Texts are those of CPython 3.11; where a later host words one differently, ``_host_minor`` chooses.
"""

from _kernel import (
    class_dict,
    class_of,
    code_field,
    first_operators,
    native_field,
    own_attribute as _own_attribute,
    state_get,
    type_lookup,
    unwrapped as _unwrapped,
)

_host_minor = state_get(150)
_FIRST_BINARY, _FIRST_UNARY, _FIRST_COMPARISON = first_operators()
_BINARY_SYMBOLS = ("+", "-", "*", "/", "//", "%", "** or pow()", "@", "&", "|", "^", "<<", ">>")
_INPLACE_SYMBOLS = ("+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "&=", "|=", "^=", "<<=", ">>=")
_SEQUENCE_LIKE = ("str", "tuple", "range", "bytes", "set", "frozenset", "dict", "dict_keys", "dict_values",
                  "dict_items", "mappingproxy", "list", "bytearray", "memoryview")
_UNARY_SYMBOLS = ("-", "+", "~")
_COMPARISON_SYMBOLS = ("<", "<=", ">", ">=", "==", "!=")


def _name_of(obj):
    """Name of an object's class, as in messages."""
    return _title_of(class_of(obj))


# modules of C whose classes are called by their full names in messages, and classes that are so
_TITLED_MODULES = ("datetime", "decimal", "array")
_TITLED_CLASSES = ("deque", "defaultdict", "OrderedDict", "partial")


def _title_of(cls):
    """A class's name as in messages: with its module where CPython's class is of C."""
    name = cls.__name__
    module = class_dict(cls).get("__module__")
    if module in _TITLED_MODULES or (module in ("collections", "functools")
                                     and name in _TITLED_CLASSES):
        return f"{module}.{name}"
    return name


# ---------------------------------------------------------------- operators
def _fail_zero_division(operator, kind):
    number = operator - _FIRST_BINARY
    if kind == 2:
        if number == 6:
            raise ZeroDivisionError("0.0 to a negative or complex power"
                                    if _host_minor < 14 else "zero to a negative or complex power")
        raise ZeroDivisionError("complex division by zero" if _host_minor < 14 else
                                "division by zero")
    if number == 6:
        raise ZeroDivisionError("0.0 cannot be raised to a negative power" if _host_minor < 14 else
                                "zero to a negative power")
    if _host_minor >= 14:
        raise ZeroDivisionError("division by zero")
    if kind == 1:
        if number == 4:
            raise ZeroDivisionError("float floor division by zero")
        if number == 5:
            raise ZeroDivisionError("float modulo" if _host_minor < 13 else "float modulo by zero")
        raise ZeroDivisionError("float division by zero")
    if number == 4:
        raise ZeroDivisionError("integer division or modulo by zero")
    if number == 5:
        raise ZeroDivisionError("integer modulo by zero")
    raise ZeroDivisionError("division by zero")


def _fail_binary_operands(operator, left, right):
    if operator - _FIRST_BINARY == 2:
        _refuse_repeat(left, right)
    symbol = _BINARY_SYMBOLS[operator - _FIRST_BINARY]
    raise TypeError(f"unsupported operand type(s) for {symbol}: "
                    f"'{_name_of(left)}' and '{_name_of(right)}'")


def _refuse_repeat(left, right):
    """A sequence times what is no number has words of its own."""
    if class_of(_unwrapped(left)) in _SEQUENCES:
        _fail_sequence_repeat(right)
    if class_of(_unwrapped(right)) in _SEQUENCES:
        _fail_sequence_repeat(left)


def _refuse_repeat_in_place(left, right):
    """The same for ``*=``: what has any sequence operation on the left keeps the right one from being asked."""
    if class_of(_unwrapped(left)) in _SEQUENCES:
        _fail_sequence_repeat(right)
    if class_of(_unwrapped(right)) in _SEQUENCES and not _is_sequence_like(left):
        _fail_sequence_repeat(left)


def _is_sequence_like(obj):
    """Has the class a table of sequence operations in CPython (all classes of programs have)?"""
    cls = class_of(obj)
    return cls.__name__ in _SEQUENCE_LIKE if cls.__module__ == "builtins" else True


def _fail_unary_operand(operator, operand):
    symbol = _UNARY_SYMBOLS[operator - _FIRST_UNARY]
    raise TypeError(f"bad operand type for unary {symbol}: '{_name_of(operand)}'")


def _fail_comparison_operands(operator, left, right):
    symbol = _COMPARISON_SYMBOLS[operator - _FIRST_COMPARISON]
    raise TypeError(f"'{symbol}' not supported between instances of "
                    f"'{_name_of(left)}' and '{_name_of(right)}'")


def _fail_int_too_large():
    raise OverflowError("int too large to convert to float")


def _fail_negative_shift():
    raise ValueError("negative shift count")


# ---------------------------------------------------------------- names and attributes
def _fail_unbound_local(name):
    raise UnboundLocalError(
        f"cannot access local variable '{name}' where it is not associated with a value", name=name)


def _fail_unbound_free(name):
    raise NameError(
        f"cannot access free variable '{name}' where it is not associated with a value in "
        "enclosing scope", name=name)


def _fail_name_undefined(name):
    raise NameError(f"name '{name}' is not defined", name=name)


def _no_attribute_text(obj, name):
    cls = class_of(obj)
    if issubclass(cls, type):
        return f"type object '{obj.__name__}' has no attribute '{name}'"
    if issubclass(cls, _module_type):
        title = _own_attribute(obj, "__name__", None)
        if isinstance(title, str):
            return f"module '{title}' has no attribute '{name}'"
        return f"module has no attribute '{name}'"
    return f"'{_title_of(cls)}' object has no attribute '{name}'"


def _fail_no_attribute(obj, name):
    raise AttributeError(_no_attribute_text(obj, name), name=name, obj=obj)


def _fail_cannot_set_attribute(obj, name):
    found = type_lookup(class_of(obj), name, _missing_value)
    if found is _missing_value:
        text = _no_attribute_text(obj, name)
        if _host_minor >= 13 and not issubclass(class_of(obj), (type, _module_type)):
            text += " and no __dict__ for setting new attributes"
        raise AttributeError(text, name=name, obj=obj)
    raise AttributeError(f"'{_name_of(obj)}' object attribute '{name}' is read-only",
                         name=name, obj=obj)


def _fail_cannot_delete_attribute(obj, name):
    if not issubclass(class_of(obj), type):
        found = type_lookup(class_of(obj), name, _missing_value)
        if found is not _missing_value and not _has_own_names(obj):
            raise AttributeError(f"'{_name_of(obj)}' object attribute '{name}' is read-only",
                                 name=name, obj=obj)
    raise AttributeError(_no_attribute_text(obj, name), name=name, obj=obj)


_WRONG_VALUES = {
    "__name__": "__name__ must be set to a string object",
    "__qualname__": "__qualname__ must be set to a string object",
    "__defaults__": "__defaults__ must be set to a tuple object",
    "__kwdefaults__": "__kwdefaults__ must be set to a dict object",
    "__annotations__": "__annotations__ must be set to a dict object",
}


# classes whose attributes are plain fields in CPython, not computed by a function
_READ_ONLY_FIELDS = ("range", "slice", "property", "method", "super", "classmethod",
                     "staticmethod", "code")


def _fail_read_only_attribute(obj, name, value):
    cls = class_of(obj)
    if cls is _function_type and name in _WRONG_VALUES:
        raise TypeError(_WRONG_VALUES[name])
    if name == "__class__":
        raise TypeError(f"__class__ must be set to a class, not '{_name_of(value)}' object")
    if name == "__dict__" and cls is not type and _has_own_names(obj):
        raise TypeError(f"__dict__ must be set to a dictionary, not a '{_name_of(value)}'")
    if issubclass(cls, type):
        if name in ("__name__", "__qualname__"):
            if _is_builtin_class(obj):
                _fail_class_immutable(obj, name)
            if name == "__name__" and isinstance(value, str):
                raise ValueError("type name must not contain null characters")
            raise TypeError(f"can only assign string to {obj.__name__}.{name}, "
                            f"not '{_name_of(value)}'")
        if name == "__mro__" or name == "__base__":
            raise AttributeError("readonly attribute")
        raise AttributeError(f"attribute '{name}' of 'type' objects is not writable")
    if cls.__name__ in _READ_ONLY_FIELDS or name in ("__closure__", "__globals__"):
        raise AttributeError("readonly attribute")
    raise AttributeError(f"attribute '{name}' of '{cls.__name__}' objects is not writable")


def _fail_class_immutable(cls, name):
    raise TypeError(f"cannot set '{name}' attribute of immutable type '{_title_of(cls)}'")


def _fail_slot_layout(obj, cls):
    old = class_of(obj)
    if _is_builtin_class(old) or _is_builtin_class(cls):
        raise TypeError(
            "__class__ assignment only supported for "
            + ("mutable types or ModuleType subclasses" if _host_minor >= 10 else "heap types"))
    raise TypeError(
        f"__class__ assignment: '{cls.__name__}' object layout differs from '{old.__name__}'")


def _fail_import_name(module, name):
    title = _own_attribute(module, "__name__", "<unknown module name>")
    raise ImportError(f"cannot import name '{name}' from '{title}' (unknown location)",
                      name=title, path=None)


# ---------------------------------------------------------------- protocols
def _fail_not_callable(obj):
    raise TypeError(f"'{_name_of(obj)}' object is not callable")


def _fail_not_iterable(obj):
    raise TypeError(f"'{_name_of(obj)}' object is not iterable")


def _fail_not_an_iterator(obj):
    raise TypeError(f"'{_name_of(obj)}' object is not an iterator")


def _fail_not_subscriptable(obj):
    if issubclass(class_of(obj), type):
        raise TypeError(f"type '{obj.__name__}' is not subscriptable")
    raise TypeError(f"'{_name_of(obj)}' object is not subscriptable")


def _fail_no_item_assignment(obj):
    if type_lookup(class_of(obj), "__delitem__", None) is not None:  # one slot is behind both
        raise AttributeError("__setitem__")
    raise TypeError(f"'{_name_of(obj)}' object does not support item assignment")


def _fail_no_item_deletion(obj, key):
    if type_lookup(class_of(obj), "__setitem__", None) is not None:
        raise AttributeError("__delitem__")
    if _is_sequence_like(obj) and hasattr(class_of(key), "__index__"):
        raise TypeError(f"'{_name_of(obj)}' object doesn't support item deletion")
    raise TypeError(f"'{_name_of(obj)}' object does not support item deletion")


def _fail_not_a_container(obj):
    if _host_minor >= 14:
        raise TypeError(f"argument of type '{_name_of(obj)}' is not a container or iterable")
    raise TypeError(f"argument of type '{_name_of(obj)}' is not iterable")


def _fail_unhashable(obj):
    raise TypeError(f"unhashable type: '{_name_of(obj)}'")


def _fail_no_length(obj):
    raise TypeError(f"object of type '{_name_of(obj)}' has no len()")


def _fail_not_reversible(obj):
    raise TypeError(f"'{_name_of(obj)}' object is not reversible")


def _fail_init_returned(obj):
    raise TypeError(f"__init__() should return None, not '{_name_of(obj)}'")


def _fail_bool_returned(obj):
    raise TypeError(f"__bool__ should return bool, returned {_name_of(obj)}")


def _fail_len_returned(obj):
    if isinstance(obj, int):
        raise ValueError("__len__() should return >= 0")
    raise TypeError(f"'{_name_of(obj)}' object cannot be interpreted as an integer")


def _fail_hash_returned(obj):
    raise TypeError("__hash__ method should return an integer")


# ---------------------------------------------------------------- items
def _fail_key_missing(key):
    raise KeyError(key)


def _fail_set_pop_empty():
    raise KeyError("pop from an empty set")


def _fail_dict_pop_empty():
    raise KeyError("popitem(): dictionary is empty")


_INDEX_NAMES = {"str": "string", "bytes": "byte"}
_RANGE_NAMES = {"str": "string index", "bytes": "index", "range": "range object index"}


def _builtin_name(obj):
    """Name of the builtin class an object is of, subclasses included."""
    return class_of(_unwrapped(obj)).__name__


def _fail_index_range(obj, what):
    name = _builtin_name(obj)
    if name == "memoryview":
        raise IndexError("index out of bounds on dimension 1")
    if what == 4:
        raise IndexError(f"pop from empty {name}")
    if what == 3:
        raise IndexError("pop index out of range")
    if what and name == "list":
        raise IndexError("list assignment index out of range")
    raise IndexError(f"{_RANGE_NAMES.get(name, name + ' index')} out of range")


def _fail_string_index(obj, index):
    _fail_index_range(obj, 0)


def _fail_index_type(obj, index):
    name = _builtin_name(obj)
    if name == "memoryview":
        raise TypeError("memoryview: invalid slice key")
    if name == "str":
        raise TypeError(f"string indices must be integers, not '{_name_of(index)}'")
    name = _INDEX_NAMES.get(name, name)
    raise TypeError(f"{name} indices must be integers or slices, not {_name_of(index)}")


def _fail_index_overflow(obj, index):
    raise IndexError("cannot fit 'int' into an index-sized integer")


def _fail_repeat_overflow():
    raise OverflowError("cannot fit 'int' into an index-sized integer")


def _fail_slice_step_zero():
    raise ValueError("slice step cannot be zero")


def _fail_slice_index_type():
    raise TypeError("slice indices must be integers or None or have an __index__ method")


def _fail_slice_size(given, wanted):
    raise ValueError(f"attempt to assign sequence of size {given} to extended slice of size {wanted}")


def _fail_range_step_zero():
    raise ValueError("range() arg 3 must not be zero")


def _fail_assign_iterable(obj):
    raise TypeError("can only assign an iterable")


def _fail_item_missing(sequence, item, what):
    if what:
        raise ValueError("list.remove(x): x not in list")
    if isinstance(sequence, tuple):
        raise ValueError("tuple.index(x): x not in tuple")
    if isinstance(sequence, range):
        if isinstance(item, int):
            raise ValueError(f"{item!r} is not in range")
        raise ValueError("sequence.index(x): x not in sequence")
    raise ValueError(f"{item!r} is not in list")


def _fail_sequence_concat(left, right):
    name = _builtin_name(left)
    if name in ("bytes", "bytearray"):
        raise TypeError(f"can't concat {_name_of(right)} to {name}")
    raise TypeError(f'can only concatenate {name} (not "{_name_of(right)}") to {name}')


def _fail_sequence_repeat(obj):
    raise TypeError(f"can't multiply sequence by non-int of type '{_name_of(obj)}'")


# ---------------------------------------------------------------- unpacking, iterating
def _fail_unpack_short(wanted, got):
    raise ValueError(f"not enough values to unpack (expected {wanted}, got {got})")


def _fail_unpack_long(wanted):
    raise ValueError(f"too many values to unpack (expected {wanted})")


def _fail_unpack_star_short(wanted, got):
    raise ValueError(f"not enough values to unpack (expected at least {wanted}, got {got})")


def _fail_unpack_type(obj):
    raise TypeError(f"cannot unpack non-iterable {_name_of(obj)} object")


def _fail_dict_changed(table):
    name = "Set" if isinstance(table, (set, frozenset)) else "dictionary"
    raise RuntimeError(f"{name} changed size during iteration")


def _fail_dict_keys_changed(table):
    raise RuntimeError("dictionary keys changed during iteration")


# ---------------------------------------------------------------- plain messages
def _fail_overflow(message):
    raise OverflowError(message)


def _fail_value(message):
    raise ValueError(message)


def _fail_type(message):
    raise TypeError(message)


def _fail_recursion():
    raise RecursionError("maximum recursion depth exceeded")


def _fail_memory():
    raise MemoryError


# ---------------------------------------------------------------- generators
def _generator_word(generator):
    name = _name_of(generator)
    return "async generator" if name == "async_generator" else name


def _fail_generator_running(generator):
    if _name_of(generator) == "coroutine":
        raise ValueError("coroutine already executing")
    raise ValueError(f"{_generator_word(generator)} already executing")


def _fail_generator_not_started(generator):
    raise TypeError(f"can't send non-None value to a just-started {_generator_word(generator)}")


def _fail_coroutine_reused(coroutine):
    raise RuntimeError("cannot reuse already awaited coroutine")


def _fail_stop_iteration(value):
    if value is None:
        raise StopIteration
    raise StopIteration(value)


def _fail_stop_async_iteration():
    raise StopAsyncIteration


def _fail_stop_inside_generator(generator, exception):
    text = f"{_generator_word(generator)} raised {_name_of(exception)}"
    try:
        raise exception
    except BaseException:
        raise RuntimeError(text) from exception


def _fail_close_ignored(generator):
    raise RuntimeError(f"{_generator_word(generator)} ignored GeneratorExit")


def _fail_not_awaitable(obj):
    raise TypeError(f"object {_name_of(obj)} can't be used in 'await' expression")


# ---------------------------------------------------------------- exceptions
def _fail_not_exception(obj):
    raise TypeError("exceptions must derive from BaseException")


def _fail_bad_cause(obj):
    raise TypeError("exception causes must derive from BaseException")


def _fail_no_active_exception():
    raise RuntimeError("No active exception to reraise")


def _fail_catch_not_exception(obj):
    raise TypeError("catching classes that do not inherit from BaseException is not allowed")


def _fail_exception_field(place, value):
    if place == 1:
        raise TypeError("exception cause must be None or derive from BaseException")
    if place == 2:
        raise TypeError("exception context must be None or derive from BaseException")
    if place == 3:
        raise TypeError("attribute value type must be bool")
    if place == 4:
        raise TypeError("__traceback__ must be a traceback or None")
    raise TypeError(f"'{_name_of(value)}' object is not iterable")


# ---------------------------------------------------------------- arguments
def _function_title(function):
    """What CPython's ``_PyObject_FunctionStr`` gives: module, qualified name and parentheses."""
    if function is None:
        return ""
    name = getattr(function, "__qualname__", None)
    if not isinstance(name, str):
        return str(function)
    module = getattr(function, "__module__", None)
    if module is not None and module != "builtins":
        return f"{module}.{name}()"
    return f"{name}()"


def _fail_spread_not_iterable(function, obj):
    if function is None:
        raise TypeError(f"Value after * must be an iterable, not {_name_of(obj)}")
    raise TypeError(f"{_function_title(function)} argument after * must be an iterable, "
                    f"not {_name_of(obj)}")


def _fail_spread_not_mapping(function, obj):
    if function is None:
        raise TypeError(f"'{_name_of(obj)}' object is not a mapping")
    raise TypeError(f"{_function_title(function)} argument after ** must be a mapping, "
                    f"not {_name_of(obj)}")


def _fail_spread_duplicate(function, key):
    if not isinstance(key, str):
        raise TypeError("keywords must be strings")
    raise TypeError(f"{_function_title(function)} got multiple values for keyword argument '{key}'")


def _fail_spread_not_string(function):
    raise TypeError("keywords must be strings")


def _quoted_list(names):
    """'a', 'b', and 'c'"""
    quoted = [f"'{name}'" for name in names]
    if len(quoted) == 1:
        return quoted[0]
    if len(quoted) == 2:
        return f"{quoted[0]} and {quoted[1]}"
    return ", ".join(quoted[:-1]) + f", and {quoted[-1]}"


def _fail_missing(title, word, names):
    plural = "" if len(names) == 1 else "s"
    raise TypeError(f"{title}() missing {len(names)} required {word} argument{plural}: "
                    f"{_quoted_list(names)}")


def _fail_arguments_bind(function, args, kwargs):
    """Find what is wrong with a call, in the order in which CPython looks."""
    title = function.__qualname__
    flags = code_field(function, 3)
    if flags & 32 and function.__globals__.get("__name__") in _NATIVE_MODULES:
        _fail_builtin_arguments(function, args, kwargs)
    n_positional = code_field(function, 4)
    n_only = code_field(function, 5)
    n_named = n_positional + code_field(function, 6)
    names = code_field(function, 7)[:n_named]
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    given = {names[k] for k in range(min(len(args), n_positional))}
    if kwargs:
        for key in kwargs:
            if not isinstance(key, str):
                raise TypeError(f"{title}() keywords must be strings")
            if key in names and names.index(key) >= n_only:
                if key in given:
                    raise TypeError(f"{title}() got multiple values for argument '{key}'")
                given.add(key)
            elif not flags & 2:
                wrong = [name for name in names[:n_only] if name in kwargs]
                if wrong:
                    raise TypeError(f"{title}() got some positional-only arguments passed as "
                                    f"keyword arguments: '{', '.join(wrong)}'")
                raise TypeError(f"{title}() got an unexpected keyword argument '{key}'")
    if len(args) > n_positional and not flags & 1:
        _fail_too_many(title, n_positional, len(defaults), len(args),
                       len([name for name in names[n_positional:] if name in given]))
    missing = [name for name in names[:n_positional - len(defaults)] if name not in given]
    if missing:
        _fail_missing(title, "positional", missing)
    missing = [name for name in names[n_positional:]
               if name not in given and name not in keyword_defaults]
    if missing:
        _fail_missing(title, "keyword-only", missing)
    raise TypeError(f"{title}() got arguments that do not fit")


# modules that CPython writes in C, where errors of arguments are worded in another way
_NATIVE_MODULES = ("builtins", "math", "cmath", "itertools", "time", "operator", "binascii",
                   "unicodedata", "zlib", "functools", "struct", "_io", "datetime", "decimal",
                   "array", "hashlib")


def _fail_builtin_arguments(function, args, kwargs):
    """A function of the machine was called with arguments that its body does not bind."""
    owner, _, name = function.__qualname__.rpartition(".")
    if name == "__new__":
        name = title = owner
    else:
        title = function.__qualname__
    n_positional = code_field(function, 4)
    n_named = n_positional + code_field(function, 6)
    only = code_field(function, 5)
    names = code_field(function, 7)
    defaults = len(function.__defaults__ or ())
    skip = 1 if owner else 0
    most = n_positional - skip
    fewest = most - defaults
    given = len(args) - skip
    keywords = kwargs or {}
    if given < 0:
        if name == owner:
            raise TypeError(f"{owner}.__new__(): not enough arguments")
        _fail_needs_argument(owner, name)
    if owner == name == "type":
        raise TypeError("type() takes 1 or 3 arguments")
    if only == n_named:
        if keywords:
            raise TypeError(f"{title}() takes no keyword arguments")
        _fail_count(title, name, fewest, most, given)
    shown = "sort" if name == "sorted" else name
    bound = n_named - skip
    counted = 0 if code_field(function, 3) & 1 else given
    if keywords and counted + len(keywords) > bound and name != "print":
        kind = "" if counted else "keyword "
        plural = "" if bound == 1 else "s"
        raise TypeError(f"{shown}() takes at most {bound} {kind}argument{plural} "
                        f"({counted + len(keywords)} given)")
    for key in keywords:
        if key not in names[only:n_named]:
            if _host_minor < 13:
                title = owner if name == "__init__" else "sort" if name == "sorted" else name
                raise TypeError(f"'{key}' is an invalid keyword argument for {title}()")
            raise TypeError(f"{name}() got an unexpected keyword argument '{key}'")
        if names.index(key) < len(args):
            raise TypeError(f"argument for {name}() given by name ('{key}') and position "
                            f"({names.index(key) + 1 - skip})")
    if given > most:
        many = "exactly" if fewest == most else "at most"
        kind = "positional " if n_named > n_positional else ""
        plural = "" if most == 1 else "s"
        if most == 0:
            raise TypeError(f"{name}() takes no positional arguments")
        total = given + (0 if kind else len(keywords))
        raise TypeError(f"{name}() takes {many} {most} {kind}argument{plural} ({total} given)")
    for place in range(len(args), fewest + skip):
        if names[place] not in keywords:
            if place < only:
                _fail_count(title, name, fewest, most, given)
            where = "" if name == "enumerate" else f" (pos {place + 1 - skip})"
            raise TypeError(f"{name}() missing required argument '{names[place]}'{where}")
    for place in range(n_positional, n_named):
        raise TypeError(f"{name}() missing required argument '{names[place]}' "
                        f"(pos {place + 1 - skip})")


def _fail_needs_argument(owner, name):
    """A method was called through its class without an object."""
    if name.startswith("__"):
        raise TypeError(f"descriptor '{name}' of '{owner}' object needs an argument")
    raise TypeError(f"unbound method {owner}.{name}() needs an argument")


# classes and functions of one argument whose messages are of the short form
_COUNTED_SHORT = ("sorted", "reversed", "staticmethod", "classmethod")


def _fail_count(title, name, fewest, most, given):
    """A builtin got too few or too many positional arguments."""
    if fewest == most == 0:
        raise TypeError(f"{title}() takes no arguments ({given} given)")
    if fewest == most == 1 and name not in _COUNTED_SHORT:
        raise TypeError(f"{title}() takes exactly one argument ({given} given)")
    if fewest == most:
        word = "argument" if most == 1 else "arguments"
        raise TypeError(f"{name} expected {most} {word}, got {given}")
    if given < fewest and name in ("sum", "translate"):
        raise TypeError(f"{name}() takes at least {fewest} positional argument ({given} given)")
    if name == "super":
        name = "super()"
    bound, number = ("at least", fewest) if given < fewest else ("at most", most)
    word = "argument" if number == 1 else "arguments"
    raise TypeError(f"{name} expected {bound} {number} {word}, got {given}")


def _fail_too_many(title, n_positional, n_defaults, n_given, n_keyword_only):
    if n_defaults:
        taken = f"from {n_positional - n_defaults} to {n_positional}"
        plural = "s"
    else:
        taken = str(n_positional)
        plural = "" if n_positional == 1 else "s"
    extra = ""
    if n_keyword_only:
        extra = (f" positional argument{'' if n_given == 1 else 's'} (and {n_keyword_only} "
                 f"keyword-only argument{'' if n_keyword_only == 1 else 's'})")
    verb = "was" if n_given == 1 and not n_keyword_only else "were"
    raise TypeError(f"{title}() takes {taken} positional argument{plural} but {n_given}{extra} "
                    f"{verb} given")


def _fail_native_arguments(native, args, kwargs):
    """A builtin got arguments that neither its kernel nor its trap takes."""
    name = native_field(native, 0)
    owner = native_field(native, 1)
    fewest = native_field(native, 2)
    most = native_field(native, 3)
    given = len(args)
    title = name
    if name in ("instance_of", "exception_new") and args:
        base = "BaseException" if name == "exception_new" else _name_of(args[-1])
        if not isinstance(args[0], type):
            raise TypeError(f"{base}.__new__(X): X is not a type object ({_name_of(args[0])})")
        cls = args[0].__name__
        raise TypeError(f"{base}.__new__({cls}): {cls} is not a subtype of {base}")
    if owner is not None:
        title = f"{owner.__name__}.{name}"
        if native_field(native, 5) == 1:
            if not args:
                _fail_needs_argument(owner.__name__, name)
            if not issubclass(class_of(args[0]), owner):
                raise TypeError(f"descriptor '{name}' for '{owner.__name__}' objects doesn't apply "
                                f"to a '{_name_of(args[0])}' object")
            fewest -= 1
            most -= most > 0
            given -= 1
    if kwargs:
        raise TypeError(f"{title}() takes no keyword arguments")
    if name in ("find", "rfind", "index", "rindex", "count") and len(args) > 1 and (
            isinstance(args[0], str) and not isinstance(args[1], str)):
        shown = "None" if args[1] is None else _name_of(args[1])
        raise TypeError(f"must be str, not {_name_of(args[1])}" if _HOST_MINOR < 13
                        else f"{name}() argument 1 must be str, not {shown}")
    if name in ("startswith", "endswith") and len(args) > 1 and (
            isinstance(args[0], str) and isinstance(args[1], tuple)):
        for item in args[1]:
            if not isinstance(item, str):
                raise TypeError(f"tuple for {name} must only contain str, not {_name_of(item)}")
    if fewest <= given and (most < 0 or given <= most):
        raise TypeError(f"{title}() got arguments of types that it does not take: "
                        + ", ".join([_name_of(arg) for arg in args]))
    _fail_count(title, name, fewest, most, given)
