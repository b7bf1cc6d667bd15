"""What operators, statements and calls do when user code has a say: the dunder protocols.

``_op_<name>`` is called by kernels (``failures.Helper`` lists the arguments). Special methods are
looked up on classes only. Errors are raised through ``failures.py``, so that each text stands once.
Sources: CPython Objects/abstract.c, typeobject.c (slots), Python/ceval.c, bltinmodule.c
(``__build_class__``), PEP 380 for ``yield from``.
"""

from _kernel import (
    cell_get,
    class_dict,
    class_of,
    exception_set,
    is_subclass_plain,
    name_outside,
    own_attribute as _own_attribute,
    state_get,
    type_lookup,
    union_args,
    unwrapped as _unwrapped,
    write_output,
)

_BINARY_NAMES = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and", "or",
                 "xor", "lshift", "rshift")
_FORWARD = (*[f"__{name}__" for name in _BINARY_NAMES],)
_REFLECTED = (*[f"__r{name}__" for name in _BINARY_NAMES],)
_IN_PLACE = (*[f"__i{name}__" for name in _BINARY_NAMES],)
_UNARY = ("__neg__", "__pos__", "__invert__")
_COMPARISONS = ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__")
_SWAPPED = ("__gt__", "__ge__", "__lt__", "__le__", "__eq__", "__ne__")
_SEQUENCES = (str, list, tuple, bytes, bytearray)
_coroutine_type = state_get(152)[6]  # TYPE_INDEX_COROUTINE


def _call_found(found, obj, cls, other):
    """Call a special method that lies in a class with one argument."""
    if class_of(found) is _function_type:
        return found(obj, other)
    return _bind(found, obj, cls)(other)


def _call_alone(found, obj, cls):
    """Call a special method that lies in a class without arguments."""
    if class_of(found) is _function_type:
        return found(obj)
    return _bind(found, obj, cls)()


# ---------------------------------------------------------------- operators
def _try_binary(number, left, right):
    """Ask both operands; NotImplemented if neither knows."""
    left_class = class_of(left)
    right_class = class_of(right)
    method = type_lookup(left_class, _FORWARD[number], None)
    if left_class is right_class and class_of(method) is _function_type:
        return method(left, right)
    reflected = None
    if left_class is not right_class:
        reflected = type_lookup(right_class, _REFLECTED[number], None)
        if reflected is not None:
            first = False
            if method is None:
                first = True
            elif is_subclass_plain(right_class, left_class):
                first = reflected is not type_lookup(left_class, _REFLECTED[number], None)
            elif (number == 0 or number == 2) and class_of(_unwrapped(left)) in _SEQUENCES:
                # sequences join and repeat only after the numbers' methods of both were asked
                first = class_of(method) is not _function_type
            if first:
                result = _call_found(reflected, right, right_class, left)
                if result is not NotImplemented:
                    return result
                reflected = None
    if method is not None:
        result = _call_found(method, left, left_class, right)
        if result is not NotImplemented:
            return result
    if reflected is not None:
        return _call_found(reflected, right, right_class, left)
    return NotImplemented


def _op_binary(operator, left, right):
    cls = class_of(left)
    if cls is class_of(right):  # the usual case of classes with operators, without another call
        method = type_lookup(cls, _FORWARD[operator - _FIRST_BINARY], None)
        if class_of(method) is _function_type:
            result = method(left, right)
            if result is NotImplemented:
                _fail_binary_operands(operator, left, right)
            return result
    result = _try_binary(operator - _FIRST_BINARY, left, right)
    if result is NotImplemented:
        _fail_binary_operands(operator, left, right)
    return result


def _op_inplace(operator, left, right):
    number = operator - _FIRST_BINARY
    cls = class_of(left)
    method = type_lookup(cls, _IN_PLACE[number], None)
    if method is not None:
        result = _call_found(method, left, cls, right)
        if result is not NotImplemented:
            return result
    result = _try_binary(number, left, right)
    if result is NotImplemented:
        if number == 2:
            _refuse_repeat_in_place(left, right)
        raise TypeError(f"unsupported operand type(s) for {_INPLACE_SYMBOLS[number]}: "
                        f"'{cls.__name__}' and '{class_of(right).__name__}'")
    return result


def _op_unary(operator, operand):
    cls = class_of(operand)
    method = type_lookup(cls, _UNARY[operator - _FIRST_UNARY], None)
    if method is None:
        _fail_unary_operand(operator, operand)
    return _call_alone(method, operand, cls)


def _op_compare(operator, left, right):
    number = operator - _FIRST_COMPARISON
    left_class = class_of(left)
    right_class = class_of(right)
    swapped_asked = False
    if left_class is not right_class and is_subclass_plain(right_class, left_class):
        swapped = type_lookup(right_class, _SWAPPED[number], None)
        if swapped is not None:
            swapped_asked = True
            result = _call_found(swapped, right, right_class, left)
            if result is not NotImplemented:
                return result
    method = type_lookup(left_class, _COMPARISONS[number], None)
    if method is not None:
        if class_of(method) is _function_type:
            result = method(left, right)
        else:
            result = _bind(method, left, left_class)(right)
        if result is not NotImplemented:
            return result
    if not swapped_asked:
        swapped = type_lookup(right_class, _SWAPPED[number], None)
        if swapped is not None:
            result = _call_found(swapped, right, right_class, left)
            if result is not NotImplemented:
                return result
    if number == 4:
        return left is right
    if number == 5:
        return left is not right
    _fail_comparison_operands(operator, left, right)


def _op_contains(container, item):
    cls = class_of(container)
    method = type_lookup(cls, "__contains__", _missing_value)
    if method is None:
        raise TypeError(f"'{cls.__name__}' object is not a container")
    if method is not _missing_value:
        return True if _call_found(method, container, cls, item) else False
    iterator = type_lookup(cls, "__iter__", _missing_value)
    if iterator is None or (iterator is _missing_value
                            and type_lookup(cls, "__getitem__", None) is None):
        _fail_not_a_container(container)
    for found in container:
        if found is item or found == item:
            return True
    return False


def _op_truth(obj):
    cls = class_of(obj)
    method = type_lookup(cls, "__bool__", None)
    if method is not None:
        result = _call_alone(method, obj, cls)
        if result is not True and result is not False:
            _fail_bool_returned(result)
        return result
    if type_lookup(cls, "__len__", None) is not None:
        return _op_length(obj) > 0
    return True


def _op_length(obj):
    cls = class_of(obj)
    method = type_lookup(cls, "__len__", None)
    if method is None:
        _fail_no_length(obj)
    result = _call_alone(method, obj, cls)
    if class_of(result) is not int:
        result = _index(result)
    if result < 0:
        _fail_len_returned(result)
    if result >= 1 << 63:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return result


# ---------------------------------------------------------------- items
def _op_get_item(obj, key):
    cls = class_of(obj)
    method = type_lookup(cls, "__getitem__", None)
    if class_of(method) is _function_type:
        return method(obj, key)
    if method is not None:
        plain = _unwrapped(obj)
        if plain is not obj and class_of(plain) is dict:
            missing = type_lookup(cls, "__missing__", None)
            if missing is not None and key not in plain:
                return _call_found(missing, obj, cls, key)
        return _bind(method, obj, cls)(key)
    if is_subclass_plain(cls, type):
        found = getattr(obj, "__class_getitem__", None)
        if found is not None:
            return found(key)
        if obj is type:
            return _generic_alias(obj, key)
    _fail_not_subscriptable(obj)


def _op_set_item(obj, key, value):
    cls = class_of(obj)
    method = type_lookup(cls, "__setitem__", None)
    if method is None:
        _fail_no_item_assignment(obj)
    if class_of(method) is _function_type:
        method(obj, key, value)
    else:
        _bind(method, obj, cls)(key, value)


def _op_delete_item(obj, key):
    cls = class_of(obj)
    method = type_lookup(cls, "__delitem__", None)
    if method is None:
        _fail_no_item_deletion(obj, key)
    _call_found(method, obj, cls, key)


# ---------------------------------------------------------------- attributes
def _plain_get(obj, name):
    """The look-up of an object whose class does not replace it."""
    cls = class_of(obj)
    if is_subclass_plain(cls, type):
        return _type_get(obj, name)
    if is_subclass_plain(cls, super):
        return _super_get(obj, name)
    return _object_get(obj, name)


def _op_get_attribute(obj, name):
    cls = class_of(obj)
    getter = type_lookup(cls, "__getattribute__", None)
    is_plain = class_of(getter) is not _function_type
    fallback = type_lookup(cls, "__getattr__", None)
    if fallback is None:
        return _plain_get(obj, name) if is_plain else getter(obj, name)
    try:
        return _plain_get(obj, name) if is_plain else getter(obj, name)
    except AttributeError:
        pass
    return _call_found(fallback, obj, cls, name)


def _op_set_attribute(obj, name, value):
    cls = class_of(obj)
    setter = type_lookup(cls, "__setattr__", None)
    if setter is None or setter is _plain_setters[0] or setter is _plain_setters[1]:
        _object_set(obj, name, value)
    else:
        _bind(setter, obj, cls)(name, value)


def _op_delete_attribute(obj, name):
    cls = class_of(obj)
    deleter = type_lookup(cls, "__delattr__", None)
    if deleter is None or deleter is _plain_deleters[0] or deleter is _plain_deleters[1]:
        _object_delete(obj, name)
    else:
        _bind(deleter, obj, cls)(name)


_plain_setters = (class_dict(object)["__setattr__"], class_dict(type)["__setattr__"])
_plain_deleters = (class_dict(object)["__delattr__"], class_dict(type)["__delattr__"])


def _op_get_special(obj, name):
    """``__enter__`` and its kin, for a with statement."""
    cls = class_of(obj)
    found = type_lookup(cls, name, _missing_value)
    if found is _missing_value:
        kind = "asynchronous context manager" if name.startswith("__a") else "context manager"
        missed = f" (missed {name} method)" if name.endswith("exit__") else ""
        raise TypeError(f"'{cls.__name__}' object does not support the {kind} protocol{missed}")
    return _bind(found, obj, cls)


@native
def getattr(object, name, default=_missing_value, /):
    name = _check_name(name)
    if default is _missing_value:
        return _op_get_attribute(object, name)
    try:
        return _op_get_attribute(object, name)
    except AttributeError:
        return default


@native
def hasattr(obj, name, /):
    name = _check_name(name)
    try:
        _op_get_attribute(obj, name)
    except AttributeError:
        return False
    return True


@native
def setattr(obj, name, value, /):
    _op_set_attribute(obj, _check_name(name), value)


@native
def delattr(obj, name, /):
    _op_delete_attribute(obj, _check_name(name))


# ---------------------------------------------------------------- classes of objects
def _isinstance(obj, classes):
    """``isinstance`` in full."""
    if class_of(obj) is classes:
        return True
    meta = class_of(classes)
    if meta is type:
        return _instance_by_mro(obj, classes)
    if meta is tuple or isinstance(classes, tuple):
        for cls in classes:
            if _isinstance(obj, cls):
                return True
        return False
    members = union_args(classes)
    if members is not None:
        for member in members:
            if not isinstance(member, type):
                raise TypeError("isinstance() argument 2 cannot be a parameterized generic")
        return _isinstance(obj, members)
    check = type_lookup(meta, "__instancecheck__", None)
    if check is not None:
        return True if _call_found(check, classes, meta, obj) else False
    bases = _own_bases(classes)
    if bases is None:
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    said = getattr(obj, "__class__", None)
    return said is not None and _derives_by_bases(said, classes)


def _issubclass(sub, classes):
    """``issubclass`` in full."""
    meta = class_of(classes)
    if meta is type:
        return _subclass_by_mro(sub, classes)
    if meta is tuple or isinstance(classes, tuple):
        for cls in classes:
            if _issubclass(sub, cls):
                return True
        return False
    members = union_args(classes)
    if members is not None:
        for member in members:
            if not isinstance(member, type):
                raise TypeError("issubclass() argument 2 cannot be a parameterized generic")
        return _issubclass(sub, members)
    check = type_lookup(meta, "__subclasscheck__", None)
    if check is not None:
        return True if _call_found(check, classes, meta, sub) else False
    if _own_bases(sub) is None:
        raise TypeError("issubclass() arg 1 must be a class")
    if _own_bases(classes) is None:
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return _derives_by_bases(sub, classes)


def _own_bases(obj):
    """``__bases__`` of what behaves like a class, or None."""
    bases = getattr(obj, "__bases__", None)
    return bases if isinstance(bases, tuple) else None


def _derives_by_bases(sub, cls):
    if sub is cls:
        return True
    for base in _own_bases(sub) or ():
        if _derives_by_bases(base, cls):
            return True
    return False


# ---------------------------------------------------------------- iteration
def _op_iter(obj):
    cls = class_of(obj)
    method = type_lookup(cls, "__iter__", _missing_value)
    if method is _missing_value:
        if type_lookup(cls, "__getitem__", None) is None:
            _fail_not_iterable(obj)
        return _sequence_iterator(obj)
    if method is None:
        _fail_not_iterable(obj)
    made = _call_alone(method, obj, cls)
    if type_lookup(class_of(made), "__next__", None) is None:
        raise TypeError(f"iter() returned non-iterator of type '{class_of(made).__name__}'")
    return made


def _op_next(iterator):
    cls = class_of(iterator)
    method = type_lookup(cls, "__next__", None)
    if method is None:
        _fail_not_an_iterator(iterator)
    return _call_alone(method, iterator, cls)


def _can_iterate(obj):
    cls = class_of(obj)
    return (type_lookup(cls, "__iter__", None) is not None
            or (type_lookup(cls, "__iter__", _missing_value) is _missing_value
                and type_lookup(cls, "__getitem__", None) is not None))


def _op_unpack(obj, wanted):
    if not _can_iterate(obj):
        _fail_unpack_type(obj)
    items = []
    iterator = iter(obj)
    for item in iterator:
        if len(items) == wanted:
            _fail_unpack_long(wanted)
        items.append(item)
    if len(items) < wanted:
        _fail_unpack_short(wanted, len(items))
    return tuple(items)


def _op_unpack_star(obj, before, after):
    if not _can_iterate(obj):
        _fail_unpack_type(obj)
    items = []
    iterator = iter(obj)
    while len(items) < before:
        for item in iterator:
            items.append(item)
            break
        else:
            _fail_unpack_star_short(before + after, len(items))
    rest = list(iterator)
    end = len(rest) - after
    if end < 0:
        _fail_unpack_star_short(before + after, before + len(rest))
    return (*items, rest[:end], *rest[end:])


def _op_list_extend(target, iterable, function):
    cls = class_of(iterable)
    if type_lookup(cls, "__iter__", _missing_value) is _missing_value and type_lookup(
            cls, "__getitem__", None) is None:
        _fail_spread_not_iterable(function, iterable)
    for item in iterable:
        target.append(item)


# ---------------------------------------------------------------- calls
def _op_call_class(cls, args, kwargs):
    meta = class_of(cls)
    call = type_lookup(meta, "__call__", None)
    if class_of(call) is _function_type:
        return call(cls, *args, **(kwargs or {}))
    if call is _plain_call:
        return _type_call(cls, args, kwargs or {})
    return _bind(call, cls, meta)(*args, **(kwargs or {}))


_plain_call = class_dict(type)["__call__"]


def _op_call_object(obj, args, kwargs):
    cls = class_of(obj)
    call = type_lookup(cls, "__call__", None)
    if call is None:
        if cls is _function_type or cls is _native_type or callable(obj):
            return obj(*args, **(kwargs or {}))
        _fail_not_callable(obj)
    if class_of(call) is _function_type:
        return call(obj, *args, **(kwargs or {}))
    return _bind(call, obj, cls)(*args, **(kwargs or {}))


# ---------------------------------------------------------------- text
def _op_format(obj, spec):
    cls = class_of(obj)
    method = type_lookup(cls, "__format__", None)
    if not spec and class_of(method) is not _function_type and isinstance(spec, str):
        return str(obj)  # a subclass of a builtin may have its own __str__
    result = _call_found(method, obj, cls, spec)
    if not isinstance(result, str):
        raise TypeError(f"__format__ must return a str, not {class_of(result).__name__}")
    return result


def _op_convert(obj, conversion):
    if conversion == 115:
        return str(obj)
    if conversion == 114:
        return repr(obj)
    return ascii(obj)


def _op_print_expression(value):
    if value is not None:
        write_output(repr(value) + "\n")


# ---------------------------------------------------------------- patterns
_WHOLE_SUBJECT = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def _op_match_class(subject, cls, n_positional, names):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a type")
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    if n_positional:
        arguments = getattr(cls, "__match_args__", None)
        whole = False
        if arguments is None:
            arguments = ()
            for kind in _WHOLE_SUBJECT:
                if is_subclass_plain(cls, kind):
                    whole = True
        elif class_of(arguments) is not tuple:
            raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got "
                            f"{class_of(arguments).__name__})")
        allowed = 1 if whole else len(arguments)
        if allowed < n_positional:
            plural = "" if allowed == 1 else "s"
            raise TypeError(f"{cls.__name__}() accepts {allowed} positional sub-pattern{plural} "
                            f"({n_positional} given)")
        if whole:
            values.append(subject)
        else:
            for k in range(n_positional):
                name = arguments[k]
                if not isinstance(name, str):
                    raise TypeError("__match_args__ elements must be strings "
                                    f"(got {class_of(name).__name__})")
                if name in seen:
                    raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute "
                                    f"{name!r}")
                seen.append(name)
                value = getattr(subject, name, _missing_value)
                if value is _missing_value:
                    return None
                values.append(value)
    for name in names:
        if name in seen:
            raise TypeError(
                f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
        seen.append(name)
        value = getattr(subject, name, _missing_value)
        if value is _missing_value:
            return None
        values.append(value)
    return tuple(values)


def _op_match_keys(subject, keys):
    values = []
    seen = []
    plain = _unwrapped(subject)
    getter = subject.get
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.append(key)
        if plain is subject and class_of(plain) is dict:
            value = plain.get(key, _missing_value)
        else:
            value = getter(key, _missing_value)
        if value is _missing_value:
            return None
        values.append(value)
    return tuple(values)


def _op_match_exception(exception, wanted):
    _fail_catch_not_exception(wanted)


# ---------------------------------------------------------------- except*
def _is_exception_class(obj):
    return isinstance(obj, type) and is_subclass_plain(obj, BaseException)


def _op_match_group(exception, wanted):
    for cls in wanted if isinstance(wanted, tuple) else (wanted,):
        if not _is_exception_class(cls):
            _fail_catch_not_exception(wanted)
        if is_subclass_plain(cls, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. "
                            "Use except instead.")
    if exception is None:
        return None, None
    if isinstance(exception, wanted):
        if isinstance(exception, BaseExceptionGroup):
            return exception, None
        return BaseExceptionGroup("", (exception,)), None
    if isinstance(exception, BaseExceptionGroup):
        pair = exception.split(wanted)
        if not isinstance(pair, tuple) or len(pair) < 2:
            raise TypeError(f"{class_of(exception).__name__}.split must return a 2-tuple")
        if pair[0] is not None:
            return pair[0], pair[1]
    return None, exception


def _same_origin(exception, original):
    """Whether an exception is a part of the original one that was raised again."""
    return (exception.__traceback__ is original.__traceback__
            and exception.__cause__ is original.__cause__
            and exception.__context__ is original.__context__
            and getattr(exception, "__notes__", None) is getattr(original, "__notes__", None))


def _leaves(exception, found):
    if isinstance(exception, BaseExceptionGroup):
        for member in exception.exceptions:
            _leaves(member, found)
    else:
        found.append(exception)


def _op_reraise_star(original, raised):
    raised = [exception for exception in raised if exception is not None]
    if not raised:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return raised[0]
    fresh = []
    again = []
    for exception in raised:
        if isinstance(exception, BaseExceptionGroup) and _same_origin(exception, original):
            _leaves(exception, again)
        else:
            fresh.append(exception)
    rest = None
    if again:
        def keep(exception):
            return any([exception is leaf for leaf in again])

        rest = _group_split(original, keep)[0]
    if not fresh:
        return rest
    if rest is not None:
        fresh.append(rest)
    if len(fresh) == 1:
        return fresh[0]
    return BaseExceptionGroup("", fresh)


# ---------------------------------------------------------------- raising
def _made_exception(obj):
    """The instance that ``raise obj`` raises, or None if it is no exception."""
    if isinstance(obj, type):
        if not is_subclass_plain(obj, BaseException):
            return None
        made = obj()
        if not isinstance(made, BaseException):
            raise TypeError(f"calling {obj!r} should have returned an instance of BaseException, "
                            f"not {class_of(made)!r}")
        return made
    return obj if isinstance(obj, BaseException) else None


def _op_raise(exception, cause):
    made = _made_exception(exception)
    if made is None:
        _fail_not_exception(exception)
    if cause is not ...:
        if cause is not None:
            reason = _made_exception(cause)
            if reason is None:
                _fail_bad_cause(cause)
            cause = reason
        exception_set(made, 1, cause)
        exception_set(made, 3, True)
    raise made


# ---------------------------------------------------------------- generators and awaitables
def _op_send(iterator, value):
    try:
        if value is None:
            result = next(iterator)
        else:
            result = iterator.send(value)
    except StopIteration as stop:
        return True, stop.value
    return False, result


def _op_delegate_throw(iterator, exception):
    newest = exception.__traceback__
    if newest is not None:  # of the frame that delegates: it is added again when this raises
        exception_set(exception, 4, newest.tb_next)
    if isinstance(exception, GeneratorExit):
        close = getattr(iterator, "close", None)
        if close is not None:
            close()
        raise exception
    throw = getattr(iterator, "throw", None)
    if throw is None:
        raise exception
    try:
        result = throw(exception)
    except StopIteration as stop:
        if stop is exception:
            raise
        return True, stop.value
    return False, result


def _op_get_awaitable(obj):
    cls = class_of(obj)
    if cls is _coroutine_type or getattr(obj, "_is_iterable_coroutine", False):
        return obj
    method = type_lookup(cls, "__await__", None)
    if method is None:
        _fail_not_awaitable(obj)
    made = _call_alone(method, obj, cls)
    if class_of(made) is _coroutine_type:
        raise TypeError("__await__() returned a coroutine")
    if type_lookup(class_of(made), "__next__", None) is None:
        raise TypeError(
            f"__await__() returned non-iterator of type '{class_of(made).__name__}'")
    return made


def _op_get_yield_from(obj):
    if class_of(obj) is _coroutine_type:
        raise TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
    return iter(obj)


def _op_get_async_iter(obj):
    cls = class_of(obj)
    method = type_lookup(cls, "__aiter__", None)
    if method is None:
        raise TypeError(
            f"'async for' requires an object with __aiter__ method, got {cls.__name__}")
    made = _call_alone(method, obj, cls)
    if type_lookup(class_of(made), "__anext__", None) is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement "
                        f"__anext__: {class_of(made).__name__}")
    return made


def _op_get_async_next(obj):
    cls = class_of(obj)
    method = type_lookup(cls, "__anext__", None)
    if method is None:
        raise TypeError(
            f"'async for' requires an iterator with __anext__ method, got {cls.__name__}")
    made = _call_alone(method, obj, cls)
    try:
        return _op_get_awaitable(made)
    except TypeError as error:
        raise TypeError("'async for' received an invalid object from __anext__: "
                        f"{class_of(made).__name__}") from error


# ---------------------------------------------------------------- imports
def _op_import(name, how, namespace):
    """``how``: the names to take (None: bind the first part of a dotted name) and the level."""
    names, level = how
    if level:
        package = namespace.get("__package__") or namespace.get("__name__", "")
        if not package or package == "__main__":
            raise ImportError("attempted relative import with no known parent package")
        parts = package.split(".")
        if level > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        package = ".".join(parts[:len(parts) - level + 1])
        name = f"{package}.{name}" if name else package
    module = _import_module(name)
    if names is None:
        return _import_module(name.partition(".")[0])
    for wanted in names:
        if wanted != "*" and _own_attribute(module, wanted, _missing_value) is _missing_value:
            _find_module(f"{name}.{wanted}")
    return module


def _op_import_from(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    _fail_import_name(module, name)


def _op_import_star(module, namespace):
    names = getattr(module, "__all__", None)
    if names is None:
        names = [name for name in module.__dict__ if not name.startswith("_")]
    for name in names:
        if not isinstance(name, str):
            title = getattr(module, "__name__", "")
            raise TypeError(f"Item in {title}.__all__ must be str, not {class_of(name).__name__}")
        namespace[name] = getattr(module, name)


# ---------------------------------------------------------------- class statements
def _resolve_bases(bases):
    """Let bases that are no classes say what stands for them (``__mro_entries__``)."""
    resolved = []
    for base in bases:
        if isinstance(base, type):
            resolved.append(base)
            continue
        entries = getattr(base, "__mro_entries__", None)
        if entries is None:
            resolved.append(base)
            continue
        replaced = entries(bases)
        if not isinstance(replaced, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(replaced)
    return tuple(resolved)


def _op_build_class(function, name, /, *bases, metaclass=_missing_value, **keywords):
    resolved = _resolve_bases(bases)
    meta = metaclass
    if meta is _missing_value:
        meta = class_of(resolved[0]) if resolved else type
    if isinstance(meta, type):
        meta = _winning_metaclass(meta, resolved)
    prepare = getattr(meta, "__prepare__", None)
    namespace = {} if prepare is None else prepare(name, resolved, **keywords)
    if type_lookup(class_of(namespace), "__getitem__", None) is None:
        title = meta.__name__ if isinstance(meta, type) else "<metaclass>"
        raise TypeError(f"{title}.__prepare__() must return a mapping, "
                        f"not {class_of(namespace).__name__}")
    cell = function(namespace)
    if len(resolved) != len(bases) or any([a is not b for a, b in zip(resolved, bases)]):
        namespace["__orig_bases__"] = bases
    cls = meta(name, resolved, namespace, **keywords)
    if cell is not None and isinstance(cls, type):
        held = cell_get(cell, _missing_value)
        if held is _missing_value:
            raise RuntimeError(f"__class__ not set defining {name!r} as {cls!r}. "
                               "Was __classcell__ propagated to type.__new__?")
        if held is not cls:
            raise TypeError(f"__class__ set to {held!r} defining {name!r} as {cls!r}")
    return cls


def _op_setup_annotations(namespace):
    if "__annotations__" not in namespace:
        namespace["__annotations__"] = {}


def _op_load_name(namespace, name, module_names):
    """A name in a class body or ``exec`` whose namespace is no plain dict."""
    try:
        return namespace[name]
    except KeyError:
        pass
    found = module_names.get(name, _missing_value)
    return name_outside(name) if found is _missing_value else found


# ---------------------------------------------------------------- type parameters
def _op_type_alias(name, function, parameters=()):
    return _import_module("typing")._type_alias(name, function, parameters)


def _op_type_parameter(name, number, bound, default):
    return _import_module("typing")._type_parameter(name, number, bound, default)


def _op_generic_base(parameters):
    return _import_module("typing").Generic[parameters]
