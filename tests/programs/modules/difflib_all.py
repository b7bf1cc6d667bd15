import difflib

s = difflib.SequenceMatcher(None, " abcd", "abcd abcd")
print(s.find_longest_match(0, 5, 0, 9), difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match())
s = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
print(s.get_matching_blocks(), s.get_opcodes(), s.ratio(), s.quick_ratio(), s.real_quick_ratio())
print([(w, difflib.get_close_matches(w, ["ape", "apple", "peach", "puppy", "appel"])) for w in ("appel", "apple", "xyz", "pe")])
print(difflib.get_close_matches("hello", ["help", "hell", "yellow", "jello", "hi"], n=2, cutoff=0.5))
a = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n".splitlines(True)
b = "one\ntoo\nthree\nfour\nfive\nsix\nseven\nninety\nten\neleven\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "a.txt", "b.txt", "2020", "2021")))
print("".join(difflib.context_diff(a, b, "a.txt", "b.txt", n=1)))
delta = list(difflib.ndiff(a, b))
print("".join(delta))
print("".join(difflib.restore(delta, 1)) == "".join(a), "".join(difflib.restore(delta, 2)) == "".join(b))
print("".join(difflib.ndiff(["\tI am a buggy\n", "abc\n", "same\n"], ["\t\tI am a bug\n", "abd\n", "same\n", "new\n"])))
print(list(difflib.unified_diff(["a"], ["b"], lineterm="")), list(difflib.unified_diff(["a"], ["a"])), list(difflib.unified_diff([], ["x"], lineterm="")))
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff"], [b"b"], b"x", b"y", lineterm=b"")))
print(difflib.IS_LINE_JUNK("  # \n"), difflib.IS_LINE_JUNK("x"), difflib.IS_CHARACTER_JUNK(" "))
long_a, long_b = "ab" * 150 + "xyz", "ba" * 150 + "xyzw"
for junk in (True, False):
    m = difflib.SequenceMatcher(None, long_a, long_b, autojunk=junk)
    print(m.ratio(), m.get_matching_blocks()[:3], sorted(m.bpopular))
m = difflib.SequenceMatcher(None, [1, 2, 3, (4, 5)], [2, 3, (4, 5), 6])
print(m.get_opcodes(), [list(g) for g in m.get_grouped_opcodes(1)])
for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;").get_opcodes():
    print(tag, i1, i2, j1, j2)
for bad in [lambda: difflib.get_close_matches("a", [], n=0), lambda: difflib.get_close_matches("a", [], cutoff=2), lambda: list(difflib.restore([], 3)), lambda: list(difflib.unified_diff([1], ["a"])), lambda: list(difflib.unified_diff(["a"], ["b"], b"x"))]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print("\n".join(difflib.Differ().compare("the cat\nsat".split("\n"), "the bat\nsat\non".split("\n"))))
