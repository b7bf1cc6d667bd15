"""Settings of the check from ``[tool.ringfence]`` of a ``pyproject.toml``.

    [tool.ringfence]
    stubs = "stubs/host.pyi"          # relative to the file
    inputs = ["url"]                  # or a table of types
    select = ["arg-type"]             # absent: every rule that is on
    ignore = ["unused-result"]

    [tool.ringfence.levels]
    endless-loop = "error"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ringfence_checker.rules import LEVELS, RULES


@dataclass(frozen=True)
class Settings:
    """What a project asks of the check; the fields are parameters of `Checker`."""

    stubs: str | None = None
    inputs: tuple[str, ...] | Mapping[str, str] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)


def read_settings(start: str | Path = ".") -> Settings:
    """Read the settings of the nearest ``pyproject.toml`` that has some, going up from ``start``.

    Raises
    ------
    ValueError
        For a setting that does not exist or holds another kind of value.
    """
    here = Path(start).resolve()
    for directory in (here, *here.parents):
        file = directory / "pyproject.toml"
        if file.is_file():
            try:
                data = tomllib.loads(file.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                raise ValueError(f"cannot read `{file}`: {error}") from None
            table = data.get("tool", {}).get("ringfence")
            if table is not None:
                return settings_from(table, file)
    return Settings()


def settings_from(table: Mapping[str, Any], file: Path) -> Settings:
    """Make settings of a table; other tools' keys in it are left alone."""
    stubs = table.get("stubs")
    if stubs is not None:
        if not isinstance(stubs, str):
            raise ValueError(f"`stubs` in `{file}` is a path, not {stubs!r}")
        stubs = str(file.parent / stubs)
    levels = table.get("levels", {})
    if not isinstance(levels, dict):
        raise ValueError(f"`levels` in `{file}` is a table, not {levels!r}")
    select = table.get("select")
    check_rules([*_names(table, "select", file), *_names(table, "ignore", file), *levels])
    check_levels(levels)
    inputs = table.get("inputs", ())
    return Settings(
        stubs, inputs if isinstance(inputs, dict) else tuple(inputs),
        None if select is None else tuple(select), tuple(table.get("ignore", ())), levels,
    )


def _names(table: Mapping[str, Any], key: str, file: Path) -> list[str]:
    names = table.get(key, [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError(f"`{key}` in `{file}` is a list of rules, not {names!r}")
    return names


def check_rules(names: Any) -> None:
    """Refuse names that are no rules, saying what was meant."""
    import difflib

    for name in names:
        if name not in RULES:
            close = difflib.get_close_matches(name, RULES, 1)
            meant = f"; did you mean `{close[0]}`?" if close else ""
            raise ValueError(f"there is no rule `{name}`{meant}")


def check_levels(levels: Mapping[str, str]) -> None:
    """Refuse levels that do not exist."""
    for name, level in levels.items():
        if level not in LEVELS:
            raise ValueError(f"the level of `{name}` is one of {', '.join(LEVELS)}, not {level!r}")
