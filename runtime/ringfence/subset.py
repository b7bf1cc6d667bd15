"""The nodes of the grammar by name, and how the sandbox stands to each.

Every node class of CPython 3.11 to 3.14 is named here. A class that is in no table is one that a
later version added: it is refused by its name, never guessed at.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

ACCEPTED: Final = frozenset(
    (
        # modules
        "Module Expression "
        # statements
        "FunctionDef AsyncFunctionDef ClassDef Return Delete Assign AugAssign AnnAssign For "
        "AsyncFor While If With AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global "
        "Nonlocal Expr Pass Break Continue "
        # expressions
        "BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp "
        "GeneratorExp Await Yield YieldFrom Compare Call FormattedValue JoinedStr Constant "
        "Attribute Subscript Starred Name List Tuple Slice "
        # contexts and operators
        "Load Store Del And Or Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd "
        "FloorDiv Invert Not UAdd USub Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn "
        # parts
        "comprehension ExceptHandler arguments arg keyword alias withitem match_case "
        # patterns
        "MatchValue MatchSingleton MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr"
    ).split()
)
ADDED: Final = {  # by minor version
    12: frozenset(("TypeAlias", "TypeVar", "ParamSpec", "TypeVarTuple")),
}
REFUSED: Final = {  # what to use instead
    "TemplateStr": "template strings are not supported; use an f-string",
    "Interpolation": "template strings are not supported; use an f-string",
}
# never made by the parser in modes `exec` and `eval`, or only base classes
UNUSED: Final = frozenset(
    ("Interactive FunctionType TypeIgnore mod stmt expr expr_context boolop operator unaryop "
     "cmpop excepthandler pattern type_ignore type_param AST slice AugLoad AugStore Param Suite "
     "Index ExtSlice Num Str Bytes NameConstant Ellipsis").split()
)  # fmt: skip


def accepted(minor: int = sys.version_info[1]) -> frozenset[str]:
    """Names of the node classes that programs may use under Python 3.``minor``."""
    return ACCEPTED.union(*(names for version, names in ADDED.items() if version <= minor))


def refusal(kind: type) -> str:
    """Say why a node class is not taken."""
    return REFUSED.get(kind.__name__, f"`{kind.__name__}` is not supported")
