"""A compact text for a model that repairs its program: line, what, why, how."""

from __future__ import annotations

from ringfence_checker.diagnostics import Diagnostic, Fix
from ringfence_checker.render import lines_of
from ringfence_checker.rules import RULES

MAX_FINDINGS = 20
MAX_LINE = 160  # characters of source shown


def render(files: dict[str, list[Diagnostic]], texts: dict[str, str], color: bool) -> str:
    """Errors first by file, each with the line it is in, the reason and the way out."""
    out: list[str] = []
    for name, found in files.items():
        if not found:
            continue
        errors = sum(one.severity == "error" for one in found)
        head = f"{errors} error{'s' if errors != 1 else ''} must be repaired" if errors else (
            "nothing must be repaired; look at these")
        out.append(f"{name}: {head}")
        lines = lines_of(texts[name]) if name in texts else []
        ordered = sorted(found, key=lambda one: (one.severity != "error", one.line, one.column))
        for one in ordered[:MAX_FINDINGS]:
            out += _finding(one, lines)
        if len(ordered) > MAX_FINDINGS:
            out.append(f"... and {len(ordered) - MAX_FINDINGS} more")
    return "\n".join(out)


def _finding(one: Diagnostic, lines: list[str]) -> list[str]:
    out = [f"line {one.line}, {one.severity} {one.rule}: {one.message}"]
    text = lines[one.line - 1].strip()[:MAX_LINE] if 0 < one.line <= len(lines) else ""
    if text:
        out.append(f"  code: {text}")
    rule = RULES.get(one.rule)
    if rule is not None and rule.why and one.severity == "error":
        out.append(f"  why: {rule.why}")
    mended = _mended(one, lines)
    if mended:
        out.append(f"  write: {mended}")
    elif one.hint:
        out.append(f"  how: {one.hint}")
    return out


def _mended(one: Diagnostic, lines: list[str]) -> str:
    """The line as a certain fix leaves it, if the fix stays in one line."""
    fix: Fix | None = one.fixes[0] if one.fixes else None
    if fix is None or any(
        e.line != e.end_line or e.line != fix.edits[0].line or "\n" in e.new_text for e in fix.edits
    ):
        return ""
    number = fix.edits[0].line
    if not 0 < number <= len(lines):
        return ""
    text = lines[number - 1]
    for edit in sorted(fix.edits, key=lambda e: -e.column):
        text = text[: edit.column] + edit.new_text + text[edit.end_column :]
    place = "" if number == one.line else f"(line {number}) "
    return place + text.strip()[:MAX_LINE]
