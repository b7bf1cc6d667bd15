"""A trie with completion and wildcard search."""
from __future__ import annotations

from collections.abc import Iterator


class Trie:
    def __init__(self) -> None:
        self.children: dict[str, Trie] = {}
        self.end = False
        self.uses = 0

    def insert(self, word: str) -> None:
        node = self
        for c in word:
            node = node.children.setdefault(c, Trie())
            node.uses += 1
        node.end = True

    def _walk(self, prefix: str) -> Trie | None:
        node = self
        for c in prefix:
            if (found := node.children.get(c)) is None:
                return None
            node = found
        return node

    def __contains__(self, word: object) -> bool:
        node = self._walk(word) if isinstance(word, str) else None
        return node is not None and node.end

    def __iter__(self) -> Iterator[str]:
        if self.end:
            yield ""
        for c, child in sorted(self.children.items()):
            for rest in child:
                yield c + rest

    def complete(self, prefix: str) -> list[str]:
        node = self._walk(prefix)
        return [] if node is None else [prefix + rest for rest in node]

    def match(self, pattern: str) -> Iterator[str]:
        if not pattern:
            if self.end:
                yield ""
            return
        head, tail = pattern[0], pattern[1:]
        for c in sorted(self.children) if head == "." else [head] * (head in self.children):
            yield from (c + rest for rest in self.children[c].match(tail))


t = Trie()
for word in "car card care cart cat dog do dot".split():
    t.insert(word)
print(list(t), "car" in t, "ca" in t, 5 in t)
print(t.complete("car"), t.complete("x"), list(t.match("c.t")), list(t.match("d..")), list(t.match("...")))
print({c: n.uses for c, n in t.children.items()}, len(list(t)))
