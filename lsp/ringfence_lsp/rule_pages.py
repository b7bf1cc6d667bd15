"""Where the page of a rule is: on a site the settings name, else a file made of the checker's table."""

from __future__ import annotations

import logging
import os
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


def link(rule: str, site: str) -> str:
    """URI of a rule's page; '' where there is none."""
    if site:
        return site.rstrip("/") + "/" + rule
    return _page(rule)


@cache
def _table() -> dict[str, Any]:
    try:
        rules: dict[str, Any] = import_module("ringfence_checker.rules").RULES
    except (ImportError, AttributeError):
        return {}
    return rules


def document(rule: str) -> str:
    """What the checker's table says about a rule, as Markdown; '' where it says nothing."""
    entry = _table().get(rule)
    if entry is None:
        return ""
    fields = [getattr(entry, name, "") for name in ("summary", "why", "doc", "example", "fix")]
    body = "\n\n".join(str(one) for one in fields if one)
    return f"# {rule}\n\n{body}\n" if body else ""


@cache
def _page(rule: str) -> str:
    text = document(rule)
    if not text:
        return ""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    for folder in (Path(home) / "ringfence" / "rules", Path(tempfile.gettempdir()) / "ringfence-rules"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{rule}.md"
            path.write_text(text, encoding="utf-8")
            return path.as_uri()
        except OSError as error:
            log.info("no page of `%s`: %s", rule, error)
    return ""
