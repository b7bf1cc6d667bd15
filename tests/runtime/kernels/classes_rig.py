"""A rig with classes: object, type and the kinds that the object model looks at, made by hand."""

from typing import Any

from ringfence import layout as L
from ringfence.kernels import attributes, classes, dicts, shapes, tags
from ringfence.kernels.status import NEXT
from tests.rig import Rig

AT = L.STACK_AT + 0x8000  # where arguments of natives lie
DST = L.STACK_AT + 0x9000


class ClassesRig(Rig):
    """Instances of classes made by the kernels, attributes written and read by name."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, int] = {}
        names = [len(L.NAMES) * 2, *map(self.name, L.NAMES)]
        self.set_state(L.STATE_NAMES, self._object(L.KIND_TUPLE, names))
        none = [tags.NONE] * (L.CLASS_WORDS - 1)
        self.object = self._object(L.KIND_CLASS, none, L.FLAG_IMMUTABLE)
        self.type = self._object(L.KIND_CLASS, none, L.FLAG_IMMUTABLE)
        for class_, name, mro in (
            (self.object, "object", (self.object,)), (self.type, "type", (self.type, self.object)),
        ):
            self._fill(class_, name, mro)
        by_kind = [self.object] * L.KIND_COUNT
        by_kind[L.KIND_CLASS] = self.type
        by_index = [self.object] * L.TYPE_INDEX_COUNT
        by_index[L.TYPE_INDEX_TYPE] = self.type
        self.set_state(L.STATE_TYPES_AT, self.tuple(by_kind))
        self.set_state(L.STATE_CONSTANT_TYPES, self.tuple(by_index))
        helpers = [self.function() for _ in range(128)]
        self.set_state(L.STATE_PRELUDE, self.tuple(helpers))
        classes.flush_cache(self.m)

    def _fill(self, class_: int, name: str, mro: tuple[int, ...]) -> None:
        m = self.m
        word = {
            L.CLASS_META: self.type, L.CLASS_NAME: self.name(name),
            L.CLASS_QUALNAME: self.name(name), L.CLASS_BASES: self.tuple(mro[1:]),
            L.CLASS_MRO: self.tuple(mro), L.CLASS_DICT: dicts.dict_new(m, 0), L.CLASS_FLAGS: 0,
            L.CLASS_PAYLOAD_KIND: 0, L.CLASS_SLOTS: self.tuple(()),
            L.CLASS_SHAPE: shapes.new_root_shape(m, class_, 0, 0),
        }
        for number, value in word.items():
            self.store(class_ - 1 + number * 8, value)

    def name(self, text: str) -> int:
        """A string, always the same object for the same text: as names in code are."""
        if text not in self.names:
            self.names[text] = self.string(text)
        return self.names[text]

    def tuple(self, items: Any) -> int:
        items = list(items)
        return self._object(L.KIND_TUPLE, [len(items) * 2, *items])

    def function(self) -> int:
        return self._object(L.KIND_FUNCTION, [tags.NONE] * (L.FUNCTION_WORDS - 1))

    def property(self, getter: int = tags.NONE, setter: int = tags.NONE) -> int:
        return self._object(L.KIND_PROPERTY, [getter, setter, tags.NONE, tags.NONE, tags.NONE])

    def make_class(self, name: str, *bases: int, slots: Any = None, **namespace: int) -> int:
        """A class by the native `class_new`; MRO: the bases' MROs one after the other."""
        d = dicts.dict_new(self.m, 0)
        for key, value in namespace.items():
            dicts.dict_set_item(self.m, d, self.name(key), value)
        rest: list[int] = []
        for base in bases or (self.object,):
            mro = self.field(base, L.CLASS_MRO)
            for k in range(self.field(mro, L.TUPLE_LENGTH) >> 1):
                other = self.field(mro, L.TUPLE_ITEMS + k)
                if other in rest:
                    rest.remove(other)
                rest.append(other)
        fixed = self.tuple(map(self.name, slots or ()))
        arguments = (
            self.type, self.name(name), self.name(name), self.tuple(bases or (self.object,)), d,
            self.tuple(rest), fixed, tags.TRUE if slots is None else tags.FALSE,
        )
        for k, value in enumerate(arguments):
            self.store(AT + 8 * k, value)
        assert classes.class_new(self.m, AT, len(arguments), DST) == NEXT
        return self.load(DST)

    def new(self, class_: int) -> int:
        return shapes.instance_new(self.m, class_)

    def set(self, obj: int, name: str, value: int) -> int:
        return attributes.set_attribute(self.m, obj, self.name(name), value)

    def get(self, obj: int, name: str) -> int:
        """Status of reading an attribute; its value then lies at DST."""
        self.store(DST, tags.UNBOUND)
        return attributes.get_attribute(self.m, obj, self.name(name), DST)

    def value_of(self, obj: int, name: str) -> int:
        assert self.get(obj, name) == NEXT, name
        return self.load(DST)

    def attributes(self, obj: int) -> list[str]:
        """Names of an instance's own attributes, in order, not changing its mode."""
        shape = self.field(obj, L.INSTANCE_SHAPE)
        if self.field(shape, L.SHAPE_IS_DICT) == tags.TRUE:
            d = self.field(obj, L.INSTANCE_OVERFLOW)
            entries = self.field(d, L.DICT_ENTRIES)
            pairs = [
                (self.field(entries, 2 + 3 * k), self.field(entries, 3 + 3 * k))
                for k in range(self.field(d, L.DICT_USED) >> 1)
            ]
            return [self.python(key) for key, value in pairs if value != tags.UNBOUND]
        return list(self.python(shapes.instance_names(self.m, obj)))
