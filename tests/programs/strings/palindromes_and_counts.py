def is_palindrome(text):
    cleaned = "".join(c.lower() for c in text if c.isalnum())
    return cleaned == cleaned[::-1]


def count_vowels(text):
    return sum(1 for c in text.lower() if c in "aeiou")


def most_frequent(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    return max(counts.items(), key=lambda kv: (kv[1], kv[0]))


def are_anagrams(a, b):
    return sorted(a.replace(" ", "").lower()) == sorted(b.replace(" ", "").lower())


def run_length(text):
    out = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(f"{text[i]}{j - i}")
        i = j
    return "".join(out)


def caesar(text, shift):
    result = ""
    for c in text:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            result += chr((ord(c) - base + shift) % 26 + base)
        else:
            result += c
    return result


def to_snake(name):
    return "".join("_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name))


def to_camel(name):
    head, *rest = name.split("_")
    return head + "".join(word.title() for word in rest)


print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("hello"))
print(count_vowels("Programming Language"), most_frequent("mississippi"))
print(are_anagrams("Dormitory", "dirty room"), run_length("aaabccdddd"))
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
print(to_snake("camelCaseName"), to_camel("snake_case_name"))
print(" ".join(w[::-1] for w in "reverse each word".split()))
