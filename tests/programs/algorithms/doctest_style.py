def running(function, cases):
    for arguments, expected in cases:
        got = function(*arguments)
        print(function.__name__, arguments, got, "ok" if got == expected else f"expected {expected}")


def separate_parens(s): return [w for w in s.split() if w]
def truncate(x): return x % 1.0
def filter_prefix(strings, prefix): return [x for x in strings if x.startswith(prefix)]
def sum_product(numbers):
    total, result = 0, 1
    for n in numbers:
        total += n
        result *= n
    return total, result
def string_xor(a, b): return "".join("0" if i == j else "1" for i, j in zip(a, b))
def all_prefixes(s): return [s[: i + 1] for i in range(len(s))]
def make_palindrome(s):
    for i in range(len(s) + 1):
        if s[i:] == s[i:][::-1]:
            return s + s[:i][::-1]
def how_many_times(s, sub): return sum(s[i : i + len(sub)] == sub for i in range(len(s) - len(sub) + 1))
def sort_numbers(s):
    names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return " ".join(sorted(s.split(), key=names.index))
def derivative(xs): return [i * x for i, x in enumerate(xs)][1:]
def fizz_buzz(n): return sum(str(i).count("7") for i in range(n) if i % 11 == 0 or i % 13 == 0)
def sort_even(l): return [x for p in zip(sorted(l[::2]), l[1::2] + [None]) for x in p][: len(l)]
def triangle_area(a, b, c):
    s = (a + b + c) / 2
    return round((s * (s - a) * (s - b) * (s - c)) ** 0.5, 2) if a + b > c and a + c > b and b + c > a else -1
def decode_shift(s): return "".join(chr((ord(ch) - 5 - ord("a")) % 26 + ord("a")) for ch in s)
def change_base(x, base): return (change_base(x // base, base) if x >= base else "") + str(x % base)
def is_happy(s): return len(s) > 2 and all(len(set(s[i : i + 3])) == 3 for i in range(len(s) - 2))
def tri(n): return n + 1 if n < 2 else 1 + n // 2 if n % 2 == 0 else tri(n - 1) + tri(n - 2) + 1 + (n + 1) // 2 if n < 3 else tri(n - 2) + n
def digits(n):
    odd = [int(d) for d in str(n) if int(d) % 2]
    product = 1
    for d in odd:
        product *= d
    return product if odd else 0
def compare(game, guess): return [abs(a - b) for a, b in zip(game, guess)]
def special(nums): return len([n for n in nums if n > 10 and str(n)[0] in "13579" and str(n)[-1] in "13579"])


running(truncate, [((3.5,), 0.5), ((1.25,), 0.25)])
running(filter_prefix, [((["abc", "bcd", "array"], "a"), ["abc", "array"])])
running(sum_product, [(([],), (0, 1)), (([1, 2, 3, 4],), (10, 24))])
running(string_xor, [(("010", "110"), "100")])
running(all_prefixes, [(("abc",), ["a", "ab", "abc"])])
running(make_palindrome, [(("cata",), "catac"), (("",), "")])
running(how_many_times, [(("aaaa", "aa"), 3), (("", "x"), 0)])
running(sort_numbers, [(("three one five",), "one three five")])
running(derivative, [(([3, 1, 2, 4, 5],), [1, 4, 12, 20])])
running(fizz_buzz, [((79,), 3), ((10000,), 639)])
running(sort_even, [(([5, 6, 3, 4],), [3, 6, 5, 4]), (([5, 3, -5],), [-5, 3, 5])])
running(triangle_area, [((3, 4, 5), 6.0), ((1, 2, 10), -1)])
running(decode_shift, [(("mjqqt",), "hello")])
running(change_base, [((8, 3), "22"), ((0, 2), "0")])
running(is_happy, [(("abcab",), True), (("aa",), False)])
running(tri, [((n,), None) for n in range(6)])
running(digits, [((4,), 0), ((235,), 15)])
running(compare, [(([1, 2, 3], [1, 2, 5]), [0, 0, 2])])
running(special, [(([15, -73, 14, -15],), 1)])
