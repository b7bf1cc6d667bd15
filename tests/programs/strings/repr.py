for text in ["plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "new\nline", "back\\slash", "\x00\x1f\x7f", "é€😀", "\u200b", "\xa0"]:
    print(repr(text), len(text))
print(ascii("é€😀"), str(b"bytes"), repr(b"it's"))
print("\N{GREEK SMALL LETTER ALPHA}", "\u03b1", "\U0001F600", "\x41", "\101")
print(r"raw\n", R"\d+", "line one \
continued")
print("""triple
"quoted"
""", end="|\n")
print(["nested 'quote'", ("a",), {"k": "v"}], str(["x"]))
print("a" "b" 'c', "ab" == 'ab')
print("😀x"[0], len("😀"), "😀"[::-1], "naïve".upper(), "straße".upper(), "İ".lower() == "i̇")
