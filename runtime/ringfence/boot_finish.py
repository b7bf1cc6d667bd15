"""What is done between the boot run and the freezing of its objects.

* Functions lose the positions of their instructions: hidden code is never shown.
* Classes get the shapes that their ``__init__`` leads to, since a run cannot extend the tree of
  shapes in the image (it has a short list beside it for what was not foreseen).
* Instances, and lists that are class attributes, are given forms that no kernel writes to.
* Library modules get the namespaces that programs receive copies of: without private helpers.
"""

from __future__ import annotations

from collections.abc import Iterable

from ringfence import layout as L
from ringfence.boot_block import BootBlock
from ringfence.kernels import tags
from ringfence.opcodes import Op

_SPARE_SLOTS = 2  # inline slots beyond those that __init__ fills


def objects(block: BootBlock) -> Iterable[int]:
    """References of all objects of the boot run, in the order in which they were made."""
    at, top = L.HEAP_A_AT, block.words[L.STATE_HEAP_TOP]
    while at < top:
        yield at + 1
        at += (block.words[at >> 3] >> 32 & 0xFFFFFFFF) * 8


def finish(block: BootBlock) -> None:
    """Prepare everything for the freezer."""
    classes = []
    nowhere = block.object(L.KIND_RAW, [0])
    for reference in list(objects(block)):
        kind = block.kind(reference)
        if kind == L.KIND_CODE:
            block.set_field(reference, L.CODE_POSITIONS, nowhere)
            block.set_field(reference, L.CODE_DOC, tags.NONE)
        elif kind == L.KIND_CLASS:
            classes.append(reference)
        elif kind in (L.KIND_BYTES, L.KIND_FROZENSET):
            _hash(block, reference)
        elif kind == L.KIND_INSTANCE:
            _seal(block, reference)
        elif kind == L.KIND_MODULE:  # one that a library module imported
            _seal_lists(block, block.field(reference, L.MODULE_DICT))
    for reference in classes:
        _foresee_shapes(block, reference)
        _seal_lists(block, block.field(reference, L.CLASS_DICT))


def _hash(block: BootBlock, reference: int) -> None:
    from ringfence.kernels.hashing import hash_value

    hash_value(block.m, reference)


# ---------------------------------------------------------------- what must not be written
def _seal(block: BootBlock, instance: int) -> None:
    """Put an instance into dict mode: a dict in the image refuses every change."""
    from ringfence.kernels.shapes import instance_dict

    cls = block.field(block.field(instance, L.INSTANCE_SHAPE), L.SHAPE_CLASS)
    if block.field(cls, L.CLASS_SLOTS) == tags.NONE:
        instance_dict(block.m, instance)


def _seal_lists(block: BootBlock, namespace: int) -> None:
    """Make tuples of lists that are attributes: list kernels write without asking."""
    pairs = block.dict_items(namespace)
    lists = [value for _, value in pairs if block.kind(value) == L.KIND_LIST]
    if not lists:
        return
    made = [
        (key, block.tuple(_list_items(block, value)) if value in lists else value)
        for key, value in pairs
    ]
    block.refill_dict(namespace, made)


def _list_items(block: BootBlock, reference: int) -> list[int]:
    at = (block.field(reference, L.LIST_ITEMS) - 1 >> 3) + L.ARRAY_ITEMS
    return block.words[at : at + (block.field(reference, L.LIST_LENGTH) >> 1)].tolist()


# ---------------------------------------------------------------- shapes
def _foresee_shapes(block: BootBlock, cls: int) -> None:
    from ringfence.kernels.shapes import dict_shape, new_root_shape, shape_next

    root = block.field(cls, L.CLASS_SHAPE)
    if root == tags.NONE or block.field(cls, L.CLASS_SLOTS) != tags.NONE:
        return
    dict_shape(block.m, cls)
    names: dict[str, None] = {}
    for ancestor in reversed(block.items(block.field(cls, L.CLASS_MRO))):
        names.update(dict.fromkeys(_names_set_by_init(block, ancestor)))
    if not names:
        return
    n_fixed = block.field(root, L.SHAPE_COUNT) >> 1
    n_inline = block.field(root, L.SHAPE_INLINE) >> 1
    if n_fixed + len(names) > n_inline:
        n_inline = n_fixed + len(names) + _SPARE_SLOTS
        root = new_root_shape(block.m, cls, n_fixed, n_inline)
        block.set_field(cls, L.CLASS_SHAPE, root)
    shape = root
    for name in names:
        shape = shape_next(block.m, shape, block.string(name))


def _names_set_by_init(block: BootBlock, cls: int) -> list[str]:
    """Names assigned to attributes of the first parameter of a class's own ``__init__``."""
    init = block.dict_get(block.field(cls, L.CLASS_DICT), "__init__")
    if init is None or block.kind(init) != L.KIND_FUNCTION:
        return []
    code = block.field(init, L.FUNCTION_CODE)
    instructions = block.field(code, L.CODE_INSTRUCTIONS)
    constants = block.field(code, L.CODE_CONSTANTS)
    found = []
    for number in range(1, block.header(instructions) >> 32):
        word = block.field(instructions, number)
        if word & 255 == Op.SET_ATTR and word >> 16 & 0xFFFF == 0:
            name = block.field(constants, L.ARRAY_ITEMS + (word >> 48 & 0xFFFF))
            found.append(block.text(name))
    return found


# ---------------------------------------------------------------- modules
def public_namespace(block: BootBlock, pairs: Iterable[tuple[int, int]], private: set[str]) -> int:
    """The namespace of a module as programs get it."""
    kept = [
        (key, value) for key, value in pairs
        if value != tags.UNBOUND
        and block.text(key) not in private
        and not block.text(key).startswith("_native_")
    ]
    return block.make_dict(kept)
