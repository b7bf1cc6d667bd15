"""Stubs of real Python objects."""

from __future__ import annotations

from typing import Any


def stubs_from(objects: Any) -> str:
    """Give the `.pyi` text of functions, classes or a module."""
    raise TypeError(f"no stub can be made of `{type(objects).__name__}`")
