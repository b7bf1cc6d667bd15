class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node["$"] = True

    def find(self, prefix):
        node = self.root
        for c in prefix:
            if c not in node:
                return None
            node = node[c]
        return node

    def __contains__(self, word):
        node = self.find(word)
        return node is not None and "$" in node

    def complete(self, prefix):
        def walk(node, text):
            for c, child in sorted(node.items(), key=lambda kv: kv[0]):
                if c == "$":
                    yield text
                else:
                    yield from walk(child, text + c)
        node = self.find(prefix)
        return list(walk(node, prefix)) if node is not None else []


trie = Trie()
for word in "car card care cat dog do done".split():
    trie.insert(word)
print("car" in trie, "ca" in trie, "done" in trie, "x" in trie)
print(trie.complete("car"), trie.complete("do"), trie.complete("z"), len(trie.complete("")))
print(trie.root["d"])
