"""Reference solutions: many small functions with asserts."""


def has_zero_sum(l):
    return any(sum((a, b, c)) == 0 for i, a in enumerate(l) for j, b in enumerate(l[i + 1:], i + 1) for c in l[j + 1:])


def decode_shift(s):
    return "".join(chr((ord(ch) - 5 - ord("a")) % 26 + ord("a")) for ch in s)


def correct_bracketing(s):
    depth = 0
    for b in s:
        depth += 1 if b == "(" else -1
        if depth < 0:
            return False
    return depth == 0


def make_a_pile(n):
    return [n + 2 * i for i in range(n)]


def sort_third(l):
    l = list(l)
    l[::3] = sorted(l[::3])
    return l


def common(a, b):
    return sorted(set(a) & set(b))


def largest_prime_factor(n):
    best, i = 1, 2
    while i * i <= n:
        while n % i == 0:
            best, n = i, n // i
        i += 1
    return max(best, n) if n > 1 else best


def derivative(xs):
    return [(i * x) for i, x in enumerate(xs)][1:]


def fib4(n):
    r = [0, 0, 2, 0]
    if n < 4:
        return r[n]
    for _ in range(4, n + 1):
        r.append(sum(r[-4:]))
        r.pop(0)
    return r[-1]


def is_happy(s):
    return len(s) >= 3 and all(len(set(s[i:i + 3])) == 3 for i in range(len(s) - 2))


def digits_sum(x):
    neg, ds = (-1 if x < 0 else 1), list(map(int, str(abs(x))))
    ds[0] *= neg
    return sum(ds)


def split_words(txt):
    return txt.split() if " " in txt else txt.split(",") if "," in txt else len([c for c in txt if c.islower() and ord(c) % 2 == 0])


def simplify(x, n):
    (a, b), (c, d) = x.split("/"), n.split("/")
    return int(a) * int(c) % (int(b) * int(d)) == 0


def check(candidate, cases):
    for args, expected in cases:
        got = candidate(*args)
        assert got == expected, f"{candidate.__name__}{args}: {got!r} != {expected!r}"
    print(f"{candidate.__name__}: {len(cases)} ok")


check(has_zero_sum, [(([1, 3, 5, 0],), False), (([1, 3, -2, 1],), True), (([1],), False)])
check(decode_shift, [(("fgh",), "abc"), (("bcd",), "wxy")])
check(correct_bracketing, [(("(()())",), True), ((")(()",), False), (("",), True)])
check(make_a_pile, [((3,), [3, 5, 7]), ((4,), [4, 6, 8, 10])])
check(sort_third, [(([5, 6, 3, 4, 8, 9, 2],), [2, 6, 3, 4, 8, 9, 5])])
check(common, [(([1, 4, 3, 34, 653, 2, 5], [5, 7, 1, 5, 9, 653, 121]), [1, 5, 653])])
check(largest_prime_factor, [((13195,), 29), ((2048,), 2), ((27,), 3), ((63,), 7)])
check(derivative, [(([3, 1, 2, 4, 5],), [1, 4, 12, 20]), (([1],), [])])
check(fib4, [((5,), 4), ((8,), 28), ((12,), 386)])
check(is_happy, [(("aabb",), False), (("adb",), True), (("a",), False)])
check(digits_sum, [((-123,), 4), ((0,), 0), ((-1,), -1)])
check(split_words, [(("Hello world!",), ["Hello", "world!"]), (("a,b",), ["a", "b"]), (("abcdef",), 3)])
check(simplify, [(("1/5", "5/1"), True), (("1/6", "2/1"), False)])
try:
    check(sum, [(([1, 2],), 4)])
except AssertionError as e:
    print("AssertionError:", e)
