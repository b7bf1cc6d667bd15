"""Programs that run, each with one mistake of the kinds that models make: most then fail.

A mistake is a change of the tree at one place. `mutants` makes them in a fixed order, so that the
same seed gives the same texts.
"""

import ast
import copy
import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

OTHER_TYPE = {
    "append": "add", "add": "append", "extend": "addAll", "items": "iteritems", "get": "getOrDefault",
    "strip": "trim", "lower": "toLowerCase", "upper": "toUpperCase", "startswith": "startsWith",
    "join": "concat", "split": "explode", "replace": "replaceAll", "keys": "keySet",
    "sort": "sorted", "values": "values_list", "splitlines": "readlines", "setdefault": "set_default",
}  # fmt: skip
MODULES = {"json": "simplejson", "re": "regex", "datetime": "arrow", "csv": "pandas", "math": "numpy",
           "asyncio": "trio", "statistics": "scipy", "random": "numpy.random"}  # fmt: skip


class Mutant(NamedTuple):
    """A program with a mistake: its text and what was done."""

    kind: str
    text: str


def misspelt(name: str, chance: random.Random) -> str:
    """The name with a letter doubled, dropped or exchanged."""
    if len(name) < 3:
        return name + "_x"
    at = chance.randrange(1, len(name) - 1)
    made = chance.choice([
        name[:at] + name[at] + name[at:], name[:at] + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    ])
    return made if made != name and made.isidentifier() else name + "s"


def _attribute(node, chance):
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        node.attr = misspelt(node.attr, chance)
        return node


def _method_of_another_type(node, chance):
    if isinstance(node, ast.Attribute) and node.attr in OTHER_TYPE:
        node.attr = OTHER_TYPE[node.attr]
        return node


def _name(node, chance):
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        node.id = misspelt(node.id, chance)
        return node


def _argument_dropped(node, chance):
    if isinstance(node, ast.Call) and node.args and not isinstance(node.args[-1], ast.Starred):
        node.args.pop()
        return node


def _argument_added(node, chance):
    if isinstance(node, ast.Call) and not isinstance(node.func, ast.Name):
        node.args.append(ast.Constant(0))
        return node


def _keyword_renamed(node, chance):
    if isinstance(node, ast.keyword) and node.arg:
        node.arg = misspelt(node.arg, chance)
        return node


def _arguments_swapped(node, chance):
    if isinstance(node, ast.Call) and len(node.args) == 2:
        node.args.reverse()
        return node


def _key(node, chance):
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) \
            and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
        node.slice.value = misspelt(node.slice.value, chance)
        return node


def _key_as_attribute(node, chance):
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) \
            and isinstance(node.slice.value, str) and node.slice.value.isidentifier():
        return ast.Attribute(node.value, node.slice.value, node.ctx)


def _attribute_as_key(node, chance):
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        return ast.Subscript(node.value, ast.Constant(node.attr), node.ctx)


def _number_as_text(node, chance):
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return ast.Constant(str(node.value))


def _text_as_number(node, chance):
    if isinstance(node, ast.Constant) and type(node.value) is str and node.value:
        return ast.Constant(len(node.value))


def _conversion_dropped(node, chance):
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1 \
            and node.func.id in ("int", "str", "float", "list", "len", "dict", "tuple", "set", "sum"):
        return node.args[0]


def _import_removed(node, chance):
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return ast.Pass()


def _import_of_another_module(node, chance):
    if isinstance(node, ast.Import) and node.names[0].name in MODULES:
        other = MODULES[node.names[0].name]
        return ast.Import([ast.alias(other, node.names[0].asname or node.names[0].name)])
    if isinstance(node, ast.ImportFrom) and node.module in MODULES:
        node.module = MODULES[node.module]
        return node


def _imported_name(node, chance):
    if isinstance(node, ast.ImportFrom):
        node.names[0].asname = node.names[0].asname or node.names[0].name
        node.names[0].name = misspelt(node.names[0].name, chance)
        return node


def _await_forgotten(node, chance):
    if isinstance(node, ast.Await):
        return node.value


def _return_forgotten(node, chance):
    if isinstance(node, ast.Return) and node.value is not None:
        return ast.Expr(node.value)


def _call_forgotten(node, chance):
    if isinstance(node, ast.Call) and not node.args and not node.keywords:
        return node.func


def _called_twice(node, chance):
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        return ast.Call(node, [], [])


def _one_name_too_many(node, chance):
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store):
        node.elts.append(ast.Name("extra", ast.Store()))
        return node


def _iterated_number(node, chance):
    if isinstance(node, (ast.For, ast.comprehension)):
        node.iter = ast.Call(ast.Name("len", ast.Load()), [node.iter], [])
        return node


def _text_and_number(node, chance):
    if isinstance(node, ast.JoinedStr) and len(node.values) == 2 \
            and isinstance(node.values[1], ast.FormattedValue) and isinstance(node.values[0], ast.Constant):
        return ast.BinOp(node.values[0], ast.Add(), node.values[1].value)


def _default_dropped(node, chance):
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        return node.values[0]


def _self_forgotten(node, chance):
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self" \
            and isinstance(node.ctx, ast.Load):
        return ast.Name(node.attr, ast.Load())


def _self_parameter_forgotten(node, chance):
    if isinstance(node, ast.FunctionDef) and node.args.args and node.args.args[0].arg == "self":
        node.args.args.pop(0)
        return node


def _builtin_of_another_language(node, chance):
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len" \
            and node.args:
        return ast.Attribute(node.args[0], "length", ast.Load())
    if isinstance(node, ast.Constant) and node.value in (None, True, False) and node.value != 0:
        return ast.Name({None: "null", True: "true", False: "false"}[node.value], ast.Load())


KINDS: dict[str, Callable] = {
    function.__name__.strip("_").replace("_", " "): function for function in (
        _attribute, _method_of_another_type, _name, _argument_dropped, _argument_added,
        _keyword_renamed, _arguments_swapped, _key, _key_as_attribute, _attribute_as_key,
        _number_as_text, _text_as_number, _conversion_dropped, _import_removed,
        _import_of_another_module, _imported_name, _await_forgotten, _return_forgotten,
        _call_forgotten, _called_twice, _one_name_too_many, _iterated_number, _text_and_number,
        _default_dropped, _self_forgotten, _self_parameter_forgotten, _builtin_of_another_language,
    )
}  # fmt: skip
UNSUPPORTED = {  # what the sandbox does not take, as lines put before a program
    "subprocess": "import subprocess", "socket": "import socket", "requests": "import requests",
    "pandas": "import pandas as pd", "numpy": "import numpy as np", "threading": "import threading",
    "bs4": "from bs4 import BeautifulSoup", "breakpoint": "breakpoint()",
    "input": "answer = input('?')", "sqlite3": "import sqlite3", "pickle": "import pickle",
    "dateutil": "from dateutil import parser", "yaml": "import yaml", "shutil": "import shutil",
    "print statement": "print 'x'", "no colon": "if True\n    pass", "c style": "i = 0\ni++",
    "fence": "```python", "unclosed": "x = [1, 2", "assignment as test": "if x = 3:\n    pass",
}  # fmt: skip


class _At(ast.NodeTransformer):
    """Applies a change to the n-th node that it fits."""

    def __init__(self, change: Callable, n: int, chance: random.Random) -> None:
        self.change, self.left, self.chance = change, n, chance
        self.done = False
        self.fits = 0

    def visit(self, node: ast.AST) -> ast.AST:
        if not self.done:
            made = self.change(copy.deepcopy(node), self.chance)
            if made is not None:
                if self.left == 0:
                    self.done = True
                    return ast.copy_location(made, node) if hasattr(node, "lineno") else made
                self.left -= 1
                self.fits += 1
        if isinstance(node, ast.JoinedStr):  # its texts cannot be replaced
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    part.value = self.visit(part.value)
            return node
        return self.generic_visit(node)


def mutants(program: str, number: int, each: int = 1, seed: int = 0) -> Iterator[Mutant]:
    """Mutants of a program: up to ``each`` of every kind, at places chosen by the seed."""
    tree = ast.parse(program)
    for kind, change in KINDS.items():
        chance = random.Random(f"{seed} {number} {kind}")
        counter = _At(change, -1, chance)
        counter.visit(copy.deepcopy(tree))
        for at in chance.sample(range(counter.fits), min(each, counter.fits)):
            walker = _At(change, at, chance)
            made = walker.visit(copy.deepcopy(tree))
            if walker.done:
                yield Mutant(kind, ast.unparse(ast.fix_missing_locations(made)))
    names = sorted(UNSUPPORTED)
    name = names[number % len(names)]
    yield Mutant("what the sandbox does not take", f"{UNSUPPORTED[name]}\n{program}")
