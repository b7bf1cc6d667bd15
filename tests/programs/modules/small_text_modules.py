import html
import keyword
import reprlib
import unicodedata

print(html.escape("<a href='x'>\"&amp;\"</a>"), html.escape("'\"", quote=False))
print(html.unescape("&lt;p&gt; &amp;amp; &#65;&#x42; &eacute; &notit; &nosuch; &copy &#0; &#x80; no"), html.unescape("plain"))
print(keyword.kwlist, keyword.softkwlist[:3], keyword.iskeyword("for"), keyword.iskeyword("x"), keyword.issoftkeyword("match"))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr({3, 1, 2, 9, 8, 7, 6, 5}))
print(reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr((1,)), reprlib.repr(10**100), reprlib.repr(frozenset()), reprlib.repr(set()), reprlib.repr({}), reprlib.repr(()))
r = reprlib.Repr()
r.maxlist = 2
r.maxstring = 10
r.maxother = 12
print(r.repr([1, 2, 3]), r.repr("abcdefghijklmnop"), r.repr(range(100000, 2000000)), r.repr([["a" * 20, 1, 2]]))

class Node:
    def __init__(self):
        self.items = [self]
    @reprlib.recursive_repr("<...>")
    def __repr__(self):
        return f"Node({self.items})"
print(Node(), Node.__repr__.__name__)

class Mine(reprlib.Repr):
    def repr_Node(self, x, level):
        return "a node"
print(Mine().repr([Node(), 1]))

for c in "aé1½ \n日Ⅷ٣🙂":
    print(ascii(c), unicodedata.category(c), unicodedata.name(c, "none"), unicodedata.bidirectional(c), unicodedata.combining(c), unicodedata.east_asian_width(c), unicodedata.mirrored(c), unicodedata.numeric(c, None), unicodedata.digit(c, -1), unicodedata.decimal(c, -1), unicodedata.decomposition(c))
print(unicodedata.lookup("SNOWMAN"), unicodedata.normalize("NFD", "é") == "e\u0301", unicodedata.normalize("NFKC", "ﬁ①"), unicodedata.is_normalized("NFC", "e\u0301"))
print("".join(c for c in unicodedata.normalize("NFD", "Crème Brûlée") if not unicodedata.combining(c)))
for bad in [lambda: unicodedata.name("\n"), lambda: unicodedata.lookup("NO SUCH"), lambda: unicodedata.numeric("a"), lambda: unicodedata.normalize("X", "a"), lambda: unicodedata.category("ab")]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
