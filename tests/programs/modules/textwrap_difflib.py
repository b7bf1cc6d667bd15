"""Wrapping paragraphs, and diffs of texts in every form."""
import difflib
import textwrap

text = """The quick brown fox, which was very-well known, jumped over
the lazy dog.  It said: "supercalifragilisticexpialidocious!"   And	then left."""
for width in (10, 25, 60):
    print(textwrap.wrap(text, width))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("a b c d e f g", 5, max_lines=2, placeholder="~"), textwrap.wrap("well-known-thing", 6), textwrap.wrap("well-known-thing", 6, break_on_hyphens=False), textwrap.wrap("longwordhere x", 4, break_long_words=False), textwrap.wrap("", 5), textwrap.wrap("  lead", 10, drop_whitespace=False))
print(textwrap.shorten("Hello  wonderful   world", 18), textwrap.shorten("Hello world", 8, placeholder="."), textwrap.shorten("x" * 20, 10))
print(repr(textwrap.dedent("\n    a\n      b\n\n    c\n")), repr(textwrap.dedent("\ta\n\t  b")), repr(textwrap.dedent("  a\n\tb")))
print(repr(textwrap.indent("a\n\n  b\n", "> ")), repr(textwrap.indent("a\n\nb", "- ", lambda line: True)))
wrapper = textwrap.TextWrapper(width=12, fix_sentence_endings=True, expand_tabs=True, tabsize=4)
print(wrapper.wrap("One. Two\tthree. Four"), wrapper.fill("a b"))
old = ["one", "two", "three", "four", "five"]
new = ["one", "2", "three", "four and a half", "five", "six"]
print("\n".join(difflib.unified_diff(old, new, "old.txt", "new.txt", "then", "now", lineterm="", n=1)))
print("\n".join(difflib.context_diff(old, new, "a", "b", lineterm="", n=1)))
print("\n".join(difflib.ndiff(["hello world\n", "same\n"], ["hello word\n", "same\n"])))
matcher = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
print(matcher.get_opcodes(), matcher.get_matching_blocks(), round(matcher.ratio(), 3), round(matcher.quick_ratio(), 3), matcher.real_quick_ratio(), matcher.find_longest_match(0, 6, 0, 6))
print(difflib.SequenceMatcher(lambda c: c == " ", "private Thread", "private volatile Thread").ratio(), difflib.get_close_matches("aple", ["ape", "apple", "maple", "x"], n=2, cutoff=0.5))
print(list(difflib.restore(list(difflib.ndiff(old, new)), 2)), difflib.IS_LINE_JUNK("  # "), difflib.IS_CHARACTER_JUNK("\t"))
print([group for group in difflib.SequenceMatcher(None, old, new).get_grouped_opcodes(0)])
