import csv
import io

rows = [["a", "b", "c"], ["1", "", "x y"], ['q"uote', "com,ma", "new\nline"], [1, 2.5, None], [], [""], [" lead", "trail ", "é"]]

def written(**options):
    out = io.StringIO()
    try:
        csv.writer(out, **options).writerows(rows)
    except csv.Error as e:
        return out.getvalue(), str(e)
    return out.getvalue()

for options in [{}, {"dialect": "excel-tab"}, {"dialect": "unix"}, {"delimiter": ";", "lineterminator": "\n"}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC},
                {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE}, {"doublequote": False, "escapechar": "!"}, {"doublequote": False}, {"quotechar": "'"}, {"escapechar": "e"}]:
    print(options, repr(written(**options)))

def read(text, **options):
    try:
        return list(csv.reader(io.StringIO(text, newline=""), **options))
    except (csv.Error, ValueError) as e:
        return f"{type(e).__name__} {e}"

for text in ["a,b,c\r\n1,2,3\r\n", "a,b\n\n,\n", '"a","b""c","d\ne"\n', 'a"b,"c"d,e\n', '"open\n', "a, b,\"c\"\n", "", "\n", '"a" ,b\n', "a;b\tc", '"x', "1,\"2\",3.5\n", "a\\,b,c\\\nd\n", '"",""\n', "'a,b',c\n"]:
    print(repr(text), read(text), read(text, skipinitialspace=True, strict=True), read(text, escapechar="\\"), read(text, quotechar="'"), read(text, quoting=csv.QUOTE_NONE), read(text, delimiter=";"))
print(read("1,\"a\",2.5\n", quoting=csv.QUOTE_NONNUMERIC), read("x,1\n", quoting=csv.QUOTE_NONNUMERIC))
r = csv.reader(["a,b", '"c', 'd",e', "f"])
print([(row, r.line_num) for row in r], r.dialect.delimiter, r.dialect.quoting, r.dialect.lineterminator)
d = csv.DictReader(io.StringIO("name,age\nAnn,3\nBob\nCid,4,extra,more\n\n"))
print(d.fieldnames, list(d), d.line_num)
print(list(csv.DictReader(["1,2"], fieldnames=["x", "y", "z"], restval="?")), list(csv.DictReader([])))
out = io.StringIO()
w = csv.DictWriter(out, ["x", "y"], extrasaction="ignore", restval="-")
print(w.writeheader(), w.writerow({"x": 1, "z": 2}), w.writerows([{"y": "a,b"}, {"x": "", "y": ""}]))
print(repr(out.getvalue()))
csv.register_dialect("mine", delimiter="|", quoting=csv.QUOTE_ALL)
print(csv.list_dialects(), csv.get_dialect("mine").delimiter, read('"a"|b\n', dialect="mine"))
csv.unregister_dialect("mine")

class Semi(csv.excel):
    delimiter = ";"
print(read("a;b", dialect=Semi), read("a;b", dialect=Semi()), csv.field_size_limit())
for bad in [lambda: csv.get_dialect("none"), lambda: csv.reader([], delimiter="ab"), lambda: csv.reader([], delimiter=1), lambda: csv.reader([], nothing=1), lambda: csv.reader([], quoting=9), lambda: csv.reader([], quoting="a"),
            lambda: csv.reader(5), lambda: csv.writer(5), lambda: csv.writer(io.StringIO()).writerow(5), lambda: next(csv.reader(["a\rb\n"])), lambda: next(csv.reader([1])), lambda: next(csv.reader([b"a"])), lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1}),
            lambda: csv.DictWriter(io.StringIO(), [], extrasaction="x"), lambda: csv.reader([], quotechar=None), lambda: csv.reader([], quotechar=None, quoting=csv.QUOTE_ALL), lambda: csv.register_dialect(1), lambda: csv.reader([], lineterminator=1), lambda: csv.reader([], lineterminator=None), lambda: csv.unregister_dialect("q")]:
    try:
        bad()
        print("fine")
    except Exception as e:
        print(type(e).__name__, e)
old = csv.field_size_limit(5)
print(old, read("abcdefgh\n"), read("abc,de\n"), csv.field_size_limit(old))
for sample in ["a,b,c\n1,2,3\n4,5,6\n", "a;b;c\n1;2;3\n", "'a':'b'\n'c':'d'\n", "x\ty\n1\t2\n", '"a b", "c d"\n"e", "f"\n']:
    found = csv.Sniffer().sniff(sample)
    print(repr(found.delimiter), found.quotechar, found.doublequote, bool(found.skipinitialspace), csv.Sniffer().has_header(sample))
try:
    csv.Sniffer().sniff("abc")
except csv.Error as e:
    print(e)
