"""Regular expressions compiled: the tree of a pattern becomes the program that the matcher runs.

The instructions and their operands are those of ``kernels/regex.py``. What can follow a node is
passed down as a *first set*: a bitmap of the code points below 256, bit 256 for all others, and
bit 257 when the end of the text or anything at all may follow. Where the first sets of two ways
exclude each other no choice is kept.
"""

from _kernel import regex_pack
from _re_parse import error
from _re_sets import (
    AT, AT_START, ATOMIC, BRANCH, FIRM, GREEDY, GROUP, IF, ITEM_ANY, ITEM_CHAR, ITEM_NOT_CHAR,
    ITEM_SET, LAZY, LOOK, LOW, NEVER, NO_LIMIT, ONE, PLAIN, REFERENCE, REPEAT, sequence_width,
)

_OTHERS = 1 << 256
_OPEN = 1 << 257
_EVERY = LOW | _OTHERS
_CHAR_SETS = tuple(1 << code for code in range(256))

(_SUCCESS, _FAILURE, _CHAR, _TEXT, _MARK, _JUMP, _SPLIT, _GREEDY_ITEM, _LAZY_ITEM, _FIRM_ITEM,
 _LOOP_BEGIN, _LOOP, _LOOP_LAZY, _LOOP_ENTER, _AT, _REFERENCE, _IF_GROUP, _LOOK, _LOOK_END,
 _NOT_LOOK, _NOT_LOOK_END, _ATOMIC, _ATOMIC_END, _FIRM_LOOP, _FIRM_NEXT) = range(1, 26)
_HEAD_UNITS = 7
_ITEM_OF = {GREEDY: _GREEDY_ITEM, LAZY: _LAZY_ITEM, FIRM: _FIRM_ITEM}


def _first_of(node):
    """First set of one node."""
    kind = node[0]
    if kind == ONE:
        what = node[1]
        argument = node[2]
        if what == ITEM_CHAR:
            return _CHAR_SETS[argument] if argument < 256 else _OTHERS
        if what == ITEM_SET:
            bitmap, wide, mode = argument
            return bitmap | _OTHERS if wide or mode else bitmap
        if what == ITEM_ANY:
            return _EVERY & ~1024
        if what == ITEM_NOT_CHAR:
            return _EVERY & ~_CHAR_SETS[argument] if argument < 256 else _EVERY
        return _EVERY
    if kind == GROUP:
        return _first(node[2], _OPEN)
    if kind == PLAIN or kind == ATOMIC:
        return _first(node[1], _OPEN)
    if kind == REPEAT:
        found = _first(node[4], _OPEN) if node[3] else _OPEN
        return found | _OPEN if node[2] == 0 else found
    if kind == BRANCH:
        found = 0
        for sequence in node[1]:
            found |= _first(sequence, _OPEN)
        return found
    if kind == IF:
        return _first(node[2], _OPEN) | _first(node[3], _OPEN)
    if kind == REFERENCE:
        return _EVERY | _OPEN
    return 0 if kind == NEVER else _OPEN


def _first(nodes, after):
    """First set of a sequence and of what comes after it."""
    found = 0
    for node in nodes:
        found |= _first_of(node)
        if not found & _OPEN:
            return found
        found ^= _OPEN
    return found | after


class _Builder:
    """Lays out the program of one tree."""

    def __init__(self, n_groups, widths):
        self.code = [0] * _HEAD_UNITS
        self.n_registers = 2 * n_groups + 1
        self.widths = widths
        self.sets = {}  # units of a set -> where it is wanted

    def set_at(self, key):
        """A unit that will be the place of a set."""
        self.sets.setdefault(key, []).append(len(self.code))
        self.code.append(0)

    def first_at(self, found):
        """A unit that will be the place of a first set, 0 for one that says nothing."""
        if found & _OPEN or found == _EVERY:
            self.code.append(0)
        else:
            self.set_at(found)

    def item_at(self, node):
        """Two units: a character and its argument."""
        self.code.append(node[1])
        if node[1] == ITEM_SET:
            self.set_at(node[2])
        else:
            self.code.append(node[2])

    def target(self):
        """A unit to be filled with a place."""
        self.code.append(0)
        return len(self.code) - 1

    def land(self, at):
        self.code[at] = len(self.code)

    def registers(self, n):
        first = self.n_registers
        self.n_registers += n
        return first

    # ------------------------------------------------------------ nodes
    def sequence(self, nodes, after):
        n = len(nodes)
        follows = [after] * n
        for k in range(n - 1, 0, -1):
            found = _first_of(nodes[k])
            if found & _OPEN:
                found = found ^ _OPEN | after
            follows[k - 1] = after = found
        k = 0
        code = self.code
        while k < n:
            node = nodes[k]
            kind = node[0]
            if kind == ONE:
                if node[1] == ITEM_CHAR:
                    end = k + 1
                    while end < n and nodes[end][0] == ONE and nodes[end][1] == ITEM_CHAR:
                        end += 1
                    if end > k + 1:
                        code += (_TEXT, end - k)
                        for other in nodes[k:end]:
                            code.append(other[2])
                        k = end
                        continue
                code.append(_CHAR)
                self.item_at(node)
            elif kind == GROUP:
                code += (_MARK, 2 * node[1] - 2)
                self.sequence(node[2], follows[k])
                code += (_MARK, 2 * node[1] - 1)
            elif kind == REPEAT:
                self.repeat(node, follows[k])
            elif kind == PLAIN:
                self.sequence(node[1], follows[k])
            elif kind == BRANCH:
                self.branch(node[1], follows[k])
            elif kind == AT:
                code += (_AT, node[1], 1 if node[2] else 0)
            elif kind == LOOK:
                self.look(node)
            elif kind == REFERENCE:
                code += (_REFERENCE, node[1], node[2])
            elif kind == IF:
                code += (_IF_GROUP, node[1])
                other = self.target()
                self.sequence(node[2], follows[k])
                code.append(_JUMP)
                end = self.target()
                self.land(other)
                self.sequence(node[3], follows[k])
                self.land(end)
            elif kind == ATOMIC:
                register = self.registers(2)
                code += (_ATOMIC, register)
                self.sequence(node[1], _OPEN)
                code += (_ATOMIC_END, register)
            else:
                code.append(_FAILURE)
            k += 1

    def split(self, on, other):
        """Try the way on, then the other; answers the unit of the other's place."""
        self.code.append(_SPLIT)
        at = self.target()
        self.first_at(on)
        self.first_at(other)
        return at

    def branch(self, sequences, after):
        ways = [_first(sequence, after) for sequence in sequences]
        rests = ways[:]
        for k in range(len(ways) - 2, -1, -1):
            rests[k] |= rests[k + 1]
        ends = []
        for k, sequence in enumerate(sequences[:-1]):
            other = self.split(ways[k], rests[k + 1])
            self.sequence(sequence, after)
            self.code.append(_JUMP)
            ends.append(self.target())
            self.land(other)
        self.sequence(sequences[-1], after)
        for end in ends:
            self.land(end)

    def look(self, node):
        _, behind, negated, nodes = node
        back = 0
        if behind:
            back, most = sequence_width(nodes, self.widths)
            if back != most:
                raise error("look-behind requires fixed-width pattern")
        register = self.registers(2)
        if not negated:
            self.code += (_LOOK, register, back)
            self.sequence(nodes, _OPEN)
            self.code += (_LOOK_END, register)
            return
        self.code += (_NOT_LOOK, register, back)
        other = self.target()
        self.sequence(nodes, _OPEN)
        self.code += (_NOT_LOOK_END, register)
        self.land(other)

    # ------------------------------------------------------------ repetitions
    def repeat(self, node, after):
        _, how, least, most, body = node
        while len(body) == 1 and body[0][0] == PLAIN:
            body = body[0][1]
        code = self.code
        if len(body) == 1 and body[0][0] == ONE:
            if how == GREEDY and not after & _OPEN and not _first_of(body[0]) & after:
                how = FIRM  # what follows cannot begin with what would be given back
            code.append(_ITEM_OF[how])
            self.item_at(body[0])
            code += (least, most)
            self.first_at(after)
            return
        first = _first(body, _OPEN)
        inner = first & ~_OPEN | after
        shortest = sequence_width(body, self.widths)[0]
        if how == FIRM:
            self.firm_loop(least, most, body)
        elif least == most == 1:
            self.sequence(body, after)
        elif least == 0 and most == 1:
            if how == GREEDY:
                end = self.split(first, after)
                self.sequence(body, after)
                self.land(end)
            else:
                begin = self.split(after, first)
                code.append(_JUMP)
                end = self.target()
                self.land(begin)
                self.sequence(body, after)
                self.land(end)
        elif shortest > 0 and least <= 1 and most == NO_LIMIT:
            if how == GREEDY:
                begin = len(code)
                if least == 0:
                    end = self.split(first, after)
                    self.sequence(body, inner)
                    code += (_JUMP, begin)
                else:
                    self.sequence(body, inner)
                    end = self.split(first, after)
                    code += (_JUMP, begin)
                self.land(end)
            else:
                test = 0
                if least == 0:
                    code.append(_JUMP)
                    test = self.target()
                begin = len(code)
                self.sequence(body, inner)
                if test:
                    self.land(test)
                code[self.split(after, first)] = begin
        else:
            register = self.registers(2)
            code += (_LOOP_BEGIN, register)
            test = self.target()
            begin = len(code)
            self.sequence(body, inner)
            self.land(test)
            if how == GREEDY:
                code += (_LOOP, register, least, most, begin)
            else:
                code += (_LOOP_LAZY, register, least, most, begin)
                code += (_LOOP_ENTER, register, most, begin)

    def firm_loop(self, least, most, body):
        register = self.registers(4)
        self.code += (_LOOP_BEGIN, register)
        test = self.target()
        self.land(test)
        begin = len(self.code)
        self.code += (_FIRM_LOOP, register, least, most)
        end = self.target()
        self.code.append(register + 2)
        self.sequence(body, _OPEN)
        self.code += (_FIRM_NEXT, register, begin, register + 2)
        self.land(end)

    # ------------------------------------------------------------ the whole
    def finish(self):
        """The program as bytes, with the sets put behind the instructions."""
        code = self.code
        for key, wanted in self.sets.items():
            place = len(code)
            for at in wanted:
                code[at] = place
            bitmap = key if isinstance(key, int) else key[0]
            for _ in range(8):
                code.append(bitmap & 0xFFFFFFFF)
                bitmap >>= 32
            if isinstance(key, int):
                code.append(bitmap & 1)
            else:
                code += (key[2], len(key[1]))
                for pair in key[1]:
                    code += pair
        return regex_pack(code)


def _literal_prefix(nodes, found):
    """Collect the code points below 256 that every match begins with; False where that ends."""
    for node in nodes:
        kind = node[0]
        if kind == ONE and node[1] == ITEM_CHAR and node[2] < 256:
            found.append(node[2])
        elif kind == GROUP or kind == PLAIN:
            if not _literal_prefix(node[2] if kind == GROUP else node[1], found):
                return False
        else:
            return False
    return True


def build(tree, n_groups, widths):
    """The program of a tree, as bytes."""
    builder = _Builder(n_groups, widths)
    builder.sequence(tree, _OPEN)
    builder.code.append(_SUCCESS)
    code = builder.code
    code[0] = n_groups
    code[1] = builder.n_registers
    code[2] = sequence_width(tree, widths)[0]
    if tree and tree[0] == (AT, AT_START, 0):
        code[6] = 1
    prefix = []
    _literal_prefix(tree, prefix)
    if prefix:
        code[4] = len(code)
        code[5] = len(prefix)
        while len(prefix) & 3:
            prefix.append(0)
        for k in range(0, len(prefix), 4):
            code.append(prefix[k] | prefix[k + 1] << 8 | prefix[k + 2] << 16 | prefix[k + 3] << 24)
    else:
        first = _first(tree, _OPEN)
        if not first & _OPEN and first != _EVERY:
            builder.sets.setdefault(first, []).append(3)
    return builder.finish()
