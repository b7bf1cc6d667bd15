import string
from string import Formatter, Template

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), repr(string.printable))
print(string.capwords("hello  big WORLD"), string.capwords("a-b-c", "-"), string.capwords(""))
t = Template("$who likes ${what}, $$5 and $who2 $ünï")
print(t.template, t.safe_substitute(who="tim"), Template("$a${b}c").substitute({"a": 1}, b=2), Template("$a").substitute({"a": 1}, a=2))
for bad in ["$", "a $5", "x\n${", "${}", "${a b}"]:
    t = Template(bad)
    try:
        print(t.substitute(a=1))
    except ValueError as e:
        print(repr(bad), e, t.safe_substitute(a=1), t.is_valid())
try:
    Template("$x").substitute()
except KeyError as e:
    print(repr(e))
print(Template("$a ${b} $$ $a $").get_identifiers(), Template("$a $b").is_valid())

class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"
print(Percent("%%x %with_underscore %notunderscored").safe_substitute({"with_underscore": "replaced", "notunderscored": "not"}))

class Braces(Template):
    braceidpattern = r"[a-z.]+"
print(Braces("$a ${a.b}").substitute({"a": 1, "a.b": 2}))

class Own(Template):
    pattern = r"""
    (?P<escaped>\[\[) | \[(?P<named>[a-z]+)\] | (?P<braced>!!!never!!!) | (?P<invalid>\[)
    """
print(Own("x [a] [[ y").substitute(a=1), Template.pattern.pattern.count("named"), Template.flags)

f = Formatter()
print(f.format("{0} {1} {0!r:>5} {name:{width}}|", "a", "b", name="n", width=4), f.format("{} {}", 1, 2), f.vformat("{x[0]} {y.real}", (), {"x": [7], "y": 3}))
print(list(f.parse("a{b!r:c{d}}e{{}}{}")), f.format("{{}}"), f.get_field("0.real", (5,), {}), f.convert_field(1, "r"), f.format_field(3.14159, ".2f"))

class Default(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)
    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)
    def format_field(self, value, spec):
        return value[::-1] if spec == "rev" else super().format_field(value, spec)
    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)))
print(Default().format("{a} {b!u} {c:rev} {0}", 1, b="x", c="abc"))
for bad in ["{", "}", "{0", "{!x}", "{a!}", "{a!rr}", "{0}{}", "{}{0}", "{0.}", "{0[}", "{5}", "{z}", "{0!q}", "{:{:{:{}}}}"]:
    try:
        print(bad, f.format(bad, 1, 2, 3, 4))
    except Exception as e:
        print(bad, type(e).__name__, e)
try:
    f.format()
except TypeError as e:
    print(e)
