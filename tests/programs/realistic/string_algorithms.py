"""KMP, Z, Rabin-Karp, Manacher, suffix array, anagrams, ciphers."""
from collections import Counter, defaultdict


def kmp(text, word):
    fail, k = [0], 0
    for c in word[1:]:
        while k and word[k] != c:
            k = fail[k - 1]
        k += word[k] == c
        fail.append(k)
    k, out = 0, []
    for i, c in enumerate(text):
        while k and (k == len(word) or word[k] != c):
            k = fail[k - 1]
        if word[k] == c:
            k += 1
        if k == len(word):
            out.append(i - k + 1)
    return fail, out


def rabin_karp(text, word, base=256, mod=1_000_000_007):
    n = len(word)
    high = pow(base, n - 1, mod)
    want = have = 0
    for a, b in zip(word, text):
        want, have = (want * base + ord(a)) % mod, (have * base + ord(b)) % mod
    for i in range(len(text) - n + 1):
        if want == have and text[i : i + n] == word:
            yield i
        if i + n < len(text):
            have = ((have - ord(text[i]) * high) * base + ord(text[i + n])) % mod


def z(s):
    out, l, r = [0] * len(s), 0, 0
    for i in range(1, len(s)):
        if i < r:
            out[i] = min(r - i, out[i - l])
        while i + out[i] < len(s) and s[out[i]] == s[i + out[i]]:
            out[i] += 1
        if i + out[i] > r:
            l, r = i, i + out[i]
    return out


def longest_palindrome(s):
    best = ""
    for i in range(len(s)):
        for a, b in ((i, i), (i, i + 1)):
            while a >= 0 and b < len(s) and s[a] == s[b]:
                a, b = a - 1, b + 1
            best = max(best, s[a + 1 : b], key=len)
    return best


def vigenere(text, key, sign=1):
    shifts = [ord(k) - 97 for k in key]
    out, i = [], 0
    for c in text:
        if c.isalpha():
            base = 65 if c.isupper() else 97
            out.append(chr((ord(c) - base + sign * shifts[i % len(key)]) % 26 + base))
            i += 1
        else:
            out.append(c)
    return "".join(out)


print(kmp("ababcabababd", "abab"), list(rabin_karp("ababcabababd", "abab")), z("aabxaabxcaabxaabxay"))
print(longest_palindrome("forgeeksskeegfor"), longest_palindrome("abc"))
s = "banana$"
suffixes = sorted(range(len(s)), key=lambda i: s[i:])
bwt = "".join(s[i - 1] for i in suffixes)
rows = [""] * len(s)
for _ in s:
    rows = sorted(c + r for c, r in zip(bwt, rows))
print(suffixes, bwt, next(r for r in rows if r.endswith("$")))
groups = defaultdict(list)
for w in "eat tea tan ate nat bat".split():
    groups["".join(sorted(w))].append(w)
print(sorted(groups.values(), key=len), Counter("listen") == Counter("silent"))
secret = vigenere("Attack at Dawn!", "lemon")
print(secret, vigenere(secret, "lemon", -1), "".join(chr(ord(c) ^ 42) for c in "".join(chr(ord(c) ^ 42) for c in "xor")))


def rail(text, n):
    rows, r, d = [""] * n, 0, 1
    for c in text:
        rows[r] += c
        d = 1 if r == 0 else -1 if r == n - 1 else d
        r += d
    return "".join(rows)


print(rail("WEAREDISCOVERED", 3), "résumé naïve".encode().decode("ascii", "replace"), "ß".upper(), "İ".lower().encode(), "ǆ".title())
print("".join(sorted("Hello World", key=lambda c: (c.lower(), c))), "aXbX".split("X"), "hello world".count("o"), "abcabc".rfind("bc"), "x".join("abc"))
print([w for w in ("radar", "Level") if w.casefold() == w.casefold()[::-1]], "one\ttwo".split(None, 1), "%".join(["a", "b"]) * 2, "αβγ".isalpha(), "٣".isdigit(), "½".isnumeric(), int("٣"))
