"""Natives behind the members of builtin classes: ``type.__name__``, ``function.__doc__`` ...

A MEMBER in a class's dict holds the number of one of these. It is called with the object to read
the attribute, with object and value to set it; DECLINE means that it cannot be set (or read).
What lies in the boot image cannot be set.
"""

from ringfence.failures import Failure
from ringfence.kernels.classes import (
    class_is_immutable,
    class_set,
    known_name,
)
from ringfence.kernels.dicts import dict_get_str, dict_new, dict_set_item
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import field, load, set_field, store, word
from ringfence.kernels.objects import (
    allocate,
    class_of,
    fail,
    flags,
    has_room,
    kind_of,
    need_room,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
    unwrap,
)
from ringfence.kernels.shapes import (
    instance_dict,
    instance_set_class,
    instance_set_dict,
    n_fixed_slots,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import NONE, UNBOUND, bool_value
from ringfence.layout import (
    BOUND_NATIVE,
    BOUND_SELF,
    CLASS_BASES,
    CLASS_DICT,
    CLASS_FLAG_EXCEPTION,
    CLASS_FLAGS,
    CLASS_MODULE,
    CLASS_MRO,
    CLASS_NAME,
    CLASS_PAYLOAD_KIND,
    CLASS_QUALNAME,
    CLASS_SLOTS,
    CODE_CELLS,
    CODE_FLAGS,
    CODE_FREE,
    CODE_INLINED,
    CODE_LINE,
    CODE_N_KEYWORD_ONLY,
    CODE_N_POSITIONAL,
    CODE_N_POSITIONAL_ONLY,
    CODE_NAME,
    CODE_POSITIONS,
    CODE_QUALNAME,
    CODE_UNIT,
    CODE_VARIABLES,
    FLAG_FINISHED,
    FLAG_RUNNING,
    FLAG_STARTED,
    FUNCTION_ANNOTATIONS,
    FUNCTION_ATTRIBUTES,
    FUNCTION_CLOSURE,
    FUNCTION_CODE,
    FUNCTION_DEFAULTS,
    FUNCTION_DOC,
    FUNCTION_GLOBALS,
    FUNCTION_KEYWORD_DEFAULTS,
    FUNCTION_MODULE,
    FUNCTION_NAME,
    FUNCTION_QUALNAME,
    GENERATOR_CODE,
    GENERATOR_DELEGATE,
    GENERATOR_NAME,
    GENERATOR_QUALNAME,
    HOST_FUNCTION_NAME,
    KIND_BOUND_NATIVE,
    KIND_CLASS,
    KIND_CLASSMETHOD,
    KIND_CODE,
    KIND_DICT,
    KIND_FUNCTION,
    KIND_GENERATOR,
    KIND_HOST_FUNCTION,
    KIND_INSTANCE,
    KIND_MAPPING_PROXY,
    KIND_MEMBER,
    KIND_METHOD,
    KIND_MODULE,
    KIND_NATIVE,
    KIND_PROPERTY,
    KIND_STATICMETHOD,
    KIND_STR,
    KIND_SUPER,
    KIND_TRACEBACK,
    KIND_TUPLE,
    MEMBER_CLASS,
    MEMBER_NAME,
    METHOD_FUNCTION,
    METHOD_SELF,
    MODULE_DICT,
    NAME_DOC,
    NAME_MODULE,
    NAME_NAME,
    NATIVE_BINDS,
    NATIVE_FALLBACK,
    NATIVE_MAX,
    NATIVE_MIN,
    NATIVE_MODULE,
    NATIVE_NAME,
    NATIVE_OWNER,
    POSITION_LINE_BITS,
    PROGRAM_AT,
    PROPERTY_DELETE,
    PROPERTY_DOC,
    PROPERTY_GET,
    PROPERTY_SET,
    PROXY_DICT,
    PROXY_WORDS,
    RAW_DATA,
    STATE_BUILTINS,
    SUPER_CLASS,
    SUPER_SELF,
    SUPER_TYPE,
    TRACEBACK_CODE,
    TRACEBACK_NEXT,
    TRACEBACK_PC,
    TUPLE_LENGTH,
    WRAPPED_FUNCTION,
)


@kernel("i8(i8, i8, i8, i8, i8)")
def read_field(m, args, n, dst, kind_and_field):
    """Read a field (low 8 bits) of an object of a kind (the rest), or of what an instance wraps."""
    obj = unwrap(m, load(m, args))
    if n != 1 or kind_of(m, obj) != kind_and_field >> 8:
        return DECLINE
    value = field(m, obj, kind_and_field & 255)
    store(m, dst, NONE if value == UNBOUND else value)
    return NEXT


@kernel("i8(i8, i8)")
def new_proxy(m, mapping):
    """A read-only view of a dict."""
    w = allocate(m, KIND_MAPPING_PROXY, PROXY_WORDS)
    set_field(m, w, PROXY_DICT, mapping)
    return w


# ---------------------------------------------------------------- type
@kernel("i8(i8, i8, i8, i8, i8)")
def class_text(m, args, n, dst, number):
    """Read or set the name or qualified name of a class."""
    class_ = load(m, args)
    if kind_of(m, class_) != KIND_CLASS:
        return DECLINE
    if n == 1:
        store(m, dst, field(m, class_, CLASS_NAME if number == CLASS_NAME else CLASS_QUALNAME))
        return NEXT
    if n != 2 or kind_of(m, word(m, args, 1)) != KIND_STR or class_is_immutable(m, class_):
        return DECLINE
    if number == CLASS_NAME:
        set_field(m, class_, CLASS_NAME, word(m, args, 1))
    else:
        set_field(m, class_, CLASS_QUALNAME, word(m, args, 1))
    return NEXT


@native("type.__name__")
def type_name(m, args, n, dst):
    return class_text(m, args, n, dst, CLASS_NAME)


@native("type.__qualname__")
def type_qualname(m, args, n, dst):
    return class_text(m, args, n, dst, CLASS_QUALNAME)


@native("type.__module__")
def type_module(m, args, n, dst):
    class_ = load(m, args)
    if kind_of(m, class_) != KIND_CLASS:
        return DECLINE
    if n == 2:
        return class_set(m, class_, known_name(m, NAME_MODULE), word(m, args, 1))
    found = dict_get_str(m, field(m, class_, CLASS_DICT), known_name(m, NAME_MODULE))
    if found == UNBOUND or class_is_immutable(m, class_):
        found = field(m, class_, CLASS_MODULE)
    store(m, dst, found)
    return NEXT


@native("type.__doc__")
def type_doc(m, args, n, dst):
    class_ = load(m, args)
    if kind_of(m, class_) != KIND_CLASS:
        return DECLINE
    if n == 2:
        return class_set(m, class_, known_name(m, NAME_DOC), word(m, args, 1))
    found = dict_get_str(m, field(m, class_, CLASS_DICT), known_name(m, NAME_DOC))
    if found == UNBOUND or kind_of(m, found) == KIND_MEMBER:
        found = NONE
    store(m, dst, found)
    return NEXT


@native("type.__mro__")
def type_mro(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_CLASS << 8 | CLASS_MRO)


@native("type.__bases__")
def type_bases(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_CLASS << 8 | CLASS_BASES)


@native("type.__base__")
def type_base(m, args, n, dst):
    """The base that gives instances their layout: the first with most slots or a payload."""
    class_ = load(m, args)
    if n != 1 or kind_of(m, class_) != KIND_CLASS:
        return DECLINE
    bases = field(m, class_, CLASS_BASES)
    best = NONE
    best_weight = -1
    for k in range(tuple_length(m, bases)):
        base = tuple_item(m, bases, k)
        weight = n_fixed_slots(m, base)
        if field(m, base, CLASS_PAYLOAD_KIND) != 0:
            weight += 1000
        if weight > best_weight:
            best = base
            best_weight = weight
    store(m, dst, best)
    return NEXT


@native("type.__dict__")
def type_dict(m, args, n, dst):
    class_ = load(m, args)
    if n != 1 or kind_of(m, class_) != KIND_CLASS:
        return DECLINE
    store(m, dst, new_proxy(m, field(m, class_, CLASS_DICT)))
    return NEXT


@native("class_dict")
def class_dict(m, args, n, dst):
    """``(class)`` -> the very dict of a class, for the prelude to read."""
    return read_field(m, args, n, dst, KIND_CLASS << 8 | CLASS_DICT)


# ---------------------------------------------------------------- object
@kernel("i8(i8, i8, i8)")
def same_layout(m, one, other):
    """Whether instances of one class may become instances of another."""
    if class_is_immutable(m, one) or class_is_immutable(m, other):
        return 0
    if n_fixed_slots(m, one) != n_fixed_slots(m, other):
        return 0
    if field(m, one, CLASS_PAYLOAD_KIND) != field(m, other, CLASS_PAYLOAD_KIND):
        return 0
    one_slots = field(m, one, CLASS_SLOTS)
    other_slots = field(m, other, CLASS_SLOTS)
    if one_slots == NONE and other_slots == NONE:
        return 1
    return 1 if one_slots == other_slots else 0


@native("object.__class__")
def object_class(m, args, n, dst):
    obj = load(m, args)
    if n == 1:
        store(m, dst, class_of(m, obj))
        return NEXT
    class_ = word(m, args, 1)
    if n != 2 or kind_of(m, class_) != KIND_CLASS:
        return DECLINE
    if kind_of(m, obj) == KIND_MODULE:
        return DECLINE
    if kind_of(m, obj) != KIND_INSTANCE or same_layout(m, class_of(m, obj), class_) == 0:
        return fail(m, Failure.SLOT_LAYOUT, obj, class_)
    instance_set_class(m, obj, class_)
    return NEXT


@native("instance.__dict__")
def instance_dict_member(m, args, n, dst):
    """``__dict__`` of instances and modules."""
    obj = load(m, args)
    kind = kind_of(m, obj)
    if kind == KIND_MODULE and n == 1:
        store(m, dst, field(m, obj, MODULE_DICT))
        return NEXT
    if kind != KIND_INSTANCE:
        return DECLINE
    class_ = class_of(m, obj)
    bits = field(m, class_, CLASS_FLAGS) >> 1
    if field(m, class_, CLASS_SLOTS) != NONE and bits & CLASS_FLAG_EXCEPTION == 0:
        return DECLINE
    if n == 1:
        store(m, dst, instance_dict(m, obj))
        return NEXT
    if n != 2 or kind_of(m, word(m, args, 1)) != KIND_DICT:
        return DECLINE
    instance_set_dict(m, obj, word(m, args, 1))
    return NEXT


@native("instance.__weakref__")
def instance_weakref(m, args, n, dst):
    if n != 1:
        return DECLINE
    store(m, dst, NONE)
    return NEXT


# ---------------------------------------------------------------- functions
@kernel("i8(i8, i8, i8, i8, i8, i8)")
def function_field(m, args, n, dst, number, kind_wanted):
    """Read or set a field of a FUNCTION; kind_wanted: 0 any value, else that kind or None."""
    function = load(m, args)
    if kind_of(m, function) != KIND_FUNCTION:
        return DECLINE
    at = function - 1 + number * 8
    if n == 1:
        value = load(m, at)
        store(m, dst, NONE if value == UNBOUND else value)
        return NEXT
    value = word(m, args, 1)
    if n != 2 or function < PROGRAM_AT:
        return DECLINE
    if kind_wanted != 0 and kind_of(m, value) != kind_wanted:
        if value != NONE or kind_wanted == KIND_STR:
            return DECLINE
    store(m, at, value)
    return NEXT


@native("function.__name__")
def function_name(m, args, n, dst):
    return function_field(m, args, n, dst, FUNCTION_NAME, KIND_STR)


@native("function.__qualname__")
def function_qualname(m, args, n, dst):
    return function_field(m, args, n, dst, FUNCTION_QUALNAME, KIND_STR)


@native("function.__doc__")
def function_doc(m, args, n, dst):
    return function_field(m, args, n, dst, FUNCTION_DOC, 0)


@native("function.__module__")
def function_module(m, args, n, dst):
    function = load(m, args)
    if n == 1 and kind_of(m, function) == KIND_FUNCTION:
        if field(m, function, FUNCTION_MODULE) == NONE:
            names = field(m, function, FUNCTION_GLOBALS)
            found = dict_get_str(m, names, known_name(m, NAME_NAME))
            if found == UNBOUND:  # a main program's name stands in its builtins
                found = dict_get_str(m, word(m, 0, STATE_BUILTINS), known_name(m, NAME_NAME))
            store(m, dst, NONE if found == UNBOUND else found)
            return NEXT
    return function_field(m, args, n, dst, FUNCTION_MODULE, 0)


@native("function.__defaults__")
def function_defaults(m, args, n, dst):
    return function_field(m, args, n, dst, FUNCTION_DEFAULTS, KIND_TUPLE)


@native("function.__kwdefaults__")
def function_kwdefaults(m, args, n, dst):
    return function_field(m, args, n, dst, FUNCTION_KEYWORD_DEFAULTS, KIND_DICT)


@native("function.__dict__")
def function_dict(m, args, n, dst):
    function = load(m, args)
    if kind_of(m, function) != KIND_FUNCTION:
        return DECLINE
    if n == 2:
        if kind_of(m, word(m, args, 1)) != KIND_DICT or function < PROGRAM_AT:
            return DECLINE
        set_field(m, function, FUNCTION_ATTRIBUTES, word(m, args, 1))
        return NEXT
    attributes = field(m, function, FUNCTION_ATTRIBUTES)
    if attributes == NONE:
        attributes = dict_new(m, 0)
        if function > PROGRAM_AT:
            set_field(m, function, FUNCTION_ATTRIBUTES, attributes)
    store(m, dst, attributes)
    return NEXT


@native("function.__annotations__")
def function_annotations(m, args, n, dst):
    function = load(m, args)
    if kind_of(m, function) != KIND_FUNCTION:
        return DECLINE
    if n == 2:
        return function_field(m, args, n, dst, FUNCTION_ANNOTATIONS, KIND_DICT)
    annotations = field(m, function, FUNCTION_ANNOTATIONS)
    if kind_of(m, annotations) != KIND_DICT:
        pairs = annotations
        count = 0
        if kind_of(m, pairs) == KIND_TUPLE:
            count = tuple_length(m, pairs)
        if has_room(m, count * 64 + 4096) == 0:
            return need_room(m, count * 64 + 4096)
        annotations = dict_new(m, count // 2)
        for k in range(0, count, 2):
            dict_set_item(m, annotations, tuple_item(m, pairs, k), tuple_item(m, pairs, k + 1))
        if function > PROGRAM_AT:
            set_field(m, function, FUNCTION_ANNOTATIONS, annotations)
    store(m, dst, annotations)
    return NEXT


@native("function.__code__")
def function_code(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_FUNCTION << 8 | FUNCTION_CODE)


@native("function.__globals__")
def function_globals(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_FUNCTION << 8 | FUNCTION_GLOBALS)


@native("function.__closure__")
def function_closure(m, args, n, dst):
    obj = load(m, args)
    if n != 1 or kind_of(m, obj) != KIND_FUNCTION:
        return DECLINE
    closure = field(m, obj, FUNCTION_CLOSURE)
    if kind_of(m, closure) == KIND_TUPLE and field(m, closure, TUPLE_LENGTH) == 0:
        closure = NONE
    store(m, dst, closure)
    return NEXT


@native("method.__func__")
def method_func(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_METHOD << 8 | METHOD_FUNCTION)


@native("method.__self__")
def method_self(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_METHOD << 8 | METHOD_SELF)


@native("method.__doc__")
def method_doc(m, args, n, dst):
    method = load(m, args)
    if n != 1 or kind_of(m, method) != KIND_METHOD:
        return DECLINE
    function = field(m, method, METHOD_FUNCTION)
    if kind_of(m, function) != KIND_FUNCTION:
        return DECLINE
    store(m, dst, field(m, function, FUNCTION_DOC))
    return NEXT


# ---------------------------------------------------------------- natives
@kernel("i8(i8, i8)")
def native_of(m, w):
    """The NATIVE in a builtin function or bound builtin method; 0 otherwise."""
    kind = kind_of(m, w)
    if kind == KIND_NATIVE:
        return w
    if kind == KIND_BOUND_NATIVE:
        return field(m, w, BOUND_NATIVE)
    return 0


@native("builtin_function_or_method.__name__")
def builtin_name(m, args, n, dst):
    function = native_of(m, load(m, args))
    if n != 1 or function == 0:
        return DECLINE
    store(m, dst, field(m, function, NATIVE_NAME))
    return NEXT


@native("builtin_function_or_method.__module__")
def builtin_module(m, args, n, dst):
    function = native_of(m, load(m, args))
    if n != 1 or function == 0:
        return DECLINE
    found = field(m, function, NATIVE_MODULE)
    if field(m, function, NATIVE_OWNER) != NONE:
        found = NONE
    store(m, dst, found)
    return NEXT


@native("builtin_function_or_method.__doc__")
def builtin_doc(m, args, n, dst):
    function = native_of(m, load(m, args))
    if n != 1 or function == 0:
        return DECLINE
    body = field(m, function, NATIVE_FALLBACK)
    store(m, dst, NONE if body == NONE else field(m, body, FUNCTION_DOC))
    return NEXT


@native("builtin_function_or_method.__self__")
def builtin_self(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_BOUND_NATIVE << 8 | BOUND_SELF)


@native("method_descriptor.__objclass__")
def builtin_objclass(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_NATIVE << 8 | NATIVE_OWNER)


@native("native_field")
def native_field(m, args, n, dst):
    """``(builtin, number)``: a field of it.

    0 name, 1 owner or None, 2 fewest, 3 most arguments, 4 fallback, 5 how it binds (NATIVE_BINDS),
    6 whether it is bound, 7 the builtin itself without what it is bound to.
    """
    function = native_of(m, load(m, args))
    number = word(m, args, 1) >> 1
    if n != 2 or function == 0:
        return DECLINE
    value = field(m, function, NATIVE_NAME)
    if number == 1:
        value = field(m, function, NATIVE_OWNER)
    elif number == 2:
        value = field(m, function, NATIVE_MIN)
    elif number == 3:
        value = field(m, function, NATIVE_MAX)
    elif number == 4:
        value = field(m, function, NATIVE_FALLBACK)
    elif number == 5:
        value = field(m, function, NATIVE_BINDS)
    elif number == 6:
        value = bool_value(1 if kind_of(m, load(m, args)) == KIND_BOUND_NATIVE else 0)
    elif number == 7:
        value = function
    store(m, dst, value)
    return NEXT


# ---------------------------------------------------------------- descriptors
@native("property.fget")
def property_fget(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_PROPERTY << 8 | PROPERTY_GET)


@native("property.fset")
def property_fset(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_PROPERTY << 8 | PROPERTY_SET)


@native("property.fdel")
def property_fdel(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_PROPERTY << 8 | PROPERTY_DELETE)


@native("property.__doc__")
def property_doc(m, args, n, dst):
    """A property's own text, or its getter's; can be set."""
    made = load(m, args)
    if kind_of(m, made) != KIND_PROPERTY:
        return DECLINE
    if n == 2:
        if made < PROGRAM_AT:
            return DECLINE
        set_field(m, made, PROPERTY_DOC, word(m, args, 1))
        return NEXT
    text = field(m, made, PROPERTY_DOC)
    getter = field(m, made, PROPERTY_GET)
    if text == NONE and kind_of(m, getter) == KIND_FUNCTION:
        text = field(m, getter, FUNCTION_DOC)
    store(m, dst, text)
    return NEXT


@native("classmethod.__func__")
def classmethod_func(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_CLASSMETHOD << 8 | WRAPPED_FUNCTION)


@native("staticmethod.__func__")
def staticmethod_func(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_STATICMETHOD << 8 | WRAPPED_FUNCTION)


@native("member_descriptor.__name__")
def member_name(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_MEMBER << 8 | MEMBER_NAME)


@native("member_descriptor.__objclass__")
def member_objclass(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_MEMBER << 8 | MEMBER_CLASS)


@native("super.__thisclass__")
def super_thisclass(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_SUPER << 8 | SUPER_CLASS)


@native("super.__self__")
def super_self(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_SUPER << 8 | SUPER_SELF)


@native("super.__self_class__")
def super_self_class(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_SUPER << 8 | SUPER_TYPE)


# ---------------------------------------------------------------- generators, code
@kernel("i8(i8, i8, i8, i8, i8)")
def generator_text(m, args, n, dst, number):
    """Read or set the name or qualified name of a generator or coroutine."""
    generator = load(m, args)
    if kind_of(m, generator) != KIND_GENERATOR:
        return DECLINE
    at = generator - 1 + number * 8
    if n == 1:
        store(m, dst, load(m, at))
        return NEXT
    if n != 2 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    store(m, at, word(m, args, 1))
    return NEXT


@native("generator.__name__")
def generator_name(m, args, n, dst):
    return generator_text(m, args, n, dst, GENERATOR_NAME)


@native("generator.__qualname__")
def generator_qualname(m, args, n, dst):
    return generator_text(m, args, n, dst, GENERATOR_QUALNAME)


@native("generator.gi_code")
def generator_code(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_GENERATOR << 8 | GENERATOR_CODE)


@native("generator.gi_yieldfrom")
def generator_yieldfrom(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_GENERATOR << 8 | GENERATOR_DELEGATE)


@native("generator.gi_running")
def generator_running(m, args, n, dst):
    generator = load(m, args)
    if n != 1 or kind_of(m, generator) != KIND_GENERATOR:
        return DECLINE
    store(m, dst, bool_value(1 if flags(m, generator) & FLAG_RUNNING else 0))
    return NEXT


@native("generator.gi_suspended")
def generator_suspended(m, args, n, dst):
    generator = load(m, args)
    if n != 1 or kind_of(m, generator) != KIND_GENERATOR:
        return DECLINE
    bits = flags(m, generator) & (FLAG_STARTED | FLAG_RUNNING | FLAG_FINISHED)
    store(m, dst, bool_value(1 if bits == FLAG_STARTED else 0))
    return NEXT


@native("generator_state")
def generator_state(m, args, n, dst):
    """``(generator)`` -> FLAG_FINISHED | FLAG_RUNNING | FLAG_STARTED."""
    generator = load(m, args)
    if n != 1 or kind_of(m, generator) != KIND_GENERATOR:
        return DECLINE
    store(m, dst, flags(m, generator) << 1)
    return NEXT


@native("code_field")
def code_field(m, args, n, dst):
    """``(function or code, number)`` -> a field of the code object, by the list below.

    0 name, 1 qualified name, 2 script name, 3 flags, 4 parameters that may be positional,
    5 positional-only, 6 keyword-only, 7 names of variables, 8 of free variables, 9 of cells,
    10 first line, 11 the source text of its unit, 12 comprehensions compiled into it.
    """
    code = load(m, args)
    number = word(m, args, 1) >> 1
    if kind_of(m, code) == KIND_FUNCTION:
        code = field(m, code, FUNCTION_CODE)
    if n != 2 or kind_of(m, code) != KIND_CODE:
        return DECLINE
    value = field(m, code, CODE_NAME)
    if number == 1:
        value = field(m, code, CODE_QUALNAME)
    elif number == 2:
        value = field(m, code, CODE_UNIT)
        if kind_of(m, value) == KIND_TUPLE:
            value = tuple_item(m, value, 0)
    elif number == 3:
        value = field(m, code, CODE_FLAGS)
    elif number == 4:
        value = field(m, code, CODE_N_POSITIONAL)
    elif number == 5:
        value = field(m, code, CODE_N_POSITIONAL_ONLY)
    elif number == 6:
        value = field(m, code, CODE_N_KEYWORD_ONLY)
    elif number == 7:
        value = field(m, code, CODE_VARIABLES)
    elif number == 8:
        value = field(m, code, CODE_FREE)
    elif number == 9:
        value = field(m, code, CODE_CELLS)
    elif number == 10:
        value = field(m, code, CODE_LINE)
    elif number == 11:
        value = field(m, code, CODE_UNIT)
        if kind_of(m, value) == KIND_TUPLE:
            value = tuple_item(m, value, 1)
    elif number == 12:
        value = field(m, code, CODE_INLINED)
    store(m, dst, value)
    return NEXT


# ---------------------------------------------------------------- tracebacks, proxies, the host's
@native("traceback_part")
def traceback_part(m, args, n, dst):
    """``(traceback, number)``: 0 the next one, 1 code, 2 number of the instruction."""
    w = load(m, args)
    number = word(m, args, 1) >> 1
    if n != 2 or kind_of(m, w) != KIND_TRACEBACK or number < 0 or number > 2:
        return DECLINE
    store(m, dst, load(m, w - 1 + (TRACEBACK_NEXT + number) * 8))
    return NEXT


@native("traceback_line")
def traceback_line(m, args, n, dst):
    """``(traceback)`` -> the line in its code."""
    w = load(m, args)
    if n != 1 or kind_of(m, w) != KIND_TRACEBACK:
        return DECLINE
    code = field(m, w, TRACEBACK_CODE)
    positions = field(m, code, CODE_POSITIONS) - 1 + RAW_DATA * 8
    number = field(m, w, TRACEBACK_PC) >> 1
    position = load(m, positions + number * 8)
    store(m, dst, (position & ((1 << POSITION_LINE_BITS) - 1)) << 1)
    return NEXT


@native("traceback_position")
def traceback_position(m, args, n, dst):
    """``(traceback)`` -> (line, column, line of the end, column of the end); columns may be 0xFFFF."""
    w = load(m, args)
    if n != 1 or kind_of(m, w) != KIND_TRACEBACK:
        return DECLINE
    positions = field(m, field(m, w, TRACEBACK_CODE), CODE_POSITIONS) - 1 + RAW_DATA * 8
    position = load(m, positions + (field(m, w, TRACEBACK_PC) >> 1) * 8)
    line = position & ((1 << POSITION_LINE_BITS) - 1)
    made = new_tuple(m, 4)
    set_tuple_item(m, made, 0, line << 1)
    set_tuple_item(m, made, 1, ((position >> 24) & 0xFFFF) << 1)
    set_tuple_item(m, made, 2, (line + ((position >> 40) & 0xFF)) << 1)
    set_tuple_item(m, made, 3, ((position >> 48) & 0xFFFF) << 1)
    store(m, dst, made)
    return NEXT


@native("proxy_dict")
def proxy_dict(m, args, n, dst):
    """``(mapping proxy)`` -> the mapping behind it."""
    return read_field(m, args, n, dst, KIND_MAPPING_PROXY << 8 | PROXY_DICT)


@native("host_function.__name__")
def host_function_name(m, args, n, dst):
    return read_field(m, args, n, dst, KIND_HOST_FUNCTION << 8 | HOST_FUNCTION_NAME)


@native(
    "method_create", "module_create", "mappingproxy_create", "none_create", "ellipsis_create",
    "not_implemented_create", "method.__eq__", "builtin_function_or_method.__eq__",
)
def only_in_prelude(m, args, n, dst):
    """Constructors written in the prelude, natives so that classes are called through them."""
    return DECLINE
