"""Programs each of which asks for much in one go, and what they overrun their limits by.

Every program ends by itself after some tenths of a second to some seconds. ``python tests/limits/hostile.py
[NAME ...]`` prints a table: processor time past a deadline of a tenth of a second, work charged past a limit of
two million instructions, and what a limit of 50 MB (and half a second) makes of it.
"""

# ruff: noqa: E501  (a program is a line)

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ringfence import Monty, MontyError, traps
from ringfence import machine as machines

DURATION_S = 0.1
MEMORY_BYTES = 50_000_000
CHARGE_S = 4e-9  # what a unit of fuel stands for

PROGRAMS = {
    # sequences
    "list repeated": "len([0] * 80_000_000)",
    "list repeated by items": "len([1, 2, 3] * 20_000_000)",
    "tuple repeated": "len((1, 2) * 40_000_000)",
    "str repeated": "len('ab' * 300_000_000)",
    "wide str repeated": "len('a\\u1234' * 100_000_000)",
    "bytes repeated": "len(b'ab' * 300_000_000)",
    "bytearray made": "len(bytearray(500_000_000))",
    "list added": "a = [0] * 10_000_000\nfor i in range(30): b = a + a\nlen(b)",
    "list copied": "a = [0] * 10_000_000\nfor i in range(50): b = a[:]\nlen(b)",
    "list sliced by steps": "a = list(range(5_000_000))\nfor i in range(50): b = a[::-1]\nb[0]",
    "list extended": "a = []\nfor i in range(40): a.extend(range(1_000_000))\nlen(a)",
    "list reversed": "a = list(range(5_000_000))\nfor i in range(50): a.reverse()\na[0]",
    "list cut at the front": "a = list(range(200_000))\nwhile a: del a[:1]\nlen(a)",
    "list popped at the front": "a = list(range(200_000))\nwhile a: a.pop(0)\nlen(a)",
    "list inserted at the front": "a = []\nfor i in range(100_000): a.insert(0, i)\nlen(a)",
    "list searched": "a = list(range(5_000_000))\nn = 0\nfor i in range(30): n += a.index(4_999_999)\nn",
    "list counted": "a = [1] * 5_000_000\nsum(a.count(1) for i in range(30))",
    "list compared": "a = [1] * 5_000_000\nb = [1] * 5_000_000\nsum(a == b for i in range(30))",
    "list removed": "a = list(range(40_000))\nfor i in range(40_000): a.remove(39_999 - i)\nlen(a)",
    "lists summed": "len(sum([[i] for i in range(20_000)], []))",
    "tuples added": "t = ()\nfor i in range(20_000): t += (i,)\nlen(t)",
    "sorted numbers": "import random\nrandom.seed(1)\na = [random.random() for i in range(1_000_000)]\nsorted(a)[0] >= 0",
    "sorted texts": "a = [str(i * 7919 % 1000003) for i in range(500_000)]\nsorted(a)[0]",
    "sorted tuples": "a = [(i * 7919 % 1000003, i) for i in range(400_000)]\nsorted(a)[0]",
    "sorted by key": "a = list(range(600_000))\nsorted(a, key=lambda x: -x)[0]",
    "max of range": "max(range(20_000_000))",
    "sum of list": "a = [1] * 20_000_000\nsum(a)",
    "sum of floats": "a = [0.1] * 5_000_000\nsum(sum(a) for i in range(10)) > 0",
    "tuple of range": "len(tuple(range(20_000_000)))",
    "list of zip": "len(list(zip(range(2_000_000), range(2_000_000))))",
    "star unpacked": "a = range(3_000_000)\nn = 0\nfor i in range(10):\n    x, *b = a\n    n += len(b)\nn",
    # tables
    "dict copied": "d = dict.fromkeys(range(1_000_000))\nfor i in range(20): e = dict(d)\nlen(e)",
    "dict updated": "d = dict.fromkeys(range(1_000_000))\ne = {}\nfor i in range(20): e.update(d)\nlen(e)",
    "dict merged": "d = dict.fromkeys(range(1_000_000))\nfor i in range(20): e = d | d\nlen(e)",
    "dict grown": "len({i: i for i in range(3_000_000)})",
    "dict of keys": "len(dict.fromkeys(range(4_000_000)))",
    "dict compared": "d = dict.fromkeys(range(1_000_000))\ne = dict(d)\nsum(d == e for i in range(10))",
    "dict of colliding keys": "len({i << 61: i for i in range(3000)})",
    "set copied": "d = set(range(1_000_000))\nfor i in range(20): e = set(d)\nlen(e)",
    "set algebra": "d = set(range(1_000_000))\nfor i in range(20): e = d & d | d - d ^ d\nlen(e)",
    "set of list": "a = list(range(3_000_000))\nlen(set(a))",
    "set of colliding": "len({i * (2**61 - 1) for i in range(4000)})",
    "set compared": "d = set(range(1_000_000))\ne = set(d)\nsum(d <= e for i in range(10))",
    "deque rotated": "from collections import deque\nd = deque(range(1_000_000))\nfor i in range(20): d.rotate(500_000)\nlen(d)",
    "counter": "from collections import Counter\nlen(Counter(range(1_000_000)))",
    # texts
    "text joined": "a = ['abc'] * 3_000_000\nfor i in range(10): s = ','.join(a)\nlen(s)",
    "text replaced": "s = 'ab' * 20_000_000\nfor i in range(3): t = s.replace('a', 'xyz')\nlen(t)",
    "text split": "s = 'ab,' * 3_000_000\nlen(s.split(','))",
    "lines split": "s = 'ab\\n' * 3_000_000\nlen(s.splitlines())",
    "text translated": "s = 'ab' * 5_000_000\nlen(s.translate({97: 'xyz', 98: None}))",
    "text found, quadratic": "s = 'a' * 300_000\nt = 'a' * 100_000 + 'b' + 'a' * 100_000\ns.find(t)",
    "text counted": "s = 'ab' * 20_000_000\nsum(s.count('ba') for i in range(10))",
    "text reversed": "s = 'ab' * 50_000_000\nfor i in range(10): t = s[::-1]\nlen(t)",
    "text to upper": "s = 'ab' * 50_000_000\nfor i in range(5): t = s.upper()\nlen(t)",
    "wide text to lower": "s = 'AÄ\\u0416' * 5_000_000\nlen(s.lower())",
    "text casefolded": "s = 'AßÄ' * 5_000_000\nlen(s.casefold())",
    "text titled": "s = 'ab cd ' * 3_000_000\nlen(s.title())",
    "text stripped": "s = ' ' * 100_000_000\nlen(s.strip())",
    "text compared": "s = 'a' * 100_000_000\nt = 'a' * 100_000_000\nsum(s == t for i in range(20))",
    "text hashed": "s = 'a' * 200_000_000\nhash(s) == hash('b' + s[1:])",
    "text encoded": "s = 'aé' * 50_000_000\nlen(s.encode())",
    "text encoded wide": "s = 'aé\\u4321' * 10_000_000\nlen(s.encode('utf-16'))",
    "bytes decoded": "b = 'aé\\u4321'.encode() * 20_000_000\nlen(b.decode())",
    "text expanded": "s = '\\ta' * 3_000_000\nlen(s.expandtabs(20))",
    "text padded": "len(f'{1:>500000000}')",
    "text formatted wide": "len('%*d' % (300_000_000, 1))",
    "text formatted often": "len(('%s,' * 1_000_000) % tuple(range(1_000_000)))",
    "repr of text": "s = 'a\\n\\u1234' * 5_000_000\nlen(repr(s))",
    "repr of a list": "a = list(range(2_000_000))\nlen(repr(a))",
    "repr of floats": "a = [i / 7 for i in range(500_000)]\nlen(repr(a))",
    "text cut in a loop": "s = 'ab' * 50_000\nn = 0\nwhile s:\n    s = s[1:]\n    n += 1\nn",
    "text added in a loop": "s = ''\nfor i in range(60_000): s += 'abcdefgh'\nlen(s)",
    "lower of many": "a = ['Ab' * 50] * 300_000\nlen([x.lower() for x in a])",
    "partition": "s = 'a' * 100_000_000 + 'b'\nn = 0\nfor i in range(5): n += len(s.rpartition('b')[0])\nn",
    "is digits": "s = '1' * 100_000_000\nsum(s.isdigit() for i in range(5))",
    # bytes
    "bytes joined": "a = [b'abc'] * 3_000_000\nfor i in range(5): s = b','.join(a)\nlen(s)",
    "bytes replaced": "s = b'ab' * 20_000_000\nlen(s.replace(b'a', b'xyz'))",
    "bytes found": "s = b'a' * 300_000\ns.find(b'a' * 100_000 + b'b' + b'a' * 100_000)",
    "bytes translated": "s = bytes(range(256)) * 400_000\nlen(s.translate(bytes(range(255, -1, -1)), b'ab'))",
    "bytes of list": "a = [1] * 10_000_000\nlen(bytes(a))",
    "bytes to hex": "len((b'ab' * 20_000_000).hex())",
    "bytes from hex": "len(bytes.fromhex('ab' * 10_000_000))",
    "bytearray cut": "b = bytearray(1_000_000)\nfor i in range(20_000): del b[5:6]\nlen(b)",
    # numbers
    "int to text": "len(str(7 ** 30_000 * 3) * 200)",
    "ints to text": "sum(len(str(3 ** 9000 + i)) for i in range(600))",
    "int of text": "import sys\nn = 0\nfor i in range(500): n += int('7' * 4000)\nn % 1000",
    "int to hex": "x = 7 ** 500_000\nsum(len(hex(x)) for i in range(100))",
    "int from hex": "s = 'f' * 2_000_000\nsum(int(s, 16).bit_length() for i in range(30))",
    "int multiplied": "x = 3 ** 400_000\nfor i in range(3): y = x * x\ny.bit_length()",
    "int divided": "x = 3 ** 200_000\ny = 7 ** 40_000\n(x // y).bit_length() + (x % y).bit_length()",
    "int power": "(3 ** 900_000).bit_length()",
    "int power modulo": "pow(3, 7 ** 1200, 11 ** 900) % 1000",
    "int inverted modulo": "pow(3 ** 6000, -1, 7 ** 6000) % 1000",
    "int shifted": "x = 1\nfor i in range(30): x = 1 << 400_000_000\nx.bit_length()",
    "int root": "import math\nmath.isqrt(7 ** 60_000).bit_length()",
    "int gcd": "import math\nmath.gcd(3 ** 20_000 * 7, 7 ** 20_000)",
    "factorial": "import math\nmath.factorial(60_000).bit_length()",
    "combinations": "import math\nmath.comb(100_000, 50_000).bit_length()",
    "permutations": "import math\nmath.perm(50_000, 40_000).bit_length()",
    "product": "import math\nmath.prod(range(1, 30_000)).bit_length()",
    "exact float sum": "import math\nmath.fsum([0.1] * 3_000_000)",
    "exact float sum, wide": "import math\nmath.fsum([10.0 ** (i % 600 - 300) for i in range(500_000)]) > 0",
    "int to bytes": "x = 7 ** 500_000\nsum(len(x.to_bytes(200_000, 'big')) for i in range(300))",
    "fractions": "from fractions import Fraction\ns = Fraction(0)\nfor i in range(1, 1500): s += Fraction(1, i)\ns.denominator % 1000",
    "decimals": "from decimal import Decimal, getcontext\ngetcontext().prec = 3000\nx = Decimal(2)\nfor i in range(40): x = x.sqrt() * x\nlen(str(x))",
    # library
    "deflate": "import zlib\nlen(zlib.compress(bytes(range(256)) * 200_000))",
    "inflate": "import zlib\nb = zlib.compress(bytes(100_000_000))\nlen(zlib.decompress(b))",
    "checksum": "import zlib\nb = bytes(100_000_000)\nsum(zlib.crc32(b) for i in range(5))",
    "digest": "import hashlib\nb = bytes(100_000_000)\nlen(hashlib.sha256(b).hexdigest())",
    "key stretching": "import hashlib\nlen(hashlib.pbkdf2_hmac('sha256', b'a', b'b', 300_000))",
    "base64": "import base64\nb = bytes(20_000_000)\nlen(base64.b64decode(base64.b64encode(b)))",
    "json written": "import json\na = [{'a': [i, str(i), None]} for i in range(200_000)]\nlen(json.dumps(a))",
    "json read": "import json\ns = '[' + ','.join(['{\"a\": [1, 2.5, \"x\"]}'] * 300_000) + ']'\nlen(json.loads(s))",
    "json nested": "import json\ns = '[' * 900 + ']' * 900\nn = 0\nfor i in range(3000): n += len(json.loads(s))\nn",
    "pattern, catastrophic": "import re\nre.match('(a+)+b', 'a' * 22)",
    "pattern, found often": "import re\nlen(re.findall('[a-z]+', 'abc ' * 500_000))",
    "pattern, replaced": "import re\nlen(re.sub('a', 'bb', 'abc' * 700_000))",
    "pattern, backtracking": "import re\nre.search('.*.*.*x', 'a' * 400)",
    "structs": "import struct\nlen(struct.pack('40000i', *range(40_000)) * 10)",
    "struct of zeros": "import struct\nlen(struct.pack('400000000x'))",
    "struct unpacked": "import struct\nlen(struct.unpack('5000000B', bytes(5_000_000)))",
    "paths": "import posixpath\nlen(posixpath.normpath('a/../' * 1_000_000 + 'b'))",
    "paths joined": "import posixpath\nlen(posixpath.join(*['abc'] * 40_000))",
    "deep copy": "import copy\na = [[i] for i in range(100_000)]\nlen(copy.deepcopy(a))",
    "sample": "import random\nrandom.seed(1)\nlen(random.sample(range(10**9), 200_000))",
    "shuffle": "import random\nrandom.seed(1)\na = list(range(500_000))\nrandom.shuffle(a)\nlen(a)",
    "choices": "import random\nrandom.seed(1)\nlen(random.choices(range(100), k=1_000_000))",
    "random bits": "import random\nrandom.seed(1)\nrandom.getrandbits(100_000_000).bit_length() > 0",
    "statistics": "import statistics\nstatistics.mean(range(300_000)), statistics.pstdev(range(20_000))",
    "wrapped text": "import textwrap\nlen(textwrap.wrap('abc def ' * 40_000))",
    "differences": "import difflib\na = [str(i % 50) for i in range(600)]\nlen(list(difflib.ndiff(a, a[::-1])))",
    "permutations counted": "import itertools\nsum(1 for p in itertools.permutations(range(9)))",
    "product counted": "import itertools\nlen(list(itertools.product(range(1000), range(1000))))",
    "combinations made": "import itertools\nlen(list(itertools.combinations(range(200), 3)))",
    "heap": "import heapq\na = [i * 7919 % 1000003 for i in range(500_000)]\nheapq.heapify(a)\nheapq.heappop(a)",
    "bisect inserted": "import bisect\na = []\nfor i in range(60_000): bisect.insort(a, i * 7919 % 1000003)\nlen(a)",
    "string io": "import io\nf = io.StringIO()\nfor i in range(300_000): f.write('abcdefgh')\nlen(f.getvalue())",
    "normalized": "import unicodedata\nlen(unicodedata.normalize('NFD', 'aé\\u1e69' * 1_000_000))",
    "html": "import html\nlen(html.unescape('&amp;&lt;x' * 500_000))",
    "csv": "import csv, io\nlen(list(csv.reader(io.StringIO('a,b,c\\n' * 100_000))))",
    "dates": "from datetime import date, timedelta\nd = date(1, 1, 1)\nfor i in range(100_000): d += timedelta(1)\nd.year",
    "literals read": "import ast\nlen(ast.literal_eval('[' + '1,' * 200_000 + ']'))",
    "source compiled": "s = 'x = 1\\n' * 30_000\nexec(s)\nx",
    "expression evaluated": "eval('+'.join(['1'] * 20_000))",
    "printed": "for i in range(200): print('x' * 100_000)",
}

UNCATCHABLE = {
    "try": "while True:\n    try: WORK\n    except BaseException: pass",
    "finally": "def f():\n    while True:\n        try: WORK\n        finally: continue\nf()",
    "generator": (
        "def g():\n    while True:\n        try:\n            WORK\n            yield 1\n        except BaseException: yield 2\n"
        "for i in g(): pass"
    ),
    "with": (
        "class C:\n    def __enter__(self): pass\n    def __exit__(self, *a): return True\n"
        "while True:\n    with C(): WORK"
    ),
    "del": "class C:\n    def __del__(self):\n        while True: pass\nwhile True:\n    x = C(); WORK",
    "group": "while True:\n    try: WORK\n    except* BaseException: pass",
    "hook": (
        "class M(type):\n    def __instancecheck__(c, x): return True\nclass E(BaseException, metaclass=M): pass\n"
        "while True:\n    try: WORK\n    except E: pass"
    ),
    "task": (
        "import asyncio\nasync def f():\n    while True:\n        try: WORK\n        except BaseException: await asyncio.sleep(0)\n"
        "asyncio.run(f())"
    ),
}
WORK = ("[0] * 100_000", "'a' * 10_000_000", "7 ** 3000", "sorted(range(10_000))", "str(list(range(1000)))")


@contextmanager
def by_processor_time() -> Iterator[None]:
    """Let deadlines be kept by the time of this thread: other work on the machine does not matter."""
    kept = machines.perf_counter, traps.perf_counter
    machines.perf_counter = traps.perf_counter = time.thread_time  # type: ignore[attr-defined]
    try:
        yield
    finally:
        machines.perf_counter, traps.perf_counter = kept  # type: ignore[attr-defined]


@dataclass
class Overrun:
    """What became of a program under a limit; ``seconds`` past it (0: it ended before)."""

    limit: str
    seconds: float
    snapshot: Any


def under(source: str, **limits: Any) -> tuple[Any, float]:
    """Start a program; the outcome or the error, and the time of this thread that it took."""
    program = Monty(source)
    with by_processor_time():
        started = time.thread_time()
        try:
            outcome: Any = program.start(
                limits=limits, pause_on_limit=True, print_callback=lambda *_: None)
        except MontyError as error:
            outcome = error  # of its own
        return outcome, time.thread_time() - started


def past_deadline(source: str) -> Overrun:
    """Run against a deadline."""
    outcome, took_s = under(source, max_duration_secs=DURATION_S)
    limit = getattr(outcome, "limit", "")
    return Overrun(limit, took_s - DURATION_S if limit else 0.0, outcome)


def past_instructions(source: str, most: int) -> Overrun:
    """Run against a limit of instructions."""
    outcome, _ = under(source, max_instructions=most)
    limit = getattr(outcome, "limit", "")
    over = outcome.meters.instructions - most if limit else 0
    return Overrun(limit, over * CHARGE_S, outcome)


def past_memory(source: str) -> tuple[str, int, float]:
    """Run against a memory limit: the limit that ended it, peak bytes, seconds."""
    outcome, took_s = under(source, max_memory=MEMORY_BYTES, max_duration_secs=5 * DURATION_S)
    limit = getattr(outcome, "limit", "") or type(outcome).__name__
    meters = getattr(outcome, "meters", None)
    return limit, meters.peak_memory_bytes if meters else 0, took_s


def main() -> None:
    """Print the table."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    names = sys.argv[1:] or list(PROGRAMS)
    print(f"{'program':28} {'deadline':>9} {'charges':>9}  memory limit")
    worst = []
    for name in names:
        late = past_deadline(PROGRAMS[name])
        charged = past_instructions(PROGRAMS[name], 2_000_000)
        limit, peak, took_s = past_memory(PROGRAMS[name])
        shown = f"{late.seconds * 1000:6.1f} ms" if late.limit else "     done"
        spent = f"{charged.seconds * 1000:6.1f} ms" if charged.limit else "     done"
        print(f"{name:28} {shown} {spent}  {limit} {peak / 1e6:.1f} MB {took_s * 1000:.0f} ms")
        worst.append(late.seconds)
        del late, charged
    print(f"{sum(s <= 0.05 for s in worst)} of {len(worst)} within 50 ms of the deadline")


if __name__ == "__main__":
    main()
