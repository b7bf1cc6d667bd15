print(0x1F, 0o17, 0b101, 1_000_000, 0xFFFF_FFFF, 1e3, 1E-2, .5, 5., 1_0.0_1, 3j, 1e400, -1e400, 0e0, 00, 0_0)
print("a" "b" 'c', r"\n", b"\x41" b"B", "\x41\u0042\U00000043\103\N{LATIN SMALL LETTER A}", '\'', "\
cont", """tri
ple""", f"{1}" "x" f"{2}", rb"\x", u"u")
print(True + True, True * 5, -True, ~True, not True, True & False, True ^ True, True / 2, True == 1.0, {True: 1}[1])
print(... is Ellipsis, __debug__, None, NotImplemented, type(...), bool(...), 1 .real, 1..real, 5 .bit_length())
print(1 if True else 2, *[1, 2], *"ab", sep="|")
print((1,), (), (1, 2)[0], [*range(3), *"x"], {*[1, 1]}, {**{"a": 1}, "b": 2, **{"a": 3}}, (*(),), [[]] * 2)
print(-2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -3 // 2, -3 % 2, 3 % -2, 7 // -2, ~5 & 3 | 4 ^ 1, 1 << 3 >> 1, not 1 == 2, 5 - 3 - 1, 2 * 3 % 4)
