"""A whole program: what stands before, some fifty guarded statements, what stands at the end."""

from __future__ import annotations

from fuzz.generate import literals
from fuzz.generate.patterns import Patterns
from fuzz.generate.writer import KINDS

PROLOGUE = '''\
import asyncio, contextlib, copy, functools, itertools, math, operator, sys, traceback
from contextlib import nullcontext, suppress
def cap(value):
    """A value that may be kept: small, or cut."""
    if isinstance(value, (int, float)):
        return value % 1000003 if isinstance(value, int) and value.bit_length() > 200 else value
    if isinstance(value, (str, bytes, bytearray)):
        return value[:60]
    if type(value) in (list, tuple, dict, set, frozenset) and (len(value) > 12 or len(repr(value)) > 400):
        return type(value)(list(value.items())[:2] if isinstance(value, dict) else list(value)[:3]) if len(repr(value)) < 4000 else type(value)()
    return value
def text(value):
    if isinstance(value, (set, frozenset)): return type(value).__name__ + str(sorted(map(repr, value)))
    if isinstance(value, dict): return '{' + ', '.join([text(k) + ': ' + text(v) for k, v in list(value.items())[:20]]) + '}'
    return repr(value)[:300]
def show(*values, sep=' '): print(*[text(value) for value in values], sep=sep if isinstance(sep, str) else '!')
notes = 0
def note(*values):
    global notes
    notes += 1
    if notes < 3000: print('|', *[str(value)[:3000] for value in values])
    return values[0] if values else None
def chain(e, depth=0):
    note('  ' * depth, type(e).__name__, str(e), getattr(e, '__notes__', None), e.__suppress_context__)
    if depth < 6:
        if e.__cause__ is not None: chain(e.__cause__, depth + 1)
        if e.__context__ is not None: chain(e.__context__, depth + 2)
        if isinstance(e, BaseExceptionGroup): [chain(one, depth + 3) for one in e.exceptions]
class Odd(Exception): pass
class Base:
    def __init__(self, v=0): self.v = v
    def __repr__(self): return f'{type(self).__name__}({self.v!r:.60})'
    def __eq__(self, o): return isinstance(o, Base) and self.v == o.v
    def __hash__(self): return 5
    def __lt__(self, o): return self.v < o.v
    def __add__(self, o): return Base((self.v, o.v if isinstance(o, Base) else o))
    def __radd__(self, o): return Base((o, self.v))
    def __getitem__(self, k): return (self.v, k)[k]
    __match_args__ = ('v',)
class Pair:
    __match_args__ = ('a', 'b')
    def __init__(self, a, b=None): self.a, self.b = a, b
    def __repr__(self): return 'Pair'
class Other(Base): pass
class Mixin:
    def meth(self, a=0): return ('mixin', a)
    def __len__(self): return 1
class Meta(type):
    def __call__(cls, *a, **k): note('meta call', cls.__name__); return super().__call__(*a, **k)
    def __getattr__(cls, k): return ('meta', k)
    def __len__(cls): return 9
class Descriptor:
    def __set_name__(self, owner, name): note('named', owner.__name__, name); self.name = '_' + name
    def __get__(self, o, kind): return self if o is None else o.__dict__.get(self.name, 'unset')
    def __set__(self, o, value): note('set', value); o.__dict__[self.name] = value
    def __repr__(self): return 'Descriptor'
class Const: ONE = 1
class Manager:
    def __init__(self, label, swallow=False): self.label, self.swallow = label, swallow
    def __enter__(self): note('enter', self.label); return self
    def __exit__(self, kind, value, trace): note('exit', self.label, kind and kind.__name__, value); return self.swallow
    def __repr__(self): return f'Manager({self.label})'
class AManager(Manager):
    async def __aenter__(self): await asyncio.sleep(0); return self.__enter__()
    async def __aexit__(self, *a): await asyncio.sleep(0); return self.__exit__(*a)
@contextlib.contextmanager
def managed(label):
    note('begin', label)
    try: yield label
    except ValueError as e: note('managed', e)
    finally: note('end', label)
def steps(n):
    for i in range(n): note('sent', (yield i))
    return 'steps'
def inner(n):
    try:
        note('inner', (yield n))
        yield n
    except KeyError as e: note('inner', e); yield 'caught'
    return 'inner'
async def asteps(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def later(n):
    await asyncio.sleep(0)
    if n < 0: raise Odd('later')
    return n * 2
async def gathered(*awaitables): return await asyncio.gather(*awaitables, return_exceptions=True)
async def tasks(f, n):
    one, two = asyncio.create_task(f(n)), asyncio.create_task(f(n + 1))
    note(await asyncio.wait({one}) and one.done())
    return await two
async def awaited(o): return await o
def finish(it):
    """Close a generator, however often it refuses."""
    for _ in range(60):
        try: return it.close()
        except RuntimeError as e: note('refuses', e)
def loud(f):
    @functools.wraps(f)
    def wrapped(*a, **k):
        note('call', f.__name__, a, k)
        return f(*a, **k)
    return wrapped
def repeat(times): return lambda f: lambda *a, **k: [f(*a, **k) for _ in range(times)]
counter = 0
'''


_PREFIXES = {"bool": "o", "bytes": "by", "set": "se", "any": "a"}


class Program(Patterns):
    """The whole."""

    def program(self, statements: int) -> str:
        self.emit(PROLOGUE.rstrip())
        for kind in KINDS:
            for number in range(1, 4):
                name = f"{_PREFIXES.get(kind, kind[0])}{number}"
                self.emit(f"{name} = {self.pick(literals.BY_KIND[kind])}")
                self.variables[kind].append(name)
        for _ in range(statements):
            self.guarded()
        if self.chance(0.15):
            self.pick((self.show, self.assign_oddly, self.mutate))()
        self.emit(f"text([{', '.join(self.variable(kind) for kind in KINDS)}])")
        return "\n".join(self.lines) + "\n"

    def guarded(self) -> None:
        """One statement whose exceptions are printed."""
        with self.indented("try:"):
            if self.host_calls and self.chance(0.3):
                self.emit("host()")
            self.cost = 0
            self.statement()
        handler = self.random.random()
        if handler < 0.1:
            self.emit("except (TypeError, ValueError) as e: print('TV', type(e).__name__, e)")
        elif handler < 0.2:
            self.emit("except ArithmeticError as e: note(traceback.format_exc())")
        elif handler < 0.3:
            self.emit("except (LookupError, AttributeError) as e: note(traceback.format_exc())")
        self.emit("except Exception as e: print(type(e).__name__, e)")
        if handler > 0.95:
            self.emit("else: print('else')")
        if handler > 0.9:
            self.emit("finally: print('finally')")

    def statement(self) -> None:
        self.pick(self.forms())()

    def forms(self) -> list:  # type: ignore[type-arg]
        return [*[self.assign] * 9, *[self.show] * 9, *[self.assign_oddly] * 7, *[self.augment] * 5, *[self.mutate] * 6, *[self.loop] * 6,
                *[self.condition] * 3, *[self.parameter_function] * 4, *[self.flow_function] * 4, *[self.closure_function] * 2,
                *[self.generator_function] * 4, *[self.coroutine_function] * 2, self.async_generator, *[self.class_statement] * 6,
                *[self.match_statement] * 5, *[self.group_statement] * 2, *[self.chained_errors] * 2]


def generate(seed: int, statements: int = 40, host_calls: bool = False) -> str:
    """The program of a seed, the same on every machine; ``host_calls``: with calls of ``host`` in random places."""
    return Program(seed, host_calls).program(statements)
