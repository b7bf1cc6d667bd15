"""One file a request of the protocol; each only converts between client and server.

``load`` imports every file here; a handler is announced by the decorators ``feature`` and
``command``.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Feature(NamedTuple):
    """A request or notification, who answers it, and the options told to the client."""

    method: str
    handler: Callable[..., Any]
    options: Any


FEATURES: dict[str, Feature] = {}
COMMANDS: dict[str, Callable[..., Any]] = {}


def feature(method: str, options: Any = None) -> Callable[[Any], Any]:
    """Announce ``async def handler(server, params)`` for a method of the protocol."""

    def announce(handler: Any) -> Any:
        FEATURES[method] = Feature(method, handler, options)
        return handler

    return announce


def command(name: str) -> Callable[[Any], Any]:
    """Announce ``async def handler(server, *arguments)`` for `workspace/executeCommand`."""

    def announce(handler: Any) -> Any:
        COMMANDS[name] = handler
        return handler

    return announce


def load() -> None:
    """Import every file of this folder."""
    for module in pkgutil.iter_modules(__path__, __name__ + "."):
        importlib.import_module(module.name)
