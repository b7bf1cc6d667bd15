"""What a connection keeps of the messages it has handled: nothing."""

from collections.abc import Iterator
from typing import Any

from ringfence_lsp.server import Server


def test_a_notification_leaves_nothing_behind() -> None:
    protocol: Any = Server().protocol
    seen: list[Any] = []

    def handler(params: Any) -> Iterator[Any]:
        yield seen.append, (params,), {}

    protocol.fm.builtin_features["test/notification"] = handler
    for number in range(3):
        protocol._handle_notification("test/notification", number)
    assert seen == [0, 1, 2]
    assert not protocol._request_futures
