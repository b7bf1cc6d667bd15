"""difflib: what two sequences have in common, and how one becomes the other.

The longest common blocks are found as Ratcliff and Obershelp describe ("Pattern Matching: the
Gestalt Approach", 1988), with elements that are junk or too popular left out of the search.
"""

from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest
import re as _re

from _prelude import _generic_alias

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ",
           "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff", "unified_diff", "diff_bytes",
           "Match"]

Match = _namedtuple("Match", "a b size")


class SequenceMatcher:
    """Compares pairs of sequences of any type, so long as the elements are hashable."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Set the two sequences to be compared."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Set the first sequence to be compared."""
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Set the second sequence to be compared."""
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self._index()

    def _index(self):
        """Places of each element of b, without junk and what is too popular."""
        b = self.b
        self.b2j = places = {}
        for number, element in enumerate(b):
            known = places.get(element)
            if known is None:
                places[element] = [number]
            else:
                known.append(number)
        self.bjunk = junk = set()
        isjunk = self.isjunk
        if isjunk:
            for element in list(places):
                if isjunk(element):
                    junk.add(element)
                    del places[element]
        self.bpopular = popular = set()
        n = len(b)
        if self.autojunk and n >= 200:
            most = n // 100 + 1
            for element, found in places.items():
                if len(found) > most:
                    popular.add(element)
            for element in popular:
                del places[element]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """Find longest matching block in a[alo:ahi] and b[blo:bhi]."""
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        best_a, best_b, best = alo, blo, 0
        lengths = {}  # of the run that ends at each place of b
        nothing = ()
        for i in range(alo, ahi):
            new = {}
            for j in places.get(a[i], nothing):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = new[j] = lengths.get(j - 1, 0) + 1
                if k > best:
                    best_a, best_b, best = i - k + 1, j - k + 1, k
            lengths = new
        # popular elements beside the block belong to it; then junk that matches too
        while (best_a > alo and best_b > blo and b[best_b - 1] not in junk
               and a[best_a - 1] == b[best_b - 1]):
            best_a, best_b, best = best_a - 1, best_b - 1, best + 1
        while (best_a + best < ahi and best_b + best < bhi and b[best_b + best] not in junk
               and a[best_a + best] == b[best_b + best]):
            best += 1
        while (best_a > alo and best_b > blo and b[best_b - 1] in junk
               and a[best_a - 1] == b[best_b - 1]):
            best_a, best_b, best = best_a - 1, best_b - 1, best + 1
        while (best_a + best < ahi and best_b + best < bhi and b[best_b + best] in junk
               and a[best_a + best] == b[best_b + best]):
            best += 1
        return Match(best_a, best_b, best)

    def get_matching_blocks(self):
        """Return list of triples describing matching subsequences."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        n_a, n_b = len(self.a), len(self.b)
        todo = [(0, n_a, 0, n_b)]
        found = []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, k = block = self.find_longest_match(alo, ahi, blo, bhi)
            if k:
                found.append(block)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    todo.append((i + k, ahi, j + k, bhi))
        found.sort()
        joined = []
        at_a = at_b = size = 0
        for i, j, k in found:
            if at_a + size == i and at_b + size == j:
                size += k
            else:
                if size:
                    joined.append((at_a, at_b, size))
                at_a, at_b, size = i, j, k
        if size:
            joined.append((at_a, at_b, size))
        joined.append((n_a, n_b, 0))
        self.matching_blocks = [Match(*block) for block in joined]
        return self.matching_blocks

    def get_opcodes(self):
        """Return list of 5-tuples describing how to turn a into b."""
        if self.opcodes is not None:
            return self.opcodes
        self.opcodes = made = []
        i = j = 0
        for at_a, at_b, size in self.get_matching_blocks():
            if i < at_a and j < at_b:
                made.append(("replace", i, at_a, j, at_b))
            elif i < at_a:
                made.append(("delete", i, at_a, j, at_b))
            elif j < at_b:
                made.append(("insert", i, at_a, j, at_b))
            i, j = at_a + size, at_b + size
            if size:
                made.append(("equal", at_a, i, at_b, j))
        return made

    def get_grouped_opcodes(self, n=3):
        """Isolate change clusters by eliminating ranges with no changes."""
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        codes = codes[:]
        if tag == "equal":
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == "equal":
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """Return a measure of the sequences' similarity (float in [0,1])."""
        return _ratio(sum([block[-1] for block in self.get_matching_blocks()]),
                      len(self.a) + len(self.b))

    def quick_ratio(self):
        """Return an upper bound on ratio() relatively quickly."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for element in self.b:
                counts[element] = counts.get(element, 0) + 1
        left = {}
        matches = 0
        for element in self.a:
            n = left[element] if element in left else self.fullbcount.get(element, 0)
            left[element] = n - 1
            if n > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """Return an upper bound on ratio() very quickly."""
        n_a, n_b = len(self.a), len(self.b)
        return _ratio(min(n_a, n_b), n_a + n_b)

    __class_getitem__ = classmethod(_generic_alias)


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Use SequenceMatcher to return list of the best "good enough" matches."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for other in possibilities:
        matcher.set_seq1(other)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff
                and matcher.ratio() >= cutoff):
            found.append((matcher.ratio(), other))
    return [other for _, other in _nlargest(n, found)]


# ---------------------------------------------------------------- line by line, with hints
def _kept_space(text, marks):
    """The marks under a line, with the line's own white space where there is no mark."""
    return "".join([char if mark == " " and char.isspace() else mark
                    for char, mark in zip(text, marks)]).rstrip()


class Differ:
    """Compares sequences of lines of text, and produces human-readable differences."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Compare two sequences of lines; generate the resulting delta."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._marked("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._marked("+", b, blo, bhi)
            else:
                yield from self._marked(" ", a, alo, ahi)

    def _marked(self, mark, lines, low, high):
        for k in range(low, high):
            yield f"{mark} {lines[k]}"

    def _plainly(self, a, alo, ahi, b, blo, bhi):
        """All lines of one block, then of the other; the shorter one first."""
        if bhi - blo < ahi - alo:
            yield from self._marked("+", b, blo, bhi)
            yield from self._marked("-", a, alo, ahi)
        else:
            yield from self._marked("-", a, alo, ahi)
            yield from self._marked("+", b, blo, bhi)

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        """A block that replaces another: similar lines are set beside each other."""
        best, cutoff = 0.74, 0.75
        matcher = SequenceMatcher(self.charjunk)
        equal_i = equal_j = None
        best_i = best_j = None
        for j in range(blo, bhi):
            line = b[j]
            matcher.set_seq2(line)
            for i in range(alo, ahi):
                if a[i] == line:
                    if equal_i is None:
                        equal_i, equal_j = i, j
                    continue
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best and matcher.quick_ratio() > best
                        and matcher.ratio() > best):
                    best, best_i, best_j = matcher.ratio(), i, j
        if best < cutoff:
            if equal_i is None:
                yield from self._plainly(a, alo, ahi, b, blo, bhi)
                return
            best_i, best_j, best = equal_i, equal_j, 1.0
        else:
            equal_i = None
        yield from self._beside(a, alo, best_i, b, blo, best_j)
        old, new = a[best_i], b[best_j]
        if equal_i is None:
            old_marks = new_marks = ""
            matcher.set_seqs(old, new)
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                n_old, n_new = i2 - i1, j2 - j1
                if tag == "replace":
                    old_marks += "^" * n_old
                    new_marks += "^" * n_new
                elif tag == "delete":
                    old_marks += "-" * n_old
                elif tag == "insert":
                    new_marks += "+" * n_new
                else:
                    old_marks += " " * n_old
                    new_marks += " " * n_new
            yield from self._hinted(old, new, old_marks, new_marks)
        else:
            yield "  " + old
        yield from self._beside(a, best_i + 1, ahi, b, best_j + 1, bhi)

    def _beside(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi:
            if blo < bhi:
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            else:
                yield from self._marked("-", a, alo, ahi)
        elif blo < bhi:
            yield from self._marked("+", b, blo, bhi)

    def _hinted(self, old, new, old_marks, new_marks):
        old_marks = _kept_space(old, old_marks)
        new_marks = _kept_space(new, new_marks)
        yield "- " + old
        if old_marks:
            yield f"? {old_marks}\n"
        yield "+ " + new
        if new_marks:
            yield f"? {new_marks}\n"


_EMPTY_LINE = _re.compile(r"\s*(?:#\s*)?$")


def IS_LINE_JUNK(line, pat=_EMPTY_LINE.match):
    """Return True for ignorable line: iff `line` is blank or contains a single '#'."""
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Return True for ignorable character: iff `ch` is a space or tab."""
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """Compare `a` and `b` (lists of strings); return a `Differ`-style delta."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """Generate one of the two sequences that generated a delta."""
    try:
        mark = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in ("  ", mark):
            yield line[2:]


# ---------------------------------------------------------------- unified and context
def _check_types(a, b, *args):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f"lines to compare must be str, not {type(lines[0]).__name__} "
                            f"({lines[0]!r})")
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError(f"all arguments must be str, not: {arg!r}")


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Compare two sequences of lines; generate the delta as a unified diff."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f"--- {fromfile}{_date(fromfiledate)}{lineterm}"
            yield f"+++ {tofile}{_date(tofiledate)}{lineterm}"
        first, last = group[0], group[-1]
        old = _unified_range(first[1], last[2])
        new = _unified_range(first[3], last[4])
        yield f"@@ -{old} +{new} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag != "insert":
                for line in a[i1:i2]:
                    yield "-" + line
            if tag != "delete":
                for line in b[j1:j2]:
                    yield "+" + line


def _date(text):
    return f"\t{text}" if text else ""


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"


def _context_range(start, stop):
    length = stop - start
    begin = start + 1 if length else start
    return f"{begin}" if length <= 1 else f"{begin},{begin + length - 1}"


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Compare two sequences of lines; generate the delta as a context diff."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f"*** {fromfile}{_date(fromfiledate)}{lineterm}"
            yield f"--- {tofile}{_date(tofiledate)}{lineterm}"
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        yield f"*** {_context_range(first[1], last[2])} ****{lineterm}"
        tags = [code[0] for code in group]
        if "replace" in tags or "delete" in tags:
            for tag, i1, i2, _, _ in group:
                if tag != "insert":
                    for line in a[i1:i2]:
                        yield marks[tag] + line
        yield f"--- {_context_range(first[3], last[4])} ----{lineterm}"
        if "replace" in tags or "insert" in tags:
            for tag, _, _, j1, j2 in group:
                if tag != "delete":
                    for line in b[j1:j2]:
                        yield marks[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3,
               lineterm=b"\n"):
    """Compare `a` and `b`, two sequences of lines represented as bytes rather than str."""
    def text(value):
        try:
            return value.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError(f"all arguments must be bytes, not {type(value).__name__} "
                            f"({value!r})") from error

    lines = dfunc(list(map(text, a)), list(map(text, b)), text(fromfile), text(tofile),
                  text(fromfiledate), text(tofiledate), n, text(lineterm))
    for line in lines:
        yield line.encode("ascii", "surrogateescape")
