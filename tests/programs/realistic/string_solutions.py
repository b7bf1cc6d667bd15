"""Short string tasks with checks."""


def is_palindrome(text):
    kept = [c.lower() for c in text if c.isalnum()]
    return kept == kept[::-1]


def compress(text):
    if not text:
        return ""
    parts, previous, count = [], text[0], 0
    for c in text:
        if c == previous:
            count += 1
        else:
            parts.append(previous + (str(count) if count > 1 else ""))
            previous, count = c, 1
    parts.append(previous + (str(count) if count > 1 else ""))
    return "".join(parts)


def caesar(text, shift):
    out = []
    for c in text:
        if c.isupper():
            out.append(chr((ord(c) - 65 + shift) % 26 + 65))
        elif c.islower():
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)


def longest_common_prefix(words):
    if not words:
        return ""
    for i, column in enumerate(zip(*words)):
        if len(set(column)) > 1:
            return words[0][:i]
    return min(words, key=len)


def all_prefixes(text):
    return [text[: i + 1] for i in range(len(text))]


def count_vowels(text):
    return sum(text.lower().count(v) for v in "aeiou") + text.lower().endswith("y")


def longest_unique(text):
    seen, start, best = {}, 0, ""
    for i, c in enumerate(text):
        if seen.get(c, -1) >= start:
            start = seen[c] + 1
        seen[c] = i
        if i + 1 - start > len(best):
            best = text[start : i + 1]
    return best


assert is_palindrome("A man, a plan, a canal: Panama")
assert not is_palindrome("palindrome")
assert compress("aaabbc") == "a3b2c"
assert caesar(caesar("Hello, World!", 5), -5) == "Hello, World!"
print(compress("wwwwbbbwwwx"), caesar("Zebra", 3), longest_common_prefix(["flower", "flow", "flight"]))
print(all_prefixes("abcd"), count_vowels("Rhythm and bluesy"), longest_unique("pwwkewabc"))
print(" ".join(w.capitalize() for w in "the quick  brown".split()), "the quick".title().swapcase())
print("{:>10}|{:<10}|{:^10}|{:*^9}".format("r", "l", "c", "m"))
print(sorted("banana apple cherry".split(), key=lambda w: (len(w), w)))
print("a,b;c d".replace(";", ",").replace(" ", ",").split(","), "x=1=2".partition("="), "x=1=2".rpartition("="))
print("hello".translate(str.maketrans("elo", "310")), "abc".zfill(6), "-42".zfill(6))
