"""Moments with and without a time zone in one operation; dates compared with moments."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from mypy.types import Instance, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic

_ORDER: Final = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_ZONE: Final = re.compile(r"(?:^|\.)(?:utc|UTC)$|^(?:\w+\.)?(?:ZoneInfo|timezone)\(")
_MAX_STEPS: Final = 8
_ZONE_AT: Final = 7  # place of `tzinfo` among the arguments of `datetime`


def mixed_moments(context: Context) -> Iterator[Diagnostic]:
    """`datetime-mix`: subtraction and order of moments that do not go together."""
    if "datetime" not in context.source.safe:
        return
    for node in context.of(ast.BinOp):
        if isinstance(node.op, ast.Sub):
            yield from _mixed(context, node, node.left, node.right, "subtract")
    for node in context.of(ast.Compare):
        if len(node.ops) == 1 and isinstance(node.ops[0], _ORDER):
            yield from _mixed(context, node, node.left, node.comparators[0], "compare")


def _mixed(
    context: Context, node: ast.expr, left: ast.expr, right: ast.expr, what: str
) -> Iterator[Diagnostic]:
    kinds = [_kind(context, side) for side in (left, right)]
    if what == "compare" and set(kinds) == {"date", "datetime"}:
        yield context.found(
            "datetime-mix", node, f"can't compare datetime.{kinds[0]} to datetime.{kinds[1]}",
            "Compare dates with dates: `moment.date()`.",
        )
    if kinds != ["datetime", "datetime"]:
        return
    zones = [has_zone(context, side) for side in (left, right)]
    if None not in zones and zones[0] != zones[1]:
        yield context.found(
            "datetime-mix", node, f"can't {what} offset-naive and offset-aware datetimes",
            "Give both a time zone: `datetime.now(timezone.utc)`, `moment.replace(tzinfo=timezone.utc)`.",
        )


def _kind(context: Context, node: ast.expr) -> str:
    kind = get_proper_type(context.type_of(node))
    if isinstance(kind, Instance) and kind.type.fullname in ("datetime.date", "datetime.datetime"):
        return kind.type.name
    return ""


def has_zone(context: Context, node: ast.expr, steps: int = 0) -> bool | None:
    """Whether a moment has a time zone; None if that cannot be told."""
    if steps > _MAX_STEPS:
        return None
    if isinstance(node, ast.Name):
        made = _only_value(context, node.id)
        return None if made is None else has_zone(context, made, steps + 1)
    if isinstance(node, ast.BinOp):
        return has_zone(context, node.left, steps + 1) \
            if _kind(context, node.left) == "datetime" else None
    if isinstance(node, ast.Call) and _kind(context, node) == "datetime":
        return _of_call(context, node, steps)
    return None


def _only_value(context: Context, name: str) -> ast.expr | None:
    """The value of a variable that the program binds once, by an assignment."""
    bound = [one for one in context.of(ast.Name) if one.id == name and isinstance(one.ctx, ast.Store)]
    if len(bound) != 1 or any(one.arg == name for one in context.of(ast.arg)):
        return None
    parent = context.parents.get(bound[0])
    return parent.value if isinstance(parent, ast.Assign) else None


def _of_call(context: Context, node: ast.Call, steps: int) -> bool | None:
    if any(isinstance(one, ast.Starred) for one in node.args) or any(
        keyword.arg is None for keyword in node.keywords
    ):
        return None
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    of_class = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value).endswith("datetime")
    zone = next((keyword.value for keyword in node.keywords if keyword.arg in ("tz", "tzinfo")), None)
    if name == "datetime":
        return _is_zone(node.args[_ZONE_AT] if len(node.args) > _ZONE_AT else zone)
    if not isinstance(node.func, ast.Attribute):
        return None
    if name in ("now", "fromtimestamp") and of_class:
        index = 0 if name == "now" else 1
        return _is_zone(node.args[index] if len(node.args) > index else zone)
    if name in ("utcnow", "utcfromtimestamp", "today") and of_class:
        return False
    if name == "strptime" and len(node.args) == 2:
        return "%z" in node.args[1].value if _is_text(node.args[1]) else None  # type: ignore[attr-defined]
    if name == "fromisoformat" and len(node.args) == 1 and _is_text(node.args[0]):
        try:
            return datetime.fromisoformat(node.args[0].value).tzinfo is not None  # type: ignore[attr-defined]
        except ValueError:
            return None
    if name == "astimezone":
        return True
    if name == "replace":
        return _is_zone(zone) if zone is not None else has_zone(context, node.func.value, steps + 1)
    return None


def _is_zone(zone: ast.expr | None) -> bool | None:
    if zone is None or (isinstance(zone, ast.Constant) and zone.value is None):
        return False
    return True if _ZONE.search(ast.unparse(zone)) else None  # a zone of its own may have no offset


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
