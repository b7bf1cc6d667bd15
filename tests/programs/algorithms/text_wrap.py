TEXT = """It was the best of times, it was the worst of times, it was the age of
wisdom, it was the age of foolishness, it was the epoch of belief."""


def wrap(text, width):
    lines, current = [], ""
    for word in text.split():
        if current and len(current) + 1 + len(word) > width:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    return lines + [current] if current else lines


def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line
    gaps = len(words) - 1
    spaces, extra = divmod(width - sum(map(len, words)), gaps)
    return "".join(w + " " * (spaces + (i < extra)) for i, w in enumerate(words[:-1])) + words[-1]


for line in wrap(TEXT, 30):
    print(f"|{justify(line, 30)}|")
counts = {}
for word in TEXT.lower().replace(",", "").replace(".", "").split():
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f"{word:>8} {'*' * n} {n}")
print(max(TEXT.split(), key=len), sum(map(len, TEXT.split())), len(TEXT.splitlines()))
print({n: sorted({w for w in counts if len(w) == n}) for n in range(2, 6)})


def acronym(text):
    return "".join(w[0].upper() for w in text.split())


def pig_latin(word):
    for i, c in enumerate(word):
        if c in "aeiou":
            return word[i:] + word[:i] + "ay"
    return word + "ay"


print(acronym("portable network graphics"), " ".join(map(pig_latin, "hello apple string".split())))
