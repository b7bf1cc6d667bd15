values = [(i * 1103515245 + 12345) % 2147483648 for i in range(20000)]
print(sum(values), min(values), max(values), len(set(values)), sorted(values)[:3], sorted(values, reverse=True)[:2], sorted(values, key=lambda v: v % 1000)[:3])
counts = {}
for v in values:
    counts[v % 10] = counts.get(v % 10, 0) + 1
print(sorted(counts.items()))
a, b = set(values[:12000]), set(values[8000:])
print(len(a & b), len(a | b), len(a - b), len(a ^ b), a >= set(values[:5]))
text = " ".join(str(v) for v in values)
words = text.split()
print(len(text), len(words), words[-1], text.count("99"), text.find("12345"), text.replace("1", "one").count("one"), len(text.encode()))
matrix = [[(i * j) % 17 for j in range(60)] for i in range(60)]
product = [[sum(x * y for x, y in zip(row, col)) for col in zip(*matrix)] for row in matrix]
print(product[59][59], sum(map(sum, product)), max(map(max, product)))
chars = {}
for c in text:
    chars[c] = chars.get(c, 0) + 1
print(sorted(chars.items(), key=lambda kv: -kv[1])[:4])
big = list(range(100000))
del big[::2]
big[10:20] = []
big.reverse()
print(len(big), big[:3], big.index(99), sum(big[::100]), big[-1])
s = "ab" * 50000
print(len(s), s.count("ba"), s.rfind("ab"), s[::-1][:4], len(s.replace("a", "")), s.upper()[:4], len(s.split("b")), s == "ab" * 50000)
d = {i: str(i) for i in range(50000)}
print(len(d), d[49999], sum(len(v) for v in d.values()), list(d)[-1], dict(list(d.items())[:2]))
print(len(str(3**8000)), str(3**5000)[:10], 7**3000 % 10**9, len(str(2**10000)), sum(map(int, str(2**3000))))
prefix = [0]
for v in values:
    prefix.append(prefix[-1] + v)
print(prefix[-1], prefix[10000] - prefix[9990], all(x <= y for x, y in zip(prefix, prefix[1:])))
