"""The classes that exist before any prelude code runs: one for every kind of builtin value.

A class statement of one of these names in the prelude fills the class made here; any other class
statement makes a new one. Names of iterators and the like are those of the host's Python, so that
``type(iter([])).__name__`` agrees with it.
"""

from __future__ import annotations

from typing import NamedTuple

from ringfence import layout as L
from ringfence.boot_block import BootBlock
from ringfence.kernels import tags


class BuiltinClass(NamedTuple):
    """One hand-made class: what it is called, what it extends, which values are its instances."""

    name: str
    base: str = "object"
    kinds: tuple[int, ...] = ()  # heap objects of these kinds are instances
    places: tuple[int, ...] = ()  # places in the tuple at STATE_CONSTANT_TYPES
    payload: int = 0  # kind of the value that instances of subclasses wrap
    final: bool = False  # cannot be subclassed
    module: str = "builtins"


def _iterators() -> list[BuiltinClass]:
    """Classes by ITERATE_*, in its order."""
    samples: list[object] = [
        iter([]), iter(()), iter(range(0)), iter(""), iter(b""), iter({}), iter({}.values()),
        iter({}.items()), iter(set()), enumerate([]), zip(), reversed([]), reversed(()),
        iter(bytearray()), reversed({}), reversed({}.values()), reversed({}.items()),
    ]
    names = [type(sample).__name__ for sample in samples]
    names.append("iterator")  # over the __getitem__ protocol
    by_name: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        by_name.setdefault(name, []).append(L.TYPE_INDEX_ITERATORS + number)
    open_names = {"enumerate", "zip", "reversed"}
    return [
        BuiltinClass(name, places=tuple(places), final=name not in open_names)
        for name, places in by_name.items()
    ]


CLASSES: list[BuiltinClass] = [
    BuiltinClass("object", kinds=(L.KIND_FREE, L.KIND_RAW, L.KIND_ARRAY, L.KIND_SHAPE,
                                  L.KIND_BYTE_BUFFER, L.KIND_INSTANCE, L.KIND_YIELDED),
                 places=(L.TYPE_INDEX_OBJECT,)),
    BuiltinClass("type", kinds=(L.KIND_CLASS,), places=(L.TYPE_INDEX_TYPE,)),
    BuiltinClass("int", kinds=(L.KIND_BIGINT,), places=(L.TYPE_INDEX_INT,), payload=L.KIND_BIGINT),
    BuiltinClass("bool", "int", places=(L.TYPE_INDEX_BOOL,), payload=L.KIND_BIGINT, final=True),
    BuiltinClass("float", kinds=(L.KIND_FLOAT,), places=(L.TYPE_INDEX_FLOAT,),
                 payload=L.KIND_FLOAT),
    BuiltinClass("complex", kinds=(L.KIND_COMPLEX,), payload=L.KIND_COMPLEX),
    BuiltinClass("NoneType", places=(L.TYPE_INDEX_NONE,), final=True),
    BuiltinClass("ellipsis", places=(L.TYPE_INDEX_ELLIPSIS,), final=True),
    BuiltinClass("NotImplementedType", places=(L.TYPE_INDEX_NOT_IMPLEMENTED,), final=True),
    BuiltinClass("str", kinds=(L.KIND_STR,), payload=L.KIND_STR),
    BuiltinClass("bytes", kinds=(L.KIND_BYTES,), payload=L.KIND_BYTES),
    BuiltinClass("bytearray", kinds=(L.KIND_BYTEARRAY,), payload=L.KIND_BYTEARRAY),
    BuiltinClass("memoryview", kinds=(L.KIND_MEMORYVIEW,), final=True),
    BuiltinClass("list", kinds=(L.KIND_LIST,), payload=L.KIND_LIST),
    BuiltinClass("tuple", kinds=(L.KIND_TUPLE,), payload=L.KIND_TUPLE),
    BuiltinClass("dict", kinds=(L.KIND_DICT,), payload=L.KIND_DICT),
    BuiltinClass("set", kinds=(L.KIND_SET,), payload=L.KIND_SET),
    BuiltinClass("frozenset", kinds=(L.KIND_FROZENSET,), payload=L.KIND_FROZENSET),
    BuiltinClass("range", kinds=(L.KIND_RANGE,), final=True),
    BuiltinClass("slice", kinds=(L.KIND_SLICE,), final=True),
    BuiltinClass("function", kinds=(L.KIND_FUNCTION,), final=True),
    BuiltinClass("method", kinds=(L.KIND_METHOD,), final=True),
    BuiltinClass("builtin_function_or_method", kinds=(L.KIND_NATIVE, L.KIND_BOUND_NATIVE),
                 final=True),
    BuiltinClass("method_descriptor", places=(L.TYPE_INDEX_METHOD_DESCRIPTOR,), final=True),
    BuiltinClass("member_descriptor", kinds=(L.KIND_MEMBER,), final=True),
    BuiltinClass("generator", kinds=(L.KIND_GENERATOR,), final=True),
    BuiltinClass("coroutine", places=(L.TYPE_INDEX_COROUTINE,), final=True),
    BuiltinClass("async_generator", places=(L.TYPE_INDEX_ASYNC_GENERATOR,), final=True),
    BuiltinClass("module", kinds=(L.KIND_MODULE,)),
    BuiltinClass("property", kinds=(L.KIND_PROPERTY,), payload=L.KIND_PROPERTY),
    BuiltinClass("classmethod", kinds=(L.KIND_CLASSMETHOD,), payload=L.KIND_CLASSMETHOD),
    BuiltinClass("staticmethod", kinds=(L.KIND_STATICMETHOD,), payload=L.KIND_STATICMETHOD),
    BuiltinClass("super", kinds=(L.KIND_SUPER,)),
    BuiltinClass("cell", kinds=(L.KIND_CELL,), final=True),
    BuiltinClass("code", kinds=(L.KIND_CODE,), final=True),
    BuiltinClass("traceback", kinds=(L.KIND_TRACEBACK,), final=True),
    BuiltinClass("frame", final=True),
    BuiltinClass("mappingproxy", kinds=(L.KIND_MAPPING_PROXY,), final=True),
    BuiltinClass("dict_keys", places=(L.TYPE_INDEX_KEYS,), final=True),
    BuiltinClass("dict_values", places=(L.TYPE_INDEX_VALUES,), final=True),
    BuiltinClass("dict_items", places=(L.TYPE_INDEX_ITEMS,), final=True),
    BuiltinClass("UnionType", kinds=(L.KIND_UNION,), final=True, module="types"),
    BuiltinClass("GenericAlias", kinds=(L.KIND_GENERIC_ALIAS,), module="types"),
    BuiltinClass("host_function", kinds=(L.KIND_HOST_FUNCTION,), final=True),
    BuiltinClass("BaseException", places=(L.TYPE_INDEX_BASE_EXCEPTION,)),
    *_iterators(),
]
FINAL_CLASSES = {declared.name for declared in CLASSES if declared.final}
# classes above whose instances are (or may be) INSTANCE objects; the rest have values of a kind
WITH_INSTANCES = {"object", "BaseException", "enumerate", "zip", "reversed", "iterator",
                  "memoryview"}
# names of class statements in the prelude whose class has another name in some versions of Python
ALIASES = {"str_iterator": type(iter("")).__name__}
LATE_TYPES = {  # classes the prelude makes
    "StopIteration": L.TYPE_INDEX_STOP_ITERATION,
    "GeneratorExit": L.TYPE_INDEX_GENERATOR_EXIT,
    "StopAsyncIteration": L.TYPE_INDEX_STOP_ASYNC_ITERATION,
    "AssertionError": L.TYPE_INDEX_ASSERTION_ERROR,
    "KeyError": L.TYPE_INDEX_KEY_ERROR,
}
OPEN = {"BaseException", "module", "function", "type"}  # whose values have a __dict__
N_EXCEPTION_SLOTS = 5
N_INLINE_SLOTS = 4  # named slots of a fresh instance; more go to the overflow array


class BootClasses:
    """Makes and fills classes by hand."""

    def __init__(self, block: BootBlock, native_numbers: dict[str, int]) -> None:
        self._block = block
        self._native_numbers = native_numbers
        self.by_name: dict[str, int] = {}
        self._filled: set[int] = set()
        for declared in CLASSES:
            self.by_name[declared.name] = self._lay_out(declared)
        self._hand_made = set(self.by_name.values())
        for declared in CLASSES:
            self._set_bases(declared)
        self._set_type_tables()

    def make(self, name: str, bases: list[int], namespace: int, module: str) -> int:
        """Fill the hand-made class of that name, or make a new one of these bases."""
        from ringfence.kernels.classes import class_update_flags, flush_cache

        block = self._block
        namespace = block.make_dict([
            (key, value) for key, value in block.dict_items(namespace)
            if block.text(key) != "__qualname__" or block.kind(value) != L.KIND_STR
        ])
        known = self.by_name.get(ALIASES.get(name, name))
        if known is not None and known in self._hand_made:
            made = known
            if made in self._filled:  # a second statement adds to the first
                old = dict(block.dict_items(block.field(made, L.CLASS_DICT)))
                old.update(block.dict_items(namespace))
                namespace = block.make_dict(old.items())
            if name in WITH_INSTANCES and name != "object":
                self._set_shape(made, namespace)
        else:
            given = block.dict_get(namespace, "__module__")
            made = self._allocate(name, block.text(given) if given is not None else module)
            self._set_hierarchy(made, bases or [self.by_name["object"]])
            self.by_name[name] = made
            self._set_shape(made, namespace)
        self._filled.add(made)
        block.set_field(made, L.CLASS_DICT, namespace)
        for _, value in block.dict_items(namespace):
            if block.kind(value) in (L.KIND_CLASSMETHOD, L.KIND_STATICMETHOD):
                value = block.field(value, L.WRAPPED_FUNCTION)
            if block.kind(value) == L.KIND_NATIVE:
                block.set_field(value, L.NATIVE_OWNER, made)
            elif block.kind(value) == L.KIND_MEMBER:
                block.set_field(value, L.MEMBER_CLASS, made)
        class_update_flags(block.m, made)
        if made == self.by_name["BaseException"]:
            bits = block.field(made, L.CLASS_FLAGS)
            block.set_field(made, L.CLASS_FLAGS, bits | L.CLASS_FLAG_EXCEPTION << 1)
        flush_cache(block.m)
        return made

    def text_of(self, reference: int) -> str:
        return self._block.text(self._block.field(reference, L.CLASS_NAME))

    # ------------------------------------------------------------ laying out
    def _allocate(self, name: str, module: str) -> int:
        block = self._block
        text = block.string(name)
        fields = [tags.NONE] * (L.CLASS_WORDS - 1)
        made = block.object(L.KIND_CLASS, fields, L.FLAG_IMMUTABLE)
        block.set_field(made, L.CLASS_META, self.by_name.get("type", made))
        block.set_field(made, L.CLASS_NAME, text)
        block.set_field(made, L.CLASS_QUALNAME, text)
        block.set_field(made, L.CLASS_MODULE, block.string(module))
        block.set_field(made, L.CLASS_FLAGS, 0)
        block.set_field(made, L.CLASS_PAYLOAD_KIND, 0)
        return made

    def _lay_out(self, declared: BuiltinClass) -> int:
        block = self._block
        made = self._allocate(declared.name, declared.module)
        block.set_field(made, L.CLASS_DICT, block.make_dict([]))
        block.set_field(made, L.CLASS_PAYLOAD_KIND, declared.payload << 1)
        if declared.name not in OPEN:
            block.set_field(made, L.CLASS_SLOTS, block.tuple([]))
        return made

    def _set_bases(self, declared: BuiltinClass) -> None:
        block = self._block
        made = self.by_name[declared.name]
        block.set_field(made, L.CLASS_META, self.by_name["type"])
        if declared.name == "object":
            block.set_field(made, L.CLASS_BASES, block.tuple([]))
            block.set_field(made, L.CLASS_MRO, block.tuple([made]))
        else:
            payload = block.field(made, L.CLASS_PAYLOAD_KIND)
            self._set_hierarchy(made, [self.by_name[declared.base]])
            block.set_field(made, L.CLASS_PAYLOAD_KIND, payload)
        if declared.name in WITH_INSTANCES:
            self._set_shape(made, None)
        if declared.name == "object":
            from ringfence.kernels.shapes import new_root_shape

            block.set_field(made, L.CLASS_SHAPE, new_root_shape(block.m, made, 0, 0))

    def _set_hierarchy(self, made: int, bases: list[int]) -> None:
        block = self._block
        block.set_field(made, L.CLASS_BASES, block.tuple(bases))
        mro = [made, *linearize([block.items(block.field(b, L.CLASS_MRO)) for b in bases], bases)]
        block.set_field(made, L.CLASS_MRO, block.tuple(mro))
        for base in bases:
            payload = block.field(base, L.CLASS_PAYLOAD_KIND)
            if payload:
                block.set_field(made, L.CLASS_PAYLOAD_KIND, payload)

    def _set_shape(self, made: int, namespace: int | None) -> None:
        """Give a class the root shape of its instances; ``__slots__`` become fixed slots."""
        from ringfence.kernels.classes import new_member
        from ringfence.kernels.shapes import dict_shape, new_root_shape

        block = self._block
        mro = block.items(block.field(made, L.CLASS_MRO))
        shapes = [block.field(base, L.CLASS_SHAPE) for base in mro[1:]]
        n_fixed = max((block.field(s, L.SHAPE_COUNT) >> 1 for s in shapes if s != tags.NONE),
                      default=0)
        if made == self.by_name["BaseException"]:
            n_fixed = N_EXCEPTION_SLOTS
        is_exception = self.by_name["BaseException"] in mro
        slots = block.dict_get(namespace, "__slots__") if namespace is not None else None
        open_ended = slots is None or is_exception
        if slots is not None and namespace is not None:
            pairs = [pair for pair in block.dict_items(namespace)
                     if block.text(pair[0]) != "__slots__" or not is_exception]
            for name in block.items(slots):
                pairs.append((name, new_member(block.m, made, name, n_fixed)))
                n_fixed += 1
            block.refill_dict(namespace, pairs)
            if not open_ended:
                block.set_field(made, L.CLASS_SLOTS, slots)
        n_inline = n_fixed + (N_INLINE_SLOTS if open_ended else 0)
        block.set_field(made, L.CLASS_SHAPE, new_root_shape(block.m, made, n_fixed, n_inline))
        if open_ended:
            dict_shape(block.m, made)
            if namespace is not None and all(
                block.field(base, L.CLASS_SLOTS) != tags.NONE for base in mro[1:]
            ):
                self._add_dict_member(made, namespace)

    def _add_dict_member(self, made: int, namespace: int) -> None:
        """``__dict__`` of the instances of a class whose bases have none."""
        block = self._block
        name = block.string("__dict__")
        number = self._native_numbers["instance.__dict__"]
        member = block.object(L.KIND_MEMBER, [name, made, number << 1, 0])
        block.refill_dict(namespace, [*block.dict_items(namespace), (name, member)])

    def set_late_types(self) -> None:
        """Put the exception classes that kernels know into the tuple at STATE_CONSTANT_TYPES."""
        block = self._block
        constants = block.words[L.STATE_CONSTANT_TYPES]
        for name, place in LATE_TYPES.items():
            if name in self.by_name:
                block.set_field(constants, L.TUPLE_ITEMS + place, self.by_name[name])

    def _set_type_tables(self) -> None:
        block = self._block
        plain = self.by_name["object"]
        by_kind = [plain] * L.KIND_COUNT
        by_index = [plain] * L.TYPE_INDEX_COUNT
        for declared in CLASSES:
            for kind in declared.kinds:
                by_kind[kind] = self.by_name[declared.name]
            for place in declared.places:
                by_index[place] = self.by_name[declared.name]
        block.words[L.STATE_TYPES_AT] = block.tuple(by_kind)
        block.words[L.STATE_CONSTANT_TYPES] = block.tuple(by_index)


def linearize(orders: list[list[int]], bases: list[int]) -> list[int]:
    """C3: merge the bases' MROs and the list of bases itself."""
    todo = [list(order) for order in orders] + [list(bases)]
    merged: list[int] = []
    while any(todo):
        for order in todo:
            if order and not any(order[0] in other[1:] for other in todo):
                head = order[0]
                break
        else:
            raise ValueError("prelude classes have no consistent order")
        merged.append(head)
        todo = [order[1:] if order and order[0] == head else order for order in todo]
    return merged
