import textwrap

text = """The quick brown fox jumped over the lazy dog--or so it seemed. This is a well-known, "hyphen-ated" sentence!  It has	tabs, and supercalifragilisticexpialidocious words."""
for width in (10, 20, 33, 70):
    print(width, textwrap.wrap(text, width))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap(text, 15, break_long_words=False), textwrap.wrap(text, 15, break_on_hyphens=False))
print(textwrap.wrap("  lead and trail  ", 10, drop_whitespace=False))
print(textwrap.wrap("a\n\nb\tc", 20, replace_whitespace=False, expand_tabs=False))
print(textwrap.wrap("One. Two! three? \"Four.\" five", 60, fix_sentence_endings=True))
print(textwrap.shorten("Hello  world of   text", 12), textwrap.shorten("Hello world", 11), textwrap.shorten("Hello world", 10, placeholder="..."))
print(textwrap.wrap(text, 30, max_lines=2), textwrap.wrap(text, 30, max_lines=1, placeholder="~"))
print(textwrap.wrap("", 10), textwrap.wrap("   ", 10), textwrap.fill(""))
print(repr(textwrap.dedent("""
    first
      second

    third
""")), repr(textwrap.dedent("\ta\n\t b")), repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("   \n  x\n")))
print(repr(textwrap.indent("a\n\nb\n  \nc", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda line: True)))
w = textwrap.TextWrapper(width=25, tabsize=4)
w.initial_indent = "- "
print(w.wrap("co-operate re-use x-y -flag --long-option a-b-c foo--bar"), w.width, w.fix_sentence_endings)
for words in ["a-b-c-d-e-f-g-h", "--foo --bar-baz", "e-mail isn't un-do-able", "http://x.y/z-w?q=1", "x" * 30, "12-34-56 7-8"]:
    print([textwrap.wrap(words, n) for n in (1, 3, 5, 8)])
for bad in [lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("hello world", 2), lambda: textwrap.wrap("a", "x")]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
