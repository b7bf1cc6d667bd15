s = "the rain in spain stays mainly in the plain"
start, found = 0, []
while (at := s.find("ain", start)) != -1:
    found.append(at)
    start = at + 1
print(found, s.rindex("in"), s.find("ain", 10, 14), s.count("in", 5, 20))
print(s[4:8], s[-5:], s[::5], s[10:0:-2], s[:3] + s[3:] == s, s[100:], s[3:1])
print([w for w in s.split() if w.endswith("ain")], s.split("ain"), s.rsplit(None, 2), "  a  b ".split(), " a b ".split(" "))
print(s.title(), s.capitalize(), s.upper().lower() == s, s.partition(" in "))
print(sorted(set(s.replace(" ", ""))), max(s), min(s.split()), s.index("spain"))
vowels = {v: [i for i, c in enumerate(s) if c == v] for v in "aeiou"}
print({v: len(p) for v, p in vowels.items()})
print("".join(c if c not in "aeiou" else "*" for c in s[:20]), s.translate(str.maketrans("", "", "aeiou"))[:12])
print("a-b_c d".replace("-", " ").replace("_", " ").split(), "x=1;y=2".split(";"), dict(p.split("=") for p in "x=1;y=2".split(";")))
print("%s" % s[:3], s[:3] * 2, s[:3] in s, s[:3] not in s, s > "the", "abc" == "ab" + "c")
print(" ".join(f"{w[0].upper()}{w[1:]}" for w in s.split()[:3]), "a\\b", len("a\\b"), "tab\there".expandtabs(8))
print("ABC".isupper(), "abc1".islower(), "12.5".replace(".", "", 1).isdigit(), "²".isdigit(), "²".isdecimal(), "Ⅷ".isnumeric())
lines = "one\ntwo\r\nthree\n\nfive".splitlines()
print(lines, [len(l) for l in lines], "\n".join(lines).count("\n"))
print("é" == "e\u0301", len("e\u0301"), "ÀÉ".lower(), "ǆ".title(), "ŉ".upper(), "Σ".lower(), "ΑΣ".lower(), "ﬁ".upper())
print("日本語テキスト"[2:5], "日本語".find("語"), "日本" + "x", "日本語".encode().hex(), "😀a😀".count("😀"), "a😀b".split("😀"), "ñ" < "z")
