"""What the checker answers with. Plain data: no mypy, no editor protocol.

Positions everywhere: lines count from 1, columns count code points from 0, ends are exclusive. They
are positions in the text as it was given, split into lines as Python splits them (LF, CR LF, CR;
a form feed is an ordinary character).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace what stands between two places by ``new_text``."""

    line: int
    column: int
    end_line: int
    end_column: int
    new_text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that together mend a diagnostic; they are certain, not a guess."""

    title: str
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding of the check.

    ``rule`` is a code of `ringfence_checker.rules` (mypy's codes and ours in one namespace),
    ``hint`` one sentence on the way out, '' where there is none.
    """

    rule: str
    severity: Severity
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    hint: str = ""
    fixes: tuple[Fix, ...] = ()

    def __str__(self) -> str:
        return f"{self.line}:{self.column + 1}: [{self.rule}] {self.message}"

    def to_dict(self) -> dict[str, Any]:
        """Plain data; ``from_dict`` takes it."""
        data = {name: getattr(self, name) for name in self.__slots__}  # `asdict` takes ten times as long
        data["fixes"] = [
            {"title": fix.title, "edits": [
                {name: getattr(edit, name) for name in edit.__slots__} for edit in fix.edits
            ]}
            for fix in self.fixes
        ]  # fmt: skip
        return data

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Diagnostic:
        """Make a diagnostic from the data of ``to_dict``."""
        values = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        values["fixes"] = tuple(
            Fix(fix["title"], tuple(TextEdit(**edit) for edit in fix["edits"]))
            for fix in data.get("fixes", ())
        )
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Hover:
    """What stands at a place: the expression's range, its type, its documentation.

    ``kind`` is one of function, method, class, module, variable, expression, host function.
    ``signature`` is a declaration as in a stub (``def len(obj: Sized, /) -> int``), '' for values.
    """

    name: str
    kind: str
    type: str
    signature: str
    doc: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Completion:
    """A name that can stand at a place. ``kind`` as in `Hover`, or ``keyword``, ``attribute``."""

    label: str
    kind: str
    detail: str = ""
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """Where a name is defined.

    ``source`` is ``program`` (the checked text), ``stubs`` (the stubs given, ``path`` names the
    module in them) or ``library`` (``path`` is a file of the sandbox's typeshed).
    """

    source: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Signature:
    """A call being typed: parameters as text, the active one by index (-1: none)."""

    label: str
    parameters: tuple[str, ...]
    active_parameter: int
    doc: str = ""


@dataclass(frozen=True, slots=True)
class InlayType:
    """A type the checker inferred where none was written; ``label`` is ``: int`` or `` -> int``."""

    line: int
    column: int
    label: str
    kind: Literal["variable", "return"]
