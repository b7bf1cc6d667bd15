"""SARIF 2.1.0, with the rules that were found and the fixes."""

from __future__ import annotations

import json
from typing import Any

from ringfence_checker.diagnostics import Diagnostic, Fix
from ringfence_checker.rules import RULES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(files: dict[str, list[Diagnostic]], texts: dict[str, str], color: bool) -> str:
    """One run with all findings."""
    used = sorted({one.rule for found in files.values() for one in found})
    run = {
        "tool": {"driver": {"name": "ringfence", "rules": [_rule(code) for code in used]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(name, one) for name, found in files.items() for one in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str) -> dict[str, Any]:
    rule = RULES.get(code)
    if rule is None:
        return {"id": code}
    return {"id": code, "shortDescription": {"text": rule.title},
            "fullDescription": {"text": rule.why or rule.title}}


def _result(name: str, one: Diagnostic) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.rule,
        "level": one.severity,
        "message": {"text": one.message + (f" {one.hint}" if one.hint else "")},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": name},
            "region": _region(one.line, one.column, one.end_line, one.end_column),
        }}],
    }  # fmt: skip
    if one.fixes:
        result["fixes"] = [_fix(name, fix) for fix in one.fixes]
    return result


def _fix(name: str, fix: Fix) -> dict[str, Any]:
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{
            "artifactLocation": {"uri": name},
            "replacements": [
                {"deletedRegion": _region(e.line, e.column, e.end_line, e.end_column),
                 "insertedContent": {"text": e.new_text}}
                for e in fix.edits
            ],
        }],
    }  # fmt: skip


def _region(line: int, column: int, end_line: int, end_column: int) -> dict[str, int]:
    return {"startLine": line, "startColumn": column + 1, "endLine": end_line,
            "endColumn": end_column + 1}
