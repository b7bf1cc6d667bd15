"""string.Template and string.Formatter, subclasses of both."""
import string
from string import Formatter, Template

letter = Template("Dear $name,\nyou owe $$${amount}. ${name}s $ $1 end")
print(letter.safe_substitute(name="Ann", amount=5))
for text, values in (("$a $b", {"a": 1}), ("$", {}), ("$a$", {"a": 1}), ("${a", {"a": 1}), ("$1", {}), ("line\n  $ bad", {})):
    try:
        print(Template(text).substitute(values))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error, "|", Template(text).safe_substitute(values))
print(Template("$x ${y} $x").substitute({"x": 1}, y=2, x=3), Template("$_a $A1 $é").safe_substitute(_a=1, A1=2))


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


class Braces(Template):
    pattern = r"""
    \{\{(?:
    (?P<escaped>\{\{) |
    (?P<named>[_a-z]+)\}\} |
    (?P<braced>[_a-z]+)\}\} |
    (?P<invalid>)
    )"""


print(Percent("%with_underscore %nope %% %{with_underscore}").safe_substitute(with_underscore="ok", nope="no"))
print(Braces("{{greeting}} {{who}} {x}").substitute(greeting="hi", who="you"))
if hasattr(Template, "get_identifiers"):
    print(letter.get_identifiers(), Template("$a $").is_valid(), Template("$a").is_valid())


class Lenient(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        if conversion == "u":
            return str(value).upper()
        return super().convert_field(value, conversion)

    def format_field(self, value, spec):
        if spec.startswith("times"):
            return str(value) * int(spec[5:])
        return super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        self.unused = set(kwargs) - used


formatter = Lenient()
print(formatter.format("{0} {name!u} {missing} {x:times3} {0:>4}", "a", name="ann", x="ab", spare=1), formatter.unused)
print(list(Formatter().parse("a{b!r:>{w}}c{}{{x}}")), Formatter().get_field("0.real", (5,), {}), Formatter().vformat("{} {k}", ("p",), {"k": "v"}))
try:
    Formatter().format("{0} {}", 1, 2)
except ValueError as error:
    print(error)
print(string.capwords("the  quick brown-fox", None), string.capwords("a-b-c", "-"), string.hexdigits, string.octdigits, len(string.printable), string.whitespace.encode())
